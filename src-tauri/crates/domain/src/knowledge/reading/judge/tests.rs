use super::*;

fn check(sentence: &str, expect: &str) {
    let language = crate::language::detect(sentence);
    let around = Around {
        language,
        formal: true,
        in_list: false,
        quoted: false,
    };
    let found = match judge(sentence, around) {
        Verdict::Stands { cut } => sentence[cut..].to_owned(),
        Verdict::Leans => "leans".to_owned(),
        Verdict::Fragment => "fragment".to_owned(),
        Verdict::Unusable(code) => code.to_owned(),
    };
    assert_eq!(found, expect, "verdict on {sentence:?}");
}

fn stands(sentence: &str) {
    check(sentence, sentence);
}

#[test]
fn sentences_that_name_what_they_are_about_stand() {
    stands("We cut mesh to your drawing and tag every sheet with its mark number.");
    stands("There is no minimum order.");
    stands("Every lorry carries a crane, so you do not need a forklift to offload.");
    stands("If it rains, the market moves into the hall.");
    stands("Orders above £50 ship for free.");
    stands("Unsere Monteure kommen innerhalb von 24 Stunden.");
    stands("Sie erhalten vor jedem Auftrag einen Festpreis.");
}

#[test]
fn sentences_that_point_elsewhere_lean() {
    for sentence in [
        "It ships next day.",
        "This covers most sites in the north.",
        "They are kept for ten years.",
        "That takes in Newcastle and Hull.",
        "Both are hot rolled in Sheffield.",
        "As a result, the pour is late.",
        "When they arrive, we check the tags.",
        "The other is cheaper to run.",
        "Each is baked by hand.",
        "Dies gilt auch am Wochenende.",
        "Es dauert etwa zwei Stunden.",
        "Deshalb kommen wir immer zu zweit.",
    ] {
        check(sentence, "leans");
    }
}

#[test]
fn connectives_at_the_front_are_cut_off() {
    check("Yes, we deliver on Saturdays.", "we deliver on Saturdays.");
    check(
        "However, the crane costs nothing extra.",
        "the crane costs nothing extra.",
    );
    check(
        "And our bread is never sliced.",
        "our bread is never sliced.",
    );
    check("But it is not cheap.", "leans");
    check(
        "Aber wir kommen auch am Sonntag.",
        "wir kommen auch am Sonntag.",
    );
    check(
        "Ja, wir kommen auch am Sonntag.",
        "wir kommen auch am Sonntag.",
    );
}

#[test]
fn what_no_post_can_use_is_named() {
    check("Do you deliver on Saturdays?", "question");
    check("You will need the following:", "unfinished");
    check("Read more about our ovens.", "navigation");
    check("We baked 400 loaves last week.", "time");
    check("The price is TBC until spring.", "placeholder");
    check("Our margin on mesh is confidential.", "internal");
    check("The sheet (see the drawing is cut.", "marks");
    check("Ships the next day.", "fragment");
    check("A family bakery in the heart of Leeds.", "fragment");
}
