//! What carries a lead: supports, proof, terms, and the lines before them.

use super::{BODY_WORDS, Body, Closing, Hook, Lead, Maker, Plan};
use crate::drafting::frames::Use;
use crate::drafting::material::{Role, Unit};
use crate::drafting::seed::Seed;
use crate::drafting::wording;
use crate::knowledge::context::BASIC_RELEVANCE;
use crate::knowledge::{Category, EntryKind};
use crate::skills::MoveKind;
use crate::text;

/// From this many facts on, candidates do not share them.
const RICH: usize = 9;

/// A list of another section is on average this near to the topic, beside the lead.
const LISTED_NEAR: f32 = 0.6;

/// What stands elsewhere answers the same question if it is this near to it, beside the answer.
const ANSWERS_TOO: f32 = 0.85;

/// Longest item of a list in words.
const MOST_WORDS_LISTED: usize = 14;

impl Maker<'_> {
    pub(super) fn plan(&self, lead: Lead, hook: Hook, body: Body, seed: &mut Seed) -> Option<Plan> {
        let mut taken: Vec<usize> = match lead {
            Lead::Unit(at) => vec![at],
            Lead::Procedure(at) => self.material.procedures[at].steps.clone(),
        };
        let first = taken[0];
        let steps = matches!(lead, Lead::Procedure(_));
        let lead_words = if steps { 0 } else { self.unit(first).words };
        let mut room = BODY_WORDS.saturating_sub(lead_words);
        let ask = self.ask(&taken, body);
        taken.extend(ask);
        let mut most = match body {
            _ if steps => self.used.way.most.min(1),
            // Where facts are few, the answer alone is one post, and what is near it leads into the other.
            _ if self.used.way.loose && self.used.way.most == 1 && self.is_core(first) => 0,
            Body::Short => self.used.way.most.min(1),
            Body::List | Body::Onward | Body::Fresh => self.used.way.most,
        };
        let mut runs: Vec<Vec<usize>> = Vec::new();
        if body == Body::List {
            let items = self.listed(first, &taken, most, room);
            if items.len() < 3 {
                return None;
            }
            taken.extend(&items);
            runs.push(items);
        } else if self.takes_support() {
            room = room.min(self.budget(MoveKind::Support, room));
            if !steps {
                let onward = self.onward(first, body, &taken, most, room);
                taken.extend(&onward);
                most -= onward.len();
                room = room.saturating_sub(self.words_of(&onward));
                runs.push(onward);
            }
            let fits = |unit: &Unit| matches!(unit.role, Role::Essence | Role::Detail);
            let more = self.pick(&mut taken, first, body, most, room, fits, seed);
            runs.extend(self.in_order(more, first));
        }
        let supports: Vec<usize> = runs.into_iter().flatten().collect();
        let room = BODY_WORDS.saturating_sub(lead_words + self.words_of(&supports));
        let most = self.used.way.most.saturating_sub(supports.len()).min(2);
        let mut terms = Vec::new();
        if body != Body::List && (self.has(MoveKind::Terms) || supports.len() < 2) {
            let room = room.min(self.budget(MoveKind::Terms, 30).max(12));
            let fits = |unit: &Unit| unit.role == Role::Terms;
            let found = self.pick(&mut taken, first, body, most, room, fits, seed);
            terms = self.in_order(found, first).into_iter().flatten().collect();
        }
        let mut proof = None;
        if self.has(MoveKind::Proof) && body == Body::Fresh {
            let room = room.saturating_sub(self.words_of(&terms)).max(24);
            let fits = |unit: &Unit| unit.role == Role::Proof && unit.names_topic;
            let found = self.pick(&mut taken, first, body, 1, room, fits, seed);
            proof = found.into_iter().flatten().next();
        }
        let list = if body == Body::List {
            Some(self.line(Use::Facts, seed)?)
        } else {
            None
        };
        let closing = match ask {
            Some(at) if self.material.asked.is_none() => Closing::Unit(at),
            _ => self.closing(&hook, lead, &taken, seed),
        };
        if let Hook::Past(text, _) = &hook
            && !self.belongs(text, &taken)
        {
            return None;
        }
        let quoted = proof
            .is_some_and(|at| self.facts[self.unit(at).fact].category == Category::Testimonial);
        Some(Plan {
            steps_line: if steps {
                self.line(Use::Steps, seed)
            } else {
                None
            },
            proof_line: if quoted {
                self.line(Use::Proof, seed)
            } else {
                None
            },
            first_step_line: if steps {
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

    fn takes_support(&self) -> bool {
        [MoveKind::Support, MoveKind::Answer, MoveKind::Steps]
            .iter()
            .any(|kind| self.has(*kind))
    }

    fn words_of(&self, list: &[usize]) -> usize {
        list.iter().map(|&at| self.unit(at).words).sum()
    }

    /// What stands behind a unit on its page, up to the end of the paragraph: written to be read after it.
    fn onward(
        &self,
        from: usize,
        body: Body,
        taken: &[usize],
        most: usize,
        mut room: usize,
    ) -> Vec<usize> {
        let mut run: Vec<usize> = Vec::new();
        let mut last = from;
        while run.len() < most {
            let Some(next) = self.next(last) else { break };
            let unit = self.unit(next);
            let told = matches!(unit.role, Role::Essence | Role::Detail | Role::Terms)
                || unit.role == self.unit(from).role;
            let said = self.used.units.contains(&next) && (unit.alone || body == Body::Fresh);
            let known = taken.contains(&next) || self.repeats(next, taken) || said;
            let apart = self.answers_another(next, from) || self.points_back(next, from, &run);
            if !told || !unit.in_place || known || unit.words > room || apart {
                break;
            }
            room -= unit.words;
            run.push(next);
            last = next;
        }
        run
    }

    /// The answer to another question does not go on from this one's.
    fn answers_another(&self, at: usize, from: usize) -> bool {
        let question = |at: usize| self.facts[self.unit(at).fact].question.as_ref();
        question(at).is_some() && question(at) != question(from)
    }

    /// "She bought three wheels" tells of somebody who was named where the paragraph begins: not behind a
    /// run that begins later, if nobody is named in the sentence right before it.
    fn points_back(&self, at: usize, from: usize, run: &[usize]) -> bool {
        let first = text::words(&self.unit(at).text).next();
        let wording = wording::of(self.material.language);
        let person =
            first.is_some_and(|word| wording.persons.contains(&text::fold(word.text).as_str()));
        let before = run.last().copied().unwrap_or(from);
        let begins_later = self.unit(from).behind.is_some();
        let opens_with_time = text::words(&self.unit(before).text)
            .next()
            .is_some_and(|word| wording.times.contains(&text::fold(word.text).as_str()));
        person && begins_later && opens_with_time
    }

    /// What its page says after a unit: the sentence right behind it, or past one that cannot be used the
    /// next of the section that needs none before it.
    fn next(&self, last: usize) -> Option<usize> {
        let before = self.unit(last);
        let kind = self.facts[before.fact].kind;
        let after = |at: &usize| {
            let unit = self.unit(*at);
            // Past a gap behind an answer stands another question's.
            let running = kind == EntryKind::Statement
                && self.facts[unit.fact].kind == EntryKind::Statement
                && unit.alone;
            !unit.part
                && unit.section == before.section
                && unit.place > before.place
                && (unit.behind == Some(last) || running && !unit.negative)
        };
        let statement = matches!(kind, EntryKind::Statement | EntryKind::Answer);
        (0..self.material.units.len())
            .filter(|_| statement)
            .filter(after)
            .min_by_key(|&at| self.unit(at).place)
    }

    /// Runs in the order of their pages, those of the lead's page first.
    fn in_order(&self, mut runs: Vec<Vec<usize>>, first: usize) -> Vec<Vec<usize>> {
        runs.sort_by_key(|run| {
            let core = run.iter().any(|&at| self.is_core(at));
            let unit = self.unit(run[0]);
            let elsewhere = unit.document != self.unit(first).document;
            (!core, elsewhere, unit.document, unit.place)
        });
        runs
    }

    /// The items of one list that are short and on the topic, in order.
    fn listed(&self, first: usize, taken: &[usize], most: usize, mut room: usize) -> Vec<usize> {
        let mut sections: Vec<usize> = Vec::new();
        let items: Vec<usize> = (0..self.material.units.len())
            .filter(|&at| {
                let unit = self.unit(at);
                (self.facts[unit.fact].kind == EntryKind::Item || unit.text.contains(": "))
                    && !unit.part
                    && !unit.negative
                    && (unit.alone || unit.fragment)
                    && unit.role != Role::Ask
                    && unit.words <= MOST_WORDS_LISTED
                    && !taken.contains(&at)
                    && !self.used.units.contains(&at)
            })
            .collect();
        for &at in &items {
            if !sections.contains(&self.unit(at).section) {
                sections.push(self.unit(at).section);
            }
        }
        let near = |section: usize| -> f32 {
            let of: Vec<f32> = items
                .iter()
                .filter(|&&at| self.unit(at).section == section)
                .map(|&at| self.unit(at).topicality)
                .collect();
            let at_home = items.iter().any(|&at| {
                let unit = self.unit(at);
                unit.section == section && unit.at_home
            });
            let own = section == self.unit(first).section || at_home;
            let strange = !own && (self.goal.starts_with("faq") || self.is_rich_at_home());
            let mean = of.iter().sum::<f32>() / of.len().max(1) as f32;
            let beside = !own && mean < LISTED_NEAR * self.unit(first).topicality;
            if of.len() < 3 || strange || beside {
                return 0.0;
            }
            let own = if section == self.unit(first).section {
                0.3
            } else {
                0.0
            };
            own + mean
        };
        let Some(section) = sections
            .into_iter()
            .filter(|&section| near(section) > 0.0)
            .max_by(|left, right| near(*left).total_cmp(&near(*right)).then(right.cmp(left)))
        else {
            return Vec::new();
        };
        let mut chosen: Vec<usize> = Vec::new();
        for at in self.longest_list(&items, section) {
            let unit = self.unit(at);
            let fits = unit.words <= room && chosen.len() < most.max(3);
            if fits && !self.repeats(at, taken) && !self.repeats(at, &chosen) {
                room -= unit.words;
                chosen.push(at);
            }
        }
        chosen.sort_by_key(|&at| self.unit(at).place);
        chosen
    }

    /// The most of these items that stand in one list of a section: a sentence of running text parts two.
    fn longest_list(&self, items: &[usize], section: usize) -> Vec<usize> {
        let mut within: Vec<usize> = items
            .iter()
            .copied()
            .filter(|&at| self.unit(at).section == section)
            .collect();
        within.sort_by_key(|&at| self.unit(at).place);
        let parted = |left: usize, right: usize| {
            let (left, right) = (self.unit(left), self.unit(right));
            self.material.units.iter().any(|unit| {
                unit.section == section
                    && !unit.fragment
                    && self.facts[unit.fact].kind == EntryKind::Statement
                    && left.place < unit.place
                    && unit.place < right.place
            })
        };
        let mut lists: Vec<Vec<usize>> = Vec::new();
        for at in within {
            match lists.last_mut() {
                Some(list) if list.last().is_some_and(|&last| !parted(last, at)) => list.push(at),
                _ => lists.push(vec![at]),
            }
        }
        lists.into_iter().max_by_key(Vec::len).unwrap_or_default()
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

    /// Takes units that go with the first one, the best first, while there is room; each with what goes on
    /// behind it.
    #[expect(
        clippy::too_many_arguments,
        reason = "one loop for three moves, each with its own bounds"
    )]
    fn pick(
        &self,
        taken: &mut Vec<usize>,
        first: usize,
        body: Body,
        most: usize,
        mut room: usize,
        fits: impl Fn(&Unit) -> bool,
        seed: &mut Seed,
    ) -> Vec<Vec<usize>> {
        let jitter: Vec<f32> = (0..self.material.units.len())
            .map(|_| seed.below(100) as f32 / 1_000.0)
            .collect();
        let faq = self.goal.starts_with("faq");
        let mut runs: Vec<Vec<usize>> = Vec::new();
        let mut count = 0;
        while count < most {
            let best = (0..self.material.units.len())
                .filter(|at| !taken.contains(at))
                .filter(|&at| self.goes_with(at, taken) && !self.goes_back(at, first))
                .filter(|&at| {
                    let unit = self.unit(at);
                    let near = self.together(at, first) || self.is_core(at);
                    (fits(unit) || self.is_answer(at))
                        && (near || !self.used.way.within)
                        && !unit.fragment
                        && (unit.alone || self.answers(at))
                        && unit.words <= room
                })
                .filter(|&at| !faq || !self.answers_another(at, first))
                .filter_map(|at| {
                    Some((self.support_value(at, first, taken, body)? + jitter[at], at))
                })
                .max_by(|left, right| left.0.total_cmp(&right.0).then(right.1.cmp(&left.1)));
            let Some((value, at)) = best else { break };
            if value < 0.15 {
                break;
            }
            let mut run = vec![at];
            taken.push(at);
            room -= self.unit(at).words;
            // What goes on behind the core is another candidate's, if each keeps to its section.
            let own = !self.used.way.within || self.together(at, first);
            let left = if own { most - count - 1 } else { 0 };
            let onward = self.onward(at, body, taken, left, room);
            room -= self.words_of(&onward);
            taken.extend(&onward);
            run.extend(onward);
            count += run.len();
            runs.push(run);
        }
        runs
    }

    /// Whether running text would be told backwards: what its page says before the lead does not come after
    /// it, unless it is what the brief asks for and stands elsewhere.
    fn goes_back(&self, at: usize, first: usize) -> bool {
        let (unit, lead) = (self.unit(at), self.unit(first));
        let running = |unit: &Unit| {
            let kind = self.facts[unit.fact].kind;
            matches!(kind, EntryKind::Statement | EntryKind::Step)
        };
        let home = lead.at_home;
        // News comes first, and may come behind what caught the eye.
        let news = matches!(self.goal, "announcement" | "offer");
        unit.document == lead.document
            && (unit.section == lead.section || home && self.together(at, first))
            && running(unit)
            && running(lead)
            && unit.place < lead.place
            && !(news && self.is_core(at))
    }

    /// Whether two units stand in one section, or both where the brief's topic is told.
    fn together(&self, left: usize, right: usize) -> bool {
        let (left, right) = (self.unit(left), self.unit(right));
        left.section == right.section || left.at_home && right.at_home
    }

    /// A sentence of the answer that an FAQ post is about goes with it, whatever it is else.
    fn is_answer(&self, at: usize) -> bool {
        self.goal.starts_with("faq")
            && self
                .material
                .core
                .is_some_and(|core| self.unit(core).fact == self.unit(at).fact)
    }

    /// Whether a unit says again what one of those taken says.
    fn repeats(&self, at: usize, taken: &[usize]) -> bool {
        let unit = self.unit(at);
        taken.iter().any(|&other| {
            let other = self.unit(other);
            let shared = unit.stems.intersection(&other.stems).count() as f32;
            let smaller = unit.stems.len().min(other.stems.len()).max(1) as f32;
            let same_value = unit.keys.intersection(&other.keys).next().is_some();
            shared / smaller > 0.67 || same_value && shared / smaller > 0.25
        })
    }

    /// How well a unit goes with those taken; `None` if it says again what one of them says.
    pub(super) fn support_value(
        &self,
        at: usize,
        first: usize,
        taken: &[usize],
        body: Body,
    ) -> Option<f32> {
        let unit = self.unit(at);
        let lead = self.unit(first);
        if self.repeats(at, taken) {
            return None;
        }
        let near = match (
            unit.section == lead.section,
            unit.document == lead.document,
            body,
        ) {
            (true, _, Body::Onward) => 0.5,
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
            // One line on who, when or where, if nothing that is on the topic is left: under an answer or a
            // story it would be beside the point.
            let beside = self.goal.starts_with("faq") || self.goal == "behind-the-scenes";
            let another = taken
                .iter()
                .any(|&other| self.facts[self.unit(other).fact].relevance <= BASIC_RELEVANCE);
            return (!another && !beside && !self.used.units.contains(&at)).then_some(0.16);
        }
        let apart = unit.section != lead.section && self.leads_away(unit);
        // From another document only what is as much on the topic as the lead is.
        let strange = unit.document != lead.document && unit.topicality < 0.8 * lead.topicality;
        // Out of its section a sentence must say itself what it is about.
        let silent = unit.section != lead.section && !unit.names_topic;
        // Where the topic has its own place, another page has a say only on the very same.
        let outside = self.is_rich_at_home() && !unit.at_home;
        let astray = outside && (unit.document != lead.document || !unit.names_topic);
        // An answer goes on as its own page does, or with what answers the same.
        let core = self.material.core.map(|core| self.unit(core).topicality);
        let asked = self
            .material
            .core
            .is_some_and(|core| self.unit(core).reply.is_some());
        let other = self.goal.starts_with("faq")
            && asked
            && (unit.document != lead.document
                || (unit.section != lead.section
                    || self.facts[lead.fact].kind == EntryKind::Answer)
                    && core.is_some_and(|core| unit.topicality < ANSWERS_TOO * core));
        if (strange || silent || astray || other) && !self.is_core(at) {
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
        match (self.used.units.contains(&at), body) {
            (true, Body::Onward) => Some(own - if rich { 0.8 } else { 0.3 }),
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
        !self.used.way.loose && self.goal.starts_with("faq") && self.material.core == Some(at)
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
