//! Posts that show the voice at its clearest, and posts that stand apart from it.

use super::{Sample, VoiceEdits};
use crate::ids::PastPostId;
use serde::{Deserialize, Serialize};

/// Posts that are shown of each kind, beside the pinned ones.
const SHOWN: usize = 4;
/// A post this many spreads below the brand's middle stands apart.
const APART: f32 = -1.5;
/// Letters of a post that are shown.
const SHOWN_CHARS: usize = 600;

/// The posts nearest the center of the voice, and those to avoid.
#[derive(
    Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type,
)]
pub struct Exemplars {
    /// Pinned ones first, then the nearest.
    pub near: Vec<Exemplar>,
    /// The farthest, if any lies far from the others.
    pub far: Vec<Exemplar>,
}

/// A past post with its distance from the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema, specta::Type)]
pub struct Exemplar {
    pub post: PastPostId,
    /// Its text, cut at 600 characters.
    pub text: String,
    /// How many spreads it lies above (nearer) or below (farther than) the middle of the posts.
    pub place: f32,
    pub pinned: bool,
}

/// Chooses by what each post reaches when it is left out of its own measure.
pub(super) fn of(samples: &[Sample<'_>], places: &[f32], edits: &VoiceEdits) -> Exemplars {
    let mut all: Vec<Exemplar> = samples
        .iter()
        .zip(places)
        .map(|(sample, place)| Exemplar {
            post: sample.post,
            text: sample.text.chars().take(SHOWN_CHARS).collect(),
            place: *place,
            pinned: edits.pinned.contains(&sample.post),
        })
        .collect();
    all.sort_by(|a, b| {
        let by_pin = b.pinned.cmp(&a.pinned);
        by_pin.then_with(|| b.place.total_cmp(&a.place))
    });
    let pinned = all.iter().filter(|exemplar| exemplar.pinned).count();
    let far = all
        .iter()
        .rev()
        .filter(|exemplar| !exemplar.pinned && exemplar.place < APART)
        .take(SHOWN)
        .cloned()
        .collect();
    all.truncate(pinned + SHOWN);
    all.retain(|exemplar| exemplar.pinned || exemplar.place > 0.0);
    Exemplars { near: all, far }
}
