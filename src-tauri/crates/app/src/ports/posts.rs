//! Posts, candidates, versions, revisions and decisions.

use super::{Act, Stored};
use galley_domain::channels::Channel;
use galley_domain::drafting::{Angle, Notice, Ranking};
use galley_domain::ids::{
    CandidateId, ChannelId, DecisionId, MemberId, PostId, RevisionId, RunId, VersionId,
};
use galley_domain::knowledge::Fact;
use galley_domain::language::Language;
use galley_domain::networks::NetworkId;
use galley_domain::posts::{Content, RevisionReason};
use galley_domain::review::{DecisionKind, RejectReason, VersionState};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A post as it is made from a finished run.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPost {
    pub id: PostId,
    pub run: RunId,
    pub brief: String,
    pub language: Language,
    pub skill: SkillUsed,
    pub notice: Option<Notice>,
    /// The post that this one was drafted again from.
    pub former: Option<PostId>,
    pub tags: Vec<String>,
    pub candidates: Vec<NewCandidate>,
}

/// The skill that a post was written by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct SkillUsed {
    pub name: String,
    /// 0 to 1.
    pub confidence: f32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewCandidate {
    pub id: CandidateId,
    pub angle: Angle,
    pub skill: String,
    /// 64-bit seed in lower-case hex.
    pub seed: String,
    pub facts: Vec<Fact>,
    pub ranking: Ranking,
    /// Taken along when the post is drafted again.
    pub pinned: bool,
    /// The first revision of the global content.
    pub revision: RevisionId,
    pub content: Content,
    pub versions: Vec<NewVersion>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewVersion {
    pub id: VersionId,
    pub channel: ChannelId,
    pub revision: RevisionId,
    pub content: Content,
    /// It follows the global content.
    pub attached: bool,
}

/// A post as stored, with its candidates and their versions.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredPost {
    pub id: PostId,
    pub run: RunId,
    pub brief: String,
    pub language: Language,
    pub skill: SkillUsed,
    pub notice: Option<Notice>,
    pub created: Timestamp,
    pub chosen: Option<CandidateId>,
    pub tags: Vec<String>,
    /// The post that this one was drafted again from.
    pub former: Option<PostId>,
    pub candidates: Vec<StoredCandidate>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct StoredCandidate {
    pub id: CandidateId,
    /// From 1.
    pub ordinal: u32,
    pub angle: Angle,
    pub skill: String,
    pub seed: String,
    pub facts: Vec<Fact>,
    pub ranking: Ranking,
    pub pinned: bool,
    pub global: StoredGlobal,
    pub versions: Vec<StoredVersion>,
}

/// The content that a candidate's attached versions follow.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredGlobal {
    pub head: StoredRevision,
    pub can_undo: bool,
    pub can_redo: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct StoredVersion {
    pub id: VersionId,
    pub post: PostId,
    pub candidate: CandidateId,
    pub channel: Channel,
    pub state: VersionState,
    pub head: StoredRevision,
    /// It follows the candidate's global content as it is now.
    pub attached: bool,
    /// A revision to undo to, within the kept steps.
    pub can_undo: bool,
    pub can_redo: bool,
    /// Its last change came with the global content's, and is undone with it.
    pub undoes_global: bool,
    /// Its next change comes with the global content's.
    pub redoes_global: bool,
    /// Oldest first.
    pub decisions: Vec<StoredDecision>,
    /// When and by whom approval was last asked for.
    pub requested: Option<Requested>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Requested {
    pub member: MemberId,
    pub at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRevision {
    pub id: RevisionId,
    /// From 1, counted along the way from the first revision.
    pub number: u32,
    pub content: Content,
    pub reason: RevisionReason,
    pub author: MemberId,
    /// Last time its text changed.
    pub at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDecision {
    pub id: DecisionId,
    pub revision: RevisionId,
    /// The content hash that was decided on.
    pub content_hash: String,
    pub kind: DecisionKind,
    /// The level that an approval was given for; empty where there were no levels.
    pub level: String,
    /// Of a rejection.
    pub reason: Option<RejectReason>,
    pub member: MemberId,
    pub comment: Option<String>,
    pub at: Timestamp,
    pub voided_at: Option<Timestamp>,
}

/// A decision to store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDecision {
    pub id: DecisionId,
    pub version: VersionId,
    pub revision: RevisionId,
    pub content_hash: String,
    pub kind: DecisionKind,
    /// The level that an approval is given for; empty where there are no levels.
    pub level: String,
    /// Of a rejection.
    pub reason: Option<RejectReason>,
    pub comment: Option<String>,
    /// The state that the rule went out from: `Conflict` if it is another one now.
    pub from: VersionState,
    /// The state that the version goes to.
    pub state: VersionState,
    /// Approvals that stand are void from now on.
    pub voids: bool,
}

/// A new text for a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRevision {
    pub id: RevisionId,
    pub version: VersionId,
    /// The revision the author saw: `Conflict` if it is not the head any more.
    pub base: RevisionId,
    pub content: Content,
    pub reason: RevisionReason,
    /// The revision of the global content that it follows; `None`: it has words of its own.
    pub global: Option<RevisionId>,
    /// The state that the version goes to. Standing approvals are void with any other content.
    pub state: VersionState,
}

/// A new global content for a candidate, with what comes of it for the versions that follow: one step of
/// undo over all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGlobal {
    pub id: RevisionId,
    pub candidate: CandidateId,
    /// The revision the author saw: `Conflict` if it is not the head any more.
    pub base: RevisionId,
    pub content: Content,
    pub reason: RevisionReason,
    /// Each with `RevisionReason::Global`; `global` is filled in.
    pub versions: Vec<NewRevision>,
}

/// A revision in a version's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastRevision {
    pub revision: StoredRevision,
    /// What it was made from.
    pub parent: Option<RevisionId>,
    /// It followed the global content.
    pub attached: bool,
}

