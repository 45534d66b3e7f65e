//! Word lists of guards, as text files: which of their terms stand in a text.

use super::reading::Reading;
use crate::language::Language;
use crate::text::{Span, fold, words};
use std::collections::HashMap;

/// A list, prepared once: each term is looked up by its first word.
#[derive(Debug)]
pub(super) struct Lexicon {
    rows: Vec<Row>,
    by_first_word: HashMap<String, Vec<usize>>,
    /// Rows whose term ends in `*`: any ending follows.
    stems: Vec<usize>,
}

/// A line of the file: language, the words of the term, and what the guard keeps beside it.
#[derive(Debug)]
pub(super) struct Row {
    /// `None`: in every language.
    language: Option<Language>,
    folded: Vec<String>,
    pub(super) fields: Vec<&'static str>,
}

impl Lexicon {
    /// Reads lines of `language <tab> term <tab> …`; a line that starts with `#` is a remark. The language
    /// is `en`, `de` or `*`. Hyphens in a term stand for hyphens, spaces or nothing but a line's end.
    pub(super) fn read(data: &'static str) -> Self {
        let mut lexicon = Self {
            rows: Vec::new(),
            by_first_word: HashMap::new(),
            stems: Vec::new(),
        };
        for line in data.lines() {
            let mut fields = line.split('\t').map(str::trim);
            let (Some(language), Some(term)) = (fields.next(), fields.next()) else {
                continue;
            };
            if language.starts_with('#') {
                continue;
            }
            let row = Row {
                language: match language {
                    "en" => Some(Language::English),
                    "de" => Some(Language::German),
                    _ => None,
                },
                folded: words(term.trim_end_matches('*'))
                    .map(|word| fold(word.text))
                    .collect(),
                fields: fields.collect(),
            };
            let Some(first) = row.folded.first() else {
                continue;
            };
            let index = lexicon.rows.len();
            if term.ends_with('*') {
                lexicon.stems.push(index);
            } else {
                let rows = lexicon.by_first_word.entry(first.clone()).or_default();
                rows.push(index);
            }
            lexicon.rows.push(row);
        }
        lexicon
    }

    /// Where terms of the draft's language stand, ascending and apart; at one place the longest.
    pub(super) fn find(&self, reading: &Reading<'_>) -> Vec<(Span, &Row)> {
        let tokens = reading.tokens();
        let speaks = |row: &&Row| row.language.is_none_or(|spoken| spoken == reading.language);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let listed = self.by_first_word.get(&token.folded).into_iter().flatten();
            let stem = self.stems.iter().filter(|index| {
                let stem = self.rows.get(**index).and_then(|row| row.folded.first());
                stem.is_some_and(|stem| token.folded.starts_with(stem.as_str()))
            });
            let best = listed
                .chain(stem)
                .filter_map(|index| self.rows.get(*index))
                .filter(speaks)
                .filter_map(|row| Some((self.length_at(reading, at, row)?, row)))
                .max_by_key(|(length, _)| *length);
            let Some((length, row)) = best.filter(|_| !token.fixed) else {
                at += 1;
                continue;
            };
            let last = tokens.get(at + length - 1).unwrap_or(token);
            found.push((token.span.join(last.span), row));
            at += length;
        }
        found
    }

    /// How many words of the text a row's term covers from a word on.
    fn length_at(&self, reading: &Reading<'_>, at: usize, row: &Row) -> Option<usize> {
        let tokens = reading.tokens().get(at..at + row.folded.len())?;
        for (offset, (token, word)) in tokens.iter().zip(&row.folded).enumerate().skip(1) {
            let before = tokens[offset - 1].span.range().end;
            let gap = reading.text.get(before..token.span.range().start)?;
            let joined = gap
                .chars()
                .all(|c| matches!(c, ' ' | '\u{a0}' | '\n' | '-'));
            if token.folded != *word || !joined || gap.matches('\n').count() > 1 {
                return None;
            }
        }
        Some(row.folded.len())
    }

    #[cfg(test)]
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }
}

/// A replacement in the case of what stood there: "Chairman" becomes "Chair", "CHAIRMAN" "CHAIR".
pub(super) fn in_case_of(replacement: &str, written: &str) -> String {
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let mut rest = letters.peekable();
    if first && rest.peek().is_some() && rest.all(char::is_uppercase) {
        return replacement.to_uppercase();
    }
    let mut out = replacement.chars();
    match out.next() {
        Some(c) if first => c.to_uppercase().chain(out).collect(),
        _ => replacement.to_owned(),
    }
}
