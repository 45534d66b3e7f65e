//! A composition becomes one network's text: whole sentences go where there is no room, none is cut.

use super::Citation;
use super::compose::{Composition, Mark, Piece};
use super::fluency::same_start;
use crate::networks::{HashtagPlace, NetworkId, NetworkRules};
use crate::skills::MoveKind;
use crate::text::{self, Span};

/// A composition as one network gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adapted {
    pub text: String,
    /// Byte ranges of `text`, ascending, with the candidate's facts that they state.
    pub citations: Vec<Citation>,
    pub link: Option<String>,
}

/// What a text carries besides its sentences.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extras {
    /// With their `#`, the most important first; the network takes as many as it likes.
    pub hashtags: Vec<String>,
    /// Hashtags that the brand's rules ask for: on every network.
    pub required_hashtags: Vec<String>,
    /// Networks that carry no hashtags but the required ones.
    pub untagged: Vec<NetworkId>,
    /// Text that every post carries.
    pub required: Vec<String>,
    /// The address that the brief asks to link.
    pub link: Option<String>,
}

/// Fits a composition to a network's rules.
pub fn adapt(composition: &Composition, extras: &Extras, rules: &NetworkRules) -> Adapted {
    let clickable = rules.links.clickable.value;
    let link = extras.link.clone().filter(|_| clickable);
    // An address beside the text takes room where addresses are counted.
    let reserved = match (&link, rules.links.counted) {
        (Some(_), Some(length)) => length.value + 1,
        _ => 0,
    };
    let limit = rules.text.limit.value.saturating_sub(reserved);
    let fits = |text: &str| rules.count(text).value <= limit;
    let mut pieces = composition.pieces.clone();
    if !clickable {
        without_addresses(&mut pieces, composition.plain_closing.as_deref(), rules);
    }
    with_required(&mut pieces, &extras.required);
    if !fits(&whole(&pieces, extras, 0, rules).0) {
        first_step_only(&mut pieces, composition.first_step_line.as_deref(), &fits);
    }
    let wanted = rules.hashtags.recommended.value;
    let (most, least) = match extras.untagged.contains(&rules.id) {
        true => (0, 0),
        false => (wanted.max as usize, wanted.min as usize),
    };
    loop {
        for tags in (least.min(most)..=most).rev() {
            let (text, spans) = whole(&pieces, extras, tags, rules);
            if fits(&text) {
                return adapted(text, &spans, &pieces, link);
            }
        }
        if !drop_one(&mut pieces, 2) {
            break;
        }
    }
    loop {
        let (text, spans) = whole(&pieces, extras, 0, rules);
        if fits(&text) || !(drop_one(&mut pieces, 1) || drop_last_sentence(&mut pieces)) {
            return adapted(text, &spans, &pieces, link);
        }
    }
}

/// Joins pieces to a text and says where each stands, without its bullet or number.
pub fn join(pieces: &[Piece]) -> (String, Vec<Span>) {
    let mut out = String::new();
    let mut spans = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        if let Some(before) = at.checked_sub(1).map(|before| &pieces[before]) {
            out.push_str(between(before, piece));
        }
        match piece.mark {
            Mark::None | Mark::Intro => {}
            Mark::Bullet => out.push_str("• "),
            Mark::Number(number) => out.push_str(&format!("{number}. ")),
        }
        let start = out.len();
        out.push_str(&piece.text);
        spans.push(Span::of(start..out.len()));
    }
    (out, spans)
}

/// Whether white space piles up: two spaces, a space at a line's end, two empty lines.
pub(super) fn has_blank_runs(text: &str) -> bool {
    text.contains("  ") || text.contains(" \n") || text.contains("\n\n\n")
}

fn between(before: &Piece, piece: &Piece) -> &'static str {
    let listed = |mark: Mark| matches!(mark, Mark::Bullet | Mark::Number(_));
    let announced = before.mark == Mark::Intro;
    let running = before.paragraph == piece.paragraph
        && before.mark == Mark::None
        && piece.mark == Mark::None
        && !same_start(before, piece);
    match listed(piece.mark) {
        true if listed(before.mark) || announced => "\n",
        false if announced || running => " ",
        _ => "\n\n",
    }
}

