//! Drafting: the whole way from a brief to checked candidates.

use galley_tests::{Desk, demo};
use serde_json::{Value, json};

const BRIEF: &str =
    "Announce the mesh cut-to-size service to site managers, friendly, LinkedIn and Instagram";

fn texts(post: &Value) -> Vec<String> {
    let candidates = post["candidates"].as_array().unwrap().iter();
    let versions = candidates.flat_map(|candidate| candidate["versions"].as_array().unwrap());
    versions
        .map(|version| version["payload"]["text"].as_str().unwrap().to_owned())
        .collect()
}

/// The text under a fact's span, as the document has it.
fn under(desk: &Desk, fact: &Value) -> String {
    let document = desk.call(
        "knowledge.document",
        json!({ "document": fact["document"] }),
    );
    let span = &fact["span"];
    let at = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap();
    document["text"].as_str().unwrap()[at("start")..at("end")].to_owned()
}

#[test]
fn a_brief_becomes_two_or_three_candidates_for_the_networks_it_names() {
    let post = demo().post(BRIEF);
    let candidates = post["candidates"].as_array().unwrap();
    assert!(
        (2..=3).contains(&candidates.len()),
        "{} candidates",
        candidates.len()
    );
    for candidate in candidates {
        let networks: Vec<_> = candidate["versions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|v| v["network"].clone())
            .collect();
        assert_eq!(networks, ["linkedin", "instagram"]);
    }
    let leads: std::collections::BTreeSet<_> = candidates
        .iter()
        .map(|candidate| candidate["angle"]["lead"].to_string())
        .collect();
    assert_eq!(
        leads.len(),
        candidates.len(),
        "each candidate leads with another fact"
    );
}

#[test]
fn without_named_networks_there_is_a_version_for_each_of_the_four() {
    let desk = demo();
    let post = desk.post("Announce the mesh cut-to-size service");
    for candidate in post["candidates"].as_array().unwrap() {
        let versions = candidate["versions"].as_array().unwrap();
        assert_eq!(versions.len(), 4);
        for version in versions {
            let (value, limit) = (
                version["count"]["value"].as_u64(),
                version["count"]["limit"].as_u64(),
            );
            assert!(value <= limit, "{version} is too long");
        }
    }
}

#[test]
fn every_figure_of_a_draft_stands_at_the_span_of_a_cited_fact() {
    let desk = demo();
    for brief in [
        BRIEF,
        "Explain how to order mesh by drawing",
        "Answer: can I return cut mesh?",
    ] {
        let post = desk.post(brief);
        for candidate in post["candidates"].as_array().unwrap() {
            let facts = candidate["facts"].as_array().unwrap();
            let sources: Vec<String> = facts.iter().map(|fact| under(&desk, fact)).collect();
            let sources: Vec<&str> = sources.iter().map(String::as_str).collect();
            for version in candidate["versions"].as_array().unwrap() {
                let text = version["payload"]["text"].as_str().unwrap();
                let unsupported = galley_domain::knowledge::entailment::unsupported(text, &sources);
                assert!(
                    unsupported.is_empty(),
                    "{text}\nstates {unsupported:?}, which is at no span"
                );
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_draft_and_another_seed_may_not() {
    let first = texts(&demo().post(BRIEF));
    let second = texts(&demo().post(BRIEF));
    assert_eq!(first, second);
}

#[test]
fn a_run_keeps_each_step_with_its_time() {
    let desk = demo();
    let run = desk.draft(json!({ "brief": BRIEF }));
    let names: Vec<_> = run["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "brief",
            "intent",
            "skill",
            "context",
            "candidates",
            "checks",
            "ranking"
        ]
    );
    assert!(
        run["steps"]
            .as_array()
            .unwrap()
            .iter()
            .all(|step| step["state"] == "completed"),
        "{run}"
    );
    let again = desk.call("run.get", json!({ "run": run["id"] }));
    assert_eq!(again["post"], run["post"]);
}

#[test]
fn a_finished_run_cannot_be_cancelled() {
    let desk = demo();
    let run = desk.draft(json!({ "brief": BRIEF }));
    let cancelled = desk.call("run.cancel", json!({ "run": run["id"] }));
    assert_eq!(cancelled["state"], "completed");
}

#[test]
fn a_draft_uses_no_word_that_the_brand_never_uses() {
    let desk = demo();
    let rules = desk.call("brand.get", json!({}))["profile"]["rules"]["never"].clone();
    let never: Vec<String> = rules
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| rule["text"].as_str().unwrap().to_lowercase())
        .collect();
    assert!(!never.is_empty(), "the demo brand's guide names words");
    for text in texts(&desk.post(BRIEF)) {
        for word in &never {
            assert!(
                !text.to_lowercase().contains(word.as_str()),
                "{text}\nuses {word}"
            );
        }
    }
}

#[test]
fn the_skills_are_listed_and_none_is_broken() {
    let skills = demo().call("skill.list", json!({}));
    assert_eq!(skills["broken"], json!([]));
    assert!(skills["skills"].as_array().unwrap().len() >= 5);
}

#[test]
fn the_networks_are_listed_and_count_as_they_do() {
    let desk = demo();
    let networks = desk.call("network.list", json!({}));
    assert_eq!(networks.as_array().map(Vec::len), Some(4));
    let count = desk.call(
        "network.count",
        json!({ "network": "x", "text": "See https://example.com/a-long-path" }),
    );
    assert_eq!(count["value"], 27, "a link counts 23 on X");
}

#[test]
fn settings_are_kept_and_what_is_left_out_stays() {
    let desk = demo();
    desk.call("settings.set", json!({ "language": "de" }));
    desk.call("settings.set", json!({ "theme": "dark" }));
    let settings = desk.call("settings.get", json!({}));
    assert_eq!(settings, json!({ "language": "de", "theme": "dark" }));
}
