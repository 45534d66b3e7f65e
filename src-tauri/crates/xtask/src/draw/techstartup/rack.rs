//! A small server rack: four units, a patch panel, and cables in a bundle.

use super::iso::{Iso, Sides, sides};
use super::palette::{GRAPHITE, GRAY, GREEN, MIST, SLATE, WHITE};
use super::pen::{FINE, outlined_in, paper, trace};
use crate::draw::canvas::Canvas;
use crate::draw::shapes::{At, circle, cord};

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 1600;
const ISO: Iso = Iso {
    origin: (592.0, 890.0),
    unit: 104.0,
};
/// The cabinet: to the right, to the left, up.
const WIDE: f32 = 4.4;
const DEEP: f32 = 4.0;
const HIGH: f32 = 6.7;
/// The units by their lower edge, and their height.
const UNITS: [f32; 4] = [0.55, 1.75, 2.95, 4.15];
const UNIT: f32 = 1.06;
const PANEL: f32 = 5.42;
/// The ports of the patch panel, and which of them is the green one.
const PORTS: usize = 10;
const LIVE: usize = 6;

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    paper(&mut canvas);
    floor(&mut canvas);
    cabinet(&mut canvas);
    for (index, low) in UNITS.into_iter().enumerate() {
        unit(&mut canvas, index, low);
    }
    panel(&mut canvas);
    cables(&mut canvas);
    canvas
}

/// A place on the front: to the right and up.
fn front(x: f32, z: f32) -> At {
    ISO.at((x, DEEP, z))
}

/// Raised floor in squares, one tile of it with holes.
fn floor(canvas: &mut Canvas) {
    let (low, high) = (-0.7, 5.1);
    ISO.block_in(
        canvas,
        (low, low, -0.24),
        (high - low, high - low, 0.24),
        sides(MIST),
        3.0,
    );
    for step in 0..4 {
        let place = low + 1.45 * (step + 1) as f32;
        if place < high {
            trace(
                canvas,
                &[ISO.at((place, low, 0.0)), ISO.at((place, high, 0.0))],
                FINE,
                SLATE,
            );
            trace(
                canvas,
                &[ISO.at((low, place, 0.0)), ISO.at((high, place, 0.0))],
                FINE,
                SLATE,
            );
        }
    }
    ISO.cast(canvas, (0.0, 0.0, 0.0), (WIDE, DEEP, 0.0), 0.6);
}

fn cabinet(canvas: &mut Canvas) {
    ISO.block(
        canvas,
        (0.0, 0.0, 0.0),
        (WIDE, DEEP, HIGH),
        Sides {
            top: GRAY,
            left: SLATE,
            right: GRAPHITE.mix(SLATE, 0.35),
        },
    );
    // The side has slots for air.
    for row in 0..15 {
        let z = 1.1 + row as f32 * 0.32;
        let slot = [
            (0.7, z),
            (DEEP - 0.7, z),
            (DEEP - 0.7, z + 0.11),
            (0.7, z + 0.11),
        ];
        outlined_in(canvas, ISO.right(WIDE, &slot), GRAPHITE, GRAPHITE, 1.5);
    }
    let frame = [
        (0.35, 0.5),
        (DEEP - 0.35, 0.5),
        (DEEP - 0.35, HIGH - 0.5),
        (0.35, HIGH - 0.5),
        (0.35, 0.5),
    ];
    let places: Vec<At> = frame.iter().map(|&(y, z)| ISO.at((WIDE, y, z))).collect();
    trace(canvas, &places, FINE, SLATE);
    // The fans in the lid.
    for (x, y) in [(1.3, 1.2), (3.1, 1.2), (1.3, 2.8), (3.1, 2.8)] {
        outlined_in(canvas, ISO.disc((x, y, HIGH), 0.62), SLATE, GRAPHITE, 3.0);
        outlined_in(
            canvas,
            ISO.disc((x, y, HIGH), 0.42),
            GRAPHITE,
            GRAPHITE,
            2.0,
        );
        outlined_in(canvas, ISO.disc((x, y, HIGH), 0.16), GRAY, GRAPHITE, 2.0);
    }
    // The open front, dark inside, between two rails with holes.
    let open = [
        (0.18, 0.3),
        (WIDE - 0.18, 0.3),
        (WIDE - 0.18, HIGH - 0.25),
        (0.18, HIGH - 0.25),
    ];
    outlined_in(canvas, ISO.left(DEEP, &open), GRAPHITE, GRAPHITE, 3.0);
    for x in [0.22, WIDE - 0.44] {
        let rail = [
            (x, 0.34),
            (x + 0.22, 0.34),
            (x + 0.22, HIGH - 0.29),
            (x, HIGH - 0.29),
        ];
        outlined_in(canvas, ISO.left(DEEP, &rail), GRAY, GRAPHITE, 2.0);
        for hole in 0..15 {
            let (px, py) = front(x + 0.11, 0.55 + hole as f32 * 0.4);
            canvas.fill(circle(px, py, 3.4), GRAPHITE);
        }
    }
}

