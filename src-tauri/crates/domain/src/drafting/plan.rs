//! Plans: which fact leads, how the post opens, what carries it, how it ends.
//!
//! Many are made, because whether sentences read well together shows only when they stand together.

mod body;
mod closing;

use super::frames::{Need, Use};
use super::material::{Material, Role, Unit};
use super::seed::Seed;
use super::wording;
use crate::knowledge::context::BASIC_RELEVANCE;
use crate::knowledge::{Category, EntityKind, EntryKind, Fact};
use crate::language::Language;
use crate::skills::{MoveKind, Structure};
use std::collections::{BTreeMap, BTreeSet};

/// Words that a post without steps aims for, between networks that have room.
pub const BODY_WORDS: usize = 70;

/// A unit of another section leads only if it is this near to the topic, beside the nearest.
const NEAR: f32 = 0.8;
const NEAR_AT_ALL: f32 = 0.5;

/// With so many units where its topic is told, a brief is answered from there.
const ENOUGH: usize = 5;

/// How a body is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Body {
    /// As the page goes on behind the lead, then with what is nearest.
    Onward,
    /// With what no earlier candidate has said.
    Fresh,
    /// As a list of the page.
    List,
    /// With one sentence.
    Short,
}

const BODIES: [Body; 4] = [Body::Onward, Body::Fresh, Body::List, Body::Short];

