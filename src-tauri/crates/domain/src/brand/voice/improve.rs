//! The smallest edits that would raise a text's voice score.
//!
//! Each is a change at one place that a measure asks for: a word of the lists, a sign that the brand does
//! not use, a sentence that is too long or too far from its wording. What is kept is what in fact raises
//! the score.

use super::style::is_emoji;
use super::{VoiceProfile, ratio};
use crate::brand::BrandRules;
use crate::brand::matching::Words;
use crate::text::{Span, sentences, words};
use serde::{Deserialize, Serialize};

/// Edits that are tried and that are given.
const TRIED: usize = 24;
const GIVEN: usize = 5;
/// An edit raises the score by at least this, or it is not worth a click.
const LEAST_GAIN: f32 = 0.1;
/// Of two edits that raise the score alike the one that changes less comes first: points for each letter
/// that is taken out or put in.
const COST_OF_LETTER: f32 = 0.004;
/// A habit that fewer posts than this have is not the brand's.
const RARE: f32 = 0.12;

/// An edit at one place of a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct Improvement {
    /// `never-word`, `prefer-word`, `exclamations`, `emoji`, `hashtags`, `contractions`, `long-sentence`,
    /// `wording-far`.
    pub code: String,
    /// What is replaced.
    pub span: Span,
    pub replacement: String,
    /// The score of the whole text after the edit.
    pub score: f32,
}

struct Edit {
    code: &'static str,
    span: Span,
    replacement: String,
}

impl VoiceProfile {
    /// Edits that raise the score, the best first, at most five; none where there is no score.
    pub fn improvements(&self, rules: &BrandRules, text: &str) -> Vec<Improvement> {
        let Some(before) = self.score(rules, text).score else {
            return Vec::new();
        };
        let mut edits = Vec::new();
        never_words(rules, text, &mut edits);
        preferred_words(rules, text, &mut edits);
        self.signs(rules, text, &mut edits);
        self.long_sentences(rules, text, &mut edits);
        self.far_sentence(text, &mut edits);
        edits.truncate(TRIED);
        let mut found: Vec<(f32, Improvement)> = edits
            .into_iter()
            .filter_map(|edit| {
                let mut changed = text.to_owned();
                changed.replace_range(edit.span.range(), &edit.replacement);
                let score = self.score(rules, &changed).score?;
                let letters = edit.span.range().len() + edit.replacement.len();
                (score - before >= LEAST_GAIN && words(&changed).next().is_some()).then(|| {
                    let worth = score - before - COST_OF_LETTER * ratio(letters, 1);
                    let improvement = Improvement {
                        code: edit.code.to_owned(),
                        span: edit.span,
                        replacement: edit.replacement,
                        score,
                    };
                    (worth, improvement)
                })
            })
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        found.truncate(GIVEN);
        found
            .into_iter()
            .map(|(_, improvement)| improvement)
            .collect()
    }

    fn signs(&self, rules: &BrandRules, text: &str, edits: &mut Vec<Edit>) {
        let rare = |habit: &str, ruled: Option<bool>| {
            let share = self.habits.get(habit).copied().unwrap_or(0.0);
            ruled.map_or(share < RARE, |wanted| !wanted)
        };
        let marks = rare("exclamations", rules.exclamation_marks);
        let emoji = rare("emoji", rules.emoji);
        for (at, sign) in text.char_indices() {
            let end = at + sign.len_utf8();
            if marks && sign == '!' {
                // "Great!!" ends in one full stop.
                let again = text[..at].ends_with('!');
                let replacement = if again { "" } else { "." };
                push(edits, "exclamations", at..end, replacement);
            }
            if emoji && is_emoji(sign) {
                let rest = &text[end..];
                let joined = rest
                    .find(|c| !matches!(c, '\u{fe0f}' | '\u{200d}'))
                    .unwrap_or(rest.len());
                let from = at - usize::from(text[..at].ends_with(' '));
                push(edits, "emoji", from..end + joined, "");
            }
        }
        let most = self.hashtags.high;
        let tags: Vec<Span> = text
            .split_whitespace()
            .filter(|word| word.len() > 1 && word.starts_with('#'))
            .map(|word| {
                let start = word.as_ptr() as usize - text.as_ptr() as usize;
                let from = start - usize::from(text[..start].ends_with(' '));
                Span::of(from..start + word.len())
            })
            .collect();
        if ratio(tags.len(), 1) > most
            && let Some(last) = tags.last()
        {
            push(edits, "hashtags", last.range(), "");
        }
        if rare("contractions", rules.contractions.filter(|wanted| !wanted)) {
            for word in words(text) {
                if let Some(full) = expanded(word.text) {
                    push(edits, "contractions", word.span.range(), &full);
                }
            }
        }
    }

    fn long_sentences(&self, rules: &BrandRules, text: &str, edits: &mut Vec<Edit>) {
        let limit = rules
            .max_sentence_words
            .and_then(|most| u16::try_from(most).ok())
            .map_or(self.sentence_words.high + 3.0, f32::from);
        for span in sentences(text) {
            let Some(sentence) = span.slice(text) else {
                continue;
            };
            if ratio(words(sentence).count(), 1) <= limit {
                continue;
            }
            for seam in ["; ", ", and ", ", but ", " – ", " — ", ", und ", ", aber "] {
                for (at, _) in sentence.match_indices(seam) {
                    let start = span.range().start + at;
                    let rest = &sentence[at + seam.len()..];
                    let enough = words(rest).count() >= 4 && words(&sentence[..at]).count() >= 4;
                    let Some(first) = rest.chars().next().filter(|_| enough) else {
                        continue;
                    };
                    let end = start + seam.len() + first.len_utf8();
                    let capital: String = first.to_uppercase().collect();
                    push(edits, "long-sentence", start..end, &format!(". {capital}"));
                }
            }
        }
    }

