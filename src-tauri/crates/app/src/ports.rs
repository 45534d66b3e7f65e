//! What the application needs from the outside, by capability.
//!
//! A port's error says what the caller can do about it. Every write takes an [`Act`]: the adapter stores
//! who did it and appends the audit record in the same transaction as the change itself.

use galley_domain::brand::voice::VoiceProfile;
use galley_domain::brand::{BrandProfile, PastPost};
use galley_domain::channels::Channel;
use galley_domain::guards::{GuardLevel, RecentPost};
use galley_domain::ids::{
    ChunkId, DeviceId, DocumentId, EntryId, MediaId, MemberId, PastPostId, RunId,
};
use galley_domain::knowledge::{Category, Chunk, Document, Entry, EntryKind};
use galley_domain::language::Language;
use galley_domain::members::Member;
use galley_domain::runs::Run;
use galley_domain::text::Span;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

mod audit;
mod conversations;
mod desk;
mod folders;
mod posts;
mod review;

pub use audit::{AuditBreak, AuditCheck, AuditQuery, AuditRow, AuditStore};
pub use conversations::{ConversationRow, ConversationStore, NewTurn, StoredTurn};
pub use desk::{Desk, InTime};
pub use folders::{
    FileOutcome, FolderError, FolderReading, Folders, ProposedProfile, ReadPicture, ReadPosts,
    Split,
};
pub use posts::{
    NewCandidate, NewDecision, NewGlobal, NewPost, NewRevision, NewVersion, PastRequest,
    PastRevision, PostRow, PostStore, Requested, SkillUsed, StoredCandidate, StoredDecision,
    StoredGlobal, StoredPost, StoredRevision, StoredVersion, ThreadPost,
};
pub use review::{
    Acting, Look, NewComment, NewLook, ReviewStore, StateChange, StoredComment, StoredPolicy,
};

/// Who does something, on which machine, when, and by which operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    pub member: MemberId,
    pub device: DeviceId,
    pub at: Timestamp,
    /// The operation's name, for the audit record: `version.edit`.
    pub operation: &'static str,
}

/// Why the store could not do it, by what the caller can do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    #[error("{what} {id} is not there")]
    NotFound { what: &'static str, id: String },
    /// The thing changed since the caller read it: read it again.
    #[error("{what} {id} changed in the meantime")]
    Conflict { what: &'static str, id: String },
    #[error("the disk is full: {path}")]
    DiskFull { path: String },
    #[error("the workspace cannot be written: {path}")]
    ReadOnly { path: String },
    #[error("the workspace is damaged: {detail}")]
    Damaged { detail: String },
    #[error("{detail}")]
    Other { detail: String },
}

/// What a port gives.
pub type Stored<T> = Result<T, StoreError>;

/// The time.
pub trait Clock: Send + Sync {
    fn now(&self) -> Timestamp;
    /// Milliseconds of a clock that never goes back, for measuring.
    fn ticks(&self) -> u64;
}

/// New ids, ascending.
pub trait Ids: Send + Sync {
    fn next(&self) -> Uuid;
}

/// Seeds for what is drafted, so that a draft can be made again.
pub trait Seeds: Send + Sync {
    fn next(&self) -> u64;
}

/// What happened, for whoever is watching.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
// The window has a type called Event already.
#[serde(rename_all = "kebab-case", tag = "kind", rename = "GalleyEvent")]
pub enum Event {
    /// A run or one of its steps changed.
    Run { run: RunId },
    /// Reads with these tags are stale.
    Stale { tags: Vec<crate::op::Tag> },
    /// Another workspace was opened: nothing of the former one is of use.
    Opened,
}

impl Event {
    /// For a watcher that missed events: everything may have changed.
    pub fn all_stale() -> Self {
        Self::Stale {
            tags: crate::op::Tag::ALL.to_vec(),
        }
    }
}

/// Where events go.
pub trait Events: Send + Sync {
    fn send(&self, event: Event);
}

/// What the workspace is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkspaceFacts {
    pub folder: PathBuf,
    /// Made from a demo brand, so it can be reset.
    pub demo: bool,
    pub device: DeviceId,
    pub created: Timestamp,
}

/// How much the workspace holds.
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
pub struct Counts {
    pub documents: u32,
    pub entries: u32,
    pub past_posts: u32,
    pub posts: u32,
    /// Candidates that wait for approval.
    pub waiting: u32,
}

/// The workspace, its members and channels.
pub trait WorkspaceStore: Send + Sync {
    fn facts(&self) -> Stored<WorkspaceFacts>;
    fn counts(&self) -> Stored<Counts>;
    /// All members, by name, with those who left the team.
    fn members(&self) -> Stored<Vec<Member>>;
    fn add_member(&self, act: &Act, member: &Member) -> Stored<()>;
    /// Stores another name or role of a member, or that they left.
    fn change_member(&self, act: &Act, member: &Member) -> Stored<()>;
    /// As whom the window acted last on this machine.
    fn acting(&self) -> Stored<Option<MemberId>>;
    /// Remembers as whom the window acts on this machine.
    fn act_as(&self, act: &Act, member: MemberId) -> Stored<()>;
    /// All channels, in the order of their networks.
    fn channels(&self) -> Stored<Vec<Channel>>;
    fn save_channel(&self, act: &Act, channel: &Channel) -> Stored<()>;
}

