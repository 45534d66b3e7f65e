//! `galley draft`: a brief becomes a folder of candidates.

use crate::exit::{BLOCKED, Exit};
use crate::page::{self, Page};
use crate::text::{print, sentence, tell};
use crate::{Where, text};
use clap::Args;
use galley_app::posts::{CandidateView, PostView, VersionView};
use galley_app::runs::RunView;
use galley_domain::drafting::Advisory;
use galley_domain::guards::Severity;
use galley_domain::knowledge::Fact;
use galley_domain::runs::RunState;
use galley_host::Host;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What to draft.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// What the post is about, for whom, in which tone, for which networks; in plain words.
    brief: String,
    #[command(flatten)]
    place: Where,
    /// Networks to write for, with commas between: linkedin, x, facebook, instagram.
    #[arg(long, value_delimiter = ',')]
    networks: Vec<String>,
    /// How many candidates.
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=3))]
    candidates: Option<u32>,
    /// The same seed over the same folder gives the same draft.
    #[arg(long)]
    seed: Option<u64>,
    /// Language of the posts; the brand's own if left out.
    #[arg(long, value_parser = ["en", "de"])]
    language: Option<String>,
    /// Write by this skill instead of the one that fits best.
    #[arg(long)]
    skill: Option<String>,
    /// Folder for the result. Candidates of an earlier draft in it are replaced.
    #[arg(long)]
    out: PathBuf,
}

/// Drafts and writes the candidates.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Exit> {
    let host = arguments.place.open()?;
    if let Some(folder) = &arguments.place.brand {
        tell(&format!("Read {}", folder.display()));
    }
    let mut input = json!({
        "brief": arguments.brief,
        "candidates": arguments.candidates,
        "language": arguments.language,
        "skill": arguments.skill,
        "seed": arguments.seed.map(|seed| format!("{seed:016x}")),
    });
    if !arguments.networks.is_empty() {
        input["networks"] = json!(arguments.networks);
    }
    let mut run = start(&host, &input)?;
    if let Some(skill) = run.advisory.as_ref().and_then(likeliest) {
        // Nobody is there to be asked: the likeliest kind of post is written, and the others are named.
        tell_choice(run.advisory.as_ref());
        input["skill"] = json!(skill);
        run = start(&host, &input)?;
    }
    let Some(post) = finished(&run)? else {
        return Ok(ExitCode::from(BLOCKED));
    };
    let post: PostView = ask(&host, "post.get", json!({ "post": post }))?;
    let about = host.call("workspace.about", json!({}))?;
    let blocked = write(&host, &post, &about, &arguments.out)?;
    if let Some(notice) = &post.notice {
        tell(&sentence(&notice.code, &notice.params));
    }
    Ok(if blocked {
        ExitCode::from(BLOCKED)
    } else {
        ExitCode::SUCCESS
    })
}

/// Starts a draft and waits for what comes of it.
fn start(host: &Host, input: &Value) -> Result<RunView, Exit> {
    let started = host.call("draft.start", input.clone())?;
    Ok(host.wait(read(started["run"].clone())?)?)
}

/// The first skill of an advisory that asks which one to use.
fn likeliest(advisory: &Advisory) -> Option<String> {
    let asks = advisory.code == "which-skill";
    advisory.choices.first().filter(|_| asks)?.skill.clone()
}

fn tell_choice(advisory: Option<&Advisory>) {
    let skills = advisory.into_iter().flat_map(|advisory| &advisory.choices);
    let skills: Vec<&str> = skills
        .filter_map(|choice| choice.skill.as_deref())
        .collect();
    if let [first, others @ ..] = skills.as_slice() {
        tell(&format!(
            "The brief could mean more than one kind of post. Written as {first}; for another: {}",
            others
                .iter()
                .map(|skill| format!("--skill {skill}"))
                .collect::<Vec<_>>()
                .join(", ")
        ));
    }
}

/// The post that the run made; `None` if it asks a question instead.
fn finished(run: &RunView) -> Result<Option<galley_domain::ids::PostId>, Exit> {
    if let Some(failure) = &run.error {
        return Err(Exit::fault(failure.message.clone()));
    }
    if let Some(advisory) = &run.advisory {
        print_advisory(advisory);
        return Ok(None);
    }
    match (run.state, run.post) {
        (RunState::Completed, Some(post)) => Ok(Some(post)),
        (state, _) => Err(Exit::fault(format!(
            "the run ended as {state:?} without a post"
        ))),
    }
}

fn print_advisory(advisory: &Advisory) {
    print(&sentence(&advisory.code, &advisory.params));
    for (letter, choice) in ["A", "B", "C"].iter().zip(&advisory.choices) {
        print(&format!(
            "  {letter}  {}",
            sentence(&choice.code, &choice.params)
        ));
        let skill = choice
            .skill
            .as_ref()
            .map_or_else(String::new, |skill| format!(" --skill {skill}"));
        if !choice.brief.is_empty() {
            print(&format!("     galley draft {:?}{skill} …", choice.brief));
        }
    }
}

