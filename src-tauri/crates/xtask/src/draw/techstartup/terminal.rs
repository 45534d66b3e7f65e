//! A terminal on a monitor at night: most lines of the log are gray.

use super::palette::{GRAPHITE, GRAY, GREEN, NIGHT, PINE, SLATE, WHITE};
use super::pen::{FINE, grid, outlined_in, trace};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, hex, smooth};
use crate::draw::letters::lettering;
use crate::draw::noise;
use crate::draw::shapes::{
    At, blob, circle, cord, curve, ellipse, polygon, rectangle, rounded, stroke,
};

const WIDTH: u32 = 1920;
const HEIGHT: u32 = 1200;
/// Where the desk begins.
const DESK: f32 = 1010.0;
/// The screen: left, top, width, height.
const SCREEN: (f32, f32, f32, f32) = (520.0, 200.0, 900.0, 600.0);
/// Lines by night are light.
const INK: Rgb = hex(0x0061_6773);
const WALL: Rgb = hex(0x001E_2127);

/// A line of the log: its indent, its length, and whether it was built.
const LOG: [(f32, f32, bool); 11] = [
    (0.0, 300.0, false),
    (0.0, 344.0, false),
    (26.0, 250.0, false),
    (26.0, 316.0, false),
    (26.0, 204.0, false),
    (0.0, 386.0, true),
    (26.0, 288.0, true),
    (26.0, 226.0, false),
    (0.0, 330.0, false),
    (26.0, 272.0, false),
    (0.0, 300.0, true),
];

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    grid(&mut canvas, WALL, INK, 0.16);
    window(&mut canvas);
    shelf(&mut canvas);
    glow(&mut canvas);
    monitor(&mut canvas);
    log(&mut canvas);
    desk(&mut canvas);
    canvas
}

fn outlined(canvas: &mut Canvas, path: Option<tiny_skia::Path>, color: Rgb) {
    outlined_in(canvas, path, color, INK, 3.0);
}

/// The town by night.
fn window(canvas: &mut Canvas) {
    let (x, y, w, h) = (96.0, 150.0, 330.0, 560.0);
    outlined(canvas, rectangle(x, y, w, h), NIGHT);
    canvas.within(
        rectangle(x + 14.0, y + 14.0, w - 28.0, h - 28.0),
        |canvas| {
            canvas.shade(|_, py, _| NIGHT.mix(hex(0x002B_333F), smooth(y, y + h, py)));
            canvas.fill(circle(x + 232.0, y + 112.0, 40.0), GRAY);
            canvas.fill(circle(x + 215.0, y + 102.0, 36.0), hex(0x0017_1A20));
            for star in 0..26 {
                let at = |k: i32| noise::hash(star, k, 5);
                let dot = circle(x + w * at(1), y + h * 0.6 * at(2), 1.0 + 1.4 * at(3));
                canvas.wash(dot, WHITE, 0.6);
            }
            for (index, (left, wide, high)) in [
                (0.0, 86.0, 210.0),
                (80.0, 70.0, 150.0),
                (146.0, 96.0, 268.0),
                (236.0, 100.0, 180.0),
            ]
            .into_iter()
            .enumerate()
            {
                let top = y + h - high;
                outlined(canvas, rectangle(x + left, top, wide, high), GRAPHITE);
                for row in 0..(high as i32 / 34) {
                    for column in 0..(wide as i32 / 24) {
                        let pane = rectangle(
                            x + left + 11.0 + column as f32 * 23.0,
                            top + 14.0 + row as f32 * 34.0,
                            11.0,
                            17.0,
                        );
                        let on = noise::hash(row * 9 + column, index as i32, 8) > 0.8;
                        canvas.fill(pane, if on { GRAY } else { hex(0x0027_2B33) });
                    }
                }
            }
        },
    );
    outlined_in(
        canvas,
        rectangle(x + 14.0, y + 14.0, w - 28.0, h - 28.0).and_then(|p| stroke(&p, 3.0)),
        INK,
        INK,
        0.5,
    );
    outlined(
        canvas,
        rectangle(x + w / 2.0 - 6.0, y + 14.0, 12.0, h - 28.0),
        GRAPHITE,
    );
    outlined(
        canvas,
        rectangle(x + 14.0, y + 250.0, w - 28.0, 12.0),
        GRAPHITE,
    );
    outlined(canvas, rectangle(x - 24.0, y + h, w + 48.0, 22.0), GRAPHITE);
}

