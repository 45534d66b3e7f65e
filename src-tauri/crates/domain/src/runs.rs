//! Runs: everything that takes time, made of stored steps.
//!
//! [`Run::handle`] is the whole machine: an event goes in, the run changes, effects come out. It never
//! waits and never stores; `app::runs` does both, and stores before it goes on, so that a crash leaves a
//! run that can be resumed from its last finished step.

use crate::ids::RunId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Where a run stands.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum RunState {
    Pending,
    Running,
    Completed,
    Failed,
    Cancelled,
}

impl RunState {
    /// Whether nothing more will happen.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Cancelled)
    }
}

/// Where a step stands.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    Pending,
    Running,
    Completed,
    Failed,
    Cancelled,
    /// Not needed, because an earlier step already gave the answer.
    Skipped,
}

/// One step of a run, as stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub name: String,
    pub state: StepState,
    pub started: Option<Timestamp>,
    pub ended: Option<Timestamp>,
    /// What the step gave, for the steps after it and for whoever resumes.
    pub output: Option<serde_json::Value>,
}

/// A failure as it is kept and shown.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Failure {
    pub code: String,
    pub message: String,
    pub params: std::collections::BTreeMap<String, String>,
}

/// A run with its steps. A stored document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    pub schema_version: u32,
    pub id: RunId,
    /// Names the pipeline: `draft`.
    pub kind: String,
    pub state: RunState,
    pub input: serde_json::Value,
    pub steps: Vec<Step>,
    pub failure: Option<Failure>,
    pub created: Timestamp,
    pub ended: Option<Timestamp>,
}

/// What can happen to a run.
#[derive(Debug, Clone, PartialEq)]
pub enum RunEvent {
    /// Begin, or go on after a crash.
    Start,
    StepDone {
        step: usize,
        output: serde_json::Value,
    },
    /// The step gave the run's result: the steps after it are not needed.
    Answered {
        step: usize,
        output: serde_json::Value,
    },
    StepFailed {
        step: usize,
        failure: Failure,
    },
    Cancel,
}

/// What has to be done, in this order, after an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunEffect {
    /// Store the run as it is now.
    Save,
    /// Tell whoever is watching.
    Tell,
    /// Carry out this step.
    Do(usize),
}

/// Version of the stored form of [`Run`].
pub const SCHEMA_VERSION: u32 = 1;

impl Run {
    /// A run that has not begun.
    pub fn new(
        id: RunId,
        kind: &str,
        steps: &[&str],
        input: serde_json::Value,
        now: Timestamp,
    ) -> Self {
        let step = |name: &&str| Step {
            name: (*name).to_owned(),
            state: StepState::Pending,
            started: None,
            ended: None,
            output: None,
        };
        Self {
            schema_version: SCHEMA_VERSION,
            id,
            kind: kind.to_owned(),
            state: RunState::Pending,
            input,
            steps: steps.iter().map(step).collect(),
            failure: None,
            created: now,
            ended: None,
        }
    }

    /// The output of a finished step.
    pub fn output(&self, name: &str) -> Option<&serde_json::Value> {
        self.steps
            .iter()
            .find(|step| step.name == name)?
            .output
            .as_ref()
    }

    /// A new run that begins at step `from` of this one and takes over what the steps before it gave.
    /// `None` if this one is not over, has no such step, or never finished the steps before it.
    pub fn again(&self, id: RunId, from: usize, now: Timestamp) -> Option<Self> {
        let (before, _) = self.steps.split_at_checked(from)?;
        let finished = |step: &Step| step.state == StepState::Completed && step.output.is_some();
        if from == self.steps.len() || !self.state.is_over() || !before.iter().all(finished) {
            return None;
        }
        let names: Vec<&str> = self.steps.iter().map(|step| step.name.as_str()).collect();
        let mut run = Self::new(id, &self.kind, &names, self.input.clone(), now);
        for (step, former) in run.steps.iter_mut().zip(before) {
            // Without times: they took none here.
            step.state = StepState::Completed;
            step.output.clone_from(&former.output);
        }
        Some(run)
    }

    /// Takes an event. Events that come too late (a step that finishes after the run was cancelled)
    /// change nothing and have no effects.
    pub fn handle(&mut self, event: RunEvent, now: Timestamp) -> Vec<RunEffect> {
        if self.state.is_over() {
            return Vec::new();
        }
        match event {
            RunEvent::Start => self.go_on(now),
            RunEvent::StepDone { step, output } => {
                if !self.end_step(step, StepState::Completed, Some(output), now) {
                    return Vec::new();
                }
                self.go_on(now)
            }
            RunEvent::Answered { step, output } => {
                if !self.end_step(step, StepState::Completed, Some(output), now) {
                    return Vec::new();
                }
                self.end(RunState::Completed, StepState::Skipped, now)
            }
            RunEvent::StepFailed { step, failure } => {
                if !self.end_step(step, StepState::Failed, None, now) {
                    return Vec::new();
                }
                self.failure = Some(failure);
                self.end(RunState::Failed, StepState::Skipped, now)
            }
            RunEvent::Cancel => self.end(RunState::Cancelled, StepState::Cancelled, now),
        }
    }

    /// Begins the first step that is not done: after a crash that is the one that was running.
    fn go_on(&mut self, now: Timestamp) -> Vec<RunEffect> {
        let next = self
            .steps
            .iter()
            .position(|step| matches!(step.state, StepState::Pending | StepState::Running));
        let Some(next) = next else {
            return self.end(RunState::Completed, StepState::Skipped, now);
        };
        self.state = RunState::Running;
        self.steps[next].state = StepState::Running;
        self.steps[next].started = Some(now);
        vec![RunEffect::Save, RunEffect::Tell, RunEffect::Do(next)]
    }

