//! What carries a lead: supports, proof, terms, and the lines before them.

use super::{BODY_WORDS, Closing, Hook, Lead, Maker, Plan};
use crate::drafting::frames::Use;
use crate::drafting::material::{Role, Unit};
use crate::drafting::seed::Seed;
use crate::knowledge::context::BASIC_RELEVANCE;
use crate::knowledge::{Category, EntryKind};
use crate::skills::MoveKind;

/// From this many facts on, candidates do not share them.
const RICH: usize = 9;

impl Maker<'_> {
    pub(super) fn plan(
        &self,
        lead: Lead,
        hook: Hook,
        variant: usize,
        seed: &mut Seed,
    ) -> Option<Plan> {
        let mut taken: Vec<usize> = match lead {
            Lead::Unit(at) => vec![at],
            Lead::Procedure(at) => self.material.procedures[at].steps.clone(),
        };
        let lead_words: usize = taken.iter().map(|&at| self.unit(at).words).sum();
        let room = BODY_WORDS.saturating_sub(if taken.len() > 1 { 0 } else { lead_words });
        let ask = self.ask(&taken, variant);
        taken.extend(ask);
        let first = taken[0];
        let most = match lead {
            Lead::Procedure(_) => 1,
            Lead::Unit(at) if self.used.frugal && self.material.core == Some(at) => 0,
            Lead::Unit(_) if self.used.frugal => usize::from(self.bodies() > 2),
            Lead::Unit(_) if variant == 2 => 1,
            Lead::Unit(_) => self.share(),
        };
        let support_room = room.min(self.budget(MoveKind::Support, room));
        let mut supports = Vec::new();
        let tips = self.has(MoveKind::Steps) && matches!(lead, Lead::Unit(_));
        if self.has(MoveKind::Support) || self.has(MoveKind::Answer) || tips {
            let faq = self.goal.starts_with("faq");
            let fits = |unit: &Unit| {
                let core = faq
                    && self
                        .material
                        .core
                        .is_some_and(|core| self.unit(core).fact == unit.fact);
                core || matches!(unit.role, Role::Essence | Role::Detail)
                    && (variant == 1 || !unit.fragment)
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
            let fits = |unit: &Unit| unit.role == Role::Terms && !unit.fragment;
            let most = match (variant, supports.len()) {
                _ if self.used.frugal => usize::from(most > 0 && supports.is_empty()),
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
            let fits = |unit: &Unit| unit.role == Role::Proof && !unit.fragment;
            self.pick(&mut proofs, &mut taken, first, variant, 1, left, fits, seed);
        }
        let same_document = |at: &usize| self.unit(*at).document != self.unit(first).document;
        let core = |at: &usize| !self.is_core(*at);
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
        let closing = match ask {
            Some(at) if self.material.asked.is_none() => Closing::Unit(at),
            _ => self.closing(&hook, &taken, seed),
        };
        if let Hook::Past(text, _) = &hook
            && !self.belongs(text, &taken)
        {
            return None;
        }
        if list.is_none() && supports.iter().any(|&at| self.unit(at).fragment) {
            return None;
        }
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

    pub(super) fn line(&self, used_as: Use, seed: &mut Seed) -> Option<String> {
        let lines = self.framed(used_as, None);
        (!lines.is_empty()).then(|| lines[seed.below(lines.len())].0.clone())
    }

    pub(super) fn plain_closing(&self, seed: &mut Seed) -> Option<String> {
        let mut lines = self.framed(Use::CallToAction, None);
        lines.retain(|(_, names_topic)| !names_topic);
        (!lines.is_empty()).then(|| lines[seed.below(lines.len())].0.clone())
    }

    /// Takes units that go with the first one, the best first, while there is room.
    #[expect(
        clippy::too_many_arguments,
        reason = "one loop for three moves, each with its own bounds"
    )]
    pub(super) fn pick(
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
                    fits(self.unit(at))
                        && (self.unit(at).alone || self.answers(at))
                        && self.unit(at).words <= room
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

    /// How well a unit goes with those taken; `None` if it says again what one of them says.
    pub(super) fn support_value(
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
            (true, _, 0) => 0.5,
            (true, _, _) => 0.3,
            (false, true, _) => 0.2,
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
        // From another document only what is as much on the topic as the lead is.
        let strange = unit.document != lead.document && unit.topicality < 0.8 * lead.topicality;
        if strange && !self.is_core(at) {
            return None;
        }
        // With facts enough for posts of their own, what one has said the next need not say.
        let rich = self.bodies() >= RICH;
        let own = unit.topicality + near - turned_down - if apart { 0.3 } else { 0.0 };
        if self.is_core(at) {
            let answer = if self.goal.starts_with("faq") {
                2.0
            } else {
                0.1
            };
            // What the brief is about carries the first post; another post that repeats it is no choice.
            let again = if rich && self.used.units.contains(&at) && !self.goal.starts_with("faq") {
                0.6
            } else {
                0.0
            };
            return Some(own - again + answer + if unit.part { 0.2 } else { 0.0 });
        }
        // The second variant keeps to what no earlier candidate has said.
        match (self.used.units.contains(&at), variant) {
            (true, 0) => Some(own - if rich { 0.8 } else { 0.45 }),
            (true, _) => None,
            (false, _) => Some(own),
        }
    }

    /// A fact stands in a post once: as a whole, or as sentences of its own.
    pub(super) fn goes_with(&self, at: usize, taken: &[usize]) -> bool {
        let unit = self.unit(at);
        if unit.part && !self.used.allow_parts {
            return false;
        }
        taken.iter().all(|&other| {
            let other = self.unit(other);
            other.fact != unit.fact || other.part && unit.part
        })
    }

    /// The answer that the brief asks for stands with its question where it cannot stand alone.
    pub(super) fn answers(&self, at: usize) -> bool {
        !self.used.loose && self.goal.starts_with("faq") && self.material.core == Some(at)
    }

    /// The unit that the brief is about, or the first sentence of it where sentences stand for facts.
    pub(super) fn is_core(&self, at: usize) -> bool {
        self.material.core.is_some_and(|core| {
            core == at
                || self.used.allow_parts
                    && at == core + 1
                    && self.unit(at).part
                    && self.unit(at).fact == self.unit(core).fact
        })
    }

    /// An answer or a lesson that turns to what is for sale stops being one.
    pub(super) fn leads_away(&self, unit: &Unit) -> bool {
        let helps = self.goal.starts_with("faq") || self.goal == "how-to";
        let fact = &self.facts[unit.fact];
        helps
            && (fact.kind == EntryKind::Product
                || matches!(
                    fact.category,
                    Category::Event
                        | Category::Offer
                        | Category::Pricing
                        | Category::Service
                        | Category::Testimonial
                ))
    }
}
