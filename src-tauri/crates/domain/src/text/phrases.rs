//! Many phrases looked for in a text at once.

use std::collections::HashMap;

/// Phrases with what each stands for. A last word that ends in `*` is the beginning of a word.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    /// By first word, or by the beginning of it where the phrase is one stem.
    words: HashMap<&'static str, Vec<Phrase<T>>>,
    stems: HashMap<&'static str, Vec<T>>,
    /// Bytes of the shortest and the longest stem.
    stem_lengths: (usize, usize),
}

#[derive(Debug)]
struct Phrase<T> {
    rest: Vec<&'static str>,
    /// The last of `rest` is the beginning of a word.
    open: bool,
    means: T,
}

impl<T: Copy> Phrases<T> {
    /// Prepares phrases in lower case.
    pub(crate) fn new(phrases: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut words: HashMap<&'static str, Vec<Phrase<T>>> = HashMap::new();
        let mut stems: HashMap<&'static str, Vec<T>> = HashMap::new();
        let mut stem_lengths = (usize::MAX, 0);
        for (phrase, means) in phrases {
            let bare = phrase.strip_suffix('*');
            let mut parts = split(bare.unwrap_or(phrase));
            let Some(first) = parts.next() else {
                continue;
            };
            let rest: Vec<&'static str> = parts.collect();
            if bare.is_some() && rest.is_empty() {
                stem_lengths = (
                    stem_lengths.0.min(first.len()),
                    stem_lengths.1.max(first.len()),
                );
                stems.entry(first).or_default().push(means);
                continue;
            }
            words.entry(first).or_default().push(Phrase {
                rest,
                open: bare.is_some(),
                means,
            });
        }
        Self {
            words,
            stems,
            stem_lengths,
        }
    }

    /// Hands out what each phrase that stands in the text means, in the order of the text.
    pub(crate) fn each(&self, lower: &str, take: &mut dyn FnMut(T)) {
        let words: Vec<&str> = split(lower).collect();
        for (at, word) in words.iter().enumerate() {
            for phrase in self.words.get(word).into_iter().flatten() {
                if phrase.follows(&words[at + 1..]) {
                    take(phrase.means);
                }
            }
            let (shortest, longest) = self.stem_lengths;
            for length in shortest..=longest.min(word.len()) {
                let stem = word.get(..length).and_then(|stem| self.stems.get(stem));
                stem.into_iter().flatten().for_each(|means| take(*means));
            }
        }
    }
}

impl<T> Phrase<T> {
    fn follows(&self, words: &[&str]) -> bool {
        let last = self.rest.len().saturating_sub(1);
        words.len() >= self.rest.len()
            && self
                .rest
                .iter()
                .zip(words)
                .enumerate()
                .all(|(at, (part, word))| {
                    part == word || self.open && at == last && word.starts_with(part)
                })
    }
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    let is_sign = |c: char| matches!(c, '£' | '€' | '$' | '%');
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '£' | '€' | '$' | '%'))
        // "£38.50" names the currency beside the number.
        .flat_map(move |word| {
            let length = word
                .chars()
                .next()
                .filter(|c| is_sign(*c))
                .map_or(0, char::len_utf8);
            let (sign, rest) = word.split_at(length);
            [sign, rest]
        })
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[u8]) {
        let phrases = Phrases::new([
            ("open from", 1),
            ("deliver*", 2),
            ("£", 3),
            ("site stor*", 4),
            ("mm", 5),
        ]);
        let mut found = Vec::new();
        phrases.each(text, &mut |means| found.push(means));
        assert_eq!(found, expect, "phrases of {text:?}");
    }

    #[test]
    fn words_stems_and_rows_of_words_are_found() {
        check("we are open from 8 and delivery is £5", &[1, 2, 3]);
        check("site stories of 6 mm", &[4, 5]);
        check("opens from, hammer", &[]);
        check("", &[]);
    }
}
