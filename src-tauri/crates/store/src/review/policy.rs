//! The rules for approval, by revision.

use crate::error::{Inner, conflict};
use crate::migrations::Migration;
use crate::store::Writing;
use crate::values::{Columns, first, to_json};
use galley_app::ports::StoredPolicy;
use galley_domain::review::Policy;
use rusqlite::Connection;
use serde_json::json;

/// The newest revision holds.
pub(crate) const MIGRATION: Migration = Migration {
    name: "review policy",
    sql: "
CREATE TABLE review_policy (
    revision INTEGER PRIMARY KEY NOT NULL,
    policy TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;
",
};

/// The rules that hold.
pub(crate) fn newest(connection: &Connection) -> Inner<StoredPolicy> {
    let mut statement =
        connection.prepare_cached("SELECT * FROM review_policy ORDER BY revision DESC LIMIT 1")?;
    let newest = first(&mut statement, [], |row| {
        Ok(StoredPolicy {
            revision: row.number("revision")?,
            policy: row.json("policy")?,
            set: Some((row.id("by_member")?, row.instant("written")?)),
        })
    })?;
    Ok(newest.unwrap_or_else(|| StoredPolicy {
        revision: 0,
        policy: Policy::default(),
        set: None,
    }))
}

pub(crate) fn save(writing: &Writing<'_>, base: u32, policy: &Policy) -> Inner<()> {
    let before = newest(writing)?;
    if before.revision != base {
        return Err(conflict("rules for approval, revision", before.revision));
    }
    let revision = base.saturating_add(1);
    writing.execute(
        "INSERT INTO review_policy (revision, policy, by_member, on_device, written)
         VALUES (?, ?, ?, ?, ?)",
        (
            revision,
            to_json(policy)?,
            writing.member(),
            writing.device(),
            writing.at(),
        ),
    )?;
    writing.audit(
        "review-policy",
        revision,
        Some(json!(before.policy)),
        Some(json!(policy)),
    )
}
