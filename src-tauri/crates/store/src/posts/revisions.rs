//! The revisions of a version's text: a tree in which undo and redo move a pointer.

use crate::error::{Inner, conflict, not_found};
use crate::review;
use crate::store::Writing;
use crate::values::{Columns, first, rows, to_json, word};
use galley_app::ports::{NewRevision, PastRevision, StoredRevision};
use galley_domain::ids::{ChannelId, DeviceId, MemberId, RevisionId, VersionId};
use galley_domain::posts::{
    COALESCE_MS, Content, ContentHash, RevisionReason, UNDO_STEPS, content_hash,
};
use galley_domain::review::VersionState;
use rusqlite::{Connection, Row};
use serde_json::{Value, json};

/// A version as it stands.
pub(crate) struct Head {
    pub(crate) version: VersionId,
    pub(crate) channel: ChannelId,
    pub(crate) state: VersionState,
    pub(crate) revision: RevisionId,
    pub(crate) content: Content,
    pub(super) reason: RevisionReason,
    /// The revision of the global content that it follows.
    pub(super) global: Option<RevisionId>,
    number: u32,
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
            reason: row.word("reason")?,
            global: row.id_or_none("global")?,
            number: row.number("number")?,
            member: row.id("by_member")?,
            device: row.id("on_device")?,
            updated: row.get("updated")?,
        })
    })?;
    head.ok_or_else(|| not_found("version", version))
}

/// A revision of a version or of the global content, from a row of either table.
pub(super) fn stored(row: &Row<'_>) -> Inner<StoredRevision> {
    Ok(StoredRevision {
        id: row.id("id")?,
        number: row.number("number")?,
        content: row.json("content")?,
        reason: row.word("reason")?,
        author: row.id("by_member")?,
        at: row.instant("updated")?,
    })
}

/// All revisions of a version that are kept, oldest first.
pub(super) fn all(connection: &Connection, version: VersionId) -> Inner<Vec<PastRevision>> {
    let mut statement = connection.prepare_cached(
        "SELECT * FROM version_revision WHERE version = ? ORDER BY created, rowid",
    )?;
    rows(&mut statement, [version.to_string()], |row| {
        Ok(PastRevision {
            parent: row.id_or_none("parent")?,
            attached: row.id_or_none::<RevisionId>("global")?.is_some(),
            revision: stored(row)?,
        })
    })
}

/// Gives the version another content. The same content under the same global one is no edit: it makes no
/// revision and voids nothing.
pub(super) fn revise(writing: &Writing<'_>, new: &NewRevision) -> Inner<()> {
    let before = head(writing, new.version)?;
    if before.revision != new.base {
        return Err(conflict("version", new.version));
    }
    if before.content == new.content && before.global == new.global {
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
    let parent = parent(writing, before.revision)?
        .ok_or_else(|| not_found("step to undo in version", version))?;
    move_head(writing, version, parent)?;
    changed(writing, &before, state)
}

/// Moves the head to its newest child.
pub(super) fn redo(writing: &Writing<'_>, version: VersionId, state: VersionState) -> Inner<()> {
    let before = head(writing, version)?;
    let child = newest_child(writing, before.revision)?
        .ok_or_else(|| not_found("step to redo in version", version))?;
    move_head(writing, version, child.0)?;
    changed(writing, &before, state)
}

/// Whether there is a step to undo.
pub(super) fn has_parent(writing: &Writing<'_>, version: VersionId) -> Inner<bool> {
    let head = head(writing, version)?;
    Ok(parent(writing, head.revision)?.is_some())
}

/// Whether the version's next step came with that revision of the global content.
pub(super) fn comes_with(
    writing: &Writing<'_>,
    version: VersionId,
    global: RevisionId,
) -> Inner<bool> {
    let head = head(writing, version)?;
    let child = newest_child(writing, head.revision)?;
    Ok(child.is_some_and(|(_, follows)| follows == Some(global)))
}

fn parent(connection: &Connection, revision: RevisionId) -> Inner<Option<RevisionId>> {
    let mut statement =
        connection.prepare_cached("SELECT parent FROM version_revision WHERE id = ?")?;
    let parent = first(&mut statement, [revision.to_string()], |row| {
        row.id_or_none("parent")
    })?;
    Ok(parent.flatten())
}

/// The newest child, with the revision of the global content that it came with.
fn newest_child(
    connection: &Connection,
    revision: RevisionId,
) -> Inner<Option<(RevisionId, Option<RevisionId>)>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, CASE reason WHEN 'global' THEN global END AS came_with
         FROM version_revision WHERE parent = ? ORDER BY rowid DESC LIMIT 1",
    )?;
    first(&mut statement, [revision.to_string()], |row| {
        Ok((row.id("id")?, row.id_or_none("came_with")?))
    })
}

