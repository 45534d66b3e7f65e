//! Folded knitwear on a bench, wool and needles beside it.

use super::brush::{bristle, cut, modeled, post, shadow, shelf, sunlight, tones, wall};
use super::palette::{BARK, CLAY, CREAM, GREY, LINEN, OAT, OCHRE, ROSE, SAND, SHADE, SLATE, WOOD};
use super::things::{plant, pot};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, smooth};
use crate::draw::shapes::{At, arc, circle, cord, line, polygon, rectangle};

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1200;
/// The upper edge of the bench.
const BENCH: f32 = 960.0;
/// The pile from below: color, left, width, thickness, and its stitch.
const PILE: [(Rgb, f32, f32, f32, Stitch); 5] = [
    (SLATE, 404.0, 800.0, 150.0, Stitch::Plain),
    (OAT, 424.0, 764.0, 138.0, Stitch::Rib),
    (CLAY, 416.0, 780.0, 136.0, Stitch::Coarse),
    (GREY, 440.0, 730.0, 134.0, Stitch::Rib),
    (SAND, 452.0, 708.0, 130.0, Stitch::Plain),
];

#[derive(Clone, Copy)]
enum Stitch {
    Plain,
    Rib,
    Coarse,
}

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    wall(&mut canvas, ROSE.mix(LINEN, 0.55), (300.0, 200.0), 3);
    sunlight(&mut canvas, (620.0, 40.0), (330.0, 330.0), (2, 2));
    bench(&mut canvas);
    plant(&mut canvas, (246.0, BENCH - 190.0), 430.0, 12);
    pot(
        &mut canvas,
        (246.0, BENCH),
        (210.0, 220.0),
        LINEN.mix(SAND, 0.4),
        13,
    );
    let mut low = BENCH;
    for (index, (color, left, wide, thick, stitch)) in PILE.into_iter().enumerate() {
        fold(
            &mut canvas,
            (left, low - thick),
            (wide, thick),
            color,
            stitch,
            index as u32,
        );
        low -= thick - 5.0;
    }
    ball(&mut canvas, (1336.0, BENCH - 112.0), 116.0);
    canvas
}

fn bench(canvas: &mut Canvas) {
    canvas.paint(
        rectangle(0.0, BENCH + 60.0, 1600.0, 200.0),
        |x, y, under| {
            under.times(Rgb(1.0, 1.0, 1.0).mix(SHADE, 0.8 * smooth(1300.0, BENCH, y + 0.02 * x)))
        },
    );
    shelf(canvas, (70.0, BENCH), 1460.0, 62.0, 17);
    for x in [150.0, 1390.0] {
        let leg = cut(
            &[
                (x, BENCH + 60.0),
                (x + 64.0, BENCH + 60.0),
                (x + 58.0, 1210.0),
                (x + 6.0, 1210.0),
            ],
            18,
        );
        shadow(canvas, leg.clone(), (26.0, 6.0), 10);
        post(canvas, leg, WOOD.lit(0.86), 19);
    }
}

/// How a knitted place stands out, -0.5 to 0.5, for a stitch of so many pixels.
fn knit(x: f32, y: f32, size: f32) -> f32 {
    let u = (x / size).fract().rem_euclid(1.0);
    let leg = (u - 0.5).abs() * 2.0;
    let v = (y / (size * 0.86) - leg * 0.62).rem_euclid(1.0);
    let strand = 1.0 - (v - 0.5).abs() * 2.0;
    let valley = smooth(0.72, 1.0, leg) + smooth(0.24, 0.0, leg);
    strand - 0.5 - 0.55 * valley
}

