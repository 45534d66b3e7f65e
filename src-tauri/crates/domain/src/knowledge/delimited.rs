//! Tables in text files: comma, semicolon, tab or bar between the cells, with the place of each.

use crate::text::Span;

/// A table with a head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delimited {
    pub delimiter: char,
    pub head: Vec<Cell>,
    pub records: Vec<Record>,
    /// Rows that do not fit the head: left out of `records`.
    pub broken: Vec<BrokenRow>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Row number as a spreadsheet shows it: the head is 1.
    pub row: u32,
    /// The row's bytes without its line end.
    pub span: Span,
    /// As many as the head has.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Without quotation marks and white space around it; doubled quotation marks are one.
    pub text: String,
    /// The bytes between the delimiters, without quotation marks around them.
    pub span: Span,
}

/// A row that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenRow {
    /// Row number as a spreadsheet shows it: the head is 1.
    pub row: u32,
    /// How many cells it has.
    pub cells: usize,
    /// A quotation mark was opened and never closed.
    pub unclosed: bool,
}

/// Rows that are looked at to find the delimiter.
const PROBE_ROWS: usize = 20;

/// Reads a table; `None` if the text is not one: no delimiter gives its first row two cells and half of
/// its first rows as many.
pub fn read(text: &str) -> Option<Delimited> {
    let text_start = text.len() - text.trim_start_matches(['\u{feff}', '\n', '\r']).len();
    let probed = [',', ';', '\t', '|'].map(|delimiter| {
        let rows = Rows::new(text, text_start, delimiter).take(PROBE_ROWS);
        let counts: Vec<usize> = rows.map(|row| row.cells.len()).collect();
        let columns = counts.first().copied().unwrap_or_default();
        let agree = counts.iter().filter(|count| **count == columns).count();
        let fits = columns >= 2 && agree * 2 >= counts.len();
        (if fits { columns * agree } else { 0 }, delimiter)
    });
    let (score, delimiter) = probed.into_iter().max_by_key(|(score, _)| *score)?;
    if score == 0 {
        return None;
    }
    let mut rows = Rows::new(text, text_start, delimiter);
    let head = rows.next()?.cells;
    let mut table = Delimited {
        delimiter,
        head,
        records: Vec::new(),
        broken: Vec::new(),
    };
    for row in rows {
        table.take(row);
    }
    Some(table)
}

impl Delimited {
    fn take(&mut self, mut row: Row) {
        let columns = self.head.len();
        // Delimiters at the end of a row are the habit of some spreadsheets.
        while row.cells.len() > columns && row.cells.last().is_some_and(|cell| cell.text.is_empty())
        {
            row.cells.pop();
        }
        if row.unclosed || row.cells.len() != columns {
            self.broken.push(BrokenRow {
                row: row.number,
                cells: row.cells.len(),
                unclosed: row.unclosed,
            });
        } else {
            self.records.push(Record {
                row: row.number,
                span: row.span,
                cells: row.cells,
            });
        }
    }
}

struct Row {
    number: u32,
    span: Span,
    cells: Vec<Cell>,
    unclosed: bool,
}

