//! Brand: profile, voice and past posts over a real workspace.

use galley_app::error::Code;
use galley_tests::{Desk, demo, empty, with};
use serde_json::{Value, json};

const ABOUT: &str = "# Alder Bakery\n\nAlder Bakery bakes sourdough bread in Leeds.\n";

/// Twelve posts of an invented bakery, between lines of dashes.
const POSTS: &[&str] = &[
    "Rye is back. Dark crust, sour middle, two kilos.\n\nCome before nine.",
    "The oven was at 260 by four. The first trays came out at five.\n\nAsk for the end piece.",
    "Rain all day. Bread does not mind.\n\nBring a bag and take the seeded loaf home.",
    "No cake today. The mixer is in pieces on the bench. Bread as usual.\n\nCome anyway.",
    "Flour from one mill, water from the tap, salt.\n\nRead the list in one breath.",
    "Saturday queue: twelve people, one dog. It moves fast.\n\nBring cash for the dog.",
    "A loaf keeps four days if you leave it alone. Cut side down, on wood.\n\nTry it once.",
    "New starter, same jar. It bubbles by noon.\n\nTaste the difference on Friday.",
    "Somebody asked why we shut at two. The bread is gone by two.\n\nCome before that.",
    "Buns went at ten past eight. Next tray on Thursday.\n\nPut your name on the list.",
    "Cold morning, hot deck, thick crust. The plain white is at its best.\n\nTake two.",
    "One day of sourdough takes two days. Mix, wait, fold, wait, bake.\n\nOrder by noon.",
];

fn pasted(posts: &[&str]) -> String {
    posts.join("\n---\n")
}

fn bakery(posts: &[&str]) -> Desk {
    let desk = with(&[("about.md", ABOUT)]);
    desk.call("past-posts.add", json!({ "text": pasted(posts) }));
    desk
}

fn score(desk: &Desk, text: &str) -> Option<f64> {
    desk.call("voice.score", json!({ "text": text }))["voice"]["score"].as_f64()
}

fn profile(desk: &Desk) -> (Value, Value) {
    let brand = desk.call("brand.get", json!({}));
    (brand["profile"].clone(), brand["revision"].clone())
}

#[test]
fn a_voice_is_learned_from_pasted_posts() {
    let desk = with(&[("about.md", ABOUT)]);
    let before = desk.call("voice.get", json!({}));
    assert_eq!(before["posts"], 0);
    let preview = desk.call("past-posts.preview", json!({ "text": pasted(POSTS) }));
    assert_eq!(
        (&preview["split"], &preview["total"], &preview["known"]),
        (&json!("rules"), &json!(12), &json!(0))
    );
    let added = desk.call("past-posts.add", json!({ "text": pasted(POSTS) }));
    assert_eq!(added, json!({ "added": 12, "total": 12 }));
    let voice = desk.call("voice.get", json!({}));
    assert_eq!(voice["posts"], 12);
    assert_eq!(voice["axes"].as_array().map(Vec::len), Some(5));
    let own = score(
        &desk,
        "Spelt is back. Thick crust, two kilos.\n\nCome before ten.",
    );
    let other = score(
        &desk,
        "We are excited to announce our innovative solutions! 🚀 Learn more about our journey! #innovation",
    );
    assert!(own > other, "{own:?} and {other:?}");
}

#[test]
fn every_quote_stands_in_the_post_that_it_names() {
    let desk = bakery(POSTS);
    let posts = desk.call("past-posts.list", json!({}))["posts"].clone();
    let text = |id: &Value| {
        let found = posts
            .as_array()
            .unwrap()
            .iter()
            .find(|post| post["id"] == *id);
        found.unwrap()["text"].as_str().unwrap().to_owned()
    };
    let voice = desk.call("voice.get", json!({}));
    for axis in voice["axes"].as_array().unwrap() {
        assert_eq!(axis["quotes"].as_array().map(Vec::len), Some(3), "{axis}");
        for quote in axis["quotes"].as_array().unwrap() {
            let at = |name: &str| usize::try_from(quote["span"][name].as_u64().unwrap()).unwrap();
            let under = text(&quote["post"])[at("start")..at("end")]
                .trim()
                .to_owned();
            assert_eq!(quote["text"], under);
        }
    }
}

