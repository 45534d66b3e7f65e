//! TechStartup's pictures: drafted on squared paper, gray but for one green.

use super::print::Print;
use super::{Brand, Scene};

mod booth;
mod clock;
mod graph;
mod iso;
mod keyboard;
mod mark;
mod palette;
mod pen;
mod rack;
mod terminal;
mod train;
mod whiteboard;

pub(super) const BRAND: Brand = Brand {
    folder: "techstartup",
    print: Print {
        grain: 0.010,
        punch: 0.0,
        corner: 0.10,
        weave: 0.0,
        quality: 86,
    },
    scenes: &[
        Scene("cache-graph.jpg", graph::draw, 21),
        Scene("terminal-at-night.jpg", terminal::draw, 22),
        Scene("rack.jpg", rack::draw, 23),
        Scene("whiteboard-chart.jpg", whiteboard::draw, 24),
        Scene("train-table.jpg", train::draw, 25),
        Scene("booth.jpg", booth::draw, 26),
        Scene("keyboard-and-mug.jpg", keyboard::draw, 27),
        Scene("clock-and-queue.jpg", clock::draw, 28),
    ],
};
