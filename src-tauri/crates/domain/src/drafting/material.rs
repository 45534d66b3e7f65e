//! What a post can be made of: the facts as sentences that the brand would post, sorted by what they do.

mod home;
mod procedures;
mod titles;
mod topic;
mod units;

use super::DraftingInput;
use super::frames::{Fillings, Frame};
use super::manner::Manner;
use super::past::{self, PastSentence, PastSentences};
use super::selection::SAME_QUESTION;
use super::wording;
use crate::knowledge::context::Topic;
use crate::knowledge::{Entity, EntityKind, Fact, StatementForm};
use crate::language::Language;
use crate::language::stems::{grouped, stems};
use std::collections::{BTreeMap, BTreeSet};

/// From this value on a question of the folder is what a German brief is about, whatever its goal is.
const SURELY_ASKED: f32 = 0.7;

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
    /// It can stand where its page has it: behind the unit before it, or first below its heading.
    pub in_place: bool,
    /// A word of the topic stands in it, and not only in a heading above it.
    pub names_topic: bool,
    /// It stands where the folder tells of what the brief is about.
    pub at_home: bool,
    /// It has a sentence that is longer than the brand writes.
    pub long: bool,
    pub kinds: BTreeSet<EntityKind>,
    /// Comparable forms of its prices, dates, times and quantities.
    pub keys: BTreeSet<String>,
    pub stems: BTreeSet<String>,
    /// Same section, same number.
    pub section: usize,
    pub document: usize,
    /// Order in the document.
    pub place: u32,
    /// The unit whose sentence stands right before this one in the document. One that cannot stand alone
    /// stands behind it or not at all.
    pub behind: Option<usize>,
    /// Place in a numbered how-to, from 1.
    pub order: Option<u32>,
    /// Not a sentence by itself: an item of a list, and nothing else.
    pub fragment: bool,
    /// One sentence of a fact that has several: used where whole facts do not give enough angles.
    pub part: bool,
}

/// A frame with its holes filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framed {
    pub frame: &'static Frame,
    pub text: String,
}

/// A question of the folder with the answer as it follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub question: String,
    pub answer: String,
}

/// A heading as a first line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    pub text: String,
    /// The fact that holds the names in it.
    pub fact: usize,
}

/// The steps of one how-to, in order and without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Procedure {
    /// "How to bleed a brake", if its heading is put so.
    pub title: Option<Title>,
    /// Units, in order.
    pub steps: Vec<usize>,
}

/// Everything that plans choose from.
#[derive(Debug, Clone)]
pub struct Material {
    pub language: Language,
    pub units: Vec<Unit>,
    pub procedures: Vec<Procedure>,
    /// Headings of units that stand first below one on the topic, by unit.
    pub titles: BTreeMap<usize, Title>,
    pub past: PastSentences,
    pub fillings: Fillings,
    /// The frames that this brand can use here, as its sentences.
    pub frames: Vec<Framed>,
    /// The fact that the topic's words stand in.
    pub topic_fact: Option<usize>,
    /// The brief's own call to action, with the fact that holds its numbers and names, if it has any.
    pub asked: Option<(String, Option<usize>)>,
    /// The brief says that it is new.
    pub new: bool,
    /// The unit that the brief is about: no candidate goes without it if there is room.
    pub core: Option<usize>,
}

