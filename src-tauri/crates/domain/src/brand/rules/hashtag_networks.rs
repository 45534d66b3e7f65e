//! On which networks a guide wants hashtags.

use super::habits::{NEGATIVE, number};
use super::terms::has;
use crate::networks::{NETWORK_WORDS, NetworkId};

/// Where a sentence allows hashtags, if it names networks: those after "only on", all but those after "none
/// on" or before "get no hashtags", or all that it names where there are none anywhere else.
pub(super) fn hashtag_networks(text: &str) -> Option<Vec<NetworkId>> {
    let words: Vec<&str> = text.split(' ').map(|word| word.trim_matches(',')).collect();
    let named = |words: &[&str]| -> Vec<NetworkId> {
        let mut found: Vec<NetworkId> = NETWORK_WORDS
            .iter()
            .filter(|(name, _)| words.contains(name))
            .map(|(_, network)| *network)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    let behind = |phrases: &[&[&str]]| {
        (0..words.len()).find_map(|at| {
            let starts = |phrase: &&&[&str]| words[at..].starts_with(phrase);
            phrases.iter().find(starts)?;
            Some(named(&words[at..]))
        })
    };
    let elsewhere: &[&[&str]] = &[
        &["anywhere", "else"],
        &["none", "elsewhere"],
        &["nowhere", "else"],
        &["nirgends", "sonst"],
    ];
    let only: &[&[&str]] = &[
        &["only", "on"],
        &["just", "on"],
        &["only", "for"],
        &["nur", "auf"],
    ];
    let none: &[&[&str]] = &[
        &["none", "on"],
        &["not", "on"],
        &["never", "on"],
        &["no", "hashtags", "on"],
        &["without", "hashtags", "on"],
        &["keine", "auf"],
        &["nicht", "auf"],
        &["keine", "hashtags", "auf"],
    ];
    let all_named = named(&words);
    if let Some(networks) = behind(only).filter(|networks| !networks.is_empty()) {
        return Some(networks);
    }
    if behind(elsewhere).is_some() && !all_named.is_empty() {
        return Some(all_named);
    }
    // "X gets one, Facebook no hashtags" is not told apart by its words alone.
    let counted = |word: &&str| number(word).is_some();
    let denied = [["no", "hashtags"], ["keine", "hashtags"]];
    let before = || {
        let at = words
            .windows(2)
            .position(|pair| denied.iter().any(|phrase| pair == phrase))?;
        (!words.iter().any(counted)).then(|| named(&words[..at]))
    };
    let off = behind(none)
        .filter(|networks| !networks.is_empty())
        .or_else(before)
        .filter(|networks| !networks.is_empty())?;
    let rest = NetworkId::ALL
        .into_iter()
        .filter(|network| !off.contains(network));
    Some(rest.collect())
}

/// Whether a negation stands at the hashtags themselves: "no hashtags", "hashtags are off". In "a hashtag
/// names the subject, never a mood" it stands at something else.
pub(super) fn denies_hashtags(text: &str) -> bool {
    let words: Vec<_> = text.split(' ').collect();
    let named = |word: &&str| word.starts_with("hashtag") || *word == "hash";
    words.iter().position(named).is_some_and(|at| {
        let before = words[at.saturating_sub(3)..at].join(" ");
        let behind = words[at + 1..words.len().min(at + 4)].join(" ");
        has(&before, NEGATIVE) || has(&behind, NEGATIVE)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use NetworkId::{Facebook, Instagram, LinkedIn, X};

    fn check(text: &str, expect: Option<&[NetworkId]>) {
        assert_eq!(hashtag_networks(text).as_deref(), expect, "{text:?}");
    }

    #[test]
    fn networks_are_named_or_excepted() {
        check(
            "at most two hashtags, and only on instagram and linkedin",
            Some(&[LinkedIn, Instagram]),
        );
        check(
            "at most three hashtags on instagram, and none anywhere else",
            Some(&[Instagram]),
        );
        check(
            "use one hashtag at the most, and none on linkedin",
            Some(&[X, Facebook, Instagram]),
        );
        check("no hashtags on facebook", Some(&[LinkedIn, X, Instagram]));
        check(
            "linkedin and x get no hashtags",
            Some(&[Facebook, Instagram]),
        );
        check("instagram gets three linkedin no hashtags", None);
        check("at most two hashtags", None);
        check("never on a monday", None);
    }

    #[test]
    fn a_negation_beside_hashtags_denies_them() {
        for denied in [
            "no hashtags",
            "we skip hashtags",
            "hashtags none",
            "auf hashtags verzichten wir",
        ] {
            assert!(denies_hashtags(denied), "{denied:?}");
        }
        assert!(!denies_hashtags("a hashtag names the subject never a mood"));
    }
}
