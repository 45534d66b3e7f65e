//! A keyboard with one green key, a gray mug and a notebook.

use super::iso::{Iso, Sides, sides};
use super::palette::{GRAPHITE, GRAY, GREEN, MIST, PINE, SLATE, WHITE};
use super::pen::{BOLD, outlined, outlined_in, paper, shade, trace};
use crate::draw::canvas::Canvas;
use crate::draw::shapes::{At, blob, circle, cord, curve, stroke};

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1200;
const ISO: Iso = Iso {
    origin: (602.0, 390.0),
    unit: 60.0,
};
/// The widths of the keys of each row, the furthest first, in units; together 15.
const ROWS: [&[f32]; 5] = [
    &[
        1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0,
    ],
    &[
        1.5, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.5,
    ],
    &[
        1.75, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.25,
    ],
    &[2.25, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.75],
    &[1.25, 1.25, 1.25, 6.25, 1.25, 1.25, 1.25, 1.25],
];
/// The key that starts the build: the last of its row.
const GO: (usize, usize) = (2, 12);

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    paper(&mut canvas);
    notebook(&mut canvas);
    cable(&mut canvas);
    keyboard(&mut canvas);
    mug(&mut canvas);
    canvas
}

fn keyboard(canvas: &mut Canvas) {
    let (corner, size) = ((-0.35, 2.65, 0.0), (15.7, 5.7, 0.55));
    ISO.cast(canvas, corner, size, 0.5);
    ISO.block(
        canvas,
        corner,
        size,
        Sides {
            top: GRAPHITE,
            left: SLATE,
            right: SLATE.mix(GRAPHITE, 0.4),
        },
    );
    for (row, keys) in ROWS.iter().enumerate() {
        let mut x = 0.0;
        for (index, &wide) in keys.iter().enumerate() {
            key(canvas, (x, 3.0 + row as f32), wide, (row, index) == GO);
            x += wide;
        }
    }
}

/// A cap: a block with a smaller, hollow top.
fn key(canvas: &mut Canvas, (x, y): At, wide: f32, go: bool) {
    let (gap, z, h) = (0.07, 0.55, if go { 0.36 } else { 0.42 });
    let tones = if go {
        Sides {
            top: GREEN,
            left: GREEN.mix(PINE, 0.5),
            right: PINE,
        }
    } else if wide > 1.2 {
        sides(GRAY)
    } else {
        Sides {
            top: WHITE,
            left: MIST,
            right: GRAY,
        }
    };
    let size = (wide - 2.0 * gap, 1.0 - 2.0 * gap, h);
    ISO.block_in(canvas, (x + gap, y + gap, z), size, tones, 2.6);
    let (inner, top) = (0.14, z + h);
    let rim = [
        (x + gap + inner, y + gap + inner * 0.6),
        (x + wide - gap - inner, y + gap + inner * 0.6),
        (x + wide - gap - inner, y + 1.0 - gap - inner * 1.5),
        (x + gap + inner, y + 1.0 - gap - inner * 1.5),
    ];
    let shine = if go { GREEN.mix(WHITE, 0.35) } else { WHITE };
    outlined_in(canvas, ISO.level(top, &rim), shine, SLATE, 1.4);
    if go {
        // The sign of the key: down and back.
        let on = |u: f32, v: f32| ISO.at((x + u * wide, y + v, top));
        let sign = [on(0.66, 0.26), on(0.66, 0.50), on(0.34, 0.50)];
        trace(canvas, &sign, 4.0, GRAPHITE);
        let head = [on(0.44, 0.34), on(0.33, 0.50), on(0.44, 0.66)];
        trace(canvas, &head, 4.0, GRAPHITE);
    }
}

fn cable(canvas: &mut Canvas) {
    let way: Vec<At> = [
        (7.5, 2.7),
        (7.5, 1.6),
        (7.9, 0.6),
        (7.4, -1.0),
        (7.6, -3.0),
        (6.0, -6.0),
        (2.0, -17.0),
    ]
    .into_iter()
    .map(|(x, y)| ISO.at((x, y, 0.1)))
    .collect();
    let below: Vec<At> = way.iter().map(|&(x, y)| (x + 10.0, y + 7.0)).collect();
    shade(canvas, cord(&below, 13.0));
    canvas.fill(cord(&way, 15.0), GRAPHITE);
    canvas.fill(cord(&way, 8.0), GRAY);
}

