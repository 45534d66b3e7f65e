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
