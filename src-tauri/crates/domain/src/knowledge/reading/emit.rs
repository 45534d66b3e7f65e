//! From blocks to entries.

use super::blocks::{Block, BlockKind, Blocks};
use super::judge::{self, Around, Verdict};
use super::paragraphs::{self, Sentence};
use super::sections::{self, Purpose};
use super::{grammar, items, titles};
use crate::ids::EntryId;
use crate::knowledge::EntityKind;
use crate::knowledge::categories::category;
use crate::knowledge::entailment::Support;
use crate::knowledge::entities::{ProductNames, find_in};
use crate::knowledge::{Category, Document, Entry, EntryKind, ProductFacts, StatementForm};
use crate::language::{self, Language};
use crate::text::{Span, fold};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Shares of a block's text from which on its links make it navigation.
const MOSTLY_LINKS: f32 = 0.6;

/// Longest question of a text's own that is kept, in words.
const MOST_WORDS_ASKED: usize = 8;

/// Longest fragment in words, with and without a full stop.
const MOST_WORDS_CLOSED: usize = 30;
const MOST_WORDS_OPEN: usize = 20;

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
    text: String,
    /// Where the last one ends.
    end: u32,
    quoted: bool,
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
        let formal = [" Sie ", " Ihnen", " Ihre", " Ihr "]
            .iter()
            .any(|word| document.text.contains(word));
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
            ),
        };
        if source.kind == EntryKind::Step || source.kind == EntryKind::Product {
            return otherwise;
        }
        if source.quoted {
            return Category::Testimonial;
        }
        category(headings, &proposal.statement, otherwise)
    }
}

/// A step that takes up the one before it: it is kept, for a how-to with a gap helps nobody.
fn step(one: &Judged, quoted: bool) -> Proposal {
    Proposal {
        statement: one.sentence.text.clone(),
        span: one.span,
        form: StatementForm::Reply,
        quoted,
        confidence: 0.7,
    }
}

/// A step of several sentences as one: what it says after its order explains it, and a how-to counts its
/// steps, not its sentences.
fn whole_step(judged: &[Judged], source: &Source) -> Option<Proposal> {
    let usable = judged
        .iter()
        .all(|one| !matches!(one.verdict, Verdict::Unusable(_)) && !one.sentence.quoted);
    let statement: Vec<&str> = judged
        .iter()
        .map(|one| one.sentence.text.as_str())
        .collect();
    let statement = statement.join(" ");
    let words = statement.split_whitespace().count();
    let (first, last) = (judged.first()?, judged.last()?);
    let fits = source.kind == EntryKind::Step
        && usable
        && words <= judge::MAX_WORDS
        && judge::is_closed(&last.sentence.text);
    fits.then(|| Proposal {
        statement: titles::capitalized(&statement),
        span: first.span.join(last.span),
        form: StatementForm::Sentence,
        quoted: source.quoted,
        confidence: 0.85,
    })
}

/// A sentence that leans on the ones before it, if all that it can lean on is kept. Its span begins where
/// theirs ends: a bold word between them is no gap.
fn following(one: &Judged, run: &Run, quoted: bool) -> Option<Proposal> {
    let fits = judge::is_closed(&one.sentence.text)
        && run.quoted == quoted
        && points_at(&one.sentence.text, &run.text);
    fits.then(|| Proposal {
        statement: one.sentence.text.clone(),
        span: Span {
            start: run.end,
            end: one.span.end,
        },
        form: StatementForm::Following,
        quoted,
        confidence: 0.8,
    })
}

/// A short question that the text itself asks ("Got a puppy?"): for the sentence behind it.
fn asked(one: &Judged, quoted: bool) -> Option<Proposal> {
    let words = one.sentence.text.split_whitespace().count();
    let fits = words <= MOST_WORDS_ASKED && !quoted && one.sentence.text.ends_with('?');
    fits.then(|| Proposal {
        statement: one.sentence.text.clone(),
        span: one.span,
        form: StatementForm::Following,
        quoted,
        confidence: 0.6,
    })
}

