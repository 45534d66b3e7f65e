//! Review: the states of a version and who may move it between them.

use crate::members::Role;
use serde::{Deserialize, Serialize};

/// Where a version stands.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum VersionState {
    Draft,
    AwaitingApproval,
    ChangesRequested,
    Approved,
    /// Was approved, then its content changed.
    ApprovalVoid,
}

/// What can be done to a version in review.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Transition {
    Request,
    Approve,
    RequestChanges,
    /// The content became another one.
    Edit,
}

/// What was decided on a version.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionKind {
    Approve,
    RequestChanges,
}

/// What the rule has to know besides the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub role: Role,
    /// The member wrote the revision that is decided on.
    pub own_work: bool,
    /// The workspace has one member.
    pub alone: bool,
    /// A guard blocks the version.
    pub blocked: bool,
}

/// Why a transition is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the role may not do this")]
    Role,
    #[error("nobody approves their own work")]
    OwnWork,
    #[error("a finding blocks the version")]
    Blocked,
    #[error("the version is not in a state from which this can be done")]
    State,
}

/// The state after a transition, or why there is none. The only rule for a version's states.
pub fn step(
    state: VersionState,
    transition: Transition,
    standing: Standing,
) -> Result<VersionState, Refusal> {
    use VersionState::{ApprovalVoid, Approved, AwaitingApproval, ChangesRequested, Draft};
    let least = match transition {
        Transition::Request | Transition::Edit => Role::Editor,
        Transition::Approve | Transition::RequestChanges => Role::Reviewer,
    };
    if standing.role < least {
        return Err(Refusal::Role);
    }
    match (state, transition) {
        (Draft | ChangesRequested | ApprovalVoid, Transition::Request) => {
            if standing.blocked {
                Err(Refusal::Blocked)
            } else {
                Ok(AwaitingApproval)
            }
        }
        (AwaitingApproval, Transition::Approve) => {
            if standing.blocked {
                Err(Refusal::Blocked)
            } else if standing.own_work && !standing.alone {
                Err(Refusal::OwnWork)
            } else {
                Ok(Approved)
            }
        }
        (AwaitingApproval | Approved, Transition::RequestChanges) => Ok(ChangesRequested),
        (Approved, Transition::Edit) => Ok(ApprovalVoid),
        (other, Transition::Edit) => Ok(other),
        _ => Err(Refusal::State),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EDITOR: Standing = Standing {
        role: Role::Editor,
        own_work: true,
        alone: false,
        blocked: false,
    };
    const REVIEWER: Standing = Standing {
        role: Role::Reviewer,
        own_work: false,
        alone: false,
        blocked: false,
    };

    #[test]
    fn an_edit_voids_an_approval_and_leaves_other_states() {
        assert_eq!(
            step(VersionState::Approved, Transition::Edit, EDITOR),
            Ok(VersionState::ApprovalVoid)
        );
        assert_eq!(
            step(VersionState::Draft, Transition::Edit, EDITOR),
            Ok(VersionState::Draft)
        );
        assert_eq!(
            step(VersionState::AwaitingApproval, Transition::Edit, EDITOR),
            Ok(VersionState::AwaitingApproval)
        );
    }

    #[test]
    fn nobody_approves_their_own_work_unless_alone() {
        let own = Standing {
            own_work: true,
            ..REVIEWER
        };
        let waiting = VersionState::AwaitingApproval;
        assert_eq!(
            step(waiting, Transition::Approve, own),
            Err(Refusal::OwnWork)
        );
        let alone = Standing { alone: true, ..own };
        assert_eq!(
            step(waiting, Transition::Approve, alone),
            Ok(VersionState::Approved)
        );
        assert_eq!(
            step(waiting, Transition::Approve, REVIEWER),
            Ok(VersionState::Approved)
        );
    }

    #[test]
    fn a_blocking_finding_keeps_a_version_from_review_and_approval() {
        let blocked = Standing {
            blocked: true,
            ..EDITOR
        };
        assert_eq!(
            step(VersionState::Draft, Transition::Request, blocked),
            Err(Refusal::Blocked)
        );
        let blocked = Standing {
            blocked: true,
            ..REVIEWER
        };
        let waiting = VersionState::AwaitingApproval;
        assert_eq!(
            step(waiting, Transition::Approve, blocked),
            Err(Refusal::Blocked)
        );
    }

    #[test]
    fn roles_are_checked_before_anything_else() {
        let viewer = Standing {
            role: Role::Viewer,
            ..REVIEWER
        };
        let waiting = VersionState::AwaitingApproval;
        assert_eq!(
            step(waiting, Transition::Approve, viewer),
            Err(Refusal::Role)
        );
        let reviewer_edits = step(VersionState::Draft, Transition::Edit, REVIEWER);
        assert_eq!(reviewer_edits, Err(Refusal::Role));
    }

    #[test]
    fn an_unasked_draft_cannot_be_approved() {
        assert_eq!(
            step(VersionState::Draft, Transition::Approve, REVIEWER),
            Err(Refusal::State)
        );
        assert_eq!(
            step(VersionState::ApprovalVoid, Transition::Approve, REVIEWER),
            Err(Refusal::State)
        );
    }
}
