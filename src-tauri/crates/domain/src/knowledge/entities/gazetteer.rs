//! Well-known places and given names: evidence where capitals say nothing.

use crate::text::lists;
use std::collections::HashSet;
use std::sync::LazyLock;

static PLACES: LazyLock<HashSet<&str>> = LazyLock::new(|| lists::items(include_str!("places.txt")));
static GIVEN_NAMES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::items(include_str!("given-names.txt")));

/// Whether this is a well-known place, as written.
pub(super) fn is_place(text: &str) -> bool {
    let bare = text
        .strip_suffix("'s")
        .or_else(|| text.strip_suffix("’s"))
        .unwrap_or(text);
    PLACES.contains(bare)
}

/// Whether this is a frequent given name, as written.
pub(super) fn is_given_name(text: &str) -> bool {
    GIVEN_NAMES.contains(text)
}
