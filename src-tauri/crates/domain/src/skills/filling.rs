//! Skill slots and their values: from the brief, the brand, an entry with its citation, or a default.

use super::{Skill, Slot, SlotKind, SlotSource};
use crate::brand::BrandProfile;
use crate::drafting::Intent;
use crate::ids::EntryId;
use crate::knowledge::{EntityKind, Fact};
use std::collections::BTreeMap;

/// What came of filling a skill's slots.
#[derive(Debug, Clone, PartialEq)]
pub enum Filling {
    /// Every required slot has a value. Slots that nothing is known for are absent.
    Filled(BTreeMap<String, Filled>),
    /// The first required slot without an honest value: ask for it.
    Missing(Slot),
}

/// A slot's value with where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    pub value: String,
    pub from: FilledFrom,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilledFrom {
    Brief,
    Brand,
    /// The entry that states it.
    Entry(EntryId),
    Default,
}

/// Fills the slots of a skill. `facts` are what search found, the most relevant first; each text slot
/// takes one that no slot before it took. A value that is longer than the slot allows, or is none of its
/// choices, is not cut: the slot goes to its default.
pub fn fill(skill: &Skill, intent: &Intent, brand: &BrandProfile, facts: &[Fact]) -> Filling {
    let mut values = BTreeMap::new();
    let mut used: Vec<EntryId> = Vec::new();
    for slot in &skill.slots {
        let found = match slot.source {
            SlotSource::Brief => from_brief(slot, intent).or_else(|| from_brand(slot, brand)),
            SlotSource::Brand => from_brand(slot, brand),
            SlotSource::Knowledge => from_facts(slot, facts, &mut used),
            SlotSource::Literal => None,
        }
        .or_else(|| {
            slot.default.clone().map(|value| Filled {
                value,
                from: FilledFrom::Default,
            })
        });
        match found {
            Some(filled) => {
                values.insert(slot.name.clone(), filled);
            }
            None if slot.required => return Filling::Missing(slot.clone()),
            None => {}
        }
    }
    Filling::Filled(values)
}

fn from_brief(slot: &Slot, intent: &Intent) -> Option<Filled> {
    let value = match slot.kind {
        SlotKind::Audience => intent.audience.clone(),
        SlotKind::Product => intent.products.first().or(intent.topics.first()).cloned(),
        SlotKind::Topic | SlotKind::Text => intent.topics.first().cloned(),
        SlotKind::CallToAction => intent.call_to_action.clone(),
        SlotKind::Choice => slot
            .choices
            .iter()
            .find(|choice| intent.tone.contains(choice) || intent.topics.contains(choice))
            .cloned(),
        // The brief's reading holds no numbers: prices and dates come from entries, with their source.
        SlotKind::Price | SlotKind::Quantity | SlotKind::Date | SlotKind::Link => None,
    };
    fitting(slot, value, FilledFrom::Brief)
}

fn from_brand(slot: &Slot, brand: &BrandProfile) -> Option<Filled> {
    let value = match slot.kind {
        SlotKind::Audience => brand.audiences.first().cloned(),
        SlotKind::Link => brand.website.clone(),
        SlotKind::Text if !brand.one_liner.is_empty() => Some(brand.one_liner.clone()),
        _ => None,
    };
    fitting(slot, value, FilledFrom::Brand)
}

fn from_facts(slot: &Slot, facts: &[Fact], used: &mut Vec<EntryId>) -> Option<Filled> {
    let wanted: &[EntityKind] = match slot.kind {
        SlotKind::Price => &[EntityKind::Price],
        SlotKind::Quantity => &[EntityKind::Quantity],
        SlotKind::Date => &[EntityKind::Date, EntityKind::Time],
        SlotKind::Link => &[EntityKind::Contact],
        SlotKind::Product => &[EntityKind::Product],
        _ => {
            let (entry, filled) = facts
                .iter()
                .filter(|fact| !used.contains(&fact.entry))
                .find_map(|fact| {
                    let from = FilledFrom::Entry(fact.entry);
                    Some((fact.entry, fitting(slot, Some(fact.text.clone()), from)?))
                })?;
            used.push(entry);
            return Some(filled);
        }
    };
    facts.iter().find_map(|fact| {
        let entity = fact
            .entities
            .iter()
            .find(|entity| wanted.contains(&entity.kind) || is_saving(slot, entity))?;
        fitting(
            slot,
            Some(entity.text.clone()),
            FilledFrom::Entry(fact.entry),
        )
    })
}

/// "15 %" is a price's business too.
fn is_saving(slot: &Slot, entity: &crate::knowledge::Entity) -> bool {
    slot.kind == SlotKind::Price
        && entity.kind == EntityKind::Quantity
        && (entity.text.contains('%') || entity.text.to_lowercase().contains("percent"))
}

fn fitting(slot: &Slot, value: Option<String>, from: FilledFrom) -> Option<Filled> {
    let value = value.filter(|value| {
        let short = slot
            .max_characters
            .is_none_or(|most| value.chars().count() <= most as usize);
        let chosen = slot.choices.is_empty() || slot.choices.contains(value);
        short && chosen && !value.trim().is_empty()
    })?;
    Some(Filled { value, from })
}
