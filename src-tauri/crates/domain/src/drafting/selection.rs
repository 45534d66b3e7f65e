//! Which plans become candidates: the best by score, each with another lead, none like another.

mod angle;
mod score;

use super::adapt::{self, Extras};
use super::compose::{Composition, Piece, compose};
use super::fluency::{self, Flaw};
use super::likeness::{MAX_LIKENESS, Trigrams};
use super::manner::{MAX_CORE_WORDS, Manner};
use super::material::{self, Material};
use super::plan::{self, Closing, Hook, Lead, Plan, Used, Way};
use super::seed::{self, Seed};
use super::wording;
use super::{Angle, Candidate, DraftVersion, DraftingInput, Notice, Ranking, frames, hashtags};
use crate::knowledge::{EntityKind, EntryKind, Fact};
use crate::language::Language;
use crate::networks;
use crate::text;

use crate::skills::MoveKind;
use std::collections::BTreeSet;

/// Fewest facts that a draft can be made from.
const MIN_FACTS: usize = 2;

/// Above this share of common sentences two posts say the same.
const MAX_SHARE: f32 = 0.67;

/// How many facts a body may take besides its lead, each tried: what one candidate takes the next lacks.
const SHARES: [usize; 4] = [5, 3, 2, 1];

/// A candidate of this score adds nothing to a set.
const THIN: f32 = 1.05;

/// From this value of [`Material::asks`] on a question of the folder is the brief's.
pub(super) const SAME_QUESTION: f32 = 0.45;

/// A second post of fewer words than this is none, beside one that says what is asked.
const FEWEST_WORDS: usize = 24;

/// From this topicality on a fact is about the topic and nothing else.
const ON_TOPIC: f32 = 0.8;

/// What a fact on the topic is worth beside the one that the brief asks for.
const NOT_ASKED: f32 = 0.8;

/// How many of the best plans are scored for voice, the costliest part.
const VOICED: usize = 5;

/// The candidates before they are ranked: at most `input.wanted`, fewer if there are not as many honest
/// angles, none if the facts do not do. One alone is given only if it says just what the brief asks.
pub fn candidates(input: &DraftingInput, seed: u64) -> Vec<Candidate> {
    let language = input.language.unwrap_or(input.brand.language);
    let names: Vec<&str> = input
        .intent
        .products
        .iter()
        .map(String::as_str)
        .chain([input.brand.name.as_str()])
        .collect();
    let manner = Manner::of(
        input.brand,
        input.past_posts,
        &input.intent.tone,
        language,
        names,
        input.facts,
    );
    let material = material::gather(input, &manner);
    if material.units.len() < MIN_FACTS {
        return Vec::new();
    }
    let extras = hashtags::extras(input, &manner, &material);
    let wanted = input.wanted.clamp(1, 3);
    let steps = material.procedures.iter().flat_map(|how_to| &how_to.steps);
    let longest = steps
        .copied()
        .chain(material.core)
        .map(|at| material.units[at].words)
        .fold(manner.max_sentence_words, usize::max)
        .min(MAX_CORE_WORDS);
    let is_avoided = |fact: usize| input.avoid.contains(&input.facts[fact].entry);
    let avoided = material.units.iter().enumerate();
    let avoided = avoided.filter(|(_, unit)| is_avoided(unit.fact));
    let avoided: BTreeSet<Lead> = avoided.map(|(at, _)| Lead::Unit(at)).collect();
    let fill = |way: Way| {
        let mut slots = Slots {
            input,
            material: &material,
            extras: &extras,
            longest,
            used: Used {
                way,
                leads: avoided.clone(),
                ..Used::default()
            },
            chosen: Vec::new(),
            seed: Seed::new(seed),
        };
        while slots.chosen.len() < wanted && slots.fill_next() {}
        slots.chosen
    };
    // A rich first candidate can leave the second without a fact of its own, a poor one is no post: which
    // share makes the best set shows only when the sets are there.
    let mut chosen: Vec<Chosen> = Vec::new();
    for loose in [false, true] {
        // Only where there are too few may what is near the topic lead into what is on it.
        if loose && chosen.len() >= wanted.min(2) {
            break;
        }
        for way in ways(loose) {
            let found = fill(way);
            let value = |set: &[Chosen]| (set.len().min(2), worth(set));
            if value(&found) > value(&chosen) {
                chosen = found;
            }
        }
    }
    // Two good ones are better than those two and a thin one.
    while chosen.len() > 2 && chosen.last().is_some_and(|last| last.score < THIN) {
        chosen.pop();
    }
    let short = |one: &Chosen| one.composition.words() < FEWEST_WORDS;
    if let [first, second] = chosen.as_slice()
        && short(second)
        && !short(first)
        && says_what_is_asked(first, &material, input)
    {
        chosen.pop();
    }
    if chosen.len() < wanted.min(2) {
        chosen.retain(|one| says_what_is_asked(one, &material, input));
    }
    chosen
        .iter()
        .map(|chosen| candidate(input, &material, &extras, chosen, seed))
        .collect()
}

