//! The audit chain as a list and a file, and a change of it behind Galley.

use galley_app::error::Code;
use galley_host::{Host, Place};
use galley_tests::{Desk, empty, machine};
use serde_json::{Value, json};
use std::fs;

fn list(desk: &Desk, input: Value) -> Vec<Value> {
    let view = desk.call("audit.list", input);
    view["records"].as_array().unwrap().clone()
}

#[test]
fn the_list_is_newest_first_and_can_be_searched() {
    let desk = empty();
    desk.call(
        "member.add",
        json!({ "name": "Site reader", "role": "reviewer" }),
    );
    let all = list(&desk, json!({}));
    assert_eq!(all[0]["operation"], "member.add");
    assert!(all[0]["after"].as_str().unwrap().contains("Site reader"));
    let sequences: Vec<_> = all
        .iter()
        .map(|record| record["sequence"].as_u64())
        .collect();
    assert!(sequences.is_sorted_by(|a, b| a > b), "{sequences:?}");
    let found = |input: Value| list(&desk, input).len();
    assert_eq!(found(json!({ "text": "SITE READER" })), 1);
    assert_eq!(found(json!({ "text": "%" })), 0, "there is no query syntax");
    assert_eq!(found(json!({ "operation": "workspace." })), all.len() - 2);
    assert_eq!(found(json!({ "limit": 1 })), 1);
    let member = desk.call("workspace.about", json!({}))["member"]["id"].clone();
    let view = desk.call("audit.list", json!({ "member": member, "limit": 2 }));
    assert_eq!(view["total"].as_u64(), Some(all.len() as u64));
}

#[test]
fn the_list_is_written_out_in_two_forms_and_never_over_a_file() {
    let desk = empty();
    let name = "=cmd,\"x\"";
    desk.call("member.add", json!({ "name": name, "role": "viewer" }));
    let export = |format: &str| {
        let written = desk.call("audit.export", json!({ "format": format }));
        let path = written["path"].as_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        (path, written["records"].as_u64().unwrap(), text)
    };
    let (path, records, csv) = export("csv");
    assert_eq!(csv.lines().count() as u64, records + 1);
    assert!(path.ends_with("audit-2026-03-25.csv"), "{path}");
    let (again, _, _) = export("csv");
    assert!(again.ends_with("audit-2026-03-25-2.csv"), "{again}");
    let (_, records, lines) = export("jsonl");
    let read: Vec<Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(read.len() as u64, records);
    assert_eq!(read.last().unwrap()["after"]["name"], name, "oldest first");
}

#[test]
fn a_byte_that_was_changed_on_the_disk_is_found_with_its_record() {
    let desk = empty();
    desk.call(
        "member.add",
        json!({ "name": "Site reader", "role": "reviewer" }),
    );
    let added = list(&desk, json!({}))[0]["sequence"].clone();
    let Desk { host, folder, .. } = desk;
    drop(host);
    let home = folder.path().join("workspace");
    let database = home.join("galley.db");
    let mut bytes = fs::read(&database).unwrap();
    let record = b"{\"name\":\"Site reader\",\"role\":\"reviewer\"}";
    let at = bytes
        .windows(record.len())
        .position(|window| window == record);
    bytes[at.unwrap() + 9] = b's';
    fs::write(&database, bytes).unwrap();
    let (machine, _) = machine();
    let names = Host::open(&Place::Workspace(home.clone()), None, &machine)
        .err()
        .unwrap();
    let owner = names.params["members"]
        .lines()
        .find(|name| *name != "Site reader");
    let host = Host::open(&Place::Workspace(home), owner, &machine).unwrap();
    let error = host.call("audit.verify", json!({})).unwrap_err();
    assert_eq!(error.code, Code::AuditBroken);
    assert_eq!(error.params["record"], added.to_string(), "{error}");
    let view = host.call("audit.list", json!({})).unwrap();
    assert!(
        view.to_string().contains("site reader"),
        "it is shown as it stands"
    );
}
