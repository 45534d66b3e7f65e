//! German noun phrases: their gender, and the forms that articles and adjectives take.

use super::{Noun, Number};
use crate::language::german::{self, Gender};
use crate::text;

/// The case that a frame's hole asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    Nominative,
    Accusative,
    Dative,
}

/// What stands in front of the noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Determiner<'a> {
    Nothing,
    /// "der"
    Definite,
    /// "ein"
    Indefinite,
    /// "unser", "mein", without ending.
    Possessive(&'a str),
}

/// Words in front of a phrase that the frame brings itself.
const LEADING: &[&str] = &[
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "unser",
    "unsere", "unseren", "unserem", "unserer", "mein", "meine", "meinen", "meinem", "meiner",
    "neu", "neue", "neuen", "neuer", "neues", "neuem", "ihr", "ihre", "euer", "eure", "zum", "zur",
    "alle", "zwei", "drei", "vier", "fünf",
];

/// Words behind a noun that say more about it: what follows them stays as it is.
const BEHIND: &[&str] = &[
    "für", "mit", "ohne", "im", "in", "am", "an", "auf", "aus", "von", "vom", "zum", "zur", "nach",
    "bei", "beim", "unter", "gegen",
];

/// Masculine nouns that change in the accusative ("den Kunden"): no hole knows their forms.
const WEAK: &[&str] = &[
    "kunde", "name", "experte", "kollege", "student", "herr", "mensch", "nachbar", "bauer", "hase",
    "junge",
];

/// Adjectives' endings as they stand in a brief.
const ENDINGS: &[&str] = &["en", "em", "er", "es", "e"];

/// Longest phrase in words.
const MOST_WORDS: usize = 6;

/// Reads a phrase of a brief or a heading: adjectives, a noun, and what a preposition ties to it. `None` if
/// it is something else: a clause, two nouns side by side, a verb.
pub(super) fn read(phrase: &str) -> Option<Noun> {
    let mut rest = phrase
        .trim()
        .trim_end_matches(['.', ':', ',', ';', '!'])
        .trim();
    let mut plural_article = None;
    while let Some((first, tail)) = rest.split_once(char::is_whitespace) {
        let lower = first.to_lowercase();
        if !LEADING.contains(&lower.as_str()) {
            break;
        }
        plural_article = match lower.as_str() {
            "ein" | "eine" | "einen" | "einem" | "einer" | "das" => Some(false),
            "zwei" | "drei" | "vier" | "fünf" | "alle" => Some(true),
            _ => plural_article,
        };
        rest = tail.trim_start();
    }
    let words: Vec<&str> = rest.split_whitespace().collect();
    let head = words
        .iter()
        .position(|word| word.starts_with(char::is_uppercase))?;
    let adjectives = &words[..head];
    let behind = &words[head + 1..];
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '&');
    let inflected = |word: &&str| {
        let known = german::is_function_word(word);
        !known
            && ENDINGS
                .iter()
                .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
    };
    let tied = behind.first().is_none_or(|word| BEHIND.contains(word));
    let ends_well = words
        .last()
        .is_some_and(|last| !german::is_function_word(&last.to_lowercase()));
    if words.len() > MOST_WORDS
        || !rest.chars().all(plain)
        || !adjectives.iter().all(inflected)
        || !tied
        || !ends_well
    {
        return None;
    }
    let form = german::noun(words[head]);
    let number = match form {
        None => Number::Unclear,
        Some(form) if !form.counted => Number::Mass,
        Some(form) => match form.plural.or(plural_article) {
            Some(true) => Number::Plural,
            Some(false) => Number::Singular,
            None => Number::Unclear,
        },
    };
    Some(Noun {
        text: rest.to_owned(),
        number,
        gender: form.map(|form| form.gender),
    })
}

