//! As much grammar as is needed to tell a sentence from a fragment, in English and German.

use crate::language::Language;
use crate::text::lists;
use std::collections::HashSet;
use std::sync::LazyLock;

mod german;

pub(super) use german::{is_order as is_german_order, is_verb as is_german_verb};

static ENGLISH_VERBS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::items(include_str!("words/english-verbs.txt")));
static ENGLISH_IRREGULAR: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::items(include_str!("words/english-irregular.txt")));
static ENGLISH_FUNCTION: LazyLock<HashSet<&str>> =
    LazyLock::new(|| lists::items(include_str!("words/english-function.txt")));

/// Words behind which the next word is a noun, whatever verb it looks like.
const DETERMINERS: &[&str] = &[
    "a", "an", "the", "our", "your", "their", "its", "his", "her", "my", "this", "these", "those",
    "no", "any", "each", "every", "of", "in", "on", "at", "for", "with", "without", "from", "by",
    "per", "full", "free", "new", "and", "or", "all",
];

/// Words that open a clause whose verb is not the sentence's own.
const SUBORDINATORS: &[&str] = &[
    "that", "which", "who", "whose", "if", "when", "where", "because", "while", "until", "unless",
    "whether", "although", "though", "since", "once", "whenever", "wherever",
];

/// Pronouns that a finite verb follows.
const SUBJECT_PRONOUNS: &[&str] = &[
    "we",
    "you",
    "they",
    "i",
    "it",
    "who",
    "she",
    "he",
    "that",
    "everyone",
    "nobody",
    "somebody",
    "which",
    "everything",
    "nothing",
];

/// Words behind which a base form is finite.
const MANY: &[&str] = &[
    "people", "children", "men", "women", "us", "also", "never", "always", "often", "still",
    "longer", "now", "then", "just", "both", "all", "most", "many", "few", "some", "others",
    "staff", "team", "two", "three",
];

/// Base forms that are never nouns.
const ONLY_VERBS: &[&str] = &[
    "get", "go", "come", "become", "begin", "include", "contain", "require", "receive", "provide",
    "arrive", "remain", "apply", "enable", "allow", "belong", "depend", "exist", "happen", "seem",
    "bring", "choose",
];

/// Irregular forms that are participles as often as they are finite.
const PARTICIPLES: &[&str] = &[
    "made", "sold", "built", "cut", "kept", "sent", "found", "bought", "brought", "caught", "held",
    "laid", "led", "left", "lost", "paid", "set", "shut", "spent", "told", "taught", "won", "bent",
    "bound", "read", "put", "fed", "felt", "met", "done", "been", "gone", "shown", "split",
    "spread", "written", "hung", "stuck",
];

/// Words that follow an order or a finite verb: "Give every sheet", "Order by 2 pm".
const FOLLOW_VERB: &[&str] = &[
    "a", "an", "the", "our", "your", "us", "it", "them", "one", "two", "three", "every", "each",
    "all", "any", "no", "by", "from", "with", "to", "at", "in", "on", "up", "out", "for", "before",
    "after", "until", "only", "both", "some", "more", "as", "about", "that", "what", "how", "if",
    "when", "where", "off", "over", "down", "away", "back", "here", "into", "through", "between",
    "within", "always", "never", "not", "their", "this",
];

/// Whether a text has a finite verb. `strict` is for list items, where most have none: there a word
/// counts only where it can hardly be a noun.
pub(super) fn has_finite_verb(text: &str, language: Language, strict: bool) -> bool {
    match language {
        Language::English => english(text, strict),
        Language::German => german::has_finite_verb(text, strict),
        Language::Other => true,
    }
}

/// Whether the text begins with an order: "Give every sheet a mark number".
pub(super) fn is_order(text: &str, language: Language) -> bool {
    let mut words = crate::text::words(text)
        .map(|word| word.text.to_lowercase())
        .skip_while(|word| matches!(word.as_str(), "please" | "bitte"));
    let Some(first) = words.next() else {
        return false;
    };
    let second = words.next();
    match language {
        Language::English => {
            (ENGLISH_VERBS.contains(first.as_str())
                || first == "don't"
                || first == "do" && second.as_deref() == Some("not"))
                && second.is_some_and(|word| {
                    FOLLOW_VERB.contains(&word.as_str())
                        || first.starts_with("do")
                        || word.starts_with(|c: char| c.is_ascii_digit())
                })
        }
        Language::German => second.is_some_and(|second| german::is_order(&first, &second)),
        Language::Other => false,
    }
}

/// Whether a word names nothing, so that no pronoun can stand for it.
pub(super) fn names_nothing(lower: &str) -> bool {
    ENGLISH_FUNCTION.contains(lower)
}

/// Whether the next word is a noun, whatever verb it looks like.
pub(super) fn is_determiner(lower: &str) -> bool {
    DETERMINERS.contains(&lower)
}

/// Whether a word is a form of an English verb.
pub(super) fn is_english_verb(lower: &str) -> bool {
    ENGLISH_IRREGULAR.contains(lower) || english_base(lower).is_some()
}

