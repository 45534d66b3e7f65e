//! A drawing on the bonnet of the van, held down by a mug and a tape.

use super::palette::{EMBER, GLOW, HAZE, NIGHT, SLAB, STEEL, TAG, YARD};
use super::sky::Sky;
use super::{logo, tape};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, hex, smooth};
use crate::draw::letters::lettering;
use crate::draw::noise;
use crate::draw::plane::Plane;
use crate::draw::shapes::{
    At, arc, blob, circle, cord, ellipse, line, polygon, rectangle, together,
};
use tiny_skia::Path;

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1200;
const SKY: Sky = Sky {
    horizon: 400.0,
    sun: (300.0, 286.0),
    radius: 66.0,
};
/// The corners of the sheet.
const SHEET: [At; 4] = [
    (520.0, 516.0),
    (1270.0, 470.0),
    (1508.0, 958.0),
    (286.0, 1066.0),
];
/// The slab on it, and the lines between the pieces of mesh.
const SLAB_PLAN: (f32, f32, f32, f32) = (0.13, 0.16, 0.74, 0.80);
const INK: Rgb = hex(0x0022_3A48);

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    SKY.paint(&mut canvas);
    site(&mut canvas);
    bonnet(&mut canvas);
    windscreen(&mut canvas);
    wing(&mut canvas);
    sheet(&mut canvas);
    pencil(&mut canvas);
    mug(&mut canvas);
    tape::case(&mut canvas, (1246.0, 760.0), 1.05);
    canvas.shade(|x, y, under| {
        let far = ((x - SKY.sun.0).powi(2) + (y - SKY.sun.1).powi(2)).sqrt();
        under
            .screen(GLOW, 0.24 * bell(far, 340.0))
            .screen(EMBER, 0.12 * bell(far, 800.0))
    });
    canvas
}

/// The site behind, out of focus.
fn site(canvas: &mut Canvas) {
    let tint = |share: f32| {
        move |x: f32, y: f32, _: Rgb| YARD.mix(SKY.at(x, y.min(SKY.horizon - 4.0)), share)
    };
    canvas.soft(rectangle(-40.0, 392.0, 1700.0, 200.0), 6, |x, y, _| {
        STEEL
            .mix(hex(0x0079_5D4E), 0.4)
            .mix(SLAB.mix(TAG, 0.62), 0.5 * bell(x - SKY.sun.0, 420.0))
            .lit(1.0 - 0.3 * smooth(400.0, 560.0, y))
    });
    let mut frame = Vec::new();
    for column in 0..6 {
        frame.extend(rectangle(960.0 + column as f32 * 118.0, 96.0, 20.0, 310.0));
    }
    for floor in [96.0, 200.0, 304.0] {
        frame.extend(rectangle(930.0, floor, 700.0, 19.0));
    }
    canvas.soft(frame, 4, tint(0.5));
    let crane: Vec<Path> = [
        rectangle(690.0, 26.0, 15.0, 380.0),
        rectangle(430.0, 62.0, 480.0, 8.0),
        line(&[(697.0, 24.0), (470.0, 62.0)], 4.0),
        line(&[(697.0, 24.0), (880.0, 62.0)], 4.0),
        rectangle(850.0, 70.0, 54.0, 30.0),
        rectangle(500.0, 66.0, 3.0, 110.0),
        rectangle(470.0, 176.0, 64.0, 9.0),
    ]
    .into_iter()
    .flatten()
    .collect();
    canvas.soft(crane, 3, tint(0.46));
    let hoarding: Vec<Path> = (0..5)
        .filter_map(|panel| rectangle(-40.0 + panel as f32 * 132.0, 330.0, 126.0, 92.0))
        .collect();
    canvas.soft(hoarding, 4, |x, y, under| {
        under.mix(YARD.mix(SKY.at(x, y.min(392.0)), 0.32), 0.92)
    });
    canvas.soft(rectangle(-40.0, 342.0, 660.0, 12.0), 3, |_, _, _| {
        TAG.mix(EMBER, 0.3)
    });
}

