//! The brand's voice: measured from its past posts, and the score of a text against it.
//!
//! A score starts from what the brand's own posts reach, and each measure gives or takes points, which
//! are its reasons. The measures are of four kinds: what a post does (length of sentences, emoji,
//! questions, …), where it stands between the poles of tone, the words and signs it is made of, and the
//! brand's own rules. A never-word always costs more than all that one word can win elsewhere, so that no
//! text gains by using one.
//!
//! What a member sets by hand stands beside what is measured ([`VoiceEdits`]), so that learning again
//! keeps it.

use super::PastPost;
use crate::ids::PastPostId;
use crate::language::Language;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use style::Style;
use vocabulary::Vocabulary;

mod axes;
mod background;
mod exemplars;
mod improve;
mod lexicon;
mod moves;
mod score;
mod style;
pub(crate) use style::is_emoji;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use axes::{Axis, AxisReading, Quote};
pub use exemplars::{Exemplar, Exemplars};
pub use improve::Improvement;
pub use lexicon::LexiconWord;
pub use moves::Move;
use score::{Reasons, speaks_as_we};

/// Below this many past posts there is no score.
pub const MIN_POSTS: u32 = 10;

/// Version of the stored form of [`VoiceProfile`].
pub const SCHEMA_VERSION: u32 = 2;

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
    /// Where the posts stand between the poles of tone, in the order of [`Axis::ALL`].
    pub axes: Vec<AxisReading>,
    /// Words and phrases that the posts use more than ordinary writing does, the most the brand's first.
    pub lexicon: Vec<LexiconWord>,
    pub exemplars: Exemplars,
    /// Scores of the posts themselves, each measured without itself.
    pub own_scores: Spread,
    pub edits: VoiceEdits,
    vocabulary: Vocabulary,
}

/// What members set by hand. Learning again keeps it.
#[derive(
    Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct VoiceEdits {
    /// Where a post should stand on an axis, 0 to 100, in place of where the posts stand.
    pub targets: BTreeMap<Axis, f32>,
    /// Words to use that the posts do not show.
    pub use_added: Vec<String>,
    /// Measured words that are not the brand's.
    pub use_removed: Vec<String>,
    /// Posts that are the brand at its best.
    pub pinned: BTreeSet<PastPostId>,
    /// Posts that the brand would not write again: nothing is learned from them.
    pub avoided: BTreeSet<PastPostId>,
}

/// A text to learn from.
#[derive(Debug, Clone, Copy)]
struct Sample<'a> {
    post: PastPostId,
    text: &'a str,
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
    /// Learns the voice of a brand's past posts. Posts without a word are left out, and those that a
    /// member has marked as ones to avoid.
    pub fn learn(posts: &[PastPost], language: Language, edits: VoiceEdits) -> Self {
        let samples: Vec<Sample<'_>> = posts
            .iter()
            .filter(|post| !edits.avoided.contains(&post.id))
            .map(|post| Sample {
                post: post.id,
                text: &post.text,
            })
            .collect();
        Self::of(&samples, language, edits)
    }

    /// Measures the voice of texts that have no place of their own.
    pub fn measure(texts: &[&str], language: Language) -> Self {
        let post = PastPostId(uuid::Uuid::nil());
        let samples: Vec<Sample<'_>> = texts.iter().map(|text| Sample { post, text }).collect();
        Self::of(&samples, language, VoiceEdits::default())
    }

    /// Reads the stored form. What an older version measured cannot be compared with what is measured
    /// now: of it only the language is kept, with its version, so that whoever has the posts learns again.
    pub fn read(stored: &str) -> serde_json::Result<Self> {
        #[derive(Deserialize)]
        struct Version {
            schema_version: u32,
            language: Language,
        }
        let version: Version = serde_json::from_str(stored)?;
        if version.schema_version >= SCHEMA_VERSION {
            return serde_json::from_str(stored);
        }
        Ok(Self {
            schema_version: version.schema_version,
            ..Self::measure(&[], version.language)
        })
    }

    /// Whether an older version measured it: it is to be learned again.
    pub fn is_outdated(&self) -> bool {
        self.schema_version < SCHEMA_VERSION
    }

    fn of(samples: &[Sample<'_>], language: Language, edits: VoiceEdits) -> Self {
        let samples: Vec<Sample<'_>> = samples
            .iter()
            .copied()
            .filter(|sample| crate::text::words(sample.text).next().is_some())
            .collect();
        let texts: Vec<&str> = samples.iter().map(|sample| sample.text).collect();
        let styles: Vec<_> = texts
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
        let count = texts.len().max(1);
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
        let (vocabulary, places) = Vocabulary::of(&texts, language);
        let mut profile = Self {
            schema_version: SCHEMA_VERSION,
            language,
            posts: u32::try_from(texts.len()).unwrap_or(u32::MAX),
            sentence_words: Spread::of(sentences),
            paragraph_words: Spread::of(paragraphs),
            hashtags: Spread::of(hashtags),
            habits,
            openings: moves(|style| style.opening),
            closings: moves(|style| style.closing),
            calls_to_action: most_frequent(asks, 2, 8),
            phrases: vocabulary.phrases(),
            axes: axes::read(&samples, language),
            lexicon: lexicon::of(&texts, language),
            exemplars: exemplars::of(&samples, &places, &edits),
            own_scores: Spread::default(),
            edits,
            vocabulary,
        };
        profile.own_scores = profile.score_own(&texts, &places);
        profile
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
