//! What a post does: length of sentences and paragraphs, signs, persons, moves.

use super::moves::{Move, is_imperative};
use super::{Reasons, Spread, VoiceProfile, ratio, speaks_as_we};
use crate::brand::BrandRules;
use crate::language::Language;
use crate::text::{Span, fold, sentences, words};
use std::collections::BTreeSet;

/// Habits with the share of posts that have each over many brands: what everybody does says little about
/// one. Shares are rounded impressions of business posts, not measurements; they only weigh.
pub(super) const HABITS: &[(&str, f32)] = &[
    ("emoji", 0.4),
    ("questions", 0.35),
    ("exclamations", 0.4),
    ("capitals", 0.15),
    ("contractions", 0.4),
    ("dashes", 0.3),
    ("ellipses", 0.1),
    ("links", 0.4),
    ("imperatives", 0.5),
    ("we", 0.6),
    ("you", 0.6),
    ("i", 0.12),
];

/// What a text does, measured.
#[derive(Debug, Clone)]
pub(super) struct Style {
    pub(super) sentence_words: Vec<f32>,
    pub(super) paragraph_words: Vec<f32>,
    pub(super) hashtags: f32,
    pub(super) habits: BTreeSet<&'static str>,
    pub(super) opening: Move,
    pub(super) closing: Move,
    /// First word of the ask that it closes on.
    pub(super) ask: Option<String>,
    first: Option<Span>,
    last: Option<Span>,
    longest: Option<(Span, usize)>,
    first_emoji: Option<Span>,
    first_exclamation: Option<Span>,
}

impl Style {
    /// Measures a text. Words under `banned` count as one plain word each: a never-word must change
    /// nothing here but itself.
    pub(super) fn of(text: &str, banned: &[Span], language: Language) -> Self {
        let body: Vec<Span> = sentences(text)
            .into_iter()
            .filter(|span| !is_tags(span.slice(text).unwrap_or("")))
            .collect();
        let all: Vec<_> = words(text).collect();
        let hidden = |span: Span| banned.iter().any(|other| other.overlaps(span));
        let counted = |range: Span| {
            let plain = all
                .iter()
                .filter(|word| {
                    word.span.overlaps(range) && !hidden(word.span) && !after_hash(text, word.span)
                })
                .count();
            plain
                + banned
                    .iter()
                    .filter(|span| {
                        span.start >= range.start
                            && span.start < range.end
                            && !after_hash(text, **span)
                    })
                    .count()
        };
        let lengths: Vec<(Span, usize)> = body
            .iter()
            .map(|span| (*span, counted(*span)))
            .filter(|(_, n)| *n > 0)
            .collect();
        let paragraphs: Vec<f32> = paragraph_spans(text)
            .into_iter()
            .filter(|span| !is_tags(span.slice(text).unwrap_or("")))
            .map(|span| ratio(counted(span), 1))
            .filter(|n| *n > 0.0)
            .collect();
        let first = lengths.first().map(|(span, _)| *span);
        let last = lengths.last().map(|(span, _)| *span);
        let kind = |span: Option<Span>| {
            span.and_then(|span| span.slice(text))
                .map_or(Move::Tags, |sentence| Move::of(sentence, language))
        };
        let ask = last
            .and_then(|span| span.slice(text))
            .filter(|sentence| Move::of(sentence, language) == Move::Ask)
            .and_then(|sentence| words(sentence).next().map(|word| fold(word.text)));
        let mut style = Self {
            sentence_words: lengths.iter().map(|(_, n)| ratio(*n, 1)).collect(),
            paragraph_words: paragraphs,
            hashtags: ratio(hashtags(text), 1),
            habits: BTreeSet::new(),
            opening: kind(first),
            closing: kind(last),
            ask,
            first,
            last,
            longest: lengths
                .iter()
                .copied()
                .max_by_key(|(span, n)| (*n, std::cmp::Reverse(span.start))),
            first_emoji: first_sign(text, is_emoji),
            first_exclamation: first_sign(text, |c| c == '!'),
        };
        style.note_habits(
            text,
            &lengths,
            &all.iter()
                .filter(|word| !hidden(word.span))
                .map(|word| word.text)
                .collect::<Vec<_>>(),
            language,
        );
        style
    }

