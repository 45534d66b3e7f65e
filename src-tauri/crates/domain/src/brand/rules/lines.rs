//! The lines of a guide: headings, list items, table rows, quotations and paragraphs, each with its place.
//!
//! Guides come as Markdown, as plain text pasted from a word processor, and as anything between. A
//! Markdown parser would lose the plain ones (a heading is a line in capitals, a list has no bullets),
//! so lines are told apart by their look.

use super::terms::normalize;

/// A piece of a guide that can state rules.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line<'a> {
    /// First byte of `text` in the document.
    pub(super) start: usize,
    /// Without bullets, numbers and heading marks; wrapped lines of one item stay together.
    pub(super) text: &'a str,
    pub(super) kind: Kind,
    /// Headings and labels above it, outermost first, as [`normalize`] gives them.
    pub(super) above: Vec<String>,
    /// Names the list or paragraph that it belongs to: neighbors share it.
    pub(super) block: usize,
    /// What its bullet says.
    pub(super) mark: Mark,
}

/// Bullets that say what the item is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Mark {
    #[default]
    None,
    /// "✅", "👍"
    Yes,
    /// "❌", "👎"
    No,
}

impl Mark {
    fn of(text: &str) -> Self {
        if text.starts_with(['✅', '✓', '✔', '👍']) {
            Self::Yes
        } else if text.starts_with(['❌', '✗', '✘', '✕', '🚫', '👎']) {
            Self::No
        } else {
            Self::None
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Heading,
    Item,
    /// A cell of a table's body; `row` and `column` from 0, `header` names the column.
    Cell {
        row: usize,
        column: usize,
    },
    /// A header cell of a table.
    Header {
        column: usize,
    },
    Quote,
    Prose,
}

/// A label ("Never:") is deeper than any heading.
const LABEL_LEVEL: usize = 9;

/// Reads the lines of a document.
pub(super) fn read(text: &str) -> Vec<Line<'_>> {
    let raw = raw_lines(text);
    let mut reader = Reader {
        found: Vec::new(),
        above: Vec::new(),
        block: 0,
        mark: Mark::None,
        source: text,
    };
    let mut at = 0;
    while at < raw.len() {
        at = reader.step(&raw, at);
    }
    reader.found
}

/// One line of the source, without its end.
#[derive(Clone, Copy)]
struct Raw<'a> {
    start: usize,
    text: &'a str,
}

impl Raw<'_> {
    fn blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

fn raw_lines(text: &str) -> Vec<Raw<'_>> {
    let mut at = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let start = at;
            at += line.len();
            Raw {
                start,
                text: line.trim_end_matches(['\n', '\r']),
            }
        })
        .collect()
}

struct Reader<'a> {
    found: Vec<Line<'a>>,
    /// Level and normalized text.
    above: Vec<(usize, String)>,
    block: usize,
    /// The bullet of the item that is being read.
    mark: Mark,
    source: &'a str,
}

impl<'a> Reader<'a> {
    /// Reads what begins at `raw[at]` and gives the next line to read.
    fn step(&mut self, raw: &[Raw<'a>], at: usize) -> usize {
        let line = raw[at];
        let trimmed = line.text.trim();
        if trimmed.is_empty() {
            self.block += 1;
            return at + 1;
        }
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            return after_fence(raw, at);
        }
        if let Some((level, title)) = heading(raw, at) {
            self.block += 1;
            self.enter(level, title);
            self.push(line.start, line.text, title, Kind::Heading);
            let underlined = raw.get(at + 1).is_some_and(|next| is_underline(next.text));
            return at + if underlined { 2 } else { 1 };
        }
        if is_table_row(trimmed) && raw.get(at + 1).is_some_and(|next| is_table_rule(next.text)) {
            return self.table(raw, at);
        }
        if is_rule(trimmed) {
            return at + 1;
        }
        if let Some(quoted) = trimmed.strip_prefix('>') {
            self.push(line.start, line.text, quoted.trim(), Kind::Quote);
            return at + 1;
        }
        if let Some(body) = item_body(line.text) {
            let level = LABEL_LEVEL + 1 + indent(line.text);
            self.above
                .retain(|(other, _)| *other <= LABEL_LEVEL || *other < level);
            if is_parent(raw, at, body) {
                let title = body.trim_matches(['*', '_', ':', ' ']);
                self.enter(level, title);
                self.push(line.start, line.text, title, Kind::Heading);
                return at + 1;
            }
            let end = after_item(raw, at);
            let stop = raw[end - 1].start + raw[end - 1].text.len();
            let start = line.start + (body.as_ptr() as usize - line.text.as_ptr() as usize);
            self.mark = Mark::of(trimmed);
            self.push_range(start, stop, Kind::Item);
            self.mark = Mark::None;
            return end;
        }
        self.paragraph(raw, at)
    }

