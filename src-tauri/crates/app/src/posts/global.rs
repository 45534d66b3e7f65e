//! Editing a candidate's global content: what changes flows to every attached version, as one step of undo.

use super::change::{Change, PictureIn};
use super::editing::{STALE, fix_gone};
use super::views::{CandidateView, candidate_view};
use super::{CandidateIn, after_edit, load_candidate};
use crate::error::{Code, Error, Result};
use crate::guards::Checks;
use crate::op::{Cx, Op, Tag};
use crate::ports::{NewGlobal, NewRevision, StoredCandidate};
use crate::review::Team;
use galley_domain::guards::{self, Fix};
use galley_domain::ids::{CandidateId, RevisionId, VersionId};
use galley_domain::members::Role;
use galley_domain::networks::rules;
use galley_domain::posts::{Content, RevisionReason, flow};
use galley_domain::review::VersionState;
use serde::{Deserialize, Serialize};

/// An edit of a candidate's global content. What is left out stays as it is.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub(crate) struct EditGlobalIn {
    pub candidate: CandidateId,
    /// The global revision that was edited.
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

/// Saves an edit of the global content. An approval of a version that it changes becomes void.
pub(super) struct EditGlobal;

impl Op for EditGlobal {
    const NAME: &'static str = "global.edit";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = EditGlobalIn;
    type Out = CandidateView;

    async fn run(&self, cx: Cx<'_>, input: EditGlobalIn) -> Result<CandidateView> {
        let candidate = load_candidate(cx, input.candidate)?;
        let change = Change {
            text: input.text,
            link: input.link,
            first_comment: input.first_comment,
            media: input.media,
        };
        let content = change.of(&candidate.global.head.content, None, cx.ports)?;
        let reason = RevisionReason::Edit;
        revise(cx, Self::NAME, &candidate, input.base, content, reason)?;
        show(cx, input.candidate)
    }
}

/// A fix of the global text as it was shown.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub(crate) struct FixGlobalIn {
    pub candidate: CandidateId,
    /// The global revision in which the finding was shown.
    pub revision: RevisionId,
    /// Index into the global content's findings.
    pub finding: u32,
    /// Index into the finding's fixes.
    pub fix: u32,
}

/// Applies one fix of one finding to the global text.
pub(super) struct FixGlobal;

impl Op for FixGlobal {
    const NAME: &'static str = "global.fix";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = FixGlobalIn;
    type Out = CandidateView;

    async fn run(&self, cx: Cx<'_>, input: FixGlobalIn) -> Result<CandidateView> {
        let candidate = load_candidate(cx, input.candidate)?;
        let findings = Checks::load(cx.ports)?.check_global(&candidate).findings;
        let former = &candidate.global.head;
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
        let reason = RevisionReason::Fix;
        revise(cx, Self::NAME, &candidate, input.revision, content, reason)?;
        show(cx, input.candidate)
    }
}

/// What fixing everything in the global text came to.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub(crate) struct FixedGlobalView {
    pub candidate: CandidateView,
    /// The fixes in the order in which they were applied.
    pub applied: Vec<Fix>,
    /// Findings that are left in the global text.
    pub left: u32,
}

/// Applies fixes to the global text until none is left that helps, as one step of undo.
pub(super) struct FixAllGlobal;

impl Op for FixAllGlobal {
    const NAME: &'static str = "global.fix_all";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = CandidateIn;
    type Out = FixedGlobalView;

    async fn run(&self, cx: Cx<'_>, input: CandidateIn) -> Result<FixedGlobalView> {
        let candidate = load_candidate(cx, input.candidate)?;
        let fixed = Checks::load(cx.ports)?.fix_global(&candidate);
        let former = &candidate.global.head;
        let content = Content {
            text: fixed.text,
            ..former.content.clone()
        };
        let reason = RevisionReason::Fix;
        revise(cx, Self::NAME, &candidate, former.id, content, reason)?;
        let candidate = show(cx, input.candidate)?;
        let left = u32::try_from(candidate.global.findings.len()).unwrap_or(u32::MAX);
        Ok(FixedGlobalView {
            candidate,
            applied: fixed.applied,
            left,
        })
    }
}

/// Takes back the last change of the global content, and what it changed in the versions.
pub(super) struct UndoGlobal;

impl Op for UndoGlobal {
    const NAME: &'static str = "global.undo";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = CandidateIn;
    type Out = CandidateView;

    async fn run(&self, cx: Cx<'_>, input: CandidateIn) -> Result<CandidateView> {
        undo(cx, Self::NAME, input.candidate)?;
        show(cx, input.candidate)
    }
}

/// Puts back the change of the global content that was last taken back.
pub(super) struct RedoGlobal;

impl Op for RedoGlobal {
    const NAME: &'static str = "global.redo";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = CandidateIn;
    type Out = CandidateView;

    async fn run(&self, cx: Cx<'_>, input: CandidateIn) -> Result<CandidateView> {
        redo(cx, Self::NAME, input.candidate)?;
        show(cx, input.candidate)
    }
}

/// See [`UndoGlobal`].
pub(super) fn undo(cx: Cx<'_>, operation: &'static str, id: CandidateId) -> Result<()> {
    let candidate = load_candidate(cx, id)?;
    if !candidate.global.can_undo {
        return Err(Error::new(Code::NothingToUndo, "there is nothing to undo"));
    }
    let states = states(cx, &candidate)?;
    let act = cx.act(operation);
    Ok(cx.ports.store.undo_global(&act, id, &states)?)
}

/// See [`RedoGlobal`].
pub(super) fn redo(cx: Cx<'_>, operation: &'static str, id: CandidateId) -> Result<()> {
    let candidate = load_candidate(cx, id)?;
    if !candidate.global.can_redo {
        return Err(Error::new(Code::NothingToUndo, "there is nothing to redo"));
    }
    let states = states(cx, &candidate)?;
    let act = cx.act(operation);
    Ok(cx.ports.store.redo_global(&act, id, &states)?)
}

fn states(cx: Cx<'_>, candidate: &StoredCandidate) -> Result<Vec<(VersionId, VersionState)>> {
    let versions = candidate.versions.iter();
    versions
        .map(|version| Ok((version.id, after_edit(cx, version)?)))
        .collect()
}

fn revise(
    cx: Cx<'_>,
    operation: &'static str,
    candidate: &StoredCandidate,
    base: RevisionId,
    content: Content,
    reason: RevisionReason,
) -> Result<()> {
    let former = &candidate.global.head.content;
    if content == *former {
        return Ok(());
    }
    let attached = candidate.versions.iter().filter(|version| version.attached);
    let versions = attached.map(|version| {
        let rules = rules(version.channel.network);
        Ok(NewRevision {
            id: cx.id(),
            version: version.id,
            base: version.head.id,
            content: flow(former, &content, &version.head.content, rules),
            reason: RevisionReason::Global,
            global: None,
            state: after_edit(cx, version)?,
        })
    });
    let new = NewGlobal {
        id: cx.id(),
        candidate: candidate.id,
        base,
        versions: versions.collect::<Result<_>>()?,
        content,
        reason,
    };
    Ok(cx.ports.store.revise_global(&cx.act(operation), &new)?)
}

fn show(cx: Cx<'_>, id: CandidateId) -> Result<CandidateView> {
    let checks = Checks::load(cx.ports)?;
    let team = Team::load(cx)?;
    Ok(candidate_view(load_candidate(cx, id)?, &checks, &team))
}
