//! Comments on ranges of a version's text: threads that can be answered and resolved.

use super::team::Team;
use crate::error::{Code, Error, Result};
use crate::op::{Cx, Op, Tag};
use crate::ports::{NewComment, StoredComment};
use crate::posts::{CandidateIn, load};
use galley_domain::ids::{CommentId, MemberId, RevisionId, VersionId};
use galley_domain::members::Role;
use galley_domain::review::{CommentFault, comment_text};
use galley_domain::text::{Span, follow};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

const STALE: &[Tag] = &[Tag::Review];

/// A thread on a range of a version's text.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct CommentThread {
    /// Its first comment's id.
    pub id: CommentId,
    pub version: VersionId,
    /// Where its words are in the text as it is now; `None`: an edit removed them.
    pub span: Option<Span>,
    /// The words that it was written on.
    pub quote: String,
    pub resolved: Option<ResolvedView>,
    /// The first one begins the thread.
    pub comments: Vec<CommentView>,
}

/// Who settled a thread, and when.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct ResolvedView {
    pub by: String,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub at: Timestamp,
}

/// A comment.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct CommentView {
    pub id: CommentId,
    /// Name of who wrote it.
    pub by: String,
    /// The acting member wrote it, and may change it.
    pub own: bool,
    /// `None`: it was deleted, and answers hang on it.
    pub text: Option<String>,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub at: Timestamp,
    pub edited: bool,
}

/// Lists the threads on a candidate's versions, each where its words are now.
pub(super) struct ListComments;

impl Op for ListComments {
    const NAME: &'static str = "comment.list";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Review, Tag::Posts];
    type In = CandidateIn;
    type Out = Vec<CommentThread>;

    async fn run(&self, cx: Cx<'_>, input: CandidateIn) -> Result<Vec<CommentThread>> {
        let (_, candidate) = super::load(cx, input.candidate)?;
        let team = Team::load(cx)?;
        let mut threads: Vec<CommentThread> = Vec::new();
        for stored in cx.ports.store.comments(candidate.id)? {
            let version = super::find(&candidate, stored.version)?;
            if stored.thread.is_none() {
                let now = &version.head.content.text;
                threads.push(thread(&stored, now, &team));
            }
            let opening = stored.thread.unwrap_or(stored.id);
            let thread = threads.iter_mut().find(|thread| thread.id == opening);
            if let Some(thread) = thread {
                thread.comments.push(comment(stored, cx.member.id, &team));
            }
        }
        Ok(threads)
    }
}

/// A comment on a range.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct AddCommentIn {
    pub version: VersionId,
    /// The revision whose text was shown.
    pub revision: RevisionId,
    /// Bytes in that text.
    pub span: Span,
    pub text: String,
}

/// Begins a thread on a range of the text as it is.
pub(super) struct AddComment;

impl Op for AddComment {
    const NAME: &'static str = "comment.add";
    const ROLE: Role = Role::Reviewer;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = AddCommentIn;
    type Out = CommentIn;

    async fn run(&self, cx: Cx<'_>, input: AddCommentIn) -> Result<CommentIn> {
        let text = comment_text(&input.text).map_err(refused_text)?;
        let (version, _) = load(cx, input.version)?;
        let words = input.span.slice(&version.head.content.text);
        if version.head.id != input.revision {
            return Err(Error::new(
                Code::ContentChanged,
                "the text changed since you looked: mark the words again",
            )
            .with("version", version.id));
        }
        if words.is_none_or(|words| words.trim().is_empty()) {
            return Err(Error::new(
                Code::CommentRange,
                "mark at least one word of the text to comment on",
            ));
        }
        let id = cx.id();
        let comment = NewComment {
            id,
            version: version.id,
            thread: None,
            revision: version.head.id,
            span: input.span,
            text,
        };
        cx.ports.store.add_comment(&cx.act(Self::NAME), &comment)?;
        Ok(CommentIn { comment: id })
    }
}

/// An answer.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ReplyIn {
    /// The thread's id.
    pub thread: CommentId,
    pub text: String,
}

/// Answers in a thread. One that was resolved is open again.
pub(super) struct Reply;

impl Op for Reply {
    const NAME: &'static str = "comment.reply";
    const ROLE: Role = Role::Reviewer;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = ReplyIn;
    type Out = CommentIn;

