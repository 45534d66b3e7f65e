//! The inbox: what waits, what was decided, and what of it is whose turn.

use super::Seen;
use super::team::Team;
use crate::error::Result;
use crate::guards::Checks;
use crate::op::{Cx, Nothing, Op, Tag};
use crate::ports::{StoredCandidate, StoredDecision, StoredPost};
use crate::posts::post_state;
use galley_domain::guards::Severity;
use galley_domain::ids::{CandidateId, PostId};
use galley_domain::members::Role;
use galley_domain::networks::NetworkId;
use galley_domain::posts::content_hash;
use galley_domain::review::{RejectReason, VersionState};
use jiff::Timestamp;
use serde::Serialize;

/// Posts with decisions that are listed at the most, the newest. The library has them all.
const DECIDED: usize = 200;

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
    /// Who asked has left the team.
    pub by_former: bool,
    /// When approval was asked for, or when it was decided.
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub at: Timestamp,
    pub state: VersionState,
    pub findings: FindingCounts,
    /// The versions that the acting member may stamp now, each with its content.
    pub mine: Vec<Seen>,
    /// Stamps that were given of how many that are asked for, over all versions that wait.
    pub stamped: u32,
    pub stamps: u32,
    /// Threads that are not resolved.
    pub open_comments: u32,
    /// The text is another one than the acting member saw last.
    pub changed: bool,
    /// Of a rejection.
    pub reason: Option<RejectReason>,
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, Serialize, schemars::JsonSchema, specta::Type)]
pub struct FindingCounts {
    pub block: u32,
    pub warn: u32,
    pub note: u32,
}

/// Lists the candidates that wait for approval and those that were decided on, newest first.
pub(super) struct Inbox;

impl Op for Inbox {
    const NAME: &'static str = "review.inbox";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Review, Tag::Posts];
    type In = Nothing;
    type Out = InboxView;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<InboxView> {
        let (checks, team) = (Checks::load(cx.ports)?, Team::load(cx)?);
        let list = |waiting: bool, most: usize| -> Result<Vec<ReviewItem>> {
            let mut items = Vec::new();
            for id in cx.ports.store.in_review(waiting)?.into_iter().take(most) {
                let post = cx.ports.store.post(id)?;
                for candidate in &post.candidates {
                    if is_waiting(candidate) == waiting && was_requested(candidate) {
                        items.push(item(cx, &post, candidate, &checks, &team)?);
                    }
                }
            }
            Ok(items)
        };
        Ok(InboxView {
            waiting: list(true, usize::MAX)?,
            decided: list(false, DECIDED)?,
        })
    }
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
    cx: Cx<'_>,
    post: &StoredPost,
    candidate: &StoredCandidate,
    checks: &Checks,
    team: &Team,
) -> Result<ReviewItem> {
    let mut findings = FindingCounts::default();
    let mut mine = Vec::new();
    let (mut stamped, mut stamps) = (0, 0);
    for version in &candidate.versions {
        let found = checks.check(version, &candidate.facts).findings;
        for finding in &found {
            match finding.severity {
                Severity::Block => findings.block += 1,
                Severity::Warn => findings.warn += 1,
                Severity::Note => findings.note += 1,
            }
        }
        if version.state != VersionState::AwaitingApproval {
            continue;
        }
        let approval = team.approval(version, &found);
        for level in &approval.levels {
            stamps += 1;
            stamped += u32::from(level.met);
        }
        if approval.refusal.is_none() {
            mine.push(Seen {
                version: version.id,
                content_hash: content_hash(version.channel.id, &version.head.content).to_string(),
            });
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
    let last = last_decision(candidate).filter(|_| !is_waiting(candidate));
    let looks = cx.ports.store.looks(cx.member.id, candidate.id)?;
    let changed = looks.iter().any(|look| {
        let now = candidate.versions.iter().find(|v| v.id == look.version);
        now.is_some_and(|version| version.head.content.text != look.text)
    });
    Ok(ReviewItem {
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
        by: asked.map_or_else(String::new, |asked| team.name(asked.member)),
        by_former: asked.is_some_and(|asked| team.is_gone(asked.member)),
        at: last
            .map(|decision| decision.at)
            .or(asked.map(|asked| asked.at))
            .unwrap_or(post.created),
        state: post_state(candidate.versions.iter().map(|version| version.state)),
        findings,
        mine,
        stamped,
        stamps,
        open_comments: cx.ports.store.open_threads(candidate.id)?,
        changed,
        reason: last.and_then(|decision| decision.reason),
    })
}

fn last_decision(candidate: &StoredCandidate) -> Option<&StoredDecision> {
    candidate
        .versions
        .iter()
        .flat_map(|version| &version.decisions)
        .max_by_key(|decision| decision.at)
}
