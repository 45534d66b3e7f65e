//! A bundle of bars seen end on, in the morning sun.

use super::camera::Camera;
use super::canvas::Canvas;
use super::color::{EMBER, GLOW, HAZE, NIGHT, Rgb, SLAB, STEEL, TAG, YARD, bell, hex, smooth};
use super::noise;
use super::shapes::{At, circle, lettering, line, polygon, rectangle, taper};
use tiny_skia::Path;

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
/// To the sun, across the picture: left, up, and behind the eye.
const SUN: (f32, f32, f32) = (-0.62, -0.50, 0.60);

struct Bar {
    /// Center of the cut face.
    center: At,
    radius: f32,
    /// How far the end stands out, 0 to 1.
    out: f32,
    painted: bool,
    seed: i32,
}

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
        body(&mut canvas, bar);
        face(&mut canvas, bar, &bars);
    }
    strap(&mut canvas, &bars, 0.80, 0.035);
    strap(&mut canvas, &bars, 0.52, 0.028);
    tag(&mut canvas);
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
                painted: (column * 2 + row - 9).abs() <= 2,
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
    let blurred = |path: Option<Path>| path.into_iter().collect::<Vec<_>>();
    let shed = polygon(&[
        (40.0, 246.0),
        (40.0, 96.0),
        (330.0, 34.0),
        (620.0, 96.0),
        (620.0, 246.0),
    ]);
    canvas.soft(&blurred(shed), 5, |x, y, under| {
        under.mix(
            STEEL
                .mix(HAZE, 0.35)
                .mix(GLOW, 0.18 * smooth(600.0, 0.0, x)),
            0.86 - 0.1 * smooth(40.0, 240.0, y),
        )
    });
    canvas.soft(
        &blurred(rectangle(150.0, 130.0, 210.0, 116.0)),
        5,
        |_, y, _| {
            TAG.mix(GLOW, 0.5)
                .mix(EMBER, 0.35 * smooth(240.0, 130.0, y))
        },
    );
    for (x, w, h) in [
        (700.0, 170.0, 60.0),
        (890.0, 120.0, 92.0),
        (1300.0, 250.0, 74.0),
    ] {
        canvas.soft(&blurred(rectangle(x, 244.0 - h, w, h)), 6, |_, y, under| {
            under
                .mix(STEEL.mix(HAZE, 0.3), 0.75)
                .screen(GLOW, 0.25 * smooth(244.0, 244.0 - h, y))
        });
        for layer in 0..(h as i32 / 14) {
            let y = 244.0 - h + 8.0 + layer as f32 * 14.0;
            canvas.soft(&blurred(rectangle(x, y, w, 3.0)), 4, |_, _, under| {
                under.mix(GLOW, 0.4)
            });
        }
    }
    // A lamp post and a crane mast give the height.
    for (x, top) in [(1092.0, 20.0), (1236.0, 70.0)] {
        canvas.soft(
            &blurred(rectangle(x, top, 7.0, 230.0 - top)),
            4,
            |_, _, under| under.mix(STEEL, 0.6),
        );
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
    let path: Vec<Path> = path.into_iter().collect();
    canvas.soft(&path, 9, |_, _, under| under.times(Rgb(0.36, 0.45, 0.55)));
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

/// The length of a bar: round, ribbed, lit from one side.
fn body(canvas: &mut Canvas, bar: &Bar) {
    let (cx, cy) = (bar.center.0 - VANISH.0, bar.center.1 - VANISH.1);
    let length = (cx * cx + cy * cy).sqrt();
    let (nx, ny) = (-cy / length, cx / length);
    let far = (VANISH.0 + cx * FAR, VANISH.1 + cy * FAR);
    let Some(path) = taper(bar.center, bar.radius * 2.0, far, bar.radius * 2.0 * FAR) else {
        return;
    };
    let tint = noise::hash(bar.seed, 5, 19);
    let steel = STEEL.mix(hex(0x0079_6A58), 0.35 + 0.45 * tint);
    canvas.paint(path, |x, y, _| {
        let (px, py) = (x - VANISH.0, y - VANISH.1);
        let s = ((px * cx + py * cy) / (length * length)).clamp(0.05, 1.2);
        let u = ((px * nx + py * ny) / (s * bar.radius)).clamp(-1.0, 1.0);
        // The normal of the round bar, from its axis to the eye's side.
        let bulge = (1.0 - u * u).max(0.0).sqrt();
        let normal = (nx * u - cx / length * bulge, ny * u - cy / length * bulge);
        let light = (normal.0 * SUN.0 + normal.1 * SUN.1).max(0.0) / 0.8;
        let depth = 1.0 / s;
        let skew = if u > 0.0 { 0.55 } else { -0.55 };
        let phase = (depth * 26.0 + u * skew + tint).fract();
        let rib = smooth(0.62, 0.70, phase) * smooth(1.0, 0.92, phase);
        let ridge = smooth(0.10, 0.05, (u - 0.1).abs());
        let raised = rib.max(ridge * 0.8);
        let valley = smooth(0.5, 0.62, phase) * (1.0 - rib);
        let base = steel
            .lit(0.42 + 0.55 * light)
            .mix(GLOW, 0.52 * light * light);
        base.lit(1.0 - 0.30 * valley)
            .mix(GLOW.mix(SLAB, 0.4), raised * (0.10 + 0.42 * light))
            .mix(SLAB.mix(TAG, 0.35), 0.42 * smooth(0.85, 0.34, s))
            .times(Rgb(1.0, 1.0, 1.0).mix(Rgb(0.55, 0.60, 0.66), smooth(0.55, 1.0, u.abs())))
    });
}

/// A cut end: half of it clean from the shear, half of it torn, in the shadow of longer neighbours.
fn face(canvas: &mut Canvas, bar: &Bar, bars: &[Bar]) {
    let (cx, cy) = bar.center;
    let radius = bar.radius;
    let casting: Vec<(At, f32, f32)> = bars
        .iter()
        .filter(|other| other.out > bar.out + 0.04)
        .filter_map(|other| {
            let gap = (other.out - bar.out) * 74.0;
            let center = (other.center.0 - SUN.0 * gap, other.center.1 - SUN.1 * gap);
            let (dx, dy) = (center.0 - cx, center.1 - cy);
            let near = dx * dx + dy * dy < (radius * 2.0) * (radius * 2.0);
            near.then_some((center, other.radius, gap))
        })
        .collect();
    let tint = noise::hash(bar.seed, 7, 19);
    let turn = (noise::hash(bar.seed, 8, 19) - 0.5) * 0.9;
    let (sin, cos) = turn.sin_cos();
    let Some(path) = circle(cx, cy, radius) else {
        return;
    };
    canvas.paint(path, |x, y, _| {
        let (dx, dy) = ((x - cx) / radius, (y - cy) / radius);
        let from_center = (dx * dx + dy * dy).sqrt();
        let (u, v) = (dx * cos + dy * sin, -dx * sin + dy * cos);
        let toward_sun = -(dx * SUN.0 + dy * SUN.1);
        let scratch = noise::value(u * 3.0, v * 26.0 + tint * 9.0, 71) - 0.5;
        let torn = smooth(
            0.02,
            0.12,
            v + 0.06 * noise::value(u * 5.0, tint * 31.0, 72),
        );
        let rough = noise::cloud(u * 9.0 + tint * 40.0, v * 9.0, 73) - 0.5;
        let clean = hex(0x00F6_EBD6)
            .mix(hex(0x00DD_D9CC), tint)
            .lit(1.0 + 0.10 * scratch);
        let broken = hex(0x00BB_AF9E)
            .mix(HAZE, 0.15 + 0.25 * tint)
            .lit(1.0 + 0.42 * rough);
        let steel = clean.mix(broken, torn);
        let paint = TAG
            .mix(EMBER, 0.14 * tint)
            .lit(1.02 + 0.16 * rough * torn + 0.03 * scratch);
        let worn = smooth(0.70, 0.84, noise::cloud(u * 4.0 + tint * 20.0, v * 4.0, 74));
        let mut color = if bar.painted {
            paint.mix(steel, worn * 0.8)
        } else {
            steel
        };
        color = color.lit(1.0 - 0.14 * toward_sun);
        // A burr around the edge: bright to the sun, dark away from it.
        let edge = smooth(0.86, 0.95, from_center);
        color = color.mix(
            if toward_sun < 0.0 { SLAB } else { STEEL },
            edge * 0.75 * toward_sun.abs(),
        );
        let mut shade = 0.0_f32;
        for (center, reach, gap) in &casting {
            let (sx, sy) = (x - center.0, y - center.1);
            let soft = 1.5 + gap * 0.10;
            shade = shade.max(smooth(
                reach + soft,
                reach - soft,
                (sx * sx + sy * sy).sqrt(),
            ));
        }
        color.times(Rgb(1.0, 1.0, 1.0).mix(Rgb(0.36, 0.46, 0.56), shade))
    });
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
        let shadow: Vec<Path> = path
            .clone()
            .transform(tiny_skia::Transform::from_translate(7.0, 6.0))
            .into_iter()
            .collect();
        canvas.soft(&shadow, 3, |_, _, under| under.times(Rgb(0.45, 0.52, 0.6)));
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

/// The yellow tag, wired to the strap, over the cut ends.
fn tag(canvas: &mut Canvas) {
    let (x, y, w, h) = (948.0, 566.0, 262.0, 150.0);
    let place = |u: f32, v: f32| {
        let (px, py) = ((u - 0.5) * w, v * h);
        (
            x + w / 2.0 + px * 0.990 - py * 0.14,
            y + py * 0.990 + px * 0.14,
        )
    };
    let quad = |a: f32, b: f32, c: f32, d: f32| {
        polygon(&[place(a, b), place(c, b), place(c, d), place(a, d)])
    };
    let moved = |dx: f32, dy: f32| {
        quad(0.0, 0.0, 1.0, 1.0)
            .and_then(|p| p.transform(tiny_skia::Transform::from_translate(dx, dy)))
            .into_iter()
            .collect::<Vec<_>>()
    };
    canvas.soft(&moved(22.0, 18.0), 6, |_, _, under| {
        under.times(Rgb(0.42, 0.50, 0.58))
    });
    canvas.paint(quad(0.0, 0.0, 1.0, 1.0), |px, py, _| {
        let (u, v) = ((px - x) / w, (py - y) / h);
        TAG.lit(1.06 - 0.10 * u - 0.06 * v)
            .screen(GLOW, 0.20 * smooth(0.9, 0.0, u + v * 0.4))
    });
    canvas.wash(quad(0.0, 0.0, 1.0, 0.02), SLAB, 0.7);
    canvas.wash(quad(0.0, 0.97, 1.0, 1.0), EMBER, 0.6);
    let hole = place(0.5, 0.12);
    canvas.fill(circle(hole.0, hole.1, 8.0), NIGHT);
    let wire = line(&[(hole.0 + 8.0, 458.0), (hole.0 + 12.0, 500.0), hole], 3.0);
    canvas.fill(wire, hex(0x0060_6E72));
    canvas.fill(
        lettering("H16", 12.5, |u, v| place(0.17 + u * 0.18, 0.28 + v * 0.42)),
        YARD,
    );
    canvas.wash(
        line(&[place(0.17, 0.86), place(0.83, 0.86)], 4.5),
        YARD,
        0.8,
    );
}
