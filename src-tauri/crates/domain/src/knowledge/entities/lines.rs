//! What the line around a token says about capitals.

use super::Scan;
use super::lexer::{Token, TokenKind};
use std::ops::Range;

/// A line's tokens and how it uses capitals.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    tokens: Range<usize>,
    /// Most of its long words are capitalized, so that capitals say nothing.
    pub(super) in_title_case: bool,
    /// Most of its words are in capitals throughout.
    pub(super) shouted: bool,
}

impl Line {
    fn of(tokens: &[Token<'_>], range: Range<usize>) -> Self {
        let line = &tokens[range.clone()];
        let (mut long, mut capital, mut spoken, mut shouted) = (0, 0, 0, 0);
        for token in line.iter().filter(|token| token.kind == TokenKind::Word) {
            let letters = token.text.chars().take(4).count();
            if letters >= 4 {
                long += 1;
                capital += usize::from(token.is_capitalized());
            }
            if letters >= 2 {
                spoken += 1;
                shouted += usize::from(token.text.chars().all(char::is_uppercase));
            }
        }
        // A line that is closed is a sentence, however many names it has.
        let closed = line
            .last()
            .is_some_and(|token| matches!(token.text, "." | "!" | ";" | ":"));
        Self {
            tokens: range,
            in_title_case: !closed && long >= 3 && capital * 10 > long * 7,
            shouted: spoken >= 3 && shouted * 2 > spoken,
        }
    }
}

impl Scan<'_> {
    /// The line around a token. It is looked at once for all its tokens: looking at it for each would
    /// take the square of its length.
    pub(super) fn line_around(&self, at: usize) -> std::cell::Ref<'_, Line> {
        if !self.line.borrow().tokens.contains(&at) {
            let opens = |place: &usize| self.tokens[*place].first_of_line;
            let first = (0..=at).rev().find(opens).unwrap_or(0);
            let end = (at + 1..self.tokens.len())
                .find(opens)
                .unwrap_or(self.tokens.len());
            *self.line.borrow_mut() = Line::of(&self.tokens, first..end);
        }
        self.line.borrow()
    }
}
