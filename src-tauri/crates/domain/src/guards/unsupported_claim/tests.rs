use super::super::tests::{brand, context, draft, fact, fixed_with};
use super::super::{Draft, Measured, check};
use crate::language::Language;
use crate::networks::NetworkId;

/// What the folder knows in these tests.
const FACTS: &[&str] = &[
    "Order by 2 pm for delivery the next working day.",
    "Shape cutting costs from £38.50 per cut, ex VAT.",
    "Each cut sheet carries a tag with its mark number.",
    "A393 mesh weighs 71 kg a sheet and has 10 mm bars.",
    "The yard in Leeds opened in 2009.",
    "Our offcuts are recycled: 96 % of the steel is used.",
    "Mesh is lighter than loose bar of the same area.",
    "We have the longest shear in Yorkshire.",
];

/// Sentences with the piece that must be marked; `None`: nothing may be.
const VERDICTS: &[(&str, Option<&str>)] = &[
    // Stated by the facts, in other words or forms.
    ("Order by 2pm and it comes the next working day.", None),
    ("Cutting from £38.50.", None),
    ("Cuts start at £38.5 ex VAT.", None),
    ("A393 has 10 mm bars.", None),
    ("In Leeds since 2009.", None),
    ("71 kg a sheet.", None),
    ("96% of the steel is used.", None),
    ("Mesh is lighter than loose bar.", None),
    ("We have the longest shear in Yorkshire.", None),
    ("Every sheet is tagged with its mark number.", None),
    // Numbers, prices, dates and times that no fact states.
    ("Site teams save three hours a pour.", Some("three hours")),
    ("Cutting from £35.", Some("£35")),
    ("Order by 4 pm.", Some("4 pm")),
    ("Half of them come back within 48 hours.", Some("48 hours")),
    ("We have cut 12,000 sheets.", Some("12,000")),
    ("Save 15 % this week.", Some("15 %")),
    ("In Leeds since 1998.", Some("1998")),
    ("The offer ends on 31 May.", Some("31 May")),
    ("8 mm bars in every A393 sheet.", Some("8 mm")),
    ("Ring 0113 496 0000 today.", Some("0113 496 0000")),
    // Superlatives.
    ("We are the cheapest in Yorkshire.", Some("the cheapest")),
    ("The best mesh on the market.", Some("The best")),
    ("Britain's best mesh, cut to size.", Some("Britain's best")),
    ("The UK's leading mesh supplier.", Some("UK's leading")),
    ("The fastest way from drawing to slab.", Some("The fastest")),
    ("The most reliable mesh around.", Some("The most reliable")),
    ("We are the No. 1 for mesh.", Some("No. 1")),
    ("Your number one choice for mesh.", Some("number one")),
    ("Our award-winning yard is open.", Some("award-winning")),
    ("Unbeatable prices all week.", Some("Unbeatable")),
    ("The largest range in Europe.", Some("The largest")),
    ("A market leader in cut steel.", Some("market leader")),
    ("Best prices in the north.", Some("Best")),
    // Comparisons.
    (
        "No grinder on the slab, less waste than any other supplier.",
        Some("less waste than any other supplier"),
    ),
    (
        "We are cheaper than the competition.",
        Some("cheaper than the competition"),
    ),
    (
        "Stronger than other brands.",
        Some("Stronger than other brands"),
    ),
    ("Our mesh is safer than timber.", Some("safer than timber")),
    ("Twice as fast on site.", Some("Twice as fast")),
    ("At half the price.", Some("half the price")),
    ("Nobody else cuts it like this.", Some("Nobody else")),
    ("Service like no other supplier.", Some("no other supplier")),
    ("Guaranteed to fit.", Some("Guaranteed")),
    // Idioms, advice, questions and manners.
    ("One of us will ring you back.", None),
    ("First thing in the morning, look at the list.", None),
    ("All the best from the yard.", None),
    ("We do our best.", None),
    ("It is better than ever.", None),
    ("Better late than never.", None),
    ("More than just mesh.", None),
    ("We are more than happy to help.", None),
    ("Rather than guess, ask.", None),
    ("The best time to order is the morning.", None),
    ("We are not the cheapest.", None),
    ("Which size is the best for you?", None),
    ("Sooner rather than later, send the drawing.", None),
    ("Three reasons to order by the bell.", None),
    ("Two words: bar schedule.", None),
    ("Take two.", None),
    ("Who wants the last one?", None),
    ("Check the latest drawing first.", None),
    ("Use the nearest gate.", None),
    ("Best regards from the yard.", None),
    ("At first it looks easy.", None),
    ("The most common mistake is a missing lap.", None),
    (
        "Wet slab, cold hands, and somebody is looking for the grinder.",
        None,
    ),
    ("Got a pour coming up? Send us the bar schedule.", None),
    ("Somebody has to read the drawing twice.", None),
    ("Nothing is cut until you say yes.", None),
    ("No minimum. No drama.", None),
    ("One sheet gets the same lorry as any.", None),
    ("A day without a grinder is a good day.", None),
    ("No more than you need.", None),
    ("The biggest sheet goes first.", None),
    ("Mesh, cut to your drawing. #CutToSize #2Day", None),
    ("1. Measure. Then draw.", None),
    ("Step number one: measure.", None),
    ("We cannot guarantee the weather.", None),
    ("Keep the longest side dry.", None),
    ("It does not get easier than this.", None),
    ("Half the sheets are on the lorry.", None),
    ("That is easier said than done.", None),
    ("Leading up to the pour, keep it dry.", None),
    ("Every site is different, so send us yours.", None),
    ("Ask for the top sheet.", None),
];

