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

/// Reads folders of documents.
pub trait Folders: Send + Sync {
    fn read(
        &self,
        path: &Path,
        ids: &dyn Ids,
        today: Timestamp,
    ) -> Result<FolderReading, FolderError>;
}
