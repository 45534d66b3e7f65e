//! A plan becomes sentences in order, with the facts that they stand on.

use super::DraftingInput;
use super::manner::word_count;
use super::material::Material;
use super::plan::{Closing, Hook, Lead, Plan};
use super::wording;
use crate::language::Language;
use crate::skills::MoveKind;

/// One sentence, or a fact's two, of a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub kind: MoveKind,
    pub text: String,
    /// Facts that it states, as indices into the candidate's facts.
    pub facts: Vec<u32>,
    /// Pieces of the same paragraph stand together.
    pub paragraph: u8,
    pub mark: Mark,
    /// What a network without room loses first: the highest. 0 is never lost.
    pub rank: u8,
}

/// What stands before a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    None,
    Bullet,
    Number(u8),
    /// A line that announces the list or the words after it, and goes with them.
    Intro,
}

/// A candidate before it is adapted to networks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composition {
    pub pieces: Vec<Piece>,
    /// Indices into the input's facts, in footnote order. `None` is the fact that names the brand.
    pub facts: Vec<Option<usize>>,
    /// For a network without clickable addresses: what to close with instead.
    pub plain_closing: Option<String>,
    /// For a network without room for all steps: what announces the first one alone.
    pub first_step_line: Option<String>,
}

/// Writes a plan out.
pub fn compose(input: &DraftingInput, material: &Material, plan: &Plan) -> Composition {
    let mut writer = Writer {
        input,
        material,
        pieces: Vec::new(),
        facts: Vec::new(),
    };
    writer.opening(plan);
    writer.body(plan);
    writer.closing(plan);
    Composition {
        pieces: writer.pieces,
        facts: writer.facts,
        plain_closing: plan.plain_closing.clone(),
        first_step_line: plan.first_step_line.clone(),
    }
}

impl Composition {
    /// The sentences one after another: for scores that do not depend on a network.
    pub fn text(&self) -> String {
        super::adapt::join(&self.pieces).0
    }

    /// Words of the whole.
    pub fn words(&self) -> usize {
        self.pieces
            .iter()
            .map(|piece| word_count(&piece.text))
            .sum()
    }
}

const HOOK: u8 = 0;
const LEAD: u8 = 1;
const BODY: u8 = 3;
const TERMS: u8 = 12;
const PROOF: u8 = 13;
const CLOSING: u8 = 14;

struct Writer<'a> {
    input: &'a DraftingInput<'a>,
    material: &'a Material,
    pieces: Vec<Piece>,
    facts: Vec<Option<usize>>,
}

