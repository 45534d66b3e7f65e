//! Review: the states of a version, who may move it between them, and what its approval takes.

use crate::ids::MemberId;
use crate::members::{Member, Role, active};
use serde::{Deserialize, Serialize};

mod comments;
mod levels;
mod policy;

pub use comments::{COMMENT_LIMIT, CommentFault, comment_text};
pub use levels::{LevelProgress, progress};
pub use policy::{Demand, Exception, LEVELS, Level, Mode, Need, Policy, PolicyFault};

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
    Rejected,
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
    /// Asks for approval.
    Request,
    /// Takes the question back.
    Withdraw,
    /// Stamps the level that is next.
    Approve,
    /// Approves without the levels that are left.
    Override,
    RequestChanges,
    Reject,
    /// Makes a decided version a draft again.
    Reopen,
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
    /// An admin's approval in place of the levels that were left.
    Override,
    RequestChanges,
    Reject,
}

/// Why a version was rejected: learning reads it later, so it is one of a list.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum RejectReason {
    OffVoice,
    WrongFact,
    UnsupportedClaim,
    WeakOpening,
    TooLong,
    WrongFormat,
    HashtagMisuse,
    Compliance,
    Duplicate,
    /// Needs a comment.
    Other,
}

/// An approval that stands on exactly the content as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    pub member: MemberId,
    /// Name of the level it was given for; empty where there are no levels.
    pub level: String,
}

/// What the rule has to know.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    pub state: VersionState,
    /// Who acts.
    pub member: &'a Member,
    /// Who wrote the revision as it stands.
    pub author: MemberId,
    /// The team, with those who left it.
    pub members: &'a [Member],
    /// What the workspace asks of this version.
    pub demand: &'a Demand,
    pub stamps: &'a [Stamp],
    /// A guard blocks the version.
    pub blocked: bool,
}

/// What a transition leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    pub state: VersionState,
    /// The level that an approval is given for; empty where there are no levels.
    pub level: String,
    /// The stamps that stand are void from now on.
    pub voids: bool,
}

/// Why a transition is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the role may not do this")]
    Role,
    #[error("nobody approves their own work")]
    OwnWork,
    #[error("a finding blocks the version")]
    Blocked,
    #[error("the version is not in a state from which this can be done")]
    State,
    #[error("no approval is asked for")]
    NotNeeded,
    #[error("the level {0} is others' to stamp")]
    NotYourLevel(String),
    #[error("the member stamped it already")]
    Stamped,
}

/// What a transition leads to, or why it may not be. The only rule for a version's states.
///
/// # Errors
/// A [`Refusal`]; the role is looked at first.
pub fn step(standing: &Standing<'_>, transition: Transition) -> Result<Step, Refusal> {
    use VersionState::{
        ApprovalVoid, Approved, AwaitingApproval, ChangesRequested, Draft, Rejected,
    };
    let member = standing.member;
    if member.removed || member.role < least_role(transition) {
        return Err(Refusal::Role);
    }
    let voided = |state| Ok(Step::to(state, true));
    match (standing.state, transition) {
        (Draft | ChangesRequested | ApprovalVoid, Transition::Request) => {
            if *standing.demand == Demand::None {
                Err(Refusal::NotNeeded)
            } else if standing.blocked {
                Err(Refusal::Blocked)
            } else {
                voided(AwaitingApproval)
            }
        }
        (AwaitingApproval, Transition::Withdraw) => voided(Draft),
        (AwaitingApproval, Transition::Approve | Transition::Override) if standing.blocked => {
            Err(Refusal::Blocked)
        }
        (AwaitingApproval, Transition::Approve) => approve(standing),
        (AwaitingApproval, Transition::Override) => Ok(Step::to(Approved, false)),
        (AwaitingApproval | Approved, Transition::RequestChanges) => voided(ChangesRequested),
        (AwaitingApproval | Approved, Transition::Reject) => voided(Rejected),
        (ChangesRequested | Rejected | ApprovalVoid, Transition::Reopen) => voided(Draft),
        (Approved, Transition::Edit) => voided(ApprovalVoid),
        // Other words are another draft, which nobody rejected.
        (Rejected, Transition::Edit) => voided(Draft),
        (other, Transition::Edit) => voided(other),
        _ => Err(Refusal::State),
    }
}

/// The state after a member changed a version's content.
pub fn after_edit(state: VersionState, member: &Member) -> Result<VersionState, Refusal> {
    let standing = Standing {
        state,
        member,
        author: member.id,
        members: &[],
        demand: &Demand::Required,
        stamps: &[],
        blocked: false,
    };
    step(&standing, Transition::Edit).map(|step| step.state)
}

/// Whether a version may be published as it stands, as far as review goes.
pub fn is_ready(state: VersionState, demand: &Demand) -> bool {
    use VersionState::{ApprovalVoid, Approved, Draft};
    match demand {
        Demand::None => matches!(state, Draft | Approved | ApprovalVoid),
        Demand::Optional => matches!(state, Draft | Approved),
        Demand::Required | Demand::Levels { .. } => state == Approved,
    }
}

fn least_role(transition: Transition) -> Role {
    match transition {
        Transition::Request | Transition::Withdraw | Transition::Reopen | Transition::Edit => {
            Role::Editor
        }
        Transition::Approve | Transition::RequestChanges | Transition::Reject => Role::Reviewer,
        Transition::Override => Role::Admin,
    }
}

/// A stamp on the first level that is not met. Two levels are two people, unless there is only one.
fn approve(standing: &Standing<'_>) -> Result<Step, Refusal> {
    let me = standing.member.id;
    let alone = active(standing.members).count() == 1;
    if standing.author == me && !alone {
        return Err(Refusal::OwnWork);
    }
    let levels = progress(standing);
    // All may be met without an approval where the levels were changed while it waited.
    let Some(next) = levels.iter().find(|level| !level.met).or(levels.last()) else {
        return Err(Refusal::State);
    };
    if next.stamped.contains(&me) {
        return Err(Refusal::Stamped);
    }
    if !next.named.contains(&me) {
        return Err(Refusal::NotYourLevel(next.name.clone()));
    }
    if !alone && standing.stamps.iter().any(|stamp| stamp.member == me) {
        return Err(Refusal::Stamped);
    }
    let level = next.name.clone();
    let mut stamps = standing.stamps.to_vec();
    stamps.push(Stamp {
        member: me,
        level: level.clone(),
    });
    let after = Standing {
        stamps: &stamps,
        ..*standing
    };
    let met = progress(&after).iter().all(|level| level.met);
    Ok(Step {
        state: if met {
            VersionState::Approved
        } else {
            VersionState::AwaitingApproval
        },
        level,
        voids: false,
    })
}

impl Step {
    fn to(state: VersionState, voids: bool) -> Self {
        Self {
            state,
            level: String::new(),
            voids,
        }
    }
}

#[cfg(test)]
mod tests;
