//! Posts: editing, fixing, undo across restarts, the library.

use galley_app::error::Code;
use galley_host::{Host, Place};
use galley_tests::{demo, machine};
use jiff::SignedDuration;
use serde_json::{Value, json};

const BRIEF: &str = "Explain how to order mesh by drawing, for site managers";

fn edit(version: &Value, text: &str) -> Value {
    json!({ "version": version["id"], "base": version["revision"]["id"], "text": text })
}

#[test]
fn undo_and_redo_walk_the_revisions() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let first = post["candidates"][0]["versions"][0].clone();
    assert_eq!(first["can_undo"], false, "nothing was changed yet");
    let second = desk.call("version.edit", edit(&first, "One."));
    desk.clock.advance(SignedDuration::from_secs(10));
    let third = desk.call("version.edit", edit(&second, "Two."));
    assert_eq!(third["revision"]["number"], 3);

    let back = desk.call("version.undo", json!({ "version": first["id"] }));
    assert_eq!(back["payload"]["text"], "One.");
    assert_eq!(back["can_redo"], true);
    let back = desk.call("version.undo", json!({ "version": first["id"] }));
    assert_eq!(back["payload"]["text"], first["payload"]["text"]);
    assert_eq!(
        desk.refuse("version.undo", json!({ "version": first["id"] }))
            .code,
        Code::NothingToUndo
    );
    desk.call("version.redo", json!({ "version": first["id"] }));
    let forth = desk.call("version.redo", json!({ "version": first["id"] }));
    assert_eq!(forth["payload"]["text"], "Two.");
}

#[test]
fn typing_without_a_rest_is_one_step_of_undo() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let first = post["candidates"][0]["versions"][0].clone();
    let mut version = first.clone();
    for text in ["M", "Me", "Mesh"] {
        version = desk.call("version.edit", edit(&version, text));
        desk.clock.advance(SignedDuration::from_millis(400));
    }
    assert_eq!(
        version["revision"]["number"], 2,
        "three saves within two seconds of each other"
    );
    let back = desk.call("version.undo", json!({ "version": first["id"] }));
    assert_eq!(back["payload"]["text"], first["payload"]["text"]);
}

#[test]
fn edits_and_their_undo_are_still_there_after_a_restart() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let first = post["candidates"][0]["versions"][0].clone();
    desk.call("version.edit", edit(&first, "Kept."));
    let home = desk.folder.path().join("workspace");
    let galley_tests::Desk {
        host,
        folder: _folder,
        ..
    } = desk;
    drop(host);

    let (machine, _) = machine();
    let host = Host::open(&Place::Workspace(home), None, &machine).expect("it opens again");
    let again = host
        .call("post.get", json!({ "post": post["id"] }))
        .expect("the post is there");
    assert_eq!(
        again["candidates"][0]["versions"][0]["payload"]["text"],
        "Kept."
    );
    let back = host
        .call("version.undo", json!({ "version": first["id"] }))
        .expect("undo works");
    assert_eq!(back["payload"]["text"], first["payload"]["text"]);
}

#[test]
fn an_edit_of_an_old_revision_is_refused_and_nothing_is_lost() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let first = post["candidates"][0]["versions"][0].clone();
    desk.call("version.edit", edit(&first, "Mine."));
    assert_eq!(
        desk.refuse("version.edit", edit(&first, "Theirs.")).code,
        Code::EditConflict
    );
    let now = desk.call("post.get", json!({ "post": post["id"] }));
    assert_eq!(
        now["candidates"][0]["versions"][0]["payload"]["text"],
        "Mine."
    );
}

#[test]
fn a_fix_removes_its_finding_and_is_one_step_of_undo() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let first = post["candidates"][0]["versions"][0].clone();
    let text = first["payload"]["text"].as_str().unwrap();
    let edited = desk.call(
        "version.edit",
        edit(&first, &format!("{text}\n\nAsk [Name] for a quote.")),
    );
    let findings = edited["findings"].as_array().unwrap();
    let finding = findings
        .iter()
        .position(|finding| finding["guard"] == "placeholder")
        .expect("it is found");
    desk.clock.advance(SignedDuration::from_secs(10));
    let input = json!({
        "version": first["id"], "revision": edited["revision"]["id"], "finding": finding, "fix": 0,
    });
    let fixed = desk.call("version.fix", input.clone());
    let left = fixed["findings"].as_array().unwrap();
    assert!(
        left.iter().all(|finding| finding["guard"] != "placeholder"),
        "{fixed}"
    );
    assert_eq!(
        desk.refuse("version.fix", input).code,
        Code::FixGone,
        "the text is another one now"
    );
    let back = desk.call("version.undo", json!({ "version": first["id"] }));
    assert_eq!(back["payload"]["text"], edited["payload"]["text"]);
}

