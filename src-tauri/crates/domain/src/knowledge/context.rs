//! From search hits to the facts that a draft may use: on the topic, each said once, not all of a kind.
//!
//! Search brings what shares words with the brief. What is not about the brief's topic must not get into
//! a post, however well it reads, so relevance decides before number does.

mod topic;

pub use topic::{Level, Place, Topic, named_thing};

use super::{Category, EntityKind, EntryKind, Fact, StatementForm};
use crate::drafting::Intent;
use crate::drafting::likeness::Trigrams;
use crate::language::Language;
use crate::language::stems::stems;
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

/// How much a context may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Most facts.
    pub facts: usize,
    /// Most words of all facts together.
    pub words: usize,
}

impl Default for Budget {
    /// Enough for three candidates with different leads, and small enough to plan over.
    fn default() -> Self {
        Self {
            facts: 24,
            words: 600,
        }
    }
}

/// A fact below this share of the third best one's topicality is off the topic.
const OFF_TOPIC_SHARE: f32 = 0.5;

/// The same of the best one's: a page that speaks of the topic in one sentence has one fact on it.
const OFF_BEST_SHARE: f32 = 0.2;

/// Below this nothing is on the topic.
const MIN_TOPICALITY: f32 = 0.18;

/// What an answer has ahead of the statement that it is made of.
const ANSWER: f32 = 0.05;

/// Above this two statements say the same.
const SAME_STATEMENT: f32 = 0.8;

/// With fewer facts than this on the topic, a post also says when, where and how to reach the brand.
const FEW: usize = 5;

/// Most facts of a page without inner headings that is taken for one section.
const MOST_NEIGHBORS: usize = 30;

/// The relevance of a fact that is there whatever the topic is.
pub const BASIC_RELEVANCE: f32 = 0.05;

/// Most of those.
const MOST_BASICS: usize = 3;

/// Most steps that are added to what was chosen.
const MOST_STEPS: usize = 24;

/// Files and headings that speak about writing, not about the brand's work.
const STYLE_HEADINGS: &[&str] = &[
    "how we write",
    "style guide",
    "tone of voice",
    "house style",
    "brand voice",
    "writing style",
    "our voice",
    "words we use",
    "words we avoid",
    "voice and tone",
    "how we sound",
    "how we talk",
    "writing guide",
    "social media guide",
    "so schreiben wir",
    "wie wir schreiben",
    "schreibregeln",
    "sprachregeln",
    "tonalitat",
    "redaktionsleitfaden",
    "stilleitfaden",
    "wortwahl",
    "markensprache",
];

/// Joins ranked lists by reciprocal rank (Cormack, Clarke, Büttcher, 2009, k = 60): best first, each entry
/// once. `relevance` becomes 1 for the best and falls with the fused score.
pub fn fuse(lists: &[Vec<Fact>]) -> Vec<Fact> {
    let mut scores: BTreeMap<crate::ids::EntryId, (f32, &Fact)> = BTreeMap::new();
    for list in lists {
        for (rank, fact) in list.iter().enumerate() {
            let score = 1.0 / (61.0 + rank as f32);
            scores
                .entry(fact.entry)
                .and_modify(|(sum, _)| *sum += score)
                .or_insert((score, fact));
        }
    }
    let mut fused: Vec<_> = scores.into_values().collect();
    fused.sort_by(|left, right| {
        right
            .0
            .total_cmp(&left.0)
            .then_with(|| left.1.entry.cmp(&right.1.entry))
    });
    let best = fused.first().map_or(1.0, |(score, _)| *score);
    fused
        .into_iter()
        .map(|(score, fact)| Fact {
            relevance: score / best,
            ..fact.clone()
        })
        .collect()
}

