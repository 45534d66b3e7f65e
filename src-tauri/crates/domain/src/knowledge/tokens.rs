//! Tokens as the search model counts them: WordPiece over the vocabulary of all-MiniLM-L6-v2.
//!
//! The steps are those of BERT's uncased tokenizer: control characters go, East Asian ideographs stand
//! alone, accents are stripped, case is folded, punctuation is cut off, and each word is taken apart into
//! the longest pieces that the vocabulary has.

use crate::text::Span;
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters of a word above which the model takes the whole word as unknown.
const MAX_WORD_CHARS: usize = 100;

/// The pieces that the search model knows.
#[derive(Debug)]
pub struct Vocabulary {
    ids: HashMap<&'static str, u32>,
    unknown: u32,
}

static MINILM: LazyLock<Vocabulary> = LazyLock::new(|| {
    Vocabulary::new(include_str!(
        "../../../../../assets/models/minilm-l6-v2.vocab.txt"
    ))
});

impl Vocabulary {
    /// The vocabulary of all-MiniLM-L6-v2, read on first use.
    pub fn minilm() -> &'static Self {
        &MINILM
    }

    fn new(lines: &'static str) -> Self {
        let ids: HashMap<_, _> = lines.lines().zip(0..).collect();
        let unknown = ids.get("[UNK]").copied().unwrap_or_default();
        Self { ids, unknown }
    }

    /// How many tokens a text has, without the two that the model puts around each text.
    pub fn count(&self, text: &str) -> usize {
        let mut count = 0;
        self.each_word(text, &mut |_, word| count += self.pieces(word, &mut |_| ()));
        count
    }

    /// The ids of a text's tokens, without the two that the model puts around each text.
    pub fn ids(&self, text: &str) -> Vec<u32> {
        let mut ids = Vec::with_capacity(text.len() / 4);
        self.each_word(text, &mut |_, word| {
            self.pieces(word, &mut |id| ids.push(id));
        });
        ids
    }

    /// The words of a text as written, each with the number of its tokens: where a text is cut.
    pub fn word_counts(&self, text: &str) -> Vec<(Span, usize)> {
        let mut counts = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (start, c.is_whitespace()) {
                (None, false) => start = Some(at),
                (Some(from), true) => {
                    let count = text.get(from..at).map_or(0, |word| self.count(word));
                    counts.push((Span::of(from..at), count));
                    start = None;
                }
                _ => {}
            }
        }
        counts
    }

    fn each_word(&self, text: &str, take: &mut dyn FnMut(usize, &str)) {
        let mut word = String::new();
        let mut flush = |word: &mut String| {
            if !word.is_empty() {
                take(word.len(), word);
                word.clear();
            }
        };
        let mut add = |c: char| {
            if c.is_whitespace() {
                flush(&mut word);
            } else if stands_alone(c) {
                flush(&mut word);
                word.push(c);
                flush(&mut word);
            } else {
                word.push(c);
            }
        };
        for c in text.chars() {
            if c.is_ascii() {
                if c.is_ascii_whitespace() || !c.is_ascii_control() {
                    add(c.to_ascii_lowercase());
                }
            } else if c != '\u{fffd}' && !is_invisible(c) {
                for part in std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)) {
                    part.to_lowercase().for_each(&mut add);
                }
            }
        }
        flush(&mut word);
    }

    /// Hands out the ids of one word's pieces; returns how many there are.
    fn pieces(&self, word: &str, take: &mut dyn FnMut(u32)) -> usize {
        if let Some(id) = self.ids.get(word) {
            take(*id);
            return 1;
        }
        let mut ids = Vec::new();
        let mut buffer = String::with_capacity(word.len() + 2);
        let mut start = 0;
        while start < word.len() && word.chars().count() <= MAX_WORD_CHARS {
            let found = word[start..]
                .char_indices()
                .map(|(at, c)| start + at + c.len_utf8())
                .rev()
                .find_map(|end| {
                    buffer.clear();
                    if start > 0 {
                        buffer.push_str("##");
                    }
                    buffer.push_str(&word[start..end]);
                    self.ids.get(buffer.as_str()).map(|id| (*id, end))
                });
            let Some((id, end)) = found else {
                ids.clear();
                break;
            };
            ids.push(id);
            start = end;
        }
        if ids.is_empty() {
            ids.push(self.unknown);
        }
        ids.iter().for_each(|id| take(*id));
        ids.len()
    }
}

/// Punctuation and ideographs, which are words of their own.
fn stands_alone(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c,
            '¡' | '§' | '«' | '¶' | '·' | '»' | '¿'
            | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{30fb}'
            | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff3d}'
            | '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{2a6df}' | '\u{2a700}'..='\u{2ceaf}' | '\u{2f800}'..='\u{2fa1f}')
}

/// Control and format characters, which the model does not see.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[u32]) {
        let vocabulary = Vocabulary::minilm();
        assert_eq!(vocabulary.ids(text), expect, "tokens of {text:?}");
        assert_eq!(vocabulary.count(text), expect.len());
    }

    #[test]
    fn words_in_the_vocabulary_are_one_token_without_case_and_accents() {
        check("hello world", &[7592, 2088]);
        check("Hello, WORLD!", &[7592, 1010, 2088, 999]);
        check("Café", &[7668]);
    }

    #[test]
    fn other_words_are_taken_apart_into_the_longest_pieces() {
        // "em ##bed ##ding ##s", the example of the tokenizer's own documentation.
        check("embeddings", &[7861, 8270, 4667, 2015]);
    }

    #[test]
    fn what_no_piece_covers_is_one_unknown_token() {
        check("🦄", &[100]);
        check(&"a".repeat(101), &[100]);
    }

    #[test]
    fn ideographs_stand_alone_and_invisible_characters_do_not_count() {
        assert_eq!(Vocabulary::minilm().count("東京"), 2);
        assert_eq!(Vocabulary::minilm().count("a\u{200b}\u{0}b"), 1);
        check("", &[]);
    }

    #[test]
    fn words_are_counted_where_they_stand() {
        let counts = Vocabulary::minilm().word_counts(" hello embeddings ");
        assert_eq!(counts, [(Span::of(1..6), 1), (Span::of(7..17), 4)]);
    }
}