const GERMAN: &[(&str, Option<&str>)] = &[
    ("Wir sind die günstigsten.", Some("die günstigsten")),
    ("Deutschlands bester Stahl.", Some("Deutschlands bester")),
    (
        "Weniger Verschnitt als jeder andere Anbieter.",
        Some("Weniger Verschnitt als jeder andere Anbieter"),
    ),
    ("Unsere Nummer 1 für Matten.", Some("Nummer 1")),
    ("Am besten gleich anrufen.", None),
    ("Beste Grüße vom Hof.", None),
    ("Das ist mehr als nur Stahl.", None),
];

#[test]
fn claims_are_marked_and_idioms_are_not() {
    let facts: Vec<_> = FACTS.iter().map(|text| fact(text)).collect();
    let brand = brand();
    let context = context(&brand, &facts);
    let mut wrong = Vec::new();
    let english = VERDICTS.iter().map(|verdict| (verdict, Language::English));
    let german = GERMAN.iter().map(|verdict| (verdict, Language::German));
    for ((text, expect), language) in english.chain(german) {
        let findings = check(
            &Draft {
                language,
                ..draft(NetworkId::LinkedIn, text)
            },
            &Measured::default(),
            &context,
        );
        let found: Vec<&str> = findings
            .iter()
            .filter(|finding| finding.guard == "unsupported-claim")
            .filter_map(|finding| finding.span?.slice(text))
            .collect();
        if found != expect.iter().copied().collect::<Vec<_>>() {
            wrong.push(format!("{text:?}: {found:?}, not {expect:?}"));
        }
    }
    assert!(VERDICTS.len() >= 60);
    assert!(
        wrong.is_empty(),
        "{} of {} verdicts are wrong:\n{}",
        wrong.len(),
        VERDICTS.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_clause_goes_where_the_rest_stands_and_a_sentence_where_it_does_not() {
    let facts = [fact("Each sheet is tagged.")];
    for (before, after) in [
        (
            "No grinder on the slab, less waste than any other supplier. Every sheet is tagged.",
            "No grinder on the slab. Every sheet is tagged.",
        ),
        (
            "Every sheet is tagged. We save you three hours.",
            "Every sheet is tagged.",
        ),
        ("We are the cheapest.", "We are the cheapest."),
    ] {
        assert_eq!(
            fixed_with(&brand(), &facts, NetworkId::LinkedIn, before).text,
            after
        );
    }
}
