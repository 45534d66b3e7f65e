//! The knowledge base: documents, their chunks, and the entries that state facts.

pub mod context;

use crate::ids::{ChunkId, DocumentId, EntryId};
use crate::language::Language;
use crate::text::Span;
use serde::{Deserialize, Serialize};

pub mod categories;
pub mod chunking;
pub mod delimited;
pub mod entailment;
pub mod entities;
pub mod reading;
pub mod tokens;

/// A text that was read into the workspace, verbatim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub id: DocumentId,
    /// Path below the folder that was imported, with `/` between its parts.
    pub file: String,
    pub kind: DocumentKind,
    /// First heading, or the file's name without its ending.
    pub title: String,
    pub language: Language,
    /// The source text as stored: spans are byte ranges in it.
    pub text: String,
    /// SHA-256 of `text`, lower-case hex.
    pub sha256: String,
}

#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentKind {
    Markdown,
    Text,
    /// A product catalog: a CSV with a name and a price.
    Products,
}

/// A part of a document of about 512 tokens, cut on sentence borders, that search returns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    pub id: ChunkId,
    pub document: DocumentId,
    /// Place in the document, from 0.
    pub ordinal: u32,
    pub span: Span,
    /// Headings above it, outermost first.
    pub headings: Vec<String>,
    /// Tokens of the search model's vocabulary.
    pub tokens: u32,
}

/// A structured piece of knowledge: one self-contained statement with the span that states it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct Entry {
    pub id: EntryId,
    pub document: DocumentId,
    pub kind: EntryKind,
    pub category: Category,
    /// The question it answers, for FAQ pairs.
    pub question: Option<String>,
    /// What it is about: a product, or the nearest heading.
    pub subject: String,
    /// What is stated, without markup. Its form says how it may be used.
    pub statement: String,
    /// Whether the statement is a sentence that can stand alone.
    pub form: StatementForm,
    /// Someone else's words (a customer's, a newspaper's): never stated as the brand's own.
    pub quoted: bool,
    /// Place in a numbered how-to, from 1.
    pub order: Option<u32>,
    /// The parts of a product row.
    pub product: Option<ProductFacts>,
    /// The bytes of the document that state it. The first statement below a heading begins with it, so that
    /// a subject that was restored from the heading stands in the span too.
    pub span: Span,
    /// Headings above it, outermost first.
    pub headings: Vec<String>,
    pub entities: Vec<Entity>,
    /// 0 to 1.
    pub confidence: f32,
    pub language: Language,
}

#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// A sentence of running text.
    Statement,
    /// A question with its answer.
    Answer,
    /// An item of a list, made self-contained.
    Item,
    /// A step of a numbered how-to.
    Step,
    /// A row of a product catalog.
    Product,
}

/// How a statement may be used in a post.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum StatementForm {
    /// One or two whole sentences that can stand alone.
    Sentence,
    /// Whole sentences that can be understood only behind the entry's question ("Yes, within 30 days."),
    /// or a step that can be only behind the step before it ("Lead it back through the loop.").
    Reply,
    /// A whole sentence that is understood only right behind the one before it ("It takes two days."):
    /// a post states it there or not at all.
    Following,
    /// Something without a verb or a subject, for a list ("Free returns within 30 days").
    Fragment,
    /// A thing or several ("Mesh sheets in three sizes").
    NounPhrase,
}

/// The parts of a product row, as the file writes them.
#[derive(
    Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct ProductFacts {
    pub name: String,
    /// With its currency: "£38.50". Where only the column's head names the currency, it was added.
    pub price: Option<String>,
    /// What the price is for: "sheet", "kg", "month".
    pub unit: Option<String>,
    /// "in stock", "made to order".
    pub availability: Option<String>,
    /// What the row says of the product in words.
    pub description: Option<String>,
    /// All other cells with their column's head.
    pub details: Vec<ProductDetail>,
}

/// A cell of a product row with its column's head.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct ProductDetail {
    pub name: String,
    pub value: String,
}

