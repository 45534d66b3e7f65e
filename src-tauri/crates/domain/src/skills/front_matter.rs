//! `SKILL.md`: front matter, and the headings of the body.

use super::error::{Place, SkillError};
use super::fields::{Fields, text};
use super::yaml::{self, Node};
use super::{MAX_FILE_BYTES, Provenance, Section, Skill, SkillSource, Structure, matching};
use crate::text::Span;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

pub(super) const FILE: &str = "SKILL.md";

/// Longest `name` and `description` in characters, by the convention
/// (<https://agentskills.io/specification>, read 2026-11-20).
const MAX_NAME: usize = 64;
const MAX_DESCRIPTION: usize = 1_024;

/// A skill with everything that `SKILL.md` says and nothing that `galley.yaml` would.
pub(super) fn read(source: &str) -> Result<Skill, Box<SkillError>> {
    let place = Place { file: FILE, source };
    refuse_large(&place)?;
    let (front, body) = split(&place)?;
    let node = yaml::read(&place, front)?;
    let fields = Fields::of(place, "front matter", &node)?;
    let name = fields.required_text("name")?;
    if !is_name(&name) {
        let at = fields.get("name").map_or(0, |node| node.span.start);
        return Err(place.error(at, "skill.bad-name", &[("name", &name)]));
    }
    let description = fields.required_text("description")?;
    if description.chars().count() > MAX_DESCRIPTION {
        let at = fields.get("description").map_or(0, |node| node.span.start);
        return Err(place.error(
            at,
            "skill.too-long",
            &[
                ("key", "description"),
                ("limit", &MAX_DESCRIPTION.to_string()),
            ],
        ));
    }
    Ok(Skill {
        name,
        description,
        license: fields.text("license")?,
        metadata: metadata(place, &fields)?,
        sections: sections(source, body),
        version: "0".to_owned(),
        intents: Vec::new(),
        networks: Vec::new(),
        goal: String::new(),
        slots: Vec::new(),
        structure: Structure::default(),
        locked: Vec::new(),
        checks: Vec::new(),
        examples: Vec::new(),
        layout: None,
        provenance: Provenance::default(),
        source: SkillSource {
            skill_md: source.to_owned(),
            galley_yaml: None,
        },
        terms: matching::Terms::default(),
    })
}

/// Lower-case letters, digits and single hyphens between them.
fn is_name(name: &str) -> bool {
    name.len() <= MAX_NAME
        && name.split('-').all(|part| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

pub(super) fn refuse_large(place: &Place<'_>) -> Result<(), Box<SkillError>> {
    if place.source.len() > MAX_FILE_BYTES {
        let limit = MAX_FILE_BYTES.to_string();
        let size = place.source.len().to_string();
        return Err(place.error(0, "skill.too-large", &[("limit", &limit), ("size", &size)]));
    }
    Ok(())
}

/// The YAML between the two `---` lines, and what follows.
pub(super) fn split(place: &Place<'_>) -> Result<(Range<usize>, Range<usize>), Box<SkillError>> {
    let source = place.source;
    let mut at = source.len() - source.trim_start_matches('\u{feff}').len();
    let mut lines = source[at..].split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != "---" {
        return Err(place.error(at, "skill.no-front-matter", &[("expected", "---")]));
    }
    at += first.len();
    let start = at;
    for line in lines {
        if line.trim_end() == "---" {
            return Ok((start..at, at + line.len()..source.len()));
        }
        at += line.len();
    }
    Err(place.error(at, "skill.open-front-matter", &[("expected", "---")]))
}

/// The convention has strings only; a bare number is taken as it is written.
fn metadata(
    place: Place<'_>,
    fields: &Fields<'_>,
) -> Result<BTreeMap<String, String>, Box<SkillError>> {
    let Some(node) = fields.get("metadata") else {
        return Ok(BTreeMap::new());
    };
    Fields::of(place, "metadata", node)?
        .pairs()
        .iter()
        .map(|pair| Ok((pair.key.clone(), text(&place, &pair.key, &pair.node)?)))
        .collect()
}

/// The headings of the body, each reaching to the next one of its level or above.
fn sections(source: &str, body: Range<usize>) -> Vec<Section> {
    let base = body.start;
    let text = source.get(body.clone()).unwrap_or_default();
    let mut found: Vec<Section> = Vec::new();
    let mut open: Option<(u8, usize, String)> = None;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match (event, &mut open) {
            (Event::Start(Tag::Heading { level, .. }), _) => {
                open = Some((level as u8, base + range.start, String::new()));
            }
            (Event::End(TagEnd::Heading(_)), Some(_)) => {
                if let Some((level, start, heading)) = open.take() {
                    for section in &mut found {
                        let reaches = section.span.end as usize == source.len();
                        if reaches && section.level >= level {
                            section.span.end = Span::of(start..start).end;
                        }
                    }
                    found.push(Section {
                        heading: heading.trim().to_owned(),
                        level,
                        span: Span::of(start..source.len()),
                    });
                }
            }
            (Event::Text(piece) | Event::Code(piece), Some((_, _, heading))) => {
                heading.push_str(&piece);
            }
            _ => {}
        }
    }
    found
}

/// The front matter's tree, for an edit.
pub(super) fn tree(place: &Place<'_>) -> Result<Node, Box<SkillError>> {
    let (front, _) = split(place)?;
    yaml::read(place, front)
}
