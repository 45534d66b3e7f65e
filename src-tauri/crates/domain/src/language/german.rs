//! German nouns: gender and number, found by the head of a compound and by endings that decide.

use crate::text::lists;
use std::collections::HashMap;
use std::sync::LazyLock;

mod address;

pub use address::{Address, addresses, usual as usual_address};

/// Grammatical gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    Masculine,
    Feminine,
    Neuter,
}

/// What is known of a noun in the form in which it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    pub gender: Gender,
    /// `None`: one and several are written alike ("Brötchen").
    pub plural: Option<bool>,
    /// There is a plural, so that one of it can be spoken of.
    pub counted: bool,
}

/// Fewest letters of a head that ends a compound. Shorter ones end too many other words, but for these.
const SHORTEST_HEAD: usize = 4;
const SHORT_HEADS: &[&str] = &["tag", "tage", "hof", "rad", "weg", "wege", "bad", "amt"];

/// Fewest letters before it.
const SHORTEST_MODIFIER: usize = 3;

/// Endings that decide a noun's gender, with the number that they show.
const ENDINGS: &[(&str, Gender, bool)] = &[
    ("ungen", Gender::Feminine, true),
    ("heiten", Gender::Feminine, true),
    ("keiten", Gender::Feminine, true),
    ("schaften", Gender::Feminine, true),
    ("ionen", Gender::Feminine, true),
    ("täten", Gender::Feminine, true),
    ("ereien", Gender::Feminine, true),
    ("ung", Gender::Feminine, false),
    ("heit", Gender::Feminine, false),
    ("keit", Gender::Feminine, false),
    ("schaft", Gender::Feminine, false),
    ("ion", Gender::Feminine, false),
    ("tät", Gender::Feminine, false),
    ("erei", Gender::Feminine, false),
    ("ismus", Gender::Masculine, false),
    ("ling", Gender::Masculine, false),
    ("linge", Gender::Masculine, true),
];

/// Words with such an ending that are something else.
const NO_ENDINGS: &[&str] = &[
    "stadion", "spion", "skorpion", "ursprung", "sprung", "schwung",
];

static NOUNS: LazyLock<HashMap<String, Form>> = LazyLock::new(|| {
    let mut nouns: HashMap<String, Form> = HashMap::new();
    for (gender, singular, plural) in entries() {
        let alike = plural == Some(singular);
        let form = |plural_form: bool| Form {
            gender,
            plural: (!alike).then_some(plural_form),
            counted: plural.is_some(),
        };
        nouns.insert(singular.to_lowercase(), form(false));
        if let Some(plural) = plural.filter(|_| !alike) {
            nouns.insert(plural.to_lowercase(), form(true));
        }
    }
    nouns
});

/// What is known of a noun as it is written, by itself or as a compound. `None`: its gender is not known.
pub fn noun(word: &str) -> Option<Form> {
    let whole = word.to_lowercase();
    // "Bio-Brot" is a Brot.
    let lower = whole.rsplit('-').next().filter(|last| !last.is_empty())?;
    if let Some(form) = NOUNS.get(lower) {
        return Some(*form);
    }
    let head = lower
        .char_indices()
        .skip(SHORTEST_MODIFIER)
        .map(|(at, _)| &lower[at..])
        .filter(|head| can_be_head(head))
        .find_map(|head| NOUNS.get(head).copied());
    head.or_else(|| {
        // "Brötchen" and "Büchlein" are written alike, one or several.
        let small = lower.ends_with("chen") || lower.ends_with("lein");
        if small && lower.chars().count() > 6 {
            let (gender, counted) = (Gender::Neuter, true);
            return Some(Form {
                gender,
                plural: None,
                counted,
            });
        }
        let known = |stem: &str| stem.chars().count() >= SHORTEST_MODIFIER;
        let listed = NO_ENDINGS.iter().any(|other| lower.ends_with(other));
        ENDINGS
            .iter()
            .find(|(ending, ..)| !listed && lower.strip_suffix(ending).is_some_and(known))
            .map(|&(_, gender, plural)| Form {
                gender,
                plural: Some(plural),
                counted: true,
            })
    })
}

/// The listed noun that a compound ends on, in lower case: "kurs" of "Schnittkurs".
pub fn head(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    lower
        .char_indices()
        .skip(SHORTEST_MODIFIER)
        .map(|(at, _)| &lower[at..])
        .find(|head| can_be_head(head) && NOUNS.contains_key(*head))
        .map(str::to_owned)
}

/// Whether a word can be the head of a compound, by its length.
pub(super) fn can_be_head(word: &str) -> bool {
    word.chars().count() >= SHORTEST_HEAD || SHORT_HEADS.contains(&word)
}

/// Whether a lower-case word carries grammar rather than meaning.
pub(crate) fn is_function_word(lower: &str) -> bool {
    super::stems::is_stop_word(&crate::text::fold(lower), super::Language::German)
}

/// All forms of the listed nouns.
pub(super) fn forms() -> impl Iterator<Item = &'static str> {
    entries().flat_map(|(_, singular, plural)| [Some(singular), plural].into_iter().flatten())
}

fn entries() -> impl Iterator<Item = (Gender, &'static str, Option<&'static str>)> {
    lists::by_name(include_str!("german/nouns.txt")).flat_map(|(gender, nouns)| {
        let gender = match gender {
            "m" => Gender::Masculine,
            "f" => Gender::Feminine,
            _ => Gender::Neuter,
        };
        nouns.filter_map(move |noun| {
            let (singular, plural) = noun.split_once(' ')?;
            Some((
                gender,
                singular,
                Some(plural).filter(|plural| *plural != "-"),
            ))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Gender::{Feminine, Masculine, Neuter};

    fn check(word: &str, expect: Option<(Gender, Option<bool>)>) {
        let found = noun(word).map(|form| (form.gender, form.plural));
        assert_eq!(found, expect, "gender and number of {word:?}");
    }

    #[test]
    fn a_compound_has_the_gender_and_number_of_its_head() {
        check("Schnittkurs", Some((Masculine, Some(false))));
        check("Obstbäume", Some((Masculine, Some(true))));
        check("Heckenwochen", Some((Feminine, Some(true))));
        check("Winterquartier", Some((Neuter, Some(false))));
        check("Bio-Brot", Some((Neuter, Some(false))));
        check("Lastenrad", Some((Neuter, Some(false))));
        check("Sekunde", Some((Feminine, Some(false))));
        check("Antwort", Some((Feminine, Some(false))));
    }

    #[test]
    fn endings_decide_where_the_head_is_not_listed() {
        check("Anwachsversicherung", Some((Feminine, Some(false))));
        check("Neuigkeiten", Some((Feminine, Some(true))));
        check("Setzling", Some((Masculine, Some(false))));
        check("Pflänzchen", Some((Neuter, None)));
    }

    #[test]
    fn what_is_not_known_has_no_gender() {
        for word in ["Frobnikat", "Gimbal", "Stadion", "", "-"] {
            check(word, None);
        }
    }

    #[test]
    fn every_listed_noun_is_written_large_and_stands_once() {
        let mut seen = std::collections::BTreeMap::new();
        for (gender, singular, plural) in entries() {
            for noun in [Some(singular), plural].into_iter().flatten() {
                assert!(noun.starts_with(char::is_uppercase), "{noun} is small");
            }
            let before = seen.insert(singular, gender);
            assert_eq!(before, None, "{singular} is listed twice");
        }
    }
}
