//! What is seen through the glass of the shop window and of the door.

use super::slab;
use crate::draw::canvas::Canvas;
use crate::draw::color::{bell, smooth};
use crate::draw::fashionboutique::brush::{bristle, cut, gouache, modeled, shadow, timber, tones};
use crate::draw::fashionboutique::palette::{
    BARK, CLAY, CREAM, INDIGO, LINEN, MIST, MOSS, OCHRE, ROSE, SAND, WOOD,
};
use crate::draw::fashionboutique::things::dress;
use crate::draw::letters::lettering;
use crate::draw::shapes::{arc, circle, cord, line, polygon, rectangle};

/// The glass of the shop window and of the door: left, top, right, bottom.
const GLASS: (f32, f32, f32, f32) = (286.0, 436.0, 920.0, 850.0);
const DOOR: (f32, f32, f32, f32) = (1040.0, 400.0, 1270.0, 1000.0);

/// Behind the glass: a dress, folded wool, spools, a lamp.
pub(super) fn display(canvas: &mut Canvas) {
    let (l, t, r, b) = GLASS;
    canvas.paint(rectangle(l, t, r - l, b - t), |x, y, _| {
        let lamp = bell(x - 700.0, 300.0) * bell(y - 500.0, 260.0);
        OCHRE
            .mix(CLAY, 0.35)
            .mix(SAND, 0.45)
            .lit(0.78 + 0.06 * bristle(x, y, 31))
            .mix(CREAM, 0.72 * lamp)
            .mix(BARK, 0.30 * smooth(780.0, 900.0, y))
    });
    canvas.within(rectangle(l, t, r - l, b - t), |canvas| {
        // Shelves at the back with folded cloth.
        for (row, y) in [(0, 590.0), (1, 700.0)] {
            timber(canvas, rectangle(636.0, y, 270.0, 13.0), WOOD.lit(0.82), 32);
            for (index, color) in [MOSS, LINEN, CLAY, INDIGO, OCHRE].into_iter().enumerate() {
                let x = 650.0 + index as f32 * 50.0;
                for layer in 0..3 {
                    let top = y - 17.0 - layer as f32 * 17.0;
                    if (index + layer + row) % 4 != 3 || layer == 0 {
                        let tone = if layer % 2 == 0 {
                            color
                        } else {
                            color.mix(SAND, 0.4)
                        };
                        gouache(
                            canvas,
                            cut(
                                &[
                                    (x, top),
                                    (x + 43.0, top),
                                    (x + 44.0, top + 16.0),
                                    (x, top + 16.0),
                                ],
                                33,
                            ),
                            tone.lit(0.94),
                            33,
                        );
                    }
                }
            }
        }
        canvas.fill(line(&[(776.0, t), (776.0, 476.0)], 4.0), BARK);
        modeled(
            canvas,
            polygon(&[
                (752.0, 470.0),
                (800.0, 470.0),
                (826.0, 516.0),
                (726.0, 516.0),
            ]),
            tones(CLAY),
            34,
            |x, _| 0.9 - 0.006 * (x - 726.0),
        );
        canvas.soft(circle(776.0, 524.0, 22.0), 12, |_, _, under| {
            under.mix(CREAM, 0.9)
        });
        // The dress on its stand.
        canvas.fill(line(&[(440.0, 780.0), (440.0, 846.0)], 10.0), BARK);
        canvas.fill(
            cord(&[(392.0, 848.0), (440.0, 826.0), (488.0, 848.0)], 9.0),
            BARK,
        );
        canvas.fill(circle(440.0, 513.0, 13.0), WOOD);
        dress(canvas, LINEN.mix(ROSE, 0.12), 35, |u, v| {
            (440.0 + u * 118.0, 524.0 + v * 290.0)
        });
        // A bolt of cloth and a basket in front.
        let roll = cut(
            &[
                (560.0, 760.0),
                (612.0, 752.0),
                (630.0, 850.0),
                (572.0, 850.0),
            ],
            36,
        );
        modeled(canvas, roll, tones(INDIGO.mix(MIST, 0.2)), 36, |x, _| {
            0.8 - 0.009 * (x - 560.0)
        });
        for (index, color) in [CLAY, MOSS, OCHRE, ROSE].into_iter().enumerate() {
            let (x, y) = (
                694.0 + index as f32 * 46.0,
                812.0 - 10.0 * (index % 2) as f32,
            );
            modeled(canvas, circle(x, y, 32.0), tones(color), 37, |px, py| {
                0.6 - 0.010 * ((px - x) + (py - y))
            });
            canvas.wash(cord(&arc((x, y), (24.0, 12.0), 0.2, 2.9), 3.0), BARK, 0.3);
        }
        let basket = polygon(&[
            (650.0, 820.0),
            (880.0, 820.0),
            (862.0, 856.0),
            (668.0, 856.0),
        ]);
        timber(canvas, basket, WOOD.lit(0.9), 38);
        // The street in the glass.
        canvas.shade(|x, y, under| {
            let slant = x + 0.55 * (y - t);
            let band = smooth(470.0, 474.0, slant) * smooth(560.0, 556.0, slant)
                + smooth(590.0, 593.0, slant) * smooth(622.0, 619.0, slant);
            under.mix(CREAM, 0.20 * band).mix(MIST, 0.10)
        });
    });
    for (x0, y0, x1, y1) in [
        (l - 14.0, t - 14.0, r + 14.0, t + 6.0),
        (l - 14.0, t, l + 6.0, b + 8.0),
        (r - 6.0, t, r + 14.0, b + 8.0),
        (606.0, t, 620.0, b),
    ] {
        slab(canvas, (x0, y0, x1, y1), INDIGO.mix(MIST, 0.30), 39);
    }
}

