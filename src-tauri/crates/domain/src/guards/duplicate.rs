//! Guard: duplicate.
//!
//! Readers have seen it, and networks show a post that repeats another to fewer people. The text is
//! compared with what the brand published before and what is approved in this workspace.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, Source};
use crate::ids::PostId;
use crate::networks::NetworkId;
use std::collections::BTreeMap;

pub(super) const GUARD: Guard = Guard {
    id: "duplicate",
    codes: &["duplicate.same", "duplicate.near", "duplicate.elsewhere"],
    limits: &[],
    sources: &[AUTHENTICITY],
    check,
    fix,
};

const AUTHENTICITY: Source = Source {
    address: "https://help.x.com/en/rules-and-policies/authenticity",
    date: "2026-11-21",
};

/// A text with fewer words than this is a phrase that may return.
const LEAST_WORDS: usize = 8;

/// Shared runs of three words over all that the two have: from here on two posts are one. Two of the same
/// length share two thirds of their runs then.
const NEAR: f32 = 0.5;

/// How many of a post's run hashes are kept for finding it: the smallest ones, so that two posts that are
/// alike keep mostly the same.
const SKETCH: usize = 16;

/// Posts that are compared run by run, of those that share the most of the sketch.
const COMPARED: usize = 6;

/// Characters of a post that a finding shows.
const SHOWN: usize = 80;

/// A post that went out, or is about to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentPost {
    pub text: String,
    /// `YYYY-MM-DD`; `None`: not known.
    pub date: Option<String>,
    /// `None`: not known, so it may have been any.
    pub network: Option<NetworkId>,
    /// The post of this workspace that it is; `None`: it was published before.
    pub post: Option<PostId>,
}

/// Posts to compare with, prepared once.
#[derive(Debug, Clone, Default)]
pub struct RecentPosts {
    posts: Vec<RecentPost>,
    /// Hash of each post's words, with its number.
    whole: Vec<(u64, u32)>,
    /// Hashes of the sketches, with the post's number.
    sketches: Vec<(u64, u32)>,
}

impl RecentPosts {
    /// Prepares the posts. Later ones are named first where several are alike.
    pub fn of(posts: Vec<RecentPost>) -> Self {
        let mut whole = Vec::with_capacity(posts.len());
        let mut sketches = Vec::with_capacity(posts.len() * SKETCH);
        for (number, post) in (0_u32..).zip(&posts) {
            let words = words_of(&post.text);
            if words.len() < LEAST_WORDS {
                continue;
            }
            whole.push((joined(&words), number));
            let runs = runs_of(&words);
            sketches.extend(runs.into_iter().take(SKETCH).map(|run| (run, number)));
        }
        whole.sort_unstable();
        sketches.sort_unstable();
        Self {
            posts,
            whole,
            sketches,
        }
    }

    /// The post that a text repeats most closely, and how closely, 0 to 1.
    fn closest(&self, draft: &Reading<'_>) -> Option<(&RecentPost, f32)> {
        let words = words_of(draft.text);
        if words.len() < LEAST_WORDS || self.whole.is_empty() {
            return None;
        }
        let other = |number: u32| {
            let post = self.posts.get(number as usize)?;
            (post.post.is_none() || post.post != draft.post).then_some(post)
        };
        let here = |post: &RecentPost| post.network.is_none_or(|network| network == draft.network);
        let same = numbers(&self.whole, joined(&words)).filter_map(other);
        if let Some(post) = same.max_by_key(|post| (here(post), post.date.clone())) {
            return Some((post, 1.0));
        }
        let runs = runs_of(&words);
        let mut shared: BTreeMap<u32, usize> = BTreeMap::new();
        for run in runs.iter().take(SKETCH) {
            for number in numbers(&self.sketches, *run) {
                *shared.entry(number).or_insert(0) += 1;
            }
        }
        let mut likely: Vec<(usize, u32)> = shared
            .into_iter()
            .map(|(number, count)| (count, number))
            .collect();
        likely.sort_unstable_by(|left, right| right.cmp(left));
        likely
            .into_iter()
            .filter_map(|(_, number)| other(number).filter(|post| here(post)))
            .take(COMPARED)
            .map(|post| (post, likeness(&runs, &runs_of(&words_of(&post.text)))))
            .max_by(|left, right| left.1.total_cmp(&right.1))
    }
}

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let Some((post, likeness)) = context.circumstances.recent.closest(draft) else {
        return Vec::new();
    };
    let same = likeness >= 1.0;
    let elsewhere = post.network.is_some_and(|network| network != draft.network);
    let (code, severity) = match (same, elsewhere) {
        (true, true) => ("elsewhere", Severity::Note),
        (true, false) => ("same", Severity::Warn),
        (false, false) if likeness >= NEAR => ("near", Severity::Warn),
        (false, _) => return Vec::new(),
    };
    let network = post
        .network
        .map(|network| crate::networks::rules(network).name);
    let params = [
        ("text", beginning(&post.text)),
        ("date", post.date.clone().unwrap_or_default()),
        ("network", network.unwrap_or_default().to_owned()),
        ("percent", format!("{:.0}", likeness * 100.0)),
    ];
    vec![Finding::new("duplicate", code, severity, None, params).by_page(&AUTHENTICITY)]
}

