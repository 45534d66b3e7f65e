//! Skills: know-how for one kind of post, in files that a person can read and edit.
//!
//! A skill is a folder with `SKILL.md`, a valid *Agent Skill* (<https://agentskills.io/specification>,
//! read 2026-11-20), and beside it `galley.yaml` with what the convention has no place for. A folder
//! without `galley.yaml` works too: its intents are read from its description and it gets
//! [`Structure::default`]. The exact source is kept, so that an edit changes its own bytes only.

use crate::networks::NetworkId;
use crate::text::Span;
use std::collections::BTreeMap;

mod checks;
mod editing;
mod error;
mod fields;
pub mod filling;
mod front_matter;
mod manifest;
pub mod matching;
mod shipped;
mod structure;
mod yaml;

pub use checks::{Check, FailedCheck};
pub use error::SkillError;
pub use filling::fill;
pub use shipped::{SHIPPED, ShippedSkill};
pub use structure::{Move, MoveKind, Structure};

/// The name of the skill that is used when no other fits.
pub const GENERAL: &str = "general";

/// Longest file of a skill in bytes. The convention advises fewer than 5,000 tokens.
pub const MAX_FILE_BYTES: usize = 256 * 1024;

/// A skill with its exact source.
#[derive(Debug, Clone, PartialEq)]
pub struct Skill {
    /// Lower-case letters, digits and hyphens.
    pub name: String,
    /// What it does and when to use it.
    pub description: String,
    pub license: Option<String>,
    pub metadata: BTreeMap<String, String>,
    /// The headings of the body with their text.
    pub sections: Vec<Section>,
    /// Of `galley.yaml`; `0` where there is none.
    pub version: String,
    /// Kinds of post it writes, its own first. Most are goals that `drafting::intent` reads.
    pub intents: Vec<String>,
    /// Networks it is for; empty: all.
    pub networks: Vec<NetworkId>,
    /// What the reader should know or do afterwards, in one sentence.
    pub goal: String,
    pub slots: Vec<Slot>,
    pub structure: Structure,
    /// Headings of the body that only an Admin may edit.
    pub locked: Vec<String>,
    pub checks: Vec<Check>,
    pub examples: Vec<Example>,
    /// Visual template.
    pub layout: Option<String>,
    pub provenance: Provenance,
    pub source: SkillSource,
    /// Its words, counted once for matching.
    terms: matching::Terms,
}

/// The files as they were read, to the byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillSource {
    pub skill_md: String,
    pub galley_yaml: Option<String>,
}

/// A heading of the body and the text below it, up to the next heading of its level or above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub heading: String,
    /// 1 to 6.
    pub level: u8,
    /// Bytes of `SKILL.md`, the heading included.
    pub span: Span,
}

/// A value that the post needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    pub name: String,
    pub kind: SlotKind,
    /// Without an honest value for it there is no post.
    pub required: bool,
    pub default: Option<String>,
    pub source: SlotSource,
    pub max_characters: Option<u32>,
    /// For [`SlotKind::Choice`].
    pub choices: Vec<String>,
}

/// What a slot holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotKind {
    Text,
    Topic,
    Product,
    Audience,
    Price,
    Quantity,
    Date,
    Link,
    CallToAction,
    Choice,
}

/// Where a slot's value comes from, before its default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotSource {
    Brief,
    Brand,
    /// From an entry, cited.
    Knowledge,
    /// As the skill's default has it.
    Literal,
}

/// A post that shows what to do or what to avoid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    pub good: bool,
    pub text: String,
    pub why: String,
}

/// Who made the skill.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Provenance {
    #[default]
    HandWritten,
    /// Learned from past posts, by their ids.
    Learned(Vec<String>),
}

/// Which of a skill's files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkillFile {
    SkillMd,
    GalleyYaml,
}

/// The files of one skill, as they were found.
#[derive(Debug, Clone, Copy)]
pub struct SkillFiles<'a> {
    /// Path of the folder, named in errors.
    pub folder: &'a str,
    pub skill_md: &'a str,
    pub galley_yaml: Option<&'a str>,
}

/// Reads one skill. A byte order mark and CRLF line ends are read past and kept.
///
/// # Errors
/// The first thing that is wrong, with file, line, column and what was expected.
pub fn parse(skill_md: &str, galley_yaml: Option<&str>) -> Result<Skill, Box<SkillError>> {
    let mut skill = front_matter::read(skill_md)?;
    match galley_yaml {
        Some(text) => manifest::read(text, &mut skill)?,
        None => skill.intents = matching::intents_of(&skill),
    }
    skill.terms = matching::Terms::of(&skill);
    Ok(skill)
}

/// Reads many skills. One that is broken, or has the name of one before it, is reported and the others
/// are still there.
pub fn load_all(files: &[SkillFiles<'_>]) -> (Vec<Skill>, Vec<SkillError>) {
    let (mut skills, mut errors) = (Vec::<Skill>::new(), Vec::new());
    for found in files {
        let read = parse(found.skill_md, found.galley_yaml).and_then(|skill| {
            if skills.iter().any(|other| other.name == skill.name) {
                let place = error::Place {
                    file: front_matter::FILE,
                    source: found.skill_md,
                };
                return Err(place.error(0, "skill.duplicate-name", &[("name", &skill.name)]));
            }
            Ok(skill)
        });
        match read {
            Ok(skill) => skills.push(skill),
            Err(error) => errors.push(SkillError {
                file: format!("{}/{}", found.folder.trim_end_matches('/'), error.file),
                ..*error
            }),
        }
    }
    (skills, errors)
}

impl Skill {
    /// The text of the section with this heading, without the heading; case does not matter.
    pub fn section(&self, heading: &str) -> Option<&str> {
        let section = self.sections.iter().find(|section| section.is(heading))?;
        let text = section.span.slice(&self.source.skill_md)?;
        Some(text.split_once('\n').map_or("", |(_, below)| below).trim())
    }
}

impl Section {
    /// Whether the heading is this one. "Rules (locked)" is also "Rules".
    pub fn is(&self, heading: &str) -> bool {
        let plain = |text: &str| {
            let text = text.trim().to_lowercase();
            text.strip_suffix("(locked)")
                .unwrap_or(&text)
                .trim()
                .to_owned()
        };
        plain(&self.heading) == plain(heading)
    }
}

#[cfg(test)]
mod tests;
