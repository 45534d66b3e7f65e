//! From blocks to entries.

use super::blocks::{Block, BlockKind, Blocks};
use super::judge::{self, Around, Verdict};
use super::paragraphs::{self, Sentence};
use super::proposals::{asked, ends_sentence, following, fragment, step, takes_up, whole_step};
use super::sections::{self, Purpose};
use super::{items, titles};
use crate::ids::EntryId;
use crate::knowledge::EntityKind;
use crate::knowledge::categories::category;
use crate::knowledge::entailment::Support;
use crate::knowledge::entities::{ProductNames, find_in};
use crate::knowledge::{Category, Document, Entry, EntryKind, ProductFacts, StatementForm};
use crate::language::german::{self, Address};
use crate::language::{self, Language};
use crate::text::{Span, fold};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Shares of a block's text from which on its links make it navigation.
const MOSTLY_LINKS: f32 = 0.6;

/// Reads one document's blocks in order.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    pub(super) blocks: &'a Blocks,
    purposes: &'a [Purpose],
    products: ProductNames,
    formal: bool,
    entries: Vec<Entry>,
    skipped: BTreeMap<&'static str, u32>,
    /// Folded statements, so that none comes twice.
    seen: BTreeSet<String>,
    /// What was kept without a gap up to here.
    pub(super) run: Option<Run>,
    ids: &'a mut dyn FnMut() -> Uuid,
}

/// Where a statement comes from, for all sentences of a block.
#[derive(Debug, Clone)]
pub(super) struct Source {
    pub(super) section: usize,
    pub(super) kind: EntryKind,
    pub(super) subject: Option<String>,
    /// The bold words that a paragraph opens with: a heading of its own.
    pub(super) lead: Option<String>,
    pub(super) question: Option<String>,
    /// Bytes of the question: an answer's span begins there.
    pub(super) question_span: Option<Span>,
    pub(super) quoted: bool,
    pub(super) order: Option<u32>,
    pub(super) language: Language,
    /// It is the first under its heading, so that "It" can only mean what the heading names.
    pub(super) opens_section: bool,
    pub(super) product: Option<ProductFacts>,
}

/// An entry before it is checked.
pub(super) struct Proposal {
    pub(super) statement: String,
    pub(super) span: Span,
    pub(super) form: StatementForm,
    pub(super) quoted: bool,
    pub(super) confidence: f32,
}

/// Sentences of a section that were kept one after another: the next one may lean on them.
pub(super) struct Run {
    section: usize,
    pub(super) text: String,
    /// Where the last one ends.
    pub(super) end: u32,
    pub(super) quoted: bool,
}

