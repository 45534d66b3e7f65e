//! Finite verbs in German sentences.

use crate::language::german::{is_function_word, noun};
use crate::text::{self, lists};
use std::collections::HashSet;
use std::sync::LazyLock;

static VERBS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::items(include_str!("../words/german-verbs.txt")));
static IRREGULAR: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::items(include_str!("../words/german-irregular.txt")));

/// Words that open a clause whose verb is not the sentence's own.
const SUBORDINATORS: &[&str] = &[
    "dass", "weil", "wenn", "damit", "ob", "wo", "wie", "was", "wer", "wen", "wem", "bevor",
    "nachdem", "solange", "sobald", "falls", "obwohl", "während", "bis", "seit", "als", "sodass",
    "indem", "deren", "dessen", "denen", "die", "der", "das", "den", "dem", "wobei", "wodurch",
    "womit", "worauf", "wofür", "woran", "welche", "welcher", "welches", "zu", "um",
];

/// Words behind an order: "Stell den Baum", "Ruf an".
const BEHIND_ORDER: &[&str] = &[
    "ab",
    "am",
    "an",
    "auf",
    "aus",
    "bei",
    "beim",
    "bis",
    "bitte",
    "dabei",
    "das",
    "dein",
    "deine",
    "deinen",
    "deiner",
    "dem",
    "den",
    "der",
    "dich",
    "die",
    "dir",
    "doch",
    "ein",
    "eine",
    "einen",
    "einfach",
    "einmal",
    "es",
    "etwas",
    "euch",
    "euer",
    "eure",
    "euren",
    "für",
    "gern",
    "gut",
    "im",
    "immer",
    "in",
    "jede",
    "jeden",
    "jedes",
    "jetzt",
    "kein",
    "keine",
    "keinen",
    "kurz",
    "mich",
    "mindestens",
    "mit",
    "möglichst",
    "nach",
    "nicht",
    "nichts",
    "nie",
    "nur",
    "ohne",
    "rund",
    "so",
    "sorgfältig",
    "uns",
    "alle",
    "zwei",
    "unter",
    "vom",
    "von",
    "vor",
    "vorbei",
    "vorher",
    "vorsichtig",
    "zu",
    "zuerst",
    "zum",
    "zur",
    "drei",
    "vier",
    "dann",
    "ihn",
    "sie",
];

/// Pronouns beside which a verb stands.
const SUBJECTS: &[&str] = &[
    "wir", "ich", "du", "ihr", "sie", "er", "es", "man", "jemand", "niemand", "alle", "alles",
    "nichts",
];

/// Small words on -t or -en that are no verbs.
const NO_VERBS: &[&str] = &[
    "nicht",
    "jetzt",
    "sonst",
    "erst",
    "fast",
    "selbst",
    "oft",
    "laut",
    "leicht",
    "dort",
    "statt",
    "seit",
    "mit",
    "gut",
    "weit",
    "breit",
    "direkt",
    "komplett",
    "bunt",
    "alt",
    "kalt",
    "echt",
    "recht",
    "dicht",
    "satt",
    "meist",
    "zuerst",
    "zuletzt",
    "insgesamt",
    "nett",
    "tot",
    "hart",
    "zart",
    "spät",
    "fett",
    "glatt",
    "matt",
    "rot",
    "bereit",
    "höchst",
    "längst",
    "nächst",
    "samt",
    "anstatt",
    "unbedingt",
    "überhaupt",
    "gesamt",
    "konkret",
    "kompakt",
    "exakt",
    "perfekt",
    "bekannt",
    "beliebt",
    "begrenzt",
    "bestimmt",
    "halt",
    "bitten",
    "neben",
    "gegen",
    "wegen",
    "oben",
    "unten",
    "hinten",
    "vorn",
    "eben",
    "zwischen",
    "zusammen",
    "morgen",
    "gestern",
    "innen",
    "außen",
    "entgegen",
    "mitten",
];

/// Whether a text has a verb of its own. `strict` is for items of lists, where most have none: there only verbs
/// that are known count.
pub(super) fn has_finite_verb(text: &str, strict: bool) -> bool {
    let mut end = 0;
    let mut clause: Vec<&str> = Vec::new();
    let mut clauses: Vec<Vec<&str>> = Vec::new();
    for word in text::words(text) {
        let gap = &text[end..word.span.range().start];
        if gap.contains([',', ';', ':', '–', '—', '(', ')']) && !clause.is_empty() {
            clauses.push(std::mem::take(&mut clause));
        }
        clause.push(word.text);
        end = word.span.range().end;
    }
    clauses.push(clause);
    clauses.iter().enumerate().any(|(at, clause)| {
        let first = clause.first().map_or(String::new(), |word| word.to_lowercase());
        let subordinate = SUBORDINATORS.contains(&first.as_str())
            // "Die Anfahrt kostet …" begins with an article; behind a comma it is a relative pronoun.
            && (at > 0 || !matches!(first.as_str(), "die" | "der" | "das" | "den" | "dem" | "bis" | "seit" | "zu" | "wie"));
        // "…, die Pflanzen kommen dazu": an article, for its noun stands right behind it and the verb not last.
        let told = at > 0
            && clauses.len() == at + 1
            && clause.get(1).is_some_and(|word| word.starts_with(char::is_uppercase))
            && clause.get(2).is_some_and(|word| is_verb(word));
        (!subordinate || told) && has_verb(clause, at == 0, strict)
    })
}