/// The brand profile, its voice and its past posts.
pub trait BrandStore: Send + Sync {
    fn profile(&self) -> Stored<Option<BrandProfile>>;
    /// Adds a revision; the former ones stay.
    fn save_profile(&self, act: &Act, profile: &BrandProfile) -> Stored<()>;
    /// The newest first, at most `limit`.
    fn profile_revisions(&self, limit: u32) -> Stored<Vec<Revised<BrandProfile>>>;
    fn profile_revision(&self, revision: u32) -> Stored<BrandProfile>;
    fn voice(&self) -> Stored<Option<VoiceProfile>>;
    /// The newest first, at most `limit`.
    fn voice_revisions(&self, limit: u32) -> Stored<Vec<Revised<VoiceProfile>>>;
    fn voice_revision(&self, revision: u32) -> Stored<VoiceProfile>;
    fn save_voice(&self, act: &Act, voice: &VoiceProfile) -> Stored<()>;
    fn past_posts(&self) -> Stored<Vec<PastPost>>;
    /// Adds those that are not there yet (same date, network and text). Gives how many were new.
    fn add_past_posts(&self, act: &Act, posts: &[PastPost]) -> Stored<u32>;
    /// Takes out those that are there. Gives how many were.
    fn remove_past_posts(&self, act: &Act, posts: &[PastPostId]) -> Stored<u32>;
}

/// A state of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Revised<T> {
    /// Counted from 1.
    pub revision: u32,
    pub value: T,
    pub member: MemberId,
    pub at: Timestamp,
}

/// A document with what was read from it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadDocument {
    pub document: Document,
    /// How the brand writes, or internal: kept for search, never a source of facts.
    pub no_facts: bool,
    pub entries: Vec<Entry>,
    pub chunks: Vec<Chunk>,
}

/// What importing documents came to.
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
pub struct Imported {
    pub added: u32,
    /// Same file, other content: the former revision's entries are replaced.
    pub changed: u32,
    pub unchanged: u32,
}

/// A document without its text.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct DocumentSummary {
    pub id: DocumentId,
    pub file: String,
    pub title: String,
    pub language: Language,
    pub entries: u32,
    pub chunks: u32,
}

/// Documents and entries.
pub trait KnowledgeStore: Send + Sync {
    /// Stores documents in one transaction, with their rows for the index queue.
    fn import(&self, act: &Act, documents: &[ReadDocument]) -> Stored<Imported>;
    /// All documents, by file.
    fn documents(&self) -> Stored<Vec<DocumentSummary>>;
    fn document(&self, id: DocumentId) -> Stored<Document>;
    /// The entries that exist among `ids`, in that order, each with its document's file.
    fn entries(&self, ids: &[EntryId]) -> Stored<Vec<(Entry, String)>>;
    /// The chunks that exist among `ids`, in that order, each with its document's file and its text.
    fn chunks(&self, ids: &[ChunkId]) -> Stored<Vec<(Chunk, String, String)>>;
    /// All entries of a kind, in the order in which they were read.
    fn entries_of(&self, kind: EntryKind) -> Stored<Vec<(Entry, String)>>;
    /// The entries of a document in the order in which they were read: all, or those that begin in a span.
    fn entries_in(
        &self,
        document: DocumentId,
        within: Option<Span>,
    ) -> Stored<Vec<(Entry, String)>>;
    /// All subjects of entries, sorted, each once: what the knowledge base knows by name.
    fn subjects(&self) -> Stored<Vec<String>>;
}

/// What a search is limited to. `None`: not limited.
#[derive(
    Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct SearchFilter {
    pub category: Option<Category>,
    pub language: Option<Language>,
    pub document: Option<DocumentId>,
}

/// Something that search found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit<Id> {
    pub id: Id,
    /// BM25, not comparable between queries.
    pub score: f32,
}

/// Search over entries and chunks. Never fails on what a user types: it has no query syntax.
pub trait KnowledgeIndex: Send + Sync {
    fn search_entries(
        &self,
        text: &str,
        filter: &SearchFilter,
        limit: usize,
    ) -> Stored<Vec<Hit<EntryId>>>;
    fn search_chunks(
        &self,
        text: &str,
        filter: &SearchFilter,
        limit: usize,
    ) -> Stored<Vec<Hit<ChunkId>>>;
    /// Applies what the store has queued. Gives how many rows were applied.
    fn catch_up(&self) -> Stored<u32>;
}

/// How much of each guard the brand wants to hear, and what a new post must not repeat.
pub trait GuardStore: Send + Sync {
    /// By the guard's id; a guard that was never set is left out.
    fn guard_levels(&self) -> Stored<BTreeMap<String, GuardLevel>>;
    fn set_guard_level(&self, act: &Act, guard: &str, level: GuardLevel) -> Stored<()>;
    /// What was published before, in the order in which it was read, then what is approved.
    fn recent_posts(&self) -> Stored<Vec<RecentPost>>;
}

