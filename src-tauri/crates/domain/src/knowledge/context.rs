//! From search hits to the facts that a draft may use: on the topic, each said once, not all of a kind.
//!
//! Search brings what shares words with the brief. What is not about the brief's topic must not get into
//! a post, however well it reads, so relevance decides before number does.

use super::{Category, EntityKind, EntryKind, Fact, StatementForm};
use crate::drafting::Intent;
use crate::drafting::likeness::Trigrams;
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

/// A fact below this share of the best one's topicality is off the topic.
const OFF_TOPIC_SHARE: f32 = 0.5;

/// Below this nothing is on the topic.
const MIN_TOPICALITY: f32 = 0.18;

/// Above this two statements say the same.
const SAME_STATEMENT: f32 = 0.8;

/// With fewer facts than this on the topic, a post also says when, where and how to reach the brand.
const FEW: usize = 5;

/// The relevance of a fact that is there whatever the topic is.
pub const BASIC_RELEVANCE: f32 = 0.05;

/// Most of those.
const MOST_BASICS: usize = 3;

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

/// The facts to draft from, the most relevant first. Empty if none of the hits is on the topic.
pub fn select(intent: &Intent, hits: &[Fact], budget: Budget) -> Vec<Fact> {
    let topic = Topic::of(intent, hits);
    let mut scored: Vec<(f32, &Fact)> = hits
        .iter()
        .filter(|fact| !about_writing(fact) && !fact.text.trim().is_empty())
        .map(|fact| (topic.measure(fact), fact))
        .collect();
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
    let floor = (best * OFF_TOPIC_SHARE).max(MIN_TOPICALITY);
    with_neighbors(&mut scored, best, floor);
    let (on_topic, rest): (Vec<_>, Vec<_>) =
        scored.into_iter().partition(|(score, _)| *score >= floor);
    let mut chosen = diverse(without_repeats(on_topic), budget);
    if chosen.len() < FEW {
        chosen.extend(basics(&rest, &chosen));
    }
    chosen
}

/// How much a fact is about what the brief is about, 0 to 1, measured among `all` hits: a word that every
/// hit has tells little.
pub fn topicality(intent: &Intent, fact: &Fact, all: &[Fact]) -> f32 {
    Topic::of(intent, all).measure(fact)
}

/// The brief's topic as weighted word stems.
#[derive(Debug, Clone)]
pub struct Topic {
    weights: BTreeMap<String, f32>,
    /// The stems of each phrase: a fact that holds all of one is nearer than one with a word of each.
    phrases: Vec<BTreeSet<String>>,
    total: f32,
    /// The brief asks for what is sold in general, and names nothing.
    any_product: bool,
}

impl Topic {
    /// Reads the topic out of an intent; `hits` say how much each word tells.
    pub fn of(intent: &Intent, hits: &[Fact]) -> Self {
        let mut weights: BTreeMap<String, f32> = BTreeMap::new();
        let phrases = intent.products.iter().map(|phrase| (phrase, 1.2)).chain(
            intent
                .topics
                .iter()
                .enumerate()
                .map(|(rank, phrase)| (phrase, 1.0 / (1.0 + 0.5 * rank as f32))),
        );
        for (phrase, weight) in phrases {
            for stem in stems(phrase).filter(|stem| !is_general(stem)) {
                let kept = weights.entry(stem).or_insert(0.0);
                *kept = kept.max(weight);
            }
        }
        let general = ["product", "rang", "servic", "offer", "assort"];
        let any_product =
            !weights.is_empty() && weights.keys().all(|stem| general.contains(&stem.as_str()));
        let bags: Vec<BTreeSet<String>> = hits.iter().map(bag).collect();
        for (stem, weight) in &mut weights {
            let holders = bags.iter().filter(|bag| bag.contains(stem)).count();
            let rarity = (1.0 + bags.len() as f32 / (1.0 + holders as f32)).ln();
            // A word that no fact holds cannot tell facts apart; it lowers all of them a little.
            *weight *= if holders == 0 { 0.25 } else { rarity };
        }
        let total = weights.values().sum();
        let phrases = intent
            .products
            .iter()
            .chain(&intent.topics)
            .map(|phrase| {
                stems(phrase)
                    .filter(|stem| weights.contains_key(stem))
                    .collect::<BTreeSet<String>>()
            })
            .filter(|phrase| !phrase.is_empty())
            .collect();
        Self {
            weights,
            phrases,
            total,
            any_product,
        }
    }

