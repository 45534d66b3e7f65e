//! A floor loom from the front, a striped cloth on it.

use super::brush::{bristle, cut, post, shadow, sunlight, timber, tones, wall, weave};
use super::palette::{BARK, CLAY, CREAM, INDIGO, LINEN, MOSS, OCHRE, ROSE, SAND, SHADE, WOOD};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, smooth};
use crate::draw::plane::Plane;
use crate::draw::shapes::{At, blob, cord, line, rectangle};

const WIDTH: u32 = 1280;
const HEIGHT: u32 = 1600;
const FLOOR: f32 = 1430.0;
/// Where the cloth ends and the bare warp begins, and where the warp goes through the shafts.
const FELL: f32 = 850.0;
const SHAFTS: f32 = 600.0;
const BREAST: f32 = 1120.0;
/// The stripes of the cloth from the breast beam on: color and how many rows.
const STRIPES: [(Rgb, f32); 13] = [
    (INDIGO, 0.10),
    (LINEN, 0.05),
    (CLAY, 0.13),
    (LINEN, 0.03),
    (INDIGO, 0.04),
    (LINEN, 0.03),
    (CLAY, 0.10),
    (OCHRE, 0.06),
    (LINEN, 0.08),
    (MOSS, 0.12),
    (LINEN, 0.03),
    (INDIGO, 0.11),
    (ROSE, 0.12),
];

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    wall(&mut canvas, LINEN.mix(ROSE, 0.36), (220.0, 360.0), 3);
    room(&mut canvas);
    back(&mut canvas);
    warp(&mut canvas);
    shafts(&mut canvas);
    beater(&mut canvas);
    woven(&mut canvas);
    front(&mut canvas);
    shuttle(&mut canvas);
    canvas
}

fn beam(canvas: &mut Canvas, (x, y): At, (w, h): At, color: Rgb, seed: u32) {
    let shape = cut(&[(x, y), (x + w, y), (x + w, y + h), (x, y + h)], seed);
    shadow(canvas, shape.clone(), (22.0, 20.0), 12);
    if w > h {
        timber(canvas, shape, color, seed);
        canvas.wash(
            cut(&[(x, y), (x + w, y), (x + w, y + 7.0), (x, y + 7.0)], seed),
            CREAM,
            0.42,
        );
        canvas.wash(
            cut(
                &[
                    (x, y + h * 0.7),
                    (x + w, y + h * 0.7),
                    (x + w, y + h),
                    (x, y + h),
                ],
                seed + 1,
            ),
            BARK,
            0.28,
        );
    } else {
        post(canvas, shape, color, seed);
        canvas.wash(
            cut(&[(x, y), (x + 8.0, y), (x + 8.0, y + h), (x, y + h)], seed),
            CREAM,
            0.42,
        );
        canvas.wash(
            cut(
                &[
                    (x + w * 0.72, y),
                    (x + w, y),
                    (x + w, y + h),
                    (x + w * 0.72, y + h),
                ],
                seed + 1,
            ),
            BARK,
            0.26,
        );
    }
}

