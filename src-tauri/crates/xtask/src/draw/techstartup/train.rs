//! A laptop on a train table by the window, fields outside.

use super::palette::{GRAPHITE, GRAY, GREEN, MIST, NIGHT, SLATE, WHITE};
use super::pen::{BOLD, FINE, grid, outlined, outlined_in, shade, trace};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, hex, smooth};
use crate::draw::noise;
use crate::draw::plane::Plane;
use crate::draw::shapes::{
    At, blob, circle, curve, ellipse, line, polygon, rectangle, rounded, stroke, together,
};

const WIDTH: u32 = 1800;
const HEIGHT: u32 = 1200;
/// The window: left, top, width, height.
const WINDOW: (f32, f32, f32, f32) = (170.0, 110.0, 1460.0, 640.0);
const HORIZON: f32 = 452.0;
const FIELD: Rgb = hex(0x00C4_DFD3);

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    grid(&mut canvas, MIST.mix(WHITE, 0.4), GRAY, 0.30);
    let (x, y, w, h) = WINDOW;
    outlined(
        &mut canvas,
        rounded(x - 44.0, y - 44.0, w + 88.0, h + 88.0, 96.0),
        GRAY,
    );
    canvas.within(rounded(x, y, w, h, 62.0), country);
    outlined_in(
        &mut canvas,
        rounded(x, y, w, h, 62.0).and_then(|path| stroke(&path, 10.0)),
        GRAPHITE,
        GRAPHITE,
        1.0,
    );
    // The blind, half a hand down, and the reflection of the carriage.
    outlined(
        &mut canvas,
        rounded(x - 4.0, y - 22.0, w + 8.0, 62.0, 16.0),
        WHITE,
    );
    trace(
        &mut canvas,
        &[(x + 20.0, y + 22.0), (x + w - 20.0, y + 22.0)],
        FINE,
        SLATE,
    );
    canvas.within(
        rounded(x + 8.0, y + 44.0, w - 16.0, h - 52.0, 54.0),
        |canvas| {
            canvas.shade(|px, py, under| {
                let slant = px + 0.6 * py;
                let band = smooth(640.0, 643.0, slant) * smooth(800.0, 797.0, slant)
                    + smooth(830.0, 833.0, slant) * smooth(880.0, 877.0, slant);
                under.mix(WHITE, 0.34 * band)
            });
        },
    );
    wall(&mut canvas);
    table(&mut canvas);
    cup(&mut canvas);
    laptop(&mut canvas);
    seats(&mut canvas);
    canvas
}