/// Gathers what the facts, the brief and the past posts have to offer.
pub fn gather(input: &DraftingInput, manner: &Manner) -> Material {
    let language = manner.language;
    let topic = Topic::of(input.intent, input.facts, language);
    let mut sections: Vec<String> = Vec::new();
    let mut documents: Vec<String> = Vec::new();
    let mut units: Vec<Unit> = Vec::new();
    let measured = topic.measure_all(&input.facts.iter().collect::<Vec<_>>());
    for ((index, fact), measured) in input.facts.iter().enumerate().zip(measured) {
        let document = number_of(&mut documents, fact.document.to_string());
        let section = number_of(
            &mut sections,
            format!("{}\n{}", fact.document, fact.headings.join("\n")),
        );
        if let Some(mut unit) = units::unit(index, fact, manner, measured) {
            (unit.section, unit.document) = (section, document);
            unit.names_topic = unit.stems.iter().any(|stem| topic.holds(stem));
            let parts = units::parts(&unit, fact, language);
            units.push(unit);
            units.extend(parts);
        }
    }
    link(&mut units, input.facts);
    for unit in &mut units {
        if opens_with_topic(unit, &topic, language) {
            (unit.alone, unit.fragment) = (true, false);
        }
    }
    // What answers a question stands by itself.
    // In German a heading often puts the question: "Was ein Hörgerät kostet".
    let brief = things(&input.brief.text, language);
    let asked_there = units
        .iter()
        .map(|unit| asked(unit, &brief, language))
        .fold(0.0, f32::max);
    let faq = input.intent.goal.starts_with("faq");
    let by_place = match language {
        Language::German => asked_there < if faq { SAME_QUESTION } else { SURELY_ASKED },
        Language::English | Language::Other => !faq,
    };
    if by_place {
        let goal = &input.intent.goal;
        home::find(&mut units, input.facts, &topic, &input.brand.name, goal);
    }
    let titles = titles::of_units(&units, input.facts, &topic, manner);
    let core = core(&units, input, &topic, &titles, language);
    // What is too long for the brand is said only if it is what the brief is about.
    for (at, unit) in units.iter_mut().enumerate() {
        // Steps come all or not at all.
        if unit.long && core != Some(at) && unit.role != Role::Step {
            (unit.alone, unit.in_place, unit.fragment) = (false, false, false);
        }
    }
    let procedures = procedures::procedures(&units, input.facts, &topic, language);
    // Numbered sentences that are nothing to do ("The tuner plays it for an hour") tell of something.
    let done: BTreeSet<usize> = procedures
        .iter()
        .flat_map(|how_to| how_to.steps.iter().copied())
        .collect();
    for (at, unit) in units.iter_mut().enumerate() {
        let sentence = input.facts[unit.fact].form == StatementForm::Sentence;
        let told = sentence && unit.alone && !past::asks(&unit.text, language);
        if unit.role == Role::Step && !done.contains(&at) && told {
            unit.role = Role::Detail;
        }
    }
    let (noun, topic_fact) = topic::topic_noun(input, language)
        .map_or((None, None), |(noun, fact)| (Some(noun), Some(fact)));
    let fillings = Fillings {
        topic: noun,
        audience: topic::audience(input.intent.audience.as_deref(), language),
        possessive: manner
            .possessive()
            .filter(|_| topic::is_own(input, language)),
        address: manner.address,
    };
    let mut words: BTreeSet<String> = units
        .iter()
        .flat_map(|unit| unit.stems.iter().cloned())
        .collect();
    words.extend(stems(&input.brief.text, language));
    Material {
        past: past::sentences(input.past_posts, manner, &words),
        frames: framed(input, manner, &fillings),
        fillings,
        topic_fact,
        asked: topic::asked(input, manner),
        new: wording::holds(&input.brief.text, wording::of(language).new),
        language,
        core,
        titles,
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
    pub fn value<'a>(&self, fact: &'a Fact, language: Language) -> Option<&'a Entity> {
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
                    && units::is_telling(&self.text, entity, wording::of(language))
            })
        })
    }

    /// The kind of that value.
    pub fn value_kind(&self, fact: &Fact, language: Language) -> Option<EntityKind> {
        self.value(fact, language).map(|entity| entity.kind)
    }
}

impl Material {
    /// How much of the question that a unit answers stands in a text, 0 to 1.
    pub fn asks(&self, unit: usize, text: &str) -> f32 {
        let said = things(text, self.language);
        asked(&self.units[unit], &said, self.language)
    }

    /// Past sentences of a kind that are not from the posts already used.
    pub fn unused<'a>(list: &'a [PastSentence], used: &[usize]) -> Vec<&'a PastSentence> {
        list.iter()
            .filter(|sentence| !used.contains(&sentence.post))
            .collect()
    }
}

/// Whether running text without a verb begins with what the brief is about, so that it can stand alone:
/// "Quaker Grey bean, from a customer in Settle whose family has kept it since 1931."
fn opens_with_topic(unit: &Unit, topic: &Topic, language: Language) -> bool {
    let start: Vec<&str> = unit.text.split_whitespace().take(4).collect();
    let named = stems(&start.join(" "), language)
        .filter(|stem| topic.holds(stem))
        .count();
    unit.fragment && unit.in_place && unit.words >= 6 && named >= 2
}

