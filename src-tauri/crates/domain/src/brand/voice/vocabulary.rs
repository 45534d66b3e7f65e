//! The words that a brand's posts are made of: how much of a text's wording is the brand's.
//!
//! Each word of a text is worth between 0 and 1: by its letter groups, by itself and by the pair it forms
//! with the word before. The mean over the text is set between two anchors that are measured once: what the brand's own
//! posts reach when each is left out of its own measure, and what posts of nobody in particular reach.

use super::generic;
use super::{Reasons, ratio};
use crate::language::Language;
use crate::text::{Span, fold, sentences, words};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Letters of a group.
const LETTERS: usize = 4;
/// A text has at least this many words for the mean: a text of three words says little.
const PRIOR_WORDS: f32 = 8.0;
/// Points at the brand's own level, and at everybody's.
const OWN: f32 = 1.3;
const OTHERS: f32 = -1.4;
/// Letter groups and pairs that are kept, by how many posts have them.
const KEPT: usize = 6_000;

/// In how many posts something stands, and the two anchors.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub(super) struct Vocabulary {
    posts: u32,
    groups: BTreeMap<String, u32>,
    words: BTreeMap<String, u32>,
    pairs: BTreeMap<String, u32>,
    own: f32,
    others: f32,
}

/// What one text holds, each item once.
#[derive(Default)]
struct Holds {
    groups: BTreeSet<String>,
    words: BTreeSet<String>,
    pairs: BTreeSet<String>,
}

/// A word of a text with its place; `None`: a never-word stands there.
struct Item {
    span: Span,
    word: Option<String>,
}

impl Vocabulary {
    pub(super) fn of(posts: &[&str], language: Language) -> Self {
        let mut found = Self {
            posts: u32::try_from(posts.len()).unwrap_or(u32::MAX),
            groups: BTreeMap::new(),
            words: BTreeMap::new(),
            pairs: BTreeMap::new(),
            own: 1.0,
            others: 0.0,
        };
        let items: Vec<Vec<Item>> = posts.iter().map(|post| items(post, &[])).collect();
        let holds: Vec<Holds> = items.iter().map(|items| Holds::of(items)).collect();
        for hold in &holds {
            count(&mut found.groups, &hold.groups);
            count(&mut found.words, &hold.words);
            count(&mut found.pairs, &hold.pairs);
        }
        let own: Vec<f32> = items
            .iter()
            .zip(&holds)
            .map(|(items, hold)| found.level(items, Some(hold)))
            .collect();
        let others: Vec<f32> = generic::posts(language)
            .iter()
            .map(|post| found.level(&self::items(post, &[]), None))
            .collect();
        found.own = mean(&own);
        found.others = mean(&others).min(found.own - 0.05);
        found.groups = most(found.groups);
        found.pairs = most(found.pairs);
        found
    }

    /// Word pairs of at least three posts that are not only small words.
    pub(super) fn phrases(&self) -> Vec<String> {
        let mut found: Vec<_> = self
            .pairs
            .iter()
            .filter(|(pair, posts)| {
                **posts >= 3 && pair.split(' ').any(|word| word.chars().count() >= 5)
            })
            .collect();
        found.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
        found
            .into_iter()
            .take(20)
            .map(|(pair, _)| pair.clone())
            .collect()
    }

    /// Gives or takes points for the wording, with the sentence that is farthest from the brand's or the
    /// pair that is most its own.
    pub(super) fn judge(
        &self,
        text: &str,
        banned: &[Span],
        _language: Language,
        reasons: &mut Reasons,
    ) {
        let items = items(text, banned);
        let place = (self.level(&items, None) - self.others) / (self.own - self.others).max(0.01);
        let points = (OTHERS + place * (OWN - OTHERS)).clamp(-3.0, 1.6);
        if points < 0.0 {
            let span = self.farthest(text, &items);
            reasons.add("wording-far", points, span, []);
            return;
        }
        let pair = items.windows(2).filter_map(|two| {
            let (first, second) = (two[0].word.as_ref()?, two[1].word.as_ref()?);
            let posts = *self.pairs.get(&format!("{first} {second}"))?;
            let long = first.chars().count() >= 4 || second.chars().count() >= 4;
            (posts >= 2 && long).then_some((posts, two[0].span.join(two[1].span)))
        });
        let pair = pair.max_by_key(|(posts, span)| (*posts, std::cmp::Reverse(span.start)));
        match pair {
            Some((posts, span)) => {
                let params = [
                    ("words", span.slice(text).unwrap_or("").to_owned()),
                    ("posts", posts.to_string()),
                ];
                reasons.add("wording-own", points, Some(span), params);
            }
            None => reasons.add("wording-near", points, None, []),
        }
    }

