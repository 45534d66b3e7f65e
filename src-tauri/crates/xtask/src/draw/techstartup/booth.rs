//! A small booth at a conference: one banner, a counter, two empty chairs.

use super::iso::{Iso, Sides, sides};
use super::mark;
use super::palette::{GRAPHITE, GRAY, GREEN, MIST, NIGHT, PINE, SLATE, WHITE};
use super::pen::{FINE, outlined_in, paper, trace};
use crate::draw::canvas::Canvas;
use crate::draw::letters::lettering;
use crate::draw::shapes::{At, circle, line, polygon};

const SIDE: u32 = 1600;
const ISO: Iso = Iso {
    origin: (790.0, 706.0),
    unit: 104.0,
};
const FLOOR: f32 = 7.0;
/// The banner wall: its corner and its size.
const WALL: (f32, f32, f32, f32, f32) = (0.5, 0.5, 6.0, 0.24, 4.7);

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(SIDE, SIDE);
    paper(&mut canvas);
    floor(&mut canvas);
    banner(&mut canvas);
    chair(&mut canvas, (1.1, 3.1));
    counter(&mut canvas);
    chair(&mut canvas, (1.9, 5.3));
    canvas
}

/// Carpet tiles on a low stage.
fn floor(canvas: &mut Canvas) {
    ISO.block(canvas, (0.0, 0.0, -0.26), (FLOOR, FLOOR, 0.26), sides(GRAY));
    for column in 0..7 {
        for row in 0..7 {
            let (x, y) = (column as f32, row as f32);
            let tile = ISO.level(
                0.0,
                &[(x, y), (x + 1.0, y), (x + 1.0, y + 1.0), (x, y + 1.0)],
            );
            let color = if (column + row) % 2 == 0 { WHITE } else { MIST };
            outlined_in(canvas, tile, color, GRAY, 1.6);
        }
    }
    let edge = [
        (0.0, 0.0),
        (FLOOR, 0.0),
        (FLOOR, FLOOR),
        (0.0, FLOOR),
        (0.0, 0.0),
    ];
    let edge: Vec<At> = edge.iter().map(|&(x, y)| ISO.at((x, y, 0.0))).collect();
    trace(canvas, &edge, 4.0, GRAPHITE);
}

/// A graphite wall with the mark and the product's name, two lamps on top.
fn banner(canvas: &mut Canvas) {
    let (x, y, w, d, h) = WALL;
    ISO.cast(canvas, (x, y, 0.0), (w, d, h), 0.5);
    ISO.block(
        canvas,
        (x, y, 0.0),
        (w, d, h),
        Sides {
            top: SLATE,
            left: GRAPHITE,
            right: NIGHT,
        },
    );
    let front = y + d;
    let on = |u: f32, v: f32| ISO.at((u, front, v));
    // A grid as on the paper, and a green foot.
    for step in 1..12 {
        let u = x + step as f32 * 0.5;
        trace(
            canvas,
            &[on(u, 0.5), on(u, h)],
            1.2,
            SLATE.mix(GRAPHITE, 0.65),
        );
    }
    for step in 1..9 {
        let v = 0.5 + step as f32 * 0.47;
        trace(
            canvas,
            &[on(x, v), on(x + w, v)],
            1.2,
            SLATE.mix(GRAPHITE, 0.65),
        );
    }
    let foot = [(x, 0.0), (x + w, 0.0), (x + w, 0.42), (x, 0.42)];
    outlined_in(canvas, ISO.left(front, &foot), GREEN, GRAPHITE, 3.0);
    mark::mark(
        canvas,
        |u, v| on(0.95 + u * 1.25, 3.95 - v * 1.25),
        WHITE,
        GREEN,
    );
    let name = lettering("TENON", 11.0, |u, v| on(2.62 + u * 0.56, 3.72 - v * 0.78));
    canvas.fill(name, WHITE);
    let claim = lettering("BUILD IT ONCE", 4.0, |u, v| {
        on(2.64 + u * 0.202, 2.58 - v * 0.24)
    });
    canvas.fill(claim, GRAY);
    for u in [1.6, 4.9] {
        let arm = [
            ISO.at((u, y + 0.12, h)),
            ISO.at((u, y + 0.12, h + 0.3)),
            ISO.at((u, y + 0.95, h + 0.36)),
        ];
        trace(canvas, &arm, 9.0, GRAPHITE);
        trace(canvas, &arm, 4.0, GRAY);
        ISO.block_in(
            canvas,
            (u - 0.2, y + 0.8, h + 0.18),
            (0.4, 0.34, 0.2),
            sides(GRAY),
            3.0,
        );
    }
}

