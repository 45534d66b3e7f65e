//! The yellow tag that hangs on everything that leaves the yard.

use super::palette::{EMBER, GLOW, NIGHT, SLAB, TAG, YARD};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, hex, smooth};
use crate::draw::letters::lettering;
use crate::draw::shapes::{At, circle, line, polygon};

/// A tag seen from the front.
pub(super) struct Tag {
    /// Where the wire goes through, and the width of the tag, in pixels.
    pub(super) hole: At,
    pub(super) width: f32,
    /// How far its foot is pushed to the left, of its height.
    pub(super) tilt: f32,
    pub(super) text: &'static str,
}

impl Tag {
    /// Paints it with its shadow and the wire that comes from a place.
    pub(super) fn hang(&self, canvas: &mut Canvas, from: At) {
        let (w, h) = (self.width, self.width * 0.573);
        let size = w / 262.0;
        let place = |u: f32, v: f32| {
            let (px, py) = ((u - 0.5) * w, (v - 0.12) * h);
            (
                self.hole.0 + px * 0.990 - py * self.tilt,
                self.hole.1 + py * 0.990 + px * self.tilt,
            )
        };
        let quad = |top: f32, bottom: f32| {
            polygon(&[
                place(0.0, top),
                place(1.0, top),
                place(1.0, bottom),
                place(0.0, bottom),
            ])
        };
        let whole = quad(0.0, 1.0);
        canvas.cast(
            whole.clone(),
            (22.0 * size, 18.0 * size),
            (6.0 * size) as u32 + 1,
            Rgb(0.42, 0.50, 0.58),
        );
        let corner = place(0.0, 0.0);
        canvas.paint(whole, |px, py, _| {
            let (u, v) = ((px - corner.0) / w, (py - corner.1) / h);
            TAG.lit(1.06 - 0.10 * u - 0.06 * v)
                .screen(GLOW, 0.20 * smooth(0.9, 0.0, u + v * 0.4))
        });
        canvas.wash(quad(0.0, 0.02), SLAB, 0.7);
        canvas.wash(quad(0.97, 1.0), EMBER, 0.6);
        canvas.fill(circle(self.hole.0, self.hole.1, 8.0 * size), NIGHT);
        let bend = (
            self.hole.0 + (from.0 - self.hole.0) * 0.9 + 2.0 * size,
            self.hole.1 + (from.1 - self.hole.1) * 0.66,
        );
        canvas.fill(
            line(&[from, bend, self.hole], 3.0 * size.max(0.6)),
            hex(0x0060_6E72),
        );
        let pitch = 0.66 / (self.text.len() as f32 * 1.35 - 0.35);
        let letters = lettering(self.text, 12.5 * size, |u, v| {
            place(0.17 + u * pitch, 0.28 + v * 0.42)
        });
        canvas.fill(letters, YARD);
        let under = line(&[place(0.17, 0.86), place(0.83, 0.86)], 4.5 * size);
        canvas.wash(under, YARD, 0.8);
    }
}
