//! Web addresses, e-mail addresses and phone numbers.

use super::Scan;
use super::lexer::TokenKind;
use crate::knowledge::EntityKind;

/// Endings by which an address without `https://` is known.
const DOMAINS: &[&str] = &[
    "com", "co.uk", "org.uk", "ac.uk", "uk", "de", "at", "ch", "eu", "org", "net", "io", "app",
    "dev", "info", "shop", "studio", "ie", "us", "fr", "nl", "example", "museum", "design", "co",
];

/// Fewest and most digits of a phone number.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 8..=15;
/// Most tokens of a phone number: each digit apart, with a sign between.
const PHONE_TOKENS: usize = 40;
/// Longest address in bytes that is looked for: each place of a longer run could begin one, and looking
/// at the whole run for each would take the square of its length.
const ADDRESS_BYTES: usize = 2_048;

impl Scan<'_> {
    /// Reads a contact at token `at`; returns the token after it.
    pub(super) fn read_contact(&mut self, at: usize) -> Option<usize> {
        self.read_address(at).or_else(|| self.read_phone(at))
    }

    fn read_address(&mut self, at: usize) -> Option<usize> {
        let token = *self.tokens.get(at)?;
        let starts_word =
            token.spaced || matches!(self.tokens[at - 1].text, "(" | "<" | "\"" | ":" | "[");
        if !starts_word || token.kind == TokenKind::Sign {
            return None;
        }
        let mut limit = self.text.len().min(token.start + ADDRESS_BYTES);
        while !self.text.is_char_boundary(limit) {
            limit -= 1;
        }
        let rest = self.text.get(token.start..limit)?;
        let length = rest
            .find(|c: char| {
                c.is_whitespace()
                    || matches!(c, '<' | '>' | '"' | '(' | ')' | '[' | ']' | '”' | ',')
            })
            .unwrap_or(rest.len());
        if length == rest.len() && limit < self.text.len() {
            return None;
        }
        let written =
            rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '|']);
        // Most words have no dot at all: this runs for each of them.
        if !written.contains('.') {
            return None;
        }
        let key = address_key(written)?;
        let stop = token.start + written.len();
        let mut end = at + 1;
        while self.tokens.get(end).is_some_and(|t| t.start < stop) {
            end += 1;
        }
        self.push(EntityKind::Contact, at, end, key);
        Some(end)
    }

    fn read_phone(&mut self, at: usize) -> Option<usize> {
        let token = *self.tokens.get(at)?;
        let plus = token.is("+") || token.is("(") && self.tokens.get(at + 1)?.text.starts_with('0');
        let national = token.kind == TokenKind::Number
            && token.text.starts_with('0')
            && !token.text.contains([',', '.']);
        if !plus && !national {
            return None;
        }
        let mut digits = String::new();
        let (mut end, mut last_number) = (at, at);
        let limit = self.tokens.len().min(at + PHONE_TOKENS);
        while let Some(token) = self.tokens[..limit].get(end) {
            match token.kind {
                TokenKind::Number
                    if token.text.bytes().all(|b| b.is_ascii_digit() || b == b'.') =>
                {
                    digits.extend(token.text.chars().filter(char::is_ascii_digit));
                    last_number = end;
                }
                TokenKind::Sign if matches!(token.text, "+" | "(" | ")" | "-" | "–" | "/") => {}
                _ => break,
            }
            end += 1;
        }
        if !PHONE_DIGITS.contains(&digits.len()) {
            return None;
        }
        self.push(EntityKind::Contact, at, last_number + 1, digits);
        Some(last_number + 1)
    }
}

fn address_key(written: &str) -> Option<String> {
    let lower = written.to_lowercase();
    if let Some((user, host)) = lower.split_once('@') {
        let user = user.strip_prefix("mailto:").unwrap_or(user);
        let whole = !user.is_empty() && host.contains('.') && !host.starts_with('.');
        return whole.then(|| format!("{user}@{host}"));
    }
    let bare = lower
        .strip_prefix("https://")
        .or_else(|| lower.strip_prefix("http://"));
    let has_scheme = bare.is_some();
    let bare = bare.unwrap_or(&lower);
    let has_www = bare.starts_with("www.");
    let bare = bare
        .strip_prefix("www.")
        .unwrap_or(bare)
        .trim_end_matches('/');
    let host = bare.split(['/', '?', '#']).next().unwrap_or(bare);
    let known = DOMAINS.iter().any(|ending| {
        host.strip_suffix(ending)
            .and_then(|rest| rest.strip_suffix('.'))
            .is_some_and(|name| {
                name.chars().count() >= 2
                    && name
                        .chars()
                        .all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'))
                    && name.chars().any(char::is_alphabetic)
            })
    });
    (host.contains('.') && (has_scheme || has_www || known)).then(|| bare.to_owned())
}
