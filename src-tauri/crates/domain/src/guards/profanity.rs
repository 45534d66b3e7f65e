//! Guard: profanity.
//!
//! A strong swear word or a slur keeps a post back; a mild one is a warning, because it may be how the
//! brand talks. Whole words count, so that Scunthorpe and a cockpit are left alone.

use super::lexicon::{Lexicon, Row};
use super::{
    CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, Source, TextEdit, cuts,
};
use crate::text::{Span, fold};
use std::sync::LazyLock;

pub(super) const GUARD: Guard = Guard {
    id: "profanity",
    codes: &["profanity.strong", "profanity.mild"],
    limits: &[],
    sources: &[OFCOM],
    check,
    fix,
};

/// Which English words are felt to be mild and which strong; the German ones are our own reading of it.
const OFCOM: Source = Source {
    address: "https://docslib.org/doc/9536806/attitudes-to-potentially-offensive-language-and-gestures-on-tv-and-radio-research-report",
    date: "2026-11-21",
};

static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("profanity.tsv")));

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = WORDS
        .find(draft)
        .into_iter()
        .filter(|(span, row)| is_strong(row) || !is_harmless(draft, context, *span))
        .map(|(span, row)| finding(draft, span, is_strong(row)))
        .collect();
    found.extend(
        masked(draft)
            .into_iter()
            .map(|span| finding(draft, span, true)),
    );
    found.sort_by_key(|finding| finding.span);
    found
}

fn finding(draft: &Reading<'_>, span: Span, strong: bool) -> Finding {
    let (code, severity) = match strong {
        true => ("strong", Severity::Block),
        false => ("mild", Severity::Warn),
    };
    let params = [("text", span.slice(draft.text).unwrap_or("").to_owned())];
    Finding::new("profanity", code, severity, Some(span), params).by_page(&OFCOM)
}

/// "Damn good" loses its first word; otherwise the sentence goes.
fn fix(draft: &Reading<'_>, _: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(span) = finding.span else {
        return Vec::new();
    };
    let mut fixes = Vec::new();
    let strengthens = WORDS
        .find(draft)
        .iter()
        .any(|(at, row)| *at == span && row.fields.get(1) == Some(&"strengthens"));
    let after = draft.text.get(span.range().end..).unwrap_or_default();
    let word = after.strip_prefix(' ').unwrap_or_default();
    if strengthens && word.starts_with(char::is_alphabetic) && !draft.opens_sentence(span) {
        let params = [("text", span.slice(draft.text).unwrap_or("").to_owned())];
        let edit = TextEdit {
            span: Span::of(span.range().start..span.range().end + 1),
            text: String::new(),
        };
        fixes.push(Fix::new("cut-words", params, vec![edit]));
    }
    fixes.extend(cuts::cut_sentence(draft.text, span));
    fixes
}

fn is_strong(row: &Row) -> bool {
    row.fields.first() == Some(&"strong")
}

/// A capitalized word inside a sentence is a name, and a source that has the word means something by it.
fn is_harmless(draft: &Reading<'_>, context: &CheckContext<'_>, span: Span) -> bool {
    let written = span.slice(draft.text).unwrap_or_default();
    let folded = fold(written);
    let name = written.starts_with(char::is_uppercase)
        && written.chars().any(char::is_lowercase)
        && !draft.opens_sentence(span)
        && draft.language != crate::language::Language::German;
    let mut stated = context.stated.split(|c: char| !c.is_alphanumeric());
    name || stated.any(|word| word == folded)
}

/// "f*ck" and "s**t": a strong word with stars in it.
fn masked(draft: &Reading<'_>) -> Vec<Span> {
    const WHOLE: &[&str] = &[
        "fuck", "fucking", "fucked", "shit", "shitty", "bullshit", "cunt", "scheisse", "scheiße",
    ];
    if !draft.text.contains('*') {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    for piece in draft.text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += piece.len();
        let head = piece.trim_start_matches(|c: char| !c.is_alphabetic());
        let word = head.trim_end_matches(|c: char| !c.is_alphabetic() && c != '*');
        let folded = word.to_lowercase();
        let fits = |whole: &&str| {
            whole.chars().count() == folded.chars().count()
                && whole
                    .chars()
                    .zip(folded.chars())
                    .all(|(letter, c)| c == '*' || c == letter)
        };
        if folded.contains('*') && WHOLE.iter().any(fits) {
            let start = start + (piece.len() - head.len());
            found.push(Span::of(start..start + word.len()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, fact, fixed, found_in, found_with};
    use super::*;
    use crate::language::Language;
    use crate::networks::NetworkId;

    fn check(language: Language, text: &str, expect: &[&str]) {
        let found: Vec<_> = found_in(language, text)
            .into_iter()
            .filter(|finding| finding.guard == "profanity")
            .map(|finding| finding.code)
            .collect();
        assert_eq!(found, expect, "profanity in {text:?}");
    }

    #[test]
    fn strong_and_mild_words_are_told_apart() {
        check(
            Language::English,
            "What a damn good day.",
            &["profanity.mild"],
        );
        check(Language::English, "No bullshit.", &["profanity.strong"]);
        check(
            Language::German,
            "So eine Scheiße, verdammt gut.",
            &["profanity.strong", "profanity.mild"],
        );
        check(Language::English, "F*ck this.", &["profanity.strong"]);
    }

    #[test]
    fn words_that_only_hold_such_letters_are_left_alone() {
        for text in [
            "From Scunthorpe to Penistone, we deliver.",
            "The cockpit, the classic assessment, a shiitake, a Dickens book.",
            "Write *bold* and 5 * 4, hello, peacock, hancock, analysis, titles.",
        ] {
            check(Language::English, text, &[]);
        }
        check(
            Language::German,
            "Ein heller Tag, Arschäologie, Fickel GmbH.",
            &[],
        );
    }

    #[test]
    fn a_word_that_a_source_has_is_meant() {
        let facts = [fact("The damn is our smallest dam.")];
        let found = found_with(&brand(), &facts, NetworkId::LinkedIn, "See the damn today.");
        assert!(found.iter().all(|finding| finding.guard != "profanity"));
    }

    #[test]
    fn a_strengthening_word_goes_and_the_rest_stays() {
        let fixed = fixed(&brand(), NetworkId::LinkedIn, "It is a damn good day.");
        assert_eq!(fixed.text, "It is a good day.");
    }

    #[test]
    fn every_row_is_strong_or_mild() {
        for row in WORDS.rows() {
            assert!(
                matches!(row.fields.first(), Some(&"strong" | &"mild")),
                "{row:?}"
            );
        }
    }
}
