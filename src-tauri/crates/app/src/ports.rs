//! What the application needs from the outside, by capability.
//!
//! A port's error says what the caller can do about it. Every write takes an [`Act`]: the adapter stores
//! who did it and appends the audit record in the same transaction as the change itself.

use galley_domain::brand::voice::VoiceProfile;
use galley_domain::brand::{BrandProfile, PastPost};
use galley_domain::channels::Channel;
use galley_domain::drafting::{Angle, Ranking};
use galley_domain::ids::{
    CandidateId, ChannelId, ChunkId, DecisionId, DeviceId, DocumentId, EntryId, MediaId, MemberId,
    PostId, RevisionId, RunId, VersionId,
};
use galley_domain::knowledge::{Category, Chunk, Document, Entry, EntryKind, Fact};
use galley_domain::language::Language;
use galley_domain::members::Member;
use galley_domain::networks::NetworkId;
use galley_domain::posts::{Content, RevisionReason};
use galley_domain::review::{DecisionKind, VersionState};
use galley_domain::runs::Run;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

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

/// What checking one device's audit chain came to.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct AuditCheck {
    /// The device's id, as stored.
    pub device: String,
    /// Records that were checked.
    pub records: u32,
    /// Where the chain breaks first; `None`: it holds.
    pub broken: Option<String>,
}

/// The workspace, its members and channels.
pub trait WorkspaceStore: Send + Sync {
    fn facts(&self) -> Stored<WorkspaceFacts>;
    fn counts(&self) -> Stored<Counts>;
    /// All members, by name.
    fn members(&self) -> Stored<Vec<Member>>;
    fn add_member(&self, act: &Act, member: &Member) -> Stored<()>;
    /// All channels, in the order of their networks.
    fn channels(&self) -> Stored<Vec<Channel>>;
    fn save_channel(&self, act: &Act, channel: &Channel) -> Stored<()>;
    /// Checks the audit chain of each device from its first record.
    fn verify_audit(&self) -> Stored<Vec<AuditCheck>>;
}

/// The brand profile, its voice and its past posts.
pub trait BrandStore: Send + Sync {
    fn profile(&self) -> Stored<Option<BrandProfile>>;
    /// Adds a revision; the former ones stay.
    fn save_profile(&self, act: &Act, profile: &BrandProfile) -> Stored<()>;
    fn voice(&self) -> Stored<Option<VoiceProfile>>;
    fn save_voice(&self, act: &Act, voice: &VoiceProfile) -> Stored<()>;
    fn past_posts(&self) -> Stored<Vec<PastPost>>;
    /// Adds those that are not there yet (same date, network and text). Gives how many were new.
    fn add_past_posts(&self, act: &Act, posts: &[PastPost]) -> Stored<u32>;
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

/// A post as it is made from a finished run.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPost {
    pub id: PostId,
    pub run: RunId,
    pub brief: String,
    pub language: Language,
    pub skill: SkillUsed,
    pub notice: Option<galley_domain::drafting::Notice>,
    pub candidates: Vec<NewCandidate>,
}

