//! Runs: the one engine for everything that takes time.
//!
//! A pipeline is data: named steps. [`drive`] walks it, and stores before it goes on, so that a run cut
//! off by a crash resumes at the step that was running. What a finished run leads to (a post) is made by
//! the pipeline's `finish`, which may be called again after a crash and therefore does nothing twice.

use crate::error::{Code, Error, Result};
use crate::op::{AnyOp, Cx, Op, Tag};
use crate::ports::{Act, Event, Ports, StoreError, StoredRun};
use galley_domain::drafting::{Advisory, Drafted, Notice};
use galley_domain::ids::{DeviceId, MemberId, PostId, RunId};
use galley_domain::members::Role;
use galley_domain::runs::{Failure, Run, RunEffect, RunEvent, RunState, StepState};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::future::Future;
use std::pin::Pin;

pub mod history;

/// The operations on runs.
pub const OPS: &[&dyn AnyOp] = &[
    &GetRun,
    &CancelRun,
    &history::ListRuns,
    &history::GetStep,
    &history::RetryRun,
];

/// The pipelines, by kind.
pub const PIPELINES: &[&Pipeline] = &[
    &crate::drafting::PIPELINE,
    &crate::posts::duplicate::PIPELINE,
];

/// Steps in their order, and what comes of them.
pub struct Pipeline {
    pub kind: &'static str,
    pub steps: &'static [StepDefinition],
    /// Called once the run is stored as completed, and again if that was cut off.
    pub finish: fn(&StepCx<'_>) -> Result<()>,
}

/// A step of a pipeline.
pub struct StepDefinition {
    pub name: &'static str,
    pub run: for<'a> fn(StepCx<'a>) -> StepFuture<'a>,
}

/// What a step gives, in time.
pub type StepFuture<'a> = Pin<Box<dyn Future<Output = Result<StepOutcome>> + Send + 'a>>;

/// What a step came to.
pub enum StepOutcome {
    /// Go on with the next step.
    Done(Value),
    /// The run has its answer: the steps behind are not needed.
    Answer(Value),
}

/// What a step may use.
#[derive(Clone, Copy)]
pub struct StepCx<'a> {
    pub ports: &'a Ports,
    /// The run so far, with the outputs of the steps before.
    pub run: &'a Run,
    pub seed: u64,
    pub member: MemberId,
    pub device: DeviceId,
}

impl StepCx<'_> {
    /// The run's input.
    pub fn input<T: for<'de> Deserialize<'de>>(&self) -> Result<T> {
        read(&self.run.input, "input")
    }

    /// The output of an earlier step.
    pub fn output<T: for<'de> Deserialize<'de>>(&self, step: &str) -> Result<T> {
        let missing = || Error::new(Code::Internal, format!("step {step} left no output"));
        read(self.run.output(step).ok_or_else(missing)?, step)
    }

    /// The act that a write stores.
    pub fn act(&self, operation: &'static str) -> Act {
        let at = self.ports.clock.now();
        Act {
            member: self.member,
            device: self.device,
            at,
            operation,
        }
    }
}

/// Writes a step's output.
pub fn done<T: Serialize>(output: &T) -> Result<StepOutcome> {
    Ok(StepOutcome::Done(write(output)?))
}

/// Writes an output that ends the run.
pub fn answer<T: Serialize>(output: &T) -> Result<StepOutcome> {
    Ok(StepOutcome::Answer(write(output)?))
}

/// Stores a new run, puts it on the job list and wakes whoever works through it.
/// `seed` is one of the caller's, or else a new one.
pub fn start(
    cx: Cx<'_>,
    operation: &'static str,
    pipeline: &Pipeline,
    input: Value,
    seed: Option<u64>,
) -> Result<RunId> {
    let names: Vec<&str> = pipeline.steps.iter().map(|step| step.name).collect();
    let run = Run::new(cx.id(), pipeline.kind, &names, input, cx.now);
    let seed = seed.unwrap_or_else(|| cx.ports.seeds.next());
    cx.ports
        .store
        .enqueue(&cx.act(operation), &run, &format!("{seed:016x}"))?;
    cx.ports.jobs.wake();
    Ok(run.id)
}

