//! Comments on ranges of a version's text, in threads.

use super::looks::text_of;
use crate::error::{Inner, not_found};
use crate::migrations::Migration;
use crate::store::Writing;
use crate::values::{Columns, first, rows};
use galley_app::ports::{NewComment, StoredComment};
use galley_domain::ids::{CandidateId, CommentId};
use galley_domain::text::Span;
use rusqlite::{Connection, Row};
use serde_json::{Value, json};

/// A comment is on a range of one revision's text, which is kept for it; where that is in the text as it
/// is now is worked out when it is read. An answer has its thread's revision and range.
pub(crate) const MIGRATION: Migration = Migration {
    name: "comments",
    sql: "
CREATE TABLE comment (
    id TEXT PRIMARY KEY NOT NULL,
    version TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    thread TEXT REFERENCES comment (id) ON DELETE CASCADE,
    revision TEXT NOT NULL REFERENCES version_revision (id),
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    text TEXT,
    at INTEGER NOT NULL,
    edited INTEGER,
    resolved_at INTEGER,
    resolved_by TEXT REFERENCES member (id),
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    CHECK (start < stop)
) STRICT;
CREATE INDEX comment_version ON comment (version);
CREATE INDEX comment_thread ON comment (thread);
CREATE INDEX comment_revision ON comment (revision);
",
};

/// Threads of a candidate's versions in the order in which they were begun, each with its answers.
pub(crate) fn of_candidate(
    connection: &Connection,
    candidate: CandidateId,
) -> Inner<Vec<StoredComment>> {
    let mut statement = connection.prepare_cached(
        "SELECT comment.* FROM comment JOIN version ON version.id = comment.version
         LEFT JOIN comment AS opening ON opening.id = comment.thread
         WHERE version.candidate = ?
         ORDER BY coalesce(opening.at, comment.at), coalesce(opening.id, comment.id),
             comment.thread IS NOT NULL, comment.at, comment.rowid",
    )?;
    rows(&mut statement, [candidate.to_string()], |row| {
        read(connection, row)
    })
}

pub(crate) fn comment(connection: &Connection, id: CommentId) -> Inner<StoredComment> {
    let mut statement = connection.prepare_cached("SELECT * FROM comment WHERE id = ?")?;
    first(&mut statement, [id.to_string()], |row| {
        read(connection, row)
    })?
    .ok_or_else(|| not_found("comment", id))
}

/// How many threads of a candidate are not resolved.
pub(crate) fn open_threads(connection: &Connection, candidate: CandidateId) -> Inner<u32> {
    Ok(connection
        .prepare_cached(
            "SELECT count(*) FROM comment JOIN version ON version.id = comment.version
             WHERE version.candidate = ? AND thread IS NULL AND resolved_at IS NULL",
        )?
        .query_row([candidate.to_string()], |row| row.get(0))?)
}

pub(crate) fn add(writing: &Writing<'_>, new: &NewComment) -> Inner<()> {
    writing.execute(
        "INSERT INTO comment (id, version, thread, revision, start, stop, text, at,
             by_member, on_device)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new.id.to_string(),
            new.version.to_string(),
            new.thread.map(|thread| thread.to_string()),
            new.revision.to_string(),
            new.span.start,
            new.span.end,
            &new.text,
            writing.at(),
            writing.member(),
            writing.device(),
        ),
    )?;
    let after = json!({
        "version": new.version,
        "thread": new.thread,
        "revision": new.revision,
        "start": new.span.start,
        "end": new.span.end,
        "text": new.text,
    });
    writing.audit("comment", new.id, None, Some(after))
}

pub(crate) fn edit(writing: &Writing<'_>, id: CommentId, text: &str) -> Inner<()> {
    let before = comment(writing, id)?;
    if before.text.as_deref() == Some(text) {
        return Ok(());
    }
    writing.execute(
        "UPDATE comment SET text = ?, edited = ? WHERE id = ?",
        (text, writing.at(), id.to_string()),
    )?;
    writing.audit(
        "comment",
        id,
        said(before.text),
        said(Some(text.to_owned())),
    )
}

/// Takes the words away. The row goes too unless answers hang on it; a thread whose comments are all
/// without words goes as a whole.
pub(crate) fn delete(writing: &Writing<'_>, id: CommentId) -> Inner<()> {
    let before = comment(writing, id)?;
    let thread = before.thread.unwrap_or(id).to_string();
    writing.execute(
        "UPDATE comment SET text = NULL, edited = ? WHERE id = ?",
        (writing.at(), id.to_string()),
    )?;
    writing.execute(
        "DELETE FROM comment WHERE thread = ?1 AND text IS NULL",
        [&thread],
    )?;
    writing.execute(
        "DELETE FROM comment WHERE id = ?1 AND text IS NULL
             AND NOT EXISTS (SELECT 1 FROM comment AS answer WHERE answer.thread = ?1)",
        [&thread],
    )?;
    writing.audit("comment", id, said(before.text), None)
}

pub(crate) fn resolve(writing: &Writing<'_>, id: CommentId, resolved: bool) -> Inner<()> {
    let before = comment(writing, id)?;
    if before.resolved.is_some() == resolved {
        return Ok(());
    }
    writing.execute(
        "UPDATE comment SET resolved_at = ?, resolved_by = ? WHERE id = ?",
        (
            resolved.then(|| writing.at()),
            resolved.then(|| writing.member()),
            id.to_string(),
        ),
    )?;
    let (before, after) = (
        json!({"resolved": !resolved}),
        json!({"resolved": resolved}),
    );
    writing.audit("comment", id, Some(before), Some(after))
}

fn said(text: Option<String>) -> Option<Value> {
    text.map(|text| json!({ "text": text }))
}

fn read(connection: &Connection, row: &Row<'_>) -> Inner<StoredComment> {
    let resolved_by = row.id_or_none("resolved_by")?;
    let revision = row.id("revision")?;
    Ok(StoredComment {
        id: row.id("id")?,
        version: row.id("version")?,
        thread: row.id_or_none("thread")?,
        revision,
        span: Span {
            start: row.number("start")?,
            end: row.number("stop")?,
        },
        on: text_of(connection, revision)?,
        text: row.get("text")?,
        member: row.id("by_member")?,
        at: row.instant("at")?,
        edited: row.instant_or_none("edited")?,
        resolved: resolved_by.zip(row.instant_or_none("resolved_at")?),
    })
}
