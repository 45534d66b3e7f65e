//! A stretch of a document to read, with the entries that stand in it.

use crate::error::Result;
use crate::op::{Cx, Op, Tag};
use galley_domain::ids::{DocumentId, EntryId};
use galley_domain::knowledge::{DocumentKind, Entry};
use galley_domain::language::Language;
use galley_domain::members::Role;
use galley_domain::text::Span;
use serde::{Deserialize, Serialize};

/// Bytes that a passage has at the most, but for a line that is longer: some 400 rows of a catalog.
const LONGEST: usize = 32 * 1024;

/// A place in a document.
#[derive(Debug, Clone, Copy, Deserialize, schemars::JsonSchema, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct PassageIn {
    pub document: DocumentId,
    /// The entry that the passage is to hold. One that the document does not have (any more) counts for
    /// nothing: `at` is used then.
    #[serde(default)]
    pub entry: Option<EntryId>,
    /// A byte of the document's text that the passage is to hold; the first if left out.
    #[serde(default)]
    pub at: Option<u32>,
}

/// A stretch of a document with its entries: all of it, unless it is long.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema, specta::Type)]
pub struct PassageView {
    pub document: DocumentId,
    pub file: String,
    pub kind: DocumentKind,
    pub title: String,
    pub language: Language,
    /// Verbatim.
    pub text: String,
    /// Where it lies in the document's text.
    pub span: Span,
    /// Which passage of the document it is, from 1, and how many there are.
    pub part: u32,
    pub parts: u32,
    /// What begins in it, as it stands there. Spans are in the document's text.
    pub entries: Vec<Entry>,
}

/// Shows the passage of a document that holds a place: what an entry's span lies in.
pub(super) struct Passage;

impl Op for Passage {
    const NAME: &'static str = "knowledge.passage";
    const ROLE: Role = Role::Viewer;
    const PROVIDES: &'static [Tag] = &[Tag::Knowledge];
    type In = PassageIn;
    type Out = PassageView;

    async fn run(&self, cx: Cx<'_>, input: PassageIn) -> Result<PassageView> {
        let store = &cx.ports.store;
        let document = store.document(input.document)?;
        let entry = match input.entry {
            Some(entry) => store.entries(&[entry])?.pop(),
            None => None,
        };
        let start = entry
            .filter(|(entry, _)| entry.document == document.id)
            .map(|(entry, _)| entry.span.start);
        let at = start.or(input.at).unwrap_or(0);

        let at = usize::try_from(at).unwrap_or(usize::MAX);
        let starts = starts(&document.text);
        let part = starts.partition_point(|start| *start <= at).max(1);
        let start = starts.get(part - 1).copied().unwrap_or(0);
        let end = starts.get(part).copied().unwrap_or(document.text.len());
        let span = Span {
            start: number(start),
            end: number(end),
        };
        let mut entries: Vec<Entry> = store
            .entries_in(document.id, Some(span))?
            .into_iter()
            .map(|(entry, _)| entry)
            .collect();
        entries.sort_by_key(|entry| (entry.span.start, entry.span.end));
        Ok(PassageView {
            document: document.id,
            file: document.file,
            kind: document.kind,
            title: document.title,
            language: document.language,
            text: document.text.get(start..end).unwrap_or("").to_owned(),
            span,
            part: number(part),
            parts: number(starts.len()),
            entries,
        })
    }
}

/// Where the passages of a text begin: behind a blank line where there is one in the last quarter, so that
/// paragraphs stay whole, or else at a line.
fn starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut start = 0;
    while text.len() - start > LONGEST {
        let mut limit = start + LONGEST;
        while !text.is_char_boundary(limit) {
            limit -= 1;
        }
        let window = text.get(start..limit).unwrap_or("");
        let blank = window
            .rfind("\n\n")
            .map(|at| at + 2)
            .filter(|at| at * 4 > window.len() * 3);
        let line = blank.or_else(|| window.rfind('\n').map(|at| at + 1));
        start += line.unwrap_or(window.len());
        starts.push(start);
    }
    starts
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_one_passage() {
        assert_eq!(starts(""), [0]);
        assert_eq!(starts("Bread.\n\nRye."), [0]);
    }

    #[test]
    fn a_long_text_is_cut_at_its_blank_lines() {
        let paragraph = format!("{}\n\n", "Rye bread with whole grains.\n".repeat(40));
        let text = paragraph.repeat(100);
        let starts = starts(&text);
        assert!(starts.len() > 3, "{starts:?}");
        for start in &starts {
            assert_eq!(start % paragraph.len(), 0, "{starts:?}");
        }
    }

    #[test]
    fn rows_stay_whole() {
        let row = "Rye loaf,£4.20,each\n";
        let text = row.repeat(20_000);
        for pair in starts(&text).windows(2) {
            let passage = &text[pair[0]..pair[1]];
            assert!(
                passage.len() <= LONGEST && passage.starts_with("Rye") && passage.ends_with('\n')
            );
        }
    }

    #[test]
    fn a_text_without_lines_is_cut_between_characters() {
        let text = "€".repeat(LONGEST);
        let starts = starts(&text);
        assert!(starts.len() >= 3, "{starts:?}");
        assert!(starts.iter().all(|start| text.is_char_boundary(*start)));
    }
}
