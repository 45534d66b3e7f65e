//! German stems, and the parts of compounds.

use super::super::german::{can_be_head, forms};
use crate::text::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

static STOP_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("../german/stop-words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

/// Heads of compounds as stems, by the nouns that are listed.
static HEADS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    forms()
        .map(fold)
        .filter(|form| can_be_head(form))
        .map(|form| stem(&form).to_owned())
        .collect()
});

/// Words by which briefs ask for posts of any topic, and parts of compounds that tell nothing by themselves.
static GENERAL: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    [
        "aktuell",
        "anbieten",
        "angebot",
        "ankundigen",
        "anleitung",
        "antwort",
        "arbeit",
        "beitrag",
        "bekommen",
        "benutzen",
        "beschreiben",
        "bewerben",
        "bieten",
        "blick",
        "brauchen",
        "bringen",
        "ding",
        "einladen",
        "erklaren",
        "finden",
        "frage",
        "freuen",
        "funktionieren",
        "geben",
        "haufig",
        "helfen",
        "hilfe",
        "idee",
        "information",
        "informieren",
        "infos",
        "jahr",
        "kommen",
        "kosten",
        "kulisse",
        "kunde",
        "kundig",
        "laden",
        "lernen",
        "leser",
        "leute",
        "neuigkeit",
        "nutzen",
        "post",
        "preis",
        "ratgeber",
        "sache",
        "sagen",
        "schreiben",
        "sparen",
        "stell",
        "stellen",
        "tag",
        "thema",
        "tipp",
        "tipps",
        "vermeiden",
        "verwenden",
        "vorstell",
        "weg",
        "wissen",
        "woche",
        "zeigen",
        "zeit",
    ]
    .into_iter()
    .map(stem)
    .collect()
});

/// Days have parts that tell nothing: "Sonntag" is no matter of "Tage".
const WHOLE: &[&str] = &[
    "montag",
    "dienstag",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "feiertag",
    "vertrag",
    "beitrag",
    "auftrag",
];

/// What stands in front of verbs and tells nothing by itself.
const PREFIXES: &[&str] = &[
    "auf", "aus", "bei", "durch", "ein", "ent", "her", "hin", "los", "mit", "nach", "uber",
    "unter", "ver", "vor", "weg", "zer", "zurück", "zuruck",
];

/// Endings of derived words and of verbs on "-ieren", with the fewest letters that are left.
const DERIVED: &[&str] = &[
    "ierungen", "ierung", "ationen", "aturen", "ierten", "ierte", "ieren", "ation", "iert", "atur",
];

const INFLECTED: &[(&str, usize)] = &[
    ("ern", 3),
    ("em", 3),
    ("en", 3),
    ("er", 3),
    ("es", 3),
    ("e", 3),
    ("n", 4),
    ("s", 4),
];

/// Fewest letters of a word that is looked at as a compound.
const SHORTEST_COMPOUND: usize = 7;

/// Fewest letters in front of a head.
const SHORTEST_MODIFIER: usize = 3;

pub(super) fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.contains(folded)
}

pub(super) fn is_general(stem: &str) -> bool {
    GENERAL.contains(stem)
}

/// The stems of a folded word's parts, the head last: "obstbaumen" gives "obst" and "baum".
pub(super) fn parts(word: &str) -> Vec<String> {
    let mut parts = Vec::new();
    split(word, &mut parts);
    parts
}

fn split(word: &str, parts: &mut Vec<String>) {
    let length = word.chars().count();
    let whole = WHOLE.iter().any(|whole| word.starts_with(whole));
    let head = word
        .char_indices()
        .skip(SHORTEST_MODIFIER)
        .map(|(at, _)| at)
        .filter(|_| length >= SHORTEST_COMPOUND && !whole)
        .find(|&at| can_be_head(&word[at..]) && HEADS.contains(stem(&word[at..])));
    let Some(at) = head else {
        parts.push(stem(word).to_owned());
        return;
    };
    let modifier = &word[..at];
    if !PREFIXES.contains(&modifier) && !is_stop_word(modifier) {
        split(modifier, parts);
    }
    parts.push(stem(&word[at..]).to_owned());
}

/// One folded word's stem: "lieferungen", "liefert" and "geliefert" share one.
fn stem(word: &str) -> &str {
    if word.chars().count() < 4 || word.chars().any(|c| c.is_ascii_digit()) {
        return word;
    }
    let derived = DERIVED.iter().find_map(|ending| without(word, ending, 4));
    if let Some(stem) = derived {
        return stem;
    }
    let participle = ["t", "en", "te", "ten", "ter", "tes", "ene", "enen", "ener"]
        .iter()
        .any(|ending| word.ends_with(ending));
    let mut stem = without_inflection(word);
    stem = without(stem, "t", 4).unwrap_or(stem);
    stem = without_inflection(stem);
    if let Some(verb) = without(stem, "ung", 4) {
        stem = without_inflection(verb);
    }
    match stem.strip_prefix("ge") {
        Some(verb) if participle && verb.chars().count() >= 4 => verb,
        _ => stem,
    }
}

fn without_inflection(word: &str) -> &str {
    INFLECTED
        .iter()
        .find_map(|&(ending, least)| without(word, ending, least))
        .unwrap_or(word)
}

/// The word without an ending, if enough is left.
fn without<'a>(word: &'a str, ending: &str, least: usize) -> Option<&'a str> {
    let cut = word.strip_suffix(ending)?;
    (cut.chars().count() >= least).then_some(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, expect: &[&str]) {
        assert_eq!(parts(&fold(word)), expect, "parts of {word:?}");
    }

    fn check_same(left: &str, right: &str) {
        assert_eq!(
            parts(&fold(left)),
            parts(&fold(right)),
            "{left} and {right}"
        );
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (left, right) in [
            ("Lieferung", "liefern"),
            ("Lieferungen", "liefert"),
            ("geliefert", "liefern"),
            ("Bäume", "Baum"),
            ("Räder", "Rad"),
            ("Öffnung", "geöffnet"),
            ("reparieren", "Reparatur"),
            ("gebacken", "backen"),
            ("Stauden", "Staude"),
            ("Preise", "Preis"),
            ("Kleidern", "Kleid"),
        ] {
            check_same(left, right);
        }
    }

    #[test]
    fn a_compound_is_its_parts() {
        check("Obstbäume", &["obst", "baum"]);
        check("Gartenbaum", &["gart", "baum"]);
        check("Lieferzeit", &["lief", "zeit"]);
        check("Winterreifenwechsel", &["wint", "reif", "wechsel"]);
        check("Verkauf", &["kauf"]);
    }

    #[test]
    fn what_is_no_compound_stays_whole() {
        check("Sonntag", &["sonntag"]);
        check("Torf", &["torf"]);
        check("A142", &["a142"]);
        check("", &[""]);
    }

    #[test]
    fn stop_words_and_general_words_are_folded() {
        assert!(is_stop_word("fur"));
        assert!(!is_stop_word("brot"));
        assert!(is_general(stem("preise")));
        assert!(!is_general(stem("brot")));
    }
}
