//! Several members: levels, rejection, overriding, withdrawing, batches, and what changed meanwhile.

use super::{BRIEF, approve, edit, requested, seen};
use galley_app::error::Code;
use galley_tests::{Desk, demo};
use serde_json::{Value, json};

/// Adds a member and gives their id.
pub(super) fn add(desk: &Desk, name: &str, role: &str) -> Value {
    let team = desk.call("member.add", json!({ "name": name, "role": role }));
    let members = team["members"].as_array().unwrap();
    let found = members.iter().find(|member| member["name"] == name);
    found.unwrap()["id"].clone()
}

pub(super) fn act(desk: &Desk, member: &Value) {
    desk.call("member.act", json!({ "member": member }));
}

pub(super) fn me(desk: &Desk) -> Value {
    desk.call("workspace.about", json!({}))["member"]["id"].clone()
}

fn set(desk: &Desk, policy: Value) {
    let base = desk.call("review.policy", json!({}))["revision"].clone();
    desk.call(
        "review.set_policy",
        json!({ "base": base, "policy": policy }),
    );
}

fn level(name: &str, members: &[&Value]) -> Value {
    json!({ "name": name, "need": "any", "members": members, "roles": [] })
}

fn input(candidate: &Value) -> Value {
    json!({ "candidate": candidate["id"], "versions": seen(candidate) })
}

fn post(desk: &Desk, candidate: &Value) -> Value {
    let post = candidate["versions"][0]["post"].clone();
    desk.call("post.get", json!({ "post": post }))["candidates"][0].clone()
}

#[test]
fn with_two_members_the_writer_cannot_approve_and_the_other_can() {
    let desk = demo();
    let reader = add(&desk, "Site reader", "reviewer");
    let candidate = requested(&desk);
    let refusal = &candidate["versions"][0]["approval"]["refusal"];
    assert_eq!(refusal, "own-work", "the window can say why: {candidate}");
    let error = desk.refuse("review.approve", input(&candidate));
    assert_eq!(error.code, Code::OwnWork);
    act(&desk, &reader);
    let inbox = desk.call("review.inbox", json!({}));
    let mine = inbox["waiting"][0]["mine"].as_array().unwrap();
    assert_eq!(mine.len(), seen(&candidate).as_array().unwrap().len());
    let approved = approve(&desk, &candidate);
    assert_eq!(approved["versions"][0]["state"], "approved");
    assert_eq!(
        approved["versions"][0]["decisions"][0]["member"],
        "Site reader"
    );
    assert_eq!(approved["versions"][0]["approval"]["ready"], true);
}

