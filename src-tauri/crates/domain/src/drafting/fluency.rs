//! Whether sentences that were put together read as one text. A plan that does not is dropped.

use super::adapt;
use super::compose::{Composition, Mark, Piece};
use super::manner::word_count;
use super::wording;
use crate::language::Language;
use crate::text;
use std::collections::BTreeMap;

/// Why a text does not read well. Each is a reason to drop the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// "the the"
    RepeatedWord,
    /// Two ends of a sentence, or two commas.
    DoubledPunctuation,
    /// Two neighbors in a paragraph begin with the same word.
    EqualStarts,
    /// A sentence with more words than the brand or anyone should write.
    LongSentence,
    /// Five words in a row that stood there before.
    RepeatedPhrase,
    /// Fewer than eight words: no post.
    TooShort,
}

/// The first flaw of a composition, or `None`.
///
/// `longest` is the longest sentence that may stand, in words.
pub fn flaw(composition: &Composition, longest: usize) -> Option<Flaw> {
    let text = composition.text();
    if composition.words() < 8 {
        return Some(Flaw::TooShort);
    }
    if has_repeated_word(&text) {
        return Some(Flaw::RepeatedWord);
    }
    if has_doubled_punctuation(&text) {
        return Some(Flaw::DoubledPunctuation);
    }
    // Piece by piece: "Wait 10 min." must not run on into the next step.
    let long = composition.pieces.iter().any(|piece| {
        text::sentences(&piece.text)
            .iter()
            .filter_map(|span| span.slice(&piece.text))
            .any(|sentence| word_count(sentence) > longest)
    });
    if long {
        return Some(Flaw::LongSentence);
    }
    // The steps of a how-to are its own: "wait until the passengers" may well come twice.
    let told: Vec<&str> = composition
        .pieces
        .iter()
        .filter(|piece| !matches!(piece.mark, Mark::Number(_)))
        .map(|piece| piece.text.as_str())
        .collect();
    if repeats_a_phrase(&told.join("\n")) {
        return Some(Flaw::RepeatedPhrase);
    }
    let starts = composition
        .pieces
        .windows(2)
        .any(|pair| pair[0].paragraph == pair[1].paragraph && same_start(&pair[0], &pair[1]));
    starts.then_some(Flaw::EqualStarts)
}

/// How smoothly a composition reads, 0 to 1: equal starts across paragraphs, many sentences of one length
/// and an empty-handed paragraph cost a little.
pub fn smoothness(composition: &Composition) -> f32 {
    let mut value = 1.0_f32;
    for pair in composition.pieces.windows(2) {
        if same_start(&pair[0], &pair[1]) {
            value -= 0.15;
        }
    }
    let mut starts: BTreeMap<String, u8> = BTreeMap::new();
    for piece in &composition.pieces {
        if !matches!(piece.mark, Mark::Number(_)) {
            *starts.entry(start(&piece.text)).or_insert(0) += 1;
        }
    }
    for count in starts.values().filter(|count| **count > 2) {
        value -= 0.1 * f32::from(count - 2);
    }
    value.max(0.0)
}

/// Whether two pieces of running text begin with the same word.
pub fn same_start(left: &Piece, right: &Piece) -> bool {
    left.mark == Mark::None
        && right.mark == Mark::None
        && start(&last_sentence(&left.text)) == start(&right.text)
}

fn last_sentence(text: &str) -> String {
    text::sentences(text)
        .last()
        .and_then(|span| span.slice(text))
        .unwrap_or(text)
        .to_owned()
}

/// The first word, with the next one if it is an article: "The launch" and "The new boat" begin apart.
fn start(text: &str) -> String {
    let mut words = text::words(text).map(|word| text::fold(word.text));
    let first = words.next().unwrap_or_default();
    // Each language's articles, for a text does not say which one it is in.
    let article = [Language::English, Language::German]
        .into_iter()
        .any(|language| wording::of(language).articles.contains(&first.as_str()));
    if article {
        words.next().unwrap_or(first)
    } else {
        first
    }
}

/// Whether a word follows itself. "That that" and "had had" are right now and then, and grate every time.
pub fn has_repeated_word(text: &str) -> bool {
    let words: Vec<_> = text::words(text).collect();
    words.windows(2).any(|pair| {
        let between = text
            .get(pair[0].span.range().end..pair[1].span.range().start)
            .unwrap_or_default();
        between == " "
            && pair[0].text.chars().all(char::is_alphabetic)
            && text::fold(pair[0].text) == text::fold(pair[1].text)
            // "Treten Sie sie fest" is right in German.
            && (pair[0].text, pair[1].text) != ("Sie", "sie")
    })
}

/// Whether two signs stand where one belongs. "…", "?!" at most.
pub fn has_doubled_punctuation(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    chars.windows(2).any(|pair| {
        matches!(
            pair,
            [',' | ';' | ':', ',' | ';' | ':' | '.' | '!' | '?']
                | ['.' | '!' | '?', ',' | ';' | ':']
                | ['!' | '?', '.']
                | ['.', '!' | '?']
                | ['!', '!']
                | ['?', '?']
        )
    }) || text.contains("..") && !text.contains("...")
        || text.contains(" .") && !text.contains(" ..")
        || text.contains(" ,")
        || adapt::has_blank_runs(text)
}

fn repeats_a_phrase(text: &str) -> bool {
    let words: Vec<String> = text::words(text)
        .map(|word| text::fold(word.text))
        .collect();
    let mut seen = std::collections::BTreeSet::new();
    words.windows(5).any(|five| !seen.insert(five))
}
