//! Reading folders of a brand's material.

use super::{Ids, Media, ReadDocument, SkillFile};
use galley_domain::brand::{BrandProfile, PastPost};
use galley_domain::drafting::Notice;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What was read from a folder.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FolderReading {
    pub documents: Vec<ReadDocument>,
    pub past_posts: Vec<PastPost>,
    pub pictures: Vec<ReadPicture>,
    pub skills: Vec<SkillFile>,
    /// The profile as the folder states or implies it.
    pub profile: Option<ProposedProfile>,
    /// Each file, with what it was read as.
    pub outcomes: Vec<FileOutcome>,
}

/// A profile with the places that it stands on.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedProfile {
    pub profile: BrandProfile,
    /// `stated` (a profile file), `heading` (first heading of the document most about the company),
    /// `folder` (the folder's name).
    pub name_from: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ReadPicture {
    pub media: Media,
    pub bytes: Vec<u8>,
}

/// What became of a file.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct FileOutcome {
    pub file: String,
    /// `document`, `style-guide`, `products`, `past-posts`, `picture`, `skill`, `profile`, `skipped`.
    pub read_as: String,
    /// Names a sentence of the catalogs where something is to be said: `csv.row-broken`.
    pub notes: Vec<Notice>,
}

/// Why a folder cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FolderError {
    #[error("{path} cannot be read: {detail}")]
    Unreadable { path: String, detail: String },
    #[error("{path} is not a folder")]
    NotAFolder { path: String },
}

/// Where one of several posts in a text ends and the next begins.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Split {
    /// Found in the text.
    #[default]
    Auto,
    /// Rows of a table.
    Table,
    /// Lines with a date, and perhaps a network.
    Dates,
    /// Lines of dashes.
    Rules,
    /// One blank line or more.
    BlankLines,
    /// Two blank lines or more: single ones stand within posts.
    WideGaps,
    /// Each line is a post.
    Lines,
    /// The whole text is one post.
    Whole,
}

/// Posts that were read from a text.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadPosts {
    /// How they were parted; never [`Split::Auto`].
    pub split: Split,
    /// Without ids.
    pub posts: Vec<PastPost>,
    /// Rows of a table that could not be read.
    pub broken_rows: Vec<u32>,
}

/// Reads folders of documents.
pub trait Folders: Send + Sync {
    fn read(
        &self,
        path: &Path,
        ids: &dyn Ids,
        today: Timestamp,
    ) -> Result<FolderReading, FolderError>;

    /// The posts of a text that a person pasted. A text that does not fit the asked-for split gives none.
    fn posts(&self, text: &str, split: Split, today: Timestamp) -> ReadPosts;
}
