//! Comments on ranges: they follow edits, and stay when an edit removes what they are on.

use super::levels::{act, add, me};
use super::{edit, requested};
use galley_app::error::Code;
use galley_tests::{Desk, demo};
use serde_json::{Value, json};

/// A version that says `text`.
fn saying(desk: &Desk, text: &str) -> Value {
    let candidate = requested(desk);
    edit(desk, &candidate["versions"][0], text)
}

/// Comments on `words` of a version.
fn comment(desk: &Desk, version: &Value, words: &str, text: &str) -> Value {
    desk.call("comment.add", on(version, words, text))["comment"].clone()
}

fn on(version: &Value, words: &str, text: &str) -> Value {
    let at = version["payload"]["text"]
        .as_str()
        .unwrap()
        .find(words)
        .unwrap();
    json!({
        "version": version["id"],
        "revision": version["revision"]["id"],
        "span": { "start": at, "end": at + words.len() },
        "text": text,
    })
}

fn threads(desk: &Desk, version: &Value) -> Value {
    desk.call("comment.list", json!({ "candidate": version["candidate"] }))
}

/// The words that a thread is on now.
fn under(thread: &Value, version: &Value) -> Option<String> {
    let span = &thread["span"];
    let at = |name: &str| span[name].as_u64().map(|n| usize::try_from(n).unwrap());
    let text = version["payload"]["text"].as_str().unwrap();
    Some(text[at("start")?..at("end")?].to_owned())
}

#[test]
fn a_comment_follows_its_words_and_stays_when_an_edit_removes_them() {
    let desk = demo();
    let version = saying(&desk, "Order by 2 pm. We deliver über Nacht.");
    comment(
        &desk,
        &version,
        "by 2 pm",
        "Is 2 pm right for Scotland too?",
    );
    let moved = edit(&desk, &version, "Über uns: please order by 2 pm sharp.");
    let listed = threads(&desk, &moved);
    assert_eq!(under(&listed[0], &moved).as_deref(), Some("by 2 pm"));
    let gone = edit(&desk, &moved, "Ring us first.");
    let listed = threads(&desk, &gone);
    assert_eq!(listed[0]["span"], json!(null), "{listed}");
    assert_eq!(listed[0]["quote"], "by 2 pm");
    assert_eq!(
        listed[0]["comments"][0]["text"],
        "Is 2 pm right for Scotland too?"
    );
    let back = desk.call("version.undo", json!({ "version": version["id"] }));
    let listed = threads(&desk, &back);
    assert_eq!(
        under(&listed[0], &back).as_deref(),
        Some("by 2 pm"),
        "undo brings it back"
    );
}

#[test]
fn a_thread_is_answered_resolved_and_opened_again_by_an_answer() {
    let desk = demo();
    let reader = add(&desk, "Site reader", "reviewer");
    let version = saying(&desk, "Order by 2 pm.");
    let thread = comment(&desk, &version, "2 pm", "Scotland too?");
    act(&desk, &reader);
    desk.call(
        "comment.reply",
        json!({ "thread": thread, "text": "No, noon." }),
    );
    let listed = threads(&desk, &version);
    let comments = listed[0]["comments"].as_array().unwrap();
    assert_eq!(comments.len(), 2);
    assert_eq!(
        (&comments[1]["by"], &comments[1]["own"]),
        (&json!("Site reader"), &json!(true))
    );
    assert_eq!(comments[0]["own"], false);
    let inbox = || desk.call("review.inbox", json!({}))["waiting"][0]["open_comments"].clone();
    assert_eq!(inbox(), 1);
    desk.call(
        "comment.resolve",
        json!({ "thread": thread, "resolved": true }),
    );
    assert_eq!(threads(&desk, &version)[0]["resolved"]["by"], "Site reader");
    assert_eq!(inbox(), 0);
    desk.call(
        "comment.reply",
        json!({ "thread": thread, "text": "And Wales?" }),
    );
    assert_eq!(threads(&desk, &version)[0]["resolved"], json!(null));
}

#[test]
fn only_who_wrote_a_comment_changes_it_and_answers_keep_its_place() {
    let desk = demo();
    let owner = me(&desk);
    let reader = add(&desk, "Site reader", "reviewer");
    let version = saying(&desk, "Order by 2 pm.");
    let thread = comment(&desk, &version, "2 pm", "Scotland too?");
    act(&desk, &reader);
    let other = json!({ "comment": thread, "text": "x" });
    assert_eq!(
        desk.refuse("comment.edit", other).code,
        Code::NotYourComment
    );
    let remove = json!({ "comment": thread });
    assert_eq!(
        desk.refuse("comment.delete", remove.clone()).code,
        Code::NotYourComment
    );
    let answer = desk.call("comment.reply", json!({ "thread": thread, "text": "No." }));
    act(&desk, &owner);
    desk.call(
        "comment.edit",
        json!({ "comment": thread, "text": "Also in Scotland?" }),
    );
    let edited = threads(&desk, &version)[0]["comments"][0].clone();
    assert_eq!(
        (&edited["text"], &edited["edited"]),
        (&json!("Also in Scotland?"), &json!(true))
    );
    desk.call("comment.delete", remove.clone());
    assert_eq!(
        threads(&desk, &version)[0]["comments"][0]["text"],
        json!(null)
    );
    assert_eq!(
        desk.refuse("comment.delete", remove).code,
        Code::NotYourComment
    );
    act(&desk, &reader);
    desk.call("comment.delete", json!({ "comment": answer["comment"] }));
    assert_eq!(
        threads(&desk, &version),
        json!([]),
        "nothing is left to hang on"
    );
}

#[test]
fn hostile_words_are_kept_as_text_and_what_cannot_be_a_comment_is_refused() {
    let desk = demo();
    let version = saying(&desk, "Order by 2 pm.");
    let hostile = "<script>alert(1)</script>\u{0}\u{7} \u{202e}gnikcart\nمرحبا";
    comment(&desk, &version, "2 pm", hostile);
    let text = threads(&desk, &version)[0]["comments"][0]["text"].clone();
    assert_eq!(text, "<script>alert(1)</script> \u{202e}gnikcart\nمرحبا");
    let refuse = |input: Value| desk.refuse("comment.add", input).code;
    assert_eq!(
        refuse(on(&version, "2 pm", " \u{0} ")),
        Code::CommentRequired
    );
    assert_eq!(
        refuse(on(&version, "2 pm", &"x".repeat(50_000))),
        Code::CommentTooLong
    );
    for (start, end) in [(3, 3), (9, 4), (5, 900), (5, 6)] {
        let mut input = on(&version, "2 pm", "x");
        input["span"] = json!({ "start": start, "end": end });
        assert_eq!(refuse(input), Code::CommentRange, "{start}..{end}");
    }
    let stale = on(&version, "2 pm", "x");
    edit(&desk, &version, "Order by 3 pm.");
    assert_eq!(refuse(stale), Code::ContentChanged);
}

#[test]
fn a_viewer_reads_and_does_not_comment() {
    let desk = demo();
    let viewer = add(&desk, "Guest", "viewer");
    let version = saying(&desk, "Order by 2 pm.");
    comment(&desk, &version, "2 pm", "Scotland too?");
    act(&desk, &viewer);
    assert_eq!(threads(&desk, &version).as_array().map(Vec::len), Some(1));
    let refused = desk.refuse("comment.add", on(&version, "2 pm", "x"));
    assert_eq!(refused.code, Code::NotAllowed);
}
