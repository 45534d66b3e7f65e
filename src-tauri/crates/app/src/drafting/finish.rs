//! The post that a finished draft becomes.

use super::pictures::Pictures;
use super::{StartDraftIn, content, profile};
use crate::error::{Code, Error, Result};
use crate::ports::{NewCandidate, NewPost, NewVersion, Ports};
use crate::posts::duplicate;
use crate::runs::StepCx;
use galley_domain::channels::Channel;
use galley_domain::drafting::{Brief, Candidate, DraftVersion, Drafted};
use galley_domain::ids::PostId;
use galley_domain::networks::rules;
use galley_domain::posts::{Content, fullest};
use serde::Deserialize;
use serde_json::Value;

/// Stores the post that a completed run leads to. Nothing if the run asks a question, or the post is there.
pub(super) fn make_post(cx: &StepCx<'_>) -> Result<()> {
    if cx.ports.store.post_of_run(cx.run.id)?.is_some() {
        return Ok(());
    }
    let Some(ranked) = cx.run.output("ranking") else {
        return Ok(());
    };
    let Drafted::Candidates { candidates, note } = decode(ranked)? else {
        return Ok(());
    };
    let brief: Brief = cx.output("brief")?;
    let input: StartDraftIn = cx.input()?;
    let channels = cx.ports.store.channels()?;
    let mut pictures = Pictures::load(cx.ports)?;
    let made = candidates
        .into_iter()
        .map(|candidate| new_candidate(cx.ports, &channels, &mut pictures, candidate));
    let mut all = pinned(cx.ports, input.former)?;
    all.extend(made);
    let post = NewPost {
        id: cx.ports.ids.next().into(),
        run: cx.run.id,
        brief: brief.text,
        language: input.language.unwrap_or(profile(cx.ports)?.language),
        skill: cx.output("skill")?,
        notice: note,
        former: input.former,
        tags: match input.former {
            Some(former) => cx.ports.store.post(former)?.tags,
            None => Vec::new(),
        },
        candidates: all,
    };
    Ok(cx.ports.store.create_post(&cx.act("draft.start"), &post)?)
}

/// The pinned candidates of the post that is drafted again: they come along as they are.
fn pinned(ports: &Ports, former: Option<PostId>) -> Result<Vec<NewCandidate>> {
    let Some(former) = former else {
        return Ok(Vec::new());
    };
    let candidates = ports.store.post(former)?.candidates;
    let pinned = candidates.iter().filter(|candidate| candidate.pinned);
    Ok(pinned
        .map(|candidate| duplicate::copied(ports, candidate))
        .collect())
}

fn new_candidate(
    ports: &Ports,
    channels: &[Channel],
    pictures: &mut Pictures,
    candidate: Candidate,
) -> NewCandidate {
    let longest = candidate
        .versions
        .iter()
        .map(|version| version.text.as_str());
    let longest = longest
        .max_by_key(|text| text.len())
        .unwrap_or_default()
        .to_owned();
    let chosen = pictures.choose(&longest);
    let version = |version: &DraftVersion| {
        let channel = channels
            .iter()
            .find(|channel| channel.network == version.network)?;
        let required = rules(version.network).images.required;
        let media = chosen.iter().filter(|choice| choice.related || required);
        Some(NewVersion {
            id: ports.ids.next().into(),
            channel: channel.id,
            revision: ports.ids.next().into(),
            content: Content {
                media: media.map(|choice| choice.picture.clone()).collect(),
                ..content(version)
            },
            attached: true,
        })
    };
    let versions: Vec<_> = candidate.versions.iter().filter_map(version).collect();
    let global = fullest(versions.iter().map(|version| &version.content));
    NewCandidate {
        id: ports.ids.next().into(),
        revision: ports.ids.next().into(),
        content: global.cloned().unwrap_or_default(),
        versions,
        angle: candidate.angle,
        skill: candidate.skill,
        seed: candidate.seed,
        facts: candidate.facts,
        ranking: candidate.ranking,
        pinned: false,
    }
}

fn decode(value: &Value) -> Result<Drafted> {
    Drafted::deserialize(value).map_err(|error| {
        Error::new(
            Code::Internal,
            format!("the ranked candidates cannot be read: {error}"),
        )
    })
}
