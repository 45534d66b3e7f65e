//! Products in a brief: those that the folder knows, and names that look like products and are not
//! known.
//!
//! An unknown product stops drafting with a question, so a false one costs more than a missed one. A
//! name counts only if it is a model code ("A999"), stands in quotation marks where a product would, or
//! is written with capitals inside a sentence after a word that products follow.

use super::Known;
use super::lexicon::{self, AFTER_OTHERS, MONTHS, NETWORKS, NO_PRODUCT, WEEKDAYS};
use super::tokens::Token;
use crate::text::{fold, words};
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// What a brief names.
#[derive(Debug, Default)]
pub(super) struct Named {
    /// As the folder writes them, in the order of the brief.
    pub(super) products: Vec<String>,
    /// As the brief writes them.
    pub(super) unknown: Vec<String>,
}

pub(super) fn find(text: &str, tokens: &[Token<'_>], known: &Known<'_>) -> Named {
    // Most briefs name nothing that could be unknown: then the folder's words need not be read.
    let vocabulary = LazyCell::new(|| Vocabulary::of(known));
    let mut taken = vec![false; tokens.len()];
    let products = known_products(tokens, known, &mut taken);
    let mut unknown: Vec<String> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let end = candidate(tokens, at)
            .or_else(|| branded(tokens, at, &vocabulary.brand))
            .filter(|end| {
                let phrase = &tokens[at..*end];
                taken[at..*end].iter().all(|taken| !taken)
                    && !vocabulary.knows(phrase)
                    && phrase.len() <= MAX_NAME_WORDS
            });
        match end {
            Some(end) => {
                let from = tokens[at].span;
                let named = with_noun(tokens, at, end);
                let span = from.join(tokens[named - 1].span);
                if let Some(name) = span.slice(text)
                    && !unknown.iter().any(|other| fold(other) == fold(name))
                    && unknown.len() < MAX_UNKNOWN
                {
                    unknown.push(name.to_owned());
                }
                at = named;
            }
            None => at += 1,
        }
    }
    Named { products, unknown }
}

const MAX_NAME_WORDS: usize = 5;
const MAX_UNKNOWN: usize = 5;

/// The words that the folder uses, so that nothing it speaks of is called unknown.
struct Vocabulary {
    words: BTreeSet<String>,
    brand: Vec<String>,
}

impl Vocabulary {
    fn of(known: &Known<'_>) -> Self {
        let sources = known
            .products
            .iter()
            .chain(known.topics)
            .chain(known.audiences);
        let words = sources
            .flat_map(|text| words(text))
            .map(|word| compact(word.text))
            .collect();
        let brand = words_of(known.brand_name);
        Self { words, brand }
    }

