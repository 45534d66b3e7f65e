//! Word lists by which a brief's words are told apart. All are folded: lower case, without accents.
//!
//! The lists lie in text files beside this one, so that they can be read and added to as lists.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A list of words.
pub(super) struct List(LazyLock<BTreeSet<&'static str>>);

impl List {
    pub(super) fn has(&self, folded: &str) -> bool {
        self.0.contains(folded)
    }
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident $file:literal;)+) => {
        $(
            $(#[$doc])*
            pub(super) static $name: List =
                List(LazyLock::new(|| read(include_str!(concat!("lexicon/", $file)))));
        )+

        #[cfg(test)]
        const FILES: &[(&str, &str)] = &[$(($file, include_str!(concat!("lexicon/", $file)))),+];
    };
}

lists! {
    /// Nouns for people that no ending gives away.
    PEOPLE "people.txt";
    /// What is asked of us and not what the post is about.
    INSTRUCTION "instruction.txt";
    /// Words that end a noun phrase.
    FUNCTION_WORDS "function-words.txt";
    /// Words that speak of the post and never are its topic.
    NO_TOPIC "no-topic.txt";
    /// Words that make a capitalized phrase something else than a product.
    NO_PRODUCT "no-product.txt";
    /// Nouns that make the capitalized phrase before them no product.
    AFTER_OTHERS "after-others.txt";
    WEEKDAYS "weekdays.txt";
    MONTHS "months.txt";
    NETWORKS "networks.txt";
    /// Verbs for tasks that a reader does.
    TASKS "tasks.txt";
    /// Words with the ending of a worker that are none.
    NO_WORKERS "no-workers.txt";
    /// Endings of nouns for people.
    PEOPLE_ENDINGS "people-endings.txt";
}

fn read(file: &'static str) -> BTreeSet<&'static str> {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
}

/// Shortest ending in [`PEOPLE_ENDINGS`].
const SHORTEST_ENDING: usize = 5;

/// Whether a word is a noun for people: in the list, or by its ending.
pub(super) fn is_person(folded: &str) -> bool {
    PEOPLE.has(folded)
        || folded
            .char_indices()
            .rev()
            .skip(SHORTEST_ENDING - 1)
            .any(|(at, _)| PEOPLE_ENDINGS.has(&folded[at..]))
}

/// Whether a word names somebody by their work: "beekeeper", "goldsmiths", "nurse".
pub(super) fn is_worker(folded: &str) -> bool {
    let one = folded.strip_suffix('s').unwrap_or(folded);
    let by_ending = [
        "er", "or", "ist", "smith", "woman", "ician", "monger", "nurse", "chef", "cook",
    ];
    let listed = [
        "team",
        "crew",
        "staff",
        "guys",
        "apprentice",
        "colleague",
        "foreman",
        "engineer",
        "shift",
        "people",
        "trainee",
        "intern",
        "women",
        "men",
    ];
    (one.len() > 4 && by_ending.iter().any(|ending| one.ends_with(ending)) || listed.contains(&one))
        && !NO_WORKERS.has(folded)
}

/// Whether a word is the "-ing" form of a task: "cleaning", "cutting", "baking".
pub(super) fn is_tasking(folded: &str) -> bool {
    let Some(stem) = folded.strip_suffix("ing") else {
        return false;
    };
    let single = {
        let mut letters = stem.chars();
        let last = letters.next_back();
        (last == letters.clone().next_back()).then(|| letters.as_str().to_owned())
    };
    TASKS.has(stem) || TASKS.has(&format!("{stem}e")) || single.is_some_and(|stem| TASKS.has(&stem))
}

/// Whether a word is a past participle: "moved", "brought".
pub(super) fn is_done(folded: &str) -> bool {
    (folded.len() > 4 && folded.ends_with("ed"))
        || [
            "brought", "won", "built", "taken", "made", "got", "grown", "bought", "found", "begun",
            "become", "given", "chosen", "hit", "set", "put", "sold", "gone", "come", "rebuilt",
        ]
        .contains(&folded)
}

pub(super) const NEGATIONS: &[&str] = &[
    "not", "no", "never", "don't", "doesn't", "isn't", "aren't", "without", "rather", "kein",
    "keine", "keinen", "nicht", "ohne", "nie",
];

/// Negations that reach over an article or a verb: "is not meant as a sale".
pub(super) const NEGATIONS_FAR: &[&str] = &["not", "don't", "isn't", "nicht"];

/// Words of tone with their folded forms; the first is the one that is given back.
pub(super) const TONES: &[&[&str]] = &[
    &["friendly", "freundlich"],
    &["formal", "formell"],
    &["informal", "informell"],
    &["casual", "casually", "locker"],
    &["plain", "plainly", "schlicht"],
    &["dry", "trocken"],
    &["warm", "warmly", "herzlich"],
    &["funny", "humorous", "witty", "lustig", "witzig"],
    &["playful", "verspielt"],
    &["serious", "ernst"],
    &["honest", "ehrlich"],
    &["professional", "professionell"],
    &["confident", "selbstbewusst"],
    &["calm", "ruhig"],
    &["bold", "mutig"],
    &["enthusiastic", "upbeat", "begeistert"],
    &["reassuring", "beruhigend"],
    &["technical", "technisch"],
    &["exact", "precise", "sachlich"],
    &["conversational"],
    &["cheerful", "frohlich"],
    &["empathetic", "einfuhlsam"],
    &["inspiring", "inspirierend"],
    &["short", "brief", "concise", "knapp"],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_folded_and_has_no_word_twice() {
        for (file, text) in FILES {
            let words: Vec<_> = text
                .lines()
                .filter(|line| !line.starts_with('#'))
                .flat_map(str::split_whitespace)
                .collect();
            assert_eq!(words.len(), read(text).len(), "a word twice in {file}");
            for word in words {
                assert_eq!(word, crate::text::fold(word), "in {file}");
            }
        }
    }

    #[test]
    fn people_are_known_by_the_list_or_by_their_ending() {
        for word in [
            "parents",
            "managers",
            "homeowners",
            "bauleiter",
            "kundinnen",
            "roofers",
        ] {
            assert!(is_person(word), "{word}");
        }
        for word in [
            "mesh", "order", "boiler", "offer", "number", "delivery", "letters", "é",
        ] {
            assert!(!is_person(word), "{word}");
        }
    }
}
