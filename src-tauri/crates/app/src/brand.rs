//! The brand: profile and rules by revisions, and what a folder tells of both.

use crate::error::{Code, Error, Result};
use crate::op::{AnyOp, Cx, Nothing, Op, Tag};
use crate::ports::{Act, FolderReading, Revised};
use galley_domain::brand::rules;
use galley_domain::brand::voice::VoiceProfile;
use galley_domain::brand::{BrandProfile, BrandRules, FieldChange};
use galley_domain::channels::{Channel, ChannelState};
use galley_domain::members::Role;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

mod past;
mod voice;

pub use past::{
    AddedView, ListIn, PastPostView, PastPostsView, PasteIn, PreviewView, PreviewedPost, RemoveIn,
};
pub use voice::{
    CountedPreference, EditVoiceIn, PostMark, QuotedPost, ScoreIn, ScoredText, VoiceChange,
    VoiceView,
};

/// The operations on the brand.
pub const OPS: &[&dyn AnyOp] = &[
    &GetBrand,
    &SaveBrand,
    &BrandRevisions,
    &RestoreBrand,
    &voice::GetVoice,
    &voice::EditVoice,
    &voice::LearnAgain,
    &voice::ScoreText,
    &voice::VoiceRevisions,
    &voice::RestoreVoice,
    &past::ListPastPosts,
    &past::PreviewPastPosts,
    &past::AddPastPosts,
    &past::RemovePastPosts,
];

/// Revisions that are listed.
pub(crate) const LISTED: u32 = 50;

/// A profile with the revision that it is.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct BrandView {
    /// Counted from 1.
    pub revision: u32,
    pub profile: BrandProfile,
}

/// Shows the brand profile, `null` before there is one.
struct GetBrand;

impl Op for GetBrand {
    const NAME: &'static str = "brand.get";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Brand];
    type In = Nothing;
    type Out = Option<BrandView>;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<Option<BrandView>> {
        view(cx)
    }
}

/// A profile to keep.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct SaveBrandIn {
    pub profile: BrandProfile,
    /// The revision that the writer saw; 0 where there was none.
    pub base: u32,
}

/// Keeps a profile as a new revision, white space and repeated items taken out. Saving what is there
/// already changes nothing.
struct SaveBrand;

impl Op for SaveBrand {
    const NAME: &'static str = "brand.save";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Brand, Tag::Posts, Tag::Workspace];
    type In = SaveBrandIn;
    type Out = Option<BrandView>;

    async fn run(&self, cx: Cx<'_>, input: SaveBrandIn) -> Result<Option<BrandView>> {
        let store = &cx.ports.store;
        let head = view(cx)?;
        let now = head.as_ref().map_or(0, |head| head.revision);
        if now != input.base {
            return Err(Error::new(
                Code::EditConflict,
                format!(
                    "the brand profile is at revision {now}, not {}: read it again",
                    input.base
                ),
            )
            .with("what", "brand")
            .with("id", now));
        }
        let mut profile = input.profile.tidied();
        if let Some(head) = &head {
            profile.rules = remember_dropped(profile.rules, &head.profile.rules);
        }
        if let Some(problem) = profile.problems().into_iter().next() {
            return Err(Error::new(
                Code::BrandInvalid,
                format!(
                    "the field {} of the brand profile is not right ({}): {:?}",
                    problem.field, problem.problem, problem.value
                ),
            )
            .with("field", problem.field)
            .with("problem", problem.problem)
            .with("value", problem.value));
        }
        let act = cx.act(Self::NAME);
        store.save_profile(&act, &profile)?;
        name_channels(cx, &act, &profile)?;
        let spoken = head.is_none_or(|head| head.profile.language != profile.language);
        if spoken {
            learn_voice(cx, &act)?;
        }
        view(cx)
    }
}

/// A state of a document with what changed in it.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct DocumentRevision {
    /// Counted from 1.
    pub revision: u32,
    /// Who wrote it; empty if the member is gone.
    pub member: String,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub at: Timestamp,
    /// Against the revision before, field by field.
    pub changes: Vec<FieldChange>,
}

/// Lists the latest fifty revisions of the profile, the newest first.
struct BrandRevisions;

impl Op for BrandRevisions {
    const NAME: &'static str = "brand.revisions";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Brand];
    type In = Nothing;
    type Out = Vec<DocumentRevision>;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<Vec<DocumentRevision>> {
        let all = cx.ports.store.profile_revisions(LISTED + 1)?;
        revisions(cx, &all, |after, before| {
            before.map_or_else(Vec::new, |before| after.changes_from(before))
        })
    }
}

/// Names a revision.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct RevisionIn {
    pub revision: u32,
}

/// Makes an earlier profile the newest one again. Nothing is lost: this is a revision as well.
struct RestoreBrand;

impl Op for RestoreBrand {
    const NAME: &'static str = "brand.restore";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Brand, Tag::Posts, Tag::Workspace];
    type In = RevisionIn;
    type Out = Option<BrandView>;

    async fn run(&self, cx: Cx<'_>, input: RevisionIn) -> Result<Option<BrandView>> {
        let store = &cx.ports.store;
        let profile = store.profile_revision(input.revision)?;
        let act = cx.act(Self::NAME);
        store.save_profile(&act, &profile)?;
        name_channels(cx, &act, &profile)?;
        learn_voice(cx, &act)?;
        view(cx)
    }
}

