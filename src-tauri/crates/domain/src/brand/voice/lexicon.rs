//! The words and phrases that a brand's posts use more than ordinary writing does.

use super::background::Background;
use super::ratio;
use crate::language::Language;
use crate::text::{Span, fold, words};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Words of a phrase at the most.
const PHRASE_WORDS: usize = 3;
/// Words and phrases that are kept.
const KEPT: usize = 24;
/// A word of ordinary writing is the brand's only if its posts have it this many times as often.
const TIMES: f32 = 3.0;
/// Words that hold a sentence together stand in every text: their share of ordinary writing is above.
const SMALL_WORD: f32 = 4e-4;

/// A word or phrase of the brand's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct LexiconWord {
    /// As the posts write it most often.
    pub text: String,
    /// In how many posts it stands.
    pub posts: u32,
}

#[derive(Default)]
struct Seen {
    posts: u32,
    forms: BTreeMap<String, u32>,
}

/// The most the brand's own first: by in how many posts they stand and by how rare they are elsewhere.
pub(super) fn of(texts: &[&str], language: Language) -> Vec<LexiconWord> {
    let background = Background::of(language);
    let least = if texts.len() < 20 { 2 } else { 3 };
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    for text in texts {
        let mut here = BTreeSet::new();
        for (key, form) in phrases(text) {
            let entry = seen.entry(key.clone()).or_default();
            *entry.forms.entry(form).or_insert(0) += 1;
            if here.insert(key) {
                entry.posts += 1;
            }
        }
    }
    let count = ratio(texts.len().max(1), 1);
    // How often a word would stand in a post of ordinary writing with as many words.
    let length = texts.iter().map(|text| words(text).count()).sum::<usize>();
    let length = ratio(length, 1) / count;
    let mut found: Vec<(f32, String, LexiconWord)> = seen
        .into_iter()
        .filter(|(_, seen)| seen.posts >= least)
        .filter_map(|(key, seen)| {
            let parts: Vec<&str> = key.split(' ').collect();
            let shares: Vec<f32> = parts.iter().map(|part| background.word(part)).collect();
            let last = *shares.last()?;
            let content = parts
                .iter()
                .zip(&shares)
                .any(|(part, share)| *share < SMALL_WORD && part.chars().count() >= 3);
            if !content || last > SMALL_WORD {
                return None;
            }
            let posts = ratio(usize::try_from(seen.posts).unwrap_or(usize::MAX), 1);
            let rarest = shares.iter().copied().fold(1.0_f32, f32::min);
            // A phrase is at most as frequent as its rarest word.
            let times = (posts / count) / (rarest * length).min(1.0);
            if times < TIMES {
                return None;
            }
            let longer = 1.0 + 0.5 * ratio(parts.len() - 1, 1);
            let text = seen
                .forms
                .into_iter()
                .max_by_key(|(_, times)| *times)
                .map(|(form, _)| form)?;
            let word = LexiconWord {
                text,
                posts: seen.posts,
            };
            Some((posts * times.ln().min(6.0) * longer, key, word))
        })
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let mut kept: Vec<(String, LexiconWord)> = Vec::new();
    for (_, key, word) in found {
        // Of "cut to size" and "to size" one is enough, unless the shorter one stands alone as well.
        let within =
            |inner: &str, outer: &str| format!(" {outer} ").contains(&format!(" {inner} "));
        let covered = kept.iter().any(|(other, known)| {
            (within(&key, other) || within(other, &key)) && word.posts <= known.posts * 3 / 2
        });
        if !covered {
            kept.push((key, word));
        }
        if kept.len() == KEPT {
            break;
        }
    }
    kept.into_iter().map(|(_, word)| word).collect()
}

/// Each word and each run of two and three that only spaces part, folded and as written. Figures,
/// hashtags, mentions and addresses are left out.
fn phrases(text: &str) -> Vec<(String, String)> {
    let fixed = crate::brand::matching::fixed_ranges(text);
    let all: Vec<(Span, String, &str)> = words(text)
        .filter(|word| {
            let tagged = text[..word.span.range().start].ends_with('#');
            let figure = word.text.starts_with(|c: char| c.is_ascii_digit());
            !tagged && !figure && !fixed.iter().any(|range| range.overlaps(word.span))
        })
        .map(|word| (word.span, fold(word.text), word.text))
        .collect();
    let mut found = Vec::new();
    for start in 0..all.len() {
        let mut key = String::new();
        let mut form = String::new();
        for at in start..(start + PHRASE_WORDS).min(all.len()) {
            let (span, folded, written) = &all[at];
            if at > start {
                let gap = text.get(all[at - 1].0.range().end..span.range().start);
                if gap != Some(" ") {
                    break;
                }
                key.push(' ');
                form.push(' ');
            }
            key.push_str(folded);
            // A capital at the start of a sentence is not the word's own.
            let plain = written.chars().skip(1).any(char::is_uppercase);
            if plain || !begins_sentence(text, *span) {
                form.push_str(written);
            } else {
                form.push_str(&written.to_lowercase());
            }
            found.push((key.clone(), form.clone()));
        }
    }
    found
}

fn begins_sentence(text: &str, span: Span) -> bool {
    let before = text[..span.range().start].trim_end_matches([' ', '"', '“', '„', '(']);
    before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':', '…'])
}
