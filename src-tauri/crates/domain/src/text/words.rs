//! Words, as Unicode cuts them (UAX 29).

use super::Span;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// A word with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    pub span: Span,
    pub text: &'a str,
}

/// The words of a text: letters and digits, with inner apostrophes and decimal points.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    text.unicode_word_indices().map(|(at, word)| Word {
        span: Span::of(at..at + word.len()),
        text: word,
    })
}

/// The form by which words are compared: lower case, without accents, straight apostrophes.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c == '\u{2019}' { '\'' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_inner_apostrophes_and_decimal_points() {
        let found: Vec<_> = words("We'll cut A142 at 2.5 mm.")
            .map(|word| word.text)
            .collect();
        assert_eq!(found, ["We'll", "cut", "A142", "at", "2.5", "mm"]);
    }

    #[test]
    fn fold_ignores_case_accents_and_the_shape_of_apostrophes() {
        assert_eq!(fold("Crème"), "creme");
        assert_eq!(fold("We’LL"), "we'll");
    }
}