    fn paragraph(&mut self, raw: &[Raw<'a>], at: usize) -> usize {
        let mut end = at + 1;
        while end < raw.len()
            && !raw[end].blank()
            && item_body(raw[end].text).is_none()
            && heading(raw, end).is_none()
            && !is_rule(raw[end].text.trim())
            && !is_table_row(raw[end].text.trim())
            && !raw[end].text.trim_start().starts_with(['>', '`', '~'])
        {
            end += 1;
        }
        // Prose after a blank line is no longer under the label that stood before the list.
        let fresh = at == 0 || raw[at - 1].blank();
        let follows_label = self.found.last().is_some_and(|last| {
            last.kind == Kind::Heading
                && self
                    .above
                    .last()
                    .is_some_and(|(level, _)| *level == LABEL_LEVEL)
        });
        if fresh && !follows_label {
            self.above.retain(|(level, _)| *level < LABEL_LEVEL);
        }
        let lines = &raw[at..end];
        let mut from = 0;
        for (at, line) in lines.iter().enumerate() {
            if at + 1 < lines.len() && goes_on(line.text) && !is_whole_list(line.text) {
                continue;
            }
            self.push_range(lines[from].start, line.start + line.text.len(), Kind::Prose);
            from = at + 1;
        }
        end
    }

    fn table(&mut self, raw: &[Raw<'a>], at: usize) -> usize {
        self.block += 1;
        for (column, (start, cell)) in cells(raw[at]).into_iter().enumerate() {
            self.push(start, cell, cell, Kind::Header { column });
        }
        let mut end = at + 2;
        while end < raw.len() && is_table_row(raw[end].text.trim()) {
            let row = end - at - 2;
            for (column, (start, cell)) in cells(raw[end]).into_iter().enumerate() {
                self.push(start, cell, cell, Kind::Cell { row, column });
            }
            end += 1;
        }
        self.block += 1;
        end
    }

    fn enter(&mut self, level: usize, title: &str) {
        self.above.retain(|(other, _)| *other < level);
        self.above.push((level, normalize(title)));
    }

    /// `part` is a slice of `line`, which starts at `start`.
    fn push(&mut self, start: usize, line: &'a str, part: &'a str, kind: Kind) {
        let offset = part.as_ptr() as usize - line.as_ptr() as usize;
        self.push_range(start + offset, start + offset + part.len(), kind);
    }

    fn push_range(&mut self, start: usize, end: usize, kind: Kind) {
        let Some(slice) = self.source.get(start..end) else {
            return;
        };
        let text = slice.trim();
        if text.is_empty() && !matches!(kind, Kind::Cell { .. } | Kind::Header { .. }) {
            return;
        }
        let start = start + (slice.len() - slice.trim_start().len());
        let above = match kind {
            Kind::Heading => &self.above[..self.above.len().saturating_sub(1)],
            _ => &self.above[..],
        };
        self.found.push(Line {
            start,
            text,
            kind,
            above: above.iter().map(|(_, title)| title.clone()).collect(),
            block: self.block,
            mark: self.mark,
        });
    }
}

/// Whether a line of prose was wrapped: the next one continues it. Short lines are entries of a list.
fn goes_on(line: &str) -> bool {
    let line = line.trim_end();
    line.ends_with(',')
        || line.len() > 60 && !line.ends_with(['.', '!', '?', ':', ';', '…', '"', '”', '“', ')'])
}

/// Whether a line is a label with its list, to the last item: "Nie: Premium, mega, Profi-Tuning".
fn is_whole_list(line: &str) -> bool {
    let Some((label, list)) = line.split_once(':') else {
        return false;
    };
    let short = label.split_whitespace().count() <= 3;
    let items: Vec<&str> = list.split(',').collect();
    let bare = |item: &&str| (1..=3).contains(&item.split_whitespace().count());
    short && items.len() > 2 && items.iter().all(bare)
}

/// The level and the title, if a line is a heading or a label on a line of its own.
fn heading<'a>(raw: &[Raw<'a>], at: usize) -> Option<(usize, &'a str)> {
    let trimmed = raw[at].text.trim();
    let marks = trimmed.bytes().take_while(|b| *b == b'#').count();
    if (1..=6).contains(&marks) && trimmed[marks..].starts_with([' ', '\t']) {
        return Some((marks, trimmed[marks..].trim().trim_end_matches('#').trim()));
    }
    let next = raw.get(at + 1);
    if let Some(next) = next
        && is_underline(next.text)
        && !trimmed.starts_with(['-', '*', '>', '|'])
    {
        let level = if next.text.trim().starts_with('=') {
            1
        } else {
            2
        };
        return Some((level, trimmed));
    }
    let (body, numbered) = match numbered_body(trimmed) {
        Some(body) => (body, true),
        None => (trimmed, false),
    };
    if !numbered && item_body(body).is_some()
        || body.starts_with(['-', '*', '>', '|', '•', '–']) && !body.starts_with("**")
    {
        return None;
    }
    let bare = body.trim_matches(['*', '_']).trim();
    let words = bare.split_whitespace().count();
    if words == 0 || words > 8 {
        return None;
    }
    let emphasized = body.len() >= 5 && body.starts_with("**") && body.ends_with("**");
    let label = bare.ends_with(':');
    if !numbered && (emphasized && !bare.ends_with('.') || label) {
        return Some((LABEL_LEVEL, bare.trim_end_matches(':')));
    }
    if bare.ends_with(['.', ',', ';', '!', '?', '…', '"', '”', '“', ')']) {
        return None;
    }
    let capitals = bare.chars().filter(|c| c.is_alphabetic()).count() >= 4
        && !bare.chars().any(char::is_lowercase);
    let opens = at == 0 || raw[at - 1].blank();
    let follows = next.is_none_or(|line| line.blank())
        || next.is_some_and(|line| item_body(line.text).is_some());
    let next_is_numbered = raw[at + 1..]
        .iter()
        .find(|line| !line.blank())
        .is_some_and(|line| numbered_body(line.text.trim()).is_some());
    if numbered {
        return (opens
            && !next_is_numbered
            && next.is_some_and(|_| raw.len() > at + 1)
            && words <= 7)
            .then_some((7, bare));
    }
    let ends = raw[at + 1..].iter().all(Raw::blank);
    if capitals && !bare.contains(',') {
        return Some((6, bare));
    }
    (opens && follows && !ends && !bare.contains([',', ':', '→', '"', '“', '„', '/']))
        .then_some((8, bare))
}