#[test]
fn three_posts_give_a_voice_without_a_score_and_with_wide_intervals() {
    let few = bakery(&POSTS[..3]);
    assert_eq!(score(&few, "Rye is back."), None);
    let width = |desk: &Desk| {
        let axis = desk.call("voice.get", json!({}))["axes"][0].clone();
        axis["high"].as_f64().unwrap() - axis["low"].as_f64().unwrap()
    };
    assert!(width(&few) > 1.5 * width(&bakery(POSTS)));
}

#[test]
fn what_is_set_by_hand_survives_learning_again_and_can_be_taken_back() {
    let desk = bakery(POSTS);
    let edit = |change: Value| desk.call("voice.edit", json!({ "change": change }));
    edit(json!({ "kind": "target", "axis": "formal-casual", "value": 80.0 }));
    edit(json!({ "kind": "use", "word": "end piece", "listed": true }));
    desk.call(
        "past-posts.add",
        json!({ "text": "Barley on Friday. Ask early." }),
    );
    let voice = desk.call("voice.relearn", json!({}));
    assert_eq!(voice["edits"]["targets"]["formal-casual"], 80.0);
    assert_eq!(voice["edits"]["use_added"], json!(["end piece"]));
    let revisions = desk.call("voice.revisions", json!({}));
    let newest = &revisions[0]["revision"];
    assert_eq!(*newest, voice["revision"]);
    let target = revisions
        .as_array()
        .unwrap()
        .iter()
        .find(|revision| revision["changes"].to_string().contains("targets"))
        .expect("the change is listed");
    let before = target["revision"].as_u64().unwrap() - 1;
    let restored = desk.call("voice.restore", json!({ "revision": before }));
    assert_eq!(restored["edits"]["targets"], json!({}));
    assert_eq!(
        restored["revision"].as_u64(),
        newest.as_u64().map(|newest| newest + 1),
        "a way back is a revision as well"
    );
}

#[test]
fn a_never_word_set_by_hand_costs_and_is_checked_by_guards() {
    let desk = bakery(POSTS);
    let text = "Rye is back. A seamless crust.\n\nCome before nine.";
    let before = score(&desk, text).expect("a score");
    let change = json!({ "kind": "never", "word": "seamless", "listed": true });
    desk.call("voice.edit", json!({ "change": change }));
    assert!(score(&desk, text).expect("a score") < before - 1.0);
    let checked = desk.call(
        "guard.check",
        json!({ "network": "linkedin", "text": text }),
    );
    assert!(
        checked["findings"].to_string().contains("seamless"),
        "{checked}"
    );
    let tried = desk.call("voice.score", json!({ "text": text }));
    let best = &tried["improvements"][0];
    assert_eq!(best["code"], "never-word", "{tried}");
    assert!(best["score"].as_f64() > tried["voice"]["score"].as_f64());
}

#[test]
fn a_rule_that_contradicts_another_is_refused() {
    let desk = demo();
    let (mut profile, revision) = profile(&desk);
    let wanted = profile["rules"]["prefer"][0]["text"].clone();
    let never = profile["rules"]["never"].as_array_mut().unwrap();
    never.push(json!({ "text": wanted, "source": null }));
    let error = desk.refuse(
        "brand.save",
        json!({ "profile": profile, "base": revision }),
    );
    assert_eq!(error.code, Code::BrandInvalid);
    assert_eq!(error.params["problem"], "never-and-wanted");
}

#[test]
fn a_rule_of_a_guide_that_was_taken_out_stays_out_when_the_guide_is_read_again() {
    let guide = "# How we write\n\n## Never\n\n- seamless\n- artisanal\n";
    let desk = with(&[("about.md", ABOUT), ("voice.md", guide)]);
    let change = json!({ "kind": "never", "word": "seamless", "listed": false });
    desk.call("voice.edit", json!({ "change": change }));
    let folder = desk.write(&[(
        "news.md",
        "# News\n\nThe bakery opens at seven on Monday.\n",
    )]);
    desk.call("knowledge.import", json!({ "folder": folder }));
    let never = profile(&desk).0["rules"]["never"].to_string();
    assert!(
        !never.contains("seamless") && never.contains("artisanal"),
        "{never}"
    );
}

