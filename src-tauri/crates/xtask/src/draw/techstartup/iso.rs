//! Isometric drawing: three axes at equal angles, nothing gets smaller with distance.

use super::palette::{GRAPHITE, WHITE};
use super::pen::{BOLD, outlined, outlined_in, shade};
use crate::draw::canvas::Canvas;
use crate::draw::color::Rgb;
use crate::draw::shapes::{At, arc, ellipse, polygon, stroke};
use std::f32::consts::PI;
use tiny_skia::Path;

/// Right and down, left and down, and up, in units of the drawing.
pub(super) type Spot = (f32, f32, f32);

/// Where the origin is seen, and how many pixels a unit takes.
pub(super) struct Iso {
    pub(super) origin: At,
    pub(super) unit: f32,
}

/// The colors of a body's three visible sides.
#[derive(Clone, Copy)]
pub(super) struct Sides {
    pub(super) top: Rgb,
    pub(super) left: Rgb,
    pub(super) right: Rgb,
}

/// A color lit from above and from the left.
pub(super) fn sides(color: Rgb) -> Sides {
    Sides {
        top: color.mix(WHITE, 0.45),
        left: color,
        right: color.mix(GRAPHITE, 0.20),
    }
}

/// Half the width and half the height of a circle of radius 1 that lies on the floor.
const FLAT: At = (1.224_745, std::f32::consts::FRAC_1_SQRT_2);

impl Iso {
    /// Where a spot is seen.
    pub(super) fn at(&self, (x, y, z): Spot) -> At {
        let (cos, sin) = (0.866_025_4 * self.unit, 0.5 * self.unit);
        (
            self.origin.0 + (x - y) * cos,
            self.origin.1 + (x + y) * sin - z * self.unit,
        )
    }

    /// A polygon in a level: each corner right and left.
    pub(super) fn level(&self, z: f32, corners: &[At]) -> Option<Path> {
        let places: Vec<At> = corners.iter().map(|&(x, y)| self.at((x, y, z))).collect();
        polygon(&places)
    }

    /// A polygon on the side that looks left, at a distance `y`: each corner right and up.
    pub(super) fn left(&self, y: f32, corners: &[At]) -> Option<Path> {
        let places: Vec<At> = corners.iter().map(|&(x, z)| self.at((x, y, z))).collect();
        polygon(&places)
    }

    /// A polygon on the side that looks right, at a distance `x`: each corner left and up.
    pub(super) fn right(&self, x: f32, corners: &[At]) -> Option<Path> {
        let places: Vec<At> = corners.iter().map(|&(y, z)| self.at((x, y, z))).collect();
        polygon(&places)
    }

    /// A box by its far lower corner and its size.
    pub(super) fn block(&self, canvas: &mut Canvas, corner: Spot, size: Spot, sides: Sides) {
        self.block_in(canvas, corner, size, sides, BOLD);
    }

    /// A box with outlines of a width.
    pub(super) fn block_in(
        &self,
        canvas: &mut Canvas,
        (x, y, z): Spot,
        (w, d, h): Spot,
        sides: Sides,
        width: f32,
    ) {
        let left = [(x, z), (x + w, z), (x + w, z + h), (x, z + h)];
        let right = [(y, z), (y + d, z), (y + d, z + h), (y, z + h)];
        let top = [(x, y), (x + w, y), (x + w, y + d), (x, y + d)];
        for (path, color) in [
            (self.left(y + d, &left), sides.left),
            (self.right(x + w, &right), sides.right),
            (self.level(z + h, &top), sides.top),
        ] {
            outlined_in(canvas, path, color, GRAPHITE, width);
        }
    }

    /// The shade of a box on the level that it stands on, to the right.
    pub(super) fn cast(&self, canvas: &mut Canvas, (x, y, z): Spot, (w, d, _): Spot, long: f32) {
        let corners = [
            (x, y),
            (x + long, y - long),
            (x + w + long, y - long),
            (x + w + long, y + d - long),
            (x + w, y + d),
        ];
        shade(canvas, self.level(z, &corners));
    }

    /// A circle that lies level.
    pub(super) fn disc(&self, center: Spot, radius: f32) -> Option<Path> {
        let (x, y) = self.at(center);
        let r = radius * self.unit;
        ellipse(x, y, r * FLAT.0, r * FLAT.1)
    }

    /// An upright cylinder by the center of its foot.
    pub(super) fn cylinder(
        &self,
        canvas: &mut Canvas,
        foot: Spot,
        radius: f32,
        height: f32,
        sides: Sides,
    ) {
        let (x, low) = self.at(foot);
        let (_, high) = self.at((foot.0, foot.1, foot.2 + height));
        let radii = (radius * self.unit * FLAT.0, radius * self.unit * FLAT.1);
        let mut body = arc((x, low), radii, 0.0, PI);
        body.extend(arc((x, high), radii, PI, 0.0));
        canvas.fill(polygon(&body), sides.left);
        let mut dark = arc((x, low), radii, 0.0, PI * 0.36);
        dark.extend(arc((x, high), radii, PI * 0.36, 0.0));
        canvas.fill(polygon(&dark), sides.right);
        canvas.fill(
            polygon(&body).and_then(|path| stroke(&path, BOLD)),
            GRAPHITE,
        );
        outlined(canvas, ellipse(x, high, radii.0, radii.1), sides.top);
    }
}
