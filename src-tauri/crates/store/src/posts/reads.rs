//! Reading one post with all that belongs to it.

use crate::error::{Inner, damaged, not_found};
use crate::values::{Columns, first, rows};
use crate::{channels, review};
use galley_app::ports::{Requested, StoredCandidate, StoredPost, StoredRevision, StoredVersion};
use galley_domain::ids::{CandidateId, ChannelId, PostId};
use rusqlite::{Connection, Row};

pub(super) fn post(connection: &Connection, id: PostId) -> Inner<StoredPost> {
    let mut statement = connection.prepare_cached("SELECT * FROM post WHERE id = ?")?;
    let post = first(&mut statement, [id.to_string()], |row| {
        Ok(StoredPost {
            id,
            run: row.id("run")?,
            brief: row.text("brief")?,
            language: row.word("language")?,
            skill: row.json("skill")?,
            notice: row.json_or_none("notice")?,
            created: row.instant("created")?,
            chosen: row.id_or_none("chosen")?,
            candidates: candidates(connection, id)?,
        })
    })?;
    post.ok_or_else(|| not_found("post", id))
}

fn candidates(connection: &Connection, post: PostId) -> Inner<Vec<StoredCandidate>> {
    let mut statement =
        connection.prepare_cached("SELECT * FROM candidate WHERE post = ? ORDER BY ordinal")?;
    rows(&mut statement, [post.to_string()], |row| {
        let id: CandidateId = row.id("id")?;
        Ok(StoredCandidate {
            id,
            ordinal: row.number("ordinal")?,
            angle: row.json("angle")?,
            skill: row.text("skill")?,
            seed: row.text("seed")?,
            facts: row.json("facts")?,
            ranking: row.json("ranking")?,
            versions: versions(connection, post, id)?,
        })
    })
}

/// In the order of their networks.
fn versions(
    connection: &Connection,
    post: PostId,
    candidate: CandidateId,
) -> Inner<Vec<StoredVersion>> {
    let mut statement = connection.prepare_cached(
        "SELECT version.id, version.channel, version.state, version.requested_by,
             version.requested_at, head.id AS head, head.number, head.content, head.reason,
             head.by_member AS author, head.updated, head.parent IS NOT NULL AS can_undo,
             EXISTS (SELECT 1 FROM version_revision AS child WHERE child.parent = head.id)
                 AS can_redo
         FROM version JOIN version_revision AS head ON head.id = version.head
         WHERE version.candidate = ?",
    )?;
    let mut versions = rows(&mut statement, [candidate.to_string()], |row| {
        let channel: ChannelId = row.id("channel")?;
        let id = row.id("id")?;
        Ok(StoredVersion {
            id,
            post,
            candidate,
            channel: channels::by_id(connection, channel)?
                .ok_or_else(|| damaged(format!("the channel {channel} is missing")))?,
            state: row.word("state")?,
            head: revision(row)?,
            can_undo: row.get("can_undo")?,
            can_redo: row.get("can_redo")?,
            decisions: review::decisions(connection, id)?,
            requested: requested(row)?,
        })
    })?;
    versions.sort_by_key(|version| (version.channel.network, version.id));
    Ok(versions)
}

fn revision(row: &Row<'_>) -> Inner<StoredRevision> {
    Ok(StoredRevision {
        id: row.id("head")?,
        number: row.number("number")?,
        content: row.json("content")?,
        reason: row.word("reason")?,
        author: row.id("author")?,
        at: row.instant("updated")?,
    })
}

fn requested(row: &Row<'_>) -> Inner<Option<Requested>> {
    let member = row.id_or_none("requested_by")?;
    let at = row.instant_or_none("requested_at")?;
    Ok(member.zip(at).map(|(member, at)| Requested { member, at }))
}
