//! The revisions of a version's text: a tree in which undo and redo move a pointer.

use crate::error::{Inner, conflict, not_found};
use crate::review;
use crate::store::Writing;
use crate::values::{Columns, first, to_json, word};
use galley_app::ports::NewRevision;
use galley_domain::ids::{ChannelId, DeviceId, MemberId, RevisionId, VersionId};
use galley_domain::posts::{
    COALESCE_MS, Content, ContentHash, RevisionReason, UNDO_STEPS, content_hash,
};
use galley_domain::review::VersionState;
use rusqlite::Connection;
use serde_json::{Value, json};

/// A version as it stands.
pub(crate) struct Head {
    pub(crate) version: VersionId,
    pub(crate) channel: ChannelId,
    pub(crate) state: VersionState,
    pub(crate) revision: RevisionId,
    pub(crate) content: Content,
    number: u32,
    reason: RevisionReason,
    member: MemberId,
    device: DeviceId,
    updated: i64,
}

impl Head {
    pub(crate) fn hash(&self) -> ContentHash {
        content_hash(self.channel, &self.content)
    }

    #[must_use]
    pub(crate) fn in_state(self, state: VersionState) -> Self {
        Self { state, ..self }
    }

    /// As the audit has it: the text itself stands in the revision.
    pub(crate) fn audited(&self) -> Value {
        json!({"state": self.state, "revision": self.revision, "content_hash": self.hash()})
    }
}

/// A version with its newest revision.
pub(crate) fn head(connection: &Connection, version: VersionId) -> Inner<Head> {
    let mut statement = connection.prepare_cached(
        "SELECT version.channel, version.state, version_revision.* FROM version
         JOIN version_revision ON version_revision.id = version.head WHERE version.id = ?",
    )?;
    let head = first(&mut statement, [version.to_string()], |row| {
        Ok(Head {
            version,
            channel: row.id("channel")?,
            state: row.word("state")?,
            revision: row.id("id")?,
            content: row.json("content")?,
            number: row.number("number")?,
            reason: row.word("reason")?,
            member: row.id("by_member")?,
            device: row.id("on_device")?,
            updated: row.get("updated")?,
        })
    })?;
    head.ok_or_else(|| not_found("version", version))
}

/// Gives the version another content. The same content is no edit: it makes no revision and voids nothing.
pub(super) fn revise(writing: &Writing<'_>, new: &NewRevision) -> Inner<()> {
    let before = head(writing, new.version)?;
    if before.revision != new.base {
        return Err(conflict("version", new.version));
    }
    if before.content == new.content {
        return Ok(());
    }
    if still_typing(writing, &before, new)? {
        writing
            .prepare_cached("UPDATE version_revision SET content = ?, updated = ? WHERE id = ?")?
            .execute((
                to_json(&new.content)?,
                writing.at(),
                before.revision.to_string(),
            ))?;
    } else {
        add(writing, &before, new)?;
        move_head(writing, new.version, new.id)?;
        forget_old_steps(writing, new.version, new.id)?;
    }
    changed(writing, &before, new.state)
}

/// Moves the head to its parent.
pub(super) fn undo(writing: &Writing<'_>, version: VersionId, state: VersionState) -> Inner<()> {
    let before = head(writing, version)?;
    let mut statement =
        writing.prepare_cached("SELECT parent FROM version_revision WHERE id = ?")?;
    let parent: Option<RevisionId> = first(&mut statement, [before.revision.to_string()], |row| {
        row.id_or_none("parent")
    })?
    .flatten();
    let parent = parent.ok_or_else(|| not_found("step to undo in version", version))?;
    move_head(writing, version, parent)?;
    changed(writing, &before, state)
}

/// Moves the head to its newest child.
pub(super) fn redo(writing: &Writing<'_>, version: VersionId, state: VersionState) -> Inner<()> {
    let before = head(writing, version)?;
    let mut statement = writing.prepare_cached(
        "SELECT id FROM version_revision WHERE parent = ? ORDER BY rowid DESC LIMIT 1",
    )?;
    let child = first(&mut statement, [before.revision.to_string()], |row| {
        row.id("id")
    })?
    .ok_or_else(|| not_found("step to redo in version", version))?;
    move_head(writing, version, child)?;
    changed(writing, &before, state)
}

