//! Superlatives, comparisons and promises: claims without a number.
//!
//! Precision comes first. A word is taken for a claim only in a form that claims ("the cheapest", "less
//! waste than any other supplier") and never in an idiom ("all the best", "better than ever", "one of us").

use crate::text::{Word, fold, words};
use comparisons::{comparison, without_equal};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

mod comparisons;

/// A claim in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Boast {
    pub(super) kind: Kind,
    /// Bytes of the sentence.
    pub(super) range: Range<usize>,
    /// Folded words that a source must use to state the same.
    pub(super) evidence: Vec<String>,
    /// It compares with others or says it outright.
    pub(super) sure: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Superlative,
    Comparison,
    Promise,
}

impl Kind {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Superlative => "superlative",
            Self::Comparison => "comparison",
            Self::Promise => "promise",
        }
    }
}

/// Superlatives that claim a rank when "the", "our" or a possessive stands before them.
static RANKS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "best|cheapest|fastest|quickest|largest|biggest|greatest|strongest|lightest|finest|lowest|highest|safest|cleanest|greenest|smartest|easiest|simplest|longest|newest|oldest|toughest|purest|freshest|tastiest|happiest|friendliest|coolest|leading|number-one|top|favorite|favourite|most|beste|besten|bester|bestes|gunstigste|gunstigsten|billigste|billigsten|schnellste|schnellsten|grosste|größte|großte|groten|größten|großten|starkste|starksten|sicherste|sichersten|frischeste|frischesten|fuhrende|fuhrenden|fuhrender|leckerste|leckersten|hochste|hochsten|niedrigste|niedrigsten".split('|').collect()
});

/// Nouns with which "the best" is advice and no rank: "the best time to order".
const ADVICE_NOUNS: &str = "time|way|thing|place|part|day|moment|bit|start|answer|idea|advice|tip|of|one|plan|bet|case|seat|view|news|season|month|hour|friend|option|place|order|approach|choice|spot|half|list|end|floor|shelf|row|line|layer|corner|step|sheet|drawer|right|left|edge|tier|speed|point|mark|risk|prices|price";

/// Words that claim a rank wherever they stand.
static OUTRIGHT: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "unbeatable|unrivalled|unrivaled|unmatched|unparalleled|unsurpassed|award-winning|world-leading|market-leading|industry-leading|class-leading|world-beating|record-breaking|best-selling|bestselling|unschlagbar|unschlagbare|unschlagbaren|unubertroffen|unubertroffene|einzigartig|einzigartige|einzigartigen|preisgekront|preisgekronte|preisgekronten|marktfuhrer|konkurrenzlos|weltweit-fuhrend".split('|').collect()
});

static PROMISES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    "guarantee|guarantees|guaranteed|garantiert|garantieren|garantie|risk-free|foolproof|never fails|never fail|never late|always on time|100 percent|lebenslang".split('|').collect()
});

