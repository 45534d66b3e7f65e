//! Posts as they are shown: each version with what was found in it now.

use crate::guards::{Checked, Checks};
use crate::ports::{
    PostRow, StoredCandidate, StoredDecision, StoredPost, StoredRevision, StoredVersion, ThreadPost,
};
use crate::review::{ApprovalView, Team};
use galley_domain::brand::voice::VoiceScore;
use galley_domain::channels::Channel;
use galley_domain::drafting::{Angle, Citation, Notice, Ranking};
use galley_domain::guards::Finding;
use galley_domain::ids::{CandidateId, PostId, RevisionId, RunId, VersionId};
use galley_domain::knowledge::Fact;
use galley_domain::language::Language;
use galley_domain::networks::{Count, NetworkId};
use galley_domain::posts::{Content, Payload, RevisionReason, content_hash};
use galley_domain::review::{DecisionKind, RejectReason, VersionState};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A post in a list.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct PostSummary {
    pub id: PostId,
    pub brief: String,
    /// The first line of its text.
    pub title: String,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub created: Timestamp,
    pub state: VersionState,
    pub networks: Vec<NetworkId>,
    pub candidates: u32,
    /// Voice score of its text; `None`: not enough posts.
    pub voice: Option<f32>,
    pub tags: Vec<String>,
}

/// A post with everything that Compose and Review show.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct PostView {
    pub id: PostId,
    pub run: RunId,
    pub brief: String,
    pub language: Language,
    pub skill: SkillView,
    pub notice: Option<Notice>,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub created: Timestamp,
    pub chosen: Option<CandidateId>,
    pub state: VersionState,
    pub tags: Vec<String>,
    /// The posts that were drafted again from one another, this one among them, oldest first.
    pub thread: Vec<ThreadView>,
    pub candidates: Vec<CandidateView>,
}

/// A post of the same thread.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct ThreadView {
    pub post: PostId,
    pub brief: String,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub created: Timestamp,
}

/// The skill that a post was written by.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct SkillView {
    /// As its folder is called: the catalogs have words for those of ours.
    pub name: String,
    /// How well it fits the brief, 0 to 1.
    pub confidence: f32,
}

#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct CandidateView {
    pub id: CandidateId,
    /// From 1.
    pub ordinal: u32,
    pub angle: Angle,
    pub skill: String,
    pub seed: String,
    /// Footnote n is `facts[n - 1]`.
    pub facts: Vec<Fact>,
    pub ranking: Ranking,
    /// Taken along when the post is drafted again.
    pub pinned: bool,
    pub global: GlobalView,
    pub versions: Vec<VersionView>,
}

/// What the attached versions of a candidate follow.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct GlobalView {
    pub revision: RevisionView,
    pub content: Content,
    pub citations: Vec<Citation>,
    /// What every attached version's network objects to alike.
    pub findings: Vec<Finding>,
    pub voice: VoiceScore,
    pub can_undo: bool,
    pub can_redo: bool,
}

/// A version with what was found in it now.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct VersionView {
    pub id: VersionId,
    pub post: PostId,
    pub candidate: CandidateId,
    pub channel: Channel,
    pub network: NetworkId,
    pub revision: RevisionView,
    /// Exactly what would be sent.
    pub payload: Payload,
    pub content_hash: String,
    pub count: Count,
    pub citations: Vec<Citation>,
    pub findings: Vec<Finding>,
    pub voice: VoiceScore,
    pub state: VersionState,
    /// It follows the candidate's global content.
    pub attached: bool,
    pub approval: ApprovalView,
    /// Oldest first.
    pub decisions: Vec<DecisionView>,
    pub can_undo: bool,
    pub can_redo: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct RevisionView {
    pub id: RevisionId,
    /// From 1.
    pub number: u32,
    pub reason: RevisionReason,
    /// Name of who wrote it.
    pub author: String,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub at: Timestamp,
}

#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct DecisionView {
    pub kind: DecisionKind,
    /// The level that an approval was given for; empty where there were no levels.
    pub level: String,
    /// Of a rejection.
    pub reason: Option<RejectReason>,
    /// Name of who decided.
    pub member: String,
    pub content_hash: String,
    pub comment: Option<String>,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub at: Timestamp,
    #[schemars(with = "Option<String>")]
    #[specta(type = Option<String>)]
    pub voided_at: Option<Timestamp>,
}

impl DecisionView {
    pub(super) fn of(decision: &StoredDecision, team: &Team) -> Self {
        Self {
            kind: decision.kind,
            level: decision.level.clone(),
            reason: decision.reason,
            member: team.name(decision.member),
            content_hash: decision.content_hash.clone(),
            comment: decision.comment.clone(),
            at: decision.at,
            voided_at: decision.voided_at,
        }
    }
}

