//! Entities: what a text states that can be checked against another text.

use crate::knowledge::{Entity, EntityKind};
use crate::language::{self, Language};
use crate::text::{Span, fold, words};
use lexer::{Token, TokenKind};
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

mod amounts;
mod contacts;
mod dates;
mod gazetteer;
mod lexer;
mod lines;
mod names;
mod units;

/// The products that are looked for in texts, prepared once for many texts.
#[derive(Debug, Clone, Default)]
pub struct ProductNames {
    /// By folded first word: the folded words of each name, the longest first.
    by_first_word: BTreeMap<String, Vec<Vec<String>>>,
}

impl ProductNames {
    /// Prepares the names. Those without a letter are left out: "12" is no product.
    pub fn new(products: &[&str]) -> Self {
        let mut by_first_word: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        for product in products {
            let folded: Vec<String> = words(product).map(|word| fold(word.text)).collect();
            let Some(first) = folded.first() else {
                continue;
            };
            if product.chars().any(char::is_alphabetic) {
                by_first_word.entry(first.clone()).or_default().push(folded);
            }
        }
        for names in by_first_word.values_mut() {
            names.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
            names.dedup();
        }
        Self { by_first_word }
    }

    /// Whether a key of [`find_with`] is one of these names.
    pub fn has(&self, key: &str) -> bool {
        let first = key.split(' ').next().unwrap_or_default();
        self.by_first_word
            .get(first)
            .is_some_and(|names| names.iter().any(|name| name.join(" ") == key))
    }
}

/// The entities of a text in the order in which they stand; they do not overlap. `products` are names
/// that the knowledge base has: they are found in any case and as plurals.
///
/// ```
/// use galley_domain::knowledge::entities::find;
/// let found = find("A142 costs £1,250.00 until 2pm.", &[]);
/// let keys: Vec<_> = found.iter().map(|entity| entity.key.as_str()).collect();
/// assert_eq!(keys, ["a142", "1250 GBP", "14:00"]);
/// ```
pub fn find(text: &str, products: &[&str]) -> Vec<Entity> {
    find_with(text, &ProductNames::new(products))
}

/// [`find`] with prepared product names, for callers with many texts.
pub fn find_with(text: &str, products: &ProductNames) -> Vec<Entity> {
    Scan::new(text, None, false).run(products)
}

/// [`find_with`] for a text whose language is known.
pub fn find_in(text: &str, products: &ProductNames, language: Language) -> Vec<Entity> {
    Scan::new(text, Some(language), false).run(products)
}

/// Entities of a text that is a source: "a year" counts as "1 year" here, and the language is the one
/// that claim and sources have together.
pub(super) fn find_as(text: &str, language: Language, generous: bool) -> Vec<Entity> {
    Scan::new(text, Some(language), generous).run(&ProductNames::default())
}

/// The form by which names are compared: folded, without the possessive, single spaces.
pub(super) fn name_key(name: &str) -> String {
    names::name_key(name)
}

/// Whether a capitalized word is a well-known place or given name.
pub(crate) fn is_well_known(word: &str) -> bool {
    gazetteer::is_place(word) || gazetteer::is_given_name(word)
}

/// One pass over a text's tokens.
struct Scan<'a> {
    text: &'a str,
    tokens: Vec<Token<'a>>,
    language: OnceCell<Language>,
    /// Whether "a year" counts as "1 year".
    generous: bool,
    /// The line that was asked for last: a scan goes through a text line by line.
    line: RefCell<lines::Line>,
    found: Vec<Entity>,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str, language: Option<Language>, generous: bool) -> Self {
        Self {
            text,
            tokens: lexer::tokens(text),
            language: language.map_or_else(OnceCell::new, OnceCell::from),
            generous,
            line: RefCell::default(),
            found: Vec::new(),
        }
    }

    fn run(mut self, products: &ProductNames) -> Vec<Entity> {
        let mut at = 0;
        while at < self.tokens.len() {
            let next = self
                .read_contact(at)
                .or_else(|| self.read_product(at, products))
                .or_else(|| self.read_time(at))
                .or_else(|| self.read_date(at))
                .or_else(|| self.read_amount(at))
                .or_else(|| self.read_name(at));
            at = next.unwrap_or(at + 1).max(at + 1);
        }
        self.found
    }

    fn language(&self) -> Language {
        *self.language.get_or_init(|| language::detect(self.text))
    }

    fn decimal_comma(&self) -> bool {
        self.language() == Language::German
    }

    fn push(&mut self, kind: EntityKind, first: usize, end: usize, key: String) {
        let (Some(from), Some(to)) = (
            self.tokens.get(first),
            self.tokens.get(end.saturating_sub(1)),
        ) else {
            return;
        };
        let span = Span::of(from.start..to.end);
        if self
            .found
            .last()
            .is_some_and(|last| last.span.end > span.start)
        {
            return;
        }
        if let Some(text) = span.slice(self.text) {
            self.found.push(Entity {
                kind,
                text: text.to_owned(),
                span,
                key,
            });
        }
    }

    fn read_product(&mut self, at: usize, products: &ProductNames) -> Option<usize> {
        if products.by_first_word.is_empty() {
            return None;
        }
        let token = self.tokens.get(at)?;
        if token.kind == TokenKind::Sign {
            return None;
        }
        let names = products.by_first_word.get(&fold(token.text)).or_else(|| {
            let folded = fold(token.text);
            products.by_first_word.get(singular(&folded))
        })?;
        for name in names {
            let mut place = at;
            let mut matched = 0;
            while matched < name.len() {
                let Some(token) = self.tokens.get(place) else {
                    break;
                };
                if token.kind == TokenKind::Sign {
                    place += 1;
                    continue;
                }
                let folded = fold(token.text);
                let last = matched + 1 == name.len();
                if folded == name[matched] || last && singular(&folded) == singular(&name[matched])
                {
                    matched += 1;
                    place += 1;
                } else {
                    break;
                }
            }
            if matched == name.len() {
                self.push(EntityKind::Product, at, place, name.join(" "));
                return Some(place);
            }
        }
        None
    }
}

fn singular(folded: &str) -> &str {
    if folded.len() > 3 && !folded.ends_with("ss") {
        folded.strip_suffix('s').unwrap_or(folded)
    } else {
        folded
    }
}

#[cfg(test)]
mod tests;
