//! The words and meaningful signs of a brief.

use crate::language::german::head;
use crate::language::{self, Language};
use crate::text::{Span, fold, words};

/// A word of a brief, or one of the signs `% ? £ $ €`.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) folded: String,
    /// The noun that a German compound ends on: "angebot" of "Winterangebot".
    pub(super) head: Option<String>,
    pub(super) span: Span,
    /// Punctuation or a line end follows.
    pub(super) ends_clause: bool,
    /// A full stop, a question mark, an exclamation mark or a line end follows.
    pub(super) ends_sentence: bool,
    /// Is bound to the word before by a hyphen: "size" in "cut-to-size".
    pub(super) hyphenated: bool,
    /// Stands right behind a quotation mark.
    pub(super) opens_quote: bool,
    /// A quotation mark stands right behind it.
    pub(super) closes_quote: bool,
}

impl Token<'_> {
    pub(super) fn is_number(&self) -> bool {
        let spelled = [
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "zwei", "drei",
            "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn",
        ];
        self.text.starts_with(|c: char| c.is_ascii_digit())
            || spelled.contains(&self.folded.as_str())
    }

    pub(super) fn is_sign(&self) -> bool {
        !self.text.starts_with(char::is_alphanumeric)
    }

    pub(super) fn is_capitalized(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Letters and digits in one word, a letter first: a model code, if nothing else is.
    pub(super) fn has_letters_and_digits(&self) -> bool {
        self.text.chars().any(char::is_alphabetic) && self.text.chars().any(|c| c.is_ascii_digit())
    }
}

/// Reads the first `max_chars` characters of a text.
pub(super) fn read(text: &str, max_chars: usize) -> Vec<Token<'_>> {
    let end = text
        .char_indices()
        .nth(max_chars)
        .map_or(text.len(), |(at, _)| at);
    let text = &text[..end];
    let german = language::detect(text) == Language::German;
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut behind = 0;
    let all: Vec<_> = words(text).collect();
    for word in &all {
        let range = word.span.range();
        between(&mut found, text, behind..range.start);
        let quoted = text[behind..range.start].ends_with(QUOTES);
        let hyphenated = behind > 0 && &text[behind..range.start] == "-";
        if let Some(last) = found.last_mut().filter(|_| hyphenated)
            && is_code_prefix(last.text)
            && word.text.starts_with(|c: char| c.is_ascii_digit())
        {
            // "HX-200" is one code.
            last.span = last.span.join(word.span);
            last.text = last.span.slice(text).unwrap_or(last.text);
            last.folded = fold(last.text);
            last.closes_quote = text[range.end..].starts_with(QUOTES);
            behind = range.end;
            continue;
        }
        found.push(Token {
            text: word.text,
            folded: folded(word.text, &text[behind..range.start]),
            head: german
                .then(|| head(word.text))
                .flatten()
                .map(|head| fold(&head)),
            span: word.span,
            ends_clause: false,
            ends_sentence: false,
            hyphenated,
            opens_quote: quoted,
            closes_quote: text[range.end..].starts_with(QUOTES),
        });
        behind = range.end;
    }
    between(&mut found, text, behind..text.len());
    found
}

/// One to four letters, as they stand before the number of a model code.
fn is_code_prefix(text: &str) -> bool {
    text.len() <= 4 && text.chars().all(|c| c.is_ascii_alphabetic())
}

/// "Plastic-free" is about plastic, not about a price: its second half is no word "free".
fn folded(word: &str, before: &str) -> String {
    let folded = fold(word);
    if before == "-" && matches!(folded.as_str(), "free" | "frei") {
        format!("-{folded}")
    } else {
        folded
    }
}

const QUOTES: [char; 10] = ['"', '\'', '“', '”', '„', '«', '»', '‘', '’', '‚'];

/// What stands between two words: marks the word before, and adds signs as tokens.
fn between<'a>(found: &mut Vec<Token<'a>>, text: &'a str, gap: std::ops::Range<usize>) {
    let start = gap.start;
    let Some(gap_text) = text.get(gap) else {
        return;
    };
    for (at, c) in gap_text.char_indices() {
        let sign = matches!(c, '%' | '?' | '£' | '$' | '€');
        if sign {
            let range = start + at..start + at + c.len_utf8();
            found.push(Token {
                text: &text[range.clone()],
                folded: c.to_string(),
                head: None,
                span: Span::of(range),
                ends_clause: c == '?',
                ends_sentence: c == '?',
                hyphenated: false,
                opens_quote: false,
                closes_quote: false,
            });
        } else if let Some(last) = found.last_mut() {
            let after = &gap_text[at + c.len_utf8()..];
            let ends_line = c == '\n';
            let stop = matches!(c, '.' | '!')
                && (after.is_empty() || after.starts_with(char::is_whitespace));
            last.ends_sentence |= ends_line || stop;
            last.ends_clause |=
                ends_line || stop || matches!(c, ',' | ';' | ':' | '(' | ')' | '–' | '—');
            last.ends_clause |= c == '-' && after.starts_with(' ');
        }
    }
}
