//! The shop from the street, early evening.

use super::brush::{bristle, cut, gouache, modeled, post, shadow, timber, tones, wall};
use super::palette::{
    BARK, CLAY, CREAM, INDIGO, LINEN, MIST, MOSS, OCHRE, ROSE, SAND, SHADE, WOOD,
};
use super::things::{button, plant, pot};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, smooth};
use crate::draw::letters::lettering;
use crate::draw::noise;
use crate::draw::shapes::{At, arc, circle, cord, line, polygon, rectangle};

mod inside;

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1200;
/// Where the wall ends and the paving begins.
const STREET: f32 = 1010.0;

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    wall(&mut canvas, SAND.mix(ROSE, 0.35), (500.0, 200.0), 3);
    upper(&mut canvas);
    street(&mut canvas);
    front(&mut canvas);
    inside::display(&mut canvas);
    inside::door(&mut canvas);
    sign(&mut canvas);
    awning(&mut canvas);
    outside(&mut canvas);
    canvas.shade(|x, y, under| {
        let glow = bell(x - 620.0, 460.0) * bell(y - 700.0, 360.0);
        under
            .screen(OCHRE, 0.16 * glow)
            .times(Rgb(1.0, 1.0, 1.0).mix(
                Rgb(0.74, 0.72, 0.86),
                0.55 * smooth(900.0, 1700.0, x + 0.3 * y),
            ))
    });
    canvas
}

fn slab(canvas: &mut Canvas, (l, t, r, b): (f32, f32, f32, f32), color: Rgb, seed: u32) {
    let shape = cut(&[(l, t), (r, t), (r, b), (l, b)], seed);
    shadow(canvas, shape.clone(), (8.0, 9.0), 6);
    gouache(canvas, shape, color, seed);
    canvas.wash(
        line(&[(l + 2.0, t + 3.0), (r - 2.0, t + 3.0)], 4.0),
        CREAM,
        0.28,
    );
}

/// The floor above: two windows with shutters.
fn upper(canvas: &mut Canvas) {
    for brick in 0..60 {
        let at = |k: i32| noise::hash(brick, k, 4);
        let (x, y) = (1600.0 * at(1), 960.0 * at(2));
        let block = cut(
            &[(x, y), (x + 60.0, y), (x + 60.0, y + 24.0), (x, y + 24.0)],
            brick as u32,
        );
        canvas.wash(block, CLAY, 0.10 + 0.14 * at(3));
    }
    for x in [330.0, 760.0, 1190.0] {
        slab(canvas, (x - 74.0, -20.0, x + 74.0, 150.0), LINEN, 11);
        canvas.paint(rectangle(x - 60.0, -10.0, 120.0, 148.0), |px, py, _| {
            MIST.mix(INDIGO, 0.35)
                .mix(CREAM, 0.4 * smooth(150.0, -60.0, py + 0.4 * (px - x)))
        });
        canvas.fill(rectangle(x - 4.0, -10.0, 8.0, 150.0), LINEN);
        slab(
            canvas,
            (x - 92.0, 148.0, x + 92.0, 170.0),
            LINEN.lit(0.92),
            12,
        );
        for side in [-1.0, 1.0] {
            let (l, r) = if side < 0.0 {
                (x - 142.0, x - 78.0)
            } else {
                (x + 78.0, x + 142.0)
            };
            slab(canvas, (l, -20.0, r, 158.0), MOSS.mix(MIST, 0.2), 13);
            for slat in 0..9 {
                canvas.wash(
                    line(
                        &[
                            (l + 9.0, 4.0 + slat as f32 * 17.0),
                            (r - 9.0, 4.0 + slat as f32 * 17.0),
                        ],
                        4.0,
                    ),
                    BARK,
                    0.28,
                );
            }
        }
        let leaves = x as u32;
        for index in 0..5 {
            plant(
                canvas,
                (x - 66.0 + index as f32 * 33.0, 152.0),
                58.0,
                leaves + index,
            );
        }
    }
}

