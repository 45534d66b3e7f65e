//! The brand's voice: measured from its past posts, and the score of a text against it.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Below this many past posts there is no score.
pub const MIN_POSTS: u32 = 10;

/// How close a text is to the brand's voice, with the reasons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct VoiceScore {
    /// 0 to 10; `None`: fewer than [`MIN_POSTS`] past posts, so nothing is said.
    pub score: Option<f32>,
    /// How many past posts the profile was measured on.
    pub posts: u32,
    /// The largest contributions, at most four, largest first.
    pub reasons: Vec<VoiceReason>,
}

/// One contribution to a voice score. The catalogs turn `code` and `params` into a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct VoiceReason {
    /// For example `sentence-length`, `never-word`, `person`, `closing-move`.
    pub code: String,
    /// Points given or taken.
    pub points: f32,
    /// The word or sentence meant, if there is one.
    pub span: Option<Span>,
    /// Values for the sentence: `{"yours": "10", "here": "17"}`.
    pub params: std::collections::BTreeMap<String, String>,
}

/// The measured voice. A stored document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VoiceProfile {
    pub schema_version: u32,
    /// How many past posts it was measured on.
    pub posts: u32,
}
