//! A sleeve with a patch, sewn on in rows of running stitches.

use super::brush::{bristle, cloth, cut, shadow, tones, weave};
use super::palette::{BARK, CLAY, CREAM, INDIGO, LINEN, MIST, OCHRE, SAND, SHADE};
use super::things::{button, needle, spool};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, smooth};
use crate::draw::noise;
use crate::draw::shapes::{At, blob, circle, cord, line};
use tiny_skia::Path;

const SIDE: u32 = 1600;
/// The sleeve lies from the upper left to the lower right: its middle, and the direction of its length.
const MIDDLE: At = (720.0, 800.0);
const ALONG: At = (0.848, 0.530);
/// Half the size of the patch.
const PATCH: At = (262.0, 196.0);

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(SIDE, SIDE);
    cloth(&mut canvas, LINEN.mix(SAND, 0.30), 3);
    sleeve(&mut canvas);
    cuff(&mut canvas);
    patch(&mut canvas);
    tools(&mut canvas);
    canvas.shade(|x, y, under| {
        let far = ((x - 260.0).powi(2) + (y - 120.0).powi(2)).sqrt();
        under
            .screen(CREAM, 0.12 * bell(far, 800.0))
            .times(Rgb(1.0, 1.0, 1.0).mix(SHADE, 0.45 * smooth(1100.0, 2200.0, far)))
    });
    canvas
}

/// A place of the sleeve: along it and across it, in pixels from its middle.
fn on(along: f32, across: f32) -> At {
    (
        MIDDLE.0 + along * ALONG.0 - across * ALONG.1,
        MIDDLE.1 + along * ALONG.1 + across * ALONG.0,
    )
}

/// The place of the sleeve that a pixel shows.
fn back(x: f32, y: f32) -> At {
    let (dx, dy) = (x - MIDDLE.0, y - MIDDLE.1);
    (dx * ALONG.0 + dy * ALONG.1, dy * ALONG.0 - dx * ALONG.1)
}

fn shape(places: &[At]) -> Option<Path> {
    let places: Vec<At> = places.iter().map(|&(a, b)| on(a, b)).collect();
    blob(&places)
}

/// Twill: fine ridges across the threads.
fn twill(x: f32, y: f32, seed: u32) -> f32 {
    let (a, b) = back(x, y);
    let ridge = ((a * 0.8 + b) / 9.0).fract().rem_euclid(1.0);
    (ridge - 0.5).abs() * 2.0 - 0.5 + 0.5 * weave(a, b, 5.0, seed)
}

