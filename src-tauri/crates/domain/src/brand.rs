//! The brand: who it is, how it writes, what it must and must not say.

use crate::ids::PastPostId;
use crate::language::Language;
use crate::language::german::Address;
use crate::networks::NetworkId;
use crate::text::Span;
use serde::{Deserialize, Serialize};

pub mod matching;
mod profile;
pub mod rules;
pub mod voice;

pub use profile::{FieldChange, ProfileProblem};

/// What the brand is. A stored document: `schema_version` is upgraded on read by pure functions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct BrandProfile {
    pub schema_version: u32,
    /// The brand's name as it writes it.
    pub name: String,
    /// What it does, in one sentence; empty if nothing said so.
    pub one_liner: String,
    pub language: Language,
    /// Whom it speaks to ("site managers").
    pub audiences: Vec<String>,
    pub website: Option<String>,
    pub hashtags: Vec<String>,
    pub rules: BrandRules,
    pub kit: BrandKit,
    #[serde(default)]
    pub identity: BrandIdentity,
}

/// What else tells who the brand is.
#[derive(
    Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct BrandIdentity {
    /// What it sells, by name.
    pub products: Vec<String>,
    /// What it stands for, in its own words.
    pub values: Vec<String>,
    /// Where it sells ("England", "DACH").
    pub markets: Vec<String>,
    /// Languages that it publishes in beside its own.
    pub languages: Vec<Language>,
    /// Addresses that posts may link to.
    pub links: Vec<String>,
}

/// How the brand writes, as its own documents say it.
#[derive(
    Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct BrandRules {
    /// Words and phrases that are never used.
    pub never: Vec<Rule>,
    /// "cut to size" rather than "bespoke length": `rule.text` is used, `instead_of` is not.
    pub prefer: Vec<Preference>,
    /// Text that every post carries (a legal line, a hashtag).
    pub required: Vec<Rule>,
    /// `Some(false)`: no emoji. `None`: nothing was said.
    pub emoji: Option<bool>,
    /// `Some(false)`: no exclamation marks.
    pub exclamation_marks: Option<bool>,
    /// `Some(false)`: no hashtags at all.
    pub use_hashtags: Option<bool>,
    /// Most hashtags in a post, where the documents give a number.
    #[serde(default)]
    pub max_hashtags: Option<u32>,
    /// The networks that hashtags are for, where the documents say so ("only on Instagram").
    #[serde(default)]
    pub hashtag_networks: Option<Vec<NetworkId>>,
    /// Longest sentence in words, where the documents give one.
    pub max_sentence_words: Option<u32>,
    /// `Some(true)`: contractions ("we'll") are wanted; `Some(false)`: they are not.
    pub contractions: Option<bool>,
    /// How the brand calls itself where a document says so ("we", or the name).
    pub speaks_as: Option<SpeaksAs>,
    /// How it speaks to its readers in German, where a document says so.
    #[serde(default)]
    pub address: Option<Address>,
    /// Spelling that the documents ask for.
    pub spelling: Option<Spelling>,
    /// Rules of documents that a member took out: reading the documents again does not bring them back.
    #[serde(default)]
    pub dropped: Vec<String>,
    /// Where the single settings above are stated, by the field's name (`emoji`, `max_sentence_words`).
    #[serde(default)]
    pub stated: std::collections::BTreeMap<String, RuleSource>,
}

/// A rule with the place that states it.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Rule {
    pub text: String,
    pub source: Option<RuleSource>,
}

/// A word to use in another's place.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Preference {
    pub text: String,
    pub instead_of: Vec<String>,
    pub source: Option<RuleSource>,
}

/// Where a rule is stated.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct RuleSource {
    /// The document's file name.
    pub file: String,
    pub span: Span,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum SpeaksAs {
    /// "we deliver"
    We,
    /// "NextDaySteel delivers"
    Name,
    /// "I deliver"
    I,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Spelling {
    British,
    American,
}

/// Logos, palette and fonts.
#[derive(
    Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct BrandKit {
    /// File name of the logo, an SVG, in the workspace's media; `None`: initials are shown.
    pub logo: Option<String>,
    pub palette: Vec<PaletteColor>,
    /// Font families, the headline's first.
    pub fonts: Vec<String>,
}

#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct PaletteColor {
    pub name: String,
    /// `#RRGGBB`.
    pub hex: String,
}

/// A post that the brand published before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct PastPost {
    pub id: PastPostId,
    /// `YYYY-MM-DD`, as the file gives it; `None` if it gives none that can be read.
    pub date: Option<String>,
    pub network: Option<NetworkId>,
    pub text: String,
    /// What the file has counted, by the column's name ("likes", "impressions").
    pub metrics: Vec<PastMetric>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct PastMetric {
    pub name: String,
    pub value: f64,
}
