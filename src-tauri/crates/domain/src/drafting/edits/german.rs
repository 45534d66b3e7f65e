//! German: who speaks, the lexicon's words, and the forms by which a phrase is found.

use crate::brand::{Preference, SpeaksAs};
use crate::language::german::noun;
use crate::text::{self, Span};

/// Verbs whose stem changes in the third person, with their plural.
const IRREGULAR: &[(&str, &str)] = &[
    ("ist", "sind"),
    ("hat", "haben"),
    ("wird", "werden"),
    ("kann", "können"),
    ("muss", "müssen"),
    ("darf", "dürfen"),
    ("soll", "sollen"),
    ("will", "wollen"),
    ("mag", "mögen"),
    ("weiß", "wissen"),
    ("gibt", "geben"),
    ("nimmt", "nehmen"),
    ("hilft", "helfen"),
    ("hält", "halten"),
    ("erhält", "erhalten"),
    ("fährt", "fahren"),
    ("lädt", "laden"),
    ("lässt", "lassen"),
    ("läuft", "laufen"),
    ("liest", "lesen"),
    ("misst", "messen"),
    ("schläft", "schlafen"),
    ("sieht", "sehen"),
    ("spricht", "sprechen"),
    ("trägt", "tragen"),
    ("trifft", "treffen"),
    ("tritt", "treten"),
    ("verspricht", "versprechen"),
    ("wächst", "wachsen"),
    ("wäscht", "waschen"),
    ("bäckt", "backen"),
    ("brät", "braten"),
    ("empfiehlt", "empfehlen"),
    ("berät", "beraten"),
    ("tut", "tun"),
    ("verarbeitet", "verarbeiten"),
];

/// Endings that adjectives and nouns take.
const ENDINGS: &[&str] = &["ern", "en", "em", "er", "es", "e", "n", "s"];

/// Words in front of a noun whose endings depend on its gender.
const DETERMINERS: &[&str] = &[
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines",
    "kein", "keine", "keinen", "unser", "unsere", "unseren", "unserem", "unserer", "ihr", "ihre",
    "ihren", "ihrem", "ihrer", "dein", "deine", "deinen", "deinem", "deiner", "euer", "eure",
    "euren", "eurem", "eurer", "jeder", "jede", "jedes", "jeden", "jedem", "dieser", "diese",
    "dieses", "diesen", "diesem", "im", "am", "vom", "zum", "zur", "beim", "ins", "welche",
    "welcher", "welches", "alle", "allen", "viele", "vielen",
];

/// Lets the brand speak as it asks to, where that changes one pronoun and one verb's ending.
pub(super) fn spoken_by(sentence: &str, speaks_as: SpeaksAs, brand: &str) -> String {
    let changed = match speaks_as {
        SpeaksAs::We => name_to_we(sentence, brand),
        // The verb behind "wir" stands anywhere, and "ich" needs it in another form: such a sentence stays.
        SpeaksAs::I | SpeaksAs::Name => None,
    };
    changed.unwrap_or_else(|| sentence.to_owned())
}

/// "Die Bäckerei Korn liefert täglich." -> "Wir liefern täglich."
fn name_to_we(sentence: &str, brand: &str) -> Option<String> {
    let named = ["", "Die ", "Das ", "Der "].iter().find_map(|article| {
        sentence
            .strip_prefix(article)
            .and_then(|rest| rest.strip_prefix(brand))
    });
    let rest = named.filter(|_| !brand.is_empty())?.strip_prefix(' ')?;
    let (verb, tail) = rest.split_once(' ')?;
    // A second verb, or a word that stands for the name, would need its form changed too.
    let others = text::words(tail).any(|word| {
        let lower = word.text.to_lowercase();
        matches!(
            lower.as_str(),
            "sein"
                | "seine"
                | "seinen"
                | "seinem"
                | "seiner"
                | "ihr"
                | "ihre"
                | "ihren"
                | "ihrem"
                | "ihrer"
                | "sich"
                | "sie"
                | "er"
                | "es"
                | "und"
        )
    });
    let plural = plural_verb(verb).filter(|_| !others)?;
    Some(format!("Wir {plural} {tail}"))
}

/// "liefert" -> "liefern"; `None` for what is no verb in the third person.
fn plural_verb(verb: &str) -> Option<String> {
    if let Some((_, plural)) = IRREGULAR.iter().find(|(single, _)| *single == verb) {
        return Some((*plural).to_owned());
    }
    let stem = verb.strip_suffix('t').filter(|stem| stem.len() > 2)?;
    if !verb.chars().all(char::is_lowercase) || verb.ends_with("tt") {
        return None;
    }
    Some(match stem {
        _ if stem.ends_with("er") || stem.ends_with("el") => format!("{stem}n"),
        _ if stem.ends_with('e') => format!("{stem}n"),
        _ => format!("{stem}en"),
    })
}

/// Uses the lexicon's words where no other word has to change with them: small words as they stand, nouns of
/// the same gender and number, and nouns with nothing in front that shows a gender. What cannot be changed
/// stays, and is refused by the one who asks.
pub(super) fn preferred(sentence: &str, prefer: &[Preference], kept: &[&str]) -> String {
    let mut out = sentence.to_owned();
    for preference in prefer {
        for avoided in &preference.instead_of {
            let mut at = 0;
            while let Some(span) = super::find_phrase(&out, avoided, at, false) {
                at = span.end as usize;
                let named = super::inside_any(&out, span, kept)
                    || super::covers(&out, span, &preference.text);
                if named || !fits(&out, span, avoided, &preference.text) {
                    continue;
                }
                let word = like_start(&out[span.range()], &preference.text);
                at = span.start as usize + word.len();
                out.replace_range(span.range(), &word);
            }
        }
    }
    out
}

