use super::*;
use crate::brand::matching::Words;
use crate::brand::{BrandRules, Preference, Rule};

mod posts;

const BRANDS: [&[&str]; 3] = [posts::HEARTH, posts::SUNNY, posts::GRAIN];
/// Posts that a profile is measured on; the others are held out.
const MEASURED: usize = 10;

fn profile(posts: &[&str]) -> VoiceProfile {
    VoiceProfile::measure(posts, Language::English)
}

fn points(profile: &VoiceProfile, text: &str) -> f32 {
    profile
        .score(&BrandRules::default(), text)
        .score
        .expect("ten posts give a score")
}

fn never(words: &[&str]) -> BrandRules {
    BrandRules {
        never: words
            .iter()
            .map(|word| Rule {
                text: (*word).to_owned(),
                source: None,
            })
            .collect(),
        ..BrandRules::default()
    }
}

#[test]
fn held_out_posts_score_above_the_posts_of_others() {
    let (mut right, mut all) = (0, 0);
    for (at, brand) in BRANDS.iter().enumerate() {
        let profile = profile(&brand[..MEASURED]);
        let own: Vec<f32> = brand[MEASURED..]
            .iter()
            .map(|post| points(&profile, post))
            .collect();
        let others: Vec<f32> = BRANDS
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at)
            .flat_map(|(_, posts)| posts.iter())
            .map(|post| points(&profile, post))
            .collect();
        for mine in &own {
            for other in &others {
                all += 1;
                right += usize::from(mine > other);
            }
        }
        let mean = own.iter().sum::<f32>() / ratio(own.len(), 1);
        assert!(
            mean >= 7.0,
            "the brand's own posts look like its own: {own:?}"
        );
    }
    assert!(
        right * 100 >= all * 95,
        "{right} of {all} pairs are in the right order"
    );
}

#[test]
fn fewer_than_ten_posts_give_no_score_and_still_the_rules_reasons() {
    let profile = profile(&posts::HEARTH[..9]);
    let score = profile.score(&never(&["seamless"]), "A seamless loaf.");
    assert_eq!((score.score, score.posts), (None, 9));
    assert_eq!(score.reasons[0].code, "never-word");
    let empty = VoiceProfile::measure(&["", " \n", "…"], Language::English);
    assert_eq!(empty.posts, 0, "posts without a word do not count");
}

#[test]
fn a_never_word_is_named_with_its_place_and_costs() {
    let profile = profile(posts::HEARTH);
    let text = "Rye is back. A seamless crust.\n\nCome before nine.";
    let clean = points(&profile, "Rye is back. A thick crust.\n\nCome before nine.");
    let score = profile.score(&never(&["seamless"]), text);
    assert!(
        score.score.expect("a score") < clean - 1.0,
        "{score:?} against {clean}"
    );
    let span = score.reasons[0].span.expect("a never-word has a place");
    assert_eq!(span.slice(text), Some("seamless"));
    assert!(score.reasons.len() <= 4);
}

#[test]
fn putting_a_never_word_in_a_words_place_never_raises_the_score() {
    let rules = BrandRules {
        prefer: vec![Preference {
            text: "loaf".to_owned(),
            instead_of: vec!["bread".to_owned()],
            source: None,
        }],
        ..never(&["seamless", "game-changing", "I", "excited to announce"])
    };
    for (brand, words_of) in [
        (posts::HEARTH, posts::GRAIN),
        (posts::GRAIN, posts::SUNNY),
        (posts::SUNNY, posts::HEARTH),
    ] {
        let profile = profile(brand);
        for text in words_of.iter().chain(brand).take(6) {
            let before = profile.score(&rules, text).score.expect("a score");
            let hits = Words::of(text);
            let taken: Vec<Span> = rules
                .never
                .iter()
                .flat_map(|rule| hits.uses(&rule.text))
                .map(|found| found.span)
                .collect();
            for word in crate::text::words(text) {
                if taken.iter().any(|span| span.overlaps(word.span)) {
                    continue;
                }
                for banned in ["seamless", "game-changing", "excited to announce"] {
                    let mut worse = (*text).to_owned();
                    worse.replace_range(word.span.range(), banned);
                    let after = profile.score(&rules, &worse).score.expect("a score");
                    assert!(after <= before, "{before} to {after}: {worse:?}");
                }
            }
        }
    }
}

#[test]
fn a_profile_survives_being_stored_and_scores_the_same() {
    let profile = profile(posts::SUNNY);
    let stored = serde_json::to_string(&profile).expect("a profile is JSON");
    let read: VoiceProfile = serde_json::from_str(&stored).expect("its own JSON");
    assert_eq!(read.schema_version, SCHEMA_VERSION);
    assert_eq!(
        points(&read, posts::HEARTH[3]),
        points(&profile, posts::HEARTH[3])
    );
}

#[test]
fn what_the_posts_do_is_measured() {
    let hearth = profile(posts::HEARTH);
    assert_eq!(hearth.habits["emoji"], 0.0);
    assert!(hearth.closings[&Move::Ask] > 0.7, "{:?}", hearth.closings);
    assert!(
        hearth.calls_to_action.contains(&"come".to_owned()),
        "{:?}",
        hearth.calls_to_action
    );
    assert!(hearth.sentence_words.middle < 8.0);
    let sunny = profile(posts::SUNNY);
    assert_eq!(
        (sunny.habits["emoji"], sunny.habits["exclamations"]),
        (1.0, 1.0)
    );
    assert!(
        sunny.phrases.iter().any(|pair| pair == "we can't"),
        "{:?}",
        sunny.phrases
    );
    assert!(profile(posts::GRAIN).sentence_words.middle > 25.0);
}

#[test]
fn hostile_texts_are_scored_without_a_panic() {
    let profile = profile(posts::HEARTH);
    let long = "word ".repeat(10_000);
    for text in [
        "",
        "🙂🙂🙂",
        "؟ مرحبا بالعالم",
        "e\u{301}\u{301}\u{301}",
        "👩‍👩‍👧‍👦!!",
        "#",
        "...",
        "\u{202e}abc",
        &long,
    ] {
        let score = profile.score(&never(&["abc"]), text);
        let value = score.score.expect("a score");
        assert!(
            (0.0..=10.0).contains(&value),
            "{value} for {:?}",
            &text.chars().take(6).collect::<String>()
        );
        for reason in score.reasons {
            assert!(
                reason.span.is_none_or(|span| span.slice(text).is_some()),
                "{reason:?}"
            );
        }
    }
}
