//! Guards: what is checked before a post leaves, and how it can be mended.
//!
//! A guard is one file below this module: two sentences for the user, `check`, `fix` and tests, and one
//! line in [`GUARDS`]. A finding carries a code and values, never a sentence: the catalogs speak.
//!
//! A guard proposes fixes; [`check`] tries each on the text and keeps those that remove the finding and
//! make no guard worse. So a fix that is shown is a fix that helps.

use crate::brand::{BrandProfile, RuleSource};
use crate::knowledge::Fact;
use crate::knowledge::entailment::Support;
use crate::language::Language;
use crate::networks::{self, NetworkId, NetworkRules, Sourced};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

mod banned_words;
mod common;
mod cuts;
mod hashtags;
mod house_style;
mod length;
mod links;
mod placeholder;
mod required_text;
mod unsupported_claim;

pub use common::{check_common, fix_all_common};

#[cfg(test)]
mod tests;

/// All guards, in the order in which findings at the same place are shown.
pub const GUARDS: &[Guard] = &[
    length::GUARD,
    placeholder::GUARD,
    unsupported_claim::GUARD,
    banned_words::GUARD,
    required_text::GUARD,
    house_style::GUARD,
    hashtags::GUARD,
    links::GUARD,
];

/// Most rounds of [`fix_all`]. Each round lowers what the findings weigh, so this is a bound on time.
const MAX_ROUNDS: usize = 40;

/// Most outcomes of fixes that one check tries: a text with more findings than this shows the others without one.
const MAX_TRIED: usize = 24;

/// Texts above this many bytes get no tried fixes but for their length: they are no posts.
const MAX_FIXED_BYTES: usize = 8_000;

/// One guard. The settings and the property suite go by [`GUARDS`].
pub struct Guard {
    /// Names it in findings and in the catalogs (`<id>` is its title, `<id>.about` its two sentences).
    pub id: &'static str,
    check: fn(&Draft<'_>, &Measured, &CheckContext<'_>) -> Vec<Finding>,
    /// Fixes that might help, the best first.
    fix: fn(&Draft<'_>, &CheckContext<'_>, &Finding) -> Vec<Fix>,
}

/// What is checked: one version of a post.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    pub network: NetworkId,
    pub text: &'a str,
    pub link: Option<&'a str>,
    /// How many pictures it has.
    pub media: u32,
    pub first_comment: Option<&'a str>,
    pub language: Language,
}

impl Draft<'_> {
    fn rules(&self) -> &'static NetworkRules {
        networks::rules(self.network)
    }
}

/// What was measured on rendered designs (glyph boxes, contrast, colors, crops): filled by the guards on
/// pictures when there are designs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Measured {}

/// What a check goes by, prepared once for all versions of a candidate.
#[derive(Debug, Clone)]
pub struct CheckContext<'a> {
    brand: &'a BrandProfile,
    support: Support,
    /// Folded text of everything that supports a claim.
    stated: String,
}

impl<'a> CheckContext<'a> {
    /// `facts` are those that the text may use; what the brand's profile says counts as stated too.
    pub fn new(brand: &'a BrandProfile, facts: &[Fact]) -> Self {
        let mut sources: Vec<&str> = vec![&brand.name, &brand.one_liner];
        sources.extend(brand.website.as_deref());
        sources.extend(brand.audiences.iter().map(String::as_str));
        sources.extend(brand.hashtags.iter().map(String::as_str));
        sources.extend(brand.rules.required.iter().map(|rule| rule.text.as_str()));
        for fact in facts {
            sources.push(&fact.text);
            sources.push(&fact.subject);
            sources.extend(fact.question.as_deref());
            sources.extend(fact.headings.iter().map(String::as_str));
            if let Some(product) = &fact.product {
                sources.push(&product.name);
                let cells = [
                    &product.price,
                    &product.unit,
                    &product.availability,
                    &product.description,
                ];
                sources.extend(cells.into_iter().flatten().map(String::as_str));
                for detail in &product.details {
                    sources.extend([detail.name.as_str(), detail.value.as_str()]);
                }
            }
        }
        Self {
            brand,
            support: Support::of(&sources),
            stated: crate::text::fold(&sources.join("\n")),
        }
    }
}

/// What [`fix_all`] came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct FixedAll {
    pub text: String,
    /// The fixes in the order in which they were applied; each one's edits are places in the text before it.
    pub applied: Vec<Fix>,
    /// What is left, with no fix that would help.
    pub left: Vec<Finding>,
}

/// Checks a version with all guards. Findings stand in the order of the text; those on the whole version
/// come first.
pub fn check(draft: &Draft<'_>, measured: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let mut findings = findings(draft, measured, context);
    let mut trial = Trial::new(draft, measured, context, &findings);
    for finding in &mut findings {
        for fix in proposed(draft, context, finding) {
            if trial.helps(finding, &fix) {
                finding.fixes.push(fix);
            }
        }
    }
    findings
}

