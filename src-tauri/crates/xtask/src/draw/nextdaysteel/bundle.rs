//! A bundle of bars seen end on, in the morning sun.

use super::bars::Bar;
use super::palette::{EMBER, GLOW, HAZE, NIGHT, SLAB, STEEL, TAG, YARD};
use super::tag::Tag;
use crate::draw::camera::Camera;
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, hex, smooth};
use crate::draw::noise;
use crate::draw::shapes::{At, line, polygon, rectangle};

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1200;
/// All bars run to this place of the picture; the eye is in front of it.
const VANISH: At = (1150.0, 236.0);
const RADIUS: f32 = 55.0;
/// How much of its size at the near end is left of a bar at its far end.
const FAR: f32 = 0.34;
/// The ground below the cut faces.
const FLOOR: f32 = 1092.0;
const CAMERA: Camera = Camera {
    eye: 0.265,
    focal: 3900.0,
    center: VANISH,
};

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    background(&mut canvas);
    yard(&mut canvas);
    let mut bars = bundle();
    cast(&mut canvas);
    bearer(&mut canvas, 0.55);
    bearer(&mut canvas, 0.985);
    let from_eye = |bar: &Bar| {
        let (dx, dy) = (bar.center.0 - VANISH.0, bar.center.1 - VANISH.1);
        dx * dx + dy * dy
    };
    bars.sort_by(|a, b| from_eye(b).total_cmp(&from_eye(a)));
    for bar in &bars {
        bar.body(&mut canvas, VANISH, FAR);
        bar.face(&mut canvas, &bars);
    }
    strap(&mut canvas, &bars, 0.80, 0.035);
    strap(&mut canvas, &bars, 0.52, 0.028);
    let tag = Tag {
        hole: (1078.0, 584.0),
        width: 262.0,
        tilt: 0.14,
        text: "H16",
    };
    tag.hang(&mut canvas, (1090.0, 458.0));
    canvas.shade(|x, y, under| {
        under
            .screen(TAG, 0.10 * bell(x, 900.0) * bell(y - 300.0, 700.0))
            .mix(YARD, 0.10 * smooth(900.0, 1600.0, x))
    });
    canvas
}

fn bundle() -> Vec<Bar> {
    let mut bars = Vec::new();
    let rows = 6;
    for row in 0..rows {
        let count = 11 - (row % 2);
        for column in 0..count {
            let seed = row * 31 + column;
            let jitter = |k: i32| (noise::hash(seed, k, 17) - 0.5) * 3.0;
            let x = 196.0 + column as f32 * (RADIUS * 2.03) + (row % 2) as f32 * RADIUS + jitter(1);
            let y = 984.0 - row as f32 * RADIUS * 1.745 + jitter(2);
            let out = noise::hash(seed, 3, 17);
            let grow = 1.0 + 0.030 * out;
            bars.push(Bar {
                center: (
                    VANISH.0 + (x - VANISH.0) * grow,
                    VANISH.1 + (y - VANISH.1) * grow,
                ),
                radius: RADIUS * grow * 0.985,
                out,
                paint: ((column * 2 + row - 9).abs() <= 2).then_some(TAG),
                seed,
            });
        }
    }
    bars
}

/// The sky away from the sun, a shed and stacks out of focus.
fn background(canvas: &mut Canvas) {
    canvas.shade(|x, y, _| {
        let height = 1.0 - y / VANISH.1;
        let low = SLAB.mix(TAG, 0.30);
        let streak = noise::cloud(x / 520.0, y / 46.0, 9);
        low.mix(HAZE.mix(SLAB, 0.25), smooth(0.0, 0.75, height))
            .mix(HAZE, 0.5 * smooth(0.5, 1.1, height))
            .mix(SLAB, 0.35 * smooth(0.5, 0.8, streak))
            .mix(GLOW, 0.5 * bell(x, 620.0))
    });
    let shed = polygon(&[
        (40.0, 246.0),
        (40.0, 96.0),
        (330.0, 34.0),
        (620.0, 96.0),
        (620.0, 246.0),
    ]);
    canvas.soft(shed, 5, |x, y, under| {
        under.mix(
            STEEL
                .mix(HAZE, 0.35)
                .mix(GLOW, 0.18 * smooth(600.0, 0.0, x)),
            0.86 - 0.1 * smooth(40.0, 240.0, y),
        )
    });
    canvas.soft(rectangle(150.0, 130.0, 210.0, 116.0), 5, |_, y, _| {
        TAG.mix(GLOW, 0.5)
            .mix(EMBER, 0.35 * smooth(240.0, 130.0, y))
    });
    for (x, w, h) in [
        (700.0, 170.0, 60.0),
        (890.0, 120.0, 92.0),
        (1300.0, 250.0, 74.0),
    ] {
        canvas.soft(rectangle(x, 244.0 - h, w, h), 6, |_, y, under| {
            under
                .mix(STEEL.mix(HAZE, 0.3), 0.75)
                .screen(GLOW, 0.25 * smooth(244.0, 244.0 - h, y))
        });
        for layer in 0..(h as i32 / 14) {
            let y = 244.0 - h + 8.0 + layer as f32 * 14.0;
            canvas.soft(rectangle(x, y, w, 3.0), 4, |_, _, under| {
                under.mix(GLOW, 0.4)
            });
        }
    }
    // A lamp post and a crane mast give the height.
    for (x, top) in [(1092.0, 20.0), (1236.0, 70.0)] {
        canvas.soft(rectangle(x, top, 7.0, 230.0 - top), 4, |_, _, under| {
            under.mix(STEEL, 0.6)
        });
    }
}

