//! Posts: candidates, their versions, and the editing of them.

use crate::error::{Code, Error, Result};
use crate::guards::Checks;
use crate::op::{AnyOp, Cx, Op, Tag};
use crate::ports::{NewRevision, StoredVersion};
use galley_domain::guards;
use galley_domain::ids::{CandidateId, PostId, RevisionId, VersionId};
use galley_domain::knowledge::Fact;
use galley_domain::members::Role;
use galley_domain::posts::{Content, RevisionReason};
use galley_domain::review::{self, Refusal, Standing, Transition, VersionState};
use serde::{Deserialize, Serialize};

mod views;

pub use views::{
    CandidateView, DecisionView, PostSummary, PostView, RevisionView, SkillView, VersionView,
};
pub(crate) use views::{post_state, version_view, view};

/// The operations on posts.
pub const OPS: &[&dyn AnyOp] = &[
    &ListPosts,
    &GetPost,
    &ChooseCandidate,
    &EditVersion,
    &FixVersion,
    &FixAllVersion,
    &UndoVersion,
    &RedoVersion,
];

/// Which posts to list.
#[derive(Debug, Clone, Default, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ListPostsIn {
    /// Looked for in brief and texts, ignoring case.
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default)]
    pub state: Option<VersionState>,
}

/// Lists posts, newest first.
struct ListPosts;

impl Op for ListPosts {
    const NAME: &'static str = "post.list";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Posts];
    type In = ListPostsIn;
    type Out = Vec<PostSummary>;

    async fn run(&self, cx: Cx<'_>, input: ListPostsIn) -> Result<Vec<PostSummary>> {
        let text = input
            .text
            .as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty());
        let checks = Checks::load(cx.ports)?;
        let rows = cx.ports.store.posts(text)?;
        let wanted = |row: &PostSummary| input.state.is_none_or(|state| row.state == state);
        Ok(rows
            .into_iter()
            .map(|row| views::summary(row, &checks))
            .filter(wanted)
            .collect())
    }
}

/// Names a post.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct PostIn {
    pub post: PostId,
}

/// Shows a post with its candidates, each version checked as it is now.
struct GetPost;

impl Op for GetPost {
    const NAME: &'static str = "post.get";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Posts];
    type In = PostIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: PostIn) -> Result<PostView> {
        let post = cx.ports.store.post(input.post)?;
        let checks = Checks::load(cx.ports)?;
        let members = cx.ports.store.members()?;
        Ok(view(post, &checks, &members))
    }
}

/// Names a candidate.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct CandidateIn {
    pub candidate: CandidateId,
}

/// Makes a candidate the post's choice.
struct ChooseCandidate;

impl Op for ChooseCandidate {
    const NAME: &'static str = "candidate.choose";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts];
    type In = CandidateIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: CandidateIn) -> Result<PostView> {
        cx.ports
            .store
            .choose(&cx.act(Self::NAME), input.candidate)?;
        let post = cx.ports.store.post_of_candidate(input.candidate)?;
        GetPost.run(cx, PostIn { post }).await
    }
}

/// A new text for a version.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct EditVersionIn {
    pub version: VersionId,
    /// The revision that was edited.
    pub base: RevisionId,
    pub text: String,
}

/// Saves an edit. An approval that stood becomes void.
struct EditVersion;

impl Op for EditVersion {
    const NAME: &'static str = "version.edit";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];
    type In = EditVersionIn;
    type Out = VersionView;

    async fn run(&self, cx: Cx<'_>, input: EditVersionIn) -> Result<VersionView> {
        let (version, _) = load(cx, input.version)?;
        if version.head.content.text != input.text {
            let content = Content {
                text: input.text,
                ..version.head.content.clone()
            };
            revise(
                cx,
                Self::NAME,
                &version,
                input.base,
                content,
                RevisionReason::Edit,
            )?;
        }
        show(cx, input.version)
    }
}

/// A fix as it was shown.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct FixVersionIn {
    pub version: VersionId,
    /// The revision in which the finding was shown.
    pub revision: RevisionId,
    /// Index into the version's findings.
    pub finding: u32,
    /// Index into the finding's fixes.
    pub fix: u32,
}

/// Applies one fix of one finding, as one step of undo.
struct FixVersion;

impl Op for FixVersion {
    const NAME: &'static str = "version.fix";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];
    type In = FixVersionIn;
    type Out = VersionView;

    async fn run(&self, cx: Cx<'_>, input: FixVersionIn) -> Result<VersionView> {
        let (version, facts) = load(cx, input.version)?;
        let checked = Checks::load(cx.ports)?.check(&version, &facts);
        let gone = || {
            Error::new(
                Code::FixGone,
                "the text changed since this fix was shown: look at it again",
            )
        };
        let fix = checked
            .findings
            .get(input.finding as usize)
            .and_then(|finding| finding.fixes.get(input.fix as usize))
            .filter(|_| version.head.id == input.revision)
            .ok_or_else(gone)?;
        let text = guards::apply(&version.head.content.text, fix).ok_or_else(gone)?;
        let content = Content {
            text,
            ..version.head.content.clone()
        };
        revise(
            cx,
            Self::NAME,
            &version,
            input.revision,
            content,
            RevisionReason::Fix,
        )?;
        show(cx, input.version)
    }
}

