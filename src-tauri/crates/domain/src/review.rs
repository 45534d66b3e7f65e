//! Review: the states of a version and who may move it between them.

use serde::{Deserialize, Serialize};

/// Where a version stands.
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
pub enum VersionState {
    Draft,
    AwaitingApproval,
    ChangesRequested,
    Approved,
    /// Was approved, then its content changed.
    ApprovalVoid,
}