pub(super) fn door(canvas: &mut Canvas) {
    let (l, t, r, b) = DOOR;
    slab(
        canvas,
        (l - 18.0, t - 18.0, r + 18.0, b + 10.0),
        INDIGO.lit(0.8),
        41,
    );
    slab(canvas, (l, t, r, b), CLAY, 42);
    let glass = (l + 36.0, t + 40.0, r - 36.0, t + 360.0);
    canvas.paint(
        rectangle(glass.0, glass.1, glass.2 - glass.0, glass.3 - glass.1),
        |x, y, _| {
            OCHRE
                .mix(SAND, 0.4)
                .lit(0.86)
                .mix(CREAM, 0.6 * bell(y - t - 120.0, 150.0))
                .mix(BARK, 0.3 * smooth(t + 250.0, t + 380.0, y + 0.1 * x))
        },
    );
    canvas.within(
        rectangle(glass.0, glass.1, glass.2 - glass.0, glass.3 - glass.1),
        |canvas| {
            for (index, color) in [MOSS, INDIGO, ROSE, OCHRE].into_iter().enumerate() {
                let x = glass.0 + 14.0 + index as f32 * 40.0;
                canvas.fill(line(&[(glass.0, 520.0), (glass.2, 520.0)], 5.0), BARK);
                modeled(
                    canvas,
                    cut(
                        &[
                            (x, 528.0),
                            (x + 32.0, 528.0),
                            (x + 38.0, 690.0),
                            (x - 6.0, 690.0),
                        ],
                        43,
                    ),
                    tones(color),
                    43,
                    |px, _| 0.8 - 0.016 * (px - x),
                );
            }
            canvas.wash(
                polygon(&[
                    (glass.0, 480.0),
                    (glass.0 + 90.0, 430.0),
                    (glass.0 + 90.0, 500.0),
                    (glass.0, 560.0),
                ]),
                CREAM,
                0.25,
            );
        },
    );
    canvas.fill(rectangle((l + r) / 2.0 - 4.0, glass.1, 8.0, 320.0), CLAY);
    canvas.fill(
        rectangle(glass.0, glass.1 + 156.0, glass.2 - glass.0, 8.0),
        CLAY,
    );
    slab(
        canvas,
        (l + 36.0, t + 400.0, r - 36.0, b - 40.0),
        CLAY.mix(ROSE, 0.25),
        44,
    );
    slab(
        canvas,
        (l + 52.0, t + 416.0, r - 52.0, b - 56.0),
        CLAY.lit(0.93),
        45,
    );
    canvas.fill(circle(l + 20.0, t + 330.0, 10.0), OCHRE);
    canvas.fill(
        line(&[(l + 20.0, t + 346.0), (l + 20.0, t + 390.0)], 8.0),
        OCHRE,
    );
    let card = cut(
        &[
            (1108.0, 596.0),
            (1202.0, 592.0),
            (1204.0, 642.0),
            (1110.0, 646.0),
        ],
        46,
    );
    shadow(canvas, card.clone(), (4.0, 5.0), 3);
    gouache(canvas, card, CREAM, 46);
    canvas.fill(
        lettering("OPEN", 3.4, |u, v| (1124.0 + u * 13.0, 608.0 + v * 22.0)),
        INDIGO,
    );
    let step = cut(
        &[
            (l - 40.0, b + 4.0),
            (r + 40.0, b + 4.0),
            (r + 54.0, b + 38.0),
            (l - 54.0, b + 38.0),
        ],
        47,
    );
    shadow(canvas, step.clone(), (10.0, 12.0), 8);
    gouache(canvas, step, LINEN.mix(MIST, 0.3), 47);
}
