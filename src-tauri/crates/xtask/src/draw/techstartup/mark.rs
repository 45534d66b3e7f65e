//! The brand's mark, as `logo.svg` has it: a T whose stem is a tenon in its mortise.

use crate::draw::canvas::Canvas;
use crate::draw::color::Rgb;
use crate::draw::shapes::{At, polygon};

/// Paints the mark; `place` puts a place of `0..1` by `0..1` into the picture.
pub(super) fn mark(canvas: &mut Canvas, place: impl Fn(f32, f32) -> At, letter: Rgb, block: Rgb) {
    let shape = |corners: &[At]| {
        let places: Vec<At> = corners.iter().map(|&(u, v)| place(u, v)).collect();
        polygon(&places)
    };
    let stem: [At; 8] = [
        (0.0, 0.0),
        (1.0, 0.0),
        (1.0, 0.26),
        (0.64, 0.26),
        (0.64, 0.84),
        (0.36, 0.84),
        (0.36, 0.26),
        (0.0, 0.26),
    ];
    let mortise: [At; 8] = [
        (0.0, 0.58),
        (0.29, 0.58),
        (0.29, 0.90),
        (0.71, 0.90),
        (0.71, 0.58),
        (1.0, 0.58),
        (1.0, 1.14),
        (0.0, 1.14),
    ];
    canvas.fill(shape(&stem), letter);
    canvas.fill(shape(&mortise), block);
}
