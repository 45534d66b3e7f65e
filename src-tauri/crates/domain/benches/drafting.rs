//! Three candidates with four versions each, voice scored and claims checked: the goal is 300 ms on two
//! cores. The material is the demo brand's own folder.

use divan::Bencher;
use galley_domain::brand::voice::VoiceProfile;
use galley_domain::brand::{BrandKit, BrandProfile, BrandRules};
use galley_domain::drafting::rerank::{Weights, rerank};
use galley_domain::drafting::{Brief, DraftingInput, Intent, brief, candidates, intent};
use galley_domain::ids::DocumentId;
use galley_domain::knowledge::{Document, DocumentKind, Fact, context, entailment, reading};
use galley_domain::language::Language;
use galley_domain::skills::{SHIPPED, parse};
use uuid::Uuid;

const BRIEF: &str = "Announce the new mesh cut-to-size service to site managers, friendly";

const PAGES: &[(&str, &str)] = &[
    (
        "mesh-cut-to-size.md",
        include_str!("../../../../assets/demo/nextdaysteel/mesh-cut-to-size.md"),
    ),
    (
        "delivery.md",
        include_str!("../../../../assets/demo/nextdaysteel/delivery.md"),
    ),
    (
        "faq.md",
        include_str!("../../../../assets/demo/nextdaysteel/faq.md"),
    ),
    (
        "prices.md",
        include_str!("../../../../assets/demo/nextdaysteel/prices.md"),
    ),
];

fn main() {
    divan::main();
}

fn hits() -> Vec<Fact> {
    let mut count = 0;
    let mut ids = || {
        count += 1;
        Uuid::from_u128(count)
    };
    PAGES
        .iter()
        .zip(1..)
        .flat_map(|((file, text), number)| {
            let document = Document {
                id: DocumentId(Uuid::from_u128(number << 64)),
                file: (*file).into(),
                kind: DocumentKind::Markdown,
                title: (*file).into(),
                language: Language::English,
                text: (*text).into(),
                sha256: String::new(),
            };
            reading::read(&document, &[], &mut ids)
                .entries
                .iter()
                .map(|entry| Fact::of(entry, file, 0.5))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn read() -> Option<(Brief, Intent)> {
    let brief = brief::read(BRIEF, &[], None).ok()?;
    let intent = intent::read(&brief, &intent::Known::default());
    Some((brief, intent))
}

fn brand() -> BrandProfile {
    BrandProfile {
        schema_version: 1,
        name: "NextDaySteel".into(),
        one_liner: String::new(),
        language: Language::English,
        audiences: Vec::new(),
        website: None,
        hashtags: Vec::new(),
        rules: BrandRules::default(),
        kit: BrandKit::default(),
        identity: galley_domain::brand::BrandIdentity::default(),
    }
}

#[divan::bench]
fn select_context(bencher: Bencher) {
    let hits = hits();
    let Some((_, intent)) = read() else { return };
    bencher.bench(|| {
        context::select(
            &intent,
            &hits,
            Language::English,
            context::Budget::default(),
        )
    });
}

#[divan::bench]
fn three_candidates_times_four_versions_checked(bencher: Bencher) {
    let Some((brief, intent)) = read() else {
        return;
    };
    let facts = context::select(
        &intent,
        &hits(),
        Language::English,
        context::Budget::default(),
    );
    let Some(skill) = SHIPPED
        .first()
        .and_then(|skill| parse(skill.skill_md, skill.galley_yaml).ok())
    else {
        return;
    };
    let brand = brand();
    let posts: Vec<String> = facts
        .iter()
        .map(|fact| format!("{} Send us the drawing.", fact.text))
        .collect();
    let posts: Vec<&str> = posts.iter().map(String::as_str).collect();
    let profile = VoiceProfile::measure(&posts, Language::English);
    let input = DraftingInput {
        brief: &brief,
        language: None,
        intent: &intent,
        skill: &skill.name,
        structure: &skill.structure,
        facts: &facts,
        hits: &facts,
        brand: &brand,
        brand_fact: None,
        avoid: &[],
        past_posts: &[],
        wanted: 3,
        voice: &|text, _| profile.score(&brand.rules, text),
        check: &|version, used| {
            let sources: Vec<&str> = used.iter().map(|fact| fact.text.as_str()).collect();
            divan::black_box(entailment::unsupported(&version.text, &sources));
            Vec::new()
        },
    };
    bencher.bench_local(|| rerank(candidates(divan::black_box(&input), 1), &Weights::default()));
}