    fn end_step(
        &mut self,
        step: usize,
        state: StepState,
        output: Option<serde_json::Value>,
        now: Timestamp,
    ) -> bool {
        let Some(step) = self.steps.get_mut(step) else {
            return false;
        };
        if step.state != StepState::Running {
            return false;
        }
        step.state = state;
        step.output = output;
        step.ended = Some(now);
        true
    }

    fn end(&mut self, state: RunState, rest: StepState, now: Timestamp) -> Vec<RunEffect> {
        for step in &mut self.steps {
            if matches!(step.state, StepState::Pending | StepState::Running) {
                step.state = rest;
                step.ended = step.started.map(|_| now);
            }
        }
        self.state = state;
        self.ended = Some(now);
        vec![RunEffect::Save, RunEffect::Tell]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_run_is_taken_up_again_from_any_step_whose_forerunners_are_done() {
        let mut first = run();
        let now = Timestamp::UNIX_EPOCH;
        let again = |run: &Run, from| run.again(RunId(uuid::Uuid::max()), from, now);
        assert_eq!(again(&first, 0), None, "it is not over");
        first.handle(RunEvent::Start, now);
        let output = json!({"words": 3});
        first.handle(RunEvent::StepDone { step: 0, output }, now);
        first.handle(RunEvent::Cancel, now);
        let second = again(&first, 1).unwrap();
        assert_eq!(second.steps[0].output, first.steps[0].output);
        assert_eq!(second.steps[0].started, None);
        assert_eq!(second.state, RunState::Pending);
        let mut second = second;
        let effects = second.handle(RunEvent::Start, now);
        assert_eq!(effects.last(), Some(&RunEffect::Do(1)));
        assert_eq!(again(&first, 2), None, "step 1 was not done");
        assert_eq!(again(&first, first.steps.len()), None);
        assert_eq!(again(&first, 99), None);
    }

    fn run() -> Run {
        let id = RunId(uuid::Uuid::nil());
        Run::new(
            id,
            "draft",
            &["one", "two"],
            json!({}),
            Timestamp::UNIX_EPOCH,
        )
    }

    fn states(run: &Run) -> Vec<StepState> {
        run.steps.iter().map(|step| step.state).collect()
    }

    #[test]
    fn steps_run_in_order_and_each_is_saved_before_it_is_done() {
        let mut run = run();
        let now = Timestamp::UNIX_EPOCH;
        let first = run.handle(RunEvent::Start, now);
        assert_eq!(first, [RunEffect::Save, RunEffect::Tell, RunEffect::Do(0)]);
        let second = run.handle(
            RunEvent::StepDone {
                step: 0,
                output: json!(1),
            },
            now,
        );
        assert_eq!(second, [RunEffect::Save, RunEffect::Tell, RunEffect::Do(1)]);
        let last = run.handle(
            RunEvent::StepDone {
                step: 1,
                output: json!(2),
            },
            now,
        );
        assert_eq!(
            last,
            [RunEffect::Save, RunEffect::Tell],
            "nothing is left to do"
        );
        assert_eq!(run.state, RunState::Completed);
        assert_eq!(run.output("two"), Some(&json!(2)));
    }

    #[test]
    fn a_run_goes_on_from_the_step_that_a_crash_cut_off() {
        let mut run = run();
        let now = Timestamp::UNIX_EPOCH;
        run.handle(RunEvent::Start, now);
        run.handle(
            RunEvent::StepDone {
                step: 0,
                output: json!(1),
            },
            now,
        );
        let text = serde_json::to_string(&run).unwrap();
        let mut again: Run = serde_json::from_str(&text).unwrap();
        let effects = again.handle(RunEvent::Start, now);
        assert!(
            effects.contains(&RunEffect::Do(1)),
            "step one is done and not done again"
        );
    }

    #[test]
    fn a_step_that_ends_after_the_cancel_changes_nothing() {
        let mut run = run();
        let now = Timestamp::UNIX_EPOCH;
        run.handle(RunEvent::Start, now);
        run.handle(RunEvent::Cancel, now);
        let late = run.handle(
            RunEvent::StepDone {
                step: 0,
                output: json!(1),
            },
            now,
        );
        assert_eq!(late, []);
        assert_eq!(run.state, RunState::Cancelled);
        assert_eq!(states(&run), [StepState::Cancelled, StepState::Cancelled]);
    }

    #[test]
    fn an_answer_or_a_failure_skips_the_steps_behind_it() {
        let now = Timestamp::UNIX_EPOCH;
        let mut answered = run();
        answered.handle(RunEvent::Start, now);
        answered.handle(
            RunEvent::Answered {
                step: 0,
                output: json!("ask"),
            },
            now,
        );
        assert_eq!(answered.state, RunState::Completed);
        assert_eq!(
            states(&answered),
            [StepState::Completed, StepState::Skipped]
        );

        let mut failed = run();
        failed.handle(RunEvent::Start, now);
        let failure = Failure {
            code: "no".to_owned(),
            message: "no".to_owned(),
            params: std::collections::BTreeMap::new(),
        };
        failed.handle(RunEvent::StepFailed { step: 0, failure }, now);
        assert_eq!(failed.state, RunState::Failed);
        assert_eq!(states(&failed), [StepState::Failed, StepState::Skipped]);
    }
}
