//! Editing one version: its own words, fixes, undo and redo, and putting back what it said before.

use super::change::{Change, PictureIn};
use super::views::VersionView;
use super::{after_edit, global, load, version_view};
use crate::error::{Code, Error, Result};
use crate::guards::Checks;
use crate::op::{Cx, Op, Tag};
use crate::ports::{NewRevision, StoredVersion};
use crate::review::Team;
use galley_domain::guards::{self, Fix};
use galley_domain::ids::{RevisionId, VersionId};
use galley_domain::members::Role;
use galley_domain::posts::{Content, RevisionReason};
use serde::{Deserialize, Serialize};

/// What an edit of a version makes stale.
pub(super) const STALE: &[Tag] = &[Tag::Posts, Tag::Review, Tag::Workspace];

/// An edit of a version. What is left out stays as it is.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub(crate) struct EditVersionIn {
    pub version: VersionId,
    /// The revision that was edited.
    pub base: RevisionId,
    #[serde(default)]
    pub text: Option<String>,
    /// A web address; empty for none.
    #[serde(default)]
    pub link: Option<String>,
    /// Empty for none.
    #[serde(default)]
    pub first_comment: Option<String>,
    /// All pictures in their order.
    #[serde(default)]
    pub media: Option<Vec<PictureIn>>,
}

/// Saves an edit: the version has words of its own from then on. An approval that stood becomes void.
pub(super) struct EditVersion;

impl Op for EditVersion {
    const NAME: &'static str = "version.edit";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = EditVersionIn;
    type Out = VersionView;

    async fn run(&self, cx: Cx<'_>, input: EditVersionIn) -> Result<VersionView> {
        let (version, _) = load(cx, input.version)?;
        let change = Change {
            text: input.text,
            link: input.link,
            first_comment: input.first_comment,
            media: input.media,
        };
        let network = version.channel.network;
        let content = change.of(&version.head.content, Some(network), cx.ports)?;
        if content != version.head.content {
            let own = Own::edit(input.base, content);
            revise(cx, Self::NAME, &version, own)?;
        }
        show(cx, input.version)
    }
}

/// A fix as it was shown.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub(crate) struct FixVersionIn {
    pub version: VersionId,
    /// The revision in which the finding was shown.
    pub revision: RevisionId,
    /// Index into the version's findings.
    pub finding: u32,
    /// Index into the finding's fixes.
    pub fix: u32,
}

/// Applies one fix of one finding, as one step of undo.
pub(super) struct FixVersion;

impl Op for FixVersion {
    const NAME: &'static str = "version.fix";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = FixVersionIn;
    type Out = VersionView;

    async fn run(&self, cx: Cx<'_>, input: FixVersionIn) -> Result<VersionView> {
        let (version, facts) = load(cx, input.version)?;
        let findings = Checks::load(cx.ports)?.check(&version, &facts).findings;
        let former = &version.head;
        let fix = findings
            .get(input.finding as usize)
            .and_then(|finding| finding.fixes.get(input.fix as usize))
            .filter(|_| former.id == input.revision);
        let text = fix
            .and_then(|fix| guards::apply(&former.content.text, fix))
            .ok_or_else(fix_gone)?;
        let content = Content {
            text,
            ..former.content.clone()
        };
        let own = Own {
            reason: RevisionReason::Fix,
            ..Own::edit(input.revision, content)
        };
        revise(cx, Self::NAME, &version, own)?;
        show(cx, input.version)
    }
}

/// Names a version.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub(crate) struct VersionIn {
    pub version: VersionId,
}

/// What fixing everything came to.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub(crate) struct FixedAllView {
    pub version: VersionView,
    /// The fixes in the order in which they were applied.
    pub applied: Vec<Fix>,
    /// Findings that are left.
    pub left: u32,
}

/// Applies fixes until none is left that helps, as one step of undo.
pub(super) struct FixAllVersion;

impl Op for FixAllVersion {
    const NAME: &'static str = "version.fix_all";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
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
            let own = Own {
                reason: RevisionReason::Fix,
                ..Own::edit(version.head.id, content)
            };
            revise(cx, Self::NAME, &version, own)?;
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

/// Takes back the last change of a version; one that came with the global content is taken back wherever
/// it went.
pub(super) struct UndoVersion;

impl Op for UndoVersion {
    const NAME: &'static str = "version.undo";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = VersionIn;
    type Out = VersionView;

