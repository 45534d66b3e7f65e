//! What a post can be made of: the facts as sentences that the brand would post, sorted by what they do.

use super::frames::Fillings;
use super::manner::{Manner, word_count};
use super::nouns::{self, Noun};
use super::past::{self, PastSentence, PastSentences};
use super::{DraftingInput, edits, usable};
use crate::knowledge::context::{Topic, stems};
use crate::knowledge::{Category, Entity, EntityKind, EntryKind, Fact, StatementForm};
use crate::text;
use std::collections::BTreeSet;

/// What a sentence does in a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// What it is.
    Essence,
    /// How it is done, why it matters.
    Detail,
    /// A customer's words, a result.
    Proof,
    /// Price, dates, conditions.
    Terms,
    /// One of several numbered steps.
    Step,
    /// Asks the reader to do something.
    Ask,
}

/// A fact as the brand would post it.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Index into the input's facts.
    pub fact: usize,
    pub text: String,
    /// The same right after its question: "Yes" stays.
    pub reply: Option<Reply>,
    pub words: usize,
    pub role: Role,
    /// 0 to 1.
    pub topicality: f32,
    /// Says what is not, or not for whom: no lead, unless there is nothing else.
    pub negative: bool,
    /// It can stand without its question.
    pub alone: bool,
    pub kinds: BTreeSet<EntityKind>,
    /// Comparable forms of its prices, dates, times and quantities.
    pub keys: BTreeSet<String>,
    pub stems: BTreeSet<String>,
    /// Same section, same number.
    pub section: usize,
    pub document: usize,
    /// Order in the document.
    pub place: u32,
    /// Place in a numbered how-to, from 1.
    pub order: Option<u32>,
    /// One sentence of a fact that has several: used where whole facts do not give enough angles.
    pub part: bool,
}

/// A question of the folder with the answer as it follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub question: String,
    pub answer: String,
}

/// The steps of one how-to, in order and without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Procedure {
    /// "How to bleed a brake", if its heading is put so.
    pub title: Option<String>,
    /// Units, in order.
    pub steps: Vec<usize>,
}

/// Everything that plans choose from.
#[derive(Debug, Clone)]
pub struct Material {
    pub units: Vec<Unit>,
    pub procedures: Vec<Procedure>,
    pub past: PastSentences,
    pub fillings: Fillings,
    /// The fact that the topic's words stand in.
    pub topic_fact: Option<usize>,
    /// The brief's own call to action, with the fact that holds its numbers and names, if it has any.
    pub asked: Option<(String, Option<usize>)>,
    /// The brief says that it is new.
    pub new: bool,
    /// Short phrases of the folder that can stand as a first line, with their facts.
    pub phrases: Vec<(String, usize)>,
    /// The unit that the brief is about: no candidate goes without it if there is room.
    pub core: Option<usize>,
}

/// Gathers what the facts, the brief and the past posts have to offer.
pub fn gather(input: &DraftingInput, manner: &Manner) -> Material {
    let topic = Topic::of(input.intent, input.facts);
    let mut sections: Vec<String> = Vec::new();
    let mut documents: Vec<String> = Vec::new();
    let mut units: Vec<Unit> = Vec::new();
    for (index, fact) in input.facts.iter().enumerate() {
        let document = number_of(&mut documents, fact.document.to_string());
        let section = number_of(
            &mut sections,
            format!("{}\n{}", fact.document, fact.headings.join("\n")),
        );
        if let Some(mut unit) = unit(index, fact, manner, topic.measure(fact)) {
            (unit.section, unit.document) = (section, document);
            let parts = parts(&unit, fact);
            units.push(unit);
            units.extend(parts);
        }
    }
    let procedures = procedures(&units, input.facts);
    let (noun, topic_fact) =
        topic_noun(input).map_or((None, None), |(noun, fact)| (Some(noun), Some(fact)));
    let mut words: BTreeSet<String> = units
        .iter()
        .flat_map(|unit| unit.stems.iter().cloned())
        .collect();
    words.extend(stems(&input.brief.text));
    Material {
        past: past::sentences(input.past_posts, manner, &words),
        fillings: Fillings {
            topic: noun,
            audience: audience(input.intent.audience.as_deref()),
            possessive: manner.possessive().filter(|_| is_own(input)),
        },
        topic_fact,
        asked: asked(input, manner),
        new: text::words(&input.brief.text).any(|word| {
            matches!(
                text::fold(word.text).as_str(),
                "new" | "launch" | "launches" | "launching" | "introduce" | "introducing"
            )
        }),
        phrases: phrases(input, manner, &topic),
        core: core(&units, input),
        units,
        procedures,
    }
}

