//! Which skills are on. Their text lies in files; this remembers what the workspace decided on them.

use crate::error::Inner;
use crate::migrations::Migration;
use crate::store::{Store, Writing};
use crate::values::{Columns, first, rows};
use galley_app::ports::{Act, Stored};
use rusqlite::{Connection, Row};
use serde_json::json;

/// `sha256` is that of the skill's files when it was switched: a skill that was changed since is shown as
/// such.
pub(crate) const MIGRATION: Migration = Migration {
    name: "skills",
    sql: "
CREATE TABLE skill (
    name TEXT PRIMARY KEY NOT NULL,
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    sha256 TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;
",
};

/// What the workspace decided on a skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillRow {
    pub name: String,
    pub enabled: bool,
    /// SHA-256 of the skill's files when it was switched, lower-case hex.
    pub sha256: String,
}

impl Store {
    /// All skills that something was decided on, by name. A skill that is not among them is on.
    pub fn skills(&self) -> Stored<Vec<SkillRow>> {
        self.read(|connection| {
            let mut statement = connection
                .prepare_cached("SELECT name, enabled, sha256 FROM skill ORDER BY name")?;
            rows(&mut statement, [], read)
        })
    }

    /// Switches a skill on or off.
    pub fn save_skill(&self, act: &Act, skill: &SkillRow) -> Stored<()> {
        self.write(act, |writing| save(writing, skill))
    }
}

fn save(writing: &Writing<'_>, skill: &SkillRow) -> Inner<()> {
    let before = by_name(writing, &skill.name)?;
    if before.as_ref() == Some(skill) {
        return Ok(());
    }
    writing.execute(
        "INSERT INTO skill (name, enabled, sha256, by_member, on_device, written)
         VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET enabled = excluded.enabled, sha256 = excluded.sha256,
             by_member = excluded.by_member, on_device = excluded.on_device,
             written = excluded.written",
        (
            &skill.name,
            skill.enabled,
            &skill.sha256,
            writing.member(),
            writing.device(),
            writing.at(),
        ),
    )?;
    let value = |skill: &SkillRow| json!({"enabled": skill.enabled, "sha256": skill.sha256});
    writing.audit(
        "skill",
        &skill.name,
        before.as_ref().map(value),
        Some(value(skill)),
    )
}

fn by_name(connection: &Connection, name: &str) -> Inner<Option<SkillRow>> {
    let mut statement =
        connection.prepare_cached("SELECT name, enabled, sha256 FROM skill WHERE name = ?")?;
    first(&mut statement, [name], read)
}

fn read(row: &Row<'_>) -> Inner<SkillRow> {
    Ok(SkillRow {
        name: row.text("name")?,
        enabled: row.get("enabled")?,
        sha256: row.text("sha256")?,
    })
}
