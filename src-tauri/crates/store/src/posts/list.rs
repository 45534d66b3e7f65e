//! The list of posts.

use crate::error::Inner;
use crate::values::{Columns, rows};
use galley_app::ports::PostRow;
use galley_domain::ids::{CandidateId, PostId};
use galley_domain::networks::NetworkId;
use galley_domain::posts::Content;
use galley_domain::review::VersionState;
use galley_domain::text::fold;
use rusqlite::Connection;
use std::collections::BTreeMap;

/// A version, as far as the list shows it.
struct Shown {
    candidate: CandidateId,
    ordinal: u32,
    network: NetworkId,
    state: VersionState,
    text: String,
}

/// Newest first. `text` is looked for in briefs, texts and tags without regard to case and accents.
pub(super) fn posts(connection: &Connection, text: Option<&str>) -> Inner<Vec<PostRow>> {
    let mut shown = shown(connection)?;
    let wanted = text.map(fold).unwrap_or_default();
    let mut statement = connection.prepare_cached(
        "SELECT id, brief, created, chosen, tags,
             EXISTS (SELECT 1 FROM post AS next WHERE next.former = post.id) AS redrafted,
             (SELECT count(*) FROM candidate WHERE candidate.post = post.id) AS candidates
         FROM post ORDER BY created DESC, id DESC",
    )?;
    let all = rows(&mut statement, [], |row| {
        let id: PostId = row.id("id")?;
        let versions = shown.remove(&id).unwrap_or_default();
        let brief = row.text("brief")?;
        let tags: Vec<String> = row.json("tags")?;
        if !wanted.is_empty()
            && !fold(&brief).contains(&wanted)
            && !tags.iter().any(|tag| fold(tag).contains(&wanted))
            && !versions
                .iter()
                .any(|version| fold(&version.text).contains(&wanted))
        {
            return Ok(None);
        }
        let chosen: Option<CandidateId> = row.id_or_none("chosen")?;
        let leading = chosen.or(versions.first().map(|version| version.candidate));
        let of_choice = |version: &&Shown| chosen.is_none_or(|id| version.candidate == id);
        let mut networks: Vec<_> = versions
            .iter()
            .filter(of_choice)
            .map(|version| version.network)
            .collect();
        networks.sort_unstable();
        networks.dedup();
        Ok(Some(PostRow {
            id,
            brief,
            created: row.instant("created")?,
            chosen,
            candidates: row.number("candidates")?,
            tags,
            redrafted: row.get("redrafted")?,
            networks,
            states: versions
                .iter()
                .filter(of_choice)
                .map(|version| version.state)
                .collect(),
            text: versions
                .iter()
                .find(|version| Some(version.candidate) == leading)
                .map_or(String::new(), |version| version.text.clone()),
        }))
    })?;
    Ok(all.into_iter().flatten().collect())
}

/// All versions by post, in the order of candidates and networks.
fn shown(connection: &Connection) -> Inner<BTreeMap<PostId, Vec<Shown>>> {
    let mut statement = connection.prepare_cached(
        "SELECT candidate.post, candidate.id AS candidate, candidate.ordinal, channel.network,
             version.state, head.content
         FROM version JOIN candidate ON candidate.id = version.candidate
         JOIN channel ON channel.id = version.channel
         JOIN version_revision AS head ON head.id = version.head",
    )?;
    let all = rows(&mut statement, [], |row| {
        let content: Content = row.json("content")?;
        let shown = Shown {
            candidate: row.id("candidate")?,
            ordinal: row.number("ordinal")?,
            network: row.word("network")?,
            state: row.word("state")?,
            text: content.text,
        };
        Ok((row.id::<PostId>("post")?, shown))
    })?;
    let mut by_post: BTreeMap<PostId, Vec<Shown>> = BTreeMap::new();
    for (post, version) in all {
        by_post.entry(post).or_default().push(version);
    }
    for versions in by_post.values_mut() {
        versions.sort_by_key(|version| (version.ordinal, version.network));
    }
    Ok(by_post)
}
