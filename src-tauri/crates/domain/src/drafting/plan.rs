//! Plans: which fact leads, how the post opens, what carries it, how it ends.
//!
//! Many are made, because whether sentences read well together shows only when they stand together.

mod body;
mod closing;

use super::frames::{Need, Use};
use super::material::{Material, Role, Unit};
use super::seed::Seed;
use crate::knowledge::context::BASIC_RELEVANCE;
use crate::knowledge::{Category, EntityKind, EntryKind, Fact};
use crate::skills::{MoveKind, Structure};
use std::collections::BTreeSet;

/// Words that a post without steps aims for, between networks that have room.
pub const BODY_WORDS: usize = 70;

/// How many bodies are tried for a lead with an opening: near the lead, said by nobody yet, short.
const VARIANTS: usize = 3;

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
    /// The how-to's own heading, with the fact that holds its names.
    Title(String, usize),
    /// A frame; whether it names the topic.
    Frame(String, bool),
    /// A short phrase of the folder, with its fact.
    Phrase(String, usize),
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
    /// Facts are few: each candidate takes as little as it can.
    pub frugal: bool,
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
            for variant in 0..VARIANTS {
                if let Some(plan) = maker.plan(lead, hook.clone(), variant, seed) {
                    made.push(plan);
                }
            }
        }
    }
    made
}

/// How well a unit leads a post with this goal, about 0 to 2.
pub fn lead_value(unit: &Unit, fact: &Fact, goal: &str) -> f32 {
    let length = match unit.words {
        0..=3 => -0.4,
        4..=14 => 0.25,
        15..=20 => 0.1,
        _ => -0.15,
    };
    let value = match unit.value_kind(fact) {
        Some(EntityKind::Price | EntityKind::Time | EntityKind::Date) => 0.2,
        Some(_) => 0.12,
        None => 0.0,
    };
    let reader = if crate::text::words(&unit.text)
        .any(|word| matches!(word.text, "you" | "You" | "your" | "Your"))
        || super::past::asks(&unit.text)
    {
        0.12
    } else {
        0.0
    };
    let turned_down = if unit.negative { -0.45 } else { 0.0 };
    1.3 * unit.topicality + length + value + reader + turned_down + goal_fit(goal, fact, unit)
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
    /// How many facts a body may take besides its lead, so that the next candidates have facts of their own.
    fn share(&self) -> usize {
        self.bodies().div_ceil(2).clamp(2, 5) - 1
    }

    /// Units that a body can be made of.
    fn bodies(&self) -> usize {
        self.material
            .units
            .iter()
            .filter(|unit| !matches!(unit.role, Role::Step | Role::Ask) && !unit.part)
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
        for (at, unit) in self.material.units.iter().enumerate() {
            let lead = Lead::Unit(at);
            let basic = self.facts[unit.fact].relevance <= BASIC_RELEVANCE && !self.used.loose;
            let led = self.used.leads.iter().any(|used| {
                *used == lead
                    || matches!(used, Lead::Unit(other) if self.unit(*other).fact == unit.fact && !self.used.allow_parts)
            });
            let held_back = unit.part && !self.used.allow_parts;
            let elsewhere = self
                .material
                .core
                .is_none_or(|core| self.unit(core).section != unit.section);
            // An answer is led into by what is near its question, or not at all.
            let far = self.goal.starts_with("faq")
                && self
                    .material
                    .core
                    .is_some_and(|core| unit.topicality < 0.6 * self.unit(core).topicality);
            let away = elsewhere && !self.used.loose && (self.leads_away(unit) || far);
            let never = matches!(unit.role, Role::Step | Role::Ask) || unit.fragment;
            if never || basic || led || held_back || away {
                continue;
            }

            let again = if self.used.units.contains(&at) {
                -0.7
            } else {
                0.0
            };
            let value = lead_value(unit, &self.facts[unit.fact], self.goal);
            leads.push((value + again, lead));
        }
        for (at, procedure) in self.material.procedures.iter().enumerate() {
            let lead = Lead::Procedure(at);
            if !self.has(MoveKind::Steps)
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
            let wanted = if self.has(MoveKind::Steps) { 0.9 } else { -0.2 };
            leads.push((1.3 * topicality + wanted, lead));
        }
        leads.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
        leads.into_iter().map(|(_, lead)| lead).collect()
    }

    fn hooks(&self, lead: Lead, seed: &mut Seed) -> Vec<Hook> {
        let mut hooks = Vec::new();
        match lead {
            Lead::Procedure(at) => {
                if let Some(title) = &self.material.procedures[at].title {
                    hooks.push(Hook::Title(title.text.clone(), title.fact));
                }
            }
            Lead::Unit(at) => {
                let other_question = self.goal.starts_with("faq") && self.material.core != Some(at);
                if self.unit(at).reply.is_some() && !(other_question && self.unit(at).alone) {
                    hooks.push(Hook::Question);
                }
                if self.unit(at).alone {
                    hooks.push(Hook::Lead);
                } else {
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
        let lead_fact = match lead {
            Lead::Unit(at) => Some(self.unit(at).fact),
            Lead::Procedure(_) => None,
        };
        let phrases: Vec<_> = self
            .material
            .phrases
            .iter()
            .filter(|(text, fact)| Some(*fact) != lead_fact && !self.used.frames.contains(text))
            .collect();
        if !phrases.is_empty() {
            let (text, fact) = phrases[seed.below(phrases.len())];
            hooks.push(Hook::Phrase(text.clone(), *fact));
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
        crate::knowledge::context::stems(&topic.text).all(|stem| said.contains(&stem))
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
        let leads_with =
            |kind| unit.is_some_and(|unit| unit.value_kind(&self.facts[unit.fact]) == Some(kind));
        match need {
            Need::New => self.material.new,
            Need::Price => leads_with(EntityKind::Price),
            Need::Date => leads_with(EntityKind::Date),
            Need::Time => leads_with(EntityKind::Time),
            Need::Number => leads_with(EntityKind::Quantity),
            Need::Deadline => {
                leads_with(EntityKind::Time)
                    && unit.is_some_and(|unit| {
                        let text = unit.text.to_lowercase();
                        [" by ", " before ", " until "]
                            .iter()
                            .any(|word| text.contains(word))
                    })
            }
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
