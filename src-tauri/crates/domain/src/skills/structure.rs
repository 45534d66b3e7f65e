//! The parts of a post.

use serde::{Deserialize, Serialize};

/// What a part of a post does.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum MoveKind {
    /// The first line: it earns the second.
    Hook,
    /// The fact that the post is about.
    LeadFact,
    /// A further fact that makes the lead fact useful.
    Support,
    /// Evidence: a number, a standard, a customer's words.
    Proof,
    /// What to do, in order.
    Steps,
    /// A question in the reader's words.
    Question,
    /// The answer to that question.
    Answer,
    /// Conditions: until when, for whom, on what.
    Terms,
    /// What the reader should do next.
    CallToAction,
    Hashtags,
}

impl MoveKind {
    /// All kinds with the names that `galley.yaml` uses.
    pub const NAMES: [(&'static str, Self); 10] = [
        ("hook", Self::Hook),
        ("lead-fact", Self::LeadFact),
        ("support", Self::Support),
        ("proof", Self::Proof),
        ("steps", Self::Steps),
        ("question", Self::Question),
        ("answer", Self::Answer),
        ("terms", Self::Terms),
        ("call-to-action", Self::CallToAction),
        ("hashtags", Self::Hashtags),
    ];
}

/// One part of a post.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Move {
    pub kind: MoveKind,
    /// A post without it is not this kind of post.
    pub required: bool,
    /// Longest text of this part, in words.
    pub max_words: u32,
}

/// The parts of a post, in order.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Structure {
    pub moves: Vec<Move>,
}

impl Default for Structure {
    /// The structure of a skill that names none: the general skill's.
    fn default() -> Self {
        let part = |kind, required, max_words| Move {
            kind,
            required,
            max_words,
        };
        Self {
            moves: vec![
                part(MoveKind::Hook, false, 16),
                part(MoveKind::LeadFact, true, 40),
                part(MoveKind::Support, false, 60),
                part(MoveKind::CallToAction, false, 20),
                part(MoveKind::Hashtags, false, 5),
            ],
        }
    }
}
