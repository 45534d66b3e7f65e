//! Colors as three numbers from 0 to 1, in sRGB's own curve: the pictures are graphic, not measured light.

/// Red, green and blue, 0 to 1; values above 1 are clipped when the picture is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rgb(pub(super) f32, pub(super) f32, pub(super) f32);

/// `0xRRGGBB` as a color.
pub(super) const fn hex(value: u32) -> Rgb {
    Rgb(
        ((value >> 16) & 0xFF) as f32 / 255.0,
        ((value >> 8) & 0xFF) as f32 / 255.0,
        (value & 0xFF) as f32 / 255.0,
    )
}

impl Rgb {
    /// `self` at 0, `other` at 1.
    pub(super) fn mix(self, other: Self, share: f32) -> Self {
        let t = share.clamp(0.0, 1.0);
        Self(
            self.0 + (other.0 - self.0) * t,
            self.1 + (other.1 - self.1) * t,
            self.2 + (other.2 - self.2) * t,
        )
    }

    /// Brighter above 1, darker below.
    pub(super) fn lit(self, by: f32) -> Self {
        Self(self.0 * by, self.1 * by, self.2 * by)
    }

    /// As seen through colored glass.
    pub(super) fn times(self, other: Self) -> Self {
        Self(self.0 * other.0, self.1 * other.1, self.2 * other.2)
    }

    /// Light over light as on a screen: it never runs over white.
    pub(super) fn screen(self, light: Self, share: f32) -> Self {
        let one = |under: f32, over: f32| 1.0 - (1.0 - under) * (1.0 - over * share);
        Self(
            one(self.0, light.0),
            one(self.1, light.1),
            one(self.2, light.2),
        )
    }
}

/// 0 below `from`, 1 above `to`, smooth between. `from` may be the greater one.
pub(super) fn smooth(from: f32, to: f32, value: f32) -> f32 {
    let t = ((value - from) / (to - from)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// A bell of height 1 around 0, `width` wide to each side where it falls to 1/e.
pub(super) fn bell(value: f32, width: f32) -> f32 {
    (-(value / width) * (value / width)).exp()
}
