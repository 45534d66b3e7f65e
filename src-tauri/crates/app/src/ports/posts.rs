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
use galley_domain::review::{DecisionKind, VersionState};
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
    pub versions: Vec<NewVersion>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewVersion {
    pub id: VersionId,
    pub channel: ChannelId,
    pub revision: RevisionId,
    pub content: Content,
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
    pub versions: Vec<StoredVersion>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct StoredVersion {
    pub id: VersionId,
    pub post: PostId,
    pub candidate: CandidateId,
    pub channel: Channel,
    pub state: VersionState,
    pub head: StoredRevision,
    /// A revision to undo to, within the kept steps.
    pub can_undo: bool,
    pub can_redo: bool,
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
    pub comment: Option<String>,
    /// The state that the version goes to.
    pub state: VersionState,
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
    /// The state that the version goes to; standing approvals are voided if it is `ApprovalVoid`.
    pub state: VersionState,
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
    /// States of the chosen candidate's versions, else of all.
    pub states: Vec<VersionState>,
    /// The first version's text of the chosen candidate, else of the first.
    pub text: String,
}

/// Posts, candidates, versions, revisions and decisions.
pub trait PostStore: Send + Sync {
    fn create_post(&self, act: &Act, post: &NewPost) -> Stored<()>;
    /// Newest first. `text` is looked for in brief and texts, ignoring case.
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
    /// Puts versions into `AwaitingApproval` and their candidate into the post's choice.
    fn request(&self, act: &Act, versions: &[VersionId]) -> Stored<()>;
    /// Stores decisions in one transaction.
    fn decide(&self, act: &Act, decisions: &[NewDecision]) -> Stored<()>;
    /// Posts with a version that awaits approval (`true`) or was decided on (`false`), newest first.
    fn in_review(&self, waiting: bool) -> Stored<Vec<PostId>>;
}
