//! Headings of the folder as first lines.

use super::{Role, Title, Unit};
use crate::drafting::manner::{Manner, word_count};
use crate::knowledge::Fact;
use crate::knowledge::context::{Level, Topic, stems};
use crate::knowledge::reading::is_sentence;
use crate::language::Language;
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
pub(super) fn how_to(fact: usize, facts: &[Fact], topic: &Topic) -> Option<Title> {
    let mut headings = facts[fact].headings.iter().rev();
    // A number in it would need its place in the folder, which a step's span does not have.
    let short = |heading: &&String| {
        word_count(heading) <= MOST_WORDS_OF_HOW_TO
            && !heading.contains(|c: char| c.is_numeric() || c == '(')
    };
    let put_so = |heading: &&String| text::fold(heading).starts_with("how to ");
    let heading = headings
        .clone()
        .find(|heading| put_so(heading) && short(heading))
        .or_else(|| {
            headings.find(|heading| {
                short(heading) && word_count(heading) > 1 && topic.is_said_by(heading)
            })
        })?;
    titled(heading, fact, facts)
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
            let said: BTreeSet<String> = stems(heading).collect();
            let on_topic = topic.is_said_by(heading);
            let adds = !said.is_subset(&unit.stems);
            // A date or a name in it needs its place in the folder, which the statement's span has.
            let telling = heading.contains(char::is_numeric);
            let fits = (2..=MOST_WORDS).contains(&word_count(heading))
                && !heading.contains(['|', '/', '(', '"', '\u{201c}'])
                && (!telling || has_heading(&facts[unit.fact], heading))
                && heading.starts_with(char::is_uppercase)
                // What it promises are steps.
                && !text::fold(heading).starts_with("how to ")
                && manner.allows(heading);
            let title = titled(heading, unit.fact, facts)?;
            (on_topic && adds && fits).then(|| {
                let text = manner.put(&title.text);
                (at, Title { text, ..title })
            })
        })
        .collect()
}

/// A heading that leans on nothing, with a fact that holds the names in it.
fn titled(heading: &str, fact: usize, facts: &[Fact]) -> Option<Title> {
    let leans = text::words(heading).any(|word| {
        matches!(
            text::fold(word.text).as_str(),
            "it" | "this" | "them" | "that"
        )
    });
    let names: Vec<&str> = text::words(heading)
        .skip(1)
        .map(|word| word.text)
        .filter(|word| word.starts_with(char::is_uppercase) || word.chars().any(char::is_numeric))
        .collect();
    let holder = std::iter::once(fact).chain(0..facts.len()).find(|&at| {
        has_heading(&facts[at], heading) || names.iter().all(|name| facts[at].text.contains(name))
    })?;
    (!leans).then(|| Title {
        text: closed(heading),
        fact: holder,
    })
}

/// A heading as a line of its own: with a full stop only where it is a sentence.
fn closed(heading: &str) -> String {
    let bare = heading.trim().trim_end_matches(['.', ':']);
    let how_to = text::fold(bare).starts_with("how to ");
    let ended = bare.ends_with(['?', '!']);
    let long = word_count(bare) >= LEAST_WORDS_OF_SENTENCE;
    if !how_to && !ended && long && is_sentence(bare, Language::English) {
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
