//! Duplicating a post: a run like any other, so that it is told of and can be looked at.

use super::PostIn;
use crate::drafting::Started;
use crate::error::{Code, Error, Result};
use crate::op::{Cx, Op, Tag};
use crate::ports::{NewCandidate, NewPost, NewVersion, Ports, StoredCandidate};
use crate::runs::{self, Pipeline, StepCx, StepDefinition, done};
use galley_domain::ids::PostId;
use galley_domain::members::Role;
use serde::{Deserialize, Serialize};

/// One step that finds the post; the copy is made at the end.
pub(crate) const PIPELINE: Pipeline = Pipeline {
    kind: "duplicate",
    steps: &[StepDefinition {
        name: "copy",
        run: |cx| {
            Box::pin(async move {
                let input: Duplicate = cx.input()?;
                done(&cx.ports.store.post(input.post)?.id)
            })
        },
    }],
    finish: copy,
};

/// What the run is asked to do.
#[derive(Debug, Serialize, Deserialize)]
struct Duplicate {
    post: PostId,
    /// The post's brief, to tell the run by.
    brief: String,
}

/// Makes a copy of a post as it is now, as a draft with a history of its own.
pub(super) struct DuplicatePost;

impl Op for DuplicatePost {
    const NAME: &'static str = "post.duplicate";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Runs];
    type In = PostIn;
    type Out = Started;

    async fn run(&self, cx: Cx<'_>, input: PostIn) -> Result<Started> {
        let post = cx.ports.store.post(input.post)?;
        let input = serde_json::to_value(Duplicate {
            post: post.id,
            brief: post.brief,
        })
        .map_err(|error| Error::new(Code::Internal, error.to_string()))?;
        Ok(Started {
            run: runs::start(cx, Self::NAME, &PIPELINE, input, None)?,
        })
    }
}

fn copy(cx: &StepCx<'_>) -> Result<()> {
    if cx.ports.store.post_of_run(cx.run.id)?.is_some() {
        return Ok(());
    }
    let input: Duplicate = cx.input()?;
    let post = cx.ports.store.post(input.post)?;
    let candidates = post.candidates.iter();
    let copy = NewPost {
        id: cx.ports.ids.next().into(),
        run: cx.run.id,
        brief: post.brief,
        language: post.language,
        skill: post.skill,
        notice: post.notice,
        former: None,
        tags: post.tags,
        candidates: candidates
            .map(|candidate| copied(cx.ports, candidate))
            .collect(),
    };
    Ok(cx
        .ports
        .store
        .create_post(&cx.act("post.duplicate"), &copy)?)
}

/// A candidate as it is now, with new ids.
pub(crate) fn copied(ports: &Ports, candidate: &StoredCandidate) -> NewCandidate {
    let versions = candidate.versions.iter().map(|version| NewVersion {
        id: ports.ids.next().into(),
        channel: version.channel.id,
        revision: ports.ids.next().into(),
        content: version.head.content.clone(),
        attached: version.attached,
    });
    NewCandidate {
        id: ports.ids.next().into(),
        angle: candidate.angle.clone(),
        skill: candidate.skill.clone(),
        seed: candidate.seed.clone(),
        facts: candidate.facts.clone(),
        ranking: candidate.ranking.clone(),
        pinned: candidate.pinned,
        revision: ports.ids.next().into(),
        content: candidate.global.head.content.clone(),
        versions: versions.collect(),
    }
}
