//! Guard: capitals.
//!
//! Words in capitals are slower to read and sound like shouting. Short forms and names that your documents
//! write so are left alone.

use super::lexicon::in_case_of;
use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, Source, TextEdit};
use crate::brand::matching::Token;
use crate::language::{self, Language};
use crate::text::{Span, lists};
use std::collections::HashSet;
use std::sync::LazyLock;

pub(super) const GUARD: Guard = Guard {
    id: "capitals",
    codes: &["capitals.run", "capitals.word"],
    limits: &[],
    sources: &[STYLE_GUIDE],
    check,
    fix,
};

const STYLE_GUIDE: Source = Source {
    address: "https://www.gov.uk/guidance/style-guide/a-to-z",
    date: "2026-11-21",
};

/// Ordinary words that advertising likes to shout, lower case. A word that is none of these and no function
/// word may be a short form.
static SHOUTED: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    lists::items(
        "free, sale, now, new, today, only, big, huge, best, stop, finally, never, always, last, chance, limited,
         attention, wow, amazing, win, save, hurry, exclusive, deal, deals, offer, offers, everything, everyone,
         must, alert, breaking, important, urgent, warning, official, guaranteed, cheap, cheapest, fast, forever,
         jetzt, neu, neue, gratis, kostenlos, heute, endlich, achtung, rabatt, wichtig, nie, niemals, sofort,
         schnell, morgen, letzte, chance, sparen, aktion, angebot, exklusiv",
    )
});

/// Nouns of the list above: in a German sentence they keep their first capital.
const NOUNS: &[&str] = &["achtung", "rabatt", "chance", "aktion", "angebot"];

/// From this many words in a row on, capitals are shouting whatever the words are.
const LONG_RUN: usize = 4;

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let bytes = draft.text.as_bytes().windows(2);
    if draft.text.is_ascii()
        && !bytes
            .into_iter()
            .any(|two| two.iter().all(u8::is_ascii_uppercase))
    {
        return found;
    }
    for run in runs(draft, context) {
        let words: Vec<&Token> = run
            .iter()
            .filter(|token| letters(draft.written(token)) > 1)
            .collect();
        let ordinary = words.iter().any(|token| is_ordinary(draft.written(token)));
        let (code, span) = match (words.as_slice(), run.as_slice()) {
            ([_, .., _], [first, .., last]) if ordinary || words.len() >= LONG_RUN => {
                ("run", first.span.join(last.span))
            }
            ([word], _) if is_shouted(draft.written(word)) => ("word", word.span),
            _ => continue,
        };
        let severity = match code {
            "run" => Severity::Warn,
            _ => Severity::Note,
        };
        let params = [("text", span.slice(draft.text).unwrap_or("").to_owned())];
        let finding = Finding::new("capitals", code, severity, Some(span), params);
        found.push(finding.by_page(&STYLE_GUIDE));
    }
    found
}

/// Writes the words small, with a capital where a sentence begins. In German only words whose class is
/// known: its nouns keep their capital.
fn fix(draft: &Reading<'_>, context: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(span) = finding.span else {
        return Vec::new();
    };
    let inside: Vec<&Token> = draft
        .tokens()
        .iter()
        .filter(|token| token.span.overlaps(span))
        .collect();
    let german = draft.language == Language::German;
    if german && inside.iter().any(|token| !is_known(draft.written(token))) {
        return Vec::new();
    }
    let mut edits = Vec::new();
    for token in inside {
        let written = draft.written(token);
        let lower = written.to_lowercase();
        let capital = draft.opens_sentence(token.span)
            || german && NOUNS.contains(&lower.as_str())
            || is_name(&lower, context);
        let small = match (lower.as_str(), capital) {
            ("i", _) if !german => "I".to_owned(),
            (_, true) => in_case_of(&lower, "Aa"),
            (_, false) => lower,
        };
        if small != written && !context.capitals.contains(written) {
            edits.push(TextEdit {
                span: token.span,
                text: small,
            });
        }
    }
    let shown: String = super::apply(draft.text, &Fix::new("use-instead", [], edits.clone()))
        .and_then(|text| {
            let shorter = draft.text.len() - span.range().end;
            text.get(span.range().start..text.len() - shorter)
                .map(str::to_owned)
        })
        .unwrap_or_default();
    vec![Fix::new("use-instead", [("text", shown)], edits)]
}

