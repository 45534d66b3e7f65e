//! Runs that were: the list, what a step was given and gave, and taking a run up again.

use super::{RunView, StepView, look, milliseconds, step_view};
use crate::error::{Code, Error, Result};
use crate::op::{Cx, Op, Tag};
use galley_domain::ids::RunId;
use galley_domain::members::Role;
use galley_domain::runs::{RunState, StepState};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Runs that the list shows; older ones stay stored.
const LISTED: u32 = 200;

/// Most characters of a step's input or output that are shown.
const SHOWN: usize = 100_000;

/// Which runs to list.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct ListRunsIn {
    #[serde(default)]
    pub state: Option<RunState>,
    /// Looked for in the brief, ignoring case.
    #[serde(default)]
    pub text: Option<String>,
}

/// A run in the list.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct RunSummary {
    pub id: RunId,
    pub kind: String,
    pub state: RunState,
    pub steps: Vec<StepView>,
    /// What it was asked to do, in the words of whoever asked.
    pub brief: String,
    /// Name of who asked.
    pub by: String,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub created: Timestamp,
    /// Seconds from the first step's begin to the last step's end, so far.
    pub seconds: f64,
}

/// Lists the newest runs, at most 200.
pub(super) struct ListRuns;

impl Op for ListRuns {
    const NAME: &'static str = "run.list";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Runs];
    type In = ListRunsIn;
    type Out = Vec<RunSummary>;

    async fn run(&self, cx: Cx<'_>, input: ListRunsIn) -> Result<Vec<RunSummary>> {
        let members = cx.ports.store.members()?;
        let text = input.text.unwrap_or_default().trim().to_lowercase();
        let runs = cx.ports.store.runs(LISTED)?.into_iter();
        let summaries = runs.map(|stored| {
            let run = stored.run;
            let first = run.steps.iter().filter_map(|step| step.started).min();
            let last = run.steps.iter().filter_map(|step| step.ended).max();
            let by = members.iter().find(|member| member.id == stored.member);
            RunSummary {
                id: run.id,
                brief: run.input["brief"].as_str().unwrap_or_default().to_owned(),
                by: by.map(|member| member.name.clone()).unwrap_or_default(),
                state: run.state,
                created: run.created,
                seconds: f64::from(milliseconds(first, last).unwrap_or(0)) / 1_000.0,
                steps: run
                    .steps
                    .iter()
                    .map(|step| step_view(step, first))
                    .collect(),
                kind: run.kind,
            }
        });
        Ok(summaries
            .filter(|run| input.state.is_none_or(|state| run.state == state))
            .filter(|run| run.brief.to_lowercase().contains(&text))
            .collect())
    }
}

/// Names a step of a run.
#[derive(Debug, Clone, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct StepIn {
    pub run: RunId,
    /// Its name.
    pub step: String,
}

/// What a step was given and what it gave.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct StepDetail {
    pub name: String,
    pub state: StepState,
    /// What the run was asked for, as JSON.
    pub input: Json,
    /// As JSON; `None`: it has given nothing.
    pub output: Option<Json>,
}

/// A JSON text, indented.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct Json {
    pub text: String,
    /// Characters that are not shown, because there are too many.
    pub left_off: u32,
}

/// Shows what a step of a run was given and what it gave.
pub(super) struct GetStep;

impl Op for GetStep {
    const NAME: &'static str = "run.step";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Runs];
    type In = StepIn;
    type Out = StepDetail;

    async fn run(&self, cx: Cx<'_>, input: StepIn) -> Result<StepDetail> {
        let run = cx.ports.store.run(input.run)?.run;
        let at = place_of(&run, &input)?;
        let step = &run.steps[at];
        Ok(StepDetail {
            name: step.name.clone(),
            state: step.state,
            input: json(&run.input),
            output: step.output.as_ref().map(json),
        })
    }
}

/// Takes a run up again from one of its steps, as a new run. What the steps before gave is taken over. A run
/// that failed or was cancelled keeps its seed; one that had completed takes a new one, so that something
/// else comes of it.
pub(super) struct RetryRun;

impl Op for RetryRun {
    const NAME: &'static str = "run.retry";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Runs];
    type In = StepIn;
    type Out = RunView;

    async fn run(&self, cx: Cx<'_>, input: StepIn) -> Result<RunView> {
        let stored = cx.ports.store.run(input.run)?;
        let from = place_of(&stored.run, &input)?;
        let again = stored.run.again(cx.id(), from, cx.now).ok_or_else(|| {
            Error::new(
                Code::WrongState,
                "a run is taken up again when it is over, from a step whose forerunners are done",
            )
        })?;
        let seed = match stored.run.state {
            RunState::Completed => format!("{:016x}", cx.ports.seeds.next()),
            _ => stored.seed,
        };
        cx.ports.store.enqueue(&cx.act(Self::NAME), &again, &seed)?;
        cx.ports.jobs.wake();
        look(cx.ports, again.id)
    }
}

fn place_of(run: &galley_domain::runs::Run, asked: &StepIn) -> Result<usize> {
    let at = run.steps.iter().position(|step| step.name == asked.step);
    at.ok_or_else(|| {
        Error::new(
            Code::NotFound,
            format!("run {} has no step {}", asked.run, asked.step),
        )
        .with("what", "step")
        .with("id", &asked.step)
    })
}

fn json(value: &Value) -> Json {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    let left_off = text.chars().count().saturating_sub(SHOWN);
    Json {
        text: text.chars().take(SHOWN).collect(),
        left_off: u32::try_from(left_off).unwrap_or(u32::MAX),
    }
}
