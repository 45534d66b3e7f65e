//! A shear cutting a bar, a measuring tape in front of it.

use super::bars::ribbed;
use super::palette::{EMBER, GLOW, HAZE, NIGHT, SLAB, STEEL, TAG, YARD};
use super::tape::{self, Tape};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, smooth};
use crate::draw::noise;
use crate::draw::plane::Plane;
use crate::draw::shapes::{At, circle, ellipse, line, polygon, rectangle, rounded, together};

mod machine;

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1200;
/// The axis of the bar, and where the blades meet it.
const AXIS: f32 = 640.0;
const CUT: f32 = 1010.0;
const THICK: f32 = 74.0;
/// The upper face of the bench.
const BENCH: f32 = 760.0;

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    shed(&mut canvas);
    machine::frame(&mut canvas);
    bench(&mut canvas);
    machine::anvil(&mut canvas);
    whole(&mut canvas);
    offcut(&mut canvas);
    machine::blade(&mut canvas);
    let tape = Tape {
        plane: Plane::new([
            (-47.0, 884.0),
            (1073.0, 897.4),
            (1087.0, 975.4),
            (-33.0, 962.0),
        ]),
        centimeters: 1120.0 / 36.0,
        first: 1200,
        size: 1.0,
    };
    tape.paint(&mut canvas, |x| bell(x - 330.0, 330.0));
    tape::case(&mut canvas, (1057.0, 793.4), 1.0);
    beam(&mut canvas);
    canvas
}

/// The dark shed with its door open to the morning.
fn shed(canvas: &mut Canvas) {
    canvas.shade(|x, y, _| {
        let sheet = ((x / 34.0).fract() - 0.5).abs() * 2.0;
        NIGHT
            .mix(YARD, 0.75)
            .lit(0.92 + 0.12 * smooth(0.2, 0.8, sheet))
            .mix(STEEL, 0.55 * bell(x - 250.0, 520.0))
            .mix(NIGHT, 0.5 * smooth(420.0, 0.0, y))
    });
    let door = rectangle(96.0, 150.0, 400.0, 470.0);
    canvas.soft(door, 7, |x, y, _| {
        let far = ((x - 330.0).powi(2) + (y - 430.0).powi(2)).sqrt();
        SLAB.mix(TAG, 0.35)
            .mix(HAZE.mix(SLAB, 0.5), smooth(420.0, 160.0, y))
            .mix(TAG.mix(EMBER, 0.25), 0.7 * bell(far, 300.0))
            .mix(GLOW, 0.8 * bell(far, 150.0))
            .mix(Rgb(1.0, 0.97, 0.87), smooth(66.0, 54.0, far))
    });
    // Stacks outside, a crane hook inside.
    for (x, y, w, h) in [(96.0, 548.0, 190.0, 74.0), (392.0, 520.0, 104.0, 102.0)] {
        let stack = rectangle(x, y, w, h);
        canvas.soft(stack, 5, |_, _, under| under.mix(YARD, 0.72));
    }
    for slat in 0..5 {
        let roll = rectangle(88.0, 128.0 + slat as f32 * 13.0, 416.0, 9.0);
        canvas.soft(roll, 3, |_, _, under| {
            under.mix(NIGHT.mix(STEEL, 0.5), 0.85)
        });
    }
    let girder = together([
        rectangle(0.0, 62.0, 1600.0, 12.0),
        rectangle(0.0, 104.0, 1600.0, 8.0),
    ]);
    canvas.soft(girder, 3, |x, _, under| {
        under.mix(STEEL.mix(HAZE, 0.2), 0.55 - 0.2 * smooth(400.0, 1500.0, x))
    });
}

/// The bench: a thick plate in perspective, scratched, with rollers under the bar.
fn bench(canvas: &mut Canvas) {
    let top = polygon(&[
        (-10.0, BENCH - 26.0),
        (1610.0, BENCH - 26.0),
        (1700.0, 1010.0),
        (-100.0, 1010.0),
    ]);
    canvas.paint(top, |x, y, _| {
        let depth = (y - BENCH) / 250.0;
        let spread = (x - 800.0) / (1.0 + 0.35 * depth);
        let scratch = noise::value(spread / 260.0 + depth * 3.0, y / 1.7, 91) - 0.5;
        let stain = noise::cloud(spread / 160.0, depth * 4.0, 92) - 0.5;
        let light = bell(x - 260.0 - depth * 120.0, 430.0);
        STEEL
            .mix(HAZE, 0.32)
            .lit(0.86 + 0.16 * scratch + 0.24 * stain)
            .mix(GLOW, 0.62 * light)
            .mix(NIGHT, 0.36 * smooth(900.0, 1600.0, x))
    });
    canvas.paint(rectangle(0.0, 1008.0, 1600.0, 5.0), |x, _, under| {
        under.mix(GLOW, 0.25 + 0.65 * bell(x - 330.0, 480.0))
    });
    canvas.paint(rectangle(0.0, 1013.0, 1600.0, 190.0), |x, y, _| {
        YARD.mix(NIGHT, 0.35 + 0.4 * smooth(1013.0, 1200.0, y))
            .mix(STEEL, 0.35 * bell(x - 330.0, 500.0))
    });
    for x in [196.0, 520.0] {
        let feet = together([polygon(&[
            (x - 46.0, 800.0),
            (x - 30.0, AXIS + 30.0),
            (x + 30.0, AXIS + 30.0),
            (x + 46.0, 800.0),
        ])]);
        if let Some(path) = feet {
            canvas.cast(path.clone(), (34.0, 12.0), 8, Rgb(0.5, 0.55, 0.62));
            canvas.paint(path, |px, _, _| {
                YARD.mix(HAZE, 0.4 * smooth(x + 20.0, x - 44.0, px))
            });
        }
        canvas.paint(
            rounded(x - 52.0, AXIS + 30.0, 104.0, 26.0, 13.0),
            |_, y, _| HAZE.mix(SLAB, 0.6 * smooth(AXIS + 50.0, AXIS + 30.0, y)),
        );
    }
}

