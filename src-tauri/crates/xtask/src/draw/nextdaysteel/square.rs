//! A tape over mesh, from straight above: one square is 200 mm.

use super::bars::ribbed;
use super::palette::{EMBER, GLOW, HAZE, NIGHT, SLAB, STEEL, TAG, YARD};
use super::tag::Tag;
use super::tape::{self, Tape};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, hex, smooth};
use crate::draw::noise;
use crate::draw::plane::Plane;
use crate::draw::shapes::{At, circle, polygon, rectangle, rounded, together};
use tiny_skia::{Path, Transform};

const SIDE: u32 = 1600;
/// Pixels a millimeter.
const SCALE: f32 = 2.6;
const SQUARE: f32 = 200.0 * SCALE;
const WIRE: f32 = 10.0 * SCALE;
/// The first bar of each direction, and where the bars were cut.
const FIRST: At = (226.0, 250.0);
const CUT: f32 = 132.0;
/// Where the shadow of what lies on the mesh falls on the slab.
const FALL: At = (128.0, 84.0);
const TAPE: f32 = 470.0;

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(SIDE, SIDE);
    slab(&mut canvas);
    shadows(&mut canvas);
    for (x, y) in crossings() {
        spacer(&mut canvas, (x + 86.0, y));
    }
    bars(&mut canvas);
    let left = FIRST.0 - WIRE / 2.0;
    let right = 1270.0;
    let tape = Tape {
        plane: Plane::new([
            (left, TAPE),
            (right, TAPE),
            (right, TAPE + 84.0),
            (left, TAPE + 84.0),
        ]),
        centimeters: (right - left) / SCALE / 10.0,
        first: 0,
        size: 1.0,
    };
    tape.paint(&mut canvas, |x| bell(x - 200.0, 500.0));
    hook(&mut canvas, left);
    tape::case(&mut canvas, (1236.0, TAPE - 110.0), 1.36);
    pencil(&mut canvas);
    let tag = Tag {
        hole: (520.0, 1352.0),
        width: 330.0,
        tilt: -0.10,
        text: "M04",
    };
    tag.hang(&mut canvas, (492.0, FIRST.1 + 2.0 * SQUARE - 4.0));
    canvas.shade(|x, y, under| {
        let far = (x * x + y * y).sqrt();
        under
            .screen(GLOW, 0.20 * bell(far, 900.0))
            .times(Rgb(1.0, 1.0, 1.0).mix(Rgb(0.70, 0.76, 0.84), smooth(1100.0, 2300.0, far)))
    });
    canvas
}

/// Brushed concrete, lit from the upper left.
fn slab(canvas: &mut Canvas) {
    canvas.shade(|x, y, _| {
        let brush = noise::value(x / 210.0, y / 2.6, 21) - 0.5;
        let stain = noise::cloud(x / 420.0, y / 380.0, 31) - 0.5;
        let pit = smooth(0.84, 0.92, noise::value(x / 5.0, y / 5.0, 41));
        let far = (x * x + y * y).sqrt();
        hex(0x00C9_C1B0)
            .mix(hex(0x00F6_D398), 0.9 * bell(far, 1250.0))
            .lit(0.96 + 0.16 * stain + 0.05 * brush - 0.07 * pit)
    });
}

fn crossings() -> impl Iterator<Item = At> {
    (0..3).flat_map(|column| {
        (0..3).map(move |row| {
            (
                FIRST.0 + column as f32 * SQUARE,
                FIRST.1 + row as f32 * SQUARE,
            )
        })
    })
}

/// Bars from above to below lie under those from side to side.
fn lower(column: i32) -> Option<Path> {
    let x = FIRST.0 + column as f32 * SQUARE;
    rectangle(x - WIRE / 2.0, -300.0, WIRE, 2300.0)
}

fn upper(row: i32) -> Option<Path> {
    let y = FIRST.1 + row as f32 * SQUARE;
    rectangle(CUT, y - WIRE / 2.0, 2000.0, WIRE)
}

fn shadows(canvas: &mut Canvas) {
    let moved = |path: Option<Path>, share: f32| {
        path?.transform(Transform::from_translate(FALL.0 * share, FALL.1 * share))
    };
    let fallen = (-1..3)
        .filter_map(|index| moved(lower(index), 0.84).filter(|_| index >= 0))
        .chain((-1..3).filter_map(|index| moved(upper(index), 1.0)))
        .chain(moved(rectangle(213.0, TAPE, 1100.0, 84.0), 1.1))
        .chain(moved(
            rounded(1236.0, TAPE - 110.0, 291.0, 266.0, 60.0),
            1.2,
        ));
    canvas.soft(fallen, 5, |_, _, under| under.times(Rgb(0.44, 0.50, 0.57)));
}

