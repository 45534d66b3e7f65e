//! Whether a sentence can stand alone in a post, and what can be done if it cannot.

use super::grammar;
use crate::language::Language;
use crate::text::lists;
use crate::text::phrases::Phrases;
use std::collections::HashSet;
use std::sync::LazyLock;

mod german;

use german::german_leans;

/// Longest statement in words. A post's sentence is shorter still; search wants these too.
pub(super) const MAX_WORDS: usize = 40;

/// Fewest words of a sentence.
const MIN_WORDS: usize = 3;

/// What a sentence is good for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It stands alone from this byte on; before it was a connective that can go.
    Stands { cut: usize },
    /// It is understood only behind the sentence before it.
    Leans,
    /// It has no subject or no verb.
    Fragment,
    /// It is of no use; the code says why.
    Unusable(&'static str),
}

/// What the judge has to know of the text around a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    pub(super) language: Language,
    /// The document speaks to its reader as "Sie".
    pub(super) formal: bool,
    /// The sentence comes from a list, where most items have no verb.
    pub(super) in_list: bool,
    /// It stands between quotation marks: their own signs are not counted.
    pub(super) quoted: bool,
}

struct Lists {
    leaning: HashSet<&'static str>,
    connectives: HashSet<&'static str>,
    unusable: Phrases<&'static str>,
}

static ENGLISH: LazyLock<Lists> = LazyLock::new(|| Lists {
    leaning: lists::items(include_str!("words/english-leaning.txt")),
    connectives: lists::items(include_str!("words/english-connectives.txt")),
    unusable: Phrases::new(lists::spellings(include_str!("words/english-unusable.txt"))),
});
static GERMAN: LazyLock<Lists> = LazyLock::new(|| Lists {
    leaning: lists::items(include_str!("words/german-leaning.txt")),
    connectives: lists::items(include_str!("words/german-connectives.txt")),
    unusable: Phrases::new(lists::spellings(include_str!("words/german-unusable.txt"))),
});

/// Judges one sentence, as it stands without markup.
pub(super) fn judge(sentence: &str, around: Around) -> Verdict {
    if let Some(code) = unusable(sentence, around) {
        return Verdict::Unusable(code);
    }
    // Only an item of a list may begin small, and it is a thing then: "easy steps with two handrails".
    if sentence.trim().starts_with(char::is_lowercase) {
        return Verdict::Fragment;
    }
    match around.language {
        Language::English => judge_with(sentence, around, &ENGLISH, english_leans),
        Language::German => judge_with(sentence, around, &GERMAN, german_leans),
        Language::Other if is_closed(sentence) => Verdict::Stands { cut: 0 },
        Language::Other => Verdict::Fragment,
    }
}

/// Whether a German sentence needs one before it, whoever is spoken to.
pub(super) fn leans_in_german(sentence: &str) -> bool {
    let around = Around {
        language: Language::German,
        formal: true,
        in_list: false,
        quoted: false,
    };
    matches!(judge(sentence, around), Verdict::Leans)
}

/// Whether the text ends like a sentence.
pub(super) fn is_closed(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '“', '’', '»', '«', ')', '\''])
        .ends_with(['.', '!', '。', '！', '…', '؟'])
}

/// Whether the text is marked as not meant for the public.
pub(super) fn is_internal(text: &str) -> bool {
    let lower = normal(text);
    [&ENGLISH, &GERMAN]
        .iter()
        .any(|lists| find_phrase(&lower, &lists.unusable) == Some("internal"))
}

fn judge_with(
    sentence: &str,
    around: Around,
    lists: &Lists,
    leans: fn(&[&str], &str, Around) -> bool,
) -> Verdict {
    let mut cut = 0;
    let mut lower = normal(sentence);
    // "Yes, and ..." has two; more is not prose.
    for _ in 0..2 {
        let Some(length) = connective(&lower, lists, around.language) else {
            break;
        };
        let rest = &sentence[cut..];
        let skipped = rest
            .char_indices()
            .nth(length)
            .map_or(rest.len(), |(at, _)| at);
        cut += skipped;
        cut += sentence[cut..].len() - sentence[cut..].trim_start().len();
        lower = normal(&sentence[cut..]);
    }
    let rest = sentence[cut..].trim_end();
    let words: Vec<&str> = lower
        .split(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '"' | '“' | '”' | '–' | '—')
        })
        .map(|word| word.trim_end_matches(['.', '!', ':', '?']))
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() < MIN_WORDS {
        return Verdict::Fragment;
    }
    if starts_with_listed(&lower, &lists.leaning, 4) && !is_expletive(&words)
        || leans(&words, rest, around)
    {
        return Verdict::Leans;
    }
    if around.language == Language::English && grammar::lacks_subject(&words) {
        return Verdict::Fragment;
    }
    let strict = around.in_list && !is_closed(sentence);
    if !grammar::has_finite_verb(rest, around.language, strict)
        && !grammar::is_order(rest, around.language)
    {
        return Verdict::Fragment;
    }
    if !is_closed(sentence) && !around.in_list {
        return Verdict::Fragment;
    }
    Verdict::Stands { cut }
}

