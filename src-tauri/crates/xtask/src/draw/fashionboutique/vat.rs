//! An indigo vat from above: cloth comes out green and turns blue in the air.

use super::brush::{bristle, cloth, cut, shadow, timber, tones};
use super::palette::{BARK, CLAY, CREAM, INDIGO, LINEN, MIST, MOSS, SAND, WOOD};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, hex, smooth};
use crate::draw::noise;
use crate::draw::shapes::{At, arc, blob, circle, cord, line};

const SIDE: u32 = 1600;
const CENTER: At = (800.0, 840.0);
const RIM: f32 = 640.0;
const DYE: f32 = 556.0;

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(SIDE, SIDE);
    tiles(&mut canvas);
    tub(&mut canvas);
    dye(&mut canvas);
    foam(&mut canvas);
    stick(&mut canvas);
    skeins(&mut canvas);
    canvas.shade(|x, y, under| {
        let far = ((x - 200.0).powi(2) + (y - 100.0).powi(2)).sqrt();
        under.screen(CREAM, 0.16 * bell(far, 900.0))
    });
    canvas
}

/// Clay tiles, wet and stained around the vat.
fn tiles(canvas: &mut Canvas) {
    cloth(canvas, CLAY.mix(SAND, 0.42), 3);
    canvas.shade(|x, y, _| {
        let row = (y / 266.0).floor();
        let shift = if row.rem_euclid(2.0) < 1.0 {
            0.0
        } else {
            133.0
        };
        let column = ((x + shift) / 266.0).floor();
        let (u, v) = (((x + shift) / 266.0).fract(), (y / 266.0).fract());
        let joint =
            (u.min(1.0 - u)).min(v.min(1.0 - v)) * 266.0 + 3.0 * bristle(x * 3.0, y * 3.0, 6);
        let tint = noise::hash(column as i32, row as i32, 4) - 0.5;
        let far = ((x - CENTER.0).powi(2) + (y - CENTER.1).powi(2)).sqrt();
        let spill = smooth(
            0.50,
            0.62,
            noise::cloud(x / 190.0, y / 190.0, 8) + 0.30 * bell(far - RIM, 120.0) - 0.17,
        );
        CLAY.mix(SAND, 0.46 + 0.26 * tint)
            .lit(1.0 + 0.12 * bristle(x, y, 5))
            .mix(CLAY.lit(0.55), 0.75 * smooth(6.0, 2.5, joint))
            .mix(INDIGO.mix(CLAY, 0.3), 0.42 * spill)
    });
}

/// Staves around the rim, two hoops of iron.
fn tub(canvas: &mut Canvas) {
    let outer = circle(CENTER.0, CENTER.1, RIM);
    shadow(canvas, outer.clone(), (64.0, 70.0), 34);
    canvas.fill(circle(CENTER.0, CENTER.1, RIM + 9.0), BARK);
    canvas.paint(outer, |x, y, _| {
        let (dx, dy) = (x - CENTER.0, y - CENTER.1);
        let turn = dy.atan2(dx) / std::f32::consts::TAU * 34.0;
        let stave = turn.floor();
        let far = (dx * dx + dy * dy).sqrt();
        let tint = noise::hash(stave as i32, 1, 9) - 0.5;
        let joint = smooth(0.035, 0.012, (turn - turn.round()).abs());
        let light = 0.5 - 0.5 * (dx + dy) / (far * 1.414);
        let stain = smooth(
            DYE + 54.0 + 30.0 * noise::value(turn * 1.3, 1.0, 10),
            DYE,
            far,
        );
        WOOD.lit(0.74 + 0.34 * light + 0.16 * tint + 0.10 * bristle(far * 2.0, turn * 40.0, 11))
            .mix(INDIGO.lit(0.75), 0.85 * stain)
            .mix(BARK.lit(0.7), 0.8 * joint)
    });
    canvas.wash(
        cord(&arc(CENTER, (RIM - 6.0, RIM - 6.0), 2.4, 5.4), 6.0),
        CREAM,
        0.34,
    );
}

/// Dark blue, coppery where the light lies on it.
fn dye(canvas: &mut Canvas) {
    canvas.paint(circle(CENTER.0, CENTER.1, DYE), |x, y, _| {
        let (dx, dy) = (x - CENTER.0, y - CENTER.1);
        let far = (dx * dx + dy * dy).sqrt();
        let turn = dy.atan2(dx);
        let swirl = noise::cloud(turn * 1.1 + far / 330.0, far / 74.0, 13);
        let sheen = smooth(0.52, 0.66, swirl) * bell(dx + 170.0 + 0.6 * dy, 330.0);
        let edge = smooth(DYE - 90.0, DYE, far) * smooth(0.2, -1.0, (dx + dy) / far);
        INDIGO
            .lit(0.74 + 0.30 * swirl)
            .mix(hex(0x001B_2240), smooth(340.0, DYE, far) * 0.6)
            .mix(hex(0x00A8_7466), 0.42 * sheen)
            .mix(hex(0x0014_1830), 0.7 * edge)
            .mix(MIST, 0.30 * smooth(0.70, 0.78, swirl))
    });
}

