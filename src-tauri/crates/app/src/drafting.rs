//! Drafting: the pipeline from a brief to a post with candidates, as one run.

use crate::error::{Code, Error, Result};
use crate::guards::Checks;
use crate::op::{AnyOp, Cx, Op, Tag};
use crate::ports::{Ports, SearchFilter, SkillUsed};
use crate::runs::{self, Pipeline, StepCx, StepDefinition, StepOutcome, answer, done};
use galley_domain::brand::{BrandProfile, PastPost};
use galley_domain::drafting::intent::{self, Known};
use galley_domain::drafting::requests::Wishes;
use galley_domain::drafting::rerank::{Weights, rerank};
use galley_domain::drafting::{
    Advisory, AdvisoryChoice, Brief, BriefError, Candidate, DraftVersion, Drafted, DraftingInput,
    Intent, MAX_BRIEF_CHARS, advice, brief, candidates, notice,
};
use galley_domain::ids::{EntryId, PostId, RunId};
use galley_domain::knowledge::{EntryKind, Fact};
use galley_domain::language::Language;
use galley_domain::members::Role;
use galley_domain::networks::NetworkId;
use galley_domain::posts::Content;
use galley_domain::skills::matching::{Choice, Match, Verdict, rank};
use galley_domain::skills::{self, SHIPPED, Skill, Structure};
use galley_domain::text::{fold, words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

mod context;
mod finish;
mod pictures;

use context::{Found, find_facts};

/// The operations of drafting.
pub const OPS: &[&dyn AnyOp] = &[&StartDraft];

/// The steps from a brief to ranked candidates.
pub const PIPELINE: Pipeline = Pipeline {
    kind: "draft",
    steps: &[
        StepDefinition {
            name: "brief",
            run: |cx| Box::pin(async move { read_brief(cx) }),
        },
        StepDefinition {
            name: "intent",
            run: |cx| Box::pin(async move { read_intent(cx) }),
        },
        StepDefinition {
            name: "skill",
            run: |cx| Box::pin(async move { match_skill(cx) }),
        },
        StepDefinition {
            name: "context",
            run: |cx| Box::pin(async move { find_facts(cx) }),
        },
        StepDefinition {
            name: "candidates",
            run: |cx| Box::pin(async move { compose(cx) }),
        },
        StepDefinition {
            name: "checks",
            run: |cx| Box::pin(async move { check(cx) }),
        },
        StepDefinition {
            name: "ranking",
            run: |cx| Box::pin(async move { order(cx) }),
        },
    ],
    finish: finish::make_post,
};

/// Candidates that are made if nothing else is asked.
const CANDIDATES: u32 = 3;

/// Hits that each query of the context step asks for.
const HITS: usize = 40;

/// What to draft.
#[derive(Debug, Clone, Default, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct StartDraftIn {
    /// Plain words: what, for whom, in which tone, for which networks. At most 4,000 characters.
    pub brief: String,
    /// Networks to write for; those that the brief names, else all, if left out.
    #[serde(default)]
    pub networks: Option<Vec<NetworkId>>,
    /// 1 to 3; 3 if left out.
    #[serde(default)]
    pub candidates: Option<u32>,
    /// A 64-bit number in hex: the same seed over the same workspace gives the same draft.
    #[serde(default)]
    pub seed: Option<String>,
    /// Language of the posts; the brand's own if left out.
    #[serde(default)]
    pub language: Option<Language>,
    /// The skill to write by; the one that fits best if left out.
    #[serde(default)]
    pub skill: Option<String>,
    /// The post that this one is drafted again from: they make up a thread, and what is pinned there comes
    /// along.
    #[serde(default)]
    pub former: Option<PostId>,
    /// What the draft should be besides what the brief says.
    #[serde(default)]
    pub wishes: Wishes,
    /// Codes of advisories that were answered: they are not asked again.
    #[serde(default)]
    pub settled: Vec<String>,
    /// Entries that are not to be used.
    #[serde(default)]
    pub without: Vec<EntryId>,
}

impl StartDraftIn {
    /// The same with an advisory's answer.
    #[must_use]
    pub fn answered(mut self, choice: &AdvisoryChoice) -> Self {
        self.brief.clone_from(&choice.brief);
        if choice.skill.is_some() {
            self.skill.clone_from(&choice.skill);
        }
        self.settled.extend(choice.settled.iter().cloned());
        self.without.extend(&choice.without);
        self
    }
}

