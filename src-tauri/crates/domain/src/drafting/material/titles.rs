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
            // A date or a name in it needs its place in the folder, which the statement's span has.
            let telling = heading.contains(|c: char| c.is_numeric() || c == ':');
            let fits = (2..=MOST_WORDS).contains(&word_count(heading))
                && !heading.contains(['|', '/', '(', '"', '\u{201c}'])
                && (!telling || has_heading(&facts[unit.fact], heading))
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
    let holder = std::iter::once(fact).chain(0..facts.len()).find(|&at| {
        has_heading(&facts[at], heading) || names.iter().all(|name| facts[at].text.contains(name))
    })?;
    (!leans).then(|| Title {
        text: heading.trim().trim_end_matches(['.', ':']).to_owned(),
        fact: holder,
    })
}

/// Whether a fact's span begins with the heading above it.
fn has_heading(fact: &Fact, heading: &str) -> bool {
    fact.headings.last().is_some_and(|last| last == heading)
        && fact.span.range().len() >= heading.len() + fact.text.len()
}
