//! A linen dress on its hanger beside a window.

use super::brush::{cut, gouache, modeled, shadow, sunlight, timber, tones, wall};
use super::palette::{BARK, CLAY, CREAM, INDIGO, LINEN, MIST, MOSS, OAT, OCHRE, SAND, WOOD};
use super::things::{dress, plant, pot};
use crate::draw::canvas::Canvas;
use crate::draw::color::smooth;
use crate::draw::noise;
use crate::draw::shapes::{At, arc, circle, cord, line, rectangle};

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 1600;
/// The opening of the window: left, top, width, height.
const OPENING: (f32, f32, f32, f32) = (70.0, 190.0, 380.0, 800.0);
const FLOOR: f32 = 1372.0;

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    wall(&mut canvas, CLAY.mix(SAND, 0.58), (420.0, 420.0), 3);
    sunlight(&mut canvas, (560.0, 330.0), (300.0, 310.0), (2, 3));
    floor(&mut canvas);
    window(&mut canvas);
    rail(&mut canvas);
    let place = |u: f32, v: f32| (836.0 + u * 312.0, 396.0 + v * 880.0);
    let outline: Vec<At> = [
        (-0.36, 0.02),
        (0.36, 0.02),
        (0.4, 0.3),
        (0.8, 1.0),
        (-0.8, 1.0),
        (-0.4, 0.3),
    ]
    .into_iter()
    .map(|(u, v)| place(u, v))
    .collect();
    shadow(&mut canvas, cut(&outline, 5), (54.0, 34.0), 18);
    dress(&mut canvas, OAT.mix(LINEN, 0.45), 17, place);
    basket(&mut canvas);
    canvas
}

fn floor(canvas: &mut Canvas) {
    timber(
        canvas,
        rectangle(0.0, FLOOR, 1200.0, 240.0),
        WOOD.mix(SAND, 0.35),
        21,
    );
    for (row, y) in [
        (0, FLOOR),
        (1, FLOOR + 52.0),
        (2, FLOOR + 122.0),
        (3, FLOOR + 204.0),
    ] {
        canvas.wash(line(&[(0.0, y), (1200.0, y + 2.0)], 3.0), BARK, 0.45);
        for joint in 0..3 {
            let x = 180.0 + joint as f32 * 430.0 + (row % 2) as f32 * 210.0;
            canvas.wash(line(&[(x, y), (x - 16.0, y + 70.0)], 2.4), BARK, 0.35);
        }
    }
    gouache(
        canvas,
        cut(
            &[
                (-10.0, FLOOR - 74.0),
                (1210.0, FLOOR - 74.0),
                (1210.0, FLOOR),
                (-10.0, FLOOR),
            ],
            23,
        ),
        LINEN,
        23,
    );
    canvas.wash(
        line(&[(0.0, FLOOR - 60.0), (1200.0, FLOOR - 60.0)], 3.0),
        BARK,
        0.25,
    );
    canvas.soft(
        cut(
            &[
                (120.0, FLOOR + 40.0),
                (560.0, FLOOR + 24.0),
                (860.0, 1620.0),
                (260.0, 1620.0),
            ],
            24,
        ),
        8,
        |_, _, under| under.mix(CREAM, 0.34),
    );
}