/// The run that drafts.
#[derive(Debug, Clone, Copy, Serialize, schemars::JsonSchema, specta::Type)]
pub struct Started {
    pub run: RunId,
}

/// Starts a draft. What comes of it is asked for with `run.get`, and told by events.
struct StartDraft;

impl Op for StartDraft {
    const NAME: &'static str = "draft.start";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Runs];
    type In = StartDraftIn;
    type Out = Started;

    async fn run(&self, cx: Cx<'_>, input: StartDraftIn) -> Result<Started> {
        Ok(Started {
            run: start(cx, Self::NAME, &input)?,
        })
    }
}

/// Starts a draft. What can be refused is refused now, not by a run that fails a moment later.
pub(crate) fn start(cx: Cx<'_>, operation: &'static str, input: &StartDraftIn) -> Result<RunId> {
    read(input)?;
    if !(1..=3).contains(&input.candidates.unwrap_or(CANDIDATES)) {
        return Err(bad("candidates", "1 to 3 candidates can be made"));
    }
    if let Some(name) = &input.skill {
        let (skills, _) = crate::skills::load(cx.ports);
        if !skills.iter().any(|skill| skill.name == *name) {
            return Err(
                Error::new(Code::NotFound, format!("there is no skill {name}"))
                    .with("what", "skill")
                    .with("id", name),
            );
        }
    }
    if let Some(former) = input.former {
        cx.ports.store.post(former)?;
    }
    let seed = match &input.seed {
        Some(hex) => Some(
            u64::from_str_radix(hex, 16)
                .map_err(|_| bad("seed", "a seed is a 64-bit number in hex"))?,
        ),
        None => None,
    };
    let input = serde_json::to_value(input)
        .map_err(|error| Error::new(Code::Internal, error.to_string()))?;
    runs::start(cx, operation, &PIPELINE, input, seed)
}

/// The facts closest to a text, the most relevant first.
pub(crate) fn facts(ports: &Ports, text: &str, limit: usize) -> Result<Vec<Fact>> {
    let hits = ports
        .index
        .search_entries(text, &SearchFilter::default(), limit)?;
    let best = hits.first().map_or(1.0, |hit| hit.score);
    let ids: Vec<_> = hits.iter().map(|hit| hit.id).collect();
    let entries = ports.store.entries(&ids)?;
    let relevance = |id| {
        hits.iter()
            .find(|hit| hit.id == id)
            .map_or(0.0, |hit| hit.score / best)
    };
    Ok(entries
        .iter()
        .map(|(entry, file)| Fact::of(entry, file, relevance(entry.id)))
        .collect())
}

fn read(input: &StartDraftIn) -> Result<Brief> {
    let networks = input.networks.clone().unwrap_or_default();
    brief::read(&input.brief, &networks, None).map_err(|error| {
        let refused = Error::new(
            match error {
                BriefError::Empty => Code::BriefEmpty,
                BriefError::TooLong { .. } => Code::BriefTooLong,
                BriefError::NoWords => Code::BriefNoWords,
            },
            match error {
                BriefError::Empty => "the brief is empty: say what the post is about".to_owned(),
                BriefError::TooLong { .. } => format!(
                    "{error}: put long material into a document and import it, then ask in a few words"
                ),
                BriefError::NoWords => format!("{error}: say in words what the post is about"),
            },
        );
        match error {
            BriefError::TooLong { chars } => {
                refused.with("chars", chars).with("limit", MAX_BRIEF_CHARS)
            }
            _ => refused,
        }
    })
}

fn read_brief(cx: StepCx<'_>) -> Result<StepOutcome> {
    done(&read(&cx.input()?)?)
}