impl Unit {
    fn has(&self, kind: EntityKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// The value that it leads with, if it has one: the most telling kind first. A sum that is no price
    /// ("income over £30,000") and a bare count tell nothing by themselves.
    pub fn value<'a>(&self, fact: &'a Fact) -> Option<&'a Entity> {
        [
            EntityKind::Price,
            EntityKind::Time,
            EntityKind::Date,
            EntityKind::Quantity,
        ]
        .into_iter()
        .filter(|kind| self.has(*kind))
        .find_map(|kind| {
            fact.entities.iter().find(|entity| {
                entity.kind == kind
                    && self.text.contains(&entity.text)
                    && is_telling(&self.text, entity)
            })
        })
    }

    /// The kind of that value.
    pub fn value_kind(&self, fact: &Fact) -> Option<EntityKind> {
        self.value(fact).map(|entity| entity.kind)
    }
}

impl Material {
    /// Past sentences of a kind that are not from the posts already used.
    pub fn unused<'a>(list: &'a [PastSentence], used: &[usize]) -> Vec<&'a PastSentence> {
        list.iter()
            .filter(|sentence| !used.contains(&sentence.post))
            .collect()
    }
}

fn unit(index: usize, fact: &Fact, manner: &Manner, topicality: f32) -> Option<Unit> {
    let source = fact.text.split_whitespace().collect::<Vec<_>>().join(" ");
    if matches!(
        fact.form,
        StatementForm::Fragment | StatementForm::NounPhrase
    ) {
        return None;
    }
    let step = fact.kind == EntryKind::Step;
    let bare = if step {
        without_number(&source)
    } else {
        source.clone()
    };
    let said = if fact.quoted {
        manner.allows(&bare).then(|| in_quotes(&bare))
    } else {
        manner.say(&bare)
    };
    let said = said.filter(|said| keeps_values(said, fact));
    let reply = fact
        .question
        .as_deref()
        .and_then(|question| reply(question, &source, fact, manner));
    let alone = fact.form == StatementForm::Sentence
        && said.as_deref().is_some_and(|said| {
            if step {
                usable::is_whole(said)
            } else {
                usable::stands_alone(said)
            }
        });
    if !alone && reply.is_none() {
        return None;
    }
    let text = match said {
        Some(said) if alone => said,
        _ => reply.as_ref().map(|reply| reply.answer.clone())?,
    };
    let entities = || fact.entities.iter();
    Some(Unit {
        fact: index,
        words: word_count(&text),
        role: role(fact, &text),
        topicality,
        negative: is_negative(&text),
        alone,
        kinds: entities().map(|entity| entity.kind).collect(),
        keys: entities()
            .filter(|entity| {
                matches!(
                    entity.kind,
                    EntityKind::Price | EntityKind::Date | EntityKind::Time | EntityKind::Quantity
                )
            })
            .map(|entity| entity.key.clone())
            .collect(),
        stems: stems(&text).collect(),
        section: 0,
        document: 0,
        place: fact.span.end,
        order: fact.order,
        part: false,
        reply,
        text,
    })
}

/// The sentences of a fact that has several and can do without each other.
fn parts(unit: &Unit, fact: &Fact) -> Vec<Unit> {
    let whole = unit
        .reply
        .as_ref()
        .map_or(&unit.text, |reply| &reply.answer);
    let sentences: Vec<&str> = text::sentences(whole)
        .into_iter()
        .filter_map(|span| span.slice(whole))
        .filter(|sentence| usable::stands_alone(sentence) && word_count(sentence) >= 4)
        .collect();
    if sentences.len() < 2 || unit.role == Role::Step || fact.quoted {
        return Vec::new();
    }
    sentences
        .into_iter()
        .map(|sentence| Unit {
            text: sentence.to_owned(),
            reply: None,
            words: word_count(sentence),
            negative: is_negative(sentence),
            alone: true,
            keys: fact
                .entities
                .iter()
                .filter(|entity| unit.keys.contains(&entity.key) && sentence.contains(&entity.text))
                .map(|entity| entity.key.clone())
                .collect(),
            kinds: fact
                .entities
                .iter()
                .filter(|entity| sentence.contains(&entity.text))
                .map(|entity| entity.kind)
                .collect(),
            stems: stems(sentence).collect(),
            part: true,
            ..unit.clone()
        })
        .collect()
}

