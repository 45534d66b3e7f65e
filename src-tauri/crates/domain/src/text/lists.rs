//! Word lists kept as text files: data that rustfmt does not spread over a thousand lines.

use std::collections::{HashMap, HashSet};

/// The items of a list: between commas or line ends; lines that start with `#` are remarks.
pub(crate) fn items(data: &'static str) -> HashSet<&'static str> {
    lines(data).flat_map(split).collect()
}

/// Lines of `name: spelling, spelling` as a map from the spelling to the name. Where two names have
/// one spelling, the first stays.
pub(crate) fn spellings(data: &'static str) -> HashMap<&'static str, &'static str> {
    let mut found = HashMap::new();
    for line in lines(data) {
        let Some((name, all)) = line.split_once(": ") else {
            continue;
        };
        for spelling in split(all) {
            found.entry(spelling).or_insert(name.trim());
        }
    }
    found
}

/// Lines of `name: item, item`, each as its name and its items.
pub(crate) fn by_name(
    data: &'static str,
) -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    lines(data).filter_map(|line| {
        let (name, all) = line.split_once(": ")?;
        Some((name.trim(), split(all)))
    })
}

fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn split(line: &'static str) -> impl Iterator<Item = &'static str> {
    line.split(',')
        .map(str::trim)
        .filter(|item| !item.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_ignores_remarks_and_empty_items() {
        let found = items("# two\na, b,\n\nc");
        assert_eq!(found, HashSet::from(["a", "b", "c"]));
    }

    #[test]
    fn a_spelling_leads_to_its_name() {
        let found = spellings("hour: h, hr\nday: day, h");
        assert_eq!(found.get("h"), Some(&"hour"));
        assert_eq!(found.get("day"), Some(&"day"));
    }
}