fn read_intent(cx: StepCx<'_>) -> Result<StepOutcome> {
    let brief: Brief = cx.output("brief")?;
    let profile = profile(cx.ports)?;
    let products = cx.ports.store.entries_of(EntryKind::Product)?;
    let products: Vec<&str> = products
        .iter()
        .map(|(entry, _)| {
            entry
                .product
                .as_ref()
                .map_or(entry.subject.as_str(), |facts| &facts.name)
        })
        .collect();
    let subjects = cx.ports.store.subjects()?;
    let topics: Vec<&str> = subjects.iter().map(String::as_str).collect();
    let audiences: Vec<&str> = profile.audiences.iter().map(String::as_str).collect();
    let known = Known {
        brand_name: &profile.name,
        products: &products,
        audiences: &audiences,
        topics: &topics,
    };
    let mut intent = intent::read(&brief, &known);
    let mut unknown = Vec::new();
    for name in std::mem::take(&mut intent.unknown) {
        if !stands_somewhere(cx.ports, &name)? {
            unknown.push(name);
        }
    }
    intent.unknown = unknown;
    // Whom the post speaks to is not what it is about.
    let readers = intent.audience.clone().unwrap_or_default();
    let about = brief.text.replacen(&readers, " ", 1);
    for subject in named_in(&about, &subjects) {
        intent.topics.retain(|topic| fold(topic) != fold(&subject));
        intent.topics.insert(0, subject);
    }
    done(&intent)
}

/// The subjects of two words or more that a brief names word for word ("your first day"), the longest last,
/// so that it comes to stand first among the topics.
fn named_in(brief: &str, subjects: &[String]) -> Vec<String> {
    let spaced = |text: &str| {
        let folded: Vec<String> = words(text).map(|word| fold(word.text)).collect();
        format!(" {} ", folded.join(" "))
    };
    let brief = spaced(brief);
    let mut named: Vec<String> = subjects
        .iter()
        .filter(|subject| words(subject).nth(1).is_some() && brief.contains(&spaced(subject)))
        .cloned()
        .collect();
    named.sort_by_key(|subject| subject.len());
    named
}

/// Whether a document names something in its running text, where no heading or product does.
fn stands_somewhere(ports: &Ports, name: &str) -> Result<bool> {
    let hits = ports
        .index
        .search_chunks(name, &SearchFilter::default(), HITS)?;
    let ids: Vec<_> = hits.iter().map(|hit| hit.id).collect();
    let wanted = fold(name);
    let chunks = ports.store.chunks(&ids)?;
    Ok(chunks
        .iter()
        .any(|(_, _, text)| fold(text).contains(&wanted)))
}

fn match_skill(cx: StepCx<'_>) -> Result<StepOutcome> {
    let input: StartDraftIn = cx.input()?;
    let intent: Intent = cx.output("intent")?;
    let (skills, _) = crate::skills::load(cx.ports);
    if let Some(name) = input.skill {
        return done(&SkillUsed {
            name,
            confidence: 1.0,
        });
    }
    let Match { verdict, .. } = rank(&intent, &skills);
    match verdict {
        Verdict::Use { choice } | Verdict::General { choice } => done(&SkillUsed {
            name: choice.skill,
            confidence: choice.confidence,
        }),
        Verdict::Ask { choices } => answer(&Drafted::Advisory {
            advisory: which_skill(&input.brief, &choices, &skills),
        }),
    }
}

fn which_skill(brief: &str, choices: &[Choice], skills: &[Skill]) -> Advisory {
    let choice = |choice: &Choice| {
        let skill = skills.iter().find(|skill| skill.name == choice.skill);
        let description = skill.map_or(String::new(), |skill| skill.description.clone());
        let shipped = SHIPPED.iter().any(|skill| {
            skills::parse(skill.skill_md, skill.galley_yaml)
                .is_ok_and(|skill| skill.name == choice.skill)
        });
        // A skill of ours has plain words in the catalogs; a team's own speaks for itself.
        let (code, params) = if shipped {
            (format!("choice.{}", choice.skill), BTreeMap::new())
        } else {
            let params = BTreeMap::from([
                ("skill".to_owned(), choice.skill.clone()),
                ("description".to_owned(), description),
            ]);
            ("use-skill".to_owned(), params)
        };
        AdvisoryChoice {
            code,
            params,
            brief: brief.to_owned(),
            skill: Some(choice.skill.clone()),
            ..AdvisoryChoice::default()
        }
    };
    Advisory {
        code: "which-skill".to_owned(),
        params: BTreeMap::new(),
        choices: choices.iter().take(3).map(choice).collect(),
    }
}