/// Light on the wall, yarn on pegs, the floor.
fn room(canvas: &mut Canvas) {
    sunlight(canvas, (380.0, 60.0), (300.0, 300.0), (2, 2));
    timber(
        canvas,
        rectangle(0.0, FLOOR, 1280.0, 200.0),
        WOOD.mix(SAND, 0.45),
        6,
    );
    for y in [FLOOR, FLOOR + 46.0, FLOOR + 112.0] {
        canvas.wash(line(&[(0.0, y), (1280.0, y)], 3.0), BARK, 0.4);
    }
    canvas.wash(line(&[(0.0, 172.0), (1280.0, 172.0)], 12.0), WOOD, 0.9);
    for (index, color) in [MOSS, OCHRE, CLAY, INDIGO, SAND, ROSE]
        .into_iter()
        .enumerate()
    {
        let x = 90.0 + index as f32 * 220.0;
        let skein = cut(
            &[
                (x - 44.0, 180.0),
                (x + 44.0, 180.0),
                (x + 54.0, 330.0),
                (x + 30.0, 420.0),
                (x - 30.0, 420.0),
                (x - 54.0, 330.0),
            ],
            7,
        );
        shadow(canvas, skein.clone(), (20.0, 16.0), 10);
        let [dark, plain, bright] = tones(color);
        canvas.paint(skein, |px, py, _| {
            let strand = ((px - x) / 8.0 + 0.06 * (py / 24.0).sin())
                .fract()
                .rem_euclid(1.0);
            let level =
                0.6 - 0.006 * (px - x) - 0.5 * (strand - 0.5).abs() + 0.1 * bristle(px, py, 8);
            dark.mix(plain, smooth(0.15, 0.4, level))
                .mix(bright, smooth(0.5, 0.7, level))
        });
        canvas.fill(
            cut(
                &[
                    (x - 54.0, 318.0),
                    (x + 54.0, 318.0),
                    (x + 54.0, 334.0),
                    (x - 54.0, 334.0),
                ],
                9,
            ),
            LINEN,
        );
    }
}

/// The uprights at the back and the castle over them.
fn back(canvas: &mut Canvas) {
    for x in [236.0, 990.0] {
        beam(
            canvas,
            (x, 470.0),
            (54.0, FLOOR - 440.0),
            WOOD.lit(0.78),
            11,
        );
    }
    beam(canvas, (220.0, 560.0), (840.0, 46.0), WOOD.lit(0.74), 12);
}

/// Bare threads from the cloth up to the shafts and over the beam at the back.
fn warp(canvas: &mut Canvas) {
    for index in 0..=104 {
        let t = index as f32 / 104.0;
        let near = (286.0 + 708.0 * t, FELL);
        let eye = (
            322.0 + 636.0 * t,
            SHAFTS + if index % 2 == 0 { -16.0 } else { 18.0 },
        );
        let far = (340.0 + 600.0 * t, 566.0);
        let ink = if index % 2 == 0 {
            CREAM
        } else {
            LINEN.lit(0.88)
        };
        canvas.wash(
            line(
                &[(near.0 + 3.0, near.1 + 5.0), (eye.0 + 3.0, eye.1 + 5.0)],
                2.2,
            ),
            SHADE,
            0.5,
        );
        canvas.fill(line(&[near, eye, far], 2.6), ink);
    }
}

/// Two shafts with their heddles, hung from the castle by cords.
fn shafts(canvas: &mut Canvas) {
    for (index, y) in [452.0, 486.0].into_iter().enumerate() {
        let seed = 21 + index as u32;
        for step in 0..=52 {
            let x = 320.0 + step as f32 * 12.3 + 5.0 * index as f32;
            canvas.wash(
                line(&[(x, y + 24.0), (x, y + 236.0)], 2.0),
                [BARK, SAND][index],
                0.72,
            );
        }
        beam(
            canvas,
            (292.0, y),
            (696.0, 27.0),
            WOOD.mix(CREAM, 0.10 + 0.12 * index as f32),
            seed,
        );
        beam(
            canvas,
            (292.0, y + 226.0),
            (696.0, 25.0),
            WOOD.mix(CREAM, 0.08 + 0.12 * index as f32),
            seed + 4,
        );
        for x in [420.0, 860.0] {
            canvas.fill(
                line(&[(x, 330.0), (x + 6.0 * index as f32, y)], 5.0),
                BARK.mix(SAND, 0.3),
            );
        }
    }
    for x in [150.0, 1062.0] {
        beam(canvas, (x, 250.0), (68.0, FLOOR - 200.0), WOOD, 31);
    }
    beam(
        canvas,
        (110.0, 268.0),
        (1060.0, 70.0),
        WOOD.mix(CREAM, 0.08),
        33,
    );
    for x in [420.0, 860.0] {
        let pulley = rectangle(x - 24.0, 312.0, 48.0, 40.0);
        shadow(canvas, pulley.clone(), (8.0, 10.0), 5);
        post(canvas, pulley, WOOD.lit(0.8), 35);
    }
}

