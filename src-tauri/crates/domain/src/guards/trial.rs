//! Trying fixes: one is shown only if it removes its finding and makes no guard worse.

use super::{CheckContext, Draft, Finding, Fix, Measured, Reading, Severity, apply, findings};
use std::collections::BTreeMap;

/// Most outcomes of fixes that one check tries: a text with more findings than this shows the others without one.
const MAX_TRIED: usize = 24;

/// Tries fixes on one state of a text. Findings in one sentence often propose the same cut: each outcome
/// is checked once.
pub(super) struct Trial<'a> {
    draft: &'a Draft<'a>,
    measured: &'a Measured,
    context: &'a CheckContext<'a>,
    before: Weights,
    counts: Counts,
    outcomes: BTreeMap<String, (Weights, Counts)>,
}

impl<'a> Trial<'a> {
    pub(super) fn new(
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
    pub(super) fn helps(&mut self, finding: &Finding, fix: &Fix) -> bool {
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
            let changed = Reading::new(self.draft.with_text(&text));
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
pub(super) type Counts = BTreeMap<(String, String), usize>;

pub(super) fn key(finding: &Finding) -> (String, String) {
    (finding.guard.clone(), finding.code.clone())
}

pub(super) fn counts(findings: &[Finding]) -> Counts {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(key(finding)).or_insert(0) += 1;
    }
    counts
}

/// What the findings of each guard weigh together.
#[derive(Debug, Default)]
pub(super) struct Weights(BTreeMap<String, u64>);

impl Weights {
    pub(super) fn of(findings: &[Finding]) -> Self {
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

    pub(super) fn worse_than(&self, before: &Self) -> bool {
        self.0
            .iter()
            .any(|(guard, weight)| *weight > before.0.get(guard).copied().unwrap_or(0))
    }

    fn total(&self) -> u64 {
        self.0.values().sum()
    }
}
