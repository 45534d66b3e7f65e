//! "Use X, not Y": pairs of a word to use and the words that it replaces.

use super::terms::{Place, Term, explains, has, normalize, quoted, term, terms};
use std::ops::Range;

/// A word to use and those it replaces; `good` is empty where only the bad side is a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) good: String,
    pub(super) bad: Vec<String>,
}

/// Between the good side and the bad one.
const GOOD_FIRST: &str = ", rather than | rather than |, instead of | instead of | in place of |, not |; not \
    | – not | — not | - not | (not | (never |, never |; never | – never | — never | and not \
    | and never | over | not | anstelle von |, statt | statt | (statt | anstatt |, nicht \
    | (nicht | – nicht |, nie |, niemals | und nicht | – nie | – niemals | nicht \
    | (instead of | (rather than ";

/// Between the bad side and the good one.
const BAD_FIRST: &str = " → | -> | => | ➜ | ⇒ | > |→|, but |, sondern |: say |; say |, say | – say | — say | (say \
    |: use |; use |, use | – use | — use | (use |: write |; write |, write | with |. say \
    |. use |: sag |: besser | (besser | (besser: |, sag |, lieber | durch | – besser \
    |: lieber | (lieber |: we say |, we say |; we say | (we say |: try | (try | (instead: \
    |: instead | sagen wir | schreiben wir ";

/// The same where a sentence has several pairs, all quoted.
const SEVERAL: &str = " over |, rather than | rather than |, instead of | instead of |, not | not |, never | never \
    | statt |, statt |, nicht | nicht |, nie | nie | → | -> ";

const VERBS: &str = "use|say|write|prefer|call it|call them|call|we call|its|they are|choose|type|spell\
    |verwende|verwenden|sag|sage|sagen|schreib|schreibe|schreiben|heisst|lieber|benutze\
    |benutzen|nutze|nutzen|bevorzuge|bevorzugen";

/// "Say “sessions”, not “classes”, unless it is a lesson": elsewhere the other word is right.
const CONDITIONS: &str = "unless|except|when|if|only|wenn|ausser|nur|falls|sofern";

/// Reads one pair. `listed`: the place lists words, so that a bare "X, not Y" counts; `character`: it
/// describes how the brand is, so that it does not; `avoided`: the place lists what to avoid.
pub(super) fn read(text: &str, listed: bool, character: bool, avoided: bool) -> Option<Pair> {
    if let Some(pair) = instead_of_first(text).or_else(|| between_quotes(text)) {
        return Some(pair);
    }
    let lower = same_length_lower(text)?;
    let quotes = quoted(text);
    let outside = |at: usize| !quotes.iter().any(|range| range.contains(&at));
    for mark in BAD_FIRST.split('|') {
        let Some(at) = lower.find(mark).filter(|at| outside(*at)) else {
            continue;
        };
        let arrow = mark.contains(['→', '>', '➜', '⇒']);
        let before = normalize(&text[..at]);
        let negative = has(
            &before,
            "dont|do not|never|not|avoid|replace|nicht|nie|kein|keine|ersetze|ersetzen\
                |swap",
        );
        if matches!(mark, " with " | " durch ") && !has(&before, "replace|swap|ersetze|ersetzen") {
            continue;
        }
        if matches!(mark, " > ") && !listed {
            continue;
        }
        if !(arrow || negative || listed || avoided) || (character && !arrow && quotes.is_empty()) {
            continue;
        }
        let bad = side(text, 0, at, Part::Last, true);
        let good = side(text, at + mark.len(), text.len(), Part::First, true);
        if let (false, Some(good)) = (bad.is_empty(), good.into_iter().next()) {
            if conditional(&text[at + mark.len()..]) {
                return None;
            }
            return Some(pair(good, bad));
        }
    }
    for mark in GOOD_FIRST.split('|') {
        let Some(at) = lower.find(mark).filter(|at| outside(*at)) else {
            continue;
        };
        let before = normalize(&text[..at]);
        let verb = has(&before, VERBS);
        if has(&before, "dont|do not|never|not|nie|nicht") {
            continue;
        }
        if mark == " over " && !has(&before, "prefer|choose|we prefer|favor|favour") && !listed {
            continue;
        }
        let good = side(text, 0, at, Part::Last, false);
        let bad = side(text, at + mark.len(), text.len(), Part::First, false);
        if good.iter().chain(&bad).any(is_clause) || conditional(&text[at + mark.len()..]) {
            continue;
        }
        let all_quoted = good.iter().chain(&bad).all(|term| term.quoted);
        let bare = matches!(mark, " not " | " nicht ");
        let believed = all_quoted || (listed && !bare) || (verb && !character && !bare);
        let Some(good) = good.into_iter().next() else {
            continue;
        };
        if believed && !bad.is_empty() {
            return Some(pair(good, bad));
        }
    }
    None
}

