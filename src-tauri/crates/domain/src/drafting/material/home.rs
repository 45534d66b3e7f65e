//! Where in the folder stands what the brief is about: one section, or a whole page.

use super::Unit;
use crate::drafting::intent;
use crate::knowledge::context::{Place, Topic};
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
    let Some(fact) = place.facts.first() else {
        return 0.0;
    };
    let heading = match place.page {
        true => fact.headings.first(),
        false => fact.headings.last(),
    };
    let goals = heading.map_or_else(Vec::new, |heading| intent::goals(heading));
    let same = goals.first().is_some_and(|first| first.goal == goal);
    f32::from(u8::from(same))
}

/// The sections of that place, none if no place stands out; what stands there is brought nearer to the
/// topic: below the heading "The founder", "In 2014 the boatyard closed" is about the founder. Questions
/// and rows of a catalog stand side by side without a topic in common, and make no place.
pub(super) fn find(
    units: &mut [Unit],
    facts: &[Fact],
    topic: &Topic,
    brand: &str,
    goal: &str,
) -> BTreeSet<usize> {
    let told = |unit: &&Unit| {
        let fact = &facts[unit.fact];
        let row = matches!(fact.kind, EntryKind::Answer | EntryKind::Product);
        !row && fact.question.is_none() && !unit.part && (unit.alone || unit.in_place)
    };
    let mut sections: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut pages: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for unit in units.iter().filter(told) {
        let of_section = sections.entry(unit.section).or_default();
        of_section.insert(unit.section);
        let of_page = pages.entry(unit.document).or_default();
        of_page.insert(unit.section);
    }
    // A page of one section is the page, and what stands below its title alone speaks for all of it.
    pages.retain(|_, sections| sections.len() > 1);
    let titled = |section: usize| {
        let mut within = units.iter().filter(|unit| unit.section == section);
        within.any(|unit| facts[unit.fact].headings.len() < 2 && pages.contains_key(&unit.document))
    };
    sections.retain(|&section, _| !titled(section));
    let there: Vec<BTreeSet<usize>> = sections.into_values().chain(pages.into_values()).collect();
    let places: Vec<Place> = there
        .iter()
        .map(|sections| {
            let within = units.iter().filter(told);
            let within = within.filter(|unit| sections.contains(&unit.section));
            Place {
                facts: within.map(|unit| &facts[unit.fact]).collect(),
                page: sections.len() > 1,
            }
        })
        .collect();
    let shares = topic.shares(&places, brand);
    let mut ranked: Vec<(f32, &BTreeSet<usize>)> = shares
        .into_iter()
        .zip(there.iter().zip(&places))
        .filter(|(_, (_, place))| place.facts.len() >= FEW)
        .map(|(share, (sections, place))| (share + FITS * fits(place, goal), sections))
        .collect();
    ranked.sort_by(|left, right| right.0.total_cmp(&left.0));
    let Some(&(mut best, mut home)) = ranked.first() else {
        return BTreeSet::new();
    };
    // A section of the page that has as much of the topic is nearer to it.
    if let Some(&(share, inner)) = ranked
        .iter()
        .skip(1)
        .find(|(share, other)| other.is_subset(home) && best < AHEAD * share)
    {
        (best, home) = (share, inner);
    }
    let next = ranked
        .iter()
        .filter(|(_, other)| other.is_disjoint(home))
        .map(|(share, _)| *share)
        .fold(0.0, f32::max);
    if best < LEAST || best < AHEAD * next {
        return BTreeSet::new();
    }
    let nearest = units.iter().map(|unit| unit.topicality).fold(0.0, f32::max);
    for unit in units.iter_mut().filter(|unit| home.contains(&unit.section)) {
        let shared = SHARED * nearest + (1.0 - SHARED) * unit.topicality;
        unit.topicality = unit.topicality.max(shared);
    }
    home.clone()
}