    /// Whether every word of the phrase is one that the folder uses, or the brand's name: "Tidepool" is
    /// known, "Tidepool Payroll" only if there is payroll.
    fn knows(&self, phrase: &[Token<'_>]) -> bool {
        let glued: String = phrase.iter().map(|token| compact(token.text)).collect();
        let brand: String = self.brand.concat();
        let possessive = format!("{brand}s");
        (!brand.is_empty() && (glued == brand || glued == possessive))
            || phrase.iter().all(|token| {
                let word = compact(token.text);
                self.has(&word) || self.brand.contains(&word)
            })
    }

    fn has(&self, word: &str) -> bool {
        let stem = word.strip_suffix('s').unwrap_or(word);
        self.words.contains(word)
            || self.words.contains(stem)
            || self.words.contains(&format!("{word}s"))
    }
}

fn words_of(text: &str) -> Vec<String> {
    words(text).map(|word| compact(word.text)).collect()
}

/// The form in which codes are compared: "A-142" and "a142" are one.
fn compact(word: &str) -> String {
    if word.is_ascii() {
        let kept = word.chars().filter(char::is_ascii_alphanumeric);
        return kept.map(|c| c.to_ascii_lowercase()).collect();
    }
    fold(word).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The products of the folder that the brief names, longest names first. A product is named by all
/// words of its name, in order, or by its model code.
fn known_products(tokens: &[Token<'_>], known: &Known<'_>, taken: &mut [bool]) -> Vec<String> {
    let mut products: Vec<(&str, Vec<String>)> = known
        .products
        .iter()
        .map(|name| (*name, words_of(name)))
        .filter(|(_, words)| !words.is_empty())
        .collect();
    products.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.0.cmp(b.0)));
    let brief: Vec<String> = tokens.iter().map(|token| compact(token.text)).collect();
    let mut found: Vec<(usize, &str)> = Vec::new();
    for (name, name_words) in &products {
        let whole = brief.windows(name_words.len()).position(|window| {
            window
                .iter()
                .zip(name_words)
                .all(|(word, wanted)| same_word(word, wanted))
        });
        if let Some(at) = whole.filter(|at| !taken[*at]) {
            taken[at..at + name_words.len()].fill(true);
            found.push((at, name));
            continue;
        }
        let by_code = name_words.iter().find_map(|word| {
            let code = is_code(word);
            let at = brief.iter().position(|other| code && other == word)?;
            (!taken[at]).then_some(at)
        });
        if let Some(at) = by_code {
            found.push((at, name));
        }
    }
    for (at, _) in &found {
        taken[*at] = true;
    }
    found.sort_unstable();
    let mut names: Vec<String> = Vec::new();
    for (_, name) in found {
        if names.len() < MAX_PRODUCTS && !names.iter().any(|other| other == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// A code that ten products share names none of them in particular.
const MAX_PRODUCTS: usize = 6;

fn same_word(word: &str, wanted: &str) -> bool {
    let bare = |word: &str| word.strip_suffix('s').unwrap_or(word).to_owned();
    word == wanted || (word.len() > 3 && wanted.len() > 3 && bare(word) == bare(wanted))
}

/// A letter first, then digits somewhere: "a142", "hx200". Not "2pm", not "10mm".
fn is_code(compact: &str) -> bool {
    compact.starts_with(char::is_alphabetic)
        && compact.chars().filter(char::is_ascii_digit).count() >= 1
        && compact.len() >= 2
        && compact.len() <= 12
}

/// Where a name that could be a product ends, if one starts at `at`.
fn candidate(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    quoted(tokens, at)
        .or_else(|| code(tokens, at))
        .or_else(|| capitalized(tokens, at))
}

/// The brand's name with more names behind it: "Tidepool Payroll".
fn branded(tokens: &[Token<'_>], at: usize, brand: &[String]) -> Option<usize> {
    let after = at + brand.len();
    let named = !brand.is_empty()
        && tokens.len() > after
        && tokens[at..after]
            .iter()
            .zip(brand)
            .all(|(token, word)| compact(token.text) == *word && !token.ends_clause);
    if !named {
        return None;
    }
    let more = tokens[after..]
        .iter()
        .take(MAX_NAME_WORDS - 1)
        .take_while(|token| could_be_name(token))
        .count();
    (more > 0).then_some(after + more)
}

fn code(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let token = &tokens[at];
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let before = before.map_or("", |token| token.folded.as_str());
    if !token.has_letters_and_digits() || !is_code(&compact(token.text)) {
        return None;
    }
    let digits = token.folded.chars().filter(char::is_ascii_digit).count();
    let letters: String = token
        .folded
        .chars()
        .take_while(|c| c.is_alphabetic())
        .collect();
    let upper = token.text.chars().any(char::is_uppercase);
    // Paper sizes, versions, standards, motorways, quarters, postcodes, "10am"-like shapes.
    let paper = letters == "a" && digits == 1;
    let version = letters == "v";
    let standard = [
        "iso", "en", "bs", "din", "ce", "vol", "nr", "no", "covid", "cop",
    ]
    .contains(&letters.as_str());
    let road = matches!(letters.as_str(), "m" | "a" | "b")
        && digits <= 2
        && matches!(
            before,
            "the" | "off" | "near" | "along" | "junction" | "der"
        );
    let voucher = ["code", "coupon", "voucher", "gutscheincode", "aktionscode"].contains(&before)
        || tokens.get(at + 1).is_some_and(|next| next.folded == "code");
    let postcode = tokens.get(at + 1).is_some_and(|next| {
        next.text.starts_with(|c: char| c.is_ascii_digit())
            && next.text.len() == 3
            && next.text.ends_with(|c: char| c.is_ascii_uppercase())
    });
    let listed = NO_PRODUCT.has(&token.folded);
    // "spring10", "Step2": a word of four letters or more with a short number is no model code unless
    // it is written like one.
    let wordy = letters.len() > 4 || (!upper && letters.len() > 2);
    let refused = paper || version || standard || road || voucher || postcode || listed || wordy;
    (!refused && (upper || digits >= 2)).then_some(at + 1)
}

/// The noun that follows a code belongs to the name: "A999 mesh".
fn with_noun(tokens: &[Token<'_>], at: usize, end: usize) -> usize {
    let is_only_code = end == at + 1 && tokens[at].has_letters_and_digits();
    let noun = tokens.get(end).filter(|next| {
        is_only_code
            && !tokens[at].ends_clause
            && next.text.chars().all(char::is_alphabetic)
            && next.folded.len() > 2
            && !lexicon::FUNCTION_WORDS.has(&next.folded)
            && !lexicon::NO_TOPIC.has(&next.folded)
            && !WEEKDAYS.has(&next.folded)
            && !lexicon::is_person(&next.folded)
            && !next.folded.ends_with("ed")
            && !next.folded.ends_with("ing")
            && !next.folded.ends_with("ly")
    });
    end + usize::from(noun.is_some())
}

/// Words after which a capitalized or quoted phrase is a thing and not a person, a place or a saying.
const BEFORE_PRODUCTS_EN: &[&str] = &[
    "the",
    "our",
    "new",
    "launch",
    "launching",
    "unveil",
    "unveiling",
    "release",
    "releasing",
    "called",
    "named",
    "latest",
    "redesigned",
    "improved",
    "upgraded",
    "product",
    "model",
];

/// After these a single capitalized word may as well be a place or a newspaper: it takes two, or a
/// capital inside the word.
const BEFORE_ANYTHING: &[&str] = &["the", "our"];

const BEFORE_PRODUCTS_DE: &[&str] = &[
    "neue", "neuen", "neuer", "neues", "namens", "genannt", "produkt", "modell", "unsere",
    "unseren", "unser", "der", "die", "das", "den",
];

/// Verbs whose object is as often a person: the name behind them needs a capital inside the word. Behind
/// "the" and one of them a name is a thing.
const PRESENTING: &[&str] = &[
    "introduce",
    "introducing",
    "announce",
    "announcing",
    "promote",
    "promoting",
    "launch",
    "launching",
    "unveil",
    "present",
    "presenting",
];

fn introduces_product(token: &Token<'_>) -> bool {
    let word = token.folded.as_str();
    BEFORE_PRODUCTS_EN.contains(&word)
        || BEFORE_PRODUCTS_DE.contains(&word)
        || PRESENTING.contains(&word)
}

fn capitalized(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let before = tokens.get(at.checked_sub(1)?)?;
    let inside = !before.ends_sentence && !before.ends_clause;
    if !inside || !introduces_product(before) || !could_be_name(tokens.get(at)?) {
        return None;
    }
    let mut end = at + 1;
    while end < tokens.len()
        && !tokens[end - 1].ends_clause
        && (could_be_name(&tokens[end]) || (tokens[end].is_number() && end + 1 > at + 1))
    {
        end += 1;
    }
    let phrase = &tokens[at..end];
    let follows = tokens.get(end).filter(|_| !tokens[end - 1].ends_clause);
    let other = follows.is_some_and(|next| {
        AFTER_OTHERS.has(&next.folded) || next.is_capitalized() && !could_be_name(next)
    });
    // German capitalizes every noun: there it takes a capital inside the word.
    let camel = phrase.iter().any(|token| has_inner_capital(token.text));
    let introducer = before.folded.as_str();
    let presented = at
        .checked_sub(2)
        .and_then(|verb| tokens.get(verb))
        .is_some_and(|verb| PRESENTING.contains(&verb.folded.as_str()));
    let named = BEFORE_PRODUCTS_EN.contains(&introducer)
        && (phrase.len() > 1 || !BEFORE_ANYTHING.contains(&introducer) || presented);
    let last = phrase.last().map_or("", |token| token.folded.as_str());
    (!other && !AFTER_OTHERS.has(last) && (named || camel)).then_some(end)
}

fn could_be_name(token: &Token<'_>) -> bool {
    let folded = token.folded.as_str();
    let bare = folded.strip_suffix("'s").unwrap_or(folded);
    token.is_capitalized()
        && token.text.chars().count() > 1
        && !token.has_letters_and_digits()
        && !NO_PRODUCT.has(bare)
        && !NETWORKS.has(bare)
        && !WEEKDAYS.has(bare)
        && !MONTHS.has(bare)
        && !lexicon::is_person(bare)
        && !lexicon::FUNCTION_WORDS.has(bare)
        && !lexicon::NO_TOPIC.has(bare)
}

fn has_inner_capital(text: &str) -> bool {
    text.chars().skip(1).any(char::is_uppercase) && text.chars().any(char::is_lowercase)
}

/// A quoted phrase of one to four words that is written like a name and stands where a product would.
fn quoted(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    if !tokens.get(at)?.opens_quote {
        return None;
    }
    let end = (at..tokens.len().min(at + 4)).find(|index| tokens[*index].closes_quote)? + 1;
    let phrase = &tokens[at..end];
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    let introduced = before.is_some_and(introduces_product);
    let named = phrase
        .iter()
        .all(|token| (token.is_capitalized() || token.is_number()) && !NETWORKS.has(&token.folded));
    let ordinary = phrase
        .iter()
        .all(|token| NO_PRODUCT.has(&token.folded) || WEEKDAYS.has(&token.folded));
    (introduced && named && !ordinary).then_some(end)
}
