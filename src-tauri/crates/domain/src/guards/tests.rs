//! What the guards' tests share, and the properties that every guard has.

use super::trial::{Weights, counts as counts_of, key};
use super::*;
use crate::brand::{BrandKit, BrandProfile, BrandRules, Preference, Rule};
use crate::ids::{DocumentId, EntryId};
use crate::knowledge::{Category, EntryKind, Fact, StatementForm};
use crate::text::Span;
use proptest::prelude::*;
use std::sync::LazyLock;

pub(super) fn brand() -> BrandProfile {
    BrandProfile {
        schema_version: 1,
        name: "NextDaySteel".to_owned(),
        one_liner: "Mesh, cut to size.".to_owned(),
        language: Language::English,
        audiences: Vec::new(),
        website: Some("https://nextday.co.uk".to_owned()),
        hashtags: Vec::new(),
        rules: BrandRules::default(),
        kit: BrandKit::default(),
        identity: crate::brand::BrandIdentity::default(),
    }
}

pub(super) fn fact(text: &str) -> Fact {
    Fact {
        entry: EntryId(uuid::Uuid::nil()),
        text: text.to_owned(),
        document: DocumentId(uuid::Uuid::nil()),
        file: "facts.md".to_owned(),
        span: Span::of(0..text.len()),
        subject: String::new(),
        category: Category::Product,
        kind: EntryKind::Statement,
        entities: Vec::new(),
        question: None,
        headings: Vec::new(),
        form: StatementForm::Sentence,
        quoted: false,
        order: None,
        product: None,
        paragraph: 0,
        relevance: 1.0,
    }
}

pub(super) fn draft(network: NetworkId, text: &str) -> Draft<'_> {
    Draft {
        network,
        text,
        link: None,
        media: &[],
        first_comment: None,
        language: Language::English,
        post: None,
    }
}

/// An ordinary day.
static TODAY: LazyLock<Circumstances> =
    LazyLock::new(|| Circumstances::on(jiff::civil::date(2026, 3, 25)));

pub(super) fn context<'a>(brand: &'a BrandProfile, facts: &[Fact]) -> CheckContext<'a> {
    CheckContext::new(brand, facts, &TODAY)
}

pub(super) fn found(brand: &BrandProfile, network: NetworkId, text: &str) -> Vec<Finding> {
    check(
        &draft(network, text),
        &Measured::default(),
        &context(brand, &[]),
    )
}

pub(super) fn found_with(
    brand: &BrandProfile,
    facts: &[Fact],
    network: NetworkId,
    text: &str,
) -> Vec<Finding> {
    check(
        &draft(network, text),
        &Measured::default(),
        &context(brand, facts),
    )
}

/// What is found in a text of a language, on LinkedIn.
pub(super) fn found_in(language: Language, text: &str) -> Vec<Finding> {
    let brand = brand();
    let draft = Draft {
        language,
        ..draft(NetworkId::LinkedIn, text)
    };
    check(&draft, &Measured::default(), &context(&brand, &[]))
}

/// Checks which codes of a guard are found in a text, on LinkedIn.
pub(super) fn check_codes(brand: &BrandProfile, text: &str, guard: &str, expect: &[&str]) {
    let mut found = found(brand, NetworkId::LinkedIn, text);
    found.retain(|finding| finding.guard == guard);
    let codes: Vec<_> = found.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, expect, "{guard} in {text:?}");
}

pub(super) fn codes(brand: &BrandProfile, network: NetworkId, text: &str) -> Vec<String> {
    found(brand, network, text)
        .into_iter()
        .map(|finding| finding.code)
        .collect()
}

pub(super) fn fixed(brand: &BrandProfile, network: NetworkId, text: &str) -> FixedAll {
    fixed_with(brand, &[], network, text)
}

pub(super) fn fixed_with(
    brand: &BrandProfile,
    facts: &[Fact],
    network: NetworkId,
    text: &str,
) -> FixedAll {
    fix_all(
        &draft(network, text),
        &Measured::default(),
        &context(brand, facts),
    )
}

