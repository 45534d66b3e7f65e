//! The brand's voice: measured from its past posts, and the score of a text against it.
//!
//! A score starts at [`START`] and each measure gives or takes points, which are its reasons. The measures
//! are of three kinds: what a post does (length of sentences, emoji, questions, …), the words it is made
//! of, and the brand's own rules. A never-word always costs more than all that one word can win
//! elsewhere, so that no text gains by using one.

use super::matching::Words;
use super::{BrandRules, SpeaksAs};
use crate::language::Language;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use style::Style;
use vocabulary::Vocabulary;

mod generic;
mod moves;
mod style;
pub(crate) use style::is_emoji;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use moves::Move;

/// Below this many past posts there is no score.
pub const MIN_POSTS: u32 = 10;

/// Version of the stored form of [`VoiceProfile`].
pub const SCHEMA_VERSION: u32 = 1;

/// Points of a text before anything is measured.
const START: f32 = 6.6;
/// A never-word costs this. It must not be less than [`WORD_GAIN`] and [`PREFER_COST`] together.
const NEVER_COST: f32 = 1.6;
/// A word used in a preferred one's place costs this.
const PREFER_COST: f32 = 0.4;
/// Most that all measures that depend on single words can give or take together: their sum is kept
/// between these.
const WORD_GAIN: (f32, f32) = (-0.7, 0.5);

/// How close a text is to the brand's voice, with the reasons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct VoiceScore {
    /// 0 to 10; `None`: fewer than [`MIN_POSTS`] past posts, so nothing is said.
    pub score: Option<f32>,
    /// How many past posts the profile was measured on.
    pub posts: u32,
    /// The largest contributions, at most four, largest first.
    pub reasons: Vec<VoiceReason>,
}

/// One contribution to a voice score. The catalogs turn `code` and `params` into a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct VoiceReason {
    /// For example `sentence-length`, `never-word`, `we.missing`, `closing-move.ask`.
    pub code: String,
    /// Points given or taken.
    pub points: f32,
    /// The word or sentence meant, if there is one.
    pub span: Option<Span>,
    /// Values for the sentence: `{"yours": "10", "here": "17"}`.
    pub params: BTreeMap<String, String>,
}

/// The measured voice. A stored document: `schema_version` is upgraded on read by pure functions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct VoiceProfile {
    pub schema_version: u32,
    pub language: Language,
    /// How many posts it was measured on: those with at least one word.
    pub posts: u32,
    /// Words of a sentence.
    pub sentence_words: Spread,
    /// Words of a paragraph.
    pub paragraph_words: Spread,
    /// Hashtags of a post.
    pub hashtags: Spread,
    /// Share of the posts that have something at least once, 0 to 1: `emoji`, `questions`, `exclamations`,
    /// `capitals`, `contractions`, `dashes`, `ellipses`, `links`, `imperatives`, `we`, `you`, `i`.
    pub habits: BTreeMap<String, f32>,
    /// Share of the posts that open with a move, 0 to 1.
    pub openings: BTreeMap<Move, f32>,
    /// Share of the posts that close with a move, 0 to 1.
    pub closings: BTreeMap<Move, f32>,
    /// First words of the asks that posts close on ("send", "ring"), the most frequent first.
    pub calls_to_action: Vec<String>,
    /// Word pairs that return in posts ("on site", "the yard"), the most frequent first.
    pub phrases: Vec<String>,
    vocabulary: Vocabulary,
}

/// How a measure is spread over the brand's posts: eight in ten lie between `low` and `high`.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
pub struct Spread {
    pub low: f32,
    pub middle: f32,
    pub high: f32,
}

impl Spread {
    fn of(mut values: Vec<f32>) -> Self {
        values.sort_by(f32::total_cmp);
        let at = |share: f32| {
            let last = values.len().saturating_sub(1);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "an index below the length of a list that fits memory"
            )]
            let index = (last as f32 * share).round() as usize;
            values.get(index).copied().unwrap_or_default()
        };
        Self {
            low: at(0.1),
            middle: at(0.5),
            high: at(0.9),
        }
    }
}

impl VoiceProfile {
    /// Measures the voice of a brand's posts. Posts without a word are left out.
    pub fn measure(posts: &[&str], language: Language) -> Self {
        let posts: Vec<&str> = posts
            .iter()
            .copied()
            .filter(|post| crate::text::words(post).next().is_some())
            .collect();
        let styles: Vec<_> = posts
            .iter()
            .map(|post| Style::of(post, &[], language))
            .collect();
        let sentences = styles
            .iter()
            .flat_map(|style| style.sentence_words.iter().copied())
            .collect();
        let paragraphs = styles
            .iter()
            .flat_map(|style| style.paragraph_words.iter().copied())
            .collect();
        let hashtags = styles.iter().map(|style| style.hashtags).collect();
        let count = posts.len().max(1);
        let share = |has: usize| ratio(has, count);
        let mut habits = BTreeMap::new();
        for (name, _) in style::HABITS {
            let has = styles
                .iter()
                .filter(|style| style.habits.contains(name))
                .count();
            habits.insert((*name).to_owned(), share(has));
        }
        let moves = |pick: fn(&Style) -> Move| {
            let mut shares = BTreeMap::new();
            for style in &styles {
                *shares.entry(pick(style)).or_insert(0) += 1;
            }
            shares
                .into_iter()
                .map(|(kind, has)| (kind, share(has)))
                .collect()
        };
        let asks = styles.iter().filter_map(|style| style.ask.clone());
        let vocabulary = Vocabulary::of(&posts, language);
        Self {
            schema_version: SCHEMA_VERSION,
            language,
            posts: u32::try_from(posts.len()).unwrap_or(u32::MAX),
            sentence_words: Spread::of(sentences),
            paragraph_words: Spread::of(paragraphs),
            hashtags: Spread::of(hashtags),
            habits,
            openings: moves(|style| style.opening),
            closings: moves(|style| style.closing),
            calls_to_action: most_frequent(asks, 2, 8),
            phrases: vocabulary.phrases(),
            vocabulary,
        }
    }