impl Writer<'_> {
    fn opening(&mut self, plan: &Plan) {
        match &plan.hook {
            Hook::Lead | Hook::Question => {}
            Hook::Title(title, fact) => {
                let cited = vec![self.cite(*fact)];
                self.line(MoveKind::Hook, title.clone(), cited, HOOK, Mark::None, 0);
            }
            Hook::Frame(text, names_topic) => {
                let cited = self.topic(*names_topic);
                self.line(MoveKind::Hook, text.clone(), cited, HOOK, Mark::None, 4);
            }
            Hook::Past(text, _) => self.line(
                MoveKind::Hook,
                text.clone(),
                Vec::new(),
                HOOK,
                Mark::None,
                4,
            ),
        }
        match plan.lead {
            Lead::Unit(at) => {
                let unit = &self.material.units[at];
                let reply = unit.reply.as_ref().filter(|_| plan.hook == Hook::Question);
                let (text, kind) = match reply {
                    Some(reply) => {
                        let cited = vec![self.cite(unit.fact)];
                        self.line(
                            MoveKind::Hook,
                            asked_by_reader(&reply.question, self.material.language),
                            cited,
                            HOOK,
                            Mark::None,
                            0,
                        );
                        (reply.answer.clone(), MoveKind::Answer)
                    }
                    None => (unit.text.clone(), MoveKind::LeadFact),
                };
                let cited = self.cited(unit.fact, &text);
                self.line(kind, text, cited, LEAD, Mark::None, 0);
            }
            Lead::Procedure(at) => {
                let steps = &self.material.procedures[at].steps;
                if let Some(line) = &plan.steps_line {
                    self.line(
                        MoveKind::Steps,
                        line.clone(),
                        Vec::new(),
                        LEAD,
                        Mark::Intro,
                        3,
                    );
                }
                for (number, &step) in steps.iter().enumerate() {
                    let unit = &self.material.units[step];
                    let cited = self.cited(unit.fact, &unit.text);
                    let number = u8::try_from(number + 1).unwrap_or(u8::MAX);
                    self.line(
                        MoveKind::Steps,
                        unit.text.clone(),
                        cited,
                        LEAD,
                        Mark::Number(number),
                        3,
                    );
                }
            }
        }
    }

    fn body(&mut self, plan: &Plan) {
        if let Some(line) = &plan.list {
            self.line(
                MoveKind::Support,
                line.clone(),
                Vec::new(),
                BODY,
                Mark::Intro,
                5,
            );
        }
        let mut paragraph = BODY;
        let mut in_paragraph = 0;
        let mut before = match plan.lead {
            Lead::Unit(at) => Some(at),
            Lead::Procedure(_) => None,
        };
        // A lead below a line of its own, or one that the next sentence leans on, opens a paragraph; else
        // it stands alone, to be read first.
        let leans = |at: &usize| !self.material.units[*at].alone;
        let opens = plan.hook != Hook::Lead || plan.supports.first().is_some_and(leans);
        if opens && plan.list.is_none() && before.is_some() {
            paragraph = LEAD;
            in_paragraph = 1;
        }
        for (rank, &at) in plan.supports.iter().enumerate() {
            let unit = &self.material.units[at];
            let cited = self.cited(unit.fact, &unit.text);
            if let Some(reply) = unit.reply.as_ref().filter(|_| !unit.alone) {
                let asked = asked_by_reader(&reply.question, self.material.language);
                let text = format!("{asked} {}", reply.answer);
                self.line(MoveKind::Answer, text, cited, LEAD + 1, Mark::None, 3);
                paragraph = BODY + 1;
                continue;
            }
            let mark = if plan.list.is_some() {
                Mark::Bullet
            } else {
                Mark::None
            };
            // Sentences of one section stand together, three at most; what leans stays where it leans.
            let goes_on = unit.behind.is_some() && unit.behind == before;
            let apart = before.is_some_and(|at| self.material.units[at].section != unit.section);
            let full = in_paragraph >= 3;
            if plan.list.is_none()
                && in_paragraph > 0
                && (unit.alone || !goes_on)
                && (apart || full)
            {
                paragraph = paragraph.max(BODY) + 1;
                in_paragraph = 0;
            }
            let rank = 5 + u8::try_from(rank).unwrap_or(9);
            self.line(
                MoveKind::Support,
                unit.text.clone(),
                cited,
                paragraph,
                mark,
                rank,
            );
            in_paragraph += 1;
            before = Some(at);
        }
        for (rank, &at) in plan.terms.iter().enumerate() {
            let unit = &self.material.units[at];
            let cited = self.cited(unit.fact, &unit.text);
            let rank = 5 + u8::try_from(rank).unwrap_or(9);
            // A single term closes the paragraph that it belongs to; a post of two sentences needs no third.
            let paragraph = if plan.supports.is_empty() {
                BODY
            } else {
                TERMS
            };
            self.line(
                MoveKind::Terms,
                unit.text.clone(),
                cited,
                paragraph,
                Mark::None,
                rank,
            );
        }
        if let Some(at) = plan.proof {
            if let Some(line) = &plan.proof_line {
                self.line(
                    MoveKind::Proof,
                    line.clone(),
                    Vec::new(),
                    PROOF,
                    Mark::Intro,
                    9,
                );
            }
            let unit = &self.material.units[at];
            let cited = self.cited(unit.fact, &unit.text);
            self.line(
                MoveKind::Proof,
                unit.text.clone(),
                cited,
                PROOF,
                Mark::None,
                9,
            );
        }
    }

    fn closing(&mut self, plan: &Plan) {
        let (text, cited) = match &plan.closing {
            Closing::None => return,
            Closing::Asked(text, fact) => {
                let cited = fact.map(|fact| self.cite(fact)).into_iter().collect();
                (text.clone(), cited)
            }
            Closing::Unit(at) => {
                let unit = &self.material.units[*at];
                (unit.text.clone(), self.cited(unit.fact, &unit.text))
            }
            Closing::Past(text, _) => (text.clone(), Vec::new()),
            Closing::Frame(text, names_topic) => (text.clone(), self.topic(*names_topic)),
        };
        self.line(MoveKind::CallToAction, text, cited, CLOSING, Mark::None, 2);
    }

    fn line(
        &mut self,
        kind: MoveKind,
        text: String,
        facts: Vec<u32>,
        paragraph: u8,
        mark: Mark,
        rank: u8,
    ) {
        self.pieces.push(Piece {
            kind,
            text,
            facts,
            paragraph,
            mark,
            rank,
        });
    }

    fn cite(&mut self, fact: usize) -> u32 {
        self.footnote(Some(fact))
    }

    /// The fact, and the one that names the brand where an edit brought the name in.
    fn cited(&mut self, fact: usize, text: &str) -> Vec<u32> {
        let mut cited = vec![self.cite(fact)];
        let name = self.input.brand.name.as_str();
        let named =
            !name.is_empty() && text.contains(name) && !self.input.facts[fact].text.contains(name);
        if named && self.input.brand_fact.is_some() {
            cited.push(self.footnote(None));
        }
        cited
    }

    fn topic(&mut self, named: bool) -> Vec<u32> {
        match self.material.topic_fact {
            Some(fact) if named => vec![self.cite(fact)],
            _ => Vec::new(),
        }
    }

    fn footnote(&mut self, fact: Option<usize>) -> u32 {
        let at = self
            .facts
            .iter()
            .position(|known| *known == fact)
            .unwrap_or_else(|| {
                self.facts.push(fact);
                self.facts.len() - 1
            });
        u32::try_from(at).unwrap_or(u32::MAX)
    }
}

/// A question put to the brand stands in quotation marks: the post's own voice does not ask it.
fn asked_by_reader(question: &str, language: Language) -> String {
    let to_the_brand = wording::holds(question, wording::of(language).to_brand);
    if to_the_brand && !question.starts_with(['"', '\u{201c}', '\u{201e}']) {
        wording::quoted(question, language)
    } else {
        question.to_owned()
    }
}
