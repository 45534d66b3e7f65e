//! The brand's colors: graphite on white, grays, and one green that is used sparingly.

use crate::draw::color::{Rgb, hex};

pub(super) const GRAPHITE: Rgb = hex(0x001B_1D22);
pub(super) const GRAY: Rgb = hex(0x00C9_CCD1);
pub(super) const GREEN: Rgb = hex(0x003F_B68B);
pub(super) const WHITE: Rgb = hex(0x00F6_F7F8);

/// Colors mixed from the palette, by hand.
pub(super) const NIGHT: Rgb = hex(0x0012_1418);
pub(super) const SLATE: Rgb = hex(0x0083_8891);
pub(super) const MIST: Rgb = hex(0x00E3_E5E8);
pub(super) const PINE: Rgb = hex(0x0025_7A5C);
