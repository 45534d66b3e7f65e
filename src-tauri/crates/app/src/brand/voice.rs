//! The voice: what was learned, what members set by hand, and the score of any text against it.

use super::{DocumentRevision, LISTED, RevisionIn, learn_voice, revisions};
use crate::error::{Code, Error, Result};
use crate::guards::Checks;
use crate::op::{Cx, Nothing, Op, Tag};
use galley_domain::brand::matching::Words;
use galley_domain::brand::voice::{
    Axis, AxisReading, Exemplars, Improvement, LexiconWord, MIN_POSTS, Move, Spread, VoiceEdits,
    VoiceProfile, VoiceScore,
};
use galley_domain::brand::{BrandRules, FieldChange, PastPost, Preference, Rule};
use galley_domain::ids::PastPostId;
use galley_domain::language::Language;
use galley_domain::members::Role;
use galley_domain::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Letters of a text that is tried: more than any network takes.
const TRIED_CHARS: usize = 70_000;
/// Letters of a word or phrase on a list.
const WORD_CHARS: usize = 80;

/// The voice as it is shown.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct VoiceView {
    /// Counted from 1; 0: nothing was learned yet.
    pub revision: u32,
    pub language: Language,
    /// How many past posts it was learned from.
    pub posts: u32,
    /// How many it takes for a score.
    pub posts_needed: u32,
    pub axes: Vec<AxisReading>,
    /// Measured words without those that members took out.
    pub lexicon: Vec<LexiconWord>,
    pub never: Vec<Rule>,
    pub prefer: Vec<CountedPreference>,
    pub exemplars: Exemplars,
    pub edits: VoiceEdits,
    pub own_scores: Spread,
    pub sentence_words: Spread,
    pub paragraph_words: Spread,
    pub hashtags: Spread,
    /// Share of the posts that have something, 0 to 1.
    pub habits: BTreeMap<String, f32>,
    pub openings: BTreeMap<Move, f32>,
    pub closings: BTreeMap<Move, f32>,
    pub calls_to_action: Vec<String>,
    /// For each post that is quoted: where and when it was published.
    pub quoted: Vec<QuotedPost>,
}

/// A preferred word with how often the posts use it and what it replaces.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct CountedPreference {
    pub rule: Preference,
    /// Posts with the preferred word, and posts with one that it replaces.
    pub with: u32,
    pub without: u32,
}

/// Where a quoted post was published.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct QuotedPost {
    pub post: PastPostId,
    /// `YYYY-MM-DD`.
    pub date: Option<String>,
    pub network: Option<galley_domain::networks::NetworkId>,
}

/// Shows the voice with its evidence.
pub(super) struct GetVoice;

impl Op for GetVoice {
    const NAME: &'static str = "voice.get";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Brand];
    type In = Nothing;
    type Out = VoiceView;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<VoiceView> {
        view(cx)
    }
}

/// Something that a member sets by hand.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum VoiceChange {
    /// Where posts should stand on an axis, 0 to 100; `null` goes back to what is measured.
    Target { axis: Axis, value: Option<f32> },
    /// Puts a word on the list of words to use, or takes one off it.
    Use { word: String, listed: bool },
    /// The same for words that are never used: a rule that guards check as well.
    Never { word: String, listed: bool },
    /// The same for a word in the place of others. `instead_of` is not looked at when one is taken off.
    Prefer {
        word: String,
        #[serde(default)]
        instead_of: Vec<String>,
        listed: bool,
    },
    /// Marks a past post as one to follow or to avoid.
    Exemplar { post: PastPostId, mark: PostMark },
}

/// What a member says of a past post.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum PostMark {
    /// The brand at its best: always shown.
    Pin,
    /// Nothing is learned from it.
    Avoid,
    /// One like the others.
    None,
}

/// A change by hand.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct EditVoiceIn {
    pub change: VoiceChange,
}

/// Changes the voice by hand. Each change is a revision; learning again keeps it.
pub(super) struct EditVoice;