/// Whether a post begins with what the brief is about, and that is wholly on its topic.
fn says_what_is_asked(chosen: &Chosen, material: &Material, input: &DraftingInput) -> bool {
    let Some(core) = material.core else {
        return false;
    };
    // The brief's own question with its answer is a post, however short it is.
    if chosen.plan.hook == Hook::Question
        && chosen.plan.lead == Lead::Unit(core)
        && material.asks(core, &input.brief.text) >= SAME_QUESTION
    {
        return true;
    }
    let begins = match chosen.plan.lead {
        Lead::Unit(at) if at == core => true,
        Lead::Unit(at) => {
            let titled = matches!(chosen.plan.hook, Hook::Title(..));
            titled && material.units[at].section == material.units[core].section
        }
        Lead::Procedure(_) => true,
    };
    begins && material.units[core].topicality >= ON_TOPIC && chosen.score >= THIN
}

/// The ways in which sets of candidates are made.
fn ways(loose: bool) -> impl Iterator<Item = Way> {
    SHARES.into_iter().flat_map(move |most| {
        [(true, true), (false, true), (false, false)].map(move |(within, core_first)| Way {
            most,
            within,
            core_first,
            loose,
        })
    })
}

/// What a set of candidates is worth: two good ones are worth more than three thin ones.
fn worth(chosen: &[Chosen]) -> f32 {
    chosen.iter().map(|one| one.score - THIN).sum()
}

/// A plan that became a text.
struct Chosen {
    score: f32,
    plan: Plan,
    composition: Composition,
    angle: Angle,
    /// Of each version, in the order of the networks asked for.
    trigrams: Vec<Trigrams>,
    /// Of the text before it was adapted.
    whole: Trigrams,
}

struct Slots<'a> {
    input: &'a DraftingInput<'a>,
    material: &'a Material,
    extras: &'a Extras,
    /// Longest sentence in words.
    longest: usize,
    used: Used,
    chosen: Vec<Chosen>,
    seed: Seed,
}

