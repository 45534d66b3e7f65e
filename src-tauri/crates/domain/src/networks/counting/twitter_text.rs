//! Weighted length by twitter-text, version 3.
//!
//! The text is put into Unicode's normal form C. Then each web address counts 23, each emoji 2 however
//! many characters it is made of, each other character 1 or 2 by its code point. Source:
//! <https://github.com/twitter/twitter-text/blob/30e2430d90cff3b46393ea54caf511441983c260/config/v3.json>
//! and <https://docs.x.com/fundamentals/counting-characters>, read 2026-11-20.

use super::emoji;
use crate::networks::entities::urls;
use crate::text::Span;
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

/// What an address counts.
const URL_WEIGHT: u32 = 23;
const EMOJI_WEIGHT: u32 = 2;

pub(super) fn weight(text: &str) -> u32 {
    // Plain ASCII without an address, which is most of what is typed, counts as it stands.
    if text.is_ascii() && !text.contains('.') {
        return u32::try_from(text.len()).unwrap_or(u32::MAX);
    }
    units(&normalized(text)).map(|unit| unit.weight).sum()
}

/// Bytes of the longest start of whole units that weighs at most `limit`.
pub(super) fn room(text: &str, limit: u32) -> usize {
    let normal = normalized(text);
    let mut used = 0;
    let mut end = 0;
    for unit in units(&normal) {
        used += unit.weight;
        if used > limit {
            return before_normalizing(text, end);
        }
        end = unit.end;
    }
    text.len()
}

/// Characters that no post may have.
pub(super) fn refused(text: &str) -> Vec<Span> {
    text.char_indices()
        .filter(|(_, character)| matches!(character, '\u{fffe}' | '\u{feff}' | '\u{ffff}'))
        .map(|(start, character)| Span::of(start..start + character.len_utf8()))
        .collect()
}

/// A character, an emoji or an address.
struct Unit {
    /// In bytes of the normalized text.
    end: usize,
    weight: u32,
}

fn units(text: &str) -> impl Iterator<Item = Unit> {
    let characters: Vec<char> = text.chars().collect();
    let mut urls = urls::find(&characters).into_iter().peekable();
    let mut at = 0;
    let mut bytes = 0;
    std::iter::from_fn(move || {
        let character = *characters.get(at)?;
        let (length, weight) = if let Some(url) = urls.next_if(|url| url.start == at) {
            (url.counted_end - url.start, URL_WEIGHT)
        } else {
            match emoji::length(&characters[at..]) {
                0 => (1, character_weight(character)),
                length => (length, EMOJI_WEIGHT),
            }
        };
        bytes += characters[at..at + length]
            .iter()
            .map(|c| c.len_utf8())
            .sum::<usize>();
        at += length;
        Some(Unit { end: bytes, weight })
    })
}

fn normalized(text: &str) -> Cow<'_, str> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// The place in `text` of a place in its normal form, rounded down to a whole grapheme.
fn before_normalizing(text: &str, normal_end: usize) -> usize {
    let mut normal = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        normal += grapheme.nfc().map(char::len_utf8).sum::<usize>();
        if normal > normal_end {
            return start;
        }
    }
    text.len()
}