/// Dark blue paint with the sky in it; two creases run to the nose of the van.
fn bonnet(canvas: &mut Canvas) {
    let outline = blob(&[
        (-160.0, 560.0),
        (180.0, 474.0),
        (760.0, 428.0),
        (1340.0, 440.0),
        (1760.0, 520.0),
        (1900.0, 900.0),
        (1760.0, 1400.0),
        (-160.0, 1400.0),
        (-300.0, 900.0),
    ]);
    canvas.paint(outline, |x, y, _| {
        let edge = 430.0 + 0.000_12 * (x - 860.0) * (x - 860.0);
        let down = ((y - edge) / 700.0).max(0.0);
        let fleck = noise::value(x / 2.3, y / 2.3, 121) - 0.5;
        let mirrored = SKY.air(x * 0.9 + 60.0, 380.0 - down * 620.0);
        YARD.lit(0.86 + 0.03 * fleck)
            .mix(NIGHT, 0.35 * smooth(0.3, 1.0, down))
            .mix(mirrored, 0.55 * smooth(0.55, 0.0, down) + 0.07)
            .mix(
                GLOW,
                0.85 * bell(x - 330.0 + down * 60.0, 62.0 + 210.0 * down) * bell(down, 0.62),
            )
    });
    let edge: Vec<At> = (0..=32)
        .map(|step| {
            let x = step as f32 * 50.0;
            (x, 432.0 + 0.000_115 * (x - 860.0) * (x - 860.0))
        })
        .collect();
    canvas.paint(cord(&edge, 4.0), |x, _, under| {
        under.mix(GLOW, 0.35 + 0.6 * bell(x - 320.0, 460.0))
    });
    for crease in [
        [(236.0, 476.0), (150.0, 760.0), (-30.0, 1230.0)],
        [(1420.0, 462.0), (1540.0, 720.0), (1700.0, 1130.0)],
    ] {
        canvas.soft(cord(&crease, 16.0), 5, |_, y, under| {
            under.times(Rgb(0.62, 0.66, 0.72).mix(Rgb(0.9, 0.9, 0.9), smooth(1200.0, 500.0, y)))
        });
        let light: Vec<At> = crease.iter().map(|&(x, y)| (x - 10.0, y)).collect();
        canvas.soft(cord(&light, 5.0), 2, |_, y, under| {
            under.mix(HAZE.mix(GLOW, 0.5), 0.5 * smooth(1300.0, 450.0, y))
        });
    }
}

/// The foot of the windscreen on the right, with its wiper.
fn windscreen(canvas: &mut Canvas) {
    let scuttle = polygon(&[
        (1366.0, 446.0),
        (1420.0, 430.0),
        (1640.0, 560.0),
        (1640.0, 640.0),
    ]);
    canvas.fill(scuttle, NIGHT.lit(0.8));
    let glass = polygon(&[
        (1408.0, 436.0),
        (1520.0, 60.0),
        (1640.0, 40.0),
        (1640.0, 580.0),
    ]);
    canvas.paint(glass, |x, y, _| {
        let gleam = smooth(0.0, 30.0, x - 1470.0 + 0.3 * (y - 100.0))
            * smooth(100.0, 70.0, x - 1470.0 + 0.3 * (y - 100.0));
        NIGHT
            .mix(SKY.air(x - 900.0, y * 0.8), 0.42)
            .mix(GLOW, 0.22 * gleam)
            .mix(NIGHT, 0.6 * smooth(340.0, 560.0, y))
    });
    let pillar = line(&[(1408.0, 438.0), (1520.0, 58.0), (1660.0, 36.0)], 22.0);
    canvas.fill(pillar, YARD.lit(0.8));
    let light = line(&[(1401.0, 432.0), (1512.0, 56.0)], 3.0);
    canvas.wash(light, GLOW, 0.6);
    let wiper = together([
        line(&[(1450.0, 474.0), (1640.0, 420.0)], 7.0),
        line(&[(1470.0, 444.0), (1660.0, 392.0)], 4.0),
        circle(1452.0, 474.0, 10.0),
    ]);
    canvas.fill(wiper, NIGHT.lit(0.5));
}