/// The flower of the vat: bubbles in the middle.
fn foam(canvas: &mut Canvas) {
    let at = (900.0, 1010.0);
    let island: Vec<At> = (0..26)
        .map(|step| {
            let turn = step as f32 / 26.0 * std::f32::consts::TAU;
            let far = 168.0 + 70.0 * noise::hash(step, 1, 15);
            (
                at.0 + turn.cos() * far * 1.25,
                at.1 + turn.sin() * far * 0.86,
            )
        })
        .collect();
    canvas.soft(blob(&island), 26, |x, y, under| {
        under.mix(hex(0x0055_6A9C), 0.62 + 0.3 * bristle(x, y, 16))
    });
    for index in 0..230 {
        let turn = noise::hash(index, 2, 15) * std::f32::consts::TAU;
        let far = noise::hash(index, 3, 15).sqrt() * 250.0;
        let size = 5.0 + 25.0 * noise::hash(index, 4, 15).powi(3) * (1.2 - far / 300.0);
        let (x, y) = (
            at.0 + turn.cos() * far * 1.2,
            at.1 + turn.sin() * far * 0.84,
        );
        canvas.wash(circle(x + 1.5, y + 2.0, size), INDIGO.lit(0.7), 0.5);
        canvas.wash(circle(x, y, size), MIST.mix(INDIGO, 0.35), 0.62);
        canvas.wash(circle(x, y, size * 0.72), INDIGO.mix(MIST, 0.35), 0.62);
        canvas.wash(
            circle(x - size * 0.32, y - size * 0.36, size * 0.24),
            CREAM,
            0.85,
        );
    }
}

/// A stick laid across the rim.
fn stick(canvas: &mut Canvas) {
    let pole = cut(
        &[
            (52.0, 520.0),
            (1560.0, 402.0),
            (1563.0, 446.0),
            (55.0, 566.0),
        ],
        18,
    );
    canvas.cast(pole.clone(), (26.0, 52.0), 12, Rgb(0.5, 0.46, 0.52));
    timber(canvas, pole, WOOD.mix(CREAM, 0.26), 19);
    canvas.wash(line(&[(56.0, 556.0), (1560.0, 438.0)], 12.0), BARK, 0.32);
    canvas.wash(line(&[(56.0, 528.0), (1556.0, 410.0)], 5.0), CREAM, 0.6);
}

/// Skeins over the stick, at three stages of the dyeing.
fn skeins(canvas: &mut Canvas) {
    let green = MOSS.mix(hex(0x00A8_B060), 0.4);
    for (index, (x, wide, long, tones_of)) in [
        (330.0, 190.0, 330.0, [green, MOSS.mix(INDIGO, 0.25)]),
        (
            640.0,
            200.0,
            400.0,
            [MIST.mix(MOSS, 0.4), INDIGO.mix(MOSS, 0.3)],
        ),
        (
            1010.0,
            210.0,
            300.0,
            [MIST.mix(INDIGO, 0.3), INDIGO.mix(MIST, 0.18)],
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let over = |px: f32| 532.0 - 0.078 * (px - 120.0);
        let (left, right) = (x - wide / 2.0, x + wide / 2.0);
        let seed = 20 + index as u32;
        // The part behind the stick is short, the part before it hangs into the dye.
        let shape = blob(&[
            (left, over(left) - 20.0),
            (left + wide * 0.2, over(x) - 86.0),
            (x, over(x) - 96.0),
            (right - wide * 0.2, over(x) - 88.0),
            (right, over(right) - 16.0),
            (right - 6.0, over(right) + long * 0.5),
            (right - wide * 0.12, over(right) + long * 0.92),
            (x, over(x) + long),
            (left + wide * 0.14, over(left) + long * 0.94),
            (left + 8.0, over(left) + long * 0.5),
        ]);
        canvas.cast(shape.clone(), (34.0, 30.0), 16, Rgb(0.46, 0.42, 0.50));
        let [dark, _, bright] = tones(tones_of[0]);
        canvas.paint(shape, |px, py, under| {
            let down = (py - over(px)) / long;
            let u = (px - left) / wide;
            let strand = (u * 21.0 + 0.5 * noise::value(py / 60.0, u * 6.0, seed)).fract();
            let round = 1.0 - (strand - 0.5).abs() * 2.0;
            let belly = 1.0 - (2.0 * u - 0.85).powi(2);
            let top = bell(down + 0.02, 0.14);
            let wet = smooth(0.70, 1.02, down + 0.08 * noise::value(px / 34.0, 2.0, seed));
            dark.mix(tones_of[0], smooth(-0.1, 0.5, belly * 0.6 + round * 0.4))
                .mix(
                    bright,
                    0.6 * smooth(0.5, 0.95, belly * 0.5 + round * 0.5) + 0.3 * top,
                )
                .mix(tones_of[1], 0.75 * smooth(0.15, 0.8, down))
                .lit(1.0 - 0.22 * smooth(0.5, 0.0, round))
                .mix(under, wet * 0.86)
        });
        let tie = cut(
            &[
                (left - 3.0, over(left) + 58.0),
                (right + 3.0, over(right) + 58.0),
                (right + 3.0, over(right) + 76.0),
                (left - 3.0, over(left) + 76.0),
            ],
            seed,
        );
        canvas.fill(tie, LINEN.mix(tones_of[0], 0.35));
        for ring in 1..4 {
            let far = wide * (0.36 + 0.16 * ring as f32);
            let wave = arc((x, over(x) + long * 0.93), (far, far * 0.34), 0.15, 2.99);
            canvas.wash(
                cord(&wave, 4.5 - ring as f32),
                MIST,
                0.44 - 0.1 * ring as f32,
            );
        }
    }
}
