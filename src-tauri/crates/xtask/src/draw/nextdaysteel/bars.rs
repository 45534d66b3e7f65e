//! Ribbed bars: their cut ends, seen end on, and their round, ribbed length.

use super::palette::{EMBER, GLOW, HAZE, NIGHT, SLAB, STEEL, TAG};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, hex, smooth};
use crate::draw::noise;
use crate::draw::shapes::{At, circle, taper};

/// To the sun, across the picture: left, up, and behind the eye.
pub(super) const SUN: (f32, f32, f32) = (-0.62, -0.50, 0.60);

/// A bar seen end on.
pub(super) struct Bar {
    /// Center of the cut face.
    pub(super) center: At,
    pub(super) radius: f32,
    /// How far the end stands out, 0 to 1.
    pub(super) out: f32,
    /// The color that its end is marked with.
    pub(super) paint: Option<Rgb>,
    pub(super) seed: i32,
}

impl Bar {
    /// Its length: round, ribbed, lit from one side. It runs to a place of the picture, and at the far end
    /// a share of its size is left.
    pub(super) fn body(&self, canvas: &mut Canvas, vanish: At, left_of_it: f32) {
        let (cx, cy) = (self.center.0 - vanish.0, self.center.1 - vanish.1);
        let length = (cx * cx + cy * cy).sqrt();
        let (nx, ny) = (-cy / length, cx / length);
        let far = (vanish.0 + cx * left_of_it, vanish.1 + cy * left_of_it);
        let Some(path) = taper(
            self.center,
            self.radius * 2.0,
            far,
            self.radius * 2.0 * left_of_it,
        ) else {
            return;
        };
        let tint = noise::hash(self.seed, 5, 19);
        let steel = STEEL.mix(hex(0x0079_6A58), 0.35 + 0.45 * tint);
        canvas.paint(path, |x, y, _| {
            let (px, py) = (x - vanish.0, y - vanish.1);
            let s = ((px * cx + py * cy) / (length * length)).clamp(0.05, 1.2);
            let u = ((px * nx + py * ny) / (s * self.radius)).clamp(-1.0, 1.0);
            // The normal of the round bar, from its axis to the eye's side.
            let bulge = (1.0 - u * u).max(0.0).sqrt();
            let normal = (nx * u - cx / length * bulge, ny * u - cy / length * bulge);
            let light = (normal.0 * SUN.0 + normal.1 * SUN.1).max(0.0) / 0.8;
            let depth = 1.0 / s;
            let skew = if u > 0.0 { 0.55 } else { -0.55 };
            let phase = (depth * 26.0 + u * skew + tint).fract();
            let rib = smooth(0.62, 0.70, phase) * smooth(1.0, 0.92, phase);
            let ridge = smooth(0.10, 0.05, (u - 0.1).abs());
            let raised = rib.max(ridge * 0.8);
            let valley = smooth(0.5, 0.62, phase) * (1.0 - rib);
            let base = steel
                .lit(0.42 + 0.55 * light)
                .mix(GLOW, 0.52 * light * light);
            base.lit(1.0 - 0.30 * valley)
                .mix(GLOW.mix(SLAB, 0.4), raised * (0.10 + 0.42 * light))
                .mix(SLAB.mix(TAG, 0.35), 0.42 * smooth(0.85, 0.34, s))
                .times(Rgb(1.0, 1.0, 1.0).mix(Rgb(0.55, 0.60, 0.66), smooth(0.55, 1.0, u.abs())))
        });
    }

