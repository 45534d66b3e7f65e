//! Ranking of candidates: a weighted sum whose parts are kept, so that the reader sees why.

use super::likeness::Trigrams;
use super::{Candidate, Ranking, RankingPart};
use crate::guards::Severity;
use crate::text;
use serde::{Deserialize, Serialize};

/// Weights of the parts. They are data: learning changes them, and their sum is made 1 before use.
#[derive(
    Debug, Clone, Copy, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Weights {
    pub voice: f32,
    pub findings: f32,
    pub support: f32,
    pub readability: f32,
    pub relevance: f32,
    pub diversity: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            voice: 0.2,
            findings: 0.25,
            support: 0.1,
            readability: 0.1,
            relevance: 0.3,
            diversity: 0.05,
        }
    }
}

/// The value of a part that cannot be measured: voice without enough posts.
const UNKNOWN: f32 = 0.5;

/// Measures the candidates and puts the best first. `relevance` of a candidate is that of its lead and of all its facts.
pub fn rerank(mut candidates: Vec<Candidate>, weights: &Weights) -> Vec<Candidate> {
    let trigrams: Vec<Trigrams> = candidates
        .iter()
        .map(|one| Trigrams::of(longest(one)))
        .collect();
    for at in 0..candidates.len() {
        let nearest = (0..trigrams.len())
            .filter(|other| *other != at)
            .map(|other| trigrams[at].containment(&trigrams[other]))
            .fold(0.0, f32::max);
        candidates[at].ranking = ranking(&candidates[at], 1.0 - nearest, weights);
    }
    candidates.sort_by(|left, right| {
        right
            .ranking
            .total
            .total_cmp(&left.ranking.total)
            .then_with(|| left.angle.lead.cmp(&right.angle.lead))
    });
    candidates
}

fn ranking(candidate: &Candidate, diversity: f32, weights: &Weights) -> Ranking {
    let text = longest(candidate);
    let mut parts = [
        ("voice", voice(candidate), weights.voice),
        ("findings", findings(candidate), weights.findings),
        ("support", support(candidate), weights.support),
        ("readability", readability(text), weights.readability),
        ("relevance", relevance(candidate), weights.relevance),
        ("diversity", diversity, weights.diversity),
    ]
    .map(|(code, value, weight)| RankingPart {
        code: code.to_owned(),
        value: value.clamp(0.0, 1.0),
        weight: weight.max(0.0),
    })
    .to_vec();
    let sum: f32 = parts.iter().map(|part| part.weight).sum();
    if sum > 0.0 {
        for part in &mut parts {
            part.weight /= sum;
        }
    }
    parts.sort_by(|left, right| {
        right
            .weight
            .total_cmp(&left.weight)
            .then_with(|| left.code.cmp(&right.code))
    });
    let total = parts.iter().map(|part| part.value * part.weight).sum();
    Ranking { total, parts }
}

fn longest(candidate: &Candidate) -> &str {
    candidate
        .versions
        .iter()
        .map(|version| version.text.as_str())
        .max_by_key(|text| text.len())
        .unwrap_or_default()
}

fn voice(candidate: &Candidate) -> f32 {
    let scores: Vec<f32> = candidate
        .versions
        .iter()
        .filter_map(|version| version.voice.score)
        .collect();
    mean(&scores).map_or(UNKNOWN, |score| score / 10.0)
}

fn findings(candidate: &Candidate) -> f32 {
    let of_version = |findings: &[crate::guards::Finding]| {
        let cost: f32 = findings
            .iter()
            .map(|finding| match finding.severity {
                Severity::Block => 0.5,
                Severity::Warn => 0.15,
                Severity::Note => 0.03,
            })
            .sum();
        (1.0 - cost).max(0.0)
    };
    let values: Vec<f32> = candidate
        .versions
        .iter()
        .map(|version| of_version(&version.findings))
        .collect();
    mean(&values).unwrap_or(UNKNOWN)
}

/// The share of words that stand on a fact.
fn support(candidate: &Candidate) -> f32 {
    let values: Vec<f32> = candidate
        .versions
        .iter()
        .filter_map(|version| {
            let words: Vec<_> = text::words(&version.text).collect();
            let cited = words
                .iter()
                .filter(|word| {
                    version
                        .citations
                        .iter()
                        .any(|citation| citation.span.overlaps(word.span))
                })
                .count();
            (!words.is_empty()).then(|| cited as f32 / words.len() as f32)
        })
        .collect();
    mean(&values).unwrap_or(UNKNOWN)
}

/// 1 up to 12 words a sentence, falling to 0 at 32: plain-language guides put the comfortable mean at 15 to
/// 20 (GOV.UK content design manual, read 2026-11-20), posts are read faster.
fn readability(text: &str) -> f32 {
    let lengths: Vec<f32> = text::sentences(text)
        .iter()
        .filter_map(|span| span.slice(text))
        .map(|sentence| super::manner::word_count(sentence) as f32)
        .collect();
    mean(&lengths).map_or(UNKNOWN, |length| 1.0 - ((length - 12.0) / 20.0).max(0.0))
}

/// Half what it begins with, half all that it states.
fn relevance(candidate: &Candidate) -> f32 {
    let values: Vec<f32> = candidate.facts.iter().map(|fact| fact.relevance).collect();
    let lead = candidate
        .facts
        .iter()
        .find(|fact| fact.entry == candidate.angle.lead)
        .map(|fact| fact.relevance);
    let Some(all) = mean(&values) else {
        return UNKNOWN;
    };
    0.5 * lead.unwrap_or(all) + 0.5 * all
}

fn mean(values: &[f32]) -> Option<f32> {
    (!values.is_empty()).then(|| values.iter().sum::<f32>() / values.len() as f32)
}
