//! What changed between two texts, word by word.

use serde::{Deserialize, Serialize};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Words and marks that may differ before two texts are told apart only as wholes: it bounds time and
/// memory, and a text that was changed more than this is another text. Our own.
const MOST_CHANGES: usize = 2_000;

/// What became of a piece of text.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    Same,
    /// Stands in the former text only.
    Removed,
    /// Stands in the new text only.
    Added,
}

/// A piece of two texts that are compared. `Same` and `Removed` in a row are the former text, `Same` and
/// `Added` the new one.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct DiffPiece {
    pub change: Change,
    pub text: String,
}

/// The pieces of two texts in reading order, neighbors of one kind joined, what was removed before what was
/// added in its place. Words are compared as they are written. Two empty texts have no pieces.
pub fn word_diff(before: &str, after: &str) -> Vec<DiffPiece> {
    let old: Vec<&str> = before.split_word_bounds().collect();
    let new: Vec<&str> = after.split_word_bounds().collect();
    let start = shared(old.iter(), new.iter());
    let end = shared(old[start..].iter().rev(), new[start..].iter().rev());
    let (old_end, new_end) = (old.len() - end, new.len() - end);
    let same = |words: &[&str]| DiffPiece {
        change: Change::Same,
        text: words.concat(),
    };
    let mut pieces = vec![same(&old[..start])];
    pieces.extend(between(&old[start..old_end], &new[start..new_end]));
    pieces.push(same(&old[old_end..]));
    joined(pieces)
}

/// How many words two ways through texts begin with alike.
fn shared<'a, T: PartialEq + 'a>(
    left: impl Iterator<Item = &'a T>,
    right: impl Iterator<Item = &'a T>,
) -> usize {
    left.zip(right)
        .take_while(|(left, right)| left == right)
        .count()
}

/// The pieces of two runs of words without a common beginning or end.
fn between(old: &[&str], new: &[&str]) -> Vec<DiffPiece> {
    let Some(matches) = matches(old, new) else {
        return replaced(old, new);
    };
    let mut pieces = Vec::new();
    let (mut x, mut y) = (0, 0);
    for (from, to) in matches {
        pieces.extend(replaced(&old[x..from.start], &new[y..to]));
        pieces.push(DiffPiece {
            change: Change::Same,
            text: old[from.clone()].concat(),
        });
        y = to + from.len();
        x = from.end;
    }
    pieces.extend(replaced(&old[x..], &new[y..]));
    pieces
}

fn replaced(old: &[&str], new: &[&str]) -> Vec<DiffPiece> {
    let piece = |change, words: &[&str]| DiffPiece {
        change,
        text: words.concat(),
    };
    vec![piece(Change::Removed, old), piece(Change::Added, new)]
}

/// The runs of things that both have, as a range of the old and its start in the new, in order: Myers,
/// "An O(ND) difference algorithm and its variations" (1986). `None` past [`MOST_CHANGES`].
pub(crate) fn matches<T: PartialEq>(old: &[T], new: &[T]) -> Option<Vec<(Range<usize>, usize)>> {
    let most = (old.len() + new.len()).min(MOST_CHANGES);
    // `reached[d][k]` is the farthest place in the old on the diagonal `x - y = 2k - d` by `d` changes.
    let mut reached: Vec<Vec<usize>> = Vec::new();
    for changes in 0..=most {
        let mut row = Vec::with_capacity(changes + 1);
        for index in 0..=changes {
            let start = match reached.last() {
                None => 0,
                Some(former) => step(former, index, changes).0,
            };
            // Beyond the texts' ends there is nothing to reach, and nothing is matched there.
            let x = start;
            let y = (x + changes).checked_sub(2 * index);
            let run = match y {
                Some(y) if x <= old.len() && y <= new.len() => {
                    shared(old[x..].iter(), new[y..].iter())
                }
                _ => 0,
            };
            row.push(x + run);
            if x + run == old.len() && y.map(|y| y + run) == Some(new.len()) {
                reached.push(row);
                return Some(walk_back(&reached, index));
            }
        }
        reached.push(row);
    }
    None
}

/// Where a diagonal starts after one more change, and the index of the diagonal it comes from: one word of
/// the old skipped (from the diagonal below) or one of the new (from the one above), whichever gets farther.
fn step(former: &[usize], index: usize, changes: usize) -> (usize, usize) {
    let below = index.checked_sub(1).map(|below| (former[below] + 1, below));
    let above = (index < changes).then(|| (former[index], index));
    match (below, above) {
        (Some(below), Some(above)) if below.0 > above.0 => below,
        (Some(below), None) => below,
        (_, Some(above)) => above,
        (None, None) => (0, 0),
    }
}

