//! Names of people, places, organizations and products.
//!
//! English writes names with capitals, so capitals inside a sentence are evidence. German writes every
//! noun so: there only sure signs count (a title, a legal form, inner capitals, a known place).

use super::lexer::{Token, TokenKind};
use super::{Scan, gazetteer};
use crate::knowledge::EntityKind;
use crate::language::Language;

/// Small words that may stand inside a name: "Museum of Leeds".
const INSIDE: &[&str] = &[
    "of", "the", "and", "&", "de", "van", "von", "und", "für", "am", "on", "upon", "for",
];

/// Capitalized words that are no names.
const NOT_NAMES: &[&str] = &[
    "i", "i'm", "i'll", "i've", "i'd", "ok", "new", "sale", "free", "now", "faq", "faqs", "pdf",
    "not", "all", "no", "yes", "and", "or", "tip", "note", "top", "diy", "q", "a", "am", "pm",
    "only", "must", "never",
];

const LEGAL_FORMS: &[&str] = &[
    "Ltd", "Limited", "GmbH", "AG", "KG", "UG", "Inc", "LLC", "plc", "PLC", "LLP", "SE", "OHG",
    "eG", "Co",
];

const ORGANIZATION_WORDS: &[&str] = &[
    "university",
    "museum",
    "council",
    "institute",
    "college",
    "school",
    "trust",
    "foundation",
    "society",
    "association",
    "gallery",
    "library",
    "hospital",
    "theatre",
    "company",
    "group",
    "bank",
    "club",
    "bakery",
    "works",
    "brothers",
    "partners",
    "studio",
    "studios",
    "universität",
    "verein",
    "stiftung",
];

const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lady", "lord", "herr", "herrn", "frau",
];

const PLACE_ENDINGS: &[&str] = &[
    "street", "road", "lane", "square", "avenue", "park", "bridge", "hill", "station", "yard",
    "market", "house",
];

const PLACE_CUES: &[&str] = &[
    "in", "at", "from", "near", "to", "across", "around", "outside", "through", "aus", "nach",
];

