//! The knowledge base: importing folders, searching, reading documents.

use crate::brand;
use crate::error::{Code, Error, Result};
use crate::op::{AnyOp, Cx, Nothing, Op, Tag};
use crate::ports::{DocumentSummary, FileOutcome, FolderError, Imported, SearchFilter};
use galley_domain::ids::{ChunkId, DocumentId, EntryId};
use galley_domain::knowledge::{Category, DocumentKind};
use galley_domain::language::Language;
use galley_domain::members::Role;
use galley_domain::text::Span;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

mod passage;

use passage::Passage;
pub use passage::{PassageIn, PassageView};

/// The operations on knowledge.
pub const OPS: &[&dyn AnyOp] = &[&Import, &Search, &Documents, &GetDocument, &Passage];

/// Hits that a search gives at the most.
const MAX_HITS: u32 = 100;

/// A folder to read.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ImportIn {
    /// Its path on this machine.
    pub folder: String,
}

/// What an import came to.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct ImportView {
    pub documents: Imported,
    pub entries: u32,
    pub past_posts: u32,
    pub pictures: u32,
    pub skills: u32,
    /// The brand's name, and where it comes from: `stated`, `heading`, `folder` or `kept`.
    pub name: String,
    pub name_from: String,
    /// Each file with what it was read as, and what there is to say about it.
    pub files: Vec<FileOutcome>,
}

/// Reads a folder of documents, products, past posts, pictures and skills into the workspace. Files are
/// recognized by content; the same folder can be imported again: what has not changed stays as it is.
struct Import;

impl Op for Import {
    const NAME: &'static str = "knowledge.import";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[
        Tag::Workspace,
        Tag::Brand,
        Tag::Knowledge,
        Tag::Skills,
        Tag::Posts,
    ];
    type In = ImportIn;
    type Out = ImportView;

    async fn run(&self, cx: Cx<'_>, input: ImportIn) -> Result<ImportView> {
        let folder = PathBuf::from(input.folder);
        let reading = cx
            .ports
            .folders
            .read(&folder, cx.ports.ids.as_ref(), cx.now)
            .map_err(unread)?;
        let nothing = reading.documents.is_empty()
            && reading.past_posts.is_empty()
            && reading.pictures.is_empty()
            && reading.skills.is_empty();
        if nothing {
            let files = reading.outcomes.len();
            return Err(Error::new(
                Code::NothingUsable,
                format!(
                    "nothing in {} could be read ({files} files looked at): put Markdown, text or CSV \
                     files there",
                    folder.display()
                ),
            )
            .with("folder", folder.display())
            .with("files", files));
        }
        let act = cx.act(Self::NAME);
        let store = &cx.ports.store;
        let documents = store.import(&act, &reading.documents)?;
        let past_posts = store.add_past_posts(&act, &reading.past_posts)?;
        for picture in &reading.pictures {
            store.add_media(&act, &picture.media, &picture.bytes)?;
        }
        for skill in &reading.skills {
            cx.ports.skills.add(skill)?;
        }
        let named = brand::learn(cx, &act, &reading)?;
        cx.ports.index.catch_up()?;
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(ImportView {
            documents,
            entries: count(
                reading
                    .documents
                    .iter()
                    .map(|read| read.entries.len())
                    .sum(),
            ),
            past_posts,
            pictures: count(reading.pictures.len()),
            skills: count(reading.skills.len()),
            name: named.name,
            name_from: named.from,
            files: reading.outcomes,
        })
    }
}

/// What to look for.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct SearchIn {
    /// Words; there is no query syntax.
    pub text: String,
    #[serde(default)]
    pub category: Option<Category>,
    #[serde(default)]
    pub language: Option<Language>,
    #[serde(default)]
    pub document: Option<DocumentId>,
    /// At most 100; 10 if left out.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// What was found.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct SearchView {
    pub entries: Vec<EntryHit>,
    pub chunks: Vec<ChunkHit>,
}

