//! The global text: what flows from it, what does not, and taking it back.

use galley_app::error::Code;
use galley_host::{Host, Place};
use galley_tests::{Desk, demo, machine};
use jiff::SignedDuration;
use serde_json::{Value, json};

const BRIEF: &str = "Announce the mesh cut-to-size service to site managers";

/// The first candidate of a post for all four networks.
fn candidate(desk: &Desk) -> Value {
    desk.post(BRIEF)["candidates"][0].clone()
}

fn again(desk: &Desk, candidate: &Value) -> Value {
    let post = candidate["versions"][0]["post"].clone();
    let post = desk.call("post.get", json!({ "post": post }));
    post["candidates"][0].clone()
}

fn edit_global(desk: &Desk, candidate: &Value, change: Value) -> Value {
    let mut input = json!({
        "candidate": candidate["id"], "base": candidate["global"]["revision"]["id"],
    });
    input
        .as_object_mut()
        .unwrap()
        .extend(change.as_object().unwrap().clone());
    let edited = desk.call("global.edit", input);
    desk.clock.advance(SignedDuration::from_secs(10));
    edited
}

fn edit(desk: &Desk, version: &Value, change: Value) -> Value {
    let mut input = json!({ "version": version["id"], "base": version["revision"]["id"] });
    input
        .as_object_mut()
        .unwrap()
        .extend(change.as_object().unwrap().clone());
    let edited = desk.call("version.edit", input);
    desk.clock.advance(SignedDuration::from_secs(10));
    edited
}

fn text(value: &Value) -> String {
    let text = value["payload"]["text"].as_str();
    text.or(value["content"]["text"].as_str())
        .unwrap()
        .to_owned()
}

