//! The four networks and their rules, as data with source and date.

use serde::{Deserialize, Serialize};

/// A network. Nothing outside this module's list branches on it: rules are asked for by field.
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
#[serde(rename_all = "lowercase")]
pub enum NetworkId {
    LinkedIn,
    X,
    Facebook,
    Instagram,
}

impl NetworkId {
    /// All networks, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::LinkedIn, Self::X, Self::Facebook, Self::Instagram];
}
