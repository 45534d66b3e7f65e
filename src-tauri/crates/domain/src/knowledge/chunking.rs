//! Chunks: parts of a document of at most 512 tokens that search returns, cut on sentence borders.

use crate::ids::ChunkId;
use crate::knowledge::tokens::Vocabulary;
use crate::knowledge::{Chunk, Document, DocumentKind, delimited};
use crate::text::{Span, sentences};
use uuid::Uuid;

/// Most tokens of a chunk.
pub const MAX_TOKENS: usize = 512;

/// Most tokens that a chunk shares with the one before it.
pub const OVERLAP_TOKENS: usize = 100;

/// Tokens from which a chunk ends at a heading, so that small sections stay together.
const ENOUGH_TOKENS: usize = 128;

/// A heading for chunking: where it starts and the headings from the outermost to itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// First byte of the heading in the document.
    pub start: u32,
    pub path: Vec<String>,
}

/// Cuts a document. `headings` ascend; what lies in `left_out` (ascending, apart) is in no chunk; all
/// else that is not white space is in at least one.
pub fn chunks(
    document: &Document,
    headings: &[Heading],
    left_out: &[Span],
    ids: &mut dyn FnMut() -> Uuid,
) -> Vec<Chunk> {
    let units = units(document, headings, left_out);
    let mut cut = Vec::new();
    let mut open: Vec<Unit> = Vec::new();
    let mut tokens = 0;
    for unit in units {
        let at_heading = unit.opens_section && tokens >= ENOUGH_TOKENS;
        let after_gap = unit.after_gap && !open.is_empty();
        if at_heading || after_gap {
            cut.push(std::mem::take(&mut open));
            tokens = 0;
        } else if tokens + unit.tokens > MAX_TOKENS && !open.is_empty() {
            let shared = overlap(&open, MAX_TOKENS.saturating_sub(unit.tokens));
            cut.push(std::mem::replace(&mut open, shared));
            tokens = open.iter().map(|unit| unit.tokens).sum();
        }
        tokens += unit.tokens;
        open.push(unit);
    }
    if !open.is_empty() {
        cut.push(open);
    }
    cut.iter()
        .zip(0..)
        .filter_map(|(units, ordinal)| {
            let (first, last) = (units.first()?, units.last()?);
            Some(Chunk {
                id: ChunkId(ids()),
                document: document.id,
                ordinal,
                span: first.span.join(last.span),
                headings: path_at(headings, first.span.start),
                tokens: u32::try_from(units.iter().map(|unit| unit.tokens).sum::<usize>())
                    .unwrap_or(u32::MAX),
            })
        })
        .collect()
}

/// A sentence, a row, or a part of one that is too long.
#[derive(Debug, Clone, Copy)]
struct Unit {
    span: Span,
    tokens: usize,
    opens_section: bool,
    /// Something was left out before it.
    after_gap: bool,
}

fn units(document: &Document, headings: &[Heading], left_out: &[Span]) -> Vec<Unit> {
    let text = &document.text;
    let vocabulary = Vocabulary::minilm();
    let mut found: Vec<Unit> = Vec::new();
    let mut last_gap = 0;
    for piece in pieces(document) {
        // A sentence may run over a heading: headings cut it.
        for span in split_at(piece, headings, left_out) {
            let gaps = left_out.partition_point(|gap| gap.start < span.start);
            let gap = left_out.partition_point(|gap| gap.start <= span.start);
            let inside = gap.checked_sub(1).and_then(|place| left_out.get(place));
            if inside.is_some_and(|gap| span.end <= gap.end) {
                continue;
            }
            let Some(written) = span
                .slice(text)
                .filter(|written| !written.trim().is_empty())
            else {
                continue;
            };
            let opens_section = headings
                .binary_search_by_key(&span.start, |heading| heading.start)
                .is_ok();
            let mut unit = Unit {
                span,
                tokens: vocabulary.count(written),
                opens_section,
                after_gap: gaps > last_gap,
            };
            last_gap = gaps;
            if unit.tokens <= MAX_TOKENS {
                found.push(unit);
                continue;
            }
            for part in parts(written, span.start, vocabulary) {
                found.push(Unit {
                    span: part.0,
                    tokens: part.1,
                    ..unit
                });
                unit.opens_section = false;
                unit.after_gap = false;
            }
        }
    }
    found
}