/// One way to write the post.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub lead: Lead,
    pub hook: Hook,
    /// Units that carry the lead, in reading order.
    pub supports: Vec<usize>,
    /// A customer's words.
    pub proof: Option<usize>,
    /// Units with price, dates and conditions, in reading order.
    pub terms: Vec<usize>,
    pub closing: Closing,
    /// Supports as a list below a line.
    pub list: Option<String>,
    /// A line before the steps, before the customer's words.
    pub steps_line: Option<String>,
    pub proof_line: Option<String>,
    /// Before the first step where there is no room for all.
    pub first_step_line: Option<String>,
    /// For networks where an address cannot be followed.
    pub plain_closing: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lead {
    Unit(usize),
    Procedure(usize),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hook {
    /// The lead's own sentence opens the post.
    Lead,
    /// The question that the lead answers.
    Question,
    /// A heading of the folder, with the fact that holds its names.
    Title(String, usize),
    /// A frame; whether it names the topic.
    Frame(String, bool),
    /// A past post's opener, by the post.
    Past(String, usize),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closing {
    None,
    /// The brief's own.
    Asked(String, Option<usize>),
    /// A unit that asks.
    Unit(usize),
    Past(String, usize),
    /// A frame; whether it names the topic.
    Frame(String, bool),
}

/// What earlier candidates have used: the next one is another post.
#[derive(Debug, Clone, Default)]
pub struct Used {
    pub leads: BTreeSet<Lead>,
    pub units: BTreeSet<usize>,
    pub posts: Vec<usize>,
    pub frames: BTreeSet<String>,
    pub angles: BTreeSet<String>,
    /// Whole facts have no further angle to offer: single sentences of them may lead.
    pub allow_parts: bool,
    pub way: Way,
}

/// A way to make a set of candidates. Which one suits a folder shows only in what comes of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Way {
    /// Most units that a body takes besides its lead: fewer leave more to the next candidates.
    pub most: usize,
    /// Each candidate keeps to the section of its lead, and what the brief is about.
    pub within: bool,
    /// The first candidate begins with what the brief is about.
    pub core_first: bool,
    /// Angles are few: facts that are near the topic may lead too.
    pub loose: bool,
}

/// Makes plans for the next candidate.
pub fn plans(
    material: &Material,
    facts: &[Fact],
    structure: &Structure,
    goal: &str,
    used: &Used,
    seed: &mut Seed,
) -> Vec<Plan> {
    let maker = Maker {
        material,
        facts,
        structure,
        goal,
        used,
    };
    let mut made = Vec::new();
    let mut leads = maker.leads();
    leads.truncate(10);
    if used.way.core_first && used.leads.is_empty() {
        let tells_core = |lead: &Lead| match lead {
            Lead::Unit(at) => maker.leads_to_core(*at),
            Lead::Procedure(at) => maker.tells_steps(*at),
        };
        if leads.iter().any(tells_core) {
            leads.retain(tells_core);
        }
    }
    if used.leads.is_empty()
        && let Some(first) = leads.iter().copied().find(|lead| maker.asks_first(*lead))
    {
        leads = vec![first];
    }
    for lead in leads {
        let mut hooks = maker.hooks(lead, seed);
        if maker.asks_first(lead) {
            hooks.retain(|hook| *hook == Hook::Question);
        }
        hooks.truncate(5);
        for hook in hooks {
            for body in BODIES {
                if let Some(plan) = maker.plan(lead, hook.clone(), body, seed) {
                    made.push(plan);
                }
            }
        }
    }
    made
}

/// How well a unit leads a post with this goal, about 0 to 2.
pub fn lead_value(unit: &Unit, fact: &Fact, goal: &str, language: Language) -> f32 {
    let wording = wording::of(language);
    let length = match unit.words {
        0..=3 => -0.4,
        4..=14 => 0.25,
        15..=20 => 0.1,
        _ => -0.15,
    };
    let value = match unit.value_kind(fact, language) {
        Some(EntityKind::Price | EntityKind::Time | EntityKind::Date) => 0.2,
        Some(_) => 0.12,
        None => 0.0,
    };
    let reader =
        if wording::holds(&unit.text, wording.reader) || super::past::asks(&unit.text, language) {
            0.12
        } else {
            0.0
        };
    let turned_down = if unit.negative { -0.45 } else { 0.0 };
    let opens = if unit.behind.is_none() { 0.1 } else { 0.0 };
    // "The sheets" have been spoken of before.
    let first = crate::text::words(&unit.text).next();
    // A German article is no sign of that where the topic itself stands behind it.
    let named = language == Language::German && unit.names_topic;
    let the = if !named
        && first.is_some_and(|word| {
            wording
                .known
                .contains(&crate::text::fold(word.text).as_str())
        }) {
        -0.12
    } else {
        0.0
    };
    // "Ein Paar hält fünf Jahre" is about something that was named before.
    let sells = matches!(goal, "announcement" | "offer");
    let beside = if language == Language::German && sells && !unit.names_topic {
        -0.2
    } else {
        0.0
    };
    1.3 * unit.topicality
        + length
        + value
        + reader
        + turned_down
        + opens
        + the
        + beside
        + goal_fit(goal, fact, unit)
}

/// "If we cancel" and "Sorry" begin the second half of a talk.
fn begins_late(unit: &Unit, language: Language) -> bool {
    let late = wording::of(language).late;
    crate::text::words(&unit.text)
        .next()
        .is_some_and(|word| late.contains(&crate::text::fold(word.text).as_str()))
}

/// What a goal likes to lead with.
fn goal_fit(goal: &str, fact: &Fact, unit: &Unit) -> f32 {
    use Category::{
        Availability, Company, Comparison, CustomerStory, Delivery, Event, HowTo, Offer, Policy,
        Pricing, Product, Returns, Service, Sustainability, Team, TechnicalSpecification,
        Testimonial,
    };
    let liked: &[Category] = match goal {
        "announcement" => &[Product, Service, Event, Offer, Availability, Delivery],
        "offer" => &[Offer, Pricing, Product, Service, Event],
        "how-to" => &[HowTo, TechnicalSpecification, Service],
        "behind-the-scenes" => &[Company, Team, Sustainability, HowTo, CustomerStory],
        _ => &[Product, Service, Company, Event],
    };
    let disliked: &[Category] = match goal {
        "announcement" => &[Returns, Policy, Company],
        "offer" => &[Company, Team, Returns],
        "how-to" => &[Pricing, Company, Returns, Testimonial],
        "behind-the-scenes" => &[Pricing, Returns, Policy, Delivery, Offer, Comparison],
        "faq" | "faq-answer" => &[Event, Offer, Pricing, Returns, Team],
        _ => &[Returns, Policy],
    };
    let answers = goal.starts_with("faq") && fact.kind == EntryKind::Answer;
    let mut fit = 0.0;
    if answers {
        fit += 0.35;
    }
    if liked.contains(&fact.category) {
        fit += 0.2;
    }
    if disliked.contains(&fact.category) {
        fit -= 0.25;
    }
    if unit.role == Role::Proof {
        fit -= 0.1;
    }
    fit
}

struct Maker<'a> {
    material: &'a Material,
    facts: &'a [Fact],
    structure: &'a Structure,
    goal: &'a str,
    used: &'a Used,
}

