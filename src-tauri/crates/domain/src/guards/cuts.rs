//! Cutting whole sentences and trailing clauses so that what is left reads as if it had been written so.

use super::{Fix, TextEdit};
use crate::text::{Span, fold, sentences, words};

/// Words that lean on the sentence before: cutting that one would leave them hanging.
const LEANING: &str = "it|it's|this|that|that's|these|those|they|they're|he|she|but|so|and|then|or|also|instead|otherwise|still|yet|which|because|too|both|neither|either|such|therefore|however|er|sie|es|das|dies|diese|dieser|dieses|aber|und|oder|dann|deshalb|darum|dazu|daher|doch|denn|auch|beide|sonst|stattdessen|dabei|damit";

/// Words that open a subordinate clause: what follows their comma is the main clause.
const SUBORDINATE: &str = "if|when|while|because|as|since|although|though|unless|after|before|until|once|where|whenever|whether|given|despite|with|without|for|in|on|at|by|from|to|unlike|like|wenn|weil|da|obwohl|während|wahrend|nachdem|bevor|bis|sobald|falls|mit|ohne|für|fur|in|auf|bei|von|statt|anders";

/// The sentence that holds a place.
pub(super) fn sentence_at(text: &str, span: Span) -> Option<Span> {
    sentences(text)
        .into_iter()
        .find(|sentence| sentence.overlaps(span))
}

/// Cuts the sentence at a place, if whole sentences are left and none of them leans on it.
pub(super) fn cut_sentence(text: &str, span: Span) -> Option<Fix> {
    let all = sentences(text);
    let touched: Vec<Span> = all
        .iter()
        .copied()
        .filter(|sentence| sentence.overlaps(span))
        .collect();
    let first = all.iter().position(|sentence| sentence.overlaps(span))?;
    let next = all.get(first + touched.len());
    if next.is_some_and(|next| leans(text, *next)) || !leaves_words(text, &all, &touched) {
        return None;
    }
    let cut: Vec<Span> = touched
        .iter()
        .map(|sentence| without_hashtags(text, *sentence, span))
        .collect();
    let shown = cut.first()?.slice(text)?.to_owned();
    Some(Fix::new(
        "cut-sentence",
        [("text", shown)],
        remove(text, &cut),
    ))
}

/// A sentence without the hashtags that stand before it on its line, and without a run of them behind it:
/// they belong to the post. A run that holds the place itself goes with the sentence.
fn without_hashtags(text: &str, sentence: Span, place: Span) -> Span {
    let Some(body) = sentence.slice(text) else {
        return sentence;
    };
    let is_tag = |word: &str| word.len() > 1 && word.starts_with(['#', '\u{ff03}']);
    let after_first = |rest: &str| {
        let word = rest.split_whitespace().next().filter(|word| is_tag(word))?;
        let behind = rest.get(word.len()..)?;
        Some(behind.trim_start().len())
    };
    let mut rest = body;
    while let Some(length) = after_first(rest) {
        rest = &rest[rest.len() - length..];
    }
    let mut head = rest;
    let mut tags = 0;
    while let Some(word) = head
        .split_whitespace()
        .next_back()
        .filter(|word| is_tag(word))
    {
        head = head[..head.len() - word.len()].trim_end();
        tags += 1;
    }
    // One tag at the end is a word of the sentence: "We cut #mesh".
    let kept = if tags > 1 && !head.is_empty() {
        head
    } else {
        rest
    };
    let start = sentence.range().start + (body.len() - rest.len());
    let cut = Span::of(start..start + kept.len());
    if kept.is_empty() || !cut.overlaps(place) {
        return sentence;
    }
    cut
}

/// Cuts the clause behind a sentence's last comma, if it holds the place and what is left surely stands by
/// itself.
pub(super) fn cut_clause(text: &str, span: Span) -> Option<Fix> {
    let sentence = sentence_at(text, span)?;
    let body = sentence.slice(text)?;
    let at = span.range().start.checked_sub(sentence.range().start)?;
    let comma = body.get(..at)?.rfind([',', '–', '—', ';'])?;
    let head = body[..comma].trim_end();
    let end = body.trim_end_matches(['.', '!', '…']).len();
    let clause = body.get(comma..end)?;
    let in_head = words(head).count();
    let first = words(head).next().map(|word| fold(word.text))?;
    // A further comma behind the place means that the sentence goes on; brackets and quotations have
    // their own grammar.
    let goes_on = clause
        .chars()
        .skip(1)
        .any(|c| matches!(c, ',' | ';' | '–' | '—' | ':'));
    let marked = body.contains(['(', ')', '"', '“', '”', '„', '»', '«', '?']);
    let inner = clause.trim_start_matches(|c: char| !c.is_alphanumeric());
    let joined = words(inner)
        .next()
        .map(|word| fold(word.text))
        .unwrap_or_default();
    let listed = matches!(joined.as_str(), "and" | "or" | "und" | "oder");
    let decimal = body[comma..].starts_with(',')
        && body[comma + 1..].starts_with(|c: char| c.is_ascii_digit());
    // "A, B and C": a list needs its last member.
    if in_head < 3
        || goes_on
        || marked
        || listed
        || decimal
        || listed_in(SUBORDINATE, &first)
        || head.contains(" and ") && head.contains(',')
    {
        return None;
    }
    if span.range().end > sentence.range().start + end {
        return None;
    }
    let start = sentence.range().start;
    let cut = Span::of(start + head.len()..start + end);
    let shown = inner.to_owned();
    Some(Fix::new(
        "cut-words",
        [("text", shown)],
        vec![TextEdit {
            span: cut,
            text: String::new(),
        }],
    ))
}

