//! Which sentences of the folder can stand in a post by themselves.

use super::manner::word_count;
use crate::knowledge::reading::leans_in_german;
use crate::language::Language;
use crate::text;

/// First words that lean on a sentence before.
const LEANING: &[&str] = &[
    "it",
    "its",
    "it's",
    "they",
    "they're",
    "their",
    "them",
    "he",
    "she",
    "his",
    "her",
    "this",
    "that",
    "that's",
    "these",
    "those",
    "such",
    "both",
    "neither",
    "either",
    "another",
    "otherwise",
    "instead",
    "then",
    "because",
    "here",
    "here's",
    "so",
    "therefore",
    "thus",
    "hence",
    "which",
    "similarly",
    "likewise",
    "meanwhile",
    "afterwards",
    "nor",
    "one",
    "others",
    "the",
    "same",
];

/// First words that tell of something that was named before, if one of the next list follows.
const SUBJECTLESS: &[&str] = &[
    "ready",
    "available",
    "approved",
    "founded",
    "suitable",
    "made",
    "built",
    "designed",
    "sold",
    "included",
    "written",
    "based",
    "happy",
    "good",
    "great",
    "perfect",
    "ideal",
    "stayed",
    "reaches",
    "stands",
    "crops",
    "comes",
    "includes",
    "requires",
    "needs",
];

const AFTER_SUBJECTLESS: &[&str] = &[
    "a",
    "an",
    "and",
    "at",
    "by",
    "everywhere",
    "for",
    "from",
    "in",
    "no",
    "of",
    "on",
    "only",
    "out",
    "the",
    "through",
    "to",
    "two",
    "up",
    "with",
    "within",
    "wind",
];

/// Beginnings that lean although their first word does not.
const LEANING_STARTS: &[&str] = &[
    "for this",
    "for that",
    "for these",
    "in this",
    "in that case",
    "in these",
    "at that point",
    "after that",
    "before that",
    "with this",
    "with that",
    "from there",
    "from here",
    "on top of that",
    "as a result",
    "for example",
    "for instance",
    "the latter",
    "the former",
    "the other",
    "the same",
    "the second",
    "the third",
    "the above",
    "the following",
    "the rest",
    "like this",
    "if so",
    "if not",
    "even so",
    "all of this",
    "all of these",
    "all of them",
    "some of these",
    "most of them",
    "none of this",
    "each of these",
    "one of these",
    "as above",
    "to do this",
    "to do so",
    "when this",
    "when that",
    "if this",
    "if that",
    "there's one",
    "there is one",
    "each one",
    "each of them",
    "three of them",
    "two of them",
    "some people do",
];

/// Words that point at the document instead of saying something to its reader.
const POINTING: &[&str] = &[
    "see below",
    "see above",
    "see there",
    "below for",
    "listed below",
    "table below",
    "shown below",
    "as above",
    "this page",
    "this document",
    "this guide",
    "this section",
    "this policy",
    "this file",
    "this article",
    "this sheet",
    "this list",
    "click here",
    "read more here",
    "the following",
    "as follows",
    "appendix",
    "internal use",
    "internal only",
    "do not publish",
    "confidential",
    "not for publication",
    "tbc",
    "tbd",
    "todo",
    "lorem ipsum",
    "line manager",
    "staff must",
    "employees must",
    "staff should",
    "copyright",
    "all rights reserved",
    "last updated",
    "siehe unten",
    "siehe oben",
    "siehe auch",
    "diese seite",
    "dieser seite",
    "dieses dokument",
    "diese liste",
    "dieser abschnitt",
    "weiter unten",
    "weiter oben",
    "nachfolgend",
    "folgende tabelle",
    "wie folgt",
    "anhang",
    "nur intern",
    "alle rechte vorbehalten",
    "zuletzt aktualisiert",
];

/// Whether every sentence of a text is whole, and the first can be understood by who has read nothing else.
pub fn stands_alone(statement: &str, language: Language) -> bool {
    let spans = text::sentences(statement);
    !spans.is_empty()
        && spans.len() <= 3
        && spans
            .iter()
            .filter_map(|span| span.slice(statement))
            .all(is_whole)
        && !leans(statement, language)
        && !points(statement)
}