/// Somebody asked for approval of a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastRequest {
    pub version: VersionId,
    pub member: MemberId,
    pub at: Timestamp,
}

/// A post of the same thread: drafted again from the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadPost {
    pub id: PostId,
    pub brief: String,
    pub created: Timestamp,
}

/// A post in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostRow {
    pub id: PostId,
    pub brief: String,
    pub created: Timestamp,
    pub chosen: Option<CandidateId>,
    pub candidates: u32,
    pub networks: Vec<NetworkId>,
    pub tags: Vec<String>,
    /// It was drafted again, so another post is the newest of its thread.
    pub redrafted: bool,
    /// States of the chosen candidate's versions, else of all.
    pub states: Vec<VersionState>,
    /// The first version's text of the chosen candidate, else of the first.
    pub text: String,
}

/// Posts, candidates, versions, revisions and decisions.
pub trait PostStore: Send + Sync {
    fn create_post(&self, act: &Act, post: &NewPost) -> Stored<()>;
    /// Newest first. `text` is looked for in brief, texts and tags, ignoring case.
    fn posts(&self, text: Option<&str>) -> Stored<Vec<PostRow>>;
    fn post(&self, id: PostId) -> Stored<StoredPost>;
    fn post_of_version(&self, id: VersionId) -> Stored<PostId>;
    fn post_of_candidate(&self, id: CandidateId) -> Stored<PostId>;
    fn post_of_run(&self, id: RunId) -> Stored<Option<PostId>>;
    fn choose(&self, act: &Act, candidate: CandidateId) -> Stored<()>;
    /// Adds a revision and makes it the head. An `Edit` by the same author within
    /// `posts::COALESCE_MS` of the head's last change, where the head is an `Edit` that was not decided
    /// on and has no children, replaces the head's content instead.
    fn revise(&self, act: &Act, revision: &NewRevision) -> Stored<()>;
    /// Moves the head to its parent. `state` as in [`NewRevision`].
    fn undo(&self, act: &Act, version: VersionId, state: VersionState) -> Stored<()>;
    /// Moves the head to its newest child.
    fn redo(&self, act: &Act, version: VersionId, state: VersionState) -> Stored<()>;
    /// Gives a candidate another global content, and the versions that follow theirs. Typing is one
    /// revision as in [`PostStore::revise`].
    fn revise_global(&self, act: &Act, new: &NewGlobal) -> Stored<()>;
    /// Moves the global content's head to its parent, and with it each version whose last change came with
    /// it. `states` as in [`NewRevision`], for each of the candidate's versions.
    fn undo_global(
        &self,
        act: &Act,
        candidate: CandidateId,
        states: &[(VersionId, VersionState)],
    ) -> Stored<()>;
    /// Moves the global content's head to its newest child, and with it the versions that changed then.
    fn redo_global(
        &self,
        act: &Act,
        candidate: CandidateId,
        states: &[(VersionId, VersionState)],
    ) -> Stored<()>;
    /// A version's revisions that are kept, oldest first; also those that were undone.
    fn revisions(&self, version: VersionId) -> Stored<Vec<PastRevision>>;
    /// A candidate's global revisions, as [`PostStore::revisions`].
    fn global_revisions(&self, candidate: CandidateId) -> Stored<Vec<PastRevision>>;
    /// Each time that approval of one of these versions was asked for, oldest first.
    fn requests(&self, versions: &[VersionId]) -> Stored<Vec<PastRequest>>;
    /// The posts that were drafted again from one another, this one among them, oldest first.
    fn thread(&self, post: PostId) -> Stored<Vec<ThreadPost>>;
    /// Replaces a post's tags.
    fn tag(&self, act: &Act, post: PostId, tags: &[String]) -> Stored<()>;
    /// Says whether a candidate is taken along when the post is drafted again.
    fn pin(&self, act: &Act, candidate: CandidateId, pinned: bool) -> Stored<()>;
    /// Puts versions into `AwaitingApproval` and their candidate into the post's choice.
    fn request(&self, act: &Act, versions: &[VersionId]) -> Stored<()>;
    /// Stores decisions in one transaction.
    fn decide(&self, act: &Act, decisions: &[NewDecision]) -> Stored<()>;
    /// Posts with a version that awaits approval (`true`) or was decided on (`false`), newest first.
    fn in_review(&self, waiting: bool) -> Stored<Vec<PostId>>;
}