/// A side that is no word but says how to write: "times as 06:45", "how it works", "for us".
fn is_clause(side: &Term) -> bool {
    let folded = normalize(&side.text);
    let first = folded.split(' ').next().unwrap_or_default();
    let leading = "what|how|that|which|why|who|where|when|for|to|in|on|at|by|from|of|as|with|about|was|wie|fur|in|auf|mit|an";
    !side.quoted
        && folded.contains(' ')
        && (leading.split('|').any(|word| word == first) || has(&folded, "as|als"))
}

/// Whether the sentence that a text begins with sets a condition outside its quotations.
fn conditional(text: &str) -> bool {
    let end = text.find(". ").unwrap_or(text.len());
    let sentence = &text[..end];
    let mut plain = String::new();
    let mut at = 0;
    for quote in quoted(sentence) {
        plain.push_str(&sentence[at..quote.start]);
        at = quote.end;
    }
    plain.push_str(&sentence[at..]);
    has(&normalize(&plain), CONDITIONS)
}

/// Several quoted pairs in one sentence: "“use” over “leverage”, “help” over “facilitate”".
pub(super) fn several(text: &str) -> Option<Vec<Pair>> {
    let lower = same_length_lower(text)?;
    let quotes = quoted(text);
    let mut places: Vec<(usize, &str)> = SEVERAL
        .split('|')
        .flat_map(|mark| lower.match_indices(mark))
        .filter(|(at, _)| !quotes.iter().any(|range| range.contains(at)))
        .collect();
    places.sort_by_key(|(at, mark)| (*at, std::cmp::Reverse(mark.len())));
    // ", rather than " has " rather than " in it.
    places.dedup_by(|next, kept| next.0 < kept.0 + kept.1.len());
    if places.len() < 2 {
        return None;
    }
    let word = |range: &Range<usize>| term(text, range.clone(), Place::Words, true);
    let mut found = Vec::new();
    for (number, (at, mark)) in places.iter().enumerate() {
        let next = places.get(number + 1).map(|(next, _)| *next);
        let left = quotes.iter().rfind(|range| range.end <= *at)?;
        let mut right: Vec<_> = quotes
            .iter()
            .filter(|range| range.start >= *at && next.is_none_or(|next| range.end <= next))
            .collect();
        if next.is_some() {
            right.pop()?;
        }
        let left = word(left)?;
        let right: Vec<Term> = right.into_iter().filter_map(word).collect();
        let first = right.first().cloned()?;
        found.push(if mark.contains(['→', '>']) {
            pair(first, vec![left])
        } else {
            pair(left, right)
        });
    }
    (!conditional(text)).then_some(found)
}

/// "Don't say “cheap”. Say “good value”.": two sentences, both quoted.
pub(super) fn across_sentences(text: &str) -> Option<Pair> {
    let lower = same_length_lower(text)?;
    let at = ". say |. use |. write |. sag |. besser: |. we say |. wir sagen |. instead, say \
        |. say: "
        .split('|')
        .find_map(|mark| lower.find(mark).map(|at| (at, mark.len())))?;
    let before = &text[..at.0];
    let normal = normalize(before);
    if !has(
        &normal,
        "dont say|do not say|never say|dont use|never use|do not use|dont write|avoid|sag nicht\
            |sagen nicht|nicht sagen|sag nie|sagen nie|nie sagen|schreib nicht|schreiben nicht\
            |nicht schreiben|schreiben nie|vermeide|vermeiden",
    ) {
        return None;
    }
    let bad = quoted_terms(before);
    let good = quoted_terms(&text[at.0 + at.1..]);
    let good = good.into_iter().next()?;
    (!bad.is_empty()).then(|| pair(good, bad))
}