fn pieces(document: &Document) -> Vec<Span> {
    if document.kind == DocumentKind::Products
        && let Some(table) = delimited::read(&document.text)
    {
        let head = table.head.first().zip(table.head.last());
        let first = head.map(|(first, last)| first.span.join(last.span));
        // Broken rows are still text that can be searched: rows reach up to the next one.
        let mut starts: Vec<u32> = first.into_iter().map(|_| 0).collect();
        starts.extend(table.records.iter().map(|record| record.span.start));
        let end = Span::of(0..document.text.len()).end;
        let ends = starts.iter().skip(1).copied().chain([end]);
        return starts
            .iter()
            .zip(ends)
            .map(|(start, end)| Span { start: *start, end })
            .collect();
    }
    sentences(&document.text)
}

fn split_at(span: Span, headings: &[Heading], left_out: &[Span]) -> Vec<Span> {
    let first_heading = headings.partition_point(|heading| heading.start <= span.start);
    let first_gap = left_out.partition_point(|gap| gap.end <= span.start);
    let inside = |at: &u32| span.start < *at && *at < span.end;
    let mut borders: Vec<u32> = headings[first_heading..]
        .iter()
        .map(|heading| heading.start)
        .take_while(inside)
        .collect();
    let gaps = left_out[first_gap..]
        .iter()
        .take_while(|gap| gap.start < span.end);
    borders.extend(gaps.flat_map(|gap| [gap.start, gap.end]).filter(inside));
    if borders.is_empty() {
        return vec![span];
    }
    borders.sort_unstable();
    borders.dedup();
    let starts = std::iter::once(span.start).chain(borders.iter().copied());
    let ends = borders.iter().copied().chain([span.end]);
    starts
        .zip(ends)
        .map(|(start, end)| Span { start, end })
        .collect()
}

/// Cuts an over-long sentence between words, and an over-long word between characters.
fn parts(written: &str, offset: u32, vocabulary: &Vocabulary) -> Vec<(Span, usize)> {
    let mut found: Vec<(Span, usize)> = Vec::new();
    let mut add = |from: usize, to: usize, tokens: usize| {
        let at = |place: usize| offset.saturating_add(u32::try_from(place).unwrap_or(u32::MAX));
        let span = Span {
            start: at(from),
            end: at(to),
        };
        match found.last_mut() {
            Some((last, sum)) if *sum + tokens <= MAX_TOKENS => {
                *last = last.join(span);
                *sum += tokens;
            }
            _ => found.push((span, tokens)),
        }
    };
    for (word, tokens) in vocabulary.word_counts(written) {
        if tokens <= MAX_TOKENS {
            add(word.start as usize, word.end as usize, tokens);
            continue;
        }
        let range = word.range();
        let Some(letters) = written.get(range.clone()) else {
            continue;
        };
        // One character is at most a handful of tokens.
        let borders: Vec<usize> = letters
            .char_indices()
            .map(|(at, _)| at)
            .step_by(64)
            .collect();
        for (place, from) in borders.iter().enumerate() {
            let to = borders.get(place + 1).copied().unwrap_or(letters.len());
            let tokens = vocabulary.count(&letters[*from..to]);
            add(range.start + from, range.start + to, tokens);
        }
    }
    found
}

/// The last units that fit into the overlap.
fn overlap(units: &[Unit], room: usize) -> Vec<Unit> {
    let mut tokens = 0;
    let keep = units
        .iter()
        .rev()
        .take_while(|unit| {
            tokens += unit.tokens;
            tokens <= OVERLAP_TOKENS.min(room)
        })
        .count();
    // All of them would make no way forward.
    let keep = keep.min(units.len().saturating_sub(1));
    units[units.len() - keep..].to_vec()
}

fn path_at(headings: &[Heading], start: u32) -> Vec<String> {
    let next = headings.partition_point(|heading| heading.start <= start);
    next.checked_sub(1)
        .and_then(|place| headings.get(place))
        .map(|heading| heading.path.clone())
        .unwrap_or_default()
}