impl Op for EditVoice {
    const NAME: &'static str = "voice.edit";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Brand, Tag::Posts];
    type In = EditVoiceIn;
    type Out = VoiceView;

    async fn run(&self, cx: Cx<'_>, input: EditVoiceIn) -> Result<VoiceView> {
        let act = cx.act(Self::NAME);
        let store = &cx.ports.store;
        match input.change {
            VoiceChange::Target { axis, value } => {
                if value.is_some_and(|value| !(0.0..=100.0).contains(&value)) {
                    return Err(unfit("value", "a place on an axis is 0 to 100"));
                }
                edit(cx, |edits| match value {
                    Some(value) => drop(edits.targets.insert(axis, value)),
                    None => drop(edits.targets.remove(&axis)),
                })?;
            }
            VoiceChange::Use { word, listed } => {
                let word = a_word(&word)?;
                edit(cx, |edits| {
                    let same = |other: &String| fold(other) == fold(&word);
                    edits.use_added.retain(|other| !same(other));
                    edits.use_removed.retain(|other| !same(other));
                    if listed {
                        edits.use_added.push(word.clone());
                    } else {
                        edits.use_removed.push(word.clone());
                    }
                })?;
            }
            VoiceChange::Never { word, listed } => {
                let word = a_word(&word)?;
                edit_rules(cx, |rules| {
                    let stated = rules
                        .never
                        .iter()
                        .any(|rule| rule.source.is_some() && fold(&rule.text) == fold(&word));
                    rules.never.retain(|rule| fold(&rule.text) != fold(&word));
                    keep_or_drop(rules, &word, listed, stated);
                    if listed {
                        rules.never.push(Rule {
                            text: word.clone(),
                            source: None,
                        });
                    }
                })?;
            }
            VoiceChange::Prefer {
                word,
                instead_of,
                listed,
            } => {
                let word = a_word(&word)?;
                let instead_of: Vec<String> = instead_of
                    .iter()
                    .map(|other| a_word(other))
                    .collect::<Result<_>>()?;
                if listed && instead_of.is_empty() {
                    return Err(unfit("instead_of", "say which word it is used in place of"));
                }
                edit_rules(cx, |rules| {
                    let same = |other: &Preference| fold(&other.text) == fold(&word);
                    let stated = rules
                        .prefer
                        .iter()
                        .any(|other| same(other) && other.source.is_some());
                    rules.prefer.retain(|other| !same(other));
                    keep_or_drop(rules, &word, listed, stated);
                    if listed {
                        rules.prefer.push(Preference {
                            text: word.clone(),
                            instead_of: instead_of.clone(),
                            source: None,
                        });
                    }
                })?;
            }
            VoiceChange::Exemplar { post, mark } => {
                if !store.past_posts()?.iter().any(|other| other.id == post) {
                    return Err(Error::new(
                        Code::NotFound,
                        format!("past post {post} is not there"),
                    )
                    .with("what", "past post")
                    .with("id", post));
                }
                edit(cx, |edits| {
                    edits.pinned.remove(&post);
                    edits.avoided.remove(&post);
                    match mark {
                        PostMark::Pin => drop(edits.pinned.insert(post)),
                        PostMark::Avoid => drop(edits.avoided.insert(post)),
                        PostMark::None => {}
                    }
                })?;
                learn_voice(cx, &act)?;
            }
        }
        view(cx)
    }
}

/// Learns the voice again from all past posts. What members set by hand stays.
pub(super) struct LearnAgain;

impl Op for LearnAgain {
    const NAME: &'static str = "voice.relearn";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Brand, Tag::Posts];
    type In = Nothing;
    type Out = VoiceView;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<VoiceView> {
        learn_voice(cx, &cx.act(Self::NAME))?;
        view(cx)
    }
}

/// A text to try.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ScoreIn {
    pub text: String,
}

/// What the voice says of a text.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct ScoredText {
    pub voice: VoiceScore,
    /// The smallest edits that raise the score, the best first.
    pub improvements: Vec<Improvement>,
}

/// Scores a text that is not stored, with reasons and with the edits that would raise the score.
pub(super) struct ScoreText;