/// A brand with a rule of every kind, so that guards get in each other's way.
fn strict() -> BrandProfile {
    let rule = |text: &str| Rule {
        text: text.to_owned(),
        source: None,
    };
    let mut brand = brand();
    brand.rules = BrandRules {
        never: vec![rule("game-changing"), rule("seamless"), rule("excited to")],
        prefer: vec![
            Preference {
                text: "cut to size".to_owned(),
                instead_of: vec!["bespoke".to_owned(), "bespoke length".to_owned()],
                source: None,
            },
            Preference {
                text: "use".to_owned(),
                instead_of: vec!["utilise".to_owned()],
                source: None,
            },
        ],
        required: vec![rule("#CutToSize"), rule("Prices ex VAT.")],
        emoji: Some(false),
        exclamation_marks: Some(false),
        max_hashtags: Some(2),
        max_sentence_words: Some(18),
        ..BrandRules::default()
    };
    brand
}

/// Pieces that guards mark, ordinary sentences, and what breaks programs.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Mesh, cut to your drawing.", "Send us the sizes.", "It comes tagged.", "A seamless, game-changing day!", "We are excited to say it.",
        "We utilise bespoke bars.", "An utilised bespoke length.", "No grinder, less waste than any other supplier.", "We are the cheapest.", "Save 15 % by 4 pm.",
        "Hi [Name],", "{{slot}}", "TBD", "#CutToSize", "#cut-to-size", "#One #Two #Three", "#123", "#one", "Prices ex VAT.", "See https://a.example/b.", "http://a.example",
        "htps://a.example", "🎉", "🎉🎉🎉", "Order your 🍕.", "ORDER NOW", "FREE", "A damn good day.", "Bullshit.", "f*ck", "@next-day", "@nextday", "The chairman said so.", "Hi guys.",
        "An eco-friendly sheet.", "In paid partnership with a mill.", "Until 30 April 2025.", "#cuttosize", "Next day mesh. #nextdaymesh", "Ein Platz. Verdammte Sache. Klimaneutral.", "👩‍👩‍👧‍👦!!", "e\u{301}\u{301}", "مرحبا بالعالم!", "\u{202e}abc\u{202c}", "שלום #עולם.", "\n\n", "\n", " ", "\t", "!?!", "…", "___", "<insert>", "###", "@", "1.", "No. 1",
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen.", "\u{0}", "\u{feff}", "ﬁﬀ", "İ", "ß", "ǅ", "\u{1f1e6}\u{1f1e6}\u{1f1e6}",
    ])
    .prop_map(str::to_owned);
    let any = prop_oneof![3 => known, 1 => "\\PC{0,12}", 1 => any::<String>().prop_map(|text| text.chars().take(8).collect())];
    (
        prop::collection::vec(any, 0..14),
        prop::sample::select(vec![" ", "", "\n", ". "]),
    )
        .prop_map(|(pieces, gap)| pieces.join(gap))
}

fn network() -> impl Strategy<Value = NetworkId> {
    prop::sample::select(NetworkId::ALL.to_vec())
}