/// The bar up to the cut, with a chalk mark.
fn whole(canvas: &mut Canvas) {
    let cast = rectangle(-20.0, BENCH + 34.0, CUT - 280.0, 34.0);
    canvas.soft(cast, 9, |_, _, under| under.times(Rgb(0.48, 0.54, 0.60)));
    let half = THICK / 2.0;
    canvas.paint(
        rectangle(-10.0, AXIS - half, CUT + 10.0, THICK),
        |x, y, _| ribbed(x, (y - AXIS) / half, smooth(1000.0, 300.0, x)),
    );
    // Ribs stand out over the outline.
    let mut teeth = Vec::new();
    for index in 0..22 {
        let x = index as f32 * 46.0 + 10.0;
        if x < CUT - 30.0 {
            teeth.push(rounded(x + 26.0, AXIS - half - 4.0, 17.0, 9.0, 4.0));
        }
    }
    canvas.paint(together(teeth), |x, _, _| {
        HAZE.mix(GLOW, 0.30 + 0.6 * smooth(1000.0, 300.0, x))
    });
    for stroke in 0..2 {
        let x = 884.0 + stroke as f32 * 16.0;
        canvas.wash(
            line(&[(x, AXIS - 33.0), (x + 3.0, AXIS + 18.0)], 4.5),
            SLAB,
            0.70,
        );
    }
}

/// The piece that has just come off.
fn offcut(canvas: &mut Canvas) {
    let (sin, cos) = 0.20_f32.sin_cos();
    let pivot = (CUT + 20.0, AXIS + 22.0);
    let at = |along: f32, across: f32| {
        (
            pivot.0 + along * cos - across * sin,
            pivot.1 + along * sin + across * cos,
        )
    };
    let half = THICK / 2.0;
    let shadow = ellipse(1330.0, 880.0, 290.0, 24.0);
    canvas.soft(shadow, 14, |_, _, under| under.times(Rgb(0.42, 0.47, 0.54)));
    canvas.paint(
        polygon(&[
            at(0.0, -half),
            at(720.0, -half),
            at(720.0, half),
            at(0.0, half),
        ]),
        |x, y, _| {
            let (dx, dy) = (x - pivot.0, y - pivot.1);
            let (along, across) = (dx * cos + dy * sin, (-dx * sin + dy * cos) / half);
            ribbed(along, across, 0.25 * smooth(500.0, 0.0, along)).lit(0.86)
        },
    );
    let mut teeth = Vec::new();
    for index in 0..15 {
        let along = index as f32 * 46.0 + 36.0;
        teeth.push(polygon(&[
            at(along - 8.0, -half - 4.0),
            at(along + 8.0, -half - 4.0),
            at(along + 8.0, -half + 4.0),
            at(along - 8.0, -half + 4.0),
        ]));
    }
    canvas.fill(together(teeth), HAZE.mix(STEEL, 0.35));
    // The fresh face.
    let face: Vec<At> = (0..40)
        .map(|i| {
            let (s, c) = (i as f32 * std::f32::consts::TAU / 40.0).sin_cos();
            at(c * 15.0 - 1.0, s * half)
        })
        .collect();
    canvas.paint(polygon(&face), |x, y, _| {
        let (dx, dy) = (x - pivot.0, y - pivot.1);
        let across = (-dx * sin + dy * cos) / half;
        let rough = noise::value(x / 2.5, y / 2.5, 103) - 0.5;
        SLAB.mix(GLOW, 0.35)
            .mix(HAZE, 0.75 * smooth(-0.15, 0.1, across))
            .lit(1.0 + 0.16 * rough)
    });
}

/// The shaft of light through the door, with dust in it.
fn beam(canvas: &mut Canvas) {
    let shaft = polygon(&[
        (120.0, 190.0),
        (480.0, 190.0),
        (1240.0, 1010.0),
        (420.0, 1010.0),
    ]);
    canvas.soft(shaft, 26, |x, y, under| {
        let fade =
            smooth(1060.0, 180.0, y) * (0.75 + 0.25 * noise::cloud(x / 150.0, y / 120.0, 111));
        under.screen(GLOW.mix(TAG, 0.3), 0.20 * fade)
    });
    for index in 0..150 {
        let t = noise::hash(index, 1, 113);
        let y = 200.0 + 800.0 * t;
        let x = 120.0 + 300.0 * t + (360.0 + 460.0 * t) * noise::hash(index, 2, 113);
        let size = 0.8 + 2.2 * noise::hash(index, 3, 113).powi(3);
        canvas.wash(
            circle(x, y, size),
            Rgb(1.0, 0.93, 0.76),
            0.22 + 0.4 * noise::hash(index, 4, 113),
        );
    }
    canvas.shade(|x, y, under| {
        let far = ((x - 330.0).powi(2) + (y - 430.0).powi(2)).sqrt();
        under.screen(GLOW, 0.12 * bell(far, 420.0))
    });
}
