//! A flat rectangle seen in perspective: a screen, a sheet of paper, a wall.

use super::shapes::{At, polygon};
use tiny_skia::Path;

/// Maps `0..1` by `0..1` on the flat thing to where it is seen, and back.
pub(super) struct Plane {
    forth: [f32; 9],
    back: [f32; 9],
}

impl Plane {
    /// From where its corners are seen: upper left, upper right, lower right, lower left.
    ///
    /// The projective map of the unit square to four corners is P. Heckbert's, "Fundamentals of texture
    /// mapping and image warping", 1989, section 2.2.3.
    pub(super) fn new(corners: [At; 4]) -> Self {
        let [p0, p1, p2, p3] = corners;
        let (dx1, dy1) = (p1.0 - p2.0, p1.1 - p2.1);
        let (dx2, dy2) = (p3.0 - p2.0, p3.1 - p2.1);
        let (sx, sy) = (p0.0 - p1.0 + p2.0 - p3.0, p0.1 - p1.1 + p2.1 - p3.1);
        let whole = dx1 * dy2 - dx2 * dy1;
        let g = (sx * dy2 - dx2 * sy) / whole;
        let h = (dx1 * sy - sx * dy1) / whole;
        let forth = [
            p1.0 - p0.0 + g * p1.0,
            p3.0 - p0.0 + h * p3.0,
            p0.0,
            p1.1 - p0.1 + g * p1.1,
            p3.1 - p0.1 + h * p3.1,
            p0.1,
            g,
            h,
            1.0,
        ];
        Self {
            forth,
            back: adjugate(forth),
        }
    }

    /// Where a place of the flat thing is seen.
    pub(super) fn at(&self, u: f32, v: f32) -> At {
        apply(&self.forth, u, v)
    }

    /// The place of the flat thing that a pixel shows.
    pub(super) fn under(&self, x: f32, y: f32) -> At {
        apply(&self.back, x, y)
    }

    /// A rectangle on it: left, top, right, bottom.
    pub(super) fn part(&self, left: f32, top: f32, right: f32, bottom: f32) -> Option<Path> {
        self.shape(&[(left, top), (right, top), (right, bottom), (left, bottom)])
    }

    /// A polygon on it.
    pub(super) fn shape(&self, corners: &[At]) -> Option<Path> {
        polygon(&self.places(corners))
    }

    /// Where several of its places are seen.
    pub(super) fn places(&self, places: &[At]) -> Vec<At> {
        places.iter().map(|&(u, v)| self.at(u, v)).collect()
    }
}

fn apply(m: &[f32; 9], x: f32, y: f32) -> At {
    let w = m[6] * x + m[7] * y + m[8];
    (
        (m[0] * x + m[1] * y + m[2]) / w,
        (m[3] * x + m[4] * y + m[5]) / w,
    )
}

/// The inverse but for a factor, which the division by `w` takes out.
fn adjugate(m: [f32; 9]) -> [f32; 9] {
    [
        m[4] * m[8] - m[5] * m[7],
        m[2] * m[7] - m[1] * m[8],
        m[1] * m[5] - m[2] * m[4],
        m[5] * m[6] - m[3] * m[8],
        m[0] * m[8] - m[2] * m[6],
        m[2] * m[3] - m[0] * m[5],
        m[3] * m[7] - m[4] * m[6],
        m[1] * m[6] - m[0] * m[7],
        m[0] * m[4] - m[1] * m[3],
    ]
}
