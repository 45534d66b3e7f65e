//! Guard: house style.
//!
//! The brand's documents say how it writes: with or without emoji and exclamation marks, and how long a
//! sentence may be. What they leave open is left open here.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, TextEdit};
use crate::brand::voice::is_emoji;
use crate::text::Span;
use unicode_segmentation::UnicodeSegmentation;

pub(super) const GUARD: Guard = Guard {
    id: "house-style",
    codes: &[
        "house-style.emoji",
        "house-style.exclamation",
        "house-style.long-sentence",
    ],
    limits: &[],
    sources: &[],
    check,
    fix,
};

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let text = draft.text;
    let rules = &context.brand.rules;
    let mut found = Vec::new();
    let shown = |span: Span| [("text", span.slice(text).unwrap_or("").to_owned())];
    let new = |code: &str, severity, span| {
        Finding::new("house-style", code, severity, Some(span), shown(span))
    };
    if rules.emoji == Some(false) {
        for span in emoji(text) {
            found.push(new("emoji", Severity::Warn, span).by_brand(rules.stated.get("emoji")));
        }
    }
    if rules.exclamation_marks == Some(false) {
        for span in exclamations(text) {
            found.push(
                new("exclamation", Severity::Warn, span)
                    .by_brand(rules.stated.get("exclamation_marks")),
            );
        }
    }
    if let Some(limit) = rules.max_sentence_words {
        for span in draft.sentences().iter().copied() {
            let tokens = draft.tokens();
            let from = tokens.partition_point(|token| token.span.start < span.start);
            let count = tokens[from..]
                .iter()
                .take_while(|token| token.span.end <= span.end)
                .filter(|token| !text[..token.span.range().start].ends_with('#'))
                .count();
            if count > limit as usize {
                let params = [("count", count.to_string()), ("limit", limit.to_string())];
                let finding = Finding::new(
                    "house-style",
                    "long-sentence",
                    Severity::Warn,
                    Some(span),
                    params,
                );
                found.push(finding.by_brand(rules.stated.get("max_sentence_words")));
            }
        }
    }
    found
}

fn fix(draft: &Reading<'_>, _: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(span) = finding.span else {
        return Vec::new();
    };
    let text = draft.text;
    let range = span.range();
    match finding.code.as_str() {
        "house-style.emoji" => {
            let before = &text[..range.start];
            let after = &text[range.end..];
            let line_start = before.is_empty() || before.ends_with('\n');
            let cut = if line_start {
                range.start
                    ..range.end + (after.len() - after.trim_start_matches([' ', '\u{a0}']).len())
            } else if after.starts_with(|c: char| c.is_alphanumeric()) {
                range
            } else {
                before.trim_end_matches([' ', '\u{a0}']).len()..range.end
            };
            let edit = TextEdit {
                span: Span::of(cut),
                text: String::new(),
            };
            vec![Fix::new(
                "remove",
                [(
                    "text",
                    finding.params.get("text").cloned().unwrap_or_default(),
                )],
                vec![edit],
            )]
        }
        "house-style.exclamation" => {
            let marks = span.slice(text).unwrap_or("");
            let ends = text[..range.start].ends_with(['.', '?', '!', '…']);
            let mark = if marks.contains('?') {
                "?"
            } else if ends {
                ""
            } else {
                "."
            };
            let edit = TextEdit {
                span,
                text: mark.to_owned(),
            };
            let code = if mark.is_empty() {
                "end-without"
            } else {
                "end-with"
            };
            vec![Fix::new(code, [("text", mark.to_owned())], vec![edit])]
        }
        // Where to break a sentence is the writer's to say.
        _ => Vec::new(),
    }
}

/// Whole emoji, joined sequences as one. A plain digit or © is none.
fn emoji(text: &str) -> Vec<Span> {
    if text.is_ascii() {
        return Vec::new();
    }
    text.grapheme_indices(true)
        .filter(|(_, grapheme)| {
            grapheme.chars().any(|c| is_emoji(c) || c == '\u{fe0f}')
                && !grapheme.starts_with(|c: char| c.is_alphanumeric())
        })
        .map(|(at, grapheme)| Span::of(at..at + grapheme.len()))
        .collect()
}

/// Runs of marks with an exclamation mark: "!", "!!", "?!".
fn exclamations(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].find(['!', '?']).map(|offset| at + offset) {
        let end = first
            + text[first..]
                .bytes()
                .take_while(|b| matches!(b, b'!' | b'?'))
                .count();
        // "!=" and "!important" are code, and "Yahoo!" before a letter is a name.
        let code = text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '=');
        if text[first..end].contains('!') && !code {
            found.push(Span::of(first..end));
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, codes, fixed};
    use crate::networks::NetworkId;

    fn check_fix(before: &str, after: &str) {
        let mut brand = brand();
        brand.rules.emoji = Some(false);
        brand.rules.exclamation_marks = Some(false);
        assert_eq!(
            fixed(&brand, NetworkId::X, before).text,
            after,
            "fixing {before:?}"
        );
    }

    #[test]
    fn emoji_and_exclamation_marks_go_where_the_brand_has_none() {
        check_fix("Mesh is here! 🎉", "Mesh is here.");
        check_fix("🚚 On the road now!!", "On the road now.");
        check_fix("Really?! Yes 👩‍👩‍👧‍👦 all of us.", "Really? Yes all of us.");
        check_fix("A 24 ❤️ day.", "A 24 day.");
    }

    #[test]
    fn a_brand_that_says_nothing_is_left_alone() {
        let found = codes(&brand(), NetworkId::LinkedIn, "Yes! 🎉 #One #Two #Three");
        assert!(
            !found.iter().any(|code| code.starts_with("house-style")),
            "{found:?}"
        );
    }

    #[test]
    fn a_sentence_over_the_brands_limit_is_shown_and_left_to_the_writer() {
        let mut brand = brand();
        brand.rules.max_sentence_words = Some(4);
        let found = codes(
            &brand,
            NetworkId::X,
            "This one has five words. This has four words.",
        );
        assert_eq!(
            found
                .iter()
                .filter(|code| *code == "house-style.long-sentence")
                .count(),
            1
        );
    }
}