/// Hills, fields that run to the horizon, a line of poles, and a wood.
fn country(canvas: &mut Canvas) {
    canvas.shade(|_, y, _| WHITE.mix(hex(0x00DD_E6E8), smooth(110.0, HORIZON, y)));
    for (x, y, size) in [
        (360.0, 236.0, 1.0),
        (880.0, 300.0, 0.7),
        (1330.0, 226.0, 1.1),
    ] {
        let cloud: Vec<At> = [
            (-120.0, 20.0),
            (-104.0, -14.0),
            (-58.0, -18.0),
            (-30.0, -52.0),
            (26.0, -50.0),
            (52.0, -20.0),
            (98.0, -22.0),
            (124.0, 16.0),
            (0.0, 26.0),
        ]
        .into_iter()
        .map(|(dx, dy)| (x + dx * size, y + dy * size))
        .collect();
        outlined_in(canvas, blob(&cloud), WHITE, SLATE, 2.4);
    }
    for (high, stretch, seed, color) in [(120.0, 520.0, 4, MIST), (66.0, 300.0, 9, GRAY)] {
        let mut ridge = vec![(1700.0, HORIZON + 4.0), (100.0, HORIZON + 4.0)];
        ridge.extend((0..=66).map(|step| {
            let x = 100.0 + step as f32 * 25.0;
            (
                x,
                HORIZON - high * (0.2 + 0.8 * noise::value(x / stretch, 0.5, seed)),
            )
        }));
        outlined_in(canvas, polygon(&ridge), color, SLATE, 2.4);
    }
    canvas.fill(rectangle(100.0, HORIZON, 1600.0, 400.0), FIELD);
    // Furrows run to one place on the horizon; every field has its own color.
    let eye = (1120.0, HORIZON);
    let foot = |index: i32| (eye.0 + (index as f32 - 9.0) * 330.0, 800.0);
    for index in 0..18 {
        let color = [FIELD, WHITE, GREEN.mix(WHITE, 0.45), MIST][(index * 5 % 7 % 4) as usize];
        canvas.fill(polygon(&[eye, foot(index), foot(index + 1)]), color);
        for furrow in 0..4 {
            let t = furrow as f32 / 4.0;
            let (a, b) = (foot(index), foot(index + 1));
            let place = (a.0 + (b.0 - a.0) * t, a.1);
            let width = if furrow == 0 { 3.0 } else { 1.4 };
            canvas.wash(
                line(&[eye, place], width),
                if furrow == 0 { GRAPHITE } else { SLATE },
                0.8,
            );
        }
    }
    let hedges = [
        (HORIZON + 16.0, 9.0),
        (HORIZON + 60.0, 16.0),
        (HORIZON + 152.0, 26.0),
    ];
    for (row, (y, size)) in hedges.into_iter().enumerate() {
        let mut path = vec![(1700.0, y + size * 0.4), (100.0, y + size * 0.4)];
        path.extend((0..=90).map(|step| {
            let x = 100.0 + step as f32 * 18.0;
            (x, y - size * noise::hash(step, row as i32, 12))
        }));
        outlined_in(canvas, blob(&path), GREEN.mix(GRAY, 0.35), GRAPHITE, 2.4);
    }
    outlined_in(
        canvas,
        rectangle(100.0, HORIZON - 3.0, 1600.0, 5.0),
        GRAPHITE,
        GRAPHITE,
        0.5,
    );
    // A barn and trees.
    outlined_in(
        canvas,
        polygon(&[
            (452.0, HORIZON),
            (452.0, 412.0),
            (490.0, 384.0),
            (592.0, 384.0),
            (630.0, 412.0),
            (630.0, HORIZON),
        ]),
        WHITE,
        GRAPHITE,
        3.0,
    );
    outlined_in(
        canvas,
        polygon(&[
            (440.0, 416.0),
            (486.0, 380.0),
            (596.0, 380.0),
            (642.0, 416.0),
        ]),
        SLATE,
        GRAPHITE,
        3.0,
    );
    outlined_in(
        canvas,
        rectangle(520.0, 424.0, 44.0, 28.0),
        GRAPHITE,
        GRAPHITE,
        2.0,
    );
    for (x, size) in [
        (330.0, 1.0),
        (382.0, 0.8),
        (690.0, 0.9),
        (1480.0, 1.1),
        (1540.0, 0.8),
    ] {
        trace(
            canvas,
            &[(x, HORIZON + 4.0), (x, HORIZON - 50.0 * size)],
            5.0,
            GRAPHITE,
        );
        outlined_in(
            canvas,
            ellipse(x, HORIZON - 66.0 * size, 26.0 * size, 42.0 * size),
            GREEN.mix(GRAY, 0.25),
            GRAPHITE,
            3.0,
        );
    }
    // Poles beside the track pass too fast to be sharp.
    for x in [238.0, 1560.0] {
        canvas.wash(rectangle(x, 100.0, 34.0, 700.0), GRAPHITE, 0.22);
        canvas.wash(rectangle(x + 10.0, 100.0, 14.0, 700.0), GRAPHITE, 0.75);
    }
    for (y, sag) in [(186.0, 40.0), (214.0, 44.0)] {
        let wire = [
            (100.0, y + 10.0),
            (254.0, y - 10.0),
            (900.0, y + sag),
            (1576.0, y - 10.0),
            (1720.0, y + 8.0),
        ];
        canvas.fill(curve(&wire).and_then(|path| stroke(&path, 2.4)), GRAPHITE);
    }
}

