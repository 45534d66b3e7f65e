//! Noun phrases: their number, and the article that a frame's hole needs.
//!
//! A phrase whose number, or in German whose gender, is not known fills holes that need no article, and no
//! others.

use crate::language::Language;
use crate::language::german::Gender;
use crate::text;

pub mod german;

/// A phrase that can stand in a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noun {
    /// Without article, as it stands inside a sentence.
    pub text: String,
    pub number: Number,
    /// In German, where it is known.
    pub gender: Option<Gender>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// One of several: "a workshop".
    Singular,
    Plural,
    /// Not counted: "mesh", "delivery".
    Mass,
    /// A name: never an article.
    Name,
    /// Not known.
    Unclear,
}

/// Words that are cut off the front of a phrase: the frame brings its own.
const LEADING: &[&str] = &[
    "a", "an", "the", "our", "my", "your", "their", "its", "this", "these", "new", "latest",
    "some", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// Words after which a phrase says more about its head.
const PREPOSITIONS: &[&str] = &[
    "about", "at", "by", "for", "between", "between", "from", "into", "onto", "over", "per",
    "than", "under", "in", "into", "of", "onto", "over", "per", "than", "under", "on", "to",
    "with", "without",
];

/// Words that no phrase for a hole may begin with or hold: they make it a clause.
const CLAUSE_WORDS: &[&str] = &[
    "and", "are", "be", "because", "but", "can", "do", "does", "how", "i", "if", "is", "it", "me",
    "not", "or", "please", "that", "they", "us", "was", "we", "were", "what", "when", "where",
    "which", "who", "why", "will", "you",
];

const MASS: &[&str] = &[
    "access",
    "advice",
    "asbestos",
    "beef",
    "beer",
    "bookkeeping",
    "bread",
    "butter",
    "care",
    "cheese",
    "chocolate",
    "clay",
    "coffee",
    "cream",
    "delivery",
    "dough",
    "equipment",
    "fabric",
    "feed",
    "flour",
    "food",
    "furniture",
    "glass",
    "grooming",
    "hardware",
    "help",
    "information",
    "insurance",
    "jewellery",
    "leather",
    "light",
    "machinery",
    "maintenance",
    "meat",
    "mesh",
    "milk",
    "oil",
    "paper",
    "parking",
    "pasta",
    "payroll",
    "plywood",
    "post",
    "pottery",
    "rebar",
    "rye",
    "security",
    "software",
    "sourdough",
    "steel",
    "stone",
    "storage",
    "support",
    "tax",
    "tea",
    "timber",
    "training",
    "vat",
    "water",
    "wine",
    "wood",
    "wool",
    "work",
    "yarn",
];

const COUNTED: &[&str] = &[
    "app",
    "appointment",
    "bag",
    "bakery",
    "bike",
    "book",
    "booth",
    "box",
    "brake",
    "breakfast",
    "building",
    "cake",
    "chair",
    "check",
    "class",
    "clinic",
    "club",
    "collection",
    "concert",
    "consultation",
    "counter",
    "course",
    "dashboard",
    "day",
    "desk",
    "dinner",
    "discount",
    "editor",
    "evening",
    "event",
    "exhibition",
    "fair",
    "feature",
    "festival",
    "film",
    "fitting",
    "gallery",
    "garden",
    "gift",
    "guide",
    "hall",
    "kit",
    "lesson",
    "library",
    "loaf",
    "lunch",
    "market",
    "meal",
    "meeting",
    "membership",
    "menu",
    "morning",
    "museum",
    "night",
    "offer",
    "opening",
    "pack",
    "package",
    "party",
    "plan",
    "plugin",
    "policy",
    "pool",
    "portal",
    "programme",
    "range",
    "reading",
    "release",
    "rental",
    "repair",
    "report",
    "return",
    "review",
    "roll",
    "room",
    "saddle",
    "sale",
    "screening",
    "service",
    "session",
    "sheet",
    "shop",
    "show",
    "store",
    "studio",
    "subscription",
    "supper",
    "table",
    "talk",
    "team",
    "tool",
    "tour",
    "trail",
    "training-day",
    "trip",
    "update",
    "upgrade",
    "version",
    "visit",
    "voucher",
    "walk",
    "wedding",
    "weekend",
    "wheel",
    "workshop",
    "yard",
];

/// Reads a phrase of a brief or a heading. `None` if it is no short noun phrase: longer than five words,
/// a clause, or nothing but an article.
pub fn read(phrase: &str, language: Language) -> Option<Noun> {
    match language {
        Language::German => german::read(phrase),
        Language::English | Language::Other => english(phrase),
    }
}

fn english(phrase: &str) -> Option<Noun> {
    let mut rest = phrase
        .trim()
        .trim_end_matches(['.', ':', ',', ';', '!'])
        .trim();
    while let Some((first, tail)) = rest.split_once(char::is_whitespace) {
        if !LEADING.contains(&text::fold(first).as_str()) {
            break;
        }
        rest = tail.trim_start();
    }
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '\u{2019}' | '&');
    let words: Vec<String> = rest.split_whitespace().map(text::fold).collect();
    let single_article = words.len() == 1 && LEADING.contains(&words[0].as_str());
    let begins_well = words
        .first()
        .is_some_and(|first| !PREPOSITIONS.contains(&first.as_str()));
    let ends_well = words
        .last()
        .is_some_and(|last| !PREPOSITIONS.contains(&last.as_str()));
    let clause = words
        .iter()
        .any(|word| CLAUSE_WORDS.contains(&word.as_str()));
    if words.len() > 5
        || single_article
        || clause
        || !begins_well
        || !ends_well
        || !rest.chars().all(plain)
    {
        return None;
    }
    let head = words
        .iter()
        .position(|word| PREPOSITIONS.contains(&word.as_str()))
        .map_or(words.len(), |at| at)
        .checked_sub(1)?;
    // "cut" in "mesh cut to size" is no head: a phrase with a participle keeps an unclear number.
    let number = number_of(&words[head]);
    Some(Noun {
        text: rest.to_owned(),
        number,
        gender: None,
    })
}