fn texts(candidate: &Value) -> Vec<String> {
    candidate["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(text)
        .collect()
}

fn with_line(candidate: &Value) -> Value {
    json!({ "text": format!("Read this first.\n\n{}", text(&candidate["global"])) })
}

#[test]
fn a_draft_follows_its_global_text_on_every_network() {
    let desk = demo();
    let candidate = candidate(&desk);
    let versions = candidate["versions"].as_array().unwrap();
    assert_eq!(versions.len(), 4);
    assert!(
        versions.iter().all(|version| version["attached"] == true),
        "{candidate}"
    );
    let longest = texts(&candidate)
        .into_iter()
        .max_by_key(|text| text.chars().count());
    assert_eq!(
        longest.unwrap().chars().count(),
        text(&candidate["global"]).chars().count()
    );
}

#[test]
fn a_global_edit_flows_to_all_and_is_one_step_of_undo_over_all() {
    let desk = demo();
    let drafted = candidate(&desk);
    let edited = edit_global(&desk, &drafted, with_line(&drafted));
    for text in texts(&edited) {
        assert!(text.starts_with("Read this first.\n\n"), "{text}");
    }
    // Taken back from one network's tab, it is taken back everywhere.
    desk.call(
        "version.undo",
        json!({ "version": edited["versions"][2]["id"] }),
    );
    let back = again(&desk, &drafted);
    assert_eq!(texts(&back), texts(&drafted));
    assert_eq!(back["global"]["content"], drafted["global"]["content"]);
    let forth = desk.call("global.redo", json!({ "candidate": drafted["id"] }));
    assert_eq!(texts(&forth), texts(&edited));
    let back = desk.call("global.undo", json!({ "candidate": drafted["id"] }));
    assert_eq!(texts(&back), texts(&drafted));
    let error = desk.refuse("global.undo", json!({ "candidate": drafted["id"] }));
    assert_eq!(error.code, Code::NothingToUndo);
}

#[test]
fn words_of_its_own_detach_a_version_and_undo_attaches_it_again() {
    let desk = demo();
    let drafted = candidate(&desk);
    let own = edit(
        &desk,
        &drafted["versions"][0],
        json!({ "text": "Only here." }),
    );
    assert_eq!(own["attached"], false);
    let edited = edit_global(&desk, &drafted, with_line(&drafted));
    assert_eq!(
        text(&edited["versions"][0]),
        "Only here.",
        "global edits pass it by"
    );
    assert!(text(&edited["versions"][1]).starts_with("Read this first."));

    desk.call("global.undo", json!({ "candidate": drafted["id"] }));
    let back = desk.call("version.undo", json!({ "version": own["id"] }));
    assert_eq!(back["attached"], true);
    assert_eq!(text(&back), text(&drafted["versions"][0]));
}

#[test]
fn undoing_to_a_text_that_the_global_one_has_left_behind_stays_detached() {
    let desk = demo();
    let drafted = candidate(&desk);
    let own = edit(
        &desk,
        &drafted["versions"][0],
        json!({ "text": "Only here." }),
    );
    edit_global(&desk, &drafted, with_line(&drafted));
    let back = desk.call("version.undo", json!({ "version": own["id"] }));
    assert_eq!(text(&back), text(&drafted["versions"][0]));
    assert_eq!(
        back["attached"], false,
        "the global text goes on without it"
    );
}

#[test]
fn attaching_shows_first_what_would_be_lost_and_can_be_taken_back() {
    let desk = demo();
    let drafted = candidate(&desk);
    let own = edit(
        &desk,
        &drafted["versions"][0],
        json!({ "text": "Only here." }),
    );
    let version = json!({ "version": own["id"] });
    let shown = desk.call("version.preview_attach", version.clone());
    let lost: Vec<_> = shown["text"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|piece| piece["change"] == "removed")
        .map(|piece| piece["text"].as_str().unwrap())
        .collect();
    assert!(lost.concat().contains("Only"), "{shown}");
    assert_eq!(
        desk.call("post.get", json!({ "post": own["post"] }))["candidates"][0]["versions"][0]["attached"],
        false,
        "looking changes nothing"
    );

    let attached = desk.call("version.attach", version.clone());
    assert_eq!(attached["attached"], true);
    assert_eq!(attached["payload"], shown["global"]);
    let back = desk.call("version.undo", version.clone());
    assert_eq!(
        (text(&back).as_str(), &back["attached"]),
        ("Only here.", &json!(false))
    );
    let global = again(&desk, &drafted)["global"].clone();
    assert_eq!(
        global["content"], drafted["global"]["content"],
        "the global text is as it was"
    );
    let attached = desk.call("version.attach", version.clone());
    let detached = desk.call("version.detach", version);
    assert_eq!(detached["attached"], false);
    assert_eq!(detached["payload"], attached["payload"]);
}

#[test]
fn typing_in_the_global_text_without_a_rest_is_one_step_everywhere() {
    let desk = demo();
    let drafted = candidate(&desk);
    let mut now = drafted.clone();
    for line in ["R", "Re", "Read."] {
        let input = json!({
            "candidate": now["id"], "base": now["global"]["revision"]["id"],
            "text": format!("{line}\n\n{}", text(&drafted["global"])),
        });
        now = desk.call("global.edit", input);
        desk.clock.advance(SignedDuration::from_millis(400));
    }
    for version in now["versions"].as_array().unwrap() {
        assert_eq!(version["revision"]["number"], 2, "{version}");
    }
    let back = desk.call("global.undo", json!({ "candidate": drafted["id"] }));
    assert_eq!(texts(&back), texts(&drafted));
}

#[test]
fn link_first_comment_and_pictures_flow_as_far_as_a_network_takes_them() {
    let desk = demo();
    let drafted = candidate(&desk);
    let pictures = desk.call("media.list", json!({}));
    let two: Vec<_> = pictures.as_array().unwrap().iter().take(2).collect();
    let media = json!([
        { "media": two[0]["id"], "alt": "A sheet of mesh on a lorry" },
        { "media": two[1]["id"] },
    ]);
    let change = json!({
        "link": "https://nextdaysteel.example/mesh", "first_comment": "Prices in the link.", "media": media,
    });
    let edited = edit_global(&desk, &drafted, change);
    for version in edited["versions"].as_array().unwrap() {
        let payload = &version["payload"];
        assert_eq!(payload["first_comment"], "Prices in the link.");
        let alts = payload["media"]
            .as_array()
            .unwrap()
            .iter()
            .map(|media| &media["alt"]);
        assert!(
            alts.clone().any(|alt| alt == "A sheet of mesh on a lorry"),
            "{payload}"
        );
        let clickable = version["network"] != "instagram";
        assert_eq!(payload["link"].is_string(), clickable, "{payload}");
    }
    let id = drafted["versions"][0]["id"].clone();
    let back = desk.call("version.undo", json!({ "version": id }));
    assert_eq!(back["payload"], drafted["versions"][0]["payload"]);
}

#[test]
fn a_bad_link_too_many_pictures_and_a_picture_that_is_not_there_are_refused() {
    let desk = demo();
    let drafted = candidate(&desk);
    let version = &drafted["versions"][1];
    assert_eq!(version["network"], "x");
    let refuse = |change: Value| {
        let mut input = json!({ "version": version["id"], "base": version["revision"]["id"] });
        input
            .as_object_mut()
            .unwrap()
            .extend(change.as_object().unwrap().clone());
        desk.refuse("version.edit", input)
    };
    assert_eq!(
        refuse(json!({ "link": "nextdaysteel" })).code,
        Code::BadLink
    );
    let pictures = desk.call("media.list", json!({}));
    let one = json!({ "media": pictures[0]["id"] });
    let error = refuse(json!({ "media": [one, one, one, one, one] }));
    assert_eq!(error.code, Code::TooManyPictures);
    assert_eq!(error.params["limit"], "4");
    let nowhere = json!({ "media": "00000000-0000-0000-0000-00000000ffff" });
    assert_eq!(refuse(json!({ "media": [nowhere] })).code, Code::NotFound);
    assert_eq!(
        again(&desk, &drafted)["versions"][1],
        *version,
        "nothing was changed"
    );
}

#[test]
fn a_global_edit_of_an_old_revision_is_refused_and_changes_no_version() {
    let desk = demo();
    let drafted = candidate(&desk);
    let edited = edit_global(&desk, &drafted, with_line(&drafted));
    let input = json!({
        "candidate": drafted["id"], "base": drafted["global"]["revision"]["id"], "text": "Theirs.",
    });
    assert_eq!(desk.refuse("global.edit", input).code, Code::EditConflict);
    assert_eq!(texts(&again(&desk, &drafted)), texts(&edited));
}

#[test]
fn a_fix_of_the_global_text_mends_it_everywhere() {
    let desk = demo();
    let drafted = candidate(&desk);
    let text = format!("{}\n\nAsk [Name] for a quote.", text(&drafted["global"]));
    let edited = edit_global(&desk, &drafted, json!({ "text": text }));
    let findings = edited["global"]["findings"].as_array().unwrap();
    let finding = findings
        .iter()
        .position(|finding| finding["guard"] == "placeholder")
        .expect("it is found in the global text");
    let fix = json!({
        "candidate": drafted["id"], "revision": edited["global"]["revision"]["id"],
        "finding": finding, "fix": 0,
    });
    let fixed = desk.call("global.fix", fix.clone());
    for text in texts(&fixed) {
        assert!(!text.contains("[Name]"), "{text}");
    }
    assert_eq!(desk.refuse("global.fix", fix).code, Code::FixGone);
    desk.call("global.undo", json!({ "candidate": drafted["id"] }));
    let fixed = desk.call("global.fix_all", json!({ "candidate": drafted["id"] }));
    for text in texts(&fixed["candidate"]) {
        assert!(!text.contains("[Name]"), "{text}");
    }
}

#[test]
fn a_global_edit_voids_the_approval_of_what_it_changes_and_of_nothing_else() {
    let desk = demo();
    let drafted = candidate(&desk);
    let first = drafted["versions"][0].clone();
    desk.call("version.detach", json!({ "version": first["id"] }));
    for version in drafted["versions"].as_array().unwrap() {
        desk.call("version.fix_all", json!({ "version": version["id"] }));
    }
    let last = again(&desk, &drafted)["versions"][3].clone();
    if last["attached"] == false {
        desk.call("version.attach", json!({ "version": last["id"] }));
    }
    let asked = desk.call("review.request", json!({ "candidate": drafted["id"] }));
    let asked = asked["candidates"][0].clone();
    let seen: Vec<_> = asked["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| json!({ "version": version["id"], "content_hash": version["content_hash"] }))
        .collect();
    desk.call(
        "review.approve",
        json!({ "candidate": drafted["id"], "versions": seen }),
    );
    let edited = edit_global(&desk, &asked, with_line(&asked));
    assert_eq!(edited["versions"][0]["state"], "approved", "it is detached");
    assert_eq!(edited["versions"][3]["state"], "approval-void");
}

#[test]
fn a_global_edit_is_still_one_step_of_undo_after_a_restart() {
    let desk = demo();
    let drafted = candidate(&desk);
    edit_global(&desk, &drafted, with_line(&drafted));
    let home = desk.folder.path().join("workspace");
    let Desk {
        host,
        folder: _folder,
        ..
    } = desk;
    drop(host);
    let (machine, _) = machine();
    let host = Host::open(&Place::Workspace(home), None, &machine).expect("it opens again");
    let id = drafted["versions"][1]["id"].clone();
    host.call("version.undo", json!({ "version": id }))
        .expect("undo works");
    let post = json!({ "post": drafted["versions"][0]["post"] });
    let post = host.call("post.get", post).expect("the post is there");
    assert_eq!(texts(&post["candidates"][0]), texts(&drafted));
    assert!(
        post["candidates"][0]["versions"]
            .as_array()
            .unwrap()
            .iter()
            .all(|version| version["attached"] == true)
    );
}
