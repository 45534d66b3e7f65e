//! Checking: what a version is worth as it stands, worked out whenever it is read and never stored.

use crate::error::{Code, Error, Result};
use crate::op::{AnyOp, Cx, Op, Tag};
use crate::ports::{Ports, StoredCandidate, StoredVersion};
use galley_domain::brand::BrandProfile;
use galley_domain::brand::voice::{Improvement, VoiceProfile, VoiceScore};
use galley_domain::drafting::{Citation, cite};
use galley_domain::guards::{self, CheckContext, Draft, Finding, Measured};
use galley_domain::knowledge::Fact;
use galley_domain::language::Language;
use galley_domain::members::Role;
use galley_domain::networks::{Count, NetworkId, rules};
use galley_domain::posts::Content;
use serde::{Deserialize, Serialize};

/// The operations on guards.
pub const OPS: &[&dyn AnyOp] = &[&CheckText];

/// Facts that a text given by itself is held against: the entries closest to it.
const FACTS_BESIDE: usize = 20;

/// What was found in a version.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    pub findings: Vec<Finding>,
    pub voice: VoiceScore,
    pub count: Count,
    pub citations: Vec<Citation>,
}

/// A text after all fixes that help.
pub(crate) struct Fixed {
    pub(crate) text: String,
    pub(crate) applied: u32,
}

/// What checks go by, loaded once for all versions of an answer.
pub struct Checks {
    brand: BrandProfile,
    voice: VoiceProfile,
}

impl Checks {
    /// Loads the brand's profile and voice.
    pub fn load(ports: &Ports) -> Result<Self> {
        let brand = profile(ports)?;
        let voice = ports.store.voice()?;
        let voice = match voice {
            Some(voice) if voice.is_outdated() => {
                VoiceProfile::learn(&ports.store.past_posts()?, voice.language, voice.edits)
            }
            Some(voice) => voice,
            None => VoiceProfile::measure(&[], brand.language),
        };
        Ok(Self { brand, voice })
    }

    /// The brand's profile.
    pub fn brand(&self) -> &BrandProfile {
        &self.brand
    }

    /// Checks a stored version with its candidate's facts.
    pub fn check(&self, version: &StoredVersion, facts: &[Fact]) -> Checked {
        self.check_content(version.channel.network, &version.head.content, facts)
    }

    /// Checks a content for a network.
    pub fn check_content(&self, network: NetworkId, content: &Content, facts: &[Fact]) -> Checked {
        let draft = self.draft(network, content);
        let context = CheckContext::new(&self.brand, facts);
        Checked {
            findings: guards::check(&draft, &Measured::default(), &context),
            voice: self.voice(&content.text),
            count: rules(network).count(&content.text),
            citations: cite::cite(&content.text, facts),
        }
    }

    /// The voice score of a text.
    pub fn voice(&self, text: &str) -> VoiceScore {
        self.voice.score(&self.brand.rules, text)
    }

    /// The voice itself.
    pub(crate) fn voice_profile(&self) -> &VoiceProfile {
        &self.voice
    }

    /// The smallest edits that bring a text closer to the voice.
    pub(crate) fn improvements(&self, text: &str) -> Vec<Improvement> {
        self.voice.improvements(&self.brand.rules, text)
    }

    /// The findings of a content, without what only a window shows.
    pub fn findings(&self, network: NetworkId, content: &Content, facts: &[Fact]) -> Vec<Finding> {
        let context = CheckContext::new(&self.brand, facts);
        guards::check(
            &self.draft(network, content),
            &Measured::default(),
            &context,
        )
    }

    /// Applies all fixes that help.
    pub(crate) fn fix_all(&self, version: &StoredVersion, facts: &[Fact]) -> Fixed {
        self.fix_content(version.channel.network, &version.head.content, facts)
    }

    fn fix_content(&self, network: NetworkId, content: &Content, facts: &[Fact]) -> Fixed {
        let context = CheckContext::new(&self.brand, facts);
        let fixed = guards::fix_all(
            &self.draft(network, content),
            &Measured::default(),
            &context,
        );
        let applied = u32::try_from(fixed.applied.len()).unwrap_or(u32::MAX);
        Fixed {
            text: fixed.text,
            applied,
        }
    }

