//! The low sun that all of the brand's pictures share.

use super::palette::{GLOW, HAZE, SLAB, TAG, YARD};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, hex, smooth};
use crate::draw::noise;
use crate::draw::shapes::At;

/// An evening or morning sky above a horizon.
pub(super) struct Sky {
    pub(super) horizon: f32,
    pub(super) sun: At,
    pub(super) radius: f32,
}

impl Sky {
    /// Paints everything above the horizon.
    pub(super) fn paint(&self, canvas: &mut Canvas) {
        canvas.shade(|x, y, under| {
            if y > self.horizon + 2.0 {
                return under;
            }
            self.at(x, y)
        });
    }

    /// The sky's color at a pixel.
    pub(super) fn at(&self, x: f32, y: f32) -> Rgb {
        let far = ((x - self.sun.0).powi(2) + (y - self.sun.1).powi(2)).sqrt();
        let disc = smooth(self.radius + 1.5, self.radius - 1.5, far);
        self.air(x, y).mix(Rgb(1.0, 0.968, 0.868), disc)
    }

    /// The sky's color without the sun's disc, as a dull mirror shows it.
    pub(super) fn air(&self, x: f32, y: f32) -> Rgb {
        let height = ((self.horizon - y) / self.horizon.max(1.0)).clamp(0.0, 1.0);
        let (dx, dy) = (x - self.sun.0, y - self.sun.1);
        let far = (dx * dx + dy * dy).sqrt();
        let upper = YARD.mix(HAZE, 0.34);
        let mut color = SLAB
            .mix(TAG, 0.42)
            .mix(HAZE.mix(SLAB, 0.42), smooth(0.0, 0.5, height))
            .mix(upper, smooth(0.3, 1.15, height));
        // Away from the sun the horizon cools down.
        color = color.mix(HAZE.mix(SLAB, 0.3), 0.55 * smooth(300.0, 1500.0, dx.abs()));
        let streak = noise::cloud(x / 430.0 + y / 160.0, y / 34.0, 11);
        color = color.mix(
            SLAB.mix(TAG, 0.3),
            0.5 * smooth(0.52, 0.8, streak) * (1.0 - height * 0.5),
        );
        color = color.mix(hex(0x00FA_C78C), 0.80 * bell(far, self.radius * 6.6));
        color = color.mix(hex(0x00F9_BC58), 0.80 * bell(far, self.radius * 3.6));
        color.mix(GLOW.mix(SLAB, 0.35), 0.85 * bell(far, self.radius * 1.9))
    }
}