impl Noun {
    /// The phrase in a case, with what stands in front of it. `None` if a form is not known for sure.
    pub fn declined(&self, determiner: Determiner<'_>, case: Case) -> Option<String> {
        if self.number == Number::Name {
            let bare = matches!(determiner, Determiner::Nothing | Determiner::Definite);
            return bare.then(|| self.text.clone());
        }
        let plural = match self.number {
            Number::Singular | Number::Mass => false,
            Number::Plural => true,
            Number::Name | Number::Unclear => return None,
        };
        let uncounted = self.number == Number::Mass && determiner == Determiner::Indefinite;
        if uncounted {
            return None;
        }
        let gender = self.gender?;
        let words: Vec<&str> = self.text.split_whitespace().collect();
        let head = words
            .iter()
            .position(|word| word.starts_with(char::is_uppercase))?;
        let lower = words[head].to_lowercase();
        let weak = gender == Gender::Masculine && WEAK.iter().any(|noun| lower.ends_with(noun));
        if weak && !plural && case != Case::Nominative {
            return None;
        }
        let article = article(determiner, gender, plural, case);
        let ending = adjective_ending(determiner, gender, plural, case);
        let mut out: Vec<String> = Vec::with_capacity(words.len() + 1);
        out.extend(article);
        for adjective in &words[..head] {
            let stem = ENDINGS
                .iter()
                .find_map(|ending| adjective.strip_suffix(ending))?;
            out.push(format!("{stem}{ending}"));
        }
        out.push(noun_form(words[head], plural, case));
        out.extend(words[head + 1..].iter().map(|word| (*word).to_owned()));
        Some(out.join(" "))
    }

    /// The phrase behind "zu", which melts with a single article: "zum Kurs", "zur Hecke", "zu den Kursen".
    pub fn behind_zu(&self, possessive: Option<&str>) -> Option<String> {
        if let Some(possessive) = possessive.filter(|_| self.number != Number::Name) {
            let said = self.declined(Determiner::Possessive(possessive), Case::Dative)?;
            return Some(format!("zu {said}"));
        }
        let said = self.declined(Determiner::Definite, Case::Dative)?;
        Some(match (self.number, said.split_once(' ')) {
            (Number::Singular | Number::Mass, Some(("dem", rest))) => format!("zum {rest}"),
            (Number::Singular | Number::Mass, Some(("der", rest))) => format!("zur {rest}"),
            _ => format!("zu {said}"),
        })
    }

    /// Whether the noun says by itself what it is about: a compound, or more than one word.
    pub(in crate::drafting) fn is_telling_in_german(&self) -> bool {
        let several = self.text.contains([' ', '-']);
        let parts = crate::language::stems::of_word(
            &text::fold(&self.text),
            crate::language::Language::German,
        );
        several || parts.len() > 1 || self.number == Number::Name
    }
}

/// "mit Obstbäumen": several take an n.
fn noun_form(noun: &str, plural: bool, case: Case) -> String {
    let adds = plural && case == Case::Dative && !noun.ends_with(['n', 's', 'i', 'a', 'o']);
    if adds {
        format!("{noun}n")
    } else {
        noun.to_owned()
    }
}

fn article(determiner: Determiner<'_>, gender: Gender, plural: bool, case: Case) -> Option<String> {
    use Case::{Accusative, Dative, Nominative};
    use Gender::{Feminine, Masculine, Neuter};
    let definite = match (case, gender) {
        (Dative, _) if plural => "den",
        _ if plural => "die",
        (Nominative, Masculine) => "der",
        (Accusative, Masculine) => "den",
        (Nominative | Accusative, Feminine) => "die",
        (Nominative | Accusative, Neuter) => "das",
        (Dative, Masculine | Neuter) => "dem",
        (Dative, Feminine) => "der",
    };
    // "ein" and "unser" take these endings.
    let ending = match (case, gender) {
        (Dative, _) if plural => "en",
        _ if plural => "e",
        (Nominative, Masculine | Neuter) | (Accusative, Neuter) => "",
        (Accusative, Masculine) => "en",
        (Nominative | Accusative, Feminine) => "e",
        (Dative, Masculine | Neuter) => "em",
        (Dative, Feminine) => "er",
    };
    match determiner {
        Determiner::Nothing => None,
        Determiner::Definite => Some(definite.to_owned()),
        Determiner::Indefinite if plural => None,
        Determiner::Indefinite => Some(format!("ein{ending}")),
        Determiner::Possessive(stem) => Some(format!("{stem}{ending}")),
    }
}