    /// How close a text is to the voice, with the reasons. Rules count whether or not there are enough
    /// posts, so that a text with a never-word has a reason even where it has no score.
    pub fn score(&self, rules: &BrandRules, text: &str) -> VoiceScore {
        let words = Words::of(text);
        let mut reasons = Reasons::default();
        let banned = never_words(rules, &words, text, &mut reasons);
        preferred_words(rules, &words, &banned, text, &mut reasons);
        let ruled = reasons.list.len();
        if self.posts < MIN_POSTS {
            return VoiceScore {
                score: None,
                posts: self.posts,
                reasons: reasons.largest(),
            };
        }
        let style = Style::of(text, &banned, self.language);
        style::judge(self, rules, &style, &mut reasons);
        let by_words: f32 = reasons.list[ruled..]
            .iter()
            .filter(|reason| style::depends_on_words(&reason.code))
            .map(|reason| reason.points)
            .sum();
        let clamped = by_words.clamp(WORD_GAIN.0, WORD_GAIN.1);
        if by_words != 0.0 {
            for reason in &mut reasons.list[ruled..] {
                if style::depends_on_words(&reason.code) {
                    reason.points *= clamped / by_words;
                }
            }
        }
        self.vocabulary
            .judge(text, &banned, self.language, &mut reasons);
        let total: f32 = START + reasons.list.iter().map(|reason| reason.points).sum::<f32>();
        VoiceScore {
            score: Some((total.clamp(0.0, 10.0) * 10.0).round() / 10.0),
            posts: self.posts,
            reasons: reasons.largest(),
        }
    }
}

/// Never-words: their places, ascending and apart.
fn never_words(
    rules: &BrandRules,
    words: &Words<'_>,
    text: &str,
    reasons: &mut Reasons,
) -> Vec<Span> {
    let mut found: Vec<(Span, &str)> = rules
        .never
        .iter()
        .flat_map(|rule| {
            words
                .uses(&rule.text)
                .into_iter()
                .map(|found| (found.span, rule.text.as_str()))
        })
        .collect();
    // The longest phrase wins where several cover a word.
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut banned: Vec<Span> = Vec::new();
    for (span, term) in found {
        if banned.last().is_some_and(|last| last.overlaps(span)) {
            continue;
        }
        banned.push(span);
        let params = [("word", span.slice(text).unwrap_or(term).to_owned())];
        reasons.add("never-word", -NEVER_COST, Some(span), params);
    }
    banned
}

/// Words that stand in a preferred one's place, but for those that are banned anyway.
fn preferred_words(
    rules: &BrandRules,
    words: &Words<'_>,
    banned: &[Span],
    text: &str,
    reasons: &mut Reasons,
) {
    let mut taken: Vec<Span> = banned.to_vec();
    for preference in &rules.prefer {
        let kept: Vec<_> = words
            .uses(&preference.text)
            .iter()
            .map(|found| found.span)
            .collect();
        for bad in &preference.instead_of {
            for found in words.uses(bad) {
                // "cut to size" may hold a word that it replaces.
                if kept
                    .iter()
                    .chain(&taken)
                    .any(|span| span.overlaps(found.span))
                {
                    continue;
                }
                taken.push(found.span);
                let params = [
                    ("word", found.span.slice(text).unwrap_or(bad).to_owned()),
                    ("instead", preference.text.clone()),
                ];
                reasons.add("prefer-word", -PREFER_COST, Some(found.span), params);
            }
        }
    }
}

#[derive(Default)]
struct Reasons {
    list: Vec<VoiceReason>,
}

impl Reasons {
    fn add<const N: usize>(
        &mut self,
        code: &str,
        points: f32,
        span: Option<Span>,
        params: [(&str, String); N],
    ) {
        if points.abs() >= 0.005 {
            self.list.push(VoiceReason {
                code: code.to_owned(),
                points,
                span,
                params: params
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value))
                    .collect(),
            });
        }
    }

    /// At most four that can be seen at one decimal, by size; the order in which they were found decides
    /// between equals.
    fn largest(mut self) -> Vec<VoiceReason> {
        for reason in &mut self.list {
            reason.points = (reason.points * 10.0).round() / 10.0;
        }
        self.list.retain(|reason| reason.points != 0.0);
        self.list
            .sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
        self.list.truncate(4);
        self.list
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of posts and words are far below where f32 rounds"
)]
fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// The words that come at least `least` times, the most frequent first, at most `most`.
fn most_frequent(items: impl Iterator<Item = String>, least: usize, most: usize) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_insert(0) += 1;
    }
    let mut counts: Vec<_> = counts
        .into_iter()
        .filter(|(_, count)| *count >= least)
        .collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.truncate(most);
    counts.into_iter().map(|(item, _)| item).collect()
}

/// Whether the rules and the posts agree that the brand calls itself "we".
fn speaks_as_we(rules: &BrandRules) -> Option<bool> {
    rules.speaks_as.map(|speaks| speaks == SpeaksAs::We)
}
