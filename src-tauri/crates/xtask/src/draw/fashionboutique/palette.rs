//! The brand's colors: madder, indigo, weld and undyed linen.

use crate::draw::color::{Rgb, hex};

pub(super) const CLAY: Rgb = hex(0x00A8_513B);
pub(super) const INDIGO: Rgb = hex(0x002C_3E63);
pub(super) const LINEN: Rgb = hex(0x00F3_ECDF);
pub(super) const MOSS: Rgb = hex(0x006C_7A4F);

/// Colors mixed from the palette, by hand.
pub(super) const CREAM: Rgb = hex(0x00FB_F4E6);
pub(super) const SAND: Rgb = hex(0x00DC_C5A2);
pub(super) const ROSE: Rgb = hex(0x00DB_A68E);
pub(super) const OCHRE: Rgb = hex(0x00D0_A84A);
pub(super) const MIST: Rgb = hex(0x009F_B0C0);
pub(super) const WOOD: Rgb = hex(0x00A8_7850);
pub(super) const OAT: Rgb = hex(0x00E2_D3B6);
pub(super) const GREY: Rgb = hex(0x0096_9089);
pub(super) const SLATE: Rgb = hex(0x0066_615F);
pub(super) const BARK: Rgb = hex(0x005A_3E30);
pub(super) const SHADE: Rgb = Rgb(0.70, 0.62, 0.60);
