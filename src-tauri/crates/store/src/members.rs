//! Members and the devices they write from.

use crate::error::{Inner, not_found};
use crate::migrations::Migration;
use crate::store::Writing;
use crate::values::{Columns, first, rows, word};
use galley_domain::ids::{DeviceId, MemberId};
use galley_domain::members::Member;
use rusqlite::{Connection, Row};
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

/// Who leaves the team stays in its history. `acting` has as whom the window acted last on a machine.
pub(crate) const TEAM: Migration = Migration {
    name: "team",
    sql: "
ALTER TABLE member ADD COLUMN removed_at INTEGER;
CREATE TABLE acting (
    device TEXT PRIMARY KEY NOT NULL REFERENCES device (id),
    member TEXT NOT NULL REFERENCES member (id),
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;
",
};

/// All members, by name, with those who left the team.
pub(crate) fn all(connection: &Connection) -> Inner<Vec<Member>> {
    let mut statement =
        connection.prepare_cached("SELECT * FROM member ORDER BY name COLLATE NOCASE, id")?;
    rows(&mut statement, [], read)
}

fn read(row: &Row<'_>) -> Inner<Member> {
    Ok(Member {
        id: row.id("id")?,
        name: row.text("name")?,
        role: row.word("role")?,
        removed: row.instant_or_none("removed_at")?.is_some(),
    })
}

/// Stores another name or role, or that the member left. Who left does not come back under the same id.
pub(crate) fn change(writing: &Writing<'_>, member: &Member) -> Inner<()> {
    let mut statement = writing.prepare_cached("SELECT * FROM member WHERE id = ?")?;
    let before = first(&mut statement, [member.id.to_string()], read)?
        .filter(|before| !before.removed)
        .ok_or_else(|| not_found("member", member.id))?;
    writing.execute(
        "UPDATE member SET name = ?, role = ?, removed_at = ?,
             by_member = ?, on_device = ?, written = ? WHERE id = ?",
        (
            &member.name,
            word(&member.role)?,
            member.removed.then(|| writing.at()),
            writing.member(),
            writing.device(),
            writing.at(),
            member.id.to_string(),
        ),
    )?;
    let audited = |member: &Member| json!({"name": member.name, "role": member.role, "removed": member.removed});
    writing.audit(
        "member",
        member.id,
        Some(audited(&before)),
        Some(audited(member)),
    )
}

/// As whom the window acted last on a machine.
pub(crate) fn acting(connection: &Connection, device: DeviceId) -> Inner<Option<MemberId>> {
    let mut statement = connection.prepare_cached("SELECT member FROM acting WHERE device = ?")?;
    first(&mut statement, [device.to_string()], |row| row.id("member"))
}

pub(crate) fn act_as(writing: &Writing<'_>, member: MemberId) -> Inner<()> {
    let before = acting(writing, writing.act.device)?;
    if before == Some(member) {
        return Ok(());
    }
    writing.execute(
        "INSERT INTO acting (device, member, by_member, on_device, written) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (device) DO UPDATE SET member = excluded.member,
             by_member = excluded.by_member, written = excluded.written",
        (
            writing.device(),
            member.to_string(),
            writing.member(),
            writing.device(),
            writing.at(),
        ),
    )?;
    let before = before.map(|member| json!({"acting": member}));
    writing.audit(
        "device",
        writing.act.device,
        before,
        Some(json!({"acting": member})),
    )
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
