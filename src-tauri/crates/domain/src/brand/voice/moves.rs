//! How a post opens and how it closes.

use crate::language::Language;
use crate::text::{fold, words};
use serde::{Deserialize, Serialize};

/// What a sentence does at a post's start or end.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Move {
    /// "Got a pour coming up?"
    Question,
    /// "Send us the drawing."
    Ask,
    /// "24 hours from drawing to slab."
    Number,
    /// "We cut mesh."
    We,
    /// "Your fixers walk straight past the saw."
    You,
    /// "I met a site manager."
    I,
    /// "Wet slab, cold hands.": up to six words.
    Fragment,
    /// Anything else: the job, a thing, a place.
    Statement,
    /// Hashtags or an address alone.
    Tags,
}

impl Move {
    /// The wire name, for the catalogs.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Ask => "ask",
            Self::Number => "number",
            Self::We => "we",
            Self::You => "you",
            Self::I => "i",
            Self::Fragment => "fragment",
            Self::Statement => "statement",
            Self::Tags => "tags",
        }
    }

    /// What a sentence does.
    pub(super) fn of(sentence: &str, language: Language) -> Self {
        let mut all = words(sentence).map(|word| fold(word.text));
        let Some(first) = all.next() else {
            return Self::Tags;
        };
        let second = all.next();
        if sentence
            .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?')
            .ends_with('?')
        {
            return Self::Question;
        }
        if first.starts_with(|c: char| c.is_ascii_digit()) {
            return Self::Number;
        }
        match first.as_str() {
            "we" | "we're" | "we've" | "we'll" | "our" | "wir" | "unser" | "unsere" => {
                return Self::We;
            }
            "you" | "your" | "you're" | "you'll" | "du" | "dein" | "deine" | "ihr" | "ihre"
            | "sie" => return Self::You,
            "i" | "i'm" | "i've" | "my" | "ich" | "mein" | "meine" => return Self::I,
            _ => {}
        }
        if is_imperative(&first, second.as_deref(), language) {
            return Self::Ask;
        }
        if 2 + all.count() <= 6 {
            return Self::Fragment;
        }
        Self::Statement
    }
}

/// Verbs that ask the reader to do something when they open a sentence.
const ASKS: &str = "add|apply|ask|bake|be|book|borrow|bring|browse|buy|call|check|choose|click|collect|come|comment|compare|contact|cook|count|discover|don't|download|draw|drop|email|enjoy|enter|explore|find|follow|get|give|go|grab|have|head|join|keep|learn|leave|let|listen|look|make|measure|meet|message|need|order|pick|ping|plan|plant|pop|put|read|register|remember|rent|reply|reserve|ring|run|save|say|see|send|share|shop|show|sign|spread|start|stay|stop|swing|tag|take|taste|tell|text|think|touch|try|turn|use|visit|wait|walk|watch|wear|wish|write";

const ASKS_GERMAN: &str = "abonniere|bestell|bestelle|bestellen|besuch|besuche|besuchen|buch|buche|buchen|frag|frage|fragen|hol|hole|holen|kauf|kaufe|komm|komme|kommen|kommt|lies|lesen|mach|mache|melde|melden|meldet|nimm|probier|probiere|probieren|ruf|rufe|rufen|ruft|sag|schau|schauen|schaut|schick|schicke|schicken|schickt|schreib|schreibe|schreiben|schreibt|sende|senden|sichere|sichern|spar|spare|teile|teste|testen|trag|vergleiche|verpass|warte|zeig|zeige";

/// Whether a sentence that starts with these folded words asks for something.
pub(super) fn is_imperative(first: &str, second: Option<&str>, language: Language) -> bool {
    let listed = |list: &str| list.split('|').any(|verb| verb == first);
    let subject =
        second.is_some_and(|word| matches!(word, "is" | "are" | "was" | "were" | "has" | "have"));
    !subject
        && (listed(ASKS) && language != Language::German
            || listed(ASKS_GERMAN) && language != Language::English)
}
