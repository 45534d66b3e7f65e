//! A candidate's global content: revisions of its own, which the versions that follow it name.
//!
//! A version is attached if its head names the global head. So undo, of the one or the other, attaches and
//! detaches by itself, and nothing has to be kept in step.

use super::revisions::{self, Head};
use crate::error::{Inner, conflict, damaged, not_found};
use crate::migrations::Migration;
use crate::store::Writing;
use crate::values::{Columns, first, rows, to_json, word};
use galley_app::ports::{NewGlobal, NewRevision, PastRevision, StoredGlobal, StoredRevision};
use galley_domain::ids::{CandidateId, RevisionId, VersionId};
use galley_domain::posts::{COALESCE_MS, Content, RevisionReason};
use galley_domain::review::VersionState;
use rusqlite::Connection;
use serde_json::{Value, json};

/// A candidate from before has the fullest of its versions for its global content, and attached are the
/// versions that say the same. A revision of the global content may have the id of a version's: they are
/// never looked for in each other's table.
pub(crate) const MIGRATION: Migration = Migration {
    name: "global",
    sql: "
CREATE TABLE global_revision (
    id TEXT PRIMARY KEY NOT NULL,
    candidate TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    parent TEXT REFERENCES global_revision (id) ON DELETE SET NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    reason TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id)
) STRICT;
CREATE INDEX global_revision_candidate ON global_revision (candidate);
CREATE INDEX global_revision_parent ON global_revision (parent);
ALTER TABLE candidate ADD COLUMN global TEXT REFERENCES global_revision (id)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE candidate ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));
ALTER TABLE version_revision ADD COLUMN global TEXT REFERENCES global_revision (id)
    ON DELETE SET NULL;
CREATE INDEX version_revision_global ON version_revision (global);
ALTER TABLE post ADD COLUMN former TEXT REFERENCES post (id) ON DELETE SET NULL;
ALTER TABLE post ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
CREATE INDEX post_former ON post (former);
INSERT INTO global_revision (id, candidate, number, content, reason, created, updated,
    by_member, on_device)
SELECT head.id, version.candidate, 1, head.content, 'draft', head.created, head.updated,
    head.by_member, head.on_device
FROM version JOIN version_revision AS head ON head.id = version.head
WHERE version.id = (
    SELECT fullest.id FROM version AS fullest
    JOIN version_revision AS said ON said.id = fullest.head
    WHERE fullest.candidate = version.candidate
    ORDER BY length(json_extract(said.content, '$.text')) DESC, fullest.id LIMIT 1);
UPDATE candidate SET global =
    (SELECT id FROM global_revision WHERE global_revision.candidate = candidate.id);
UPDATE version_revision SET global = (
    SELECT global_revision.id FROM version
    JOIN global_revision ON global_revision.candidate = version.candidate
    WHERE version.head = version_revision.id
        AND global_revision.content = version_revision.content);
",
};

/// The global content as it stands.
struct Global {
    candidate: CandidateId,
    revision: StoredRevision,
    parent: Option<RevisionId>,
    device: String,
    newest_child: Option<RevisionId>,
}

impl Global {
    /// As the audit has it: the text itself stands in the revision.
    fn audited(&self) -> Value {
        json!({"global": self.revision.id, "number": self.revision.number})
    }
}

/// What is shown of it.
pub(super) fn stored(connection: &Connection, candidate: CandidateId) -> Inner<StoredGlobal> {
    let global = read(connection, candidate)?;
    Ok(StoredGlobal {
        can_undo: global.parent.is_some(),
        can_redo: global.newest_child.is_some(),
        head: global.revision,
    })
}

/// The first revision, of a candidate that is being made.
pub(super) fn create(
    writing: &Writing<'_>,
    candidate: CandidateId,
    id: RevisionId,
    content: &Content,
) -> Inner<()> {
    insert(
        writing,
        candidate,
        id,
        None,
        1,
        content,
        RevisionReason::Draft,
    )?;
    move_head(writing, candidate, id)
}

