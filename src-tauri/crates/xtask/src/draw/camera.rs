//! A pinhole camera over a ground plane: meters in, pixels out.

use super::shapes::At;

/// A place in the world in meters: right, ahead, up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place(pub(super) f32, pub(super) f32, pub(super) f32);

/// Looks ahead without tilting, so that what stands upright stays upright; the horizon is put where it is
/// wanted, as with a shift lens.
pub(super) struct Camera {
    /// Height of the eye over the ground, in meters.
    pub(super) eye: f32,
    /// Pixels a meter at one meter's distance.
    pub(super) focal: f32,
    /// Where the line of sight meets the picture: the vanishing point of what runs ahead.
    pub(super) center: At,
}

/// What is nearer than this is cut away, in meters.
const NEAR: f32 = 0.35;

impl Camera {
    /// Where a place is seen; what lies behind the eye is seen as if it were just before it.
    pub(super) fn see(&self, place: Place) -> At {
        let scale = self.focal / place.1.max(NEAR);
        (
            self.center.0 + place.0 * scale,
            self.center.1 + (self.eye - place.2) * scale,
        )
    }

    /// How many pixels a meter takes at a place.
    pub(super) fn scale(&self, place: Place) -> f32 {
        self.focal / place.1.max(NEAR)
    }

    /// The place on the ground that a pixel below the horizon shows: right and ahead.
    pub(super) fn ground(&self, x: f32, y: f32) -> (f32, f32) {
        let ahead = self.eye * self.focal / (y - self.center.1).max(0.5);
        ((x - self.center.0) * ahead / self.focal, ahead)
    }

    /// The part of a line that lies before the eye.
    pub(super) fn clip(&self, from: Place, to: Place) -> Option<(Place, Place)> {
        match (from.1 >= NEAR, to.1 >= NEAR) {
            (true, true) => Some((from, to)),
            (false, false) => None,
            (true, false) => Some((from, cut(from, to))),
            (false, true) => Some((cut(from, to), to)),
        }
    }
}

/// Where a line crosses the near plane.
fn cut(from: Place, to: Place) -> Place {
    let t = (NEAR - from.1) / (to.1 - from.1);
    Place(
        from.0 + (to.0 - from.0) * t,
        NEAR,
        from.2 + (to.2 - from.2) * t,
    )
}
