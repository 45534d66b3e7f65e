//! A draft with what several guards look at: its words and sentences, found once.

use super::Draft;
use crate::brand::matching::{Token, Words};
use crate::text::{Span, sentences};
use std::cell::OnceCell;
use std::ops::Deref;

/// One state of a text while it is checked.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    draft: Draft<'a>,
    words: OnceCell<Words<'a>>,
    sentences: OnceCell<Vec<Span>>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(draft: Draft<'a>) -> Self {
        Self {
            draft,
            words: OnceCell::new(),
            sentences: OnceCell::new(),
        }
    }

    pub(super) fn words(&self) -> &Words<'a> {
        self.words.get_or_init(|| Words::of(self.draft.text))
    }

    pub(super) fn tokens(&self) -> &[Token] {
        self.words().tokens()
    }

    pub(super) fn sentences(&self) -> &[Span] {
        self.sentences.get_or_init(|| sentences(self.draft.text))
    }

    /// A word as it stands in the text.
    pub(super) fn written(&self, token: &Token) -> &'a str {
        token.span.slice(self.draft.text).unwrap_or_default()
    }

    /// Whether a place opens a sentence.
    pub(super) fn opens_sentence(&self, place: Span) -> bool {
        let all = self.sentences();
        let at = all.partition_point(|sentence| sentence.end <= place.start);
        all.get(at).is_some_and(|sentence| {
            let before = self
                .draft
                .text
                .get(sentence.range().start..place.range().start);
            before.is_some_and(|before| !before.contains(char::is_alphanumeric))
        })
    }
}

impl<'a> Deref for Reading<'a> {
    type Target = Draft<'a>;

    fn deref(&self) -> &Self::Target {
        &self.draft
    }
}
