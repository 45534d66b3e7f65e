//! Puddles with everything behind them mirrored.

use super::palette::GLOW;
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, smooth};
use crate::draw::noise;

/// Lays puddles on the ground below a line; `squeeze` is how many pixels above it one pixel below shows.
pub(super) fn puddles(canvas: &mut Canvas, line: f32, squeeze: f32) {
    let dry = canvas.clone();
    canvas.shade(|x, y, under| {
        if y < line - 4.0 {
            return under;
        }
        let down = y - line;
        let shore = noise::cloud(x / 520.0 + 1.7, down / 84.0, 16);
        let puddle = smooth(0.475, 0.505, shore) * smooth(2.0, 26.0, down);
        let ripple = (noise::cloud(x / 170.0, y / 11.0, 77) - 0.5) * (4.0 + down * 0.06);
        let mirrored = dry.color(x + ripple, line - 6.0 - down * squeeze);
        let rim =
            smooth(0.465, 0.478, shore) * smooth(0.492, 0.482, shore) * smooth(8.0, 40.0, down);
        under
            .mix(mirrored.times(Rgb(0.80, 0.84, 0.88)), 0.90 * puddle)
            .mix(GLOW, 0.16 * rim)
    });
}