/// Another global content. What is typed on within two seconds is one revision, of it and of each version.
pub(super) fn revise(writing: &Writing<'_>, new: &NewGlobal) -> Inner<()> {
    let before = read(writing, new.candidate)?;
    if before.revision.id != new.base {
        return Err(conflict("candidate", new.candidate));
    }
    if before.revision.content == new.content {
        return Ok(());
    }
    let id = if still_typing(writing, &before, new) {
        writing
            .prepare_cached("UPDATE global_revision SET content = ?, updated = ? WHERE id = ?")?
            .execute((
                to_json(&new.content)?,
                writing.at(),
                before.revision.id.to_string(),
            ))?;
        before.revision.id
    } else {
        let (parent, number) = (before.revision.id, before.revision.number + 1);
        let (candidate, content) = (new.candidate, &new.content);
        insert(
            writing,
            candidate,
            new.id,
            Some(parent),
            number,
            content,
            new.reason,
        )?;
        move_head(writing, new.candidate, new.id)?;
        forget_old_steps(writing, new.candidate, new.id)?;
        new.id
    };
    for version in &new.versions {
        let follows = NewRevision {
            global: Some(id),
            ..version.clone()
        };
        revisions::revise(writing, &follows)?;
    }
    told(writing, &before)
}

/// Moves the head to its parent, and each version whose last change came with it.
pub(super) fn undo(
    writing: &Writing<'_>,
    candidate: CandidateId,
    states: &[(VersionId, VersionState)],
) -> Inner<()> {
    let before = read(writing, candidate)?;
    let parent = before
        .parent
        .ok_or_else(|| not_found("step to undo in candidate", candidate))?;
    move_head(writing, candidate, parent)?;
    for (version, state) in states {
        let came_with = |head: &Head| {
            head.reason == RevisionReason::Global && head.global == Some(before.revision.id)
        };
        // A decision in between may have split what came with it into two revisions.
        while came_with(&revisions::head(writing, *version)?) {
            if !revisions::has_parent(writing, *version)? {
                break;
            }
            revisions::undo(writing, *version, *state)?;
        }
    }
    told(writing, &before)
}

/// Moves the head to its newest child, and the versions that changed with it.
pub(super) fn redo(
    writing: &Writing<'_>,
    candidate: CandidateId,
    states: &[(VersionId, VersionState)],
) -> Inner<()> {
    let before = read(writing, candidate)?;
    let child = before
        .newest_child
        .ok_or_else(|| not_found("step to redo in candidate", candidate))?;
    move_head(writing, candidate, child)?;
    for (version, state) in states {
        while revisions::comes_with(writing, *version, child)? {
            revisions::redo(writing, *version, *state)?;
        }
    }
    told(writing, &before)
}

fn read(connection: &Connection, candidate: CandidateId) -> Inner<Global> {
    let mut statement = connection.prepare_cached(
        "SELECT global_revision.*, (
             SELECT id FROM global_revision AS child WHERE child.parent = global_revision.id
             ORDER BY child.rowid DESC LIMIT 1) AS newest_child
         FROM candidate JOIN global_revision ON global_revision.id = candidate.global
         WHERE candidate.id = ?",
    )?;
    let global = first(&mut statement, [candidate.to_string()], |row| {
        Ok(Global {
            candidate,
            parent: row.id_or_none("parent")?,
            device: row.text("on_device")?,
            newest_child: row.id_or_none("newest_child")?,
            revision: revisions::stored(row)?,
        })
    })?;
    global.ok_or_else(|| damaged(format!("the candidate {candidate} has no global content")))
}

fn still_typing(writing: &Writing<'_>, before: &Global, new: &NewGlobal) -> bool {
    let rest = writing.at() - before.revision.at.as_millisecond();
    let same_author = before.revision.author == writing.act.member
        && before.device == writing.act.device.to_string();
    new.reason == RevisionReason::Edit
        && before.revision.reason == RevisionReason::Edit
        && same_author
        && (0..COALESCE_MS).contains(&rest)
        && before.newest_child.is_none()
}

fn insert(
    writing: &Writing<'_>,
    candidate: CandidateId,
    id: RevisionId,
    parent: Option<RevisionId>,
    number: u32,
    content: &Content,
    reason: RevisionReason,
) -> Inner<()> {
    writing
        .prepare_cached(
            "INSERT INTO global_revision (id, candidate, parent, number, content, reason,
                 created, updated, by_member, on_device)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute((
            id.to_string(),
            candidate.to_string(),
            parent.map(|parent| parent.to_string()),
            number,
            to_json(content)?,
            word(&reason)?,
            writing.at(),
            writing.at(),
            writing.member(),
            writing.device(),
        ))?;
    Ok(())
}

fn move_head(writing: &Writing<'_>, candidate: CandidateId, to: RevisionId) -> Inner<()> {
    writing
        .prepare_cached("UPDATE candidate SET global = ? WHERE id = ?")?
        .execute((to.to_string(), candidate.to_string()))?;
    Ok(())
}

