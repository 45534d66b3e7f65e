//! Members and the devices they write from.

use crate::error::Inner;
use crate::migrations::Migration;
use crate::store::Writing;
use crate::values::{Columns, rows, word};
use galley_domain::ids::{DeviceId, MemberId};
use galley_domain::members::Member;
use rusqlite::Connection;
use serde_json::json;

/// A member is made by a member: the first one by themselves.
pub(crate) const MIGRATION: Migration = Migration {
    name: "members",
    sql: "
CREATE TABLE member (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    on_device TEXT NOT NULL REFERENCES device (id) DEFERRABLE INITIALLY DEFERRED,
    written INTEGER NOT NULL
) STRICT;
CREATE TABLE device (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED,
    written INTEGER NOT NULL
) STRICT;
",
};

/// All members, by name.
pub(crate) fn all(connection: &Connection) -> Inner<Vec<Member>> {
    let mut statement = connection
        .prepare_cached("SELECT id, name, role FROM member ORDER BY name COLLATE NOCASE, id")?;
    rows(&mut statement, [], |row| {
        Ok(Member {
            id: row.id::<MemberId>("id")?,
            name: row.text("name")?,
            role: row.word("role")?,
        })
    })
}

pub(crate) fn add(writing: &Writing<'_>, member: &Member) -> Inner<()> {
    insert(writing, member)?;
    let after = json!({"name": member.name, "role": member.role});
    writing.audit("member", member.id, None, Some(after))
}

pub(crate) fn insert(writing: &Writing<'_>, member: &Member) -> Inner<()> {
    writing.execute(
        "INSERT INTO member (id, name, role, by_member, on_device, written)
         VALUES (?, ?, ?, ?, ?, ?)",
        (
            member.id.to_string(),
            &member.name,
            word(&member.role)?,
            writing.member(),
            writing.device(),
            writing.at(),
        ),
    )?;
    Ok(())
}

pub(crate) fn insert_device(writing: &Writing<'_>, device: DeviceId, name: &str) -> Inner<()> {
    writing.execute(
        "INSERT INTO device (id, name, by_member, written) VALUES (?, ?, ?, ?)",
        (device.to_string(), name, writing.member(), writing.at()),
    )?;
    Ok(())
}
