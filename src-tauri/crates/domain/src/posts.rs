//! Posts, candidates, versions and their revisions; the payload that is previewed and sent.

use crate::ids::{MediaId, RevisionId, VersionId};
use crate::networks::NetworkId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Steps of undo that are kept.
pub const UNDO_STEPS: usize = 100;

/// Typing that rests for less than this is one revision. Milliseconds.
pub const COALESCE_MS: i64 = 2_000;

/// Why a revision came to be.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum RevisionReason {
    /// As drafted.
    Draft,
    Edit,
    Fix,
    Restore,
}

/// One state of a version's text. Undo moves the version's pointer; no revision is ever changed, but
/// for the newest edit while its author is still typing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    pub id: RevisionId,
    pub version: VersionId,
    pub parent: Option<RevisionId>,
    pub content: Content,
    pub reason: RevisionReason,
    pub created: Timestamp,
}

/// What a version says: all that the content hash covers, but for the channel.
#[derive(
    Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Content {
    pub text: String,
    pub link: Option<String>,
    pub media: Vec<MediaUse>,
    pub first_comment: Option<String>,
}

/// A picture as a version uses it.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct MediaUse {
    pub media: MediaId,
    /// SHA-256 of the picture's bytes, lower-case hex.
    pub sha256: String,
    pub alt: String,
}

/// Exactly what would be sent to the network. Previews are drawn from it and adapters send it unchanged,
/// so that preview and post cannot differ.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Payload {
    pub network: NetworkId,
    pub text: String,
    pub link: Option<String>,
    pub media: Vec<MediaUse>,
    pub first_comment: Option<String>,
}