/// Walks over the rows of a text. Blank lines are passed over and not numbered.
struct Rows<'a> {
    text: &'a str,
    at: usize,
    delimiter: char,
    number: u32,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str, at: usize, delimiter: char) -> Self {
        Self {
            text,
            at,
            delimiter,
            number: 0,
        }
    }

    fn line_end(&self, from: usize) -> usize {
        self.text[from..]
            .find('\n')
            .map_or(self.text.len(), |length| from + length)
    }

    /// One cell from `start`; returns it, the place behind it and whether its quotation is closed.
    fn cell(&self, start: usize) -> (Cell, usize, bool) {
        let rest = &self.text[start..];
        let lead = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        let open = start + lead;
        if self.text[open..].starts_with('"') {
            return self.quoted_cell(open);
        }
        let length = rest.find([self.delimiter, '\n']).unwrap_or(rest.len());
        let written = &rest[..length];
        let trimmed = written.trim();
        let from = start + (written.len() - written.trim_start().len());
        let cell = Cell {
            text: trimmed.to_owned(),
            span: Span::of(from..from + trimmed.len()),
        };
        (cell, start + length, true)
    }

    fn quoted_cell(&self, open: usize) -> (Cell, usize, bool) {
        let from = open + 1;
        let mut text = String::new();
        let mut at = from;
        while let Some(length) = self.text[at..].find('"') {
            text.push_str(&self.text[at..at + length]);
            at += length + 1;
            if self.text[at..].starts_with('"') {
                text.push('"');
                at += 1;
                continue;
            }
            let cell = Cell {
                text: text.trim().to_owned(),
                span: Span::of(from..at - 1),
            };
            // Whatever stands between the closing mark and the delimiter is dropped.
            let rest = &self.text[at..];
            let skip = rest.find([self.delimiter, '\n']).unwrap_or(rest.len());
            return (cell, at + skip, true);
        }
        let end = self.line_end(open);
        let cell = Cell {
            text: self.text[from..end.max(from)].trim().to_owned(),
            span: Span::of(from..end.max(from)),
        };
        (cell, end, false)
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        while self.at < self.text.len() {
            let end = self.line_end(self.at);
            if !self.text[self.at..end].trim().is_empty() {
                break;
            }
            self.at = end + 1;
        }
        if self.at >= self.text.len() {
            return None;
        }
        self.number += 1;
        let start = self.at;
        let (mut cells, mut unclosed) = (Vec::new(), false);
        let mut at = start;
        loop {
            let (cell, end, closed) = self.cell(at);
            cells.push(cell);
            unclosed |= !closed;
            at = end;
            if unclosed || !self.text[at..].starts_with(self.delimiter) {
                break;
            }
            at += self.delimiter.len_utf8();
        }
        self.at = at + 1;
        let written = self.text[start..at].trim_end();
        Some(Row {
            number: self.number,
            span: Span::of(start..start + written.len()),
            cells,
            unclosed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, delimiter: char, expect: &[&[&str]], broken: &[u32]) {
        let Some(table) = read(text) else {
            panic!("{text:?} is a table");
        };
        assert_eq!(table.delimiter, delimiter);
        let rows: Vec<Vec<&str>> = table
            .records
            .iter()
            .map(|record| record.cells.iter().map(|cell| cell.text.as_str()).collect())
            .collect();
        assert_eq!(rows, expect, "rows of {text:?}");
        let found: Vec<u32> = table.broken.iter().map(|row| row.row).collect();
        assert_eq!(found, broken, "broken rows of {text:?}");
        for cell in table.records.iter().flat_map(|record| &record.cells) {
            assert!(cell.span.slice(text).is_some());
        }
    }

    #[test]
    fn commas_semicolons_and_tabs_are_told_apart() {
        check("a,b\n1,2\n", ',', &[&["1", "2"]], &[]);
        check("a;b\n1,5;2\n", ';', &[&["1,5", "2"]], &[]);
        check("a\tb\r\n1\t2\r\n", '\t', &[&["1", "2"]], &[]);
    }

    #[test]
    fn quoted_cells_hold_delimiters_line_ends_and_quotation_marks() {
        check(
            "a,b\n\"x, y\",\"l1\nl2 \"\"q\"\"\"\n",
            ',',
            &[&["x, y", "l1\nl2 \"q\""]],
            &[],
        );
    }

    #[test]
    fn rows_that_do_not_fit_are_named_and_the_others_load() {
        check(
            "a,b\n1,2\n3\n4,5,6\n7,8,\n9,10",
            ',',
            &[&["1", "2"], &["7", "8"], &["9", "10"]],
            &[3, 4],
        );
        check("a,b\n1,\"2\n3,4", ',', &[&["3", "4"]], &[2]);
    }

    #[test]
    fn prose_is_no_table() {
        assert_eq!(
            read("One line, with a comma.\nAnother one.\nAnd one.\nAnd more."),
            None
        );
        assert_eq!(read(""), None);
    }
}
