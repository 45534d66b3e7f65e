//! Headings of the folder as first lines.

use super::{Role, Title, Unit};
use crate::drafting::manner::{Manner, word_count};
use crate::knowledge::Fact;
use crate::knowledge::context::{Topic, stems};
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

/// Longest heading that is a first line, in words.
const MOST_WORDS: usize = 9;

/// The innermost heading that is put as "How to …", if a fact holds the names in it.
pub(super) fn how_to(fact: usize, facts: &[Fact]) -> Option<Title> {
    let heading =
        facts[fact].headings.iter().rev().find(|heading| {
            text::fold(heading).starts_with("how to ") && word_count(heading) <= 10
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
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| !unit.part) {
        let known = first.entry(unit.section).or_insert(at);
        if facts[unit.fact].span < facts[units[*known].fact].span {
            *known = at;
        }
    }
    first
        .into_values()
        .filter(|&at| units[at].role != Role::Proof)
        .filter_map(|at| {
            let unit = &units[at];
            let heading = facts[unit.fact].headings.last()?;
            let said: BTreeSet<String> = stems(heading).collect();
            let on_topic = said.iter().any(|stem| topic.holds(stem));
            let adds = !said.is_subset(&unit.stems);
            let fits = (2..=MOST_WORDS).contains(&word_count(heading))
                && !heading.contains([':', '|', '/', '(', '"', '\u{201c}'])
                && !heading.contains(|c: char| c.is_numeric())
                && heading.starts_with(char::is_uppercase)
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
    // The first statement below a heading has it in its span.
    let has_heading = |at: usize| {
        facts[at]
            .headings
            .last()
            .is_some_and(|last| last == heading)
            && facts[at].span.range().len() >= heading.len() + facts[at].text.len()
    };
    let holder = std::iter::once(fact)
        .chain(0..facts.len())
        .find(|&at| has_heading(at) || names.iter().all(|name| facts[at].text.contains(name)))?;
    (!leans).then(|| Title {
        text: heading.trim().trim_end_matches(['.', ':']).to_owned(),
        fact: holder,
    })
}