/// Edits may not cost a number: every digit group of the fact is still there.
fn keeps_values(said: &str, fact: &Fact) -> bool {
    let numbers = |text: &str| -> Vec<String> {
        text::words(text)
            .filter(|word| word.text.chars().any(|c| c.is_ascii_digit()))
            .map(|word| word.text.to_owned())
            .collect()
    };
    let there = numbers(&fact.text);
    numbers(said).iter().all(|number| there.contains(number))
}

fn reply(question: &str, source: &str, fact: &Fact, manner: &Manner) -> Option<Reply> {
    let question = manner.put(question.trim());
    // What the question names must stand in the answer: a footnote covers the answer's facts only.
    let nothing_of_its_own = text::words(&question).skip(1).all(|word| {
        let telling =
            word.text.starts_with(char::is_uppercase) || word.text.chars().any(char::is_numeric);
        !telling || word.text == "I" || fact.text.contains(word.text)
    });
    let answer = manner.put(source);
    let whole = text::sentences(&answer)
        .iter()
        .filter_map(|span| span.slice(&answer))
        .all(|sentence| {
            usable::is_whole(sentence) || matches!(sentence, "Yes." | "No." | "Yes!" | "No!")
        });
    (question.ends_with('?')
        && nothing_of_its_own
        && whole
        && word_count(&question) <= 16
        && manner.allows(&question)
        && manner.allows(&answer)
        && keeps_values(&answer, fact))
    .then_some(Reply { question, answer })
}

fn role(fact: &Fact, text: &str) -> Role {
    const CONTACTS: &[&str] = &[
        "apply",
        "ask",
        "book",
        "call",
        "contact",
        "download",
        "email",
        "message",
        "order",
        "phone",
        "register",
        "reserve",
        "ring",
        "sign",
        "subscribe",
        "visit",
        "write",
    ];
    let first = text::words(text)
        .next()
        .map(|word| text::fold(word.text))
        .unwrap_or_default();
    let contact = fact
        .entities
        .iter()
        .any(|entity| entity.kind == EntityKind::Contact);
    if fact.kind == EntryKind::Step {
        return Role::Step;
    }
    if fact.quoted {
        return Role::Proof;
    }
    if past::asks(text)
        && CONTACTS.contains(&first.as_str())
        && (contact || fact.category != Category::HowTo && word_count(text) <= 12)
        && text::sentences(text).len() == 1
    {
        return Role::Ask;
    }
    match fact.category {
        Category::Testimonial | Category::CustomerStory => Role::Proof,
        Category::Pricing
        | Category::Delivery
        | Category::Returns
        | Category::Availability
        | Category::Policy => Role::Terms,
        Category::Company
        | Category::Product
        | Category::Service
        | Category::Event
        | Category::Offer => {
            if fact
                .entities
                .iter()
                .any(|entity| entity.kind == EntityKind::Price)
            {
                Role::Terms
            } else {
                Role::Essence
            }
        }
        _ => Role::Detail,
    }
}

fn is_negative(text: &str) -> bool {
    const NEGATIVE: &[&str] = &[
        "aren't",
        "broken",
        "can't",
        "cannot",
        "closed",
        "complaint",
        "damaged",
        "doesn't",
        "don't",
        "except",
        "excluded",
        "excluding",
        "fault",
        "isn't",
        "late",
        "later",
        "missed",
        "nobody",
        "none",
        "not",
        "nothing",
        "penalty",
        "refuse",
        "unavailable",
        "unless",
        "won't",
    ];
    let words: Vec<String> = text::words(text)
        .map(|word| text::fold(word.text))
        .collect();
    let needs_nothing = words.iter().any(|word| {
        matches!(
            word.as_str(),
            "needed" | "required" | "necessary" | "minimum" | "need"
        )
    });
    words.iter().any(|word| {
        NEGATIVE.contains(&word.as_str())
            || matches!(word.as_str(), "no" | "never") && !needs_nothing
    })
}

