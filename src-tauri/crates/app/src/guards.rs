//! Checking: what a version is worth as it stands, worked out whenever it is read and never stored.

use crate::error::{Code, Error, Result};
use crate::op::{AnyOp, Cx, Nothing, Op, Tag};
use crate::ports::{Ports, StoredCandidate, StoredVersion};
use galley_domain::brand::BrandProfile;
use galley_domain::brand::voice::{Improvement, VoiceProfile, VoiceScore};
use galley_domain::drafting::{Citation, cite};
use galley_domain::guards::{
    self, CheckContext, Circumstances, Draft, Finding, Fix, GUARDS, Guard, GuardLevel, Measured,
    RecentPosts, RuleOrigin, UsualEase,
};
use galley_domain::ids::PostId;
use galley_domain::knowledge::Fact;
use galley_domain::language::Language;
use galley_domain::members::Role;
use galley_domain::networks::{Count, NetworkId, rules};
use galley_domain::posts::Content;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// The operations on guards.
pub const OPS: &[&dyn AnyOp] = &[&CheckText, &ListGuards, &SetGuard];

/// Facts that a text given by itself is held against: the entries closest to it.
const FACTS_BESIDE: usize = 20;

/// Newest past posts by which the usual ease of reading is measured: more do not change it.
const POSTS_MEASURED: usize = 120;

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
    /// In the order in which they were applied.
    pub(crate) applied: Vec<Fix>,
}

/// What checks go by, loaded once for all versions of an answer.
pub struct Checks {
    brand: BrandProfile,
    voice: VoiceProfile,
    circumstances: Circumstances,
}

impl Checks {
    /// Loads the brand's profile and voice, what it published, and how much it wants to hear of each guard.
    /// Times are in UTC, as everywhere.
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
        let recent = ports.store.recent_posts()?;
        let past = recent.iter().rev().filter(|post| post.post.is_none());
        let measured = past.take(POSTS_MEASURED).map(|post| post.text.as_str());
        let circumstances = Circumstances {
            today: ports.clock.now().to_zoned(TimeZone::UTC).date(),
            usual_ease: UsualEase::of(measured, brand.language),
            levels: ports.store.guard_levels()?,
            recent: RecentPosts::of(recent),
        };
        Ok(Self {
            brand,
            voice,
            circumstances,
        })
    }

    /// The brand's profile.
    pub fn brand(&self) -> &BrandProfile {
        &self.brand
    }

    /// Checks a stored version with its candidate's facts.
    pub fn check(&self, version: &StoredVersion, facts: &[Fact]) -> Checked {
        self.checked(&self.draft_of(version), facts)
    }

    /// Checks a content for a network that belongs to no stored post.
    pub fn check_content(&self, network: NetworkId, content: &Content, facts: &[Fact]) -> Checked {
        self.checked(&self.draft(network, content, None), facts)
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
        let draft = self.draft(network, content, None);
        guards::check(&draft, &Measured::default(), &self.context(facts))
    }

    /// Applies all fixes that help.
    pub(crate) fn fix_all(&self, version: &StoredVersion, facts: &[Fact]) -> Fixed {
        self.fixed(&self.draft_of(version), facts)
    }

    /// Checks a candidate's global content: its findings are those that every network of its attached
    /// versions has; without one, those of all its versions.
    pub(crate) fn check_global(&self, candidate: &StoredCandidate) -> Checked {
        let (draft, others) = self.draft_of_global(candidate);
        let context = self.context(&candidate.facts);
        Checked {
            findings: guards::check_common(&draft, &others, &Measured::default(), &context),
            voice: self.voice(draft.text),
            count: rules(draft.network).count(draft.text),
            citations: cite::cite(draft.text, &candidate.facts),
        }
    }

    /// Applies all fixes that help to a candidate's global text.
    pub(crate) fn fix_global(&self, candidate: &StoredCandidate) -> Fixed {
        let (draft, others) = self.draft_of_global(candidate);
        let context = self.context(&candidate.facts);
        let fixed = guards::fix_all_common(&draft, &others, &Measured::default(), &context);
        Fixed {
            text: fixed.text,
            applied: fixed.applied,
        }
    }

    fn checked(&self, draft: &Draft<'_>, facts: &[Fact]) -> Checked {
        Checked {
            findings: guards::check(draft, &Measured::default(), &self.context(facts)),
            voice: self.voice(draft.text),
            count: rules(draft.network).count(draft.text),
            citations: cite::cite(draft.text, facts),
        }
    }

    fn fixed(&self, draft: &Draft<'_>, facts: &[Fact]) -> Fixed {
        let fixed = guards::fix_all(draft, &Measured::default(), &self.context(facts));
        Fixed {
            text: fixed.text,
            applied: fixed.applied,
        }
    }

    fn context(&self, facts: &[Fact]) -> CheckContext<'_> {
        CheckContext::new(&self.brand, facts, &self.circumstances)
    }

    fn draft_of<'a>(&self, version: &'a StoredVersion) -> Draft<'a> {
        let network = version.channel.network;
        self.draft(network, &version.head.content, Some(version.post))
    }

    /// The global content on the first of its networks, and the others.
    fn draft_of_global<'a>(&self, candidate: &'a StoredCandidate) -> (Draft<'a>, Vec<NetworkId>) {
        let (first, others) = networks(candidate);
        let post = candidate.versions.first().map(|version| version.post);
        let draft = self.draft(first, &candidate.global.head.content, post);
        (draft, others)
    }

    fn draft<'a>(
        &self,
        network: NetworkId,
        content: &'a Content,
        post: Option<PostId>,
    ) -> Draft<'a> {
        Draft {
            network,
            text: &content.text,
            link: content.link.as_deref(),
            media: &content.media,
            first_comment: content.first_comment.as_deref(),
            language: self.brand.language,
            post,
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
            fixed: checks
                .fixed(&checks.draft(input.network, &content, None), &facts)
                .text,
        })
    }
}

