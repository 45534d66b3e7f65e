//! Runs: the list, what their steps gave, and taking one up again.

use galley_app::error::Code;
use galley_tests::{Desk, with};
use serde_json::{Value, json};

const BRIEF: &str = "Announce the rye loaf to our customers";

fn bakery() -> Desk {
    with(&[(
        "about.md",
        "# Harbour Loaf\n\nAbout us: Harbour Loaf is a bakery in Whitby.\n\n## The rye loaf\n\n\
         The rye loaf weighs 900 g and costs \u{a3}4.20. It rests for 36 hours before it goes into the oven.\n\n\
         ## Opening times\n\nThe shop on Pier Road is open from 7 am to 2 pm.\n",
    )])
}

fn list(desk: &Desk, input: Value) -> Vec<Value> {
    desk.call("run.list", input).as_array().unwrap().clone()
}

#[test]
fn runs_are_listed_newest_first_and_found_by_state_and_words() {
    let desk = bakery();
    let first = desk.draft(json!({ "brief": BRIEF }));
    desk.clock.advance(jiff::SignedDuration::from_secs(60));
    let second = desk.draft(json!({ "brief": "Announce the opening times to our customers" }));
    let runs = list(&desk, json!({}));
    let ids: Vec<&Value> = runs.iter().map(|run| &run["id"]).collect();
    assert_eq!(ids, [&second["id"], &first["id"]]);
    assert_eq!(runs[1]["brief"], BRIEF);
    assert_ne!(runs[0]["by"], "");
    assert_eq!(list(&desk, json!({ "text": "RYE" })).len(), 1);
    assert_eq!(list(&desk, json!({ "state": "completed" })).len(), 2);
    assert_eq!(list(&desk, json!({ "state": "failed" })).len(), 0);
}

#[test]
fn a_step_shows_what_it_was_given_and_what_it_gave() {
    let desk = bakery();
    let run = desk.draft(json!({ "brief": BRIEF }));
    let step = desk.call("run.step", json!({ "run": run["id"], "step": "brief" }));
    assert!(step["input"]["text"].as_str().unwrap().contains(BRIEF));
    assert!(step["output"]["text"].as_str().unwrap().contains("rye"));
    let missing = json!({ "run": run["id"], "step": "frobnicate" });
    assert_eq!(desk.refuse("run.step", missing).code, Code::NotFound);
}

#[test]
fn a_run_is_taken_up_again_from_a_step_as_a_run_of_its_own() {
    let desk = bakery();
    let first = desk.draft(json!({ "brief": BRIEF, "seed": "0000000000000001" }));
    assert!(first["post"].is_string(), "{first}");
    let retry = json!({ "run": first["id"], "step": "candidates" });
    let started = desk.call("run.retry", retry);
    assert_ne!(started["id"], first["id"]);
    let id = serde_json::from_value(started["id"].clone()).unwrap();
    let second = serde_json::to_value(desk.host.wait(id).unwrap()).unwrap();
    assert_eq!(second["state"], "completed");
    assert!(second["post"].is_string() && second["post"] != first["post"]);
    let names = |run: &Value| -> Vec<(Value, bool)> {
        let steps = run["steps"].as_array().unwrap().iter();
        steps
            .map(|step| (step["name"].clone(), step["at"].is_null()))
            .collect()
    };
    // What was taken over took no time here; what was done again did.
    for (name, taken_over) in names(&second) {
        let before = ["brief", "intent", "skill", "context"].contains(&name.as_str().unwrap());
        assert_eq!(taken_over, before, "{name}");
    }
    let context = |run: &Value| {
        let step = desk.call("run.step", json!({ "run": run["id"], "step": "context" }));
        step["output"]["text"].clone()
    };
    assert_eq!(context(&first), context(&second));
}

#[test]
fn a_run_is_not_taken_up_from_a_step_that_was_never_reached() {
    let desk = bakery();
    // Nothing in the folder speaks of this: the run ends with a question.
    let run = desk.draft(json!({ "brief": "Announce our submarine tours to divers" }));
    assert!(run["advisory"].is_object(), "{run}");
    let last = json!({ "run": run["id"], "step": "ranking" });
    assert_eq!(desk.refuse("run.retry", last).code, Code::WrongState);
}
