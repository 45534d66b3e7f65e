//! Putting a version under the candidate's global content, and taking it from there.

use super::editing::{Own, STALE, VersionIn, revise, show};
use super::views::VersionView;
use super::{load, load_candidate};
use crate::error::Result;
use crate::op::{Cx, Op, Tag};
use galley_domain::members::Role;
use galley_domain::networks::rules;
use galley_domain::posts::{Payload, RevisionReason, adapted};
use galley_domain::text::{DiffPiece, word_diff};
use serde::{Deserialize, Serialize};

/// What a version would say under the global content, beside what it says now.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub(crate) struct AttachView {
    /// From its own text to the global one: what is removed would be lost.
    pub text: Vec<DiffPiece>,
    pub own: Payload,
    pub global: Payload,
}

/// Shows what attaching a version would change. Changes nothing.
pub(super) struct PreviewAttach;

impl Op for PreviewAttach {
    const NAME: &'static str = "version.preview_attach";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Posts];
    type In = VersionIn;
    type Out = AttachView;

    async fn run(&self, cx: Cx<'_>, input: VersionIn) -> Result<AttachView> {
        let (version, _) = load(cx, input.version)?;
        let network = version.channel.network;
        let global = load_candidate(cx, version.candidate)?.global.head;
        let global = adapted(&global.content, rules(network));
        Ok(AttachView {
            text: word_diff(&version.head.content.text, &global.text),
            own: Payload::of(network, &version.head.content),
            global: Payload::of(network, &global),
        })
    }
}

/// Puts a version under the global content: its own words give way, as one step of undo.
pub(super) struct AttachVersion;

impl Op for AttachVersion {
    const NAME: &'static str = "version.attach";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = VersionIn;
    type Out = VersionView;

    async fn run(&self, cx: Cx<'_>, input: VersionIn) -> Result<VersionView> {
        let (version, _) = load(cx, input.version)?;
        if !version.attached {
            let global = load_candidate(cx, version.candidate)?.global.head;
            let own = Own {
                base: version.head.id,
                content: adapted(&global.content, rules(version.channel.network)),
                reason: RevisionReason::Attach,
                global: Some(global.id),
            };
            revise(cx, Self::NAME, &version, own)?;
        }
        show(cx, input.version)
    }
}

/// Takes a version from under the global content: it keeps its words, and global edits pass it by.
pub(super) struct DetachVersion;

impl Op for DetachVersion {
    const NAME: &'static str = "version.detach";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = STALE;
    type In = VersionIn;
    type Out = VersionView;

    async fn run(&self, cx: Cx<'_>, input: VersionIn) -> Result<VersionView> {
        let (version, _) = load(cx, input.version)?;
        if version.attached {
            let own = Own {
                base: version.head.id,
                content: version.head.content.clone(),
                reason: RevisionReason::Detach,
                global: None,
            };
            revise(cx, Self::NAME, &version, own)?;
        }
        show(cx, input.version)
    }
}
