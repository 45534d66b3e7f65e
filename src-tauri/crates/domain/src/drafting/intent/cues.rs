//! Cues: words by which a brief says what kind of post it wants.
//!
//! The tables beside this file have a line for each: goal, weight, place, pattern. A pattern is a row of
//! tokens. A token is a word (`a|b`: either; `word*`: any word that starts so), `#` for a number,
//! `@person` or another class of words, `~` for up to three words in between, or one of the signs
//! `% ? £ $ €`. Place `start` means: nothing stands before it but words of instruction ("please write a
//! post about"); `first`: nothing at all.

use super::lexicon;
use super::tokens::Token;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Evidence per goal, only for goals that have any.
pub(super) fn evidence(tokens: &[Token<'_>], opening: usize) -> BTreeMap<&'static str, f32> {
    let mut found: Vec<Found> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let first = token.folded.chars().next().unwrap_or('\0');
        // A compound is looked up by its own first letter and by that of its head.
        let of_head = token.head.as_ref().and_then(|head| head.chars().next());
        let letters = std::iter::once(first).chain(of_head.filter(|letter| *letter != first));
        let by_letter =
            letters.flat_map(|letter| TABLE.by_letter.get(&letter).into_iter().flatten());
        for cue in by_letter.chain(&TABLE.by_class) {
            let placed = match cue.place {
                Place::Any => true,
                Place::Start => at <= opening,
                Place::First => at == 0,
            };
            if !placed || negated(tokens, at) || (cue.asks_for_task() && !imperative(tokens, at)) {
                continue;
            }
            if let Some(end) = match_here(&cue.pattern, tokens, at) {
                let solid = !cue.pattern.iter().any(|slot| matches!(slot, Slot::Gap));
                found.push(Found {
                    goal: cue.goal,
                    start: at,
                    end,
                    weight: cue.weight,
                    solid,
                });
            }
        }
    }
    let mut by_goal: BTreeMap<&'static str, Vec<Found>> = BTreeMap::new();
    for cue in without_parts_of_longer(found) {
        by_goal.entry(cue.goal).or_default().push(cue);
    }
    by_goal
        .into_iter()
        .map(|(goal, found)| (goal, total(found)))
        .collect()
}

/// "Go on sale" speaks of a launch, so the "sale" in it does not speak of an offer: a cue gives way to a
/// longer one of another goal that holds its words and weighs as much.
fn without_parts_of_longer(found: Vec<Found>) -> Vec<Found> {
    // Far more matches than a brief of ordinary words can have: no text may make this slow.
    let longer: Vec<Found> = found
        .iter()
        .filter(|cue| cue.solid && cue.end - cue.start > 1)
        .take(MAX_LONGER)
        .cloned()
        .collect();
    found
        .into_iter()
        .filter(|cue| {
            !longer.iter().any(|other| {
                other.goal != cue.goal
                    && other.weight >= cue.weight
                    && other.start <= cue.start
                    && cue.end <= other.end
                    && other.end - other.start > cue.end - cue.start
            })
        })
        .collect()
}

const MAX_LONGER: usize = 100;

/// A cue that matched, over the tokens `start..end`.
#[derive(Debug, Clone)]
struct Found {
    goal: &'static str,
    start: usize,
    end: usize,
    weight: f32,
    /// Without a gap: all words from start to end belong to it.
    solid: bool,
}

/// The strongest cue counts in full, further ones that share no word with it a third: three hints are
/// worth one clear word, and a long brief does not win by its length.
fn total(mut found: Vec<Found>) -> f32 {
    found.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.start.cmp(&b.start)));
    let mut kept: Vec<Found> = Vec::new();
    let mut sum = 0.0;
    for cue in found {
        if kept
            .iter()
            .all(|k| cue.end <= k.start || k.end <= cue.start)
        {
            sum += if kept.is_empty() {
                cue.weight
            } else {
                cue.weight * FURTHER
            };
            kept.push(cue);
        }
        if kept.len() == MAX_CUES {
            break;
        }
    }
    sum
}

const FURTHER: f32 = 0.35;
const MAX_CUES: usize = 4;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Any,
    Start,
    First,
}

#[derive(Debug)]
struct Cue {
    goal: &'static str,
    weight: f32,
    place: Place,
    pattern: Vec<Slot>,
}

impl Cue {
    /// Whether it starts with a task, which has to be an imperative: "swap" in "can I swap" is none.
    fn asks_for_task(&self) -> bool {
        matches!(self.pattern.first(), Some(Slot::Words(words)) if matches!(words.first(), Some(Word::Task)))
    }
}

#[derive(Debug)]
enum Slot {
    Words(Vec<Word>),
    Gap,
}

#[derive(Debug)]
enum Word {
    Exact(&'static str),
    Prefix(&'static str),
    Number,
    Person,
    Weekday,
    Month,
    Worker,
    /// "clean"
    Task,
    /// "cleaning"
    Tasking,
    /// "moved"
    Done,
    /// What a question can be about: no word that makes "can" or "do" a request to us.
    Subject,
}

const REQUESTED: &[&str] = &[
    "you",
    "u",
    "a",
    "an",
    "some",
    "something",
    "one",
    "two",
    "three",
    "me",
    "us",
    "not",
    "ein",
    "eine",
    "einen",
    "mir",
];

struct Table {
    /// Cues by a letter that their first word may start with.
    by_letter: BTreeMap<char, Vec<Cue>>,
    /// Cues that start with a class.
    by_class: Vec<Cue>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        by_letter: BTreeMap::new(),
        by_class: Vec::new(),
    };
    for line in lines() {
        let Some(cue) = parsed(line) else { continue };
        let Some(Slot::Words(first)) = cue.pattern.first() else {
            continue;
        };
        let mut letters: Vec<char> = first.iter().filter_map(Word::letter).collect();
        letters.sort_unstable();
        letters.dedup();
        if first.iter().any(|word| word.letter().is_none()) {
            table.by_class.push(cue);
            continue;
        }
        for letter in letters {
            // Each line is short: parsing it again is simpler than sharing it.
            table
                .by_letter
                .entry(letter)
                .or_default()
                .extend(parsed(line));
        }
    }
    table
});

