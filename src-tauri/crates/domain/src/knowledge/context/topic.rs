//! What a brief is about, as weighted word stems, and how much a fact is about it.

use crate::drafting::Intent;
use crate::knowledge::{Category, EntryKind, Fact};
use crate::language::Language;
use crate::language::stems::{grouped, is_general, is_stop_word, of_word, stems};
use crate::text;
use std::collections::{BTreeMap, BTreeSet};

/// Below this share of the brief's words in its best document, nothing is known of the topic.
const KNOWN_SHARE: f32 = 0.4;

/// What the head of a compound counts beside what stands before it.
const HEAD: f32 = 0.6;

/// A document and the headings down to a place in it.
type Section = (crate::ids::DocumentId, Vec<String>);

fn section(fact: &Fact) -> Section {
    (fact.document, fact.headings.clone())
}

/// A part of the folder that may tell of a topic, in its order.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    pub facts: Vec<&'a Fact>,
    pub level: Level,
}

/// How large a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Page,
    Section,
    Paragraph,
}

impl Place<'_> {
    /// What says what the place is about: its title, its heading, or in running text its first sentence.
    pub fn heading(&self) -> Option<&str> {
        let first = self.facts.first()?;
        match self.level {
            Level::Page => first.headings.first().map(String::as_str),
            Level::Section => first.headings.last().map(String::as_str),
            Level::Paragraph => Some(&first.text),
        }
    }

    /// The stems of that, and of the file's name if the place is a page or all of one.
    fn above(&self, brand: &str, language: Language) -> impl Iterator<Item = String> {
        let first = self.facts.first();
        let whole = self.level == Level::Page
            || self.level == Level::Section && first.is_some_and(|fact| fact.headings.len() < 2);
        let heading = self.heading().filter(|heading| *heading != brand);
        let file = first
            .filter(|_| whole)
            .map(|fact| fact.file.replace(['/', '.', '_', '-'], " "));
        [heading.map(str::to_owned), file]
            .into_iter()
            .flatten()
            .flat_map(move |text| stems(&text, language).collect::<Vec<_>>())
    }
}

/// The brief's topic as weighted word stems.
#[derive(Debug, Clone)]
pub struct Topic {
    weights: BTreeMap<String, f32>,
    /// The same before it was asked how many facts hold each: by the place in the brief alone.
    asked: BTreeMap<String, f32>,
    /// The stems of each phrase: a fact that holds all of one is nearer than one with a word of each.
    phrases: Vec<BTreeSet<String>>,
    total: f32,
    /// The language of the facts.
    language: Language,
    /// The brief asks for what is sold in general, and names nothing.
    any_product: bool,
}

impl Topic {
    /// Reads the topic out of an intent; `hits` say how much each word tells, and `language` is theirs.
    pub fn of(intent: &Intent, hits: &[Fact], language: Language) -> Self {
        let mut weights: BTreeMap<String, f32> = BTreeMap::new();
        let phrases: Vec<(&String, f32)> = intent
            .products
            .iter()
            .map(|phrase| (phrase, 1.2))
            .chain(
                intent
                    .topics
                    .iter()
                    .enumerate()
                    .map(|(rank, phrase)| (phrase, 1.0 / (1.0 + 0.5 * rank as f32))),
            )
            .collect();
        // "Your first day" has general words only, and is a topic all the same.
        let telling = phrases
            .iter()
            .any(|(phrase, _)| stems(phrase, language).any(|stem| !is_general(&stem, language)));
        for (phrase, weight) in phrases {
            for parts in grouped(phrase, language) {
                let last = parts.len() - 1;
                for (at, stem) in parts.into_iter().enumerate() {
                    if telling && is_general(&stem, language) {
                        continue;
                    }
                    // A fir tree and an apple tree are both trees: what tells them apart counts more.
                    let share = if at == last && last > 0 { HEAD } else { 1.0 };
                    let kept = weights.entry(stem).or_insert(0.0);
                    *kept = kept.max(share * weight);
                }
            }
        }
        let general = [
            "product",
            "rang",
            "servic",
            "offer",
            "assort",
            "produkt",
            "sortiment",
            "angebo",
            "leist",
        ];
        let any_product =
            !weights.is_empty() && weights.keys().all(|stem| general.contains(&stem.as_str()));
        let bags: Vec<BTreeSet<String>> = hits.iter().map(|fact| bag(fact, language)).collect();
        let asked = weights.clone();
        for (stem, weight) in &mut weights {
            let holders = bags.iter().filter(|bag| bag.contains(stem)).count();
            *weight *= rarity(holders, bags.len());
        }
        let total = weights.values().sum();
        // Where every second sentence is about bicycles, "Rad" is no matter of its own beside "Winter".
        let usual = |phrase: &BTreeSet<String>| {
            let held = |bag: &&BTreeSet<String>| phrase.is_subset(bag);
            language == Language::German && bags.iter().filter(held).count() * 5 > bags.len() * 2
        };
        let phrases: Vec<BTreeSet<String>> = intent
            .products
            .iter()
            .chain(&intent.topics)
            .map(|phrase| {
                stems(phrase, language)
                    .filter(|stem| weights.contains_key(stem))
                    .collect::<BTreeSet<String>>()
            })
            .filter(|phrase: &BTreeSet<String>| !phrase.is_empty())
            .collect();
        let told_apart = phrases.iter().filter(|phrase| !usual(phrase));
        let telling: Vec<BTreeSet<String>> = told_apart.cloned().collect();
        let phrases = if telling.is_empty() { phrases } else { telling };
        Self {
            weights,
            asked,
            phrases,
            total,
            language,
            any_product,
        }
    }

