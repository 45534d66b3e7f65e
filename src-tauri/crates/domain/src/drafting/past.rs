//! Sentences of past posts that may open or close a new one.
//!
//! Such a sentence brings manner, never content: it has no number, no price, no date, no name and makes no
//! claim, and its words are those of the new post's topic or of any post.

use super::manner::{Manner, is_emoji, word_count};
use super::usable;
use crate::brand::PastPost;
use crate::knowledge::context::{is_stop_word, stem};
use crate::text;
use std::collections::BTreeSet;

/// A sentence from a past post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastSentence {
    /// Which post, by its place in the list: never two from the same.
    pub post: usize,
    pub text: String,
    /// Stems that the new post must hold for the sentence to belong into it.
    pub needs: BTreeSet<String>,
}

/// What past posts have to offer to a new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PastSentences {
    pub openers: Vec<PastSentence>,
    pub closers: Vec<PastSentence>,
}

/// Verbs by which a sentence asks its reader to do something, folded.
const ASKS: &[&str] = &[
    "ask",
    "book",
    "bring",
    "buy",
    "call",
    "check",
    "come",
    "contact",
    "download",
    "drop",
    "email",
    "follow",
    "join",
    "message",
    "order",
    "phone",
    "pick",
    "please",
    "pop",
    "read",
    "register",
    "reply",
    "reserve",
    "ring",
    "save",
    "send",
    "share",
    "shout",
    "show",
    "sign",
    "stop",
    "subscribe",
    "swing",
    "tag",
    "talk",
    "tell",
    "text",
    "visit",
    "watch",
    "write",
];

/// Words that any post may use without saying what it is about, folded stems.
const COMMON: &[&str] = &[
    "anyth", "ask", "answer", "bring", "call", "chat", "com", "comment", "curiou", "detail",
    "done", "drop", "email", "follow", "friend", "giv", "grab", "hand", "hear", "hello", "help",
    "hi", "idea", "know", "least", "leav", "line", "link", "look", "messag", "mind", "miss",
    "money", "morn", "need", "next", "not", "phon", "pick", "plan", "pleas", "pop", "question",
    "read", "ready", "repl", "ring", "save", "sav", "see", "send", "shar", "shout", "show",
    "somebod", "someon", "someth", "sound", "start", "stop", "tag", "tak", "talk", "tell", "text",
    "thing", "think", "time", "tr", "want", "watch", "way", "wonder", "word", "work", "writ",
    "read",
];

/// Words that make a claim or a promise, or tie a sentence to a day, folded.
const CLAIMS: &[&str] = &[
    "always",
    "award",
    "best",
    "better",
    "bestselling",
    "cheap",
    "cheaper",
    "cheapest",
    "easiest",
    "every",
    "everyone",
    "famous",
    "fast",
    "faster",
    "fastest",
    "favorite",
    "favourite",
    "finally",
    "finest",
    "free",
    "fresh",
    "guarantee",
    "guaranteed",
    "largest",
    "last",
    "leading",
    "limited",
    "month",
    "never",
    "new",
    "now",
    "only",
    "perfect",
    "popular",
    "quick",
    "quicker",
    "quickest",
    "remains",
    "saves",
    "season",
    "soon",
    "still",
    "today",
    "tomorrow",
    "tonight",
    "trusted",
    "unique",
    "week",
    "weekend",
    "winning",
    "year",
    "yesterday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "spring",
    "summer",
    "autumn",
    "winter",
    "christmas",
    "easter",
    "half",
    "double",
    "first",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "dozen",
    "hundred",
    "thousand",
    "this",
    "these",
    "that",
    "it",
    "they",
    "them",
    "he",
    "she",
    "here",
    "there",
    "why",
    "yours",
    "mine",
    "ours",
    "one",
    "ones",
    "so",
    "yet",
    "again",
    "back",
    "instead",
    "otherwise",
    "both",
];

/// Finds what past posts offer. `topic` holds the stems of the new post's facts and brief.
pub fn sentences(posts: &[PastPost], manner: &Manner, topic: &BTreeSet<String>) -> PastSentences {
    let mut found = PastSentences::default();
    for (post, past) in posts.iter().enumerate() {
        let body: Vec<&str> = text::sentences(&past.text)
            .into_iter()
            .filter_map(|span| span.slice(&past.text))
            .filter(|sentence| !sentence.starts_with('#'))
            .collect();
        let (Some(first), Some(last)) = (body.first(), body.last()) else {
            continue;
        };
        let keep = |sentence: &str| {
            says_nothing(sentence, topic)
                .then(|| manner.frame(sentence))
                .flatten()
                .map(|text| {
                    let needs = text::words(&text)
                        .map(|word| text::fold(word.text))
                        .filter(|word| !is_stop_word(word))
                        .map(|word| stem(&word))
                        .filter(|stem| !COMMON.contains(&stem.as_str()))
                        .collect();
                    PastSentence { post, text, needs }
                })
        };
        if first.ends_with('?')
            && let Some(opener) = keep(first)
        {
            found.openers.push(opener);
        }
        if body.len() > 1
            && asks(last)
            && let Some(closer) = keep(last)
        {
            found.closers.push(closer);
        }
    }
    for list in [&mut found.openers, &mut found.closers] {
        let mut seen = BTreeSet::new();
        list.retain(|sentence| seen.insert(text::fold(&sentence.text)));
    }
    found
}

/// Whether a sentence asks its reader to do something.
pub fn asks(sentence: &str) -> bool {
    let mut words = text::words(sentence).map(|word| text::fold(word.text));
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    !sentence.ends_with('?')
        && ASKS.contains(&first.as_str())
        && !matches!(second.as_str(), "is" | "are" | "was" | "by" | "of")
}

/// Whether a sentence can be said in front of any post on the topic: nothing in it can be wrong.
fn says_nothing(sentence: &str, topic: &BTreeSet<String>) -> bool {
    let words = word_count(sentence);
    let plain = sentence.chars().all(|c| {
        !c.is_numeric()
            && !matches!(
                c,
                '£' | '$' | '€' | '%' | '@' | '#' | '&' | '/' | '"' | '\u{201c}' | '*'
            )
            && !is_emoji(c)
    });
    let no_name = text::words(sentence)
        .skip(1)
        .all(|word| !word.text.starts_with(char::is_uppercase) || word.text == "I");
    let question = sentence.ends_with('?');
    (2..=12).contains(&words)
        && plain
        && no_name
        && usable::is_whole(sentence)
        && (question || asks(sentence))
        && usable::keeps_to(sentence, |word| {
            !CLAIMS.contains(&word)
                && (is_stop_word(word)
                    || COMMON.contains(&stem(word).as_str())
                    || topic.contains(&stem(word)))
        })
        && !presupposes(sentence)
}

/// "Did you know our bread wins prizes?" asks and claims at once.
fn presupposes(sentence: &str) -> bool {
    let folded = text::fold(sentence);
    [
        "did you know",
        "why ",
        "tired of",
        "who said",
        "how come",
        "guess",
        "remember when",
        " our ",
        " we ",
        "don't you",
        "isn't",
        "aren't",
        "who knew",
        "and ",
    ]
    .iter()
    .any(|start| {
        folded.starts_with(start.trim_start()) && !start.starts_with(' ')
            || start.starts_with(' ') && folded.contains(start) && folded.ends_with('?')
    })
}