/// The ledge and the heater under the window.
fn wall(canvas: &mut Canvas) {
    outlined(canvas, rectangle(-10.0, 806.0, 1820.0, 26.0), WHITE);
    canvas.fill(rectangle(0.0, 834.0, 1800.0, 400.0), GRAY.mix(MIST, 0.4));
    for slit in 0..60 {
        let x = 20.0 + slit as f32 * 30.0;
        trace(
            canvas,
            &[(x, 862.0), (x, 1190.0)],
            FINE,
            SLATE.mix(GRAY, 0.5),
        );
    }
}

fn table(canvas: &mut Canvas) {
    outlined(
        canvas,
        polygon(&[
            (840.0, 1000.0),
            (960.0, 1000.0),
            (940.0, 1300.0),
            (860.0, 1300.0),
        ]),
        SLATE,
    );
    let top = polygon(&[
        (352.0, 812.0),
        (1448.0, 812.0),
        (1634.0, 1126.0),
        (166.0, 1126.0),
    ]);
    shade(
        canvas,
        polygon(&[
            (180.0, 1150.0),
            (1690.0, 1150.0),
            (1730.0, 1200.0),
            (220.0, 1200.0),
        ]),
    );
    outlined(
        canvas,
        polygon(&[
            (166.0, 1126.0),
            (1634.0, 1126.0),
            (1628.0, 1158.0),
            (172.0, 1158.0),
        ]),
        SLATE,
    );
    outlined(canvas, top, WHITE);
    trace(canvas, &[(372.0, 830.0), (1428.0, 830.0)], FINE, GRAY);
    trace(canvas, &[(196.0, 1106.0), (1604.0, 1106.0)], FINE, GRAY);
}

fn laptop(canvas: &mut Canvas) {
    shade(
        canvas,
        polygon(&[
            (1360.0, 890.0),
            (1424.0, 870.0),
            (1520.0, 1040.0),
            (1400.0, 1056.0),
        ]),
    );
    // The lid with the log of a build.
    let lid = Plane::new([
        (712.0, 436.0),
        (1352.0, 436.0),
        (1374.0, 874.0),
        (690.0, 874.0),
    ]);
    outlined(canvas, rounded(690.0, 426.0, 684.0, 452.0, 20.0), SLATE);
    outlined_in(
        canvas,
        lid.part(0.035, 0.045, 0.965, 0.94),
        NIGHT,
        GRAPHITE,
        3.0,
    );
    canvas.fill(lid.part(0.035, 0.045, 0.965, 0.12), GRAPHITE);
    for dot in 0..3 {
        let (x, y) = lid.at(0.06 + dot as f32 * 0.026, 0.083);
        canvas.fill(circle(x, y, 5.0), SLATE);
    }
    for row in 0..10 {
        let v = 0.175 + row as f32 * 0.072;
        let built = row == 4 || row == 5 || row == 8;
        let ink = if built { GREEN } else { hex(0x005B_616C) };
        let long = 0.20 + 0.22 * noise::hash(row, 1, 3);
        let indent = 0.03 * (row % 3) as f32;
        let time = if built { 0.12 } else { 0.035 };
        let (x, y) = lid.at(0.075, v + 0.016);
        canvas.fill(circle(x, y, 5.0), ink);
        canvas.fill(
            lid.part(0.10 + indent, v, 0.10 + indent + long, v + 0.032),
            ink,
        );
        canvas.fill(lid.part(0.92 - time, v, 0.92, v + 0.032), ink);
    }
    // The deck: keys, the pad, the front edge.
    let deck = Plane::new([
        (690.0, 882.0),
        (1374.0, 882.0),
        (1428.0, 1050.0),
        (636.0, 1050.0),
    ]);
    outlined(
        canvas,
        polygon(&[
            (636.0, 1050.0),
            (1428.0, 1050.0),
            (1420.0, 1068.0),
            (644.0, 1068.0),
        ]),
        SLATE,
    );
    outlined(canvas, deck.part(0.0, 0.0, 1.0, 1.0), GRAY);
    outlined_in(
        canvas,
        deck.part(0.07, 0.08, 0.93, 0.62),
        SLATE,
        GRAPHITE,
        2.0,
    );
    let mut keys = Vec::new();
    for row in 0..5 {
        let top = 0.10 + row as f32 * 0.102;
        for column in 0..14 {
            let left = 0.08 + column as f32 * 0.0602;
            keys.push(deck.part(left + 0.004, top, left + 0.056, top + 0.082));
        }
    }
    canvas.fill(together(keys), GRAPHITE);
    canvas.fill(deck.part(0.864, 0.304, 0.92, 0.386), GREEN);
    outlined_in(
        canvas,
        deck.part(0.36, 0.68, 0.64, 0.94),
        MIST,
        GRAPHITE,
        2.4,
    );
    trace(canvas, &[(694.0, 878.0), (1370.0, 878.0)], 9.0, GRAPHITE);
}

