//! `galley.yaml`: what Galley needs to know of a skill and the open convention has no place for.

use super::checks::Check;
use super::error::{Place, SkillError};
use super::fields::{Fields, one_of, text};
use super::front_matter::refuse_large;
use super::structure::{Move, MoveKind, Structure};
use super::yaml::{self, Node, Value};
use super::{Example, Provenance, Skill, Slot, SlotKind, SlotSource};
use crate::networks::NetworkId;

pub(super) const FILE: &str = "galley.yaml";

const KEYS: [&str; 11] = [
    "version",
    "intents",
    "networks",
    "goal",
    "slots",
    "structure",
    "locked",
    "checks",
    "examples",
    "layout",
    "provenance",
];

const NETWORKS: [(&str, NetworkId); 4] = [
    ("linkedin", NetworkId::LinkedIn),
    ("x", NetworkId::X),
    ("facebook", NetworkId::Facebook),
    ("instagram", NetworkId::Instagram),
];

const SLOT_KINDS: [(&str, SlotKind); 10] = [
    ("text", SlotKind::Text),
    ("topic", SlotKind::Topic),
    ("product", SlotKind::Product),
    ("audience", SlotKind::Audience),
    ("price", SlotKind::Price),
    ("quantity", SlotKind::Quantity),
    ("date", SlotKind::Date),
    ("link", SlotKind::Link),
    ("call-to-action", SlotKind::CallToAction),
    ("choice", SlotKind::Choice),
];

const SLOT_SOURCES: [(&str, SlotSource); 4] = [
    ("brief", SlotSource::Brief),
    ("brand", SlotSource::Brand),
    ("knowledge", SlotSource::Knowledge),
    ("literal", SlotSource::Literal),
];

/// Adds what `galley.yaml` says to a skill.
pub(super) fn read(source: &str, skill: &mut Skill) -> Result<(), Box<SkillError>> {
    let place = Place { file: FILE, source };
    refuse_large(&place)?;
    let node = tree(&place)?;
    let fields = Fields::of(place, FILE, &node)?;
    fields.only(&KEYS)?;
    skill.version = fields.required_text("version")?;
    skill.intents = fields.texts("intents")?;
    if skill.intents.is_empty() {
        return Err(fields.missing("intents"));
    }
    skill.networks = fields
        .list("networks")?
        .iter()
        .map(|item| one_of(&place, "networks", item, &NETWORKS))
        .collect::<Result<_, _>>()?;
    skill.goal = fields.text("goal")?.unwrap_or_default().trim().to_owned();
    skill.slots = slots(place, fields.list("slots")?)?;
    if let Some(node) = fields.get("structure") {
        skill.structure = structure(place, node, fields.list("structure")?)?;
    }
    skill.locked = locked(place, fields.list("locked")?, skill)?;
    skill.checks = fields
        .list("checks")?
        .iter()
        .map(|item| Check::read(place, item))
        .collect::<Result<_, _>>()?;
    skill.examples = fields
        .list("examples")?
        .iter()
        .map(|item| example(place, item))
        .collect::<Result<_, _>>()?;
    skill.layout = fields.text("layout")?;
    skill.provenance = provenance(place, fields.get("provenance"))?;
    skill.source.galley_yaml = Some(source.to_owned());
    Ok(())
}

/// The file's tree, also for an edit.
pub(super) fn tree(place: &Place<'_>) -> Result<Node, Box<SkillError>> {
    let source = place.source;
    let start = source.len() - source.trim_start_matches('\u{feff}').len();
    yaml::read(place, start..source.len())
}

