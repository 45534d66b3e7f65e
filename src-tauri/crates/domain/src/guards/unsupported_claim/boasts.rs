//! Superlatives, comparisons and promises: claims without a number.
//!
//! Precision comes first. A word is taken for a claim only in a form that claims ("the cheapest", "less
//! waste than any other supplier") and never in an idiom ("all the best", "better than ever", "one of us").

use crate::text::{Word, fold, words};
use std::ops::Range;

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
const RANKS: &str = "best|cheapest|fastest|quickest|largest|biggest|greatest|strongest|lightest|finest|lowest|highest|safest|cleanest|greenest|smartest|easiest|simplest|longest|newest|oldest|toughest|purest|freshest|tastiest|happiest|friendliest|coolest|leading|number-one|top|favorite|favourite|most|beste|besten|bester|bestes|gunstigste|gunstigsten|billigste|billigsten|schnellste|schnellsten|grosste|größte|großte|groten|größten|großten|starkste|starksten|sicherste|sichersten|frischeste|frischesten|fuhrende|fuhrenden|fuhrender|leckerste|leckersten|hochste|hochsten|niedrigste|niedrigsten";

/// Nouns with which "the best" is advice and no rank: "the best time to order".
const ADVICE_NOUNS: &str = "time|way|thing|place|part|day|moment|bit|start|answer|idea|advice|tip|of|one|plan|bet|case|seat|view|news|season|month|hour|friend|option|place|order|approach|choice|spot|half|list|end|floor|shelf|row|line|layer|corner|step|sheet|drawer|right|left|edge|tier|speed|point|mark|risk|prices|price";

/// Words that claim a rank wherever they stand.
const OUTRIGHT: &str = "unbeatable|unrivalled|unrivaled|unmatched|unparalleled|unsurpassed|award-winning|world-leading|market-leading|industry-leading|class-leading|world-beating|record-breaking|best-selling|bestselling|unschlagbar|unschlagbare|unschlagbaren|unubertroffen|unubertroffene|einzigartig|einzigartige|einzigartigen|preisgekront|preisgekronte|preisgekronten|marktfuhrer|konkurrenzlos|weltweit-fuhrend";

const COMPARED: &str = "better|cheaper|faster|quicker|stronger|lighter|safer|cleaner|greener|easier|simpler|fresher|smarter|tougher|larger|bigger|lower|higher|longer|shorter|smaller|warmer|quieter|heavier|thicker|thinner|sooner|later|earlier|older|newer|tastier|healthier|softer|harder|sharper|less|more|fewer|besser|gunstiger|billiger|schneller|starker|leichter|sicherer|frischer|grosser|größer|großer|kleiner|langer|haltbarer|weniger|mehr|fruher";

/// Those with whom one compares.
const OTHERS: &str = "any other|all other|all others|every other|other suppliers|other companies|other brands|other bakeries|other providers|other shops|others|the others|the competition|our competitors|competitors|anyone else|anybody else|everyone else|everybody else|anyone|anybody|everyone|the rest|most suppliers|most brands|most companies|most others|our rivals|rivals|the average|industry average|the big|supermarket|supermarkets|andere|anderen|alle anderen|jeder andere|die konkurrenz|der wettbewerb|die anderen|mitbewerber|wettbewerber|der rest";

/// What follows "than" in idioms that compare nothing.
const IDIOMS_AFTER_THAN: &str = "ever|happy|just|that|this|expected|you|usual|ideal|never|nothing|later|meets|done|sorry|enough|one|a|an|welcome|words|before|it|we|they|i|once|half|je|nie|man|sonst|gedacht|erwartet|genug|nur|dir|ihr|du|sie";