/// Something without a verb or a subject.
fn fragment(one: &Judged, source: &Source, quoted: bool) -> Option<Proposal> {
    let text = one.sentence.text.trim_end_matches(['.', ';', ',']).trim();
    let words = text.split_whitespace().count();
    let most = if judge::is_closed(&one.sentence.text) {
        MOST_WORDS_CLOSED
    } else {
        MOST_WORDS_OPEN
    };
    if !(2..=most).contains(&words) || text.ends_with(':') {
        return None;
    }
    let bare = words <= 8 && !text.contains([',', ':', '–', ';']);
    let says_what_was_done = text
        .split(' ')
        .next()
        .is_some_and(|word| word.ends_with("ed"));
    let form =
        if bare && !says_what_was_done && !grammar::has_finite_verb(text, source.language, false) {
            StatementForm::NounPhrase
        } else {
            StatementForm::Fragment
        };
    // Running text keeps its full stop: it can go on behind its neighbors, an item of a list cannot.
    let ended = source.kind == EntryKind::Statement && judge::is_closed(&one.sentence.text);
    let statement = if ended {
        one.sentence.text.trim()
    } else {
        text
    };
    Some(Proposal {
        statement: titles::capitalized(statement),
        span: one.span,
        form,
        quoted,
        confidence: 0.6,
    })
}

fn ends_sentence(text: &str) -> bool {
    judge::is_closed(text) || text.ends_with('?')
}

/// An answer's second sentence behind its first, as one statement.
pub(super) fn joined(before: &Proposal, one: &Judged, quoted: bool) -> Option<Proposal> {
    let words = |text: &str| text.split_whitespace().count();
    let fits = before.form == StatementForm::Sentence
        && judge::is_closed(&one.sentence.text)
        && words(&before.statement) + words(&one.sentence.text) <= judge::MAX_WORDS + 5
        && before.quoted == quoted
        && points_at(&one.sentence.text, &before.statement);
    fits.then(|| Proposal {
        statement: format!("{} {}", before.statement, one.sentence.text),
        span: before.span.join(one.span),
        form: StatementForm::Sentence,
        quoted,
        confidence: 0.8,
    })
}

/// "This loaf keeps" behind a sentence about a loaf; "This means" and "It" behind anything.
fn points_at(sentence: &str, before: &str) -> bool {
    let words: Vec<String> = crate::text::words(sentence)
        .take(2)
        .map(|word| fold(word.text))
        .collect();
    let [first, second] = words.as_slice() else {
        return false;
    };
    let pointing = [
        "this", "these", "those", "that", "such", "diese", "dieser", "dieses", "diesem", "diesen",
    ];
    if !pointing.contains(&first.as_str()) || grammar::is_english_verb(second) {
        return true;
    }
    let stem = second.strip_suffix('s').unwrap_or(second);
    fold(before).contains(stem)
}

/// "The plan shows each piece" takes up "a cutting plan" of an earlier sentence.
fn takes_up(sentence: &str, before: &[Judged], language: Language) -> bool {
    let (definite, indefinite): (&[&str], &[&str]) = match language {
        Language::English => (&["the"], &["a", "an", "one", "another"]),
        Language::German => (
            &["der", "die", "das"],
            &["ein", "eine", "einen", "einem", "einer"],
        ),
        Language::Other => return false,
    };
    let mut words = crate::text::words(sentence).map(|word| word.text);
    let (Some(article), Some(noun)) = (words.next(), words.next()) else {
        return false;
    };
    let is_in = |word: &str, list: &[&str]| list.iter().any(|one| one.eq_ignore_ascii_case(word));
    if !is_in(article, definite) {
        return false;
    }
    before.iter().any(|earlier| {
        if !earlier.sentence.text.contains(noun) {
            return false;
        }
        let words: Vec<&str> = crate::text::words(&earlier.sentence.text)
            .map(|word| word.text)
            .collect();
        words.iter().enumerate().any(|(at, word)| {
            *word == noun
                && words[at.saturating_sub(3)..at]
                    .iter()
                    .any(|word| is_in(word, indefinite))
        })
    })
}
