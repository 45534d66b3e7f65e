//! From a brief to ranked candidates.
//!
//! In steps, each of which a run stores: [`brief::read`], [`intent::read`],
//! [`crate::knowledge::context::select`], [`candidates`], [`rerank::rerank`].

pub mod intent;

use crate::brand::voice::VoiceScore;
use crate::brand::{BrandProfile, PastPost};
use crate::guards::Finding;
use crate::ids::EntryId;
use crate::knowledge::Fact;
use crate::language::Language;
use crate::networks::NetworkId;
use crate::skills::Structure;
use crate::text::Span;
use serde::{Deserialize, Serialize};

pub mod adapt;
pub mod advice;
pub mod brief;
pub mod cite;
pub mod compose;
pub mod doubts;
mod edits;
pub mod fluency;
pub mod frames;
pub mod hashtags;
pub mod likeness;
pub mod manner;
pub mod material;
pub mod nouns;
pub mod past;
pub mod pictures;
pub mod plan;
pub mod requests;
pub mod rerank;
pub mod seed;
mod selection;
pub mod usable;
mod wording;

#[cfg(test)]
mod tests;

pub use selection::{candidates, notice};

/// Longest brief in characters. More is a document: it belongs into the knowledge base.
pub const MAX_BRIEF_CHARS: usize = 4_000;

/// What the user asked for, checked and trimmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    pub text: String,
    pub language: Language,
    /// Networks to write for; taken from the brief's own words or from the caller.
    pub networks: Vec<NetworkId>,
}

/// Why a brief cannot be drafted from.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BriefError {
    #[error("the brief is empty")]
    Empty,
    #[error("the brief has {chars} characters, more than {MAX_BRIEF_CHARS}")]
    TooLong { chars: usize },
    #[error("the brief has no words")]
    NoWords,
}

/// What a brief wants, read on the device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct Intent {
    /// The kind of post: an intent id that skills name in `galley.yaml` (`announcement`, `how-to`, …).
    pub goal: String,
    /// Goals by likelihood, best first, each 0 to 1.
    pub goals: Vec<GoalScore>,
    /// Whom it speaks to, as the brief says it ("site managers").
    pub audience: Option<String>,
    /// Noun phrases the brief is about, most important first.
    pub topics: Vec<String>,
    /// Products named in the brief that the knowledge base has.
    pub products: Vec<String>,
    /// Products or names in the brief that the knowledge base does not have.
    pub unknown: Vec<String>,
    pub networks: Vec<NetworkId>,
    /// Tone words asked for ("friendly", "plain").
    pub tone: Vec<String>,
    /// What the reader should do ("order by 2 pm"), as the brief says it.
    pub call_to_action: Option<String>,
    pub urgent: bool,
    pub language: Language,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct GoalScore {
    pub goal: String,
    pub score: f32,
}

/// What drafting from a brief came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Drafted {
    /// One to three candidates, best first; `note` says why there are fewer than asked for.
    Candidates {
        candidates: Vec<Candidate>,
        note: Option<Notice>,
    },
    /// Galley is not sure and asks.
    Advisory { advisory: Advisory },
}

/// A question with two or three answers (A, B, C), each a brief or a skill to go on with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct Advisory {
    /// `which-skill`, `unknown-product`, `nothing-known`, `out-of-stock`, `two-prices`.
    pub code: String,
    pub params: std::collections::BTreeMap<String, String>,
    pub choices: Vec<AdvisoryChoice>,
}

#[derive(
    Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct AdvisoryChoice {
    /// Names a sentence of the catalogs.
    pub code: String,
    pub params: std::collections::BTreeMap<String, String>,
    /// The brief to draft from if this is chosen.
    pub brief: String,
    /// The skill to use if this is chosen.
    pub skill: Option<String>,
    /// Codes of advisories that are answered by it, and not asked again.
    #[serde(default)]
    pub settled: Vec<String>,
    /// Entries that the draft is not to use then.
    #[serde(default)]
    pub without: Vec<EntryId>,
}

/// A code with values; the catalogs make the sentence.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Notice {
    pub code: String,
    pub params: std::collections::BTreeMap<String, String>,
}

/// One of the two or three answers to a brief.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct Candidate {
    /// What leads it.
    pub angle: Angle,
    /// Name of the skill it was written by.
    pub skill: String,
    /// A 64-bit seed in lower-case hex: there are no 64-bit integers on the wire.
    pub seed: String,
    /// The facts it uses, in footnote order; footnote n is `facts[n - 1]`.
    pub facts: Vec<Fact>,
    /// One text per network, adapted, not cut.
    pub versions: Vec<DraftVersion>,
    pub ranking: Ranking,
}

/// What makes a candidate different from the others.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Angle {
    /// Names a sentence of the catalogs: `leads-with-price`, `leads-with-time`, `leads-with-question`, …
    pub code: String,
    /// Values for that sentence, such as the first words of the lead.
    pub params: std::collections::BTreeMap<String, String>,
    /// The entry of the leading fact.
    pub lead: EntryId,
}

/// A candidate's text for one network.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct DraftVersion {
    pub network: NetworkId,
    pub text: String,
    pub link: Option<String>,
    /// Where the text states which fact.
    pub citations: Vec<Citation>,
    pub findings: Vec<Finding>,
    pub voice: VoiceScore,
}

/// A range of a version's text that states a fact.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Citation {
    /// Byte range in the version's text.
    pub span: Span,
    /// Index into the candidate's `facts`.
    pub fact: u32,
}

/// Why a candidate stands where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct Ranking {
    /// Weighted sum of the parts, 0 to 1.
    pub total: f32,
    /// The parts, in the order of their weight.
    pub parts: Vec<RankingPart>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct RankingPart {
    /// `voice`, `findings`, `support`, `readability`, `relevance`, `diversity`.
    pub code: String,
    /// 0 to 1.
    pub value: f32,
    /// Weight in the sum, 0 to 1.
    pub weight: f32,
}

/// Everything that a draft is made from.
#[derive(Clone, Copy)]
pub struct DraftingInput<'a> {
    pub brief: &'a Brief,
    /// The language that the caller asked for; `None`: the brand's.
    pub language: Option<Language>,
    pub intent: &'a Intent,
    /// Name of the skill.
    pub skill: &'a str,
    /// The skill's moves.
    pub structure: &'a Structure,
    /// What may be stated, as [`crate::knowledge::context::select`] gives it.
    pub facts: &'a [Fact],
    /// What search found before that, for what to ask when the facts do not do.
    pub hits: &'a [Fact],
    pub brand: &'a BrandProfile,
    /// The place that names the brand. Without it no sentence is changed to name it.
    pub brand_fact: Option<&'a Fact>,
    /// Entries that former drafts led with: others lead now.
    pub avoid: &'a [EntryId],
    pub past_posts: &'a [PastPost],
    /// How many candidates are wanted, 1 to 3.
    pub wanted: usize,
    /// Scores a text against the brand's voice.
    pub voice: &'a dyn Fn(&str, NetworkId) -> VoiceScore,
    /// Checks a version with the facts that it uses.
    pub check: &'a dyn Fn(&DraftVersion, &[Fact]) -> Vec<Finding>,
}