fn whole(
    pieces: &[Piece],
    extras: &Extras,
    tags: usize,
    rules: &NetworkRules,
) -> (String, Vec<Span>) {
    let (mut text, spans) = join(pieces);
    let mut chosen: Vec<&String> = extras.required_hashtags.iter().collect();
    for tag in &extras.hashtags {
        let known = chosen.iter().any(|known| known.eq_ignore_ascii_case(tag));
        if chosen.len() < tags.max(extras.required_hashtags.len()) && !known {
            chosen.push(tag);
        }
    }
    if !chosen.is_empty() {
        let line = chosen
            .iter()
            .map(|tag| tag.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let listed = pieces
            .last()
            .is_some_and(|piece| matches!(piece.mark, Mark::Bullet | Mark::Number(_)));
        text.push_str(match rules.hashtags.place {
            HashtagPlace::LastLine if !listed => " ",
            HashtagPlace::LastLine | HashtagPlace::OwnParagraph => "\n\n",
        });
        text.push_str(&line);
    }
    (text, spans)
}

fn adapted(text: String, spans: &[Span], pieces: &[Piece], link: Option<String>) -> Adapted {
    let citations = spans
        .iter()
        .zip(pieces)
        .flat_map(|(span, piece)| {
            piece
                .facts
                .iter()
                .map(|&fact| Citation { span: *span, fact })
        })
        .collect();
    Adapted {
        text,
        citations,
        link,
    }
}

/// Takes away the piece of the highest rank above `keep`, the last of equals; lists and lines that lose
/// their sense go with it.
fn drop_one(pieces: &mut Vec<Piece>, keep: u8) -> bool {
    let Some(at) = (0..pieces.len())
        .filter(|&at| {
            pieces[at].rank > keep && !matches!(pieces[at].mark, Mark::Number(_) | Mark::Intro)
        })
        .max_by_key(|&at| (pieces[at].rank, at))
    else {
        return false;
    };
    pieces.remove(at);
    mend_lists(pieces);
    true
}

fn mend_lists(pieces: &mut Vec<Piece>) {
    let bullets = pieces
        .iter()
        .filter(|piece| piece.mark == Mark::Bullet)
        .count();
    if bullets == 1 {
        for piece in pieces.iter_mut().filter(|piece| piece.mark == Mark::Bullet) {
            piece.mark = Mark::None;
        }
        // Its line announced several; it goes below, because nothing listed follows it now.
        if let Some(at) = pieces
            .iter()
            .position(|piece| piece.mark == Mark::Intro && piece.kind == MoveKind::Support)
        {
            pieces.remove(at);
        }
    }
    let orphan = |at: usize| {
        pieces[at].mark == Mark::Intro
            && pieces
                .get(at + 1)
                .is_none_or(|next| next.kind != pieces[at].kind)
    };
    if let Some(at) = (0..pieces.len()).find(|&at| orphan(at)) {
        pieces.remove(at);
    }
}

/// The last of several sentences in the longest piece goes: what is left is still whole.
fn drop_last_sentence(pieces: &mut [Piece]) -> bool {
    let Some(piece) = pieces
        .iter_mut()
        .filter(|piece| {
            text::sentences(&piece.text).len() > 1
                && !piece.text.starts_with(['\u{201c}', '\u{201e}'])
        })
        .max_by_key(|piece| piece.text.len())
    else {
        return false;
    };
    let spans = text::sentences(&piece.text);
    let Some(before_last) = spans.len().checked_sub(2).map(|at| spans[at]) else {
        return false;
    };
    piece.text.truncate(before_last.range().end);
    true
}

/// Where not all steps fit, some of them would mislead: the first one stands, and says that it is the first.
fn first_step_only(pieces: &mut Vec<Piece>, line: Option<&str>, fits: &dyn Fn(&str) -> bool) {
    let is_step = |piece: &Piece| piece.kind == MoveKind::Steps;
    if !pieces.iter().any(is_step) {
        return;
    }
    let needed: Vec<Piece> = pieces
        .iter()
        .filter(|piece| piece.rank == 0 || is_step(piece))
        .cloned()
        .collect();
    if fits(&join(&needed).0) {
        pieces.retain(|piece| piece.rank <= 3);
        return;
    }
    let first = pieces
        .iter()
        .find(|piece| piece.mark == Mark::Number(1))
        .cloned();
    let at = pieces.iter().position(is_step).unwrap_or(0);
    pieces.retain(|piece| !is_step(piece));
    if let (Some(first), Some(line)) = (first, line) {
        let intro = Piece {
            text: line.to_owned(),
            facts: Vec::new(),
            mark: Mark::Intro,
            rank: 0,
            ..first.clone()
        };
        let step = Piece {
            mark: Mark::None,
            rank: 0,
            ..first
        };
        pieces.splice(at..at, [intro, step]);
    }
}

/// Sentences with an address that nobody can follow there give way.
fn without_addresses(pieces: &mut Vec<Piece>, closing: Option<&str>, rules: &NetworkRules) {
    for piece in pieces.iter_mut() {
        if piece.kind == MoveKind::CallToAction
            && !rules.links(&piece.text).is_empty()
            && let Some(closing) = closing
        {
            closing.clone_into(&mut piece.text);
            piece.facts.clear();
        }
    }
    pieces.retain(|piece| piece.rank == 0 || rules.links(&piece.text).is_empty());
    mend_lists(pieces);
}

fn with_required(pieces: &mut Vec<Piece>, required: &[String]) {
    for text in required {
        if pieces
            .iter()
            .any(|piece| piece.text.contains(text.as_str()))
        {
            continue;
        }
        pieces.push(Piece {
            kind: MoveKind::Terms,
            text: text.clone(),
            facts: Vec::new(),
            paragraph: u8::MAX,
            mark: Mark::None,
            rank: 0,
        });
    }
}