/// The lines that hold a cue.
fn lines() -> impl Iterator<Item = &'static str> {
    [include_str!("cues.en.tsv"), include_str!("cues.de.tsv")]
        .into_iter()
        .flat_map(str::lines)
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

fn parsed(line: &'static str) -> Option<Cue> {
    let mut columns = line.split('\t');
    let goal = columns.next()?;
    let weight = columns.next()?.parse().ok()?;
    let place = match columns.next()? {
        "any" => Place::Any,
        "start" => Place::Start,
        "first" => Place::First,
        _ => return None,
    };
    let pattern = columns
        .next()?
        .split_whitespace()
        .map(|slot| match slot {
            "~" => Slot::Gap,
            _ => Slot::Words(slot.split('|').map(Word::of).collect()),
        })
        .collect();
    Some(Cue {
        goal,
        weight,
        place,
        pattern,
    })
}

impl Word {
    fn of(text: &'static str) -> Self {
        match text {
            "#" => Self::Number,
            "@person" => Self::Person,
            "@weekday" => Self::Weekday,
            "@month" => Self::Month,
            "@worker" => Self::Worker,
            "@task" => Self::Task,
            "@tasking" => Self::Tasking,
            "@done" => Self::Done,
            "@subject" => Self::Subject,
            _ => match text.strip_suffix('*') {
                Some(prefix) => Self::Prefix(prefix),
                None => Self::Exact(text),
            },
        }
    }

    /// The letter that a word has to start with; classes have none.
    fn letter(&self) -> Option<char> {
        match self {
            Self::Exact(text) | Self::Prefix(text) => text.chars().next(),
            _ => None,
        }
    }

    fn matches(&self, token: &Token<'_>) -> bool {
        match self {
            Self::Exact(text) => token.folded == *text || token.head.as_deref() == Some(text),
            Self::Prefix(prefix) => token.folded.starts_with(prefix),
            Self::Number => token.is_number(),
            Self::Person => lexicon::is_person(&token.folded),
            Self::Weekday => lexicon::WEEKDAYS.has(&token.folded),
            Self::Month => lexicon::MONTHS.has(&token.folded),
            Self::Worker => lexicon::is_worker(&token.folded),
            Self::Task => lexicon::TASKS.has(&token.folded),
            Self::Tasking => lexicon::is_tasking(&token.folded),
            Self::Done => lexicon::is_done(&token.folded),
            Self::Subject => !REQUESTED.contains(&token.folded.as_str()) && !token.is_sign(),
        }
    }
}

/// Where the pattern ends if it matches at `at`.
fn match_here(pattern: &[Slot], tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let Some((first, rest)) = pattern.split_first() else {
        return Some(at);
    };
    match first {
        Slot::Gap => (0..=MAX_GAP).find_map(|skip| {
            let crossed = tokens.get(at.checked_sub(1)?..at + skip)?;
            let whole = crossed.iter().all(|token| !token.ends_clause);
            whole.then(|| match_here(rest, tokens, at + skip))?
        }),
        Slot::Words(words) => {
            let token = tokens.get(at)?;
            let held = words.iter().any(|word| word.matches(token));
            held.then(|| match_here(rest, tokens, at + 1))?
        }
    }
}

const MAX_GAP: usize = 3;

/// Whether a verb stands where an imperative does: first, behind a clause, or after "to" or "post".
fn imperative(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else {
        return true;
    };
    before.ends_clause
        || matches!(
            before.folded.as_str(),
            "to" | "please" | "post" | "tweet" | "reel" | "caption" | "and"
        )
}

/// "no discount", "not an offer", "kein Angebot": the cue after it does not count. "Not only" is no
/// negation, and a question mark cannot be negated.
fn negated(tokens: &[Token<'_>], at: usize) -> bool {
    if tokens.get(at).is_some_and(|token| token.folded == "?") {
        return false;
    }
    let from = at.saturating_sub(3);
    let before = tokens.get(from..at).unwrap_or_default();
    before.iter().enumerate().any(|(index, token)| {
        let next = tokens
            .get(from + index + 1)
            .map(|token| token.folded.as_str());
        let near =
            at - (from + index) <= 2 || lexicon::NEGATIONS_FAR.contains(&token.folded.as_str());
        near && lexicon::NEGATIONS.contains(&token.folded.as_str())
            && !matches!(next, Some("only" | "nur" | "longer" | "matter"))
            && before
                .get(index..)
                .is_some_and(|between| between.iter().all(|token| !token.ends_clause))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafting::intent::GOALS;

    #[test]
    fn every_line_of_the_tables_is_a_cue_for_a_known_goal() {
        for line in lines() {
            let cue = parsed(line);
            let known = cue.as_ref().is_some_and(|cue| {
                GOALS.contains(&cue.goal) && matches!(cue.pattern.first(), Some(Slot::Words(_)))
            });
            assert!(known, "not a cue: {line}");
        }
    }

    #[test]
    fn patterns_are_written_in_the_folded_form_in_which_they_are_compared() {
        for line in lines() {
            let pattern = line.split('\t').nth(3).unwrap_or_default();
            assert_eq!(pattern, crate::text::fold(pattern), "of {line}");
        }
    }
}