fn is_underline(text: &str) -> bool {
    let text = text.trim();
    text.len() >= 3 && (text.bytes().all(|b| b == b'=') || text.bytes().all(|b| b == b'-'))
}

fn is_rule(text: &str) -> bool {
    text.len() >= 3
        && ['-', '*', '_', '=']
            .iter()
            .any(|mark| text.chars().all(|c| c == *mark || c == ' '))
}

fn is_table_row(text: &str) -> bool {
    text.matches('|').count() >= if text.starts_with('|') { 2 } else { 1 }
}

fn is_table_rule(text: &str) -> bool {
    let text = text.trim();
    text.contains('-')
        && text.contains('|')
        && text.chars().all(|c| matches!(c, '-' | ':' | '|' | ' '))
}

/// The cells of a table's row with their places.
fn cells(raw: Raw<'_>) -> Vec<(usize, &str)> {
    let trimmed = raw.text.trim();
    let base = raw.start + (trimmed.as_ptr() as usize - raw.text.as_ptr() as usize);
    let inner = trimmed.strip_prefix('|').unwrap_or(trimmed);
    let mut at = base + trimmed.len() - inner.len();
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    inner
        .split('|')
        .map(|cell| {
            let start = at;
            at += cell.len() + 1;
            (start, cell)
        })
        .collect()
}

/// What stands behind a bullet or a number, if there is one.
fn item_body(text: &str) -> Option<&str> {
    let trimmed = text.trim();
    let after = [
        '-', '*', '+', '•', '–', '·', '‣', '▪', '◦', '✗', '✘', '✕', '❌', '🚫', '✓', '✔', '✅',
        '👍', '👎', '—',
    ]
    .iter()
    .find_map(|mark| trimmed.strip_prefix(*mark));
    let body = match after {
        Some(rest) if rest.starts_with([' ', '\t', '\u{a0}', '\u{fe0f}']) => rest,
        _ => numbered_body(trimmed)?,
    };
    let body = body.trim_start_matches('\u{fe0f}').trim();
    let body = ["[ ]", "[x]", "[X]"]
        .iter()
        .find_map(|mark| body.strip_prefix(mark))
        .unwrap_or(body);
    let body = body.trim();
    (!body.is_empty()).then_some(body)
}

