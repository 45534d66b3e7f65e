//! Members and their roles.

use crate::ids::MemberId;
use serde::{Deserialize, Serialize};

/// What a member may do. Each role may do all that the ones before it may.
///
/// Roles guard against mistakes, not against someone who owns the files.
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
pub enum Role {
    /// Reads.
    Viewer,
    /// Reads, comments, approves, asks for changes, rejects.
    Reviewer,
    /// Brand, knowledge, skills, drafting, scheduling.
    Editor,
    /// Everything: accounts, keys, members, backup.
    Admin,
}

/// A person of the brand's team.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Member {
    pub id: MemberId,
    pub name: String,
    pub role: Role,
}
