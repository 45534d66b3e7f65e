//! How-tos: their steps, complete and in order.

use super::{Procedure, Role, Unit, titles};
use crate::drafting::wording;
use crate::knowledge::Fact;
use crate::knowledge::context::Topic;
use crate::language::Language;
use crate::text;

pub(super) fn procedures(
    units: &[Unit],
    facts: &[Fact],
    topic: &Topic,
    language: Language,
) -> Vec<Procedure> {
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
            let title = steps
                .first()
                .and_then(|&at| titles::how_to(units[at].fact, facts, topic, language));
            // "A drawing, or a sketch" is a thing to bring, not a thing to do.
            let done = steps.iter().all(|&at| {
                let first = text::words(&units[at].text)
                    .next()
                    .map(|word| text::fold(word.text));
                first.is_some_and(|first| !wording::of(language).things.contains(&first.as_str()))
            });
            (done && steps.len() >= 2 && steps.len() <= 9 && gapless && words <= 160)
                .then_some(Procedure { title, steps })
        })
        .collect()
}
