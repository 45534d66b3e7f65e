//! The brand's mark, as `logo.svg` has it: an N and a bar that is cut to length.

use super::palette::{SLAB, TAG};
use crate::draw::canvas::Canvas;
use crate::draw::shapes::{At, polygon};

/// Paints the mark with its upper left corner at a place; `height` is that of the letter.
pub(super) fn mark(canvas: &mut Canvas, corner: At, height: f32) {
    let scale = height / 160.0;
    let at = |(x, y): At| {
        (
            corner.0 + (x - 80.0) * scale,
            corner.1 + (y - 100.0) * scale,
        )
    };
    let letter: [At; 10] = [
        (80.0, 260.0),
        (80.0, 100.0),
        (120.0, 100.0),
        (200.0, 200.0),
        (200.0, 100.0),
        (240.0, 100.0),
        (240.0, 260.0),
        (200.0, 260.0),
        (120.0, 160.0),
        (120.0, 260.0),
    ];
    let bar: [At; 4] = [
        (270.0, 100.0),
        (300.0, 100.0),
        (300.0, 228.0),
        (270.0, 260.0),
    ];
    canvas.fill(polygon(&letter.map(at)), SLAB);
    canvas.fill(polygon(&bar.map(at)), TAG);
}