/// Applies the first fix that helps, until none does. The result is a fixed point: fixing it again changes
/// nothing.
pub fn fix_all(draft: &Draft<'_>, measured: &Measured, context: &CheckContext<'_>) -> FixedAll {
    let mut text = draft.text.to_owned();
    let mut applied = Vec::new();
    while applied.len() < MAX_ROUNDS {
        let now = Draft {
            text: &text,
            ..*draft
        };
        let mut found = findings(&now, measured, context);
        let mut trial = Trial::new(&now, measured, context, &found);
        // What blocks comes first: cutting a sentence for it may take lesser findings along.
        found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let fix = found.iter().find_map(|finding| {
            proposed(&now, context, finding)
                .into_iter()
                .find(|fix| trial.helps(finding, fix))
        });
        let Some((fix, fixed)) = fix.and_then(|fix| apply(&text, &fix).map(|fixed| (fix, fixed)))
        else {
            break;
        };
        applied.push(fix);
        text = fixed;
    }
    let left = check(
        &Draft {
            text: &text,
            ..*draft
        },
        measured,
        context,
    );
    FixedAll {
        text,
        applied,
        left,
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

fn findings(draft: &Draft<'_>, measured: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = GUARDS
        .iter()
        .flat_map(|guard| (guard.check)(draft, measured, context))
        .collect();
    found.sort_by_key(|finding| finding.span.map(|span| (span.start, span.end)));
    found
}

fn proposed(draft: &Draft<'_>, context: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let guard = GUARDS.iter().find(|guard| guard.id == finding.guard);
    let fixable = draft.text.len() <= MAX_FIXED_BYTES || finding.guard == length::GUARD.id;
    guard
        .filter(|_| fixable)
        .map(|guard| (guard.fix)(draft, context, finding))
        .unwrap_or_default()
}

/// Tries fixes on one state of a text. Findings in one sentence often propose the same cut: each outcome
/// is checked once.
struct Trial<'a> {
    draft: &'a Draft<'a>,
    measured: &'a Measured,
    context: &'a CheckContext<'a>,
    before: Weights,
    counts: Counts,
    outcomes: BTreeMap<String, (Weights, Counts)>,
}

impl<'a> Trial<'a> {
    fn new(
        draft: &'a Draft<'a>,
        measured: &'a Measured,
        context: &'a CheckContext<'a>,
        found: &[Finding],
    ) -> Self {
        Self {
            draft,
            measured,
            context,
            before: Weights::of(found),
            counts: counts(found),
            outcomes: BTreeMap::new(),
        }
    }

    /// Whether a fix removes its finding, leaves a text, and makes no guard worse. Once [`MAX_TRIED`]
    /// outcomes were checked, new ones are not.
    fn helps(&mut self, finding: &Finding, fix: &Fix) -> bool {
        let Some(text) = apply(self.draft.text, fix) else {
            return false;
        };
        if text.trim().is_empty() || text == self.draft.text {
            return false;
        }
        if !self.outcomes.contains_key(&text) {
            if self.outcomes.len() >= MAX_TRIED {
                return false;
            }
            let changed = Draft {
                text: &text,
                ..*self.draft
            };
            let after = findings(&changed, self.measured, self.context);
            let outcome = (Weights::of(&after), counts(&after));
            self.outcomes.insert(text.clone(), outcome);
        }
        let Some((weights, counts)) = self.outcomes.get(&text) else {
            return false;
        };
        let key = key(finding);
        let of = |counts: &Counts| counts.get(&key).copied().unwrap_or(0);
        of(counts) < of(&self.counts)
            && !weights.worse_than(&self.before)
            && weights.total() < self.before.total()
    }
}

/// How many findings there are of each guard and code.
type Counts = BTreeMap<(String, String), usize>;

fn key(finding: &Finding) -> (String, String) {
    (finding.guard.clone(), finding.code.clone())
}

fn counts(findings: &[Finding]) -> Counts {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(key(finding)).or_insert(0) += 1;
    }
    counts
}

/// What the findings of each guard weigh together.
#[derive(Debug, Default)]
struct Weights(BTreeMap<String, u64>);

impl Weights {
    fn of(findings: &[Finding]) -> Self {
        let mut weights = Self::default();
        for finding in findings {
            let weight = match finding.severity {
                Severity::Note => 1,
                Severity::Warn => 100,
                Severity::Block => 10_000,
            };
            *weights.0.entry(finding.guard.clone()).or_insert(0) += weight;
        }
        weights
    }

    fn worse_than(&self, before: &Self) -> bool {
        self.0
            .iter()
            .any(|(guard, weight)| *weight > before.0.get(guard).copied().unwrap_or(0))
    }

    fn total(&self) -> u64 {
        self.0.values().sum()
    }
}

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
    fn new<const N: usize>(
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
    fn by_network<T>(mut self, rule: &Sourced<T>) -> Self {
        self.source = (!rule.source.is_empty()).then(|| RuleOrigin {
            name: rule.source.to_owned(),
            date: Some(rule.date.to_owned()),
        });
        self
    }

    /// With the brand's document as its source.
    fn by_brand(mut self, source: Option<&RuleSource>) -> Self {
        self.source = source.map(|source| RuleOrigin {
            name: source.file.clone(),
            date: None,
        });
        self
    }
}

impl Fix {
    fn new<const N: usize>(code: &str, params: [(&str, String); N], edits: Vec<TextEdit>) -> Self {
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