/// Walks a leased run to its end and takes it off the job list.
pub async fn drive(ports: &Ports, id: RunId) -> Result<()> {
    let StoredRun {
        mut run,
        member,
        device,
        seed,
    } = ports.store.run(id)?;
    let seed = u64::from_str_radix(&seed, 16).map_err(|_| {
        Error::new(
            Code::Internal,
            format!("the seed {seed} of run {id} is no number"),
        )
    })?;
    let pipeline = PIPELINES
        .iter()
        .find(|pipeline| pipeline.kind == run.kind)
        .ok_or_else(|| {
            Error::new(
                Code::Internal,
                format!("no pipeline is called {}", run.kind),
            )
        })?;

    let mut effects = run.handle(RunEvent::Start, ports.clock.now());
    while !effects.is_empty() {
        let mut event = None;
        for effect in std::mem::take(&mut effects) {
            match effect {
                RunEffect::Save => match ports.store.save_run(&run) {
                    Ok(()) => {}
                    Err(StoreError::Conflict { .. }) => {
                        // Cancelled from outside: what is stored stands.
                        ports.store.finish_job(id)?;
                        ports.events.send(Event::Run { run: id });
                        return Ok(());
                    }
                    Err(error) => return Err(error.into()),
                },
                RunEffect::Tell => ports.events.send(Event::Run { run: id }),
                RunEffect::Do(step) => {
                    let cx = StepCx {
                        ports,
                        run: &run,
                        seed,
                        member,
                        device,
                    };
                    event = Some(carry_out(pipeline, step, cx).await);
                }
            }
        }
        if let Some(event) = event {
            effects = run.handle(event, ports.clock.now());
        }
    }
    if run.state == RunState::Completed {
        (pipeline.finish)(&StepCx {
            ports,
            run: &run,
            seed,
            member,
            device,
        })?;
    }
    ports.store.finish_job(id)?;
    ports.events.send(Event::Run { run: id });
    ports.events.send(Event::Stale {
        tags: vec![Tag::Runs, Tag::Posts, Tag::Workspace],
    });
    Ok(())
}

/// Ends a run that could not be driven, so that whoever waits learns why.
pub fn fail(ports: &Ports, id: RunId, error: Error) -> Result<()> {
    let mut run = ports.store.run(id)?.run;
    let now = ports.clock.now();
    let running = run
        .steps
        .iter()
        .position(|step| step.state == StepState::Running);
    let event = match running {
        Some(step) => RunEvent::StepFailed {
            step,
            failure: failure(error),
        },
        None => RunEvent::Cancel,
    };
    if !run.handle(event, now).is_empty() {
        ports.store.save_run(&run)?;
    }
    ports.store.finish_job(id)?;
    ports.events.send(Event::Run { run: id });
    Ok(())
}

/// A run as it stands.
pub fn look(ports: &Ports, id: RunId) -> Result<RunView> {
    let run = ports.store.run(id)?.run;
    let post = ports.store.post_of_run(run.id)?;
    Ok(view(&run, post))
}

async fn carry_out(pipeline: &Pipeline, step: usize, cx: StepCx<'_>) -> RunEvent {
    let outcome = match pipeline.steps.get(step) {
        Some(definition) => (definition.run)(cx).await,
        None => Err(Error::new(
            Code::Internal,
            format!("{} has no step {step}", pipeline.kind),
        )),
    };
    match outcome {
        Ok(StepOutcome::Done(output)) => RunEvent::StepDone { step, output },
        Ok(StepOutcome::Answer(output)) => RunEvent::Answered { step, output },
        Err(error) => RunEvent::StepFailed {
            step,
            failure: failure(error),
        },
    }
}

fn failure(error: Error) -> Failure {
    let code = serde_json::to_value(error.code).ok();
    let code = code
        .as_ref()
        .and_then(Value::as_str)
        .unwrap_or("internal")
        .to_owned();
    Failure {
        code,
        message: error.message,
        params: error.params,
    }
}

fn read<T: for<'de> Deserialize<'de>>(value: &Value, what: &str) -> Result<T> {
    T::deserialize(value).map_err(|error| {
        Error::new(
            Code::Internal,
            format!("the stored {what} of the run cannot be read: {error}"),
        )
    })
}

