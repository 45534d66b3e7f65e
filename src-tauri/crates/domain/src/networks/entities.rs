//! Hashtags, mentions and web addresses in a text.

use super::rules::{HashtagCharacters, MentionForm};
use crate::text::Span;

pub(super) fn hashtags(_: HashtagCharacters, text: &str) -> Vec<Span> {
    words_after(text, '#', char::is_alphanumeric)
}

pub(super) fn mentions(_: MentionForm, text: &str) -> Vec<Span> {
    words_after(text, '@', |c| c.is_ascii_alphanumeric() || c == '_')
}

pub(super) fn links(text: &str) -> Vec<Span> {
    text.match_indices("http")
        .map(|(start, _)| {
            let end = text[start..]
                .find(char::is_whitespace)
                .map_or(text.len(), |n| start + n);
            Span::of(start..end)
        })
        .collect()
}

fn words_after(text: &str, sign: char, inside: fn(char) -> bool) -> Vec<Span> {
    text.match_indices(sign)
        .filter_map(|(start, sign)| {
            let from = start + sign.len();
            let length = text[from..]
                .find(|c| !inside(c))
                .unwrap_or(text.len() - from);
            (length > 0).then(|| Span::of(start..from + length))
        })
        .collect()
}
