//! Facts as sentences that the brand would post.

use super::{Reply, Role, Unit};
use crate::drafting::manner::{Manner, word_count};
use crate::drafting::wording::{self, Wording};
use crate::drafting::{past, usable};
use crate::knowledge::{Category, Entity, EntityKind, EntryKind, Fact, StatementForm};
use crate::language::Language;
use crate::language::stems::stems;
use crate::text;

pub(super) fn unit(index: usize, fact: &Fact, manner: &Manner, topicality: f32) -> Option<Unit> {
    let source = fact.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let step = fact.kind == EntryKind::Step;
    let fragment = matches!(
        fact.form,
        StatementForm::Fragment | StatementForm::NounPhrase
    );
    // "Deposit: 20 euros" is a line of a list and nothing else.
    let keyed = fragment && !step && source.contains(": ");
    let bare = if step || fragment {
        closed_unless(keyed, &without_number(&source))
    } else {
        source.clone()
    };
    let said = if fact.quoted {
        manner
            .allows(&bare)
            .then(|| in_quotes(&bare, manner.language))
    } else {
        manner.say(&bare)
    };
    let long = said.is_none() && !fact.quoted;
    let said = if long { manner.say_long(&bare) } else { said };
    let said = said.filter(|said| keeps_values(said, fact));
    let reply = fact
        .question
        .as_deref()
        .and_then(|question| reply(question, &source, fact, manner));
    // A step stands behind the step before it, whatever its form.
    let leaning = matches!(fact.form, StatementForm::Reply | StatementForm::Following);
    let long = long
        || reply
            .as_ref()
            .is_some_and(|reply| !manner.allows(&reply.answer));
    let alone = (step || !leaning && !fragment)
        && said.as_deref().is_some_and(|said| {
            if step {
                usable::is_whole(said)
            } else {
                usable::stands_alone(said, manner.language)
            }
        });
    let ended = !keyed && fact.kind == EntryKind::Statement && source.ends_with(['.', '!', '?']);
    let running = (!fragment || ended) && !step && said.as_deref().is_some_and(usable::goes_on);
    let in_place = running && fact.form != StatementForm::Reply;
    let text = match (said, &reply) {
        (Some(said), _) if alone => said,
        (_, Some(reply)) => reply.answer.clone(),
        (Some(said), None) if in_place || fragment => said,
        _ => return None,
    };
    let entities = || fact.entities.iter();
    Some(Unit {
        fact: index,
        words: word_count(&text),
        role: role(fact, &text, manner.language),
        topicality,
        negative: is_negative(&text, wording::of(manner.language)),
        alone,
        in_place,
        at_home: false,
        long,
        names_topic: false,
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
        stems: stems(&text, manner.language).collect(),
        section: 0,
        document: 0,
        behind: None,
        place: fact.span.end,
        order: fact.order,
        part: false,
        fragment: fragment && !step,
        reply,
        text,
    })
}

/// The sentences of a fact that has several and can do without each other.
pub(super) fn parts(unit: &Unit, fact: &Fact, language: Language) -> Vec<Unit> {
    let whole = unit
        .reply
        .as_ref()
        .map_or(&unit.text, |reply| &reply.answer);
    let sentences: Vec<&str> = text::sentences(whole)
        .into_iter()
        .filter_map(|span| span.slice(whole))
        .filter(|sentence| usable::stands_alone(sentence, language) && word_count(sentence) >= 4)
        .collect();
    let step = unit.role == Role::Step;
    if sentences.len() < 2 && !step || fact.quoted || text::sentences(whole).len() < 2 {
        return Vec::new();
    }
    sentences
        .into_iter()
        // What a step tells besides what is to be done is a fact of its own: "Booking opens on 9 December."
        .filter(|sentence| {
            let dated = fact.entities.iter().any(|entity| {
                let when = matches!(entity.kind, EntityKind::Date | EntityKind::Time);
                when && sentence.contains(&entity.text)
            });
            !step || dated && !past::asks(sentence, language)
        })
        .map(|sentence| Unit {
            text: sentence.to_owned(),
            reply: None,
            words: word_count(sentence),
            negative: is_negative(sentence, wording::of(language)),
            alone: true,
            in_place: false,
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
            stems: stems(sentence, language).collect(),
            part: !step,
            role: if step { Role::Detail } else { unit.role },
            order: None,
            behind: None,
            ..unit.clone()
        })
        .collect()
}

/// Edits may not cost a number: every digit group of the fact is still there.
pub(super) fn keeps_values(said: &str, fact: &Fact) -> bool {
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
    // In German all nouns are written large, and most are no names.
    let large =
        |word: &str| word.starts_with(char::is_uppercase) && manner.language != Language::German;
    let nothing_of_its_own = text::words(&question).skip(1).all(|word| {
        let telling = large(word.text) || word.text.chars().any(char::is_numeric);
        !telling || word.text == "I" || fact.text.contains(word.text)
    });
    let answer = manner.put(source);
    let whole = text::sentences(&answer)
        .iter()
        .filter_map(|span| span.slice(&answer))
        .all(|sentence| {
            let yes_no = wording::of(manner.language).yes_no;
            usable::is_whole(sentence) || yes_no.contains(&sentence)
        });
    (question.ends_with('?')
        && nothing_of_its_own
        && whole
        && word_count(&question) <= 16
        && manner.allows_question(&question)
        && manner.allows_long(&answer)
        && keeps_values(&answer, fact))
    .then_some(Reply { question, answer })
}

fn role(fact: &Fact, text: &str, language: Language) -> Role {
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
    if past::asks(text, language)
        && past::asks_to_contact(text, language)
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

pub(super) fn is_negative(text: &str, wording: &Wording) -> bool {
    // "Wir pflanzen, wenn Sie es nicht tun" says what is: a German clause stands behind its comma.
    let text = match wording.clauses_apart {
        true => text.split(',').next().unwrap_or(text),
        false => text,
    };
    let needs_nothing = wording::holds(text, wording.needed);
    wording::holds(text, wording.negative) || wording::holds(text, wording.none) && !needs_nothing
}

fn in_quotes(text: &str, language: Language) -> String {
    let bare = text
        .trim()
        .trim_matches(['"', '\u{201c}', '\u{201d}', '\u{201e}']);
    wording::quoted(bare, language)
}

pub(super) fn is_telling(text: &str, entity: &Entity, wording: &Wording) -> bool {
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
    let bound = wording.bounds.contains(&last);
    match entity.kind {
        EntityKind::Price => {
            let priced = wording::holds(text, wording.priced);
            priced && !bound
        }
        EntityKind::Quantity => !bound && before.len() < 16,
        _ => true,
    }
}

/// A line of "key: value" carries no full stop.
fn closed_unless(keyed: bool, item: &str) -> String {
    if keyed {
        item.trim().trim_end_matches([',', ';', '.']).to_owned()
    } else {
        closed(item)
    }
}

/// An item of a list with the full stop that its neighbors have.
fn closed(item: &str) -> String {
    let item = item.trim().trim_end_matches([',', ';']);
    if item.ends_with(['.', '!', '?']) {
        item.to_owned()
    } else {
        format!("{item}.")
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
        .or_else(|| step.strip_prefix("Schritt "))
        .and_then(|tail| tail.split_once(':'))
        .map_or_else(|| step.to_owned(), |(_, tail)| tail.trim_start().to_owned())
}
