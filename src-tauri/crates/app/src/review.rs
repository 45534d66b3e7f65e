//! Review: asking for approval, approving exactly what was seen, asking for changes.

use crate::error::{Code, Error, Result};
use crate::guards::Checks;
use crate::op::{AnyOp, Cx, Nothing, Op, Tag};
use crate::ports::{NewDecision, StoredCandidate, StoredPost, StoredVersion};
use crate::posts::{CandidateIn, PostView, post_state, refused, view};
use galley_domain::guards::Severity;
use galley_domain::ids::{CandidateId, PostId, VersionId};
use galley_domain::knowledge::Fact;
use galley_domain::members::Role;
use galley_domain::networks::NetworkId;
use galley_domain::posts::content_hash;
use galley_domain::review::{self, DecisionKind, Standing, Transition, VersionState};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The operations of review.
pub const OPS: &[&dyn AnyOp] = &[&Request, &Inbox, &Approve, &RequestChanges];

/// Asks for approval of all versions of a candidate and makes it the post's choice. Refused while a
/// finding blocks one of them.
struct Request;

impl Op for Request {
    const NAME: &'static str = "review.request";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];
    type In = CandidateIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: CandidateIn) -> Result<PostView> {
        let (post, candidate) = load(cx, input.candidate)?;
        let checks = Checks::load(cx.ports)?;
        let mut versions = Vec::new();
        for version in &candidate.versions {
            if matches!(
                version.state,
                VersionState::AwaitingApproval | VersionState::Approved
            ) {
                continue;
            }
            let standing = standing(cx, &checks, version, &candidate.facts)?;
            review::step(version.state, Transition::Request, standing).map_err(refused)?;
            versions.push(version.id);
        }
        if versions.is_empty() {
            return Err(Error::new(
                Code::WrongState,
                "every version of this candidate waits for approval or has it already",
            ));
        }
        cx.ports.store.request(&cx.act(Self::NAME), &versions)?;
        shown(cx, post.id, &checks)
    }
}

/// What waits and what was decided.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct InboxView {
    pub waiting: Vec<ReviewItem>,
    pub decided: Vec<ReviewItem>,
}

/// A candidate in the inbox.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct ReviewItem {
    pub post: PostId,
    pub candidate: CandidateId,
    /// The first line of its text.
    pub title: String,
    pub networks: Vec<NetworkId>,
    /// Name of who asked.
    pub by: String,
    /// When approval was asked for, or when it was decided.
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub at: Timestamp,
    pub state: VersionState,
    pub findings: FindingCounts,
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, Serialize, schemars::JsonSchema, specta::Type)]
pub struct FindingCounts {
    pub block: u32,
    pub warn: u32,
    pub note: u32,
}

/// Lists the candidates that wait for approval and those that were decided on, newest first.
struct Inbox;

impl Op for Inbox {
    const NAME: &'static str = "review.inbox";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Review, Tag::Posts];
    type In = Nothing;
    type Out = InboxView;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<InboxView> {
        let checks = Checks::load(cx.ports)?;
        let members = cx.ports.store.members()?;
        let name = |id| {
            let member = members.iter().find(|member| member.id == id);
            member.map_or_else(String::new, |member| member.name.clone())
        };
        let list = |waiting: bool| -> Result<Vec<ReviewItem>> {
            let mut items = Vec::new();
            for id in cx.ports.store.in_review(waiting)? {
                let post = cx.ports.store.post(id)?;
                for candidate in &post.candidates {
                    if is_waiting(candidate) == waiting && was_requested(candidate) {
                        items.push(item(&post, candidate, &checks, &name));
                    }
                }
            }
            Ok(items)
        };
        Ok(InboxView {
            waiting: list(true)?,
            decided: list(false)?,
        })
    }
}

/// A version with the content that was looked at.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
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
struct Approve;

impl Op for Approve {
    const NAME: &'static str = "review.approve";
    const ROLE: Role = Role::Reviewer;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];
    type In = ApproveIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: ApproveIn) -> Result<PostView> {
        let (post, candidate) = load(cx, input.candidate)?;
        let checks = Checks::load(cx.ports)?;
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
            let standing = standing(cx, &checks, version, &candidate.facts)?;
            let state =
                review::step(version.state, Transition::Approve, standing).map_err(refused)?;
            decisions.push(decision(cx, version, DecisionKind::Approve, None, state));
        }
        if decisions.is_empty() {
            return Err(Error::new(
                Code::BadInput,
                "name at least one version to approve",
            ));
        }
        cx.ports.store.decide(&cx.act(Self::NAME), &decisions)?;
        shown(cx, post.id, &checks)
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
struct RequestChanges;

