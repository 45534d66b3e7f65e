//! Past posts: what the brand published before, pasted or read from a folder.

use super::learn_voice;
use crate::error::{Code, Error, Result};
use crate::op::{Cx, Op, Tag};
use crate::ports::{ReadPosts, Split};
use galley_domain::brand::PastPost;
use galley_domain::ids::PastPostId;
use galley_domain::members::Role;
use galley_domain::networks::NetworkId;
use galley_domain::text::fold;
use serde::{Deserialize, Serialize};

/// Bytes of pasted posts: twenty thousand posts of a few hundred letters.
const PASTED_BYTES: usize = 8 * 1024 * 1024;
/// Posts that a preview shows, and a page of the list at the most.
const SHOWN: usize = 50;
const PAGE: u32 = 200;

/// Which past posts to show.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ListIn {
    /// Only those with this text in them, whatever the case.
    #[serde(default)]
    pub text: String,
    /// How many to leave out at the start.
    #[serde(default)]
    pub offset: u32,
    /// At most 200; 50 if left out.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// A page of past posts.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct PastPostsView {
    /// How many there are in all with that text.
    pub total: u32,
    pub posts: Vec<PastPostView>,
}

/// A past post in a list.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct PastPostView {
    pub id: PastPostId,
    /// `YYYY-MM-DD`.
    pub date: Option<String>,
    pub network: Option<NetworkId>,
    pub text: String,
    /// A member marked it as one to follow.
    pub pinned: bool,
    /// A member marked it as one to avoid: nothing is learned from it.
    pub avoided: bool,
}

/// Lists past posts, the newest first; those without a date come last.
pub(super) struct ListPastPosts;

impl Op for ListPastPosts {
    const NAME: &'static str = "past-posts.list";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Brand];
    type In = ListIn;
    type Out = PastPostsView;

    async fn run(&self, cx: Cx<'_>, input: ListIn) -> Result<PastPostsView> {
        let wanted = fold(input.text.trim());
        let mut posts = cx.ports.store.past_posts()?;
        posts.retain(|post| wanted.is_empty() || fold(&post.text).contains(&wanted));
        posts.sort_by(|a, b| b.date.cmp(&a.date));
        let edits = cx
            .ports
            .store
            .voice()?
            .map(|voice| voice.edits)
            .unwrap_or_default();
        let limit = input.limit.unwrap_or(50).clamp(1, PAGE) as usize;
        let total = count(posts.len());
        let posts = posts
            .into_iter()
            .skip(input.offset as usize)
            .take(limit)
            .map(|post| PastPostView {
                pinned: edits.pinned.contains(&post.id),
                avoided: edits.avoided.contains(&post.id),
                id: post.id,
                date: post.date,
                network: post.network,
                text: post.text,
            })
            .collect();
        Ok(PastPostsView { total, posts })
    }
}

/// Pasted posts.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct PasteIn {
    /// A table with a column of texts, or texts one after the other.
    pub text: String,
    /// Where one post ends and the next begins; found in the text if left out.
    #[serde(default)]
    pub split: Split,
}

/// What pasted text holds.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct PreviewView {
    /// Where posts were parted.
    pub split: Split,
    pub total: u32,
    /// How many of them are among the past posts already, or twice in the text.
    pub known: u32,
    /// The first fifty.
    pub posts: Vec<PreviewedPost>,
    /// Rows of a table that could not be read, by their number.
    pub broken_rows: Vec<u32>,
}

/// A post that would be added.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct PreviewedPost {
    pub date: Option<String>,
    pub network: Option<NetworkId>,
    pub text: String,
}

/// Shows which posts a pasted text holds. Nothing is stored.
pub(super) struct PreviewPastPosts;

impl Op for PreviewPastPosts {
    const NAME: &'static str = "past-posts.preview";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Brand];
    type In = PasteIn;
    type Out = PreviewView;

    async fn run(&self, cx: Cx<'_>, input: PasteIn) -> Result<PreviewView> {
        let read = read(cx, &input)?;
        let mut seen: std::collections::BTreeSet<_> =
            cx.ports.store.past_posts()?.iter().map(key).collect();
        let known = read.posts.iter().filter(|post| !seen.insert(key(post)));
        Ok(PreviewView {
            split: read.split,
            total: count(read.posts.len()),
            known: count(known.count()),
            posts: read
                .posts
                .into_iter()
                .take(SHOWN)
                .map(|post| PreviewedPost {
                    date: post.date,
                    network: post.network,
                    text: post.text,
                })
                .collect(),
            broken_rows: read.broken_rows,
        })
    }
}

/// What adding came to.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct AddedView {
    /// How many were new.
    pub added: u32,
    /// How many past posts there are now.
    pub total: u32,
}

/// Adds the posts of a pasted text and learns the voice again.
pub(super) struct AddPastPosts;

impl Op for AddPastPosts {
    const NAME: &'static str = "past-posts.add";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Brand, Tag::Posts, Tag::Workspace];
    type In = PasteIn;
    type Out = AddedView;

    async fn run(&self, cx: Cx<'_>, input: PasteIn) -> Result<AddedView> {
        let mut read = read(cx, &input)?;
        for post in &mut read.posts {
            post.id = cx.id();
        }
        let act = cx.act(Self::NAME);
        let store = &cx.ports.store;
        let added = store.add_past_posts(&act, &read.posts)?;
        learn_voice(cx, &act)?;
        Ok(AddedView {
            added,
            total: store.counts()?.past_posts,
        })
    }
}

/// Past posts to take out.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct RemoveIn {
    pub posts: Vec<PastPostId>,
}

/// Takes past posts out and learns the voice again from those that are left.
pub(super) struct RemovePastPosts;

impl Op for RemovePastPosts {
    const NAME: &'static str = "past-posts.remove";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Brand, Tag::Posts, Tag::Workspace];
    type In = RemoveIn;
    /// How many there are now.
    type Out = u32;

    async fn run(&self, cx: Cx<'_>, input: RemoveIn) -> Result<u32> {
        let act = cx.act(Self::NAME);
        let store = &cx.ports.store;
        store.remove_past_posts(&act, &input.posts)?;
        learn_voice(cx, &act)?;
        Ok(store.counts()?.past_posts)
    }
}

fn read(cx: Cx<'_>, input: &PasteIn) -> Result<ReadPosts> {
    let refuse = |detail: &str| {
        Error::new(Code::BadInput, format!("the pasted text: {detail}"))
            .with("operation", "past-posts")
            .with("detail", detail)
    };
    if input.text.len() > PASTED_BYTES {
        return Err(refuse(
            "it is larger than 8 MB; import it as a file instead",
        ));
    }
    let read = cx.ports.folders.posts(&input.text, input.split, cx.now);
    if read.posts.is_empty() {
        return Err(refuse("there is no post in it"));
    }
    Ok(read)
}

/// What makes two posts the same.
fn key(post: &PastPost) -> (Option<String>, Option<NetworkId>, String) {
    (post.date.clone(), post.network, post.text.clone())
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