fn window(canvas: &mut Canvas) {
    let (x, y, w, h) = OPENING;
    let reveal = cut(
        &[
            (x - 46.0, y - 46.0),
            (x + w + 46.0, y - 46.0),
            (x + w + 46.0, y + h + 20.0),
            (x - 46.0, y + h + 20.0),
        ],
        31,
    );
    shadow(canvas, reveal.clone(), (12.0, 14.0), 10);
    gouache(canvas, reveal, CREAM, 31);
    canvas.paint(rectangle(x, y, w, h), |px, py, _| {
        let cloud = noise::cloud(px / 210.0, py / 70.0, 33);
        MIST.mix(CREAM, 0.45 + 0.5 * smooth(0.42, 0.62, cloud))
            .mix(CREAM, 0.5 * smooth(y, y + h, py))
    });
    canvas.within(rectangle(x, y, w, h), |canvas| {
        for (row, (top, tone)) in [
            (560.0, MOSS.mix(MIST, 0.5)),
            (680.0, MOSS.mix(CREAM, 0.25)),
            (800.0, MOSS),
        ]
        .into_iter()
        .enumerate()
        {
            let mut hill = vec![(x + w + 10.0, y + h + 10.0), (x - 10.0, y + h + 10.0)];
            hill.extend((0..=20).map(|step| {
                let px = x - 10.0 + step as f32 * 20.0;
                (px, top + 90.0 * noise::value(px / 130.0, row as f32, 35))
            }));
            gouache(canvas, cut(&hill, 36), tone, 36 + row as u32);
        }
        for tree in 0..5 {
            let px = x + 24.0 + tree as f32 * 92.0;
            let py = 720.0 + 60.0 * noise::hash(tree, 1, 5);
            canvas.fill(line(&[(px, py), (px, py + 60.0)], 7.0), BARK);
            modeled(
                canvas,
                circle(px, py - 20.0, 46.0),
                tones(MOSS),
                39,
                |qx, qy| 0.5 - 0.008 * ((qx - px) + (qy - py)),
            );
        }
    });
    let bars = [
        (x - 14.0, y - 14.0, w + 28.0, 20.0),
        (x - 14.0, y + h - 12.0, w + 28.0, 24.0),
        (x - 14.0, y, 20.0, h),
        (x + w - 6.0, y, 20.0, h),
        (x + w / 2.0 - 9.0, y, 18.0, h),
        (x, y + h * 0.33, w, 14.0),
        (x, y + h * 0.67, w, 14.0),
    ];
    for (index, (l, t, bw, bh)) in bars.into_iter().enumerate() {
        let bar = cut(
            &[(l, t), (l + bw, t), (l + bw, t + bh), (l, t + bh)],
            40 + index as u32,
        );
        shadow(canvas, bar.clone(), (4.0, 4.0), 2);
        gouache(canvas, bar, LINEN.mix(CREAM, 0.4), 41);
    }
    let sill = [
        (x - 70.0, y + h + 14.0),
        (x + w + 70.0, y + h + 14.0),
        (x + w + 70.0, y + h + 50.0),
        (x - 70.0, y + h + 50.0),
    ];
    shadow(canvas, cut(&sill, 45), (10.0, 20.0), 12);
    gouache(canvas, cut(&sill, 45), LINEN, 45);
    canvas.wash(
        line(
            &[(x - 66.0, y + h + 18.0), (x + w + 66.0, y + h + 18.0)],
            5.0,
        ),
        CREAM,
        0.9,
    );
    plant(canvas, (x + 286.0, y + h - 104.0), 250.0, 7);
    pot(
        canvas,
        (x + 286.0, y + h + 18.0),
        (150.0, 136.0),
        INDIGO.mix(MIST, 0.25),
        47,
    );
    // A curtain drawn to the left.
    let curtain = [
        (-10.0, 96.0),
        (150.0, 96.0),
        (132.0, 500.0),
        (96.0, 900.0),
        (120.0, 1300.0),
        (-10.0, 1300.0),
    ];
    shadow(canvas, cut(&curtain, 48), (16.0, 6.0), 10);
    modeled(
        canvas,
        cut(&curtain, 48),
        [SAND, LINEN, CREAM],
        48,
        |px, py| 0.5 + 0.42 * ((px + 0.03 * py) / 15.0).sin(),
    );
    let rod = cut(
        &[(-10.0, 84.0), (560.0, 84.0), (560.0, 100.0), (-10.0, 100.0)],
        49,
    );
    shadow(canvas, rod.clone(), (6.0, 16.0), 6);
    timber(canvas, rod, BARK.mix(WOOD, 0.5), 49);
    canvas.fill(circle(566.0, 92.0, 17.0), BARK.mix(WOOD, 0.4));
}

