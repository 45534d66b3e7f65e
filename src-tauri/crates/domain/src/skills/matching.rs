//! Which skill answers a brief.
//!
//! Confidence fuses two kinds of evidence: how outright the brief speaks of a skill's intents (and how
//! little of others), and how much of what it is about occurs in the skill's own words (BM25; Robertson
//! and Zaragoza 2009, k1 = 1.2, b = 0.75). Figures and cues are tuned on the labelled briefs beside this
//! file, but for `briefs.held-out.en.tsv`, which was written last; the example `matching_accuracy` prints
//! how often each set comes out right.

use super::{GENERAL, Skill};
use crate::drafting::Intent;
use crate::drafting::intent::{GOALS, evidence, goals};
use crate::text::{fold, words};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// From here on a skill is used without asking.
pub const USE: f32 = 0.75;
/// From here on it is worth asking; below, the general skill is used and said to be.
pub const ASK: f32 = 0.50;

/// What matching came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct Match {
    pub verdict: Verdict,
    /// The best skills with the general one among them, best first, at most [`RANKED`].
    pub ranked: Vec<Choice>,
}

/// The three bands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Verdict {
    /// One fits.
    Use { choice: Choice },
    /// A, B, C: two or three that may be meant, the general skill last unless three others fit better.
    Ask { choices: Vec<Choice> },
    /// None fits well enough.
    General { choice: Choice },
}

/// A skill and how well it fits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct Choice {
    /// The skill's name; [`GENERAL`] also where there is no such skill.
    pub skill: String,
    /// 0 to 1.
    pub confidence: f32,
    pub reasons: Vec<Reason>,
}

/// Why. The catalogs turn `code` and `params` into a sentence.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Reason {
    /// `skill.reason.goal`, `skill.reason.words`, `skill.reason.named`, `skill.reason.other-networks`,
    /// `skill.reason.no-other`.
    pub code: String,
    pub params: BTreeMap<String, String>,
}

/// Most skills that [`Match::ranked`] holds.
pub const RANKED: usize = 10;

/// Ranks skills for an intent. The same for the same input, whatever the order of the skills.
pub fn rank(intent: &Intent, skills: &[Skill]) -> Match {
    let query = Query::of(intent, skills);
    let mut scored: Vec<(f32, &Skill)> = skills
        .iter()
        .filter(|skill| skill.name != GENERAL)
        .map(|skill| (query.fit(skill).confidence(), skill))
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
    let general = Choice {
        skill: GENERAL.to_owned(),
        confidence: ASK,
        reasons: vec![reason("no-other", &[])],
    };
    let place = scored.partition_point(|(confidence, _)| *confidence >= ASK);
    let mut ranked: Vec<Choice> = scored
        .iter()
        .take(RANKED - 1)
        .map(|(confidence, skill)| query.choice(*confidence, skill))
        .collect();
    ranked.insert(place.min(ranked.len()), general.clone());
    let verdict = match ranked.first() {
        Some(best) if best.skill != GENERAL && best.confidence >= USE => Verdict::Use {
            choice: best.clone(),
        },
        Some(best) if best.skill != GENERAL => Verdict::Ask {
            choices: questions(&ranked, general),
        },
        _ => Verdict::General { choice: general },
    };
    Match { verdict, ranked }
}

/// The words of a skill, counted once when it is read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Terms {
    /// Hash of a word and its count, sorted by hash: a thousand skills are searched without touching
    /// their strings.
    counts: Vec<(u64, f32)>,
    length: f32,
    /// The words of its name and of each intent that is no goal of ours: naming them names the skill.
    names: Vec<Vec<String>>,
}

impl Terms {
    pub(super) fn of(skill: &Skill) -> Self {
        let texts = [
            skill.name.as_str(),
            skill.description.as_str(),
            skill.section("when to use").unwrap_or_default(),
        ];
        let intents = skill.intents.iter().map(String::as_str);
        let mut counts: BTreeMap<u64, f32> = BTreeMap::new();
        let mut length = 0.0;
        for term in texts.into_iter().chain(intents).flat_map(terms) {
            *counts.entry(hash(&term)).or_default() += 1.0;
            length += 1.0;
        }
        let own = [&skill.name].into_iter().chain(&skill.intents);
        Self {
            counts: counts.into_iter().collect(),
            length,
            names: own
                .filter(|name| !GOALS.contains(&name.as_str()) && *name != GENERAL)
                .map(|name| terms(name).collect())
                .filter(|words: &Vec<String>| !words.is_empty())
                .collect(),
        }
    }