fn mug(canvas: &mut Canvas) {
    let foot = (9.9, -4.3, 0.0);
    let (x, y) = ISO.at(foot);
    let fall = [
        (x - 40.0, y + 70.0),
        (x + 130.0, y - 30.0),
        (x + 330.0, y - 60.0),
        (x + 300.0, y + 20.0),
        (x + 90.0, y + 80.0),
    ];
    shade(canvas, blob(&fall));
    let handle = [
        (x + 100.0, y - 176.0),
        (x + 178.0, y - 196.0),
        (x + 214.0, y - 124.0),
        (x + 172.0, y - 52.0),
        (x + 96.0, y - 26.0),
    ];
    canvas.fill(cord(&handle, 36.0), GRAPHITE);
    canvas.fill(cord(&handle, 27.0), SLATE.mix(GRAY, 0.5));
    ISO.cylinder(
        canvas,
        foot,
        1.66,
        3.7,
        Sides {
            top: MIST,
            left: GRAY,
            right: SLATE.mix(GRAY, 0.35),
        },
    );
    let rim = (foot.0, foot.1, 3.7);
    outlined_in(canvas, ISO.disc(rim, 1.48), SLATE, GRAPHITE, 3.0);
    canvas.within(ISO.disc(rim, 1.48), |canvas| {
        let coffee = ISO.disc((rim.0, rim.1, rim.2 - 0.52), 1.48);
        outlined_in(canvas, coffee, GRAPHITE, GRAPHITE, 3.0);
        let shine = [
            (x - 52.0, y - 186.0),
            (x - 10.0, y - 176.0),
            (x + 36.0, y - 180.0),
        ];
        canvas.fill(curve(&shine).and_then(|path| stroke(&path, 4.0)), SLATE);
    });
    // A tenon in its mortise, the mark of the house.
    let place = |u: f32, v: f32| {
        let bulge = 22.0 * (1.0 - (2.0 * u - 1.0).powi(2));
        (x - 66.0 + u * 116.0, y - 146.0 + v * 92.0 + bulge)
    };
    super::mark::mark(canvas, place, GRAPHITE, GREEN);
}

/// A notebook of squared paper with a pen on it.
fn notebook(canvas: &mut Canvas) {
    let (x, y) = (-3.0, -6.9);
    ISO.cast(canvas, (x, y, 0.0), (5.4, 7.0, 0.2), 0.3);
    ISO.block(canvas, (x, y, 0.0), (5.4, 7.0, 0.22), sides(GRAY));
    let page = [
        (x + 0.1, y + 0.1),
        (x + 5.2, y + 0.1),
        (x + 5.2, y + 6.9),
        (x + 0.1, y + 6.9),
    ];
    outlined_in(canvas, ISO.level(0.24, &page), WHITE, GRAPHITE, 2.6);
    for step in 1..10 {
        let place = y + 0.1 + step as f32 * 0.68;
        let rule = [
            ISO.at((x + 0.4, place, 0.24)),
            ISO.at((x + 4.9, place, 0.24)),
        ];
        trace(canvas, &rule, 1.3, GRAY);
    }
    let pen = [
        ISO.at((x + 1.4, y + 5.2, 0.4)),
        ISO.at((x + 4.4, y + 2.4, 0.4)),
    ];
    let below: Vec<At> = pen.iter().map(|&(px, py)| (px + 10.0, py + 9.0)).collect();
    shade(canvas, cord(&below, 16.0));
    trace(canvas, &pen, 20.0, GRAPHITE);
    trace(canvas, &pen, 12.0, WHITE);
    let tip = ISO.at((x + 1.05, y + 5.53, 0.4));
    trace(canvas, &[pen[0], tip], BOLD, GRAPHITE);
    outlined(canvas, circle(pen[1].0, pen[1].1, 9.0), GREEN);
}