fn fits(text: &str, span: Span, avoided: &str, wanted: &str) -> bool {
    let is_noun = |word: &str| word.starts_with(char::is_uppercase);
    if is_noun(avoided) != is_noun(wanted) {
        return false;
    }
    if !is_noun(avoided) {
        // One that ends like an adjective would have to agree with its noun.
        return text[span.range()].to_lowercase() == avoided.to_lowercase();
    }
    if let (Some(old), Some(new)) = (noun(avoided), noun(wanted))
        && old.gender == new.gender
        && old.plural == new.plural
    {
        return true;
    }
    let before = text[..span.range().start].split_whitespace().next_back();
    let before = before.unwrap_or_default().to_lowercase();
    let shows_gender = DETERMINERS.contains(&before.as_str())
        || ENDINGS
            .iter()
            .any(|ending| before.len() > 4 && before.ends_with(ending));
    let number = |word: &str| noun(word).and_then(|form| form.plural);
    !shows_gender && number(avoided).is_some() && number(avoided) == number(wanted)
}

/// The preferred word with a capital where the sentence began with the other.
fn like_start(found: &str, wanted: &str) -> String {
    if found.starts_with(char::is_uppercase) {
        super::capitalized(wanted)
    } else {
        wanted.to_owned()
    }
}

/// Whether a phrase stands in a text, in any of its words' forms: "grüner Daumen" in "einen grünen Daumen".
pub(in crate::drafting) fn holds_german_phrase(text: &str, phrase: &str) -> bool {
    let wanted: Vec<String> = text::words(phrase).map(|word| bare(word.text)).collect();
    let said: Vec<String> = text::words(text).map(|word| bare(word.text)).collect();
    !wanted.is_empty()
        && said
            .windows(wanted.len())
            .any(|window| window == wanted.as_slice())
}

fn bare(word: &str) -> String {
    let folded = text::fold(word);
    let cut = ENDINGS.iter().find_map(|ending| {
        folded
            .strip_suffix(ending)
            .filter(|cut| cut.chars().count() >= 4)
    });
    cut.map_or_else(|| folded.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_brands_name_gives_way_to_we_where_one_verb_changes() {
        let check = |sentence: &str, expect: &str| {
            let found = spoken_by(sentence, SpeaksAs::We, "Bäckerei Korn");
            assert_eq!(found, expect);
        };
        check("Die Bäckerei Korn liefert täglich.", "Wir liefern täglich.");
        check(
            "Bäckerei Korn bäckt im Holzofen.",
            "Wir backen im Holzofen.",
        );
        check("Die Bäckerei Korn öffnet um 6 Uhr.", "Wir öffnen um 6 Uhr.");
        check(
            "Die Bäckerei Korn ist am Montag geschlossen.",
            "Wir sind am Montag geschlossen.",
        );
        check(
            "Die Bäckerei Korn wechselt den Lieferanten.",
            "Wir wechseln den Lieferanten.",
        );
        // Another verb, or a word for the name, would have to change too.
        check(
            "Die Bäckerei Korn backt und liefert.",
            "Die Bäckerei Korn backt und liefert.",
        );
        check(
            "Die Bäckerei Korn backt ihr Brot selbst.",
            "Die Bäckerei Korn backt ihr Brot selbst.",
        );
    }

    #[test]
    fn a_word_is_changed_only_where_no_other_has_to_change() {
        let check = |sentence: &str, wanted: &str, avoided: &str, expect: &str| {
            let prefer = [Preference {
                text: wanted.to_owned(),
                instead_of: vec![avoided.to_owned()],
                source: None,
            }];
            assert_eq!(preferred(sentence, &prefer, &[]), expect);
        };
        check(
            "Wir arbeiten manuell.",
            "von Hand",
            "manuell",
            "Wir arbeiten von Hand.",
        );
        check(
            "Die Reparatur dauert zwei Tage.",
            "Wartung",
            "Reparatur",
            "Die Wartung dauert zwei Tage.",
        );
        // "das Angebot" is no "das Auswahl".
        check(
            "Unser Sortiment ist klein.",
            "Auswahl",
            "Sortiment",
            "Unser Sortiment ist klein.",
        );
        check(
            "Das ist unser neues Sortiment.",
            "Auswahl",
            "Sortiment",
            "Das ist unser neues Sortiment.",
        );
    }

    #[test]
    fn a_phrase_is_found_in_any_form() {
        assert!(holds_german_phrase(
            "Sie brauchen keinen grünen Daumen.",
            "grüner Daumen"
        ));
        assert!(holds_german_phrase("Einzigartige Pflanzen", "einzigartig"));
        assert!(!holds_german_phrase(
            "Der Daumen ist grün.",
            "grüner Daumen"
        ));
        assert!(!holds_german_phrase("Freitag", "frei"));
        assert!(!holds_german_phrase("Freitag", ""));
    }
}
