//! The measuring tape: yellow, a tick every centimeter, and its case.

use super::logo;
use super::palette::{EMBER, GLOW, HAZE, NIGHT, TAG, YARD};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, smooth};
use crate::draw::letters::lettering;
use crate::draw::plane::Plane;
use crate::draw::shapes::{At, circle, line, rounded, together};

/// A length of tape, pulled out from the left to the right.
pub(super) struct Tape {
    /// Along it and across it.
    pub(super) plane: Plane,
    /// How much of it is seen.
    pub(super) centimeters: f32,
    /// The millimeters at its left end.
    pub(super) first: i32,
    /// 1 where it is 78 pixels wide.
    pub(super) size: f32,
}

impl Tape {
    /// Paints it with its shadow; the closure tells how much sun there is at a column of the picture, 0 to 1.
    pub(super) fn paint(&self, canvas: &mut Canvas, sun: impl Fn(f32) -> f32) {
        let plane = &self.plane;
        canvas.soft(plane.part(0.0, 0.55, 1.0, 1.22), 6, |_, _, under| {
            under.times(Rgb(0.45, 0.50, 0.56))
        });
        canvas.paint(plane.part(0.0, 0.0, 1.0, 1.0), |x, y, _| {
            let (_, v) = plane.under(x, y);
            let curl = 1.0 - 0.9 * (v - 0.42) * (v - 0.42);
            TAG.lit(1.02 * curl)
                .mix(GLOW, 0.42 * sun(x) * smooth(0.9, 0.3, v))
                .mix(EMBER, 0.28 * smooth(0.6, 1.0, v))
        });
        canvas.fill(together(self.marks()), YARD.mix(NIGHT, 0.3));
        let edge = line(&[plane.at(0.0, 0.0), plane.at(1.0, 0.0)], 2.0);
        canvas.wash(edge, GLOW, 0.7);
    }

    fn marks(&self) -> Vec<Option<tiny_skia::Path>> {
        let long = self.centimeters;
        let tick = |place: f32, half: f32, deep: f32| {
            let (from, to) = ((place - half) / long, (place + half) / long);
            self.plane.part(from, 0.0, to, deep)
        };
        let mut marks = Vec::new();
        for index in 1..long as i32 {
            let place = index as f32;
            marks.push(tick(place, 0.044, if index % 5 == 0 { 0.48 } else { 0.32 }));
            marks.push(tick(place + 0.5, 0.025, 0.18));
            if index % 5 == 0 && place + 2.0 < long {
                let text = (index * 10 + self.first).to_string();
                let half = (text.len() as f32 * 1.35 - 0.35) * 0.278;
                marks.push(lettering(&text, 4.6 * self.size, |x, y| {
                    let u = (place - half + x * 0.556) / long;
                    self.plane.at(u, 0.58 + y * 0.30)
                }));
            }
        }
        marks
    }
}

/// The case, by its upper left corner; at size 1 it is 214 by 196 pixels.
pub(super) fn case(canvas: &mut Canvas, (x, y): At, size: f32) {
    let part = |left: f32, top: f32, w: f32, h: f32, round: f32| {
        rounded(
            x + left * size,
            y + top * size,
            w * size,
            h * size,
            round * size,
        )
    };
    let shell = part(0.0, 0.0, 214.0, 196.0, 44.0);
    canvas.cast(
        shell.clone(),
        (34.0 * size, 22.0 * size),
        (12.0 * size) as u32,
        Rgb(0.40, 0.46, 0.52),
    );
    canvas.paint(shell, |px, py, _| {
        let (px, py) = ((px - x) / size, (py - y) / size);
        let lit = smooth(206.0, 0.0, px) * smooth(224.0, 4.0, py);
        YARD.lit(0.95).mix(HAZE, 0.42 * lit)
    });
    canvas.paint(part(14.0, 14.0, 186.0, 168.0, 34.0), |_, py, _| {
        YARD.mix(NIGHT, 0.35 * smooth(14.0, 182.0, (py - y) / size))
    });
    let center = (x + 107.0 * size, y + 98.0 * size);
    for (radius, color) in [(58.0, TAG), (47.0, YARD)] {
        canvas.fill(circle(center.0, center.1, radius * size), color);
    }
    let mark = (center.0 - 30.0 * size, center.1 - 22.0 * size);
    logo::mark(canvas, mark, 43.5 * size);
}
