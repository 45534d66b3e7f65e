//! The words and signs that a brand's posts are made of: how much of a text's wording is the brand's.
//!
//! Each word of a text is worth the logarithm of how much likelier it is in the brand's posts than in
//! ordinary writing, and more where it follows the same word or sign as in a post. Signs, line breaks and
//! the shape of words (capitals, figures) are worth the share of posts that have them in that order.
//! The mean over the text is set against what the brand's own posts reach when each is left out of its
//! own measure. Weights were tuned on the first half of the authors of two corpora; see EVALUATION.md.

use super::background::Background;
use super::{Reasons, ratio};
use crate::language::Language;
use crate::text::{Span, fold, sentences, words};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What counts into the worth of a word: its likelihood, and the pair it forms with what stands before.
const BY_WORD: f32 = 0.3;
const BY_PAIR: f32 = 1.3;
/// The worth of signs and shapes beside that of words.
const BY_FORM: f32 = 0.5;
/// Ordinary writing is mixed into the brand's word counts with this weight, and no word is worth more
/// than this in either direction.
const SMOOTHING: f32 = 0.1;
const LIMIT: f32 = 3.5;
/// A pair that this share of the posts has is worth all that a pair can be; the same for signs.
const PAIR_FULL: f32 = 0.1;
const FORM_FULL: f32 = 0.5;
/// A text has at least this many words for the mean: a text of three words says little.
const PRIOR_WORDS: f32 = 8.0;
/// Posts that are all alike still leave this much room.
const LEAST_SPREAD: f32 = 0.06;
/// Points for each spread that a text lies above or below the brand's middle, and their limits.
const POINTS: f32 = 1.25;
const POINTS_RANGE: (f32, f32) = (-6.0, 1.4);
/// Words, pairs and forms that are kept, by how many posts have them.
const KEPT: usize = 6_000;

/// In how many posts something stands, and what the posts themselves reach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub(super) struct Vocabulary {
    posts: u32,
    words: BTreeMap<String, u32>,
    pairs: BTreeMap<String, u32>,
    forms: BTreeMap<String, u32>,
    /// Sum of `words` before any was dropped.
    all_words: f32,
    own: Level,
    spread: f32,
}

/// Mean worth of a text's words and of its signs.
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
struct Level {
    words: f32,
    forms: f32,
}

impl Level {
    fn sum(self) -> f32 {
        self.words + self.forms
    }
}

/// What one text holds, each item once.
#[derive(Default)]
struct Holds {
    words: BTreeSet<String>,
    pairs: BTreeSet<String>,
    forms: BTreeSet<String>,
}

/// A part of a text with its place.
struct Item {
    span: Span,
    part: Part,
}

enum Part {
    Word {
        folded: String,
        shape: char,
    },
    Sign(String),
    /// A never-word: worth as little as a word can be.
    Banned,
}

impl Vocabulary {
    /// Counts the posts, and gives for each how many spreads it lies above or below their middle.
    pub(super) fn of(posts: &[&str], language: Language) -> (Self, Vec<f32>) {
        let mut found = Self {
            posts: u32::try_from(posts.len()).unwrap_or(u32::MAX),
            words: BTreeMap::new(),
            pairs: BTreeMap::new(),
            forms: BTreeMap::new(),
            all_words: 0.0,
            own: Level::default(),
            spread: 1.0,
        };
        let items: Vec<Vec<Item>> = posts.iter().map(|post| items(post, &[])).collect();
        let holds: Vec<Holds> = items.iter().map(|items| Holds::of(items)).collect();
        for hold in &holds {
            count(&mut found.words, &hold.words);
            count(&mut found.pairs, &hold.pairs);
            count(&mut found.forms, &hold.forms);
        }
        found.all_words = found.words.values().copied().map(number).sum();
        let levels: Vec<Level> = items
            .iter()
            .zip(&holds)
            .map(|(items, hold)| found.level(items, language, Some(hold)))
            .collect();
        let mean = |of: fn(&Level) -> f32| {
            levels.iter().map(of).sum::<f32>() / ratio(levels.len().max(1), 1)
        };
        found.own = Level {
            words: mean(|level| level.words),
            forms: mean(|level| level.forms),
        };
        let middle = found.own.sum();
        let squares: f32 = levels
            .iter()
            .map(|level| (level.sum() - middle).powi(2))
            .sum();
        found.spread = (squares / ratio(levels.len().max(1), 1))
            .sqrt()
            .max(LEAST_SPREAD);
        let places = levels
            .iter()
            .map(|level| (level.sum() - middle) / found.spread)
            .collect();
        found.words = most(found.words);
        found.pairs = most(found.pairs);
        found.forms = most(found.forms);
        (found, places)
    }

    /// Word pairs of at least three posts that are not only small words.
    pub(super) fn phrases(&self) -> Vec<String> {
        let mut found: Vec<_> = self
            .pairs
            .iter()
            .filter(|(pair, posts)| {
                **posts >= 3
                    && pair.chars().next().is_some_and(char::is_alphabetic)
                    && pair.split(' ').any(|word| word.chars().count() >= 5)
            })
            .collect();
        found.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
        found
            .into_iter()
            .take(20)
            .map(|(pair, _)| pair.clone())
            .collect()
    }

