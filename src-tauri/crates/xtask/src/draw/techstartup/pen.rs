//! The drafting pen: outlines of one width, hatching instead of shade, and the grid of the paper.

use super::palette::{GRAPHITE, GRAY, SLATE, WHITE};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, smooth};
use crate::draw::shapes::{At, line, stroke};
use tiny_skia::Path;

/// Width of outlines, in pixels; details take half of it.
pub(super) const BOLD: f32 = 4.0;
pub(super) const FINE: f32 = 2.0;
/// The squares of the paper, in pixels.
const SQUARE: f32 = 40.0;

/// White paper with a grid, every fifth line stronger.
pub(super) fn paper(canvas: &mut Canvas) {
    grid(canvas, WHITE, GRAY, 0.36);
}

/// A ground with a grid in another color; `share` is how strong its lines are.
pub(super) fn grid(canvas: &mut Canvas, ground: Rgb, ink: Rgb, share: f32) {
    canvas.shade(|x, y, _| {
        let near = |place: f32, step: f32, half: f32| {
            let off = (place / step - (place / step).round()).abs() * step;
            smooth(half + 0.7, half - 0.7, off)
        };
        let fine = near(x, SQUARE, 0.7).max(near(y, SQUARE, 0.7));
        let bold = near(x, SQUARE * 5.0, 1.1).max(near(y, SQUARE * 5.0, 1.1));
        ground.mix(ink, share * fine.max(bold * 1.7))
    });
}

/// A shape filled in one color with an outline.
pub(super) fn outlined(canvas: &mut Canvas, path: Option<Path>, color: Rgb) {
    outlined_in(canvas, path, color, GRAPHITE, BOLD);
}

/// A shape filled in one color, with an outline of a color and a width.
pub(super) fn outlined_in(
    canvas: &mut Canvas,
    path: Option<Path>,
    color: Rgb,
    ink: Rgb,
    width: f32,
) {
    if let Some(path) = path {
        let edge = stroke(&path, width);
        canvas.fill(path, color);
        canvas.fill(edge, ink);
    }
}

/// A line through places.
pub(super) fn trace(canvas: &mut Canvas, through: &[At], width: f32, ink: Rgb) {
    canvas.fill(line(through, width), ink);
}

/// Shade as a drafter gives it: slanted lines over what is there.
pub(super) fn hatched(canvas: &mut Canvas, path: Option<Path>, ink: Rgb) {
    canvas.paint(path, |x, y, under| {
        let across = (x + y) * std::f32::consts::FRAC_1_SQRT_2 / 11.0;
        let off = (across - across.round()).abs() * 11.0;
        under.mix(ink, 0.10 + 0.62 * smooth(1.9, 0.7, off))
    });
}

/// The shade of what stands on the paper.
pub(super) fn shade(canvas: &mut Canvas, path: Option<Path>) {
    hatched(canvas, path, SLATE.mix(WHITE, 0.25));
}