/// Concrete, warm and lit along the ground.
fn yard(canvas: &mut Canvas) {
    canvas.shade(|x, y, under| {
        if y < VANISH.1 + 6.0 {
            return under;
        }
        let (right, ahead) = CAMERA.ground(x, y);
        let near = smooth(9.0, 1.2, ahead);
        let stain = noise::cloud(right * 5.0, ahead * 1.6, 51);
        let grit = noise::value(right * 260.0, ahead * 260.0, 52) - 0.5;
        let joint = smooth(
            0.02,
            0.0,
            ((ahead * 0.42).fract() - 0.5).abs() * (1.0 + ahead * 0.2),
        );
        hex(0x00E6_D2AC)
            .mix(hex(0x00C9_BFAC), near)
            .lit(0.92 + 0.26 * (stain - 0.5) + 0.10 * grit * smooth(2.4, 1.0, ahead))
            .times(Rgb(1.0, 1.0, 1.0).mix(Rgb(0.72, 0.72, 0.72), joint * 0.6))
            .mix(GLOW, 0.30 * bell(x, 700.0) * smooth(1.0, 4.0, ahead))
            .mix(SLAB.mix(TAG, 0.3), 0.6 * smooth(4.0, 16.0, ahead))
    });
}

/// The bundle's shadow on the ground, away from the sun.
fn cast(canvas: &mut Canvas) {
    let toward = |p: At, s: f32| {
        (
            VANISH.0 + (p.0 - VANISH.0) * s,
            VANISH.1 + (p.1 - VANISH.1) * s,
        )
    };
    let near = (1392.0, FLOOR);
    let path = polygon(&[
        toward((150.0, FLOOR + 2.0), 1.0),
        toward(near, 1.0),
        (2100.0, FLOOR - 196.0),
        (2100.0, FLOOR - 420.0),
        toward(near, FAR),
        toward((150.0, FLOOR), FAR),
    ]);
    canvas.soft(path, 9, |_, _, under| under.times(Rgb(0.36, 0.45, 0.55)));
}

/// A timber across under the bundle, `scale` of the way to the eye.
fn bearer(canvas: &mut Canvas, scale: f32) {
    let at = |x: f32, y: f32| {
        (
            VANISH.0 + (x - VANISH.0) * scale,
            VANISH.1 + (y - VANISH.1) * scale,
        )
    };
    let (left, top) = at(96.0, 1036.0);
    let (right, bottom) = at(1442.0, FLOOR + 4.0);
    canvas.paint(
        rectangle(left, top, right - left, bottom - top),
        |x, y, _| {
            let grain = noise::cloud(x / 150.0, y / 5.0, 61);
            let down = (y - top) / (bottom - top);
            hex(0x00B9_8A52)
                .mix(hex(0x006B_4A2C), 0.55 * smooth(0.35, 0.75, grain))
                .lit(1.0 - 0.45 * down)
                .mix(
                    NIGHT,
                    0.62 * smooth(0.5, 0.0, down) * smooth(left, left + 90.0, x),
                )
        },
    );
}

/// A steel band over the top of the bundle.
fn strap(canvas: &mut Canvas, bars: &[Bar], scale: f32, wide: f32) {
    let top = bars
        .iter()
        .map(|b| b.center.1 - b.radius)
        .fold(f32::MAX, f32::min)
        - 2.0;
    let left = 196.0 + RADIUS * 0.9;
    let right = 196.0 + RADIUS * 20.4;
    let at =
        |x: f32, y: f32, s: f32| (VANISH.0 + (x - VANISH.0) * s, VANISH.1 + (y - VANISH.1) * s);
    let band = polygon(&[
        at(left - 34.0, top + 66.0, scale),
        at(left + 6.0, top, scale),
        at(right, top, scale),
        at(right + 34.0, top + 66.0, scale),
        at(right + 34.0, top + 66.0, scale - wide),
        at(right, top, scale - wide),
        at(left + 6.0, top, scale - wide),
        at(left - 34.0, top + 66.0, scale - wide),
    ]);
    if let Some(path) = band {
        let shadow = path
            .clone()
            .transform(tiny_skia::Transform::from_translate(7.0, 6.0));
        canvas.soft(shadow, 3, |_, _, under| under.times(Rgb(0.45, 0.52, 0.6)));
        canvas.paint(path, |x, _, _| {
            YARD.mix(HAZE, 0.25)
                .mix(GLOW, 0.30 * smooth(900.0, 200.0, x))
        });
    }
    canvas.paint(
        line(&[at(left + 6.0, top, scale), at(right, top, scale)], 2.0),
        |x, _, under| under.mix(GLOW, 0.35 + 0.5 * smooth(1100.0, 200.0, x)),
    );
}
