//! Guards: what is checked before a post leaves, and how it can be mended.
//!
//! A guard is one file below this module: two sentences for the user, `check`, `fix` and tests, and one
//! line in [`GUARDS`]. A finding carries a code and values, never a sentence: the catalogs speak.

use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much a finding matters.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    Note,
    Warn,
    /// Keeps the version from being approved.
    Block,
}

/// Something that a guard found, at an exact place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct Finding {
    /// The guard's id: `length`, `hashtags`, `unsupported-claim`, …
    pub guard: String,
    /// Names a sentence of the catalogs: `length.too-long`.
    pub code: String,
    pub severity: Severity,
    /// Byte range in the version's text; `None`: the whole version is meant.
    pub span: Option<Span>,
    pub params: BTreeMap<String, String>,
    /// Possible fixes, the best first.
    pub fixes: Vec<Fix>,
    /// Where the rule comes from: a network's page, or the brand's document.
    pub source: Option<RuleOrigin>,
}

/// A replacement that mends a finding.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Fix {
    /// Names a sentence of the catalogs: `use-instead`, `cut`, `shorten`.
    pub code: String,
    pub params: BTreeMap<String, String>,
    /// Replacements in the version's text, ascending and apart from each other.
    pub edits: Vec<TextEdit>,
}

/// `span` of the text becomes `text`.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct TextEdit {
    pub span: Span,
    pub text: String,
}

/// Where a rule comes from.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct RuleOrigin {
    /// A web address, or a document's file.
    pub name: String,
    /// `YYYY-MM-DD` when it was read, for networks' pages.
    pub date: Option<String>,
}