const PROMISES: &str = "guarantee|guarantees|guaranteed|garantiert|garantieren|garantie|risk-free|foolproof|never fails|never fail|never late|always on time|100 percent|lebenslang";

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
    if !listed(RANKS, folded) {
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
            let end = next.len() >= 5
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
                && !next.ends_with('s');
            end
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
    let single = listed(OUTRIGHT, folded);
    let pair = all.get(at + 1).map(|(_, next)| format!("{folded}-{next}"));
    let paired = pair.as_deref().is_some_and(|pair| listed(OUTRIGHT, pair));
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

/// "less waste than any other supplier", "cheaper than bar".
fn comparison(sentence: &str, all: &[(Word<'_>, String)], at: usize) -> Option<Boast> {
    let (word, folded) = &all[at];
    let twice = matches!(folded.as_str(), "twice" | "doppelt")
        || folded == "half" && all.get(at + 1).is_some_and(|(_, next)| next == "the");
    if twice {
        return multiple(all, at);
    }
    if !listed(COMPARED, folded) {
        return None;
    }
    let than = (at + 1..all.len().min(at + 5))
        .find(|other| matches!(all[*other].1.as_str(), "than" | "als"))?;
    let gap = &sentence[word.span.range().end..all[than].0.span.range().start];
    if gap.contains(['.', ';', ':', '!', ',']) {
        return None;
    }
    let negated = at.checked_sub(1).is_some_and(|at| {
        matches!(
            all[at].1.as_str(),
            "no" | "not" | "nicht" | "any" | "rather"
        )
    });
    let tail: Vec<&str> = all[than + 1..]
        .iter()
        .take(4)
        .map(|(_, word)| word.as_str())
        .collect();
    let joined = tail.join(" ");
    let others = OTHERS
        .split('|')
        .any(|other| joined == other || joined.starts_with(&format!("{other} ")));
    let first = tail.first().copied().unwrap_or_default();
    let counted = first.starts_with(|c: char| c.is_ascii_digit()) || crate_number(first);
    if !others && (negated || counted || listed(IDIOMS_AFTER_THAN, first) || first.is_empty()) {
        return None;
    }
    let clause_end = sentence[all[than].0.span.range().end..]
        .find(['.', ',', ';', '!', '–', '—', ':', '\n', ')'])
        .map_or(sentence.len(), |offset| {
            all[than].0.span.range().end + offset
        });
    let last = all
        .iter()
        .rev()
        .find(|(word, _)| word.span.range().end <= clause_end)?;
    // What is compared stands between the comparing word and "than"; with whom, behind it.
    let mut evidence: Vec<String> = vec![folded.clone()];
    evidence.extend(all[at + 1..than].iter().map(|(_, word)| word.clone()));
    evidence.extend(
        tail.iter()
            .take(1)
            .filter(|word| word.len() > 3)
            .map(|word| (*word).to_owned()),
    );
    let negation = negated && others;
    let start = if negation {
        all[at - 1].0.span.range().start
    } else {
        word.span.range().start
    };
    Some(Boast {
        kind: Kind::Comparison,
        range: start..last.0.span.range().end,
        evidence,
        sure: others,
    })
}

/// "twice as fast", "half the price".
fn multiple(all: &[(Word<'_>, String)], at: usize) -> Option<Boast> {
    let (word, folded) = &all[at];
    let last = if folded == "half" {
        let noun = all.get(at + 2)?;
        listed("price|cost|time|weight|waste|effort|money", &noun.1).then_some(at + 2)?
    } else {
        let as_word = all.get(at + 1)?;
        matches!(as_word.1.as_str(), "as" | "so").then_some(())?;
        all.get(at + 2)?;
        at + 2
    };
    Some(Boast {
        kind: Kind::Comparison,
        range: word.span.range().start..all[last].0.span.range().end,
        evidence: all[at..=last]
            .iter()
            .map(|(_, word)| word.clone())
            .filter(|word| word.len() > 2)
            .collect(),
        sure: true,
    })
}

/// "no other supplier", "nobody else does", "like no other", "the only yard in Leeds", "unlike others".
fn without_equal(all: &[(Word<'_>, String)], at: usize) -> Option<Boast> {
    let folded = all[at].1.as_str();
    let next = all
        .get(at + 1)
        .map(|(_, word)| word.as_str())
        .unwrap_or_default();
    let after = all
        .get(at + 2)
        .map(|(_, word)| word.as_str())
        .unwrap_or_default();
    let before = at
        .checked_sub(1)
        .map(|at| all[at].1.as_str())
        .unwrap_or_default();
    let length = match (folded, next) {
        ("no", "other")
            if listed(
                "supplier|suppliers|company|brand|shop|bakery|provider|yard|product|service",
                after,
            ) || before == "like" =>
        {
            3
        }
        ("nobody" | "niemand", "else" | "sonst") if at + 2 < all.len() => 2,
        ("no", "one") if after == "else" && at + 3 < all.len() => 3,
        ("unlike", "other" | "others" | "most" | "our" | "the")
            if matches!(next, "other" | "others")
                || matches!(
                    after,
                    "suppliers" | "competitors" | "competition" | "rivals"
                ) =>
        {
            2
        }
        ("only" | "einzige" | "einziger" | "einziges", noun)
            if matches!(before, "the" | "der" | "die" | "das")
                && listed(
                    "supplier|company|brand|bakery|provider|yard|shop|service|anbieter|lieferant|hersteller|backerei|laden",
                    noun,
                ) =>
        {
            2
        }
        _ => return None,
    };
    let last = (at + length - 1).min(all.len() - 1);
    Some(Boast {
        kind: Kind::Comparison,
        range: all[at].0.span.range().start..all[last].0.span.range().end,
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
    let length = if listed(PROMISES, folded) {
        1
    } else if [pair, hyphened]
        .iter()
        .flatten()
        .any(|pair| listed(PROMISES, pair))
    {
        2
    } else if triple.is_some_and(|triple| listed(PROMISES, &triple)) {
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

fn crate_number(word: &str) -> bool {
    listed(
        "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|hundert|tausend",
        word,
    )
}

fn listed(list: &str, word: &str) -> bool {
    list.split('|').any(|item| item == word)
}
