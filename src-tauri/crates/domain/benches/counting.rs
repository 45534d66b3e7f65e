//! How long counting and finding take for a post of about 500 characters, by network.

use divan::{Bencher, black_box};
use galley_domain::networks::{NetworkId, rules};

fn main() {
    divan::main();
}

/// About 500 characters with addresses, a hashtag and an emoji: nothing that a short cut would take.
fn post() -> String {
    "Cut to size and on site by 2 pm: £1,250.00 a tonne. 👷🏽 \
     See https://example.co.uk/steel?cut=yes or example.com for more. #steel "
        .repeat(4)
}

#[divan::bench(args = NetworkId::ALL)]
fn count(bencher: Bencher, network: NetworkId) {
    let post = post();
    bencher.bench(|| rules(network).count(black_box(&post)));
}

#[divan::bench(args = NetworkId::ALL)]
fn hashtags_links_and_mentions(bencher: Bencher, network: NetworkId) {
    let post = post();
    let rules = rules(network);
    bencher.bench(|| {
        let text = black_box(&post);
        (
            rules.hashtags(text),
            rules.links(text),
            rules.mentions(text),
        )
    });
}