#[test]
fn two_levels_take_two_stamps_in_order_and_an_edit_voids_both() {
    let desk = demo();
    let owner = me(&desk);
    let brand = add(&desk, "Brand manager", "reviewer");
    let safety = add(&desk, "Site safety", "reviewer");
    let levels = json!([level("Brand", &[&brand]), level("Site safety", &[&safety])]);
    let demand = json!({ "mode": "levels", "levels": levels });
    set(&desk, json!({ "usual": demand, "exceptions": [] }));
    let candidate = requested(&desk);

    act(&desk, &safety);
    let early = desk.refuse("review.approve", input(&candidate));
    assert_eq!(early.code, Code::NotYourLevel);
    assert_eq!(early.params["level"], "Brand");
    act(&desk, &brand);
    let first = approve(&desk, &candidate);
    assert_eq!(first["versions"][0]["state"], "awaiting-approval");
    let levels = first["versions"][0]["approval"]["levels"]
        .as_array()
        .unwrap();
    assert_eq!(
        (&levels[0]["met"], &levels[1]["met"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(levels[0]["stamped"], json!(["Brand manager"]));
    assert_eq!(
        desk.refuse("review.approve", input(&candidate)).code,
        Code::NotYourLevel
    );
    act(&desk, &safety);
    let second = approve(&desk, &candidate);
    assert_eq!(second["versions"][0]["state"], "approved");

    act(&desk, &owner);
    let edited = edit(
        &desk,
        &second["versions"][0],
        "Mesh, cut to size, tomorrow.",
    );
    assert_eq!(edited["state"], "approval-void");
    let decisions = edited["decisions"].as_array().unwrap();
    assert_eq!(decisions.len(), 2);
    assert!(
        decisions
            .iter()
            .all(|decision| decision["voided_at"].is_string()),
        "{edited}"
    );
}

#[test]
fn an_edit_between_two_stamps_voids_the_first() {
    let desk = demo();
    let owner = me(&desk);
    let brand = add(&desk, "Brand manager", "reviewer");
    let safety = add(&desk, "Site safety", "reviewer");
    let levels = json!([level("Brand", &[&brand]), level("Site safety", &[&safety])]);
    let demand = json!({ "mode": "levels", "levels": levels });
    set(&desk, json!({ "usual": demand, "exceptions": [] }));
    let candidate = requested(&desk);
    act(&desk, &brand);
    let stamped = approve(&desk, &candidate);
    act(&desk, &owner);
    let text = stamped["versions"][0]["payload"]["text"].as_str().unwrap();
    let edited = edit(&desk, &stamped["versions"][0], &format!("{text} Ask us."));
    assert_eq!(edited["state"], "awaiting-approval");
    assert_eq!(edited["approval"]["levels"][0]["met"], false, "{edited}");
}

#[test]
fn a_network_or_a_finding_can_ask_for_more_or_less() {
    let desk = demo();
    let exceptions = json!([
        { "networks": ["instagram"], "severity": null, "demand": { "mode": "none" } },
    ]);
    set(
        &desk,
        json!({ "usual": { "mode": "required" }, "exceptions": exceptions }),
    );
    let candidate = requested(&desk);
    for version in candidate["versions"].as_array().unwrap() {
        let expect = match version["network"] == "instagram" {
            true => ("draft", "none", true),
            false => ("awaiting-approval", "required", false),
        };
        let approval = &version["approval"];
        assert_eq!(
            (&version["state"], &approval["mode"]),
            (&json!(expect.0), &json!(expect.1))
        );
        assert_eq!(approval["ready"], expect.2, "{version}");
    }
}

#[test]
fn where_no_approval_is_asked_for_a_draft_is_ready_and_cannot_be_put_up() {
    let desk = demo();
    set(
        &desk,
        json!({ "usual": { "mode": "none" }, "exceptions": [] }),
    );
    let drafted = desk.post(BRIEF);
    let candidate = &drafted["candidates"][0];
    let error = desk.refuse("review.request", json!({ "candidate": candidate["id"] }));
    assert_eq!(error.code, Code::ApprovalNotNeeded);
    set(
        &desk,
        json!({ "usual": { "mode": "optional" }, "exceptions": [] }),
    );
    let waiting = requested(&desk);
    assert_eq!(
        waiting["versions"][0]["approval"]["ready"], false,
        "it was asked for"
    );
}

#[test]
fn rules_that_nobody_could_follow_and_rules_that_changed_meanwhile_are_refused() {
    let desk = demo();
    let viewer = add(&desk, "Guest", "viewer");
    let refuse = |base: u32, usual: Value| {
        let policy = json!({ "usual": usual, "exceptions": [] });
        desk.refuse(
            "review.set_policy",
            json!({ "base": base, "policy": policy }),
        )
        .code
    };
    let levels = |levels: Value| json!({ "mode": "levels", "levels": levels });
    assert_eq!(refuse(0, levels(json!([]))), Code::PolicyLevels);
    assert_eq!(
        refuse(0, levels(json!([level("Brand", &[&viewer])]))),
        Code::PolicyNobody
    );
    assert_eq!(
        refuse(0, levels(json!([level(" ", &[&viewer])]))),
        Code::PolicyLevelName
    );
    set(
        &desk,
        json!({ "usual": { "mode": "optional" }, "exceptions": [] }),
    );
    assert_eq!(refuse(0, json!({ "mode": "none" })), Code::EditConflict);
}

#[test]
fn a_rejection_names_a_reason_and_a_draft_can_be_made_of_it_again() {
    let desk = demo();
    let candidate = requested(&desk);
    let other = json!({ "candidate": candidate["id"], "reason": "other", "comment": " " });
    assert_eq!(
        desk.refuse("review.reject", other).code,
        Code::CommentRequired
    );
    let unknown = json!({ "candidate": candidate["id"], "reason": "ugly" });
    assert_eq!(desk.refuse("review.reject", unknown).code, Code::BadInput);
    desk.call(
        "review.reject",
        json!({ "candidate": candidate["id"], "reason": "wrong-fact" }),
    );
    let rejected = post(&desk, &candidate);
    assert_eq!(rejected["versions"][0]["state"], "rejected");
    assert_eq!(
        rejected["versions"][0]["decisions"][0]["reason"],
        "wrong-fact"
    );
    let inbox = desk.call("review.inbox", json!({}));
    assert_eq!(inbox["decided"][0]["reason"], "wrong-fact", "{inbox}");
    let again = json!({ "candidate": candidate["id"] });
    assert_eq!(
        desk.refuse("review.request", again.clone()).code,
        Code::WrongState
    );
    desk.call("review.reopen", again.clone());
    desk.call("review.request", again);
    assert_eq!(
        post(&desk, &candidate)["versions"][0]["state"],
        "awaiting-approval"
    );
}

#[test]
fn a_question_that_was_taken_back_is_no_longer_in_the_inbox() {
    let desk = demo();
    let candidate = requested(&desk);
    let named = json!({ "candidate": candidate["id"] });
    desk.call("review.withdraw", named.clone());
    assert_eq!(post(&desk, &candidate)["versions"][0]["state"], "draft");
    let inbox = desk.call("review.inbox", json!({}));
    assert_eq!(inbox["waiting"], json!([]));
    assert_eq!(desk.refuse("review.withdraw", named).code, Code::WrongState);
}

#[test]
fn an_override_takes_an_admin_and_a_reason_and_says_so() {
    let desk = demo();
    let owner = me(&desk);
    let reader = add(&desk, "Site reader", "reviewer");
    let candidate = requested(&desk);
    let with = |reason: &str| {
        let mut input = input(&candidate);
        input["reason"] = json!(reason);
        input
    };
    act(&desk, &reader);
    assert_eq!(
        desk.refuse("review.override", with("Urgent")).code,
        Code::NotAllowed
    );
    act(&desk, &owner);
    assert_eq!(
        desk.refuse("review.override", with(" ")).code,
        Code::CommentRequired
    );
    desk.call(
        "review.override",
        with("The reader is away, the yard closes at noon."),
    );
    let approved = post(&desk, &candidate);
    let decision = &approved["versions"][0]["decisions"][0];
    assert_eq!(decision["kind"], "override");
    assert_eq!(
        decision["comment"],
        "The reader is away, the yard closes at noon."
    );
    let voided = edit(&desk, &approved["versions"][0], "Other words.");
    assert_eq!(voided["state"], "approval-void");
    assert!(voided["decisions"][0]["voided_at"].is_string());
}

#[test]
fn several_are_approved_at_once_and_what_changed_is_named_and_left() {
    let desk = demo();
    let first = requested(&desk);
    let second = {
        let post = desk.post("Explain how to read a bar mark, for new starters on site");
        let candidate = post["candidates"][0].clone();
        for version in candidate["versions"].as_array().unwrap() {
            desk.call("version.fix_all", json!({ "version": version["id"] }));
        }
        let post = desk.call("review.request", json!({ "candidate": candidate["id"] }));
        post["candidates"][0].clone()
    };
    let items = json!([input(&first), input(&second)]);
    let unnamed = json!([{ "candidate": first["id"], "versions": [] }]);
    let came = desk.call("review.approve_many", json!({ "items": unnamed }));
    assert_eq!(
        came[0]["refused"]["code"], "bad-input",
        "nothing is approved unseen"
    );
    edit(&desk, &first["versions"][0], "Mesh, cut to size.");
    let came = desk.call("review.approve_many", json!({ "items": items }));
    assert_eq!(came[0]["candidate"], first["id"]);
    assert_eq!(came[0]["refused"]["code"], "content-changed");
    assert_eq!(came[1]["refused"], json!(null), "{came}");
    assert_eq!(post(&desk, &second)["versions"][0]["state"], "approved");
    assert_eq!(
        post(&desk, &first)["versions"][1]["state"],
        "awaiting-approval"
    );
}

#[test]
fn a_request_of_somebody_who_left_goes_on_waiting() {
    let desk = demo();
    let owner = me(&desk);
    let writer = add(&desk, "Writer", "editor");
    act(&desk, &writer);
    let candidate = requested(&desk);
    act(&desk, &owner);
    desk.call("member.remove", json!({ "member": writer }));
    let inbox = desk.call("review.inbox", json!({}));
    let item = &inbox["waiting"][0];
    assert_eq!(
        (&item["by"], &item["by_former"]),
        (&json!("Writer"), &json!(true))
    );
    assert_eq!(
        approve(&desk, &candidate)["versions"][0]["state"],
        "approved"
    );
}

#[test]
fn what_changed_since_a_member_looked_is_theirs() {
    let desk = demo();
    let owner = me(&desk);
    let reader = add(&desk, "Site reader", "reviewer");
    let candidate = requested(&desk);
    let version = &candidate["versions"][0];
    act(&desk, &reader);
    let look = |candidate: &Value| desk.call("review.look", input(candidate));
    look(&candidate);
    let changes =
        |version: &Value| desk.call("review.changes", json!({ "version": version["id"] }));
    assert_eq!(
        changes(version)["look"],
        json!(null),
        "nothing changed since"
    );
    act(&desk, &owner);
    let text = version["payload"]["text"].as_str().unwrap().to_owned();
    edit(&desk, version, &format!("{text} Ring the yard."));
    assert_eq!(
        changes(version)["look"],
        json!(null),
        "the owner never looked"
    );
    act(&desk, &reader);
    let inbox = desk.call("review.inbox", json!({}));
    assert_eq!(inbox["waiting"][0]["changed"], true);
    let since = &changes(version)["look"];
    let added = json!({ "change": "added", "text": " Ring the yard." });
    assert!(
        since["parts"].as_array().unwrap().contains(&added),
        "{since}"
    );
    assert_eq!(since["words"], 3);
    look(&post(&desk, &candidate));
    let inbox = desk.call("review.inbox", json!({}));
    assert_eq!(
        inbox["waiting"][0]["changed"], false,
        "seen, it is news no more"
    );
    assert_eq!(
        changes(version)["look"]["words"],
        3,
        "and can still be shown"
    );
}
