//! Errors as they cross to the window, the command line and later REST and MCP.

use crate::ports::StoreError;
use galley_domain::ids::RunId;
use galley_domain::members::Role;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What went wrong, by what the reader of the error can do. The window branches on it, the command line
/// turns it into an exit status, and the catalogs have a text for each. A code is added when somebody
/// reads it.
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
pub enum Code {
    /// No operation has this name.
    UnknownOperation,
    /// The input does not fit the operation: the message names the field.
    BadInput,
    BriefEmpty,
    BriefTooLong,
    BriefNoWords,
    /// The member's role may not do this.
    NotAllowed,
    /// Nobody approves their own work.
    OwnWork,
    NotFound,
    /// The text was edited elsewhere: read it again.
    EditConflict,
    /// A finding blocks the version.
    BlockedByGuard,
    /// The version is not in a state from which this can be done.
    WrongState,
    /// What is to be approved is not what is there now.
    ContentChanged,
    /// There is nothing to undo or redo.
    NothingToUndo,
    CommentRequired,
    /// The link is no web address.
    BadLink,
    /// The tags are too many or too long.
    BadTag,
    /// More pictures than the network takes.
    TooManyPictures,
    /// The workspace asks for no approval here.
    ApprovalNotNeeded,
    /// The level that is next is others' to stamp.
    NotYourLevel,
    /// The member stamped the version already.
    AlreadyStamped,
    CommentTooLong,
    /// The range holds no word of the text.
    CommentRange,
    /// Only who wrote a comment may change it.
    NotYourComment,
    /// An approval has 1 to 5 levels.
    PolicyLevels,
    /// A level has no name, or one that another has.
    PolicyLevelName,
    /// A level names nobody who may approve.
    PolicyNobody,
    /// An exception has no condition, or there are too many.
    PolicyException,
    /// The name is empty, too long, or cannot be read on one line.
    MemberName,
    /// Another member has that name.
    MemberTaken,
    /// A workspace needs an admin.
    LastAdmin,
    /// Nobody takes themselves off the team.
    ActingMember,
    /// The finding or fix is gone: the text changed since it was shown.
    FixGone,
    /// A field of the brand profile is not right: `field` and `problem` say which and why.
    BrandInvalid,
    /// The folder cannot be read, or is none.
    FolderUnreadable,
    /// Nothing in the folder could be read.
    NothingUsable,
    DiskFull,
    ReadOnly,
    Damaged,
    /// No workspace is open yet.
    NoWorkspace,
    /// There is no folder at the workspace's path.
    WorkspaceMissing,
    /// The workspace's path is a file.
    WorkspaceIsFile,
    /// The folder holds no workspace.
    NotAWorkspace,
    /// A workspace is made in an empty folder only.
    WorkspaceNotEmpty,
    /// Written by a newer Galley.
    WorkspaceNewer,
    /// Written by a build that was never released.
    WorkspaceForeign,
    /// Another process has the workspace open.
    WorkspaceOwned,
    WorkspaceUnreadable,
    /// Locks do not hold on network file systems.
    NetworkFileSystem,
    /// Encrypted workspaces cannot be opened yet.
    EncryptedWorkspace,
    /// The audit chain does not hold: records were changed from outside.
    AuditBroken,
    /// No member is called that, or several could be meant.
    WhichMember,
    /// Our fault.
    Internal,
}

impl Code {
    /// All codes: the catalogs have a text for each.
    pub const ALL: &[Self] = &[
        Self::UnknownOperation,
        Self::BadInput,
        Self::BriefEmpty,
        Self::BriefTooLong,
        Self::BriefNoWords,
        Self::NotAllowed,
        Self::OwnWork,
        Self::NotFound,
        Self::EditConflict,
        Self::BlockedByGuard,
        Self::WrongState,
        Self::ContentChanged,
        Self::NothingToUndo,
        Self::CommentRequired,
        Self::BadLink,
        Self::BadTag,
        Self::TooManyPictures,
        Self::ApprovalNotNeeded,
        Self::NotYourLevel,
        Self::AlreadyStamped,
        Self::CommentTooLong,
        Self::CommentRange,
        Self::NotYourComment,
        Self::PolicyLevels,
        Self::PolicyLevelName,
        Self::PolicyNobody,
        Self::PolicyException,
        Self::MemberName,
        Self::MemberTaken,
        Self::LastAdmin,
        Self::ActingMember,
        Self::FixGone,
        Self::BrandInvalid,
        Self::FolderUnreadable,
        Self::NothingUsable,
        Self::DiskFull,
        Self::ReadOnly,
        Self::Damaged,
        Self::NoWorkspace,
        Self::WorkspaceMissing,
        Self::WorkspaceIsFile,
        Self::NotAWorkspace,
        Self::WorkspaceNotEmpty,
        Self::WorkspaceNewer,
        Self::WorkspaceForeign,
        Self::WorkspaceOwned,
        Self::WorkspaceUnreadable,
        Self::NetworkFileSystem,
        Self::EncryptedWorkspace,
        Self::AuditBroken,
        Self::WhichMember,
        Self::Internal,
    ];
}

/// An error with what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    pub code: Code,
    /// English, for logs and the command line: what happened, where, what to do.
    pub message: String,
    /// Values for the catalogs' text.
    pub params: BTreeMap<String, String>,
    /// The run that failed, if one did.
    pub run: Option<RunId>,
}

/// What an operation gives.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            params: BTreeMap::new(),
            run: None,
        }
    }

    /// Adds a value for the catalogs' text.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// The member's role is too low.
    pub fn not_allowed(operation: &str, needed: Role, has: Role) -> Self {
        let (needed, has) = (role_word(needed), role_word(has));
        Self::new(
            Code::NotAllowed,
            format!("{operation} needs the role {needed}; you act as {has}. Ask an admin."),
        )
        .with("operation", operation)
        .with("needed", needed)
        .with("has", has)
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        let message = error.to_string();
        match error {
            StoreError::NotFound { what, id } => Self::new(Code::NotFound, message)
                .with("what", what)
                .with("id", id),
            StoreError::Conflict { what, id } => Self::new(Code::EditConflict, message)
                .with("what", what)
                .with("id", id),
            StoreError::DiskFull { path } => Self::new(Code::DiskFull, message).with("path", path),
            StoreError::ReadOnly { path } => Self::new(Code::ReadOnly, message).with("path", path),
            StoreError::Damaged { detail } => {
                Self::new(Code::Damaged, message).with("detail", detail)
            }
            StoreError::Other { detail } => {
                Self::new(Code::Internal, message).with("detail", detail)
            }
        }
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Viewer => "viewer",
        Role::Reviewer => "reviewer",
        Role::Editor => "editor",
        Role::Admin => "admin",
    }
}
