//! What a guard says: findings at their places, and the fixes of them.

use super::Source;
use crate::brand::RuleSource;
use crate::networks::Sourced;
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

impl Finding {
    pub(super) fn new<const N: usize>(
        guard: &str,
        code: &str,
        severity: Severity,
        span: Option<Span>,
        params: [(&str, String); N],
    ) -> Self {
        Self {
            guard: guard.to_owned(),
            code: format!("{guard}.{code}"),
            severity,
            span,
            params: named(params),
            fixes: Vec::new(),
            source: None,
        }
    }

    /// With the network's page as its source, if a page states the rule.
    pub(super) fn by_network<T>(mut self, rule: &Sourced<T>) -> Self {
        self.source = (!rule.source.is_empty()).then(|| RuleOrigin {
            name: rule.source.to_owned(),
            date: Some(rule.date.to_owned()),
        });
        self
    }

    /// With a page as its source.
    pub(super) fn by_page(mut self, source: &Source) -> Self {
        self.source = Some(RuleOrigin::of(source));
        self
    }

    /// With the brand's document as its source.
    pub(super) fn by_brand(mut self, source: Option<&RuleSource>) -> Self {
        self.source = source.map(|source| RuleOrigin {
            name: source.file.clone(),
            date: None,
        });
        self
    }
}

impl Fix {
    pub(super) fn new<const N: usize>(
        code: &str,
        params: [(&str, String); N],
        edits: Vec<TextEdit>,
    ) -> Self {
        Self {
            code: code.to_owned(),
            params: named(params),
            edits,
        }
    }
}

fn named<const N: usize>(params: [(&str, String); N]) -> BTreeMap<String, String> {
    params
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
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

impl RuleOrigin {
    /// A page.
    pub fn of(source: &Source) -> Self {
        Self {
            name: source.address.to_owned(),
            date: Some(source.date.to_owned()),
        }
    }
}

/// The text with a fix applied; `None` if its edits do not fit the text.
pub fn apply(text: &str, fix: &Fix) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in &fix.edits {
        let range = edit.span.range();
        if range.start > range.end {
            return None;
        }
        out.push_str(text.get(at..range.start)?);
        out.push_str(&edit.text);
        text.get(range.clone())?;
        at = range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}