fn write<T: Serialize>(value: &T) -> Result<Value> {
    serde_json::to_value(value).map_err(|error| {
        Error::new(
            Code::Internal,
            format!("a step's output cannot be stored: {error}"),
        )
    })
}

/// Names a run.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct RunIn {
    pub run: RunId,
}

/// A run as it is shown.
#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct RunView {
    pub id: RunId,
    pub kind: String,
    pub state: RunState,
    pub steps: Vec<StepView>,
    /// The post it made.
    pub post: Option<PostId>,
    /// What it asks, if it was not sure.
    pub advisory: Option<Advisory>,
    pub notice: Option<Notice>,
    pub error: Option<Failure>,
    #[schemars(with = "String")]
    #[specta(type = String)]
    pub created: Timestamp,
    /// Seconds from the first step's begin to the last step's end, so far.
    pub seconds: f64,
    /// What it was asked to do, in the words of whoever asked.
    pub brief: String,
}

#[derive(Debug, Clone, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct StepView {
    pub name: String,
    pub state: StepState,
    /// Milliseconds from the first step's begin to this one's; `None`: it has not begun here.
    pub at: Option<u32>,
    /// Milliseconds it took.
    pub ms: Option<u32>,
}

/// Shows a run with its steps and what came of it.
struct GetRun;

impl Op for GetRun {
    const NAME: &'static str = "run.get";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Runs];
    type In = RunIn;
    type Out = RunView;

    async fn run(&self, cx: Cx<'_>, input: RunIn) -> Result<RunView> {
        look(cx.ports, input.run)
    }
}

/// Stops a run after the step it is in. A run that is over stays as it is.
struct CancelRun;

impl Op for CancelRun {
    const NAME: &'static str = "run.cancel";
    const ROLE: Role = Role::Editor;
    const INVALIDATES: &'static [Tag] = &[Tag::Runs];
    type In = RunIn;
    type Out = RunView;

    async fn run(&self, cx: Cx<'_>, input: RunIn) -> Result<RunView> {
        let mut run = cx.ports.store.run(input.run)?.run;
        if !run.handle(RunEvent::Cancel, cx.now).is_empty() {
            match cx.ports.store.save_run(&run) {
                // It ended while we looked: show how.
                Ok(()) | Err(StoreError::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
            cx.ports.events.send(Event::Run { run: run.id });
        }
        look(cx.ports, input.run)
    }
}

fn view(run: &Run, post: Option<PostId>) -> RunView {
    let drafted = run
        .steps
        .iter()
        .rev()
        .find_map(|step| step.output.as_ref())
        .and_then(|output| Drafted::deserialize(output).ok());
    let (advisory, notice, has_candidates) = match drafted {
        Some(Drafted::Advisory { advisory }) => (Some(advisory), None, false),
        Some(Drafted::Candidates { note, .. }) => (None, note, true),
        None => (None, None, false),
    };
    let makes_post = has_candidates || run.kind == crate::posts::duplicate::PIPELINE.kind;
    // A completed run whose post is not stored yet is, for whoever waits, still running.
    let state = match run.state {
        RunState::Completed if makes_post && post.is_none() => RunState::Running,
        state => state,
    };
    let first = run.steps.iter().filter_map(|step| step.started).min();
    let last = run.steps.iter().filter_map(|step| step.ended).max();
    RunView {
        id: run.id,
        kind: run.kind.clone(),
        state,
        steps: run
            .steps
            .iter()
            .map(|step| step_view(step, first))
            .collect(),
        post,
        advisory,
        notice,
        error: run.failure.clone(),
        created: run.created,
        seconds: f64::from(milliseconds(first, last).unwrap_or(0)) / 1_000.0,
        brief: run.input["brief"].as_str().unwrap_or_default().to_owned(),
    }
}

fn step_view(step: &galley_domain::runs::Step, first: Option<Timestamp>) -> StepView {
    let ms = milliseconds(step.started, step.ended);
    StepView {
        name: step.name.clone(),
        state: step.state,
        at: milliseconds(first, step.started),
        ms,
    }
}

fn milliseconds(from: Option<Timestamp>, to: Option<Timestamp>) -> Option<u32> {
    let between = to?.as_millisecond().saturating_sub(from?.as_millisecond());
    u32::try_from(between.max(0)).ok()
}
