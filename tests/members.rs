//! Members: who may act, as whom the window acts, and who left.

use galley_app::error::Code;
use galley_host::{Host, Place};
use galley_tests::{Desk, empty, machine};
use serde_json::{Value, json};

fn add(desk: &Desk, name: &str, role: &str) -> String {
    let team = desk.call("member.add", json!({ "name": name, "role": role }));
    id(&team, name.trim())
}

fn id(team: &Value, name: &str) -> String {
    let members = team["members"].as_array().unwrap();
    let found = members.iter().find(|member| member["name"] == name);
    found.unwrap()["id"].as_str().unwrap().to_owned()
}

fn me(desk: &Desk) -> String {
    let about = desk.call("workspace.about", json!({}));
    about["member"]["id"].as_str().unwrap().to_owned()
}

fn act(desk: &Desk, member: &str) {
    desk.call("member.act", json!({ "member": member }));
}

/// The code of a refused `name` with `role`.
fn refused(desk: &Desk, name: &str) -> Code {
    desk.refuse("member.add", json!({ "name": name, "role": "editor" }))
        .code
}

#[test]
fn a_member_is_added_and_the_window_acts_as_them_with_their_role() {
    let desk = empty();
    let owner = me(&desk);
    let reader = add(&desk, "  Site reader ", "reviewer");
    assert_eq!(me(&desk), owner, "adding somebody is not acting as them");
    act(&desk, &reader);
    let about = desk.call("workspace.about", json!({}));
    assert_eq!(about["member"]["name"], "Site reader");
    assert_eq!(about["members"].as_array().map(Vec::len), Some(2));
    let error = desk.refuse("member.add", json!({ "name": "Third", "role": "admin" }));
    assert_eq!(error.code, Code::NotAllowed, "a reviewer is no admin");
    act(&desk, &owner);
    assert_eq!(
        desk.call("member.list", json!({}))["acting"],
        owner.as_str()
    );
}

#[test]
fn another_role_and_another_name_hold_from_the_next_call_on() {
    let desk = empty();
    let owner = me(&desk);
    let second = add(&desk, "Writer", "editor");
    desk.call(
        "member.set_role",
        json!({ "member": second, "role": "admin" }),
    );
    act(&desk, &second);
    desk.call(
        "member.set_role",
        json!({ "member": owner, "role": "viewer" }),
    );
    desk.call(
        "member.rename",
        json!({ "member": second, "name": "Head of brand" }),
    );
    let about = desk.call("workspace.about", json!({}));
    assert_eq!(about["member"]["name"], "Head of brand");
    assert_eq!(about["member"]["role"], "admin");
    act(&desk, &owner);
    let rename = json!({ "member": owner, "name": "Owner" });
    assert_eq!(desk.refuse("member.rename", rename).code, Code::NotAllowed);
}

#[test]
fn the_last_admin_stays_and_nobody_removes_themselves() {
    let desk = empty();
    let owner = me(&desk);
    let remove = json!({ "member": owner });
    assert_eq!(
        desk.refuse("member.remove", remove.clone()).code,
        Code::LastAdmin
    );
    let demote = json!({ "member": owner, "role": "editor" });
    assert_eq!(desk.refuse("member.set_role", demote).code, Code::LastAdmin);
    add(&desk, "Second admin", "admin");
    assert_eq!(
        desk.refuse("member.remove", remove).code,
        Code::ActingMember
    );
}

#[test]
fn who_left_stays_in_the_history_and_may_not_act() {
    let desk = empty();
    let writer = add(&desk, "Writer", "editor");
    let team = desk.call("member.remove", json!({ "member": writer }));
    assert_eq!(team["members"].as_array().map(Vec::len), Some(1));
    assert_eq!(team["former"][0]["name"], "Writer");
    for call in ["member.act", "member.remove"] {
        assert_eq!(
            desk.refuse(call, json!({ "member": writer })).code,
            Code::NotFound
        );
    }
    let again = add(&desk, "Writer", "viewer");
    assert_ne!(again, writer, "the name is free, the member is another one");
}

#[test]
fn names_that_mislead_are_refused() {
    let desk = empty();
    let owner = desk.call("workspace.about", json!({}))["member"]["name"].clone();
    let owner = owner.as_str().unwrap().to_uppercase();
    assert_eq!(refused(&desk, &owner), Code::MemberTaken);
    for name in ["", " \t ", "a\nb", "Admin\u{202e}", "\u{0}x"] {
        assert_eq!(refused(&desk, name), Code::MemberName, "{name:?}");
    }
    assert_eq!(refused(&desk, &"x".repeat(5_000)), Code::MemberName);
    add(&desk, "<img src=x onerror=alert(1)>", "viewer");
    add(&desk, "مراجع", "reviewer");
}

#[test]
fn the_window_acts_as_before_when_the_workspace_is_opened_again_and_the_command_line_asks() {
    let desk = empty();
    let reader = add(&desk, "Site reader", "reviewer");
    act(&desk, &reader);
    let Desk { host, folder, .. } = desk;
    drop(host);
    let home = folder.path().join("workspace");
    let (machine, _) = machine();
    let place = Place::Workspace(home);
    let error = Host::open(&place, None, &machine).err().unwrap();
    assert_eq!(error.code, Code::WhichMember);
    let names = error.params["members"].lines().collect::<Vec<_>>();
    assert_eq!(names.len(), 2, "{error}");
    assert!(
        names.contains(&"Site reader") && error.message.contains("--as"),
        "{error}"
    );
    let named = Host::open(&place, Some(names[0]), &machine).unwrap();
    drop(named);
    let window = galley_host::Desk::start(Some(place), None, machine);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let about = runtime
        .block_on(window.call("workspace.about", json!({})))
        .unwrap();
    assert_eq!(about["member"]["name"], "Site reader");
}
