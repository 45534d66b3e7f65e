//! Text without markup that knows where in the document each byte came from.

use crate::text::Span;
use std::ops::Range;

/// Text without markup, with its way back to the document's bytes.
#[derive(Debug, Clone, Default)]
pub(super) struct Plain {
    pub(super) text: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    /// First byte in `text`.
    plain: usize,
    raw: usize,
    raw_len: usize,
    /// Whether the bytes are the same in both, so that a place inside can be told exactly.
    same: bool,
}

impl Plain {
    /// Adds text that stands under `raw` in the document, in this or another spelling.
    pub(super) fn push(&mut self, text: &str, raw: Range<usize>, document: &str) {
        if text.is_empty() {
            return;
        }
        self.pieces.push(Piece {
            plain: self.text.len(),
            raw: raw.start,
            raw_len: raw.len(),
            same: document.get(raw) == Some(text),
        });
        self.text.push_str(text);
    }

    /// The document's bytes under a range of the text.
    pub(super) fn raw(&self, range: Range<usize>) -> Span {
        let piece_at = |at: usize| {
            let next = self.pieces.partition_point(|piece| piece.plain <= at);
            next.checked_sub(1).and_then(|place| self.pieces.get(place))
        };
        let start = piece_at(range.start).map_or(0, |piece| {
            if piece.same {
                piece.raw + (range.start - piece.plain).min(piece.raw_len)
            } else {
                piece.raw
            }
        });
        let last = range.end.saturating_sub(1).max(range.start);
        let end = piece_at(last).map_or(0, |piece| {
            if piece.same {
                piece.raw + (range.end - piece.plain).min(piece.raw_len)
            } else {
                piece.raw + piece.raw_len
            }
        });
        Span::of(start..end.max(start))
    }

    /// The document's bytes under the whole text.
    pub(super) fn raw_all(&self) -> Span {
        self.raw(0..self.text.len())
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Puts a space in place of the line break at `at`; both have one byte.
    pub(super) fn join_line(&mut self, at: usize) {
        if self.text.as_bytes().get(at) == Some(&b'\n') {
            self.text.replace_range(at..=at, " ");
        }
    }
}
