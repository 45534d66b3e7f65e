//! What a brief is about: its noun phrases, as well as they can be told without a parser.

use super::lexicon::{FUNCTION_WORDS, MONTHS, NETWORKS, NO_TOPIC, TONES, WEEKDAYS, is_person};
use super::names::Named;
use super::tokens::Token;
use crate::language::Language;
use crate::language::stems::{is_general, stems};
use crate::text::{fold, words};

/// Most topics that are given.
const MAX_TOPICS: usize = 8;
/// Longest topic in words.
const MAX_WORDS: usize = 4;

/// Noun phrases, the products first, then what stands after "about", "new" or "our", then the rest, in
/// the order of the brief. `elsewhere` are the parts of the brief that have a field of their own.
pub(super) fn find(
    text: &str,
    tokens: &[Token<'_>],
    named: &Named,
    elsewhere: [&str; 2],
    language: Language,
) -> Vec<String> {
    let mut topics: Vec<String> = Vec::new();
    let names = named.products.iter().chain(&named.unknown);
    names.for_each(|name| push(&mut topics, name));
    let elsewhere = elsewhere.map(|part| {
        text.find(part)
            .filter(|_| !part.is_empty())
            .map_or(0..0, |at| at..at + part.len())
    });
    let inside = |token: &Token<'_>| {
        let start = token.span.range().start;
        !elsewhere.iter().any(|part| part.contains(&start))
    };
    // German writes nouns large, where whoever wrote the brief did so at all.
    let nouns =
        language == Language::German && tokens.iter().skip(1).any(|token| token.is_capitalized());
    let mut phrases: Vec<(bool, &str)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut end = at;
        let mut count = 0;
        // A verb is a phrase by itself: "Rad", "einlagern".
        let verb = nouns && at < tokens.len() && !is_of_german_noun(tokens, at);
        while end < tokens.len()
            && (belongs(tokens, end) || nouns && is_german_season(&tokens[end]))
            && (!nouns || end == at || !verb && is_of_german_noun(tokens, end))
            && inside(&tokens[end])
        {
            count += usize::from(!tokens[end].hyphenated);
            if count > MAX_WORDS {
                break;
            }
            end += 1;
            if tokens[end - 1].ends_clause {
                break;
            }
        }
        if end == at {
            at += 1;
            continue;
        }
        let only_people = tokens[at..end].iter().all(|token| is_person(&token.folded));
        let only_numbers = tokens[at..end].iter().all(Token::is_number);
        let span = tokens[at].span.join(tokens[end - 1].span);
        let lead = at.checked_sub(1).and_then(|before| tokens.get(before));
        let led = lead.is_some_and(leads);
        // "the story of our founder" is about people, "for members" and "customers say" are not.
        if let Some(phrase) = span.slice(text)
            && (!only_people || led)
            && !only_numbers
        {
            phrases.push((led, phrase));
        }
        at = end;
    }
    phrases.sort_by_key(|(led, _)| !led);
    phrases
        .into_iter()
        .for_each(|(_, phrase)| push(&mut topics, phrase));
    // "The question we get all the time" has no topic in it, if something else has.
    let tells = |topic: &String| stems(topic, language).any(|stem| !is_general(&stem, language));
    if topics.iter().any(tells) {
        topics.retain(tells);
    }
    topics.truncate(MAX_TOPICS);
    topics
}

/// The topics without the words of the brand's name: every page is about the brand, so its name tells
/// nothing. Only where it is written as a name, and never inside a product's; a topic that is nothing but
/// the name goes, unless nothing else is there.
pub(super) fn without_brand(topics: Vec<String>, brand: &str, products: &[&str]) -> Vec<String> {
    let brand: Vec<String> = words(brand).map(|word| fold(word.text)).collect();
    let kept: Vec<String> = topics
        .iter()
        .map(|topic| {
            let product = products.iter().any(|product| fold(product) == fold(topic));
            let named =
                |word: &str| word.starts_with(char::is_uppercase) && brand.contains(&fold(word));
            match words(topic).find(|word| !named(word.text)) {
                _ if product => topic.clone(),
                Some(first) => topic[first.span.range().start..].to_owned(),
                None => String::new(),
            }
        })
        .filter(|topic| !topic.is_empty())
        .collect();
    if kept.is_empty() { topics } else { kept }
}

/// Whether the word before a phrase says that the phrase is the subject.
fn leads(token: &Token<'_>) -> bool {
    matches!(
        token.folded.as_str(),
        "about"
            | "new"
            | "our"
            | "on"
            | "introduce"
            | "announce"
            | "the"
            | "uber"
            | "neue"
            | "neuen"
            | "unsere"
            | "unseren"
            | "unser"
            | "unserer"
            | "zu"
            | "zum"
            | "zur"
    )
}

/// Whether a word can be a part of a noun phrase. What a hyphen binds belongs together: "cut-to-size".
fn belongs(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let word = token.folded.as_str();
    let bound = token.hyphenated || tokens.get(at + 1).is_some_and(|next| next.hyphenated);
    let left_out = FUNCTION_WORDS.has(word)
        || NO_TOPIC.has(word)
        || NETWORKS.has(word)
        || WEEKDAYS.has(word)
        || MONTHS.has(word)
        || TONES.iter().any(|forms| forms.contains(&word));
    !token.is_sign() && (bound || !left_out)
}

/// "Dein Rad im Winter" is about winter; English has "winter hours" for that.
fn is_german_season(token: &Token<'_>) -> bool {
    let seasons = ["winter", "sommer", "herbst", "fruhling", "fruhjahr"];
    seasons.contains(&token.folded.as_str())
}

/// A German noun, a number, what a hyphen binds, or an adjective right before a noun.
fn is_of_german_noun(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let next = tokens.get(at + 1).filter(|_| !token.ends_clause);
    let inflected = ["e", "en", "er", "es", "em"]
        .iter()
        .any(|ending| token.folded.ends_with(ending));
    let adjective = inflected && next.is_some_and(|next| next.is_capitalized());
    token.is_capitalized() || token.is_number() || token.hyphenated || adjective
}

fn push(topics: &mut Vec<String>, topic: &str) {
    let folded = fold(topic);
    if !topics.iter().any(|other| fold(other).contains(&folded)) {
        topics.push(topic.to_owned());
    }
}