    async fn run(&self, cx: Cx<'_>, input: VersionIn) -> Result<VersionView> {
        let (version, _) = load(cx, input.version)?;
        if !version.can_undo {
            return Err(Error::new(Code::NothingToUndo, "there is nothing to undo"));
        }
        if version.undoes_global {
            global::undo(cx, Self::NAME, version.candidate)?;
        } else {
            let (act, state) = (cx.act(Self::NAME), after_edit(cx, &version)?);
            cx.ports.store.undo(&act, input.version, state)?;
        }
        show(cx, input.version)
    }
}

/// Puts back the change that was last taken back.
pub(super) struct RedoVersion;

impl Op for RedoVersion {
    const NAME: &'static str = "version.redo";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = VersionIn;
    type Out = VersionView;

    async fn run(&self, cx: Cx<'_>, input: VersionIn) -> Result<VersionView> {
        let (version, _) = load(cx, input.version)?;
        if !version.can_redo {
            return Err(Error::new(Code::NothingToUndo, "there is nothing to redo"));
        }
        if version.redoes_global {
            global::redo(cx, Self::NAME, version.candidate)?;
        } else {
            let (act, state) = (cx.act(Self::NAME), after_edit(cx, &version)?);
            cx.ports.store.redo(&act, input.version, state)?;
        }
        show(cx, input.version)
    }
}

/// A revision to put back.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub(crate) struct RestoreVersionIn {
    pub version: VersionId,
    pub revision: RevisionId,
}

/// Makes a former revision's content the newest, as one step of undo. Nothing of the history is lost.
pub(super) struct RestoreVersion;

impl Op for RestoreVersion {
    const NAME: &'static str = "version.restore";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = RestoreVersionIn;
    type Out = VersionView;

    async fn run(&self, cx: Cx<'_>, input: RestoreVersionIn) -> Result<VersionView> {
        let (version, _) = load(cx, input.version)?;
        let revisions = cx.ports.store.revisions(input.version)?;
        let former = revisions
            .into_iter()
            .find(|past| past.revision.id == input.revision)
            .ok_or_else(|| {
                let id = input.revision;
                Error::new(Code::NotFound, format!("revision {id} is not there"))
                    .with("what", "revision")
                    .with("id", id)
            })?;
        let content = former.revision.content;
        if content != version.head.content {
            let own = Own {
                reason: RevisionReason::Restore,
                ..Own::edit(version.head.id, content)
            };
            revise(cx, Self::NAME, &version, own)?;
        }
        show(cx, input.version)
    }
}

/// What a version is to say.
pub(super) struct Own {
    pub(super) base: RevisionId,
    pub(super) content: Content,
    pub(super) reason: RevisionReason,
    /// The revision of the global content that it follows.
    pub(super) global: Option<RevisionId>,
}

impl Own {
    /// Words of its own.
    fn edit(base: RevisionId, content: Content) -> Self {
        Self {
            base,
            content,
            reason: RevisionReason::Edit,
            global: None,
        }
    }
}

/// Stores a revision.
pub(super) fn revise(
    cx: Cx<'_>,
    operation: &'static str,
    version: &StoredVersion,
    own: Own,
) -> Result<()> {
    let state = after_edit(cx, version)?;
    let revision = NewRevision {
        id: cx.id(),
        version: version.id,
        base: own.base,
        content: own.content,
        reason: own.reason,
        global: own.global,
        state,
    };
    Ok(cx.ports.store.revise(&cx.act(operation), &revision)?)
}

/// The version as it is now.
pub(super) fn show(cx: Cx<'_>, id: VersionId) -> Result<VersionView> {
    let (version, facts) = load(cx, id)?;
    let checks = Checks::load(cx.ports)?;
    Ok(version_view(version, &facts, &checks, &Team::load(cx)?))
}

/// The finding or its fix is not what was shown.
pub(super) fn fix_gone() -> Error {
    Error::new(
        Code::FixGone,
        "the text changed since this fix was shown: look at it again",
    )
}