/// Whether a sentence begins with a verb whose subject was left out: "Ships next day".
pub(super) fn lacks_subject(words: &[&str]) -> bool {
    let first = [
        "ships", "comes", "includes", "weighs", "fits", "costs", "works", "runs", "features",
        "suits", "takes", "holds", "contains", "requires", "needs", "supports", "keeps", "makes",
        "gives", "lets", "allows", "helps", "means", "depends", "covers", "measures", "serves",
        "lasts", "starts", "adds", "fixes", "improves", "removes", "has", "is", "was", "can",
        "will",
    ];
    let plural_noun = [
        "are", "is", "that", "which", "who", "of", "over", "under", "can", "will", "have", "must",
        "need", "get", "go", "come", "start", "run", "take",
    ];
    match words {
        [start, next, ..] => first.contains(start) && !plural_noun.contains(next),
        _ => false,
    }
}

/// Whether a word is a third person singular: "ships", "comes".
fn is_third_person(lower: &str) -> bool {
    matches!(lower, "is" | "has" | "does" | "was" | "goes")
        || lower.ends_with('s') && !ENGLISH_VERBS.contains(lower) && english_base(lower).is_some()
}

/// A main verb: one that is not inside "that ...", "if ...", "the place the lorry ...".
fn english(text: &str, strict: bool) -> bool {
    let words = clause_words(text);
    let mut clause: Option<Clause> = None;
    let mut found_main = false;
    for at in 0..words.len() {
        let word = &words[at];
        if let Some(open) = &clause
            && word.after_comma
            && (open.has_verb || open.leads)
        {
            clause = None;
        }
        let contact = !found_main && clause.is_none() && opens_contact_clause(&words, at);
        if SUBORDINATORS.contains(&word.lower.as_str())
            && !(at > 0 && word.lower == "that" && is_english_verb(&words[at - 1].lower))
            || contact
        {
            clause = Some(Clause {
                leads: at == 0,
                ..Clause::default()
            });
            if !contact {
                continue;
            }
        }
        if !is_finite(&words, at, strict) {
            continue;
        }
        match &mut clause {
            None => found_main = true,
            Some(open) => {
                let joined = at > 0
                    && matches!(
                        words[at - 1].lower.as_str(),
                        "and" | "or" | "to" | "not" | "be"
                    );
                let auxiliary = open.last.is_some_and(|last| {
                    at - last <= 2 && (is_auxiliary(&words[last].lower) || joined)
                });
                if open.has_verb && !joined && !auxiliary {
                    found_main = true;
                }
                open.has_verb = true;
                open.last = Some(at);
            }
        }
        if found_main {
            return true;
        }
    }
    false
}

#[derive(Debug, Default)]
struct Clause {
    has_verb: bool,
    /// It opens the sentence: a comma ends it even if its verb is unknown.
    leads: bool,
    /// Place of its last verb.
    last: Option<usize>,
}

struct ClauseWord {
    lower: String,
    after_comma: bool,
}

fn clause_words(text: &str) -> Vec<ClauseWord> {
    let mut last_end = 0;
    crate::text::words(text)
        .map(|word| {
            let gap = text
                .get(last_end..word.span.start as usize)
                .unwrap_or_default();
            last_end = word.span.end as usize;
            ClauseWord {
                lower: word.text.to_lowercase().replace('’', "'"),
                after_comma: gap.contains([',', ';', ':', '–', '—']),
            }
        })
        .collect()
}

/// "The place the lorry should come to": a noun and a second subject right behind it.
fn opens_contact_clause(words: &[ClauseWord], at: usize) -> bool {
    let starts_with_noun = matches!(words[0].lower.as_str(), "the" | "a" | "an" | "one" | "any");
    let subject = matches!(
        words[at].lower.as_str(),
        "the" | "we" | "you" | "they" | "our" | "your"
    );
    let Some(before) = at.checked_sub(1).map(|at| words[at].lower.as_str()) else {
        return false;
    };
    starts_with_noun
        && at >= 2
        && subject
        && !words[at].after_comma
        && !names_nothing(before)
        && !is_english_verb(before)
        // A verb that is not listed ends like one.
        && !before.ends_with('s')
        && !before.ends_with("ed")
}