/// The reed in its frame: it beats each row home.
fn beater(canvas: &mut Canvas) {
    for x in [206.0, 1024.0] {
        beam(canvas, (x, 640.0), (44.0, 660.0), WOOD.lit(0.92), 41);
    }
    for step in 0..=150 {
        let x = 266.0 + step as f32 * 5.0;
        canvas.wash(line(&[(x, 744.0), (x, 826.0)], 1.7), BARK, 0.55);
    }
    beam(
        canvas,
        (190.0, 702.0),
        (896.0, 50.0),
        WOOD.mix(CREAM, 0.16),
        43,
    );
    beam(
        canvas,
        (190.0, 816.0),
        (896.0, 40.0),
        WOOD.mix(CREAM, 0.06),
        45,
    );
}

/// The cloth, from the fell down to the breast beam.
fn woven(canvas: &mut Canvas) {
    let plane = Plane::new([
        (286.0, FELL + 2.0),
        (994.0, FELL + 2.0),
        (1016.0, BREAST + 10.0),
        (264.0, BREAST + 10.0),
    ]);
    let shape = plane.part(0.0, 0.0, 1.0, 1.0);
    shadow(canvas, shape.clone(), (10.0, 18.0), 12);
    canvas.paint(shape, |x, y, _| {
        let (u, v) = plane.under(x, y);
        let thread = weave(u * 708.0, v * 300.0, 6.4, 51);
        stripe(1.0 - v, u)
            .lit(1.0 + 0.16 * thread + 0.05 * bristle(x, y, 52))
            .mix(CREAM, 0.16 * smooth(0.7, 0.0, u))
            .times(Rgb(1.0, 1.0, 1.0).mix(SHADE, 0.5 * smooth(0.16, 0.0, v)))
    });
}

/// The color of the cloth at a share of its length; one of the stripes has diamonds.
fn stripe(along: f32, u: f32) -> Rgb {
    let mut begin = 0.0;
    for (index, (color, long)) in STRIPES.into_iter().enumerate() {
        if along < begin + long || index + 1 == STRIPES.len() {
            let within = (along - begin) / long;
            let diamond = ((u * 22.0).fract() - 0.5).abs() + (within - 0.5).abs();
            let pattern = matches!(index, 2 | 9) && diamond < 0.36;
            return if pattern { LINEN } else { color };
        }
        begin += long;
    }
    LINEN
}

