//! Which German sentences lean on the one before.

use super::Around;
use crate::knowledge::reading::grammar;
use crate::language::german::{self, Gender, is_function_word};

/// Verbs by which a sentence that begins with "Sie" speaks of things and not to its reader: "Sie blühen im Mai."
const OF_THINGS: &[&str] = &[
    "stehen",
    "liegen",
    "hängen",
    "wachsen",
    "blühen",
    "reifen",
    "tragen",
    "kosten",
    "gelten",
    "enthalten",
    "bestehen",
    "stammen",
    "halten",
    "dauern",
    "passen",
    "eignen",
    "gehören",
    "befinden",
    "kommen",
    "sind",
    "waren",
    "wurden",
    "werden",
    "haben",
    "riechen",
    "schmecken",
    "wiegen",
    "messen",
    "reichen",
    "laufen",
    "bleiben",
    "fehlen",
    "heißen",
    "dienen",
    "verlieren",
    "vertragen",
    "stellen",
    "bieten",
    "liefern",
    "arbeiten",
    "helfen",
];

/// What is said of readers for all that: "Sie sind herzlich eingeladen."
const OF_READERS: &[&str] = &[
    "eingeladen",
    "willkommen",
    "sicher",
    "fragen",
    "interesse",
    "lust",
    "fragen?",
    "wahl",
    "möglichkeit",
    "anspruch",
    "sich",
];

/// Words that say which one is meant only if it was named.
const POINTING: &[&str] = &[
    "diese",
    "dieser",
    "dieses",
    "diesem",
    "diesen",
    "dort",
    "derselbe",
    "dieselbe",
    "dasselbe",
    "denselben",
    "demselben",
    "derselben",
    "letztere",
    "letzterer",
    "ebenfalls",
    "stattdessen",
    "außerdem",
    "zudem",
    "trotzdem",
    "deshalb",
    "daher",
    "davor",
];

/// Words that take up something of the sentence, if it names anything before them.
const TAKING_UP: &[&str] = &[
    "dafür", "davon", "daran", "darin", "damit", "darauf", "danach", "daraus", "dazu",
];

pub(super) fn german_leans(words: &[&str], sentence: &str, around: Around) -> bool {
    let second = words.get(1).copied().unwrap_or_default();
    let written: Vec<&str> = crate::text::words(sentence).map(|word| word.text).collect();
    let small = |at: usize| {
        written
            .get(at)
            .is_some_and(|word| word.starts_with(char::is_lowercase))
    };
    let leans_at_start = match words[0] {
        "sie" => !around.formal || !speaks_to_reader(words),
        // "Ihr Garten" speaks to the reader politely; among friends it is somebody's.
        "ihr" | "ihre" | "ihren" | "ihrem" | "ihrer" => !around.formal && !small(1),
        "sein" | "seine" | "seinen" | "seinem" | "seiner" => true,
        // "Das spart Zeit": an adjective would end like one.
        "das" => small(1) && !second.ends_with('e') && !second.ends_with("en"),
        "die" | "der" | "den" | "dem" => {
            small(1)
                && !second.ends_with('e')
                && !second.ends_with("en")
                && grammar::is_german_verb(second)
        }
        "einer" | "eine" | "eins" | "alle" | "beide" | "manche" | "einige" | "viele" | "wenige"
        | "zwei" | "drei" | "vier" | "keiner" | "keine" | "jeder" | "jede" => {
            matches!(second, "davon" | "von")
                || small(1) && grammar::is_german_verb(second) && !second.ends_with('e')
        }
        _ => false,
    };
    leans_at_start
        || is_elliptic(&written)
        || takes_up_subject(&written, sentence)
        || points_inside(&written, sentence)
}

/// "Für die große brauchen wir zwei Tage", "Ersatzteile kommen dazu": the noun, or what it comes to, was said
/// before.
fn is_elliptic(written: &[&str]) -> bool {
    const ARTICLES: &[&str] = &["der", "die", "das", "den", "dem"];
    const WHOLE: &[&str] = &[
        "meisten",
        "beiden",
        "wenigsten",
        "allermeisten",
        "eine",
        "einen",
    ];
    let large = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let bare = written.iter().enumerate().any(|(at, word)| {
        let adjective = written.get(at + 1).copied().unwrap_or_default();
        let described = ["e", "en"].iter().any(|end| adjective.ends_with(end));
        let verb = written
            .get(at + 2)
            .is_some_and(|next| !large(next) && grammar::is_german_verb(next));
        // A relative pronoun has a verb behind it, too, but at the end of its clause.
        let opens = at <= 1;
        ARTICLES.contains(&word.to_lowercase().as_str())
            && opens
            && described
            && !large(&adjective)
            && !WHOLE.contains(&adjective)
            && verb
    });
    let added = written
        .windows(2)
        .take(4)
        .any(|pair| matches!(pair, ["kommt" | "kommen", "dazu" | "hinzu"]));
    bare || added
}