fn is_finite(words: &[ClauseWord], at: usize, strict: bool) -> bool {
    let word = words[at].lower.as_str();
    let after = words.get(at + 1).map(|word| word.lower.as_str());
    let before = at.checked_sub(1).map(|at| words[at].lower.as_str());
    if is_auxiliary(word) && after.is_some() {
        return true;
    }
    let determined = before.is_some_and(|word| {
        DETERMINERS.contains(&word)
            || word.starts_with(|c: char| c.is_ascii_digit())
                && !matches!(
                    after,
                    Some("the" | "a" | "an" | "our" | "your" | "us" | "you" | "by" | "up")
                )
            || matches!(
                word,
                "two"
                    | "three"
                    | "four"
                    | "five"
                    | "six"
                    | "seven"
                    | "eight"
                    | "nine"
                    | "ten"
                    | "eleven"
                    | "twelve"
            )
    });
    if determined || word.ends_with("ing") {
        return false;
    }
    if !is_english_verb(word) {
        return is_unlisted(words, at);
    }
    let follows = after.is_some_and(|next| {
        FOLLOW_VERB.contains(&next) || next.starts_with(|c: char| c.is_ascii_digit())
    });
    let pronoun = before.is_some_and(|word| SUBJECT_PRONOUNS.contains(&word));
    // "delivered by lorry" says what was done, not who does something.
    let participle = word.ends_with("ed") || PARTICIPLES.contains(&word);
    if at == 0 {
        let order = follows
            || !strict && words.len() > 3 && after.is_some_and(|next| !is_english_verb(next));
        // "Fixed a crash" does not say who did.
        return order && (!word.ends_with("ed") || matches!(word, "need" | "feed" | "speed"))
            || word == "don't";
    }
    if pronoun {
        return true;
    }
    if participle {
        let passive =
            matches!(after, Some("by" | "with" | "from" | "for" | "of")) || after.is_none();
        return !strict && at >= 2 && !passive;
    }
    if ONLY_VERBS.contains(&word)
        || words[at].after_comma && follows && ENGLISH_VERBS.contains(word)
    {
        return true;
    }
    if ENGLISH_VERBS.contains(word) {
        // A base form needs several who do it: "lorries leave", "a pencil and a tape beat".
        let many = before.is_some_and(|word| {
            word.ends_with('s') && !word.ends_with("ss")
                || word.ends_with("ly")
                || MANY.contains(&word)
        }) || words[..at].iter().any(|word| word.lower == "and") && follows;
        return many && (!strict || follows || after.is_some());
    }
    !strict || follows || is_third_person(word) && after.is_some() || english_base(word).is_none()
}

/// A verb that no list has: "concrete breaks the bond" has one between a noun and an article.
fn is_unlisted(words: &[ClauseWord], at: usize) -> bool {
    let word = words[at].lower.as_str();
    let Some(before) = at.checked_sub(1).map(|at| words[at].lower.as_str()) else {
        return false;
    };
    let article = words.get(at + 1).is_some_and(|next| {
        !next.after_comma
            && matches!(
                next.lower.as_str(),
                "the"
                    | "a"
                    | "an"
                    | "our"
                    | "your"
                    | "us"
                    | "you"
                    | "every"
                    | "each"
                    | "its"
                    | "their"
                    | "how"
                    | "what"
            )
    });
    article
        && word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !before.ends_with('s')
        && !names_nothing(word)
        && !DETERMINERS.contains(&before)
        && !words[at].after_comma
        && !before.starts_with(|c: char| c.is_ascii_digit())
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "can"
            | "cannot"
            | "could"
            | "will"
            | "would"
            | "must"
            | "should"
            | "may"
            | "might"
            | "does"
            | "did"
            | "do"
            | "am"
    ) || word.contains('\'') && ENGLISH_IRREGULAR.contains(word)
}

fn english_base(lower: &str) -> Option<&'static str> {
    let known = |stem: &str| ENGLISH_VERBS.get(stem).copied();
    if let Some(found) = known(lower) {
        return Some(found);
    }
    let with_e = |stem: &str| known(&format!("{stem}e"));
    let with_y = |stem: &str| known(&format!("{stem}y"));
    if let Some(stem) = lower
        .strip_suffix("ies")
        .or_else(|| lower.strip_suffix("ied"))
    {
        return with_y(stem);
    }
    if let Some(stem) = lower.strip_suffix("ed") {
        let undoubled = || {
            let mut chars = stem.chars().rev();
            let (last, before) = (chars.next()?, chars.next()?);
            (last == before).then(|| known(&stem[..stem.len() - last.len_utf8()]))?
        };
        return known(stem).or_else(|| with_e(stem)).or_else(undoubled);
    }
    let stem = lower.strip_suffix('s')?;
    known(stem).or_else(|| known(stem.strip_suffix('e')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, language: Language, strict: bool, expect: bool) {
        assert_eq!(
            has_finite_verb(text, language, strict),
            expect,
            "finite verb in {text:?}"
        );
    }

    #[test]
    fn english_sentences_have_a_finite_verb() {
        for text in [
            "We bake every morning.",
            "A142 suits paths and shed bases.",
            "Delivery within 50 miles costs £45.",
            "Orders over ten sheets get 4 % off.",
            "There is no minimum order.",
            "Give every sheet a mark number.",
            "Order by 2 pm for delivery next working day.",
            "An account that pays on time doubles its credit.",
            "Orders that reach us after 2 pm go out one day later.",
            "Concrete breaks the bond.",
            "When the next house has the same slab, send us the number.",
        ] {
            check(text, Language::English, true, true);
        }
    }

    #[test]
    fn english_fragments_have_none() {
        for text in [
            "Free returns within 30 days",
            "A north arrow or the name of one wall",
            "One sheet per sketch, seen from above",
            "Freshly baked bread",
            "A family bakery in the heart of Leeds",
            "A phone number that somebody answers at 3 pm",
            "The date and the place the lorry should come to",
            "The total length along each side, even if the parts add up",
            "The company name, number and address",
        ] {
            check(text, Language::English, true, false);
        }
    }
}