/// Says of each unit which one it stands behind. What leans is as much on the topic as what it leans on.
fn link(units: &mut [Unit], facts: &[Fact]) {
    let mut order: Vec<usize> = (0..units.len()).filter(|&at| !units[at].part).collect();
    order.sort_by_key(|&at| (units[at].document, facts[units[at].fact].span));
    for &at in &order {
        let fact = &facts[units[at].fact];
        let before = order.iter().copied().find(|&other| {
            units[other].in_place && fact.is_right_behind(&facts[units[other].fact])
        });
        units[at].behind = before;
        if let Some(before) = before
            && fact.form == StatementForm::Following
        {
            units[at].topicality = units[at].topicality.max(units[before].topicality);
        }
    }
}

fn framed(input: &DraftingInput, manner: &Manner, fillings: &Fillings) -> Vec<Framed> {
    let goal = super::frames::goal_kind(&input.intent.goal);
    super::frames::bank(manner.language)
        .iter()
        .filter(|frame| {
            frame.registers.contains(&manner.register)
                && (frame.goals.is_empty() || frame.goals.contains(&goal))
        })
        .filter_map(|frame| {
            let text = manner.frame(&frame.fill(fillings)?)?;
            Some(Framed { frame, text })
        })
        .collect()
}

/// The answer to the question that the brief asks, or else what is most about the topic.
fn core(
    units: &[Unit],
    input: &DraftingInput,
    topic: &Topic,
    titles: &BTreeMap<usize, Title>,
    language: Language,
) -> Option<usize> {
    let brief = things(&input.brief.text, language);
    let answers = input.intent.goal.starts_with("faq");
    let asks_price = language == Language::German
        && wording::holds(&input.brief.text, wording::of(language).price);
    // A page says first what it is about.
    let opener = (0..units.len())
        .filter(|&at| {
            let unit = &units[at];
            unit.at_home && (unit.names_topic || topic.heads(&input.facts[unit.fact]))
        })
        .min_by_key(|&at| input.facts[units[at].fact].span);
    let value = |at: usize| {
        let unit = &units[at];
        let question = asked(unit, &brief, language);
        let question = if answers || language == Language::German && question >= SURELY_ASKED {
            question
        } else {
            0.0
        };
        // Whoever asks wants the answer, not what the thing is.
        let essence = if unit.role == Role::Essence && !answers {
            0.15
        } else {
            0.0
        };
        let long = if unit.long { 0.1 } else { 0.0 };
        let headed = if topic.heads(&input.facts[unit.fact]) && !answers {
            0.1
        } else {
            0.0
        };
        let at_home = if unit.at_home { 0.2 } else { 0.0 };
        let opens = if opener == Some(at) { 0.25 } else { 0.0 };
        // Who asks what it costs wants the price.
        let priced = if asks_price && unit.kinds.contains(&EntityKind::Price) {
            0.4
        } else {
            0.0
        };
        unit.topicality + question + essence + headed + at_home + opens + priced - long
    };
    (0..units.len())
        .filter(|&at| {
            let unit = &units[at];
            let told = !matches!(unit.role, Role::Step | Role::Ask | Role::Proof);
            let titled = unit.in_place && titles.contains_key(&at);
            let stands = unit.alone || unit.reply.is_some() || titled;
            told && stands && (!unit.fragment || titled) && !unit.part
        })
        .max_by(|&left, &right| value(left).total_cmp(&value(right)).then(right.cmp(&left)))
}

/// How much of the question that a unit answers is among these stems, 0 to 1. One word of several is none:
/// "How exact are your cuts?" is not whether cut mesh can be returned.
fn asked(unit: &Unit, said: &BTreeSet<String>, language: Language) -> f32 {
    unit.reply.as_ref().map_or(0.0, |reply| {
        let question = things(&reply.question, language);
        let shared = question.intersection(said).count();
        if shared < question.len().min(2) {
            return 0.0;
        }
        // "Will the mend show?" is nearer than "What if I do not like the mend?", whose one word it has too.
        let sure = shared as f32 / (shared as f32 + 0.67);
        sure * shared as f32 / question.len().max(1) as f32
    })
}

/// The stems of a text word by word: a compound is one thing, whatever its parts are.
fn things(text: &str, language: Language) -> BTreeSet<String> {
    grouped(text, language)
        .map(|parts| parts.join(" "))
        .collect()
}

fn number_of(list: &mut Vec<String>, name: String) -> usize {
    list.iter()
        .position(|known| *known == name)
        .unwrap_or_else(|| {
            list.push(name);
            list.len() - 1
        })
}