impl Op for ScoreText {
    const NAME: &'static str = "voice.score";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Brand];
    type In = ScoreIn;
    type Out = ScoredText;

    async fn run(&self, cx: Cx<'_>, input: ScoreIn) -> Result<ScoredText> {
        if input.text.len() > TRIED_CHARS {
            return Err(unfit("text", "the text is longer than any network takes"));
        }
        let checks = Checks::load(cx.ports)?;
        Ok(ScoredText {
            voice: checks.voice(&input.text),
            improvements: checks.improvements(&input.text),
        })
    }
}

/// Lists the latest fifty revisions of the voice, the newest first.
pub(super) struct VoiceRevisions;

impl Op for VoiceRevisions {
    const NAME: &'static str = "voice.revisions";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Brand];
    type In = Nothing;
    type Out = Vec<DocumentRevision>;

    async fn run(&self, cx: Cx<'_>, _: Nothing) -> Result<Vec<DocumentRevision>> {
        let all = cx.ports.store.voice_revisions(LISTED + 1)?;
        revisions(cx, &all, |after, before| {
            before.map_or_else(Vec::new, |before| changes(before, after))
        })
    }
}

/// Makes an earlier voice the newest one again, with what was set by hand then.
pub(super) struct RestoreVoice;

impl Op for RestoreVoice {
    const NAME: &'static str = "voice.restore";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Brand, Tag::Posts];
    type In = RevisionIn;
    type Out = VoiceView;

    async fn run(&self, cx: Cx<'_>, input: RevisionIn) -> Result<VoiceView> {
        let store = &cx.ports.store;
        let voice = store.voice_revision(input.revision)?;
        store.save_voice(&cx.act(Self::NAME), &voice)?;
        view(cx)
    }
}

fn view(cx: Cx<'_>) -> Result<VoiceView> {
    let store = &cx.ports.store;
    let revision = store
        .voice_revisions(1)?
        .first()
        .map_or(0, |newest| newest.revision);
    let checks = Checks::load(cx.ports)?;
    let (brand, voice) = (checks.brand(), checks.voice_profile());
    let posts = store.past_posts()?;
    let name = fold(&brand.name);
    let removed: Vec<String> = voice
        .edits
        .use_removed
        .iter()
        .map(|word| fold(word))
        .collect();
    let lexicon = voice.lexicon.iter().filter(|word| {
        let word = fold(&word.text);
        word != name && !removed.contains(&word)
    });
    let quotes = voice.axes.iter().flat_map(|axis| &axis.quotes);
    let shown = voice.exemplars.near.iter().chain(&voice.exemplars.far);
    let mut ids: Vec<PastPostId> = quotes
        .map(|quote| quote.post)
        .chain(shown.map(|exemplar| exemplar.post))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let quoted = posts
        .iter()
        .filter(|post| ids.binary_search(&post.id).is_ok())
        .map(|post| QuotedPost {
            post: post.id,
            date: post.date.clone(),
            network: post.network,
        })
        .collect();
    Ok(VoiceView {
        revision,
        language: voice.language,
        posts: voice.posts,
        posts_needed: MIN_POSTS,
        axes: voice.axes.clone(),
        lexicon: lexicon.cloned().collect(),
        never: brand.rules.never.clone(),
        prefer: counted(&brand.rules, &posts),
        exemplars: voice.exemplars.clone(),
        edits: voice.edits.clone(),
        own_scores: voice.own_scores,
        sentence_words: voice.sentence_words,
        paragraph_words: voice.paragraph_words,
        hashtags: voice.hashtags,
        habits: voice.habits.clone(),
        openings: voice.openings.clone(),
        closings: voice.closings.clone(),
        calls_to_action: voice.calls_to_action.clone(),
        quoted,
    })
}