fn slots(place: Place<'_>, items: &[Node]) -> Result<Vec<Slot>, Box<SkillError>> {
    let mut slots: Vec<Slot> = Vec::with_capacity(items.len());
    for item in items {
        let fields = Fields::of(place, "slots", item)?;
        fields.only(&[
            "name",
            "type",
            "required",
            "default",
            "source",
            "max-characters",
            "choices",
        ])?;
        let name = fields.required_text("name")?;
        let at = fields.get("name").map_or(0, |node| node.span.start);
        if slots.iter().any(|slot| slot.name == name) {
            return Err(place.error(at, "skill.duplicate-slot", &[("slot", &name)]));
        }
        let kind = fields.one_of("type", &SLOT_KINDS)?;
        let choices = fields.texts("choices")?;
        if kind == Some(SlotKind::Choice) && choices.is_empty() {
            return Err(fields.missing("choices"));
        }
        let default = fields.text("default")?;
        if let Some(value) = default.as_ref().filter(|_| !choices.is_empty())
            && !choices.contains(value)
        {
            let at = fields.get("default").map_or(at, |node| node.span.start);
            return Err(place.error(
                at,
                "skill.unknown-value",
                &[
                    ("key", "default"),
                    ("value", value),
                    ("expected", &choices.join(", ")),
                ],
            ));
        }
        slots.push(Slot {
            name,
            kind: kind.unwrap_or(SlotKind::Text),
            required: fields.truth("required")?.unwrap_or(false),
            default,
            source: fields
                .one_of("source", &SLOT_SOURCES)?
                .unwrap_or(SlotSource::Brief),
            max_characters: fields.whole("max-characters")?,
            choices,
        });
    }
    Ok(slots)
}

fn structure(place: Place<'_>, node: &Node, items: &[Node]) -> Result<Structure, Box<SkillError>> {
    if items.is_empty() {
        return Err(place.error(node.span.start, "skill.no-moves", &[]));
    }
    let moves = items
        .iter()
        .map(|item| {
            let fields = Fields::of(place, "structure", item)?;
            fields.only(&["move", "required", "max-words"])?;
            Ok(Move {
                kind: fields
                    .one_of("move", &MoveKind::NAMES)?
                    .ok_or_else(|| fields.missing("move"))?,
                required: fields.truth("required")?.unwrap_or(true),
                max_words: fields
                    .whole("max-words")?
                    .ok_or_else(|| fields.missing("max-words"))?,
            })
        })
        .collect::<Result<_, Box<SkillError>>>()?;
    Ok(Structure { moves })
}

/// A lock on a heading that is not there would protect nothing, so it is an error.
fn locked(place: Place<'_>, items: &[Node], skill: &Skill) -> Result<Vec<String>, Box<SkillError>> {
    items
        .iter()
        .map(|item| {
            let heading = text(&place, "locked", item)?;
            if skill.sections.iter().any(|section| section.is(&heading)) {
                return Ok(heading);
            }
            let expected: Vec<_> = skill
                .sections
                .iter()
                .map(|section| section.heading.as_str())
                .collect();
            Err(place.error(
                item.span.start,
                "skill.unknown-heading",
                &[("heading", &heading), ("expected", &expected.join(", "))],
            ))
        })
        .collect()
}

fn example(place: Place<'_>, item: &Node) -> Result<Example, Box<SkillError>> {
    let fields = Fields::of(place, "examples", item)?;
    fields.only(&["kind", "text", "why"])?;
    Ok(Example {
        good: fields
            .one_of("kind", &[("good", true), ("bad", false)])?
            .ok_or_else(|| fields.missing("kind"))?,
        text: fields.required_text("text")?,
        why: fields.required_text("why")?,
    })
}

fn provenance(place: Place<'_>, node: Option<&Node>) -> Result<Provenance, Box<SkillError>> {
    let Some(node) = node else {
        return Ok(Provenance::default());
    };
    if let Value::Map(_) = node.value {
        let fields = Fields::of(place, "provenance", node)?;
        fields.only(&["learned-from"])?;
        return Ok(Provenance::Learned(fields.texts("learned-from")?));
    }
    one_of(&place, "provenance", node, &[("hand-written", ())])?;
    Ok(Provenance::HandWritten)
}