/// Paving, and cobbles before it.
fn street(canvas: &mut Canvas) {
    canvas.paint(rectangle(0.0, STREET, 1600.0, 200.0), |x, y, _| {
        SAND.mix(MIST, 0.35).lit(0.86 + 0.12 * bristle(x, y, 15))
    });
    for stone in 0..9 {
        let x = stone as f32 * 200.0 - 80.0;
        canvas.wash(
            line(&[(x, STREET), (x - 34.0, STREET + 64.0)], 3.0),
            BARK,
            0.3,
        );
    }
    canvas.wash(rectangle(0.0, STREET + 64.0, 1600.0, 12.0), BARK, 0.45);
    for row in 0..5 {
        for column in 0..30 {
            let seed = row * 40 + column;
            let at = |k: i32| noise::hash(seed, k, 16);
            let (w, h) = (58.0 + 12.0 * row as f32 * 0.4, 26.0 + 3.0 * row as f32);
            let x = column as f32 * (w + 2.0) + (row % 2) as f32 * 30.0 - 40.0;
            let y = STREET + 78.0 + row as f32 * 30.0;
            let cobble = [
                (x + 4.0, y),
                (x + w - 6.0, y + 1.0),
                (x + w - 2.0, y + h - 4.0),
                (x + 2.0, y + h - 3.0),
            ];
            let tone = MIST.mix(SAND, 0.3 + 0.4 * at(1)).lit(0.70 + 0.2 * at(2));
            gouache(canvas, cut(&cobble, seed as u32), tone, seed as u32);
        }
    }
    // Light of the window on the paving.
    let glow = polygon(&[
        (300.0, STREET),
        (930.0, STREET),
        (1040.0, 1190.0),
        (180.0, 1190.0),
    ]);
    canvas.soft(glow, 22, |_, y, under| {
        under.screen(OCHRE, 0.42 * smooth(1240.0, STREET, y))
    });
}

/// The indigo woodwork.
fn front(canvas: &mut Canvas) {
    slab(canvas, (196.0, 250.0, 1352.0, STREET + 6.0), INDIGO, 21);
    for (l, r) in [(204.0, 262.0), (946.0, 1010.0), (1290.0, 1346.0)] {
        slab(canvas, (l, 380.0, r, STREET), INDIGO.mix(MIST, 0.14), 22);
        slab(
            canvas,
            (l + 14.0, 420.0, r - 14.0, 820.0),
            INDIGO.lit(0.9),
            23,
        );
        slab(
            canvas,
            (l - 6.0, STREET - 60.0, r + 6.0, STREET + 4.0),
            INDIGO.mix(MIST, 0.22),
            24,
        );
    }
    // The panels under the window.
    for index in 0..3 {
        let l = 290.0 + index as f32 * 214.0;
        slab(
            canvas,
            (l, 884.0, l + 196.0, 988.0),
            INDIGO.mix(MIST, 0.16),
            25,
        );
        slab(
            canvas,
            (l + 16.0, 898.0, l + 180.0, 974.0),
            INDIGO.lit(0.92),
            26,
        );
    }
    slab(
        canvas,
        (262.0, 848.0, 946.0, 878.0),
        INDIGO.mix(MIST, 0.26),
        27,
    );
}

/// The board over the window: a needle and its thread, no words.
fn sign(canvas: &mut Canvas) {
    slab(
        canvas,
        (218.0, 266.0, 1330.0, 352.0),
        INDIGO.mix(MIST, 0.08),
        51,
    );
    let name = lettering("FASHIONBOUTIQUE", 7.0, |u, v| {
        (447.0 + u * 36.0, 288.0 + v * 42.0)
    });
    canvas.fill(name, LINEN);
    for x in [318.0, 1232.0] {
        canvas.fill(circle(x, 309.0, 27.0), LINEN);
        for (dx, dy) in [(-8.0, -8.0), (8.0, -8.0), (-8.0, 8.0), (8.0, 8.0)] {
            canvas.fill(circle(x + dx, 309.0 + dy, 4.0), INDIGO);
        }
    }
}

