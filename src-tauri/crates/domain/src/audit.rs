//! The audit chain: who did what to what, each record bound to the one before it.

use crate::ids::{DeviceId, MemberId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One record of a device's chain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AuditRecord {
    /// From 1, without gaps.
    pub sequence: u32,
    pub device: DeviceId,
    pub member: MemberId,
    pub at: Timestamp,
    /// The operation's name.
    pub operation: String,
    /// What it was done to: `version 0198…`.
    pub object: String,
    pub before: Option<serde_json::Value>,
    pub after: Option<serde_json::Value>,
    /// Hash of the record before, empty for the first.
    pub previous: String,
    /// SHA-256 over the canonical JSON of all other fields, lower-case hex.
    pub hash: String,
}