/// Whether every sentence of a text is whole, so that it can stand behind the one that it leans on.
pub fn goes_on(statement: &str) -> bool {
    let spans = text::sentences(statement);
    !spans.is_empty()
        && spans
            .iter()
            .filter_map(|span| span.slice(statement))
            .all(is_whole)
        && !points(statement)
}

/// Whether a text is one whole sentence: it begins like one, ends like one, has at least three words, and
/// its brackets and quotation marks are closed.
pub fn is_whole(sentence: &str) -> bool {
    let sentence = sentence.trim();
    let body = sentence.trim_end_matches([
        '"', '\'', ')', '\u{201c}', '\u{201d}', '\u{2019}', '\u{bb}', '\u{ab}',
    ]);
    let begins = sentence
        .trim_start_matches([
            '"', '\'', '(', '\u{201c}', '\u{201e}', '\u{2018}', '\u{ab}', '\u{bb}', '£', '$', '€',
        ])
        .starts_with(|c: char| {
            c.is_uppercase() || c.is_numeric() || c.is_alphabetic() && !c.is_lowercase()
        });
    let ends = body.ends_with(['.', '!', '?', '…', '。', '؟']);
    begins && ends && word_count(sentence) >= 2 && is_closed(sentence) && !has_markup(sentence)
}

/// Whether the sentence needs one before it.
pub fn leans(sentence: &str, language: Language) -> bool {
    if language == Language::German {
        return leans_in_german(sentence);
    }
    let mut folded: Vec<String> = text::words(sentence)
        .take(4)
        .map(|word| text::fold(word.text))
        .collect();
    let Some(first) = folded.first().cloned() else {
        return true;
    };
    folded.push(String::new());
    // "Every piece carries one, and it matches": one of what?
    let counts_nothing = [
        " as well.",
        " too.",
        " one,",
        " one.",
        " one;",
        " ones.",
        " ones,",
    ]
    .iter()
    .any(|end| sentence.to_lowercase().contains(end));
    if counts_nothing {
        return true;
    }
    // "Third, by a distance: a sewing machine" counts on what was named before it.
    let counted = matches!(
        first.as_str(),
        "second" | "third" | "fourth" | "fifth" | "finally" | "lastly"
    ) && sentence
        .trim_start()
        .get(first.len()..)
        .is_some_and(|rest| rest.starts_with([',', ':']));
    if counted {
        return true;
    }
    let start = folded.join(" ");
    let starts_with = |phrase: &&str| start.starts_with(&format!("{phrase} "));
    // "The" and "one" lean only in the phrases above, "this week" and "that said" are told apart there too.
    let word_leans = LEANING.contains(&first.as_str())
        && !matches!(first.as_str(), "the" | "one" | "both" | "same")
        || first == "both"
            && folded
                .get(1)
                .is_none_or(|next| next != "the" && next != "our");
    // "Ready to cut 18 days after sowing": who is?
    let nobody = SUBJECTLESS.contains(&first.as_str())
        && folded.get(1).is_some_and(|next| {
            AFTER_SUBJECTLESS.contains(&next.as_str())
                || next.starts_with(|c: char| c.is_ascii_digit())
        });
    // "Four years later there's enough": later than what? "You won't remember.": what?
    let later = folded
        .iter()
        .skip(1)
        .any(|word| word == "later" || word == "also");
    // "On the larger plan that is £590": what is?
    let placed = matches!(
        first.as_str(),
        "on" | "in" | "for" | "at" | "with" | "by" | "from"
    );
    let that = text::words(sentence)
        .take(7)
        .map(|word| text::fold(word.text))
        .collect::<Vec<_>>()
        .windows(2)
        .any(|pair| pair[0] == "that" && matches!(pair[1].as_str(), "is" | "was" | "means"));
    if placed && that {
        return true;
    }
    // "Four in ten said they had to take time off": ten of whom?
    let share = folded.get(1).is_some_and(|word| word == "in")
        && folded.get(3).is_some_and(|word| {
            matches!(
                word.as_str(),
                "said" | "say" | "were" | "are" | "had" | "have" | "came" | "wanted" | "did"
            )
        });
    if share || points_at_nothing(sentence) {
        return true;
    }
    let since = sentence.to_lowercase().contains("since then");
    let bare = word_count(sentence) <= 3
        && matches!(
            first.as_str(),
            "you" | "you'll" | "you'd" | "we" | "people" | "nobody"
        );
    nobody || later || since || bare || word_leans || LEANING_STARTS.iter().any(starts_with)
}

