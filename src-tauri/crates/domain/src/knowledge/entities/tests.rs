use super::*;
use EntityKind::{
    Contact, Date, Number, Organization, Person, Place, Price, Product, Quantity, Time,
};

fn check(text: &str, expect: &[(EntityKind, &str, &str)]) {
    let found = find(text, &["Country loaf", "Rye 1000"]);
    for entity in &found {
        assert_eq!(entity.span.slice(text), Some(entity.text.as_str()));
    }
    let found: Vec<_> = found
        .iter()
        .map(|entity| (entity.kind, entity.text.as_str(), entity.key.as_str()))
        .collect();
    assert_eq!(found, expect, "entities of {text:?}");
}

#[test]
fn prices_in_all_spellings_have_one_key() {
    check("£1,250.00", &[(Price, "£1,250.00", "1250 GBP")]);
    check("1250 pounds", &[(Price, "1250 pounds", "1250 GBP")]);
    check("now €2.5m", &[(Price, "€2.5m", "2500000 EUR")]);
    check(
        "Das kostet 1.250,50 € im Jahr.",
        &[(Price, "1.250,50 €", "1250.5 EUR")],
    );
    check("Für 12,- € zu haben", &[(Price, "12,- €", "12 EUR")]);
    check("EUR 12,90", &[(Price, "EUR 12,90", "12.9 EUR")]);
    check(
        "from £10 to £15",
        &[(Price, "£10", "10 GBP"), (Price, "£15", "15 GBP")],
    );
    check(
        "£10–15 each",
        &[(Price, "£10", "10 GBP"), (Price, "15", "15 GBP")],
    );
    check(
        "zwischen 10 und 15 Euro",
        &[(Price, "10", "10 EUR"), (Price, "15 Euro", "15 EUR")],
    );
}

#[test]
fn quantities_share_their_unit_over_ranges_and_sizes() {
    check(
        "24-hour and 24 hours",
        &[
            (Quantity, "24-hour", "24 hour"),
            (Quantity, "24 hours", "24 hour"),
        ],
    );
    check(
        "in 3 to 5 working days",
        &[
            (Quantity, "3", "3 working day"),
            (Quantity, "5 working days", "5 working day"),
        ],
    );
    check(
        "sheets of 4.8 m x 2.4 m",
        &[(Quantity, "4.8 m", "4.8 m"), (Quantity, "2.4 m", "2.4 m")],
    );
    check(
        "200 x 100 x 6 mm",
        &[
            (Quantity, "200", "200 mm"),
            (Quantity, "100", "100 mm"),
            (Quantity, "6 mm", "6 mm"),
        ],
    );
    check(
        "about two weeks, fifteen percent",
        &[
            (Quantity, "two weeks", "2 week"),
            (Quantity, "fifteen percent", "15 %"),
        ],
    );
    check("at -18 °C", &[(Quantity, "-18 °C", "-18 °C")]);
    check("deep-frozen (-18 °C)", &[(Quantity, "-18 °C", "-18 °C")]);
    check(
        "10%-15% or 3-4",
        &[
            (Quantity, "10%", "10 %"),
            (Quantity, "15%", "15 %"),
            (Number, "3", "3"),
            (Number, "4", "4"),
        ],
    );
    check(
        "seit drei Jahren mit 1,5 l",
        &[
            (Quantity, "drei Jahren", "3 year"),
            (Quantity, "1,5 l", "1.5 l"),
        ],
    );
    check(
        "25 kg/m² of 6mm",
        &[
            (Quantity, "25 kg/m²", "25 kg/m2"),
            (Quantity, "6mm", "6 mm"),
        ],
    );
}

#[test]
fn plain_numbers_count_unless_they_number_a_list_or_mean_someone() {
    check(
        "twelve ovens and 1,400 shops",
        &[(Number, "twelve", "12"), (Number, "1,400", "1400")],
    );
    check("One of us is there", &[]);
    check("1. Measure the room\n2) Cut it", &[]);
    check("2.5 million loaves", &[(Number, "2.5 million", "2500000")]);
}

