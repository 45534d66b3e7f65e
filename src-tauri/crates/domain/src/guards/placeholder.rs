//! Guard: placeholder.
//!
//! A gap that was left to be filled in, such as [Name] or TBD, must not go out. Fill it in, or cut the
//! sentence.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, cuts};
use crate::brand::matching::fixed_ranges;
use crate::text::{Span, words};

pub(super) const GUARD: Guard = Guard {
    id: "placeholder",
    codes: &["placeholder.left"],
    limits: &[],
    sources: &[],
    check,
    fix,
};

/// Words that stand for something to come, in capitals.
const MARKS: &str = "TBD|TBC|TBA|TODO|FIXME|XX|XXX|XXXX|XXXXX|TKTK";

/// Phrases of templates, in lower case.
const PHRASES: &str = "lorem ipsum|dolor sit amet|insert name here|insert text here|insert link here|insert image here|your text here|your company name|company name here|link here:|name here|hier einfügen|text folgt|platzhalter|to be determined|to be confirmed";

fn check(draft: &Reading<'_>, _: &Measured, _: &CheckContext<'_>) -> Vec<Finding> {
    let text = draft.text;
    let mut spans = between(text, "{{", "}}");
    spans.extend(between(text, "{", "}"));
    spans.extend(
        between(text, "[", "]")
            .into_iter()
            .filter(|span| is_gap(text, *span)),
    );
    spans.extend(between(text, "<", ">"));
    let fixed = fixed_ranges(text);
    for word in words(text) {
        let outside = !fixed.iter().any(|range| range.overlaps(word.span));
        if outside && MARKS.split('|').any(|mark| mark == word.text) {
            spans.push(word.span);
        }
    }
    spans.extend(underscores(text));
    let lower = text.to_lowercase();
    // Lower-casing may move bytes; the few texts where it does are searched as they stand.
    let haystack = if lower.len() == text.len() {
        lower.as_str()
    } else {
        text
    };
    for phrase in PHRASES.split('|') {
        spans.extend(
            haystack
                .match_indices(phrase)
                .map(|(at, phrase)| Span::of(at..at + phrase.len())),
        );
    }
    spans.retain(|span| span.slice(text).is_some());
    spans.sort();
    let mut kept: Vec<Span> = Vec::new();
    for span in spans {
        match kept.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.join(span),
            _ => kept.push(span),
        }
    }
    kept.into_iter()
        .map(|span| {
            let params = [("text", span.slice(text).unwrap_or("").to_owned())];
            Finding::new("placeholder", "left", Severity::Block, Some(span), params)
        })
        .collect()
}

fn fix(draft: &Reading<'_>, _: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    finding
        .span
        .and_then(|span| cuts::cut_sentence(draft.text, span))
        .into_iter()
        .collect()
}

/// Pieces between two marks that can name a slot: up to 40 characters with a letter, on one line.
fn between(text: &str, open: &str, close: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(open).map(|offset| at + offset) {
        let inside = start + open.len();
        at = inside;
        let Some(end) = text[inside..]
            .char_indices()
            .take(41)
            .find(|(offset, _)| text[inside + offset..].starts_with(close))
        else {
            continue;
        };
        let body = &text[inside..inside + end.0];
        let named = body.starts_with(|c: char| c.is_alphabetic() || c == ' ')
            && body.chars().any(char::is_alphabetic);
        if named && !body.contains(['\n', '=', '(', '[', '{', '<']) {
            found.push(Span::of(start..inside + body.len() + close.len()));
            at = inside + body.len();
        }
    }
    found
}

/// "[Name]" is a gap; "[text](address)", "[sic]" and a bracketed remark of many words are not.
fn is_gap(text: &str, span: Span) -> bool {
    let inner = span.slice(text).unwrap_or("").trim_matches(['[', ']']);
    let link = text[span.range().end..].starts_with('(');
    !link
        && !matches!(
            inner.to_lowercase().as_str(),
            "sic" | "ad" | "anzeige" | "werbung" | "x"
        )
        && inner.split_whitespace().count() <= 5
}

/// "___" is a line to fill in.
fn underscores(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("___").map(|offset| at + offset) {
        let end = start + text[start..].bytes().take_while(|b| *b == b'_').count();
        found.push(Span::of(start..end));
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, fixed, found};
    use crate::networks::NetworkId;

    fn check(text: &str, expect: &[&str]) {
        let findings = found(&brand(), NetworkId::LinkedIn, text);
        let found: Vec<_> = findings
            .iter()
            .filter(|finding| finding.code == "placeholder.left")
            .map(|finding| finding.params["text"].as_str())
            .collect();
        assert_eq!(found, expect, "placeholders in {text:?}");
    }

    #[test]
    fn gaps_of_every_form_are_found() {
        check(
            "Hi [Name], order by {{cut-off}}.",
            &["[Name]", "{{cut-off}}"],
        );
        check(
            "From {price} a sheet at <insert place>.",
            &["{price}", "<insert place>"],
        );
        check("Price TBD. TODO: ask. £XX a sheet.", &["TBD", "TODO", "XX"]);
        check(
            "Lorem ipsum dolor sit amet.",
            &["Lorem ipsum", "dolor sit amet"],
        );
        check("Am [Datum] in ____.", &["[Datum]", "____"]);
    }

    #[test]
    fn ordinary_brackets_are_none() {
        check(
            "I <3 mesh. A [1] note, [link](https://a.example) and [sic].",
            &[],
        );
        check("Size XXL, no todo list, xx. Set {1, 2}. 2 < 3 > 1", &[]);
    }

    #[test]
    fn the_sentence_is_cut_where_others_are_left() {
        let fixed = fixed(
            &brand(),
            NetworkId::LinkedIn,
            "We cut your mesh. It costs TBD. Send us the drawing.",
        );
        assert_eq!(fixed.text, "We cut your mesh. Send us the drawing.");
    }
}
