//! What a skill asserts about the posts that it writes.

use super::error::{Place, SkillError};
use super::fields::{Fields, text, whole};
use super::yaml::{Node, Value};
use crate::text::{Span, fold, sentences, words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An assertion about a post's text. Hashtags at its end are not counted as words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    MaxWords(u32),
    MinWords(u32),
    /// Of every sentence.
    MaxSentenceWords(u32),
    /// Of the first sentence, which has to work alone above the fold.
    MaxFirstSentenceWords(u32),
    MaxHashtags(u32),
    MaxQuestions(u32),
    MaxExclamations(u32),
    /// Lines that are numbered steps.
    MinSteps(u32),
    /// At least one digit.
    HasNumber,
    /// The first sentence is a question.
    StartsWithQuestion,
    /// Words and phrases that do not occur, whatever their case.
    Never(Vec<String>),
}

/// An assertion that does not hold. The catalogs turn `code` and `params` into a sentence.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct FailedCheck {
    /// `skill.check.max-words`, `skill.check.never`, …
    pub code: String,
    pub params: BTreeMap<String, String>,
    /// Bytes of the text that are meant, if not all of it.
    pub span: Option<Span>,
}

const NAMES: [&str; 11] = [
    "max-words",
    "min-words",
    "max-sentence-words",
    "max-first-sentence-words",
    "max-hashtags",
    "max-questions",
    "max-exclamations",
    "min-steps",
    "has-number",
    "starts-with-question",
    "never",
];

impl Check {
    /// The failure, if `text` does not hold what is asserted.
    pub fn failure(&self, text: &str) -> Option<FailedCheck> {
        let body = without_closing_hashtags(text);
        match self {
            Self::MaxWords(limit) => over("max-words", words(body).count(), *limit),
            Self::MinWords(limit) => under("min-words", words(body).count(), *limit),
            Self::MaxSentenceWords(limit) => sentences(body).into_iter().find_map(|span| {
                let count = words(span.slice(body)?).count();
                let failed = over("max-sentence-words", count, *limit)?;
                Some(FailedCheck {
                    span: Some(span),
                    ..failed
                })
            }),
            Self::MaxFirstSentenceWords(limit) => {
                let first = sentences(body).first().and_then(|span| span.slice(body));
                let count = words(first.unwrap_or_default()).count();
                over("max-first-sentence-words", count, *limit)
            }
            Self::MaxHashtags(limit) => {
                let count = text.split_whitespace().filter(|word| is_hashtag(word));
                over("max-hashtags", count.count(), *limit)
            }
            Self::MaxQuestions(limit) => over("max-questions", body.matches('?').count(), *limit),
            Self::MaxExclamations(limit) => {
                over("max-exclamations", body.matches('!').count(), *limit)
            }
            Self::MinSteps(limit) => {
                let steps = body.lines().filter(|line| is_step(line)).count();
                under("min-steps", steps, *limit)
            }
            Self::HasNumber => {
                let held = body.chars().any(|c| c.is_ascii_digit());
                (!held).then(|| failed("has-number", &[]))
            }
            Self::StartsWithQuestion => {
                let first = sentences(body).first().and_then(|span| span.slice(body));
                let held = first.is_some_and(|sentence| sentence.ends_with('?'));
                (!held).then(|| failed("starts-with-question", &[]))
            }
            Self::Never(phrases) => phrases.iter().find_map(|phrase| {
                let span = find_phrase(text, phrase)?;
                Some(FailedCheck {
                    span: Some(span),
                    ..failed("never", &[("phrase", phrase)])
                })
            }),
        }
    }

    /// Reads one item of the list `checks`: a mapping with one key.
    pub(super) fn read(place: Place<'_>, item: &Node) -> Result<Self, Box<SkillError>> {
        let fields = Fields::of(place, "checks", item)?;
        fields.only(&NAMES)?;
        let [pair] = fields.pairs() else {
            let expected = NAMES.join(", ");
            return Err(place.error(
                item.span.start,
                "skill.one-check-each",
                &[("expected", &expected)],
            ));
        };
        let key = pair.key.as_str();
        let number = || whole(&place, key, &pair.node);
        Ok(match key {
            "max-words" => Self::MaxWords(number()?),
            "min-words" => Self::MinWords(number()?),
            "max-sentence-words" => Self::MaxSentenceWords(number()?),
            "max-first-sentence-words" => Self::MaxFirstSentenceWords(number()?),
            "max-hashtags" => Self::MaxHashtags(number()?),
            "max-questions" => Self::MaxQuestions(number()?),
            "max-exclamations" => Self::MaxExclamations(number()?),
            "min-steps" => Self::MinSteps(number()?),
            "never" => match &pair.node.value {
                Value::List(_) => Self::Never(fields.texts(key)?),
                _ => Self::Never(vec![text(&place, key, &pair.node)?]),
            },
            _ => {
                if fields.truth(key)? != Some(true) {
                    return Err(place.error(
                        pair.node.span.start,
                        "skill.unknown-value",
                        &[("key", key), ("value", "false"), ("expected", "true")],
                    ));
                }
                match key {
                    "has-number" => Self::HasNumber,
                    _ => Self::StartsWithQuestion,
                }
            }
        })
    }
}

