//! Runs and the job list.

use crate::common::{DEVICE, MEMBER, act, at, open, workspace};
use galley_app::ports::{RunStore, StoreError, StoredRun};
use galley_domain::ids::RunId;
use galley_domain::runs::{Run, RunEvent};
use serde_json::json;
use uuid::Uuid;

fn run(id: u128) -> Run {
    let id = RunId(Uuid::from_u128(id));
    Run::new(
        id,
        "draft",
        &["intent", "compose"],
        json!({"brief": "Mesh", "n": 0.1}),
        at(0),
    )
}

#[test]
fn a_run_comes_back_as_it_was_saved_after_a_restart() {
    let (_folder, store) = workspace();
    let mut draft = run(1);
    store
        .enqueue(&act("post.draft", 0), &draft, "00ff")
        .unwrap();
    draft.handle(RunEvent::Start, at(1));
    draft.handle(
        RunEvent::StepDone {
            step: 0,
            output: json!(null),
        },
        at(2),
    );
    store.save_run(&draft).unwrap();
    let path = store.folder().to_owned();
    drop(store);
    let stored = open(&path).run(draft.id).unwrap();
    let expect = StoredRun {
        run: draft,
        member: MEMBER,
        device: DEVICE,
        seed: "00ff".to_owned(),
    };
    assert_eq!(stored, expect);
}

#[test]
fn jobs_are_leased_once_in_order_and_given_back() {
    let (_folder, store) = workspace();
    for id in [2, 1, 3] {
        store.enqueue(&act("post.draft", 0), &run(id), "0").unwrap();
    }
    let lease = || store.lease().unwrap().map(|id| id.0.as_u128());
    assert_eq!(
        [lease(), lease(), lease(), lease()],
        [Some(2), Some(1), Some(3), None]
    );
    store.finish_job(run(1).id).unwrap();
    assert_eq!(store.release_leases().unwrap(), 2);
    assert_eq!([lease(), lease(), lease()], [Some(2), Some(3), None]);
}

#[test]
fn a_run_is_stored_once_and_only_a_stored_one_is_saved() {
    let (_folder, store) = workspace();
    store.enqueue(&act("post.draft", 0), &run(1), "0").unwrap();
    let twice = store
        .enqueue(&act("post.draft", 1), &run(1), "0")
        .unwrap_err();
    assert!(matches!(twice, StoreError::Conflict { what: "run", .. }));
    let unknown = store.save_run(&run(2)).unwrap_err();
    assert!(matches!(unknown, StoreError::NotFound { what: "run", .. }));
    assert!(matches!(
        store.run(run(2).id),
        Err(StoreError::NotFound { .. })
    ));
}

#[test]
fn what_comes_after_a_cancel_does_not_undo_it() {
    let (_folder, store) = workspace();
    let mut worked_on = run(1);
    store
        .enqueue(&act("post.draft", 0), &worked_on, "0")
        .unwrap();
    worked_on.handle(RunEvent::Start, at(1));
    store.save_run(&worked_on).unwrap();
    let mut cancelled = store.run(worked_on.id).unwrap().run;
    cancelled.handle(RunEvent::Cancel, at(2));
    store.save_run(&cancelled).unwrap();
    let done = RunEvent::StepDone {
        step: 0,
        output: json!(1),
    };
    worked_on.handle(done, at(3));
    let late = store.save_run(&worked_on).unwrap_err();
    assert!(matches!(late, StoreError::Conflict { what: "run", .. }));
    assert_eq!(store.run(cancelled.id).unwrap().run, cancelled);
}