/// The gap along the bonnet, the wing below it and the yellow stripe of the fleet.
fn wing(canvas: &mut Canvas) {
    let along = |drop: f32| -> Vec<At> {
        (0..=20)
            .map(|step| {
                let x = step as f32 * 90.0 - 100.0;
                (x, 1128.0 + drop - 0.000_05 * (x - 700.0) * (x - 700.0))
            })
            .collect()
    };
    let mut below = along(0.0);
    below.extend([(1700.0, 1300.0), (-100.0, 1300.0)]);
    canvas.paint(polygon(&below), |x, y, _| {
        YARD.lit(0.9)
            .mix(HAZE, 0.32 * bell(y - 1150.0, 26.0) * smooth(1500.0, 0.0, x))
            .mix(NIGHT, 0.5 * smooth(1140.0, 1200.0, y))
    });
    let mut stripe = along(44.0);
    stripe.extend([(1700.0, 1300.0), (-100.0, 1300.0)]);
    canvas.paint(polygon(&stripe), |x, _, _| {
        TAG.mix(EMBER, 0.2)
            .lit(1.0 - 0.35 * smooth(200.0, 1500.0, x))
    });
    canvas.fill(cord(&along(0.0), 6.0), NIGHT.lit(0.55));
    let light = along(-5.0);
    canvas.paint(cord(&light, 2.5), |x, _, under| {
        under.mix(GLOW, 0.55 * smooth(1400.0, 100.0, x))
    });
}

/// The sheet, folded in four once, with its plan.
fn sheet(canvas: &mut Canvas) {
    let plane = Plane::new(SHEET);
    let outline = plane.part(0.0, 0.0, 1.0, 1.0);
    canvas.cast(outline.clone(), (34.0, 26.0), 14, Rgb(0.34, 0.38, 0.46));
    canvas.cast(outline.clone(), (6.0, 7.0), 4, Rgb(0.6, 0.63, 0.68));
    canvas.paint(outline, |x, y, _| {
        let (u, v) = plane.under(x, y);
        let fold = |place: f32| {
            smooth(0.0, 0.10, place) * smooth(0.5, 0.1, place) * 0.07
                - smooth(0.0, -0.05, place) * smooth(-0.4, -0.05, place) * 0.07
        };
        let tooth = noise::value(x / 3.0, y / 3.0, 131) - 0.5;
        SLAB.lit(0.95 + fold(u - 0.5) + 0.6 * fold(v - 0.5) + 0.025 * tooth)
            .mix(hex(0x00FA_D9A0), 0.6 * smooth(1.3, 0.0, u + 0.4 * v))
            .mix(HAZE, 0.30 * smooth(0.3, 1.5, u + 0.3 * v))
    });
    for crease in [[(0.5, 0.0), (0.5, 1.0)], [(0.0, 0.5), (1.0, 0.5)]] {
        canvas.wash(line(&plane.places(&crease), 1.6), HAZE, 0.5);
    }
    plan(canvas, &plane);
}

