//! Making posts and choosing among their candidates.

use super::global;
use crate::error::{Inner, not_found};
use crate::store::Writing;
use crate::values::{Columns, first, to_json, word};
use galley_app::ports::{NewCandidate, NewPost, NewVersion};
use galley_domain::ids::{CandidateId, PostId, RevisionId};
use galley_domain::posts::{RevisionReason, content_hash};
use galley_domain::review::VersionState;
use serde_json::json;

pub(super) fn create(writing: &Writing<'_>, post: &NewPost) -> Inner<()> {
    writing.execute(
        "INSERT INTO post (id, run, brief, language, skill, notice, former, tags, created,
             by_member, on_device, written)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            post.id.to_string(),
            post.run.to_string(),
            &post.brief,
            word(&post.language)?,
            to_json(&post.skill)?,
            post.notice.as_ref().map(to_json).transpose()?,
            post.former.map(|former| former.to_string()),
            to_json(&post.tags)?,
            writing.at(),
            writing.member(),
            writing.device(),
            writing.at(),
        ),
    )?;
    for (ordinal, candidate) in (1_u32..).zip(&post.candidates) {
        create_candidate(writing, post.id, ordinal, candidate)?;
    }
    let candidates: Vec<_> = post.candidates.iter().map(as_audited).collect();
    let after = json!({"run": post.run, "brief": post.brief, "former": post.former, "candidates": candidates});
    writing.audit("post", post.id, None, Some(after))
}

/// The texts themselves stand in the revisions: the record binds them by their hashes.
fn as_audited(candidate: &NewCandidate) -> serde_json::Value {
    let version = |version: &NewVersion| {
        let hash = content_hash(version.channel, &version.content);
        json!({"id": version.id, "channel": version.channel, "content_hash": hash})
    };
    let versions: Vec<_> = candidate.versions.iter().map(version).collect();
    json!({
        "id": candidate.id,
        "skill": candidate.skill,
        "seed": candidate.seed,
        "versions": versions,
    })
}

fn create_candidate(
    writing: &Writing<'_>,
    post: PostId,
    ordinal: u32,
    candidate: &NewCandidate,
) -> Inner<()> {
    writing.execute(
        "INSERT INTO candidate (id, post, ordinal, angle, skill, seed, facts, ranking, pinned,
             by_member, on_device, written)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            candidate.id.to_string(),
            post.to_string(),
            ordinal,
            to_json(&candidate.angle)?,
            &candidate.skill,
            &candidate.seed,
            to_json(&candidate.facts)?,
            to_json(&candidate.ranking)?,
            candidate.pinned,
            writing.member(),
            writing.device(),
            writing.at(),
        ),
    )?;
    global::create(
        writing,
        candidate.id,
        candidate.revision,
        &candidate.content,
    )?;
    for version in &candidate.versions {
        let follows = version.attached.then_some(candidate.revision);
        create_version(writing, candidate.id, version, follows)?;
    }
    Ok(())
}

fn create_version(
    writing: &Writing<'_>,
    candidate: CandidateId,
    version: &NewVersion,
    follows: Option<RevisionId>,
) -> Inner<()> {
    writing.execute(
        "INSERT INTO version (id, candidate, channel, state, head, by_member, on_device, written)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            version.id.to_string(),
            candidate.to_string(),
            version.channel.to_string(),
            word(&VersionState::Draft)?,
            version.revision.to_string(),
            writing.member(),
            writing.device(),
            writing.at(),
        ),
    )?;
    writing.execute(
        "INSERT INTO version_revision (id, version, number, content, reason, global, created,
             updated, by_member, on_device)
         VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)",
        (
            version.revision.to_string(),
            version.id.to_string(),
            to_json(&version.content)?,
            word(&RevisionReason::Draft)?,
            follows.map(|global| global.to_string()),
            writing.at(),
            writing.at(),
            writing.member(),
            writing.device(),
        ),
    )?;
    Ok(())
}

/// Puts a candidate into its post's choice.
pub(crate) fn choose(writing: &Writing<'_>, candidate: CandidateId) -> Inner<()> {
    let mut statement = writing.prepare_cached(
        "SELECT post.id AS id, chosen FROM post JOIN candidate ON candidate.post = post.id
         WHERE candidate.id = ?",
    )?;
    let (post, chosen) = first(&mut statement, [candidate.to_string()], |row| {
        Ok((
            row.id::<PostId>("id")?,
            row.id_or_none::<CandidateId>("chosen")?,
        ))
    })?
    .ok_or_else(|| not_found("candidate", candidate))?;
    if chosen == Some(candidate) {
        return Ok(());
    }
    writing.execute(
        "UPDATE post SET chosen = ?, by_member = ?, on_device = ?, written = ? WHERE id = ?",
        (
            candidate.to_string(),
            writing.member(),
            writing.device(),
            writing.at(),
            post.to_string(),
        ),
    )?;
    let before = json!({"chosen": chosen});
    writing.audit(
        "post",
        post,
        Some(before),
        Some(json!({"chosen": candidate})),
    )
}

/// Replaces a post's tags.
pub(super) fn tag(writing: &Writing<'_>, post: PostId, tags: &[String]) -> Inner<()> {
    let mut statement = writing.prepare_cached("SELECT tags FROM post WHERE id = ?")?;
    let former: Vec<String> = first(&mut statement, [post.to_string()], |row| row.json("tags"))?
        .ok_or_else(|| not_found("post", post))?;
    if former == tags {
        return Ok(());
    }
    writing.execute(
        "UPDATE post SET tags = ?, by_member = ?, on_device = ?, written = ? WHERE id = ?",
        (
            to_json(&tags)?,
            writing.member(),
            writing.device(),
            writing.at(),
            post.to_string(),
        ),
    )?;
    let (before, after) = (json!({"tags": former}), json!({"tags": tags}));
    writing.audit("post", post, Some(before), Some(after))
}

/// Says whether a candidate is taken along when its post is drafted again.
pub(super) fn pin(writing: &Writing<'_>, candidate: CandidateId, pinned: bool) -> Inner<()> {
    let mut statement = writing.prepare_cached("SELECT pinned FROM candidate WHERE id = ?")?;
    let former: bool = first(&mut statement, [candidate.to_string()], |row| {
        Ok(row.get("pinned")?)
    })?
    .ok_or_else(|| not_found("candidate", candidate))?;
    if former == pinned {
        return Ok(());
    }
    writing.execute(
        "UPDATE candidate SET pinned = ?, by_member = ?, on_device = ?, written = ? WHERE id = ?",
        (
            pinned,
            writing.member(),
            writing.device(),
            writing.at(),
            candidate.to_string(),
        ),
    )?;
    let (before, after) = (json!({"pinned": former}), json!({"pinned": pinned}));
    writing.audit("candidate", candidate, Some(before), Some(after))
}