/// A paper cup, a ticket beside it.
fn cup(canvas: &mut Canvas) {
    let ticket = Plane::new([
        (300.0, 968.0),
        (474.0, 946.0),
        (520.0, 1012.0),
        (332.0, 1038.0),
    ]);
    outlined_in(canvas, ticket.part(0.0, 0.0, 1.0, 1.0), MIST, GRAPHITE, 3.0);
    canvas.fill(ticket.part(0.0, 0.0, 0.16, 1.0), GREEN);
    for row in 0..3 {
        let v = 0.2 + row as f32 * 0.24;
        canvas.fill(
            ticket.part(0.26, v, 0.84 - 0.12 * row as f32, v + 0.09),
            SLATE,
        );
    }
    let (x, top, low) = (548.0, 730.0, 928.0);
    shade(
        canvas,
        polygon(&[
            (x + 10.0, low + 6.0),
            (x + 60.0, low - 40.0),
            (x + 250.0, low + 40.0),
            (x + 170.0, low + 70.0),
        ]),
    );
    outlined(
        canvas,
        polygon(&[
            (x - 66.0, top),
            (x + 66.0, top),
            (x + 48.0, low),
            (x - 48.0, low),
        ]),
        WHITE,
    );
    outlined_in(
        canvas,
        polygon(&[
            (x - 60.0, top + 64.0),
            (x + 60.0, top + 64.0),
            (x + 52.0, top + 150.0),
            (x - 52.0, top + 150.0),
        ]),
        GRAY,
        GRAPHITE,
        3.0,
    );
    super::mark::mark(
        canvas,
        |u, v| (x - 20.0 + u * 40.0, top + 82.0 + v * 44.0),
        GRAPHITE,
        GREEN,
    );
    outlined(
        canvas,
        rounded(x - 76.0, top - 26.0, 152.0, 28.0, 10.0),
        GRAPHITE,
    );
    outlined(
        canvas,
        rounded(x - 62.0, top - 44.0, 124.0, 20.0, 8.0),
        SLATE,
    );
}

/// The seats at both ends of the table.
fn seats(canvas: &mut Canvas) {
    for side in [-1.0, 1.0] {
        let at = |x: f32, y: f32| (900.0 + side * x, y);
        let back = [
            at(960.0, 1240.0),
            at(690.0, 1240.0),
            at(706.0, 1020.0),
            at(750.0, 560.0),
            at(776.0, 350.0),
            at(850.0, 300.0),
            at(960.0, 300.0),
        ];
        canvas.fill(blob(&back), GRAPHITE);
        let inner: Vec<At> = back
            .iter()
            .map(|&(x, y)| (x + side * 7.0, y + 7.0))
            .collect();
        canvas.fill(blob(&inner), hex(0x0043_4954));
        let seam = [
            at(818.0, 372.0),
            at(792.0, 600.0),
            at(756.0, 1000.0),
            at(744.0, 1220.0),
        ];
        canvas.fill(curve(&seam).and_then(|path| stroke(&path, BOLD)), GRAPHITE);
        let piping = [
            at(836.0, 372.0),
            at(810.0, 600.0),
            at(774.0, 1000.0),
            at(762.0, 1220.0),
        ];
        canvas.fill(curve(&piping).and_then(|path| stroke(&path, 5.0)), GREEN);
    }
}
