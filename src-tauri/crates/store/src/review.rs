//! Review: requests, decisions, and what voids them.

pub(crate) mod comments;
pub(crate) mod looks;
pub(crate) mod policy;

use crate::error::{Inner, conflict};
use crate::migrations::Migration;
use crate::posts;
use crate::store::{Store, Writing};
use crate::values::{Columns, first, rows, word};
use galley_app::ports::{
    Act, Look, NewComment, NewDecision, NewLook, ReviewStore, StateChange, Stored, StoredComment,
    StoredDecision, StoredPolicy,
};
use galley_domain::ids::{CandidateId, CommentId, DecisionId, MemberId, VersionId};
use galley_domain::review::{Policy, VersionState};
use rusqlite::Connection;
use serde_json::json;

/// At most one approval of a version stands at a time. `seconds_of_editing`: how long the version's texts
/// were typed on before this decision.
pub(crate) const MIGRATION: Migration = Migration {
    name: "review",
    sql: "
CREATE TABLE decision (
    id TEXT PRIMARY KEY NOT NULL,
    version TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    candidate TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    revision TEXT NOT NULL REFERENCES version_revision (id),
    content_hash TEXT NOT NULL,
    kind TEXT NOT NULL,
    comment TEXT,
    seconds_of_editing INTEGER NOT NULL,
    at INTEGER NOT NULL,
    voided_at INTEGER,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id)
) STRICT;
CREATE INDEX decision_version ON decision (version);
CREATE INDEX decision_revision ON decision (revision);
CREATE UNIQUE INDEX decision_standing ON decision (version)
    WHERE kind = 'approve' AND voided_at IS NULL;
",
};

/// An approval may take several stamps, one of a member for a level.
pub(crate) const LEVELS: Migration = Migration {
    name: "review levels",
    sql: "
ALTER TABLE decision ADD COLUMN level TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN reason TEXT;
DROP INDEX decision_standing;
CREATE UNIQUE INDEX decision_standing ON decision (version, level, by_member)
    WHERE kind = 'approve' AND voided_at IS NULL;
",
};

/// Puts versions up for approval, and their candidate into the post's choice.
pub(crate) fn request(writing: &Writing<'_>, versions: &[VersionId]) -> Inner<()> {
    for version in versions {
        let before = posts::head(writing, *version)?;
        void_approvals(writing, *version)?;
        writing
            .prepare_cached("UPDATE version SET requested_by = ?, requested_at = ? WHERE id = ?")?
            .execute((writing.member(), writing.at(), version.to_string()))?;
        let state = VersionState::AwaitingApproval;
        set_state(writing, *version, state)?;
        let audited = before.audited();
        writing.audit(
            "version",
            version,
            Some(audited),
            Some(before.in_state(state).audited()),
        )?;
        posts::choose(writing, candidate_of(writing, *version)?)?;
    }
    Ok(())
}

/// Stores decisions. One that is not on exactly what the version says now is a conflict.
pub(crate) fn decide(writing: &Writing<'_>, decisions: &[NewDecision]) -> Inner<()> {
    for decision in decisions {
        let before = posts::head(writing, decision.version)?;
        if before.revision != decision.revision || before.hash().as_str() != decision.content_hash {
            return Err(conflict("version", decision.version));
        }
        if before.state != decision.from {
            return Err(conflict("version", decision.version));
        }
        if decision.voids {
            void_approvals(writing, decision.version)?;
        }
        insert(writing, decision)?;
        set_state(writing, decision.version, decision.state)?;
        let after = json!({
            "state": decision.state,
            "revision": decision.revision,
            "content_hash": decision.content_hash,
            "decision": decision.id,
            "kind": decision.kind,
            "level": decision.level,
            "reason": decision.reason,
            "comment": decision.comment,
        });
        writing.audit(
            "version",
            decision.version,
            Some(before.audited()),
            Some(after),
        )?;
    }
    Ok(())
}

/// Moves versions to another state without a decision.
pub(crate) fn change_states(writing: &Writing<'_>, changes: &[StateChange]) -> Inner<()> {
    for change in changes {
        let before = posts::head(writing, change.version)?;
        if before.state != change.from {
            return Err(conflict("version", change.version));
        }
        void_approvals(writing, change.version)?;
        set_state(writing, change.version, change.to)?;
        let audited = before.audited();
        let after = before.in_state(change.to).audited();
        writing.audit("version", change.version, Some(audited), Some(after))?;
    }
    Ok(())
}

/// A version's decisions, oldest first.
pub(crate) fn decisions(connection: &Connection, version: VersionId) -> Inner<Vec<StoredDecision>> {
    let mut statement =
        connection.prepare_cached("SELECT * FROM decision WHERE version = ? ORDER BY at, rowid")?;
    rows(&mut statement, [version.to_string()], |row| {
        Ok(StoredDecision {
            id: row.id("id")?,
            revision: row.id("revision")?,
            content_hash: row.text("content_hash")?,
            kind: row.word("kind")?,
            level: row.text("level")?,
            reason: row.word_or_none("reason")?,
            member: row.id("by_member")?,
            comment: row.get("comment")?,
            at: row.instant("at")?,
            voided_at: row.instant_or_none("voided_at")?,
        })
    })
}

