//! Guards: what is checked before a post leaves, and how it can be mended.
//!
//! A guard is one file below this module: two sentences for the user, `check`, `fix` and tests, and one
//! line in [`GUARDS`]. A finding carries a code and values, never a sentence: the catalogs speak. What a
//! guard finds can be lowered or switched off by the brand ([`GuardLevel`]), but for what a network refuses.
//!
//! A guard proposes fixes; [`check`] tries each on the text and keeps those that remove the finding and
//! make no guard worse. So a fix that is shown is a fix that helps.

use crate::ids::PostId;
use crate::language::Language;
use crate::networks::{self, NetworkId, NetworkRules};
use crate::posts::MediaUse;
use serde::{Deserialize, Serialize};
use trial::Trial;

mod alt_text;
mod banned_words;
mod capitals;
mod common;
mod context;
mod cuts;
mod duplicate;
mod emoji;
mod finding;
mod hashtags;
mod house_style;
mod inclusive_language;
mod legal_words;
mod length;
mod lexicon;
mod links;
mod mentions;
mod placeholder;
mod profanity;
mod reading;
mod reading_level;
mod required_text;
mod sensitive_moment;
mod stale_fact;
mod trial;
mod unsupported_claim;

pub use common::{check_common, fix_all_common};
pub use context::{CheckContext, Circumstances, GuardLevel};
pub use duplicate::{RecentPost, RecentPosts};
pub use finding::{Finding, Fix, RuleOrigin, Severity, TextEdit, apply};
use reading::Reading;
pub use reading_level::UsualEase;

#[cfg(test)]
mod precision_tests;
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
    mentions::GUARD,
    profanity::GUARD,
    legal_words::GUARD,
    stale_fact::GUARD,
    duplicate::GUARD,
    sensitive_moment::GUARD,
    alt_text::GUARD,
    reading_level::GUARD,
    capitals::GUARD,
    emoji::GUARD,
    inclusive_language::GUARD,
];

/// Most rounds of [`fix_all`]. Each round lowers what the findings weigh, so this is a bound on time.
const MAX_ROUNDS: usize = 40;

/// Texts above this many bytes get no tried fixes but for their length: they are no posts.
const MAX_FIXED_BYTES: usize = 8_000;

/// One guard. The settings, the help and the property suite go by [`GUARDS`].
pub struct Guard {
    /// Names it in findings and in the catalogs (`<id>` is its title, `<id>.about` its two sentences,
    /// `<id>.fix` what its fixes do).
    pub id: &'static str,
    /// The codes of its findings, each with a text in the catalogs.
    pub codes: &'static [&'static str],
    /// Codes of what a network refuses: a brand cannot lower them.
    pub limits: &'static [&'static str],
    /// The pages that its rules come from, besides the networks' and the brand's own. Empty: the rule is
    /// our own.
    pub sources: &'static [Source],
    check: fn(&Reading<'_>, &Measured, &CheckContext<'_>) -> Vec<Finding>,
    /// Fixes that might help, the best first.
    fix: fn(&Reading<'_>, &CheckContext<'_>, &Finding) -> Vec<Fix>,
}

/// A page that states a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Web address, or `doi:` with an article's number.
    pub address: &'static str,
    /// `YYYY-MM-DD` when it was read.
    pub date: &'static str,
}

/// What is checked: one version of a post.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    pub network: NetworkId,
    pub text: &'a str,
    pub link: Option<&'a str>,
    pub media: &'a [MediaUse],
    pub first_comment: Option<&'a str>,
    pub language: Language,
    /// The post that it belongs to: it is no duplicate of itself. `None`: it is not stored.
    pub post: Option<PostId>,
}

impl<'a> Draft<'a> {
    fn rules(&self) -> &'static NetworkRules {
        networks::rules(self.network)
    }

    fn with_text<'b>(&self, text: &'b str) -> Draft<'b>
    where
        'a: 'b,
    {
        Draft { text, ..*self }
    }
}

/// What was measured on rendered designs (glyph boxes, contrast, colors, crops): filled by the guards on
/// pictures when there are designs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Measured {}

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
    let reading = Reading::new(*draft);
    let mut findings = findings(&reading, measured, context);
    let mut trial = Trial::new(draft, measured, context, &findings);
    for finding in &mut findings {
        for fix in proposed(&reading, context, finding) {
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
        let now = draft.with_text(&text);
        let reading = Reading::new(now);
        let mut found = findings(&reading, measured, context);
        let mut trial = Trial::new(&now, measured, context, &found);
        // What blocks comes first: cutting a sentence for it may take lesser findings along.
        found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let fix = found.iter().find_map(|finding| {
            proposed(&reading, context, finding)
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
    let left = check(&draft.with_text(&text), measured, context);
    FixedAll {
        text,
        applied,
        left,
    }
}

/// What all guards find, at the level that the brand gives each.
fn findings(
    reading: &Reading<'_>,
    measured: &Measured,
    context: &CheckContext<'_>,
) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for guard in GUARDS {
        let level = context.level(guard.id);
        if level == GuardLevel::Off && guard.limits.is_empty() {
            continue;
        }
        let all = (guard.check)(reading, measured, context).into_iter();
        found.extend(all.filter_map(|finding| guard.at(level, finding)));
    }
    found.sort_by_key(|finding| finding.span.map(|span| (span.start, span.end)));
    found
}

fn proposed(reading: &Reading<'_>, context: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let guard = GUARDS.iter().find(|guard| guard.id == finding.guard);
    let fixable = reading.text.len() <= MAX_FIXED_BYTES || finding.guard == length::GUARD.id;
    guard
        .filter(|_| fixable)
        .map(|guard| (guard.fix)(reading, context, finding))
        .unwrap_or_default()
}

impl Guard {
    /// A finding as a brand that set this level has it. What a network refuses stays as it is.
    fn at(&self, level: GuardLevel, mut finding: Finding) -> Option<Finding> {
        if self.limits.contains(&finding.code.as_str()) {
            return Some(finding);
        }
        finding.severity = finding.severity.min(level.highest()?);
        Some(finding)
    }
}
