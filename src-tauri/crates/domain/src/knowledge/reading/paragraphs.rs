//! A paragraph's lines and sentences, with their places and with who says them.

use super::plain::Plain;
use crate::text;
use std::ops::Range;

/// A sentence of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    /// In the block's plain text.
    pub(super) range: Range<usize>,
    /// Without markup, with single spaces, without the quotation marks around it.
    pub(super) text: String,
    /// Stands between quotation marks, or holds a long quotation.
    pub(super) quoted: bool,
}

/// Words of a quotation from which on it is somebody's statement and not a word that is named.
const LONG_QUOTE_WORDS: usize = 5;

/// The lines of a text that mean something by their end: others are joined to the one before.
pub(super) fn lines(plain: &mut Plain) -> Vec<Range<usize>> {
    let breaks: Vec<usize> = plain.text.match_indices('\n').map(|(at, _)| at).collect();
    let longest = plain
        .text
        .split('\n')
        .map(str::len)
        .max()
        .unwrap_or_default();
    let mut starts = vec![0];
    for at in breaks {
        let from = starts.last().copied().unwrap_or_default();
        let before = plain.text[from..at].rsplit('\n').next().unwrap_or_default();
        let after = plain.text[at + 1..].split('\n').next().unwrap_or_default();
        if is_border(before, after, longest) {
            starts.push(at + 1);
        } else {
            plain.join_line(at);
        }
    }
    let ends = starts
        .iter()
        .skip(1)
        .map(|start| start - 1)
        .chain([plain.text.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| *start..end)
        .filter(|range| !plain.text[range.clone()].trim().is_empty())
        .collect()
}

/// The sentences under a range of a text.
pub(super) fn sentences(plain: &Plain, range: Range<usize>) -> Vec<Sentence> {
    let Some(line) = plain.text.get(range.clone()) else {
        return Vec::new();
    };
    let quotes = quotations(line);
    text::sentences(line)
        .into_iter()
        .filter_map(|span| {
            let mut span = span;
            // "„Sauber gearbeitet.“ – Kundin aus Herford": the name behind the dash is not said.
            if let Some(quote) = quotes
                .iter()
                .find(|quote| quote.start == span.start as usize && quote.end < span.end as usize)
                && line[quote.end..span.end as usize]
                    .trim_start()
                    .starts_with(['–', '—', '-'])
            {
                span.end = text::Span::of(0..quote.end).end;
            }
            let written = span.slice(line)?;
            let inside = quotes.iter().any(|quote| {
                quote.start <= span.start as usize && span.end as usize <= quote.end + 1
            });
            let holds_long = quotes.iter().any(|quote| {
                (span.start as usize) <= quote.start
                    && quote.end <= span.end as usize
                    && line[quote.clone()].split_whitespace().count() >= LONG_QUOTE_WORDS
            });
            let joined = written.split_whitespace().collect::<Vec<_>>().join(" ");
            let text = if inside {
                joined
                    .trim_matches(['"', '“', '”', '„', '«', '»'])
                    .trim()
                    .to_owned()
            } else {
                joined
            };
            Some(Sentence {
                range: range.start + span.start as usize..range.start + span.end as usize,
                text,
                quoted: inside || holds_long,
            })
        })
        .collect()
}

/// A line of "Key: value": the key, and where the value begins.
pub(super) fn key_value(line: &str) -> Option<(&str, usize)> {
    let (key, rest) = line.split_once(':')?;
    let value = rest.trim_start();
    let words = key.split_whitespace().count();
    let fits = (1..=5).contains(&words)
        && key.chars().count() <= 40
        && key.trim_start().starts_with(char::is_uppercase)
        && !key.contains(['.', '!', '?', ',', '"', '“', '('])
        && rest.starts_with([' ', '\t'])
        && !value.is_empty();
    fits.then(|| (key.trim(), key.len() + 1 + (rest.len() - value.len())))
}

/// Room that a line wrapped by hand may leave, in bytes.
const SLACK: usize = 8;

/// Whether a line ends on a word that never ends a line by intent.
fn ends_open(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default().to_lowercase();
    matches!(
        last.as_str(),
        "a" | "an"
            | "and"
            | "at"
            | "by"
            | "for"
            | "from"
            | "in"
            | "is"
            | "of"
            | "on"
            | "or"
            | "our"
            | "the"
            | "to"
            | "with"
            | "your"
    )
}

fn is_border(before: &str, after: &str, longest: usize) -> bool {
    let before = before.trim();
    let after = after.trim();
    if before.is_empty() || after.is_empty() {
        return true;
    }
    let marked = after.starts_with(['•', '–', '✓', '✔', '→', '—'])
        || ["Q:", "A:", "F:", "Q.", "A.", "Frage:", "Antwort:"]
            .iter()
            .any(|mark| after.starts_with(mark));
    if marked || key_value(after).is_some() || key_value(before).is_some() && before.len() < 50 {
        return true;
    }
    if before.ends_with(['.', '!', '?', '…']) {
        return false;
    }
    if before.ends_with(':') {
        return true;
    }
    // A line that is wrapped is nearly as long as the longest; a line that ends early means to.
    let next = after.split_whitespace().next().map_or(0, str::len);
    let had_room = before.len() + 1 + next + SLACK <= longest && !ends_open(before);
    let ends_early = before.len() * 5 < longest * 3 || longest < 45 || had_room;
    ends_early
        && after.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && !before.ends_with([',', '-', '–'])
}

/// What stands between quotation marks, without them. A mark that is never closed quotes nothing.
fn quotations(line: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in line.char_indices() {
        match (open, c) {
            (None, '"' | '“' | '„' | '«' | '»') => open = Some((at + c.len_utf8(), c)),
            (Some((from, mark)), _) if closes(mark, c) => {
                found.push(from..at);
                open = None;
            }
            _ => {}
        }
    }
    // The opening mark belongs to what it opens.
    found
        .into_iter()
        .map(|range: Range<usize>| {
            let mark = line[..range.start]
                .chars()
                .next_back()
                .map_or(0, char::len_utf8);
            let close = line[range.end..].chars().next().map_or(0, char::len_utf8);
            range.start - mark..range.end + close
        })
        .collect()
}

fn closes(open: char, c: char) -> bool {
    match open {
        '"' => c == '"',
        '“' => c == '”',
        '„' => matches!(c, '“' | '”'),
        '«' => c == '»',
        '»' => c == '«',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let mut plain = Plain::default();
        plain.push(text, 0..text.len(), text);
        let ranges = lines(&mut plain);
        let found: Vec<&str> = ranges.into_iter().map(|range| &plain.text[range]).collect();
        assert_eq!(found, expect, "lines of {text:?}");
    }

    #[test]
    fn wrapped_lines_are_joined_and_meant_lines_are_not() {
        check(
            "The yard is in Wakefield, six minutes from\nthe motorway, and the gate opens early.",
            &["The yard is in Wakefield, six minutes from the motorway, and the gate opens early."],
        );
        check(
            "Opening hours: 8 to 5\nPhone: 01632 960142",
            &["Opening hours: 8 to 5", "Phone: 01632 960142"],
        );
        check("12 Mill Lane\nLeeds", &["12 Mill Lane", "Leeds"]);
        check(
            "Q: Is it fresh?\nA: Yes, it is.",
            &["Q: Is it fresh?", "A: Yes, it is."],
        );
    }

    #[test]
    fn sentences_between_quotation_marks_are_somebody_elses() {
        let text = "“They came on time. The slab was perfect.” We were proud.";
        let mut plain = Plain::default();
        plain.push(text, 0..text.len(), text);
        let found = sentences(&plain, 0..text.len());
        let found: Vec<_> = found.iter().map(|s| (s.text.as_str(), s.quoted)).collect();
        assert_eq!(
            found,
            [
                ("They came on time.", true),
                ("The slab was perfect.", true),
                ("We were proud.", false)
            ]
        );
    }
}
