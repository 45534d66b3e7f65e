//! What fills the holes of frames: the topic's noun, the audience, the brief's own call to action.

use crate::drafting::manner::{Manner, word_count};
use crate::drafting::nouns::{self, Noun, Number};
use crate::drafting::{DraftingInput, edits, past, wording};
use crate::knowledge::Fact;
use crate::language::Language;
use crate::language::stems::{is_general, is_stop_word, of_word, stems};
use crate::text;
use std::collections::BTreeSet;

/// The phrase that the post is about, if a fact holds all its words.
pub(super) fn topic_noun(input: &DraftingInput, language: Language) -> Option<(Noun, usize)> {
    for product in &input.intent.products {
        if let Some(fact) = input
            .facts
            .iter()
            .position(|fact| fact.text.contains(product.as_str()))
        {
            return Some((nouns::name(product), fact));
        }
    }
    input.intent.topics.iter().take(2).find_map(|topic| {
        // Whom the post speaks to is not what it is about.
        let spoken_to = input.intent.audience.as_deref().map(text::fold);
        let noun = nouns::read(topic, language)
            .filter(|noun| stems(&noun.text, language).any(|stem| !is_general(&stem, language)))
            .filter(|noun| !wording::holds(&noun.text, wording::of(language).counting))
            .filter(|noun| spoken_to != Some(text::fold(&noun.text)))?;
        let single = |noun: &Noun| match language {
            Language::German => !noun.is_telling_in_german(),
            _ => {
                !noun.text.contains([' ', '-'])
                    && !matches!(noun.number, Number::Mass | Number::Name)
            }
        };
        // The words must follow each other in the folder too: "size service" cut out of "cut-to-size
        // service" is no phrase of anybody's.
        let fact = input.facts.iter().position(|fact| {
            let written = std::iter::once(&fact.text)
                .chain([&fact.subject])
                .chain(&fact.headings)
                .any(|place| edits::holds_phrase(place, &noun.text));
            let named = text::words(&noun.text).all(|word| {
                let name = language != Language::German && word.span.start > 0;
                let telling = word.text.chars().any(char::is_numeric)
                    || name && word.text.starts_with(char::is_uppercase);
                !telling || fact.text.contains(word.text)
            });
            written && named
        })?;
        let noun = match language {
            Language::German => noun,
            _ => as_the_brief_has_it(noun, &input.brief.text, &input.facts[fact]),
        };
        // "Yard, in short." and "Ask us about the day." say nothing.
        (!single(&noun)).then(|| match language {
            Language::German => (noun, fact),
            _ => (small_at_start(noun, input.facts), fact),
        })
    })
}

/// "service" where the brief says "winter service" and the fact does too.
fn as_the_brief_has_it(noun: Noun, brief: &str, fact: &Fact) -> Noun {
    let words: Vec<_> = text::words(brief).collect();
    let Some(first) = noun.text.split([' ', '-']).next() else {
        return noun;
    };
    let Some(at) = words
        .iter()
        .position(|word| text::fold(word.text) == text::fold(first))
    else {
        return noun;
    };
    let start = words[at].span.range().start;
    let longer = (1..=2).rev().filter_map(|more| {
        let added = &words[at.checked_sub(more)?..at];
        // "her first thousand crossings" belongs to somebody who was named before.
        if added
            .iter()
            .any(|word| is_stop_word(&text::fold(word.text), Language::English))
        {
            return None;
        }
        let from = added.first()?.span.range().start;
        let phrase = format!("{}{}", brief.get(from..start)?, noun.text);
        let found = nouns::read(&phrase, Language::English)?;
        let written = std::iter::once(&fact.text)
            .chain([&fact.subject])
            .chain(&fact.headings)
            .any(|place| edits::holds_phrase(place, &found.text));
        (written && found.text.len() > noun.text.len()).then_some(found)
    });
    longer.into_iter().next().unwrap_or(noun)
}

