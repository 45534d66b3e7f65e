//! Posts, candidates, versions and the revisions of their texts.

use crate::error::not_found;
use crate::migrations::Migration;
use crate::review;
use crate::store::Store;
use crate::values::{Columns, first, rows};
use galley_app::ports::{
    Act, NewDecision, NewGlobal, NewPost, NewRevision, PastRequest, PastRevision, PostRow,
    PostStore, Stored, StoredPost, ThreadPost,
};
use galley_domain::ids::{CandidateId, PostId, RunId, VersionId};
use galley_domain::review::VersionState;

pub(crate) mod global;
mod list;
mod reads;
mod revisions;
mod writes;

/// A version's `head` is the revision that is shown; undo moves it to the parent. A revision that a
/// decision, a comment or a look names is never deleted.
pub(crate) const MIGRATION: Migration = Migration {
    name: "posts",
    sql: "
CREATE TABLE post (
    id TEXT PRIMARY KEY NOT NULL,
    run TEXT NOT NULL UNIQUE REFERENCES run (id),
    brief TEXT NOT NULL,
    language TEXT NOT NULL,
    skill TEXT NOT NULL,
    notice TEXT,
    chosen TEXT REFERENCES candidate (id),
    created INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL
) STRICT;
CREATE INDEX post_created ON post (created);
CREATE TABLE candidate (
    id TEXT PRIMARY KEY NOT NULL,
    post TEXT NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    angle TEXT NOT NULL,
    skill TEXT NOT NULL,
    seed TEXT NOT NULL,
    facts TEXT NOT NULL,
    ranking TEXT NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL,
    UNIQUE (post, ordinal)
) STRICT;
CREATE TABLE version (
    id TEXT PRIMARY KEY NOT NULL,
    candidate TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
    channel TEXT NOT NULL REFERENCES channel (id),
    state TEXT NOT NULL,
    head TEXT NOT NULL REFERENCES version_revision (id) DEFERRABLE INITIALLY DEFERRED,
    requested_by TEXT REFERENCES member (id),
    requested_at INTEGER,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id),
    written INTEGER NOT NULL,
    UNIQUE (candidate, channel)
) STRICT;
CREATE INDEX version_state ON version (state);
CREATE TABLE version_revision (
    id TEXT PRIMARY KEY NOT NULL,
    version TEXT NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    parent TEXT REFERENCES version_revision (id) ON DELETE SET NULL,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    reason TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    by_member TEXT NOT NULL REFERENCES member (id),
    on_device TEXT NOT NULL REFERENCES device (id)
) STRICT;
CREATE INDEX version_revision_version ON version_revision (version);
CREATE INDEX version_revision_parent ON version_revision (parent);
",
};

impl PostStore for Store {
    fn create_post(&self, act: &Act, post: &NewPost) -> Stored<()> {
        self.write(act, |writing| writes::create(writing, post))
    }

    fn posts(&self, text: Option<&str>) -> Stored<Vec<PostRow>> {
        self.read(|connection| list::posts(connection, text))
    }

    fn post(&self, id: PostId) -> Stored<StoredPost> {
        self.read(|connection| reads::post(connection, id))
    }

    fn post_of_version(&self, id: VersionId) -> Stored<PostId> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT post FROM candidate JOIN version ON version.candidate = candidate.id
                 WHERE version.id = ?",
            )?;
            let post = first(&mut statement, [id.to_string()], |row| row.id("post"))?;
            post.ok_or_else(|| not_found("version", id))
        })
    }

    fn post_of_candidate(&self, id: CandidateId) -> Stored<PostId> {
        self.read(|connection| {
            let mut statement =
                connection.prepare_cached("SELECT post FROM candidate WHERE id = ?")?;
            let post = first(&mut statement, [id.to_string()], |row| row.id("post"))?;
            post.ok_or_else(|| not_found("candidate", id))
        })
    }

    fn post_of_run(&self, id: RunId) -> Stored<Option<PostId>> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT id FROM post WHERE run = ?")?;
            first(&mut statement, [id.to_string()], |row| row.id("id"))
        })
    }

    fn choose(&self, act: &Act, candidate: CandidateId) -> Stored<()> {
        self.write(act, |writing| writes::choose(writing, candidate))
    }

    fn revise(&self, act: &Act, revision: &NewRevision) -> Stored<()> {
        self.write(act, |writing| revisions::revise(writing, revision))
    }

    fn undo(&self, act: &Act, version: VersionId, state: VersionState) -> Stored<()> {
        self.write(act, |writing| revisions::undo(writing, version, state))
    }

    fn redo(&self, act: &Act, version: VersionId, state: VersionState) -> Stored<()> {
        self.write(act, |writing| revisions::redo(writing, version, state))
    }

    fn revise_global(&self, act: &Act, new: &NewGlobal) -> Stored<()> {
        self.write(act, |writing| global::revise(writing, new))
    }

    fn undo_global(
        &self,
        act: &Act,
        candidate: CandidateId,
        states: &[(VersionId, VersionState)],
    ) -> Stored<()> {
        self.write(act, |writing| global::undo(writing, candidate, states))
    }

    fn redo_global(
        &self,
        act: &Act,
        candidate: CandidateId,
        states: &[(VersionId, VersionState)],
    ) -> Stored<()> {
        self.write(act, |writing| global::redo(writing, candidate, states))
    }

    fn revisions(&self, version: VersionId) -> Stored<Vec<PastRevision>> {
        self.read(|connection| revisions::all(connection, version))
    }

    fn global_revisions(&self, candidate: CandidateId) -> Stored<Vec<PastRevision>> {
        self.read(|connection| global::all(connection, candidate))
    }

    fn requests(&self, versions: &[VersionId]) -> Stored<Vec<PastRequest>> {
        self.read(|connection| reads::requests(connection, versions))
    }

    fn thread(&self, post: PostId) -> Stored<Vec<ThreadPost>> {
        self.read(|connection| reads::thread(connection, post))
    }

    fn tag(&self, act: &Act, post: PostId, tags: &[String]) -> Stored<()> {
        self.write(act, |writing| writes::tag(writing, post, tags))
    }

    fn pin(&self, act: &Act, candidate: CandidateId, pinned: bool) -> Stored<()> {
        self.write(act, |writing| writes::pin(writing, candidate, pinned))
    }

    fn request(&self, act: &Act, versions: &[VersionId]) -> Stored<()> {
        self.write(act, |writing| review::request(writing, versions))
    }

    fn decide(&self, act: &Act, decisions: &[NewDecision]) -> Stored<()> {
        self.write(act, |writing| review::decide(writing, decisions))
    }

    fn in_review(&self, waiting: bool) -> Stored<Vec<PostId>> {
        self.read(|connection| {
            let condition = if waiting {
                "version.state = 'awaiting-approval'"
            } else {
                "EXISTS (SELECT 1 FROM decision WHERE decision.version = version.id)"
            };
            let mut statement = connection.prepare_cached(&format!(
                "SELECT post.id AS id FROM post WHERE EXISTS (
                     SELECT 1 FROM candidate JOIN version ON version.candidate = candidate.id
                     WHERE candidate.post = post.id AND {condition})
                 ORDER BY post.created DESC, post.id DESC"
            ))?;
            rows(&mut statement, [], |row| row.id("id"))
        })
    }
}

pub(crate) use revisions::head;
pub(crate) use writes::choose;