#[test]
fn dates_keep_what_they_say_and_nothing_more() {
    check("on 12 May 2026", &[(Date, "12 May 2026", "2026-05-12")]);
    check(
        "on May 12th, 2026",
        &[(Date, "May 12th, 2026", "2026-05-12")],
    );
    check(
        "am 12. Mai und am 3.6. um acht",
        &[
            (Date, "12. Mai", "--05-12"),
            (Date, "3.6.", "--06-03"),
            (Number, "acht", "8"),
        ],
    );
    check("12.05.2026", &[(Date, "12.05.2026", "2026-05-12")]);
    check(
        "2026-05-12 or 12/05/2026",
        &[
            (Date, "2026-05-12", "2026-05-12"),
            (Date, "12/05/2026", "2026-05-12"),
        ],
    );
    check(
        "open Mondays since 1998",
        &[(Date, "Mondays", "monday"), (Date, "1998", "1998")],
    );
    check("We may march in May", &[(Date, "May", "--05")]);
    check(
        "Mon–Fri",
        &[(Date, "Mon", "monday"), (Date, "Fri", "friday")],
    );
}

#[test]
fn times_of_day_are_the_same_in_both_countries() {
    check("by 2pm", &[(Time, "2pm", "14:00")]);
    check(
        "by 2 p.m. or 14:00",
        &[(Time, "2 p.m.", "14:00"), (Time, "14:00", "14:00")],
    );
    check(
        "von 8 bis 17.30 Uhr geöffnet",
        &[(Time, "8", "08:00"), (Time, "17.30 Uhr", "17:30")],
    );
    check(
        "open 9–5 pm",
        &[(Time, "9", "09:00"), (Time, "5 pm", "17:00")],
    );
    check("at noon", &[(Time, "noon", "12:00")]);
}

#[test]
fn names_are_known_by_capitals_inside_a_sentence_in_english() {
    check(
        "We deliver across Leeds with Marsh Foods Ltd.",
        &[
            (Place, "Leeds", "leeds"),
            (Organization, "Marsh Foods Ltd", "marsh foods ltd"),
        ],
    );
    check(
        "Visit the Museum of Glass near Canal Street.",
        &[
            (Organization, "Museum of Glass", "museum of glass"),
            (Place, "Canal Street", "canal street"),
        ],
    );
    check("Ask Dr. Hale about it.", &[(Person, "Hale", "hale")]);
    check("How To Cut Your Own Mesh At Home", &[]);
    check(
        "The A142 and B500B",
        &[(Product, "A142", "a142"), (Product, "B500B", "b500b")],
    );
}

#[test]
fn german_nouns_are_no_names() {
    check(
        "Wir liefern die Bleche in Köln mit Frau Weber aus.",
        &[(Place, "Köln", "koln"), (Person, "Weber", "weber")],
    );
    check("Die Heizung und der Kessel stehen im Keller.", &[]);
}

#[test]
fn known_products_are_found_in_any_case_and_number() {
    check(
        "Our country loaves and Country Loafs",
        &[(Product, "Country Loafs", "country loaf")],
    );
    check("the rye 1000", &[(Product, "rye 1000", "rye 1000")]);
}

#[test]
fn contacts_have_one_key() {
    check(
        "See https://www.example.com/a/ or mail us@example.org.",
        &[
            (Contact, "https://www.example.com/a/", "example.com/a"),
            (Contact, "us@example.org", "us@example.org"),
        ],
    );
    check(
        "Call 0113 496 0123 now",
        &[(Contact, "0113 496 0123", "01134960123")],
    );
    check(
        "steelworks.co.uk",
        &[(Contact, "steelworks.co.uk", "steelworks.co.uk")],
    );
}

#[test]
fn nothing_is_found_in_nothing() {
    check("", &[]);
    check("🎉🎉", &[]);
}

/// Each of these took seconds to minutes while a scan looked at a whole line, or a whole run, for each of
/// its tokens.
#[test]
fn long_hostile_lines_are_read_in_one_pass() {
    for piece in [
        "Aa Bb Cc ",
        "Marsh and then Foods, ",
        "AB CD EF, ",
        "a.b:",
        "+",
        "0-0 ",
        "\"A",
        "1 of the ",
        "https://a.b/",
    ] {
        let text: String = piece.chars().cycle().take(200_000).collect();
        let found = find(&text, &["Aa", "Marsh Foods"]);
        let apart = found
            .windows(2)
            .all(|two| two[0].span.end <= two[1].span.start);
        assert!(apart, "entities of {piece:?} do not overlap");
    }
}
