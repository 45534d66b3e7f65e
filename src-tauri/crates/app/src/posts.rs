//! Posts: candidates, their versions, and the editing of them.

use crate::error::{Code, Error, Result};
use crate::guards::Checks;
use crate::op::{AnyOp, Cx, Op, Tag};
use crate::ports::{StoredCandidate, StoredVersion};
use crate::review::{Team, refused};
use galley_domain::ids::{CandidateId, PostId, VersionId};
use galley_domain::knowledge::Fact;
use galley_domain::members::Role;
use galley_domain::posts;
use galley_domain::review::{self, VersionState};
use galley_domain::text::fold;
use serde::Deserialize;

mod attaching;
mod change;
pub(crate) mod duplicate;
mod editing;
mod global;
mod history;
mod views;

pub(crate) use editing::VersionIn;
pub use views::{
    CandidateView, DecisionView, GlobalView, PostSummary, PostView, RevisionView, SkillView,
    ThreadView, VersionView,
};
pub(crate) use views::{post_state, version_view, view};

/// The operations on posts.
pub const OPS: &[&dyn AnyOp] = &[
    &ListPosts,
    &GetPost,
    &ChooseCandidate,
    &PinCandidate,
    &TagPost,
    &duplicate::DuplicatePost,
    &editing::EditVersion,
    &editing::FixVersion,
    &editing::FixAllVersion,
    &editing::UndoVersion,
    &editing::RedoVersion,
    &editing::RestoreVersion,
    &attaching::PreviewAttach,
    &attaching::AttachVersion,
    &attaching::DetachVersion,
    &global::EditGlobal,
    &global::FixGlobal,
    &global::FixAllGlobal,
    &global::UndoGlobal,
    &global::RedoGlobal,
    &history::VersionHistory,
    &history::PostHistory,
];

/// Which posts to list.
#[derive(Debug, Clone, Default, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ListPostsIn {
    /// Looked for in brief, texts and tags, ignoring case.
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default)]
    pub state: Option<VersionState>,
    /// One of the post's tags, ignoring case.
    #[serde(default)]
    pub tag: Option<String>,
}

/// Lists posts, newest first. Of posts that were drafted again from one another only the newest is
/// listed, and those of which something came.
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
        let tag = input.tag.as_deref().map(fold);
        let tagged = |tags: &[String], wanted: &str| tags.iter().any(|tag| fold(tag) == wanted);
        let mut listed = Vec::new();
        for row in rows {
            let redrafted = row.redrafted;
            if tag.as_deref().is_some_and(|tag| !tagged(&row.tags, tag)) {
                continue;
            }
            let row = views::summary(row, &checks);
            let wanted = input.state.is_none_or(|state| row.state == state);
            if wanted && !(redrafted && row.state == VersionState::Draft) {
                listed.push(row);
            }
        }
        Ok(listed)
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
        let thread = cx.ports.store.thread(input.post)?;
        Ok(view(post, thread, &checks, &Team::load(cx)?))
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

/// Which tags a post has.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct TagPostIn {
    pub post: PostId,
    /// All of them: at most 20, of at most 40 characters each.
    pub tags: Vec<String>,
}

/// Replaces a post's tags. Each is kept once, ignoring case.
struct TagPost;

impl Op for TagPost {
    const NAME: &'static str = "post.tag";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts];
    type In = TagPostIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: TagPostIn) -> Result<PostView> {
        let tags = posts::tags(&input.tags).map_err(|refused| {
            Error::new(Code::BadTag, refused.to_string())
                .with("tags", posts::MAX_TAGS)
                .with("chars", posts::MAX_TAG_CHARS)
        })?;
        cx.ports.store.tag(&cx.act(Self::NAME), input.post, &tags)?;
        GetPost.run(cx, PostIn { post: input.post }).await
    }
}

/// Whether a candidate is taken along.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct PinCandidateIn {
    pub candidate: CandidateId,
    pub pinned: bool,
}

/// Pins a candidate: drafting the post again takes it along.
struct PinCandidate;

impl Op for PinCandidate {
    const NAME: &'static str = "candidate.pin";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Posts];
    type In = PinCandidateIn;
    type Out = PostView;

    async fn run(&self, cx: Cx<'_>, input: PinCandidateIn) -> Result<PostView> {
        let act = cx.act(Self::NAME);
        cx.ports.store.pin(&act, input.candidate, input.pinned)?;
        let post = cx.ports.store.post_of_candidate(input.candidate)?;
        GetPost.run(cx, PostIn { post }).await
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

/// The stored candidate.
pub(crate) fn load_candidate(cx: Cx<'_>, id: CandidateId) -> Result<StoredCandidate> {
    let post = cx.ports.store.post_of_candidate(id)?;
    let post = cx.ports.store.post(post)?;
    let mut candidates = post.candidates.into_iter();
    candidates
        .find(|candidate| candidate.id == id)
        .ok_or_else(|| {
            Error::new(Code::NotFound, format!("candidate {id} is not there"))
                .with("what", "candidate")
                .with("id", id)
        })
}

/// The state that a version goes to when its content changes.
fn after_edit(cx: Cx<'_>, version: &StoredVersion) -> Result<VersionState> {
    review::after_edit(version.state, cx.member).map_err(refused)
}
