//! `demo`: whether the folder of every demo brand is whole.
//!
//! A folder is read as Galley reads anyone's, so what counts is what the files hold, in any language and
//! under any name.

use crate::draw::root;
use galley_app::ports::{Clock, FolderReading, Folders};
use galley_domain::brand::PastPost;
use galley_domain::knowledge::{DocumentKind, EntryKind, ProductFacts};
use galley_domain::networks::NetworkId;
use galley_sources::FolderReader;
use galley_testkit::machine::{Counting, HandClock};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const FOLDERS: &str = "assets/demo";
/// The day of the reading. Posts are dated by offsets from it, so that none has a date of its own.
const TODAY: &str = "2400-12-31T12:00:00Z";
/// What the dates of a year before that day begin with.
const YEAR: &str = "2400-";

const POSTS: usize = 60;
const POSTS_PER_NETWORK: usize = 10;
/// What the file has counted for each post: impressions, likes, comments, shares, clicks.
const METRICS: usize = 5;
const PRODUCTS: usize = 25;
const DOCUMENTS: usize = 12;
const PICTURES: usize = 8;
const COLORS: usize = 3;
/// The main one and the one in a single color.
const LOGOS: usize = 2;
/// Logos are the only pictures of this kind.
const LOGO: &str = "image/svg+xml";
/// A document below this is a note, one above it two documents.
const WORDS: std::ops::RangeInclusive<usize> = 150..=700;
/// Bytes of the largest picture.
const PICTURE_BYTES: usize = 400_000;
const SOLD_OUT: &[&str] = &["out of stock", "sold out", "ausverkauft", "vergriffen"];

/// What is wrong with a brand, a line each.
type Problems = Vec<String>;

/// Reads every brand's folder; a line on each, or what is missing or does not fit.
pub(crate) fn check() -> Result<String, String> {
    let mut lines = Vec::new();
    let mut problems = Vec::new();
    for folder in folders(&root().join(FOLDERS))? {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let mut found = Vec::new();
        lines.push(format!("{name}: {}", brand(&folder, &mut found)?));
        problems.extend(found.iter().map(|problem| format!("{name}: {problem}")));
    }
    if problems.is_empty() {
        Ok(lines.join("\n"))
    } else {
        Err(problems.join("\n"))
    }
}

fn brand(folder: &Path, problems: &mut Problems) -> Result<String, String> {
    let reading = FolderReader::default()
        .read(folder, &Counting::default(), HandClock::at(TODAY).now())
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    files(&reading, problems);
    let documents = documents(&reading, problems);
    let posts = posts(&reading.past_posts, problems);
    let products = products(&reading, problems);
    let pictures = pictures(&reading, problems);
    profile(&reading, problems);
    Ok(format!(
        "{documents} documents, {posts} posts, {products} products, {pictures} pictures"
    ))
}

/// Every file is read as something and without a broken row.
fn files(reading: &FolderReading, problems: &mut Problems) {
    for outcome in &reading.outcomes {
        if outcome.read_as == "skipped" {
            problems.push(format!("{} is not read", outcome.file));
        }
        let mut notes = outcome.notes.iter();
        if notes.any(|note| note.code.starts_with("csv.")) {
            problems.push(format!("{} has broken rows", outcome.file));
        }
    }
    for kind in ["style-guide", "products", "past-posts", "profile"] {
        let files = reading.outcomes.iter();
        let count = files.filter(|outcome| outcome.read_as == kind).count();
        if count != 1 {
            problems.push(format!("{count} files read as {kind} instead of one"));
        }
    }
}

fn documents(reading: &FolderReading, problems: &mut Problems) -> usize {
    let proposed = reading.profile.as_ref().map(|found| &found.profile);
    let documents = reading.documents.iter().map(|read| &read.document);
    let pages = documents.filter(|document| document.kind != DocumentKind::Products);
    let mut count = 0;
    for page in pages {
        count += 1;
        let words = page.text.split_whitespace().count();
        if !WORDS.contains(&words) {
            problems.push(format!("{} has {words} words", page.file));
        }
        if !page.text.starts_with("# ") {
            problems.push(format!("{} does not begin with a heading", page.file));
        }
        if proposed.is_some_and(|profile| profile.language != page.language) {
            problems.push(format!("{} is not in the brand's language", page.file));
        }
    }
    at_least("documents", count, DOCUMENTS, problems);
    count
}

