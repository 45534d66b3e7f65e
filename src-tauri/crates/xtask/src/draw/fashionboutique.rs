//! FashionBoutique's pictures: gouache on cloth, in the colors of its dyes.

use super::print::Print;
use super::{Brand, Scene};

mod brush;
mod buttons;
mod knitwear;
mod loom;
mod palette;
mod shop;
mod sleeve;
mod spools;
mod things;
mod vat;
mod window;

pub(super) const BRAND: Brand = Brand {
    folder: "fashionboutique",
    print: Print {
        grain: 0.012,
        punch: 0.04,
        corner: 0.24,
        weave: 0.030,
        quality: 78,
    },
    scenes: &[
        Scene("linen-dress-by-window.jpg", window::draw, 31),
        Scene("folded-knitwear.jpg", knitwear::draw, 32),
        Scene("indigo-vat.jpg", vat::draw, 33),
        Scene("thread-spools.jpg", spools::draw, 34),
        Scene("loom.jpg", loom::draw, 35),
        Scene("shop-front.jpg", shop::draw, 36),
        Scene("mended-sleeve.jpg", sleeve::draw, 37),
        Scene("buttons-in-a-dish.jpg", buttons::draw, 38),
    ],
};
