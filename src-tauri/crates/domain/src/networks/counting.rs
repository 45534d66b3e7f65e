//! How long a text is, as each network counts.

use super::entities;
use super::rules::HashtagCharacters;
use crate::text::Span;
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

mod emoji;
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
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
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
        Counting::TwitterText => return twitter_text::weight(text),
        Counting::CodePoints => text.chars().count(),
        Counting::Utf16Escaped => escaped_length(text),
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(super) fn room(counting: Counting, text: &str, limit: u32) -> u32 {
    let limit_units = limit as usize;
    let end = match counting {
        Counting::TwitterText => twitter_text::room(text, limit),
        Counting::CodePoints => whole_characters(text, limit_units, |_| 1),
        Counting::Utf16Escaped if escaped_length(text) <= limit_units => text.len(),
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

/// UTF-16 units of a text as it is sent. The sign of a hashtag gets no backslash: with one, it would be
/// no hashtag.
fn escaped_length(text: &str) -> usize {
    let all: usize = text.chars().map(escaped_units).sum();
    let signs = entities::hashtags(ESCAPED_HASHTAGS, text)
        .into_iter()
        .filter(|tag| tag.slice(text).is_some_and(|tag| tag.starts_with('#')))
        .count();
    all - signs
}

const ESCAPED_HASHTAGS: HashtagCharacters = HashtagCharacters {
    extra: "_",
    max_chars: None,
};

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

#[cfg(test)]
mod tests {
    use crate::networks::{Count, NetworkId, rules};
    use proptest::prelude::*;

    fn check(network: NetworkId, text: &str, expect: u32) {
        assert_eq!(
            rules(network).count(text).value,
            expect,
            "{network:?} {text:?}"
        );
    }

    #[test]
    fn the_longest_text_fits_and_one_more_does_not() {
        for (network, limit) in [
            (NetworkId::LinkedIn, 3_000),
            (NetworkId::X, 280),
            (NetworkId::Facebook, 63_206),
            (NetworkId::Instagram, 2_200),
        ] {
            let longest = "a".repeat(limit);
            let limit = limit as u32;
            let count = rules(network).count(&longest);
            assert_eq!(
                count,
                Count {
                    value: limit,
                    limit
                },
                "{network:?}"
            );
            assert!(count.fits() && count.over() == 0, "{network:?}");
            assert_eq!(rules(network).room(&longest), limit, "{network:?}");

            let longer = longest + "ab";
            assert!(!rules(network).count(&longer).fits(), "{network:?}");
            assert_eq!(rules(network).count(&longer).over(), 2, "{network:?}");
            assert_eq!(rules(network).room(&longer), limit, "{network:?}");
        }
    }

    #[test]
    fn linkedin_counts_utf16_units_and_the_backslashes_that_it_asks_for() {
        check(NetworkId::LinkedIn, "steel", 5);
        check(NetworkId::LinkedIn, "👍", 2);
        check(NetworkId::LinkedIn, "👨‍👩‍👧‍👦", 11);
        check(NetworkId::LinkedIn, "鋼材", 2);
        check(NetworkId::LinkedIn, "cafe\u{301}", 5);
        check(NetworkId::LinkedIn, "(a)", 5);
        check(NetworkId::LinkedIn, "a_b \\ {x} ~", 16);
        check(NetworkId::LinkedIn, "#steel", 6);
        check(NetworkId::LinkedIn, "no. #1", 7);
        check(NetworkId::LinkedIn, "https://example.com/a_b", 24);
    }

    #[test]
    fn facebook_and_instagram_count_code_points() {
        for network in [NetworkId::Facebook, NetworkId::Instagram] {
            check(network, "steel (a)", 9);
            check(network, "👍", 1);
            check(network, "👍🏽", 2);
            check(network, "🇬🇧", 2);
            check(network, "cafe\u{301}", 5);
            check(network, "https://example.com", 19);
        }
    }

    #[test]
    fn room_keeps_graphemes_whole() {
        let text = "a".repeat(2_199) + "👍🏽";
        assert_eq!(rules(NetworkId::Instagram).room(&text), 2_199);
        let text = "a".repeat(2_999) + "e\u{301}";
        assert_eq!(rules(NetworkId::LinkedIn).room(&text), 2_999);
    }

    proptest! {
        #[test]
        fn any_text_is_counted_and_has_room_up_to_a_character(text in "(.|https?://|[a-z]\\.com|#|@|👍🏽|\u{200d}|\u{301}){0,80}") {
            for network in NetworkId::ALL {
                let rules = rules(network);
                let room = rules.room(&text) as usize;
                prop_assert!(text.is_char_boundary(room), "{network:?} {room}");
                prop_assert_eq!(rules.count(&text).fits(), room == text.len(), "{:?}", network);
            }
        }
    }
}
