//! Guards: how much of each the brand wants to hear, and the posts that a new one must not repeat.

use crate::error::Inner;
use crate::migrations::Migration;
use crate::store::{Store, Writing};
use crate::values::{Columns, rows, word};
use galley_app::ports::{Act, GuardStore, Stored};
use galley_domain::guards::{GuardLevel, RecentPost};
use galley_domain::posts::Content;
use jiff::tz::TimeZone;
use rusqlite::Connection;
use serde_json::json;
use std::collections::BTreeMap;

/// A guard without a row is at its full level.
pub(crate) const MIGRATION: Migration = Migration {
    name: "guards",
    sql: "
CREATE TABLE guard_level (
    guard TEXT PRIMARY KEY NOT NULL,
    level TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;
",
};

impl GuardStore for Store {
    fn guard_levels(&self) -> Stored<BTreeMap<String, GuardLevel>> {
        self.read(levels)
    }

    fn set_guard_level(&self, act: &Act, guard: &str, level: GuardLevel) -> Stored<()> {
        self.write(act, |writing| set_level(writing, guard, level))
    }

    fn recent_posts(&self) -> Stored<Vec<RecentPost>> {
        self.read(recent)
    }
}

fn levels(connection: &Connection) -> Inner<BTreeMap<String, GuardLevel>> {
    let mut statement =
        connection.prepare_cached("SELECT guard, level FROM guard_level ORDER BY guard")?;
    let all = rows(&mut statement, [], |row| {
        Ok((row.text("guard")?, row.word("level")?))
    })?;
    Ok(all.into_iter().collect())
}

fn set_level(writing: &Writing<'_>, guard: &str, level: GuardLevel) -> Inner<()> {
    let before = levels(writing)?.remove(guard).unwrap_or_default();
    if before == level {
        return Ok(());
    }
    writing.execute(
        "INSERT INTO guard_level (guard, level, by_member, on_device, written)
         VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (guard) DO UPDATE SET level = excluded.level, by_member = excluded.by_member,
             on_device = excluded.on_device, written = excluded.written",
        (
            guard,
            word(&level)?,
            writing.member(),
            writing.device(),
            writing.at(),
        ),
    )?;
    let of = |level: GuardLevel| Some(json!({ "level": level }));
    writing.audit("guard-level", guard, of(before), of(level))
}

/// What was published before, in the order in which it was read, then what is approved.
fn recent(connection: &Connection) -> Inner<Vec<RecentPost>> {
    let mut statement =
        connection.prepare_cached("SELECT date, network, text FROM past_post ORDER BY rowid")?;
    let mut all = rows(&mut statement, [], |row| {
        let network: Option<String> = row.get("network")?;
        Ok(RecentPost {
            text: row.text("text")?,
            date: row.get("date")?,
            network: network.map(crate::values::from_word).transpose()?,
            post: None,
        })
    })?;
    let mut statement = connection.prepare_cached(
        "SELECT candidate.post, channel.network, head.content, head.updated
         FROM version JOIN candidate ON candidate.id = version.candidate
         JOIN channel ON channel.id = version.channel
         JOIN version_revision AS head ON head.id = version.head
         WHERE version.state = 'approved' ORDER BY head.updated, version.id",
    )?;
    all.extend(rows(&mut statement, [], |row| {
        let content: Content = row.json("content")?;
        let day = row.instant("updated")?.to_zoned(TimeZone::UTC).date();
        Ok(RecentPost {
            text: content.text,
            date: Some(day.to_string()),
            network: Some(row.word("network")?),
            post: Some(row.id("post")?),
        })
    })?);
    Ok(all)
}
