//! The workspace's rules for approval.

use super::team::Team;
use crate::error::{Code, Error, Result};
use crate::op::{Cx, Nothing, Op, Tag};
use galley_domain::members::Role;
use galley_domain::review::{Policy, PolicyFault};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The rules that hold, and since when.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct PolicyView {
    /// From 1; 0: nobody set any yet.
    pub revision: u32,
    pub policy: Policy,
    /// Name of who set them.
    pub by: Option<String>,
    #[schemars(with = "Option<String>")]
    #[specta(type = Option<String>)]
    pub at: Option<Timestamp>,
}

/// Shows the rules for approval.
pub(super) struct GetPolicy;

impl Op for GetPolicy {
    const NAME: &'static str = "review.policy";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Review, Tag::Members];
    type In = Nothing;
    type Out = PolicyView;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<PolicyView> {
        let stored = cx.ports.store.policy()?;
        let team = Team::load(cx)?;
        Ok(PolicyView {
            revision: stored.revision,
            policy: stored.policy,
            by: stored.set.map(|(by, _)| team.name(by)),
            at: stored.set.map(|(_, at)| at),
        })
    }
}

/// Other rules, in place of those that were shown.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct SetPolicyIn {
    /// The revision that was shown.
    pub base: u32,
    pub policy: Policy,
}

/// Sets the rules for approval. What is approved stays so; what waits is asked for by the new rules.
pub(super) struct SetPolicy;

impl Op for SetPolicy {
    const NAME: &'static str = "review.set_policy";
    const ROLE: Role = Role::Admin;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];
    type In = SetPolicyIn;
    type Out = PolicyView;

    async fn run(&self, cx: Cx<'_>, input: SetPolicyIn) -> Result<PolicyView> {
        let team = Team::load(cx)?;
        input.policy.check(team.members()).map_err(refused)?;
        let act = cx.act(Self::NAME);
        cx.ports
            .store
            .save_policy(&act, input.base, &input.policy)?;
        GetPolicy.run(cx, Nothing {}).await
    }
}

fn refused(fault: PolicyFault) -> Error {
    let message = fault.to_string();
    match fault {
        PolicyFault::Levels => Error::new(Code::PolicyLevels, message),
        PolicyFault::LevelName { name } => {
            Error::new(Code::PolicyLevelName, message).with("name", name)
        }
        PolicyFault::Nobody { name } => Error::new(Code::PolicyNobody, message).with("name", name),
        PolicyFault::Unconditional | PolicyFault::Exceptions => {
            Error::new(Code::PolicyException, message)
        }
    }
}
