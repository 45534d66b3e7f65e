//! How a post ends.

use super::{Body, Closing, Hook, Lead, Maker};
use crate::drafting::frames::Use;
use crate::drafting::material::{Material, Role};
use crate::drafting::seed::Seed;
use crate::skills::MoveKind;
use std::collections::BTreeSet;

impl Maker<'_> {
    /// The unit that asks the reader to act, if the post has a place for it.
    pub(super) fn ask(&self, taken: &[usize], body: Body) -> Option<usize> {
        if !self.has(MoveKind::CallToAction) {
            return None;
        }
        (0..self.material.units.len())
            .filter(|at| {
                let unit = self.unit(*at);
                unit.role == Role::Ask && unit.alone && !unit.part && !taken.contains(at)
            })
            // How to order is worth saying in each candidate; where that makes two alike, a frame is there.
            .filter(|at| body == Body::Onward || !self.used.units.contains(at))
            .max_by(|left, right| {
                self.unit(*left)
                    .topicality
                    .total_cmp(&self.unit(*right).topicality)
                    .then(right.cmp(left))
            })
    }

    pub(super) fn stems_of(&self, taken: &[usize]) -> BTreeSet<String> {
        taken
            .iter()
            .flat_map(|&at| self.unit(at).stems.iter().cloned())
            .collect()
    }

    /// Whether a past post's opener speaks of what stands right behind it.
    pub(super) fn belongs(&self, opener: &str, taken: &[usize]) -> bool {
        let said = self.stems_of(taken.get(..1).unwrap_or_default());
        self.material
            .past
            .openers
            .iter()
            .any(|past| past.text == opener && past.needs.is_subset(&said))
    }

    pub(super) fn closing(
        &self,
        hook: &Hook,
        lead: Lead,
        taken: &[usize],
        seed: &mut Seed,
    ) -> Closing {
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
            let mut used = self.used.posts.clone();
            used.extend(opener);
            let said = self.stems_of(taken);
            let mut past = Material::unused(&self.material.past.closers, &used);
            past.retain(|closer| closer.needs.is_subset(&said));
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
        let fitting: Vec<_> = self
            .framed(kind, Some(lead))
            .into_iter()
            .filter(|(text, topic)| {
                // Two questions that ask the same of the reader, or the topic named twice, sound mechanical.
                let asks_again = hook_asks && text.contains('?') && kind == Use::CallToAction;
                !(names_topic && *topic || asks_again)
            })
            .collect();
        if fitting.is_empty() {
            return Closing::None;
        }
        let (text, topic) = fitting[seed.below(fitting.len())].clone();
        Closing::Frame(text, topic)
    }
}
