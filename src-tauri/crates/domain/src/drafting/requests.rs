//! Requests to change a draft, in a member's own words: "shorter", "without the price", "for Instagram only".
//!
//! A text is a request if every word of it belongs to one; anything else is a brief of its own.

use super::brief::networks_named;
use crate::knowledge::{EntityKind, Fact};
use crate::language::Language;
use crate::networks::{NETWORK_WORDS, NetworkId};
use crate::skills::{MoveKind, Structure};
use crate::text::{fold, words};
use serde::{Deserialize, Serialize};

/// What a draft should be besides what its brief says.
#[derive(
    Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
#[serde(default)]
pub struct Wishes {
    pub shorter: bool,
    /// A tone word: "formal".
    pub tone: Option<String>,
    /// What is not to be said: words of the folder, or "price", "date", "number".
    pub without: Vec<String>,
    /// Leads with other facts than the drafts before.
    pub another_opening: bool,
}

/// A request as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    pub wishes: Wishes,
    /// Empty: as before.
    pub networks: Vec<NetworkId>,
    pub language: Option<Language>,
}

/// Words around a request that say nothing themselves, folded.
const FILLERS: &[&str] = &[
    "please", "make", "it", "them", "the", "a", "an", "post", "posts", "bit", "and", "but", "now",
    "can", "you", "could", "draft", "write", "again", "little", "version", "with", "me", "give",
    "try", "do", "this", "that", "text", "one", "ones", "in", "for", "on", "only", "just", "same",
    "bitte", "mach", "mache", "es", "ihn", "sie", "den", "der", "die", "das", "beitrag", "etwas",
    "und", "aber", "jetzt", "kannst", "du", "konnen", "schreib", "schreibe", "mal", "noch", "nur",
    "fur", "auf", "im", "ein", "eine", "einen", "mit", "ganze", "gleiche", "more", "three", "drei",
    "weitere", "nochmal",
];

const SHORTER: &[&str] = &["shorter", "briefer", "concise", "kurzer", "knapper"];

/// Words that ask for other drafts of the same.
const MORE: &[&str] = &["again", "more", "weitere", "noch", "nochmal"];

const OPENINGS: &[&str] = &[
    "opening",
    "start",
    "hook",
    "angle",
    "lead",
    "einstieg",
    "anfang",
    "aufhanger",
];

const ANOTHER: &[&str] = &[
    "another",
    "other",
    "different",
    "new",
    "anderer",
    "anderen",
    "andere",
    "neuer",
    "neuen",
];

const TONES: &[(&str, &str)] = &[
    ("formal", "formal"),
    ("professional", "formal"),
    ("serious", "formal"),
    ("formlicher", "formal"),
    ("formell", "formal"),
    ("sachlicher", "formal"),
    ("friendly", "friendly"),
    ("friendlier", "friendly"),
    ("warmer", "friendly"),
    ("casual", "friendly"),
    ("informal", "friendly"),
    ("relaxed", "friendly"),
    ("freundlicher", "friendly"),
    ("lockerer", "friendly"),
];

const LANGUAGES: &[(&str, Language)] = &[
    ("german", Language::German),
    ("deutsch", Language::German),
    ("english", Language::English),
    ("englisch", Language::English),
];

const WITHOUT: &[&str] = &["without", "ohne", "no"];

/// Reads a request; `None` if the text is a brief of its own.
pub fn read(text: &str) -> Option<Request> {
    let folded: Vec<String> = words(text).map(|word| fold(word.text)).collect();
    let mut request = Request::default();
    let mut at = 0;
    while let Some(word) = folded.get(at).map(String::as_str) {
        let next = folded.get(at + 1).map(String::as_str);
        at += 1;
        if SHORTER.contains(&word) {
            request.wishes.shorter = true;
        } else if let Some((_, tone)) = TONES.iter().find(|(known, _)| *known == word) {
            request.wishes.tone = Some((*tone).to_owned());
        } else if let Some((_, language)) = LANGUAGES.iter().find(|(known, _)| *known == word) {
            request.language = Some(*language);
        } else if ANOTHER.contains(&word) && next.is_some_and(|next| OPENINGS.contains(&next)) {
            request.wishes.another_opening = true;
            at += 1;
        } else if WITHOUT.contains(&word) {
            let named = left_out(&folded[at..]);
            at += named.1;
            request.wishes.without.push(named.0?);
        } else if NETWORK_WORDS.iter().any(|(name, _)| *name == word) {
            request.networks = networks_named(text);
        } else if !FILLERS.contains(&word) {
            return None;
        }
    }
    if request == Request::default() && folded.iter().any(|word| MORE.contains(&word.as_str())) {
        request.wishes.another_opening = true;
    }
    (request != Request::default()).then_some(request)
}