    /// A sentence more or less: of three or more, the one farthest from the brand's wording can go.
    fn far_sentence(&self, text: &str, edits: &mut Vec<Edit>) {
        if sentences(text).len() < 3 {
            return;
        }
        if let Some(span) = self.farthest_sentence(text) {
            take_out(edits, "wording-far", span, text);
        }
    }
}

fn never_words(rules: &BrandRules, text: &str, edits: &mut Vec<Edit>) {
    let found = Words::of(text);
    for rule in &rules.never {
        for used in found.uses(&rule.text) {
            let instead = rules.prefer.iter().find(|preference| {
                preference
                    .instead_of
                    .iter()
                    .any(|bad| bad.eq_ignore_ascii_case(&rule.text))
            });
            if let Some(preference) = instead {
                let replacement = like(used.span, text, &preference.text);
                push(edits, "never-word", used.span.range(), &replacement);
                continue;
            }
            // One word in a sentence can be left out; where more hangs on it, the sentence goes.
            if words(used.span.slice(text).unwrap_or_default()).count() == 1 {
                take_out(edits, "never-word", used.span, text);
            }
            let around = sentences(text)
                .into_iter()
                .find(|span| span.overlaps(used.span));
            if let Some(sentence) = around.filter(|_| sentences(text).len() > 1) {
                take_out(edits, "never-word", sentence, text);
            }
        }
    }
}

fn preferred_words(rules: &BrandRules, text: &str, edits: &mut Vec<Edit>) {
    let found = Words::of(text);
    for preference in &rules.prefer {
        for bad in &preference.instead_of {
            for used in found.uses(bad) {
                let replacement = like(used.span, text, &preference.text);
                push(edits, "prefer-word", used.span.range(), &replacement);
            }
        }
    }
}

fn push(edits: &mut Vec<Edit>, code: &'static str, range: std::ops::Range<usize>, text: &str) {
    edits.push(Edit {
        code,
        span: Span::of(range),
        replacement: text.to_owned(),
    });
}

/// Takes a span out with the white space that would be left double.
fn take_out(edits: &mut Vec<Edit>, code: &'static str, span: Span, text: &str) {
    let range = span.range();
    let rest = text.get(range.end..).unwrap_or_default();
    let after = rest.len() - rest.trim_start().len();
    let before = text.get(..range.start).unwrap_or_default();
    let lead = before.len() - before.trim_end().len();
    let range = if lead >= after && (rest.is_empty() || after > 0) {
        range.start - lead..range.end + if lead == 0 { after } else { 0 }
    } else {
        range.start..range.end + after
    };
    push(edits, code, range, "");
}

/// The replacement with a capital where the replaced words had one.
fn like(span: Span, text: &str, replacement: &str) -> String {
    let capital = span
        .slice(text)
        .and_then(|word| word.chars().next())
        .is_some_and(char::is_uppercase);
    let mut letters = replacement.chars();
    match letters.next().filter(|_| capital) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => replacement.to_owned(),
    }
}

/// "we'll" in full; `None` where the full form cannot be told ("it's" is "it is" or "it has").
fn expanded(word: &str) -> Option<String> {
    let plain = word.replace('\u{2019}', "'");
    let lower = plain.to_lowercase();
    let full = match lower.as_str() {
        "can't" => "cannot".to_owned(),
        "won't" => "will not".to_owned(),
        "i'm" => "I am".to_owned(),
        "let's" => "let us".to_owned(),
        _ => {
            let ends = [
                ("n't", " not"),
                ("'re", " are"),
                ("'ve", " have"),
                ("'ll", " will"),
            ];
            let (end, full) = ends.iter().find(|(end, _)| lower.ends_with(end))?;
            format!("{}{full}", plain.get(..plain.len() - end.len())?)
        }
    };
    let capital = word.starts_with(char::is_uppercase);
    let mut letters = full.chars();
    let first = letters.next()?;
    Some(if capital {
        first.to_uppercase().chain(letters).collect()
    } else {
        full
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contraction_is_written_in_full_where_it_has_one_full_form() {
        let check = |word: &str, expect: Option<&str>| {
            assert_eq!(expanded(word).as_deref(), expect, "{word}");
        };
        check("we'll", Some("we will"));
        check("Don’t", Some("Do not"));
        check("can't", Some("cannot"));
        check("it's", None);
        check("yard", None);
    }

    #[test]
    fn what_is_taken_out_leaves_no_double_space() {
        let check = |text: &str, word: &str, expect: &str| {
            let at = text.find(word).expect("the word is there");
            let mut edits = Vec::new();
            take_out(&mut edits, "x", Span::of(at..at + word.len()), text);
            let mut left = text.to_owned();
            left.replace_range(edits[0].span.range(), "");
            assert_eq!(left, expect);
        };
        check("A seamless crust.", "seamless", "A crust.");
        check("One. Two. Three.", "Two.", "One. Three.");
        check("One. Two.", "Two.", "One.");
        check("One.\n\nTwo.", "One.", "Two.");
    }
}
