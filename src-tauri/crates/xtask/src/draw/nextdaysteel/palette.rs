//! The brand's colors.

use crate::draw::color::{Rgb, hex};

/// The brand's palette.
pub(super) const YARD: Rgb = hex(0x001E_3440);
pub(super) const SLAB: Rgb = hex(0x00F4_F1EA);
pub(super) const TAG: Rgb = hex(0x00F2_B33D);

/// Colors mixed from the palette, by hand.
pub(super) const NIGHT: Rgb = hex(0x0010_2029);
pub(super) const STEEL: Rgb = hex(0x002D_4855);
pub(super) const HAZE: Rgb = hex(0x007D_98A0);
pub(super) const EMBER: Rgb = hex(0x00D9_822B);
pub(super) const GLOW: Rgb = hex(0x00FF_DF9E);