/// A guard, with how much of it the brand wants to hear.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct GuardView {
    pub id: String,
    /// The codes of its findings.
    pub codes: Vec<String>,
    /// Those of them that a network refuses: they stay whatever the level is.
    pub limits: Vec<String>,
    /// The pages that its rules come from; empty: the brand's documents, the network's pages or our own.
    pub sources: Vec<RuleOrigin>,
    pub level: GuardLevel,
}

impl GuardView {
    fn of(guard: &Guard, level: GuardLevel) -> Self {
        let owned = |list: &[&str]| list.iter().map(|code| (*code).to_owned()).collect();
        Self {
            id: guard.id.to_owned(),
            codes: owned(guard.codes),
            limits: owned(guard.limits),
            sources: guard.sources.iter().map(RuleOrigin::of).collect(),
            level,
        }
    }
}

/// Lists the guards, in the order in which they check.
struct ListGuards;

impl Op for ListGuards {
    const NAME: &'static str = "guard.list";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Brand];
    type In = Nothing;
    type Out = Vec<GuardView>;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<Vec<GuardView>> {
        let levels = cx.ports.store.guard_levels()?;
        let view = |guard: &Guard| {
            let level = levels.get(guard.id).copied().unwrap_or_default();
            GuardView::of(guard, level)
        };
        Ok(GUARDS.iter().map(view).collect())
    }
}

/// A guard and its new level.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct SetGuardIn {
    pub guard: String,
    pub level: GuardLevel,
}

/// Lowers a guard for this brand, or puts it back. What a network refuses is found at every level.
struct SetGuard;

impl Op for SetGuard {
    const NAME: &'static str = "guard.set";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Brand, Tag::Posts, Tag::Review];
    type In = SetGuardIn;
    type Out = GuardView;

    async fn run(&self, cx: Cx<'_>, input: SetGuardIn) -> Result<GuardView> {
        let guard = GUARDS.iter().find(|guard| guard.id == input.guard);
        let guard = guard.ok_or_else(|| {
            Error::new(Code::NotFound, "no guard has this name")
                .with("what", "guard")
                .with("id", &input.guard)
        })?;
        let act = cx.act(Self::NAME);
        cx.ports
            .store
            .set_guard_level(&act, guard.id, input.level)?;
        Ok(GuardView::of(guard, input.level))
    }
}
