//! The languages that Galley writes in.

use serde::{Deserialize, Serialize};

/// A language that the composer has frames for, and a name for all others.
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
pub enum Language {
    #[serde(rename = "en")]
    English,
    #[serde(rename = "de")]
    German,
    /// Any other language: drafted from the folder's own sentences only, and said so.
    #[serde(rename = "other")]
    Other,
}