/// An edit that goes on where its author's last one rested for less than two seconds. What was decided on
/// or can be redone from stays as it is.
fn still_typing(connection: &Writing<'_>, head: &Head, new: &NewRevision) -> Inner<bool> {
    let rest = connection.at() - head.updated;
    let same_author = head.member == connection.act.member && head.device == connection.act.device;
    if new.reason != RevisionReason::Edit
        || head.reason != RevisionReason::Edit
        || !same_author
        || !(0..COALESCE_MS).contains(&rest)
    {
        return Ok(false);
    }
    let fixed: bool = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM version_revision WHERE parent = ?1)
                 OR EXISTS (SELECT 1 FROM decision WHERE revision = ?1)",
        )?
        .query_row([head.revision.to_string()], |row| row.get(0))?;
    Ok(!fixed)
}

fn add(writing: &Writing<'_>, head: &Head, new: &NewRevision) -> Inner<()> {
    writing
        .prepare_cached(
            "INSERT INTO version_revision (id, version, parent, number, content, reason,
                 created, updated, by_member, on_device)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute((
            new.id.to_string(),
            new.version.to_string(),
            head.revision.to_string(),
            head.number.saturating_add(1),
            to_json(&new.content)?,
            word(&new.reason)?,
            writing.at(),
            writing.at(),
            writing.member(),
            writing.device(),
        ))?;
    Ok(())
}

fn move_head(writing: &Writing<'_>, version: VersionId, to: RevisionId) -> Inner<()> {
    writing
        .prepare_cached("UPDATE version SET head = ? WHERE id = ?")?
        .execute((to.to_string(), version.to_string()))?;
    Ok(())
}

/// What follows from another content: the state, voided approvals, the audit record.
fn changed(writing: &Writing<'_>, before: &Head, asked: VersionState) -> Inner<()> {
    let after = head(writing, before.version)?;
    let same = after.content == before.content;
    let state = match (before.state, asked) {
        // Moving between revisions that say the same changes nothing that was approved.
        (state, _) if same => state,
        // Whoever asked may have seen the version before it was approved: it is void all the same, and
        // no edit approves anything.
        (VersionState::Approved, _) | (_, VersionState::Approved) => VersionState::ApprovalVoid,
        (_, asked) => asked,
    };
    review::set_state(writing, before.version, state)?;
    if state == VersionState::ApprovalVoid {
        review::void_approvals(writing, before.version)?;
    }
    let after = after.in_state(state);
    writing.audit(
        "version",
        before.version,
        Some(before.audited()),
        Some(after.audited()),
    )
}

/// Keeps [`UNDO_STEPS`] steps behind the head and all that can be redone from them.
fn forget_old_steps(connection: &Connection, version: VersionId, head: RevisionId) -> Inner<()> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE back (id, parent, depth) AS (
             SELECT id, parent, 0 FROM version_revision WHERE id = ?1
             UNION ALL
             SELECT older.id, older.parent, depth + 1 FROM version_revision AS older
             JOIN back ON older.id = back.parent WHERE depth < ?2)
         SELECT id FROM back WHERE depth = ?2 AND parent IS NOT NULL",
    )?;
    let steps = i64::try_from(UNDO_STEPS).unwrap_or(i64::MAX);
    let Some(oldest) = first(&mut statement, (head.to_string(), steps), |row| {
        row.text("id")
    })?
    else {
        return Ok(());
    };
    connection
        .prepare_cached("UPDATE version_revision SET parent = NULL WHERE id = ?")?
        .execute([&oldest])?;
    connection
        .prepare_cached(
            "WITH RECURSIVE kept (id) AS (
                 SELECT ?1
                 UNION
                 SELECT newer.id FROM version_revision AS newer JOIN kept ON newer.parent = kept.id)
             DELETE FROM version_revision WHERE version = ?2 AND id NOT IN kept
                 AND id NOT IN (SELECT revision FROM decision WHERE version = ?2)",
        )?
        .execute((&oldest, version.to_string()))?;
    Ok(())
}
