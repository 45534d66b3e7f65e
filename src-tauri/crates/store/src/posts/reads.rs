//! Reading one post with all that belongs to it.

use super::{global, revisions};
use crate::error::{Inner, damaged, not_found};
use crate::values::{Columns, first, rows};
use crate::{channels, review};
use galley_app::ports::{
    PastRequest, Requested, StoredCandidate, StoredPost, StoredVersion, ThreadPost,
};
use galley_domain::ids::{CandidateId, ChannelId, PostId, VersionId};
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
            tags: row.json("tags")?,
            former: row.id_or_none("former")?,
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
            pinned: row.get("pinned")?,
            global: global::stored(connection, id)?,
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
        "SELECT head.*, version.channel, version.state, version.requested_by,
             version.requested_at, head.parent IS NOT NULL AS can_undo,
             head.global IS candidate.global AS attached, child.id IS NOT NULL AS can_redo,
             head.reason = 'global' AND head.global IS candidate.global AS undoes_global,
             child.reason = 'global' AND EXISTS (
                 SELECT 1 FROM global_revision AS next
                 WHERE next.id = child.global AND next.parent = candidate.global) AS redoes_global
         FROM version JOIN candidate ON candidate.id = version.candidate
         JOIN version_revision AS head ON head.id = version.head
         LEFT JOIN version_revision AS child ON child.rowid = (
             SELECT max(newest.rowid) FROM version_revision AS newest
             WHERE newest.parent = head.id)
         WHERE version.candidate = ?",
    )?;
    let mut versions = rows(&mut statement, [candidate.to_string()], |row| {
        let channel: ChannelId = row.id("channel")?;
        let id = row.id("version")?;
        Ok(StoredVersion {
            id,
            post,
            candidate,
            channel: channels::by_id(connection, channel)?
                .ok_or_else(|| damaged(format!("the channel {channel} is missing")))?,
            state: row.word("state")?,
            head: revisions::stored(row)?,
            attached: row.get("attached")?,
            can_undo: row.get("can_undo")?,
            can_redo: row.get("can_redo")?,
            undoes_global: row.get("undoes_global")?,
            redoes_global: row
                .get::<_, Option<bool>>("redoes_global")?
                .unwrap_or(false),
            decisions: review::decisions(connection, id)?,
            requested: requested(row)?,
        })
    })?;
    versions.sort_by_key(|version| (version.channel.network, version.id));
    Ok(versions)
}

fn requested(row: &Row<'_>) -> Inner<Option<Requested>> {
    let member = row.id_or_none("requested_by")?;
    let at = row.instant_or_none("requested_at")?;
    Ok(member.zip(at).map(|(member, at)| Requested { member, at }))
}

/// The posts of a thread, oldest first.
pub(super) fn thread(connection: &Connection, post: PostId) -> Inner<Vec<ThreadPost>> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE back (id, former) AS (
             SELECT id, former FROM post WHERE id = ?1
             UNION
             SELECT post.id, post.former FROM post JOIN back ON post.id = back.former),
         thread (id) AS (
             SELECT id FROM back WHERE former IS NULL
             UNION
             SELECT post.id FROM post JOIN thread ON post.former = thread.id)
         SELECT id, brief, created FROM post WHERE id IN thread ORDER BY created, id",
    )?;
    rows(&mut statement, [post.to_string()], |row| {
        Ok(ThreadPost {
            id: row.id("id")?,
            brief: row.text("brief")?,
            created: row.instant("created")?,
        })
    })
}

/// Each time that approval of one of these versions was asked for: the audit has all of them.
pub(super) fn requests(connection: &Connection, versions: &[VersionId]) -> Inner<Vec<PastRequest>> {
    let mut statement = connection.prepare_cached(
        "SELECT at, member FROM audit WHERE operation = 'review.request' AND object = ?
         ORDER BY at, sequence",
    )?;
    let mut found = Vec::new();
    for version in versions {
        let object = format!("version {version}");
        found.extend(rows(&mut statement, [object], |row| {
            Ok(PastRequest {
                version: *version,
                member: row.id("member")?,
                at: row.instant("at")?,
            })
        })?);
    }
    found.sort_by_key(|request| request.at);
    Ok(found)
}