/// Lower case, straight apostrophes, single spaces.
fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for c in text.chars() {
        // Character by character, so that places in both correspond.
        let c = match c {
            '’' => '\'',
            c if c.is_whitespace() => ' ',
            c => c.to_lowercase().next().unwrap_or(c),
        };
        normal.push(c);
    }
    normal
}

fn unusable(sentence: &str, around: Around) -> Option<&'static str> {
    let trimmed = sentence.trim();
    let words = trimmed.split_whitespace().count();
    if words > MAX_WORDS {
        return Some("too-long");
    }
    if trimmed.ends_with('?') || trimmed.ends_with("?\"") || trimmed.ends_with("?”") {
        return Some("question");
    }
    if trimmed.ends_with([':', ',', ';']) {
        return Some("unfinished");
    }
    let first = trimmed.chars().find(|c| c.is_alphanumeric());
    let named = trimmed
        .split_whitespace()
        .next()
        .is_some_and(|word| word.chars().any(char::is_uppercase));
    // Items of a list often begin small: "a lift to the café".
    if first.is_none_or(char::is_lowercase) && !named && !around.in_list {
        return Some("unfinished");
    }
    if trimmed.contains([
        '[', ']', '{', '}', '<', '>', '|', '\u{fffd}', '→', '_', '#', '\\', '`',
    ]) || trimmed.contains("**")
        || trimmed.contains("...")
        || trimmed.contains("http")
        || trimmed.chars().any(char::is_control)
    {
        return Some("marks");
    }
    if trimmed.starts_with(['—', '–', '-', '•', '·', '©', '*', '>', '/']) {
        return Some("navigation");
    }
    if !around.quoted && !is_balanced(trimmed) {
        return Some("marks");
    }
    let lower = normal(trimmed);
    let lists: &Lists = match around.language {
        Language::German => &GERMAN,
        _ => &ENGLISH,
    };
    find_phrase(&lower, &lists.unusable)
}