pub(crate) fn set_state(
    writing: &Writing<'_>,
    version: VersionId,
    state: VersionState,
) -> Inner<()> {
    writing
        .prepare_cached(
            "UPDATE version SET state = ?, by_member = ?, on_device = ?, written = ? WHERE id = ?",
        )?
        .execute((
            word(&state)?,
            writing.member(),
            writing.device(),
            writing.at(),
            version.to_string(),
        ))?;
    Ok(())
}

/// Voids the approvals that stand.
pub(crate) fn void_approvals(writing: &Writing<'_>, version: VersionId) -> Inner<()> {
    let mut statement = writing.prepare_cached(
        "UPDATE decision SET voided_at = ?
         WHERE version = ? AND kind IN ('approve', 'override') AND voided_at IS NULL RETURNING id",
    )?;
    let voided = rows(&mut statement, (writing.at(), version.to_string()), |row| {
        row.id::<DecisionId>("id")
    })?;
    for decision in voided {
        let (before, after) = (json!({"voided": false}), json!({"voided": true}));
        writing.audit("decision", decision, Some(before), Some(after))?;
    }
    Ok(())
}

impl ReviewStore for Store {
    fn change_states(&self, act: &Act, changes: &[StateChange]) -> Stored<()> {
        self.write(act, |writing| change_states(writing, changes))
    }

    fn comments(&self, candidate: CandidateId) -> Stored<Vec<StoredComment>> {
        self.read(|connection| comments::of_candidate(connection, candidate))
    }

    fn comment(&self, id: CommentId) -> Stored<StoredComment> {
        self.read(|connection| comments::comment(connection, id))
    }

    fn open_threads(&self, candidate: CandidateId) -> Stored<u32> {
        self.read(|connection| comments::open_threads(connection, candidate))
    }

    fn add_comment(&self, act: &Act, comment: &NewComment) -> Stored<()> {
        self.write(act, |writing| comments::add(writing, comment))
    }

    fn edit_comment(&self, act: &Act, id: CommentId, text: &str) -> Stored<()> {
        self.write(act, |writing| comments::edit(writing, id, text))
    }

    fn delete_comment(&self, act: &Act, id: CommentId) -> Stored<()> {
        self.write(act, |writing| comments::delete(writing, id))
    }

    fn resolve_comment(&self, act: &Act, id: CommentId, resolved: bool) -> Stored<()> {
        self.write(act, |writing| comments::resolve(writing, id, resolved))
    }

    fn looks(&self, member: MemberId, candidate: CandidateId) -> Stored<Vec<Look>> {
        self.read(|connection| looks::of_candidate(connection, member, candidate))
    }

    fn look(&self, act: &Act, looks: &[NewLook]) -> Stored<()> {
        self.write(act, |writing| looks::look(writing, looks))
    }

    fn former_text(&self, version: VersionId) -> Stored<Option<String>> {
        self.read(|connection| looks::former_text(connection, version))
    }

    fn policy(&self) -> Stored<StoredPolicy> {
        self.read(policy::newest)
    }

    fn save_policy(&self, act: &Act, base: u32, policy: &Policy) -> Stored<()> {
        self.write(act, |writing| policy::save(writing, base, policy))
    }
}

fn insert(writing: &Writing<'_>, decision: &NewDecision) -> Inner<()> {
    let version = decision.version.to_string();
    let edited: i64 = writing
        .prepare_cached(
            "SELECT coalesce(sum(updated - created), 0) FROM version_revision
             WHERE version = ? AND reason = 'edit'",
        )?
        .query_row([&version], |row| row.get(0))?;
    writing
        .prepare_cached(
            "INSERT INTO decision (id, version, candidate, revision, content_hash, kind, level,
                 reason, comment, seconds_of_editing, at, by_member, on_device)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute((
            decision.id.to_string(),
            &version,
            candidate_of(writing, decision.version)?.to_string(),
            decision.revision.to_string(),
            &decision.content_hash,
            word(&decision.kind)?,
            &decision.level,
            decision.reason.as_ref().map(word).transpose()?,
            &decision.comment,
            edited.max(0) / 1_000,
            writing.at(),
            writing.member(),
            writing.device(),
        ))?;
    Ok(())
}

fn candidate_of(connection: &Connection, version: VersionId) -> Inner<CandidateId> {
    let mut statement = connection.prepare_cached("SELECT candidate FROM version WHERE id = ?")?;
    first(&mut statement, [version.to_string()], |row| {
        row.id("candidate")
    })?
    .ok_or_else(|| crate::error::not_found("version", version))
}
