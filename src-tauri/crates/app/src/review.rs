//! Review: asking for approval, approving exactly what was seen, asking for changes, and talking about it.

use crate::error::{Code, Error, Result};
use crate::guards::Checks;
use crate::op::{AnyOp, Cx};
use crate::ports::{StoredCandidate, StoredPost, StoredVersion};
use crate::posts::{PostView, view};
use galley_domain::ids::{CandidateId, PostId, VersionId};

mod ask;
mod changes;
mod comments;
mod decide;
mod inbox;
mod policy;
mod team;

pub use changes::{ChangesView, DiffView, LookIn, Looked};
pub use comments::{
    AddCommentIn, CommentIn, CommentThread, CommentView, EditCommentIn, ReplyIn, ResolveIn,
    ResolvedView,
};
pub use decide::{
    ApproveIn, ApproveManyIn, ApprovedItem, OverrideIn, RejectIn, RequestChangesIn, Seen,
};
pub use inbox::{FindingCounts, InboxView, ReviewItem};
pub use policy::{PolicyView, SetPolicyIn};
pub(crate) use team::refused;
pub use team::{ApprovalView, LevelView, Team};

/// The operations of review.
pub const OPS: &[&dyn AnyOp] = &[
    &ask::Request,
    &ask::Withdraw,
    &ask::Reopen,
    &inbox::Inbox,
    &decide::Approve,
    &decide::ApproveMany,
    &decide::Override,
    &decide::RequestChanges,
    &decide::Reject,
    &changes::Changes,
    &changes::Look,
    &policy::GetPolicy,
    &policy::SetPolicy,
    &comments::ListComments,
    &comments::AddComment,
    &comments::Reply,
    &comments::EditComment,
    &comments::DeleteComment,
    &comments::Resolve,
];

fn load(cx: Cx<'_>, id: CandidateId) -> Result<(StoredPost, StoredCandidate)> {
    let post = cx.ports.store.post_of_candidate(id)?;
    let post = cx.ports.store.post(post)?;
    let candidate = post
        .candidates
        .iter()
        .find(|candidate| candidate.id == id)
        .cloned();
    let candidate = candidate.ok_or_else(|| not_found("candidate", id))?;
    Ok((post, candidate))
}

fn find(candidate: &StoredCandidate, id: VersionId) -> Result<&StoredVersion> {
    let version = candidate.versions.iter().find(|version| version.id == id);
    version.ok_or_else(|| not_found("version", id))
}

fn not_found(what: &str, id: impl std::fmt::Display) -> Error {
    Error::new(Code::NotFound, format!("{what} {id} is not there"))
        .with("what", what)
        .with("id", id)
}

fn shown(cx: Cx<'_>, post: PostId, checks: &Checks, team: &Team) -> Result<PostView> {
    let thread = cx.ports.store.thread(post)?;
    Ok(view(cx.ports.store.post(post)?, thread, checks, team))
}
