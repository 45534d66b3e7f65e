//! Deciding: approving exactly what was seen, asking for changes, rejecting.

use super::{find, load, shown};
use crate::error::{Code, Error, Result};
use crate::guards::Checks;
use crate::op::{Cx, Op, Tag};
use crate::ports::{NewDecision, StoredCandidate, StoredVersion};
use crate::posts::PostView;
use crate::review::team::{Team, refused};
use galley_domain::ids::{CandidateId, VersionId};
use galley_domain::members::Role;
use galley_domain::posts::content_hash;
use galley_domain::review::{DecisionKind, Refusal, RejectReason, Step, Transition, comment_text};
use serde::{Deserialize, Serialize};

const STALE: &[Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];

/// A version with the content that was looked at.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    pub version: VersionId,
    pub content_hash: String,
}

/// What to approve.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ApproveIn {
    pub candidate: CandidateId,
    /// The versions to approve, each with the content hash that the reviewer saw.
    pub versions: Vec<Seen>,
}

/// Approves versions, bound to exactly the content that was seen. Nothing is stored unless all can be.
pub(super) struct Approve;

impl Op for Approve {
    const NAME: &'static str = "review.approve";
    const ROLE: Role = Role::Reviewer;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = ApproveIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: ApproveIn) -> Result<PostView> {
        let (checks, team) = (Checks::load(cx.ports)?, Team::load(cx)?);
        let by = Deciding { cx, checks, team };
        by.approve(Self::NAME, &input, Transition::Approve, None)
    }
}

/// What to approve at once.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ApproveManyIn {
    pub items: Vec<ApproveIn>,
}

/// What came of one candidate of several.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct ApprovedItem {
    pub candidate: CandidateId,
    /// Why it was not approved; `None`: it was.
    #[schemars(with = "Option<serde_json::Value>")]
    pub refused: Option<Error>,
}

/// Approves several candidates, each by itself: what cannot be approved is named with its reason and
/// leaves the others alone.
pub(super) struct ApproveMany;

impl Op for ApproveMany {
    const NAME: &'static str = "review.approve_many";
    const ROLE: Role = Role::Reviewer;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = ApproveManyIn;
    type Out = Vec<ApprovedItem>;

    async fn run(&self, cx: Cx<'_>, input: ApproveManyIn) -> Result<Vec<ApprovedItem>> {
        let (checks, team) = (Checks::load(cx.ports)?, Team::load(cx)?);
        let by = Deciding { cx, checks, team };
        let approve = |item: &ApproveIn| ApprovedItem {
            candidate: item.candidate,
            refused: by
                .approve(Self::NAME, item, Transition::Approve, None)
                .err(),
        };
        Ok(input.items.iter().map(approve).collect())
    }
}

/// What to approve in place of the levels that are left, and why.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct OverrideIn {
    pub candidate: CandidateId,
    pub versions: Vec<Seen>,
    /// Stands on the stamp.
    pub reason: String,
}

/// Approves versions without the stamps that are left. The stamp says so, with the reason.
pub(super) struct Override;

impl Op for Override {
    const NAME: &'static str = "review.override";
    const ROLE: Role = Role::Admin;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = OverrideIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: OverrideIn) -> Result<PostView> {
        let reason = words(&input.reason)?;
        let (checks, team) = (Checks::load(cx.ports)?, Team::load(cx)?);
        let by = Deciding { cx, checks, team };
        let seen = ApproveIn {
            candidate: input.candidate,
            versions: input.versions,
        };
        by.approve(Self::NAME, &seen, Transition::Override, Some(reason))
    }
}

/// What has to change.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct RequestChangesIn {
    pub candidate: CandidateId,
    /// What should be changed and why.
    pub comment: String,
}

/// Sends a candidate back with a comment.
pub(super) struct RequestChanges;

impl Op for RequestChanges {
    const NAME: &'static str = "review.request_changes";
    const ROLE: Role = Role::Reviewer;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = RequestChangesIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: RequestChangesIn) -> Result<PostView> {
        let comment = words(&input.comment)?;
        let (checks, team) = (Checks::load(cx.ports)?, Team::load(cx)?);
        let by = Deciding { cx, checks, team };
        let verdict = Verdict {
            transition: Transition::RequestChanges,
            kind: DecisionKind::RequestChanges,
            reason: None,
            comment: Some(comment),
        };
        by.turn_down(Self::NAME, input.candidate, &verdict)
    }
}

/// Why a candidate is rejected.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct RejectIn {
    pub candidate: CandidateId,
    pub reason: RejectReason,
    /// More words on it; `other` needs them.
    #[serde(default)]
    pub comment: Option<String>,
}

/// Rejects a candidate for a reason of the list.
pub(super) struct Reject;