    /// Points for a post of the brand that lies this many spreads above or below its middle.
    pub(super) fn own_points(place: f32) -> f32 {
        (POINTS * place).clamp(POINTS_RANGE.0, POINTS_RANGE.1)
    }

    /// Gives or takes points for the wording, with the sentence that is farthest from the brand's or the
    /// pair that is most its own, and for signs and capitals.
    pub(super) fn judge(
        &self,
        text: &str,
        banned: &[Span],
        language: Language,
        reasons: &mut Reasons,
    ) {
        let items = items(text, banned);
        let level = self.level(&items, language, None);
        let place = |points: f32| POINTS * points / self.spread;
        let words = place(level.words - self.own.words);
        let forms = place(level.forms - self.own.forms);
        // The limits hold for both together, and each keeps its part.
        let sum = words + forms;
        let part = if sum.abs() < f32::EPSILON {
            1.0
        } else {
            sum.clamp(POINTS_RANGE.0, POINTS_RANGE.1) / sum
        };
        let (words, forms) = (words * part, forms * part);
        let code = if forms < 0.0 {
            "signs-far"
        } else {
            "signs-near"
        };
        reasons.add(code, forms, None, []);
        if words < -0.3 {
            reasons.add("wording-far", words, self.farthest(text, language), []);
            return;
        }
        match self.closest_pair(&items) {
            Some((posts, span)) => {
                let params = [
                    ("words", span.slice(text).unwrap_or("").to_owned()),
                    ("posts", posts.to_string()),
                ];
                reasons.add("wording-own", words, Some(span), params);
            }
            None => reasons.add("wording-near", words, None, []),
        }
    }

    /// The sentence whose words are farthest from the brand's.
    pub(super) fn farthest(&self, text: &str, language: Language) -> Option<Span> {
        sentences(text)
            .into_iter()
            .filter_map(|span| {
                let inside = items(span.slice(text)?, &[]);
                let level = self.level(&inside, language, None).words;
                (inside.len() >= 3).then_some((span, level))
            })
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(span, _)| span)
    }

    fn closest_pair(&self, items: &[Item]) -> Option<(u32, Span)> {
        items
            .windows(2)
            .filter_map(|two| {
                let (Part::Word { folded: first, .. }, Part::Word { folded: second, .. }) =
                    (&two[0].part, &two[1].part)
                else {
                    return None;
                };
                let posts = *self.pairs.get(&format!("{first} {second}"))?;
                let long = first.chars().count() >= 4 || second.chars().count() >= 4;
                (posts >= 2 && long).then_some((posts, two[0].span.join(two[1].span)))
            })
            .max_by_key(|(posts, span)| (*posts, std::cmp::Reverse(span.start)))
    }

    /// Mean worth. `without`: a post of the brand itself, counted out.
    fn level(&self, items: &[Item], language: Language, without: Option<&Holds>) -> Level {
        let background = Background::of(language);
        let posts = self
            .posts
            .saturating_sub(u32::from(without.is_some()))
            .max(1);
        let seen =
            |counts: &BTreeMap<String, u32>, own: Option<&BTreeSet<String>>, key: &str| -> f32 {
                let mine = u32::from(own.is_some_and(|own| own.contains(key)));
                number(counts.get(key).copied().unwrap_or(0).saturating_sub(mine))
            };
        let share = |seen: f32, full: f32| (seen / (number(posts) * full)).min(1.0).sqrt();
        let smoothing = SMOOTHING * self.all_words.max(1.0);
        let (mut words, mut count, mut forms, mut form_count) = (0.0, 0.0, 0.0, 0.0);
        walk(items, |feature| match feature {
            Feature::Word(word) => {
                let ordinary = background.word(word);
                let seen = seen(&self.words, without.map(|hold| &hold.words), word);
                let likely = (seen + smoothing * ordinary) / (self.all_words + smoothing);
                words += BY_WORD * (likely / ordinary).ln().clamp(-LIMIT, LIMIT);
                count += 1.0;
            }
            Feature::Pair(pair) => {
                let seen = seen(&self.pairs, without.map(|hold| &hold.pairs), pair);
                words += BY_PAIR * share(seen, PAIR_FULL);
            }
            Feature::Form(form) => {
                let seen = seen(&self.forms, without.map(|hold| &hold.forms), form);
                forms += share(seen, FORM_FULL);
                form_count += 1.0;
            }
            Feature::Banned => {
                words -= BY_WORD * LIMIT;
                count += 1.0;
                form_count += 3.0;
            }
        });
        let prior = if without.is_some() { 0.0 } else { PRIOR_WORDS };
        Level {
            words: (words + prior * self.own.words) / f32::max(count + prior, 1.0),
            forms: BY_FORM * forms / f32::max(form_count, 1.0),
        }
    }
}

