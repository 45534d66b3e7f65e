//! Where a range of a text is after an edit.

use super::{Change, Span, word_diff};
use std::ops::Range;

/// A range is still there if one in this many of its letters is. Our own.
const KEPT: usize = 4;

/// Where a range of `former` is in `now`: with what was put inside of it, without what was put beside it.
/// `None` if an edit removed it, or if it does not fit `former`.
pub fn follow(former: &str, now: &str, span: Span) -> Option<Span> {
    let range = span.range();
    let all = letters(span.slice(former)?);
    let hunks = hunks(former, now);
    let gone: usize = hunks
        .iter()
        .map(|hunk| trim(hunk, former, now))
        .map(|lost| lost.start.max(range.start)..lost.end.min(range.end))
        .map(|shared| former.get(shared).map_or(0, letters))
        .sum();
    let (start, end) = (
        place(&hunks, range.start, Edge::Start),
        place(&hunks, range.end, Edge::End),
    );
    let text = now.get(start..end)?;
    let blank = text.len() - text.trim_start().len();
    let found = start + blank..start + blank + text.trim().len();
    let kept = all.saturating_sub(gone);
    (kept > 0 && kept * KEPT >= all && !found.is_empty()).then(|| Span::of(found))
}

/// A stretch of the former text, and what stands in its place.
struct Hunk {
    former: Range<usize>,
    now: Range<usize>,
}

#[derive(Clone, Copy)]
enum Edge {
    Start,
    End,
}

fn hunks(former: &str, now: &str) -> Vec<Hunk> {
    let mut hunks: Vec<Hunk> = Vec::new();
    let (mut old, mut new) = (0, 0);
    for piece in word_diff(former, now) {
        let length = piece.text.len();
        let (from, to) = ((old, new), &piece.change);
        if matches!(to, Change::Same | Change::Removed) {
            old += length;
        }
        if matches!(to, Change::Same | Change::Added) {
            new += length;
        }
        if piece.change == Change::Same {
            continue;
        }
        match hunks.last_mut() {
            Some(last) if last.former.end == from.0 && last.now.end == from.1 => {
                last.former.end = old;
                last.now.end = new;
            }
            _ => hunks.push(Hunk {
                former: from.0..old,
                now: from.1..new,
            }),
        }
    }
    hunks
}

/// Where an edge of a range is now. One inside of a changed stretch takes all that came in its place into
/// the range; what was put in at an edge stays outside.
fn place(hunks: &[Hunk], at: usize, edge: Edge) -> usize {
    let mut shift = (0, 0);
    for hunk in hunks {
        let before = match edge {
            Edge::Start => at < hunk.former.start,
            Edge::End => at <= hunk.former.start,
        };
        if before {
            break;
        }
        match edge {
            Edge::Start if at < hunk.former.end => return hunk.now.start,
            Edge::End if at <= hunk.former.end => return hunk.now.end,
            _ => shift = (hunk.former.end, hunk.now.end),
        }
    }
    at - shift.0 + shift.1
}

/// What a hunk takes from the former text, without the letters that both sides begin and end with: a
/// changed ending leaves the word.
fn trim(hunk: &Hunk, former: &str, now: &str) -> Range<usize> {
    let (old, new) = (&former[hunk.former.clone()], &now[hunk.now.clone()]);
    let shared = |(a, b): &(char, char)| a == b;
    let bytes = |(a, _): (char, char)| a.len_utf8();
    let head: usize = old
        .chars()
        .zip(new.chars())
        .take_while(shared)
        .map(bytes)
        .sum();
    let (old_rest, new_rest) = (old[head..].chars().rev(), new[head..].chars().rev());
    let tail: usize = old_rest.zip(new_rest).take_while(shared).map(bytes).sum();
    hunk.former.start + head..hunk.former.end - tail
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `[` and `]` mark the range in both texts; `now` without them: the range is gone.
    fn check(former: &str, now: &str) {
        let unmark = |text: &str| {
            let plain = text.replace(['[', ']'], "");
            let span = text.find('[').zip(text.find(']'));
            (plain, span.map(|(start, end)| Span::of(start..end - 1)))
        };
        let (old, span) = unmark(former);
        let (new, expect) = unmark(now);
        let found = follow(&old, &new, span.unwrap());
        let words = found.and_then(|span| span.slice(&new));
        assert_eq!(found, expect, "{former:?} in {now:?}: {words:?}");
    }

    #[test]
    fn a_range_follows_edits_before_and_beside_it() {
        check("Order [by 2 pm].", "Please order today, [by 2 pm].");
        check("[Order] by 2 pm.", "[Order] at once, by 2 pm.");
        check("Order by [2 pm]", "Order by [2 pm] for tomorrow");
        check("Order by [2 pm]", "Order well by [2 pm]");
    }

    #[test]
    fn a_range_takes_edits_inside_of_it_along() {
        check("Order [by 2 pm at most].", "Order [by noon at most].");
        check("We cut [mesh] here.", "We cut [meshes] here.");
        check("We [cut mesh to size].", "We [shear mesh to size].");
        check(
            "[Zuschnitt über Nacht]",
            "[Zuschnitt der Matten über Nacht]",
        );
    }

    #[test]
    fn a_range_whose_words_are_gone_is_gone() {
        check("Order by [2 pm] today.", "Order today.");
        check("Order by [2 pm].", "Order by noon.");
        check("[Order by 2 pm].", "Nothing is left of it");
    }

    #[test]
    fn a_span_that_does_not_fit_the_text_leads_nowhere() {
        assert_eq!(follow("äh", "äh", Span { start: 1, end: 3 }), None);
        assert_eq!(follow("ah", "ah", Span { start: 1, end: 9 }), None);
        assert_eq!(follow("ah", "ah", Span { start: 2, end: 1 }), None);
    }

    proptest! {
        #[test]
        fn a_followed_range_fits_the_new_text(
            former in "[a-cä ,.\n]{1,40}", now in "[a-cä ,.\n]{0,40}", a in 0_u32..40, b in 0_u32..40,
        ) {
            let span = Span { start: a.min(b), end: a.max(b) };
            if let Some(found) = follow(&former, &now, span) {
                prop_assert!(found.slice(&now).is_some_and(|text| !text.trim().is_empty()));
            }
        }

        #[test]
        fn a_range_in_an_unchanged_text_stays(text in "[a-c]{1,9}( [a-c]{1,9}){0,6}") {
            let span = Span::of(0..text.len());
            prop_assert_eq!(follow(&text, &text, span), Some(span));
        }
    }
}