#[test]
fn a_profile_is_kept_by_revisions_with_what_changed_and_a_way_back() {
    let desk = with(&[("about.md", ABOUT)]);
    let (mut changed, revision) = profile(&desk);
    changed["audiences"] = json!(["home bakers", "cafés", "home bakers "]);
    let saved = desk.call(
        "brand.save",
        json!({ "profile": changed, "base": revision }),
    );
    assert_eq!(
        saved["profile"]["audiences"],
        json!(["home bakers", "cafés"])
    );
    let listed = desk.call("brand.revisions", json!({}));
    assert_eq!(listed[0]["changes"][0]["field"], "audiences");
    assert_eq!(
        listed[0]["changes"][0]["added"],
        json!(["home bakers", "cafés"])
    );
    let late = desk.refuse(
        "brand.save",
        json!({ "profile": changed, "base": revision }),
    );
    assert_eq!(late.code, Code::EditConflict, "somebody saved in between");
    let back = desk.call("brand.restore", json!({ "revision": revision }));
    assert_eq!(back["profile"]["audiences"], json!([]));
    assert_eq!(back["revision"], 3);
    let missing = desk.refuse("brand.restore", json!({ "revision": 99 }));
    assert_eq!(missing.code, Code::NotFound);
}

#[test]
fn a_wrong_value_names_its_field() {
    let desk = with(&[("about.md", ABOUT)]);
    let (mut wrong, revision) = profile(&desk);
    wrong["website"] = json!("alder bakery");
    let error = desk.refuse("brand.save", json!({ "profile": wrong, "base": revision }));
    assert_eq!(error.code, Code::BrandInvalid);
    assert_eq!(error.params["field"], "website");
}

#[test]
fn posts_are_listed_found_marked_and_removed() {
    let desk = bakery(POSTS);
    let found = desk.call("past-posts.list", json!({ "text": "SATURDAY" }));
    assert_eq!(found["total"], 1);
    let post = found["posts"][0]["id"].clone();
    let change = json!({ "kind": "exemplar", "post": post, "mark": "avoid" });
    let voice = desk.call("voice.edit", json!({ "change": change }));
    assert_eq!(
        voice["posts"], 11,
        "nothing is learned from a post to avoid"
    );
    assert_eq!(
        desk.call("past-posts.remove", json!({ "posts": [post] })),
        11
    );
    let again = desk.call("past-posts.list", json!({ "limit": 5 }));
    assert_eq!(
        (&again["total"], again["posts"].as_array().map(Vec::len)),
        (&json!(11), Some(5))
    );
}

#[test]
fn the_same_posts_pasted_again_add_nothing() {
    let desk = bakery(POSTS);
    let preview = desk.call("past-posts.preview", json!({ "text": pasted(POSTS) }));
    assert_eq!(preview["known"], 12);
    let again = desk.call("past-posts.add", json!({ "text": pasted(POSTS) }));
    assert_eq!(again, json!({ "added": 0, "total": 12 }));
}

#[test]
fn five_thousand_posts_are_read_and_learned_from() {
    let desk = with(&[("about.md", ABOUT)]);
    let mut table = String::from("date,text\n");
    for at in 0..5_000 {
        let (first, second) = (POSTS[at % 12], POSTS[(at * 7 + 3) % 12]);
        let text = format!("{first} {second}").replace('\n', " ");
        table.push_str(&format!(
            "2026-01-{:02},\"{text} Batch {at}.\"\n",
            at % 28 + 1
        ));
    }
    let added = desk.call("past-posts.add", json!({ "text": table }));
    assert_eq!(added["total"], 5_000);
    assert_eq!(desk.call("voice.get", json!({}))["posts"], 5_000);
    assert!(score(&desk, POSTS[0]).is_some());
}

#[test]
fn hostile_inputs_are_refused_or_read_and_change_nothing() {
    let desk = empty();
    for text in ["", " \n", "---\n---"] {
        let error = desk.refuse("past-posts.add", json!({ "text": text }));
        assert_eq!(error.code, Code::BadInput, "{text:?}");
    }
    let long = desk.refuse("voice.score", json!({ "text": "a ".repeat(40_000) }));
    assert_eq!(long.code, Code::BadInput);
    let place = json!({ "kind": "target", "axis": "modest-bold", "value": 101.0 });
    assert_eq!(
        desk.refuse("voice.edit", json!({ "change": place })).code,
        Code::BadInput
    );
    let nobody = json!({ "kind": "exemplar", "post": "00000000-0000-0000-0000-00000000dead", "mark": "pin" });
    assert_eq!(
        desk.refuse("voice.edit", json!({ "change": nobody })).code,
        Code::NotFound
    );
    assert_eq!(desk.call("past-posts.list", json!({}))["total"], 0);
}