/// The breast beam with the cloth over it, the roll below, the bench of treadles.
fn front(canvas: &mut Canvas) {
    for (index, x) in [470.0, 560.0, 650.0, 740.0].into_iter().enumerate() {
        canvas.wash(
            line(&[(x + 22.0, 1180.0), (x + 22.0, 1384.0)], 4.0),
            BARK,
            0.7,
        );
        let lift = if index % 2 == 0 { 0.0 } else { 22.0 };
        beam(
            canvas,
            (x, 1372.0 - lift),
            (52.0, 110.0 + lift),
            WOOD.lit(0.9),
            61,
        );
    }
    beam(canvas, (196.0, 1322.0), (886.0, 40.0), WOOD.lit(0.82), 63);
    let roll = cut(
        &[
            (276.0, 1204.0),
            (1004.0, 1204.0),
            (1004.0, 1304.0),
            (276.0, 1304.0),
        ],
        64,
    );
    shadow(canvas, roll.clone(), (16.0, 24.0), 14);
    canvas.paint(roll, |x, y, _| {
        let round = 1.0 - ((y - 1244.0) / 62.0).powi(2);
        let color = stripe(((y - 1190.0) / 260.0).clamp(0.0, 1.0), (x - 276.0) / 728.0);
        color
            .lit(0.55 + 0.45 * round.max(0.0))
            .lit(1.0 + 0.10 * weave(x, y, 6.4, 65))
    });
    for x in [222.0, 1004.0] {
        beam(canvas, (x, 1196.0), (54.0, 116.0), WOOD.lit(0.88), 66);
    }
    beam(
        canvas,
        (120.0, BREAST),
        (1040.0, 66.0),
        WOOD.mix(CREAM, 0.14),
        67,
    );
    // The cloth lies over the beam.
    let over = cut(
        &[
            (264.0, BREAST - 4.0),
            (1016.0, BREAST - 4.0),
            (1014.0, BREAST + 70.0),
            (266.0, BREAST + 70.0),
        ],
        68,
    );
    shadow(canvas, over.clone(), (6.0, 10.0), 8);
    canvas.paint(over, |x, y, _| {
        let round = 1.0 - ((y - BREAST - 22.0) / 66.0).powi(2);
        let color = if y < BREAST + 40.0 { INDIGO } else { LINEN };
        color
            .lit(0.60 + 0.46 * round)
            .lit(1.0 + 0.14 * weave(x, y, 6.4, 69))
    });
    for x in [96.0, 1108.0] {
        beam(
            canvas,
            (x, BREAST - 60.0),
            (76.0, FLOOR - BREAST + 130.0),
            WOOD.mix(CREAM, 0.04),
            70,
        );
        let cap = cut(
            &[
                (x - 10.0, BREAST - 78.0),
                (x + 86.0, BREAST - 78.0),
                (x + 86.0, BREAST - 52.0),
                (x - 10.0, BREAST - 52.0),
            ],
            71,
        );
        shadow(canvas, cap.clone(), (6.0, 8.0), 5);
        timber(canvas, cap, WOOD.lit(0.84), 72);
    }
}

/// A boat shuttle with its bobbin on the cloth.
fn shuttle(canvas: &mut Canvas) {
    let at = |along: f32, across: f32| {
        (
            690.0 + along * 0.986 + across * 0.165,
            986.0 - along * 0.165 + across * 0.986,
        )
    };
    let outline: Vec<At> = [
        (-176.0, 0.0),
        (-120.0, -26.0),
        (0.0, -34.0),
        (120.0, -26.0),
        (176.0, 0.0),
        (120.0, 26.0),
        (0.0, 32.0),
        (-120.0, 26.0),
    ]
    .into_iter()
    .map(|(a, b)| at(a, b))
    .collect();
    let shape = blob(&outline);
    canvas.cast(shape.clone(), (18.0, 22.0), 9, Rgb(0.55, 0.48, 0.50));
    timber(canvas, shape, WOOD.mix(CREAM, 0.34), 81);
    canvas.wash(
        cord(&[at(-150.0, -14.0), at(0.0, -29.0), at(150.0, -14.0)], 6.0),
        CREAM,
        0.7,
    );
    let hollow: Vec<At> = [(-84.0, -16.0), (84.0, -16.0), (84.0, 16.0), (-84.0, 16.0)]
        .into_iter()
        .map(|(a, b)| at(a, b))
        .collect();
    canvas.fill(cut(&hollow, 82), BARK);
    for turn in 0..24 {
        let along = -62.0 + turn as f32 * 5.2;
        canvas.fill(
            line(&[at(along, -12.0), at(along + 3.0, 12.0)], 5.0),
            if turn % 3 == 0 {
                OCHRE.lit(0.82)
            } else {
                OCHRE
            },
        );
    }
    let end = [
        at(84.0, 0.0),
        at(196.0, -40.0),
        (930.0, 880.0),
        (990.0, 856.0),
    ];
    canvas.fill(cord(&end, 3.6), OCHRE);
}