/// The facts to draft from, the most relevant first. Empty if none of the hits, which are in `language`, is
/// on the topic.
pub fn select(intent: &Intent, hits: &[Fact], language: Language, budget: Budget) -> Vec<Fact> {
    let topic = Topic::of(intent, hits, language);
    if !topic.is_known(hits) {
        return Vec::new();
    }
    let usable: Vec<&Fact> = hits
        .iter()
        .filter(|fact| {
            let follows = fact.form == StatementForm::Following;
            !about_writing(fact) && !fact.text.trim().is_empty() && !follows
        })
        .collect();
    let mut scored: Vec<(f32, &Fact)> = topic
        .measure_all(&usable)
        .into_iter()
        .zip(usable.iter().copied())
        .collect();
    // An answer comes with its question; the same sentence alone says less.
    for (score, fact) in &mut scored {
        if fact.kind == EntryKind::Answer && *score > 0.0 {
            *score = (*score + ANSWER).min(1.0);
        }
    }
    scored.sort_by(|left, right| {
        right
            .0
            .total_cmp(&left.0)
            .then_with(|| right.1.relevance.total_cmp(&left.1.relevance))
            .then_with(|| left.1.file.cmp(&right.1.file))
            .then_with(|| left.1.span.cmp(&right.1.span))
    });
    let best = scored.first().map_or(0.0, |(score, _)| *score);
    if best < MIN_TOPICALITY {
        return Vec::new();
    }
    // One sentence that happens to hold every word of the brief must not shut out those that hold most.
    let usual = scored.get(2).map_or(best, |(score, _)| *score);
    let floor = (usual * OFF_TOPIC_SHARE)
        .max(best * OFF_BEST_SHARE)
        .max(MIN_TOPICALITY);
    with_neighbors(&topic, &mut scored, best, floor);
    let (on_topic, rest): (Vec<_>, Vec<_>) =
        scored.into_iter().partition(|(score, _)| *score >= floor);
    let mut chosen = diverse(without_repeats(on_topic, language), language, budget);
    with_openers(&topic, &mut chosen, hits, language);
    followed(&mut chosen, hits);
    with_steps(&topic, &mut chosen, hits);
    if chosen.len() < FEW {
        chosen.extend(basics(&rest, &chosen, language));
    }
    chosen
}

/// Adds what stands first below a heading on the topic, where more of that section was chosen: the date below
/// "Repair evenings" may have no word of the topic, and is what the section begins with.
fn with_openers(topic: &Topic, chosen: &mut Vec<Fact>, hits: &[Fact], language: Language) {
    let together = |left: &Fact, right: &Fact| {
        left.document == right.document && left.headings == right.headings
    };
    let openers: Vec<Fact> = hits
        .iter()
        .filter(|fact| fact.kind == EntryKind::Statement && topic.heads(fact))
        .filter(|fact| chosen.iter().any(|other| together(fact, other)))
        .filter(|fact| chosen.iter().all(|other| other.entry != fact.entry))
        .filter(|fact| {
            hits.iter()
                .all(|other| !together(fact, other) || fact.span.start <= other.span.start)
        })
        .filter(|fact| {
            let bag: BTreeSet<String> = stems(&fact.text, language).collect();
            let again = |other: &Fact| {
                overlap(&bag, &stems(&other.text, language).collect()) >= SAME_STATEMENT
                    || Trigrams::of(&fact.text).containment(&Trigrams::of(&other.text))
                        >= SAME_STATEMENT
            };
            !chosen.iter().any(again)
        })
        .cloned()
        .collect();
    chosen.extend(openers);
}

/// Adds the steps that are missing from how-tos on the topic: half of one is worse than none.
fn with_steps(topic: &Topic, chosen: &mut Vec<Fact>, hits: &[Fact]) {
    let steps = || hits.iter().filter(|fact| fact.kind == EntryKind::Step);
    let together = |left: &Fact, right: &Fact| {
        left.document == right.document && left.headings == right.headings
    };
    let missing: Vec<Fact> = steps()
        .filter(|step| chosen.iter().all(|fact| fact.entry != step.entry))
        .filter(|step| {
            let begun = chosen
                .iter()
                .any(|fact| fact.kind == EntryKind::Step && together(fact, step));
            begun || topic.heads(step)
        })
        .cloned()
        .collect();
    if missing.len() <= MOST_STEPS {
        chosen.extend(missing);
    }
}

/// Adds what stands right behind a chosen sentence and leans on it, as relevant as that one is.
fn followed(chosen: &mut Vec<Fact>, hits: &[Fact]) {
    let mut followers: Vec<&Fact> = hits
        .iter()
        .filter(|fact| fact.form == StatementForm::Following)
        .collect();
    // In the order of the page, so that one that follows a follower finds it.
    followers.sort_by_key(|fact| (fact.document, fact.span));
    for follower in followers {
        let before = chosen.iter().find(|fact| follower.is_right_behind(fact));
        if let Some(relevance) = before.map(|fact| fact.relevance) {
            chosen.push(Fact {
                relevance,
                ..follower.clone()
            });
        }
    }
}

/// From this share on it does not matter that the brief calls the thing by a word of its own.
const ALL_BUT_NAMED: f32 = 0.7;

