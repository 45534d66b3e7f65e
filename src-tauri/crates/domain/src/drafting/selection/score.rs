//! How good a post a plan makes.

use super::Slots;
use crate::drafting::compose::Composition;
use crate::drafting::fluency;
use crate::drafting::plan::{self, Closing, Hook, Lead, Plan};

impl Slots<'_> {
    /// How good a post this plan makes, before voice, about 0 to 1.
    pub(super) fn score(&self, plan: &Plan, composition: &Composition) -> f32 {
        let units = &self.material.units;
        let goal = &self.input.intent.goal;
        let (lead, topicality, lead_words) = match plan.lead {
            Lead::Unit(at) => {
                let unit = &units[at];
                let value = plan::lead_value(
                    unit,
                    &self.input.facts[unit.fact],
                    goal,
                    self.material.language,
                );
                (value, unit.topicality, unit.words)
            }
            Lead::Procedure(at) => {
                let steps = &self.material.procedures[at].steps;
                let best = steps
                    .iter()
                    .map(|&step| units[step].topicality)
                    .fold(0.0, f32::max);
                (1.3 * best + 0.5, best, 0)
            }
        };
        let body: Vec<f32> = plan
            .supports
            .iter()
            .chain(&plan.terms)
            .chain(&plan.proof)
            .map(|&at| units[at].topicality)
            .collect();
        let carried = if body.is_empty() {
            0.0
        } else {
            body.iter().sum::<f32>() / body.len() as f32
        };
        let hook = match &plan.hook {
            Hook::Title(..) => 0.95,
            Hook::Question if goal.starts_with("faq") => 1.0,
            Hook::Question => 0.8,
            Hook::Lead if lead_words <= 12 => 0.95,
            Hook::Lead if lead_words <= 18 => 0.85,
            Hook::Lead => 0.6,
            Hook::Past(..) => 0.8,
            Hook::Frame(..) => 0.65,
        };
        let words = composition.words();
        let steps = matches!(plan.lead, Lead::Procedure(_));
        let length = match words {
            0..=54 => (words as f32 / 55.0).powf(1.5),
            55..=85 => 1.0,
            _ if steps => 1.0,
            _ => (1.0 - (words - 85) as f32 / 40.0).max(0.0),
        };
        let closing = match &plan.closing {
            Closing::Asked(..) | Closing::Unit(_) => 1.0,
            Closing::Past(..) => 0.9,
            Closing::Frame(..) => 0.75,
            Closing::None => 0.4,
        };
        // The first post says what the brief is about at once; no post begins with what is beside it.
        let first = match (plan.lead, self.material.core) {
            // A heading on the topic with what stands below it is the page's own beginning.
            (Lead::Unit(at), Some(core))
                if matches!(plan.hook, Hook::Title(..))
                    && units[at].section == units[core].section =>
            {
                0.3
            }
            (Lead::Unit(at), Some(core)) if at == core && self.chosen.is_empty() => {
                if units[at].behind.is_none() {
                    0.12
                } else {
                    0.04
                }
            }
            (Lead::Unit(at), Some(core)) if !goal.starts_with("faq") => {
                let near = units[at].topicality / units[core].topicality.max(0.01);
                -0.5 * (0.75 - near).max(0.0)
            }
            _ => 0.0,
        };
        let angle = self.angle(plan).code;
        let again = if self.used.angles.contains(&angle) {
            0.08
        } else {
            0.0
        };
        let same_hook = self.chosen.iter().any(|other| {
            std::mem::discriminant(&other.plan.hook) == std::mem::discriminant(&plan.hook)
        });
        let reused = plan
            .supports
            .iter()
            .chain(&plan.terms)
            .filter(|at| self.used.units.contains(at))
            .count() as f32;
        let core_fact = self.material.core.map(|at| Some(units[at].fact));
        let answered = core_fact.is_none_or(|core| composition.facts.contains(&core));
        // What the brief asks for is worth saying in each; a how-to's steps are what it asks for.
        // What stands in the same place tells of it too.
        let at_home = match plan.lead {
            Lead::Unit(at) => units[at].at_home,
            Lead::Procedure(_) => false,
        };
        let evasive = if answered || steps || at_home {
            0.0
        } else {
            0.3
        };
        // "Three levels" with the three behind it is how its page says it.
        let own_list = match (plan.lead, plan.supports.first()) {
            (Lead::Unit(at), Some(&item)) if plan.list.is_some() => {
                let (lead, item) = (&units[at], &units[item]);
                lead.section == item.section && lead.place < item.place && lead.alone
            }
            _ => false,
        };
        let listed = if own_list { 0.06 } else { 0.0 };
        0.22 * topicality
            + 0.12 * carried
            + 0.16 * lead
            + 0.2 * hook
            + 0.4 * length
            + 0.08 * closing
            + 0.14 * fluency::smoothness(composition)
            + first
            + listed
            - again
            - evasive
            - if same_hook { 0.05 } else { 0.0 }
            - 0.04 * reused
    }
}