impl Slots<'_> {
    /// Chooses the next candidate. `false`: there is no further honest one.
    fn fill_next(&mut self) -> bool {
        let plans = plan::plans(
            self.material,
            self.input.facts,
            self.input.structure,
            &self.input.intent.goal,
            &self.used,
            &mut self.seed,
        );
        let mut scored: Vec<(f32, Plan, Composition)> = Vec::with_capacity(plans.len());
        let mut rough: Vec<(f32, Plan, Composition)> = Vec::new();
        let mut seen: Vec<Vec<Piece>> = Vec::new();
        for plan in plans {
            let composition = compose(self.input, self.material, &plan);
            // Different choices often come to the same sentences.
            if seen.contains(&composition.pieces) {
                continue;
            }
            seen.push(composition.pieces.clone());
            if self.evades(&plan, &composition) {
                continue;
            }
            let score = self.score(&plan, &composition) + self.seed.below(100) as f32 / 2_000.0;
            match fluency::flaw(&composition, self.longest) {
                None => scored.push((score, plan, composition)),
                // Kept for the case that nothing better is there: a paragraph break parts the two.
                Some(Flaw::EqualStarts) => rough.push((score, plan, composition)),
                Some(_) => {}
            }
        }
        if self.take_best(scored) || self.take_best(rough) {
            return true;
        }
        let parts = self.material.units.iter().any(|unit| unit.part);
        if self.used.allow_parts || !parts || self.chosen.len() >= 2 {
            return false;
        }
        self.used.allow_parts = true;
        self.fill_next()
    }

    /// A post that answers a question answers it, and one that announces or offers says what.
    fn evades(&self, plan: &Plan, composition: &Composition) -> bool {
        let goal = self.input.intent.goal.as_str();
        let Some(core) = self.material.core else {
            return false;
        };
        let units = &self.material.units;
        let said = composition.facts.contains(&Some(units[core].fact));
        let titled = match plan.lead {
            Lead::Unit(at) => units[at].section == units[core].section,
            Lead::Procedure(_) => true,
        } && matches!(plan.hook, Hook::Title(..));
        let told = plan.supports.iter().chain(&plan.terms);
        let lead = match plan.lead {
            Lead::Unit(at) => Some(at),
            Lead::Procedure(_) => None,
        };
        let named = lead.iter().chain(told).any(|&at| units[at].names_topic);
        let unnamed = self.material.language == Language::German
            && !named
            && matches!(
                plan.hook,
                Hook::Lead | Hook::Past(..) | Hook::Frame(_, false)
            );
        match goal {
            "announcement" | "offer" if unnamed => true,
            _ if goal.starts_with("faq") => !said,
            "announcement" | "offer" => !said && !titled || self.hides_the_price(composition),
            _ => false,
        }
    }

    /// The brief asks for a price that the folder has, and the post does not give one.
    fn hides_the_price(&self, composition: &Composition) -> bool {
        let price = wording::of(self.material.language).price;
        let asked = wording::holds(&self.input.brief.text, price);
        let priced = |fact: usize| {
            let entities = &self.input.facts[fact].entities;
            entities
                .iter()
                .any(|entity| entity.kind == EntityKind::Price)
        };
        let known = self.material.units.iter().any(|unit| {
            (unit.at_home || unit.names_topic) && (unit.alone || unit.in_place) && priced(unit.fact)
        });
        asked && known && !composition.facts.iter().flatten().any(|fact| priced(*fact))
    }

    fn take_best(&mut self, mut scored: Vec<(f32, Plan, Composition)>) -> bool {
        scored.sort_by(|left, right| right.0.total_cmp(&left.0));
        let network = self.input.brief.networks.first().copied();
        let mut best: Option<(f32, Chosen)> = None;
        let mut voiced = 0;
        for (score, plan, composition) in scored {
            if voiced == VOICED {
                break;
            }
            if self
                .chosen
                .iter()
                .any(|other| share_of_sentences(&other.composition, &composition) > MAX_SHARE)
            {
                continue;
            }
            let whole = Trigrams::of(&composition.text());
            if self
                .chosen
                .iter()
                .any(|other| other.whole.containment(&whole) >= MAX_LIKENESS)
            {
                continue;
            }
            let trigrams = self.trigrams(&composition);
            let says_the_same = self
                .chosen
                .iter()
                .any(|other| alike(&other.trigrams, &trigrams));
            if says_the_same {
                continue;
            }
            voiced += 1;
            let voice = network
                .and_then(|network| (self.input.voice)(&composition.text(), network).score)
                .map_or(0.0, |score| (score - 5.0) / 25.0);
            if best
                .as_ref()
                .is_none_or(|(value, _)| score + voice > *value)
            {
                let angle = self.angle(&plan);
                best = Some((
                    score + voice,
                    Chosen {
                        score: score + voice,
                        plan,
                        composition,
                        angle,
                        trigrams,
                        whole,
                    },
                ));
            }
        }
        let Some((_, chosen)) = best else {
            return false;
        };
        self.remember(&chosen);
        self.chosen.push(chosen);
        true
    }

    fn trigrams(&self, composition: &Composition) -> Vec<Trigrams> {
        self.input
            .brief
            .networks
            .iter()
            .map(|&network| {
                Trigrams::of(&adapt::adapt(composition, self.extras, networks::rules(network)).text)
            })
            .collect()
    }

    fn remember(&mut self, chosen: &Chosen) {
        let plan = &chosen.plan;
        self.used.leads.insert(plan.lead);
        match plan.lead {
            Lead::Unit(at) => {
                self.used.units.insert(at);
            }
            Lead::Procedure(at) => self.used.units.extend(&self.material.procedures[at].steps),
        }
        self.used
            .units
            .extend(plan.supports.iter().chain(&plan.terms).chain(&plan.proof));
        match &plan.hook {
            Hook::Past(_, post) => self.used.posts.push(*post),
            Hook::Frame(text, _) => {
                self.used.frames.insert(text.clone());
            }
            Hook::Lead | Hook::Question | Hook::Title(..) => {}
        }
        match &plan.closing {
            Closing::Unit(at) => {
                self.used.units.insert(*at);
            }
            Closing::Past(_, post) => self.used.posts.push(*post),
            Closing::Frame(text, _) => {
                self.used.frames.insert(text.clone());
            }
            Closing::None | Closing::Asked(..) => {}
        }
        for line in [&plan.list, &plan.steps_line, &plan.proof_line]
            .into_iter()
            .flatten()
        {
            self.used.frames.insert(line.clone());
        }
        let units = &self.material.units;
        let said: Vec<usize> = self
            .used
            .units
            .iter()
            .copied()
            .filter(|&at| !units[at].part)
            .collect();
        for at in said {
            let parts = (0..units.len())
                .filter(|&other| units[other].part && units[other].fact == units[at].fact);
            self.used.units.extend(parts);
        }
        self.used.angles.insert(chosen.angle.code.clone());
    }
}

