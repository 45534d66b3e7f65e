//! Conversations: what members asked in their own words, and what was made of it.

use crate::error::Inner;
use crate::migrations::Migration;
use crate::store::{Store, Writing};
use crate::values::{Columns, rows, to_json};
use galley_app::ports::{Act, ConversationRow, ConversationStore, NewTurn, Stored, StoredTurn};
use galley_domain::ids::ConversationId;
use galley_domain::text::fold;
use rusqlite::Connection;
use serde_json::json;
use std::collections::BTreeMap;

/// A conversation is its turns: it begins with the first. A turn never changes.
pub(crate) const MIGRATION: Migration = Migration {
    name: "conversations",
    sql: "
CREATE TABLE conversation_turn (
    id TEXT PRIMARY KEY NOT NULL,
    conversation TEXT NOT NULL,
    said TEXT NOT NULL,
    understood TEXT NOT NULL,
    run TEXT REFERENCES run (id) ON DELETE SET NULL,
    at INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id)
) STRICT;
CREATE INDEX conversation_turn_conversation ON conversation_turn (conversation);
",
};

impl ConversationStore for Store {
    fn add_turn(&self, act: &Act, turn: &NewTurn) -> Stored<()> {
        self.write(act, |writing| add(writing, turn))
    }

    fn turns(&self, conversation: ConversationId) -> Stored<Vec<StoredTurn>> {
        self.read(|connection| turns(connection, conversation))
    }

    fn conversations(&self, text: Option<&str>) -> Stored<Vec<ConversationRow>> {
        self.read(|connection| list(connection, text))
    }
}

fn add(writing: &Writing<'_>, turn: &NewTurn) -> Inner<()> {
    writing.execute(
        "INSERT INTO conversation_turn (id, conversation, said, understood, run, at,
             by_member, on_device)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            turn.id.to_string(),
            turn.conversation.to_string(),
            &turn.said,
            to_json(&turn.understood)?,
            turn.run.map(|run| run.to_string()),
            writing.at(),
            writing.member(),
            writing.device(),
        ),
    )?;
    let after = json!({"said": turn.said, "understood": turn.understood.code, "run": turn.run});
    writing.audit("conversation", turn.conversation, None, Some(after))
}

fn turns(connection: &Connection, conversation: ConversationId) -> Inner<Vec<StoredTurn>> {
    let mut statement = connection.prepare_cached(
        "SELECT * FROM conversation_turn WHERE conversation = ? ORDER BY at, rowid",
    )?;
    rows(&mut statement, [conversation.to_string()], |row| {
        Ok(StoredTurn {
            id: row.id("id")?,
            said: row.text("said")?,
            understood: row.json("understood")?,
            run: row.id_or_none("run")?,
            member: row.id("by_member")?,
            at: row.instant("at")?,
        })
    })
}

/// Newest first. `text` is looked for in all that was said, without regard to case and accents.
fn list(connection: &Connection, text: Option<&str>) -> Inner<Vec<ConversationRow>> {
    let wanted = text.map(fold).unwrap_or_default();
    let mut statement = connection.prepare_cached(
        "SELECT conversation, said, at FROM conversation_turn ORDER BY at, rowid",
    )?;
    let all = rows(&mut statement, [], |row| {
        let id: ConversationId = row.id("conversation")?;
        Ok((id, row.text("said")?, row.instant("at")?))
    })?;
    let mut found: BTreeMap<ConversationId, (ConversationRow, bool)> = BTreeMap::new();
    for (id, said, at) in all {
        let holds = fold(&said).contains(&wanted);
        let (row, matches) = found.entry(id).or_insert_with(|| {
            let row = ConversationRow {
                id,
                title: said.clone(),
                turns: 0,
                at,
            };
            (row, false)
        });
        row.turns += 1;
        row.at = at;
        *matches |= holds;
    }
    let mut listed: Vec<_> = found
        .into_values()
        .filter_map(|(row, matches)| matches.then_some(row))
        .collect();
    listed.sort_by_key(|row| std::cmp::Reverse((row.at, row.id)));
    Ok(listed)
}
