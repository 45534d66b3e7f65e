//! What the search index still has to take over.

use crate::error::Inner;
use crate::migrations::Migration;
use crate::values::{Columns, rows};
use rusqlite::Connection;

/// Rows are added in the transaction that changes a document. Numbers are never used again, so the number
/// in the index's commit says exactly what it holds.
pub(crate) const MIGRATION: Migration = Migration {
    name: "index-queue",
    sql: "
CREATE TABLE index_queue (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL
) STRICT;
",
};

/// A document that changed or went.
pub(crate) struct Row {
    pub(crate) number: i64,
    pub(crate) document: String,
}

pub(crate) fn append(connection: &Connection, document: &str) -> Inner<()> {
    connection
        .prepare_cached("INSERT INTO index_queue (document) VALUES (?)")?
        .execute([document])?;
    Ok(())
}

/// The number of the newest row there ever was; 0: there was none.
pub(crate) fn newest(connection: &Connection) -> Inner<i64> {
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'index_queue'",
    )?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The rows behind a number, in order.
pub(crate) fn after(connection: &Connection, number: i64, limit: u32) -> Inner<Vec<Row>> {
    let mut statement = connection.prepare_cached(
        "SELECT number, document FROM index_queue WHERE number > ? ORDER BY number LIMIT ?",
    )?;
    rows(&mut statement, (number, limit), |row| {
        Ok(Row {
            number: row.get("number")?,
            document: row.text("document")?,
        })
    })
}

/// Removes what the index has taken over.
pub(crate) fn forget(connection: &Connection, until: i64) -> Inner<()> {
    connection
        .prepare_cached("DELETE FROM index_queue WHERE number <= ?")?
        .execute([until])?;
    Ok(())
}