/// "Zwei Winter lang haben sie Gräben gezogen", "Dünger braucht sie früher": the one who does it was named
/// before, for what stands first says only when or what.
fn takes_up_subject(written: &[&str], sentence: &str) -> bool {
    const WHEN: &[&str] = &[
        "im", "am", "in", "an", "auf", "bei", "seit", "vor", "nach", "um", "ab", "bis", "für",
        "mit", "ohne", "unter", "über", "zwei", "drei", "vier", "fünf", "heute", "früher", "jeden",
        "jedes", "oft", "zum", "beim",
    ];
    let first = written
        .first()
        .map_or(String::new(), |word| word.to_lowercase());
    let clause = sentence.split([',', ':', ';']).next().unwrap_or_default();
    let length = crate::text::words(clause).count();
    let pronoun = |at: usize| {
        let word = written.get(at).filter(|_| at < length);
        word.is_some_and(|word| matches!(*word, "er" | "sie" | "ihn" | "ihm"))
    };
    let small = |at: usize| {
        written
            .get(at)
            .is_some_and(|word| word.starts_with(char::is_lowercase))
    };
    let inverted = pronoun(2) && small(1) && grammar::is_german_verb(written[1]);
    let adverbial = WHEN.contains(&first.as_str())
        && (1..7).any(|at| {
            pronoun(at) && at > 0 && small(at - 1) && grammar::is_german_verb(written[at - 1])
        });
    inverted || adverbial
}

fn speaks_to_reader(words: &[&str]) -> bool {
    let verb = words.get(1).copied().unwrap_or_default();
    let several =
        verb.ends_with("en") || verb.ends_with("ern") || verb.ends_with("eln") || verb == "sind";
    // "Sie können abgeholt werden" is about what is fetched.
    let passive = words.last() == Some(&"werden") && words.len() > 3;
    let of_things = OF_THINGS.contains(&verb);
    let of_readers = words.iter().any(|word| OF_READERS.contains(word));
    several && !passive && (!of_things || of_readers)
}

/// Whether a word inside the sentence stands for something that was not named in it.
fn points_inside(written: &[&str], sentence: &str) -> bool {
    let lower: Vec<String> = written.iter().map(|word| word.to_lowercase()).collect();
    // The first word is written large whatever it is.
    let second = lower.get(1).map_or("", String::as_str);
    let first_is_noun = lower.first().is_some_and(|first| {
        !is_function_word(first)
            && !grammar::is_german_verb(first)
            && !grammar::is_german_order(first, second)
    });
    let nouns = |at: usize| {
        let first = written.first().filter(|_| first_is_noun && at > 0);
        let others = written
            .get(1..at)
            .unwrap_or_default()
            .iter()
            .filter(|word| {
                word.starts_with(char::is_uppercase)
                    && !matches!(**word, "Sie" | "Ihnen" | "Ihr" | "Ihre" | "Ihren")
            });
        first.into_iter().chain(others)
    };
    let named = |at: usize| nouns(at).next().is_some();
    // "Liegt die Vorhersage unter null, deckt er …": a forecast is no he.
    let named_as = |at: usize, wanted: &[Gender], many: bool| {
        nouns(at).any(|word| match german::noun(word) {
            Some(form) => wanted.contains(&form.gender) || many && form.plural != Some(false),
            None => many || !word.ends_with('e'),
        })
    };
    let conditional = lower.iter().any(|word| {
        matches!(
            word.as_str(),
            "wenn" | "falls" | "sobald" | "erst" | "bis" | "und" | "wer" | "steht"
        )
    });
    (1..written.len()).any(|at| {
        let word = written[at];
        let next = lower.get(at + 1).map_or("", String::as_str);
        let last = at + 1 == written.len();
        if !word.starts_with(char::is_lowercase) {
            return false;
        }
        if POINTING.contains(&word) {
            return true;
        }
        if TAKING_UP.contains(&word) {
            return !named(at);
        }
        match word {
            "er" | "ihn" => !named_as(at, &[Gender::Masculine], false),
            "ihm" => !named_as(at, &[Gender::Masculine, Gender::Neuter], false),
            "sie" | "ihnen" => !named_as(at, &[Gender::Feminine], true),
            // "Heute ist es keiner mehr": what is? "Hier gibt es Kuchen" names it.
            "es" => {
                let beside = [
                    at.checked_sub(1).and_then(|at| lower.get(at)),
                    lower.get(at + 1),
                ];
                let nobody = beside.into_iter().flatten().any(|word| {
                    matches!(
                        word.as_str(),
                        "gibt"
                            | "gab"
                            | "geht"
                            | "reicht"
                            | "lohnt"
                            | "regnet"
                            | "schneit"
                            | "kommt"
                            | "dauert"
                            | "bleibt"
                            | "wird"
                            | "heißt"
                    )
                });
                // "Nach dem Regen lohnt es sich": what does?
                let worth =
                    at > 0 && lower[at - 1] == "lohnt" && !lower.iter().any(|word| word == "zu");
                worth || !nobody && !named(at) && is_one_clause(sentence)
            }
            "dann" => !conditional,
            // "Hilft das nicht, …": an article has its noun behind it, a relative pronoun a comma before it.
            "das" => {
                let before = sentence
                    .match_indices(" das ")
                    .any(|(place, _)| !sentence[..place].ends_with([',', ';', ':', '–']));
                before
                    && !last
                    && matches!(
                        next,
                        "nicht" | "auch" | "so" | "nur" | "alles" | "gern" | "geht" | "heißt"
                    )
            }
            "welche" | "welcher" | "keins" | "keines" | "einen" | "eins" if last => true,
            _ => false,
        }
    })
}

/// Whether the sentence is one clause: in a second one "es" may stand for the first.
fn is_one_clause(sentence: &str) -> bool {
    !sentence.contains(',')
}