/// What should be new about it is the writer's to say.
fn fix(_: &Reading<'_>, _: &CheckContext<'_>, _: &Finding) -> Vec<Fix> {
    Vec::new()
}

/// The posts under a hash.
fn numbers(list: &[(u64, u32)], hash: u64) -> impl Iterator<Item = u32> + '_ {
    let from = list.partition_point(|(other, _)| *other < hash);
    list.iter()
        .skip(from)
        .take_while(move |(other, _)| *other == hash)
        .map(|(_, number)| *number)
}

/// Hashes of the words in order, without hashtags, mentions and addresses: case and signs do not matter.
fn words_of(text: &str) -> Vec<u64> {
    let kept = text
        .split_whitespace()
        .filter(|word| !word.starts_with(['#', '@']) && !word.contains("://"));
    kept.flat_map(|word| word.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.chars()
                .flat_map(char::to_lowercase)
                .fold(START, |hash, c| mix(hash, u64::from(u32::from(c))))
        })
        .collect()
}

/// Hashes of all runs of three words, ascending, each once.
fn runs_of(words: &[u64]) -> Vec<u64> {
    let mut runs: Vec<u64> = words.windows(3).map(joined).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

fn joined(words: &[u64]) -> u64 {
    words.iter().fold(START, |hash, word| mix(hash, *word))
}

/// Start and step of the hash FNV-1a with 64 bits, over whole numbers, spread so that its smallest values
/// are as good as chance: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>.
const START: u64 = 0xcbf2_9ce4_8422_2325;

fn mix(hash: u64, value: u64) -> u64 {
    let hash = (hash ^ value).wrapping_mul(0x0000_0100_0000_01b3);
    (hash ^ (hash >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Shared over all, of two ascending lists.
fn likeness(left: &[u64], right: &[u64]) -> f32 {
    let shared = left
        .iter()
        .filter(|run| right.binary_search(run).is_ok())
        .count();
    let all = left.len() + right.len() - shared;
    shared as f32 / all.max(1) as f32
}

fn beginning(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, draft};
    use super::super::{CheckContext, Circumstances, Draft, Measured, check};
    use super::*;
    use uuid::Uuid;

    const TEXT: &str = "Send the schedule by two in the afternoon and the mesh is on your site the next working day, cut and tagged.";

    fn past(text: &str, network: Option<NetworkId>) -> RecentPost {
        RecentPost {
            text: text.to_owned(),
            date: Some("2026-05-03".to_owned()),
            network,
            post: None,
        }
    }

    fn check_with(posts: Vec<RecentPost>, text: &str, post: Option<PostId>, expect: &[&str]) {
        let mut circumstances = Circumstances::on(jiff::civil::date(2026, 6, 1));
        circumstances.recent = RecentPosts::of(posts);
        let brand = brand();
        let context = CheckContext::new(&brand, &[], &circumstances);
        let draft = Draft {
            post,
            ..draft(NetworkId::LinkedIn, text)
        };
        let found: Vec<_> = check(&draft, &Measured::default(), &context)
            .into_iter()
            .filter(|finding| finding.guard == "duplicate")
            .map(|finding| finding.code)
            .collect();
        assert_eq!(found, expect, "{text:?}");
    }

    #[test]
    fn the_same_words_are_a_duplicate_whatever_their_signs() {
        let again = format!("{} #Mesh", TEXT.to_uppercase());
        let here = Some(NetworkId::LinkedIn);
        check_with(vec![past(TEXT, here)], &again, None, &["duplicate.same"]);
        check_with(vec![past(TEXT, None)], TEXT, None, &["duplicate.same"]);
        let other = Some(NetworkId::X);
        check_with(
            vec![past(TEXT, other)],
            TEXT,
            None,
            &["duplicate.elsewhere"],
        );
    }

    #[test]
    fn a_changed_ending_is_near_and_a_shared_sentence_is_not() {
        let near = TEXT.replace("cut and tagged", "tagged and ready");
        check_with(vec![past(TEXT, None)], &near, None, &["duplicate.near"]);
        let quotes = "The mesh is on your site the next working day. We start early, load by hand and call the driver \
            before he is at your gate, so that nobody stands there in the rain.";
        check_with(vec![past(TEXT, None)], quotes, None, &[]);
        check_with(
            vec![past("Mesh, cut to size.", None)],
            "Mesh, cut to size.",
            None,
            &[],
        );
    }

    #[test]
    fn a_post_is_no_duplicate_of_its_own_versions() {
        let own = Some(PostId(Uuid::from_u128(7)));
        let stored = RecentPost {
            post: own,
            ..past(TEXT, None)
        };
        check_with(vec![stored.clone()], TEXT, own, &[]);
        check_with(vec![stored], TEXT, None, &["duplicate.same"]);
    }

    #[test]
    fn one_of_five_thousand_is_found() {
        let mut posts: Vec<_> = (0..5_000)
            .map(|n| past(&format!("Day {n} at the yard: {n} sheets cut, {n} bars bent, all {n} on the road by {n}."), None))
            .collect();
        posts.insert(2_500, past(TEXT, None));
        let near = TEXT.replace("cut and tagged", "tagged and ready");
        check_with(posts, &near, None, &["duplicate.near"]);
    }
}