/// A product's or a brand's name.
pub fn name(text: &str) -> Noun {
    Noun {
        text: text.trim().to_owned(),
        number: Number::Name,
        gender: None,
    }
}

impl Noun {
    /// "a loaf", "loaves", "bread"; `None` if the number is not known.
    pub fn with_article(&self) -> Option<String> {
        match self.number {
            Number::Singular => Some(format!("{} {}", article(&self.text), self.text)),
            Number::Plural | Number::Mass => Some(self.text.clone()),
            Number::Name | Number::Unclear => None,
        }
    }

    /// As the reader knows it: "our hours" with a possessive, else "the workshop", "mesh", a bare name.
    /// `None` if the number is not known.
    pub fn definite(&self, possessive: Option<&str>) -> Option<String> {
        match (self.number, possessive) {
            (Number::Name, _) => Some(self.text.clone()),
            (_, Some(possessive)) => Some(format!("{possessive} {}", self.text)),
            (Number::Singular, None) => Some(format!("the {}", self.text)),
            (Number::Plural, None) if begins_with_order(&self.text) => {
                Some(format!("the {}", self.text))
            }
            (Number::Plural | Number::Mass, None) => Some(self.text.clone()),
            (Number::Unclear, None) => None,
        }
    }
}

/// "a" or "an" by the sound that the word most likely begins with.
pub fn article(next: &str) -> &'static str {
    let word = next
        .split(|c: char| c.is_whitespace() || c == '-')
        .next()
        .unwrap_or_default();
    let folded = text::fold(word);
    let spelled = word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
    let starts_with = |starts: &[&str]| starts.iter().any(|start| folded.starts_with(start));
    let vowel = if spelled || word.chars().count() == 1 {
        // Letters are read by name: "an MOT", "a VAT return", "an A142 sheet".
        word.starts_with([
            'A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X', '8',
        ])
    } else if starts_with(&["hour", "honest", "heir", "honour", "honor"]) {
        true
    } else if starts_with(&[
        "uni", "use", "usu", "eur", "one", "once", "uk", "ute", "ufo",
    ]) {
        folded.starts_with("unin") || folded.starts_with("unim")
    } else {
        folded.starts_with(['a', 'e', 'i', 'o', 'u', '8'])
    };
    if vowel { "an" } else { "a" }
}

/// "first ten cuts" takes its article even though it is many.
fn begins_with_order(text: &str) -> bool {
    ["first ", "next ", "last ", "second ", "third ", "same "]
        .iter()
        .any(|order| text::fold(text).starts_with(order))
}

fn number_of(head: &str) -> Number {
    let last = head.rsplit('-').next().unwrap_or(head);
    if MASS.contains(&last) {
        Number::Mass
    } else if COUNTED.contains(&last) {
        Number::Singular
    } else if last.len() > 5 && last.ends_with("ing") {
        Number::Mass
    } else if last.len() > 3
        && last.ends_with('s')
        && !["ss", "us", "is", "ics"]
            .iter()
            .any(|end| last.ends_with(end))
    {
        Number::Plural
    } else {
        Number::Unclear
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(phrase: &str, expect: Option<(&str, Number)>) {
        let found = read(phrase, Language::English);
        let found = found.as_ref().map(|noun| (noun.text.as_str(), noun.number));
        assert_eq!(found, expect, "noun in {phrase:?}");
    }

    #[test]
    fn a_phrase_loses_its_article_and_has_its_heads_number() {
        check(
            "the new mesh cut-to-size service",
            Some(("mesh cut-to-size service", Number::Singular)),
        );
        check("our opening hours", Some(("opening hours", Number::Plural)));
        check("Sourdough", Some(("Sourdough", Number::Mass)));
        check("guide to rye", Some(("guide to rye", Number::Singular)));
        check("frobnicator", Some(("frobnicator", Number::Unclear)));
    }

    #[test]
    fn clauses_and_lists_are_no_noun_phrases() {
        check("how we cut mesh", None);
        check("bread and butter", None);
        check("the", None);
        check("", None);
        check("mesh (A142)", None);
        check("about", None);
    }

    #[test]
    fn articles_go_by_sound() {
        for (word, expect) in [
            ("offer", "an"),
            ("workshop", "a"),
            ("hour", "an"),
            ("user guide", "a"),
            ("MOT", "an"),
            ("VAT return", "a"),
            ("A142 sheet", "an"),
            ("8-week course", "an"),
        ] {
            assert_eq!(article(word), expect, "article of {word:?}");
        }
    }
}