/// The brand's name after an import, and where it comes from.
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) from: String,
}

/// Takes what a folder says about the brand: its profile if there is none yet or the folder states one,
/// its rules, and the voice of all past posts.
pub(crate) fn learn(cx: Cx<'_>, act: &Act, reading: &FolderReading) -> Result<Named> {
    let store = &cx.ports.store;
    let known = store.profile()?;
    let proposed = reading.profile.as_ref();
    let stated = proposed.filter(|proposed| proposed.name_from == "stated" || known.is_none());
    let (mut profile, from) = match (stated, known.clone()) {
        (Some(proposed), _) => (proposed.profile.clone(), proposed.name_from.clone()),
        (None, Some(known)) => (known, "kept".to_owned()),
        (None, None) => {
            return Ok(Named {
                name: String::new(),
                from: "none".to_owned(),
            });
        }
    };
    if let Some(known) = &known {
        profile.rules.dropped.clone_from(&known.rules.dropped);
    }
    profile.rules = read_rules(profile.rules, reading).without_dropped();
    if known.as_ref() != Some(&profile) {
        store.save_profile(act, &profile)?;
    }
    name_channels(cx, act, &profile)?;
    learn_voice(cx, act)?;
    Ok(Named {
        name: profile.name,
        from,
    })
}

/// Learns the voice of all past posts, keeping what members set by hand. Nothing is written if it is the
/// same as before.
pub(crate) fn learn_voice(cx: Cx<'_>, act: &Act) -> Result<()> {
    let store = &cx.ports.store;
    let posts = store.past_posts()?;
    let known = store.voice()?;
    let language = store.profile()?.map_or_else(
        || {
            let texts: Vec<&str> = posts.iter().map(|post| post.text.as_str()).collect();
            galley_domain::language::detect(&texts.join("\n"))
        },
        |profile| profile.language,
    );
    let edits = known
        .as_ref()
        .map(|voice| voice.edits.clone())
        .unwrap_or_default();
    let voice = VoiceProfile::learn(&posts, language, edits);
    if known.as_ref() != Some(&voice) {
        store.save_voice(act, &voice)?;
    }
    Ok(())
}

/// The latest revisions with what changed, and who wrote them. The last of `all` is only compared with.
pub(crate) fn revisions<T>(
    cx: Cx<'_>,
    all: &[Revised<T>],
    changes: impl Fn(&T, Option<&T>) -> Vec<FieldChange>,
) -> Result<Vec<DocumentRevision>> {
    let members = cx.ports.store.members()?;
    let name = |revised: &Revised<T>| {
        let member = members.iter().find(|member| member.id == revised.member);
        member.map(|member| member.name.clone()).unwrap_or_default()
    };
    Ok(all
        .iter()
        .enumerate()
        .take(LISTED as usize)
        .map(|(at, revised)| DocumentRevision {
            revision: revised.revision,
            member: name(revised),
            at: revised.at,
            changes: changes(&revised.value, all.get(at + 1).map(|before| &before.value)),
        })
        .collect())
}

fn view(cx: Cx<'_>) -> Result<Option<BrandView>> {
    let newest = cx.ports.store.profile_revisions(1)?;
    Ok(newest.into_iter().next().map(|revised| BrandView {
        revision: revised.revision,
        profile: revised.value,
    }))
}

/// A planned channel has no account to name it: it goes by the brand's name.
fn name_channels(cx: Cx<'_>, act: &Act, profile: &BrandProfile) -> Result<()> {
    let store = &cx.ports.store;
    for channel in store.channels()? {
        if channel.state == ChannelState::Planned && channel.name != profile.name {
            store.save_channel(
                act,
                &Channel {
                    name: profile.name.clone(),
                    ..channel
                },
            )?;
        }
    }
    Ok(())
}

/// The rules with those of the read style guides: what a guide said before, and says no longer, goes.
fn read_rules(mut standing: BrandRules, reading: &FolderReading) -> BrandRules {
    for read in &reading.documents {
        let document = &read.document;
        if rules::is_style_guide(&document.text) {
            standing = standing.without_file(&document.file);
            standing = standing.merge(rules::read(&document.file, &document.text));
        }
    }
    standing
}

/// Notes which rules of documents a member took out, and forgets those that came back.
fn remember_dropped(mut rules: BrandRules, before: &BrandRules) -> BrandRules {
    let texts = |rules: &BrandRules| -> Vec<(String, bool)> {
        let listed = rules.never.iter().chain(&rules.required);
        let listed = listed.map(|rule| (rule.text.clone(), rule.source.is_some()));
        let preferred = rules.prefer.iter();
        listed
            .chain(preferred.map(|rule| (rule.text.clone(), rule.source.is_some())))
            .collect()
    };
    let now = texts(&rules);
    let gone = texts(before)
        .into_iter()
        .filter(|(text, stated)| *stated && !now.iter().any(|(kept, _)| kept == text))
        .map(|(text, _)| text);
    rules.dropped.clone_from(&before.dropped);
    for text in gone {
        if !rules.dropped.contains(&text) {
            rules.dropped.push(text);
        }
    }
    rules
        .dropped
        .retain(|text| !now.iter().any(|(kept, _)| kept == text));
    rules
}