impl Maker<'_> {
    /// Units that a body can be made of.
    fn bodies(&self) -> usize {
        self.material
            .units
            .iter()
            .filter(|unit| unit.alone && !matches!(unit.role, Role::Step | Role::Ask) && !unit.part)
            .count()
    }

    fn unit(&self, at: usize) -> &Unit {
        &self.material.units[at]
    }

    fn has(&self, kind: MoveKind) -> bool {
        self.structure.moves.iter().any(|part| part.kind == kind)
    }

    fn budget(&self, kind: MoveKind, otherwise: usize) -> usize {
        self.structure
            .moves
            .iter()
            .find(|part| part.kind == kind && part.max_words > 0)
            .map_or(otherwise, |part| part.max_words as usize)
    }

    /// What can lead, the best first.
    fn leads(&self) -> Vec<Lead> {
        let mut leads: Vec<(f32, Lead)> = Vec::new();
        let home_has_more = self.home_has_more();
        let mut first_of: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, unit) in self.material.units.iter().enumerate() {
            let known = first_of.entry(unit.section).or_insert(at);
            if unit.place < self.unit(*known).place {
                *known = at;
            }
        }
        for (at, unit) in self.material.units.iter().enumerate() {
            let lead = Lead::Unit(at);
            let basic = self.facts[unit.fact].relevance <= BASIC_RELEVANCE && !self.used.way.loose;
            let led = self.used.leads.iter().any(|used| {
                *used == lead
                    || matches!(used, Lead::Unit(other) if self.unit(*other).fact == unit.fact && !self.used.allow_parts)
            });
            let held_back = unit.part && !self.used.allow_parts;
            let core_section = self.material.core.map(|core| self.unit(core).section);
            let elsewhere = if self.has_home() {
                !unit.at_home
            } else {
                core_section != Some(unit.section)
            };
            // An answer is led into by what is near its question, or not at all.
            let far = self.goal.starts_with("faq")
                && self.material.core.is_some_and(|core| {
                    let core = self.unit(core);
                    // Where no question of the folder's own was asked, the answer may stand on any page.
                    let asked = core.reply.is_some();
                    let least = if asked { 0.85 } else { 0.6 };
                    asked && unit.document != core.document
                        || unit.topicality < least * core.topicality
                });
            // Beside the topic is no place to begin; where there is little, near it will do.
            let near = if self.used.way.loose {
                NEAR_AT_ALL
            } else {
                NEAR
            };
            let beside = !self.goal.starts_with("faq")
                && self
                    .material
                    .core
                    .is_some_and(|core| unit.topicality < near * self.unit(core).topicality);
            let away = elsewhere
                && (beside
                    || !unit.names_topic
                    || !self.used.way.loose && (self.leads_away(unit) || far));
            let titled = unit.in_place && self.material.titles.contains_key(&at);
            // A customer's words prove what was said; they say it themselves only where they are asked for.
            let praise = self.facts[unit.fact].category == Category::Testimonial
                && !self.goal.contains("testimonial")
                && !self.goal.contains("customer")
                && !self.is_core(at);
            let never = matches!(unit.role, Role::Step | Role::Ask)
                || begins_late(unit, self.material.language) && !self.used.way.loose
                || !unit.alone && unit.reply.is_none() && !titled && !self.asks_on(at);
            let from_home = elsewhere && home_has_more && !self.is_core(at);
            if never || basic || led || held_back || away || from_home || praise {
                continue;
            }

            let again = if self.used.units.contains(&at) {
                -0.7
            } else {
                0.0
            };
            let strange = if elsewhere { -0.25 } else { 0.0 };
            // A section says first what it is about; an item of a list is one of several.
            let opens = if first_of.get(&unit.section) == Some(&at) {
                0.15
            } else {
                0.0
            };
            let listed = if self.facts[unit.fact].kind == EntryKind::Item {
                -0.2
            } else {
                0.0
            };
            let language = self.material.language;
            let value = lead_value(unit, &self.facts[unit.fact], self.goal, language);
            leads.push((value + again + strange + opens + listed, lead));
        }
        for (at, procedure) in self.material.procedures.iter().enumerate() {
            let lead = Lead::Procedure(at);
            if !self.tells_steps(at)
                || self.used.leads.contains(&lead)
                || self
                    .used
                    .leads
                    .iter()
                    .any(|lead| matches!(lead, Lead::Procedure(_)))
            {
                continue;
            }
            let topicality = procedure
                .steps
                .iter()
                .map(|&step| self.unit(step).topicality)
                .fold(0.0, f32::max);
            leads.push((1.3 * topicality + 0.9, lead));
        }
        leads.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
        leads.into_iter().map(|(_, lead)| lead).collect()
    }

    /// Whether where the brief's topic is told there is something left that can lead, or there was so much
    /// that what stands elsewhere would only be beside the point.
    fn home_has_more(&self) -> bool {
        let leads = |unit: &Unit| {
            let told = !matches!(unit.role, Role::Step | Role::Ask);
            unit.alone && !unit.part && !unit.negative && told
        };
        let units = self.material.units.iter().enumerate();
        let mut left =
            units.filter(|(at, unit)| unit.at_home && leads(unit) && !self.used.units.contains(at));
        self.is_rich_at_home() || left.next().is_some()
    }

    /// Whether steps belong here: the skill asks for them, or they are how the folder tells of the topic.
    fn tells_steps(&self, procedure: usize) -> bool {
        let procedure = &self.material.procedures[procedure];
        let steps = &procedure.steps;
        // News comes before how to go about it, and steps without a title do not say what they lead to.
        let beside = matches!(self.goal, "announcement" | "offer") && !self.has(MoveKind::Steps)
            || procedure.title.is_none();
        if self.material.language == Language::German && beside {
            return false;
        }
        self.has(MoveKind::Steps) || steps.iter().all(|&step| self.unit(step).at_home)
    }

    /// Whether the folder has a place that tells of what the brief is about.
    fn has_home(&self) -> bool {
        self.material.units.iter().any(|unit| unit.at_home)
    }

    /// Whether enough stands where the brief's topic is told to answer it from there alone.
    fn is_rich_at_home(&self) -> bool {
        let told = |unit: &&Unit| {
            unit.at_home && !unit.part && (unit.alone || unit.in_place) && unit.role != Role::Ask
        };
        self.material.units.iter().filter(told).count() >= ENOUGH
    }

    fn hooks(&self, lead: Lead, seed: &mut Seed) -> Vec<Hook> {
        let mut hooks = Vec::new();
        match lead {
            Lead::Procedure(at) => {
                let procedure = &self.material.procedures[at];
                let heading = procedure
                    .steps
                    .first()
                    .and_then(|step| self.material.titles.get(step));
                if let Some(title) = procedure.title.as_ref().or(heading) {
                    hooks.push(Hook::Title(title.text.clone(), title.fact));
                }
            }
            Lead::Unit(at) => {
                let other_question = self.goal.starts_with("faq") && self.material.core != Some(at);
                if self.unit(at).reply.is_some() && !(other_question && self.unit(at).alone) {
                    hooks.push(Hook::Question);
                }
                if self.unit(at).alone || self.asks_on(at) {
                    hooks.push(Hook::Lead);
                }
                if let Some(title) = self.material.titles.get(&at) {
                    hooks.push(Hook::Title(title.text.clone(), title.fact));
                }
                if !self.unit(at).alone {
                    return hooks;
                }
            }
        }
        if !self.has(MoveKind::Hook) {
            return if hooks.is_empty() {
                vec![Hook::Lead]
            } else {
                hooks
            };
        }
        let past = Material::unused(&self.material.past.openers, &self.used.posts);
        if !past.is_empty() {
            let opener = past[seed.below(past.len())];
            hooks.push(Hook::Past(opener.text.clone(), opener.post));
        }
        let mut framed = self.framed(Use::Hook, Some(lead));
        if self.lead_names_topic(lead) {
            framed.retain(|(_, names_topic)| !names_topic);
        }
        seed.shuffle(&mut framed);
        hooks.extend(
            framed
                .into_iter()
                .take(3)
                .map(|(text, topic)| Hook::Frame(text, topic)),
        );
        hooks
    }

    /// Whether a unit is what the brief is about, or opens the section that holds it.
    fn leads_to_core(&self, at: usize) -> bool {
        self.material.core.is_some_and(|core| {
            let opens = self.material.titles.contains_key(&at);
            core == at || opens && self.unit(core).section == self.unit(at).section
        })
    }

    /// A question of the page's own that the page goes on from: "Got a puppy?"
    fn asks_on(&self, at: usize) -> bool {
        let unit = self.unit(at);
        let goes_on = |other: &Unit| other.behind == Some(at) && other.in_place;
        unit.text.ends_with('?') && unit.behind.is_none() && self.material.units.iter().any(goes_on)
    }

    /// The first answer to a question begins with the question.
    fn asks_first(&self, lead: Lead) -> bool {
        let Lead::Unit(at) = lead else {
            return false;
        };
        self.goal.starts_with("faq")
            && self.material.core == Some(at)
            && self.unit(at).reply.is_some()
    }

    /// A line that names the topic in front of a sentence that names it again says nothing.
    fn lead_names_topic(&self, lead: Lead) -> bool {
        let Some(topic) = &self.material.fillings.topic else {
            return false;
        };
        let said = match lead {
            Lead::Unit(at) => &self.unit(at).stems,
            Lead::Procedure(_) => return false,
        };
        crate::language::stems::stems(&topic.text, self.material.language)
            .all(|stem| said.contains(&stem))
    }

    /// Frames of a kind that fit here, as sentences.
    fn framed(&self, used_as: Use, lead: Option<Lead>) -> Vec<(String, bool)> {
        self.material
            .frames
            .iter()
            .filter(|framed| {
                framed.frame.used_as == used_as
                    && framed
                        .frame
                        .needs
                        .iter()
                        .all(|need| self.meets(*need, lead))
                    && !self.used.frames.contains(&framed.text)
            })
            .map(|framed| (framed.text.clone(), framed.frame.names_topic()))
            .collect()
    }

    fn meets(&self, need: Need, lead: Option<Lead>) -> bool {
        let unit = match lead {
            Some(Lead::Unit(at)) => Some(self.unit(at)),
            _ => None,
        };
        match need {
            Need::New => self.material.new,
            Need::Date => unit.is_some_and(|unit| {
                let kind = unit.value_kind(&self.facts[unit.fact], self.material.language);
                kind == Some(EntityKind::Date)
            }),
            Need::Answer => unit.is_some_and(|unit| unit.reply.is_some()),
            Need::Steps => matches!(lead, Some(Lead::Procedure(_))),
            Need::Sale => unit.is_some_and(|unit| {
                matches!(
                    self.facts[unit.fact].category,
                    Category::Product | Category::Service | Category::Offer | Category::Pricing
                )
            }),
            Need::Event => {
                unit.is_some_and(|unit| self.facts[unit.fact].category == Category::Event)
            }
        }
    }
}