    async fn run(&self, cx: Cx<'_>, input: ReplyIn) -> Result<CommentIn> {
        let text = comment_text(&input.text).map_err(refused_text)?;
        let opening = opening(cx, input.thread)?;
        let id = cx.id();
        let answer = NewComment {
            id,
            version: opening.version,
            thread: Some(opening.id),
            revision: opening.revision,
            span: opening.span,
            text,
        };
        let act = cx.act(Self::NAME);
        cx.ports.store.add_comment(&act, &answer)?;
        cx.ports.store.resolve_comment(&act, opening.id, false)?;
        Ok(CommentIn { comment: id })
    }
}

/// Other words for a comment.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct EditCommentIn {
    pub comment: CommentId,
    pub text: String,
}

/// Changes one's own comment.
pub(super) struct EditComment;

impl Op for EditComment {
    const NAME: &'static str = "comment.edit";
    const ROLE: Role = Role::Reviewer;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = EditCommentIn;
    type Out = CommentIn;

    async fn run(&self, cx: Cx<'_>, input: EditCommentIn) -> Result<CommentIn> {
        let text = comment_text(&input.text).map_err(refused_text)?;
        let own = own(cx, input.comment)?;
        let act = cx.act(Self::NAME);
        cx.ports.store.edit_comment(&act, own.id, &text)?;
        Ok(CommentIn { comment: own.id })
    }
}

/// Names a comment.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct CommentIn {
    pub comment: CommentId,
}

/// Deletes one's own comment. Its place stays for as long as answers hang on it.
pub(super) struct DeleteComment;

impl Op for DeleteComment {
    const NAME: &'static str = "comment.delete";
    const ROLE: Role = Role::Reviewer;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = CommentIn;
    type Out = CommentIn;

    async fn run(&self, cx: Cx<'_>, input: CommentIn) -> Result<CommentIn> {
        let own = own(cx, input.comment)?;
        let act = cx.act(Self::NAME);
        cx.ports.store.delete_comment(&act, own.id)?;
        Ok(input)
    }
}

/// Whether a thread is settled.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ResolveIn {
    pub thread: CommentId,
    pub resolved: bool,
}

/// Settles a thread, or opens it again.
pub(super) struct Resolve;

impl Op for Resolve {
    const NAME: &'static str = "comment.resolve";
    const ROLE: Role = Role::Reviewer;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = ResolveIn;
    type Out = CommentIn;

    async fn run(&self, cx: Cx<'_>, input: ResolveIn) -> Result<CommentIn> {
        let opening = opening(cx, input.thread)?;
        let act = cx.act(Self::NAME);
        cx.ports
            .store
            .resolve_comment(&act, opening.id, input.resolved)?;
        Ok(CommentIn {
            comment: opening.id,
        })
    }
}

/// Why words cannot be kept.
pub(super) fn refused_text(fault: CommentFault) -> Error {
    match fault {
        CommentFault::Empty => Error::new(Code::CommentRequired, "write something first"),
        CommentFault::TooLong { chars } => Error::new(Code::CommentTooLong, fault.to_string())
            .with("chars", chars)
            .with("limit", galley_domain::review::COMMENT_LIMIT),
    }
}

fn opening(cx: Cx<'_>, id: CommentId) -> Result<StoredComment> {
    let stored = cx.ports.store.comment(id)?;
    match stored.thread {
        Some(thread) => Ok(cx.ports.store.comment(thread)?),
        None => Ok(stored),
    }
}

fn own(cx: Cx<'_>, id: CommentId) -> Result<StoredComment> {
    let stored = cx.ports.store.comment(id)?;
    if stored.member == cx.member.id && stored.text.is_some() {
        Ok(stored)
    } else {
        Err(Error::new(
            Code::NotYourComment,
            "only who wrote a comment may change it: answer it instead",
        ))
    }
}

fn thread(stored: &StoredComment, now: &str, team: &Team) -> CommentThread {
    CommentThread {
        id: stored.id,
        version: stored.version,
        span: follow(&stored.on, now, stored.span),
        quote: stored.span.slice(&stored.on).unwrap_or_default().to_owned(),
        resolved: stored.resolved.map(|(by, at)| ResolvedView {
            by: team.name(by),
            at,
        }),
        comments: Vec::new(),
    }
}

fn comment(stored: StoredComment, me: MemberId, team: &Team) -> CommentView {
    CommentView {
        id: stored.id,
        by: team.name(stored.member),
        own: stored.member == me && stored.text.is_some(),
        text: stored.text,
        at: stored.at,
        edited: stored.edited.is_some(),
    }
}