fn compose(cx: StepCx<'_>) -> Result<StepOutcome> {
    let made = with_input(&cx, |input| {
        let mut made = candidates(input, cx.seed);
        if made.is_empty() && !input.avoid.is_empty() {
            // There is no other opening: the same again is better than nothing.
            made = candidates(
                &DraftingInput {
                    avoid: &[],
                    ..*input
                },
                cx.seed,
            );
        }
        if made.is_empty() {
            let advisory = advice::nothing_known(&input.brief.text, input.intent, input.hits);
            return Err(advisory);
        }
        Ok(made)
    })?;
    match made {
        Ok(made) => done(&made),
        Err(advisory) => answer(&Drafted::Advisory { advisory }),
    }
}

fn check(cx: StepCx<'_>) -> Result<StepOutcome> {
    let mut made: Vec<Candidate> = cx.output("candidates")?;
    let checks = Checks::load(cx.ports)?;
    for candidate in &mut made {
        for version in &mut candidate.versions {
            let content = content(version);
            let checked = checks.check_content(version.network, &content, &candidate.facts);
            version.findings = checked.findings;
            version.voice = checked.voice;
        }
    }
    done(&made)
}

fn order(cx: StepCx<'_>) -> Result<StepOutcome> {
    let made: Vec<Candidate> = cx.output("checks")?;
    let note = with_input(&cx, |input| notice(input, input.wanted, made.len()))?;
    done(&Drafted::Candidates {
        candidates: rerank(made.clone(), &Weights::default()),
        note,
    })
}

/// Hands everything that a draft is made from to `use_it`.
fn with_input<T>(cx: &StepCx<'_>, use_it: impl FnOnce(&DraftingInput<'_>) -> T) -> Result<T> {
    let input: StartDraftIn = cx.input()?;
    let brief: Brief = cx.output("brief")?;
    let mut intent: Intent = cx.output("intent")?;
    intent.tone.splice(0..0, input.wishes.tone.clone());
    let avoid = leads_before(cx.ports, &input)?;
    let skill: SkillUsed = cx.output("skill")?;
    let found: Found = cx.output("context")?;
    let (skills, _) = crate::skills::load(cx.ports);
    let structure = skills
        .iter()
        .find(|known| known.name == skill.name)
        .map_or_else(Structure::default, |known| known.structure.clone());
    let structure = input.wishes.fit(&structure);
    let checks = Checks::load(cx.ports)?;
    let past_posts: Vec<PastPost> = cx.ports.store.past_posts()?;
    let voice = |text: &str, _: NetworkId| checks.voice(text);
    let check = |version: &DraftVersion, facts: &[Fact]| {
        checks.findings(version.network, &content(version), facts)
    };
    Ok(use_it(&DraftingInput {
        brief: &brief,
        language: input.language,
        intent: &intent,
        skill: &skill.name,
        structure: &structure,
        facts: &found.facts,
        hits: &found.hits,
        brand: checks.brand(),
        brand_fact: found.brand.as_ref(),
        avoid: &avoid,
        past_posts: &past_posts,
        wanted: input.candidates.unwrap_or(CANDIDATES).clamp(1, 3) as usize,
        voice: &voice,
        check: &check,
    }))
}

/// What the drafts before led with, if the post is to open in another way.
fn leads_before(ports: &Ports, input: &StartDraftIn) -> Result<Vec<EntryId>> {
    let Some(former) = input.former.filter(|_| input.wishes.another_opening) else {
        return Ok(Vec::new());
    };
    let mut leads = Vec::new();
    for post in ports.store.thread(former)? {
        let candidates = ports.store.post(post.id)?.candidates;
        leads.extend(candidates.into_iter().map(|candidate| candidate.angle.lead));
    }
    Ok(leads)
}

fn content(version: &DraftVersion) -> Content {
    Content {
        text: version.text.clone(),
        link: version.link.clone(),
        ..Content::default()
    }
}

fn profile(ports: &Ports) -> Result<BrandProfile> {
    Ok(Checks::load(ports)?.brand().clone())
}

fn bad(field: &str, message: &str) -> Error {
    Error::new(Code::BadInput, message)
        .with("operation", "draft.start")
        .with("detail", field)
}