fn adjective_ending(
    determiner: Determiner<'_>,
    gender: Gender,
    plural: bool,
    case: Case,
) -> &'static str {
    use Case::{Accusative, Dative, Nominative};
    use Gender::{Feminine, Masculine, Neuter};
    let bare = determiner == Determiner::Nothing || determiner == Determiner::Indefinite && plural;
    match (case, gender) {
        (Dative, _) if plural => "en",
        _ if plural => {
            if bare {
                "e"
            } else {
                "en"
            }
        }
        (Accusative, Masculine) => "en",
        (Nominative | Accusative, Feminine) => "e",
        (Nominative, Masculine) if determiner == Determiner::Definite => "e",
        (Nominative, Masculine) => "er",
        (Nominative | Accusative, Neuter) if determiner == Determiner::Definite => "e",
        (Nominative | Accusative, Neuter) => "es",
        (Dative, Masculine | Neuter) if bare => "em",
        (Dative, Feminine) if bare => "er",
        (Dative, _) => "en",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(phrase: &str, determiner: Determiner<'_>, case: Case, expect: Option<&str>) {
        let found = read(phrase).and_then(|noun| noun.declined(determiner, case));
        assert_eq!(
            found.as_deref(),
            expect,
            "{phrase:?} with {determiner:?} in the {case:?}"
        );
    }

    #[test]
    fn articles_and_adjectives_agree_with_the_noun() {
        use Case::{Accusative, Dative, Nominative};
        use Determiner::{Definite, Indefinite, Nothing, Possessive};
        check(
            "der Schnittkurs",
            Indefinite,
            Accusative,
            Some("einen Schnittkurs"),
        );
        check(
            "Schnittkurs für Obstbäume",
            Definite,
            Dative,
            Some("dem Schnittkurs für Obstbäume"),
        );
        check(
            "unsere neuen Obstbäume",
            Definite,
            Accusative,
            Some("die Obstbäume"),
        );
        check("Obstbäume", Definite, Dative, Some("den Obstbäumen"));
        check(
            "alte Apfelsorten",
            Possessive("unser"),
            Nominative,
            Some("unsere alten Apfelsorten"),
        );
        check(
            "alte Apfelsorten",
            Nothing,
            Nominative,
            Some("alte Apfelsorten"),
        );
        check(
            "torffreie Erde",
            Definite,
            Accusative,
            Some("die torffreie Erde"),
        );
        check(
            "kostenlose Beratung",
            Indefinite,
            Dative,
            Some("einer kostenlosen Beratung"),
        );
        check(
            "frisches Brot",
            Indefinite,
            Nominative,
            Some("ein frisches Brot"),
        );
        check(
            "großer Markt",
            Definite,
            Accusative,
            Some("den großen Markt"),
        );
    }

    #[test]
    fn an_article_melts_with_zu() {
        let zu = |phrase: &str| read(phrase).and_then(|noun| noun.behind_zu(None));
        assert_eq!(zu("Schnittkurs").as_deref(), Some("zum Schnittkurs"));
        assert_eq!(zu("Lieferung").as_deref(), Some("zur Lieferung"));
        assert_eq!(zu("Obstbäume").as_deref(), Some("zu den Obstbäumen"));
        let own = read("Lieferung").and_then(|noun| noun.behind_zu(Some("unser")));
        assert_eq!(own.as_deref(), Some("zu unserer Lieferung"));
    }

    #[test]
    fn where_a_form_is_not_known_there_is_none() {
        check("Frobnikat", Determiner::Definite, Case::Nominative, None);
        check("Frobnikat", Determiner::Nothing, Case::Nominative, None);
        check("Obst", Determiner::Indefinite, Case::Nominative, None);
        check("Stammkunde", Determiner::Definite, Case::Accusative, None);
        check("Brötchen", Determiner::Definite, Case::Nominative, None);
    }

    #[test]
    fn clauses_are_no_noun_phrases() {
        for phrase in [
            "wie wir arbeiten",
            "Hecke und Rasen",
            "pflanzen",
            "",
            "Kurs (neu)",
            "Garten Baum",
        ] {
            assert_eq!(read(phrase), None, "{phrase:?}");
        }
    }
}
