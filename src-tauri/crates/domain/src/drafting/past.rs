//! Sentences of past posts that may open or close a new one.
//!
//! Such a sentence brings manner, never content: it has no number, no price, no date, no name and makes no
//! claim, and its words are those of the new post's topic or of any post.

use super::manner::{Manner, is_emoji, word_count};
use super::{usable, wording};
use crate::brand::PastPost;
use crate::language::Language;
use crate::language::stems::{is_stop_word, of_word};
use crate::text;
use std::collections::BTreeSet;

mod german;

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
            says_nothing(sentence, topic, manner.language)
                .then(|| manner.frame(sentence))
                .flatten()
                .map(|text| {
                    let needs = text::words(&text)
                        .map(|word| text::fold(word.text))
                        .filter(|word| !is_stop_word(word, manner.language))
                        .flat_map(|word| of_word(&word, manner.language))
                        .filter(|stem| !is_common(stem, manner.language))
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
            && asks(last, manner.language)
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
pub fn asks(sentence: &str, language: Language) -> bool {
    if language == Language::German {
        return !sentence.ends_with('?') && german::order(sentence).is_some();
    }
    let mut words = text::words(sentence).map(|word| text::fold(word.text));
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    !sentence.ends_with('?')
        && ASKS.contains(&first.as_str())
        && !matches!(second.as_str(), "is" | "are" | "was" | "by" | "of")
}

/// Whether a sentence asks its reader to get in touch, buy or book.
pub fn asks_to_contact(sentence: &str, language: Language) -> bool {
    const CONTACTS: &[&str] = &[
        "apply",
        "ask",
        "book",
        "call",
        "contact",
        "download",
        "email",
        "message",
        "order",
        "phone",
        "register",
        "reserve",
        "ring",
        "sign",
        "subscribe",
        "visit",
        "write",
    ];
    if language == Language::German {
        return german::order(sentence) == Some(true);
    }
    let first = text::words(sentence).next();
    first.is_some_and(|word| CONTACTS.contains(&text::fold(word.text).as_str()))
}

fn is_common(stem: &str, language: Language) -> bool {
    match language {
        Language::German => german::is_common(stem),
        Language::English | Language::Other => COMMON.contains(&stem),
    }
}

/// Whether a sentence can be said in front of any post on the topic: nothing in it can be wrong.
fn says_nothing(sentence: &str, topic: &BTreeSet<String>, language: Language) -> bool {
    let claims = wording::of(language).claims;
    let words = word_count(sentence);
    let plain = sentence.chars().all(|c| {
        !c.is_numeric()
            && !matches!(
                c,
                '£' | '$' | '€' | '%' | '@' | '#' | '&' | '/' | '"' | '\u{201c}' | '*'
            )
            && !is_emoji(c)
    });
    // A German noun is written large like a name: there only words of the topic and of any post may stand.
    let no_name = language == Language::German
        || text::words(sentence)
            .skip(1)
            .all(|word| !word.text.starts_with(char::is_uppercase) || word.text == "I");
    let question = sentence.ends_with('?');
    (2..=12).contains(&words)
        && plain
        && no_name
        && usable::is_whole(sentence)
        && (question || asks(sentence, language))
        && usable::keeps_to(sentence, |word| {
            let known = |stem: &String| is_common(stem, language) || topic.contains(stem);
            !claims.contains(&word)
                && (is_stop_word(word, language) || of_word(word, language).iter().all(known))
        })
        && !presupposes(sentence, language)
}

/// "Did you know our bread wins prizes?" asks and claims at once.
fn presupposes(sentence: &str, language: Language) -> bool {
    let wording = wording::of(language);
    let folded = text::fold(sentence);
    let starts = |start: &&str| folded.starts_with(*start);
    let held = |part: &&str| folded.contains(*part) && folded.ends_with('?');
    wording.presupposing.iter().any(starts) || wording.presupposed.iter().any(held)
}