fn assert_places(text: &str, findings: &[Finding]) {
    for finding in findings {
        assert!(
            finding.span.is_none_or(|span| span.slice(text).is_some()),
            "{finding:?} lies in {text:?}"
        );
        assert!(
            GUARDS.iter().any(|guard| guard.id == finding.guard),
            "{finding:?} is of a listed guard"
        );
        assert!(
            GUARDS
                .iter()
                .any(|guard| guard.codes.contains(&finding.code.as_str())),
            "{finding:?} has a listed code"
        );
        for fix in &finding.fixes {
            let apart = fix
                .edits
                .windows(2)
                .all(|two| two[0].span.end <= two[1].span.start);
            assert!(apart, "edits ascend and stay apart: {fix:?}");
            assert!(apply(text, fix).is_some(), "{fix:?} fits {text:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn places_lie_in_the_text_and_every_fix_helps_without_harm(text in pieces(), network in network()) {
        let brand = strict();
        let context = context(&brand, &[]);
        let draft = draft(network, &text);
        let findings = check(&draft, &Measured::default(), &context);
        assert_places(&text, &findings);
        let before = Weights::of(&findings);
        let counts = counts_of(&findings);
        for finding in &findings {
            for fix in &finding.fixes {
                let fixed = apply(&text, fix).expect("the edits fit");
                let after = self::findings(&Reading::new(draft.with_text(&fixed)), &Measured::default(), &context);
                prop_assert!(!Weights::of(&after).worse_than(&before), "{fix:?} makes a guard worse: {text:?} to {fixed:?}");
                let left = counts_of(&after).get(&key(finding)).copied().unwrap_or(0);
                prop_assert!(left < counts[&key(finding)], "{fix:?} removes its finding from {text:?}");
            }
        }
    }

    #[test]
    fn fixing_all_ends_at_a_fixed_point(text in pieces(), network in network()) {
        let brand = strict();
        let context = context(&brand, &[]);
        let once = fix_all(&draft(network, &text), &Measured::default(), &context);
        assert_places(&once.text, &once.left);
        if once.applied.len() < MAX_ROUNDS {
            let twice = fix_all(&draft(network, &once.text), &Measured::default(), &context);
            prop_assert_eq!(&twice.text, &once.text);
            prop_assert!(twice.applied.is_empty());
        }
        let mut replayed = text.clone();
        for fix in &once.applied {
            replayed = apply(&replayed, fix).expect("each fix fits the text before it");
        }
        prop_assert_eq!(replayed, once.text);
    }
}

#[test]
fn texts_of_fifty_thousand_characters_are_checked_and_fixed() {
    let brand = strict();
    for piece in [
        "A seamless day! ",
        "🎉",
        "#one ",
        "[name] ",
        "مرحبا ",
        "e\u{301}",
        "https://a.example ",
        "word ",
        "\n\n",
        "\"",
        "Save 15 %, more than any other. ",
    ] {
        let text: String = piece.chars().cycle().take(50_000).collect();
        let fixed = fixed(&brand, NetworkId::X, &text);
        assert_places(&fixed.text, &fixed.left);
    }
}

#[test]
fn edits_that_do_not_fit_are_refused() {
    let edit = |start: usize, end: usize| TextEdit {
        span: Span {
            start: start as u32,
            end: end as u32,
        },
        text: String::new(),
    };
    let fix = |edits: Vec<TextEdit>| Fix::new("cut", [], edits);
    assert_eq!(
        apply("äbc", &fix(vec![edit(1, 2)])),
        None,
        "inside a character"
    );
    assert_eq!(apply("abc", &fix(vec![edit(2, 9)])), None, "behind the end");
    assert_eq!(apply("abc", &fix(vec![edit(2, 1)])), None, "backwards");
    assert_eq!(
        apply("abc", &fix(vec![edit(1, 2), edit(0, 1)])),
        None,
        "not ascending"
    );
    assert_eq!(
        apply("abc", &fix(vec![edit(0, 1), edit(2, 3)])).as_deref(),
        Some("b")
    );
}

#[test]
fn guards_have_different_names_and_codes_of_their_own() {
    let ids: std::collections::BTreeSet<_> = GUARDS.iter().map(|guard| guard.id).collect();
    assert_eq!(ids.len(), GUARDS.len());
    for guard in GUARDS {
        let own = format!("{}.", guard.id);
        assert!(!guard.codes.is_empty(), "{}", guard.id);
        assert!(
            guard.codes.iter().all(|code| code.starts_with(&own)),
            "{}",
            guard.id
        );
        assert!(
            guard.limits.iter().all(|code| guard.codes.contains(code)),
            "{}",
            guard.id
        );
        for source in guard.sources {
            assert!(
                source.date.parse::<jiff::civil::Date>().is_ok(),
                "{source:?}"
            );
        }
    }
}

#[test]
fn a_brand_lowers_what_a_guard_says_but_not_what_a_network_refuses() {
    let brand = strict();
    let long = format!("A seamless day! {}", "word ".repeat(80));
    let severities = |level: GuardLevel| -> std::collections::BTreeMap<String, Severity> {
        let mut circumstances = Circumstances::on(TODAY.today);
        circumstances.levels = GUARDS
            .iter()
            .map(|guard| (guard.id.to_owned(), level))
            .collect();
        let context = CheckContext::new(&brand, &[], &circumstances);
        let found = check(&draft(NetworkId::X, &long), &Measured::default(), &context);
        found
            .into_iter()
            .map(|finding| (finding.code, finding.severity))
            .collect()
    };
    let full = severities(GuardLevel::Full);
    assert_eq!(full["banned-words.never"], Severity::Block);
    assert_eq!(
        severities(GuardLevel::Warn)["banned-words.never"],
        Severity::Warn
    );
    assert_eq!(
        severities(GuardLevel::Note)["banned-words.never"],
        Severity::Note
    );
    let off = severities(GuardLevel::Off);
    assert_eq!(off.keys().collect::<Vec<_>>(), ["length.too-long"]);
    assert_eq!(off["length.too-long"], Severity::Block);
}