fn over(name: &str, found: usize, limit: u32) -> Option<FailedCheck> {
    (found > limit as usize).then(|| counted(name, found, limit))
}

fn under(name: &str, found: usize, limit: u32) -> Option<FailedCheck> {
    (found < limit as usize).then(|| counted(name, found, limit))
}

fn counted(name: &str, found: usize, limit: u32) -> FailedCheck {
    failed(
        name,
        &[("found", &found.to_string()), ("limit", &limit.to_string())],
    )
}

fn failed(name: &str, params: &[(&str, &str)]) -> FailedCheck {
    FailedCheck {
        code: format!("skill.check.{name}"),
        params: params
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        span: None,
    }
}

fn is_hashtag(word: &str) -> bool {
    word.strip_prefix('#')
        .is_some_and(|tag| tag.starts_with(char::is_alphanumeric))
}

fn without_closing_hashtags(text: &str) -> &str {
    let mut body = text.trim_end();
    while let Some(last) = body.split_whitespace().next_back() {
        if !is_hashtag(last) {
            break;
        }
        body = body[..body.len() - last.len()].trim_end();
    }
    body
}

/// "1. Measure", "2) Cut", "Step 3: lift".
fn is_step(line: &str) -> bool {
    let line = line.trim_start().to_lowercase();
    let numbered = ["step ", "schritt "]
        .iter()
        .find_map(|lead| line.strip_prefix(lead))
        .unwrap_or(&line);
    let rest = numbered.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < numbered.len() && rest.starts_with(['.', ')', ':'])
}

fn find_phrase(text: &str, phrase: &str) -> Option<Span> {
    let wanted: Vec<_> = words(phrase).map(|word| fold(word.text)).collect();
    let found: Vec<_> = words(text)
        .map(|word| (fold(word.text), word.span))
        .collect();
    if wanted.is_empty() {
        return None;
    }
    found
        .windows(wanted.len())
        .find(|window| {
            window
                .iter()
                .zip(&wanted)
                .all(|((word, _), want)| word == want)
        })
        .and_then(|window| Some(window.first()?.1.join(window.last()?.1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(assertion: &Check, text: &str, expect: Option<&str>) {
        let found = assertion.failure(text).map(|failed| {
            let words: Vec<_> = failed.params.values().cloned().collect();
            let span = failed.span.and_then(|span| span.slice(text));
            format!(
                "{} {} {}",
                failed.code,
                words.join("/"),
                span.unwrap_or("-")
            )
        });
        assert_eq!(found.as_deref(), expect, "{assertion:?} on {text:?}");
    }

    #[test]
    fn words_are_counted_without_the_hashtags_that_close_a_post() {
        check(&Check::MaxWords(3), "Cut it today.\n\n#mesh #site", None);
        let failed = Some("skill.check.max-words 3/2 -");
        check(&Check::MaxWords(2), "Cut it today.", failed);
        let failed = Some("skill.check.max-hashtags 2/1 -");
        check(&Check::MaxHashtags(1), "Cut it.\n#mesh #site", failed);
    }

    #[test]
    fn the_long_sentence_is_named_by_its_place() {
        check(
            &Check::MaxSentenceWords(3),
            "Cut it. We bring it to you. Done.",
            Some("skill.check.max-sentence-words 5/3 We bring it to you."),
        );
    }

    #[test]
    fn steps_are_numbered_lines() {
        check(&Check::MinSteps(2), "1. Measure\nStep 2: cut", None);
        let failed = Some("skill.check.min-steps 1/2 -");
        check(&Check::MinSteps(2), "1. Measure\n2 bars", failed);
    }

    #[test]
    fn a_phrase_is_found_as_whole_words_whatever_its_case() {
        let never = Check::Never(vec!["game changer".into()]);
        check(&never, "We are game changers.", None);
        check(
            &never,
            "A real Game Changer.",
            Some("skill.check.never game changer Game Changer"),
        );
    }

    #[test]
    fn a_question_first_means_the_first_sentence() {
        check(&Check::StartsWithQuestion, "How long? A day.", None);
        check(
            &Check::StartsWithQuestion,
            "A day. How long?",
            Some("skill.check.starts-with-question  -"),
        );
        check(
            &Check::HasNumber,
            "a day",
            Some("skill.check.has-number  -"),
        );
    }
}