    /// Mean worth of the words, 0 to 1. `without`: a post of the brand itself, counted out.
    fn level(&self, items: &[Item], without: Option<&Holds>) -> f32 {
        let posts = self
            .posts
            .saturating_sub(u32::from(without.is_some()))
            .max(1);
        let weight = |counts: &BTreeMap<String, u32>,
                      key: &str,
                      own: Option<&BTreeSet<String>>,
                      full: f32| {
            let mine = u32::from(own.is_some_and(|own| own.contains(key)));
            let seen = counts.get(key).copied().unwrap_or(0).saturating_sub(mine);
            let seen = f32::from(u16::try_from(seen).unwrap_or(u16::MAX));
            let all = f32::from(u16::try_from(posts).unwrap_or(u16::MAX));
            // Seen in `full` of the posts is worth all of it; the first sight is worth the most.
            (seen / (all * full)).min(1.0).sqrt()
        };
        let mut total = 0.0;
        let mut before: Option<&str> = None;
        for item in items {
            let Some(word) = item.word.as_deref() else {
                before = None;
                continue;
            };
            let groups: Vec<String> = groups(word).collect();
            let by_groups = groups
                .iter()
                .map(|group| weight(&self.groups, group, without.map(|hold| &hold.groups), 0.5))
                .sum::<f32>()
                / ratio(groups.len(), 1);
            let by_word = weight(&self.words, word, without.map(|hold| &hold.words), 0.3);
            let by_pair = before.map_or(0.0, |before| {
                weight(
                    &self.pairs,
                    &format!("{before} {word}"),
                    without.map(|hold| &hold.pairs),
                    0.1,
                )
            });
            total += 0.35 * by_groups + 0.3 * by_word + 0.35 * by_pair;
            before = Some(word);
        }
        let middle = (self.own + self.others) / 2.0;
        let prior = if without.is_some() || self.own >= 1.0 {
            0.0
        } else {
            PRIOR_WORDS
        };
        (total + prior * middle) / (ratio(items.len(), 1) + prior).max(1.0)
    }

    fn farthest(&self, text: &str, items: &[Item]) -> Option<Span> {
        sentences(text)
            .into_iter()
            .map(|span| {
                let inside: Vec<Item> = items
                    .iter()
                    .filter(|item| item.span.overlaps(span))
                    .map(|item| Item {
                        span: item.span,
                        word: item.word.clone(),
                    })
                    .collect();
                (span, inside)
            })
            .filter(|(_, inside)| inside.len() >= 3)
            .map(|(span, inside)| (span, self.level(&inside, None)))
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(span, _)| span)
    }
}

impl Holds {
    fn of(items: &[Item]) -> Self {
        let mut holds = Self::default();
        let mut before: Option<&str> = None;
        for item in items {
            let Some(word) = item.word.as_deref() else {
                before = None;
                continue;
            };
            holds.groups.extend(groups(word));
            holds.words.insert(word.to_owned());
            if let Some(before) = before {
                holds.pairs.insert(format!("{before} {word}"));
            }
            before = Some(word);
        }
        holds
    }
}

/// The words of a text. Numbers are all one word: the figures of a post are not its voice.
fn items(text: &str, banned: &[Span]) -> Vec<Item> {
    let mut next = 0;
    let mut found: Vec<Item> = Vec::new();
    for word in words(text) {
        while banned
            .get(next)
            .is_some_and(|span| span.end <= word.span.start)
        {
            next += 1;
        }
        match banned.get(next).filter(|span| span.overlaps(word.span)) {
            // A phrase of the never-list is one word here, like the word it may have replaced.
            Some(span) => {
                if found.last().is_none_or(|last| last.span != *span) {
                    found.push(Item {
                        span: *span,
                        word: None,
                    });
                }
            }
            None => {
                let folded = fold(word.text);
                let number = folded.starts_with(|c: char| c.is_ascii_digit());
                found.push(Item {
                    span: word.span,
                    word: Some(if number { "0".to_owned() } else { folded }),
                });
            }
        }
    }
    found
}

/// The letter groups of a word with its borders: "_cut" and "cut_" for "cut".
fn groups(word: &str) -> impl Iterator<Item = String> + '_ {
    let letters: Vec<char> = std::iter::once('_')
        .chain(word.chars())
        .chain(std::iter::once('_'))
        .collect();
    let count = letters.len().saturating_sub(LETTERS) + 1;
    (0..count).map(move |at| {
        letters[at..(at + LETTERS).min(letters.len())]
            .iter()
            .collect()
    })
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

fn mean(values: &[f32]) -> f32 {
    values.iter().sum::<f32>() / ratio(values.len().max(1), 1)
}