/// Whether a plain short sentence ends on "them" for something that it does not name: "Beetles and hedgehogs
/// live in them." Where a clause stands before, its words may be meant.
fn points_at_nothing(sentence: &str) -> bool {
    const CLAUSES: &[&str] = &[
        "after", "although", "as", "because", "before", "but", "if", "once", "or", "since", "so",
        "than", "that", "then", "unless", "until", "what", "when", "where", "which", "while",
        "who", "why",
    ];
    let words: Vec<String> = text::words(sentence)
        .map(|word| text::fold(word.text))
        .collect();
    let Some(at) = words.iter().position(|word| word == "them") else {
        return false;
    };
    let clause = words[..at]
        .iter()
        .any(|word| CLAUSES.contains(&word.as_str()));
    // "Rinse the lids of the pots and dry them", "Take the lids off, then dry them"
    let parted = sentence.contains([',', ';', ':', '–', '—']);
    let joined = words[..at].iter().skip(3).any(|word| word == "and");
    !clause && !parted && !joined && words.len() - at <= 2 && words.len() <= 10
}

/// Whether the words of a text that tell anything are all among those allowed.
pub fn keeps_to(text: &str, allowed: impl Fn(&str) -> bool) -> bool {
    text::words(text)
        .map(|word| text::fold(word.text))
        .all(|word| allowed(&word))
}

fn points(statement: &str) -> bool {
    let folded = text::fold(statement);
    POINTING.iter().any(|phrase| {
        folded.match_indices(phrase).any(|(at, _)| {
            let before = folded[..at].chars().next_back();
            let after = folded[at + phrase.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    })
}

fn is_closed(sentence: &str) -> bool {
    let count = |c: char| sentence.matches(c).count();
    // German quotations open below and close with the sign that opens English ones.
    let curly = count('\u{201c}') == count('\u{201d}') || count('\u{201e}') == count('\u{201c}');
    count('(') == count(')') && count('[') == count(']') && curly && count('"') % 2 == 0
}

fn has_markup(sentence: &str) -> bool {
    sentence.contains("](")
        || sentence.contains("**")
        || sentence.contains("__")
        || sentence.contains('|')
        || sentence.contains('`')
        || sentence.contains("<")
        || sentence.contains("{{")
        || sentence.starts_with(['#', '*', '>', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(statement: &str, expect: bool) {
        let found = stands_alone(statement, Language::English);
        assert_eq!(found, expect, "{statement:?}");
    }

    #[test]
    fn a_whole_sentence_stands_alone() {
        check("We cut A142 to your drawing.", true);
        check("Order by 2 pm for delivery next working day.", true);
        check("£45 buys a full service.", true);
        check("Dogs are welcome. Bring a lead.", true);
        check("The driver waits 20 minutes and rings twice.", true);
        check("Both the ovens run on gas.", true);
    }

    #[test]
    fn a_sentence_that_leans_on_another_does_not() {
        check("It costs £45.", false);
        check("This takes two days.", false);
        check("For example, rye keeps for a week.", false);
        check("The other one is closed.", false);
        check("Available on Studio and Group.", false);
        check("Ready to cut 18 days after sowing.", false);
        check("Founded 2018 in Columbus.", false);
        check("Here's a way to do it.", false);
        check("These are made by hand.", false);
        check("Then wipe the chain.", false);
        check("Beetles and hedgehogs live in them.", false);
        check("Rinse the lids of the pots and dry them.", true);
        check("Four in ten said that they take a morning off.", false);
        check("Four in ten customers bought something else.", true);
        check("On the larger plan that is £590.", false);
        check("Third, by a distance: a sewing machine.", false);
        check("We also learned to ring a bell.", false);
    }

    #[test]
    fn a_fragment_or_a_pointer_does_not() {
        check("Free parking", false);
        check("we deliver daily.", false);
        check("See below for prices.", false);
        check("Prices (ex VAT.", false);
        check("The sizes are as follows.", false);
        check("Read [the guide](guide.md) first.", false);
        check("", false);
    }
}