/// One jumper, folded, its back fold to the left and two edges to the right.
fn fold(canvas: &mut Canvas, (x, y): At, (w, h): At, color: Rgb, stitch: Stitch, seed: u32) {
    let outline: Vec<At> = {
        let r = h * 0.46;
        let mut places = arc(
            (x + r, y + h / 2.0),
            (r, h / 2.0),
            std::f32::consts::FRAC_PI_2,
            std::f32::consts::PI * 1.5,
        );
        let sag = |t: f32| 5.0 * (t * 9.0 + seed as f32).sin();
        places.extend((1..=10).map(|step| {
            let t = step as f32 / 10.0;
            (x + r + (w - 1.7 * r) * t, y + sag(t) * 0.8 + 2.0)
        }));
        places.extend(arc(
            (x + w - r * 0.7, y + h * 0.27),
            (r * 0.62, h * 0.25),
            -1.5,
            1.5,
        ));
        places.extend(arc(
            (x + w - r * 0.6, y + h * 0.75),
            (r * 0.60, h * 0.25),
            -1.5,
            1.5,
        ));
        places
    };
    let shape = polygon(&outline);
    canvas.cast(shape.clone(), (10.0, 16.0), 10, Rgb(0.58, 0.50, 0.50));
    canvas.cast(shape.clone(), (60.0, 10.0), 22, Rgb(0.82, 0.76, 0.74));
    let [dark, plain, bright] = tones(color);
    let seam = |px: f32| y + h * 0.51 + 4.0 * ((px - x) / 110.0 + seed as f32).sin();
    canvas.paint(shape.clone(), |px, py, _| {
        let down = (py - y) / h;
        let half = if py < seam(px) {
            down / 0.51
        } else {
            (down - 0.51) / 0.49
        };
        let round = 1.0 - (2.0 * half - 0.86).powi(2);
        let side = smooth(x - 10.0, x + 90.0, px) - 0.42 * smooth(x + w * 0.62, x + w, px);
        let texture = match stitch {
            Stitch::Plain => knit(px, py, 19.0),
            Stitch::Rib => {
                let column = (px / 34.0).fract();
                0.62 * (1.0 - (column - 0.5).abs() * 2.6) + 0.16 * knit(px, py, 17.0)
            }
            Stitch::Coarse => knit(px, py, 29.0),
        };
        let level = 0.10
            + 0.42 * round.max(-0.4)
            + 0.22 * side
            + 0.24 * texture
            + 0.10 * bristle(px, py, seed);
        dark.lit(0.82)
            .mix(dark, smooth(-0.10, 0.08, level))
            .mix(plain, smooth(0.16, 0.34, level))
            .mix(bright, smooth(0.56, 0.82, level))
    });
    // The fold between the upper and the lower half.
    canvas.within(shape, |canvas| {
        let crease: Vec<At> = (0..=12)
            .map(|step| {
                let px = x + h * 0.30 + (w - h * 0.3) * step as f32 / 12.0;
                (px, seam(px))
            })
            .collect();
        canvas.fill(cord(&crease, 6.0), dark.lit(0.62));
        let below: Vec<At> = crease.iter().map(|&(px, py)| (px, py + 8.0)).collect();
        canvas.wash(cord(&below, 9.0), dark, 0.5);
    });
}

/// A ball of wool with two needles through it, its end on the bench.
fn ball(canvas: &mut Canvas, (x, y): At, radius: f32) {
    for (from, to) in [
        ((x - 150.0, y - 190.0), (x + 70.0, y + 50.0)),
        ((x + 150.0, y - 210.0), (x - 50.0, y + 70.0)),
    ] {
        canvas.cast(line(&[from, to], 13.0), (14.0, 10.0), 5, SHADE);
        canvas.fill(line(&[from, to], 13.0), WOOD.lit(0.8));
        canvas.fill(
            line(
                &[(from.0 - 2.0, from.1 - 2.0), (to.0 - 2.0, to.1 - 2.0)],
                5.0,
            ),
            WOOD.mix(CREAM, 0.4),
        );
        canvas.fill(circle(from.0, from.1, 17.0), BARK);
        canvas.fill(circle(from.0 - 3.0, from.1 - 4.0, 9.0), WOOD);
    }
    let round = circle(x, y, radius);
    canvas.cast(round.clone(), (46.0, 26.0), 20, SHADE);
    let end = [
        (x - 60.0, BENCH - 6.0),
        (x - 140.0, BENCH - 2.0),
        (x - 128.0, BENCH + 40.0),
        (x - 150.0, BENCH + 110.0),
        (x - 120.0, BENCH + 160.0),
    ];
    canvas.cast(cord(&end, 9.0), (8.0, 8.0), 4, SHADE);
    canvas.fill(cord(&end, 9.0), OCHRE);
    modeled(canvas, round.clone(), tones(OCHRE), 31, |px, py| {
        0.56 - 0.42 * ((px - x) + (py - y)) / radius
    });
    canvas.within(round, |canvas| {
        for band in 0..4 {
            let turn = band as f32 * 0.85 + 0.3;
            let (sin, cos) = turn.sin_cos();
            for strand in 0..9 {
                let off = (strand as f32 - 4.0) * 0.155 * radius;
                let bend = 0.35 * radius;
                let at = |t: f32| {
                    let along = t * radius * 1.1;
                    let across = off + bend * (1.0 - t * t);
                    (
                        x + along * cos - across * sin,
                        y + along * sin + across * cos,
                    )
                };
                let strand_path = [at(-1.0), at(-0.5), at(0.0), at(0.5), at(1.0)];
                if strand % 2 == 0 {
                    canvas.wash(cord(&strand_path, 9.0), CREAM.mix(OCHRE, 0.5), 0.22);
                }
                canvas.wash(cord(&strand_path, 2.4), BARK, 0.34);
            }
        }
    });
}
