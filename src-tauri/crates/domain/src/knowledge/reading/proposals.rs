//! What a sentence that does not stand alone is good for, and what two make together.

use super::emit::{Judged, Proposal, Run, Source};
use super::judge::{self, Verdict};
use super::{grammar, titles};
use crate::knowledge::{EntryKind, StatementForm};
use crate::language::Language;
use crate::text::{Span, fold};

/// Longest question of a text's own that is kept, in words.
const MOST_WORDS_ASKED: usize = 8;

/// Longest fragment in words, with and without a full stop.
const MOST_WORDS_CLOSED: usize = 30;
const MOST_WORDS_OPEN: usize = 20;

/// A step that takes up the one before it: it is kept, for a how-to with a gap helps nobody.
pub(super) fn step(one: &Judged, quoted: bool) -> Proposal {
    Proposal {
        statement: one.sentence.text.clone(),
        span: one.span,
        form: StatementForm::Reply,
        quoted,
        confidence: 0.7,
    }
}

/// A step of several sentences as one: what it says after its order explains it, and a how-to counts its
/// steps, not its sentences.
pub(super) fn whole_step(judged: &[Judged], source: &Source) -> Option<Proposal> {
    let usable = judged
        .iter()
        .all(|one| !matches!(one.verdict, Verdict::Unusable(_)) && !one.sentence.quoted);
    let statement: Vec<&str> = judged
        .iter()
        .map(|one| one.sentence.text.as_str())
        .collect();
    let statement = statement.join(" ");
    let words = statement.split_whitespace().count();
    let (first, last) = (judged.first()?, judged.last()?);
    let fits = source.kind == EntryKind::Step
        && usable
        && words <= judge::MAX_WORDS
        && judge::is_closed(&last.sentence.text);
    fits.then(|| Proposal {
        statement: titles::capitalized(&statement),
        span: first.span.join(last.span),
        form: StatementForm::Sentence,
        quoted: source.quoted,
        confidence: 0.85,
    })
}

/// A sentence that leans on the ones before it, if all that it can lean on is kept. Its span begins where
/// theirs ends: a bold word between them is no gap.
pub(super) fn following(one: &Judged, run: &Run, quoted: bool) -> Option<Proposal> {
    let fits = judge::is_closed(&one.sentence.text)
        && run.quoted == quoted
        && points_at(&one.sentence.text, &run.text);
    fits.then(|| Proposal {
        statement: one.sentence.text.clone(),
        span: Span {
            start: run.end,
            end: one.span.end,
        },
        form: StatementForm::Following,
        quoted,
        confidence: 0.8,
    })
}

/// A short question that the text itself asks ("Got a puppy?"): for the sentence behind it.
pub(super) fn asked(one: &Judged, quoted: bool) -> Option<Proposal> {
    let words = one.sentence.text.split_whitespace().count();
    let fits = words <= MOST_WORDS_ASKED && !quoted && one.sentence.text.ends_with('?');
    fits.then(|| Proposal {
        statement: one.sentence.text.clone(),
        span: one.span,
        form: StatementForm::Following,
        quoted,
        confidence: 0.6,
    })
}

/// Something without a verb or a subject.
pub(super) fn fragment(one: &Judged, source: &Source, quoted: bool) -> Option<Proposal> {
    let text = one.sentence.text.trim_end_matches(['.', ';', ',']).trim();
    let words = text.split_whitespace().count();
    let most = if judge::is_closed(&one.sentence.text) {
        MOST_WORDS_CLOSED
    } else {
        MOST_WORDS_OPEN
    };
    if !(2..=most).contains(&words) || text.ends_with(':') {
        return None;
    }
    let bare = words <= 8 && !text.contains([',', ':', '–', ';']);
    let says_what_was_done = text
        .split(' ')
        .next()
        .is_some_and(|word| word.ends_with("ed"));
    let form =
        if bare && !says_what_was_done && !grammar::has_finite_verb(text, source.language, false) {
            StatementForm::NounPhrase
        } else {
            StatementForm::Fragment
        };
    // Running text keeps its full stop: it can go on behind its neighbors, an item of a list cannot.
    let ended = source.kind == EntryKind::Statement && judge::is_closed(&one.sentence.text);
    let statement = if ended {
        one.sentence.text.trim()
    } else {
        text
    };
    Some(Proposal {
        statement: titles::capitalized(statement),
        span: one.span,
        form,
        quoted,
        confidence: 0.6,
    })
}

pub(super) fn ends_sentence(text: &str) -> bool {
    judge::is_closed(text) || text.ends_with('?')
}

/// An answer's second sentence behind its first, as one statement.
pub(super) fn joined(before: &Proposal, one: &Judged, quoted: bool) -> Option<Proposal> {
    let words = |text: &str| text.split_whitespace().count();
    let fits = before.form == StatementForm::Sentence
        && judge::is_closed(&one.sentence.text)
        && words(&before.statement) + words(&one.sentence.text) <= judge::MAX_WORDS + 5
        && before.quoted == quoted
        && points_at(&one.sentence.text, &before.statement);
    fits.then(|| Proposal {
        statement: format!("{} {}", before.statement, one.sentence.text),
        span: before.span.join(one.span),
        form: StatementForm::Sentence,
        quoted,
        confidence: 0.8,
    })
}

/// "This loaf keeps" behind a sentence about a loaf; "This means" and "It" behind anything.
fn points_at(sentence: &str, before: &str) -> bool {
    let words: Vec<String> = crate::text::words(sentence)
        .take(2)
        .map(|word| fold(word.text))
        .collect();
    let [first, second] = words.as_slice() else {
        return false;
    };
    let pointing = [
        "this", "these", "those", "that", "such", "diese", "dieser", "dieses", "diesem", "diesen",
    ];
    if !pointing.contains(&first.as_str()) || grammar::is_english_verb(second) {
        return true;
    }
    let stem = second.strip_suffix('s').unwrap_or(second);
    fold(before).contains(stem)
}

/// "The plan shows each piece" takes up "a cutting plan" of an earlier sentence.
pub(super) fn takes_up(sentence: &str, before: &[Judged], language: Language) -> bool {
    let (definite, indefinite): (&[&str], &[&str]) = match language {
        Language::English => (&["the"], &["a", "an", "one", "another"]),
        Language::German => (
            &["der", "die", "das"],
            &["ein", "eine", "einen", "einem", "einer"],
        ),
        Language::Other => return false,
    };
    let mut words = crate::text::words(sentence).map(|word| word.text);
    let (Some(article), Some(noun)) = (words.next(), words.next()) else {
        return false;
    };
    let is_in = |word: &str, list: &[&str]| list.iter().any(|one| one.eq_ignore_ascii_case(word));
    if !is_in(article, definite) {
        return false;
    }
    before.iter().any(|earlier| {
        if !earlier.sentence.text.contains(noun) {
            return false;
        }
        let words: Vec<&str> = crate::text::words(&earlier.sentence.text)
            .map(|word| word.text)
            .collect();
        words.iter().enumerate().any(|(at, word)| {
            *word == noun
                && words[at.saturating_sub(3)..at]
                    .iter()
                    .any(|word| is_in(word, indefinite))
        })
    })
}