fn find_phrase(lower: &str, phrases: &Phrases<&'static str>) -> Option<&'static str> {
    let mut found = lower.contains("???").then_some("placeholder");
    phrases.each(lower, &mut |code| {
        // The smallest, so that it does not depend on the order of the phrases.
        found = Some(found.map_or(code, |before| before.min(code)));
    });
    found
}

fn is_balanced(text: &str) -> bool {
    let count = |wanted: char| text.chars().filter(|c| *c == wanted).count();
    // German quotations open below and close with the sign that opens English ones.
    let curly = count('“') + count('„') + count('”');
    count('(') == count(')') && count('"') % 2 == 0 && curly % 2 == 0 && count('«') == count('»')
}

/// The characters that a droppable connective takes, with its comma.
fn connective(lower: &str, lists: &Lists, language: Language) -> Option<usize> {
    let (head, _) = lower.split_once([',', ':', '.']).unwrap_or((lower, ""));
    let head = head.trim();
    let with_comma =
        head.len() < 24 && lists.connectives.contains(head) && lower.len() > head.len();
    if with_comma {
        return Some(head.chars().count() + 1);
    }
    let first = lower.split(' ').next()?;
    let bare = match language {
        Language::English => matches!(first, "and" | "but"),
        Language::German => matches!(first, "und" | "aber" | "doch" | "denn"),
        Language::Other => false,
    };
    // German keeps its word order only where the subject follows.
    let follows = lower[first.len()..].trim_start();
    let subject = [
        "wir", "der", "die", "das", "sie", "ihr", "unser", "unsere", "jede", "jeder", "ein", "eine",
    ];
    let safe = language == Language::English
        || subject.contains(&follows.split(' ').next().unwrap_or_default());
    (bare && safe).then(|| first.chars().count())
}

fn starts_with_listed(lower: &str, listed: &HashSet<&'static str>, most_words: usize) -> bool {
    let mut end = 0;
    let lower = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    for (count, word) in lower.split_inclusive(' ').enumerate() {
        if count == most_words {
            break;
        }
        end += word.len();
        let phrase = lower[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
        if listed.contains(phrase) {
            return true;
        }
    }
    false
}

/// "It is worth ...", "Es gibt ...": the pronoun stands for nothing before it.
fn is_expletive(words: &[&str]) -> bool {
    match words {
        ["es", "gibt" | "geht" | "lohnt" | "braucht" | "reicht", ..] => true,
        ["it", "pays" | "helps", "to", ..] | ["it", "is", "worth" | "easy" | "free", ..] => true,
        ["so", "far", ..] | ["both", "of", "our", ..] => true,
        ["other", ..] | ["another", ..] => false,
        ["such", "as", ..] => false,
        _ => false,
    }
}

/// Nouns that mean something only together with what was said before: "The number is the diameter."
const EMPTY_NOUNS: &[&str] = &[
    "number",
    "name",
    "result",
    "reason",
    "letter",
    "answer",
    "code",
    "idea",
    "difference",
    "list",
    "exception",
    "catch",
    "trick",
    "aim",
    "goal",
    "rule",
    "change",
    "update",
    "option",
    "setting",
    "button",
    "field",
    "offer",
    "example",
    "page",
    "document",
    "point",
    "problem",
    "solution",
    "trend",
    "figure",
    "total",
    "amount",
    "process",
    "method",
    "approach",
    "effect",
    "advantage",
];

fn english_leans(words: &[&str], _sentence: &str, _around: Around) -> bool {
    // "On a sunny day they cover half": the day is not who covers.
    let adverbial = matches!(
        words.first(),
        Some(&("on" | "in" | "at" | "after" | "during" | "by" | "from" | "since" | "until"))
    );
    if adverbial
        && words
            .iter()
            .skip(1)
            .take(6)
            .any(|word| matches!(*word, "they" | "it" | "he" | "she"))
    {
        return true;
    }
    if let ["the", noun, next, ..] = words
        && EMPTY_NOUNS.contains(noun)
        && !matches!(
            *next,
            "of" | "for" | "in" | "to" | "on" | "that" | "we" | "you" | "at"
        )
    {
        return true;
    }
    let (mut names_one, mut names_many) = (false, false);
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied();
        let before = at.checked_sub(1).map(|at| words[at]);
        match *word {
            "this" | "these" => return true,
            "those" if next != Some("who") && before != Some("for") => return true,
            "that"
                if before.is_some_and(|word| {
                    matches!(
                        word,
                        "in" | "on"
                            | "at"
                            | "from"
                            | "with"
                            | "like"
                            | "by"
                            | "after"
                            | "before"
                            | "for"
                            | "of"
                    )
                }) =>
            {
                return true;
            }
            "it" | "its" | "it's" | "itself" | "he" | "she" | "his" | "him" | "her"
                if !names_one && !next.is_some_and(|word| matches!(word, "rains" | "snows")) =>
            {
                return true;
            }
            "they" | "them" | "their" | "they're" | "themselves" if !names_many && !names_one => {
                return true;
            }
            "above" | "below"
                if next.is_none()
                    || next.is_some_and(|word| matches!(word, "are" | "is" | "for" | "and")) =>
            {
                return true;
            }
            "ones" | "latter" | "former" | "aforementioned" | "thereof" => return true,
            "one"
                if before.is_some_and(|word| {
                    matches!(
                        word,
                        "this"
                            | "that"
                            | "larger"
                            | "smaller"
                            | "bigger"
                            | "other"
                            | "second"
                            | "new"
                            | "next"
                            | "which"
                    )
                }) && before != Some("next") =>
            {
                return true;
            }
            "here" if at == 0 => return true,
            "so" | "too" | "either" | "one" | "neither" | "both" | "others" | "another"
                if next.is_none() =>
            {
                return true;
            }
            "anyway" if next.is_none() => return true,
            "is" | "are" | "not" | "do" | "does" | "can" | "will" | "was" | "were"
                if next.is_none() && words.len() < 7 =>
            {
                return true;
            }
            "well" if next.is_none() && before == Some("as") => return true,
            _ => {}
        }
        if at == 0
            && matches!(
                *word,
                "each"
                    | "all"
                    | "some"
                    | "others"
                    | "most"
                    | "many"
                    | "any"
                    | "none"
                    | "one"
                    | "two"
                    | "three"
                    | "four"
            )
        {
            let alone = next.is_some_and(|next| {
                grammar::is_english_verb(next)
                    && !next.ends_with("ed")
                    && matches!(
                        next,
                        "is" | "are"
                            | "was"
                            | "were"
                            | "has"
                            | "have"
                            | "can"
                            | "will"
                            | "do"
                            | "does"
                            | "come"
                            | "comes"
                            | "need"
                            | "needs"
                            | "go"
                            | "goes"
                            | "cost"
                            | "costs"
                            | "of"
                    )
            });
            if alone {
                return true;
            }
        }
        // "the plan" is a thing, "we plan" is none.
        let verb = grammar::is_english_verb(word) && !before.is_some_and(grammar::is_determiner);
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        if !grammar::names_nothing(word) && !verb && !is_number {
            // "It" needs a thing before it, "they" several or a company.
            let plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
            names_many |= plural || *word == "people" || *word == "children";
            names_one |= !plural;
        }
    }
    false
}

#[cfg(test)]
mod tests;
