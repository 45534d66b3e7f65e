//! Intent and matching with 1,000 skills. Goal: p95 of both together at most 5 ms.

use galley_domain::drafting::Brief;
use galley_domain::drafting::intent::{self, Known};
use galley_domain::language::Language;
use galley_domain::networks::NetworkId;
use galley_domain::skills::matching::rank;
use galley_domain::skills::{SHIPPED, Skill, parse};

const BRIEFS: [&str; 4] = [
    "announce the new mesh cut-to-size service to site managers, friendly, LinkedIn and Instagram",
    "Do you deliver on Saturdays? Customers keep asking, answer it in two sentences",
    "20% off all bars until Sunday, order by 2 pm",
    "Kündige unseren neuen Zuschnittservice an, für Bauleiter, freundlich",
];

fn main() {
    divan::main();
}

/// 1,000 skills with the texts of the shipped ones and words of their own.
fn thousand() -> Vec<Skill> {
    (0..1_000)
        .filter_map(|number| {
            let files = SHIPPED.get(number % SHIPPED.len())?;
            let own = files.skill_md.replacen(
                "description: ",
                &format!(
                    "description: Number {number} about topic{number} and craft{}. ",
                    number / 7
                ),
                1,
            );
            let mut skill = parse(&own, files.galley_yaml).ok()?;
            skill.name = format!("{}-{number}", skill.name);
            Some(skill)
        })
        .collect()
}

fn products() -> Vec<String> {
    (0..500)
        .map(|number| format!("A{number} Mesh {} mm", number % 30))
        .collect()
}

#[divan::bench(args = BRIEFS, sample_count = 500, sample_size = 1)]
fn intent_and_match_with_1000_skills(bencher: divan::Bencher<'_, '_>, text: &str) {
    let skills = thousand();
    let products = products();
    let names: Vec<&str> = products.iter().map(String::as_str).collect();
    let brief = brief(text);
    let known = Known {
        brand_name: "NextDaySteel",
        products: &names,
        audiences: &["site managers"],
        topics: &names,
    };
    bencher.bench_local(|| rank(&intent::read(&brief, &known), &skills));
}

/// The longest brief that is read.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn intent_of_4000_characters(bencher: divan::Bencher<'_, '_>) {
    let brief = brief(
        &"announce the new mesh to site managers, plain, and show how it is cut. ".repeat(57),
    );
    bencher.bench_local(|| intent::read(&brief, &Known::default()));
}

fn brief(text: &str) -> Brief {
    Brief {
        text: text.to_owned(),
        language: Language::English,
        networks: NetworkId::ALL.to_vec(),
    }
}