/// A post's state is its versions' lowest: one that still needs work decides.
pub(crate) fn post_state(states: impl IntoIterator<Item = VersionState>) -> VersionState {
    let rank = |state: &VersionState| match state {
        VersionState::ApprovalVoid => 0,
        VersionState::Rejected => 1,
        VersionState::ChangesRequested => 2,
        VersionState::AwaitingApproval => 3,
        VersionState::Draft => 4,
        VersionState::Approved => 5,
    };
    states
        .into_iter()
        .min_by_key(rank)
        .unwrap_or(VersionState::Draft)
}

/// The whole post as shown.
pub(crate) fn view(
    post: StoredPost,
    thread: Vec<ThreadPost>,
    checks: &Checks,
    team: &Team,
) -> PostView {
    let candidates: Vec<_> = post
        .candidates
        .into_iter()
        .map(|candidate| candidate_view(candidate, checks, team))
        .collect();
    let shown = candidates
        .iter()
        .filter(|candidate| post.chosen.is_none_or(|chosen| candidate.id == chosen))
        .flat_map(|candidate| candidate.versions.iter().map(|version| version.state));
    PostView {
        id: post.id,
        run: post.run,
        brief: post.brief,
        language: post.language,
        skill: SkillView {
            name: post.skill.name,
            confidence: post.skill.confidence,
        },
        notice: post.notice,
        created: post.created,
        chosen: post.chosen,
        state: post_state(shown),
        tags: post.tags,
        thread: thread.into_iter().map(thread_view).collect(),
        candidates,
    }
}

/// A version as shown, checked as it is now.
pub(crate) fn version_view(
    version: StoredVersion,
    facts: &[Fact],
    checks: &Checks,
    team: &Team,
) -> VersionView {
    let Checked {
        findings,
        voice,
        count,
        citations,
    } = checks.check(&version, facts);
    let approval = team.approval(&version, &findings);
    let head = version.head;
    VersionView {
        id: version.id,
        post: version.post,
        candidate: version.candidate,
        network: version.channel.network,
        content_hash: content_hash(version.channel.id, &head.content).to_string(),
        payload: Payload::of(version.channel.network, &head.content),
        revision: revision_view(&head, team),
        channel: version.channel,
        count,
        citations,
        findings,
        voice,
        state: version.state,
        attached: version.attached,
        approval,
        decisions: version
            .decisions
            .iter()
            .map(|decision| DecisionView::of(decision, team))
            .collect(),
        can_undo: version.can_undo,
        can_redo: version.can_redo,
    }
}

/// A candidate as shown.
pub(super) fn candidate_view(
    candidate: StoredCandidate,
    checks: &Checks,
    team: &Team,
) -> CandidateView {
    let global = global_view(&candidate, checks, team);
    let versions = candidate
        .versions
        .into_iter()
        .map(|version| version_view(version, &candidate.facts, checks, team))
        .collect();
    CandidateView {
        id: candidate.id,
        ordinal: candidate.ordinal,
        angle: candidate.angle,
        skill: candidate.skill,
        seed: candidate.seed,
        facts: candidate.facts,
        ranking: candidate.ranking,
        pinned: candidate.pinned,
        global,
        versions,
    }
}

fn global_view(candidate: &StoredCandidate, checks: &Checks, team: &Team) -> GlobalView {
    let checked = checks.check_global(candidate);
    GlobalView {
        revision: revision_view(&candidate.global.head, team),
        content: candidate.global.head.content.clone(),
        citations: checked.citations,
        findings: checked.findings,
        voice: checked.voice,
        can_undo: candidate.global.can_undo,
        can_redo: candidate.global.can_redo,
    }
}

fn revision_view(revision: &StoredRevision, team: &Team) -> RevisionView {
    RevisionView {
        id: revision.id,
        number: revision.number,
        reason: revision.reason,
        author: team.name(revision.author),
        at: revision.at,
    }
}

fn thread_view(post: ThreadPost) -> ThreadView {
    ThreadView {
        post: post.id,
        brief: post.brief,
        created: post.created,
    }
}

pub(super) fn summary(row: PostRow, checks: &Checks) -> PostSummary {
    let title = row
        .text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    PostSummary {
        id: row.id,
        title: title.to_owned(),
        voice: checks.voice(&row.text).score,
        brief: row.brief,
        tags: row.tags,
        created: row.created,
        state: post_state(row.states),
        networks: row.networks,
        candidates: row.candidates,
    }
}