/// A counter with the mark, a laptop, and a stack of sheets.
fn counter(canvas: &mut Canvas) {
    let (x, y, w, d, h) = (3.5, 3.3, 2.9, 1.15, 1.75);
    ISO.cast(canvas, (x, y, 0.0), (w, d, h), 0.7);
    ISO.block(
        canvas,
        (x, y, 0.0),
        (w, d, h),
        Sides {
            top: WHITE,
            left: MIST,
            right: GRAY,
        },
    );
    let on = |u: f32, v: f32| ISO.at((u, y + d, v));
    for step in 1..9 {
        let u = x + step as f32 * w / 9.0;
        trace(canvas, &[on(u, 0.06), on(u, h - 0.2)], FINE, GRAY);
    }
    let plate = [
        (x + 0.95, 0.32),
        (x + 1.95, 0.32),
        (x + 1.95, 1.42),
        (x + 0.95, 1.42),
    ];
    outlined_in(canvas, ISO.left(y + d, &plate), WHITE, GRAPHITE, 3.0);
    mark::mark(
        canvas,
        |u, v| on(x + 1.17 + u * 0.56, 1.22 - v * 0.60),
        GRAPHITE,
        GREEN,
    );
    ISO.block(
        canvas,
        (x - 0.14, y - 0.12, h),
        (w + 0.28, d + 0.24, 0.13),
        sides(SLATE),
    );
    let top = h + 0.13;
    for sheet in 0..5 {
        let slip = 0.03 * (sheet % 2) as f32;
        let corner = (x + 2.0 + slip, y + 0.3 - slip, top + sheet as f32 * 0.045);
        ISO.block_in(
            canvas,
            corner,
            (0.56, 0.66, 0.045),
            Sides {
                top: WHITE,
                left: MIST,
                right: GRAY,
            },
            2.0,
        );
    }
    let z = top + 0.23;
    let head = [
        (x + 2.06, y + 0.36),
        (x + 2.5, y + 0.36),
        (x + 2.5, y + 0.5),
        (x + 2.06, y + 0.5),
    ];
    canvas.fill(ISO.level(z, &head), GREEN);
    for row in 0..3 {
        let place = y + 0.6 + row as f32 * 0.09;
        trace(
            canvas,
            &[ISO.at((x + 2.08, place, z)), ISO.at((x + 2.46, place, z))],
            FINE,
            SLATE,
        );
    }
    // The laptop looks to the left.
    ISO.block_in(
        canvas,
        (x + 0.34, y + 0.36, top),
        (1.1, 0.74, 0.06),
        sides(GRAY),
        3.0,
    );
    let keys = [
        (x + 0.44, y + 0.46),
        (x + 1.34, y + 0.46),
        (x + 1.34, y + 0.80),
        (x + 0.44, y + 0.80),
    ];
    canvas.fill(ISO.level(top + 0.06, &keys), SLATE);
    let lid = |u: f32, v: f32| {
        ISO.at((
            x + 0.34 + u * 1.1,
            y + 0.36 - 0.18 * v,
            top + 0.06 + v * 0.74,
        ))
    };
    let corners = [lid(0.0, 0.0), lid(1.0, 0.0), lid(1.0, 1.0), lid(0.0, 1.0)];
    outlined_in(canvas, polygon(&corners), SLATE, GRAPHITE, 3.0);
    let glass = [
        lid(0.05, 0.08),
        lid(0.95, 0.08),
        lid(0.95, 0.93),
        lid(0.05, 0.93),
    ];
    canvas.fill(polygon(&glass), NIGHT);
    for row in 0..6 {
        let v = 0.80 - row as f32 * 0.12;
        let ink = if row == 3 { GREEN } else { SLATE };
        let long = [0.5, 0.36, 0.6, 0.44, 0.52, 0.3][row];
        canvas.fill(line(&[lid(0.14, v), lid(0.14 + long, v)], 3.6), ink);
    }
}

/// A high chair with a back.
fn chair(canvas: &mut Canvas, (x, y): At) {
    let (size, seat, high) = (0.86, 1.16, 2.05);
    ISO.cast(canvas, (x, y, 0.0), (size, size, seat), 0.55);
    let leg = |canvas: &mut Canvas, u: f32, v: f32| {
        let spread = |t: f32| 0.5 + (t - 0.5) * 1.16;
        let foot = ISO.at((x + spread(u) * size, y + spread(v) * size, 0.0));
        let top = ISO.at((x + u * size, y + v * size, seat));
        trace(canvas, &[foot, top], 12.0, GRAPHITE);
        trace(canvas, &[foot, top], 5.0, GRAY);
    };
    leg(canvas, 0.08, 0.08);
    leg(canvas, 0.92, 0.08);
    leg(canvas, 0.08, 0.92);
    let ring = [
        (0.04, 0.04),
        (0.96, 0.04),
        (0.96, 0.96),
        (0.04, 0.96),
        (0.04, 0.04),
    ];
    let ring: Vec<At> = ring
        .iter()
        .map(|&(u, v)| ISO.at((x + u * size, y + v * size, 0.42)))
        .collect();
    trace(canvas, &ring, 9.0, GRAPHITE);
    trace(canvas, &ring, 4.0, GRAY);
    leg(canvas, 0.92, 0.92);
    ISO.block(
        canvas,
        (x, y, seat),
        (size, size, 0.15),
        Sides {
            top: GREEN,
            left: GREEN.mix(PINE, 0.5),
            right: PINE,
        },
    );
    for v in [0.2, 0.8] {
        let post = [
            ISO.at((x + 0.05, y + v * size, seat + 0.12)),
            ISO.at((x + 0.02, y + v * size, high - 0.1)),
        ];
        trace(canvas, &post, 12.0, GRAPHITE);
        trace(canvas, &post, 5.0, GRAY);
    }
    ISO.block(
        canvas,
        (x - 0.05, y, high - 0.36),
        (0.12, size, 0.42),
        Sides {
            top: GREEN,
            left: GREEN.mix(PINE, 0.5),
            right: PINE,
        },
    );
    let (px, py) = ISO.at((x + 0.07, y + size / 2.0, high - 0.15));
    canvas.fill(circle(px, py, 5.0), GRAPHITE);
}