fn indent(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Whether an item only names the items below it, which are deeper: "- Words to avoid:".
fn is_parent(raw: &[Raw<'_>], at: usize, body: &str) -> bool {
    let deeper = raw.get(at + 1).is_some_and(|next| {
        item_body(next.text).is_some() && indent(next.text) > indent(raw[at].text)
    });
    let bold = body.starts_with("**") && body.trim_end_matches(':').ends_with("**");
    let bare = !body.contains([',', '"', '“', '„', '→', '/']) && !body.ends_with(['.', '!', '?']);
    let words = body.split_whitespace().count();
    deeper && words <= 8 && (bold || body.ends_with(':') || bare && words <= 4)
}

fn numbered_body(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    let rest = rest.strip_prefix(['.', ')'])?;
    ((1..=2).contains(&digits) && rest.starts_with(' ')).then(|| rest.trim())
}

/// The line behind an item: its wrapped lines are indented and have no bullet.
fn after_item(raw: &[Raw<'_>], at: usize) -> usize {
    let mut end = at + 1;
    while end < raw.len()
        && raw[end].text.starts_with([' ', '\t'])
        && !raw[end].blank()
        && item_body(raw[end].text).is_none()
        && !raw[end].text.trim_start().starts_with(['>', '`', '|'])
    {
        end += 1;
    }
    end
}

fn after_fence(raw: &[Raw<'_>], at: usize) -> usize {
    let mark = &raw[at].text.trim()[..3];
    let close = raw[at + 1..]
        .iter()
        .position(|line| line.text.trim().starts_with(mark));
    close.map_or(raw.len(), |offset| at + offset + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, Kind, &str)]) {
        let found = read(text);
        let found: Vec<_> = found
            .iter()
            .map(|line| {
                (
                    line.text,
                    line.kind,
                    line.above.last().map_or("", String::as_str),
                )
            })
            .collect();
        assert_eq!(found, expect, "lines of {text:?}");
        for line in read(text) {
            assert!(
                text[line.start..].starts_with(line.text),
                "place of {:?}",
                line.text
            );
        }
    }

    #[test]
    fn headings_lists_and_wrapped_items_are_told_apart() {
        check(
            "# Voice\n\n## Never say\n- one stop\n  shop\n* cheap\n",
            &[
                ("Voice", Kind::Heading, ""),
                ("Never say", Kind::Heading, "voice"),
                ("one stop\n  shop", Kind::Item, "never say"),
                ("cheap", Kind::Item, "never say"),
            ],
        );
    }

    #[test]
    fn plain_text_has_headings_in_capitals_and_lists_without_bullets() {
        check(
            "HOUSE STYLE\n\nWords we avoid\n\nsynergy\nleverage\n",
            &[
                ("HOUSE STYLE", Kind::Heading, ""),
                ("Words we avoid", Kind::Heading, "house style"),
                ("synergy", Kind::Prose, "words we avoid"),
                ("leverage", Kind::Prose, "words we avoid"),
            ],
        );
    }

    #[test]
    fn a_label_holds_until_prose_begins_again() {
        check(
            "**Never:**\n- cheap\n\nWe write short sentences and we mean each of them, always.\n",
            &[
                ("Never", Kind::Heading, ""),
                ("cheap", Kind::Item, "never"),
                (
                    "We write short sentences and we mean each of them, always.",
                    Kind::Prose,
                    "",
                ),
            ],
        );
    }

    #[test]
    fn tables_give_cells() {
        check(
            "| Say | Instead of |\n|---|---|\n| use | utilise |\n",
            &[
                ("Say", Kind::Header { column: 0 }, ""),
                ("Instead of", Kind::Header { column: 1 }, ""),
                ("use", Kind::Cell { row: 0, column: 0 }, ""),
                ("utilise", Kind::Cell { row: 0, column: 1 }, ""),
            ],
        );
    }

    #[test]
    fn code_is_no_rule() {
        check("```\nNever say cheap\n```\n", &[]);
    }
}
