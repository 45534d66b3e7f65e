//! Comments, looks, the rules for approval, and as whom the window acts.

use super::{Act, Stored};
use galley_domain::ids::{CandidateId, CommentId, MemberId, RevisionId, VersionId};
use galley_domain::review::{Policy, VersionState};
use galley_domain::text::Span;
use jiff::Timestamp;

/// A version that goes to another state without a decision: withdrawn, reopened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateChange {
    pub version: VersionId,
    /// The state that the rule went out from: `Conflict` if it is another one now.
    pub from: VersionState,
    pub to: VersionState,
}

/// A comment to store: on a range of a version's text, or an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewComment {
    pub id: CommentId,
    pub version: VersionId,
    /// The thread's first comment; `None`: it begins one.
    pub thread: Option<CommentId>,
    /// The revision whose text it is on. It is kept as it is from then on.
    pub revision: RevisionId,
    /// In that revision's text.
    pub span: Span,
    pub text: String,
}

/// A comment as stored. What was deleted is not given, unless answers hang on it: then it has no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredComment {
    pub id: CommentId,
    pub version: VersionId,
    pub thread: Option<CommentId>,
    pub revision: RevisionId,
    pub span: Span,
    /// The whole text of the revision that it is on.
    pub on: String,
    /// `None`: it was deleted.
    pub text: Option<String>,
    pub member: MemberId,
    pub at: Timestamp,
    pub edited: Option<Timestamp>,
    /// Of a thread's first comment: when and by whom it was settled.
    pub resolved: Option<(MemberId, Timestamp)>,
}

/// What a member saw of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewLook {
    pub version: VersionId,
    pub revision: RevisionId,
}

/// What a member saw of a version last, and before that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    pub version: VersionId,
    pub revision: RevisionId,
    /// Text of that revision.
    pub text: String,
    /// Text of the revision that was seen before that one.
    pub before: Option<String>,
    pub at: Timestamp,
}

/// The rules for approval, and who set them when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPolicy {
    /// From 1; 0: nobody set any yet.
    pub revision: u32,
    pub policy: Policy,
    pub set: Option<(MemberId, Timestamp)>,
}

/// What review keeps besides decisions.
pub trait ReviewStore: Send + Sync {
    /// Moves versions to another state; their standing approvals are void.
    fn change_states(&self, act: &Act, changes: &[StateChange]) -> Stored<()>;
    /// Comments on the versions of a candidate: threads in the order in which they were begun, each with
    /// its answers behind it.
    fn comments(&self, candidate: CandidateId) -> Stored<Vec<StoredComment>>;
    fn comment(&self, id: CommentId) -> Stored<StoredComment>;
    /// How many threads of a candidate are not resolved.
    fn open_threads(&self, candidate: CandidateId) -> Stored<u32>;
    fn add_comment(&self, act: &Act, comment: &NewComment) -> Stored<()>;
    fn edit_comment(&self, act: &Act, id: CommentId, text: &str) -> Stored<()>;
    /// Takes the words away; the place stays for as long as answers hang on it.
    fn delete_comment(&self, act: &Act, id: CommentId) -> Stored<()>;
    fn resolve_comment(&self, act: &Act, id: CommentId, resolved: bool) -> Stored<()>;
    /// What the member saw of a candidate's versions.
    fn looks(&self, member: MemberId, candidate: CandidateId) -> Stored<Vec<Look>>;
    /// Remembers what was seen. Seeing the same revision again is no write.
    fn look(&self, act: &Act, looks: &[NewLook]) -> Stored<()>;
    /// The text of the revision before a version's head; `None`: there is none.
    fn former_text(&self, version: VersionId) -> Stored<Option<String>>;
    fn policy(&self) -> Stored<StoredPolicy>;
    /// Adds a revision; the former ones stay. `Conflict` if `base` is not the newest.
    fn save_policy(&self, act: &Act, base: u32, policy: &Policy) -> Stored<()>;
}

/// As whom the open workspace is worked in: one for the window, from the next call on.
pub trait Acting: Send + Sync {
    fn act_as(&self, member: MemberId);
}
