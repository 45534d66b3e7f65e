//! Conversation: asking, changing what came of it, and finding it again.

use galley_app::error::Code;
use galley_tests::{Desk, demo};
use jiff::SignedDuration;
use serde_json::{Value, json};

const BRIEF: &str = "Announce the mesh cut-to-size service to site managers";

/// Says something, waits for the draft that it starts, and gives the conversation.
fn say(desk: &Desk, conversation: Option<&Value>, input: Value) -> Value {
    desk.clock.advance(SignedDuration::from_secs(10));
    let mut said = input;
    if let Some(conversation) = conversation {
        said["conversation"] = conversation["id"].clone();
    }
    let told = desk.call("conversation.say", said);
    let turns = told["turns"].as_array().unwrap();
    let run = turns.last().unwrap()["run"].clone();
    if !run.is_null() {
        let run = serde_json::from_value(run).unwrap();
        desk.host.wait(run).expect("the run ends");
    }
    desk.call("conversation.get", json!({ "conversation": told["id"] }))
}

fn last(conversation: &Value) -> &Value {
    conversation["turns"].as_array().unwrap().last().unwrap()
}

fn post(desk: &Desk, turn: &Value) -> Value {
    assert!(turn["post"].is_string(), "no post came of {turn}");
    desk.call("post.get", json!({ "post": turn["post"] }))
}

#[test]
fn a_request_changes_the_draft_before_and_keeps_it_in_reach() {
    let desk = demo();
    let talk = say(&desk, None, json!({ "text": BRIEF }));
    assert_eq!(last(&talk)["understood"]["code"], "said.brief");
    let first = post(&desk, last(&talk));
    let talk = say(
        &desk,
        Some(&talk),
        json!({ "text": "for Instagram only, without the price" }),
    );
    assert_eq!(last(&talk)["understood"]["code"], "said.request");
    let second = post(&desk, last(&talk));
    assert_eq!(second["brief"], first["brief"]);
    let thread: Vec<_> = second["thread"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["post"])
        .collect();
    assert_eq!(thread, [&first["id"], &second["id"]]);
    for candidate in second["candidates"].as_array().unwrap() {
        let versions = candidate["versions"].as_array().unwrap();
        assert_eq!(versions.len(), 1);
        assert_eq!(versions[0]["network"], "instagram");
        let text = versions[0]["payload"]["text"].as_str().unwrap();
        assert!(!text.contains('£'), "{text}");
    }
}

#[test]
fn another_opening_leads_with_other_facts() {
    let desk = demo();
    let talk = say(&desk, None, json!({ "text": BRIEF }));
    let first = post(&desk, last(&talk));
    let talk = say(
        &desk,
        Some(&talk),
        json!({ "text": "another opening, please" }),
    );
    let second = post(&desk, last(&talk));
    let leads = |post: &Value| -> Vec<String> {
        let candidates = post["candidates"].as_array().unwrap().iter();
        candidates
            .map(|candidate| candidate["angle"]["lead"].to_string())
            .collect()
    };
    let before = leads(&first);
    assert!(
        leads(&second).iter().all(|lead| !before.contains(lead)),
        "{first} {second}"
    );
}

#[test]
fn what_cannot_be_done_is_said_and_no_draft_is_started() {
    let desk = demo();
    let talk = say(&desk, None, json!({ "text": "shorter" }));
    assert_eq!(last(&talk)["understood"]["code"], "said.nothing-to-change");
    assert!(last(&talk)["run"].is_null());
    let talk = say(&desk, Some(&talk), json!({ "text": BRIEF }));
    let talk = say(&desk, Some(&talk), json!({ "text": "in German" }));
    assert_eq!(last(&talk)["understood"]["code"], "said.no-documents");
    assert_eq!(last(&talk)["understood"]["params"]["language"], "de");
    assert!(last(&talk)["run"].is_null());
    let empty = json!({ "text": "  " });
    assert_eq!(
        desk.refuse("conversation.say", empty).code,
        Code::BriefEmpty
    );
    let nowhere = json!({ "conversation": "00000000-0000-0000-0000-00000000ffff" });
    assert_eq!(
        desk.refuse("conversation.get", nowhere).code,
        Code::NotFound
    );
}

#[test]
fn a_question_is_answered_in_the_conversation() {
    let desk = demo();
    let talk = say(
        &desk,
        None,
        json!({ "text": "Offer the A252 mesh sheet small to builders" }),
    );
    let run = desk.call("run.get", json!({ "run": last(&talk)["run"] }));
    assert_eq!(run["advisory"]["code"], "out-of-stock", "{run}");
    let choices = run["advisory"]["choices"].as_array().unwrap();
    let similar = choices
        .iter()
        .find(|choice| choice["code"] == "draft-about-similar")
        .unwrap();
    let talk = say(
        &desk,
        Some(&talk),
        json!({ "text": "The similar one", "choice": similar }),
    );
    assert_eq!(last(&talk)["understood"]["code"], "said.choice");
    assert_eq!(post(&desk, last(&talk))["brief"], similar["brief"]);
}

#[test]
fn conversations_are_found_by_what_was_said() {
    let desk = demo();
    let talk = say(&desk, None, json!({ "text": BRIEF }));
    say(&desk, Some(&talk), json!({ "text": "more formal" }));
    let found = desk.call("conversation.list", json!({ "text": "FORMAL" }));
    assert_eq!(found[0]["id"], talk["id"]);
    assert_eq!(found[0]["title"], BRIEF);
    assert_eq!(found[0]["turns"], 2);
    assert_eq!(
        desk.call("conversation.list", json!({ "text": "zebra" })),
        json!([])
    );
}
