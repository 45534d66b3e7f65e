//! Bad input: a clear error each, nothing invented, nothing lost.

use galley_app::error::Code;
use galley_host::{Host, Place};
use galley_tests::{demo, empty, machine, with};
use serde_json::json;
use std::fs;

#[test]
fn an_empty_brief_is_refused() {
    for brief in ["", "  \n\t "] {
        assert_eq!(demo_refuses(brief), Code::BriefEmpty);
    }
}

#[test]
fn a_brief_of_fifty_thousand_characters_is_refused() {
    assert_eq!(demo_refuses(&"mesh ".repeat(10_000)), Code::BriefTooLong);
}

#[test]
fn a_brief_of_emoji_only_is_refused() {
    assert_eq!(demo_refuses("🚀🚀🎉👩‍🔧"), Code::BriefNoWords);
}

fn demo_refuses(brief: &str) -> Code {
    demo().refuse("draft.start", json!({ "brief": brief })).code
}

#[test]
fn a_brief_from_right_to_left_leads_to_an_answer_and_no_invention() {
    let desk = demo();
    let run = desk.draft(json!({ "brief": "أعلن عن خدمة جديدة لقص الشبك" }));
    assert!(
        run["post"].is_string() || run["advisory"].is_object(),
        "{run}"
    );
    assert_eq!(run["error"], json!(null));
}

#[test]
fn a_german_brief_for_an_english_brand_is_drafted_in_english_and_says_so() {
    let desk = demo();
    let run = desk.draft(
        json!({ "brief": "Kündige den neuen Zuschnitt von Bewehrungsmatten für Bauleiter an" }),
    );
    if run["post"].is_string() {
        let post = desk.call("post.get", json!({ "post": run["post"] }));
        assert_eq!(post["language"], "en");
        assert!(
            post["notice"].is_object(),
            "the change of language is said: {post}"
        );
    } else {
        assert!(run["advisory"].is_object(), "{run}");
    }
}

#[test]
fn a_product_that_the_folder_does_not_know_is_asked_about_and_never_invented() {
    let desk = demo();
    let run = desk
        .draft(json!({ "brief": "Announce the new TurboFlex 9000 laser cutter to site managers" }));
    let advisory = &run["advisory"];
    assert_eq!(advisory["code"], "unknown-product", "{run}");
    let choices = advisory["choices"].as_array().unwrap();
    assert!((2..=3).contains(&choices.len()), "{advisory}");
    assert_eq!(run["post"], json!(null));
}

#[test]
fn a_folder_with_nothing_usable_is_refused_and_names_itself() {
    let desk = empty();
    let folder = desk.write(&[("empty.md", ""), ("blob.bin", "\u{0}\u{1}\u{2}")]);
    let error = desk.refuse("knowledge.import", json!({ "folder": folder }));
    assert_eq!(error.code, Code::NothingUsable);
    assert!(error.message.contains("documents"), "{error}");
}

#[test]
fn a_folder_that_is_not_there_or_is_a_file_is_refused() {
    let desk = empty();
    let folder = desk.write(&[("a.md", "# A\n")]);
    let gone = json!({ "folder": folder.join("gone") });
    assert_eq!(
        desk.refuse("knowledge.import", gone).code,
        Code::FolderUnreadable
    );
    let file = json!({ "folder": folder.join("a.md") });
    assert_eq!(
        desk.refuse("knowledge.import", file).code,
        Code::FolderUnreadable
    );
}

#[test]
fn a_broken_row_is_named_and_the_others_load() {
    let desk = empty();
    let csv = "name,price,unit\nRye loaf,£4.20,each\nBroken row\nSeeded roll,£0.90,each\n";
    let folder = desk.write(&[("bread.csv", csv)]);
    let read = desk.call("knowledge.import", json!({ "folder": folder }));
    let notes = read["files"][0]["notes"].to_string();
    assert!(
        notes.contains("row") && notes.contains('3'),
        "the third line is named: {notes}"
    );
    let found = desk.call("knowledge.search", json!({ "text": "seeded roll" }));
    assert!(found["entries"].to_string().contains("0.90"), "{found}");
}

#[test]
fn bytes_that_are_no_text_are_named_and_the_other_files_load() {
    let desk = empty();
    let folder = desk.write(&[(
        "good.md",
        "# Mill Lane\n\nMill Lane Cycles mends bikes in York.\n",
    )]);
    fs::write(
        folder.join("bad.md"),
        b"# Title\n\n\x81\x8d\xfe\xff\x00 broken",
    )
    .unwrap();
    let read = desk.call("knowledge.import", json!({ "folder": folder }));
    assert_eq!(read["documents"]["added"], 1, "{read}");
    let bad = read["files"]
        .as_array()
        .unwrap()
        .iter()
        .find(|file| file["file"] == "bad.md")
        .unwrap();
    assert_eq!(bad["read_as"], "skipped");
    assert!(
        !bad["notes"].as_array().unwrap().is_empty(),
        "it says why: {bad}"
    );
}

#[test]
fn a_file_of_200_megabytes_is_skipped_unread_and_named() {
    let desk = empty();
    let folder = desk.write(&[(
        "good.md",
        "# Mill Lane\n\nMill Lane Cycles mends bikes in York.\n",
    )]);
    let huge = fs::File::create(folder.join("huge.md")).unwrap();
    huge.set_len(200 * 1024 * 1024).unwrap();
    let read = desk.call("knowledge.import", json!({ "folder": folder }));
    let huge = read["files"]
        .as_array()
        .unwrap()
        .iter()
        .find(|file| file["file"] == "huge.md")
        .unwrap();
    assert_eq!(huge["read_as"], "skipped", "{huge}");
    assert_eq!(read["documents"]["added"], 1);
}

#[test]
fn a_skill_with_bad_yaml_is_named_with_its_line_and_the_others_work() {
    let desk = with(&[
        (
            "about.md",
            "# Mill Lane\n\nMill Lane Cycles mends bikes in York.\n",
        ),
        (
            "broken/SKILL.md",
            "---\nname: broken\ndescription: \"no end\nlicense: MIT\n---\n# Broken\n",
        ),
    ]);
    let skills = desk.call("skill.list", json!({}));
    let broken = skills["broken"].as_array().unwrap();
    assert_eq!(broken.len(), 1, "{skills}");
    assert!(broken[0]["line"].as_u64() >= Some(1), "{broken:?}");
    assert!(skills["skills"].as_array().unwrap().len() >= 5);
}

#[test]
fn two_processes_cannot_own_one_workspace() {
    let desk = empty();
    let (machine, _) = machine();
    let home = desk.folder.path().join("workspace");
    let second = Host::open(&Place::Workspace(home), None, &machine);
    let error = second.err().expect("the first still owns it");
    assert_eq!(error.code, Code::WorkspaceOwned);
    assert_eq!(
        error.params.get("pid"),
        Some(&std::process::id().to_string())
    );
}

#[test]
fn an_unknown_operation_and_a_wrong_input_are_named() {
    let desk = empty();
    assert_eq!(
        desk.refuse("post.frobnicate", json!({})).code,
        Code::UnknownOperation
    );
    let error = desk.refuse("post.get", json!({ "post": 7 }));
    assert_eq!(error.code, Code::BadInput);
    assert!(error.message.contains("post.get"), "{error}");
    let typo = desk.refuse("post.list", json!({ "txet": "mesh" }));
    assert_eq!(
        typo.code,
        Code::BadInput,
        "a misspelled field is not dropped in silence"
    );
}