impl Op for RequestChanges {
    const NAME: &'static str = "review.request_changes";
    const ROLE: Role = Role::Reviewer;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];
    type In = RequestChangesIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: RequestChangesIn) -> Result<PostView> {
        let comment = input.comment.trim();
        if comment.is_empty() {
            return Err(Error::new(
                Code::CommentRequired,
                "say what should be changed",
            ));
        }
        let (post, candidate) = load(cx, input.candidate)?;
        let checks = Checks::load(cx.ports)?;
        let mut decisions = Vec::new();
        for version in &candidate.versions {
            let standing = standing(cx, &checks, version, &candidate.facts)?;
            match review::step(version.state, Transition::RequestChanges, standing) {
                Ok(state) => {
                    let comment = Some(comment.to_owned());
                    let kind = DecisionKind::RequestChanges;
                    decisions.push(decision(cx, version, kind, comment, state));
                }
                Err(review::Refusal::State) => {}
                Err(refusal) => return Err(refused(refusal)),
            }
        }
        if decisions.is_empty() {
            return Err(refused(review::Refusal::State));
        }
        cx.ports.store.decide(&cx.act(Self::NAME), &decisions)?;
        shown(cx, post.id, &checks)
    }
}

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

fn standing(
    cx: Cx<'_>,
    checks: &Checks,
    version: &StoredVersion,
    facts: &[Fact],
) -> Result<Standing> {
    let findings = checks.check(version, facts).findings;
    Ok(Standing {
        role: cx.member.role,
        own_work: version.head.author == cx.member.id,
        alone: cx.ports.store.members()?.len() == 1,
        blocked: findings
            .iter()
            .any(|finding| finding.severity == Severity::Block),
    })
}

fn decision(
    cx: Cx<'_>,
    version: &StoredVersion,
    kind: DecisionKind,
    comment: Option<String>,
    state: VersionState,
) -> NewDecision {
    NewDecision {
        id: cx.id(),
        version: version.id,
        revision: version.head.id,
        content_hash: content_hash(version.channel.id, &version.head.content).to_string(),
        kind,
        comment,
        state,
    }
}

fn shown(cx: Cx<'_>, post: PostId, checks: &Checks) -> Result<PostView> {
    Ok(view(
        cx.ports.store.post(post)?,
        cx.ports.store.thread(post)?,
        checks,
        &cx.ports.store.members()?,
    ))
}

fn is_waiting(candidate: &StoredCandidate) -> bool {
    candidate
        .versions
        .iter()
        .any(|version| version.state == VersionState::AwaitingApproval)
}

fn was_requested(candidate: &StoredCandidate) -> bool {
    candidate
        .versions
        .iter()
        .any(|version| version.requested.is_some())
}

fn item(
    post: &StoredPost,
    candidate: &StoredCandidate,
    checks: &Checks,
    name: &impl Fn(galley_domain::ids::MemberId) -> String,
) -> ReviewItem {
    let mut findings = FindingCounts::default();
    for version in &candidate.versions {
        for finding in checks.check(version, &candidate.facts).findings {
            match finding.severity {
                Severity::Block => findings.block += 1,
                Severity::Warn => findings.warn += 1,
                Severity::Note => findings.note += 1,
            }
        }
    }
    let text = candidate
        .versions
        .first()
        .map_or("", |version| &version.head.content.text);
    let requested = candidate
        .versions
        .iter()
        .filter_map(|version| version.requested.as_ref());
    let asked = requested.max_by_key(|requested| requested.at);
    let decided = candidate
        .versions
        .iter()
        .flat_map(|version| &version.decisions);
    let decided = decided
        .map(|decision| decision.at)
        .max()
        .filter(|_| !is_waiting(candidate));
    ReviewItem {
        post: post.id,
        candidate: candidate.id,
        title: text
            .lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default()
            .to_owned(),
        networks: candidate
            .versions
            .iter()
            .map(|version| version.channel.network)
            .collect(),
        by: asked.map_or_else(String::new, |asked| name(asked.member)),
        at: decided
            .or(asked.map(|asked| asked.at))
            .unwrap_or(post.created),
        state: post_state(candidate.versions.iter().map(|version| version.state)),
        findings,
    }
}