fn plan(canvas: &mut Canvas, plane: &Plane) {
    let (left, top, right, bottom) = SLAB_PLAN;
    let at = |u: f32, v: f32| (left + (right - left) * u, top + (bottom - top) * v);
    let stretch = |from: At, to: At, width: f32| {
        line(&[plane.at(from.0, from.1), plane.at(to.0, to.1)], width)
    };
    // One piece is marked: it is the next to be laid.
    let (a, b) = (at(0.25, 0.5), at(0.5, 1.0));
    canvas.wash(plane.part(a.0, a.1, b.0, b.1), TAG, 0.85);
    let mut thin = Vec::new();
    for step in 1..32 {
        let (from, to) = (at(step as f32 / 32.0, 0.0), at(step as f32 / 32.0, 1.0));
        thin.push(stretch(from, to, 0.9));
    }
    for step in 1..16 {
        let (from, to) = (at(0.0, step as f32 / 16.0), at(1.0, step as f32 / 16.0));
        thin.push(stretch(from, to, 0.9));
    }
    canvas.wash(together(thin), INK, 0.34);
    let mut bold = Vec::new();
    for u in [0.0, 0.25, 0.5, 0.75, 1.0] {
        bold.push(stretch(
            at(u, 0.0),
            at(u, 1.0),
            if u % 1.0 == 0.0 { 5.0 } else { 3.0 },
        ));
    }
    for v in [0.0, 0.5, 1.0] {
        bold.push(stretch(
            at(0.0, v),
            at(1.0, v),
            if v % 1.0 == 0.0 { 5.0 } else { 3.0 },
        ));
    }
    // Dimension lines with their ticks.
    let (low, out) = (bottom + 0.07, left - 0.055);
    bold.push(stretch((left, low), (right, low), 2.0));
    bold.push(stretch((out, top), (out, bottom), 2.0));
    for u in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let x = at(u, 0.0).0;
        bold.push(stretch(
            (x - 0.008, low + 0.014),
            (x + 0.008, low - 0.014),
            2.6,
        ));
    }
    for v in [0.0, 0.5, 1.0] {
        let y = at(0.0, v).1;
        bold.push(stretch(
            (out - 0.008, y + 0.014),
            (out + 0.008, y - 0.014),
            2.6,
        ));
    }
    // The frame and the title block.
    bold.push(stretch((0.03, 0.045), (0.97, 0.045), 2.0));
    bold.push(stretch((0.97, 0.045), (0.97, 0.955), 2.0));
    bold.push(stretch((0.97, 0.955), (0.03, 0.955), 2.0));
    bold.push(stretch((0.03, 0.955), (0.03, 0.045), 2.0));
    bold.push(stretch((0.80, 0.045), (0.80, 0.955), 2.0));
    for row in 0..9 {
        let y = 0.16 + row as f32 * 0.062;
        bold.push(stretch((0.82, y), (0.95, y), 1.4));
        let text = if row == 0 {
            "MARK"
        } else {
            ["M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08"][row - 1]
        };
        bold.push(lettering(text, 1.8, |x, y0| {
            plane.at(0.825 + x * 0.011, y - 0.043 + y0 * 0.030)
        }));
        if row > 0 {
            bold.push(stretch(
                (0.885, y - 0.028),
                (0.935 + 0.01 * (row % 3) as f32, y - 0.028),
                2.0,
            ));
        }
    }
    for (index, text) in ["M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08"]
        .into_iter()
        .enumerate()
    {
        let (column, row) = (index % 4, index / 4);
        let (x, y) = at(column as f32 * 0.25 + 0.055, row as f32 * 0.5 + 0.19);
        bold.push(lettering(text, 4.2, |u, v| {
            plane.at(x + u * 0.024, y + v * 0.075)
        }));
    }
    for (index, text) in ["2400", "2400", "2400", "2400"].into_iter().enumerate() {
        let (x, _) = at(index as f32 * 0.25 + 0.085, 0.0);
        bold.push(lettering(text, 2.2, |u, v| {
            plane.at(x + u * 0.0115, low + 0.016 + v * 0.032)
        }));
    }
    canvas.wash(together(bold), INK, 0.9);
    let title = plane.part(0.82, 0.80, 0.95, 0.92);
    canvas.fill(title, YARD);
    let mark = lettering("A252", 3.2, |x, y| {
        plane.at(0.838 + x * 0.0185, 0.83 + y * 0.058)
    });
    canvas.fill(mark, SLAB);
}