    /// Checks a candidate's global content: its findings are those that every network of its attached
    /// versions has; without one, those of all its versions.
    pub(crate) fn check_global(&self, candidate: &StoredCandidate) -> Checked {
        let content = &candidate.global.head.content;
        let (first, others) = networks(candidate);
        let context = CheckContext::new(&self.brand, &candidate.facts);
        let draft = self.draft(first, content);
        Checked {
            findings: guards::check_common(&draft, &others, &Measured::default(), &context),
            voice: self.voice(&content.text),
            count: rules(first).count(&content.text),
            citations: cite::cite(&content.text, &candidate.facts),
        }
    }

    /// Applies all fixes that help to a candidate's global text.
    pub(crate) fn fix_global(&self, candidate: &StoredCandidate) -> Fixed {
        let (first, others) = networks(candidate);
        let context = CheckContext::new(&self.brand, &candidate.facts);
        let draft = self.draft(first, &candidate.global.head.content);
        let fixed = guards::fix_all_common(&draft, &others, &Measured::default(), &context);
        let applied = u32::try_from(fixed.applied.len()).unwrap_or(u32::MAX);
        Fixed {
            text: fixed.text,
            applied,
        }
    }

    fn draft<'a>(&self, network: NetworkId, content: &'a Content) -> Draft<'a> {
        Draft {
            network,
            text: &content.text,
            link: content.link.as_deref(),
            media: u32::try_from(content.media.len()).unwrap_or(u32::MAX),
            first_comment: content.first_comment.as_deref(),
            language: self.brand.language,
        }
    }
}

/// The networks that a candidate's global content is for: the first, and the others.
fn networks(candidate: &StoredCandidate) -> (NetworkId, Vec<NetworkId>) {
    let of = |attached: bool| -> Vec<NetworkId> {
        let versions = candidate.versions.iter();
        let wanted = versions.filter(|version| !attached || version.attached);
        wanted.map(|version| version.channel.network).collect()
    };
    let mut networks = of(true);
    if networks.is_empty() {
        networks = of(false);
    }
    match networks.split_first() {
        Some((first, others)) => (*first, others.to_vec()),
        None => (NetworkId::LinkedIn, Vec::new()),
    }
}

/// The brand's profile, or an empty one before anything was imported: a text can be checked against a
/// network's rules without a brand.
fn profile(ports: &Ports) -> Result<BrandProfile> {
    Ok(ports.store.profile()?.unwrap_or_else(|| BrandProfile {
        schema_version: 1,
        name: String::new(),
        one_liner: String::new(),
        language: Language::English,
        audiences: Vec::new(),
        website: None,
        hashtags: Vec::new(),
        rules: galley_domain::brand::BrandRules::default(),
        kit: galley_domain::brand::BrandKit::default(),
        identity: galley_domain::brand::BrandIdentity::default(),
    }))
}

/// A text and the network that it is for.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct CheckIn {
    pub network: NetworkId,
    pub text: String,
}

/// What was found in a text.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct CheckedView {
    pub findings: Vec<Finding>,
    pub voice: VoiceScore,
    pub count: Count,
    /// The text with every fix that helps.
    pub fixed: String,
}

/// Checks a text that is not stored: its figures are held against the entries closest to it.
struct CheckText;

impl Op for CheckText {
    const NAME: &'static str = "guard.check";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Brand, Tag::Knowledge];
    type In = CheckIn;
    type Out = CheckedView;

    async fn run(&self, cx: Cx<'_>, input: CheckIn) -> Result<CheckedView> {
        if input.text.trim().is_empty() {
            return Err(Error::new(Code::BadInput, "there is no text to check")
                .with("operation", Self::NAME)
                .with("detail", "the text is empty"));
        }
        let checks = Checks::load(cx.ports)?;
        let facts = crate::drafting::facts(cx.ports, &input.text, FACTS_BESIDE)?;
        let content = Content {
            text: input.text,
            ..Content::default()
        };
        let checked = checks.check_content(input.network, &content, &facts);
        Ok(CheckedView {
            findings: checked.findings,
            voice: checked.voice,
            count: checked.count,
            fixed: checks.fix_content(input.network, &content, &facts).text,
        })
    }
}
