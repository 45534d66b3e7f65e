//! Orders to the reader in German.

use crate::language::Language;
use crate::language::stems::of_word;
use crate::text;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Stems of verbs by which a sentence asks its reader to come, call or write.
const CONTACTS: &[&str] = &[
    "anmeld",
    "besuch",
    "bestell",
    "buch",
    "frag",
    "komm",
    "meld",
    "reservier",
    "ruf",
    "schick",
    "schreib",
    "send",
    "sprech",
    "sprich",
    "vereinbar",
    "wend",
];

/// Stems of the other verbs by which a sentence asks its reader to do something.
const ORDERS: &[&str] = &[
    "beacht",
    "bring",
    "denk",
    "entdeck",
    "erzähl",
    "folg",
    "gib",
    "geb",
    "hol",
    "kauf",
    "lass",
    "lern",
    "lies",
    "les",
    "mach",
    "markier",
    "merk",
    "nehm",
    "nimm",
    "notier",
    "nutz",
    "probier",
    "sag",
    "schau",
    "seh",
    "sieh",
    "sicher",
    "speicher",
    "stell",
    "such",
    "teil",
    "test",
    "trag",
    "überzeug",
    "vergess",
    "vergiss",
    "verrat",
    "wähl",
    "zähl",
    "zeig",
];

/// Second words that make the first one a subject or a participle: "Bestellt wird am Kurstag."
const NO_ORDER: &[&str] = &[
    "ist", "sind", "war", "waren", "wird", "werden", "wurde", "wurden", "hat", "haben", "und",
    "oder", "von",
];

/// Words that any post may use without saying what it is about.
static COMMON: LazyLock<HashSet<String>> = LazyLock::new(|| {
    [
        "anrufen",
        "ansprechen",
        "antworten",
        "ausprobieren",
        "beitrag",
        "beraten",
        "bescheid",
        "brauchen",
        "bringen",
        "einfach",
        "erzählen",
        "fragen",
        "freuen",
        "gehen",
        "gern",
        "hallo",
        "helfen",
        "hilfe",
        "hören",
        "idee",
        "interesse",
        "jemand",
        "kennen",
        "kommen",
        "kommentar",
        "kommentare",
        "lassen",
        "leute",
        "link",
        "lust",
        "machen",
        "mail",
        "melden",
        "merken",
        "nach",
        "nachricht",
        "nehmen",
        "neugierig",
        "planen",
        "probieren",
        "rufen",
        "sagen",
        "schauen",
        "schicken",
        "schreiben",
        "senden",
        "speichern",
        "sprechen",
        "stellen",
        "suchen",
        "teilen",
        "telefon",
        "vorbei",
        "vorbeikommen",
        "vormerken",
        "weiter",
        "wissen",
        "zeigen",
    ]
    .into_iter()
    .flat_map(|word| of_word(&text::fold(word), Language::German))
    .collect()
});

/// Whether a sentence orders its reader to do something, and if so whether it is to get in touch.
pub(super) fn order(sentence: &str) -> Option<bool> {
    let words: Vec<String> = text::words(sentence)
        .map(|word| word.text.to_lowercase())
        .skip_while(|word| word == "bitte")
        .take(2)
        .collect();
    let first = words.first()?;
    let second = words.get(1).map_or("", String::as_str);
    let formed = |stem: &&&str| {
        first
            .strip_prefix(**stem)
            .is_some_and(|ending| match ending {
                "" | "e" | "t" | "et" => !NO_ORDER.contains(&second),
                "en" | "n" => second == "sie",
                _ => false,
            })
    };
    let contact = CONTACTS.iter().any(|stem| formed(&stem));
    (contact || ORDERS.iter().any(|stem| formed(&stem))).then_some(contact)
}

/// Whether a stem is of a word that any post may use.
pub(super) fn is_common(stem: &str) -> bool {
    COMMON.contains(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, expect: Option<bool>) {
        assert_eq!(order(sentence), expect, "order of {sentence:?}");
    }

    #[test]
    fn orders_are_told_in_each_form_of_address() {
        check("Schreiben Sie uns.", Some(true));
        check("Schreib uns.", Some(true));
        check("Ruft uns an.", Some(true));
        check("Bringen Sie eine Decke mit.", Some(false));
        check("Bitte melden Sie sich bis Freitag an.", Some(true));
    }

    #[test]
    fn what_is_told_is_no_order() {
        check("Bestellt wird am Kurstag.", None);
        check("Wir schreiben Ihnen.", None);
        check("Buchen wachsen langsam.", None);
        check("", None);
    }
}