impl Scan<'_> {
    /// Reads a name at token `at`; returns the token after it.
    pub(super) fn read_name(&mut self, at: usize) -> Option<usize> {
        let token = *self.tokens.get(at)?;
        if token.kind == TokenKind::Code {
            return self.read_code(at, &token);
        }
        if token.kind != TokenKind::Word || !token.is_capitalized() {
            // "iPhone", "eBay": a capital inside.
            let inner = token.kind == TokenKind::Word && has_inner_capital(token.text);
            if inner {
                self.push_name(EntityKind::Organization, at, at + 1);
                return Some(at + 1);
            }
            return None;
        }
        let end = self.name_end(at);
        if self.language() == Language::English {
            self.read_english_name(at, end);
        } else {
            self.read_sure_name(at, end);
        }
        Some(end)
    }

    fn read_code(&mut self, at: usize, token: &Token<'_>) -> Option<usize> {
        let has_capital = token.text.chars().any(char::is_uppercase) || token.text.len() > 3;
        if has_capital && !self.after_hash(at) {
            let key = name_key(token.text);
            self.push(EntityKind::Product, at, at + 1, key);
        }
        Some(at + 1)
    }

    fn read_english_name(&mut self, at: usize, end: usize) {
        if self.line_around(at).in_title_case {
            return self.read_sure_name(at, end);
        }
        let mut first = at;
        if self.starts_sentence(at) && !self.surely_named(at) {
            first += 1;
            while first < end && !self.tokens[first].is_capitalized() {
                first += 1;
            }
        }
        while first < end && is_no_name(self.tokens[first].text) {
            first += 1;
        }
        let mut last = end;
        while last > first && is_no_name(self.tokens[last - 1].text) {
            last -= 1;
        }
        if first < last && !self.after_hash(first) {
            let kind = self.name_kind(first, last);
            self.push_name(kind, first, last);
        }
    }

    fn read_sure_name(&mut self, at: usize, end: usize) {
        let mut place = at;
        while place < end {
            if self.surely_named(place) && !self.after_hash(place) {
                let titled = self.after_title(place) || is_given_name(self.tokens[place].text);
                let last = if titled { end } else { place + 1 };
                let kind = self.name_kind(place, last);
                self.push_name(kind, place, last);
                place = last;
            } else {
                place += 1;
            }
        }
    }

    fn push_name(&mut self, kind: EntityKind, first: usize, end: usize) {
        let start = self.tokens[first].start;
        let stop = self.tokens[end - 1].end;
        let key = name_key(&self.text[start..stop]);
        self.push(kind, first, end, key);
    }

    /// Capitalized words in a row, small words between two of them included.
    fn name_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        loop {
            let Some(next) = self.tokens.get(end) else {
                return end;
            };
            let joins = |t: &Token<'_>| {
                t.kind == TokenKind::Word && t.is_capitalized() && !self.is_time_word(t.text)
            };
            if joins(next) && next.spaced && !next.first_of_line {
                end += 1;
                continue;
            }
            let after = self.tokens.get(end + 1);
            let small = INSIDE.contains(&next.text) && next.spaced;
            let dash = next.is("-") && !next.spaced && after.is_some_and(|t| !t.spaced);
            let two = self.tokens.get(end + 2);
            if (small || dash)
                && after.is_some_and(joins)
                && !after.is_some_and(|t| t.first_of_line)
            {
                end += 2;
            } else if small
                && after.is_some_and(|t| t.is("the"))
                && two.is_some_and(joins)
                && next.is("of")
            {
                end += 3;
            } else {
                return end;
            }
        }
    }

    fn name_kind(&self, first: usize, end: usize) -> EntityKind {
        let words = &self.tokens[first..end];
        let lower = |t: &Token<'_>| t.text.to_lowercase();
        if words.iter().any(|t| {
            LEGAL_FORMS.contains(&t.text) || ORGANIZATION_WORDS.contains(&lower(t).as_str())
        }) {
            return EntityKind::Organization;
        }
        if self.after_title(first) || is_given_name(words[0].text) && words.len() <= 3 {
            return EntityKind::Person;
        }
        let last = lower(&words[words.len() - 1]);
        let whole = &self.text[words[0].start..words[words.len() - 1].end];
        let street = ["straße", "strasse", "platz", "weg", "gasse"]
            .iter()
            .any(|e| last.ends_with(e));
        let cued = first
            .checked_sub(1)
            .is_some_and(|before| PLACE_CUES.contains(&lower(&self.tokens[before]).as_str()));
        if gazetteer::is_place(whole)
            || gazetteer::is_place(words[0].text)
            || street
            || PLACE_ENDINGS.contains(&last.as_str()) && words.len() > 1
            || cued
        {
            return EntityKind::Place;
        }
        EntityKind::Organization
    }

    /// Whether the word is a name even where capitals say nothing.
    fn surely_named(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let text = token.text;
        if self.after_title(at) || has_inner_capital(text) {
            return true;
        }
        let next = self
            .tokens
            .get(at + 1)
            .filter(|t| t.spaced && t.is_capitalized());
        if is_given_name(text) && next.is_some()
            || next.is_some_and(|t| LEGAL_FORMS.contains(&t.text))
        {
            return true;
        }
        let letters = text.chars().count();
        let shouted =
            (2..=5).contains(&letters) && text.chars().all(char::is_uppercase) && !is_no_name(text);
        if shouted && !self.line_around(at).shouted {
            return true;
        }
        let pair = next.map(|t| &self.text[token.start..t.end]);
        gazetteer::is_place(text) || pair.is_some_and(gazetteer::is_place)
    }

    fn after_title(&self, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back).map(|place| &self.tokens[place]);
        let is_title =
            |t: &Token<'_>| TITLES.contains(&t.text.to_lowercase().as_str()) && t.is_capitalized();
        before(1).is_some_and(is_title)
            || before(1).is_some_and(|t| t.is(".")) && before(2).is_some_and(is_title)
    }

    fn after_hash(&self, at: usize) -> bool {
        at > 0 && !self.tokens[at].spaced && matches!(self.tokens[at - 1].text, "#" | "@")
    }

    pub(super) fn starts_sentence(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        if at == 0 || token.first_of_line {
            return true;
        }
        let mut before = at - 1;
        while before > 0
            && matches!(
                self.tokens[before].text,
                "\"" | "“" | "”" | "‘" | "„" | "»" | "«" | "(" | "*" | "_" | ")"
            )
        {
            before -= 1;
        }
        let sign = &self.tokens[before];
        let list_number = sign.first_of_line && sign.kind == TokenKind::Number;
        // Emoji and bullets open sentences too.
        list_number
            || sign.kind == TokenKind::Sign
                && (matches!(
                    sign.text,
                    "." | "!" | "?" | ":" | "…" | "•" | "–" | "—" | "|" | "\"" | "“" | "„"
                ) || !sign.text.is_ascii() && !matches!(sign.text, "’" | "£" | "€" | "²"))
    }

    fn is_time_word(&self, text: &str) -> bool {
        matches!(
            text,
            "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday"
        )
    }
}

/// The form by which names are compared: folded, without the possessive, single spaces.
pub(super) fn name_key(name: &str) -> String {
    let folded = crate::text::fold(name);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.strip_suffix("'s").unwrap_or(word).trim_matches('\''))
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

fn is_no_name(text: &str) -> bool {
    let lower = text.to_lowercase().replace('’', "'");
    NOT_NAMES.contains(&lower.as_str())
        || TITLES.contains(&lower.as_str())
        || crate::language::is_function_word(&lower)
        || INSIDE.contains(&text)
}

fn is_given_name(text: &str) -> bool {
    gazetteer::is_given_name(
        text.strip_suffix("'s")
            .or_else(|| text.strip_suffix("’s"))
            .unwrap_or(text),
    )
}

fn has_inner_capital(text: &str) -> bool {
    let mut lower_before = false;
    for c in text.chars() {
        if c.is_uppercase() && lower_before {
            return true;
        }
        lower_before = c.is_lowercase();
    }
    false
}
