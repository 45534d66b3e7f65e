//! Edits that change their own bytes and nothing else.
//!
//! Every edit is made on the source and then read again: what comes back has to be the old skill with
//! exactly that one value changed, otherwise the edit is refused.

use super::error::{Place, SkillError};
use super::yaml::{Node, Value};
use super::{Skill, SkillFile, front_matter, manifest, parse};
use crate::members::Role;
use crate::text::Span;
use std::ops::Range;

impl Skill {
    /// `span` of a file becomes `text`. Gives the skill that the new text is.
    ///
    /// # Errors
    /// `skill.bad-span` if the span does not fit, `skill.locked` if it touches a locked section and the
    /// role is not Admin, and whatever reading the new text gives.
    pub fn edit(
        &self,
        file: SkillFile,
        span: Span,
        text: &str,
        role: Role,
    ) -> Result<Self, Box<SkillError>> {
        let place = self.place(file)?;
        if span.slice(place.source).is_none() {
            return Err(place.error(span.range().start, "skill.bad-span", &[]));
        }
        if let Some(heading) = self.lock_on(file, span).filter(|_| role != Role::Admin) {
            return Err(place.error(span.range().start, "skill.locked", &[("heading", heading)]));
        }
        self.replaced(file, span.range(), text)
    }

    /// The default of a skill slot becomes `value`; a slot that has none gets one.
    ///
    /// # Errors
    /// `skill.unknown-slot`; `skill.unknown-value` if the slot has choices and this is none of them;
    /// `skill.bad-edit` if the file is written in a way that does not take the value.
    pub fn set_slot_default(&self, slot: &str, value: &str) -> Result<Self, Box<SkillError>> {
        let place = self.place(SkillFile::GalleyYaml)?;
        let tree = manifest::tree(&place)?;
        let unknown = || place.error(0, "skill.unknown-slot", &[("slot", slot)]);
        let node = child(&tree, "slots")
            .and_then(|slots| match &slots.value {
                Value::List(items) => items.iter().find(|item| {
                    child(item, "name").is_some_and(|name| is_text(&name.value, slot))
                }),
                _ => None,
            })
            .ok_or_else(unknown)?;
        let new = self.with_value(SkillFile::GalleyYaml, node, "name", "default", value)?;
        let mut expected = self.clone();
        for other in &mut expected.slots {
            if other.name == slot {
                other.default = Some(value.to_owned());
            }
        }
        new.unless_other(expected, &place)
    }

    /// `name`, `description` or `license` of the front matter becomes `value`.
    ///
    /// # Errors
    /// `skill.unknown-key` for another key; otherwise as [`Skill::set_slot_default`], and what the
    /// convention does not allow (`skill.bad-name`, `skill.too-long`, `skill.missing-key`).
    pub fn set_front_matter(&self, key: &str, value: &str) -> Result<Self, Box<SkillError>> {
        let place = self.place(SkillFile::SkillMd)?;
        let mut expected = self.clone();
        match key {
            "name" => expected.name = value.trim().to_owned(),
            "description" => expected.description = value.trim().to_owned(),
            "license" => expected.license = Some(value.to_owned()),
            _ => {
                let params = [("key", key), ("expected", "name, description, license")];
                return Err(place.error(0, "skill.unknown-key", &params));
            }
        }
        let tree = front_matter::tree(&place)?;
        let new = self.with_value(SkillFile::SkillMd, &tree, "name", key, value)?;
        new.unless_other(expected, &place)
    }