    fn count(&self, term: &Term) -> f32 {
        self.counts
            .binary_search_by_key(&term.hash, |(hash, _)| *hash)
            .ok()
            .and_then(|at| self.counts.get(at))
            .map_or(0.0, |(_, count)| *count)
    }
}

/// FNV-1a, 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>, read 2026-11-20).
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The intents of a skill that names none: what its description speaks of outright, else its name.
pub(super) fn intents_of(skill: &Skill) -> Vec<String> {
    let mut intents: Vec<String> = goals(&skill.description)
        .into_iter()
        .filter(|goal| goal.score >= OUTRIGHT)
        .take(2)
        .map(|goal| goal.goal)
        .collect();
    if intents.is_empty() {
        intents.push(skill.name.clone());
    }
    intents
}

const OUTRIGHT: f32 = 0.85;

const K1: f32 = 1.2;
const B: f32 = 0.75;

/// What the skill's words can add to the evidence, at most.
const WORDS_WEIGHT: f32 = 0.8;
/// What naming the skill adds.
const NAMED: f32 = 2.6;
/// An intent that is not the skill's first counts a little less, so that a skill of its own wins.
const LATER_INTENT: f32 = 0.95;
/// Intents that were only read from a description.
const DERIVED_INTENT: f32 = 0.9;
/// A skill for other networks.
const OTHER_NETWORKS: f32 = 0.6;
/// How far ahead of the best other goal a skill has to be, and how sharply that decides.
const AHEAD: f32 = 0.35;
const SHARPNESS: f32 = 0.42;

/// A word that is searched for.
struct Term {
    text: String,
    hash: u64,
    /// Inverse document frequency.
    rarity: f32,
}

/// The intent as matching asks it.
struct Query<'a> {
    intent: &'a Intent,
    goals: Vec<(&'a str, f32)>,
    terms: Vec<Term>,
    best_possible: f32,
    average_length: f32,
}

/// How a skill fits.
struct Fit<'a> {
    own: f32,
    rival: f32,
    goal: Option<&'a str>,
    named: bool,
    words: f32,
    other_networks: bool,
}

impl<'a> Query<'a> {
    fn of(intent: &'a Intent, skills: &[Skill]) -> Self {
        let texts = intent.topics.iter().map(String::as_str);
        let words: BTreeSet<String> = texts.flat_map(terms).collect();
        let total = skills.len() as f32;
        let terms: Vec<Term> = words
            .into_iter()
            .map(|text| {
                let mut term = Term {
                    hash: hash(&text),
                    text,
                    rarity: 0.0,
                };
                let holding = skills.iter().filter(|skill| skill.terms.count(&term) > 0.0);
                let holding = holding.count() as f32;
                term.rarity = (1.0 + (total - holding + 0.5) / (holding + 0.5)).ln();
                term
            })
            .collect();
        let length: f32 = skills.iter().map(|skill| skill.terms.length).sum();
        Self {
            intent,
            goals: intent
                .goals
                .iter()
                .map(|goal| (goal.goal.as_str(), evidence(goal.score)))
                .collect(),
            best_possible: terms.iter().map(|term| term.rarity * (K1 + 1.0)).sum(),
            terms,
            average_length: (length / total.max(1.0)).max(1.0),
        }
    }

