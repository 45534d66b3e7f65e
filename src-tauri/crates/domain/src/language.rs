//! The languages that Galley writes in.

use crate::text::{fold, lists, words};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::sync::LazyLock;

pub mod german;
pub mod stems;

static ENGLISH: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::items(include_str!("language/english.txt")));
static GERMAN: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::items(include_str!("language/german.txt")));
static OTHER: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::items(include_str!("language/other.txt")));

/// Words of a text that are looked at: more do not change the answer.
const WORDS: usize = 400;

/// Weights of the evidence: a word that only one language has outweighs what its letters suggest.
const OWN_WORD: f32 = 3.0;
const SHARED_WORD: f32 = 0.75;
const LETTERS: f32 = 0.6;
const UMLAUT: f32 = 1.5;
const FOREIGN_LETTER: f32 = 2.0;

/// A language that the composer has frames for, and a name for all others.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
pub enum Language {
    #[serde(rename = "en")]
    English,
    #[serde(rename = "de")]
    German,
    /// Any other language: drafted from the folder's own sentences only, and said so.
    #[serde(rename = "other")]
    Other,
}

/// The language of a text. Five words are enough where they are ordinary words; a text in Latin letters
/// that gives no evidence at all (a product's name) is taken for English, one without letters or in
/// another script is [`Language::Other`].
///
/// ```
/// use galley_domain::language::{Language, detect};
/// assert_eq!(detect("Neue Bleche ab Montag lieferbar"), Language::German);
/// assert_eq!(detect("New mesh sheets in stock"), Language::English);
/// ```
pub fn detect(text: &str) -> Language {
    if !is_mostly_latin(text) {
        return Language::Other;
    }
    let (mut english, mut german, mut other) = (0.0_f32, 0.0_f32, 0.0_f32);
    for word in words(text).take(WORDS) {
        let lower = word.text.to_lowercase().replace('\u{2019}', "'");
        let is_english = ENGLISH.contains(lower.as_str());
        let is_german = GERMAN.contains(lower.as_str());
        let is_other = OTHER.contains(lower.as_str());
        let known = u8::from(is_english) + u8::from(is_german) + u8::from(is_other);
        let weight = if known == 1 { OWN_WORD } else { SHARED_WORD };
        english += if is_english { weight } else { 0.0 };
        german += if is_german { weight } else { 0.0 };
        other += if is_other { weight } else { 0.0 };
        if known == 0 {
            english += LETTERS * english_letters(&lower);
            german += LETTERS * german_letters(&lower);
        }
        for c in lower.chars() {
            match c {
                'ä' | 'ö' | 'ü' | 'ß' => german += UMLAUT,
                'é' | 'è' | 'ñ' | 'ô' | 'ê' if known == 0 => other += LETTERS,
                'à' | 'ç' | 'ã' | 'õ' | 'å' | 'ø' | 'æ' | 'ł' | 'ş' | 'ğ' | 'ı' | 'č' | 'ž'
                | 'š' | 'ř' | 'ő' | 'ű' | 'ą' | 'ę' | 'ś' | 'ż' | 'ț' | 'ă' | 'ì' | 'ò' | 'ù'
                | 'á' | 'í' | 'ó' | 'ú' => other += FOREIGN_LETTER,
                _ => {}
            }
        }
    }
    if other > english && other > german {
        Language::Other
    } else if german > english {
        Language::German
    } else {
        Language::English
    }
}

/// Whether a lower-case word carries grammar rather than meaning, in English.
pub(crate) fn is_function_word(lower: &str) -> bool {
    ENGLISH.contains(lower)
}

/// The same in German.
pub(crate) fn is_german_function_word(lower: &str) -> bool {
    GERMAN.contains(lower)
}

fn is_mostly_latin(text: &str) -> bool {
    let (mut latin, mut letters) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        // Latin with its extensions ends at U+024F; U+1E00 to U+1EFF has more of it.
        latin += usize::from(matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'));
    }
    letters > 0 && latin * 5 >= letters * 3
}

/// Endings and letter groups that English has and German has not, counted.
fn english_letters(lower: &str) -> f32 {
    let endings = [
        "ing", "ed", "ly", "tion", "ness", "ful", "y", "ies", "ow", "ew",
    ];
    let groups = ["th", "wh", "sh", "oo", "ea", "ou", "gh", "qu", "ck's"];
    count(lower, &endings, &groups)
}

/// Endings and letter groups that German has and English has not, counted.
fn german_letters(lower: &str) -> f32 {
    let endings = [
        "ung", "ungen", "keit", "heit", "lich", "liche", "isch", "ische", "chen", "en", "zt",
    ];
    let groups = [
        "sch", "cht", "tz", "pf", "ei", "ie", "eu", "zu", "ier", "kt", "nk",
    ];
    count(&fold(lower), &endings, &groups)
}

fn count(word: &str, endings: &[&str], groups: &[&str]) -> f32 {
    let ends = endings
        .iter()
        .any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending));
    // Groups are two or three letters: looking at each place beats preparing a search for each.
    let holds = |group: &&&str| {
        word.as_bytes()
            .windows(group.len())
            .any(|part| part == group.as_bytes())
    };
    let has = groups.iter().filter(holds).count().min(2);
    f32::from(u8::from(ends)) + f32::from(u8::try_from(has).unwrap_or(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Language) {
        assert_eq!(detect(text), expect, "language of {text:?}");
    }

    #[test]
    fn five_words_are_enough_for_english_and_german() {
        check("Announce our new mesh sheets", Language::English);
        check("Next day delivery in Leeds", Language::English);
        check("sourdough workshop on saturday", Language::English);
        check("Kündige unsere neuen Bleche an", Language::German);
        check("Sommeraktion: Heizung warten lassen", Language::German);
        check("Neue Wärmepumpen im Angebot", Language::German);
        check("Badsanierung in zwei Wochen", Language::German);
    }

    #[test]
    fn product_names_and_jargon_are_english_without_other_evidence() {
        check("A142 mesh", Language::English);
        check("Galley 2.0 API update", Language::English);
    }

    #[test]
    fn other_languages_scripts_and_wordless_texts_are_other() {
        check("Nous annonçons notre nouveau pain", Language::Other);
        check("Nuestro pan está listo para el verano", Language::Other);
        check(
            "Wij zijn open op zaterdag met een nieuwe taart",
            Language::Other,
        );
        check("أعلن عن منتجاتنا الجديدة", Language::Other);
        check("新しいパンが焼き上がりました", Language::Other);
        check("🎉🎉🎉", Language::Other);
        check("", Language::Other);
    }

    #[test]
    fn a_foreign_name_does_not_change_the_language() {
        check(
            "Try the crème brûlée at our café this week",
            Language::English,
        );
        check(
            "Unser Team feiert das Summer Opening am Freitag",
            Language::German,
        );
    }
}