fn told(writing: &Writing<'_>, before: &Global) -> Inner<()> {
    let after = read(writing, before.candidate)?;
    writing.audit(
        "candidate",
        before.candidate,
        Some(before.audited()),
        Some(after.audited()),
    )
}

/// All revisions of it that are kept, oldest first.
pub(super) fn all(connection: &Connection, candidate: CandidateId) -> Inner<Vec<PastRevision>> {
    let mut statement = connection.prepare_cached(
        "SELECT * FROM global_revision WHERE candidate = ? ORDER BY created, rowid",
    )?;
    rows(&mut statement, [candidate.to_string()], |row| {
        Ok(PastRevision {
            parent: row.id_or_none("parent")?,
            revision: revisions::stored(row)?,
            attached: true,
        })
    })
}

/// Keeps [`galley_domain::posts::UNDO_STEPS`] steps behind the head and all that can be redone from them.
fn forget_old_steps(
    connection: &Connection,
    candidate: CandidateId,
    head: RevisionId,
) -> Inner<()> {
    let Some(oldest) = revisions::oldest_step(connection, "global_revision", head)? else {
        return Ok(());
    };
    connection
        .prepare_cached("UPDATE global_revision SET parent = NULL WHERE id = ?")?
        .execute([&oldest])?;
    connection
        .prepare_cached(
            "WITH RECURSIVE kept (id) AS (
                 SELECT ?1
                 UNION
                 SELECT newer.id FROM global_revision AS newer JOIN kept ON newer.parent = kept.id)
             DELETE FROM global_revision WHERE candidate = ?2 AND id NOT IN kept",
        )?
        .execute((&oldest, candidate.to_string()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::migrations::{MIGRATIONS, apply};

    /// A database as it was before there was a global content, with a candidate of these versions: texts
    /// by channel.
    fn before(versions: &[(&str, &str)]) -> Connection {
        let step = MIGRATIONS
            .iter()
            .position(|step| step.name == "global")
            .unwrap();
        let mut connection = Connection::open_in_memory().unwrap();
        apply(&mut connection, 0, &MIGRATIONS[..step]).unwrap();
        connection
            .execute_batch(
                "BEGIN;
                 INSERT INTO member VALUES ('m', 'Site manager', 'admin', 'm', 'd', 0);
                 INSERT INTO device VALUES ('d', 'desk', 'm', 0);
                 INSERT INTO run VALUES ('r', 1, 'draft', 'completed', '{}', NULL, '2a', 0, 0, 'm', 'd');
                 INSERT INTO post VALUES ('p', 'r', 'Brief', 'en', '{}', NULL, NULL, 0, 'm', 'd', 0);
                 INSERT INTO candidate VALUES ('c', 'p', 1, '{}', 's', '2a', '[]', '{}', 'm', 'd', 0);
                 COMMIT;",
            )
            .unwrap();
        for (channel, text) in versions {
            let sql = format!(
                "BEGIN;
                 INSERT INTO channel VALUES ('{channel}', '{channel}', 'N', NULL, 'planned', 'm', 'd', 0);
                 INSERT INTO version VALUES ('v{channel}', 'c', '{channel}', 'draft', 'h{channel}',
                     NULL, NULL, 'm', 'd', 0);
                 INSERT INTO version_revision VALUES ('h{channel}', 'v{channel}', NULL, 1,
                     '{{\"text\":\"{text}\"}}', 'draft', 0, 0, 'm', 'd');
                 COMMIT;"
            );
            connection.execute_batch(&sql).unwrap();
        }
        let from = u32::try_from(step).unwrap();
        apply(&mut connection, from, &MIGRATIONS[..=step]).unwrap();
        connection
    }

    #[test]
    fn an_older_candidates_fullest_version_becomes_global_and_its_equals_are_attached() {
        let versions = [
            ("x", "Short."),
            ("linkedin", "Long enough."),
            ("facebook", "Long enough."),
        ];
        let connection = before(&versions);
        let global: String = connection
            .query_row(
                "SELECT content FROM candidate JOIN global_revision AS head ON head.id = global",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(global, "{\"text\":\"Long enough.\"}");
        let mut statement = connection
            .prepare(
                "SELECT version.channel FROM version
                 JOIN version_revision AS head ON head.id = version.head
                 JOIN candidate ON head.global = candidate.global ORDER BY 1",
            )
            .unwrap();
        let attached: Vec<String> = statement
            .query_map([], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(attached, ["facebook", "linkedin"]);
    }
}