impl Holds {
    fn of(items: &[Item]) -> Self {
        let mut holds = Self::default();
        walk(items, |feature| {
            match feature {
                Feature::Word(word) => holds.words.insert(word.to_owned()),
                Feature::Pair(pair) => holds.pairs.insert(pair.to_owned()),
                Feature::Form(form) => holds.forms.insert(form.to_owned()),
                Feature::Banned => false,
            };
        });
        holds
    }
}

enum Feature<'a> {
    Word(&'a str),
    /// A word with the word or sign before it.
    Pair(&'a str),
    /// A sign or shape, alone and with the one and the two before it.
    Form(&'a str),
    Banned,
}

fn walk(items: &[Item], mut each: impl FnMut(Feature<'_>)) {
    let mut before: Option<&str> = None;
    let mut shapes = [String::from("^"), String::from("^")];
    for item in items {
        let shape = match &item.part {
            Part::Banned => {
                each(Feature::Banned);
                before = None;
                shapes = [String::from("\0"), String::from("\0")];
                continue;
            }
            Part::Word { folded, shape } => {
                each(Feature::Word(folded));
                if let Some(before) = before {
                    each(Feature::Pair(&format!("{before} {folded}")));
                }
                before = Some(folded);
                shape.to_string()
            }
            Part::Sign(sign) => {
                before = Some(sign);
                sign.clone()
            }
        };
        let [second, first] = &shapes;
        each(Feature::Form(&shape));
        each(Feature::Form(&format!("{first} {shape}")));
        each(Feature::Form(&format!("{second} {first} {shape}")));
        shapes = [std::mem::take(&mut shapes[1]), shape];
    }
}

/// The words and signs of a text. Numbers are all one word and addresses one sign: the figures and links
/// of a post are not its voice.
fn items(text: &str, banned: &[Span]) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let mut banned = banned.iter().peekable();
    let mut at = 0;
    for word in words(text) {
        let range = word.span.range();
        if range.start < at {
            continue;
        }
        while banned.next_if(|span| span.end <= word.span.start).is_some() {}
        signs(text, at, range.start, &mut found);
        at = range.end;
        // A phrase of the never-list is one word here, like the word it may have replaced.
        if let Some(span) = banned.peek().filter(|span| span.overlaps(word.span)) {
            at = at.max(span.range().end);
            found.push(Item {
                span: **span,
                part: Part::Banned,
            });
            continue;
        }
        let rest = text.get(range.start..).unwrap_or_default();
        if ["http://", "https://", "www."]
            .iter()
            .any(|start| rest.starts_with(start))
        {
            at = range.start + rest.find(char::is_whitespace).unwrap_or(rest.len());
            found.push(Item {
                span: Span::of(range.start..at),
                part: Part::Sign("://".to_owned()),
            });
            continue;
        }
        found.push(Item {
            span: word.span,
            part: word_part(word.text),
        });
    }
    signs(text, at, text.len(), &mut found);
    found
}

fn word_part(word: &str) -> Part {
    let folded = fold(word);
    if folded.starts_with(|c: char| c.is_ascii_digit()) {
        return Part::Word {
            folded: "0".to_owned(),
            shape: '0',
        };
    }
    let letters = word.chars().count();
    let shape = if letters > 1 && !word.chars().any(char::is_lowercase) {
        'A'
    } else if word.starts_with(char::is_uppercase) {
        'T'
    } else {
        'a'
    };
    Part::Word { folded, shape }
}

/// The signs and line breaks between two words. All emoji are one sign.
fn signs(text: &str, from: usize, to: usize, found: &mut Vec<Item>) {
    let Some(gap) = text.get(from..to) else {
        return;
    };
    let mut breaks = 0;
    for (offset, sign) in gap.char_indices() {
        if sign == '\n' {
            breaks += 1;
        }
        if sign.is_whitespace() || matches!(sign, '\'' | '\u{2019}' | '\u{fe0f}' | '\u{200d}') {
            continue;
        }
        let start = from + offset;
        let sign_text = if super::is_emoji(sign) {
            '\u{1f642}'
        } else {
            sign
        };
        found.push(Item {
            span: Span::of(start..start + sign.len_utf8()),
            part: Part::Sign(sign_text.to_string()),
        });
    }
    if breaks > 0 {
        let sign = if breaks > 1 { "¶" } else { "↵" };
        found.push(Item {
            span: Span::of(from..to),
            part: Part::Sign(sign.to_owned()),
        });
    }
}

fn count(counts: &mut BTreeMap<String, u32>, items: &BTreeSet<String>) {
    for item in items {
        *counts.entry(item.clone()).or_insert(0) += 1;
    }
}

fn most(counts: BTreeMap<String, u32>) -> BTreeMap<String, u32> {
    if counts.len() <= KEPT {
        return counts;
    }
    let mut sorted: Vec<_> = counts.into_iter().collect();
    sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    sorted.truncate(KEPT);
    sorted.into_iter().collect()
}

/// A count of posts or words, exact up to 16 million.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts far below where f32 rounds"
)]
fn number(count: u32) -> f32 {
    count as f32
}
