//! Posts as they are shown: each version with what was found in it now.

use crate::guards::{Checked, Checks};
use crate::ports::{PostRow, StoredCandidate, StoredDecision, StoredPost, StoredVersion};
use galley_domain::brand::voice::VoiceScore;
use galley_domain::channels::Channel;
use galley_domain::drafting::{Angle, Citation, Notice, Ranking};
use galley_domain::guards::Finding;
use galley_domain::ids::{CandidateId, PostId, RevisionId, RunId, VersionId};
use galley_domain::knowledge::Fact;
use galley_domain::language::Language;
use galley_domain::members::Member;
use galley_domain::networks::{Count, NetworkId};
use galley_domain::posts::{Payload, RevisionReason, content_hash};
use galley_domain::review::{DecisionKind, VersionState};
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
    pub candidates: Vec<CandidateView>,
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
    pub versions: Vec<VersionView>,
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

/// A post's state is its versions' lowest: one that still needs work decides.
pub(crate) fn post_state(states: impl IntoIterator<Item = VersionState>) -> VersionState {
    let rank = |state: &VersionState| match state {
        VersionState::ApprovalVoid => 0,
        VersionState::ChangesRequested => 1,
        VersionState::AwaitingApproval => 2,
        VersionState::Draft => 3,
        VersionState::Approved => 4,
    };
    states
        .into_iter()
        .min_by_key(rank)
        .unwrap_or(VersionState::Draft)
}

/// The whole post as shown.
pub(crate) fn view(post: StoredPost, checks: &Checks, members: &[Member]) -> PostView {
    let candidates: Vec<_> = post
        .candidates
        .into_iter()
        .map(|candidate| candidate_view(candidate, checks, members))
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
        candidates,
    }
}

/// A version as shown, checked as it is now.
pub(crate) fn version_view(
    version: StoredVersion,
    facts: &[Fact],
    checks: &Checks,
    members: &[Member],
) -> VersionView {
    let Checked {
        findings,
        voice,
        count,
        citations,
    } = checks.check(&version, facts);
    let name = |id| {
        let member = members.iter().find(|member| member.id == id);
        member.map_or_else(String::new, |member| member.name.clone())
    };
    let decision = |decision: StoredDecision| DecisionView {
        kind: decision.kind,
        member: name(decision.member),
        content_hash: decision.content_hash,
        comment: decision.comment,
        at: decision.at,
        voided_at: decision.voided_at,
    };
    let head = version.head;
    VersionView {
        id: version.id,
        post: version.post,
        candidate: version.candidate,
        network: version.channel.network,
        content_hash: content_hash(version.channel.id, &head.content).to_string(),
        payload: Payload::of(version.channel.network, &head.content),
        revision: RevisionView {
            id: head.id,
            number: head.number,
            reason: head.reason,
            author: name(head.author),
            at: head.at,
        },
        channel: version.channel,
        count,
        citations,
        findings,
        voice,
        state: version.state,
        decisions: version.decisions.into_iter().map(decision).collect(),
        can_undo: version.can_undo,
        can_redo: version.can_redo,
    }
}

fn candidate_view(
    candidate: StoredCandidate,
    checks: &Checks,
    members: &[Member],
) -> CandidateView {
    let versions = candidate
        .versions
        .into_iter()
        .map(|version| version_view(version, &candidate.facts, checks, members))
        .collect();
    CandidateView {
        id: candidate.id,
        ordinal: candidate.ordinal,
        angle: candidate.angle,
        skill: candidate.skill,
        seed: candidate.seed,
        facts: candidate.facts,
        ranking: candidate.ranking,
        versions,
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
        created: row.created,
        state: post_state(row.states),
        networks: row.networks,
        candidates: row.candidates,
    }
}