/// Books and a plant over the desk.
fn shelf(canvas: &mut Canvas) {
    let y = 430.0;
    let mut x = 1532.0;
    for (wide, high, lean) in [
        (40.0, 150.0, 0.0),
        (28.0, 172.0, 0.0),
        (52.0, 138.0, 0.0),
        (30.0, 160.0, 0.0),
        (34.0, 150.0, 34.0),
    ] {
        let book = polygon(&[
            (x + lean, y),
            (x + lean + wide, y - lean * 0.22),
            (x + wide, y - high),
            (x, y - high + lean * 0.22),
        ]);
        outlined(
            canvas,
            book,
            if wide > 50.0 {
                hex(0x0033_3841)
            } else {
                GRAPHITE
            },
        );
        let band = polygon(&[
            (x + lean * 0.25, y - high * 0.74),
            (x + lean * 0.25 + wide, y - high * 0.74 - lean * 0.16),
            (x + lean * 0.35 + wide, y - high * 0.64 - lean * 0.16),
            (x + lean * 0.35, y - high * 0.64),
        ]);
        canvas.fill(band, INK);
        x += wide + 4.0;
    }
    outlined(canvas, rectangle(1496.0, y, 340.0, 18.0), hex(0x0033_3841));
    for x in [1530.0, 1796.0] {
        trace(
            canvas,
            &[(x, y + 18.0), (x, y + 62.0), (x + 30.0, y + 18.0)],
            3.0,
            INK,
        );
    }
    let pot = polygon(&[
        (1766.0, y - 60.0),
        (1832.0, y - 60.0),
        (1822.0, y),
        (1776.0, y),
    ]);
    for (dx, dy) in [
        (-62.0, -70.0),
        (-34.0, -118.0),
        (4.0, -134.0),
        (42.0, -104.0),
        (58.0, -56.0),
    ] {
        let root = (1799.0, y - 58.0);
        let leaf = [
            root,
            (root.0 + dx * 0.5 - dy * 0.16, root.1 + dy * 0.5 + dx * 0.16),
            (root.0 + dx, root.1 + dy),
            (root.0 + dx * 0.5 + dy * 0.16, root.1 + dy * 0.5 - dx * 0.16),
        ];
        outlined(canvas, blob(&leaf), hex(0x002A_4A40));
    }
    outlined(canvas, pot, hex(0x0033_3841));
}

/// The light of the screen on the wall.
fn glow(canvas: &mut Canvas) {
    let (x, y) = (SCREEN.0 + SCREEN.2 / 2.0, SCREEN.1 + SCREEN.3 / 2.0);
    canvas.shade(|px, py, under| {
        let far = (((px - x) / 1.35).powi(2) + (py - y).powi(2)).sqrt();
        under.screen(hex(0x00A9_C9C0), 0.20 * bell(far, 480.0))
    });
}

fn monitor(canvas: &mut Canvas) {
    let (x, y, w, h) = SCREEN;
    let middle = x + w / 2.0;
    outlined(
        canvas,
        polygon(&[
            (middle - 74.0, y + h),
            (middle + 74.0, y + h),
            (middle + 92.0, DESK - 10.0),
            (middle - 92.0, DESK - 10.0),
        ]),
        hex(0x002A_2E36),
    );
    outlined(
        canvas,
        rounded(x - 28.0, y - 28.0, w + 56.0, h + 66.0, 22.0),
        hex(0x002A_2E36),
    );
    outlined(canvas, rectangle(x, y, w, h), NIGHT);
    canvas.fill(circle(middle, y + h + 20.0, 5.0), GREEN);
    // The window's bar.
    outlined(canvas, rectangle(x, y, w, 46.0), GRAPHITE);
    for dot in 0..3 {
        canvas.fill(circle(x + 28.0 + dot as f32 * 28.0, y + 23.0, 7.0), INK);
    }
    let title = lettering("TENON RUN BUILD", 2.4, |u, v| {
        (middle - 116.0 + u * 11.5, y + 15.0 + v * 16.0)
    });
    canvas.fill(title, SLATE);
}

