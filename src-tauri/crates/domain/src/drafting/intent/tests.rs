use super::*;
use crate::language::Language;
use crate::networks::NetworkId;

const KNOWN: Known<'_> = Known {
    brand_name: "NextDaySteel",
    products: &[
        "A142 Mesh 4.8 x 2.4 m",
        "A393 Mesh",
        "High-Tensile Bar H10",
        "Cut-to-size mesh",
        "Galvanized tube",
    ],
    audiences: &["site managers", "small builders"],
    topics: &["Delivery in Leeds", "Opening hours", "Slate Board range"],
};

fn intent(text: &str) -> Intent {
    let brief = Brief {
        text: text.to_owned(),
        language: Language::English,
        networks: NetworkId::ALL.to_vec(),
    };
    read(&brief, &KNOWN)
}

fn check_goal(text: &str, expect: &str) {
    let found = intent(text);
    assert_eq!(found.goal, expect, "goal of {text:?}: {:?}", found.goals);
}

fn check_unknown(text: &str, expect: &[&str]) {
    assert_eq!(intent(text).unknown, expect, "unknown names in {text:?}");
}

fn check_products(text: &str, expect: &[&str]) {
    assert_eq!(intent(text).products, expect, "products in {text:?}");
}

fn check_audience(text: &str, expect: Option<&str>) {
    assert_eq!(
        intent(text).audience.as_deref(),
        expect,
        "audience of {text:?}"
    );
}

#[test]
fn an_explicit_brief_has_its_goal() {
    check_goal("announce the new cutting service", "announcement");
    check_goal("How to lap mesh on a slab", "how-to");
    check_goal("20% off all bars until Friday", "offer");
    check_goal(
        "Take a look behind the scenes of our yard",
        "behind-the-scenes",
    );
    check_goal("Do you deliver on Saturdays?", "faq");
    check_goal("We're hiring a driver", "hiring");
    check_goal("Kündige den neuen Zuschnitt an", "announcement");
    check_goal("20 % Rabatt auf alle Matten", "offer");
}

#[test]
fn what_is_negated_is_not_the_goal() {
    check_goal(
        "not a sale, no discount: explain how to measure a slab",
        "how-to",
    );
    check_goal("Kein Angebot, sondern eine Anleitung", "how-to");
}

#[test]
fn a_brief_that_says_nothing_has_no_goal() {
    check_goal("steel", NO_GOAL);
    check_goal("", NO_GOAL);
    check_goal("🎉🎉", NO_GOAL);
    check_goal("أعلن عن خبز الجاودار", NO_GOAL);
}

#[test]
fn known_products_are_found_by_their_name_or_their_code() {
    check_products("Explain when A393 mesh is enough", &["A393 Mesh"]);
    check_products("the a-142 sheets are in", &["A142 Mesh 4.8 x 2.4 m"]);
    check_products("cut-to-size mesh for slabs", &["Cut-to-size mesh"]);
    check_products("galvanized tubes in stock", &["Galvanized tube"]);
    check_products("something about mesh", &[]);
}

#[test]
fn a_model_code_that_the_folder_does_not_have_is_unknown() {
    check_unknown(
        "announce the new A999 mesh to site managers",
        &["A999 mesh"],
    );
    check_unknown("Launch post for HX-200", &["HX-200"]);
    check_unknown("Erkläre den Vorteil der Matte Q188", &["Q188"]);
    check_unknown("is the B785 in stock?", &["B785"]);
}

#[test]
fn a_name_in_a_products_place_is_unknown() {
    check_unknown(
        "Introduce the Orbit Planner to builders",
        &["Orbit Planner"],
    );
    check_unknown("a post about our new \"Steel Buddy\" app", &["Steel Buddy"]);
    check_unknown("Launch our new CutMaster 3000 today", &["CutMaster 3000"]);
    check_unknown("We want to launch the Aurora lamp", &["Aurora"]);
    check_unknown("Promote TechWidget Pro to developers", &["TechWidget Pro"]);
}

#[test]
fn ordinary_words_places_people_and_the_brand_are_not_unknown_products() {
    for text in [
        "announce the new mesh cut-to-size service to site managers, friendly, LinkedIn and Instagram",
        "We've opened a second depot in Bristol, tell customers",
        "Promote our Black Friday deal on X",
        "the Harbor Street project",
        "our partnership with Leeds City Council",
        "NextDaySteel now delivers on Saturday",
        "Next Day Steel launches in Scotland",
        "Ask the Site Manager about the FAQ",
        "we got ISO 9001 and BS4449 certified",
        "Order by 2pm, 10mm bars, 24/7, Q3 results, CO2 savings, 4x4 delivery",
        "print it on A4, version v2, use code SPRING10",
        "Depot off the M62 near LS10 1AB",
        "The new Opening Hours are on the Slate Board",
        "Thank the CEO, Dr Hale and Monday's crew in July",
        "Kündige den neuen Zuschnitt an, für Bauleiter, auf Facebook",
        "Unsere neue Halle in Leipzig ist fertig",
        "Write a Post About The New Delivery Times For Builders",
        "Happy Easter from the Team",
        "Tell the English about the Dutch",
        "Introduce Sarah Miller, our buyer",
        "explain our API v3 and the GraphQL endpoint to developers",
        "Remind customers about MOT tests, BMW and VW owners welcome",
        "Why does the COVID-19 notice still hang there?",
        "the Guardian wrote about us",
        "We were at the Tour de France",
        "our Hackney branch opens, the Royal Albert Hall too",
        "our museum has a new Hockney drawing",
        "Customers can pay with Apple Pay",
    ] {
        check_unknown(text, &[]);
    }
}

