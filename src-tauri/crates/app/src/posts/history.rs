//! What became of a post: its revisions with what each changed, requests, decisions.

use super::editing::VersionIn;
use super::views::DecisionView;
use super::{PostIn, load};
use crate::error::Result;
use crate::op::{Cx, Op, Tag};
use crate::ports::{PastRevision, StoredCandidate, StoredVersion};
use crate::review::Team;
use galley_domain::ids::{CandidateId, RevisionId, VersionId};
use galley_domain::members::Role;
use galley_domain::networks::NetworkId;
use galley_domain::posts::RevisionReason;
use galley_domain::text::{Change, DiffPiece, word_diff};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A revision of a version, with what it changed.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub(crate) struct PastRevisionView {
    pub id: RevisionId,
    /// From 1.
    pub number: u32,
    pub reason: RevisionReason,
    /// Name of who wrote it.
    pub author: String,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub at: Timestamp,
    /// It followed the global text.
    pub attached: bool,
    /// It is what the version says now.
    pub current: bool,
    /// From the revision before it; the whole text as added for the first that is kept.
    pub changes: Vec<DiffPiece>,
    /// Link, first comment or pictures changed too.
    pub beside: bool,
    /// What was decided on exactly this revision, oldest first.
    pub decisions: Vec<DecisionView>,
}

/// Shows the revisions of a version, newest first; also those that were undone.
pub(super) struct VersionHistory;

impl Op for VersionHistory {
    const NAME: &'static str = "version.history";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Posts];
    type In = VersionIn;
    type Out = Vec<PastRevisionView>;

    async fn run(&self, cx: Cx<'_>, input: VersionIn) -> Result<Vec<PastRevisionView>> {
        let (version, _) = load(cx, input.version)?;
        let team = Team::load(cx)?;
        let past = cx.ports.store.revisions(input.version)?;
        let mut views: Vec<_> = past
            .iter()
            .map(|one| past_revision(one, &past, &version, &team))
            .collect();
        views.reverse();
        Ok(views)
    }
}

/// What happened to a post at one moment.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub(crate) struct PostEvent {
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub at: Timestamp,
    /// Name of who did it.
    pub member: String,
    pub candidate: CandidateId,
    /// The candidate's number, from 1.
    pub ordinal: u32,
    /// `None`: the candidate's global text.
    pub version: Option<VersionId>,
    pub network: Option<NetworkId>,
    pub what: PostEventKind,
}

/// What happened.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub(crate) enum PostEventKind {
    /// The text became another one.
    Revised {
        reason: RevisionReason,
        number: u32,
        /// Words that were added and removed.
        added: u32,
        removed: u32,
    },
    /// Approval was asked for.
    Requested,
    Decided {
        decision: DecisionView,
    },
}

/// Tells what happened to a post, newest first. Changes that flowed from the global text are told once.
pub(super) struct PostHistory;

impl Op for PostHistory {
    const NAME: &'static str = "post.history";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Posts, Tag::Review];
    type In = PostIn;
    type Out = Vec<PostEvent>;

    async fn run(&self, cx: Cx<'_>, input: PostIn) -> Result<Vec<PostEvent>> {
        let post = cx.ports.store.post(input.post)?;
        let team = Team::load(cx)?;
        let mut events = Vec::new();
        for candidate in &post.candidates {
            let global = cx.ports.store.global_revisions(candidate.id)?;
            events.extend(revised(candidate, None, &global, &team));
            for version in &candidate.versions {
                let past = cx.ports.store.revisions(version.id)?;
                let own = revised(candidate, Some(version), &past, &team);
                // Drafted and flowed texts are told with the global one.
                events.extend(own.into_iter().filter(|event| {
                    !matches!(
                        event.what,
                        PostEventKind::Revised {
                            reason: RevisionReason::Draft | RevisionReason::Global,
                            ..
                        }
                    )
                }));
                events.extend(version.decisions.iter().map(|decision| PostEvent {
                    at: decision.at,
                    member: team.name(decision.member),
                    what: PostEventKind::Decided {
                        decision: DecisionView::of(decision, &team),
                    },
                    ..event(candidate, Some(version))
                }));
            }
            let ids: Vec<_> = candidate
                .versions
                .iter()
                .map(|version| version.id)
                .collect();
            for request in cx.ports.store.requests(&ids)? {
                let of = candidate
                    .versions
                    .iter()
                    .find(|it| it.id == request.version);
                events.push(PostEvent {
                    at: request.at,
                    member: team.name(request.member),
                    what: PostEventKind::Requested,
                    ..event(candidate, of)
                });
            }
        }
        events.sort_by_key(|event| std::cmp::Reverse(event.at));
        Ok(events)
    }
}

fn past_revision(
    one: &PastRevision,
    all: &[PastRevision],
    version: &StoredVersion,
    team: &Team,
) -> PastRevisionView {
    let revision = &one.revision;
    let before = parent(one, all).map(|before| &before.revision.content);
    let text = before.map_or("", |before| before.text.as_str());
    let beside = before.is_some_and(|before| {
        before.link != revision.content.link
            || before.first_comment != revision.content.first_comment
            || before.media != revision.content.media
    });
    let decisions = version.decisions.iter();
    let decisions = decisions.filter(|decision| decision.revision == revision.id);
    PastRevisionView {
        id: revision.id,
        number: revision.number,
        reason: revision.reason,
        author: team.name(revision.author),
        at: revision.at,
        attached: one.attached,
        current: revision.id == version.head.id,
        changes: word_diff(text, &revision.content.text),
        beside,
        decisions: decisions
            .map(|decision| DecisionView::of(decision, team))
            .collect(),
    }
}

fn revised(
    candidate: &StoredCandidate,
    version: Option<&StoredVersion>,
    past: &[PastRevision],
    team: &Team,
) -> Vec<PostEvent> {
    past.iter()
        .map(|one| {
            let revision = &one.revision;
            let before = parent(one, past);
            let text = before.map_or("", |before| before.revision.content.text.as_str());
            let changes = word_diff(text, &revision.content.text);
            PostEvent {
                at: revision.at,
                member: team.name(revision.author),
                what: PostEventKind::Revised {
                    reason: revision.reason,
                    number: revision.number,
                    added: words_in(&changes, Change::Added),
                    removed: words_in(&changes, Change::Removed),
                },
                ..event(candidate, version)
            }
        })
        .collect()
}

fn event(candidate: &StoredCandidate, version: Option<&StoredVersion>) -> PostEvent {
    PostEvent {
        at: Timestamp::UNIX_EPOCH,
        member: String::new(),
        candidate: candidate.id,
        ordinal: candidate.ordinal,
        version: version.map(|version| version.id),
        network: version.map(|version| version.channel.network),
        what: PostEventKind::Requested,
    }
}

fn parent<'a>(one: &PastRevision, all: &'a [PastRevision]) -> Option<&'a PastRevision> {
    let parent = one.parent?;
    all.iter().find(|other| other.revision.id == parent)
}

fn words_in(pieces: &[DiffPiece], change: Change) -> u32 {
    let of_kind = pieces.iter().filter(|piece| piece.change == change);
    let words = of_kind.map(|piece| piece.text.split_whitespace().count());
    u32::try_from(words.sum::<usize>()).unwrap_or(u32::MAX)
}
