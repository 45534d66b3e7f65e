//! The second stage, on the device: what a brief wants.
//!
//! Cue tables and word lists in English and German, no model: the same brief gives the same intent, in
//! well under five milliseconds. Briefs in other languages get an intent without a goal, which the
//! general skill answers.

use super::{Brief, GoalScore, Intent, MAX_BRIEF_CHARS};
use crate::text;
use std::collections::BTreeMap;

mod cues;
mod lexicon;
mod names;
mod tokens;
mod topics;
mod wishes;

/// The kinds of post that cues exist for: the usual intents of the skill library.
pub const GOALS: [&str; 24] = [
    "announcement",
    "launch",
    "how-to",
    "customer-story",
    "testimonial",
    "behind-the-scenes",
    "hiring",
    "event",
    "offer",
    "out-of-stock",
    "seasonal",
    "faq",
    "myth-vs-fact",
    "comparison",
    "statistic",
    "quote",
    "milestone",
    "thread",
    "carousel",
    "poll",
    "link-share",
    "apology",
    "partnership",
    "recap",
];

/// The goal of a brief that gives no sign of any.
pub const NO_GOAL: &str = "general";

/// What the workspace knows, for telling known names from unknown ones.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    pub brand_name: &'a str,
    /// Product names as the folder writes them.
    pub products: &'a [&'a str],
    /// Audiences of the brand profile.
    pub audiences: &'a [&'a str],
    /// Subjects, headings and titles: a name that occurs in one of them is not unknown.
    pub topics: &'a [&'a str],
}

/// Reads a brief. Never fails: what is not said is left empty. Only the first [`MAX_BRIEF_CHARS`]
/// characters are read.
pub fn read(brief: &Brief, known: &Known<'_>) -> Intent {
    let tokens = tokens::read(&brief.text, MAX_BRIEF_CHARS);
    let goals = goals_of(&tokens);
    let audience = wishes::audience(&brief.text, &tokens, known);
    let mut named = names::find(&brief.text, &tokens, known);
    // Whoever has a product is spoken to, and the post is not about it.
    let of_readers = |product: &String| {
        let whom = audience.as_deref().map(text::fold).unwrap_or_default();
        let once = text::fold(&brief.text)
            .matches(&text::fold(product))
            .count()
            == 1;
        once && whom.contains(&text::fold(product)) && whom != text::fold(product)
    };
    named.products.retain(|product| !of_readers(product));
    let call_to_action = wishes::call_to_action(&brief.text, &tokens);
    Intent {
        goal: goals
            .first()
            .map_or_else(|| NO_GOAL.to_owned(), |best| best.goal.clone()),
        topics: topics::without_brand(
            topics::find(
                &brief.text,
                &tokens,
                &named,
                [&audience, &call_to_action].map(|part| part.as_deref().unwrap_or_default()),
                brief.language,
            ),
            known.brand_name,
            known.products,
        ),
        goals,
        audience,
        products: named.products,
        unknown: named.unknown,
        networks: brief.networks.clone(),
        tone: wishes::tone(&tokens),
        call_to_action,
        urgent: wishes::urgent(&tokens),
        language: wishes::language(&tokens).unwrap_or(brief.language),
    }
}

/// The goals that a text speaks of, best first: the same reading that a brief gets. A skill without
/// intents of its own is filed under what its description speaks of.
pub fn goals(text: &str) -> Vec<GoalScore> {
    goals_of(&tokens::read(text, MAX_BRIEF_CHARS))
}

/// The evidence behind a score, the inverse of [`score`]: weights of cues, where 3 says it outright,
/// 2 is clear and 1 is a hint.
pub fn evidence(score: f32) -> f32 {
    -EVIDENCE_SCALE * (1.0 - score.clamp(0.0, 0.999)).ln()
}

/// 0 to 1: one hint gives 0.57, one clear word 0.81, an outright one 0.92.
fn score(evidence: f32) -> f32 {
    1.0 - (-evidence / EVIDENCE_SCALE).exp()
}

const EVIDENCE_SCALE: f32 = 1.2;

fn goals_of(tokens: &[tokens::Token<'_>]) -> Vec<GoalScore> {
    let opening = opening(tokens);
    let evidence: BTreeMap<&str, f32> = cues::evidence(tokens, opening);
    let mut goals: Vec<GoalScore> = evidence
        .into_iter()
        .map(|(goal, evidence)| GoalScore {
            goal: goal.to_owned(),
            score: score(evidence),
        })
        .collect();
    goals.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| a.goal.cmp(&b.goal))
    });
    goals
}

/// The first token that is more than instruction: in "please write a short post about rye" it is "rye".
/// A network and a clause like "LinkedIn post, formal:" are instruction too.
fn opening(tokens: &[tokens::Token<'_>]) -> usize {
    tokens
        .iter()
        .position(|token| {
            let word = token.folded.as_str();
            !(lexicon::INSTRUCTION.has(word) || lexicon::NETWORKS.has(word))
        })
        .unwrap_or(tokens.len())
}

#[cfg(test)]
mod tests;