/// Whether the hits hold all of a brief but the word for the thing itself, which stands nowhere in the
/// folder: "goat milk soap" is no goat milk.
pub fn is_known_by_another_name(intent: &Intent, hits: &[Fact], language: Language) -> bool {
    Topic::of(intent, hits, language).best_share(hits) >= ALL_BUT_NAMED
}

/// How much a fact is about what the brief is about, 0 to 1, measured among `all` hits: a word that every
/// hit has tells little.
pub fn topicality(intent: &Intent, fact: &Fact, all: &[Fact], language: Language) -> f32 {
    Topic::of(intent, all, language).measure(fact)
}

/// A sentence next to one that is wholly on the topic, in the same section, is on it too. A page without
/// inner headings is a section if it is short.
fn with_neighbors(topic: &Topic, scored: &mut [(f32, &Fact)], best: f32, floor: f32) {
    let size = |fact: &Fact| {
        scored
            .iter()
            .filter(|(_, other)| other.document == fact.document && other.headings == fact.headings)
            .count()
    };
    let near: Vec<&Fact> = scored
        .iter()
        .filter(|(score, fact)| *score >= 0.85 * best && !stands_apart(fact))
        .map(|(_, fact)| *fact)
        .collect();
    let whole: Vec<bool> = near
        .iter()
        .map(|fact| fact.headings.len() > 1 || topic.names(fact) && size(fact) <= MOST_NEIGHBORS)
        .collect();
    for (score, fact) in scored.iter_mut() {
        // Of a page without inner headings at least the paragraph is one.
        let beside = near.iter().zip(&whole).any(|(known, whole)| {
            known.document == fact.document
                && known.headings == fact.headings
                && (*whole || known.paragraph == fact.paragraph)
        });
        if beside && !stands_apart(fact) {
            *score = score.max(floor);
        }
    }
}

/// Questions and rows of a catalog stand side by side without a topic in common.
fn stands_apart(fact: &Fact) -> bool {
    fact.question.is_some() || matches!(fact.kind, EntryKind::Answer | EntryKind::Product)
}

/// What belongs under a post on any topic: how to ask or order, opening hours, who the brand is. Their
/// relevance is made small, so that none of them leads.
fn basics(rest: &[(f32, &Fact)], chosen: &[Fact], language: Language) -> Vec<Fact> {
    let rank = |fact: &Fact| {
        let contact = fact
            .entities
            .iter()
            .any(|entity| entity.kind == EntityKind::Contact);
        match fact.category {
            _ if contact && for_any_topic(&fact.text, language) => Some(0),
            // In German dates of any kind are kept under "Termine": only opening hours suit any topic.
            Category::Availability
                if language != Language::German || fact.text.contains("öffn") =>
            {
                Some(1)
            }
            Category::Company if is_definition(&fact.text) => Some(2),
            _ => None,
        }
    };
    let plain = |fact: &Fact| {
        fact.form == StatementForm::Sentence
            && !fact.quoted
            && matches!(fact.kind, EntryKind::Statement | EntryKind::Item)
            && chosen.iter().all(|other| other.entry != fact.entry)
    };
    let mut found: Vec<(u8, &Fact)> = rest
        .iter()
        .filter(|(_, fact)| plain(fact))
        .filter_map(|(_, fact)| Some((rank(fact)?, *fact)))
        .collect();
    found.sort_by(|left, right| {
        left.0
            .cmp(&right.0)
            .then_with(|| left.1.file.cmp(&right.1.file))
            .then_with(|| left.1.span.cmp(&right.1.span))
    });
    // One of each rank: three opening hours are no better than one.
    found.dedup_by_key(|(rank, _)| *rank);
    found
        .into_iter()
        .take(MOST_BASICS)
        .map(|(_, fact)| Fact {
            relevance: fact.relevance.min(BASIC_RELEVANCE),
            ..fact.clone()
        })
        .collect()
}

/// Whether an invitation to call, write or come is about nothing in particular.
fn for_any_topic(text: &str, language: Language) -> bool {
    const COMMON: &[&str] = &[
        "appoint",
        "arrang",
        "ask",
        "book",
        "call",
        "com",
        "contact",
        "counter",
        "desk",
        "email",
        "emailed",
        "e",
        "mail",
        "meet",
        "messag",
        "offic",
        "onlin",
        "order",
        "phon",
        "pleas",
        "question",
        "quot",
        "ring",
        "send",
        "shop",
        "stor",
        "tabl",
        "tel",
        "telephon",
        "text",
        "ticket",
        "visit",
        "website",
        "write",
        "writ",
        "yard",
        "studio",
        "us",
        "first",
        // The same in German, as its stems are.
        "anruf",
        "ruf",
        "bestell",
        "buch",
        "erreich",
        "frag",
        "komm",
        "kontak",
        "lad",
        "mail",
        "meld",
        "nachrich",
        "numm",
        "onlin",
        "reservi",
        "schick",
        "schreib",
        "telefo",
        "termi",
        "vereinbar",
        "vorbei",
        "webseit",
    ];
    let mut rest = text.to_owned();
    for entity in super::entities::find(text, &[]) {
        rest = rest.replace(&entity.text, " ");
    }
    stems(&rest, language).all(|stem| COMMON.contains(&stem.as_str()))
}