fn posts(posts: &[PastPost], problems: &mut Problems) -> usize {
    let mut texts = BTreeSet::new();
    for (index, post) in posts.iter().enumerate() {
        let at = index + 1;
        if !post
            .date
            .as_ref()
            .is_some_and(|date| date.starts_with(YEAR))
        {
            problems.push(format!("post {at}: no day offset within a year"));
        }
        if post.network.is_none() {
            problems.push(format!("post {at}: no network"));
        }
        if post.text.is_empty() || !texts.insert(&post.text) {
            problems.push(format!("post {at}: no text of its own"));
        }
        if post.metrics.len() < METRICS {
            problems.push(format!("post {at}: {} metrics", post.metrics.len()));
        }
    }
    at_least("posts", posts.len(), POSTS, problems);
    for network in NetworkId::ALL {
        let there = posts.iter().filter(|post| post.network == Some(network));
        let what = format!("posts on {network:?}");
        at_least(&what, there.count(), POSTS_PER_NETWORK, problems);
    }
    posts.len()
}

fn products(reading: &FolderReading, problems: &mut Problems) -> usize {
    let tables = reading
        .documents
        .iter()
        .filter(|read| read.document.kind == DocumentKind::Products);
    let products: Vec<&ProductFacts> = tables
        .flat_map(|read| &read.entries)
        .filter(|entry| entry.kind == EntryKind::Product)
        .filter_map(|entry| entry.product.as_ref())
        .collect();
    let mut names = BTreeSet::new();
    for product in &products {
        let name = &product.name;
        if !names.insert(name) {
            problems.push(format!("two products are called {name}"));
        }
        let price = product.price.as_deref().unwrap_or_default();
        if !price.contains(|c: char| c.is_ascii_digit() && c != '0') {
            problems.push(format!("{name} has no price"));
        }
        let description = product.description.as_deref().unwrap_or_default();
        if !description.ends_with('.') {
            problems.push(format!("{name} has no description"));
        }
    }
    let sold_out = products.iter().filter(|product| {
        let availability = product.availability.as_deref();
        availability.is_some_and(|value| SOLD_OUT.contains(&value))
    });
    let sold_out = sold_out.count();
    at_least("products", products.len(), PRODUCTS, problems);
    at_least("products out of stock", sold_out, 1, problems);
    products.len()
}

fn profile(reading: &FolderReading, problems: &mut Problems) {
    let Some(proposed) = &reading.profile else {
        problems.push("no profile".to_owned());
        return;
    };
    let profile = &proposed.profile;
    if profile.rules.never.is_empty() || profile.rules.prefer.is_empty() {
        problems.push("the guide states no words to avoid or to prefer".to_owned());
    }
    let names: Vec<&String> = reading
        .pictures
        .iter()
        .filter(|picture| picture.media.kind == LOGO)
        .map(|picture| &picture.media.name)
        .collect();
    let main = profile.kit.logo.clone().unwrap_or_default();
    // A brand is written before it is drawn: until then, it has neither logos nor pictures.
    if !names.is_empty() {
        if !names.contains(&&main) {
            problems.push(format!("the logo {main} is not there"));
        }
        at_least("logos", names.len(), LOGOS, problems);
    }
    at_least("colors", profile.kit.palette.len(), COLORS, problems);
    at_least("fonts", profile.kit.fonts.len(), 1, problems);
}

fn pictures(reading: &FolderReading, problems: &mut Problems) -> usize {
    let all = reading.pictures.iter();
    let drawn: Vec<_> = all.filter(|picture| picture.media.kind != LOGO).collect();
    for picture in &drawn {
        let name = &picture.media.name;
        if picture.bytes.len() > PICTURE_BYTES {
            problems.push(format!("{name} has {} bytes", picture.bytes.len()));
        }
        if !picture.media.alt.ends_with('.') {
            problems.push(format!("{name} has no description"));
        }
    }
    if !drawn.is_empty() {
        at_least("pictures", drawn.len(), PICTURES, problems);
    }
    drawn.len()
}

fn at_least(what: &str, there: usize, wanted: usize, problems: &mut Problems) {
    if there < wanted {
        problems.push(format!("{there} {what}, at least {wanted} are wanted"));
    }
}

/// The folders of a folder, sorted.
fn folders(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        found.push(entry.map_err(failed)?.path());
    }
    found.retain(|path| path.is_dir());
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_demo_brands_are_whole() {
        assert_eq!(super::check().err(), None);
    }
}