    fn place(&self, file: SkillFile) -> Result<Place<'_>, Box<SkillError>> {
        match (file, &self.source.galley_yaml) {
            (SkillFile::SkillMd, _) => Ok(Place {
                file: front_matter::FILE,
                source: &self.source.skill_md,
            }),
            (SkillFile::GalleyYaml, Some(source)) => Ok(Place {
                file: manifest::FILE,
                source,
            }),
            (SkillFile::GalleyYaml, None) => {
                let place = Place {
                    file: manifest::FILE,
                    source: "",
                };
                Err(place.error(0, "skill.no-galley-yaml", &[]))
            }
        }
    }

    /// The locked heading whose section an edit of this span would touch.
    fn lock_on(&self, file: SkillFile, span: Span) -> Option<&str> {
        if file != SkillFile::SkillMd {
            return None;
        }
        self.sections
            .iter()
            .filter(|section| self.locked.iter().any(|heading| section.is(heading)))
            .find(|section| {
                let inserts_inside =
                    section.span.start < span.start && span.start < section.span.end;
                section.span.overlaps(span) || inserts_inside
            })
            .map(|section| section.heading.as_str())
    }

    fn replaced(
        &self,
        file: SkillFile,
        range: Range<usize>,
        text: &str,
    ) -> Result<Self, Box<SkillError>> {
        let place = self.place(file)?;
        let source = format!(
            "{}{text}{}",
            place.source.get(..range.start).unwrap_or_default(),
            place.source.get(range.end..).unwrap_or_default()
        );
        match file {
            SkillFile::SkillMd => parse(&source, self.source.galley_yaml.as_deref()),
            SkillFile::GalleyYaml => parse(&self.source.skill_md, Some(&source)),
        }
    }

    /// Sets `key` of a mapping, in place or after the value of `after`.
    fn with_value(
        &self,
        file: SkillFile,
        mapping: &Node,
        after: &str,
        key: &str,
        value: &str,
    ) -> Result<Self, Box<SkillError>> {
        let place = self.place(file)?;
        if let Some(node) = child(mapping, key).filter(|node| node.value != Value::Null) {
            let (range, text) = rewritten(place.source, node.span.clone(), value);
            return self.replaced(file, range, &text);
        }
        let refused = || place.error(mapping.span.start, "skill.bad-edit", &[("key", key)]);
        let Value::Map(pairs) = &mapping.value else {
            return Err(refused());
        };
        if let Some(empty) = pairs.iter().find(|pair| pair.key == key) {
            // "default:" with nothing behind it: the value goes behind the colon.
            let rest = &place.source[empty.key_span.end..];
            let colon = rest.find(':').ok_or_else(refused)?;
            let at = empty.key_span.end + colon + 1;
            return self.replaced(file, at..at, &format!(" {}", scalar(value)));
        }
        let anchor = pairs
            .iter()
            .find(|pair| pair.key == after)
            .ok_or_else(refused)?;
        let flow = place.source[mapping.span.start..].starts_with('{');
        if flow {
            let at = anchor.node.span.end;
            return self.replaced(file, at..at, &format!(", {key}: {}", scalar(value)));
        }
        let line_start = place.source[..anchor.key_span.start]
            .rfind('\n')
            .map_or(0, |newline| newline + 1);
        let column = place.source[line_start..anchor.key_span.start]
            .trim_start_matches('\u{feff}')
            .chars()
            .count();
        let rest = &place.source[anchor.node.span.end..];
        let line_end = rest.find('\n').map_or(place.source.len(), |newline| {
            anchor.node.span.end + newline + 1
        });
        let end = if place.source[..line_end].ends_with("\r\n") {
            "\r\n"
        } else {
            "\n"
        };
        let line = format!("{}{key}: {}{end}", " ".repeat(column), scalar(value));
        self.replaced(file, line_end..line_end, &line)
    }

    /// The new skill, if it is the expected one but for its source.
    fn unless_other(self, mut expected: Self, place: &Place<'_>) -> Result<Self, Box<SkillError>> {
        expected.source = self.source.clone();
        expected.terms = self.terms.clone();
        if self.source.galley_yaml.is_none() {
            // Without galley.yaml the intents follow the description.
            expected.intents.clone_from(&self.intents);
        }
        // What lies behind an edit of the front matter moves with it.
        let moved = self.sections.iter().zip(&mut expected.sections);
        moved.for_each(|(new, old)| old.span = new.span);
        if self == expected {
            Ok(self)
        } else {
            Err(place.error(0, "skill.bad-edit", &[("key", "")]))
        }
    }
}

fn child<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    match &node.value {
        Value::Map(pairs) => pairs
            .iter()
            .find(|pair| pair.key == key)
            .map(|pair| &pair.node),
        _ => None,
    }
}

fn is_text(value: &Value, wanted: &str) -> bool {
    matches!(value, Value::Text(text) | Value::Bare(text) if text.trim() == wanted)
}

/// The bytes to replace for a scalar at `span`, and what to put there, in the style that is there.
fn rewritten(source: &str, span: Range<usize>, value: &str) -> (Range<usize>, String) {
    let old = source.get(span.clone()).unwrap_or_default();
    let simple = !value.contains(char::is_control);
    if old.starts_with('\'') && simple {
        return (span, format!("'{}'", value.replace('\'', "''")));
    }
    if old.starts_with(['"', '\'']) {
        return (span, quoted(value));
    }
    // The span of a block scalar starts after its "|" or ">" line, which has to go with it.
    let line_start = source[..span.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    if source[line_start..span.start].trim().is_empty() {
        let above = source[..line_start].trim_end();
        let header = above
            .rfind(['|', '>'])
            .filter(|at| !above[*at..].contains('\n'));
        if let Some(header) = header {
            let end = span.start + old.trim_end().len();
            return (header..end, scalar(value));
        }
    }
    (span, scalar(value))
}

/// A YAML scalar for a text: plain where nothing in it means anything to YAML, else quoted.
fn scalar(value: &str) -> String {
    let harmless = |c: char| c.is_alphanumeric() || " ,.;()/%+£€$'!?–—-".contains(c);
    let plain = value.starts_with(char::is_alphabetic)
        && value.chars().all(harmless)
        && !value.contains(',')
        && !value.ends_with(' ')
        && !matches!(
            value.to_lowercase().as_str(),
            "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n" | "nan" | "inf"
        );
    if plain {
        value.to_owned()
    } else {
        quoted(value)
    }
}

fn quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Line and paragraph separators and the byte order mark mean something to YAML too.
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