/// How many of the shorter one's stated sentences the other states too, 0 to 1: the same sentences in
/// another order are not another post.
fn share_of_sentences(left: &Composition, right: &Composition) -> f32 {
    let stated = |composition: &Composition| -> BTreeSet<String> {
        composition
            .pieces
            .iter()
            .filter(|piece| piece.kind != MoveKind::CallToAction && !piece.facts.is_empty())
            .flat_map(|piece| {
                text::sentences(&piece.text)
                    .into_iter()
                    .filter_map(|span| span.slice(&piece.text).map(str::to_owned))
            })
            .collect()
    };
    let (left, right) = (stated(left), stated(right));
    let fewest = left.len().min(right.len()).max(1);
    left.intersection(&right).count() as f32 / fewest as f32
}

fn alike(left: &[Trigrams], right: &[Trigrams]) -> bool {
    left.iter()
        .zip(right)
        .any(|(left, right)| left.containment(right) >= MAX_LIKENESS)
}

fn candidate(
    input: &DraftingInput,
    material: &Material,
    extras: &Extras,
    chosen: &Chosen,
    seed: u64,
) -> Candidate {
    // From here on a fact's relevance is how much it is on the topic of the brief, not how it was found.
    let titled = match (&chosen.plan.hook, chosen.plan.lead) {
        (Hook::Title(..), Lead::Unit(at)) => Some(material.units[at].fact),
        _ => None,
    };
    let on_topic = |index: usize, fact: &Fact| {
        let units = material.units.iter().filter(|unit| unit.fact == index);
        let own = units
            .map(|unit| unit.topicality)
            .fold(fact.relevance.min(0.1), f32::max);
        // What the brief is about is on its topic wholly; below its heading a fact is about what that says.
        let core = material.core.map(|core| material.units[core].fact);
        let stepped =
            matches!(chosen.plan.lead, Lead::Procedure(_)) && fact.kind == EntryKind::Step;
        if core == Some(index) || stepped {
            1.0
        } else if titled == Some(index) {
            own.max(ON_TOPIC)
        } else {
            NOT_ASKED * own
        }
    };
    let facts: Vec<Fact> = chosen
        .composition
        .facts
        .iter()
        .filter_map(|fact| match fact {
            Some(index) => input.facts.get(*index).map(|fact| Fact {
                relevance: on_topic(*index, fact),
                ..fact.clone()
            }),
            None => input.brand_fact.cloned(),
        })
        .collect();
    let versions = input
        .brief
        .networks
        .iter()
        .map(|&network| {
            let adapted = adapt::adapt(&chosen.composition, extras, networks::rules(network));
            let mut version = DraftVersion {
                network,
                voice: (input.voice)(&adapted.text, network),
                text: adapted.text,
                link: adapted.link,
                citations: adapted.citations,
                findings: Vec::new(),
            };
            version.findings = (input.check)(&version, &facts);
            version
        })
        .collect();
    Candidate {
        angle: chosen.angle.clone(),
        skill: input.skill.to_owned(),
        seed: seed::to_hex(seed),
        facts,
        versions,
        ranking: Ranking {
            total: 0.0,
            parts: Vec::new(),
        },
    }
}

/// What there is to say about a draft besides its candidates.
pub fn notice(input: &DraftingInput, wanted: usize, given: usize) -> Option<Notice> {
    let language = input.language.unwrap_or(input.brand.language);
    let notice = |code: &str, pairs: &[(&str, String)]| Notice {
        code: code.to_owned(),
        params: pairs
            .iter()
            .map(|(key, value)| ((*key).to_owned(), value.clone()))
            .collect(),
    };
    if input.brief.language != language && input.brief.language != Language::Other {
        let pairs = [
            ("brief", tag(input.brief.language)),
            ("posts", tag(language)),
        ];
        return Some(notice("brief-language", &pairs));
    }
    if given < wanted {
        let facts = input.facts.len().to_string();
        let pairs = [
            ("wanted", wanted.to_string()),
            ("given", given.to_string()),
            ("facts", facts),
        ];
        let code = if given == 1 {
            "one-angle"
        } else {
            "fewer-angles"
        };
        return Some(notice(code, &pairs));
    }
    if frames::bank(language).is_empty() {
        return Some(notice("own-sentences-only", &[("language", tag(language))]));
    }
    None
}

fn tag(language: Language) -> String {
    match language {
        Language::English => "en",
        Language::German => "de",
        Language::Other => "other",
    }
    .to_owned()
}
