//! What Galley asks before it writes about a product, and how it goes on with the answer.

use galley_tests::{Desk, demo, with};
use serde_json::{Value, json};

const OUT_OF_STOCK: &str = "Offer the A252 mesh sheet small to builders";

/// Goes on with an answer to an advisory.
fn answer(desk: &Desk, choice: &Value) -> Value {
    desk.draft(json!({
        "brief": choice["brief"], "skill": choice["skill"],
        "settled": choice["settled"], "without": choice["without"],
    }))
}

fn choice<'a>(run: &'a Value, code: &str) -> &'a Value {
    let choices = run["advisory"]["choices"].as_array().unwrap();
    choices
        .iter()
        .find(|choice| choice["code"] == code)
        .unwrap_or_else(|| panic!("no {code} among {choices:?}"))
}

#[test]
fn a_product_that_is_out_of_stock_is_asked_about_once() {
    let desk = demo();
    let run = desk.draft(json!({ "brief": OUT_OF_STOCK }));
    assert_eq!(run["advisory"]["code"], "out-of-stock", "{run}");
    assert_eq!(run["advisory"]["params"]["availability"], "out of stock");
    let anyway = answer(&desk, choice(&run, "draft-anyway"));
    assert_ne!(anyway["advisory"]["code"], "out-of-stock", "{anyway}");
    let similar = choice(&run, "draft-about-similar");
    assert!(
        similar["brief"]
            .as_str()
            .unwrap()
            .contains("A252 mesh sheet to builders"),
        "{similar}"
    );
    assert!(answer(&desk, similar)["post"].is_string());
}

#[test]
fn two_prices_for_one_product_are_asked_about_and_only_the_chosen_one_is_written() {
    let table =
        |price: &str| format!("name,price,unit\nRye loaf,{price},loaf\nSpelt loaf,£5.10,loaf\n");
    let page = "# Corner Bakery\n\n## Rye loaf\n\nThe rye loaf is baked every morning at 5 am. \
        It keeps for four days in a cloth. We mill the flour for the rye loaf ourselves. \
        The rye loaf weighs 900 g.\n";
    let files = [
        ("about.md", page.to_owned()),
        ("prices.csv", table("£4.20")),
        ("shop.csv", table("£4.80")),
    ];
    let files: Vec<_> = files
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let desk = with(&files);
    let run = desk.draft(json!({ "brief": "Announce the Rye loaf to our customers" }));
    assert_eq!(run["advisory"]["code"], "two-prices", "{run}");
    let choices = run["advisory"]["choices"].as_array().unwrap();
    assert_eq!(choices.len(), 3);
    let (kept, dropped) = (
        &choices[0]["params"]["price"],
        &choices[1]["params"]["price"],
    );
    assert_ne!(kept, dropped);
    let run = answer(&desk, &choices[0]);
    assert!(run["post"].is_string(), "{run}");
    let post = desk.call("post.get", json!({ "post": run["post"] }));
    assert!(
        !post["candidates"]
            .to_string()
            .contains(dropped.as_str().unwrap()),
        "{post} states the price that was not chosen"
    );
}