/// "Instead of X, say Y", "Statt X sagen wir Y", "Not X but Y".
fn instead_of_first(text: &str) -> Option<Pair> {
    let lower = same_length_lower(text)?;
    let trimmed = lower.trim_start_matches(['"', '*', '_', ' ']);
    let skipped = lower.len() - trimmed.len();
    let opener = "instead of |rather than |in place of |statt |anstatt |anstelle von "
        .split('|')
        .find(|opener| trimmed.starts_with(*opener))?;
    let from = skipped + opener.len();
    let mark =
        ", we say |, say |, use |, write |, we use |, we write |, try | say | use | sagen wir \
        | schreiben wir | verwenden wir |, lieber |: |, besser | lieber | besser |, call it \
        |, it's |, "
            .split('|')
            .find_map(|mark| lower[from..].find(mark).map(|at| (from + at, mark.len())))?;
    let bad = side(text, from, mark.0, Part::Last, true);
    let good = side(text, mark.0 + mark.1, text.len(), Part::First, true);
    let good = good.into_iter().next()?;
    if bad.is_empty() {
        return None;
    }
    let said = "say|use|write|call|sagen|schreiben|verwenden|lieber|besser|try"
        .split('|')
        .any(|verb| lower[mark.0..mark.0 + mark.1].contains(verb));
    if bad[0].quoted && !good.quoted && !said {
        // "Statt „hochwertig“ sagen wir, was es ist": a ban with an explanation.
        let bad = bad.into_iter().map(|term| term.text).collect();
        return Some(Pair {
            good: String::new(),
            bad,
        });
    }
    Some(pair(good, bad))
}

/// Pairs whose mark is too common to be one without quotations: "Prefer “sign in” to “log in”", "Not
/// “attorney” but “solicitor”".
fn between_quotes(text: &str) -> Option<Pair> {
    let quotes = quoted(text);
    let [.., first, second] = quotes.as_slice() else {
        return None;
    };
    let before = normalize(&text[..first.start]);
    let between = normalize(&text[first.end..second.start]);
    let good_first = match between.as_str() {
        "to" => has(&before, "prefer|we prefer"),
        "als" => has(&before, "lieber|eher|besser"),
        "but" => has(&before, "not").then_some(false)?,
        "sondern" => has(&before, "nicht").then_some(false)?,
        _ => return None,
    };
    let is_mark = matches!(between.as_str(), "but" | "sondern");
    if quotes.len() != 2 || !(good_first || is_mark) || conditional(&text[second.end..]) {
        return None;
    }
    let word = |range: &Range<usize>| term(text, range.clone(), Place::Words, true);
    let (good, bad) = if good_first {
        (word(first)?, word(second)?)
    } else {
        (word(second)?, word(first)?)
    };
    Some(pair(good, vec![bad]))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The term stands at the end of the piece: what is before it are verbs.
    Last,
    /// The term stands at its start: what is behind it are reasons.
    First,
}

/// The terms of one side of a pair.
fn side(text: &str, from: usize, to: usize, part: Part, bad_first: bool) -> Vec<Term> {
    let piece = &text[from..to];
    let marked = run(piece, part);
    if !marked.is_empty() {
        return marked;
    }
    let mut body = piece.trim();
    if part == Part::Last {
        body = after_verb(body);
    } else {
        let end = ". |; | – | — | (|)|: |, when |, because | when | because |, wenn |, weil | if \
            | unless | instead| for | in "
            .split('|')
            .filter_map(|mark| body.find(mark).filter(|at| *at > 0))
            .min()
            .unwrap_or(body.len());
        body = after_verb(&body[..end]);
        if !bad_first {
            // "fixers, not crews, when we talk": one comma ends the bad side unless a list goes on.
            let parts: Vec<_> = body.split(", ").collect();
            if parts.len() == 2 && parts[1].split_whitespace().count() > 2 {
                body = parts[0];
            }
        }
    }
    let found = terms(body.trim_end_matches(['.', '!']), Place::Mixed);
    if found.is_empty() {
        let whole = term(body, 0..body.len(), Place::Words, false);
        return whole.into_iter().collect();
    }
    found
}

/// The quotations next to the mark that stand in one list: "“jobsite” or “worksite”".
fn run(piece: &str, part: Part) -> Vec<Term> {
    let mut quotes = quoted(piece);
    if part == Part::Last {
        quotes.reverse();
    }
    let lists = |two: &[Range<usize>]| {
        let (first, second) = if part == Part::Last {
            (&two[1], &two[0])
        } else {
            (&two[0], &two[1])
        };
        let between = normalize(&piece[first.end..second.start]);
        matches!(between.as_str(), "" | "or" | "and" | "oder" | "und" | "nor")
    };
    let length = quotes.windows(2).take_while(|two| lists(two)).count() + 1;
    quotes.truncate(length);
    quotes.sort_by_key(|range| range.start);
    quotes
        .into_iter()
        .filter_map(|range| term(piece, range, Place::Words, true))
        .collect()
}

