//! What a check goes by: the brand, the facts, the day, and what went out before.

use super::duplicate::RecentPosts;
use super::reading_level::UsualEase;
use super::stale_fact::Stale;
use crate::brand::{BrandProfile, Spelling};
use crate::knowledge::Fact;
use crate::knowledge::entailment::Support;
use crate::language::Language;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How much of a guard a brand wants to hear.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
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
pub enum GuardLevel {
    Off,
    /// Whatever it finds is a note.
    Note,
    /// Nothing that it finds blocks.
    Warn,
    /// As the guard says.
    #[default]
    Full,
}

impl GuardLevel {
    /// The highest severity that is left; `None`: nothing is.
    pub(super) fn highest(self) -> Option<super::Severity> {
        match self {
            Self::Off => None,
            Self::Note => Some(super::Severity::Note),
            Self::Warn => Some(super::Severity::Warn),
            Self::Full => Some(super::Severity::Block),
        }
    }
}

/// What holds for all posts of a brand at a moment, prepared once for all that is checked then.
#[derive(Debug, Clone)]
pub struct Circumstances {
    /// The day on which the post is to go out.
    pub today: Date,
    pub recent: RecentPosts,
    /// How easy the brand's past posts are to read. `None`: too few of them.
    pub usual_ease: Option<UsualEase>,
    /// By the guard's id; a guard that is left out is at [`GuardLevel::Full`].
    pub levels: BTreeMap<String, GuardLevel>,
}

impl Circumstances {
    /// A day, without past posts and with all guards as they are.
    pub fn on(today: Date) -> Self {
        Self {
            today,
            recent: RecentPosts::default(),
            usual_ease: None,
            levels: BTreeMap::new(),
        }
    }
}

/// Where a brand sells: which laws and days of mourning are its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Market {
    Germany,
    Austria,
    Switzerland,
    Britain,
    America,
    /// Nothing says where.
    Unknown,
}

impl Market {
    /// From the website's ending, else from language and spelling.
    fn of(brand: &BrandProfile) -> Self {
        let site = brand.website.as_deref().unwrap_or_default();
        let host = site.split("://").last().unwrap_or_default();
        let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
        match host.rsplit('.').next().unwrap_or_default() {
            "de" => Self::Germany,
            "at" => Self::Austria,
            "ch" => Self::Switzerland,
            "uk" => Self::Britain,
            "us" => Self::America,
            _ => match (brand.language, brand.rules.spelling) {
                (Language::German, _) => Self::Germany,
                (_, Some(Spelling::British)) => Self::Britain,
                (_, Some(Spelling::American)) => Self::America,
                _ => Self::Unknown,
            },
        }
    }

    /// Whether the law of the European Union holds there.
    pub(super) fn is_european_union(self) -> bool {
        matches!(self, Self::Germany | Self::Austria)
    }
}

/// What a check goes by, prepared once for all versions of a candidate.
#[derive(Debug, Clone)]
pub struct CheckContext<'a> {
    pub(super) brand: &'a BrandProfile,
    pub(super) support: Support,
    /// Folded text of everything that supports a claim.
    pub(super) stated: String,
    /// Words that the sources write in capitals: they are names, not shouting.
    pub(super) capitals: BTreeSet<String>,
    pub(super) market: Market,
    pub(super) circumstances: &'a Circumstances,
    /// Facts that time has passed by.
    pub(super) stale: Vec<Stale>,
}

impl<'a> CheckContext<'a> {
    /// `facts` are those that the text may use; what the brand's profile says counts as stated too.
    pub fn new(brand: &'a BrandProfile, facts: &[Fact], circumstances: &'a Circumstances) -> Self {
        let mut sources: Vec<&str> = vec![&brand.name, &brand.one_liner];
        sources.extend(brand.website.as_deref());
        sources.extend(brand.audiences.iter().map(String::as_str));
        sources.extend(brand.hashtags.iter().map(String::as_str));
        sources.extend(brand.rules.required.iter().map(|rule| rule.text.as_str()));
        for fact in facts {
            sources.push(&fact.text);
            sources.push(&fact.subject);
            sources.extend(fact.question.as_deref());
            sources.extend(fact.headings.iter().map(String::as_str));
            if let Some(product) = &fact.product {
                sources.push(&product.name);
                let cells = [
                    &product.price,
                    &product.unit,
                    &product.availability,
                    &product.description,
                ];
                sources.extend(cells.into_iter().flatten().map(String::as_str));
                for detail in &product.details {
                    sources.extend([detail.name.as_str(), detail.value.as_str()]);
                }
            }
        }
        let is_capitals = |word: &&str| {
            word.chars().filter(|c| c.is_alphabetic()).count() > 1
                && !word.chars().any(char::is_lowercase)
        };
        let capitals = sources
            .iter()
            .flat_map(|source| source.split(|c: char| !c.is_alphanumeric()))
            .filter(is_capitals)
            .map(str::to_owned)
            .collect();
        Self {
            brand,
            support: Support::of(&sources),
            stated: crate::text::fold(&sources.join("\n")),
            capitals,
            market: Market::of(brand),
            circumstances,
            stale: Stale::among(facts, circumstances.today),
        }
    }

    pub(super) fn level(&self, guard: &str) -> GuardLevel {
        self.circumstances
            .levels
            .get(guard)
            .copied()
            .unwrap_or_default()
    }
}
