//! Guard: emoji.
//!
//! A screen reader says the name of every emoji, so a row of them is a row of names, and one in the place
//! of a word is a riddle. Whether the brand uses any is for its house style to say.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, Source, TextEdit};
use crate::brand::voice::is_emoji;
use crate::text::{Span, fold, words};
use unicode_segmentation::UnicodeSegmentation;

pub(super) const GUARD: Guard = Guard {
    id: "emoji",
    codes: &["emoji.row", "emoji.many", "emoji.word"],
    limits: &[],
    sources: &[CONTENT_DESIGN],
    check,
    fix,
};

const CONTENT_DESIGN: Source = Source {
    address: "https://readabilityguidelines.co.uk/content-design/emojis/",
    date: "2026-11-21",
};

/// This many side by side are a row.
const ROW: usize = 3;

/// More than this in a post are many, and more than one in ten words. Our own measure.
const MANY: usize = 6;
const WORDS_EACH: usize = 10;

/// Words that need another behind them: an emoji there stands for it. Folded.
const WANTING: &str = "a|an|the|your|our|my|his|her|their|its|some|more|of|to|for|with|in|on|at|from|i|we|der|die|das|dein|deine|deinen|unser|unsere|mein|meine|ein|eine|einen|mit|von|fur|zum|zur|ins|im";

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    // "You write without emoji" says all there is to say.
    if context.brand.rules.emoji == Some(false) {
        return Vec::new();
    }
    let text = draft.text;
    let all = emoji(text);
    let mut found = Vec::new();
    let new = |code: &str, severity, span: Span, count: usize| {
        let params = [
            ("count", count.to_string()),
            ("text", span.slice(text).unwrap_or("").to_owned()),
        ];
        Finding::new("emoji", code, severity, Some(span), params).by_page(&CONTENT_DESIGN)
    };
    for row in rows(text, &all) {
        if let (Some(first), Some(last)) = (row.first(), row.last()) {
            found.push(new("row", Severity::Note, first.join(*last), row.len()));
        }
    }
    let limit = MANY.max(draft.tokens().len() / WORDS_EACH);
    if all.len() > limit
        && let (Some(first), Some(last)) = (all.get(limit), all.last())
    {
        found.push(new("many", Severity::Note, first.join(*last), all.len()));
    }
    for span in &all {
        if stands_for_a_word(text, *span) {
            found.push(new("word", Severity::Note, *span, 1));
        }
    }
    found
}

/// A row keeps its first, and of too many the first few stay. What word one stands for is the writer's to
/// say.
fn fix(draft: &Reading<'_>, _: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let (Some(span), text) = (finding.span, draft.text) else {
        return Vec::new();
    };
    let skipped = match finding.code.as_str() {
        "emoji.row" => 1,
        "emoji.many" => 0,
        _ => return Vec::new(),
    };
    let edits: Vec<TextEdit> = emoji(text)
        .into_iter()
        .filter(|emoji| emoji.overlaps(span))
        .skip(skipped)
        .map(|emoji| {
            let before = text.get(..emoji.range().start).unwrap_or_default();
            let gap = before.len() - before.trim_end_matches([' ', '\u{a0}']).len();
            TextEdit {
                span: Span::of(emoji.range().start - gap..emoji.range().end),
                text: String::new(),
            }
        })
        .collect();
    let params = [("count", edits.len().to_string())];
    vec![Fix::new("remove-emoji", params, edits)]
}

/// Whole emoji, joined sequences as one. A plain digit or © is none.
fn emoji(text: &str) -> Vec<Span> {
    if text.is_ascii() {
        return Vec::new();
    }
    text.grapheme_indices(true)
        .filter(|(_, grapheme)| {
            grapheme.chars().any(is_emoji) && !grapheme.starts_with(|c: char| c.is_alphanumeric())
        })
        .map(|(at, grapheme)| Span::of(at..at + grapheme.len()))
        .collect()
}

/// Emoji with nothing but spaces between them, three and more.
fn rows(text: &str, all: &[Span]) -> Vec<Vec<Span>> {
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for span in all {
        let last = rows.last().and_then(|row| row.last()).copied();
        let joins = last.is_some_and(|last| {
            let gap = text.get(last.range().end..span.range().start);
            gap.is_some_and(|gap| gap.chars().all(|c| c == ' '))
        });
        match rows.last_mut().filter(|_| joins) {
            Some(row) => row.push(*span),
            None => rows.push(vec![*span]),
        }
    }
    rows.retain(|row| row.len() >= ROW);
    rows
}

/// "Order your 🍕 today", but not "your order 🍕".
fn stands_for_a_word(text: &str, span: Span) -> bool {
    let before = text.get(..span.range().start).unwrap_or_default();
    let Some(near) = before
        .rsplit('\n')
        .next()
        .and_then(|line| line.strip_suffix(' '))
    else {
        return false;
    };
    let Some(word) = words(near).last() else {
        return false;
    };
    word.span.range().end == near.len()
        && WANTING.split('|').any(|wanting| wanting == fold(word.text))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, check_codes, fixed};
    use crate::networks::NetworkId;

    fn check(text: &str, expect: &[&str]) {
        check_codes(&brand(), text, "emoji", expect);
    }

    #[test]
    fn a_row_is_a_note_and_two_are_none() {
        check("Done 🎉🎉🎉", &["emoji.row"]);
        check("Done 🎉 🎉 🎉 and more", &["emoji.row"]);
        check("Done 🎉🎉", &[]);
        check("Done 👩‍👩‍👧‍👦 ❤️", &[]);
    }

    #[test]
    fn one_in_the_place_of_a_word_is_a_riddle() {
        check("Order your 🍕 today.", &["emoji.word"]);
        check("We ❤️ mesh.", &["emoji.word"]);
        check("Your order 🍕", &[]);
        check("Thank you 🎉 See you there.", &[]);
    }

    #[test]
    fn more_than_a_few_are_many() {
        let text = "🎉 One. 🎉 Two. 🎉 Three. 🎉 Four. 🎉 Five. 🎉 Six. 🎉 Seven.";
        check(text, &["emoji.many"]);
    }

    #[test]
    fn a_row_keeps_its_first_one() {
        let fixed = fixed(&brand(), NetworkId::LinkedIn, "All done 🎉 🎉🎉 today.");
        assert_eq!(fixed.text, "All done 🎉 today.");
    }

    #[test]
    fn a_brand_without_emoji_hears_of_it_once() {
        let mut brand = brand();
        brand.rules.emoji = Some(false);
        check_codes(&brand, "Done 🎉🎉🎉", "emoji", &[]);
    }
}
