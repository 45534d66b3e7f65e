//! The score of a text against a voice, with its reasons.

use super::axes;
use super::style::{self, Style};
use super::vocabulary::Vocabulary;
use super::{MIN_POSTS, Spread, VoiceProfile, VoiceReason, VoiceScore};
use crate::brand::matching::Words;
use crate::brand::{BrandRules, SpeaksAs};
use crate::text::Span;

/// Points of a text before anything is measured.
const START: f32 = 7.8;
/// A never-word costs this. It must not be less than [`WORD_GAIN`] and [`PREFER_COST`] together.
const NEVER_COST: f32 = 1.6;
/// A word used in a preferred one's place costs this.
const PREFER_COST: f32 = 0.4;
/// Most that all measures that depend on single words can give or take together: their sum is kept
/// between these.
const WORD_GAIN: (f32, f32) = (-0.7, 0.5);

/// What a post does counts this much beside the words that it is made of: the weight was tuned on the
/// first half of the authors of two corpora; see EVALUATION.md.
const BY_STYLE: f32 = 0.2;
/// Own posts that are scored to show what the brand reaches: more do not change the spread.
const OWN_SCORED: usize = 300;
/// How far a text may lie from what a member set for an axis.
const AXIS_ROOM: f32 = 12.0;
/// A word that a member asked for.
const ASKED_WORD: f32 = 0.2;

impl VoiceProfile {
    /// How close a text is to the voice, with the reasons. Rules count whether or not there are enough
    /// posts, so that a text with a never-word has a reason even where it has no score.
    pub fn score(&self, rules: &BrandRules, text: &str) -> VoiceScore {
        let words = Words::of(text);
        let mut reasons = Reasons::default();
        let banned = never_words(rules, &words, text, &mut reasons);
        preferred_words(rules, &words, &banned, text, &mut reasons);
        if self.posts < MIN_POSTS {
            return VoiceScore {
                score: None,
                posts: self.posts,
                reasons: reasons.largest(),
            };
        }
        self.judge_style(rules, text, &banned, &mut reasons);
        self.vocabulary
            .judge(text, &banned, self.language, &mut reasons);
        let total: f32 = START + reasons.list.iter().map(|reason| reason.points).sum::<f32>();
        VoiceScore {
            score: Some((total.clamp(0.0, 10.0) * 10.0).round() / 10.0),
            posts: self.posts,
            reasons: reasons.largest(),
        }
    }

    /// The sentence whose wording is farthest from the brand's.
    pub(super) fn farthest_sentence(&self, text: &str) -> Option<Span> {
        self.vocabulary.farthest(text, self.language)
    }

    /// The scores of the brand's own posts, each as if it had not been learned from. `places` as
    /// [`super::vocabulary::Vocabulary::of`] gives them. At most [`OWN_SCORED`] posts are looked at.
    pub(super) fn score_own(&self, texts: &[&str], places: &[f32]) -> Spread {
        let step = texts.len().div_ceil(OWN_SCORED).max(1);
        let rules = BrandRules::default();
        let scores = texts
            .iter()
            .zip(places)
            .step_by(step)
            .map(|(text, place)| {
                let mut reasons = Reasons::default();
                self.judge_style(&rules, text, &[], &mut reasons);
                let style: f32 = reasons.list.iter().map(|reason| reason.points).sum();
                (START + style + Vocabulary::own_points(*place)).clamp(0.0, 10.0)
            })
            .collect();
        Spread::of(scores)
    }

    /// All that does not come from the words themselves.
    fn judge_style(&self, rules: &BrandRules, text: &str, banned: &[Span], reasons: &mut Reasons) {
        let from = reasons.list.len();
        let style = Style::of(text, banned, self.language);
        style::judge(self, rules, &style, reasons);
        for reason in &mut reasons.list[from..] {
            reason.points *= BY_STYLE;
        }
        self.judge_axes(text, banned, reasons);
        self.asked_words(text, banned, reasons);
        keep_in_range(&mut reasons.list[from..]);
    }

    /// Takes points where the text lies outside the range of the brand's posts on an axis, or away from
    /// what a member set for it.
    fn judge_axes(&self, text: &str, banned: &[Span], reasons: &mut Reasons) {
        let cues = axes::Cues::of(text, banned, self.language);
        for reading in &self.axes {
            let axis = reading.axis;
            let here = cues.place(axis);
            let (low, high) = match self.edits.targets.get(&axis) {
                Some(target) => (target - AXIS_ROOM, target + AXIS_ROOM),
                None => (reading.band_low - 5.0, reading.band_high + 5.0),
            };
            let outside = (low - here).max(here - high).max(0.0);
            let towards = if here > high { "high" } else { "low" };
            let yours = self.edits.targets.get(&axis).copied();
            let params = [
                ("here", format!("{here:.0}")),
                ("yours", format!("{:.0}", yours.unwrap_or(reading.value))),
            ];
            let points = -(outside / 60.0).min(0.5);
            let span = cues.strongest(axis, here > high);
            reasons.add(
                &format!("axis.{}.{towards}", axis.code()),
                points,
                span,
                params,
            );
        }
    }

    /// Gives points for words that a member put on the list of words to use.
    fn asked_words(&self, text: &str, banned: &[Span], reasons: &mut Reasons) {
        if self.edits.use_added.is_empty() {
            return;
        }
        let words = Words::of(text);
        for word in &self.edits.use_added {
            let found = words.uses(word).into_iter().map(|found| found.span);
            let free = |span: &Span| !banned.iter().any(|other| other.overlaps(*span));
            if let Some(span) = found.into_iter().find(free) {
                let shown = span.slice(text).unwrap_or(word).to_owned();
                reasons.add("use-word", ASKED_WORD, Some(span), [("word", shown)]);
            }
        }
    }
}

/// Keeps what single words can give or take within [`WORD_GAIN`], each reason in proportion.
fn keep_in_range(reasons: &mut [VoiceReason]) {
    let by_words = |reason: &&mut VoiceReason| style::depends_on_words(&reason.code);
    let sum: f32 = reasons
        .iter()
        .filter(|reason| style::depends_on_words(&reason.code))
        .map(|reason| reason.points)
        .sum();
    if sum == 0.0 {
        return;
    }
    let part = sum.clamp(WORD_GAIN.0, WORD_GAIN.1) / sum;
    for reason in reasons.iter_mut().filter(by_words) {
        reason.points *= part;
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
pub(super) struct Reasons {
    pub(super) list: Vec<VoiceReason>,
}

impl Reasons {
    pub(super) fn add<const N: usize>(
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

/// Whether the rules and the posts agree that the brand calls itself "we".
pub(super) fn speaks_as_we(rules: &BrandRules) -> Option<bool> {
    rules.speaks_as.map(|speaks| speaks == SpeaksAs::We)
}