/// A sentence with its verdict and its place.
pub(super) struct Judged {
    pub(super) sentence: Sentence,
    pub(super) verdict: Verdict,
    pub(super) span: Span,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        document: &'a Document,
        known_products: &[&str],
        blocks: &'a Blocks,
        purposes: &'a [Purpose],
        ids: &'a mut dyn FnMut() -> Uuid,
    ) -> Self {
        let formal = german::addresses(&document.text).contains(&Address::Sie);
        Self {
            document,
            blocks,
            purposes,
            products: ProductNames::new(known_products),
            formal,
            entries: Vec::new(),
            skipped: BTreeMap::new(),
            seen: BTreeSet::new(),
            run: None,
            ids,
        }
    }

    /// Reads all blocks; returns the entries and what was left out, by code.
    pub(super) fn run(mut self) -> (Vec<Entry>, BTreeMap<&'static str, u32>) {
        let blocks = self.blocks;
        for at in 0..blocks.blocks.len() {
            self.read_block(at);
        }
        (self.entries, self.skipped)
    }

    pub(super) fn skip(&mut self, code: &'static str) {
        *self.skipped.entry(code).or_default() += 1;
    }

    fn read_block(&mut self, at: usize) {
        let run = self.run.take();
        let blocks = self.blocks;
        let block = &blocks.blocks[at];
        let purpose = self
            .purposes
            .get(block.section)
            .copied()
            .unwrap_or(Purpose::Facts);
        if purpose == Purpose::Internal || sections::is_internal_block(block) {
            return self.skip("internal");
        }
        let links = block.linked as f32 >= block.plain.text.len() as f32 * MOSTLY_LINKS;
        let crumbs = block.plain.text.matches([' ']).count() > 0
            && ["|", "›", "»", " > ", "·"]
                .iter()
                .any(|mark| block.plain.text.matches(mark).count() >= 2);
        let is_table = matches!(block.kind, BlockKind::Table { .. });
        if purpose == Purpose::Navigation || !is_table && (block.linked > 0 && links || crumbs) {
            return self.skip("navigation");
        }
        if block.task {
            return self.skip("task");
        }
        let mut source = self.source(at, block, purpose);
        match &block.kind {
            BlockKind::Table { head, rows } => self.read_table(head, rows, &source),
            BlockKind::Item { order, list } => {
                source.order = *order;
                source.kind = if order.is_some() {
                    EntryKind::Step
                } else {
                    EntryKind::Item
                };
                if items::is_negated(blocks, at, *list) {
                    return self.skip("negated-list");
                }
                self.read_item(block, source);
            }
            BlockKind::Paragraph => {
                self.run = run.filter(|run| run.section == block.section);
                self.read_paragraph(block, source);
            }
        }
    }

    fn source(&self, at: usize, block: &Block, purpose: Purpose) -> Source {
        let section = &self.blocks.sections[block.section];
        let previous = at.checked_sub(1).map(|before| &self.blocks.blocks[before]);
        let opens_section = previous.is_none_or(|previous| previous.section != block.section);
        let title = section.title();
        let asks = title.trim_end().ends_with('?');
        let found = (block.plain.text.len() >= 60).then(|| language::detect(&block.plain.text));
        let language = match found {
            Some(found) if found != self.document.language => found,
            _ => self.document.language,
        };
        Source {
            section: block.section,
            kind: EntryKind::Statement,
            subject: None,
            lead: None,
            question: (asks && opens_section).then(|| title.trim().to_owned()),
            question_span: section.span.filter(|_| asks && opens_section),
            quoted: block.in_quote || purpose == Purpose::Voices,
            order: None,
            language,
            opens_section,
            product: None,
        }
    }

    /// Judges the sentences under a range of a block's text.
    pub(super) fn judged(
        &self,
        plain: &super::plain::Plain,
        range: std::ops::Range<usize>,
        source: &Source,
        in_list: bool,
    ) -> Vec<Judged> {
        let around = |quoted: bool| Around {
            language: source.language,
            formal: self.formal,
            in_list,
            quoted,
        };
        let sentences = paragraphs::sentences(plain, range);
        let mut judged: Vec<Judged> = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            let mut verdict = judge::judge(&sentence.text, around(sentence.quoted));
            if matches!(verdict, Verdict::Stands { .. })
                && takes_up(&sentence.text, &judged, source.language)
            {
                verdict = Verdict::Leans;
            }
            judged.push(Judged {
                span: plain.raw(sentence.range.clone()),
                sentence,
                verdict,
            });
        }
        judged
    }

    /// Makes entries of a run of sentences: each that stands alone, and each that follows one that is kept.
    pub(super) fn propose_all(&mut self, judged: &[Judged], source: &Source) {
        if judged.len() > 1
            && let Some(whole) = whole_step(judged, source)
        {
            return self.push(whole, source);
        }
        let first = judged.first();
        let title = self.blocks.sections[source.section].title();
        let conditional = titles::is_conditional(title);
        let doubt = if titles::is_example(title) { 0.3 } else { 0.0 };
        // Items and steps stand side by side: none leans on the one before.
        let prose = source.kind == EntryKind::Statement;
        let mut run = self.run.take().filter(|_| prose);
        for one in judged {
            let quoted = source.quoted || one.sentence.quoted;
            // Below "If nobody is there", a sentence says something else than on its own.
            if conditional
                && matches!(one.verdict, Verdict::Stands { .. })
                && !titles::states_condition(&one.sentence.text)
            {
                self.skip("leaning");
                run = None;
                continue;
            }
            let kept = match one.verdict {
                Verdict::Stands { cut } => Some(Proposal {
                    statement: titles::capitalized(&one.sentence.text[cut..]),
                    span: one.span,
                    form: StatementForm::Sentence,
                    quoted,
                    confidence: if cut == 0 { 0.9 } else { 0.85 } - doubt,
                }),
                Verdict::Leans => {
                    let opens =
                        source.opens_section && first.is_some_and(|first| first.span == one.span);
                    opens
                        .then(|| self.repaired(one, source))
                        .flatten()
                        .or_else(|| following(one, run.as_ref()?, quoted))
                        .or_else(|| (source.kind == EntryKind::Step).then(|| step(one, quoted)))
                }
                Verdict::Fragment => fragment(one, source, quoted),
                Verdict::Unusable("question") if prose => asked(one, quoted),
                Verdict::Unusable(_) => None,
            };
            let Some(mut proposal) = kept else {
                run = None;
                self.skip(match one.verdict {
                    Verdict::Unusable(code) => code,
                    Verdict::Fragment => "unfinished",
                    Verdict::Leans | Verdict::Stands { .. } => "leaning",
                });
                continue;
            };
            run = run
                .take()
                .filter(|run| run.quoted == quoted)
                .map(|run| run.text + " ")
                .or(Some(String::new()))
                .filter(|_| ends_sentence(&one.sentence.text))
                .map(|text| Run {
                    section: source.section,
                    text: text + &proposal.statement,
                    end: proposal.span.end,
                    quoted,
                });
            // The heading belongs to the statement that it opens: a post may begin with both.
            let opens = source.opens_section && first.is_some_and(|first| first.span == one.span);
            if let Some(heading) = self.blocks.sections[source.section].span
                && opens
                && prose
            {
                proposal.span = heading.join(proposal.span);
            }
            self.push(proposal, source);
        }
        self.run = run.filter(|_| prose);
    }

    /// "It ships next day" right below "## Mesh sheet": the heading says what "it" is.
    fn repaired(&self, one: &Judged, source: &Source) -> Option<Proposal> {
        if source.language != Language::English {
            return None;
        }
        let section = &self.blocks.sections[source.section];
        let heading = section.span?;
        let statement = titles::with_subject(&one.sentence.text, section.title())?;
        let around = Around {
            language: source.language,
            formal: self.formal,
            in_list: false,
            quoted: one.sentence.quoted,
        };
        let stands = judge::judge(&statement, around) == Verdict::Stands { cut: 0 };
        stands.then(|| Proposal {
            statement,
            span: heading.join(one.span),
            form: StatementForm::Sentence,
            quoted: source.quoted || one.sentence.quoted,
            confidence: 0.75,
        })
    }

    /// Checks a proposal against the bytes under its span and keeps it.
    pub(super) fn push(&mut self, proposal: Proposal, source: &Source) {
        self.push_with(proposal, source, "");
    }

    /// [`push`](Self::push) for a row: `more` has its cells apart and what only the table's head names.
    pub(super) fn push_with(&mut self, proposal: Proposal, source: &Source, more: &str) {
        let Some(raw) = proposal.span.slice(&self.document.text) else {
            return self.skip("unsupported");
        };
        let support = Support::in_language(&[raw, more], source.language);
        let unsupported = support.unsupported(&proposal.statement);
        if !unsupported.is_empty() {
            return self.skip("unsupported");
        }
        let folded = fold(&proposal.statement);
        if !self.seen.insert(folded) {
            return self.skip("repeated");
        }
        let section = &self.blocks.sections[source.section];
        let headings: Vec<String> = section
            .headings
            .iter()
            .chain(&source.lead)
            .cloned()
            .collect();
        let entry = self.entry(proposal, source, &headings);
        self.entries.push(entry);
    }

    fn entry(&mut self, proposal: Proposal, source: &Source, headings: &[String]) -> Entry {
        let entities = find_in(&proposal.statement, &self.products, source.language);
        let category = self.category(&proposal, source, headings);
        let product = entities.iter().find(|entity| {
            // Named first, it is what the sentence is about; a known product is so anywhere.
            entity.kind == EntityKind::Product
                && (entity.span.start <= 6 || self.products.has(&entity.key))
        });
        let subject = source
            .subject
            .clone()
            .or_else(|| product.map(|entity| entity.text.clone()))
            .or_else(|| {
                headings
                    .iter()
                    .rev()
                    .find(|title| titles::names_a_thing(title))
                    .cloned()
            })
            .unwrap_or_else(|| self.document.title.clone());
        let speaks_alone = crate::text::words(&proposal.statement).any(|word| {
            matches!(
                word.text,
                "I" | "my" | "My" | "ich" | "Ich" | "I'm" | "I’m" | "I've" | "I’ve"
            )
        });
        let doubt = if proposal.quoted || speaks_alone {
            0.2
        } else {
            0.0
        };
        Entry {
            id: EntryId((self.ids)()),
            document: self.document.id,
            kind: source.kind,
            category,
            question: source.question.clone(),
            subject,
            statement: proposal.statement,
            form: proposal.form,
            quoted: proposal.quoted,
            order: source.order,
            product: source.product.clone(),
            span: proposal.span,
            headings: headings.to_vec(),
            entities,
            confidence: proposal.confidence - doubt,
            language: source.language,
        }
    }

    fn category(&self, proposal: &Proposal, source: &Source, headings: &[String]) -> Category {
        let otherwise = match source.kind {
            EntryKind::Answer => Category::Faq,
            EntryKind::Step => Category::HowTo,
            EntryKind::Product => Category::Product,
            _ if proposal.quoted => Category::Testimonial,
            _ => category(
                std::slice::from_ref(&self.document.title),
                "",
                Category::Company,
                source.language,
            ),
        };
        if source.kind == EntryKind::Step || source.kind == EntryKind::Product {
            return otherwise;
        }
        if source.quoted {
            return Category::Testimonial;
        }
        category(headings, &proposal.statement, otherwise, source.language)
    }
}