/// Names a version.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct VersionIn {
    pub version: VersionId,
}

/// What fixing everything came to.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct FixedAllView {
    pub version: VersionView,
    /// Fixes that were applied.
    pub applied: u32,
    /// Findings that are left.
    pub left: u32,
}

/// Applies fixes until none is left that helps, as one step of undo.
struct FixAllVersion;

impl Op for FixAllVersion {
    const NAME: &'static str = "version.fix_all";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];
    type In = VersionIn;
    type Out = FixedAllView;

    async fn run(&self, cx: Cx<'_>, input: VersionIn) -> Result<FixedAllView> {
        let (version, facts) = load(cx, input.version)?;
        let fixed = Checks::load(cx.ports)?.fix_all(&version, &facts);
        if fixed.text != version.head.content.text {
            let content = Content {
                text: fixed.text,
                ..version.head.content.clone()
            };
            let base = version.head.id;
            revise(cx, Self::NAME, &version, base, content, RevisionReason::Fix)?;
        }
        let version = show(cx, input.version)?;
        let left = u32::try_from(version.findings.len()).unwrap_or(u32::MAX);
        Ok(FixedAllView {
            version,
            applied: fixed.applied,
            left,
        })
    }
}

/// Takes back the last change of a version.
struct UndoVersion;

impl Op for UndoVersion {
    const NAME: &'static str = "version.undo";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];
    type In = VersionIn;
    type Out = VersionView;

    async fn run(&self, cx: Cx<'_>, input: VersionIn) -> Result<VersionView> {
        let (version, _) = load(cx, input.version)?;
        if !version.can_undo {
            return Err(Error::new(Code::NothingToUndo, "there is nothing to undo"));
        }
        let state = after_edit(cx, &version)?;
        cx.ports
            .store
            .undo(&cx.act(Self::NAME), input.version, state)?;
        show(cx, input.version)
    }
}

/// Puts back the change that was last taken back.
struct RedoVersion;

impl Op for RedoVersion {
    const NAME: &'static str = "version.redo";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];
    type In = VersionIn;
    type Out = VersionView;

    async fn run(&self, cx: Cx<'_>, input: VersionIn) -> Result<VersionView> {
        let (version, _) = load(cx, input.version)?;
        if !version.can_redo {
            return Err(Error::new(Code::NothingToUndo, "there is nothing to redo"));
        }
        let state = after_edit(cx, &version)?;
        cx.ports
            .store
            .redo(&cx.act(Self::NAME), input.version, state)?;
        show(cx, input.version)
    }
}

/// The stored version with the facts of its candidate.
pub(crate) fn load(cx: Cx<'_>, id: VersionId) -> Result<(StoredVersion, Vec<Fact>)> {
    let post = cx.ports.store.post_of_version(id)?;
    let post = cx.ports.store.post(post)?;
    post.candidates
        .into_iter()
        .find_map(|candidate| {
            let facts = candidate.facts;
            let version = candidate
                .versions
                .into_iter()
                .find(|version| version.id == id)?;
            Some((version, facts))
        })
        .ok_or_else(|| {
            Error::new(Code::NotFound, format!("version {id} is not there"))
                .with("what", "version")
                .with("id", id)
        })
}

fn revise(
    cx: Cx<'_>,
    operation: &'static str,
    version: &StoredVersion,
    base: RevisionId,
    content: Content,
    reason: RevisionReason,
) -> Result<()> {
    let state = after_edit(cx, version)?;
    let id = cx.id();
    let revision = NewRevision {
        id,
        version: version.id,
        base,
        content,
        reason,
        state,
    };
    Ok(cx.ports.store.revise(&cx.act(operation), &revision)?)
}

fn after_edit(cx: Cx<'_>, version: &StoredVersion) -> Result<VersionState> {
    let standing = Standing {
        role: cx.member.role,
        own_work: true,
        alone: true,
        blocked: false,
    };
    review::step(version.state, Transition::Edit, standing).map_err(refused)
}

fn show(cx: Cx<'_>, id: VersionId) -> Result<VersionView> {
    let (version, facts) = load(cx, id)?;
    let checks = Checks::load(cx.ports)?;
    Ok(version_view(
        version,
        &facts,
        &checks,
        &cx.ports.store.members()?,
    ))
}

/// A refusal of the review rule as an error with what to do.
pub(crate) fn refused(refusal: Refusal) -> Error {
    let (code, message) = match refusal {
        Refusal::Role => (Code::NotAllowed, "your role may not do this: ask an admin"),
        Refusal::OwnWork => (
            Code::OwnWork,
            "nobody approves their own work: ask another reviewer",
        ),
        Refusal::Blocked => (
            Code::BlockedByGuard,
            "a finding blocks the version: mend it and ask again",
        ),
        Refusal::State => (
            Code::WrongState,
            "the version is not in a state from which this can be done",
        ),
    };
    Error::new(code, message)
}
