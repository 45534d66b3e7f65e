//! What an entry is about, by cues in its headings and its sentence.

use crate::knowledge::Category;
use crate::language::Language;
use crate::language::german::head;
use crate::text::phrases::Phrases;
use crate::text::{fold, words};
use std::sync::LazyLock;

/// Cues with their category.
static CUES: LazyLock<Phrases<Category>> = LazyLock::new(|| {
    let lines = include_str!("categories.txt").lines();
    Phrases::new(
        lines
            .filter_map(|line| line.split_once(": "))
            .flat_map(|(name, all)| {
                let category = named(name);
                all.split(',')
                    .filter_map(move |cue| Some((cue.trim(), category?)))
            }),
    )
});

/// Weight of a cue in the nearest heading, in outer headings, and in the sentence itself.
const NEAR: u32 = 4;
const OUTER: u32 = 2;
const SENTENCE: u32 = 3;

/// The category with the most evidence; `otherwise` where there is none.
pub fn category(
    headings: &[String],
    sentence: &str,
    otherwise: Category,
    language: Language,
) -> Category {
    let mut scores: Vec<(Category, u32)> = Vec::new();
    let mut add =
        |category: Category, weight: u32| match scores.iter_mut().find(|(c, _)| *c == category) {
            Some((_, score)) => *score += weight,
            None => scores.push((category, weight)),
        };
    let near = headings.len().saturating_sub(1);
    for (place, heading) in headings.iter().enumerate() {
        let weight = if place == near { NEAR } else { OUTER };
        each_cue(heading, language, &mut |category| add(category, weight));
        if language == Language::German && ends_on_infinitive(heading) {
            add(Category::HowTo, weight);
        }
    }
    each_cue(sentence, language, &mut |category| add(category, SENTENCE));
    // The first of equals in the order of the categories, so that it does not depend on words' order.
    scores
        .into_iter()
        .max_by_key(|(category, score)| (*score, std::cmp::Reverse(*category)))
        .map_or(otherwise, |(category, _)| category)
}

/// Hands out each category that the text has a cue for, once.
fn each_cue(text: &str, language: Language, add: &mut dyn FnMut(Category)) {
    let mut seen: Vec<Category> = Vec::new();
    let mut cues = fold(text);
    if language == Language::German {
        // "Schnittkurs" speaks of a Kurs.
        let heads = words(text).filter_map(|word| head(word.text));
        let heads: Vec<String> = heads.map(|head| fold(&head)).collect();
        cues = format!("{cues} {}", heads.join(" "));
    }
    CUES.each(&cues, &mut |category| {
        if !seen.contains(&category) {
            seen.push(category);
            add(category);
        }
    });
}

/// "Einen Obstbaum pflanzen", "Reifen wechseln": what is to be done stands last, and small.
fn ends_on_infinitive(heading: &str) -> bool {
    let words: Vec<&str> = heading.split_whitespace().collect();
    let ends = ["en", "ern", "eln"];
    words.len() > 1
        && words.last().is_some_and(|last| {
            last.starts_with(char::is_lowercase) && ends.iter().any(|end| last.ends_with(end))
        })
}

fn named(name: &str) -> Option<Category> {
    Some(match name {
        "company" => Category::Company,
        "product" => Category::Product,
        "service" => Category::Service,
        "pricing" => Category::Pricing,
        "offer" => Category::Offer,
        "delivery" => Category::Delivery,
        "returns" => Category::Returns,
        "availability" => Category::Availability,
        "technical-specification" => Category::TechnicalSpecification,
        "how-to" => Category::HowTo,
        "comparison" => Category::Comparison,
        "customer-story" => Category::CustomerStory,
        "testimonial" => Category::Testimonial,
        "sustainability" => Category::Sustainability,
        "policy" => Category::Policy,
        "team" => Category::Team,
        "event" => Category::Event,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(heading: &str, sentence: &str, expect: Category) {
        let language = crate::language::detect(&format!("{heading}. {sentence}"));
        let found = category(&[heading.to_owned()], sentence, Category::Company, language);
        assert_eq!(found, expect, "{heading:?}, {sentence:?}");
    }

    #[test]
    fn headings_and_sentences_decide_together() {
        check(
            "Delivery",
            "Orders over £750 go for free.",
            Category::Delivery,
        );
        check("Returns", "Send it back within 30 days.", Category::Returns);
        check(
            "How to store mesh",
            "Keep the sheets flat.",
            Category::HowTo,
        );
        check("Preise", "Die Anfahrt kostet 39 €.", Category::Pricing);
        check(
            "Unser Team",
            "Acht Monteure arbeiten bei uns.",
            Category::Team,
        );
        check(
            "",
            "We offset nothing and recycle all our packaging.",
            Category::Sustainability,
        );
        check(
            "Schnittkurs für Obstbäume",
            "Vorkenntnisse brauchen Sie nicht.",
            Category::Event,
        );
        check(
            "Einen Obstbaum pflanzen",
            "Der Platz ist entscheidend, weil er fünfzig Jahre bleibt.",
            Category::HowTo,
        );
        check("Welcome", "Hello there.", Category::Company);
        // A dyer's vat is no tax, and what one feels no fee.
        check("A day at the vat", "It feels cool.", Category::Company);
        check("Visits", "A visit is 40 ex VAT.", Category::Pricing);
    }

    #[test]
    fn every_category_of_the_list_is_known() {
        for line in include_str!("categories.txt").lines() {
            let name = line.split(':').next().unwrap_or_default();
            assert!(named(name).is_some(), "{name:?} names no category");
        }
    }
}
