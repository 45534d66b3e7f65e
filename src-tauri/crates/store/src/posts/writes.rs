//! Making posts and choosing among their candidates.

use crate::error::{Inner, not_found};
use crate::store::Writing;
use crate::values::{Columns, first, to_json, word};
use galley_app::ports::{NewCandidate, NewPost, NewVersion};
use galley_domain::ids::{CandidateId, PostId};
use galley_domain::posts::{RevisionReason, content_hash};
use galley_domain::review::VersionState;
use serde_json::json;

pub(super) fn create(writing: &Writing<'_>, post: &NewPost) -> Inner<()> {
    writing.execute(
        "INSERT INTO post (id, run, brief, language, skill, notice, created,
             by_member, on_device, written)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            post.id.to_string(),
            post.run.to_string(),
            &post.brief,
            word(&post.language)?,
            to_json(&post.skill)?,
            post.notice.as_ref().map(to_json).transpose()?,
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
    let after = json!({"run": post.run, "brief": post.brief, "candidates": candidates});
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
        "INSERT INTO candidate (id, post, ordinal, angle, skill, seed, facts, ranking,
             by_member, on_device, written)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            candidate.id.to_string(),
            post.to_string(),
            ordinal,
            to_json(&candidate.angle)?,
            &candidate.skill,
            &candidate.seed,
            to_json(&candidate.facts)?,
            to_json(&candidate.ranking)?,
            writing.member(),
            writing.device(),
            writing.at(),
        ),
    )?;
    for version in &candidate.versions {
        create_version(writing, candidate.id, version)?;
    }
    Ok(())
}

fn create_version(
    writing: &Writing<'_>,
    candidate: CandidateId,
    version: &NewVersion,
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
        "INSERT INTO version_revision (id, version, number, content, reason, created, updated,
             by_member, on_device)
         VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)",
        (
            version.revision.to_string(),
            version.id.to_string(),
            to_json(&version.content)?,
            word(&RevisionReason::Draft)?,
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