    fn note_habits(
        &mut self,
        text: &str,
        lengths: &[(Span, usize)],
        plain: &[&str],
        language: Language,
    ) {
        let mut note = |name: &'static str, is: bool| {
            if is {
                self.habits.insert(name);
            }
        };
        note("emoji", self.first_emoji.is_some());
        note("exclamations", self.first_exclamation.is_some());
        note("questions", text.contains('?'));
        note("dashes", text.contains(['–', '—']));
        note("ellipses", text.contains('…') || text.contains("..."));
        note("links", text.contains("://") || text.contains("www."));
        let folded: Vec<String> = plain.iter().map(|word| fold(word)).collect();
        let any = |list: &str| {
            folded
                .iter()
                .any(|word| list.split('|').any(|other| other == word))
        };
        note(
            "we",
            any(
                "we|we're|we've|we'll|we'd|our|ours|us|wir|uns|unser|unsere|unseren|unserem|unserer",
            ),
        );
        note(
            "you",
            any(
                "you|you're|you've|you'll|you'd|your|yours|du|dich|dir|dein|deine|deinen|euch|euer|eure|ihnen|ihr|ihre",
            ),
        );
        note(
            "i",
            any("i|i'm|i've|i'll|i'd|me|my|mine|ich|mich|mir|mein|meine"),
        );
        note(
            "contractions",
            folded.iter().any(|word| {
                word.contains('\'')
                    && ["n't", "'re", "'ve", "'ll", "'d", "'m"]
                        .iter()
                        .any(|end| word.ends_with(end))
                    || matches!(
                        word.as_str(),
                        "it's"
                            | "that's"
                            | "there's"
                            | "here's"
                            | "what's"
                            | "let's"
                            | "geht's"
                            | "gibt's"
                    )
            }),
        );
        note(
            "capitals",
            plain.iter().any(|word| {
                word.chars().filter(|c| c.is_alphabetic()).count() >= 4
                    && word.chars().all(|c| c.is_uppercase())
            }),
        );
        note(
            "imperatives",
            lengths
                .iter()
                .filter_map(|(span, _)| span.slice(text))
                .any(|sentence| {
                    let mut start = words(sentence).map(|word| fold(word.text));
                    start.next().is_some_and(|first| {
                        is_imperative(&first, start.next().as_deref(), language)
                    })
                }),
        );
    }
}

/// Whether a measure can change when one word is replaced by another.
pub(super) fn depends_on_words(code: &str) -> bool {
    let measure = code.split('.').next().unwrap_or(code);
    matches!(
        measure,
        "we" | "you"
            | "i"
            | "contractions"
            | "capitals"
            | "imperatives"
            | "opening-move"
            | "closing-move"
            | "links"
            | "axis"
            | "use-word"
    )
}

/// Gives and takes points for what a text does.
pub(super) fn judge(
    profile: &VoiceProfile,
    rules: &BrandRules,
    style: &Style,
    reasons: &mut Reasons,
) {
    sentence_length(profile, rules, style, reasons);
    let paragraphs = mean(&style.paragraph_words);
    let yours = profile.paragraph_words;
    let params = || [("here", whole(paragraphs)), ("yours", whole(yours.middle))];
    reasons.add(
        "paragraph-length",
        fit(paragraphs, yours, 0.3, 0.5),
        None,
        params(),
    );
    let tags = profile.hashtags;
    let most = match (rules.use_hashtags, rules.max_hashtags) {
        (Some(false), _) => Some(0.0),
        (_, most) => most
            .and_then(|most| u16::try_from(most).ok())
            .map(f32::from),
    };
    let points = match most {
        Some(most) if style.hashtags > most => -0.6,
        _ => fit(style.hashtags, tags, 0.2, 0.6),
    };
    reasons.add(
        "hashtags",
        points,
        None,
        [
            ("here", whole(style.hashtags)),
            ("yours", whole(tags.middle)),
        ],
    );
    for (name, everybody) in HABITS {
        let share = profile.habits.get(*name).copied().unwrap_or(0.0);
        let has = style.habits.contains(name);
        let ruled = match *name {
            "emoji" => rules.emoji,
            "exclamations" => rules.exclamation_marks,
            "contractions" => rules.contractions,
            "we" => speaks_as_we(rules).filter(|we| !*we),
            _ => None,
        };
        let mut points = lean(share, *everybody, has);
        if ruled == Some(false) {
            points = if has { -0.9 } else { points.max(0.1) };
        }
        let code = format!("{name}.{}", if has { "here" } else { "missing" });
        let span = match *name {
            "emoji" => style.first_emoji,
            "exclamations" => style.first_exclamation,
            _ => None,
        };
        let params = [("share", whole(share * 100.0))];
        reasons.add(&code, points, span.filter(|_| has), params);
    }
    for (code, shares, kind, span) in [
        (
            "opening-move",
            &profile.openings,
            style.opening,
            style.first,
        ),
        ("closing-move", &profile.closings, style.closing, style.last),
    ] {
        let share = shares.get(&kind).copied().unwrap_or(0.0);
        // Nine moves: a tenth of the posts is what chance would give each.
        let points = (0.35 * ((share + 0.04) / 0.15).ln()).clamp(-0.5, 0.5);
        let usual = shares
            .iter()
            .max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0)))
            .map_or("", |(kind, _)| kind.code());
        let params = [("share", whole(share * 100.0)), ("usual", usual.to_owned())];
        let code = format!("{code}.{}", kind.code());
        reasons.add(&code, points, span, params);
    }
}

