//! Reading documents, chunks and entries.

use crate::error::{Inner, not_found};
use crate::values::{Columns, first, rows, word};
use galley_app::ports::DocumentSummary;
use galley_domain::ids::{ChunkId, DocumentId, EntryId};
use galley_domain::knowledge::{Chunk, Document, Entry, EntryKind};
use galley_domain::text::Span;
use jiff::Timestamp;
use rusqlite::{Connection, Row};

const ENTRY: &str = "SELECT entry.*, document.file AS file FROM entry
    JOIN document ON document.id = entry.document";

/// The text in characters cannot be cut by `substr`, which counts characters: as a blob it counts bytes.
const CHUNK: &str = "SELECT chunk.*, document.file AS file,
        CAST(substr(CAST(document_revision.text AS BLOB), span_start + 1, span_end - span_start)
            AS TEXT) AS body
    FROM chunk JOIN document ON document.id = chunk.document
    JOIN document_revision ON document_revision.document = document.id
        AND document_revision.revision = document.revision";

pub(super) fn documents(connection: &Connection) -> Inner<Vec<DocumentSummary>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, file, title, language,
             (SELECT count(*) FROM entry WHERE entry.document = document.id) AS entries,
             (SELECT count(*) FROM chunk WHERE chunk.document = document.id) AS chunks
         FROM document ORDER BY file",
    )?;
    rows(&mut statement, [], |row| {
        Ok(DocumentSummary {
            id: row.id("id")?,
            file: row.text("file")?,
            title: row.text("title")?,
            language: row.word("language")?,
            entries: row.number("entries")?,
            chunks: row.number("chunks")?,
        })
    })
}

pub(super) fn document(connection: &Connection, id: DocumentId) -> Inner<Document> {
    by_id(connection, id)?.ok_or_else(|| not_found("document", id))
}

fn by_id(connection: &Connection, id: DocumentId) -> Inner<Option<Document>> {
    let mut statement = connection.prepare_cached(
        "SELECT document.id, file, kind, title, language, text, document_revision.sha256 AS sha256
         FROM document JOIN document_revision ON document_revision.document = document.id
             AND document_revision.revision = document.revision
         WHERE document.id = ?",
    )?;
    first(&mut statement, [id.to_string()], |row| {
        Ok(Document {
            id: row.id("id")?,
            file: row.text("file")?,
            kind: row.word("kind")?,
            title: row.text("title")?,
            language: row.word("language")?,
            text: row.text("text")?,
            sha256: row.text("sha256")?,
        })
    })
}

/// The newest revision that was there at the instant. One written later is given where there is no older
/// one: clocks of two machines may differ.
pub(super) fn text_at(connection: &Connection, id: DocumentId, at: Timestamp) -> Inner<String> {
    let mut statement = connection.prepare_cached(
        "SELECT text FROM document_revision WHERE document = ?1
         ORDER BY written <= ?2 DESC, CASE WHEN written <= ?2 THEN -revision ELSE revision END
         LIMIT 1",
    )?;
    first(
        &mut statement,
        (id.to_string(), at.as_millisecond()),
        |row| row.text("text"),
    )?
    .ok_or_else(|| not_found("document", id))
}

pub(super) fn entries(connection: &Connection, ids: &[EntryId]) -> Inner<Vec<(Entry, String)>> {
    let mut statement = connection.prepare_cached(&format!("{ENTRY} WHERE entry.id = ?"))?;
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(first(&mut statement, [id.to_string()], entry)?);
    }
    Ok(found)
}

pub(super) fn entries_of(connection: &Connection, kind: EntryKind) -> Inner<Vec<(Entry, String)>> {
    let mut statement = connection.prepare_cached(&format!(
        "{ENTRY} WHERE entry.kind = ? ORDER BY entry.rowid"
    ))?;
    rows(&mut statement, [word(&kind)?], entry)
}

pub(super) fn entries_in(
    connection: &Connection,
    document: DocumentId,
    within: Option<Span>,
) -> Inner<Vec<(Entry, String)>> {
    let mut statement = connection.prepare_cached(&format!(
        "{ENTRY} WHERE entry.document = ? AND entry.span_start >= ? AND entry.span_start < ?
         ORDER BY entry.rowid"
    ))?;
    let (start, end) = within.map_or((0, i64::MAX), |span| {
        (i64::from(span.start), i64::from(span.end))
    });
    rows(&mut statement, (document.to_string(), start, end), entry)
}

pub(super) fn chunks(
    connection: &Connection,
    ids: &[ChunkId],
) -> Inner<Vec<(Chunk, String, String)>> {
    let mut statement = connection.prepare_cached(&format!("{CHUNK} WHERE chunk.id = ?"))?;
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(first(&mut statement, [id.to_string()], |row| {
            Ok((chunk(row)?, row.text("file")?, row.text("body")?))
        })?);
    }
    Ok(found)
}

pub(super) fn subjects(connection: &Connection) -> Inner<Vec<String>> {
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT subject FROM entry ORDER BY subject")?;
    rows(&mut statement, [], |row| row.text("subject"))
}

/// All that the search index holds of a document.
pub(crate) struct Indexed {
    pub(crate) document: Document,
    pub(crate) entries: Vec<Entry>,
    pub(crate) chunks: Vec<Chunk>,
}

/// A document for the index; `None` if it is not there (any more).
pub(crate) fn indexed(connection: &Connection, id: &str) -> Inner<Option<Indexed>> {
    let id: DocumentId = id.parse().map_err(crate::error::damaged)?;
    let Some(document) = by_id(connection, id)? else {
        return Ok(None);
    };
    let mut statement = connection.prepare_cached(&format!(
        "{ENTRY} WHERE entry.document = ? ORDER BY entry.ordinal"
    ))?;
    let entries = rows(&mut statement, [id.to_string()], |row| Ok(entry(row)?.0))?;
    let mut statement =
        connection.prepare_cached("SELECT * FROM chunk WHERE document = ? ORDER BY ordinal")?;
    let chunks = rows(&mut statement, [id.to_string()], chunk)?;
    Ok(Some(Indexed {
        document,
        entries,
        chunks,
    }))
}

fn entry(row: &Row<'_>) -> Inner<(Entry, String)> {
    let confidence: f64 = row.get("confidence")?;
    let entry = Entry {
        id: row.id("id")?,
        document: row.id("document")?,
        kind: row.word("kind")?,
        category: row.word("category")?,
        question: row.get("question")?,
        subject: row.text("subject")?,
        statement: row.text("statement")?,
        form: row.word("form")?,
        quoted: row.get("quoted")?,
        order: row.get("step")?,
        product: row.json_or_none("product")?,
        span: span(row)?,
        headings: row.json("headings")?,
        entities: row.json("entities")?,
        #[expect(clippy::cast_possible_truncation, reason = "it was stored from an f32")]
        confidence: confidence as f32,
        language: row.word("language")?,
    };
    Ok((entry, row.text("file")?))
}

fn chunk(row: &Row<'_>) -> Inner<Chunk> {
    Ok(Chunk {
        id: row.id("id")?,
        document: row.id("document")?,
        ordinal: row.number("ordinal")?,
        span: span(row)?,
        headings: row.json("headings")?,
        tokens: row.number("tokens")?,
    })
}

fn span(row: &Row<'_>) -> Inner<Span> {
    Ok(Span {
        start: row.number("span_start")?,
        end: row.number("span_end")?,
    })
}
