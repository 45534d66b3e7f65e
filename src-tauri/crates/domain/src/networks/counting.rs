//! How long a text is, as each network counts.

use crate::text::Span;
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

mod twitter_text;

/// The unit of a network's limits.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, schemars::JsonSchema, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Counting {
    /// UTF-16 code units of the text as it is sent: a backslash is added before each of [`ESCAPED`].
    Utf16Escaped,
    /// Unicode code points.
    CodePoints,
    /// twitter-text, version 3: weighted characters, where an address is 23 and an emoji is 2.
    TwitterText,
}

/// A text's length beside the most that a network takes, both in the network's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema, specta::Type)]
pub struct Count {
    pub value: u32,
    pub limit: u32,
}

impl Count {
    /// Whether the network takes it.
    pub fn fits(self) -> bool {
        self.value <= self.limit
    }

    /// By how much it is too long; 0 if it fits.
    pub fn over(self) -> u32 {
        self.value.saturating_sub(self.limit)
    }
}

/// Characters that LinkedIn's text format reserves.
///
/// Source: <https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format>,
/// 2026-11-20.
const ESCAPED: &str = "|{}@[]()<>#\\*_~";

pub(super) fn count(counting: Counting, text: &str) -> u32 {
    let count = match counting {
        Counting::TwitterText => return twitter_text::weigh(text, u32::MAX).weight,
        Counting::CodePoints => text.chars().count(),
        Counting::Utf16Escaped => text.chars().map(escaped_units).sum(),
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(super) fn room(counting: Counting, text: &str, limit: u32) -> u32 {
    let limit_units = limit as usize;
    let end = match counting {
        Counting::TwitterText => return twitter_text::weigh(text, limit).room,
        Counting::CodePoints => whole_characters(text, limit_units, |_| 1),
        Counting::Utf16Escaped => whole_characters(text, limit_units, escaped_units),
    };
    u32::try_from(end).unwrap_or(u32::MAX)
}

pub(super) fn refused(counting: Counting, text: &str) -> Vec<Span> {
    match counting {
        Counting::TwitterText => twitter_text::refused(text),
        Counting::CodePoints | Counting::Utf16Escaped => Vec::new(),
    }
}

/// UTF-16 units of a character with the backslash that it is sent with.
fn escaped_units(character: char) -> usize {
    character.len_utf16() + usize::from(ESCAPED.contains(character))
}

/// Bytes of the longest start of whole graphemes that weighs at most `limit`.
fn whole_characters(text: &str, limit: usize, weight: fn(char) -> usize) -> usize {
    let mut used = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        used += grapheme.chars().map(weight).sum::<usize>();
        if used > limit {
            return start;
        }
    }
    text.len()
}
