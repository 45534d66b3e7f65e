//! Units, currencies and number words in their English and German spellings.

use crate::text::lists;
use std::collections::HashMap;
use std::sync::LazyLock;

static UNITS: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| lists::spellings(include_str!("units.txt")));
static CURRENCIES: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| lists::spellings(include_str!("currencies.txt")));
static NUMBER_WORDS: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| lists::spellings(include_str!("number-words.txt")));

/// The canonical unit of a spelling.
pub(super) fn unit(spelling: &str) -> Option<&'static str> {
    if let Some(canonical) = UNITS.get(spelling) {
        return Some(canonical);
    }
    // "Tage" is a day, but one letter is a unit only as it stands ("L" apart).
    match spelling {
        "L" => Some("l"),
        _ if spelling.chars().nth(1).is_none() || spelling.len() > 40 => None,
        _ => UNITS.get(spelling.to_lowercase().as_str()).copied(),
    }
}

/// The ISO code of a currency's sign or name.
pub(super) fn currency(spelling: &str) -> Option<&'static str> {
    if spelling.len() > 10 {
        return None;
    }
    CURRENCIES.get(spelling.to_lowercase().as_str()).copied()
}

/// The value of a number word up to ninety, and of "hundert" and "tausend".
pub(super) fn number_word(word: &str) -> Option<u32> {
    if !(3..=10).contains(&word.len()) {
        return None;
    }
    NUMBER_WORDS
        .get(word.to_lowercase().as_str())
        .and_then(|value| value.parse().ok())
}

/// The power of ten that a word stands for: `million` is 6.
pub(super) fn magnitude(word: &str) -> Option<u32> {
    Some(match word.to_lowercase().as_str() {
        "hundred" | "hundert" => 2,
        "thousand" | "tausend" => 3,
        "million" | "millionen" | "mio" => 6,
        "billion" | "milliarde" | "milliarden" | "mrd" => 9,
        _ => return None,
    })
}

/// The same for a letter that follows a price without a space: `k`, `m`, `bn`.
pub(super) fn price_suffix(word: &str) -> Option<u32> {
    match word {
        "k" | "K" => Some(3),
        "m" | "M" => Some(6),
        "bn" => Some(9),
        _ => None,
    }
}

/// Whether letters that follow digits without a space are a word of their own ("6mm", "2pm", "1st")
/// and not part of a code ("3D", "4AB").
pub(super) fn attaches(suffix: &str) -> bool {
    matches!(
        suffix,
        "st" | "nd"
            | "rd"
            | "th"
            | "am"
            | "pm"
            | "AM"
            | "PM"
            | "p"
            | "k"
            | "K"
            | "bn"
            | "M"
            | "s"
            | "er"
            | "ers"
            | "Uhr"
    ) || unit(suffix).is_some()
        || currency(suffix).is_some()
}