    /// 0 to 1.
    pub fn measure(&self, fact: &Fact) -> f32 {
        if self.total <= 0.0 {
            return fact.relevance * 0.5;
        }
        let said: BTreeSet<String> = stems(&fact.text, self.language).collect();
        let asked: BTreeSet<String> = fact
            .question
            .iter()
            .flat_map(|text| stems(text, self.language))
            .collect();
        let mut subject: BTreeSet<String> = stems(&fact.subject, self.language).collect();
        // The first heading is the document's title, and often the brand's name: it tells less.
        let (title, inner) = match fact.headings.split_first() {
            Some((first, rest)) if !rest.is_empty() => (first.as_str(), rest),
            _ => ("", fact.headings.as_slice()),
        };
        if fact.subject == title {
            subject.clear();
        }
        let above: BTreeSet<String> = inner
            .iter()
            .flat_map(|text| stems(text, self.language))
            .collect();
        let title: BTreeSet<String> = stems(title, self.language).collect();
        let file: BTreeSet<String> =
            stems(&fact.file.replace(['/', '.', '_', '-'], " "), self.language).collect();
        // A heading that is made of the topic's words says that all below it is about the topic.
        let headed: BTreeSet<String> = fact
            .headings
            .iter()
            .map(|heading| stems(heading, self.language).collect::<BTreeSet<String>>())
            .filter(|heading| {
                let ours = heading
                    .iter()
                    .filter(|stem| self.weights.contains_key(*stem))
                    .count();
                ours >= 2 && ours * 2 >= heading.len()
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

    /// The same for all facts, in their order, each seen in its section: where the sentences of a section
    /// and its headings hold the topic together, every one of them is nearer to it than its own words say.
    pub fn measure_all(&self, facts: &[&Fact]) -> Vec<f32> {
        let mut sections: BTreeMap<Section, BTreeSet<String>> = BTreeMap::new();
        for fact in facts {
            sections
                .entry(section(fact))
                .or_default()
                .extend(bag(fact, self.language));
        }
        let covers: BTreeMap<Section, f32> = sections
            .into_iter()
            .map(|(section, bag)| (section, share(&self.weights, &bag)))
            .collect();
        facts
            .iter()
            .map(|fact| {
                let own = self.measure(fact);
                // Questions and rows stand side by side without a topic in common.
                let apart = super::stands_apart(fact);
                let cover = covers.get(&section(fact)).copied().unwrap_or(0.0);
                if apart || self.total <= 0.0 {
                    own
                } else {
                    own.max(0.7 * own + 0.3 * cover)
                }
            })
            .collect()
    }

    /// Whether some document speaks of what the brief asks for. A word in passing is not enough: a folder
    /// that has a roof does not know the roof terrace.
    pub fn is_known(&self, hits: &[Fact]) -> bool {
        if self.any_product || self.asked.is_empty() {
            return true;
        }
        // All of what the brief is about in one statement, or most of it in one section: words that stand
        // far from each other in a long page are no topic.
        let stated = hits.iter().any(|fact| {
            let bag = bag(fact, self.language);
            self.phrases.first().is_some_and(|phrase| {
                let held = phrase.iter().filter(|stem| bag.contains(*stem)).count();
                held * 3 > phrase.len() * 2
            })
        });
        stated || self.best_share(hits) >= KNOWN_SHARE
    }

    /// How much of the brief the best section holds, 0 to 1, whatever else the folder has.
    pub fn best_share(&self, hits: &[Fact]) -> f32 {
        let mut sections: BTreeMap<Section, BTreeSet<String>> = BTreeMap::new();
        for fact in hits {
            sections
                .entry(section(fact))
                .or_default()
                .extend(bag(fact, self.language));
        }
        let shares = sections.values().map(|bag| share(&self.asked, bag));
        shares.fold(0.0, f32::max)
    }

    /// Whether one of a fact's headings, or its file's name, is made of what the brief is about.
    pub fn heads(&self, fact: &Fact) -> bool {
        let file = fact.file.replace(['/', '.', '_', '-'], " ");
        fact.headings.iter().chain([&file]).any(|place| {
            let said: BTreeSet<String> = stems(place, self.language).collect();
            self.phrases.iter().take(2).any(|phrase| {
                let held = phrase.iter().filter(|stem| said.contains(*stem)).count();
                held > 0 && held * 2 >= phrase.len()
            })
        })
    }

    /// How much of the topic each place holds, 0 to 1: half by the words in it, half by what stands over it.
    /// A word that many places have tells little, and the brand's name over a page nothing.
    pub fn shares(&self, places: &[Place], brand: &str) -> Vec<f32> {
        let words: Vec<BTreeSet<String>> = places
            .iter()
            .map(|place| {
                let said = place
                    .facts
                    .iter()
                    .flat_map(|fact| stems(&fact.text, self.language));
                said.chain(place.above(brand, self.language)).collect()
            })
            .collect();
        let weights: BTreeMap<String, f32> = self
            .asked
            .iter()
            .map(|(stem, weight)| {
                let holders = words.iter().filter(|bag| bag.contains(stem)).count();
                (stem.clone(), weight * rarity(holders, words.len()))
            })
            .collect();
        places
            .iter()
            .zip(&words)
            .map(|(place, words)| {
                let above = place.above(brand, self.language).collect();
                0.5 * share(&weights, words) + 0.5 * share(&weights, &above)
            })
            .collect()
    }

    /// Whether a heading says the topic: a whole phrase of it, or hardly anything else.
    pub fn is_said_by(&self, heading: &str) -> bool {
        let said: BTreeSet<String> = stems(heading, self.language).collect();
        let ours = said.iter().filter(|stem| self.holds(stem)).count();
        let phrase = self
            .phrases
            .iter()
            .take(3)
            .any(|phrase| phrase.is_subset(&said));
        let mostly = ours >= 3 || ours == 2 && said.len() <= 4;
        mostly || ours > 0 && ours == said.len() || phrase
    }

    /// Whether a fact's headings or its file speak of the topic.
    pub fn names(&self, fact: &Fact) -> bool {
        fact.headings
            .iter()
            .chain([&fact.file.replace(['/', '.', '_', '-'], " ")])
            .any(|place| stems(place, self.language).any(|stem| self.weights.contains_key(&stem)))
    }

    /// Whether the topic has this stem.
    pub fn holds(&self, stem: &str) -> bool {
        self.weights.contains_key(stem)
    }
}

/// What a brief's first phrase names with its last telling word: "soap" in "our new goat milk soap range".
pub fn named_thing(intent: &Intent, language: Language) -> Option<&str> {
    let phrase = intent.products.iter().chain(&intent.topics).next()?;
    text::words(phrase)
        .map(|word| word.text)
        .filter(|word| {
            let folded = text::fold(word);
            let tells =
                |stem: &String| !is_general(stem, language) && !HEADLESS.contains(&stem.as_str());
            !is_stop_word(&folded, language) && of_word(&folded, language).iter().any(tells)
        })
        .last()
}

/// Stems of words that stand behind the thing that a phrase names.
const HEADLESS: &[&str] = &[
    "assort",
    "campaign",
    "collect",
    "days",
    "deal",
    "discount",
    "edit",
    "event",
    "initiativ",
    "launch",
    "lin",
    "open",
    "opt",
    "plan",
    "pric",
    "product",
    "program",
    "programm",
    "project",
    "rang",
    "schem",
    "season",
    "seri",
    "servic",
    "start",
    "trial",
    "updat",
    "version",
    "yearl",
];

/// How much of the weights a bag of stems holds, 0 to 1.
fn share(weights: &BTreeMap<String, f32>, bag: &BTreeSet<String>) -> f32 {
    let total: f32 = weights.values().sum();
    let held: f32 = weights
        .iter()
        .filter(|(stem, _)| bag.contains(*stem))
        .map(|(_, weight)| weight)
        .sum();
    if total > 0.0 { held / total } else { 0.0 }
}

/// What a word tells that `holders` of `all` have. One that none has cannot tell them apart, and lowers all
/// of them a little.
fn rarity(holders: usize, all: usize) -> f32 {
    if holders == 0 {
        0.25
    } else {
        (1.0 + all as f32 / (1.0 + holders as f32)).ln()
    }
}

fn bag(fact: &Fact, language: Language) -> BTreeSet<String> {
    [&fact.text, &fact.subject]
        .into_iter()
        .chain(&fact.question)
        .chain(&fact.headings)
        .flat_map(|text| stems(text, language))
        .collect()
}

fn sold(category: Category) -> bool {
    matches!(
        category,
        Category::Product | Category::Service | Category::Offer | Category::Pricing
    )
}