fn walk_back(reached: &[Vec<usize>], end: usize) -> Vec<(Range<usize>, usize)> {
    let mut runs = Vec::new();
    let mut index = end;
    for changes in (0..reached.len()).rev() {
        let end = reached[changes][index];
        let (start, from) = match changes.checked_sub(1) {
            Some(former) => step(&reached[former], index, changes),
            None => (0, 0),
        };
        if start < end {
            runs.push((start..end, start + changes - 2 * index));
        }
        index = from;
    }
    runs.reverse();
    runs
}

/// Neighbors of one kind as one piece. Changes that only a space parts are one change.
fn joined(pieces: Vec<DiffPiece>) -> Vec<DiffPiece> {
    let pieces: Vec<_> = pieces
        .into_iter()
        .filter(|piece| !piece.text.is_empty())
        .collect();
    let mut out: Vec<DiffPiece> = Vec::new();
    let (mut removed, mut added) = (String::new(), String::new());
    let is_change = |piece: Option<&DiffPiece>| piece.is_some_and(|it| it.change != Change::Same);
    for (at, piece) in pieces.iter().enumerate() {
        let blank = !piece.text.contains('\n') && piece.text.trim().is_empty();
        match piece.change {
            Change::Removed => removed.push_str(&piece.text),
            Change::Added => added.push_str(&piece.text),
            Change::Same if blank && at > 0 && is_change(pieces.get(at + 1)) => {
                removed.push_str(&piece.text);
                added.push_str(&piece.text);
            }
            Change::Same => {
                flush(&mut out, &mut removed, &mut added);
                push(&mut out, Change::Same, &piece.text);
            }
        }
    }
    flush(&mut out, &mut removed, &mut added);
    out
}

fn flush(out: &mut Vec<DiffPiece>, removed: &mut String, added: &mut String) {
    push(out, Change::Removed, &std::mem::take(removed));
    push(out, Change::Added, &std::mem::take(added));
}

fn push(out: &mut Vec<DiffPiece>, change: Change, text: &str) {
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.change == change => last.text.push_str(text),
        _ => out.push(DiffPiece {
            change,
            text: text.to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `[-removed]`, `[+added]`.
    fn check(before: &str, after: &str, expect: &str) {
        let shown: String = word_diff(before, after)
            .iter()
            .map(|piece| match piece.change {
                Change::Same => piece.text.clone(),
                Change::Removed => format!("[-{}]", piece.text),
                Change::Added => format!("[+{}]", piece.text),
            })
            .collect();
        assert_eq!(shown, expect);
    }

    fn side(pieces: &[DiffPiece], other: Change) -> String {
        let kept = pieces.iter().filter(|piece| piece.change != other);
        kept.map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn words_that_changed_are_told_from_those_that_stayed() {
        check(
            "Mesh is cut to size.",
            "Mesh is bent to size.",
            "Mesh is [-cut][+bent] to size.",
        );
        check("We cut.", "We cut today.", "We cut[+ today].");
        check("One. Two. Three.", "One. Three.", "One. [-Two. ]Three.");
    }

    #[test]
    fn changes_side_by_side_read_as_one() {
        check(
            "It is very well made.",
            "It is cut here.",
            "It is [-very well made][+cut here].",
        );
    }

    #[test]
    fn a_line_break_between_two_changes_stays() {
        check(
            "red\nblue",
            "green\nwhite",
            "[-red][+green]\n[-blue][+white]",
        );
    }

    #[test]
    fn empty_texts_and_equal_texts_have_no_changes() {
        check("", "", "");
        check("Same.", "Same.", "Same.");
        check("", "New.", "[+New.]");
        check("Old.", "", "[-Old.]");
    }

    #[test]
    fn a_text_that_shares_almost_nothing_is_replaced_as_a_whole() {
        let old: String = (0..3_000).map(|n| format!("a{n} ")).collect();
        let new: String = (0..3_000).map(|n| format!("b{n}\n")).collect();
        let pieces = word_diff(&old, &new);
        let changes: Vec<_> = pieces.iter().map(|piece| piece.change).collect();
        assert_eq!(changes, [Change::Removed, Change::Added]);
    }

    proptest! {
        #[test]
        fn the_pieces_make_up_both_texts(before in "[ab \n.]{0,40}", after in "[ab \n.]{0,40}") {
            let pieces = word_diff(&before, &after);
            prop_assert_eq!(side(&pieces, Change::Added), before);
            prop_assert_eq!(side(&pieces, Change::Removed), after);
        }

        #[test]
        fn texts_of_any_script_are_put_together_again(before in "\\PC{0,60}", after in "\\PC{0,60}") {
            let pieces = word_diff(&before, &after);
            prop_assert_eq!(side(&pieces, Change::Added), before);
            prop_assert_eq!(side(&pieces, Change::Removed), after);
        }
    }
}