fn is_telling(text: &str, entity: &Entity) -> bool {
    let before: Vec<String> = text
        .split(&entity.text)
        .next()
        .map(|before| {
            text::words(before)
                .map(|word| text::fold(word.text))
                .collect()
        })
        .unwrap_or_default();
    let last = before.last().map_or("", String::as_str);
    let bound = matches!(
        last,
        "over" | "under" | "than" | "above" | "below" | "least" | "most"
    );
    match entity.kind {
        EntityKind::Price => {
            let priced = text::words(text).any(|word| {
                matches!(
                    text::fold(word.text).as_str(),
                    "cost"
                        | "costs"
                        | "price"
                        | "prices"
                        | "priced"
                        | "charge"
                        | "from"
                        | "starts"
                        | "start"
                        | "pay"
                        | "for"
                        | "off"
                        | "save"
                )
            });
            priced && !bound
        }
        EntityKind::Quantity => !bound && before.len() < 16,
        _ => true,
    }
}

/// "1. Measure twice." without its number: the list sets its own.
fn without_number(step: &str) -> String {
    let rest = step.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() < step.len()
        && let Some(tail) = rest.strip_prefix(['.', ')'])
    {
        return tail.trim_start().to_owned();
    }
    step.strip_prefix("Step ")
        .and_then(|tail| tail.split_once(':'))
        .map_or_else(|| step.to_owned(), |(_, tail)| tail.trim_start().to_owned())
}

fn procedures(units: &[Unit], facts: &[Fact]) -> Vec<Procedure> {
    let mut sections: Vec<usize> = units
        .iter()
        .filter(|unit| unit.role == Role::Step)
        .map(|unit| unit.section)
        .collect();
    sections.sort_unstable();
    sections.dedup();
    sections
        .into_iter()
        .filter_map(|section| {
            let mut steps: Vec<usize> = (0..units.len())
                .filter(|&at| units[at].section == section && units[at].role == Role::Step)
                .collect();
            steps.sort_by_key(|&at| units[at].place);
            // A gap between two steps is a step that is missing: half a how-to is worse than none.
            let counted = steps
                .iter()
                .zip(1..)
                .all(|(&at, number)| units[at].order == Some(number));
            let gapless = counted
                || steps.windows(2).all(|pair| {
                    if units[pair[0]].order.is_some() {
                        return false;
                    }
                    let next = &facts[units[pair[1]].fact];
                    let gap = units[pair[1]].place.saturating_sub(units[pair[0]].place) as usize;
                    gap <= next.text.len() + 24
                });
            let words: usize = steps.iter().map(|&at| units[at].words).sum();
            let title = steps.first().and_then(|&at| title(&facts[units[at].fact]));
            (steps.len() >= 2 && steps.len() <= 9 && gapless && words <= 160)
                .then_some(Procedure { title, steps })
        })
        .collect()
}

/// A heading that is put as "How to …", the innermost first.
fn title(fact: &Fact) -> Option<String> {
    let heading = fact.headings.iter().rev().find(|heading| {
        let folded = text::fold(heading);
        folded.starts_with("how to ") && word_count(heading) <= 10
    })?;
    let plain = !heading.chars().any(char::is_numeric)
        && text::words(heading).skip(1).all(|word| {
            !word.text.starts_with(char::is_uppercase) || fact.text.contains(word.text)
        });
    plain.then(|| heading.trim().trim_end_matches(['.', ':', '?']).to_owned())
}

/// The phrase that the post is about, if a fact holds all its words.
fn topic_noun(input: &DraftingInput) -> Option<(Noun, usize)> {
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
        let noun = nouns::read(topic)?;
        let wanted: Vec<String> = stems(&noun.text).collect();
        let fact = input.facts.iter().position(|fact| {
            let place: BTreeSet<String> = stems(&fact.text)
                .chain(stems(&fact.subject))
                .chain(fact.headings.iter().flat_map(|heading| stems(heading)))
                .collect();
            let named = text::words(&noun.text).all(|word| {
                let telling = word.text.chars().any(char::is_numeric)
                    || word.span.start > 0 && word.text.starts_with(char::is_uppercase);
                !telling || fact.text.contains(word.text)
            });
            !wanted.is_empty() && named && wanted.iter().all(|stem| place.contains(stem))
        })?;
        Some((small_at_start(noun, input.facts), fact))
    })
}

