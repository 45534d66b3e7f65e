//! What must hold for German drafts besides what holds for every one.

use super::*;
use crate::language::german::{Address, addresses};

fn german() -> impl Iterator<Item = Case> {
    cases().filter(|case| case.brand.language == Language::German)
}

#[test]
fn a_german_post_speaks_to_its_reader_in_one_way() {
    for case in german() {
        let expect = match case.brand.name.as_str() {
            "Radwerkstatt Ahorn" => Address::Du,
            _ => Address::Sie,
        };
        for candidate in (0..4).flat_map(|seed| case.candidates(seed)) {
            for version in &candidate.versions {
                // A question that readers put stands between quotation marks.
                let told: String = version.text.split('„').map(after_quote).collect();
                let found = addresses(&told);
                let one = found.is_empty() || found == [expect];
                assert!(one, "{found:?} instead of {expect:?}:\n{}", version.text);
            }
        }
    }
}

fn after_quote(part: &str) -> &str {
    part.split_once('“').map_or(part, |(_, rest)| rest)
}

#[test]
fn a_german_post_is_german_throughout() {
    for case in german() {
        for candidate in (0..4).flat_map(|seed| case.candidates(seed)) {
            for version in &candidate.versions {
                for line in version
                    .text
                    .lines()
                    .filter(|line| line.split(' ').count() > 3)
                {
                    let found = crate::language::detect(line);
                    assert_eq!(found, Language::German, "{line:?} in:\n{}", version.text);
                }
            }
        }
    }
}

#[test]
fn a_brief_finds_what_its_words_are_parts_of() {
    let case = Case::of(
        "Radwerkstatt Ahorn",
        include_str!("werkstatt.md"),
        "Stell unseren Check für den Winter vor",
    );
    let texts: Vec<String> = case
        .candidates(1)
        .into_iter()
        .map(|candidate| candidate.versions[0].text.clone())
        .collect();
    assert!(texts[0].contains("Wintercheck"), "{texts:?}");
}

#[test]
fn a_german_question_is_answered_between_german_quotation_marks() {
    let case = Case::of(
        "Gärtnerei Lindenhof",
        include_str!("gaertnerei.md"),
        "Liefern Sie auch nach Hause?",
    );
    let texts: Vec<String> = case
        .candidates(1)
        .into_iter()
        .map(|candidate| candidate.versions[0].text.clone())
        .collect();
    let quoted = "„Liefern Sie auch nach Hause?“";
    assert!(
        texts.iter().any(|text| text.starts_with(quoted)),
        "{texts:?}"
    );
    // No post puts the question as its own.
    let own = |text: &String| text.starts_with("Liefern Sie");
    assert!(!texts.iter().any(own), "{texts:?}");
}

#[test]
fn an_english_brief_over_german_documents_is_told_so() {
    let mut case = Case::of(
        "Gärtnerei Lindenhof",
        include_str!("gaertnerei.md"),
        "Announce the Schnittkurs to hobby gardeners",
    );
    case.brief.language = Language::English;
    let Drafted::Candidates { note, .. } = case.draft(1) else {
        panic!("nothing is drafted");
    };
    assert_eq!(
        note.map(|note| note.code).as_deref(),
        Some("brief-language")
    );
}
