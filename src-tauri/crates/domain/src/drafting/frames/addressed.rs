//! Words of German frames that change with who is spoken to.

use crate::language::german::Address;

/// Each as it is said to one friend, to several, and politely.
const FORMS: &[[&str; 3]] = &[
    ["brauchst du", "braucht ihr", "brauchen Sie"],
    ["bringst du", "bringt ihr", "bringen Sie"],
    ["dabei bist du", "dabei seid ihr", "dabei sind Sie"],
    ["dein", "euer", "Ihr"],
    ["deine", "eure", "Ihre"],
    ["dich", "euch", "Sie"],
    ["dir", "euch", "Ihnen"],
    ["du", "ihr", "Sie"],
    ["du möchtest", "ihr möchtet", "Sie möchten"],
    ["frag", "fragt", "fragen Sie"],
    ["hast du", "habt ihr", "haben Sie"],
    ["heb", "hebt", "heben Sie"],
    ["heb dir", "hebt euch", "heben Sie sich"],
    ["kennst du", "kennt ihr", "kennen Sie"],
    ["kommst du", "kommt ihr", "kommen Sie"],
    ["lass", "lasst", "lassen Sie"],
    ["leite", "leitet", "leiten Sie"],
    ["machst du", "macht ihr", "machen Sie"],
    ["melde dich", "meldet euch", "melden Sie sich"],
    ["merk dir", "merkt euch", "merken Sie sich"],
    ["möchtest du", "möchtet ihr", "möchten Sie"],
    ["möchtest", "möchtet", "möchten"],
    ["notier dir", "notiert euch", "notieren Sie sich"],
    ["schau", "schaut", "schauen Sie"],
    ["schick", "schickt", "schicken Sie"],
    ["schreib", "schreibt", "schreiben Sie"],
    ["sag", "sagt", "sagen Sie"],
    ["speichere dir", "speichert euch", "speichern Sie sich"],
    ["stell", "stellt", "stellen Sie"],
    ["suchst du", "sucht ihr", "suchen Sie"],
    ["teil", "teilt", "teilen Sie"],
    ["überlegst du", "überlegt ihr", "überlegen Sie"],
    ["wärst du", "wärt ihr", "wären Sie"],
    ["weißt du", "wisst ihr", "wissen Sie"],
    ["wende dich", "wendet euch", "wenden Sie sich"],
    ["würdest du", "würdet ihr", "würden Sie"],
];

/// Whether a hole is one of these words, whatever its first letter.
pub(super) fn is_addressed(hole: &str) -> bool {
    of(hole).is_some()
}

/// The word as it is said to a reader. A large first letter in the hole is one in the word.
pub(super) fn said(hole: &str, address: Address) -> Option<String> {
    let [du, ihr, sie] = of(hole)?;
    let word = match address {
        Address::Du => du,
        Address::Ihr => ihr,
        Address::Sie => sie,
    };
    Some(if hole.starts_with(char::is_uppercase) {
        crate::drafting::edits::capitalized(word)
    } else {
        (*word).to_owned()
    })
}

fn of(hole: &str) -> Option<&'static [&'static str; 3]> {
    FORMS.iter().find(|forms| {
        let mut chars = hole.chars();
        let first = chars.next().map(|c| c.to_lowercase().to_string());
        first.is_some_and(|first| forms[0].strip_prefix(first.as_str()) == Some(chars.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(hole: &str, expect: [&str; 3]) {
        let found = [Address::Du, Address::Ihr, Address::Sie]
            .map(|address| said(hole, address).unwrap_or_default());
        assert_eq!(found, expect, "forms of {hole:?}");
    }

    #[test]
    fn a_word_is_said_to_each_in_its_own_form() {
        check("schreib", ["schreib", "schreibt", "schreiben Sie"]);
        check(
            "Melde dich",
            ["Melde dich", "Meldet euch", "Melden Sie sich"],
        );
        check("dir", ["dir", "euch", "Ihnen"]);
        check("topic", ["", "", ""]);
    }
}