impl Op for Reject {
    const NAME: &'static str = "review.reject";
    const ROLE: Role = Role::Reviewer;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = RejectIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: RejectIn) -> Result<PostView> {
        let given = input.comment.filter(|comment| !comment.trim().is_empty());
        let comment = match given {
            Some(comment) => Some(words(&comment)?),
            None if input.reason == RejectReason::Other => return Err(say_why()),
            None => None,
        };
        let (checks, team) = (Checks::load(cx.ports)?, Team::load(cx)?);
        let by = Deciding { cx, checks, team };
        let verdict = Verdict {
            transition: Transition::Reject,
            kind: DecisionKind::Reject,
            reason: Some(input.reason),
            comment,
        };
        by.turn_down(Self::NAME, input.candidate, &verdict)
    }
}

/// Words that go with a decision.
fn words(given: &str) -> Result<String> {
    comment_text(given).map_err(super::comments::refused_text)
}

fn say_why() -> Error {
    Error::new(Code::CommentRequired, "say why")
}

/// A decision that is no approval.
struct Verdict {
    transition: Transition,
    kind: DecisionKind,
    reason: Option<RejectReason>,
    comment: Option<String>,
}

/// A member deciding.
struct Deciding<'a> {
    cx: Cx<'a>,
    checks: Checks,
    team: Team,
}

impl Deciding<'_> {
    /// Approves what was seen, all of it or nothing.
    fn approve(
        &self,
        operation: &'static str,
        input: &ApproveIn,
        transition: Transition,
        reason: Option<String>,
    ) -> Result<PostView> {
        let (post, candidate) = load(self.cx, input.candidate)?;
        let kind = match transition {
            Transition::Override => DecisionKind::Override,
            _ => DecisionKind::Approve,
        };
        let mut decisions = Vec::new();
        for seen in &input.versions {
            let version = find(&candidate, seen.version)?;
            let now = content_hash(version.channel.id, &version.head.content).to_string();
            if now != seen.content_hash {
                return Err(Error::new(
                    Code::ContentChanged,
                    "the text changed since you looked: read it again, then approve",
                )
                .with("version", version.id));
            }
            let step = self
                .step(&candidate, version, transition)
                .map_err(refused)?;
            let decision = self.decision(version, kind, step);
            decisions.push(NewDecision {
                comment: reason.clone(),
                ..decision
            });
        }
        if decisions.is_empty() {
            return Err(self.nothing(&candidate, transition));
        }
        self.store(operation, &decisions)?;
        shown(self.cx, post.id, &self.checks, &self.team)
    }

    /// Why a candidate of which no version is named has none that could be approved.
    fn nothing(&self, candidate: &StoredCandidate, transition: Transition) -> Error {
        let refusals = candidate
            .versions
            .iter()
            .filter_map(|version| self.step(candidate, version, transition).err());
        let mut telling = refusals.filter(|refusal| *refusal != Refusal::State);
        match telling.next() {
            Some(refusal) => refused(refusal),
            None => Error::new(Code::BadInput, "name at least one version to approve"),
        }
    }

    /// Turns down every version of a candidate that is in review or approved.
    fn turn_down(
        &self,
        operation: &'static str,
        candidate: CandidateId,
        verdict: &Verdict,
    ) -> Result<PostView> {
        let (post, candidate) = load(self.cx, candidate)?;
        let mut decisions = Vec::new();
        for version in &candidate.versions {
            match self.step(&candidate, version, verdict.transition) {
                Ok(step) => decisions.push(NewDecision {
                    reason: verdict.reason,
                    comment: verdict.comment.clone(),
                    ..self.decision(version, verdict.kind, step)
                }),
                Err(Refusal::State) => {}
                Err(refusal) => return Err(refused(refusal)),
            }
        }
        if decisions.is_empty() {
            return Err(refused(Refusal::State));
        }
        self.store(operation, &decisions)?;
        shown(self.cx, post.id, &self.checks, &self.team)
    }

    fn step(
        &self,
        candidate: &StoredCandidate,
        version: &StoredVersion,
        transition: Transition,
    ) -> std::result::Result<Step, Refusal> {
        let findings = self.checks.check(version, &candidate.facts).findings;
        self.team.step(version, &findings, transition)
    }

    fn decision(&self, version: &StoredVersion, kind: DecisionKind, step: Step) -> NewDecision {
        NewDecision {
            id: self.cx.id(),
            version: version.id,
            revision: version.head.id,
            content_hash: content_hash(version.channel.id, &version.head.content).to_string(),
            kind,
            level: step.level,
            reason: None,
            comment: None,
            from: version.state,
            state: step.state,
            voids: step.voids,
        }
    }

    fn store(&self, operation: &'static str, decisions: &[NewDecision]) -> Result<()> {
        let act = self.cx.act(operation);
        Ok(self.cx.ports.store.decide(&act, decisions)?)
    }
}
