//! Tokens for finding entities: words, numbers with their separators, clock times, codes, signs.

use super::units;
use unicode_normalization::char::is_combining_mark;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters with inner apostrophes.
    Word,
    /// Digits with inner separators: `1,250.00`, `12.05.2026`, `½`.
    Number,
    /// One or two digits, a colon, two digits.
    Clock,
    /// Letters and digits together: `A142`, `B500B`, `3D`.
    Code,
    /// One character that is none of these.
    Sign,
}

/// A token with its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub(super) kind: TokenKind,
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether white space stands before it, or nothing at all.
    pub(super) spaced: bool,
    /// Whether a line begins with it.
    pub(super) first_of_line: bool,
}

impl Token<'_> {
    /// Whether this is the given sign or word, ASCII case ignored.
    pub(super) fn is(&self, text: &str) -> bool {
        self.text.eq_ignore_ascii_case(text)
    }

    pub(super) fn is_capitalized(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// All tokens of a text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::with_capacity(text.len() / 5 + 1);
    let (mut at, mut spaced, mut first_of_line) = (0, true, true);
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            spaced = true;
            first_of_line |= c == '\n';
            at += c.len_utf8();
            continue;
        }
        let start = at;
        let kind = if is_digit(c) {
            let (end, kind) = number(text, at);
            at = end;
            kind
        } else if c.is_alphabetic() {
            let (end, kind) = word(text, at);
            at = end;
            kind
        } else {
            at += c.len_utf8();
            TokenKind::Sign
        };
        found.push(Token {
            kind,
            text: &text[start..at],
            start,
            end: at,
            spaced,
            first_of_line,
        });
        spaced = false;
        first_of_line = false;
    }
    found
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾')
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

fn digits_end(text: &str, at: usize) -> usize {
    at + text[at..].bytes().take_while(u8::is_ascii_digit).count()
}

fn number(text: &str, start: usize) -> (usize, TokenKind) {
    let mut end = digits_end(text, start);
    if let (1..=2, Some(':')) = (end - start, char_at(text, end)) {
        let minutes = digits_end(text, end + 1);
        if minutes == end + 3 {
            return (minutes, TokenKind::Clock);
        }
    }
    loop {
        match char_at(text, end) {
            Some('.' | ',') if digits_end(text, end + 1) > end + 1 => {
                end = digits_end(text, end + 1);
            }
            // Groups of three between narrow or hard spaces or apostrophes: "1 250", "1'250".
            Some(c @ ('\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}')) => {
                let group = end + c.len_utf8();
                if digits_end(text, group) != group + 3 {
                    break;
                }
                end = group + 3;
            }
            Some(c @ ('½' | '¼' | '¾')) => {
                end += c.len_utf8();
                break;
            }
            _ => break,
        }
    }
    let letters: usize = text[end..]
        .chars()
        .take_while(|c| c.is_alphabetic() || matches!(c, '²' | '³'))
        .map(char::len_utf8)
        .sum();
    if letters == 0 {
        return (end, TokenKind::Number);
    }
    let suffix = &text[end..end + letters];
    if units::attaches(suffix) {
        return (end, TokenKind::Number);
    }
    let rest: usize = text[end..]
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .map(char::len_utf8)
        .sum();
    (end + rest, TokenKind::Code)
}

fn word(text: &str, start: usize) -> (usize, TokenKind) {
    let bytes = text.as_bytes();
    let between_digits = start > 0
        && bytes.get(start) == Some(&b'x')
        && bytes[start - 1].is_ascii_digit()
        && bytes.get(start + 1).is_some_and(u8::is_ascii_digit);
    if between_digits {
        return (start + 1, TokenKind::Word);
    }
    let (mut end, mut kind) = (start, TokenKind::Word);
    while let Some(c) = char_at(text, end) {
        if c.is_alphanumeric() || is_combining_mark(c) {
            if c.is_ascii_digit() {
                kind = TokenKind::Code;
            }
            end += c.len_utf8();
        } else if matches!(c, '\'' | '’')
            && char_at(text, end + c.len_utf8()).is_some_and(char::is_alphabetic)
        {
            end += c.len_utf8();
        } else {
            break;
        }
    }
    (end, kind)
}
