//! False alarms: what the guards say of posts that the demo brands published and stand by.

#![expect(
    clippy::disallowed_methods,
    reason = "whatever brands there are is read: a list in the code would leave a new one out"
)]

use super::*;
use crate::brand::{BrandProfile, rules};
use crate::knowledge::{Category, Fact, delimited};
use crate::networks::NetworkId;
use std::path::{Path, PathBuf};

/// Guards whose rules are not the brand's own: a good post gives them nothing to say. The others go by the
/// facts of a draft, which a past post does not have.
const SILENT: &[&str] = &[
    "mentions",
    "profanity",
    "legal-words",
    "stale-fact",
    "duplicate",
    "sensitive-moment",
    "reading-level",
    "capitals",
    "emoji",
    "inclusive-language",
    "placeholder",
];

#[test]
fn posts_that_the_demo_brands_published_raise_no_false_alarm() {
    let mut posts = 0;
    let mut alarms = Vec::new();
    for folder in folders() {
        let brand = brand_of(&folder);
        let facts = facts_of(&folder);
        let mut circumstances = Circumstances::on(jiff::civil::date(2026, 3, 25));
        let texts = past_posts(&folder);
        let plain = texts.iter().map(|(_, text)| text.as_str());
        circumstances.usual_ease = UsualEase::of(plain, brand.language);
        let context = CheckContext::new(&brand, &facts, &circumstances);
        for (network, text) in &texts {
            posts += 1;
            let draft = Draft {
                network: *network,
                text,
                link: None,
                media: &[],
                first_comment: None,
                language: brand.language,
                post: None,
            };
            let found = check(&draft, &Measured::default(), &context);
            let found = found.into_iter().filter(|finding| {
                SILENT.contains(&finding.guard.as_str()) || finding.code == "hashtags.joined-words"
            });
            alarms.extend(found.map(|finding| (finding.code, finding.params, text.clone())));
        }
    }
    assert!(posts >= 60, "{posts} posts were read");
    assert!(
        alarms.is_empty(),
        "{} of {posts}: {alarms:#?}",
        alarms.len()
    );
}

fn folders() -> Vec<PathBuf> {
    let demos = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/demo");
    let all = std::fs::read_dir(demos).expect("the demo brands are there");
    let folders = all.flatten().map(|entry| entry.path());
    folders
        .filter(|folder| folder.join("posts.csv").exists())
        .collect()
}

fn documents(folder: &Path) -> Vec<(String, String)> {
    let all = std::fs::read_dir(folder).expect("the folder is there");
    let named = all.flatten().filter_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.ends_with(".md").then_some((name, entry.path()))
    });
    named
        .map(|(name, path)| (name, std::fs::read_to_string(path).expect("a text")))
        .collect()
}

fn brand_of(folder: &Path) -> BrandProfile {
    let json = std::fs::read_to_string(folder.join("brand.json")).expect("a profile");
    let mut brand: BrandProfile = serde_json::from_str(&json).expect("a profile");
    for (name, text) in documents(folder) {
        if rules::is_style_guide(&text) {
            brand.rules = brand.rules.merge(rules::read(&name, &text));
        }
    }
    brand
}

/// Each document as one fact.
fn facts_of(folder: &Path) -> Vec<Fact> {
    documents(folder)
        .into_iter()
        .map(|(file, text)| Fact {
            file,
            category: Category::Company,
            ..tests::fact(&text)
        })
        .collect()
}

fn past_posts(folder: &Path) -> Vec<(NetworkId, String)> {
    let csv = std::fs::read_to_string(folder.join("posts.csv")).expect("past posts");
    let table = delimited::read(&csv).expect("a table");
    let column = |name: &str| table.head.iter().position(|cell| cell.text == name);
    let (network, text) = (
        column("network").expect("network"),
        column("text").expect("text"),
    );
    table
        .records
        .iter()
        .map(|record| {
            let network = serde_json::from_value(record.cells[network].text.as_str().into());
            (network.expect("a network"), record.cells[text].text.clone())
        })
        .collect()
}