/// The claims of one sentence, in its order.
pub(super) fn find(sentence: &str) -> Vec<Boast> {
    let all: Vec<(Word<'_>, String)> = words(sentence)
        .map(|word| (word, fold(word.text)))
        .collect();
    let question = sentence
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?')
        .ends_with('?');
    let mut found = Vec::new();
    if question {
        // A question states no rank and no promise.
        return found;
    }
    for at in 0..all.len() {
        let boast = superlative(sentence, &all, at)
            .or_else(|| number_one(sentence, &all, at))
            .or_else(|| outright(&all, at))
            .or_else(|| comparison(sentence, &all, at))
            .or_else(|| without_equal(&all, at))
            .or_else(|| promise(&all, at));
        found.extend(boast);
    }
    found.dedup_by(|next, kept| next.range.start < kept.range.end);
    found
}

/// Whether a sentence asks the reader for something: its first word is a plain verb.
pub(super) fn is_ask(sentence: &str) -> bool {
    let Some(first) = words(sentence).next().map(|word| fold(word.text)) else {
        return false;
    };
    listed(
        "add|ask|bring|buy|call|check|choose|come|count|draw|find|follow|get|give|go|grab|keep|leave|let|look|make|measure|mix|open|order|pick|put|read|ring|save|send|show|start|stop|take|tell|try|turn|use|visit|wait|watch|write|bestell|bring|frag|hol|komm|kommen|lies|mach|nimm|probier|ruf|schau|schick|schreib|zeig|zahl",
        &first,
    )
}

/// Seasons and feasts that are wished, not stated.
pub(super) fn is_greeting(name: &str) -> bool {
    listed(
        "christmas|easter|new year|monday|friday|weihnachten|ostern|neujahr|mal|advent|santa|xmas|halloween",
        &fold(name),
    )
}

fn superlative(sentence: &str, all: &[(Word<'_>, String)], at: usize) -> Option<Boast> {
    let (word, folded) = &all[at];
    if !RANKS.contains(folded.as_str()) {
        return None;
    }
    let before = at
        .checked_sub(1)
        .map(|at| all[at].1.as_str())
        .unwrap_or_default();
    let next = all
        .get(at + 1)
        .map(|(_, word)| word.as_str())
        .unwrap_or_default();
    let earlier = at
        .checked_sub(2)
        .map(|at| all[at].1.as_str())
        .unwrap_or_default();
    let possessive = before.ends_with("'s")
        && !matches!(before, "it's" | "that's" | "what's" | "here's" | "there's");
    let determined = possessive
        || matches!(
            before,
            "the"
                | "our"
                | "der"
                | "die"
                | "das"
                | "den"
                | "dem"
                | "unser"
                | "unsere"
                | "unseren"
                | "deutschlands"
        );
    let ranked_noun = folded == "best"
        && matches!(
            next,
            "prices" | "price" | "quality" | "value" | "service" | "deal" | "deals" | "in" | "on"
        )
        && (determined || at == 0 || matches!(before, "at" | "with" | "for" | "offer"));
    if !determined && !ranked_noun {
        return None;
    }
    // "Not the cheapest" says less, not more.
    if all[..at].iter().rev().take(4).any(|(_, word)| {
        matches!(
            word.as_str(),
            "not" | "never" | "isn't" | "aren't" | "nicht" | "kein" | "keine" | "nie"
        )
    }) {
        return None;
    }
    let ranks = match folded.as_str() {
        "most" => {
            // "the most reliable mesh" ranks; "the most of it" and "most sites" count.

            next.len() >= 5
                && !matches!(
                    next,
                    "common"
                        | "often"
                        | "people"
                        | "recent"
                        | "important"
                        | "popular"
                        | "likely"
                        | "things"
                )
                && !next.ends_with('s')
        }
        "leading" => !matches!(next, "to" | "up" | "the" | "into" | "from"),
        "top" => matches!(
            next,
            "supplier"
                | "brand"
                | "choice"
                | "rated"
                | "seller"
                | "quality"
                | "provider"
                | "company"
                | "name"
        ),
        "favorite" | "favourite" => {
            possessive
                && matches!(
                    before,
                    "uk's"
                        | "britain's"
                        | "america's"
                        | "world's"
                        | "nation's"
                        | "town's"
                        | "city's"
                        | "country's"
                )
        }
        "longest" | "oldest" | "newest" | "lowest" | "highest" | "easiest" | "simplest"
        | "coolest" | "longer" | "lightest" | "greatest" | "biggest" | "largest" | "strongest"
        | "toughest" | "smartest" => {
            // "The biggest sheet in the stack" is one of a list: it ranks only against the world.
            possessive
                || ranked_among(sentence, word)
                || before == "our" && matches!(next, "prices" | "price" | "quality")
                || before == "the"
                    && matches!(
                        next,
                        "supplier"
                            | "range"
                            | "choice"
                            | "selection"
                            | "stock"
                            | "prices"
                            | "price"
                            | "provider"
                            | "company"
                            | "brand"
                            | "quality"
                    )
        }
        "best" => {
            let advice = listed(ADVICE_NOUNS, next)
                && !matches!(next, "price" | "prices" | "choice" | "option")
                || next == "before"
                || next.is_empty() && !matches!(before, "the")
                || earlier == "all"
                || matches!(
                    earlier,
                    "do" | "did" | "doing" | "try" | "trying" | "at" | "hope" | "make" | "wish"
                );
            !advice
        }
        "beste" | "besten" => {
            !listed(
                "zeit|weg|grusse|wunsche|freund|freunde|tag|moment|tipp|am|aus|idee|fall|falle|wahl|dank|stuck",
                next,
            ) && before != "am"
                && before != "zum"
                && !(next.is_empty() && before == "das")
        }
        _ => true,
    };
    if !ranks {
        return None;
    }
    let from = if determined { at.saturating_sub(1) } else { at };
    let last = if folded == "most" { at + 1 } else { at };
    let end = all
        .get(last)
        .map_or(word.span, |(word, _)| word.span)
        .range()
        .end;
    let mut evidence = vec![folded.clone()];
    if folded == "most" || folded == "leading" || folded == "top" {
        evidence.push(next.to_owned());
    }
    evidence.retain(|word| !word.is_empty());
    Some(Boast {
        kind: Kind::Superlative,
        range: all[from].0.span.range().start..end,
        evidence,
        sure: true,
    })
}

/// "… in Britain", "on the market", "in the world" behind a superlative.
fn ranked_among(sentence: &str, word: &Word<'_>) -> bool {
    let rest = fold(&sentence[word.span.range().end..]);
    [
        "on the market",
        "in the world",
        "in the country",
        "in the uk",
        "in britain",
        "in europe",
        "in the us",
        "in america",
        "in the industry",
        "in the region",
        "in the city",
        "in town",
        "on earth",
        "auf dem markt",
        "der welt",
        "in deutschland",
        "der region",
        "der stadt",
        "europas",
        "of any",
        "anywhere",
        "around",
    ]
    .iter()
    .any(|scope| rest.contains(scope))
}

/// "No. 1", "number one", "#1", "Nr. 1".
fn number_one(sentence: &str, all: &[(Word<'_>, String)], at: usize) -> Option<Boast> {
    let (word, folded) = &all[at];
    let range = word.span.range();
    let next = all.get(at + 1);
    let tail = next.map(|(_, next)| next.as_str()).unwrap_or_default();
    let (start, end) = if folded == "1" && sentence[..range.start].ends_with('#') {
        (range.start - 1, range.end)
    } else if matches!(folded.as_str(), "no" | "nr" | "number" | "nummer")
        && matches!(tail, "1" | "one" | "eins")
    {
        let next = next?;
        (range.start, next.0.span.range().end)
    } else {
        return None;
    };
    // "Step number one", "drawing no. 1": a number of a list follows its noun; a rank follows "the" or "our".
    let before = at
        .checked_sub(1)
        .map(|at| all[at].1.as_str())
        .unwrap_or_default();
    let after = words(&sentence[end..])
        .next()
        .map(|word| fold(word.text))
        .unwrap_or_default();
    let ranks = matches!(
        before,
        "the"
            | "our"
            | "your"
            | "a"
            | "as"
            | "die"
            | "unsere"
            | "ihre"
            | "als"
            | "is"
            | "are"
            | "ist"
            | "sind"
    ) || before.ends_with("'s")
        || matches!(
            after.as_str(),
            "in" | "for" | "supplier" | "choice" | "brand" | "fur" | "bei" | "unter"
        );
    let noun = matches!(
        after.as_str(),
        "rule"
            | "question"
            | "tip"
            | "reason"
            | "mistake"
            | "priority"
            | "job"
            | "thing"
            | "frage"
            | "regel"
            | "tipp"
            | "grund"
            | "fehler"
    );
    (ranks && !noun).then(|| Boast {
        kind: Kind::Superlative,
        range: start..end,
        evidence: vec!["1".to_owned()],
        sure: true,
    })
}

fn outright(all: &[(Word<'_>, String)], at: usize) -> Option<Boast> {
    let (word, folded) = &all[at];
    let single = OUTRIGHT.contains(folded.as_str());
    let pair = all.get(at + 1).map(|(_, next)| format!("{folded}-{next}"));
    let paired = pair.as_deref().is_some_and(|pair| OUTRIGHT.contains(pair));
    let leader = folded == "market"
        && all
            .get(at + 1)
            .is_some_and(|(_, next)| next == "leader" || next == "leaders");
    let negated = at
        .checked_sub(1)
        .is_some_and(|at| matches!(all[at].1.as_str(), "not" | "nicht" | "no"));
    if negated || !(single || paired || leader) {
        return None;
    }
    let last = if single { at } else { at + 1 };
    Some(Boast {
        kind: Kind::Superlative,
        range: word.span.range().start..all[last].0.span.range().end,
        evidence: all[at..=last]
            .iter()
            .map(|(_, word)| word.clone())
            .collect(),
        sure: true,
    })
}

fn promise(all: &[(Word<'_>, String)], at: usize) -> Option<Boast> {
    let (word, folded) = &all[at];
    let pair = all.get(at + 1).map(|(_, next)| format!("{folded} {next}"));
    let hyphened = all.get(at + 1).map(|(_, next)| format!("{folded}-{next}"));
    let triple = all
        .get(at + 2)
        .map(|(_, third)| format!("{} {third}", pair.clone().unwrap_or_default()));
    let length = if PROMISES.contains(folded.as_str()) {
        1
    } else if [pair, hyphened]
        .iter()
        .flatten()
        .any(|pair| PROMISES.contains(pair.as_str()))
    {
        2
    } else if triple.is_some_and(|triple| PROMISES.contains(triple.as_str())) {
        3
    } else {
        return None;
    };
    let negated = all[..at].iter().rev().take(3).any(|(_, word)| {
        matches!(
            word.as_str(),
            "not"
                | "no"
                | "can't"
                | "cannot"
                | "don't"
                | "never"
                | "nicht"
                | "kein"
                | "keine"
                | "without"
                | "ohne"
        )
    });
    if negated {
        return None;
    }
    let last = at + length - 1;
    Some(Boast {
        kind: Kind::Promise,
        range: word.span.range().start..all[last].0.span.range().end,
        // "Guaranteed" is supported by a source that speaks of a guarantee.
        evidence: if length == 1 {
            vec![folded.chars().take(8).collect()]
        } else {
            all[at..=last]
                .iter()
                .map(|(_, word)| word.clone())
                .collect()
        },
        sure: false,
    })
}

fn listed(list: &str, word: &str) -> bool {
    list.split('|').any(|item| item == word)
}