#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct EntryHit {
    pub entry: EntryId,
    pub statement: String,
    pub question: Option<String>,
    pub subject: String,
    pub category: Category,
    pub document: DocumentId,
    pub file: String,
    /// In the document's text.
    pub span: Span,
    pub score: f32,
}

#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct ChunkHit {
    pub chunk: ChunkId,
    pub text: String,
    pub headings: Vec<String>,
    pub document: DocumentId,
    pub file: String,
    /// In the document's text.
    pub span: Span,
    pub score: f32,
}

/// Searches entries and chunks by their words (BM25), best first.
struct Search;

impl Op for Search {
    const NAME: &'static str = "knowledge.search";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Knowledge];
    type In = SearchIn;
    type Out = SearchView;

    async fn run(&self, cx: Cx<'_>, input: SearchIn) -> Result<SearchView> {
        let limit = input.limit.unwrap_or(10).clamp(1, MAX_HITS) as usize;
        let filter = SearchFilter {
            category: input.category,
            language: input.language,
            document: input.document,
        };
        let hits = cx.ports.index.search_entries(&input.text, &filter, limit)?;
        let ids: Vec<_> = hits.iter().map(|hit| hit.id).collect();
        let scored = |id| {
            hits.iter()
                .find(|hit| hit.id == id)
                .map_or(0.0, |hit| hit.score)
        };
        let entries = cx.ports.store.entries(&ids)?;
        let entries = entries
            .into_iter()
            .map(|(entry, file)| EntryHit {
                score: scored(entry.id),
                entry: entry.id,
                statement: entry.statement,
                question: entry.question,
                subject: entry.subject,
                category: entry.category,
                document: entry.document,
                file,
                span: entry.span,
            })
            .collect();

        let hits = cx.ports.index.search_chunks(&input.text, &filter, limit)?;
        let ids: Vec<_> = hits.iter().map(|hit| hit.id).collect();
        let scored = |id| {
            hits.iter()
                .find(|hit| hit.id == id)
                .map_or(0.0, |hit| hit.score)
        };
        let chunks = cx.ports.store.chunks(&ids)?;
        let chunks = chunks
            .into_iter()
            .map(|(chunk, file, text)| ChunkHit {
                score: scored(chunk.id),
                chunk: chunk.id,
                text,
                headings: chunk.headings,
                document: chunk.document,
                file,
                span: chunk.span,
            })
            .collect();
        Ok(SearchView { entries, chunks })
    }
}

/// Lists the documents by file.
struct Documents;

impl Op for Documents {
    const NAME: &'static str = "knowledge.documents";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Knowledge];
    type In = Nothing;
    type Out = Vec<DocumentSummary>;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<Vec<DocumentSummary>> {
        Ok(cx.ports.store.documents()?)
    }
}

/// Names a document.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct DocumentIn {
    pub document: DocumentId,
}

/// A document with its text, verbatim.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct DocumentView {
    pub id: DocumentId,
    pub file: String,
    pub kind: DocumentKind,
    pub title: String,
    pub language: Language,
    pub text: String,
}

/// Shows a document: what a citation's span lies in.
struct GetDocument;

impl Op for GetDocument {
    const NAME: &'static str = "knowledge.document";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Knowledge];
    type In = DocumentIn;
    type Out = DocumentView;

    async fn run(&self, cx: Cx<'_>, input: DocumentIn) -> Result<DocumentView> {
        let document = cx.ports.store.document(input.document)?;
        Ok(DocumentView {
            id: document.id,
            file: document.file,
            kind: document.kind,
            title: document.title,
            language: document.language,
            text: document.text,
        })
    }
}

fn unread(error: FolderError) -> Error {
    let path = match &error {
        FolderError::Unreadable { path, .. } | FolderError::NotAFolder { path } => path.clone(),
    };
    Error::new(
        Code::FolderUnreadable,
        format!("{error}; name a folder that you can read"),
    )
    .with("folder", path)
    .with("detail", error)
}