    /// A cut end: half of it clean from the shear, half of it torn, in the shadow of longer neighbours.
    pub(super) fn face(&self, canvas: &mut Canvas, bars: &[Self]) {
        let (cx, cy) = self.center;
        let radius = self.radius;
        let casting: Vec<(At, f32, f32)> = bars
            .iter()
            .filter(|other| other.out > self.out + 0.04)
            .filter_map(|other| {
                let gap = (other.out - self.out) * radius * 1.36;
                let center = (other.center.0 - SUN.0 * gap, other.center.1 - SUN.1 * gap);
                let (dx, dy) = (center.0 - cx, center.1 - cy);
                let near = dx * dx + dy * dy < (radius * 2.0) * (radius * 2.0);
                near.then_some((center, other.radius, gap))
            })
            .collect();
        let tint = noise::hash(self.seed, 7, 19);
        let turn = (noise::hash(self.seed, 8, 19) - 0.5) * 0.9;
        let (sin, cos) = turn.sin_cos();
        let Some(path) = circle(cx, cy, radius) else {
            return;
        };
        canvas.paint(path, |x, y, _| {
            let (dx, dy) = ((x - cx) / radius, (y - cy) / radius);
            let from_center = (dx * dx + dy * dy).sqrt();
            let (u, v) = (dx * cos + dy * sin, -dx * sin + dy * cos);
            let toward_sun = -(dx * SUN.0 + dy * SUN.1);
            let scratch = noise::value(u * 3.0, v * 26.0 + tint * 9.0, 71) - 0.5;
            let torn = smooth(
                0.02,
                0.12,
                v + 0.06 * noise::value(u * 5.0, tint * 31.0, 72),
            );
            let rough = noise::cloud(u * 9.0 + tint * 40.0, v * 9.0, 73) - 0.5;
            let clean = hex(0x00F6_EBD6)
                .mix(hex(0x00DD_D9CC), tint)
                .lit(1.0 + 0.10 * scratch);
            let broken = hex(0x00BB_AF9E)
                .mix(HAZE, 0.15 + 0.25 * tint)
                .lit(1.0 + 0.42 * rough);
            let steel = clean.mix(broken, torn);
            let worn = smooth(0.70, 0.84, noise::cloud(u * 4.0 + tint * 20.0, v * 4.0, 74));
            let mut color = if let Some(paint) = self.paint {
                paint
                    .mix(EMBER, 0.14 * tint)
                    .lit(1.02 + 0.16 * rough * torn + 0.03 * scratch)
                    .mix(steel, worn * 0.8)
            } else {
                steel
            };
            color = color.lit(1.0 - 0.14 * toward_sun);
            // A burr around the edge: bright to the sun, dark away from it.
            let edge = smooth(0.86, 0.95, from_center);
            color = color.mix(
                if toward_sun < 0.0 { SLAB } else { STEEL },
                edge * 0.75 * toward_sun.abs(),
            );
            let mut shade = 0.0_f32;
            for (center, reach, gap) in &casting {
                let (sx, sy) = (x - center.0, y - center.1);
                let soft = 1.5 + gap * 0.10;
                shade = shade.max(smooth(
                    reach + soft,
                    reach - soft,
                    (sx * sx + sy * sy).sqrt(),
                ));
            }
            color.times(Rgb(1.0, 1.0, 1.0).mix(Rgb(0.36, 0.46, 0.56), shade))
        });
    }
}

/// The color of a ribbed bar from the side: `along` its axis in 37ths of its half width, `across` from -1 to 1,
/// `warm` from 0 to 1 the nearer the low sun.
pub(super) fn ribbed(along: f32, across: f32, warm: f32) -> Rgb {
    let light = (1.0 - (across + 0.42) * (across + 0.42) * 1.15).max(0.0);
    let skew = if across > 0.0 { 0.42 } else { -0.42 };
    let phase = (along / 46.0 + across * skew + 50.0).fract();
    let rib = smooth(0.50, 0.60, phase) * smooth(0.96, 0.84, phase);
    let lee = smooth(0.84, 0.98, phase) + smooth(0.10, 0.0, phase);
    let ridge = smooth(0.16, 0.09, (across - 0.08).abs());
    let rust = noise::cloud(along / 90.0, across * 1.6 + 7.0, 99);
    STEEL
        .mix(hex(0x008A_6A4C), 0.25 + 0.5 * smooth(0.4, 0.7, rust))
        .lit(0.40 + 0.95 * light)
        .mix(GLOW, (0.10 + 0.55 * warm) * light * light)
        .lit(1.0 - 0.34 * lee * (1.0 - ridge))
        .mix(
            GLOW.mix(SLAB, 0.4),
            rib.max(ridge) * light * (0.16 + 0.30 * warm),
        )
        .mix(NIGHT, 0.55 * smooth(0.55, 1.0, across))
}