/// "Spring Wheel is a bike repair shop …"
fn is_definition(text: &str) -> bool {
    !text.starts_with("The ")
        && [
            " is a ",
            " is an ",
            " are a ",
            " are an ",
            " ist ein ",
            " ist eine ",
            " sind ein ",
            " sind eine ",
        ]
        .iter()
        .any(|link| text.contains(link))
}

fn about_writing(fact: &Fact) -> bool {
    let file = fact.file.replace(['-', '_', '/'], " ");
    fact.headings
        .iter()
        .map(String::as_str)
        .chain([file.as_str()])
        .map(text::fold)
        .any(|place| STYLE_HEADINGS.iter().any(|heading| place.contains(heading)))
}

/// Of statements that say the same, the first: they come in order of relevance.
fn without_repeats(scored: Vec<(f32, &Fact)>, language: Language) -> Vec<(f32, &Fact)> {
    let mut kept: Vec<(f32, &Fact, Trigrams, BTreeSet<String>)> = Vec::new();
    for (score, fact) in scored {
        let trigrams = Trigrams::of(&fact.text);
        let bag: BTreeSet<String> = stems(&fact.text, language).collect();
        let repeats = kept.iter().any(|(_, other, of_other, other_bag)| {
            other.entry == fact.entry
                || trigrams.containment(of_other) >= SAME_STATEMENT
                || overlap(&bag, other_bag) >= SAME_STATEMENT
        });
        if !repeats {
            kept.push((score, fact, trigrams, bag));
        }
    }
    kept.into_iter()
        .map(|(score, fact, _, _)| (score, fact))
        .collect()
}

/// Fills the budget, each time with the fact that is most relevant after its likeness to those already
/// there and the number of its kind are taken off.
fn diverse(scored: Vec<(f32, &Fact)>, language: Language, budget: Budget) -> Vec<Fact> {
    struct Waiting<'a> {
        score: f32,
        fact: &'a Fact,
        bag: BTreeSet<String>,
        /// Likeness to the nearest chosen one.
        nearest: f32,
    }
    let mut waiting: Vec<Waiting> = scored
        .into_iter()
        .map(|(score, fact)| Waiting {
            score,
            fact,
            bag: stems(&fact.text, language).collect(),
            nearest: 0.0,
        })
        .collect();
    let mut chosen: Vec<Fact> = Vec::new();
    let mut per_category: BTreeMap<Category, u8> = BTreeMap::new();
    let mut words = 0;
    while chosen.len() < budget.facts && !waiting.is_empty() {
        let value = |one: &Waiting| {
            let of_kind = f32::from(per_category.get(&one.fact.category).copied().unwrap_or(0));
            // Steps belong together: their number is no repetition.
            let crowd = if one.fact.kind == EntryKind::Step {
                0.0
            } else {
                0.02 * of_kind
            };
            one.score - 0.2 * one.nearest - crowd
        };
        let mut best = 0;
        for at in 1..waiting.len() {
            if value(&waiting[at]) > value(&waiting[best]) {
                best = at;
            }
        }
        let taken = waiting.remove(best);
        let length = text::words(&taken.fact.text).count();
        if words + length > budget.words {
            continue;
        }
        words += length;
        for one in &mut waiting {
            one.nearest = one.nearest.max(overlap(&one.bag, &taken.bag));
        }
        let of_kind = per_category.entry(taken.fact.category).or_insert(0);
        *of_kind = of_kind.saturating_add(1);
        chosen.push(taken.fact.clone());
    }
    chosen
}

/// Jaccard index of two bags of stems.
fn overlap(left: &BTreeSet<String>, right: &BTreeSet<String>) -> f32 {
    let all = left.union(right).count();
    if all == 0 {
        return 0.0;
    }
    left.intersection(right).count() as f32 / all as f32
}

#[cfg(test)]
mod tests;
