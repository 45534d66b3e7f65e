//! Sentence borders.
//!
//! Unicode's own rule (UAX 29) breaks after "No." and "e.g."; posts and documents are full of those, of
//! "10 a.m." and of version numbers, so the borders it gives are joined again where they are not ends.

use super::Span;
use unicode_segmentation::UnicodeSegmentation;

/// Words before a full stop that do not end a sentence when another word follows.
const ABBREVIATIONS: &[&str] = &[
    "approx", "bzw", "ca", "co", "dept", "dr", "e.g", "etc", "evtl", "fig", "ggf", "i.e", "inc",
    "incl", "jr", "ltd", "max", "min", "mr", "mrs", "ms", "nr", "no", "p", "pp", "prof", "ref",
    "sr", "st", "str", "tel", "u.a", "usw", "vol", "vs", "z.b", "d.h", "a.m", "p.m", "inkl",
    "zzgl", "mwst",
];

/// The sentences of a text, each without the white space around it. A line that is followed by a blank
/// line ends a sentence whatever its punctuation; so does a line that ends the text.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for paragraph in paragraphs(text) {
        let base = paragraph.start as usize;
        let Some(body) = paragraph.slice(text) else {
            continue;
        };
        let mut start = 0;
        let mut end = 0;
        for piece in body.split_sentence_bounds() {
            end += piece.len();
            if ends_sentence(&body[start..end], &body[end..]) {
                push_trimmed(&mut found, text, base + start..base + end);
                start = end;
            }
        }
        push_trimmed(&mut found, text, base + start..base + end);
    }
    found
}

/// Runs of lines between blank lines.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            found.push(Span::of(start..at));
            start = at + line.len();
        }
        at += line.len();
    }
    found.push(Span::of(start..at));
    found.retain(|span| span.start < span.end);
    found
}

fn ends_sentence(so_far: &str, rest: &str) -> bool {
    let body = so_far.trim_end();
    if rest.trim().is_empty() {
        return true;
    }
    let closed = body.trim_end_matches(['"', '\'', ')', ']', '”', '’', '»', '“']);
    match closed.chars().next_back() {
        Some('!' | '?' | '…') => true,
        Some('.') => !is_abbreviation(closed, rest),
        // UAX 29 also breaks at line ends. A hard line break inside a paragraph is a wrapped sentence,
        // unless the next line starts like a new one after a line that was closed.
        _ => false,
    }
}

fn is_abbreviation(closed: &str, rest: &str) -> bool {
    let before = closed.trim_end_matches('.');
    let last = before
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or(before);
    let folded = last.to_lowercase();
    let next = rest.trim_start().chars().next();
    if folded == "no" {
        // "No. 4" is a number; "No. We deliver." is an answer.
        return next.is_some_and(|c| c.is_ascii_digit());
    }
    if matches!(
        folded.as_str(),
        "a.m" | "p.m" | "etc" | "inc" | "ltd" | "co" | "usw"
    ) {
        // These also end sentences: what follows decides.
        return next.is_some_and(char::is_lowercase);
    }
    let one_letter = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    // German ordinals ("am 3. Mai") and numbered steps ("1. Measure"). English sentences end in years.
    let ordinal = !last.is_empty() && last.len() <= 2 && last.chars().all(|c| c.is_ascii_digit());
    one_letter
        || ordinal && before.len() <= last.len() + 1
        || ABBREVIATIONS.contains(&folded.as_str())
}

fn push_trimmed(found: &mut Vec<Span>, text: &str, range: std::ops::Range<usize>) {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = range.start + piece.trim_end().len();
    if start < end {
        found.push(Span::of(start..end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<_> = sentences(text)
            .into_iter()
            .filter_map(|span| span.slice(text))
            .collect();
        assert_eq!(found, expect, "sentences of {text:?}");
    }

    #[test]
    fn full_stops_questions_and_exclamations_end_sentences() {
        check(
            "Cut to size. On site tomorrow! Need it? Call.",
            &["Cut to size.", "On site tomorrow!", "Need it?", "Call."],
        );
    }

    #[test]
    fn abbreviations_decimals_and_initials_do_not() {
        check(
            "We cut e.g. A142 at approx. 2.5 mm. Ask Dr. Hale.",
            &["We cut e.g. A142 at approx. 2.5 mm.", "Ask Dr. Hale."],
        );
        check(
            "Order by 2 p.m. and it ships today. Ref. No. 4 applies.",
            &["Order by 2 p.m. and it ships today.", "Ref. No. 4 applies."],
        );
        check(
            "Open until 5 p.m. We close on Sunday.",
            &["Open until 5 p.m.", "We close on Sunday."],
        );
    }

    #[test]
    fn a_wrapped_line_goes_on_and_a_blank_line_ends() {
        check(
            "Mesh that fits\nwhen it lands\n\nA new day",
            &["Mesh that fits\nwhen it lands", "A new day"],
        );
    }

    #[test]
    fn an_empty_text_has_none() {
        check(" \n\n ", &[]);
    }
}
