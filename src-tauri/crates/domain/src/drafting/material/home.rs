//! Where in the folder stands what the brief is about: one paragraph, one section, or a whole page.

use super::Unit;
use crate::drafting::intent;
use crate::knowledge::context::{Level, Place, Topic};
use crate::knowledge::{EntryKind, Fact};
use std::collections::{BTreeMap, BTreeSet};

/// Below this share of the topic in its words and its heading, no place is what the brief is about.
const LEAST: f32 = 0.25;

/// A place that does not have this many times the share of the next one is not told apart from it.
const AHEAD: f32 = 1.15;

/// Fewest units that make a place one to write from.
const FEW: usize = 2;

/// How much of the topicality of the place its sentences have, whatever their own words are.
const SHARED: f32 = 0.6;

/// What a heading that is put as the brief asks is worth: "Behind the scenes: a day at the yard".
const FITS: f32 = 0.15;

/// 1 if what stands over a place speaks of the same goal as the brief.
fn fits(place: &Place, goal: &str) -> f32 {
    let goals = place.heading().map_or_else(Vec::new, intent::goals);
    let same = goals.first().is_some_and(|first| first.goal == goal);
    f32::from(u8::from(same))
}

/// Marks the units of that place, none if no place stands out, and brings them nearer to the topic: below
/// the heading "The founder", "In 2014 the boatyard closed" is about the founder. Questions and rows of a
/// catalog stand side by side without a topic in common, and make no place.
pub(super) fn find(units: &mut [Unit], facts: &[Fact], topic: &Topic, brand: &str, goal: &str) {
    let there = places(units, facts);
    let as_places: Vec<Place> = there
        .iter()
        .map(|(level, units_there)| {
            let mut within: Vec<&Fact> = units_there
                .iter()
                .map(|&at| &facts[units[at].fact])
                .collect();
            within.sort_by_key(|fact| fact.span);
            Place {
                facts: within,
                level: *level,
            }
        })
        .collect();
    let shares = topic.shares(&as_places, brand);
    let mut ranked: Vec<(f32, &BTreeSet<usize>)> = shares
        .into_iter()
        .zip(there.iter().zip(&as_places))
        .filter(|(_, (_, place))| place.facts.len() >= FEW)
        .map(|(share, ((_, units), place))| (share + FITS * fits(place, goal), units))
        .collect();
    ranked.sort_by(|left, right| right.0.total_cmp(&left.0));
    let Some(&(mut best, mut home)) = ranked.first() else {
        return;
    };
    // A part of it that has as much of the topic is nearer to it.
    while let Some(&(share, inner)) = ranked.iter().find(|(share, other)| {
        other.len() < home.len() && other.is_subset(home) && best < AHEAD * share
    }) {
        (best, home) = (best.max(share), inner);
    }
    let next = ranked
        .iter()
        .filter(|(_, other)| other.is_disjoint(home))
        .map(|(share, _)| *share)
        .fold(0.0, f32::max);
    if best < LEAST || best < AHEAD * next {
        return;
    }
    let nearest = units.iter().map(|unit| unit.topicality).fold(0.0, f32::max);
    let (section, paragraph) = (
        |unit: &Unit| unit.section,
        |unit: &Unit| facts[unit.fact].paragraph,
    );
    let parts: BTreeSet<(usize, u32)> = home
        .iter()
        .map(|&at| (section(&units[at]), paragraph(&units[at])))
        .collect();
    for unit in units.iter_mut() {
        // What was told apart, as the items of a list, is there too.
        if parts.contains(&(section(unit), paragraph(unit))) {
            let shared = SHARED * nearest + (1.0 - SHARED) * unit.topicality;
            unit.topicality = unit.topicality.max(shared);
            unit.at_home = true;
        }
    }
}

/// The pages, sections and paragraphs that have something to tell, each with its units.
fn places(units: &[Unit], facts: &[Fact]) -> Vec<(Level, BTreeSet<usize>)> {
    let told = |unit: &Unit| {
        let fact = &facts[unit.fact];
        let row = matches!(fact.kind, EntryKind::Answer | EntryKind::Product);
        !row && fact.question.is_none() && !unit.part && (unit.alone || unit.in_place)
    };
    let mut pages: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut sections: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut paragraphs: BTreeMap<(usize, u32), BTreeSet<usize>> = BTreeMap::new();
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| told(unit)) {
        let fact = &facts[unit.fact];
        pages.entry(unit.document).or_default().insert(at);
        sections.entry(unit.section).or_default().insert(at);
        if fact.kind == EntryKind::Statement {
            let place = (unit.section, fact.paragraph);
            paragraphs.entry(place).or_default().insert(at);
        }
    }
    let section_of = |there: &BTreeSet<usize>| there.first().map(|&at| units[at].section);
    let whole: BTreeSet<BTreeSet<usize>> = sections.values().cloned().collect();
    // What stands below a page's title alone speaks for all of it.
    let titled = |there: &BTreeSet<usize>| {
        let first = there.first().map(|&at| &units[at]);
        first.is_some_and(|unit| {
            let page = pages.get(&unit.document).map_or(0, BTreeSet::len);
            facts[unit.fact].headings.len() < 2 && page > there.len()
        })
    };
    let of_sections = sections.values().filter(|there| !titled(there));
    let of_pages = pages.values().filter(|there| {
        let first = section_of(there);
        there.iter().any(|&at| Some(units[at].section) != first)
    });
    let of_paragraphs = paragraphs.values().filter(|there| !whole.contains(*there));
    of_pages
        .map(|there| (Level::Page, there.clone()))
        .chain(of_sections.map(|there| (Level::Section, there.clone())))
        .chain(of_paragraphs.map(|there| (Level::Paragraph, there.clone())))
        .collect()
}
