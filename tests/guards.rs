//! Guards over a text that is not stored.

use galley_app::error::Code;
use galley_tests::demo;
use serde_json::json;

#[test]
fn a_text_is_held_against_what_the_folder_states() {
    let desk = demo();
    let check = |text: &str| {
        desk.call(
            "guard.check",
            json!({ "network": "linkedin", "text": text }),
        )
    };
    let wrong = check("Shape cutting starts at £12.34 a cut.");
    let codes = wrong["findings"].to_string();
    assert!(codes.contains("unsupported-claim.price"), "{wrong}");
    let right = check("Shape cutting starts at £38.50 a cut.");
    assert!(
        !right["findings"].to_string().contains("unsupported-claim"),
        "{right}"
    );
    assert!(
        right["voice"]["score"].is_number(),
        "sixty posts give a score: {right}"
    );
}

#[test]
fn an_empty_text_is_refused() {
    let error = demo().refuse("guard.check", json!({ "network": "x", "text": " \n" }));
    assert_eq!(error.code, Code::BadInput);
}

fn found(desk: &galley_tests::Desk, network: &str, text: &str, guard: &str) -> Vec<String> {
    let checked = desk.call("guard.check", json!({ "network": network, "text": text }));
    let findings = checked["findings"].as_array().cloned().unwrap_or_default();
    let of_guard = findings
        .into_iter()
        .filter(|finding| finding["guard"] == guard);
    of_guard
        .map(|finding| finding["severity"].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn a_guard_that_the_brand_switches_off_is_silent_until_it_is_put_back() {
    let desk = demo();
    let text = "What a damn good day at the yard.";
    assert_eq!(found(&desk, "linkedin", text, "profanity"), ["warn"]);
    let set = |level: &str| desk.call("guard.set", json!({ "guard": "profanity", "level": level }));
    assert_eq!(set("note")["level"], "note");
    assert_eq!(found(&desk, "linkedin", text, "profanity"), ["note"]);
    set("off");
    assert!(found(&desk, "linkedin", text, "profanity").is_empty());
    set("full");
    assert_eq!(found(&desk, "linkedin", text, "profanity"), ["warn"]);
}

#[test]
fn what_a_network_refuses_is_found_with_its_guard_switched_off() {
    let desk = demo();
    desk.call("guard.set", json!({ "guard": "length", "level": "off" }));
    let long = "We cut mesh to size. ".repeat(20);
    assert_eq!(found(&desk, "x", &long, "length"), ["block"]);
}

#[test]
fn guards_are_listed_with_their_levels_and_an_unknown_one_is_refused() {
    let desk = demo();
    desk.call("guard.set", json!({ "guard": "emoji", "level": "off" }));
    let guards = desk.call("guard.list", json!({}));
    let guards = guards.as_array().expect("a list");
    let emoji = guards
        .iter()
        .find(|guard| guard["id"] == "emoji")
        .expect("a guard");
    assert_eq!(emoji["level"], "off");
    assert!(emoji["codes"].to_string().contains("emoji.row"), "{emoji}");
    let full = guards
        .iter()
        .filter(|guard| guard["level"] == "full")
        .count();
    assert_eq!(full + 1, guards.len());
    let error = desk.refuse("guard.set", json!({ "guard": "nonsense", "level": "off" }));
    assert_eq!(error.code, Code::NotFound);
}

#[test]
fn a_post_of_the_past_is_known_again() {
    let desk = demo();
    let past = "Tag says M04, drawing says M04. Done.\n\nEvery cut sheet leaves the yard with its mark on. \
        Ask for tags on your next order. You get them anyway.";
    assert_eq!(found(&desk, "x", past, "duplicate"), ["warn"]);
    assert_eq!(found(&desk, "linkedin", past, "duplicate"), ["note"]);
}

/// Guards whose rules are not the brand's own: a good draft gives them nothing to say.
const SILENT: &[&str] = &[
    "placeholder",
    "mentions",
    "profanity",
    "legal-words",
    "stale-fact",
    "duplicate",
    "sensitive-moment",
    "alt-text",
    "reading-level",
    "capitals",
    "emoji",
    "inclusive-language",
];

fn check_drafts(folder: &str, briefs: &[&str]) {
    let desk = galley_tests::empty();
    let documents = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/demo");
    desk.call(
        "knowledge.import",
        json!({ "folder": documents.join(folder) }),
    );
    let mut alarms = Vec::new();
    for brief in briefs {
        let post = desk.post(brief);
        let candidates = post["candidates"].as_array().cloned().unwrap_or_default();
        let versions = candidates.iter().flat_map(|candidate| {
            candidate["versions"]
                .as_array()
                .cloned()
                .unwrap_or_default()
        });
        for version in versions {
            let findings = version["findings"].as_array().cloned().unwrap_or_default();
            let raised = findings
                .into_iter()
                .filter(|finding| SILENT.iter().any(|guard| finding["guard"] == *guard));
            alarms.extend(raised.map(|finding| (finding, version["payload"]["text"].clone())));
        }
    }
    assert!(alarms.is_empty(), "{folder}: {alarms:#?}");
}

#[test]
fn drafts_of_the_demo_brands_raise_no_false_alarm() {
    check_drafts(
        "nextdaysteel",
        &[
            "Announce the mesh cut-to-size service",
            "Explain how to order mesh by drawing",
            "Offer: the first ten cuts are free",
            "Answer: can I return cut mesh?",
        ],
    );
    check_drafts(
        "techstartup",
        &[
            "Announce the build cache",
            "Explain how the cache works",
            "Answer: what does support cover?",
        ],
    );
}
