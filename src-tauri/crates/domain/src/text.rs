//! Text: spans, sentences, words, what changed between two texts, and where a range is then.

use serde::{Deserialize, Serialize};
use std::ops::Range;

pub(crate) mod diff;
mod follow;
pub(crate) mod lists;
pub(crate) mod phrases;
mod sentences;
mod words;

pub use diff::{Change, DiffPiece, word_diff};
pub use follow::follow;
pub use sentences::sentences;
pub use words::{Word, fold, words};

/// A half-open range of UTF-8 bytes in a text that is named by the context.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of a byte range. Texts over 4 GiB are refused long before this, at import.
    pub fn of(range: Range<usize>) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            start: clamp(range.start),
            end: clamp(range.end),
        }
    }

    /// The byte range of the span.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the span, or `None` if it does not fit `text` or cuts a character.
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