fn quoted_terms(piece: &str) -> Vec<Term> {
    quoted(piece)
        .into_iter()
        .filter_map(|range| term(piece, range, Place::Words, true))
        .collect()
}

/// What follows the last verb that introduces a word: "We always say cut to size" gives "cut to size".
fn after_verb(text: &str) -> &str {
    let Some(lower) = same_length_lower(text) else {
        return text;
    };
    let verbs = "prefer |say |use |write |call it |call them |it's |it’s |they're |we're |choose \
        |replace |swap |spell |type |avoid |never |not |the word |the words |the phrase \
        |the term |wir sagen |wir schreiben |sagen wir |schreiben wir |sagen |schreibe \
        |schreiben |sage |sag |verwende |verwenden |lieber |besser |besser: |ersetze |nicht \
        |nie |immer |benutze |benutzen |nutze |nutzen |bevorzuge |es heißt |always |simply \
        |just |instead: |a |an |the ";
    let mut start = 0;
    loop {
        let rest = &lower[start..];
        let next = verbs
            .split('|')
            .filter_map(|verb| {
                let at = if rest.starts_with(verb) {
                    Some(0)
                } else {
                    rest.find(&format!(" {verb}")).map(|at| at + 1)
                };
                // An article inside a phrase belongs to it.
                let article = matches!(verb, "a " | "an " | "the ") && at != Some(0);
                at.filter(|_| !article).map(|at| at + verb.len())
            })
            .max();
        match next {
            Some(offset) if start + offset < text.len() => start += offset,
            _ => break,
        }
    }
    text[start..].trim()
}

fn pair(good: Term, bad: Vec<Term>) -> Pair {
    Pair {
        // "mouthfeel: say how it feels" names no other word.
        good: if !good.quoted && explains(&good.text) {
            String::new()
        } else {
            good.text
        },
        bad: bad.into_iter().map(|term| term.text).collect(),
    }
}

/// Lower case of the same length, so that places carry over; `None` for the few texts where it differs.
fn same_length_lower(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let same = lower.len() == text.len()
        && lower
            .char_indices()
            .map(|(at, _)| at)
            .eq(text.char_indices().map(|(at, _)| at));
    same.then_some(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<(&str, &[&str])>) {
        let found = read(text, false, false, false);
        let found = found.map(|pair| (pair.good, pair.bad));
        let expect = expect.map(|(good, bad)| {
            (
                good.to_owned(),
                bad.iter().map(|bad| (*bad).to_owned()).collect::<Vec<_>>(),
            )
        });
        assert_eq!(found, expect, "pair of {text:?}");
    }

    #[test]
    fn the_common_forms_are_read() {
        check(
            "Use “cut to size”, not “bespoke length”.",
            Some(("cut to size", &["bespoke length"])),
        );
        check(
            "Use fixers, not installation teams.",
            Some(("fixers", &["installation teams"])),
        );
        check("“fixers” rather than “crews”", Some(("fixers", &["crews"])));
        check(
            "We say next day, never 24-hour turnaround.",
            Some(("next day", &["24-hour turnaround"])),
        );
        check("Prefer help over assist", Some(("help", &["assist"])));
        check("utilise → use", Some(("use", &["utilise"])));
        check(
            "Instead of \"utilise\", say \"use\".",
            Some(("use", &["utilise"])),
        );
        check(
            "Don't say \"cheap\", say \"good value\".",
            Some(("good value", &["cheap"])),
        );
        check(
            "Say \"site\" instead of \"jobsite\" or \"worksite\".",
            Some(("site", &["jobsite", "worksite"])),
        );
        check("Replace leverage with use.", Some(("use", &["leverage"])));
    }

    #[test]
    fn german_forms_are_read() {
        check(
            "Wir sagen „Kundinnen und Kunden“, nicht „User“.",
            Some(("Kundinnen und Kunden", &["User"])),
        );
        check(
            "Statt „zeitnah“ schreiben wir „bis Freitag“.",
            Some(("bis Freitag", &["zeitnah"])),
        );
        check(
            "„Handy“ statt „Smartphone“",
            Some(("Handy", &["Smartphone"])),
        );
    }

    #[test]
    fn advice_on_style_is_no_pair() {
        check("Use active voice, not passive voice.", None);
        check("We are confident, not cocky.", None);
        check("Write for people, not for search engines.", None);
        check("Use short sentences rather than long ones.", None);
        check("Lead with the benefit, not the feature.", None);
        check("Order by 2 pm, not later.", None);
    }
}