/// A picture of the brand.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Media {
    pub id: MediaId,
    /// File name it came with.
    pub name: String,
    /// SHA-256 of the bytes, lower-case hex: the bytes lie in `media/` under it.
    pub sha256: String,
    /// `image/png`, `image/jpeg`, `image/webp`, `image/gif`, `image/svg+xml`.
    pub kind: String,
    pub width: u32,
    pub height: u32,
    pub alt: String,
}

/// Pictures.
pub trait MediaStore: Send + Sync {
    /// Keeps the bytes under their hash; the same bytes are kept once. `media.sha256` is checked.
    fn add_media(&self, act: &Act, media: &Media, bytes: &[u8]) -> Stored<()>;
    /// All pictures, by name.
    fn media(&self) -> Stored<Vec<Media>>;
    fn media_bytes(&self, id: MediaId) -> Stored<Vec<u8>>;
}

/// Runs and the one job table.
pub trait RunStore: Send + Sync {
    /// Stores the run and puts it on the job list.
    fn enqueue(&self, act: &Act, run: &Run, seed: &str) -> Stored<()>;
    /// The oldest run on the job list that nobody works on, now leased to this process.
    fn lease(&self) -> Stored<Option<RunId>>;
    fn run(&self, id: RunId) -> Stored<StoredRun>;
    /// At most `limit` runs, the newest first, without what their steps gave.
    fn runs(&self, limit: u32) -> Stored<Vec<StoredRun>>;
    /// Stores the run as it is now. `Conflict` if the stored one is over: somebody cancelled it.
    fn save_run(&self, run: &Run) -> Stored<()>;
    /// Takes a finished run off the job list.
    fn finish_job(&self, id: RunId) -> Stored<()>;
    /// Gives back the leases of a process that is gone: called once at opening.
    fn release_leases(&self) -> Stored<u32>;
}

/// A run with who asked for it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredRun {
    pub run: Run,
    pub member: MemberId,
    pub device: DeviceId,
    /// 64-bit seed in lower-case hex.
    pub seed: String,
}

/// All that is stored in a workspace.
pub trait Store:
    WorkspaceStore
    + AuditStore
    + BrandStore
    + ConversationStore
    + GuardStore
    + KnowledgeStore
    + MediaStore
    + PostStore
    + ReviewStore
    + RunStore
{
}

impl<T> Store for T where
    T: WorkspaceStore
        + AuditStore
        + BrandStore
        + ConversationStore
        + GuardStore
        + KnowledgeStore
        + MediaStore
        + PostStore
        + ReviewStore
        + RunStore
{
}

/// Where the skills come from: the shipped ones, and the workspace's own, which win by name.
pub trait SkillFiles: Send + Sync {
    fn skills(&self) -> Vec<SkillFile>;
    /// Copies a skill into the workspace, over one of the same folder name.
    fn add(&self, skill: &SkillFile) -> Stored<()>;
}

/// A skill as its files have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillFile {
    /// Path for messages: `skills/offer`.
    pub path: String,
    pub skill_md: Result<String, String>,
    pub galley_yaml: Option<String>,
}

/// What is not the brand's: language and theme of the window.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Settings {
    /// `None`: the system's.
    pub language: Option<Language>,
    pub theme: Theme,
}

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
pub enum Theme {
    Light,
    Dark,
    #[default]
    System,
}

/// A workspace that was open on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    pub folder: PathBuf,
    /// The brand's name when it was last open.
    pub name: String,
    /// First color of the brand's palette.
    pub color: Option<String>,
    /// The demo brand that it was made from.
    pub demo: Option<String>,
    pub opened: Timestamp,
}

/// The settings file in the operating system's configuration folder. Nothing in it is secret.
pub trait SettingsFile: Send + Sync {
    fn settings(&self) -> Settings;
    /// Changes the settings as they are when this is called, so that two processes lose nothing of each
    /// other's. Gives what they are now.
    fn change_settings(&self, change: &dyn Fn(&mut Settings)) -> Stored<Settings>;
    /// Workspaces that were open on this machine, the last one first.
    fn recent(&self) -> Vec<Recent>;
    fn change_recent(&self, change: &dyn Fn(&mut Vec<Recent>)) -> Stored<()>;
}

/// Whoever works through the job list.
pub trait Jobs: Send + Sync {
    /// A job was added.
    fn wake(&self);
}

/// Everything that operations may use.
pub struct Ports {
    pub store: Arc<dyn Store>,
    pub index: Arc<dyn KnowledgeIndex>,
    pub folders: Box<dyn Folders>,
    pub skills: Box<dyn SkillFiles>,
    pub settings: Arc<dyn SettingsFile>,
    pub clock: Arc<dyn Clock>,
    pub ids: Arc<dyn Ids>,
    pub seeds: Arc<dyn Seeds>,
    pub events: Box<dyn Events>,
    pub jobs: Box<dyn Jobs>,
    pub acting: Arc<dyn Acting>,
}
