//! The audit chain, read.

use super::Stored;
use galley_domain::ids::MemberId;
use jiff::Timestamp;

/// What checking one device's audit chain came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditCheck {
    /// The device's id, as stored.
    pub device: String,
    /// Records that hold, from the first one on.
    pub records: u32,
    /// Where the chain breaks first; `None`: it holds.
    pub broken: Option<AuditBreak>,
}

/// The first place at which a chain does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditBreak {
    /// The record's number, from 1; one more than there are if the end is missing.
    pub record: u32,
    pub detail: String,
}

/// Which records to give.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Looked for in operation, object, what was before and after, and the member's name, ignoring case.
    pub text: Option<String>,
    pub member: Option<MemberId>,
    /// Records whose operation begins so: `review.`.
    pub operation: Option<String>,
    /// At most this many, the newest.
    pub limit: u32,
}

/// A record as it is stored. Nothing is checked: a record that somebody changed is shown as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    pub device: String,
    /// From 1 on its device.
    pub sequence: u32,
    pub at: Timestamp,
    pub member: String,
    pub operation: String,
    /// `version 0198…`.
    pub object: String,
    /// JSON; `None`: there was nothing.
    pub before: Option<String>,
    pub after: Option<String>,
    pub hash: String,
}

/// The records of who did what.
pub trait AuditStore: Send + Sync {
    /// Checks the audit chain of each device from its first record.
    fn verify_audit(&self) -> Stored<Vec<AuditCheck>>;
    /// Records, newest first, and how many fit the query in all.
    fn audit(&self, query: &AuditQuery) -> Stored<(Vec<AuditRow>, u32)>;
    /// Writes a file into the workspace's `exports` folder and gives its path. A file of that name that
    /// is there already is kept: the new one gets a number.
    fn export(&self, name: &str, text: &str) -> Stored<String>;
}
