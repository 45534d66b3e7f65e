//! Which sentence of a text states which fact, found from the words alone.
//!
//! A candidate is edited after it was composed, by people and by fixes, so footnotes are not stored: they
//! are found again in whatever the text is now. A sentence carries a fact's footnote while it still says
//! what the fact says.

use super::Citation;
use crate::knowledge::{Fact, entities};
use crate::language::stems::stems;
use crate::language::{self, Language};
use crate::text::{Span, sentences};
use std::collections::BTreeSet;

/// Share of a sentence's weighty words that a fact must have for the sentence to state it.
const STATED: f32 = 0.6;

/// A sentence with fewer weighty words than this is a turn of phrase, unless it holds one of the fact's
/// figures.
const LEAST_WORDS: usize = 2;

/// Citations in the order of the text. Each sentence cites the fact that covers most of it, and every other
/// one that a figure or name in it can only come from.
pub fn cite(text: &str, facts: &[Fact]) -> Vec<Citation> {
    let language = language::detect(text);
    let known: Vec<Known> = facts.iter().map(|fact| Known::of(fact, language)).collect();
    let mut found = Vec::new();
    for span in lines(text) {
        let Some(sentence) = span.slice(text) else {
            continue;
        };
        let stems = weighty(sentence, language);
        let figures = keys(sentence);
        for fact in cited(&stems, &figures, &known) {
            found.push(Citation { span, fact });
        }
    }
    found
}

/// What a fact says, in the form by which it is compared.
struct Known {
    stems: BTreeSet<String>,
    figures: BTreeSet<String>,
}

impl Known {
    fn of(fact: &Fact, language: Language) -> Self {
        let mut said = weighty(&fact.text, language);
        said.extend(weighty(&fact.subject, language));
        let question = fact.question.as_deref();
        said.extend(
            question
                .map(|text| weighty(text, language))
                .unwrap_or_default(),
        );
        let mut figures = keys(&fact.text);
        figures.extend(fact.entities.iter().map(|entity| entity.key.clone()));
        Self {
            stems: said,
            figures,
        }
    }

    fn covers(&self, stems: &BTreeSet<String>) -> f32 {
        let shared = stems.intersection(&self.stems).count();
        shared as f32 / stems.len().max(1) as f32
    }
}

fn cited(stems: &BTreeSet<String>, figures: &BTreeSet<String>, known: &[Known]) -> Vec<u32> {
    let best = known
        .iter()
        .enumerate()
        .map(|(n, fact)| {
            (
                n,
                fact.covers(stems),
                fact.figures.intersection(figures).count(),
            )
        })
        .filter(|(_, covered, figures)| {
            *covered >= STATED && (stems.len() >= LEAST_WORDS || *figures > 0)
        })
        .max_by(|left, right| {
            left.2
                .cmp(&right.2)
                .then(left.1.total_cmp(&right.1))
                .then(right.0.cmp(&left.0))
        });
    let Some((best, ..)) = best else {
        return Vec::new();
    };
    let mut open: BTreeSet<&String> = figures.difference(&known[best].figures).collect();
    let mut cited = vec![best];
    for (n, fact) in known.iter().enumerate() {
        if n != best && open.iter().any(|figure| fact.figures.contains(*figure)) {
            open.retain(|figure| !fact.figures.contains(*figure));
            cited.push(n);
        }
    }
    cited.sort_unstable();
    cited
        .into_iter()
        .filter_map(|n| u32::try_from(n).ok())
        .collect()
}

/// Sentences, and lines where a sentence runs over several: a post breaks lines where it breaks thoughts.
fn lines(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for sentence in sentences(text) {
        let Some(body) = sentence.slice(text) else {
            continue;
        };
        let mut at = sentence.start as usize;
        for line in body.split_inclusive('\n') {
            let inner = line.trim();
            if !inner.is_empty() {
                let start = at + (line.len() - line.trim_start().len());
                found.push(Span::of(start..start + inner.len()));
            }
            at += line.len();
        }
    }
    found
}

fn weighty(text: &str, language: Language) -> BTreeSet<String> {
    stems(text, language).collect()
}

fn keys(text: &str) -> BTreeSet<String> {
    entities::find(text, &[])
        .into_iter()
        .map(|entity| entity.key)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{DocumentId, EntryId};
    use crate::knowledge::{Category, EntryKind};
    use uuid::Uuid;

    fn fact(text: &str) -> Fact {
        serde_json::from_value(serde_json::json!({
            "entry": EntryId(Uuid::nil()),
            "text": text,
            "document": DocumentId(Uuid::nil()),
            "file": "a.md",
            "span": { "start": 0, "end": 1 },
            "subject": "",
            "category": Category::Delivery,
            "kind": EntryKind::Statement,
            "form": "sentence",
            "quoted": false,
            "order": null,
            "product": null,
            "entities": [],
            "question": null,
            "headings": [],
            "relevance": 1.0,
        }))
        .expect("a fact")
    }

    fn check(text: &str, facts: &[&str], expect: &[(&str, u32)]) {
        let facts: Vec<Fact> = facts.iter().map(|text| fact(text)).collect();
        let found: Vec<_> = cite(text, &facts)
            .into_iter()
            .map(|citation| (citation.span.slice(text).unwrap_or_default(), citation.fact))
            .collect();
        assert_eq!(found, expect, "citations of {text:?}");
    }

    #[test]
    fn a_sentence_cites_the_fact_that_it_states() {
        check(
            "Mesh that fits. Mesh ordered by 2 pm is delivered the next day.\n\nReady when you are.",
            &[
                "The yard opens at 6 am.",
                "Mesh ordered by 2 pm is delivered the next working day.",
            ],
            &[("Mesh ordered by 2 pm is delivered the next day.", 1)],
        );
    }

    #[test]
    fn an_edit_that_says_something_else_loses_its_footnote() {
        let fact = &["Collection costs £12 within York."];
        check(
            "Collection costs £12 within York.",
            fact,
            &[("Collection costs £12 within York.", 0)],
        );
        check(
            "Ring the workshop and bring your own bicycle bell.",
            fact,
            &[],
        );
    }

    #[test]
    fn a_sentence_made_of_two_facts_cites_both() {
        check(
            "A cut costs £38.50 and leaves by 2 pm.",
            &["A cut costs £38.50.", "A cut leaves the yard by 2 pm."],
            &[
                ("A cut costs £38.50 and leaves by 2 pm.", 0),
                ("A cut costs £38.50 and leaves by 2 pm.", 1),
            ],
        );
    }
}