/// The skill that a post was written by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct SkillUsed {
    pub name: String,
    /// 0 to 1.
    pub confidence: f32,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewCandidate {
    pub id: CandidateId,
    pub angle: Angle,
    pub skill: String,
    /// 64-bit seed in lower-case hex.
    pub seed: String,
    pub facts: Vec<Fact>,
    pub ranking: Ranking,
    pub versions: Vec<NewVersion>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewVersion {
    pub id: VersionId,
    pub channel: ChannelId,
    pub revision: RevisionId,
    pub content: Content,
}

/// A post as stored, with its candidates and their versions.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredPost {
    pub id: PostId,
    pub run: RunId,
    pub brief: String,
    pub language: Language,
    pub skill: SkillUsed,
    pub notice: Option<galley_domain::drafting::Notice>,
    pub created: Timestamp,
    pub chosen: Option<CandidateId>,
    pub candidates: Vec<StoredCandidate>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct StoredCandidate {
    pub id: CandidateId,
    /// From 1.
    pub ordinal: u32,
    pub angle: Angle,
    pub skill: String,
    pub seed: String,
    pub facts: Vec<Fact>,
    pub ranking: Ranking,
    pub versions: Vec<StoredVersion>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct StoredVersion {
    pub id: VersionId,
    pub post: PostId,
    pub candidate: CandidateId,
    pub channel: Channel,
    pub state: VersionState,
    pub head: StoredRevision,
    /// A revision to undo to, within the kept steps.
    pub can_undo: bool,
    pub can_redo: bool,
    /// Oldest first.
    pub decisions: Vec<StoredDecision>,
    /// When and by whom approval was last asked for.
    pub requested: Option<Requested>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Requested {
    pub member: MemberId,
    pub at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRevision {
    pub id: RevisionId,
    /// From 1, counted along the way from the first revision.
    pub number: u32,
    pub content: Content,
    pub reason: RevisionReason,
    pub author: MemberId,
    /// Last time its text changed.
    pub at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDecision {
    pub id: DecisionId,
    pub revision: RevisionId,
    /// The content hash that was decided on.
    pub content_hash: String,
    pub kind: DecisionKind,
    pub member: MemberId,
    pub comment: Option<String>,
    pub at: Timestamp,
    pub voided_at: Option<Timestamp>,
}

/// A decision to store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDecision {
    pub id: DecisionId,
    pub version: VersionId,
    pub revision: RevisionId,
    pub content_hash: String,
    pub kind: DecisionKind,
    pub comment: Option<String>,
    /// The state that the version goes to.
    pub state: VersionState,
}

/// A new text for a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRevision {
    pub id: RevisionId,
    pub version: VersionId,
    /// The revision the author saw: `Conflict` if it is not the head any more.
    pub base: RevisionId,
    pub content: Content,
    pub reason: RevisionReason,
    /// The state that the version goes to; standing approvals are voided if it is `ApprovalVoid`.
    pub state: VersionState,
}

/// A post in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostRow {
    pub id: PostId,
    pub brief: String,
    pub created: Timestamp,
    pub chosen: Option<CandidateId>,
    pub candidates: u32,
    pub networks: Vec<NetworkId>,
    /// States of the chosen candidate's versions, else of all.
    pub states: Vec<VersionState>,
    /// The first version's text of the chosen candidate, else of the first.
    pub text: String,
}

/// Posts, candidates, versions, revisions and decisions.
pub trait PostStore: Send + Sync {
    fn create_post(&self, act: &Act, post: &NewPost) -> Stored<()>;
    /// Newest first. `text` is looked for in brief and texts, ignoring case.
    fn posts(&self, text: Option<&str>) -> Stored<Vec<PostRow>>;
    fn post(&self, id: PostId) -> Stored<StoredPost>;
    fn post_of_version(&self, id: VersionId) -> Stored<PostId>;
    fn post_of_candidate(&self, id: CandidateId) -> Stored<PostId>;
    fn post_of_run(&self, id: RunId) -> Stored<Option<PostId>>;
    fn choose(&self, act: &Act, candidate: CandidateId) -> Stored<()>;
    /// Adds a revision and makes it the head. An `Edit` by the same author within
    /// `posts::COALESCE_MS` of the head's last change, where the head is an `Edit` that was not decided
    /// on and has no children, replaces the head's content instead.
    fn revise(&self, act: &Act, revision: &NewRevision) -> Stored<()>;
    /// Moves the head to its parent. `state` as in [`NewRevision`].
    fn undo(&self, act: &Act, version: VersionId, state: VersionState) -> Stored<()>;
    /// Moves the head to its newest child.
    fn redo(&self, act: &Act, version: VersionId, state: VersionState) -> Stored<()>;
    /// Puts versions into `AwaitingApproval` and their candidate into the post's choice.
    fn request(&self, act: &Act, versions: &[VersionId]) -> Stored<()>;
    /// Stores decisions in one transaction.
    fn decide(&self, act: &Act, decisions: &[NewDecision]) -> Stored<()>;
    /// Posts with a version that awaits approval (`true`) or was decided on (`false`), newest first.
    fn in_review(&self, waiting: bool) -> Stored<Vec<PostId>>;
}

/// Runs and the one job table.
pub trait RunStore: Send + Sync {
    /// Stores the run and puts it on the job list.
    fn enqueue(&self, act: &Act, run: &Run, seed: &str) -> Stored<()>;
    /// The oldest run on the job list that nobody works on, now leased to this process.
    fn lease(&self) -> Stored<Option<RunId>>;
    fn run(&self, id: RunId) -> Stored<StoredRun>;
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
    WorkspaceStore + BrandStore + KnowledgeStore + MediaStore + PostStore + RunStore
{
}

impl<T> Store for T where
    T: WorkspaceStore + BrandStore + KnowledgeStore + MediaStore + PostStore + RunStore
{
}

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
    pub notes: Vec<galley_domain::drafting::Notice>,
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
        path: &std::path::Path,
        ids: &dyn Ids,
        today: Timestamp,
    ) -> Result<FolderReading, FolderError>;
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

/// The settings file in the operating system's configuration folder. Nothing in it is secret.
pub trait SettingsFile: Send + Sync {
    fn settings(&self) -> Settings;
    fn save_settings(&self, settings: Settings) -> Stored<()>;
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
}