/// Whether two words begin an order: "Messen Sie", "Stell den".
pub(in crate::knowledge::reading) fn is_order(first: &str, second: &str) -> bool {
    let polite = second == "sie" && ["en", "ern", "eln"].iter().any(|end| first.ends_with(end));
    let known = is_verb(first) || VERBS.contains(first);
    // "Wisch das Öl ab": what is no noun and stands in front of an article is an order.
    let article = [
        "den", "das", "die", "dein", "deine", "deinen", "ein", "eine", "einen", "ihn",
    ];
    let unlisted = article.contains(&second)
        && noun(first).is_none()
        && !is_function_word(first)
        && !first.ends_with('s')
        && !first.ends_with("en");
    let friendly = BEHIND_ORDER.contains(&second) && known || unlisted;
    polite || friendly
}

/// Whether a lower-case word is a form of a known verb.
pub(in crate::knowledge::reading) fn is_verb(lower: &str) -> bool {
    if IRREGULAR.contains(lower) {
        return true;
    }
    // "ge-" is a participle: it needs an auxiliary, which is found on its own.
    let prefixes = [
        "", "ab", "an", "auf", "aus", "be", "bei", "ein", "ent", "er", "mit", "nach", "über", "um",
        "unter", "ver", "vor", "zer", "zu", "zurück",
    ];
    let endings = ["en", "et", "te", "ten", "t", "e", "n", "st"];
    prefixes.iter().any(|prefix| {
        let Some(rest) = lower.strip_prefix(prefix) else {
            return false;
        };
        endings.iter().any(|ending| {
            rest.strip_suffix(ending)
                .is_some_and(|stem| stem.len() >= 2 && VERBS.contains(stem))
        })
    })
}

fn has_verb(clause: &[&str], opens: bool, strict: bool) -> bool {
    let lower: Vec<String> = clause.iter().map(|word| word.to_lowercase()).collect();
    (0..clause.len()).any(|at| {
        // Verbs are written small, but for the first word.
        let small = clause[at] == lower[at];
        let leads = at == 0 && opens;
        if !(small || leads) {
            return false;
        }
        is_verb(&lower[at]) || !strict && small && is_unlisted(clause, &lower, at)
    })
}

/// A verb that no list has, by its ending and its place: "Den Auftrag bestätigen wir", "Aussaaten gelingen
/// besser", "Der Akku überhitzt".
fn is_unlisted(clause: &[&str], lower: &[String], at: usize) -> bool {
    let word = lower[at].as_str();
    if word.chars().count() < 4 || is_function_word(word) || NO_VERBS.contains(&word) {
        return false;
    }
    let next = lower.get(at + 1).map_or("", String::as_str);
    let before = at.checked_sub(1).map_or("", |at| lower[at].as_str());
    let beside_subject = SUBJECTS.contains(&next) || SUBJECTS.contains(&before);
    let noun = |at: usize| {
        clause
            .get(at)
            .is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    let many = word.ends_with("en") || word.ends_with("ern") || word.ends_with("eln");
    let participle = word.starts_with("ge");
    if word.ends_with('t') && !participle {
        return beside_subject || at > 0 && noun(at - 1);
    }
    many && (beside_subject || at == 1 && noun(0) && !noun(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, strict: bool, expect: bool) {
        assert_eq!(
            has_finite_verb(text, strict),
            expect,
            "finite verb in {text:?}"
        );
    }

    #[test]
    fn verbs_are_small_words() {
        check("Wir liefern jeden Tag frisch aus.", true, true);
        check("Die Anfahrt kostet 39 €.", true, true);
        check("Kostenlose Beratung vor Ort", true, false);
        check("Notdienst rund um die Uhr", true, false);
    }

    #[test]
    fn a_verb_that_is_not_listed_is_told_by_its_place() {
        check("Den Auftrag bestätigen wir schriftlich.", false, true);
        check("Aussaaten gelingen besser in feiner Erde.", false, true);
        check("Der Akku überhitzt im Sommer.", false, true);
        check("Frische Kräuter aus eigenen Beeten.", false, false);
        check("Gefertigt in Handarbeit.", false, false);
    }

    #[test]
    fn the_verb_of_a_clause_is_not_the_sentences_own() {
        check("Hausbesitzer, die eine Hecke suchen.", true, false);
        check("Ein Rad, das jeden Tag läuft.", true, false);
        check(
            "Wer im November pflanzt, muss im Sommer weniger gießen.",
            true,
            true,
        );
        check(
            "Ein Meter Hecke kostet 14 €, die Pflanzen kommen dazu.",
            true,
            true,
        );
    }

    #[test]
    fn orders_are_told_in_each_form_of_address() {
        for (first, second) in [
            ("lockern", "sie"),
            ("stell", "den"),
            ("bringt", "eine"),
            ("ruf", "an"),
        ] {
            assert!(is_order(first, second), "{first} {second}");
        }
        for (first, second) in [("unser", "team"), ("frische", "eier"), ("heute", "ist")] {
            assert!(!is_order(first, second), "{first} {second}");
        }
    }
}
