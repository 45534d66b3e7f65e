//! What is wrong with a skill's files, and where.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why a skill was not loaded. The catalogs turn `code` and `params` into a sentence.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
    thiserror::Error,
)]
#[error("{file}:{line}:{column}: {code} {params:?}")]
pub struct SkillError {
    /// `SKILL.md` or `galley.yaml`, with its folder where one is known.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
    /// Names a sentence of the catalogs: `skill.missing-key`, `skill.yaml-tab`, …
    pub code: String,
    /// Values for that sentence; `expected` says what should have stood there.
    pub params: BTreeMap<String, String>,
}

/// A file that is being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) file: &'a str,
    pub(super) source: &'a str,
}

impl Place<'_> {
    /// An error at a byte of the file.
    pub(super) fn error(&self, at: usize, code: &str, params: &[(&str, &str)]) -> Box<SkillError> {
        let mut at = at.min(self.source.len());
        while !self.source.is_char_boundary(at) {
            at -= 1;
        }
        let before = &self.source[..at];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let lines = before.bytes().filter(|byte| *byte == b'\n').count();
        let columns = before[line_start..].trim_start_matches('\u{feff}').chars();
        let counted = |count: usize| u32::try_from(count + 1).unwrap_or(u32::MAX);
        Box::new(SkillError {
            file: self.file.to_owned(),
            line: counted(lines),
            column: counted(columns.count()),
            code: code.to_owned(),
            params: params
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        })
    }
}
