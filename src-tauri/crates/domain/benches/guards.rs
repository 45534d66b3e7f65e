//! How long the guards take for a candidate of four versions with findings of most kinds, and for a
//! clean one. The goal is a p95 under 20 ms for four versions.

use divan::{Bencher, black_box};
use galley_domain::brand::{BrandKit, BrandProfile, rules};
use galley_domain::guards::{
    CheckContext, Circumstances, Draft, Measured, RecentPost, RecentPosts, check, fix_all,
};
use galley_domain::language::Language;
use galley_domain::networks::NetworkId;

const GUIDE: &str = "# How we write\n\n## Never\n- game-changing\n- seamless\n- excited to\n- world-class\n- solutions\n\n\
    ## Prefer\n\n| Write | Not |\n|---|---|\n| cut to size | bespoke |\n| use | utilise |\n| lorry | truck |\n\n\
    No emoji. No exclamation marks. Max two hashtags. Keep sentences under 19 words.\n\nEvery post ends with #CutToSize.\n";

const CLEAN: &str = "Mesh that fits when it lands.\n\nWe cut it to your drawing before it leaves the yard. Each sheet \
    carries its mark, so your fixers go straight to it.\n\nSend us the drawing.\n\n#CutToSize #Groundworks";

const MARKED: &str = "We are excited to announce a seamless new service! 🎉\n\nNo grinder on the slab, less waste than any \
    other supplier. We utilise bespoke trucks. Site teams save three hours a pour, from £38.50 a cut. Hi [Name].\n\n\
    See https//a.example or https://nextday.co.uk/mesh now.\n\n#one #two #three #cut-to-size";

fn main() {
    divan::main();
}

fn brand() -> BrandProfile {
    BrandProfile {
        schema_version: 1,
        name: "NextDaySteel".to_owned(),
        one_liner: "Mesh, cut to size.".to_owned(),
        language: Language::English,
        audiences: Vec::new(),
        website: Some("https://nextday.co.uk".to_owned()),
        hashtags: Vec::new(),
        rules: rules::read("guide.md", GUIDE),
        kit: BrandKit::default(),
        identity: galley_domain::brand::BrandIdentity::default(),
    }
}

fn draft(network: NetworkId, text: &str) -> Draft<'_> {
    Draft {
        network,
        text,
        link: None,
        media: &[],
        first_comment: None,
        language: Language::English,
        post: None,
    }
}

/// 5,000 past posts to compare with.
fn circumstances() -> Circumstances {
    let past = |n: u32| RecentPost {
        text: format!(
            "Day {n} at the yard: {n} sheets cut, {n} bars bent, tagged by {n} hands, and all of it on the road by six. Ask for run {n}."
        ),
        date: None,
        network: None,
        post: None,
    };
    let mut circumstances = Circumstances::on(jiff::civil::date(2026, 3, 25));
    circumstances.recent = RecentPosts::of((0..5_000).map(past).collect());
    circumstances
}

#[divan::bench(args = ["clean", "marked"])]
fn check_four_versions(bencher: Bencher, kind: &str) {
    let (brand, circumstances) = (brand(), circumstances());
    let text = if kind == "clean" { CLEAN } else { MARKED };
    bencher.bench(|| {
        let context = CheckContext::new(&brand, &[], &circumstances);
        NetworkId::ALL.map(|network| {
            check(
                &draft(network, black_box(text)),
                &Measured::default(),
                &context,
            )
        })
    });
}

#[divan::bench]
fn fix_all_of_four_marked_versions(bencher: Bencher) {
    let (brand, circumstances) = (brand(), circumstances());
    bencher.bench(|| {
        let context = CheckContext::new(&brand, &[], &circumstances);
        NetworkId::ALL.map(|network| {
            fix_all(
                &draft(network, black_box(MARKED)),
                &Measured::default(),
                &context,
            )
        })
    });
}
