//! NextDaySteel's pictures: steel in low sun, dark blue and yellow.

use super::print::Print;
use super::{Brand, Scene};

mod bars;
mod bonnet;
mod bundle;
mod dawn;
mod logo;
mod lorry;
mod palette;
mod rack;
mod shear;
mod sky;
mod slab;
mod square;
mod tag;
mod tape;
mod water;

pub(super) const BRAND: Brand = Brand {
    folder: "nextdaysteel",
    print: Print {
        grain: 0.022,
        punch: 0.42,
        corner: 0.34,
        weave: 0.0,
        quality: 80,
    },
    scenes: &[
        Scene("mesh-on-slab.jpg", slab::draw, 7),
        Scene("bars-end-on.jpg", bundle::draw, 8),
        Scene("lorry-at-the-gate.jpg", lorry::draw, 9),
        Scene("shear-and-tape.jpg", shear::draw, 10),
        Scene("tagged-bundles.jpg", rack::draw, 11),
        Scene("tape-on-mesh.jpg", square::draw, 12),
        Scene("yard-at-dawn.jpg", dawn::draw, 13),
        Scene("drawing-on-bonnet.jpg", bonnet::draw, 14),
    ],
};
