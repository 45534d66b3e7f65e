//! How long a voice takes to measure on 60 posts and a post to score. The goal is under 5 ms a post.

use divan::{Bencher, black_box};
use galley_domain::brand::rules;
use galley_domain::brand::voice::VoiceProfile;
use galley_domain::language::Language;

const SENTENCES: &[&str] = &[
    "Wet slab, cold hands, and somebody is looking for the grinder.",
    "Send your bar schedule before the bell and the mesh turns up the next working day.",
    "Tag says M04, drawing says M04.",
    "Every cut sheet leaves the yard with its mark on.",
    "The first lorry is out before the birds.",
    "Keep the gate clear.",
    "Measure from one corner, not two.",
    "Both numbers were correct and they never met.",
    "Ring the yard and say what you need.",
    "A sheet cut in the yard goes straight from the lorry to the spacers.",
    "Nothing is cut until you say yes.",
];

fn main() {
    divan::main();
}

fn posts() -> Vec<String> {
    (0..60)
        .map(|n| {
            (0..4)
                .map(|k| SENTENCES[(n * 3 + k * 2) % SENTENCES.len()])
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect()
}

#[divan::bench]
fn measure_sixty_posts(bencher: Bencher) {
    let posts = posts();
    let posts: Vec<&str> = posts.iter().map(String::as_str).collect();
    bencher.bench(|| VoiceProfile::measure(black_box(&posts), Language::English));
}

#[divan::bench]
fn score_a_post(bencher: Bencher) {
    let posts = posts();
    let posts: Vec<&str> = posts.iter().map(String::as_str).collect();
    let profile = VoiceProfile::measure(&posts, Language::English);
    let rules = rules::read(
        "g.md",
        "## Never\n- seamless\n- game-changing\n- excited to\n\nNo emoji.",
    );
    let text = SENTENCES.join(" ");
    bencher.bench(|| profile.score(&rules, black_box(&text)));
}