/// A mark, a name and a time a line; names and times are bars.
fn log(canvas: &mut Canvas) {
    let (x, y, w, h) = SCREEN;
    let prompt = lettering("$ TENON RUN BUILD", 3.6, |u, v| {
        (x + 34.0 + u * 17.0, y + 74.0 + v * 24.0)
    });
    canvas.fill(prompt, WHITE);
    for (row, (indent, long, built)) in LOG.into_iter().enumerate() {
        let top = y + 124.0 + row as f32 * 35.0;
        let ink = if built { GREEN } else { hex(0x005B_616C) };
        if built {
            canvas.wash(rectangle(x + 14.0, top - 8.0, w - 28.0, 32.0), PINE, 0.28);
        }
        canvas.fill(circle(x + 42.0, top + 8.0, 6.0), ink);
        canvas.fill(rounded(x + 68.0 + indent, top, long, 16.0, 8.0), ink);
        let word = if built { "BUILT" } else { "REUSED" };
        let letters = lettering(word, 2.6, |u, v| (x + w - 274.0 + u * 12.5, top + v * 16.0));
        canvas.fill(letters, ink);
        let time = if built {
            84.0 - (row % 3) as f32 * 12.0
        } else {
            26.0
        };
        canvas.fill(rounded(x + w - 34.0 - time, top, time, 16.0, 8.0), ink);
    }
    trace(
        canvas,
        &[(x + 34.0, y + h - 80.0), (x + w - 34.0, y + h - 80.0)],
        FINE,
        hex(0x0034_3942),
    );
    let total = lettering("REUSED 8   BUILT 3   41 S", 3.4, |u, v| {
        (x + 34.0 + u * 16.0, y + h - 56.0 + v * 23.0)
    });
    canvas.fill(total, GRAY);
    canvas.fill(
        rectangle(
            x + 34.0 + 25.0 * 1.35 * 16.0 + 12.0,
            y + h - 60.0,
            15.0,
            30.0,
        ),
        GREEN,
    );
}

fn desk(canvas: &mut Canvas) {
    let middle = SCREEN.0 + SCREEN.2 / 2.0;
    outlined(
        canvas,
        rectangle(-10.0, DESK, 1940.0, 40.0),
        hex(0x002F_333C),
    );
    outlined(
        canvas,
        rectangle(-10.0, DESK + 40.0, 1940.0, 200.0),
        GRAPHITE,
    );
    canvas.paint(rectangle(0.0, DESK - 1.0, 1920.0, 40.0), |x, _, under| {
        under.screen(hex(0x00A9_C9C0), 0.34 * bell(x - middle, 420.0))
    });
    outlined(
        canvas,
        rounded(middle - 190.0, DESK - 22.0, 380.0, 22.0, 8.0),
        hex(0x003A_3F49),
    );
    // Two drawers below.
    for left in [160.0, 1320.0] {
        outlined(
            canvas,
            rounded(left, DESK + 72.0, 440.0, 150.0, 6.0),
            hex(0x0022_252B),
        );
        outlined(
            canvas,
            rounded(left + 170.0, DESK + 100.0, 100.0, 14.0, 7.0),
            hex(0x003A_3F49),
        );
    }
    // The keyboard from its front edge, and a mouse.
    outlined(
        canvas,
        rounded(1128.0, DESK - 16.0, 300.0, 16.0, 5.0),
        hex(0x003A_3F49),
    );
    for key in 0..14 {
        outlined_in(
            canvas,
            rounded(1138.0 + key as f32 * 20.4, DESK - 25.0, 16.0, 10.0, 2.0),
            SLATE,
            NIGHT,
            1.4,
        );
    }
    outlined(
        canvas,
        ellipse(1490.0, DESK - 12.0, 36.0, 13.0),
        hex(0x003A_3F49),
    );
    // A mug with its steam.
    let handle = [
        (432.0, DESK - 82.0),
        (474.0, DESK - 84.0),
        (478.0, DESK - 36.0),
        (432.0, DESK - 26.0),
    ];
    canvas.fill(cord(&handle, 15.0), INK);
    canvas.fill(cord(&handle, 9.0), SLATE);
    outlined(
        canvas,
        rounded(334.0, DESK - 110.0, 104.0, 110.0, 12.0),
        SLATE,
    );
    canvas.fill(rounded(334.0, DESK - 66.0, 104.0, 14.0, 0.5), GREEN);
    for shift in [0.0, 36.0] {
        let steam: Vec<At> = (0..8)
            .map(|step| {
                let up = step as f32 * 13.0;
                (
                    368.0 + shift + 8.0 * (up / 15.0 + shift).sin(),
                    DESK - 126.0 - up,
                )
            })
            .collect();
        canvas.fill(curve(&steam).and_then(|path| stroke(&path, 3.0)), INK);
    }
    // A lamp, switched off.
    let arm = [
        (1706.0, DESK - 14.0),
        (1706.0, DESK - 30.0),
        (1784.0, DESK - 210.0),
        (1668.0, DESK - 330.0),
    ];
    trace(canvas, &arm, 16.0, INK);
    trace(canvas, &arm, 10.0, hex(0x002A_2E36));
    outlined(
        canvas,
        rounded(1640.0, DESK - 20.0, 132.0, 20.0, 8.0),
        hex(0x003A_3F49),
    );
    let shade = polygon(&[
        (1690.0, DESK - 366.0),
        (1716.0, DESK - 334.0),
        (1652.0, DESK - 240.0),
        (1566.0, DESK - 330.0),
    ]);
    outlined(canvas, shade, hex(0x003A_3F49));
    outlined(canvas, circle(1784.0, DESK - 210.0, 11.0), hex(0x003A_3F49));
}
