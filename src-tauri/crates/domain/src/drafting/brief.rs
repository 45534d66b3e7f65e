//! The first stage: a text becomes a `Brief`, or says why it cannot.

use super::{Brief, BriefError, MAX_BRIEF_CHARS};
use crate::language::{self, Language};
use crate::networks::{NETWORK_WORDS, NetworkId};
use crate::text;

/// Phrases that ask for every network, folded.
const ALL_NETWORKS: &[&str] = &[
    "all channels",
    "all networks",
    "all platforms",
    "every channel",
    "every network",
    "alle kanale",
    "alle netzwerke",
];

/// Checks and trims a brief. `networks` and `language` are what the caller asked for; an empty list and
/// `None` leave it to the brief's own words. A brief that names no network is for all of them.
///
/// # Errors
/// [`BriefError`] if there is nothing to go by: an empty text, one without words, or one of more than
/// [`MAX_BRIEF_CHARS`] characters.
pub fn read(
    text: &str,
    networks: &[NetworkId],
    language: Option<Language>,
) -> Result<Brief, BriefError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(BriefError::Empty);
    }
    let chars = text.chars().count();
    if chars > MAX_BRIEF_CHARS {
        return Err(BriefError::TooLong { chars });
    }
    if !text::words(text).any(|word| word.text.chars().any(char::is_alphabetic)) {
        return Err(BriefError::NoWords);
    }
    let networks = if networks.is_empty() {
        networks_named(text)
    } else {
        in_order(|network| networks.contains(&network))
    };
    Ok(Brief {
        text: text.to_owned(),
        language: language.unwrap_or_else(|| language::detect(text)),
        networks,
    })
}

/// The networks that a text names, in the order in which they are shown; all if it names none.
pub fn networks_named(text: &str) -> Vec<NetworkId> {
    let words: Vec<_> = text::words(text).collect();
    let folded: Vec<String> = words.iter().map(|word| text::fold(word.text)).collect();
    let joined = folded.join(" ");
    let all = ALL_NETWORKS
        .iter()
        .any(|phrase| format!(" {joined} ").contains(&format!(" {phrase} ")));
    let beside = |at: usize| stands_beside_a_network(&folded, at);
    let named = in_order(|network| {
        words
            .iter()
            .zip(&folded)
            .enumerate()
            .any(|(at, (word, folded))| {
                NETWORK_WORDS
                    .iter()
                    .any(|&(name, of)| of == network && name == folded)
                    && (folded != "x"
                        || beside(at)
                        || stands_for_the_network(text, word.text, word.span))
            })
    });
    if all || named.is_empty() {
        NetworkId::ALL.to_vec()
    } else {
        named
    }
}

/// "facebook x", "fb, x, ig": among networks even a small x is one.
fn stands_beside_a_network(folded: &[String], at: usize) -> bool {
    let is_network = |at: Option<usize>| {
        at.and_then(|at| folded.get(at))
            .is_some_and(|word| word != "x" && NETWORK_WORDS.iter().any(|(name, _)| name == word))
    };
    is_network(at.checked_sub(1)) || is_network(Some(at + 1))
}

/// "X" is a network, "x" in "3 x 4" or "2.4 x 4.8 m" is a sign, and so is the X of "Model X".
fn stands_for_the_network(text: &str, word: &str, span: text::Span) -> bool {
    if word != "X" {
        return false;
    }
    let before = text[..span.range().start].trim_end();
    let after = text[span.range().end..].trim_start();
    let measured = before.ends_with(|c: char| c.is_ascii_digit())
        || after.starts_with(|c: char| c.is_ascii_digit());
    let last = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    // A capitalized word right before it, without a comma between, makes it a part of a name.
    let named = last.starts_with(char::is_uppercase)
        && last.ends_with(char::is_alphanumeric)
        && !NETWORK_WORDS
            .iter()
            .any(|(name, _)| *name == text::fold(last))
        && before.contains(char::is_whitespace);
    !measured && !named
}

fn in_order(wanted: impl Fn(NetworkId) -> bool) -> Vec<NetworkId> {
    NetworkId::ALL
        .into_iter()
        .filter(|network| wanted(*network))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use NetworkId::{Facebook, Instagram, LinkedIn, X};

    fn check(text: &str, expect: &[NetworkId]) {
        let brief = read(text, &[], None).unwrap();
        assert_eq!(brief.networks, expect, "networks of {text:?}");
    }

    #[test]
    fn networks_are_read_from_the_briefs_own_words() {
        check(
            "Announce the mesh service, friendly, LinkedIn and Instagram",
            &[LinkedIn, Instagram],
        );
        check("A tweet and an FB post about rye", &[X, Facebook]);
        check("Post on X: we open on Monday", &[X]);
        check("For Facebook, X and IG", &[X, Facebook, Instagram]);
        check("All channels: winter hours, X first", &NetworkId::ALL);
        check("Winter hours", &NetworkId::ALL);
        check("what if i break something, facebook x", &[X, Facebook]);
        check("the september offer, fb, x, ig", &[X, Facebook, Instagram]);
    }

    #[test]
    fn a_multiplication_sign_or_a_models_letter_is_no_network() {
        check("Sheets of 2.4 x 4.8 m are back", &NetworkId::ALL);
        check("Sheets of 2.4 X 4.8 m are back", &NetworkId::ALL);
        check("Service for the Model X on Facebook", &[Facebook]);
    }

    #[test]
    fn what_the_caller_asks_for_wins_over_the_brief() {
        let brief = read("On LinkedIn", &[Instagram, X, X], Some(Language::German)).unwrap();
        assert_eq!(brief.networks, [X, Instagram]);
        assert_eq!(brief.language, Language::German);
    }

    #[test]
    fn a_brief_without_words_is_refused_with_its_reason() {
        assert_eq!(read(" \n\t", &[], None), Err(BriefError::Empty));
        assert_eq!(read("🎉🎉 … !!", &[], None), Err(BriefError::NoWords));
        assert_eq!(read("12 34", &[], None), Err(BriefError::NoWords));
        assert_eq!(
            read(&"a".repeat(50_000), &[], None),
            Err(BriefError::TooLong { chars: 50_000 })
        );
        assert!(read(&"é".repeat(MAX_BRIEF_CHARS), &[], None).is_ok());
    }

    #[test]
    fn a_right_to_left_brief_is_read() {
        let brief = read("أعلن عن خبز الجاودار الجديد على LinkedIn", &[], None).unwrap();
        assert_eq!(brief.networks, [LinkedIn]);
        assert_eq!(brief.language, Language::Other);
    }
}
