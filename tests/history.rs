//! What became of a post: its timeline, its revisions, and putting one of them back.

use galley_tests::{Desk, demo};
use jiff::SignedDuration;
use serde_json::{Value, json};

const BRIEF: &str = "Explain how to order mesh by drawing, for site managers";

fn edit(desk: &Desk, version: &Value, text: &str) -> Value {
    desk.clock.advance(SignedDuration::from_secs(10));
    let input =
        json!({ "version": version["id"], "base": version["revision"]["id"], "text": text });
    desk.call("version.edit", input)
}

fn reasons(history: &Value) -> Vec<String> {
    let revisions = history.as_array().unwrap().iter();
    revisions
        .map(|revision| revision["reason"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_versions_history_tells_what_each_revision_changed() {
    let desk = demo();
    let first = desk.post(BRIEF)["candidates"][0]["versions"][0].clone();
    let second = edit(&desk, &first, "Cut to size.");
    edit(&desk, &second, "Cut to your size.");
    let history = desk.call("version.history", json!({ "version": first["id"] }));
    assert_eq!(reasons(&history), ["edit", "edit", "draft"]);
    assert_eq!(history[0]["current"], true);
    let changes = history[0]["changes"].as_array().unwrap();
    let added: Vec<_> = changes
        .iter()
        .filter(|piece| piece["change"] == "added")
        .collect();
    assert_eq!(added.len(), 1);
    assert_eq!(added[0]["text"].as_str().map(str::trim), Some("your"));
    assert_eq!(
        history[2]["attached"], true,
        "as drafted it followed the global text"
    );
    assert_eq!(history[1]["attached"], false);
}

#[test]
fn putting_a_revision_back_is_a_step_of_its_own_and_loses_nothing() {
    let desk = demo();
    let first = desk.post(BRIEF)["candidates"][0]["versions"][0].clone();
    let second = edit(&desk, &first, "One.");
    edit(&desk, &second, "Two.");
    desk.clock.advance(SignedDuration::from_secs(10));
    let input = json!({ "version": first["id"], "revision": first["revision"]["id"] });
    let restored = desk.call("version.restore", input.clone());
    assert_eq!(restored["payload"], first["payload"]);
    let history = desk.call("version.history", json!({ "version": first["id"] }));
    assert_eq!(reasons(&history), ["restore", "edit", "edit", "draft"]);
    let back = desk.call("version.undo", json!({ "version": first["id"] }));
    assert_eq!(back["payload"]["text"], "Two.");
    let gone =
        json!({ "version": first["id"], "revision": "00000000-0000-0000-0000-00000000ffff" });
    assert_eq!(
        desk.refuse("version.restore", gone).code,
        galley_app::error::Code::NotFound
    );
}

#[test]
fn a_posts_timeline_tells_of_drafting_edits_requests_and_decisions() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let candidate = &post["candidates"][0];
    for version in candidate["versions"].as_array().unwrap() {
        desk.clock.advance(SignedDuration::from_secs(10));
        desk.call("version.fix_all", json!({ "version": version["id"] }));
    }
    desk.clock.advance(SignedDuration::from_secs(10));
    desk.call("review.request", json!({ "candidate": candidate["id"] }));
    desk.clock.advance(SignedDuration::from_secs(10));
    let input = json!({ "candidate": candidate["id"], "comment": "Name the price." });
    desk.call("review.request_changes", input);

    let events = desk.call("post.history", json!({ "post": post["id"] }));
    let events = events.as_array().unwrap();
    let of = |kind: &str| {
        let found = events.iter().filter(|event| event["what"]["kind"] == kind);
        found.cloned().collect::<Vec<_>>()
    };
    let versions = candidate["versions"].as_array().unwrap().len();
    assert_eq!(of("requested").len(), versions);
    let decided = of("decided");
    assert_eq!(decided.len(), versions);
    assert_eq!(decided[0]["what"]["decision"]["comment"], "Name the price.");
    let drafted = events
        .iter()
        .filter(|event| event["what"]["reason"] == "draft")
        .count();
    assert_eq!(
        drafted,
        post["candidates"].as_array().unwrap().len(),
        "each candidate was drafted once"
    );
    let times: Vec<_> = events
        .iter()
        .map(|event| event["at"].as_str().unwrap())
        .collect();
    assert!(
        times.is_sorted_by(|newer, older| newer >= older),
        "{times:?}"
    );
}