/// Whether the brief calls its topic the brand's own: "our winter service".
fn is_own(input: &DraftingInput) -> bool {
    let words: Vec<String> = text::words(&input.brief.text)
        .map(|word| text::fold(word.text))
        .collect();
    let topics: BTreeSet<String> = input
        .intent
        .topics
        .iter()
        .take(1)
        .flat_map(|topic| stems(topic))
        .collect();
    words.iter().enumerate().any(|(at, word)| {
        matches!(word.as_str(), "our" | "my")
            && words[at + 1..]
                .iter()
                .take(3)
                .any(|next| topics.contains(&crate::knowledge::context::stem(next)))
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
fn audience(said: Option<&str>) -> Option<String> {
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

/// The brief's own call to action as a sentence, if the facts hold its numbers and names.
fn asked(input: &DraftingInput, manner: &Manner) -> Option<(String, Option<usize>)> {
    let said = input
        .intent
        .call_to_action
        .as_deref()?
        .trim()
        .trim_end_matches(['.', '!', ',']);
    let sentence = edits::capitalized(said) + ".";
    let about_others = text::words(&sentence).any(|word| {
        matches!(
            text::fold(word.text).as_str(),
            "they" | "them" | "their" | "people" | "readers" | "customers"
        )
    });
    if about_others || !past::asks(&sentence) || word_count(&sentence) > 14 {
        return None;
    }
    let sentence = manner.put(&sentence);
    let telling: Vec<&str> = text::words(said)
        .skip(1)
        .map(|word| word.text)
        .filter(|word| word.starts_with(char::is_uppercase) || word.chars().any(char::is_numeric))
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
    manner.allows(&sentence).then_some((sentence, fact))
}

/// Noun phrases and fragments that are short, on the topic and turn nothing down.
fn phrases(input: &DraftingInput, manner: &Manner, topic: &Topic) -> Vec<(String, usize)> {
    input
        .facts
        .iter()
        .enumerate()
        .filter(|(_, fact)| {
            matches!(
                fact.form,
                StatementForm::Fragment | StatementForm::NounPhrase
            ) && !fact.quoted
                && fact.kind != EntryKind::Step
                && (2..=9).contains(&word_count(&fact.text))
                && topic.measure(fact) >= 0.5
                && !is_negative(&fact.text)
                && !fact
                    .text
                    .contains([':', ';', '|', '(', '"', '\u{201c}', '?'])
        })
        .filter_map(|(index, fact)| {
            let said = manner.say(fact.text.trim().trim_end_matches(['.', ',', '!']))?;
            keeps_values(&said, fact).then(|| (said + ".", index))
        })
        .collect()
}

/// The answer to the question that the brief asks, or else what is most about the topic.
fn core(units: &[Unit], input: &DraftingInput) -> Option<usize> {
    let brief: BTreeSet<String> = stems(&input.brief.text).collect();
    let asked = |unit: &Unit| {
        unit.reply.as_ref().map_or(0.0, |reply| {
            let question: BTreeSet<String> = stems(&reply.question).collect();
            question.intersection(&brief).count() as f32 / question.len().max(1) as f32
        })
    };
    let answers = input.intent.goal.starts_with("faq");
    let value = |unit: &Unit| {
        let question = if answers { asked(unit) } else { 0.0 };
        let essence = if unit.role == Role::Essence {
            0.15
        } else {
            0.0
        };
        unit.topicality + question + essence
    };
    (0..units.len())
        .filter(|&at| !matches!(units[at].role, Role::Step | Role::Ask | Role::Proof))
        .max_by(|&left, &right| {
            value(&units[left])
                .total_cmp(&value(&units[right]))
                .then(right.cmp(&left))
        })
}

fn in_quotes(text: &str) -> String {
    let bare = text.trim().trim_matches(['"', '\u{201c}', '\u{201d}']);
    format!("\u{201c}{bare}\u{201d}")
}

fn number_of(list: &mut Vec<String>, name: String) -> usize {
    list.iter()
        .position(|known| *known == name)
        .unwrap_or_else(|| {
            list.push(name);
            list.len() - 1
        })
}
