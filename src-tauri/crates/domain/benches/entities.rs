//! How long finding entities takes on long texts, ordinary and hostile: the time per byte must not grow with
//! the length.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use galley_domain::knowledge::entities::find;

fn main() {
    divan::main();
}

/// What a text repeats: ordinary sentences, and what made a scan look back or ahead over the whole line.
const PIECES: &[(&str, &str)] = &[
    (
        "ordinary",
        "We deliver across Leeds with Marsh Foods Ltd by 2 pm for £38.50.\n",
    ),
    ("capitals", "Aa Bb Cc "),
    ("capitals-apart", "Marsh and then Foods, "),
    ("shouting", "AB CD EF, "),
    ("colons", "a.b:"),
    ("plus-signs", "+"),
    ("phone-digits", "0-0 "),
    ("quotes", "\"A"),
];

#[divan::bench(
    args = PIECES.iter().map(|(name, _)| *name),
    consts = [20_000, 200_000],
    sample_count = 3,
    sample_size = 1
)]
fn long_texts<const LENGTH: usize>(bencher: Bencher, name: &str) {
    let piece = PIECES
        .iter()
        .find(|(other, _)| *other == name)
        .map_or("", |(_, piece)| piece);
    let text: String = piece.chars().cycle().take(LENGTH).collect();
    bencher
        .counter(BytesCount::new(text.len()))
        .bench(|| find(black_box(&text), &[]));
}