    /// 0 to 1.
    pub fn measure(&self, fact: &Fact) -> f32 {
        if self.total <= 0.0 {
            return fact.relevance * 0.5;
        }
        let said: BTreeSet<String> = stems(&fact.text).collect();
        let asked: BTreeSet<String> = fact.question.iter().flat_map(|text| stems(text)).collect();
        let mut subject: BTreeSet<String> = stems(&fact.subject).collect();
        // The first heading is the document's title, and often the brand's name: it tells less.
        let (title, inner) = match fact.headings.split_first() {
            Some((first, rest)) if !rest.is_empty() => (first.as_str(), rest),
            _ => ("", fact.headings.as_slice()),
        };
        if fact.subject == title {
            subject.clear();
        }
        let above: BTreeSet<String> = inner.iter().flat_map(|text| stems(text)).collect();
        let title: BTreeSet<String> = stems(title).collect();
        let file: BTreeSet<String> = stems(&fact.file.replace(['/', '.', '_', '-'], " ")).collect();
        // A heading that is made of the topic's words says that all below it is about the topic.
        let headed: BTreeSet<String> = fact
            .headings
            .iter()
            .map(|heading| stems(heading).collect::<BTreeSet<String>>())
            .filter(|heading| {
                let ours = heading
                    .iter()
                    .filter(|stem| self.weights.contains_key(*stem))
                    .count();
                ours >= 2 && ours * 10 >= heading.len() * 6
            })
            .flatten()
            .collect();
        let place = |stem: &String| -> f32 {
            if said.contains(stem) {
                1.0
            } else if asked.contains(stem) || subject.contains(stem) || headed.contains(stem) {
                0.85
            } else if above.contains(stem) {
                0.65
            } else if title.contains(stem) || file.contains(stem) {
                0.4
            } else {
                0.0
            }
        };
        let covered: f32 = self
            .weights
            .iter()
            .map(|(stem, weight)| weight * place(stem))
            .sum();
        let phrase = |phrase: &BTreeSet<String>| -> f32 {
            let weight = |stem: &String| self.weights.get(stem).copied().unwrap_or(0.0);
            let whole: f32 = phrase.iter().map(weight).sum();
            let found: f32 = phrase.iter().map(|stem| weight(stem) * place(stem)).sum();
            if whole > 0.0 { found / whole } else { 0.0 }
        };
        // The first phrase is what the brief is about; a later one alone counts less.
        let nearest = self
            .phrases
            .iter()
            .enumerate()
            .map(|(rank, words)| phrase(words) / (1.0 + 0.25 * rank as f32))
            .fold(0.0, f32::max);
        let mut share = 0.5 * covered / self.total + 0.5 * nearest;
        if self
            .phrases
            .first()
            .is_some_and(|first| phrase(first) <= 0.0)
        {
            share *= 0.7;
        }
        if self.any_product && (fact.kind == EntryKind::Product || sold(fact.category)) {
            share = share.max(0.5);
        }
        if share <= 0.0 {
            return 0.0;
        }
        0.7 * share + 0.3 * fact.relevance.clamp(0.0, 1.0)
    }

    /// Whether the topic has this stem.
    pub fn holds(&self, stem: &str) -> bool {
        self.weights.contains_key(stem)
    }
}

/// Words by which briefs ask for posts of any topic.
pub fn is_general(stem: &str) -> bool {
    const GENERAL: &[&str] = &[
        "add", "announc", "answ", "answer", "behind", "bring", "day", "deal", "explain", "famil",
        "good", "help", "introduc", "know", "launch", "long", "news", "off", "offer", "peopl",
        "question", "scen", "show", "tell", "thing", "time", "tip", "use", "us", "way", "week",
        "work", "year",
    ];
    GENERAL.contains(&stem)
}

/// Content words of a text, each in a form that its plurals and participles share. English endings only:
/// a wrong stem costs a match, never a fact.
pub fn stems(text: &str) -> impl Iterator<Item = String> {
    text::words(text)
        .map(|word| text::fold(word.text))
        .filter(|word| !is_stop_word(word))
        .map(|word| stem(&word))
}

/// One folded word's stem.
pub fn stem(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if word.chars().any(|c| c.is_ascii_digit()) || word.len() < 4 {
        return word.to_owned();
    }
    let mut stem = word;
    // Number first, then what makes a noun or a participle of a verb.
    for endings in [
        &[("ies", 2), ("es", 3), ("s", 3)][..],
        &[
            ("ation", 4),
            ("ator", 4),
            ("ion", 4),
            ("ment", 4),
            ("ing", 3),
            ("er", 4),
            ("ed", 3),
        ][..],
    ] {
        for &(ending, least) in endings {
            if let Some(cut) = stem.strip_suffix(ending)
                && cut.len() >= least
                && !(ending == "s" && cut.ends_with(['s', 'u']))
            {
                stem = cut;
                break;
            }
        }
    }
    let mut stem = stem.trim_end_matches(['e', 'y', 'i']).to_owned();
    let mut ends = stem.chars().rev();
    if let (Some(last), Some(before)) = (ends.next(), ends.next())
        && last == before
        && last.is_alphabetic()
    {
        stem.pop();
    }
    if stem.is_empty() {
        word.to_owned()
    } else {
        stem
    }
}

