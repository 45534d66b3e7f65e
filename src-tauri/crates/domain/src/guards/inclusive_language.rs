//! Guard: inclusive language.
//!
//! Some words leave readers out or hurt them, and guides on writing name better ones. This is a note and
//! never more; a brand that sees it otherwise switches it off.

use super::lexicon::{Lexicon, Row, in_case_of};
use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, Source, TextEdit};
use crate::language::Language;
use crate::text::{Span, fold, words};
use std::sync::LazyLock;

pub(super) const GUARD: Guard = Guard {
    id: "inclusive-language",
    codes: &["inclusive-language.term"],
    limits: &[],
    sources: SOURCES,
    check,
    fix,
};

const SOURCES: &[Source] = &[
    Source {
        address: "https://developers.google.com/style/word-list",
        date: "2026-11-21",
    },
    Source {
        address: "https://www.gov.uk/government/publications/inclusive-communication/inclusive-language-words-to-use-and-avoid-when-writing-about-disability",
        date: "2026-11-21",
    },
    Source {
        address: "https://apastyle.apa.org/style-grammar-guidelines/bias-free-language",
        date: "2026-11-21",
    },
    Source {
        address: "https://leidmedien.de/begriffe/",
        date: "2026-11-21",
    },
    Source {
        address: "https://glossar.neuemedienmacher.de/",
        date: "2026-11-21",
    },
];

/// Terms with alternatives, the best first, and the number of their source in [`SOURCES`], from 1.
static TERMS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::read(include_str!("inclusive_language.tsv")));

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    TERMS
        .find(draft)
        .into_iter()
        .filter(|(span, _)| !is_name(draft, *span) && !is_wanted(draft, context, *span))
        .map(|(span, row)| {
            let params = [
                ("text", span.slice(draft.text).unwrap_or("").to_owned()),
                ("instead", alternatives(row).join(", ")),
            ];
            let finding = Finding::new(
                "inclusive-language",
                "term",
                Severity::Note,
                Some(span),
                params,
            );
            match source(row) {
                Some(source) => finding.by_page(source),
                None => finding,
            }
        })
        .collect()
}

fn fix(draft: &Reading<'_>, _: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(span) = finding.span else {
        return Vec::new();
    };
    // A German noun brings its gender and its ending along: the words beside it would have to change too.
    if draft.language == Language::German {
        return Vec::new();
    }
    let written = span.slice(draft.text).unwrap_or_default();
    let Some((_, row)) = TERMS.find(draft).into_iter().find(|(at, _)| *at == span) else {
        return Vec::new();
    };
    let before = draft.text.get(..span.range().start).unwrap_or_default();
    alternatives(row)
        .into_iter()
        .filter(|better| article_fits(before, written, better))
        .map(|better| {
            let text = in_case_of(better, written);
            let params = [("text", text.clone())];
            Fix::new("use-instead", params, vec![TextEdit { span, text }])
        })
        .collect()
}

fn alternatives(row: &Row) -> Vec<&'static str> {
    let listed = row.fields.first().copied().unwrap_or_default();
    listed.split('|').filter(|word| !word.is_empty()).collect()
}

fn source(row: &Row) -> Option<&'static Source> {
    let number: usize = row.fields.get(1)?.parse().ok()?;
    SOURCES.get(number.checked_sub(1)?)
}

/// "Foreman" as a capitalized word inside an English sentence is somebody's name.
fn is_name(draft: &Reading<'_>, span: Span) -> bool {
    let written = span.slice(draft.text).unwrap_or_default();
    draft.language == Language::English
        && written.starts_with(char::is_uppercase)
        && !written.chars().skip(1).any(char::is_uppercase)
        && !draft.opens_sentence(span)
}

/// The brand's own rules ask for the word.
fn is_wanted(draft: &Reading<'_>, context: &CheckContext<'_>, span: Span) -> bool {
    let written = fold(span.slice(draft.text).unwrap_or_default());
    let rules = &context.brand.rules;
    let preferred = rules.prefer.iter().map(|rule| rule.text.as_str());
    let required = rules.required.iter().map(|rule| rule.text.as_str());
    preferred
        .chain(required)
        .any(|wanted| fold(wanted).contains(&written))
}

/// Whether "a" or "an" before the place still fits.
fn article_fits(before: &str, written: &str, better: &str) -> bool {
    let near = before.rsplit('\n').next().unwrap_or_default();
    let article = words(near).last().map(|word| fold(word.text));
    let vowel = |word: &str| fold(word).starts_with(['a', 'e', 'i', 'o', 'u']);
    !matches!(article.as_deref(), Some("a" | "an")) || vowel(written) == vowel(better)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, check_codes, fixed, found_in};
    use super::*;
    use crate::networks::NetworkId;

    fn check(language: Language, text: &str, expect: &[&str]) {
        let found: Vec<_> = found_in(language, text)
            .into_iter()
            .filter(|finding| finding.guard == "inclusive-language")
            .map(|finding| finding.params["text"].clone())
            .collect();
        assert_eq!(found, expect, "terms in {text:?}");
    }

    #[test]
    fn terms_are_found_as_whole_words_in_their_language() {
        check(
            Language::English,
            "The chairman put us on the whitelist. Hi guys!",
            &["chairman", "whitelist", "guys"],
        );
        check(
            Language::German,
            "Er ist an den Rollstuhl gefesselt.",
            &["an den Rollstuhl gefesselt"],
        );
        check(Language::German, "Die Guys kommen.", &[]);
        check(Language::English, "Mr Foreman met a guyliner.", &[]);
    }

    #[test]
    fn a_better_word_takes_the_place_in_its_case() {
        let fixed = fixed(
            &brand(),
            NetworkId::LinkedIn,
            "Manpower is short. Ask a policeman.",
        );
        assert_eq!(fixed.text, "Workforce is short. Ask a police officer.");
    }

    #[test]
    fn a_word_that_the_brand_asks_for_is_its_own() {
        let mut brand = brand();
        brand.rules.prefer.push(crate::brand::Preference {
            text: "manpower".to_owned(),
            instead_of: vec!["staffing".to_owned()],
            source: None,
        });
        check_codes(&brand, "Manpower is short.", "inclusive-language", &[]);
    }

    #[test]
    fn every_row_has_an_alternative_and_a_source() {
        for row in TERMS.rows() {
            assert!(!alternatives(row).is_empty(), "{row:?}");
            assert!(source(row).is_some(), "{row:?}");
        }
    }
}
