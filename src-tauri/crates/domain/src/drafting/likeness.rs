//! How alike two texts are: the share of word trigrams of the one that the other holds too.

use crate::text;
use std::collections::BTreeSet;

/// Two candidates are different posts only below this.
pub const MAX_LIKENESS: f32 = 0.6;

/// Word-trigram containment of two texts, 0 to 1: shared trigrams over those of the text with fewer. Texts
/// of one or two words are alike (1) if their words are the same.
pub fn likeness(left: &str, right: &str) -> f32 {
    Trigrams::of(left).containment(&Trigrams::of(right))
}

/// The trigrams of a text, kept to compare it with many others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigrams(BTreeSet<[String; 3]>);

impl Trigrams {
    /// Folded words, so that case, accents and punctuation do not matter.
    pub fn of(text: &str) -> Self {
        let mut words: Vec<String> = text::words(text)
            .map(|word| text::fold(word.text))
            .collect();
        while !words.is_empty() && words.len() < 3 {
            words.push(String::new());
        }
        Self(
            words
                .windows(3)
                .map(|three| [three[0].clone(), three[1].clone(), three[2].clone()])
                .collect(),
        )
    }

    /// See [`likeness`].
    pub fn containment(&self, other: &Self) -> f32 {
        let fewest = self.0.len().min(other.0.len());
        if fewest == 0 {
            return 0.0;
        }
        let shared = self.0.intersection(&other.0).count();
        shared as f32 / fewest as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &str, right: &str, expect: f32) {
        let found = likeness(left, right);
        assert!(
            (found - expect).abs() < 0.01,
            "{left:?} / {right:?}: {found}"
        );
        assert!(
            (likeness(right, left) - found).abs() < f32::EPSILON,
            "it has no direction"
        );
    }

    #[test]
    fn texts_are_as_alike_as_the_trigrams_they_share() {
        check("We cut mesh to size.", "we cut MESH to size!", 1.0);
        check("We cut mesh to size", "Rye bread on Saturday", 0.0);
        check(
            "one two three four five",
            "one two three six seven",
            1.0 / 3.0,
        );
        check("", "anything at all", 0.0);
        check("Two words", "two words", 1.0);
    }

    #[test]
    fn a_text_inside_a_longer_one_is_all_of_it() {
        check("we cut mesh", "on Monday we cut mesh to your drawing", 1.0);
    }
}