/// A striped awning over the window.
fn awning(canvas: &mut Canvas) {
    let (top, low) = (366.0, 470.0);
    let count = 14;
    let at = |index: f32, y: f32| {
        let t = index / count as f32;
        let (left, right) = (
            236.0 - 44.0 * (y - top) / (low - top),
            970.0 + 26.0 * (y - top) / (low - top),
        );
        (left + (right - left) * t, y)
    };
    let all = polygon(&[
        at(0.0, top),
        at(count as f32, top),
        at(count as f32, low + 34.0),
        at(0.0, low + 34.0),
    ]);
    canvas.cast(all, (20.0, 44.0), 16, SHADE);
    for index in 0..count {
        let (a, b) = (index as f32, index as f32 + 1.0);
        let color = if index % 2 == 0 { LINEN } else { CLAY };
        let panel = cut(&[at(a, top), at(b, top), at(b, low), at(a, low)], 61);
        canvas.paint(panel, |x, y, _| {
            color.lit(1.02 - 0.16 * smooth(top, low, y) + 0.10 * bristle(x, y, 62))
        });
        let (l, r) = (at(a, low).0, at(b, low).0);
        let mut flap: Vec<At> = vec![(l, low - 2.0), (r, low - 2.0)];
        flap.extend(arc(
            ((l + r) / 2.0, low + 16.0),
            ((r - l) / 2.0, 24.0),
            0.0,
            std::f32::consts::PI,
        ));
        canvas.paint(polygon(&flap), |x, y, _| {
            color.lit(0.84 + 0.10 * bristle(x, y, 63))
        });
    }
    canvas.wash(
        line(&[at(0.0, top + 3.0), at(count as f32, top + 3.0)], 6.0),
        CREAM,
        0.5,
    );
    canvas.wash(line(&[at(0.0, low), at(count as f32, low)], 3.0), BARK, 0.4);
}

/// Pots by the door, a bench, a lantern.
fn outside(canvas: &mut Canvas) {
    for (x, size, color, seed) in [(1426.0, 330.0, CLAY, 71), (996.0, 190.0, LINEN, 72)] {
        plant(canvas, (x, STREET + 42.0 - size * 0.36), size, seed);
        pot(
            canvas,
            (x, STREET + 44.0),
            (size * 0.46, size * 0.42),
            color,
            seed,
        );
    }
    // The hanging sign: a button on an iron bracket.
    let iron = [(198.0, 372.0), (60.0, 372.0)];
    canvas.cast(line(&iron, 9.0), (14.0, 18.0), 6, SHADE);
    canvas.fill(line(&iron, 9.0), BARK);
    canvas.fill(
        cord(&[(198.0, 440.0), (150.0, 420.0), (120.0, 376.0)], 6.0),
        BARK,
    );
    for x in [86.0, 134.0] {
        canvas.fill(line(&[(x, 372.0), (x, 412.0)], 4.0), BARK);
    }
    button(canvas, (110.0, 476.0), 72.0, CLAY, 78);
    for x in [60.0, 176.0] {
        post(
            canvas,
            cut(
                &[
                    (x - 10.0, 930.0),
                    (x + 10.0, 930.0),
                    (x + 12.0, STREET + 36.0),
                    (x - 12.0, STREET + 36.0),
                ],
                73,
            ),
            BARK,
            73,
        );
    }
    let seat = cut(
        &[(20.0, 912.0), (216.0, 912.0), (222.0, 938.0), (14.0, 938.0)],
        74,
    );
    shadow(canvas, seat.clone(), (10.0, 30.0), 10);
    timber(canvas, seat, WOOD, 74);
    for (index, color) in [MOSS, ROSE].into_iter().enumerate() {
        let y = 890.0 - index as f32 * 24.0;
        modeled(
            canvas,
            cut(
                &[(66.0, y), (176.0, y), (180.0, y + 23.0), (62.0, y + 23.0)],
                75,
            ),
            tones(color),
            75,
            |x, _| 0.8 - 0.004 * (x - 62.0),
        );
    }
    canvas.fill(
        cord(
            &[
                (1396.0, 470.0),
                (1430.0, 452.0),
                (1452.0, 470.0),
                (1452.0, 500.0),
            ],
            8.0,
        ),
        BARK,
    );
    canvas.soft(circle(1452.0, 548.0, 60.0), 40, |_, _, under| {
        under.screen(OCHRE, 0.7)
    });
    slab(canvas, (1430.0, 498.0, 1474.0, 510.0), BARK, 76);
    canvas.fill(
        polygon(&[
            (1434.0, 510.0),
            (1470.0, 510.0),
            (1464.0, 580.0),
            (1440.0, 580.0),
        ]),
        CREAM.mix(OCHRE, 0.3),
    );
    slab(canvas, (1434.0, 578.0, 1470.0, 588.0), BARK, 77);
}
