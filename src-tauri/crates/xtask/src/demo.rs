//! `demo`: whether the demo brand's folder is whole.

use crate::draw::root;
use galley_domain::brand::BrandProfile;
use galley_domain::networks::NetworkId;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const FOLDER: &str = "assets/demo/nextdaysteel";
const POSTS: usize = 60;
const PRODUCTS: usize = 25;
const DOCUMENTS: usize = 12;
const PICTURES: usize = 8;
/// A document below this is a note, one above it two documents.
const WORDS: std::ops::RangeInclusive<usize> = 250..=700;
/// Bytes of the largest picture.
const PICTURE_BYTES: u64 = 400_000;

type Problems = Vec<String>;
/// A table's rows, each a value by its column.
type Rows = Vec<BTreeMap<String, String>>;

/// Reads the folder and lists what is missing or does not fit.
pub(crate) fn check() -> Result<String, String> {
    let folder = root().join(FOLDER);
    let mut problems = Vec::new();
    let documents = documents(&folder, &mut problems)?;
    let posts = posts(&folder, &mut problems)?;
    let products = products(&folder, &mut problems)?;
    profile(&folder, &mut problems)?;
    let pictures = pictures(&folder, &mut problems)?;
    if problems.is_empty() {
        Ok(format!(
            "{documents} documents, {posts} posts, {products} products, {pictures} pictures"
        ))
    } else {
        Err(problems.join("\n"))
    }
}

fn documents(folder: &Path, problems: &mut Problems) -> Result<usize, String> {
    let files = files(folder, "md")?;
    for file in &files {
        let text = read(&folder.join(file))?;
        let words = text.split_whitespace().count();
        if !WORDS.contains(&words) {
            problems.push(format!("{file} has {words} words"));
        }
        if !text.starts_with("# ") {
            problems.push(format!("{file} does not begin with a heading"));
        }
    }
    at_least("documents", files.len(), DOCUMENTS, problems);
    Ok(files.len())
}

fn posts(folder: &Path, problems: &mut Problems) -> Result<usize, String> {
    let rows = table(&folder.join("posts.csv"))?;
    let mut networks: BTreeMap<&str, usize> = BTreeMap::new();
    let mut texts = BTreeSet::new();
    for (index, row) in rows.iter().enumerate() {
        let at = |column: &str| row.get(column).map_or("", String::as_str);
        // A day offset: whole days before the import.
        if !at("date").parse::<i32>().is_ok_and(|day| day < 0) {
            problems.push(format!("post {}: the date is no day offset", index + 1));
        }
        if !texts.insert(at("text")) || at("text").is_empty() {
            problems.push(format!("post {}: no text of its own", index + 1));
        }
        for metric in ["impressions", "likes", "comments", "shares", "clicks"] {
            if at(metric).parse::<u32>().is_err() {
                problems.push(format!("post {}: {metric} is no number", index + 1));
            }
        }
        *networks.entry(at("network")).or_default() += 1;
    }
    for network in NetworkId::ALL {
        let name = serde_json::to_value(network).map_err(|error| error.to_string())?;
        let count = name.as_str().and_then(|name| networks.remove(name));
        at_least("posts on a network", count.unwrap_or(0), 10, problems);
    }
    problems.extend(
        networks
            .keys()
            .map(|name| format!("no such network: {name}")),
    );
    if rows.len() != POSTS {
        problems.push(format!("{} posts instead of {POSTS}", rows.len()));
    }
    Ok(rows.len())
}

fn products(folder: &Path, problems: &mut Problems) -> Result<usize, String> {
    let rows = table(&folder.join("products.csv"))?;
    let mut codes = BTreeSet::new();
    for row in &rows {
        let at = |column: &str| row.get(column).map_or("", String::as_str);
        let price = at("price").strip_prefix('£').map(str::parse::<f64>);
        if at("name").is_empty() || !matches!(price, Some(Ok(amount)) if amount > 0.0) {
            problems.push(format!("product {} has no name or price", at("code")));
        }
        if !codes.insert(at("code")) {
            problems.push(format!("two products have the code {}", at("code")));
        }
        if !at("description").ends_with('.') {
            problems.push(format!("product {} has no description", at("code")));
        }
    }
    let sold_out = |row: &&BTreeMap<String, String>| {
        row.get("availability")
            .is_some_and(|value| value == "out of stock")
    };
    at_least("products", rows.len(), PRODUCTS, problems);
    at_least(
        "products out of stock",
        rows.iter().filter(sold_out).count(),
        1,
        problems,
    );
    Ok(rows.len())
}

fn profile(folder: &Path, problems: &mut Problems) -> Result<(), String> {
    let text = read(&folder.join("brand.json"))?;
    let profile: BrandProfile =
        serde_json::from_str(&text).map_err(|error| format!("brand.json: {error}"))?;
    let logo = profile.kit.logo.unwrap_or_default();
    if !read(&folder.join(&logo))?.contains("<svg") {
        problems.push(format!("the logo {logo} is no SVG"));
    }
    at_least("colors", profile.kit.palette.len(), 3, problems);
    at_least("fonts", profile.kit.fonts.len(), 1, problems);
    Ok(())
}

fn pictures(folder: &Path, problems: &mut Problems) -> Result<usize, String> {
    let folder = folder.join("pictures");
    let described: BTreeSet<String> = table(&folder.join("alt.csv"))?
        .into_iter()
        .filter(|row| row.get("alt").is_some_and(|alt| alt.ends_with('.')))
        .filter_map(|mut row| row.remove("file"))
        .collect();
    let files = files(&folder, "jpg")?;
    for file in &files {
        let about = std::fs::metadata(folder.join(file)).map_err(|error| error.to_string())?;
        if about.len() > PICTURE_BYTES {
            problems.push(format!("{file} has {} bytes", about.len()));
        }
        if !described.contains(file) {
            problems.push(format!("{file} has no description"));
        }
    }
    at_least("pictures", files.len(), PICTURES, problems);
    Ok(files.len())
}

fn at_least(what: &str, there: usize, wanted: usize, problems: &mut Problems) {
    if there < wanted {
        problems.push(format!("{there} {what}, at least {wanted} are wanted"));
    }
}

/// Names of the files of a folder with an ending, sorted.
fn files(folder: &Path, ending: &str) -> Result<Vec<String>, String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}

fn table(path: &Path) -> Result<Rows, String> {
    let text = read(path)?;
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<Rows, _>>()
        .map_err(|error| format!("{}: {error}", path.display()))
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_demo_brand_is_whole() {
        assert_eq!(
            super::check(),
            Ok("15 documents, 60 posts, 29 products, 8 pictures".into())
        );
    }
}