/// Whether the brief calls its topic the brand's own: "our winter service".
pub(super) fn is_own(input: &DraftingInput, language: Language) -> bool {
    let words: Vec<String> = text::words(&input.brief.text)
        .map(|word| text::fold(word.text))
        .collect();
    let topics: BTreeSet<String> = input
        .intent
        .topics
        .iter()
        .take(1)
        .flat_map(|topic| stems(topic, language))
        .collect();
    words.iter().enumerate().any(|(at, word)| {
        wording::of(language).own.contains(&word.as_str())
            && words[at + 1..].iter().take(3).any(|next| {
                of_word(next, language)
                    .iter()
                    .any(|stem| topics.contains(stem))
            })
    })
}

/// "Mesh" that a brief began with is "mesh" inside a sentence, if the facts write it so.
fn small_at_start(noun: Noun, facts: &[Fact]) -> Noun {
    let Some(first) = noun.text.split(' ').next() else {
        return noun;
    };
    let small = first.to_lowercase();
    let known = facts
        .iter()
        .any(|fact| text::words(&fact.text).any(|word| word.text == small));
    if small != first && known {
        let text = format!("{small}{}", &noun.text[first.len()..]);
        return Noun { text, ..noun };
    }
    noun
}

/// Several people by what they are: "site managers". Names and numbers are no audience.
pub(super) fn audience(said: Option<&str>, language: Language) -> Option<String> {
    if language == Language::German {
        return german_audience(said?);
    }
    let said = said?
        .trim()
        .trim_start_matches("the ")
        .trim_start_matches("our ")
        .trim();
    let plain = said
        .chars()
        .all(|c| c.is_lowercase() || matches!(c, ' ' | '-' | '\''));
    let last = said.rsplit(' ').next()?;
    let plural = last.len() > 3 && last.ends_with('s') && !last.ends_with("ss")
        || matches!(last, "people" | "men" | "women" | "children");
    (plain && plural && word_count(said) <= 4 && !said.contains(" and ")).then(|| said.to_owned())
}

/// One noun for several people, which is the same behind "für": "Hausbesitzer".
fn german_audience(said: &str) -> Option<String> {
    let words: Vec<&str> = said.split_whitespace().collect();
    let [noun] = words.as_slice() else {
        return None;
    };
    let plain = noun.chars().all(|c| c.is_alphabetic() || c == '-');
    let large = noun.starts_with(char::is_uppercase);
    // "Hausbesitzerin" is one, "Nachbarn" and "Hobbygärtner" are several.
    let several = ["er", "en", "ern", "eute", "eine", "ebe"]
        .iter()
        .any(|ending| noun.ends_with(ending));
    (plain && large && several && noun.chars().count() > 4).then(|| (*noun).to_owned())
}

/// The brief's own call to action as a sentence, if the facts hold its numbers and names.
pub(super) fn asked(input: &DraftingInput, manner: &Manner) -> Option<(String, Option<usize>)> {
    let said = input
        .intent
        .call_to_action
        .as_deref()?
        .trim()
        .trim_end_matches(['.', '!', ',']);
    let sentence = edits::capitalized(said) + ".";
    let about_others = wording::holds(&sentence, wording::of(manner.language).others);
    if about_others || !past::asks(&sentence, manner.language) || word_count(&sentence) > 14 {
        return None;
    }
    let sentence = manner.put(&sentence);
    let large = |word: &str| {
        word.starts_with(char::is_uppercase)
            && !(manner.language == Language::German && matches!(word, "Sie" | "Uhr"))
    };
    let telling: Vec<&str> = text::words(said)
        .skip(1)
        .map(|word| word.text)
        .filter(|word| large(word) || word.chars().any(char::is_numeric))
        .collect();
    let fact = if telling.is_empty() {
        None
    } else {
        // "2 pm" must stand there, not a 2 somewhere.
        let pairs: Vec<String> = said
            .split_whitespace()
            .collect::<Vec<_>>()
            .windows(2)
            .filter(|pair| pair[0].chars().any(char::is_numeric))
            .map(|pair| pair.join(" "))
            .collect();
        let holds = |fact: &Fact| {
            let words: BTreeSet<&str> = text::words(&fact.text).map(|word| word.text).collect();
            telling.iter().all(|word| words.contains(word))
                && pairs
                    .iter()
                    .all(|pair| edits::holds_phrase(&fact.text, pair))
        };
        Some(input.facts.iter().position(holds)?)
    };
    (manner.allows(&sentence) && manner.speaks_rightly(&sentence)).then_some((sentence, fact))
}