/// Whether a folded word says nothing about a topic.
pub fn is_stop_word(word: &str) -> bool {
    const STOP: &[&str] = &[
        "a", "about", "after", "again", "all", "also", "am", "an", "and", "any", "are", "as", "at",
        "be", "because", "been", "before", "but", "by", "can", "cannot", "could", "did", "do",
        "does", "don't", "down", "each", "every", "few", "for", "from", "get", "had", "has",
        "have", "he", "her", "here", "his", "how", "i", "if", "in", "into", "is", "it", "it's",
        "its", "just", "let", "like", "make", "may", "me", "more", "most", "must", "my", "new",
        "no", "not", "now", "of", "off", "on", "one", "only", "or", "our", "out", "over", "own",
        "post", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them",
        "then", "there", "these", "they", "this", "those", "to", "too", "under", "up", "us",
        "very", "was", "we", "we'll", "were", "what", "when", "where", "which", "while", "who",
        "why", "will", "with", "would", "you", "your", "yours",
    ];
    STOP.binary_search(&word).is_ok()
}

/// A sentence next to one that is wholly on the topic, under the same inner heading, is on it too.
fn with_neighbors(scored: &mut [(f32, &Fact)], best: f32, floor: f32) {
    let sections: Vec<&Fact> = scored
        .iter()
        .filter(|(score, fact)| *score >= 0.9 * best && fact.headings.len() > 1)
        .map(|(_, fact)| *fact)
        .collect();
    for (score, fact) in scored.iter_mut() {
        let beside = sections
            .iter()
            .any(|known| known.document == fact.document && known.headings == fact.headings);
        if beside {
            *score = score.max(floor);
        }
    }
}

/// What belongs under a post on any topic: how to ask or order, opening hours, who the brand is. Their
/// relevance is made small, so that none of them leads.
fn basics(rest: &[(f32, &Fact)], chosen: &[Fact]) -> Vec<Fact> {
    let rank = |fact: &Fact| {
        let contact = fact
            .entities
            .iter()
            .any(|entity| entity.kind == EntityKind::Contact);
        match fact.category {
            _ if contact && for_any_topic(&fact.text) => Some(0),
            Category::Availability => Some(1),
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
fn for_any_topic(text: &str) -> bool {
    const COMMON: &[&str] = &[
        "appoint", "arrang", "ask", "book", "call", "com", "contact", "counter", "desk", "email",
        "emailed", "e", "mail", "meet", "messag", "offic", "onlin", "order", "phon", "pleas",
        "question", "quot", "ring", "send", "shop", "stor", "tabl", "tel", "telephon", "text",
        "ticket", "visit", "website", "write", "writ", "yard", "studio", "us", "first",
    ];
    let mut rest = text.to_owned();
    for entity in super::entities::find(text, &[]) {
        rest = rest.replace(&entity.text, " ");
    }
    stems(&rest).all(|stem| COMMON.contains(&stem.as_str()))
}

/// "Spring Wheel is a bike repair shop …"
fn is_definition(text: &str) -> bool {
    !text.starts_with("The ")
        && [" is a ", " is an ", " are a ", " are an "]
            .iter()
            .any(|link| text.contains(link))
}

fn bag(fact: &Fact) -> BTreeSet<String> {
    stems(&fact.text)
        .chain(stems(&fact.subject))
        .chain(fact.question.iter().flat_map(|text| stems(text)))
        .chain(fact.headings.iter().flat_map(|text| stems(text)))
        .collect()
}

fn sold(category: Category) -> bool {
    matches!(
        category,
        Category::Product | Category::Service | Category::Offer | Category::Pricing
    )
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
fn without_repeats(scored: Vec<(f32, &Fact)>) -> Vec<(f32, &Fact)> {
    let mut kept: Vec<(f32, &Fact, Trigrams, BTreeSet<String>)> = Vec::new();
    for (score, fact) in scored {
        let trigrams = Trigrams::of(&fact.text);
        let bag: BTreeSet<String> = stems(&fact.text).collect();
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
fn diverse(mut scored: Vec<(f32, &Fact)>, budget: Budget) -> Vec<Fact> {
    let mut chosen: Vec<Fact> = Vec::new();
    let mut bags: Vec<BTreeSet<String>> = Vec::new();
    let mut per_category: BTreeMap<Category, u8> = BTreeMap::new();
    let mut words = 0;
    while chosen.len() < budget.facts && !scored.is_empty() {
        let value = |(score, fact): &(f32, &Fact)| {
            let bag: BTreeSet<String> = stems(&fact.text).collect();
            let nearest = bags
                .iter()
                .map(|other| overlap(&bag, other))
                .fold(0.0, f32::max);
            let of_kind = f32::from(per_category.get(&fact.category).copied().unwrap_or(0));
            // Steps belong together: their number is no repetition.
            let crowd = if fact.kind == EntryKind::Step {
                0.0
            } else {
                0.02 * of_kind
            };
            score - 0.2 * nearest - crowd
        };
        let mut best = 0;
        let mut best_value = f32::MIN;
        for (at, candidate) in scored.iter().enumerate() {
            let value = value(candidate);
            if value > best_value {
                (best, best_value) = (at, value);
            }
        }
        let (_, fact) = scored.remove(best);
        let length = text::words(&fact.text).count();
        if words + length > budget.words {
            continue;
        }
        words += length;
        bags.push(stems(&fact.text).collect());
        *per_category.entry(fact.category).or_insert(0) += 1;
        chosen.push(fact.clone());
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
