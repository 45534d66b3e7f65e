//! Plans: which fact leads, how the post opens, what carries it, how it ends.
//!
//! Many are made, because whether sentences read well together shows only when they stand together.

use super::frames::{self, Frame, Need, Use};
use super::manner::Manner;
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
    /// The how-to's own heading.
    Title(String),
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
}

/// Makes plans for the next candidate.
pub fn plans(
    material: &Material,
    facts: &[Fact],
    structure: &Structure,
    goal: &str,
    manner: &Manner,
    used: &Used,
    seed: &mut Seed,
) -> Vec<Plan> {
    let maker = Maker {
        material,
        facts,
        structure,
        goal,
        manner,
        used,
    };
    let mut made = Vec::new();
    for lead in maker.leads().into_iter().take(10) {
        let mut hooks = maker.hooks(lead, seed);
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
    manner: &'a Manner<'a>,
    used: &'a Used,
}

impl Maker<'_> {
    /// How many facts a body may take besides its lead, so that the next candidates have facts of their own.
    fn share(&self) -> usize {
        let bodies = self
            .material
            .units
            .iter()
            .filter(|unit| !matches!(unit.role, Role::Step | Role::Ask))
            .count();
        (bodies.div_ceil(2)).clamp(2, 5) - 1
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
            let basic = self.facts[unit.fact].relevance <= BASIC_RELEVANCE;
            let led = self.used.leads.iter().any(|used| {
                *used == lead
                    || matches!(used, Lead::Unit(other) if self.unit(*other).fact == unit.fact && !self.used.allow_parts)
            });
            let held_back = unit.part && !self.used.allow_parts;
            if unit.role == Role::Step || basic || led || held_back {
                continue;
            }
            // A sentence that asks is kept for the end while others can lead.
            let ask = if unit.role == Role::Ask { -1.5 } else { 0.0 };
            let again = if self.used.units.contains(&at) {
                -0.7
            } else {
                0.0
            };
            let value = lead_value(unit, &self.facts[unit.fact], self.goal);
            leads.push((value + ask + again, lead));
        }
        for (at, procedure) in self.material.procedures.iter().enumerate() {
            let lead = Lead::Procedure(at);
            if self.used.leads.contains(&lead)
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
                    hooks.push(Hook::Title(title.clone()));
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
        frames::bank(self.manner.language)
            .iter()
            .filter(|frame| {
                frame.used_as == used_as
                    && frame.registers.contains(&self.manner.register)
                    && (frame.goals.is_empty() || frame.goals.contains(&self.goal))
                    && frame.needs.iter().all(|need| self.meets(*need, lead))
            })
            .filter_map(|frame| self.said(frame))
            .filter(|(text, _)| !self.used.frames.contains(text))
            .collect()
    }

    fn said(&self, frame: &Frame) -> Option<(String, bool)> {
        let sentence = frame.fill(&self.material.fillings)?;
        Some((self.manner.frame(&sentence)?, frame.names_topic()))
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

    fn plan(&self, lead: Lead, hook: Hook, variant: usize, seed: &mut Seed) -> Option<Plan> {
        let mut taken: Vec<usize> = match lead {
            Lead::Unit(at) => vec![at],
            Lead::Procedure(at) => self.material.procedures[at].steps.clone(),
        };
        let lead_words: usize = taken.iter().map(|&at| self.unit(at).words).sum();
        let room = BODY_WORDS.saturating_sub(if taken.len() > 1 { 0 } else { lead_words });
        let closing = self.closing(&hook, &taken, variant, seed);
        if let Closing::Unit(at) = closing {
            taken.push(at);
        }
        let first = taken[0];
        let most = match lead {
            Lead::Procedure(_) => 1,
            Lead::Unit(_) if variant == 2 => 1,
            Lead::Unit(_) => self.share(),
        };
        let support_room = room.min(self.budget(MoveKind::Support, room));
        let mut supports = Vec::new();
        if self.has(MoveKind::Support) || self.has(MoveKind::Answer) {
            let faq = self.goal.starts_with("faq");
            let fits = |unit: &Unit| {
                let core = faq
                    && self
                        .material
                        .core
                        .is_some_and(|core| self.unit(core).fact == unit.fact);
                core || matches!(unit.role, Role::Essence | Role::Detail)
            };
            self.pick(
                &mut supports,
                &mut taken,
                first,
                variant,
                most,
                support_room,
                fits,
                seed,
            );
        }
        let spent = |list: &[usize]| -> usize { list.iter().map(|&at| self.unit(at).words).sum() };
        let mut terms = Vec::new();
        if self.has(MoveKind::Terms) || supports.len() < 2 {
            let left = room.saturating_sub(spent(&supports));
            let left = left.min(self.budget(MoveKind::Terms, 30).max(12));
            let fits = |unit: &Unit| unit.role == Role::Terms;
            let most = match (variant, supports.len()) {
                (2, 1..) => 0,
                (_, 0) => self.share().min(2),
                (_, count) => self.share().saturating_sub(count).min(2),
            };
            self.pick(
                &mut terms, &mut taken, first, variant, most, left, fits, seed,
            );
        }
        let mut proofs = Vec::new();
        if self.has(MoveKind::Proof) && variant == 1 {
            let left = room
                .saturating_sub(spent(&supports) + spent(&terms))
                .max(24);
            let fits = |unit: &Unit| unit.role == Role::Proof;
            self.pick(&mut proofs, &mut taken, first, variant, 1, left, fits, seed);
        }
        let same_document = |at: &usize| self.unit(*at).document != self.unit(first).document;
        let core = |at: &usize| self.material.core != Some(*at);
        supports.sort_by_key(|at| {
            (
                core(at),
                self.unit(*at).role,
                same_document(at),
                self.unit(*at).document,
                self.unit(*at).place,
            )
        });
        terms.sort_by_key(|at| {
            (
                same_document(at),
                self.unit(*at).document,
                self.unit(*at).place,
            )
        });
        let short = supports.iter().all(|&at| self.unit(at).words <= 14);
        let list = (variant == 1 && supports.len() >= 3 && short)
            .then(|| self.line(Use::Facts, seed))
            .flatten();
        let proof = proofs.first().copied();
        let quoted = proof
            .is_some_and(|at| self.facts[self.unit(at).fact].category == Category::Testimonial);
        Some(Plan {
            steps_line: if matches!(lead, Lead::Procedure(_)) {
                self.line(Use::Steps, seed)
            } else {
                None
            },
            proof_line: if quoted {
                self.line(Use::Proof, seed)
            } else {
                None
            },
            first_step_line: if matches!(lead, Lead::Procedure(_)) {
                self.line(Use::FirstStep, seed)
            } else {
                None
            },
            plain_closing: if matches!(closing, Closing::Unit(_)) {
                self.plain_closing(seed)
            } else {
                None
            },
            lead,
            hook,
            supports,
            proof,
            terms,
            closing,
            list,
        })
    }

    fn line(&self, used_as: Use, seed: &mut Seed) -> Option<String> {
        let lines = self.framed(used_as, None);
        (!lines.is_empty()).then(|| lines[seed.below(lines.len())].0.clone())
    }

    fn plain_closing(&self, seed: &mut Seed) -> Option<String> {
        let mut lines = self.framed(Use::CallToAction, None);
        lines.retain(|(_, names_topic)| !names_topic);
        (!lines.is_empty()).then(|| lines[seed.below(lines.len())].0.clone())
    }

    /// Takes units that go with the first one, the best first, while there is room.
    #[expect(
        clippy::too_many_arguments,
        reason = "one loop for three moves, each with its own bounds"
    )]
    fn pick(
        &self,
        chosen: &mut Vec<usize>,
        taken: &mut Vec<usize>,
        first: usize,
        variant: usize,
        most: usize,
        mut room: usize,
        fits: impl Fn(&Unit) -> bool,
        seed: &mut Seed,
    ) {
        let jitter: Vec<f32> = (0..self.material.units.len())
            .map(|_| seed.below(100) as f32 / 1_000.0)
            .collect();
        while chosen.len() < most {
            let best = (0..self.material.units.len())
                .filter(|at| !taken.contains(at))
                .filter(|&at| self.goes_with(at, taken))
                .filter(|&at| {
                    fits(self.unit(at)) && self.unit(at).alone && self.unit(at).words <= room
                })
                .filter_map(|at| {
                    Some((
                        self.support_value(at, first, taken, variant)? + jitter[at],
                        at,
                    ))
                })
                .max_by(|left, right| left.0.total_cmp(&right.0).then(right.1.cmp(&left.1)));
            let Some((value, at)) = best else {
                return;
            };
            if value < 0.15 {
                return;
            }
            room -= self.unit(at).words;
            chosen.push(at);
            taken.push(at);
        }
    }

    /// A fact stands in a post once: as a whole, or as sentences of its own.
    fn goes_with(&self, at: usize, taken: &[usize]) -> bool {
        let unit = self.unit(at);
        if unit.part && !self.used.allow_parts {
            return false;
        }
        taken.iter().all(|&other| {
            let other = self.unit(other);
            other.fact != unit.fact || other.part && unit.part
        })
    }

    /// How well a unit goes with those taken; `None` if it says again what one of them says.
    fn support_value(
        &self,
        at: usize,
        first: usize,
        taken: &[usize],
        variant: usize,
    ) -> Option<f32> {
        let unit = self.unit(at);
        let lead = self.unit(first);
        for &other in taken {
            let other = self.unit(other);
            let shared = unit.stems.intersection(&other.stems).count() as f32;
            let smaller = unit.stems.len().min(other.stems.len()).max(1) as f32;
            let same_value = unit.keys.intersection(&other.keys).next().is_some();
            if shared / smaller > 0.67 || same_value && shared / smaller > 0.25 {
                return None;
            }
        }
        let near = match (
            unit.section == lead.section,
            unit.document == lead.document,
            variant,
        ) {
            (true, _, 0) => 0.35,
            (true, _, _) => 0.15,
            (false, true, _) => 0.1,
            (false, false, _) => 0.0,
        };
        let basic = self.facts[unit.fact].relevance <= BASIC_RELEVANCE;
        let turned_down = if unit.negative && !self.goal.starts_with("faq") {
            0.6
        } else {
            0.0
        };
        if basic {
            // One line on who, when or where, if nothing that is on the topic is left.
            let another = taken
                .iter()
                .any(|&other| self.facts[self.unit(other).fact].relevance <= BASIC_RELEVANCE);
            return (!another && !self.used.units.contains(&at)).then_some(0.16);
        }
        let apart = unit.section != lead.section && self.leads_away(unit);
        let own = unit.topicality + near - turned_down - if apart { 0.3 } else { 0.0 };
        if self.material.core == Some(at) {
            return Some(if self.goal.starts_with("faq") {
                own + 2.0
            } else {
                own + 0.1
            });
        }
        // The second variant keeps to what no earlier candidate has said.
        match (self.used.units.contains(&at), variant) {
            (true, 0) => Some(own - 0.45),
            (true, _) => None,
            (false, _) => Some(own),
        }
    }

    /// An answer or a lesson that turns to what is for sale stops being one.
    fn leads_away(&self, unit: &Unit) -> bool {
        let helps = self.goal.starts_with("faq") || self.goal == "how-to";
        helps
            && matches!(
                self.facts[unit.fact].category,
                Category::Event
                    | Category::Offer
                    | Category::Pricing
                    | Category::Service
                    | Category::Testimonial
            )
    }

    fn closing(&self, hook: &Hook, taken: &[usize], variant: usize, seed: &mut Seed) -> Closing {
        if !self.has(MoveKind::CallToAction) && !self.has(MoveKind::Question) {
            return Closing::None;
        }
        if let Some((text, fact)) = &self.material.asked {
            return Closing::Asked(text.clone(), *fact);
        }
        let wants_question = self.has(MoveKind::Question) && !self.has(MoveKind::CallToAction);
        let hook_asks =
            matches!(hook, Hook::Frame(text, _) | Hook::Past(text, _) if text.ends_with('?'));
        let names_topic = matches!(hook, Hook::Frame(_, true));
        let opener = match hook {
            Hook::Past(_, post) => Some(*post),
            _ => None,
        };
        if !wants_question {
            let mut asks: Vec<usize> = (0..self.material.units.len())
                .filter(|at| {
                    self.unit(*at).role == Role::Ask && self.unit(*at).alone && !taken.contains(at)
                })
                // How to order is worth saying in each candidate; where that makes two alike, a frame is there.
                .filter(|at| variant == 0 || !self.used.units.contains(at))
                .collect();
            asks.sort_by(|left, right| {
                self.unit(*right)
                    .topicality
                    .total_cmp(&self.unit(*left).topicality)
                    .then(left.cmp(right))
            });
            if let Some(&ask) = asks.first() {
                return Closing::Unit(ask);
            }
            let mut used = self.used.posts.clone();
            used.extend(opener);
            let past = Material::unused(&self.material.past.closers, &used);
            // Past closers are the brand's own manner; frames keep a chance, so that seeds differ.
            if !past.is_empty() && seed.below(4) > 0 {
                let closer = past[seed.below(past.len())];
                return Closing::Past(closer.text.clone(), closer.post);
            }
        }
        let kind = if wants_question {
            Use::Question
        } else {
            Use::CallToAction
        };
        let lead = taken.first().map(|&at| Lead::Unit(at));
        let fitting: Vec<_> = self
            .framed(kind, lead)
            .into_iter()
            .filter(|(text, topic)| {
                // Two questions that ask the same of the reader, or the topic named twice, sound mechanical.
                !(names_topic && *topic)
                    && !(hook_asks && text.contains('?') && kind == Use::CallToAction)
            })
            .collect();
        if fitting.is_empty() {
            return Closing::None;
        }
        let (text, topic) = fitting[seed.below(fitting.len())].clone();
        Closing::Frame(text, topic)
    }
}
