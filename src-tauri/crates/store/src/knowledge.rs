//! The knowledge base: documents by revisions, their chunks and entries.
//!
//! A document's text is kept verbatim once for each of its revisions, because the facts of a post point
//! into the revision that it was drafted from. Chunks and entries are those of the newest revision.

use crate::error::Inner;
use crate::migrations::Migration;
use crate::store::Store;
use galley_app::ports::{Act, DocumentSummary, Imported, KnowledgeStore, ReadDocument, Stored};
use galley_domain::ids::{ChunkId, DocumentId, EntryId};
use galley_domain::knowledge::{Chunk, Document, Entry, EntryKind};
use galley_domain::text::Span;
use jiff::Timestamp;

mod reads;
mod writes;

/// `reading` is the SHA-256 of what was read from the text: a Galley that reads better changes it, and the
/// document is stored again. A chunk is made from its document's revision alone, so that names who wrote
/// it.
pub(crate) const MIGRATION: Migration = Migration {
    name: "knowledge",
    sql: "
CREATE TABLE document (
    id TEXT PRIMARY KEY NOT NULL,
    file TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    no_facts INTEGER NOT NULL CHECK (no_facts IN (0, 1)),
    revision INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    reading TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL,
    FOREIGN KEY (id, revision) REFERENCES document_revision (document, revision)
        DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE document_revision (
    document TEXT NOT NULL,
    revision INTEGER NOT NULL,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL,
    PRIMARY KEY (document, revision)
) STRICT;
CREATE TABLE chunk (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL CHECK (span_end >= span_start),
    headings TEXT NOT NULL,
    tokens INTEGER NOT NULL,
    UNIQUE (document, ordinal)
) STRICT;
CREATE TABLE entry (
    id TEXT PRIMARY KEY NOT NULL,
    document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    category TEXT NOT NULL,
    question TEXT,
    subject TEXT NOT NULL,
    statement TEXT NOT NULL,
    form TEXT NOT NULL,
    quoted INTEGER NOT NULL CHECK (quoted IN (0, 1)),
    step INTEGER,
    product TEXT,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL CHECK (span_end >= span_start),
    headings TEXT NOT NULL,
    entities TEXT NOT NULL,
    confidence REAL NOT NULL,
    language TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL,
    UNIQUE (document, ordinal)
) STRICT;
CREATE INDEX entry_kind ON entry (kind);
CREATE INDEX entry_subject ON entry (subject);
",
};

pub(crate) use reads::{Indexed, indexed};

impl KnowledgeStore for Store {
    fn import(&self, act: &Act, documents: &[ReadDocument]) -> Stored<Imported> {
        self.write(act, |writing| writes::import(writing, documents))
    }

    fn documents(&self) -> Stored<Vec<DocumentSummary>> {
        self.read(reads::documents)
    }

    fn document(&self, id: DocumentId) -> Stored<Document> {
        self.read(|connection| reads::document(connection, id))
    }

    fn entries(&self, ids: &[EntryId]) -> Stored<Vec<(Entry, String)>> {
        self.read(|connection| reads::entries(connection, ids))
    }

    fn chunks(&self, ids: &[ChunkId]) -> Stored<Vec<(Chunk, String, String)>> {
        self.read(|connection| reads::chunks(connection, ids))
    }

    fn entries_of(&self, kind: EntryKind) -> Stored<Vec<(Entry, String)>> {
        self.read(|connection| reads::entries_of(connection, kind))
    }

    fn entries_in(
        &self,
        document: DocumentId,
        within: Option<Span>,
    ) -> Stored<Vec<(Entry, String)>> {
        self.read(|connection| reads::entries_in(connection, document, within))
    }

    fn subjects(&self) -> Stored<Vec<String>> {
        self.read(reads::subjects)
    }
}

impl Store {
    /// Removes a document with its chunks and entries. Its text stays for the posts that point into it.
    pub fn remove_document(&self, act: &Act, id: DocumentId) -> Stored<()> {
        self.write(act, |writing| writes::remove(writing, id))
    }

    /// A document's text as it was at an instant: what the facts of a post made then point into. Also for
    /// documents that were removed since.
    pub fn document_text(&self, id: DocumentId, at: Timestamp) -> Stored<String> {
        self.read(|connection| -> Inner<String> { reads::text_at(connection, id, at) })
    }
}
