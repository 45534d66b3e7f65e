//! Knowledge: a folder is read by content, searched, and read again.

use galley_tests::{demo, empty, with};
use serde_json::json;

const BAKERY: &[(&str, &str)] = &[
    (
        "about.md",
        "# Alder Bakery\n\nAlder Bakery bakes sourdough bread in Leeds. The ovens are lit at 3 am.\n",
    ),
    (
        "delivery.md",
        "# Delivery\n\nBread ordered by 6 pm is delivered before 8 am the next day.\n",
    ),
    (
        "bread.csv",
        "name,price,unit\nRye loaf,£4.20,each\nSeeded roll,£0.90,each\n",
    ),
];

#[test]
fn files_are_recognized_by_content_and_each_is_reported() {
    let desk = empty();
    let folder = desk.write(BAKERY);
    let read = desk.call("knowledge.import", json!({ "folder": folder }));
    assert_eq!(read["documents"]["added"], 3, "{read}");
    assert_eq!(read["name"], "Alder Bakery");
    assert_eq!(read["files"].as_array().map(Vec::len), Some(3));
    let products = read["files"]
        .as_array()
        .unwrap()
        .iter()
        .find(|file| file["file"] == "bread.csv");
    assert_eq!(products.unwrap()["read_as"], "products");
}

#[test]
fn reading_the_same_folder_again_changes_nothing() {
    let desk = with(BAKERY);
    let before = desk.call("workspace.about", json!({}))["counts"].clone();
    let again = desk.call(
        "knowledge.import",
        json!({ "folder": desk.folder.path().join("documents") }),
    );
    assert_eq!(
        again["documents"],
        json!({ "added": 0, "changed": 0, "unchanged": 3 })
    );
    assert_eq!(desk.call("workspace.about", json!({}))["counts"], before);
}

#[test]
fn a_changed_file_replaces_its_entries() {
    let desk = with(BAKERY);
    let folder = desk.write(&[(
        "delivery.md",
        "# Delivery\n\nBread ordered by 4 pm is delivered before 7 am the next day.\n",
    )]);
    let again = desk.call("knowledge.import", json!({ "folder": folder }));
    assert_eq!(again["documents"]["changed"], 1);
    let found = desk.call(
        "knowledge.search",
        json!({ "text": "when is bread delivered" }),
    );
    let statements = found["entries"].to_string();
    assert!(
        statements.contains("4 pm") && !statements.contains("6 pm"),
        "{statements}"
    );
}

#[test]
fn search_finds_entries_and_chunks_with_their_place() {
    let desk = with(BAKERY);
    let found = desk.call("knowledge.search", json!({ "text": "delivered bread" }));
    let hit = &found["entries"][0];
    let document = desk.call("knowledge.document", json!({ "document": hit["document"] }));
    let at = |name: &str| usize::try_from(hit["span"][name].as_u64().unwrap()).unwrap();
    let under = &document["text"].as_str().unwrap()[at("start")..at("end")];
    assert!(under.contains("delivered before 8 am"), "{under}");
    assert!(!found["chunks"].as_array().unwrap().is_empty());
}

#[test]
fn a_passage_holds_the_entry_that_it_was_asked_for() {
    let row = |number: usize| format!("Rye loaf number {number},£{}.20,each\n", number % 90 + 1);
    let rows = "name,price,unit\n".to_owned() + &(0..3_000).map(row).collect::<String>();
    let desk = with(&[("bread.csv", rows.as_str())]);
    let found = desk.call("knowledge.search", json!({ "text": "loaf number 2900" }));
    let hit = &found["entries"][0];
    let document = hit["document"].clone();
    let passage = desk.call(
        "knowledge.passage",
        json!({ "document": document, "entry": hit["entry"] }),
    );
    assert!(passage["part"].as_u64() > Some(1), "{}", passage["part"]);
    let entries = passage["entries"].as_array().unwrap();
    assert!(entries.iter().any(|entry| entry["id"] == hit["entry"]));

    let mut text = String::new();
    let mut entries = 0;
    for _ in 0..passage["parts"].as_u64().unwrap() {
        let part = desk.call(
            "knowledge.passage",
            json!({ "document": document, "at": text.len() }),
        );
        text.push_str(part["text"].as_str().unwrap());
        entries += part["entries"].as_array().unwrap().len();
    }
    assert_eq!(text, rows, "the passages together are the document");
    assert_eq!(entries, 3_000, "each entry is in one of them");
}

#[test]
fn a_place_that_is_not_there_shows_the_passage_next_to_it() {
    let desk = with(BAKERY);
    let found = desk.call("knowledge.search", json!({ "text": "sourdough" }));
    let document = found["entries"][0]["document"].clone();
    let other = desk.call("knowledge.search", json!({ "text": "Rye loaf" }))["entries"][0].clone();
    for place in [
        json!({ "document": document, "at": u32::MAX }),
        json!({ "document": document, "entry": other["entry"] }),
    ] {
        let passage = desk.call("knowledge.passage", place);
        assert!(passage["text"].as_str().unwrap().contains("sourdough"));
    }
}

#[test]
fn search_takes_anything_that_a_person_types() {
    let desk = with(BAKERY);
    for text in [
        "",
        "   ",
        "\"",
        "AND OR (",
        "bread^~*",
        "+-:{}[]",
        "\u{202e}",
        "🙂",
        &"x".repeat(10_000),
    ] {
        desk.call("knowledge.search", json!({ "text": text }));
    }
}

#[test]
fn the_demo_brand_is_whole() {
    let desk = demo();
    let about = desk.call("workspace.about", json!({}));
    assert_eq!(about["name"], "NextDaySteel");
    assert!(about["counts"]["documents"].as_u64() >= Some(11), "{about}");
    assert_eq!(about["counts"]["past_posts"], 60);
    assert_eq!(about["channels"].as_array().map(Vec::len), Some(4));
    let documents = desk.call("knowledge.documents", json!({}));
    assert!(documents.as_array().map_or(0, Vec::len) >= 11);
}
