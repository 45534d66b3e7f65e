//! How a text speaks to its reader: "du", "ihr" or "Sie".

use crate::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The form in which a reader is spoken to.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Address {
    /// One person, as a friend: "du".
    Du,
    /// Several, as friends: "ihr".
    Ihr,
    /// Politely: "Sie".
    Sie,
}

/// Forms of two persons or more that no other person shares.
const OF_IHR: &[&str] = &[
    "könnt", "wollt", "habt", "seid", "dürft", "müsst", "sollt", "möchtet", "werdet", "wisst",
];

/// Orders to one friend, as posts have them.
const ORDERS_TO_ONE: &[&str] = &[
    "bestell",
    "bestelle",
    "besuch",
    "besuche",
    "bring",
    "buche",
    "entdecke",
    "erzähl",
    "erzähle",
    "folge",
    "frag",
    "frage",
    "gib",
    "hol",
    "hole",
    "hör",
    "iss",
    "komm",
    "lass",
    "lern",
    "lies",
    "mach",
    "melde",
    "merk",
    "nimm",
    "nutz",
    "nutze",
    "pack",
    "probier",
    "probiere",
    "reservier",
    "reserviere",
    "ruf",
    "sag",
    "schau",
    "schick",
    "schreib",
    "schreibe",
    "sende",
    "setz",
    "sieh",
    "sicher",
    "speicher",
    "speichere",
    "sprich",
    "stell",
    "such",
    "teil",
    "teile",
    "trag",
    "triff",
    "verrate",
    "vergiss",
    "wähle",
    "warte",
    "zeig",
];

/// Orders to several friends, where a word follows that does not name who does it.
const ORDERS_TO_MANY: &[&str] = &[
    "bestellt",
    "besucht",
    "bringt",
    "bucht",
    "entdeckt",
    "erzählt",
    "folgt",
    "fragt",
    "gebt",
    "holt",
    "hört",
    "kommt",
    "lasst",
    "lest",
    "macht",
    "meldet",
    "merkt",
    "nehmt",
    "nutzt",
    "packt",
    "probiert",
    "reserviert",
    "ruft",
    "sagt",
    "schaut",
    "schickt",
    "schreibt",
    "sendet",
    "sichert",
    "speichert",
    "sprecht",
    "stellt",
    "sucht",
    "teilt",
    "tragt",
    "verratet",
    "wählt",
    "wartet",
    "zeigt",
];

/// What may stand behind an order to several.
const BEHIND_ORDER: &[&str] = &[
    "am", "an", "bei", "bis", "den", "die", "das", "doch", "einfach", "es", "euch", "euer", "eure",
    "euren", "gern", "gerne", "hier", "im", "in", "jetzt", "mal", "mit", "noch", "sie", "uns",
    "unter", "vorbei", "zu",
];

/// The ways in which a text speaks to its reader; more than one if it mixes them, none if it speaks to nobody.
/// A sentence that begins with "Sie" or "Ihr" tells nothing by that: others may be meant.
pub fn addresses(text: &str) -> Vec<Address> {
    let mut found = Vec::new();
    for (address, _) in evidence(text) {
        if !found.contains(&address) {
            found.push(address);
        }
    }
    found.sort_unstable();
    found
}

/// The way in which most of some texts speak to their reader. `None`: hardly any of them does.
pub fn usual<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Address> {
    let mut counts = [(Address::Du, 0_usize), (Address::Ihr, 0), (Address::Sie, 0)];
    for text in texts {
        for (address, _) in evidence(text) {
            for (known, count) in &mut counts {
                *count += usize::from(*known == address);
            }
        }
    }
    // Of equals the polite one: nobody is offended by it.
    counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .max_by_key(|(address, count)| (*count, *address))
        .map(|(address, _)| address)
}

/// The words of a text that speak to its reader.
fn evidence(text: &str) -> impl Iterator<Item = (Address, &str)> {
    let words: Vec<_> = text::words(text).collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let gap = match at.checked_sub(1) {
            Some(before) => &text[words[before].span.range().end..word.span.range().start],
            None => ".",
        };
        let opens = gap.contains(['.', '!', '?', ':', '\n', '„', '“', '"', '»', '•', '–']);
        let lower = word.text.to_lowercase();
        let neighbor = |at: Option<usize>| {
            at.and_then(|at| words.get(at))
                .map_or(String::new(), |word| word.text.to_lowercase())
        };
        let (before, after) = (neighbor(at.checked_sub(1)), neighbor(Some(at + 1)));
        let ordered_behind = BEHIND_ORDER.contains(&after.as_str());
        let address = match lower.as_str() {
            "du" | "dich" | "dir" | "dein" | "deine" | "deinem" | "deinen" | "deiner"
            | "deines" => Address::Du,
            "euch" | "euer" | "eure" | "eurem" | "euren" | "eurer" | "eures" => Address::Ihr,
            "ihr" if OF_IHR.contains(&before.as_str()) || OF_IHR.contains(&after.as_str()) => {
                Address::Ihr
            }
            "sie" | "ihnen" | "ihr" | "ihre" | "ihrem" | "ihren" | "ihrer" | "ihres"
                if !opens && word.text.starts_with(char::is_uppercase) =>
            {
                Address::Sie
            }
            _ if opens && ORDERS_TO_ONE.contains(&lower.as_str()) => Address::Du,
            _ if opens && ordered_behind && ORDERS_TO_MANY.contains(&lower.as_str()) => {
                Address::Ihr
            }
            _ => continue,
        };
        found.push((address, word.text));
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[Address]) {
        assert_eq!(addresses(text), expect, "addresses of {text:?}");
    }

    #[test]
    fn pronouns_and_orders_say_who_is_spoken_to() {
        check("Wir liefern bis an Ihren Gartenzaun.", &[Address::Sie]);
        check("Schreiben Sie uns.", &[Address::Sie]);
        check("Bring dein Rad vorbei.", &[Address::Du]);
        check("Komm am Samstag vorbei.", &[Address::Du]);
        check("Kommt vorbei, wenn ihr mögt.", &[Address::Ihr]);
        check("Könnt ihr am Freitag?", &[Address::Ihr]);
    }

    #[test]
    fn what_may_mean_others_tells_nothing() {
        check("Sie wächst im Jahr 30 cm.", &[]);
        check("Lehm ist ihr lieber als Sand.", &[]);
        check("Ihr Boden ist schwer.", &[]);
        check("Unser Team schreibt Rechnungen.", &[]);
        check("", &[]);
    }

    #[test]
    fn a_text_that_mixes_them_has_both() {
        check(
            "Bring dein Rad, wir rufen Sie an.",
            &[Address::Du, Address::Sie],
        );
    }

    #[test]
    fn the_usual_one_is_that_of_most_words() {
        let texts = ["Schreib uns.", "Komm vorbei.", "Wir rufen Sie an."];
        assert_eq!(usual(texts.into_iter()), Some(Address::Du));
        assert_eq!(usual(["Heute ist Markt."].into_iter()), None);
    }
}