#[test]
fn the_audience_is_as_the_brief_says_it() {
    check_audience(
        "announce it to site managers, friendly",
        Some("site managers"),
    );
    check_audience("tips for new parents", Some("new parents"));
    check_audience("Kündige es an, für junge Eltern", Some("junge Eltern"));
    check_audience(
        "Tell trade customers that we moved",
        Some("trade customers"),
    );
    check_audience(
        "Announce the ferry, for islanders and the county, on LinkedIn",
        Some("islanders and the county"),
    );
    check_audience(
        "Bars are in, for A393 Mesh and tube customers",
        Some("A393 Mesh and tube customers"),
    );
    check_audience("Bars are in, for the summer", None);
    check_audience("a post for LinkedIn about mesh", None);
    check_audience("how to order for Monday", None);
    check_audience("let people know we moved", None);
    check_audience("20% off for all tubes", None);
}

#[test]
fn tone_urgency_language_and_action_are_read() {
    let found = intent("Flash sale on bars, friendly but plain, order by 2 pm");
    assert_eq!(found.tone, ["friendly", "plain"]);
    assert!(found.urgent);
    assert_eq!(found.call_to_action.as_deref(), Some("order by 2 pm"));
    let found = intent("Announce the yard in German. CTA: call the desk before noon!");
    assert_eq!(found.language, Language::German);
    assert_eq!(
        found.call_to_action.as_deref(),
        Some("call the desk before noon")
    );
    let found = intent("Stelle die Halle vor, bitte jetzt bestellen");
    assert_eq!(found.call_to_action.as_deref(), Some("jetzt bestellen"));
    let found = intent("Winter hours. Get them to book a slot online");
    assert_eq!(found.call_to_action.as_deref(), Some("book a slot online"));
    assert!(!found.urgent);
    assert_eq!(intent("how to order a cut").call_to_action, None);
}

#[test]
fn topics_are_what_the_brief_is_about() {
    let found = intent(
        "announce the new mesh cut-to-size service to site managers, friendly, LinkedIn and Instagram",
    );
    assert_eq!(
        found.topics.first().map(String::as_str),
        Some("mesh cut-to-size service")
    );
    assert!(!found.topics.iter().any(|topic| topic.contains("LinkedIn")));
    let found = intent("Write a post about our early morning deliveries in Leeds");
    assert_eq!(found.topics, ["early morning deliveries", "Leeds"]);
    let found = intent("Announce the ferry, for islanders and the county");
    assert_eq!(found.topics, ["ferry"]);
    let found = intent("Answer what we get asked all the time: can mesh be cut?");
    assert!(
        !found.topics.contains(&"time".to_owned()),
        "{:?}",
        found.topics
    );
    let found = intent("The story of our founder");
    assert_eq!(found.topics, ["founder"]);
}

#[test]
fn a_product_that_readers_have_is_not_what_the_post_is_about() {
    check_products("Tell A393 Mesh customers that the yard is closed", &[]);
    check_products("Tell A393 Mesh customers about A393 Mesh", &["A393 Mesh"]);
}

#[test]
fn long_and_hostile_texts_are_read() {
    for text in [
        "announce ".repeat(6_000),
        "\"".repeat(50_000),
        "new A1 ".repeat(9_000),
        "let it be ".repeat(5_000),
        "é\u{301}\u{200d}".repeat(9_000),
        "\u{202e}?%£".repeat(9_000),
    ] {
        let found = intent(&text);
        assert!(found.unknown.len() <= 5 && found.topics.len() <= 8);
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,300}", known in "\\PC{0,20}") {
        let brief = Brief { text, language: Language::Other, networks: Vec::new() };
        let known = Known { brand_name: &known, products: &[&known], audiences: &[&known], topics: &[] };
        let found = read(&brief, &known);
        proptest::prop_assert!(found.goals.iter().all(|goal| (0.0..=1.0).contains(&goal.score)));
    }

    #[test]
    fn words_in_any_order_are_read(words in proptest::collection::vec("(new|the|A999|\"|to|for|site|managers|,|Orbit|20|%|how|sale|not|\\?|X|CTA|:)", 0..40)) {
        let found = intent(&words.join(" "));
        proptest::prop_assert!(found.topics.len() <= 8);
    }
}

#[test]
fn a_name_behind_the_brands_own_is_asked_about_if_no_document_has_it() {
    check_unknown(
        "Announce NextDaySteel Payroll to builders",
        &["NextDaySteel Payroll"],
    );
    check_unknown("Announce NextDaySteel Delivery to builders", &[]);
    check_unknown("Tell builders what NextDaySteel does", &[]);
}