/// What comes behind "without", up to an "and", and how many words that takes.
fn left_out(behind: &[String]) -> (Option<String>, usize) {
    const ARTICLES: &[&str] = &[
        "the", "a", "an", "any", "our", "den", "die", "das", "der", "unsere",
    ];
    let skipped = behind
        .iter()
        .take_while(|word| ARTICLES.contains(&word.as_str()))
        .count();
    let named: Vec<&str> = behind[skipped..]
        .iter()
        .map(String::as_str)
        .take_while(|word| !["and", "und", "but", "aber"].contains(word))
        .take(4)
        .collect();
    let taken = skipped + named.len();
    let named = (!named.is_empty()).then(|| named.join(" "));
    (named, taken)
}

impl Wishes {
    /// Both together: what was wished before still holds, and the newer tone wins.
    #[must_use]
    pub fn and(mut self, newer: &Wishes) -> Self {
        self.shorter |= newer.shorter;
        self.another_opening = newer.another_opening;
        if newer.tone.is_some() {
            self.tone.clone_from(&newer.tone);
        }
        for left_out in &newer.without {
            if !self.without.contains(left_out) {
                self.without.push(left_out.clone());
            }
        }
        self
    }

    /// Whether a fact may be stated.
    pub fn allows(&self, fact: &Fact) -> bool {
        !self.without.iter().any(|left_out| states(fact, left_out))
    }

    /// The parts of a post that is as long as wished.
    #[must_use]
    pub fn fit(&self, structure: &Structure) -> Structure {
        let mut fit = structure.clone();
        if self.shorter {
            fit.moves.retain(|part| {
                part.required || !matches!(part.kind, MoveKind::Proof | MoveKind::Terms)
            });
            for part in &mut fit.moves {
                if part.kind == MoveKind::Support {
                    part.max_words = part.max_words.min(SHORT_SUPPORT_WORDS);
                }
            }
        }
        fit
    }
}

/// Words that the middle of a short post may have. Our own.
const SHORT_SUPPORT_WORDS: u32 = 16;

fn states(fact: &Fact, left_out: &str) -> bool {
    let kinds: &[EntityKind] = match left_out {
        "price" | "prices" | "preis" | "preise" | "cost" | "costs" => &[EntityKind::Price],
        "date" | "dates" | "datum" | "termin" => &[EntityKind::Date],
        "time" | "times" | "uhrzeit" => &[EntityKind::Time],
        "number" | "numbers" | "figures" | "zahlen" | "zahl" => {
            &[EntityKind::Number, EntityKind::Quantity, EntityKind::Price]
        }
        _ => &[],
    };
    if !kinds.is_empty() {
        return fact
            .entities
            .iter()
            .any(|entity| kinds.contains(&entity.kind));
    }
    let said = |text: &str| {
        let folded: Vec<String> = words(text).map(|word| fold(word.text)).collect();
        format!(" {} ", folded.join(" ")).contains(&format!(" {left_out} "))
    };
    said(&fact.text) || said(&fact.subject)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(text: &str) -> Wishes {
        read(text).unwrap_or_default().wishes
    }

    #[test]
    fn requests_are_read_in_both_languages() {
        for text in ["shorter", "Make it shorter, please.", "Bitte etwas kürzer"] {
            assert!(wishes(text).shorter, "{text}");
        }
        assert_eq!(wishes("more formal").tone.as_deref(), Some("formal"));
        assert_eq!(wishes("Bitte lockerer").tone.as_deref(), Some("friendly"));
        assert!(wishes("Give me another opening").another_opening);
        assert!(wishes("ein anderer Einstieg").another_opening);
        assert!(wishes("three more, please").another_opening);
        assert_eq!(wishes("without the price").without, ["price"]);
        assert_eq!(
            wishes("shorter and without the van and formal").without,
            ["van"]
        );
        assert_eq!(wishes("ohne den Preis").without, ["preis"]);
    }

    #[test]
    fn networks_and_languages_are_requests_too() {
        let request = read("for Instagram only").unwrap();
        assert_eq!(request.networks, [NetworkId::Instagram]);
        assert_eq!(read("in German").unwrap().language, Some(Language::German));
        assert_eq!(
            read("auf Deutsch").unwrap().language,
            Some(Language::German)
        );
    }

    #[test]
    fn a_text_that_is_about_something_is_a_brief() {
        for text in [
            "Announce the new mesh service, shorter than last time",
            "Our opening hours in winter",
            "",
            "please",
            "without",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn wishes_add_up() {
        let all = wishes("shorter and without the price")
            .and(&wishes("more formal"))
            .and(&wishes("without the van"));
        assert!(all.shorter);
        assert_eq!(all.tone.as_deref(), Some("formal"));
        assert_eq!(all.without, ["price", "van"]);
    }
}