/// Words in capitals that stand in a row on one line.
fn runs(draft: &Reading<'_>, context: &CheckContext<'_>) -> Vec<Vec<Token>> {
    let mut runs: Vec<Vec<Token>> = Vec::new();
    let mut open = false;
    let mut before: Option<Span> = None;
    for token in draft.tokens() {
        let written = draft.written(token);
        let tagged = draft.text[..token.span.range().start].ends_with(['#', '@', '_']);
        let capital = is_capital(written) && !token.fixed && !tagged;
        let named = context.capitals.contains(written) || context.brand.name.contains(written);
        // A number belongs to a run that goes on around it, and opens none.
        let joins = (capital || open && written.bytes().all(|b| b.is_ascii_digit()))
            && !(named && written.len() > 1);
        let near = before.is_some_and(|before| {
            let gap = draft.text.get(before.range().end..token.span.range().start);
            gap.is_some_and(|gap| {
                !gap.contains(['\n', '(', ')', '"', '“', '”', '|']) && gap.contains(' ')
            })
        });
        match (joins, open && near) {
            (true, true) => {
                if let Some(run) = runs.last_mut() {
                    run.push(token.clone());
                }
            }
            (true, false) if capital => runs.push(vec![token.clone()]),
            _ => {}
        }
        open = joins;
        before = Some(token.span);
    }
    runs
}

fn letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphabetic()).count()
}

/// No letter is small, and no digit makes it a code ("A142").
fn is_capital(word: &str) -> bool {
    letters(word) > 0
        && !word.chars().any(|c| c.is_lowercase() || c.is_numeric())
        && word.chars().any(char::is_uppercase)
}

fn is_ordinary(word: &str) -> bool {
    let lower = word.to_lowercase();
    letters(word) >= 3 && (SHOUTED.contains(lower.as_str()) || language::is_function_word(&lower))
}

/// One word is shouted if the list has it; function words of three letters are short forms too often
/// ("IT", "WHO", "ALL").
fn is_shouted(word: &str) -> bool {
    let lower = word.to_lowercase();
    SHOUTED.contains(lower.as_str()) || letters(word) >= 4 && language::is_function_word(&lower)
}

/// Whether its class is known, so that German may write it small.
fn is_known(word: &str) -> bool {
    let lower = word.to_lowercase();
    SHOUTED.contains(lower.as_str()) || language::is_german_function_word(&lower)
}

/// A word that the sources write only with a capital is a name. Its first letter stays.
fn is_name(lower: &str, context: &CheckContext<'_>) -> bool {
    let capital = in_case_of(lower, "Aa");
    crate::knowledge::entities::is_well_known(&capital) || context.brand.name == capital
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, fact, fixed_with, found_in, found_with};
    use super::*;
    use crate::networks::NetworkId;

    fn check(language: Language, text: &str, expect: &[&str]) {
        let found: Vec<_> = found_in(language, text)
            .into_iter()
            .filter(|finding| finding.guard == "capitals")
            .map(|finding| finding.params["text"].clone())
            .collect();
        assert_eq!(found, expect, "capitals in {text:?}");
    }

    #[test]
    fn shouting_is_found_by_its_ordinary_words() {
        check(
            Language::English,
            "ORDER NOW and save. A FREE sheet.",
            &["ORDER NOW", "FREE"],
        );
        check(
            Language::English,
            "BUY MESH REBAR BARS!",
            &["BUY MESH REBAR BARS"],
        );
        check(Language::German, "JETZT NEU bei uns.", &["JETZT NEU"]);
    }

    #[test]
    fn short_forms_codes_and_names_are_left_alone() {
        for text in [
            "UK VAT and HMRC rules on A142, BS 4483 and PDF files.",
            "An IT team, an FAQ, the NHS, our CEO and I.",
            "#NEXTDAY mesh, @NEXTDAY, https://A.EXAMPLE/NOW",
            "Plan A. We do B.",
        ] {
            check(Language::English, text, &[]);
        }
        check(
            Language::German,
            "Die DIN EN ISO 9001, die GmbH, ein PKW.",
            &[],
        );
    }

    #[test]
    fn what_a_source_writes_in_capitals_is_a_name() {
        let facts = [fact("The code FREE NOW takes ten cuts off.")];
        let found = found_with(
            &brand(),
            &facts,
            NetworkId::LinkedIn,
            "Use the code FREE NOW.",
        );
        assert!(found.iter().all(|finding| finding.guard != "capitals"));
    }

    #[test]
    fn a_fix_writes_them_small() {
        let text = "ORDER YOUR MESH NOW. We cut it for HMRC.";
        let facts = [fact("We cut mesh for HMRC.")];
        let fixed = fixed_with(&brand(), &facts, NetworkId::LinkedIn, text);
        assert_eq!(fixed.text, "Order your mesh now. We cut it for HMRC.");
    }
}
