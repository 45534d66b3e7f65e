//! What each member saw of a version last, so that what changed since can be shown.

use crate::error::{Inner, damaged};
use crate::migrations::Migration;
use crate::store::Writing;
use crate::values::{Columns, first, rows};
use galley_app::ports::{Look, NewLook};
use galley_domain::ids::{CandidateId, MemberId, RevisionId, VersionId};
use galley_domain::posts::Content;
use rusqlite::Connection;
use serde_json::json;

/// `before` is what was seen before `revision`: what changed between the two can still be shown when the
/// newer one was looked at.
pub(crate) const MIGRATION: Migration = Migration {
    name: "looks",
    sql: "
CREATE TABLE look (
    member TEXT NOT NULL REFERENCES member (id),
    version TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    revision TEXT NOT NULL REFERENCES version_revision (id),
    before TEXT REFERENCES version_revision (id),
    at INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    PRIMARY KEY (member, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX look_version ON look (version);
CREATE INDEX look_revision ON look (revision);
CREATE INDEX look_before ON look (before);
",
};

/// What a member saw of a candidate's versions.
pub(crate) fn of_candidate(
    connection: &Connection,
    member: MemberId,
    candidate: CandidateId,
) -> Inner<Vec<Look>> {
    let mut statement = connection.prepare_cached(
        "SELECT look.version, look.revision, look.at, seen.content AS seen, former.content AS former
         FROM look JOIN version ON version.id = look.version
         JOIN version_revision AS seen ON seen.id = look.revision
         LEFT JOIN version_revision AS former ON former.id = look.before
         WHERE look.member = ? AND version.candidate = ? ORDER BY look.version",
    )?;
    rows(
        &mut statement,
        (member.to_string(), candidate.to_string()),
        |row| {
            let seen: Content = row.json("seen")?;
            let former: Option<Content> = row.json_or_none("former")?;
            Ok(Look {
                version: row.id("version")?,
                revision: row.id("revision")?,
                text: seen.text,
                before: former.map(|content| content.text),
                at: row.instant("at")?,
            })
        },
    )
}

/// Remembers what the acting member sees. The same revision again is no news and no record.
pub(crate) fn look(writing: &Writing<'_>, looks: &[NewLook]) -> Inner<()> {
    for look in looks {
        let mut statement =
            writing.prepare_cached("SELECT revision FROM look WHERE member = ? AND version = ?")?;
        let seen: Option<RevisionId> = first(
            &mut statement,
            (writing.member(), look.version.to_string()),
            |row| row.id("revision"),
        )?;
        if seen == Some(look.revision) {
            continue;
        }
        writing.execute(
            "INSERT INTO look (member, version, revision, before, at, by_member, on_device)
             VALUES (?1, ?2, ?3, ?4, ?5, ?1, ?6)
             ON CONFLICT (member, version) DO UPDATE SET revision = excluded.revision,
                 before = excluded.before, at = excluded.at, on_device = excluded.on_device",
            (
                writing.member(),
                look.version.to_string(),
                look.revision.to_string(),
                seen.map(|seen| seen.to_string()),
                writing.at(),
                writing.device(),
            ),
        )?;
        let before = seen.map(|seen| json!({"seen": seen}));
        let after = json!({"seen": look.revision});
        writing.audit("version", look.version, before, Some(after))?;
    }
    Ok(())
}

/// The text of the revision before a version's head.
pub(crate) fn former_text(connection: &Connection, version: VersionId) -> Inner<Option<String>> {
    let mut statement = connection.prepare_cached(
        "SELECT former.content FROM version
         JOIN version_revision AS head ON head.id = version.head
         JOIN version_revision AS former ON former.id = head.parent WHERE version.id = ?",
    )?;
    let content: Option<Content> = first(&mut statement, [version.to_string()], |row| {
        row.json("content")
    })?;
    Ok(content.map(|content| content.text))
}

/// The text of a revision.
pub(super) fn text_of(connection: &Connection, revision: RevisionId) -> Inner<String> {
    let mut statement =
        connection.prepare_cached("SELECT content FROM version_revision WHERE id = ?")?;
    let content: Option<Content> = first(&mut statement, [revision.to_string()], |row| {
        row.json("content")
    })?;
    let missing = || damaged(format!("the revision {revision} is missing"));
    Ok(content.ok_or_else(missing)?.text)
}