fn pencil(canvas: &mut Canvas) {
    let (from, to): (At, At) = ((930.0, 905.0), (1190.0, 1012.0));
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let at = |t: f32, across: f32| {
        (
            from.0 + dx * t - across * 0.38,
            from.1 + dy * t + across * 0.92,
        )
    };
    let part = |a: f32, b: f32, top: f32, low: f32| {
        polygon(&[at(a, top), at(b, top), at(b, low), at(a, low)])
    };
    let tip = polygon(&[at(0.16, -9.0), at(0.16, 9.0), at(0.0, 1.0), at(0.0, -1.0)]);
    canvas.cast(
        together([part(0.16, 1.0, -9.0, 9.0), tip.clone()]),
        (16.0, 10.0),
        4,
        Rgb(0.52, 0.55, 0.62),
    );
    canvas.fill(part(0.16, 1.0, -9.0, -3.0), YARD.mix(HAZE, 0.5));
    canvas.fill(part(0.16, 1.0, -3.0, 4.0), YARD.mix(HAZE, 0.15));
    canvas.fill(part(0.16, 1.0, 4.0, 9.0), NIGHT);
    canvas.fill(part(0.93, 1.0, -9.0, 9.0), TAG);
    canvas.fill(tip, hex(0x00E4_C08A));
    canvas.fill(
        polygon(&[
            at(0.05, -3.2),
            at(0.05, 3.2),
            at(-0.01, 1.0),
            at(-0.01, -1.0),
        ]),
        NIGHT,
    );
}

/// An enamel mug with the mark, steam over it.
fn mug(canvas: &mut Canvas) {
    let (x, top, bottom, rx) = (420.0, 540.0, 742.0, 104.0);
    let shadow = polygon(&[
        (x - 80.0, bottom),
        (x + 90.0, bottom - 16.0),
        (x + 420.0, bottom + 150.0),
        (x + 270.0, bottom + 196.0),
    ]);
    canvas.soft(shadow, 14, |_, _, under| under.times(Rgb(0.50, 0.52, 0.56)));
    let handle = arc(
        (x - rx - 6.0, (top + bottom) / 2.0),
        (52.0, 58.0),
        1.35,
        4.95,
    );
    canvas.paint(cord(&handle, 21.0), |px, _, _| {
        SLAB.lit(0.84)
            .mix(GLOW, 0.6 * smooth(x - 100.0, x - 170.0, px))
    });
    let mut body = arc(
        (x, bottom - 30.0),
        (rx * 0.93, 34.0),
        0.0,
        std::f32::consts::PI,
    );
    body.extend([(x - rx, top), (x + rx, top)]);
    canvas.paint(polygon(&body), |px, py, _| {
        let u = (px - x) / rx;
        SLAB.mix(hex(0x00FA_D9A0), 0.7 * smooth(0.2, -0.8, u))
            .mix(YARD, 0.52 * smooth(-0.1, 1.0, u))
            .mix(HAZE, 0.4 * smooth(0.8, 1.0, u))
            .mix(YARD, 0.15 * smooth(bottom - 40.0, bottom, py))
    });
    canvas.fill(ellipse(x, top, rx, 34.0), YARD);
    canvas.paint(ellipse(x, top + 1.0, rx - 7.0, 28.0), |px, _, _| {
        SLAB.lit(0.62)
            .mix(GLOW, 0.3 * smooth(x - 90.0, x + 90.0, px))
    });
    canvas.within(ellipse(x, top + 1.0, rx - 7.0, 28.0), |canvas| {
        canvas.paint(ellipse(x, top + 16.0, rx - 14.0, 26.0), |px, _, _| {
            hex(0x003A_2418).mix(EMBER, 0.35 * smooth(x + 30.0, x - 90.0, px))
        });
    });
    canvas.soft(circle(x + 34.0, top + 100.0, 44.0), 1, |_, _, _| YARD);
    logo::mark(canvas, (x + 6.0, top + 80.0), 40.0);
    for (shift, sway) in [(-22.0, 20.0), (26.0, -16.0)] {
        let steam: Vec<At> = (0..9)
            .map(|step| {
                let up = step as f32 * 30.0;
                (x + shift + sway * (up / 46.0 + shift).sin(), top + 4.0 - up)
            })
            .collect();
        canvas.soft(cord(&steam, 16.0), 14, |_, y, under| {
            under.screen(SLAB, 0.5 * smooth(top - 240.0, top - 20.0, y))
        });
    }
}
