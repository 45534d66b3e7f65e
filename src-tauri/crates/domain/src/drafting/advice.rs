//! What Galley asks when it cannot draft: two or three answers, each a brief to go on with.

use super::{Advisory, AdvisoryChoice, Intent, nouns};
use crate::knowledge::{EntryKind, Fact};
use crate::language::Language;
use crate::language::stems::{is_general, stems};
use crate::networks::{self, NetworkId};
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

/// The brief names something that no document knows. `hits` are what search found for it.
pub fn unknown_product(brief: &str, intent: &Intent, hits: &[Fact]) -> Option<Advisory> {
    // The names that the folder has as products or headings are not all that it speaks of.
    let said = |name: &str| {
        hits.iter().any(|fact| {
            [&fact.text, &fact.subject]
                .into_iter()
                .chain(&fact.headings)
                .any(|text| super::edits::holds_phrase(text, name))
        })
    };
    let name = intent.unknown.iter().find(|name| !said(name))?;
    let mut choices = Vec::new();
    if let Some(nearest) = nearest_subject(name, intent, hits) {
        choices.push(AdvisoryChoice {
            code: "draft-about-nearest".into(),
            params: params(&[("product", &nearest)]),
            brief: replaced(brief, name, &nearest),
            ..AdvisoryChoice::default()
        });
    }
    choices.push(AdvisoryChoice {
        code: "draft-without-name".into(),
        params: params(&[("name", name)]),
        brief: replaced(brief, name, our_products(intent.language)),
        ..AdvisoryChoice::default()
    });
    choices.push(add_document(brief, name));
    Some(Advisory {
        code: "unknown-product".into(),
        params: params(&[("name", name)]),
        choices,
    })
}

/// Whether a subject of the folder reads as the topic of a brief: no "FAQ", no row of a price list.
pub fn is_topic(subject: &str) -> bool {
    let telling = |language: Language| {
        stems(subject, language).any(|stem| !is_general(&stem, language) && stem != "faq")
            && nouns::read(subject, language).is_some()
    };
    // A subject is too short to show its language: a noun phrase in either will do.
    !subject.contains(|c: char| c.is_numeric())
        && (telling(Language::English) || telling(Language::German))
}

fn our_products(language: Language) -> &'static str {
    match language {
        Language::German => "unsere Produkte",
        Language::English | Language::Other => "our products",
    }
}

/// A brief about a subject of the folder for the same networks: put into the old brief's words it would
/// stumble over them.
fn about(subject: &str, intent: &Intent) -> String {
    let names: Vec<&str> = intent
        .networks
        .iter()
        .map(|&network| networks::rules(network).name)
        .collect();
    if names.is_empty() || names.len() == NetworkId::ALL.len() {
        return subject.to_owned();
    }
    format!("{subject}, {}", names.join(", "))
}

/// Fewer than two facts are on the brief's topic.
pub fn nothing_known(brief: &str, intent: &Intent, hits: &[Fact]) -> Advisory {
    let topic = intent.topics.first().map_or("", String::as_str);
    let mut subjects: Vec<&str> = Vec::new();
    for fact in hits {
        let subject = fact.subject.trim();
        if is_topic(subject) && !subjects.contains(&subject) && subjects.len() < 2 {
            subjects.push(subject);
        }
    }
    let mut choices: Vec<AdvisoryChoice> = subjects
        .into_iter()
        .map(|subject| AdvisoryChoice {
            code: "draft-about-known".into(),
            params: params(&[("subject", subject)]),
            brief: about(subject, intent),
            ..AdvisoryChoice::default()
        })
        .collect();
    choices.push(add_document(brief, topic));
    if choices.len() == 1 {
        choices.push(AdvisoryChoice {
            code: "change-brief".into(),
            params: BTreeMap::new(),
            brief: brief.to_owned(),
            ..AdvisoryChoice::default()
        });
    }
    Advisory {
        code: "nothing-known".into(),
        params: params(&[("topic", topic)]),
        choices,
    }
}

fn add_document(brief: &str, about: &str) -> AdvisoryChoice {
    AdvisoryChoice {
        code: "add-document".into(),
        params: params(&[("name", about)]),
        brief: brief.to_owned(),
        ..AdvisoryChoice::default()
    }
}

/// The known product whose name shares most with the unknown one; any known one before none.
/// The product or else the subject whose name is most like the unknown one; whom the brief speaks to is none.
fn nearest_subject(name: &str, intent: &Intent, hits: &[Fact]) -> Option<String> {
    let wanted = letters(name);
    let audience = intent.audience.as_deref().map(text::fold);
    intent
        .products
        .iter()
        .map(String::as_str)
        .chain(
            hits.iter()
                .filter(|fact| fact.kind == EntryKind::Product)
                .map(|fact| fact.subject.as_str()),
        )
        .chain(
            hits.iter()
                .map(|fact| fact.subject.as_str())
                .filter(|subject| is_topic(subject) && audience != Some(text::fold(subject)))
                .take(1),
        )
        .filter(|subject| !subject.trim().is_empty() && audience != Some(text::fold(subject)))
        .enumerate()
        .max_by_key(|(rank, subject)| {
            let shared = letters(subject).intersection(&wanted).count();
            (shared, std::cmp::Reverse(*rank))
        })
        .map(|(_, subject)| subject.to_owned())
}

fn letters(name: &str) -> BTreeSet<(char, char)> {
    let folded: Vec<char> = text::fold(name).chars().collect();
    folded.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// The brief with another name in the unknown one's place; an article before it goes with it.
fn replaced(brief: &str, name: &str, with: &str) -> String {
    let Some(at) = text::fold(brief)
        .find(&text::fold(name))
        .filter(|_| brief.is_ascii())
    else {
        return if brief.contains(name) {
            brief.replacen(name, with, 1)
        } else {
            format!("{brief} ({with})")
        };
    };
    let mut before = brief[..at].to_owned();
    let after = &brief[at + name.len()..];
    if with.starts_with("our ") || with.starts_with("unsere ") {
        for article in [
            "the new ",
            "our new ",
            "a new ",
            "new ",
            "the ",
            "our ",
            "a ",
            "an ",
            "unser neues ",
            "unsere neue ",
            "unseren neuen ",
            "das neue ",
            "die neue ",
            "den neuen ",
            "unser ",
            "unsere ",
            "unseren ",
            "das ",
            "die ",
            "den ",
        ] {
            if before.to_lowercase().ends_with(article) {
                before.truncate(before.len() - article.len());
                break;
            }
        }
    }
    format!("{before}{with}{after}")
}

fn params(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unknown_name_gives_way_with_its_article() {
        let check = |brief: &str, with: &str, expect: &str| {
            assert_eq!(replaced(brief, "Galvo 9000", with), expect);
        };
        check(
            "Announce the new Galvo 9000 for spring",
            "our products",
            "Announce our products for spring",
        );
        check(
            "Announce the Galvo 9000",
            "A142 mesh",
            "Announce the A142 mesh",
        );
        check("Näher: Galvo 9000", "A142 mesh", "Näher: A142 mesh");
        check("Something else", "A142 mesh", "Something else (A142 mesh)");
    }
}