/// One machine: eight drives with a light each, a button and a vent.
fn unit(canvas: &mut Canvas, index: usize, low: f32) {
    let (left, right) = (0.3, WIDE - 0.3);
    ISO.block_in(
        canvas,
        (left, DEEP - 0.05, low),
        (right - left, 0.30, UNIT),
        Sides {
            top: MIST,
            left: WHITE,
            right: SLATE,
        },
        3.4,
    );
    let face = |corners: &[At]| ISO.left(DEEP + 0.25, corners);
    for bay in 0..8 {
        let x = left + 0.18 + (bay % 4) as f32 * 0.62;
        let z = low + 0.14 + (bay / 4) as f32 * 0.42;
        outlined_in(
            canvas,
            face(&[(x, z), (x + 0.54, z), (x + 0.54, z + 0.35), (x, z + 0.35)]),
            GRAY,
            GRAPHITE,
            2.0,
        );
        let line = [
            ISO.at((x + 0.08, DEEP + 0.25, z + 0.10)),
            ISO.at((x + 0.34, DEEP + 0.25, z + 0.10)),
        ];
        trace(canvas, &line, FINE, SLATE);
        let busy = !(bay * 3 + index * 5).is_multiple_of(7);
        let (px, py) = ISO.at((x + 0.44, DEEP + 0.25, z + 0.24));
        canvas.fill(circle(px, py, 4.6), if busy { GREEN } else { SLATE });
    }
    for slit in 0..6 {
        let x = left + 2.84 + slit as f32 * 0.09;
        let line = [
            ISO.at((x, DEEP + 0.25, low + 0.2)),
            ISO.at((x, DEEP + 0.25, low + UNIT - 0.2)),
        ];
        trace(canvas, &line, FINE, SLATE);
    }
    let (px, py) = ISO.at((right - 0.22, DEEP + 0.25, low + UNIT * 0.66));
    outlined_in(canvas, circle(px, py, 9.0), GREEN, GRAPHITE, 2.4);
    let (px, py) = ISO.at((right - 0.22, DEEP + 0.25, low + UNIT * 0.30));
    outlined_in(canvas, circle(px, py, 9.0), GRAPHITE, GRAPHITE, 2.0);
}

fn port(index: usize) -> At {
    (0.62 + index as f32 * 0.345, PANEL + 0.42)
}

fn panel(canvas: &mut Canvas) {
    ISO.block_in(
        canvas,
        (0.3, DEEP - 0.05, PANEL),
        (WIDE - 0.6, 0.30, 0.84),
        Sides {
            top: SLATE,
            left: GRAPHITE.mix(SLATE, 0.3),
            right: GRAPHITE,
        },
        3.4,
    );
    for index in 0..PORTS {
        let (x, z) = port(index);
        let socket = [
            (x - 0.12, z - 0.13),
            (x + 0.12, z - 0.13),
            (x + 0.12, z + 0.13),
            (x - 0.12, z + 0.13),
        ];
        outlined_in(canvas, ISO.left(DEEP + 0.25, &socket), GRAY, GRAPHITE, 2.0);
        let (px, py) = ISO.at((x, DEEP + 0.25, z + 0.26));
        canvas.fill(
            circle(px, py, 3.6),
            if index == LIVE { GREEN } else { SLATE },
        );
    }
}

/// Cables from the panel: they join on the left, run down the rail, and go off to the machines.
fn cables(canvas: &mut Canvas) {
    let out = DEEP + 0.42;
    let spot = |x: f32, z: f32| ISO.at((x, out, z));
    let mut order: Vec<usize> = (0..PORTS).collect();
    order.sort_by_key(|&index| index == LIVE);
    for index in order {
        let (x, z) = port(index);
        let lane = 0.02 + index as f32 * 0.052;
        let low = UNITS[3 - index % 4] + 0.5;
        let live = index == LIVE;
        let turn = PANEL - 0.02 - 0.035 * index as f32;
        let way = [
            ISO.at((x, DEEP + 0.25, z)),
            spot(x, z - 0.16),
            spot(x - 0.14, turn),
            spot((lane + 0.46).min(x - 0.16), turn),
            spot(lane, turn - 0.52),
            spot(lane, low + 0.4),
            spot(lane + 0.08, low + 0.06),
            spot(0.48, low),
        ];
        canvas.fill(cord(&way, 13.0), GRAPHITE);
        canvas.fill(
            cord(&way, 7.4),
            if live { GREEN } else { [MIST, GRAY][index % 2] },
        );
    }
    for z in [4.5, 3.4, 2.3] {
        let tie = [spot(-0.06, z), spot(0.56, z)];
        trace(canvas, &tie, 15.0, GRAPHITE);
        trace(canvas, &tie, 8.0, WHITE);
    }
}
