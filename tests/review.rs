//! Review: approval is bound to exactly the content that was seen.

use galley_app::error::Code;
use galley_tests::{Desk, demo};
use serde_json::{Value, json};

mod comments;
mod levels;

const BRIEF: &str =
    "Announce the mesh cut-to-size service to site managers, friendly, LinkedIn and Instagram";

/// The first candidate, with every finding that can be fixed fixed, waiting for approval.
fn requested(desk: &Desk) -> Value {
    let post = desk.post(BRIEF);
    let candidate = post["candidates"][0].clone();
    for version in candidate["versions"].as_array().unwrap() {
        desk.call("version.fix_all", json!({ "version": version["id"] }));
    }
    let post = desk.call("review.request", json!({ "candidate": candidate["id"] }));
    post["candidates"][0].clone()
}

fn seen(candidate: &Value) -> Value {
    let versions = candidate["versions"].as_array().unwrap().iter();
    versions
        .map(|version| json!({ "version": version["id"], "content_hash": version["content_hash"] }))
        .collect()
}

fn approve(desk: &Desk, candidate: &Value) -> Value {
    let input = json!({ "candidate": candidate["id"], "versions": seen(candidate) });
    desk.call("review.approve", input)["candidates"][0].clone()
}

fn edit(desk: &Desk, version: &Value, text: &str) -> Value {
    let input =
        json!({ "version": version["id"], "base": version["revision"]["id"], "text": text });
    desk.call("version.edit", input)
}

#[test]
fn a_draft_goes_through_request_and_approval_and_shows_in_the_inbox() {
    let desk = demo();
    let candidate = requested(&desk);
    assert_eq!(candidate["versions"][0]["state"], "awaiting-approval");
    let inbox = desk.call("review.inbox", json!({}));
    assert_eq!(
        inbox["waiting"].as_array().map(Vec::len),
        Some(1),
        "{inbox}"
    );
    assert_eq!(
        desk.call("workspace.about", json!({}))["counts"]["waiting"],
        1
    );

    let approved = approve(&desk, &candidate);
    let version = &approved["versions"][0];
    assert_eq!(version["state"], "approved");
    assert_eq!(
        version["decisions"][0]["content_hash"], version["content_hash"],
        "the stamp names the content"
    );
    let inbox = desk.call("review.inbox", json!({}));
    assert_eq!(inbox["waiting"].as_array().map(Vec::len), Some(0));
    assert_eq!(inbox["decided"].as_array().map(Vec::len), Some(1));
}

#[test]
fn an_edit_after_approval_voids_it_and_the_same_version_can_be_approved_again() {
    let desk = demo();
    let approved = approve(&desk, &requested(&desk));
    let version = &approved["versions"][0];
    let text = version["payload"]["text"].as_str().unwrap();
    let edited = edit(&desk, version, &format!("{text}\n\nSend us your drawing."));
    assert_eq!(edited["state"], "approval-void");
    assert!(
        edited["decisions"][0]["voided_at"].is_string(),
        "the stamp is void: {edited}"
    );
    assert_ne!(edited["content_hash"], version["content_hash"]);

    let post = desk.call("review.request", json!({ "candidate": approved["id"] }));
    let again = &post["candidates"][0];
    let changed = again["versions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|found| found["id"] == version["id"]);
    let changed = changed.unwrap();
    let input = json!({
        "candidate": again["id"],
        "versions": [{ "version": changed["id"], "content_hash": changed["content_hash"] }],
    });
    let post = desk.call("review.approve", input);
    let versions = post["candidates"][0]["versions"].as_array().unwrap();
    assert!(
        versions
            .iter()
            .all(|version| version["state"] == "approved"),
        "{post}"
    );
}

#[test]
fn what_changed_since_it_was_looked_at_is_not_approved() {
    let desk = demo();
    let candidate = requested(&desk);
    let looked_at = seen(&candidate);
    edit(&desk, &candidate["versions"][0], "Mesh, cut to size.");
    let input = json!({ "candidate": candidate["id"], "versions": looked_at });
    let error = desk.refuse("review.approve", input);
    assert_eq!(error.code, Code::ContentChanged);
    let inbox = desk.call("review.inbox", json!({}));
    assert_eq!(
        inbox["waiting"].as_array().map(Vec::len),
        Some(1),
        "nothing was approved by halves"
    );
}

#[test]
fn changes_are_asked_for_with_a_comment() {
    let desk = demo();
    let candidate = requested(&desk);
    let empty = json!({ "candidate": candidate["id"], "comment": "  " });
    assert_eq!(
        desk.refuse("review.request_changes", empty).code,
        Code::CommentRequired
    );
    let input = json!({ "candidate": candidate["id"], "comment": "Say when the yard closes." });
    let post = desk.call("review.request_changes", input);
    let version = &post["candidates"][0]["versions"][0];
    assert_eq!(version["state"], "changes-requested");
    assert_eq!(
        version["decisions"][0]["comment"],
        "Say when the yard closes."
    );
}

#[test]
fn a_draft_that_nobody_asked_approval_for_cannot_be_approved() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let candidate = &post["candidates"][0];
    let input = json!({ "candidate": candidate["id"], "versions": seen(candidate) });
    assert_eq!(desk.refuse("review.approve", input).code, Code::WrongState);
}

#[test]
fn a_blocking_finding_keeps_a_candidate_from_review() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let candidate = &post["candidates"][0];
    let edited = edit(
        &desk,
        &candidate["versions"][0],
        "The best mesh in Britain for £1.99, says [Name].",
    );
    let blocked = edited["findings"]
        .as_array()
        .unwrap()
        .iter()
        .any(|finding| finding["severity"] == "block");
    assert!(blocked, "{edited}");
    let error = desk.refuse("review.request", json!({ "candidate": candidate["id"] }));
    assert_eq!(error.code, Code::BlockedByGuard);
}

#[test]
fn everything_that_was_done_is_in_the_audit_chain() {
    let desk = demo();
    let before = desk.call("audit.verify", json!({}))["records"]
        .as_u64()
        .unwrap();
    approve(&desk, &requested(&desk));
    let after = desk.call("audit.verify", json!({}))["records"]
        .as_u64()
        .unwrap();
    assert!(
        after >= before + 3,
        "drafting, asking and approving left {} records",
        after - before
    );
}
