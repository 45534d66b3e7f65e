//! How often words stand in ordinary writing, so that a brand's own can be told from
//! everybody's.
//!
//! The lists were counted in texts by many writers: English in the posts of a public blog (508 texts,
//! CC0), German in the articles of an association's site (349 texts, MIT). A text counts a word only a
//! few times, and the words kept stand in six texts or more. No sentence of them is in here.

use crate::language::Language;
use crate::text::fold;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Share of a word that the list does not have: below the rarest that it has.
const UNKNOWN: f32 = 6e-6;

static ENGLISH: LazyLock<Background> =
    LazyLock::new(|| Background::read(include_str!("background/english.txt")));
static GERMAN: LazyLock<Background> =
    LazyLock::new(|| Background::read(include_str!("background/german.txt")));

/// Ordinary writing in a language.
pub(super) struct Background {
    words: BTreeMap<String, f32>,
}

impl Background {
    /// Other languages have no list: all their words are unknown here, and none is told from another.
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::English | Language::Other => &ENGLISH,
            Language::German => &GERMAN,
        }
    }

    /// Share of all words that are this one, 0 to 1.
    pub(super) fn word(&self, folded: &str) -> f32 {
        self.words.get(folded).copied().unwrap_or(UNKNOWN)
    }

    /// Lines are the power of two of the occurrences in a million words, and the words.
    fn read(list: &'static str) -> Self {
        let mut words = BTreeMap::new();
        for line in list.lines() {
            let mut rest = line.split(' ');
            let Some(power) = rest.next().and_then(|power| power.parse::<i32>().ok()) else {
                continue;
            };
            // The middle of the range from this power to the next.
            let share = 1.4 * 2_f32.powi(power) / 1e6;
            words.extend(rest.map(|word| (fold(word), share)));
        }
        Self { words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lists_are_read_and_the_commonest_word_comes_first() {
        for (language, common, rare) in [
            (Language::English, "the", "workshop"),
            (Language::German, "und", "werkstatt"),
        ] {
            let background = Background::of(language);
            assert!(background.word(common) > 0.01, "{common}");
            assert!(background.word(common) > 20.0 * background.word(rare));
            assert!(background.words.len() > 2_000, "{language:?}");
        }
    }
}