/// A concrete block under a bar.
fn spacer(canvas: &mut Canvas, (x, y): At) {
    let body = circle(x, y, 44.0);
    canvas.cast(
        body.clone(),
        (FALL.0 * 0.5, FALL.1 * 0.5),
        6,
        Rgb(0.5, 0.56, 0.63),
    );
    canvas.paint(body, |px, py, _| {
        let light = smooth(40.0, -40.0, (px - x) + (py - y));
        let grit = noise::value(px / 3.0, py / 3.0, 61) - 0.5;
        hex(0x0092_9A98)
            .mix(hex(0x00F2_DDB4), light)
            .lit(1.0 + 0.10 * grit)
    });
    canvas.wash(circle(x, y, 33.0), SLAB, 0.28);
}

fn bars(canvas: &mut Canvas) {
    let warm = |x: f32, y: f32| 0.85 * bell((x * x + y * y).sqrt(), 1300.0) + 0.1;
    let half = WIRE / 2.0;
    for column in 0..3 {
        let axis = FIRST.0 + column as f32 * SQUARE;
        canvas.paint(lower(column), |x, y, _| {
            ribbed(y * 37.0 / half, (x - axis) / half, warm(x, y))
        });
    }
    for row in 0..3 {
        let axis = FIRST.1 + row as f32 * SQUARE;
        for column in 0..3 {
            let x = FIRST.0 + column as f32 * SQUARE;
            let shade = rectangle(x - half, axis + half - 2.0, WIRE, 15.0);
            canvas.soft(shade, 2, |_, _, under| under.times(Rgb(0.4, 0.45, 0.52)));
        }
        canvas.paint(upper(row), |x, y, _| {
            ribbed(x * 37.0 / half, (y - axis) / half, warm(x, y))
        });
        // The cut end catches the light.
        canvas.fill(
            rounded(CUT - 3.0, axis - half + 1.0, 8.0, WIRE - 2.0, 3.0),
            GLOW.mix(SLAB, 0.5),
        );
        // The welds.
        for column in 0..3 {
            let x = FIRST.0 + column as f32 * SQUARE;
            let drops = together([
                rounded(x - half - 6.0, axis - half - 2.0, 10.0, WIRE + 4.0, 5.0),
                rounded(x + half - 4.0, axis - half - 2.0, 10.0, WIRE + 4.0, 5.0),
            ]);
            canvas.wash(drops, NIGHT.mix(hex(0x0079_5D4E), 0.4), 0.55);
        }
    }
}

/// The steel end of the tape, over the first bar.
fn hook(canvas: &mut Canvas, left: f32) {
    let plate = rounded(left - 9.0, TAPE - 5.0, 74.0, 94.0, 5.0);
    canvas.cast(plate.clone(), (6.0, 5.0), 3, Rgb(0.6, 0.62, 0.66));
    canvas.paint(plate, |x, y, _| {
        let brushed = noise::value(x / 60.0, y / 2.0, 105) - 0.5;
        HAZE.mix(SLAB, 0.55)
            .lit(1.0 + 0.14 * brushed)
            .mix(GLOW, 0.3)
    });
    canvas.wash(rectangle(left - 9.0, TAPE - 5.0, 9.0, 94.0), NIGHT, 0.45);
    for (x, y) in [(22.0, 20.0), (22.0, 62.0), (46.0, 41.0)] {
        canvas.fill(circle(left + x, TAPE + y, 6.5), STEEL);
        canvas.fill(circle(left + x - 1.0, TAPE + y - 1.0, 4.0), HAZE);
    }
}

/// A carpenter's pencil across two bars.
fn pencil(canvas: &mut Canvas) {
    let (sin, cos) = 0.34_f32.sin_cos();
    let at = |along: f32, across: f32| {
        (
            925.0 + along * cos - across * sin,
            918.0 + along * sin + across * cos,
        )
    };
    let part = |from: f32, to: f32, top: f32, bottom: f32| {
        polygon(&[at(from, top), at(to, top), at(to, bottom), at(from, bottom)])
    };
    let tip = polygon(&[at(62.0, -21.0), at(62.0, 21.0), at(0.0, 3.0), at(0.0, -3.0)]);
    let whole = together([part(62.0, 452.0, -21.0, 21.0), tip.clone()]);
    canvas.cast(whole.clone(), FALL, 6, Rgb(0.52, 0.57, 0.63));
    canvas.cast(whole, (10.0, 12.0), 5, Rgb(0.62, 0.65, 0.70));
    canvas.fill(part(62.0, 452.0, -21.0, -8.0), YARD.mix(HAZE, 0.45));
    canvas.fill(part(62.0, 452.0, -8.0, 10.0), YARD.mix(HAZE, 0.16));
    canvas.fill(part(62.0, 452.0, 10.0, 21.0), YARD.mix(NIGHT, 0.4));
    canvas.fill(part(416.0, 452.0, -21.0, 21.0), TAG);
    canvas.wash(part(416.0, 452.0, 10.0, 21.0), EMBER, 0.6);
    canvas.paint(tip, |x, y, _| {
        let grain = noise::cloud(x / 30.0, y / 4.0, 63) - 0.5;
        hex(0x00E4_C08A).lit(1.0 + 0.3 * grain)
    });
    canvas.fill(
        polygon(&[at(19.0, -8.5), at(19.0, 8.5), at(-1.0, 3.5), at(-1.0, -3.5)]),
        NIGHT,
    );
}
