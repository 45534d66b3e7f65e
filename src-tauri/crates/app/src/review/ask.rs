//! Asking for approval, taking the question back, and making a draft again of what was decided.

use super::{load, shown};
use crate::error::{Code, Error, Result};
use crate::guards::Checks;
use crate::op::{Cx, Op, Tag};
use crate::ports::StateChange;
use crate::posts::{CandidateIn, PostView};
use crate::review::team::{Team, refused};
use galley_domain::members::Role;
use galley_domain::review::{Refusal, Transition, VersionState};

/// Asks for approval of all versions of a candidate and makes it the post's choice. Refused while a
/// finding blocks one of them. Versions that need no approval stay as they are.
pub(super) struct Request;

impl Op for Request {
    const NAME: &'static str = "review.request";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];
    type In = CandidateIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: CandidateIn) -> Result<PostView> {
        let (post, candidate) = load(cx, input.candidate)?;
        let (checks, team) = (Checks::load(cx.ports)?, Team::load(cx)?);
        let mut versions = Vec::new();
        let mut not_needed = false;
        for version in &candidate.versions {
            if matches!(
                version.state,
                VersionState::AwaitingApproval | VersionState::Approved
            ) {
                continue;
            }
            let findings = checks.check(version, &candidate.facts).findings;
            match team.step(version, &findings, Transition::Request) {
                Ok(_) => versions.push(version.id),
                Err(Refusal::NotNeeded) => not_needed = true,
                Err(refusal) => return Err(refused(refusal)),
            }
        }
        if versions.is_empty() {
            return Err(if not_needed {
                refused(Refusal::NotNeeded)
            } else {
                Error::new(
                    Code::WrongState,
                    "every version of this candidate waits for approval or has it already",
                )
            });
        }
        cx.ports.store.request(&cx.act(Self::NAME), &versions)?;
        shown(cx, post.id, &checks, &team)
    }
}

/// Takes the question for approval back: all versions that wait are drafts again.
pub(super) struct Withdraw;

impl Op for Withdraw {
    const NAME: &'static str = "review.withdraw";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];
    type In = CandidateIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: CandidateIn) -> Result<PostView> {
        move_all(cx, Self::NAME, input, Transition::Withdraw)
    }
}

/// Makes drafts of the versions that were rejected, sent back, or whose approval is void.
pub(super) struct Reopen;

impl Op for Reopen {
    const NAME: &'static str = "review.reopen";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];
    type In = CandidateIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: CandidateIn) -> Result<PostView> {
        move_all(cx, Self::NAME, input, Transition::Reopen)
    }
}

/// Moves every version of a candidate that can be moved; refused if none can.
fn move_all(
    cx: Cx<'_>,
    operation: &'static str,
    input: CandidateIn,
    transition: Transition,
) -> Result<PostView> {
    let (post, candidate) = load(cx, input.candidate)?;
    let (checks, team) = (Checks::load(cx.ports)?, Team::load(cx)?);
    let mut changes = Vec::new();
    for version in &candidate.versions {
        match team.step(version, &[], transition) {
            Ok(step) => changes.push(StateChange {
                version: version.id,
                from: version.state,
                to: step.state,
            }),
            Err(Refusal::State) => {}
            Err(refusal) => return Err(refused(refusal)),
        }
    }
    if changes.is_empty() {
        return Err(refused(Refusal::State));
    }
    cx.ports.store.change_states(&cx.act(operation), &changes)?;
    shown(cx, post.id, &checks, &team)
}