/// An edit that goes on where its author's last one rested for less than two seconds, or a change that
/// flows on from the same revision of the global content. What was decided on, remarked on, seen by a
/// reviewer, or can be redone from stays as it is.
fn still_typing(connection: &Writing<'_>, head: &Head, new: &NewRevision) -> Inner<bool> {
    let rest = connection.at() - head.updated;
    let same_author = head.member == connection.act.member && head.device == connection.act.device;
    let goes_on = match (head.reason, new.reason) {
        (RevisionReason::Edit, RevisionReason::Edit) => {
            same_author && (0..COALESCE_MS).contains(&rest)
        }
        (RevisionReason::Global, RevisionReason::Global) => head.global == new.global,
        _ => false,
    };
    if !goes_on {
        return Ok(false);
    }
    let fixed: bool = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM version_revision WHERE parent = ?1)
                 OR EXISTS (SELECT 1 FROM decision WHERE revision = ?1)
                 OR EXISTS (SELECT 1 FROM comment WHERE revision = ?1)
                 OR EXISTS (SELECT 1 FROM look WHERE revision = ?1 OR before = ?1)",
        )?
        .query_row([head.revision.to_string()], |row| row.get(0))?;
    Ok(!fixed)
}

fn add(writing: &Writing<'_>, head: &Head, new: &NewRevision) -> Inner<()> {
    writing
        .prepare_cached(
            "INSERT INTO version_revision (id, version, parent, number, content, reason, global,
                 created, updated, by_member, on_device)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute((
            new.id.to_string(),
            new.version.to_string(),
            head.revision.to_string(),
            head.number.saturating_add(1),
            to_json(&new.content)?,
            word(&new.reason)?,
            new.global.map(|global| global.to_string()),
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
    // With several levels some may be stamped before the version is approved.
    if !same {
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
    let Some(oldest) = oldest_step(connection, "version_revision", head)? else {
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
                 AND id NOT IN (SELECT revision FROM decision WHERE version = ?2)
                 AND id NOT IN (SELECT revision FROM comment WHERE version = ?2)
                 AND id NOT IN (SELECT revision FROM look WHERE version = ?2)
                 AND id NOT IN (SELECT before FROM look
                     WHERE version = ?2 AND before IS NOT NULL)",
        )?
        .execute((&oldest, version.to_string()))?;
    Ok(())
}

/// The revision that is [`UNDO_STEPS`] behind the head, if there are older ones.
pub(super) fn oldest_step(
    connection: &Connection,
    table: &'static str,
    head: RevisionId,
) -> Inner<Option<String>> {
    let mut statement = connection.prepare_cached(&format!(
        "WITH RECURSIVE back (id, parent, depth) AS (
             SELECT id, parent, 0 FROM {table} WHERE id = ?1
             UNION ALL
             SELECT older.id, older.parent, depth + 1 FROM {table} AS older
             JOIN back ON older.id = back.parent WHERE depth < ?2)
         SELECT id FROM back WHERE depth = ?2 AND parent IS NOT NULL"
    ))?;
    let steps = i64::try_from(UNDO_STEPS).unwrap_or(i64::MAX);
    first(&mut statement, (head.to_string(), steps), |row| {
        row.text("id")
    })
}