/// Whether a sentence leans on the one before it.
pub(super) fn leans(text: &str, sentence: Span) -> bool {
    sentence
        .slice(text)
        .and_then(|body| words(body).next())
        .is_some_and(|word| listed_in(LEANING, &fold(word.text)))
}

/// Whether, without some sentences, a sentence with words is left that is more than hashtags.
pub(super) fn leaves_words(text: &str, all: &[Span], cut: &[Span]) -> bool {
    all.iter().filter(|span| !cut.contains(span)).any(|span| {
        span.slice(text).is_some_and(|body| {
            body.split_whitespace()
                .filter(|word| !word.starts_with('#') && !word.contains("://"))
                .count()
                >= 3
        })
    })
}

/// The edits that remove spans with the white space that would be left over. Spans ascend.
pub(super) fn remove(text: &str, spans: &[Span]) -> Vec<TextEdit> {
    let mut ranges: Vec<std::ops::Range<usize>> = Vec::new();
    for span in spans {
        let range = span.range();
        let before = &text[..range.start];
        let after = &text[range.end..];
        let gap_before = before.len() - before.trim_end().len();
        let gap_after = after.len() - after.trim_start().len();
        let opens_line =
            before.trim_end().is_empty() || before[before.len() - gap_before..].contains('\n');
        let closes_line = after.trim_start().is_empty() || after[..gap_after].contains('\n');
        let range = match (opens_line, closes_line) {
            // A whole paragraph, with the gap to the next; the last one with the gap before it.
            (true, true) if after.trim_start().is_empty() => before.trim_end().len()..text.len(),
            (true, _) => range.start..range.end + gap_after,
            (false, _) => range.start - gap_before..range.end,
        };
        match ranges.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => ranges.push(range),
        }
    }
    ranges
        .into_iter()
        .map(|range| TextEdit {
            span: Span::of(range),
            text: String::new(),
        })
        .collect()
}

fn listed_in(list: &str, word: &str) -> bool {
    list.split('|').any(|item| item == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guards::apply;

    fn at(text: &str, piece: &str) -> Span {
        let start = text.find(piece).expect("the piece stands in the text");
        Span::of(start..start + piece.len())
    }

    fn check(fix: Option<Fix>, text: &str, expect: Option<&str>) {
        let fixed = fix.map(|fix| apply(text, &fix).expect("the edits fit"));
        assert_eq!(fixed.as_deref(), expect, "cut from {text:?}");
    }

    #[test]
    fn a_sentence_goes_with_the_gap_it_leaves() {
        for (text, piece, expect) in [
            (
                "One two three. Bad. Four five six.",
                "Bad",
                "One two three. Four five six.",
            ),
            (
                "One two three.\n\nBad.\n\nFour five six.",
                "Bad",
                "One two three.\n\nFour five six.",
            ),
            ("One two three.\n\nBad.", "Bad", "One two three."),
            ("Bad. One two three.", "Bad", "One two three."),
            (
                "One two three. Bad.\n\nFour five six.",
                "Bad",
                "One two three.\n\nFour five six.",
            ),
        ] {
            check(cut_sentence(text, at(text, piece)), text, Some(expect));
        }
    }

    #[test]
    fn hashtags_on_the_line_of_a_sentence_stay() {
        for (text, piece, expect) in [
            (
                "One two three. #Mesh #Rebar Bad thing here.",
                "Bad",
                "One two three. #Mesh #Rebar",
            ),
            (
                "One two three.\n\n#Mesh #Rebar Bad thing here. Four five.",
                "Bad",
                "One two three.\n\n#Mesh #Rebar Four five.",
            ),
            (
                "One two three. Bad thing here #Mesh #Rebar",
                "Bad",
                "One two three. #Mesh #Rebar",
            ),
            ("One two three. Bad thing of #mesh", "Bad", "One two three."),
            (
                "One two three. #Bad #Rebar and more.",
                "Bad",
                "One two three.",
            ),
        ] {
            check(cut_sentence(text, at(text, piece)), text, Some(expect));
        }
    }

    #[test]
    fn a_sentence_that_others_lean_on_stays() {
        let text = "We start early. Bad thing. It saves you the wait.";
        check(cut_sentence(text, at(text, "Bad")), text, None);
        check(
            cut_sentence("Only bad.", at("Only bad.", "bad")),
            "Only bad.",
            None,
        );
    }

    #[test]
    fn a_trailing_clause_goes_only_where_the_rest_stands_alone() {
        let text = "No grinder on the slab, less waste than any other supplier. Next.";
        check(
            cut_clause(text, at(text, "less waste")),
            text,
            Some("No grinder on the slab. Next."),
        );
        for text in [
            "If you order by two, less waste than any other supplier.",
            "Tags, bars, less waste than any other supplier, and tea.",
            "Mesh, less waste than others.",
            "We cut, bend and tie, and less waste than others follows.",
        ] {
            check(cut_clause(text, at(text, "less waste")), text, None);
        }
    }
}