fn sentence_length(
    profile: &VoiceProfile,
    rules: &BrandRules,
    style: &Style,
    reasons: &mut Reasons,
) {
    let here = mean(&style.sentence_words);
    let yours = profile.sentence_words;
    let average = Spread {
        // A post's mean varies less than its sentences do.
        low: (yours.low + yours.middle) / 2.0,
        middle: yours.middle,
        high: (yours.high + yours.middle) / 2.0,
    };
    let params = [("here", whole(here)), ("yours", whole(yours.middle))];
    reasons.add(
        "sentence-length",
        fit(here, average, 0.6, 1.0),
        None,
        params,
    );
    let Some((span, length)) = style.longest else {
        return;
    };
    let length = ratio(length, 1);
    let limit = rules
        .max_sentence_words
        .and_then(|most| u16::try_from(most).ok())
        .map_or(yours.high + 3.0, f32::from);
    if length > limit {
        let points = -(0.2 + 0.05 * (length - limit)).min(0.9);
        reasons.add(
            "long-sentence",
            points,
            Some(span),
            [("here", whole(length)), ("limit", whole(limit))],
        );
    }
}

/// Points for a value inside a spread, and for one outside by how far it lies.
fn fit(value: f32, spread: Spread, gain: f32, cost: f32) -> f32 {
    let width = (spread.high - spread.low).max(spread.middle * 0.3).max(1.0);
    let outside = (spread.low - value).max(value - spread.high).max(0.0) / width;
    if outside == 0.0 {
        gain
    } else {
        (gain - 2.0 * cost * outside).max(-cost)
    }
}

/// Points for having or lacking a habit: the logarithm of how much likelier that is for the brand than
/// for everybody.
fn lean(share: f32, everybody: f32, has: bool) -> f32 {
    let (brand, all) = if has {
        (share, everybody)
    } else {
        (1.0 - share, 1.0 - everybody)
    };
    (0.3 * ((brand + 0.05) / (all + 0.05)).ln()).clamp(-0.7, 0.4)
}

fn mean(values: &[f32]) -> f32 {
    values.iter().sum::<f32>() / ratio(values.len().max(1), 1)
}

fn whole(value: f32) -> String {
    format!("{:.0}", value.max(0.0))
}

fn paragraph_spans(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            found.push(Span::of(start..at));
            start = at + line.len();
        }
        at += line.len();
    }
    found.push(Span::of(start..at));
    found.retain(|span| span.start < span.end);
    found
}

/// Hashtags and addresses alone are no sentence.
fn is_tags(piece: &str) -> bool {
    piece.split_whitespace().all(|word| {
        word.starts_with('#') || word.contains("://") || !word.chars().any(char::is_alphanumeric)
    })
}

fn after_hash(text: &str, span: Span) -> bool {
    text[..span.range().start].ends_with('#')
}

fn hashtags(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| {
            word.starts_with('#') && word.chars().nth(1).is_some_and(char::is_alphanumeric)
        })
        .count()
}

fn first_sign(text: &str, is: impl Fn(char) -> bool) -> Option<Span> {
    text.char_indices()
        .find(|(_, c)| is(*c))
        .map(|(at, c)| Span::of(at..at + c.len_utf8()))
}

/// Pictographs, by block: https://www.unicode.org/charts/, read 2026-11-20. Arrows and check marks that
/// are text by default are left out.
pub(crate) fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{26FF}' | '\u{2705}' | '\u{2728}' | '\u{274C}' | '\u{2764}' | '\u{2B50}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{270A}'..='\u{270D}')
}