/// A rail with pegs; the hanger hangs from one.
fn rail(canvas: &mut Canvas) {
    let board = cut(
        &[
            (640.0, 232.0),
            (1210.0, 232.0),
            (1210.0, 292.0),
            (640.0, 292.0),
        ],
        51,
    );
    shadow(canvas, board.clone(), (12.0, 14.0), 8);
    timber(canvas, board, WOOD.mix(CREAM, 0.2), 51);
    canvas.wash(line(&[(642.0, 236.0), (1200.0, 236.0)], 4.0), CREAM, 0.5);
    for x in [700.0, 836.0, 972.0, 1108.0] {
        let peg = circle(x, 264.0, 17.0);
        shadow(canvas, peg.clone(), (12.0, 14.0), 5);
        canvas.fill(peg, WOOD.lit(0.82));
        canvas.fill(circle(x - 3.0, 260.0, 11.0), WOOD.mix(CREAM, 0.35));
    }
    let mut hook = arc((836.0, 282.0), (24.0, 26.0), 3.6, 7.4);
    hook.extend([(842.0, 330.0), (836.0, 376.0)]);
    canvas.fill(cord(&hook, 7.0), BARK);
    canvas.fill(
        cord(
            &[
                (728.0, 424.0),
                (780.0, 390.0),
                (836.0, 374.0),
                (892.0, 390.0),
                (944.0, 424.0),
            ],
            19.0,
        ),
        WOOD.lit(0.9),
    );
    canvas.wash(
        cord(
            &[
                (732.0, 418.0),
                (780.0, 386.0),
                (836.0, 370.0),
                (890.0, 386.0),
            ],
            5.0,
        ),
        CREAM,
        0.5,
    );
    // A bag of cloth on the last peg.
    canvas.fill(
        cord(&[(1108.0, 268.0), (1086.0, 400.0), (1078.0, 520.0)], 8.0),
        OCHRE.lit(0.8),
    );
    canvas.fill(
        cord(&[(1108.0, 268.0), (1136.0, 400.0), (1160.0, 520.0)], 8.0),
        OCHRE.lit(0.8),
    );
    let bag = cut(
        &[
            (1040.0, 512.0),
            (1196.0, 508.0),
            (1220.0, 800.0),
            (1024.0, 806.0),
        ],
        55,
    );
    shadow(canvas, bag.clone(), (20.0, 22.0), 12);
    modeled(canvas, bag, tones(OCHRE), 55, |px, py| {
        0.7 - 0.003 * (px - 1040.0) - 0.0004 * (py - 512.0)
    });
}

/// A basket with folded cloth on the floor.
fn basket(canvas: &mut Canvas) {
    for (index, (tone, lift)) in [(INDIGO, 0.0), (LINEN, 38.0), (MOSS, 74.0)]
        .into_iter()
        .enumerate()
    {
        let y = 1356.0 - lift;
        let fold = cut(
            &[
                (186.0 + 6.0 * index as f32, y - 40.0),
                (452.0 - 10.0 * index as f32, y - 44.0),
                (462.0, y + 4.0),
                (178.0, y + 4.0),
            ],
            70 + index as u32,
        );
        modeled(canvas, fold, tones(tone), 71, |px, _| {
            0.8 - 0.0022 * (px - 180.0)
        });
        canvas.wash(
            line(&[(190.0, y - 14.0), (452.0, y - 16.0)], 3.0),
            BARK,
            0.4,
        );
    }
    let body = [
        (150.0, 1352.0),
        (490.0, 1352.0),
        (462.0, 1530.0),
        (180.0, 1530.0),
    ];
    shadow(canvas, cut(&body, 75), (40.0, 16.0), 16);
    let weave = |x: f32, y: f32| {
        let (u, v) = ((x - 150.0) / 26.0, (y - 1352.0) / 15.0);
        let over = (u.floor() + v.floor()).rem_euclid(2.0);
        let round = 1.0 - ((v - v.floor()) - 0.5).abs() * 2.0;
        0.22 + 0.34 * over + 0.34 * round - 0.0012 * (x - 150.0)
    };
    modeled(
        canvas,
        cut(&body, 75),
        [BARK, WOOD, WOOD.mix(CREAM, 0.4)],
        75,
        weave,
    );
    canvas.fill(
        cord(&[(146.0, 1354.0), (320.0, 1360.0), (494.0, 1354.0)], 20.0),
        WOOD.lit(0.85),
    );
    canvas.wash(
        cord(&[(150.0, 1350.0), (320.0, 1355.0), (480.0, 1350.0)], 6.0),
        CREAM,
        0.45,
    );
}
