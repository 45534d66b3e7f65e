//! From text to the terms that are looked up.
//!
//! Both languages share the fields: a text is stemmed in its own language, a query in both, because
//! nobody says which language they ask in. So BM25's lengths and frequencies are those of all texts.

use galley_domain::language::Language;
use std::collections::BTreeSet;
use tantivy::tokenizer::{
    AsciiFoldingFilter, Language as Stems, LowerCaser, PreTokenizedString, RemoveLongFilter,
    SimpleTokenizer, Stemmer, TextAnalyzer, Token,
};

/// Longer "words" are not words. Bytes.
const LONGEST: usize = 60;

/// Cuts and stems. Not shared between threads: analyzers keep their state.
pub(super) struct Analyzers {
    english: TextAnalyzer,
    german: TextAnalyzer,
}

impl Analyzers {
    pub(super) fn new() -> Self {
        Self {
            english: analyzer(Stems::English),
            german: analyzer(Stems::German),
        }
    }

    /// A text for the index.
    pub(super) fn tokens(&mut self, text: &str, language: Language) -> PreTokenizedString {
        let mut tokens = Vec::new();
        self.of(language)
            .token_stream(text)
            .process(&mut |token: &Token| tokens.push(token.clone()));
        // The text itself is not stored, so it need not be there.
        PreTokenizedString {
            text: String::new(),
            tokens,
        }
    }

    /// The different terms of a query.
    pub(super) fn query(&mut self, text: &str) -> BTreeSet<String> {
        let mut terms = BTreeSet::new();
        for analyzer in [&mut self.english, &mut self.german] {
            analyzer.token_stream(text).process(&mut |token: &Token| {
                terms.insert(token.text.clone());
            });
        }
        terms
    }

    fn of(&mut self, language: Language) -> &mut TextAnalyzer {
        match language {
            Language::German => &mut self.german,
            Language::English | Language::Other => &mut self.english,
        }
    }
}

/// Accents go last: the stemmers know the words with them.
fn analyzer(stems: Stems) -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(LONGEST))
        .filter(LowerCaser)
        .filter(Stemmer::new(stems))
        .filter(AsciiFoldingFilter)
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, language: Language, expect: &[&str]) {
        let found: Vec<_> = Analyzers::new()
            .tokens(text, language)
            .tokens
            .into_iter()
            .map(|token| token.text)
            .collect();
        assert_eq!(found, expect, "terms of {text:?}");
    }

    #[test]
    fn words_are_stemmed_in_their_own_language() {
        check(
            "Deliveries arrived",
            Language::English,
            &["deliveri", "arriv"],
        );
        check(
            "Lieferungen in Köln",
            Language::German,
            &["liefer", "in", "koln"],
        );
    }

    #[test]
    fn a_query_finds_both_languages_stems() {
        let terms = Analyzers::new().query("Lieferungen");
        assert!(terms.contains("liefer"), "{terms:?}");
        let terms = Analyzers::new().query("deliveries");
        assert!(terms.contains("deliveri"), "{terms:?}");
    }

    #[test]
    fn what_is_no_word_gives_no_term() {
        check("😀 *:* \"( ^ ~", Language::English, &[]);
    }
}