/// What a document is there for.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentRole {
    /// It states facts.
    Facts,
    /// It says how the brand writes: rules, no facts.
    StyleGuide,
    /// It is marked as internal, confidential or a draft: nothing of it may be published.
    Internal,
}

/// What an entry is about: the eighteen categories of the knowledge base.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    Company,
    Product,
    Service,
    Pricing,
    Offer,
    Delivery,
    Returns,
    Availability,
    TechnicalSpecification,
    HowTo,
    Faq,
    Comparison,
    CustomerStory,
    Testimonial,
    Sustainability,
    Policy,
    Team,
    Event,
}

/// Something that a text states and that can be checked against another text.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Entity {
    pub kind: EntityKind,
    /// As written.
    pub text: String,
    /// In the text it was found in (an entry's `statement`).
    pub span: Span,
    /// One form for all spellings ("£1,250.00" and "1250 pounds" are `1250 GBP`; "2pm" is `14:00`).
    pub key: String,
}

#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum EntityKind {
    Product,
    Price,
    /// A number with a unit: "6 mm", "24 hours", "15 %".
    Quantity,
    /// A number without a unit.
    Number,
    Date,
    Time,
    Place,
    Person,
    Organization,
    /// A web address, an e-mail address or a phone number.
    Contact,
}

/// A statement that a draft may make, with the place that it stands on. No span, no fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct Fact {
    pub entry: EntryId,
    /// What is stated, as the entry has it.
    pub text: String,
    pub document: DocumentId,
    /// The document's file.
    pub file: String,
    pub span: Span,
    pub subject: String,
    pub category: Category,
    pub kind: EntryKind,
    pub entities: Vec<Entity>,
    pub question: Option<String>,
    pub headings: Vec<String>,
    pub form: StatementForm,
    /// Someone else's words: never stated as the brand's own.
    pub quoted: bool,
    /// Place in a numbered how-to, from 1.
    pub order: Option<u32>,
    pub product: Option<ProductFacts>,
    /// The paragraph of its document that it ends in, from 0: see [`number_paragraphs`].
    #[serde(default)]
    pub paragraph: u32,
    /// Search relevance, 0 to 1.
    pub relevance: f32,
}

/// Says of each fact of a document in which of its paragraphs it stands: blank lines part them.
pub fn number_paragraphs(facts: &mut [Fact], document: DocumentId, text: &str) {
    let mut breaks: Vec<u32> = Vec::new();
    let (mut at, mut blank) = (0, true);
    for line in text.split_inclusive('\n') {
        let empty = line.trim().is_empty();
        if !empty && blank {
            breaks.push(at);
        }
        blank = empty;
        at = at.saturating_add(u32::try_from(line.len()).unwrap_or(u32::MAX));
    }
    for fact in facts.iter_mut().filter(|fact| fact.document == document) {
        let before = breaks.partition_point(|start| *start < fact.span.end);
        fact.paragraph = u32::try_from(before.saturating_sub(1)).unwrap_or(u32::MAX);
    }
}

/// White space between two sentences of a paragraph, in bytes. A list's mark or a heading is longer.
const SENTENCE_GAP: u32 = 2;

impl Fact {
    /// Whether this sentence stands right behind that one in their document.
    pub fn is_right_behind(&self, other: &Fact) -> bool {
        self.document == other.document
            && self.headings == other.headings
            && self
                .span
                .start
                .checked_sub(other.span.end)
                .is_some_and(|gap| gap <= SENTENCE_GAP)
    }

    /// The fact that an entry states. `file` is its document's; `relevance` is 0 to 1.
    pub fn of(entry: &Entry, file: &str, relevance: f32) -> Self {
        let entry = entry.clone();
        Self {
            entry: entry.id,
            text: entry.statement,
            document: entry.document,
            file: file.to_owned(),
            span: entry.span,
            subject: entry.subject,
            category: entry.category,
            kind: entry.kind,
            entities: entry.entities,
            question: entry.question,
            headings: entry.headings,
            form: entry.form,
            quoted: entry.quoted,
            order: entry.order,
            product: entry.product,
            paragraph: 0,
            relevance,
        }
    }
}
