//! Words by what they mean: stems that the forms of a word share, without the words that say nothing.
//!
//! A wrong stem costs a match, never a fact.

use super::Language;
use crate::text;

mod english;
mod german;

/// Content words of a text, each in a form that its plurals and participles share. A German compound gives
/// the stems of its parts: "Lieferzeit" is about what "liefern" is about.
pub fn stems(text: &str, language: Language) -> impl Iterator<Item = String> {
    grouped(text, language).flatten()
}

/// The same word by word: the parts of a compound stand together, its head last.
pub fn grouped(text: &str, language: Language) -> impl Iterator<Item = Vec<String>> {
    text::words(text)
        .map(|word| text::fold(word.text))
        .filter(move |word| !is_stop_word(word, language))
        .map(move |word| of_word(&word, language))
}

/// The stems of one folded word: one, or those of a compound's parts.
pub fn of_word(folded: &str, language: Language) -> Vec<String> {
    match language {
        Language::German => german::parts(folded),
        Language::English | Language::Other => vec![english::stem(folded)],
    }
}

/// Whether a folded word says nothing about a topic.
pub fn is_stop_word(folded: &str, language: Language) -> bool {
    match language {
        Language::German => german::is_stop_word(folded),
        Language::English | Language::Other => english::is_stop_word(folded),
    }
}

/// Whether a stem is of a word by which briefs ask for posts of any topic.
pub fn is_general(stem: &str, language: Language) -> bool {
    match language {
        Language::German => german::is_general(stem),
        Language::English | Language::Other => english::is_general(stem),
    }
}