#[test]
fn the_library_finds_posts_by_their_words() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let all = desk.call("post.list", json!({}));
    assert_eq!(all.as_array().map(Vec::len), Some(1));
    let found = desk.call("post.list", json!({ "text": "ORDER MESH" }));
    assert_eq!(found[0]["id"], post["id"]);
    let none = desk.call("post.list", json!({ "text": "zebra" }));
    assert_eq!(none.as_array().map(Vec::len), Some(0));
    let approved = desk.call("post.list", json!({ "state": "approved" }));
    assert_eq!(approved.as_array().map(Vec::len), Some(0));
}

#[test]
fn choosing_a_candidate_is_kept() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let second = &post["candidates"][1]["id"];
    let chosen = desk.call("candidate.choose", json!({ "candidate": second }));
    assert_eq!(&chosen["chosen"], second);
}

#[test]
fn tags_are_kept_and_found_by() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let input = json!({ "post": post["id"], "tags": [" Mesh launch ", "mesh launch", "Spring"] });
    let tagged = desk.call("post.tag", input);
    assert_eq!(tagged["tags"], json!(["Mesh launch", "Spring"]));
    let found = desk.call("post.list", json!({ "tag": "SPRING" }));
    assert_eq!(found[0]["tags"], tagged["tags"]);
    let found = desk.call("post.list", json!({ "text": "mesh laun" }));
    assert_eq!(found[0]["id"], post["id"], "its tag is one of its words");
    let none = desk.call("post.list", json!({ "tag": "Autumn" }));
    assert_eq!(none, json!([]));
    let long = json!({ "post": post["id"], "tags": ["a".repeat(41)] });
    assert_eq!(desk.refuse("post.tag", long).code, Code::BadTag);
}

#[test]
fn a_duplicate_says_the_same_and_goes_its_own_way() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let first = &post["candidates"][0]["versions"][0];
    desk.call("version.edit", edit(first, "Mine."));
    let started = desk.call("post.duplicate", json!({ "post": post["id"] }));
    let run = serde_json::from_value(started["run"].clone()).unwrap();
    let copy = desk.host.wait(run).expect("the run ends").post;
    let copy = desk.call("post.get", json!({ "post": copy }));
    assert_ne!(copy["id"], post["id"]);
    let copied = &copy["candidates"][0]["versions"][0];
    assert_eq!(copied["payload"]["text"], "Mine.");
    assert_eq!(copied["state"], "draft");
    assert_eq!(copied["can_undo"], false, "it has no history yet");
    desk.call("version.edit", edit(copied, "Theirs."));
    let now = desk.call("post.get", json!({ "post": post["id"] }));
    assert_eq!(
        now["candidates"][0]["versions"][0]["payload"]["text"],
        "Mine."
    );
}

#[test]
fn drafting_again_keeps_the_former_draft_and_takes_along_what_is_pinned() {
    let desk = demo();
    let post = desk.post(BRIEF);
    let kept = &post["candidates"][1];
    let pin = json!({ "candidate": kept["id"], "pinned": true });
    assert_eq!(
        desk.call("candidate.pin", pin)["candidates"][1]["pinned"],
        true
    );
    let brief = "Explain how to order mesh by drawing, for fixers";
    let run = desk.draft(json!({ "brief": brief, "former": post["id"] }));
    let again = desk.call("post.get", json!({ "post": run["post"] }));
    assert_eq!(
        again["candidates"][0]["versions"][0]["payload"],
        kept["versions"][0]["payload"]
    );
    assert!(
        again["candidates"].as_array().unwrap().len() > 1,
        "new ones stand beside it"
    );
    let thread: Vec<_> = again["thread"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["post"].clone())
        .collect();
    assert_eq!(thread, [post["id"].clone(), again["id"].clone()]);
    let listed = desk.call("post.list", json!({}));
    assert_eq!(
        listed.as_array().map(Vec::len),
        Some(1),
        "the newest of the thread"
    );
    let former = desk.call("post.get", json!({ "post": post["id"] }));
    assert_eq!(
        former["thread"], again["thread"],
        "the former draft is there and knows the newer"
    );
}