/// Writes the candidates and the page of previews. Gives whether a blocking finding is left.
fn write(host: &Host, post: &PostView, about: &Value, out: &Path) -> Result<bool, Exit> {
    clear(out)?;
    let mut blocked = false;
    let mut pictures = BTreeMap::new();
    for candidate in &post.candidates {
        for version in &candidate.versions {
            let folder = out
                .join(candidate.ordinal.to_string())
                .join(network(version));
            make(&folder)?;
            put(
                &folder.join("post.txt"),
                &format!("{}\n", version.payload.text),
            )?;
            let images = images(host, version, &folder)?;
            let beside = format!("{}/{}", candidate.ordinal, network(version));
            let paths = images.iter().filter_map(|image| image["file"].as_str());
            let paths: Vec<String> = paths.map(|file| format!("{beside}/{file}")).collect();
            pictures.insert(version.id, paths);
            let record = record(candidate, version, images);
            put(&folder.join("post.json"), &pretty(&record)?)?;
            blocked |= version
                .findings
                .iter()
                .any(|finding| finding.severity == Severity::Block);
        }
        print_candidate(candidate);
    }
    let preview = out.join("preview.html");
    put(
        &preview,
        &page::html(&Page {
            post,
            brand: about["name"].as_str().unwrap_or_default(),
            pictures: &pictures,
        }),
    )?;
    print(&format!("\n{}", preview.display()));
    Ok(blocked)
}

fn print_candidate(candidate: &CandidateView) {
    let angle = sentence(&candidate.angle.code, &candidate.angle.params);
    print(&format!("\n{}. {angle}", candidate.ordinal));
    for version in candidate.versions.iter().take(1) {
        print(&version.payload.text);
    }
    let counts: Vec<_> = candidate
        .versions
        .iter()
        .map(|version| {
            format!(
                "{} {}/{}",
                network(version),
                version.count.value,
                version.count.limit
            )
        })
        .collect();
    print(&format!("   [{}]", counts.join(", ")));
    for version in &candidate.versions {
        for finding in &version.findings {
            let said = sentence(&finding.code, &finding.params);
            print(&format!(
                "   {} {:?}: {said}",
                network(version),
                finding.severity
            ));
        }
    }
}

/// `post.json`, as it is promised to other programs.
fn record(candidate: &CandidateView, version: &VersionView, images: Vec<Value>) -> Value {
    let cited = |fact: usize| {
        version
            .citations
            .iter()
            .any(|citation| citation.fact as usize == fact)
    };
    let facts: Vec<Value> = candidate
        .facts
        .iter()
        .enumerate()
        .filter(|(n, _)| cited(*n))
        .map(|(_, fact)| fact_record(fact))
        .collect();
    let voice = &version.voice;
    let reasons: Vec<_> = voice
        .reasons
        .iter()
        .map(|reason| json!({ "points": reason.points, "text": sentence(&reason.code, &reason.params) }))
        .collect();
    let findings: Vec<_> = version
        .findings
        .iter()
        .map(|finding| {
            json!({
                "guard": finding.guard,
                "code": finding.code,
                "severity": finding.severity,
                "span": finding.span,
                "text": sentence(&finding.code, &finding.params),
            })
        })
        .collect();
    let score = voice.score.map_or_else(
        || text::sentence("voice.not-enough-posts", &BTreeMap::new()).into(),
        |score| json!(score),
    );
    json!({
        "candidate": candidate.ordinal,
        "network": version.network,
        "text": version.payload.text,
        "count": version.count.value,
        "limit": version.count.limit,
        "angle": sentence(&candidate.angle.code, &candidate.angle.params),
        "skill": candidate.skill,
        "seed": candidate.seed,
        "facts": facts,
        "findings": findings,
        "voice": { "score": score, "posts": voice.posts, "reasons": reasons },
        "images": images,
    })
}

/// Copies a version's pictures beside its text, and gives their file names with their alt texts.
fn images(host: &Host, version: &VersionView, folder: &Path) -> Result<Vec<Value>, Exit> {
    let mut images = Vec::new();
    for (n, media) in version.payload.media.iter().enumerate() {
        let (kind, bytes) = host.media(media.media)?;
        let file = format!(
            "image-{}.{}",
            n + 1,
            kind.rsplit('/').next().unwrap_or("bin")
        );
        let path = folder.join(&file);
        fs::write(&path, bytes).map_err(|error| Exit::cannot_write(&path, &error))?;
        images.push(json!({ "file": file, "alt": media.alt }));
    }
    Ok(images)
}

fn fact_record(fact: &Fact) -> Value {
    json!({ "text": fact.text, "file": fact.file, "start": fact.span.start, "end": fact.span.end })
}

/// The network's name as it is written in paths and JSON.
fn network(version: &VersionView) -> String {
    let name = serde_json::to_value(version.network).ok();
    name.and_then(|name| name.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// Calls an operation and reads its answer.
fn ask<T: DeserializeOwned>(host: &Host, name: &str, input: Value) -> Result<T, Exit> {
    read(host.call(name, input)?)
}

fn read<T: DeserializeOwned>(value: Value) -> Result<T, Exit> {
    serde_json::from_value(value)
        .map_err(|error| Exit::fault(format!("an answer does not fit: {error}")))
}

fn pretty(value: &Value) -> Result<String, Exit> {
    let text =
        serde_json::to_string_pretty(value).map_err(|error| Exit::fault(error.to_string()))?;
    Ok(text + "\n")
}

/// Removes the candidates of an earlier draft: only what this command writes, nothing else.
fn clear(out: &Path) -> Result<(), Exit> {
    make(out)?;
    for ordinal in 1..=3 {
        let folder = out.join(ordinal.to_string());
        if folder.join("linkedin").is_dir()
            || folder.join("x").is_dir()
            || folder.join("facebook").is_dir()
            || folder.join("instagram").is_dir()
        {
            fs::remove_dir_all(&folder).map_err(|error| Exit::cannot_write(&folder, &error))?;
        }
    }
    Ok(())
}

fn make(folder: &Path) -> Result<(), Exit> {
    fs::create_dir_all(folder).map_err(|error| Exit::cannot_write(folder, &error))
}

fn put(path: &Path, text: &str) -> Result<(), Exit> {
    fs::write(path, text).map_err(|error| Exit::cannot_write(path, &error))
}
