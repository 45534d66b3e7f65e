//! Sentence borders.
//!
//! Unicode's own rule (UAX 29) breaks after "No." and "e.g."; posts and documents are full of those, of
//! "10 a.m." and of version numbers, so the borders it gives are joined again where they are not ends.

use super::Span;
use unicode_segmentation::UnicodeSegmentation;

/// Words before a full stop that do not end a sentence when another word follows. A single letter
/// ("z. B.", "e. V.", "J. Hale") does not either.
const ABBREVIATIONS: &[&str] = &[
    "approx", "bzw", "ca", "co", "dept", "dr", "e.g", "etc", "evtl", "fig", "ggf", "i.e", "inc",
    "incl", "jr", "ltd", "max", "min", "mr", "mrs", "ms", "nr", "no", "p", "pp", "prof", "ref",
    "sr", "st", "str", "tel", "u.a", "usw", "vol", "vs", "z.b", "d.h", "a.m", "p.m", "inkl",
    "zzgl", "mwst", "abb", "aufl", "bspw", "dipl", "ing", "evtl", "exkl", "gem", "geb", "hr", "fr",
    "jh", "lt", "mind", "mio", "mrd", "nachm", "vorm", "sog", "std", "tgl", "vgl", "zzt", "est",
    "hrs", "mins", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "mo",
    "di", "mi", "do", "sa", "so",
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
        for piece in body.split_sentence_bounds().flat_map(before_numbers) {
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

/// UAX 29 does not break before a number that a small word follows ("… below deck. 140 objects come").
fn before_numbers(piece: &str) -> impl Iterator<Item = &str> {
    let mut rest = piece;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let border = rest.match_indices(". ").find_map(|(at, stop)| {
            let after = at + stop.len();
            let number = rest
                .get(after..)?
                .trim_start_matches(['£', '€', '$', '"', '“']);
            number
                .starts_with(|c: char| c.is_ascii_digit())
                .then_some(after)
        });
        let (first, others) = rest.split_at(border.unwrap_or(rest.len()));
        rest = others;
        Some(first)
    })
}

/// Runs of lines between blank lines. The items of a list are apart from each other too.
fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            found.push(Span::of(start..at));
            start = at + line.len();
        } else if is_item(line) {
            found.push(Span::of(start..at));
            start = at;
        }
        at += line.len();
    }
    found.push(Span::of(start..at));
    found.retain(|span| span.start < span.end);
    found
}

/// Whether a line begins with the mark of a list: "- ", "• ", "2. ", "3) ", an emoji.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let bullet = ["- ", "* ", "• ", "– ", "✓ ", "✔ ", "→ ", "▪ ", "· "];
    if bullet.iter().any(|mark| line.starts_with(mark)) {
        return true;
    }
    if line.starts_with(|c: char| matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}'))
    {
        return true;
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..).unwrap_or_default();
    (1..=2).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "))
}

fn ends_sentence(so_far: &str, rest: &str) -> bool {
    let body = so_far.trim_end();
    if rest.trim().is_empty() {
        return true;
    }
    let closed = body.trim_end_matches(['"', '\'', ')', ']', '”', '’', '»', '“']);
    let next = rest.trim_start().chars().next();
    let goes_on = next.is_some_and(char::is_lowercase);
    match closed.chars().next_back() {
        // "Is it?" she asked. Yahoo! is a name.
        Some('!' | '?' | '…') => !goes_on,
        Some('。' | '！' | '？' | '؟' | '।') => true,
        Some('.') if closed.ends_with("..") => !goes_on,
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
        "a.m"
            | "p.m"
            | "etc"
            | "inc"
            | "ltd"
            | "co"
            | "usw"
            | "est"
            | "std"
            | "hrs"
            | "mins"
            | "mwst"
            | "so"
            | "do"
            | "min"
            | "max"
            | "str"
            | "sat"
            | "sun"
            | "mon"
            | "tue"
            | "wed"
            | "thu"
            | "fri"
            | "fr"
            | "mi"
            | "di"
            | "mo"
            | "sa"
            | "ing"
            | "gem"
    ) {
        // These also end sentences: what follows decides.
        return next
            .is_some_and(|c| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '–'));
    }
    // "J. Hale", "z. B.", "e. V.": a small letter needs another letter with a full stop beside it, for
    // "2.4 m." ends a sentence.
    let is_letter = |word: &str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    let next_word = rest.split_whitespace().next().unwrap_or_default();
    let paired = next_word.strip_suffix('.').is_some_and(is_letter)
        || before[..before.len() - last.len()]
            .split_whitespace()
            .next_back()
            .and_then(|word| word.strip_suffix('.'))
            .is_some_and(is_letter);
    let one_letter = is_letter(last) && (last.chars().all(char::is_uppercase) || paired);
    // German ordinals ("am 3. Mai") and numbered steps ("1. Measure"). English sentences end in years.
    let ordinal = !last.is_empty() && last.len() <= 2 && last.chars().all(|c| c.is_ascii_digit());
    let before_number = before[..before.len() - last.len()].trim_end();
    let word_before = before_number
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let dated = [
        "am", "im", "vom", "zum", "der", "den", "dem", "ab", "bis", "seit", "das", "die", "beim",
        "zur",
    ];
    one_letter
        || ordinal && (before_number.is_empty() || dated.contains(&word_before.as_str()))
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
    fn german_abbreviations_and_ordinals_do_not_end_sentences() {
        check(
            "Wir kommen z. B. am 3. Mai. Rufen Sie ca. eine Woche vorher an.",
            &[
                "Wir kommen z. B. am 3. Mai.",
                "Rufen Sie ca. eine Woche vorher an.",
            ],
        );
        check(
            "Das Haus ist aus dem 19. Jahrhundert. Wir öffnen um 8. Danach gibt es Kaffee.",
            &[
                "Das Haus ist aus dem 19. Jahrhundert.",
                "Wir öffnen um 8.",
                "Danach gibt es Kaffee.",
            ],
        );
    }

    #[test]
    fn units_end_sentences_and_numbers_begin_them() {
        check(
            "Full sheets measure 4.8 m by 2.4 m. The smallest is 300 mm. 140 fit a lorry.",
            &[
                "Full sheets measure 4.8 m by 2.4 m.",
                "The smallest is 300 mm.",
                "140 fit a lorry.",
            ],
        );
        check(
            "Ask for No. 4 or ca. 5 kg.",
            &["Ask for No. 4 or ca. 5 kg."],
        );
    }

    #[test]
    fn list_items_are_apart_and_quoted_questions_go_on() {
        check(
            "We have\n- bread\n- rolls",
            &["We have", "- bread", "- rolls"],
        );
        check(
            "“Is it fresh?” she asked. Yes.",
            &["“Is it fresh?” she asked.", "Yes."],
        );
        check(
            "Wait... there is more. Go.",
            &["Wait... there is more.", "Go."],
        );
    }

    #[test]
    fn an_empty_text_has_none() {
        check(" \n\n ", &[]);
    }
}