fn sleeve(canvas: &mut Canvas) {
    let outline = shape(&[
        (-1300.0, -420.0),
        (-700.0, -396.0),
        (-200.0, -352.0),
        (300.0, -300.0),
        (560.0, -268.0),
        (586.0, 0.0),
        (560.0, 262.0),
        (300.0, 300.0),
        (-200.0, 366.0),
        (-700.0, 420.0),
        (-1300.0, 470.0),
    ]);
    canvas.cast(outline.clone(), (34.0, 44.0), 24, Rgb(0.56, 0.48, 0.48));
    canvas.cast(outline.clone(), (9.0, 12.0), 6, Rgb(0.66, 0.58, 0.58));
    let [dark, plain, _] = tones(INDIGO);
    canvas.paint(outline.clone(), |x, y, _| {
        let (a, b) = back(x, y);
        let half = 350.0 - 0.09 * a;
        let round = b / half;
        let fold = noise::cloud(a / 300.0 + 0.4 * b / 300.0, b / 160.0, 7) - 0.5;
        let level = 0.62 - 0.5 * smooth(0.35, 1.05, round) - 0.26 * smooth(-0.86, -1.05, round)
            + 0.9 * fold;
        let worn = smooth(0.10, 0.34, fold + 0.10 * bristle(x, y, 8));
        dark.lit(0.82)
            .mix(plain, smooth(0.12, 0.46, level))
            .mix(
                INDIGO.mix(MIST, 0.36),
                0.6 * smooth(0.50, 0.86, level) + 0.25 * worn,
            )
            .lit(1.0 + 0.16 * twill(x, y, 9))
    });
    canvas.within(outline, |canvas| {
        for (from, to, bend) in [
            ((-620.0, -330.0), (-330.0, -60.0), 46.0),
            ((-700.0, 330.0), (-380.0, 120.0), -40.0),
            ((330.0, 262.0), (420.0, 40.0), 30.0),
            ((360.0, -262.0), (440.0, -90.0), -26.0),
        ] {
            let middle = on((from.0 + to.0) / 2.0 + bend, (from.1 + to.1) / 2.0 + bend);
            let way = [on(from.0, from.1), middle, on(to.0, to.1)];
            canvas.soft(cord(&way, 24.0), 9, |_, _, under| {
                under.times(Rgb(0.66, 0.66, 0.74))
            });
            let light: Vec<At> = way.iter().map(|&(x, y)| (x - 18.0, y - 15.0)).collect();
            canvas.soft(cord(&light, 14.0), 7, |_, _, under| under.mix(MIST, 0.26));
        }
        // The seam runs along the lower side.
        let seam = [
            on(-1250.0, 330.0),
            on(-600.0, 300.0),
            on(0.0, 246.0),
            on(560.0, 196.0),
        ];
        canvas.wash(cord(&seam, 6.0), dark.lit(0.6), 0.8);
        stitches(
            canvas,
            &|t| {
                (
                    -1200.0 + 1750.0 * t,
                    306.0 - 0.062 * (-1200.0 + 1750.0 * t) - 60.0,
                )
            },
            62,
            OCHRE.mix(SAND, 0.4),
            5.0,
        );
    });
}

/// Stitches along a line of the sleeve: a thread up, a gap, a thread up.
fn stitches(canvas: &mut Canvas, way: &dyn Fn(f32) -> At, count: usize, color: Rgb, width: f32) {
    for index in 0..count {
        let wobble = |k: i32| (noise::hash(index as i32, k, 77) - 0.5) * 0.10;
        let step = 1.0 / count as f32;
        let (from, to) = (
            way((index as f32 + 0.18 + wobble(1)) * step),
            way((index as f32 + 0.80 + wobble(2)) * step),
        );
        let (from, to) = (on(from.0, from.1), on(to.0, to.1));
        canvas.wash(
            line(
                &[(from.0 + 2.5, from.1 + 4.0), (to.0 + 2.5, to.1 + 4.0)],
                width,
            ),
            BARK,
            0.42,
        );
        canvas.fill(line(&[from, to], width), color);
        canvas.wash(
            line(
                &[(from.0 - 0.6, from.1 - 1.4), (to.0 - 0.6, to.1 - 1.4)],
                width * 0.36,
            ),
            CREAM,
            0.7,
        );
    }
}

fn cuff(canvas: &mut Canvas) {
    let corners: Vec<At> = [
        (524.0, -290.0),
        (742.0, -276.0),
        (760.0, -258.0),
        (764.0, 250.0),
        (746.0, 270.0),
        (524.0, 286.0),
    ]
    .into_iter()
    .map(|(a, b)| on(a, b))
    .collect();
    let band = cut(&corners, 13);
    canvas.cast(band.clone(), (22.0, 30.0), 14, Rgb(0.60, 0.52, 0.54));
    let [dark, plain, _] = tones(INDIGO);
    canvas.paint(band, |x, y, _| {
        let (a, b) = back(x, y);
        let level = 0.62 - 0.5 * smooth(60.0, 300.0, b) + 0.2 * bell(a - 560.0, 36.0)
            - 0.25 * smooth(700.0, 770.0, a);
        dark.mix(plain, smooth(0.1, 0.4, level))
            .mix(INDIGO.mix(MIST, 0.4), 0.6 * smooth(0.48, 0.8, level))
            .lit(1.0 + 0.16 * twill(x, y, 11))
    });
    for along in [548.0, 736.0] {
        stitches(
            canvas,
            &|t| (along, -262.0 + 524.0 * t),
            26,
            OCHRE.mix(SAND, 0.4),
            5.0,
        );
    }
    let hole = [on(602.0, 96.0), on(690.0, 96.0)];
    canvas.fill(line(&hole, 15.0), dark.lit(0.5));
    let (x, y) = on(644.0, 96.0);
    button(canvas, (x, y), 46.0, SAND, 14);
}

