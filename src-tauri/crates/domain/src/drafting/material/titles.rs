//! Headings of the folder as first lines.

use super::{Role, Title, Unit};
use crate::drafting::manner::{Manner, word_count};
use crate::drafting::wording;
use crate::knowledge::Fact;
use crate::knowledge::context::{Level, Topic};
use crate::knowledge::reading::is_sentence;
use crate::language::Language;
use crate::language::stems::stems;
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

/// Longest heading that is a first line, in words.
const MOST_WORDS: usize = 9;

/// In a shorter one what looks like a verb is a noun: "First Steps session".
const LEAST_WORDS_OF_SENTENCE: usize = 4;

/// The same of one over steps.
const MOST_WORDS_OF_HOW_TO: usize = 10;

/// The innermost heading that is put as "How to …", or else that says the topic, if a fact holds the names
/// in it.
pub(super) fn how_to(
    fact: usize,
    facts: &[Fact],
    topic: &Topic,
    language: Language,
) -> Option<Title> {
    let mut headings = facts[fact].headings.iter().rev();
    // A number in it would need its place in the folder, which a step's span does not have.
    let short = |heading: &&String| {
        word_count(heading) <= MOST_WORDS_OF_HOW_TO
            && !heading.contains(|c: char| c.is_numeric() || c == '(')
    };
    let put_so = |heading: &&String| is_how_to(heading, language);
    let heading = headings
        .clone()
        .find(|heading| {
            // "So gehen Sie vor" stands over the steps of anything.
            let telling = language != Language::German
                || stems(heading, language).any(|stem| topic.holds(&stem));
            put_so(heading) && short(heading) && telling
        })
        .or_else(|| {
            headings.find(|heading| {
                short(heading) && word_count(heading) > 1 && topic.is_said_by(heading)
            })
        })?;
    titled(heading, fact, facts, language)
}

/// "Liefern Sie auch nach Hause?" is what a reader asks.
fn is_put_to_brand(heading: &str) -> bool {
    let to_brand = wording::of(Language::German).to_brand;
    heading.ends_with('?') && wording::holds(heading, to_brand)
}

/// Whether a heading promises steps.
fn is_how_to(heading: &str, language: Language) -> bool {
    let starts: &[&str] = match language {
        Language::German => &["so ", "wie man ", "anleitung", "schritt fur schritt"],
        Language::English | Language::Other => &["how to "],
    };
    let folded = text::fold(heading);
    starts.iter().any(|start| folded.starts_with(start))
}

/// The headings of the units that stand first below one on the topic, by unit: what a unit cannot say
/// alone ("Thursday, 18:30, upstairs."), it says below its heading.
pub(super) fn of_units(
    units: &[Unit],
    facts: &[Fact],
    topic: &Topic,
    manner: &Manner,
) -> BTreeMap<usize, Title> {
    let mut first: BTreeMap<(Level, usize), usize> = BTreeMap::new();
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| !unit.part) {
        for place in [(Level::Page, unit.document), (Level::Section, unit.section)] {
            let known = first.entry(place).or_insert(at);
            if facts[unit.fact].span < facts[units[*known].fact].span {
                *known = at;
            }
        }
    }
    first
        .into_iter()
        .filter(|&(_, at)| units[at].role != Role::Proof)
        .filter_map(|((level, _), at)| {
            let unit = &units[at];
            let headings = &facts[unit.fact].headings;
            let heading = match level {
                Level::Page => headings.first()?,
                // Nearer to what stands first below both, and so the one that is kept.
                Level::Section | Level::Paragraph => headings.last()?,
            };
            let language = manner.language;
            let said: BTreeSet<String> = stems(heading, language).collect();
            let on_topic = topic.is_said_by(heading);
            let adds = !said.is_subset(&unit.stems);
            // A date or a name in it needs its place in the folder, which the statement's span has.
            let telling = heading.contains(char::is_numeric);
            // "Schrauberabend" says as much as two words do.
            let compound = language == Language::German && said.len() > 1;
            let least = if compound { 1 } else { 2 };
            let fits = (least..=MOST_WORDS).contains(&word_count(heading))
                && !heading.contains(['|', '/', '(', '"', '\u{201c}'])
                && (!telling || has_heading(&facts[unit.fact], heading))
                && heading.starts_with(char::is_uppercase)
                // What it promises are steps.
                && !is_how_to(heading, language)
                // A reader's question stands between quotation marks, with its answer.
                && !(language == Language::German && is_put_to_brand(heading))
                && manner.allows(heading);
            let title = titled(heading, unit.fact, facts, language)?;
            (on_topic && adds && fits).then(|| {
                let text = manner.put(&title.text);
                (at, Title { text, ..title })
            })
        })
        .collect()
}

/// A heading that leans on nothing, with a fact that holds the names in it.
fn titled(heading: &str, fact: usize, facts: &[Fact], language: Language) -> Option<Title> {
    // "Oder selbst überwintern" stands behind another heading.
    let goes_on = language == Language::German
        && [
            "oder ", "und ", "aber ", "auch ", "sonst ", "dann ", "danach ",
        ]
        .iter()
        .any(|start| text::fold(heading).starts_with(start));
    let leans = goes_on || wording::holds(heading, wording::of(language).leaning);
    // In German all nouns are written large, and most are no names.
    let large = |word: &str| word.starts_with(char::is_uppercase) && language != Language::German;
    let names: Vec<&str> = text::words(heading)
        .skip(1)
        .map(|word| word.text)
        .filter(|word| large(word) || word.chars().any(char::is_numeric))
        .collect();
    let holder = std::iter::once(fact).chain(0..facts.len()).find(|&at| {
        has_heading(&facts[at], heading) || names.iter().all(|name| facts[at].text.contains(name))
    })?;
    (!leans).then(|| Title {
        text: closed(heading, language),
        fact: holder,
    })
}

/// A heading as a line of its own: with a full stop only where it is a sentence.
fn closed(heading: &str, language: Language) -> String {
    let bare = heading.trim().trim_end_matches(['.', ':']);
    let how_to = is_how_to(bare, language);
    let asks = language == Language::German
        && [
            "wie ", "was ", "warum ", "wo ", "wann ", "wer ", "wofur ", "woran ",
        ]
        .iter()
        .any(|start| text::fold(bare).starts_with(start));
    let ended = bare.ends_with(['?', '!']) || asks;
    let long = word_count(bare) >= LEAST_WORDS_OF_SENTENCE;
    if !how_to && !ended && long && is_sentence(bare, language) {
        format!("{bare}.")
    } else {
        bare.to_owned()
    }
}

/// Whether a fact's span begins with the heading above it.
fn has_heading(fact: &Fact, heading: &str) -> bool {
    fact.headings.last().is_some_and(|last| last == heading)
        && fact.span.range().len() >= heading.len() + fact.text.len()
}