fn counted(rules: &BrandRules, posts: &[PastPost]) -> Vec<CountedPreference> {
    let texts: Vec<Words<'_>> = posts.iter().map(|post| Words::of(&post.text)).collect();
    let with = |word: &str| {
        let has = |text: &&Words<'_>| !text.uses(word).is_empty();
        u32::try_from(texts.iter().filter(has).count()).unwrap_or(u32::MAX)
    };
    rules
        .prefer
        .iter()
        .map(|rule| CountedPreference {
            with: with(&rule.text),
            without: rule.instead_of.iter().map(|bad| with(bad)).sum(),
            rule: rule.clone(),
        })
        .collect()
}

/// Changes what is set by hand and keeps it as a revision.
fn edit(cx: Cx<'_>, change: impl Fn(&mut VoiceEdits)) -> Result<()> {
    let store = &cx.ports.store;
    let act = cx.act(EditVoice::NAME);
    let known = match store.voice()?.filter(|voice| !voice.is_outdated()) {
        Some(known) => known,
        None => {
            learn_voice(cx, &act)?;
            let empty = || VoiceProfile::measure(&[], Language::English);
            store.voice()?.unwrap_or_else(empty)
        }
    };
    let mut voice = known;
    change(&mut voice.edits);
    Ok(store.save_voice(&act, &voice)?)
}

fn edit_rules(cx: Cx<'_>, change: impl Fn(&mut BrandRules)) -> Result<()> {
    let store = &cx.ports.store;
    let Some(mut profile) = store.profile()? else {
        return Err(Error::new(
            Code::NotFound,
            "there is no brand profile yet: write one first",
        )
        .with("what", "brand profile")
        .with("id", ""));
    };
    change(&mut profile.rules);
    let profile = profile.tidied();
    if let Some(problem) = profile.problems().into_iter().next() {
        return Err(Error::new(
            Code::BrandInvalid,
            format!(
                "the rule contradicts another one ({}): {:?}",
                problem.problem, problem.value
            ),
        )
        .with("field", problem.field)
        .with("problem", problem.problem)
        .with("value", problem.value));
    }
    Ok(store.save_profile(&cx.act(EditVoice::NAME), &profile)?)
}

/// A rule of a document that is taken out stays out when the document is read again.
fn keep_or_drop(rules: &mut BrandRules, word: &str, listed: bool, stated: bool) {
    rules.dropped.retain(|other| fold(other) != fold(word));
    if !listed && stated {
        rules.dropped.push(word.to_owned());
    }
}

fn a_word(word: &str) -> Result<String> {
    let word = word.trim();
    if word.is_empty() || word.chars().count() > WORD_CHARS || word.contains('\n') {
        return Err(unfit(
            "word",
            "a word or phrase has 1 to 80 letters on one line",
        ));
    }
    Ok(word.to_owned())
}

fn unfit(field: &str, detail: &str) -> Error {
    Error::new(Code::BadInput, format!("{field}: {detail}"))
        .with("operation", "voice")
        .with("detail", detail)
}

/// What differs between two states of the voice, in words that can be shown.
fn changes(before: &VoiceProfile, after: &VoiceProfile) -> Vec<FieldChange> {
    let fields = |voice: &VoiceProfile| -> Vec<(&'static str, Vec<String>)> {
        let edits = &voice.edits;
        let place = |(axis, value): (&Axis, &f32)| format!("{} {value:.0}", axis.code());
        let ids = |posts: &std::collections::BTreeSet<PastPostId>| {
            posts.iter().map(ToString::to_string).collect()
        };
        let tone = |reading: &AxisReading| format!("{} {:.0}", reading.axis.code(), reading.value);
        vec![
            ("posts", vec![voice.posts.to_string()]),
            ("axes", voice.axes.iter().map(tone).collect()),
            ("targets", edits.targets.iter().map(place).collect()),
            (
                "lexicon",
                voice.lexicon.iter().map(|word| word.text.clone()).collect(),
            ),
            ("use_added", edits.use_added.clone()),
            ("use_removed", edits.use_removed.clone()),
            ("pinned", ids(&edits.pinned)),
            ("avoided", ids(&edits.avoided)),
        ]
    };
    fields(before)
        .into_iter()
        .zip(fields(after))
        .filter_map(|((field, old), (_, new))| FieldChange::between(field, &old, &new))
        .collect()
}