/// Clay-colored cloth with rows of cream stitches; two rows run over its edge.
fn patch(canvas: &mut Canvas) {
    let (w, h) = PATCH;
    let turn = |a: f32, b: f32| (-70.0 + a * 0.995 - b * 0.10, -14.0 + b * 0.995 + a * 0.10);
    let corners: Vec<At> = [(-w, -h), (w, -h), (w, h), (-w, h)]
        .into_iter()
        .map(|(a, b)| {
            let (a, b) = turn(a, b);
            on(a, b)
        })
        .collect();
    let piece = cut(&corners, 21);
    canvas.cast(piece.clone(), (9.0, 12.0), 6, Rgb(0.5, 0.46, 0.52));
    let [dark, plain, light] = tones(CLAY);
    canvas.paint(piece, |x, y, _| {
        let (a, b) = back(x, y);
        let fold = noise::cloud(a / 210.0, b / 150.0, 23) - 0.5;
        let edge = bell((a + 70.0).abs() - w, 16.0).max(bell((b + 14.0).abs() - h, 14.0));
        dark.mix(plain, smooth(-0.22, -0.02, fold))
            .mix(light, 0.7 * smooth(0.04, 0.26, fold) + 0.24 * edge)
            .lit(1.0 + 0.16 * weave(a, b, 7.0, 24))
    });
    for row in 0..11 {
        let b = -h - 16.0 + row as f32 * (2.0 * h + 32.0) / 10.0;
        let over = if row % 2 == 0 { 46.0 } else { 18.0 };
        stitches(
            canvas,
            &|t| {
                turn(
                    -w - over + (2.0 * w + 2.0 * over) * t,
                    b + 3.0 * (t * 12.0 + b).sin(),
                )
            },
            20,
            CREAM,
            7.5,
        );
    }
    for side in [-1.0, 1.0] {
        stitches(
            canvas,
            &|t| turn(side * (w - 16.0), -h + 2.0 * h * t),
            15,
            CREAM,
            6.0,
        );
    }
}

/// The needle still in the thread, a spool, a few pins.
fn tools(canvas: &mut Canvas) {
    let start = {
        let (a, b) = (228.0, 236.0);
        on(a, b)
    };
    let way = [
        start,
        (start.0 + 60.0, start.1 + 120.0),
        (700.0, 1330.0),
        (800.0, 1440.0),
        (960.0, 1410.0),
        (1010.0, 1318.0),
    ];
    let below: Vec<At> = way.iter().map(|&(x, y)| (x + 7.0, y + 10.0)).collect();
    canvas.soft(cord(&below, 7.0), 3, |_, _, under| under.times(SHADE));
    canvas.fill(cord(&way, 6.0), CREAM);
    canvas.wash(cord(&way, 1.8), SAND, 0.8);
    needle(canvas, (1010.0, 1314.0), (1180.0, 1170.0));
    spool(
        canvas,
        (1346.0, 470.0),
        (170.0, 262.0),
        CREAM.mix(SAND, 0.25),
        41,
    );
    for (x, y, color) in [
        (1180.0, 238.0, CLAY),
        (1098.0, 312.0, OCHRE),
        (350.0, 1330.0, INDIGO),
    ] {
        let tip = (x + 86.0, y + 96.0);
        shadow(canvas, line(&[(x, y), tip], 4.0), (8.0, 10.0), 3);
        canvas.fill(line(&[(x, y), tip], 3.6), MIST.lit(0.8));
        canvas.fill(circle(x, y, 13.0), color);
        canvas.wash(circle(x - 4.0, y - 4.0, 4.5), CREAM, 0.8);
    }
}
