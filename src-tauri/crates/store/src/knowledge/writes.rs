//! Storing and removing documents.

use crate::error::{Inner, not_found};
use crate::index::queue;
use crate::store::Writing;
use crate::values::{Columns, first, to_json, word};
use galley_app::ports::{Imported, ReadDocument};
use galley_domain::canonical;
use galley_domain::ids::DocumentId;
use galley_domain::knowledge::{Chunk, Entry};
use rusqlite::Connection;
use serde_json::json;
use sha2::{Digest, Sha256};

/// What is stored under a file's name.
struct Known {
    id: DocumentId,
    revision: u32,
    sha256: String,
    reading: String,
}

pub(super) fn import(writing: &Writing<'_>, documents: &[ReadDocument]) -> Inner<Imported> {
    let mut imported = Imported::default();
    for read in documents {
        let reading = reading(read)?;
        match known(writing, &read.document.file)? {
            None => {
                store(writing, read, read.document.id, 1, &reading)?;
                audit(writing, read.document.id, None, read)?;
                imported.added += 1;
            }
            Some(known) if known.sha256 == read.document.sha256 && known.reading == reading => {
                imported.unchanged += 1;
            }
            Some(known) => {
                replace(writing, read, &known, &reading)?;
                imported.changed += 1;
            }
        }
    }
    Ok(imported)
}

pub(super) fn remove(writing: &Writing<'_>, id: DocumentId) -> Inner<()> {
    let mut statement = writing.prepare_cached("SELECT file, sha256 FROM document WHERE id = ?")?;
    let before = first(&mut statement, [id.to_string()], |row| {
        Ok(json!({"file": row.text("file")?, "sha256": row.text("sha256")?}))
    })?
    .ok_or_else(|| not_found("document", id))?;
    writing.execute("DELETE FROM document WHERE id = ?", [id.to_string()])?;
    queue::append(writing, &id.to_string())?;
    writing.audit("document", id, Some(before), None)
}

fn known(connection: &Connection, file: &str) -> Inner<Option<Known>> {
    let mut statement = connection
        .prepare_cached("SELECT id, revision, sha256, reading FROM document WHERE file = ?")?;
    first(&mut statement, [file], |row| {
        Ok(Known {
            id: row.id("id")?,
            revision: row.number("revision")?,
            sha256: row.text("sha256")?,
            reading: row.text("reading")?,
        })
    })
}

/// Ids are new at each reading, so they are not part of what was read.
fn reading(read: &ReadDocument) -> Inner<String> {
    let nil = uuid::Uuid::nil();
    let entries = read.entries.iter().map(|entry| Entry {
        id: nil.into(),
        document: nil.into(),
        ..entry.clone()
    });
    let chunks = read.chunks.iter().map(|chunk| Chunk {
        id: nil.into(),
        document: nil.into(),
        ..chunk.clone()
    });
    let document = &read.document;
    let text = to_json(&(
        (
            document.kind,
            &document.title,
            document.language,
            read.no_facts,
        ),
        entries.collect::<Vec<_>>(),
        chunks.collect::<Vec<_>>(),
    ))?;
    Ok(canonical::hex(&Sha256::digest(text.as_bytes())))
}

/// The document keeps its id; its chunks and entries are new ones.
fn replace(writing: &Writing<'_>, read: &ReadDocument, known: &Known, reading: &str) -> Inner<()> {
    let id = known.id.to_string();
    writing
        .prepare_cached("DELETE FROM chunk WHERE document = ?")?
        .execute([&id])?;
    writing
        .prepare_cached("DELETE FROM entry WHERE document = ?")?
        .execute([&id])?;
    writing
        .prepare_cached("DELETE FROM document WHERE id = ?")?
        .execute([&id])?;
    let same_text = known.sha256 == read.document.sha256;
    let revision = known.revision + u32::from(!same_text);
    store(writing, read, known.id, revision, reading)?;
    audit(writing, known.id, Some(known), read)
}

fn store(
    writing: &Writing<'_>,
    read: &ReadDocument,
    id: DocumentId,
    revision: u32,
    reading: &str,
) -> Inner<()> {
    let document = &read.document;
    let id = id.to_string();
    let (member, device, at) = (writing.member(), writing.device(), writing.at());
    writing
        .prepare_cached(
            "INSERT INTO document (id, file, kind, title, language, no_facts, revision, sha256,
                 reading, by_member, on_device, written)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute((
            &id,
            &document.file,
            word(&document.kind)?,
            &document.title,
            word(&document.language)?,
            read.no_facts,
            revision,
            &document.sha256,
            reading,
            &member,
            &device,
            at,
        ))?;
    // The same text read anew is the same revision.
    writing
        .prepare_cached(
            "INSERT INTO document_revision (document, revision, text, sha256,
                 by_member, on_device, written)
             VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        )?
        .execute((
            &id,
            revision,
            &document.text,
            &document.sha256,
            member,
            device,
            at,
        ))?;
    store_chunks(writing, &id, &read.chunks)?;
    store_entries(writing, &id, &read.entries)?;
    queue::append(writing, &id)
}

fn store_chunks(writing: &Writing<'_>, document: &str, chunks: &[Chunk]) -> Inner<()> {
    let mut statement = writing.prepare_cached(
        "INSERT INTO chunk (id, document, ordinal, span_start, span_end, headings, tokens)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )?;
    for chunk in chunks {
        statement.execute((
            chunk.id.to_string(),
            document,
            chunk.ordinal,
            chunk.span.start,
            chunk.span.end,
            to_json(&chunk.headings)?,
            chunk.tokens,
        ))?;
    }
    Ok(())
}

fn store_entries(writing: &Writing<'_>, document: &str, entries: &[Entry]) -> Inner<()> {
    let mut statement = writing.prepare_cached(
        "INSERT INTO entry (id, document, ordinal, kind, category, question, subject, statement,
             form, quoted, step, product, span_start, span_end, headings, entities, confidence,
             language, by_member, on_device, written)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
             ?18, ?19, ?20, ?21)",
    )?;
    let (member, device, at) = (writing.member(), writing.device(), writing.at());
    for (ordinal, entry) in (0_u32..).zip(entries) {
        statement.execute(rusqlite::params![
            entry.id.to_string(),
            document,
            ordinal,
            word(&entry.kind)?,
            word(&entry.category)?,
            entry.question,
            entry.subject,
            entry.statement,
            word(&entry.form)?,
            entry.quoted,
            entry.order,
            entry.product.as_ref().map(to_json).transpose()?,
            entry.span.start,
            entry.span.end,
            to_json(&entry.headings)?,
            to_json(&entry.entities)?,
            f64::from(entry.confidence),
            word(&entry.language)?,
            member,
            device,
            at,
        ])?;
    }
    Ok(())
}

fn audit(
    writing: &Writing<'_>,
    id: DocumentId,
    before: Option<&Known>,
    read: &ReadDocument,
) -> Inner<()> {
    let before = before.map(|known| json!({"file": read.document.file, "sha256": known.sha256}));
    let after = json!({
        "file": read.document.file,
        "sha256": read.document.sha256,
        "entries": read.entries.len(),
        "chunks": read.chunks.len(),
    });
    writing.audit("document", id, before, Some(after))
}