/// Source: `ranges` and `defaultWeight` of the configuration, divided by its `scale`.
fn character_weight(character: char) -> u32 {
    match u32::from(character) {
        0..=4351 | 8192..=8205 | 8208..=8223 | 8242..=8247 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Weights worked out by hand from the published rules.
    fn check(text: &str, expect: u32) {
        assert_eq!(weight(text), expect, "{text:?}");
    }

    #[test]
    fn code_points_weigh_one_in_four_ranges_and_two_elsewhere() {
        check("", 0);
        check("Cut to size.", 12);
        check("\u{10ff}", 1);
        check("\u{1100}", 2);
        check("\u{1fff}", 2);
        check("\u{2000}\u{200d}", 2);
        check("\u{200e}\u{200f}", 4);
        check("\u{2010}\u{201f}", 2);
        check("\u{2020}", 2);
        check("\u{2031}", 2);
        check("\u{2032}\u{2037}", 2);
        check("\u{2038}", 2);
        check("Straße – „Größe“ £9", 19);
        check("8 €", 4);
        check("鋼材を切る", 10);
        check("서울", 4);
        check("𠮷", 2);
        check("one\r\ntwo", 8);
    }

    #[test]
    fn text_is_composed_before_it_is_counted() {
        check("cafe\u{301}", 4);
        check("caf\u{e9}", 4);
        check("a\u{308}\u{304}", 1);
        check("q\u{301}", 2);
        check("\u{1112}\u{1161}\u{11ab}", 2);
    }

    #[test]
    fn an_address_weighs_23_however_long_it_is() {
        check("https://example.com", 23);
        check(
            "http://example.com/a/rather/long/path?with=a&query=2#part",
            23,
        );
        check("See https://example.com now", 31);
        check("example.com", 23);
        check("www.example.co.uk/steel", 23);
        check("a.co b.co", 47);
        check("(https://example.com/a_(b))", 25);
        check("https://example.com.", 24);
        check("Order at NEXTDAYSTEEL.CO.UK!", 33);
    }

    #[test]
    fn what_only_looks_like_an_address_weighs_as_text() {
        check("2.50", 4);
        check("e.g. steel", 10);
        check("sales@example.com", 17);
        check("example.invalidtld", 18);
        check("http://", 7);
        check("https://steel", 13);
        check("#example.com", 12);
    }

    #[test]
    fn an_address_without_protocol_takes_a_path_but_no_port_or_query_alone() {
        check("example.com/a?b=c", 23);
        check("example.com?b=c", 27);
        check("example.com:8080", 28);
        check("http://example.com:8080", 23);
    }

    #[test]
    fn an_emoji_weighs_two_however_many_characters_it_is_made_of() {
        for emoji in [
            "👍",
            "👍🏽",
            "☝️",
            "☝️🏽",
            "❤️",
            "❤️‍🔥",
            "👩‍💻",
            "👩🏽‍💻",
            "🧑‍💻",
            "🏃🏽‍♀️",
            "🕵️‍♂️",
            "👨‍👩‍👧‍👦",
            "🏳️‍🌈",
            "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "🇬🇧",
            "1️⃣",
            "#⃣",
            "©️",
            "™️",
            "🫶🏽",
            "🧑🏻‍🤝‍🧑🏿",
            "👁‍🗨",
            "🐻‍❄️",
        ] {
            check(emoji, 2);
        }
        check("🇬🇧🇩🇪", 4);
        check("🇬", 2);
        check("🇽🇽", 4);
        check("©", 1);
        check("1", 1);
        check("🚗🏽", 4);
        check("👍\u{200d}👍", 5);
        check("☎\u{fe0e}", 4);
    }

    #[test]
    fn room_ends_between_whole_units() {
        fn room(text: &str, limit: u32) -> &str {
            &text[..super::room(text, limit)]
        }
        assert_eq!(room("abcdef", 4), "abcd");
        assert_eq!(room("abc👨‍👩‍👧‍👦", 4), "abc");
        assert_eq!(room("abc👨‍👩‍👧‍👦d", 5), "abc👨‍👩‍👧‍👦");
        assert_eq!(room("go to https://example.com", 28), "go to ");
        assert_eq!(
            room("go to https://example.com", 29),
            "go to https://example.com"
        );
        assert_eq!(room("cafe\u{301} now", 4), "cafe\u{301}");
        assert_eq!(room("cafe\u{301} now", 3), "caf");
        assert_eq!(room("", 0), "");
    }

    /// Texts put together at random from words, addresses and emoji, with what the package `twitter-text`
    /// 3.1.0 weighs them, measured on 2026-11-20. Emoji sequences newer than that package are left out.
    #[test]
    fn random_texts_weigh_what_the_reference_weighs_them() {
        let measured: Vec<(String, u32)> =
            serde_json::from_str(include_str!("measured.json")).unwrap();
        assert!(measured.len() >= 290, "{} cases", measured.len());
        for (text, expect) in measured {
            check(&text, expect);
        }
    }

    #[test]
    fn byte_order_marks_and_noncharacters_are_refused() {
        let text = "a\u{feff}b\u{ffff}";
        assert_eq!(refused(text), [Span::of(1..4), Span::of(5..8)]);
        assert_eq!(refused("a\u{200b}b\u{202a}"), []);
    }
}