    fn fit(&self, skill: &Skill) -> Fit<'a> {
        let mut own = 0.0_f32;
        let mut best = None;
        let mut rival = 0.0_f32;
        for (goal, evidence) in &self.goals {
            match skill.intents.iter().position(|intent| intent == goal) {
                Some(place) => {
                    let weight = if place == 0 { 1.0 } else { LATER_INTENT };
                    if evidence * weight > own {
                        own = evidence * weight;
                        best = Some(*goal);
                    }
                }
                None => rival = rival.max(*evidence),
            }
        }
        if skill.source.galley_yaml.is_none() {
            own *= DERIVED_INTENT;
        }
        let named = skill.terms.names.iter().any(|name| {
            name.iter()
                .all(|word| self.terms.iter().any(|term| term.text == *word))
        });
        let words = self.words(skill);
        own += words * WORDS_WEIGHT + if named { NAMED } else { 0.0 };
        let other_networks = !skill.networks.is_empty()
            && !self.intent.networks.is_empty()
            && !self
                .intent
                .networks
                .iter()
                .any(|network| skill.networks.contains(network));
        if other_networks {
            own *= OTHER_NETWORKS;
        }
        Fit {
            own,
            rival,
            goal: best,
            named,
            words,
            other_networks,
        }
    }

    /// BM25 as a share of the best that any text could reach, 0 to 1.
    fn words(&self, skill: &Skill) -> f32 {
        if self.best_possible <= 0.0 {
            return 0.0;
        }
        let norm = K1 * (1.0 - B + B * skill.terms.length / self.average_length);
        let sum: f32 = self
            .terms
            .iter()
            .map(|term| {
                let count = skill.terms.count(term);
                term.rarity * count * (K1 + 1.0) / (count + norm)
            })
            .sum();
        sum / self.best_possible
    }

    fn choice(&self, confidence: f32, skill: &Skill) -> Choice {
        let fit = self.fit(skill);
        let mut reasons = Vec::new();
        if fit.named {
            reasons.push(reason("named", &[]));
        }
        if let Some(goal) = fit.goal {
            reasons.push(reason("goal", &[("goal", goal)]));
        }
        let shared: Vec<&str> = self
            .terms
            .iter()
            .filter(|term| skill.terms.count(term) > 0.0)
            .map(|term| term.text.as_str())
            .take(4)
            .collect();
        if fit.words > 0.0 {
            reasons.push(reason("words", &[("words", &shared.join(", "))]));
        }
        if fit.other_networks {
            reasons.push(reason("other-networks", &[]));
        }
        Choice {
            skill: skill.name.clone(),
            confidence,
            reasons,
        }
    }
}

impl Fit<'_> {
    fn confidence(&self) -> f32 {
        let strength = 1.0 - (-self.own / 1.2).exp();
        let ahead = 1.0 / (1.0 + (-(self.own - self.rival + AHEAD) / SHARPNESS).exp());
        strength * ahead
    }
}

/// The best two and the general skill; a third skill in its place if that one fits too.
fn questions(ranked: &[Choice], general: Choice) -> Vec<Choice> {
    let others = ranked.iter().filter(|choice| choice.skill != GENERAL);
    let mut choices: Vec<Choice> = others.take(3).cloned().collect();
    if choices.get(2).is_none_or(|third| third.confidence < ASK) {
        choices.truncate(2);
        choices.push(general);
    }
    choices
}

fn reason(code: &str, params: &[(&str, &str)]) -> Reason {
    Reason {
        code: format!("skill.reason.{code}"),
        params: params
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    }
}

/// Folded content words in a common form: without a plural "s", without the words that every text has.
fn terms(text: &str) -> impl Iterator<Item = String> {
    words(text).filter_map(|word| {
        let folded = fold(word.text);
        let common = COMMON.contains(&folded.as_str()) || folded.chars().count() < 2;
        let stem = match folded.strip_suffix('s') {
            Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem.to_owned(),
            _ => folded,
        };
        (!common).then_some(stem)
    })
}

/// Words that say nothing about a skill.
const COMMON: &[&str] = &[
    "a",
    "about",
    "all",
    "an",
    "and",
    "any",
    "are",
    "as",
    "asks",
    "at",
    "be",
    "brief",
    "but",
    "by",
    "can",
    "do",
    "does",
    "for",
    "from",
    "has",
    "have",
    "how",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "no",
    "not",
    "of",
    "on",
    "one",
    "or",
    "other",
    "our",
    "out",
    "post",
    "posts",
    "skill",
    "so",
    "such",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "they",
    "this",
    "to",
    "use",
    "used",
    "was",
    "we",
    "what",
    "when",
    "where",
    "which",
    "who",
    "why",
    "will",
    "with",
    "writes",
    "you",
    "your",
    "choose",
    "another",
    "something",
    "der",
    "die",
    "das",
    "und",
    "ein",
    "eine",
];

#[cfg(test)]
mod tests;
