//! A whiteboard with a bar chart of build minutes, each bar shorter than the one before.

use super::palette::{GRAPHITE, GRAY, GREEN, MIST, PINE, SLATE, WHITE};
use super::pen::{BOLD, FINE, outlined, outlined_in, paper, shade, trace};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, smooth};
use crate::draw::letters::lettering;
use crate::draw::noise;
use crate::draw::shapes::{At, blob, circle, cord, polygon, rectangle, rounded};

const SIDE: u32 = 1600;
/// The white of the board: left, top, width, height.
const BOARD: (f32, f32, f32, f32) = (190.0, 200.0, 1220.0, 900.0);
/// The minutes of six months.
const MINUTES: [u32; 6] = [52, 44, 33, 21, 14, 9];
/// The foot of the axes, and pixels a minute.
const FOOT: At = (330.0, 960.0);
const MINUTE: f32 = 10.6;

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(SIDE, SIDE);
    paper(&mut canvas);
    board(&mut canvas);
    chart(&mut canvas);
    tray(&mut canvas);
    floor(&mut canvas);
    canvas
}

fn board(canvas: &mut Canvas) {
    let (x, y, w, h) = BOARD;
    shade(
        canvas,
        rounded(x - 10.0, y - 10.0, w + 64.0, h + 70.0, 18.0),
    );
    outlined(
        canvas,
        rounded(x - 30.0, y - 30.0, w + 60.0, h + 60.0, 18.0),
        GRAY,
    );
    outlined_in(
        canvas,
        rectangle(x, y, w, h),
        WHITE.mix(Rgb(1.0, 1.0, 1.0), 0.8),
        GRAPHITE,
        3.0,
    );
    // The light of a window lies across.
    canvas.paint(
        rectangle(x + 2.0, y + 2.0, w - 4.0, h - 4.0),
        |px, py, under| {
            let slant = px - x + 0.5 * (py - y);
            let band = smooth(880.0, 884.0, slant) * smooth(1084.0, 1080.0, slant)
                + smooth(1120.0, 1124.0, slant) * smooth(1184.0, 1180.0, slant);
            under.mix(MIST, 0.55 * band)
        },
    );
    for corner in [
        (x - 15.0, y - 15.0),
        (x + w + 15.0, y - 15.0),
        (x - 15.0, y + h + 15.0),
        (x + w + 15.0, y + h + 15.0),
    ] {
        outlined_in(
            canvas,
            circle(corner.0, corner.1, 7.0),
            SLATE,
            GRAPHITE,
            2.0,
        );
    }
}

/// A line by hand: it wanders a little.
fn by_hand(canvas: &mut Canvas, from: At, to: At, width: f32, ink: Rgb, seed: i32) {
    let places: Vec<At> = (0..=6)
        .map(|step| {
            let t = step as f32 / 6.0;
            let off = |k: i32| (noise::hash(seed * 7 + step, k, 33) - 0.5) * 5.0;
            (
                from.0 + (to.0 - from.0) * t + off(1),
                from.1 + (to.1 - from.1) * t + off(2),
            )
        })
        .collect();
    canvas.fill(cord(&places, width), ink);
}

fn chart(canvas: &mut Canvas) {
    let (x, y) = FOOT;
    let title = lettering("BUILD MINUTES", 8.5, |u, v| {
        (330.0 + u * 37.0, 262.0 + v * 52.0 - u * 0.5)
    });
    canvas.fill(title, GRAPHITE);
    by_hand(canvas, (330.0, 336.0), (956.0, 330.0), 5.0, GREEN, 40);
    by_hand(canvas, (x, y + 14.0), (x, 384.0), 6.5, GRAPHITE, 1);
    by_hand(canvas, (x - 14.0, y), (1330.0, y + 3.0), 6.5, GRAPHITE, 2);
    for minutes in [20, 40] {
        let level = y - minutes as f32 * MINUTE;
        trace(
            canvas,
            &[(x - 16.0, level + 1.0), (x + 12.0, level - 2.0)],
            5.0,
            GRAPHITE,
        );
        let text = minutes.to_string();
        canvas.fill(
            lettering(&text, 4.6, |u, v| {
                (x - 82.0 + u * 21.0, level - 15.0 + v * 30.0)
            }),
            SLATE,
        );
    }
    for (index, minutes) in MINUTES.into_iter().enumerate() {
        let last = index + 1 == MINUTES.len();
        let ink = if last { GREEN } else { SLATE };
        let left = x + 52.0 + index as f32 * 158.0;
        let top = y - minutes as f32 * MINUTE;
        let seed = 100 + index as i32 * 40;
        let (right, low) = (left + 98.0, y - 6.0);
        // Filled with one stroke back and forth.
        let rows = (((low - top) / 17.0) as i32).max(3);
        let scribble: Vec<At> = (0..=rows)
            .map(|row| {
                let t = row as f32 / rows as f32;
                let off = 6.0 * noise::hash(seed + row, 3, 33);
                let across = if row % 2 == 0 {
                    left + 9.0 + off
                } else {
                    right - 9.0 - off
                };
                (across, low - 8.0 + (top + 16.0 - low) * t)
            })
            .collect();
        canvas.wash(cord(&scribble, 6.0), ink, if last { 0.9 } else { 0.5 });
        for (from, to, side) in [
            ((left, low), (left, top), 1),
            ((left, top), (right, top), 2),
            ((right, top), (right, low), 3),
        ] {
            by_hand(
                canvas,
                from,
                to,
                6.5,
                if last { PINE } else { GRAPHITE },
                seed + side,
            );
        }
        let text = minutes.to_string();
        let shift = 49.0 - (text.len() as f32 * 1.35 - 0.35) * 13.0;
        canvas.fill(
            lettering(&text, 6.0, |u, v| {
                (left + shift + u * 26.0, top - 62.0 + v * 38.0)
            }),
            if last { PINE } else { GRAPHITE },
        );
        let month = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN"][index];
        canvas.fill(
            lettering(month, 4.6, |u, v| {
                (left + 8.0 + u * 22.0, y + 26.0 + v * 30.0)
            }),
            SLATE,
        );
    }
    // An arrow along the tops.
    let way = [
        (930.0, 520.0),
        (1060.0, 640.0),
        (1150.0, 700.0),
        (1262.0, 742.0),
    ];
    canvas.fill(cord(&way, 6.0), GREEN);
    for end in [(1226.0, 700.0), (1212.0, 752.0)] {
        trace(canvas, &[(1262.0, 742.0), end], 6.0, GREEN);
    }
    // Two magnets hold a note.
    outlined_in(
        canvas,
        polygon(&[
            (1120.0, 264.0),
            (1338.0, 252.0),
            (1348.0, 462.0),
            (1130.0, 474.0),
        ]),
        MIST,
        GRAPHITE,
        3.0,
    );
    for row in 0..4 {
        let y = 326.0 + row as f32 * 36.0;
        let long = [150.0, 118.0, 140.0, 76.0][row];
        trace(
            canvas,
            &[(1156.0, y + 1.0), (1156.0 + long, y - 7.0)],
            5.0,
            SLATE,
        );
    }
    outlined_in(canvas, circle(1232.0, 268.0, 17.0), GREEN, GRAPHITE, 3.0);
}

/// Markers and a sponge on the ledge.
fn tray(canvas: &mut Canvas) {
    let (x, y, w, h) = BOARD;
    let top = y + h + 30.0;
    for (index, (left, cap)) in [
        (x + 120.0, GRAPHITE),
        (x + 330.0, GREEN),
        (x + 520.0, SLATE),
    ]
    .into_iter()
    .enumerate()
    {
        outlined_in(
            canvas,
            rounded(left, top - 24.0, 160.0, 24.0, 8.0),
            WHITE,
            GRAPHITE,
            3.0,
        );
        outlined_in(
            canvas,
            rounded(
                left + if index == 1 { 0.0 } else { 104.0 },
                top - 26.0,
                58.0,
                27.0,
                8.0,
            ),
            cap,
            GRAPHITE,
            3.0,
        );
    }
    outlined_in(
        canvas,
        rounded(x + 900.0, top - 50.0, 150.0, 26.0, 6.0),
        GRAPHITE,
        GRAPHITE,
        3.0,
    );
    outlined_in(
        canvas,
        rounded(x + 900.0, top - 26.0, 150.0, 26.0, 4.0),
        GRAY,
        GRAPHITE,
        3.0,
    );
    outlined(
        canvas,
        rounded(x + 40.0, top, w - 80.0, 26.0, 6.0),
        SLATE.mix(GRAY, 0.5),
    );
    shade(canvas, rectangle(x + 60.0, top + 28.0, w - 90.0, 22.0));
}

/// The room below: a skirting board, a stool and the plug of the lamp.
fn floor(canvas: &mut Canvas) {
    let y = 1440.0;
    canvas.fill(rectangle(0.0, y, 1600.0, 170.0), MIST);
    outlined_in(
        canvas,
        rectangle(-10.0, y - 44.0, 1620.0, 44.0),
        WHITE,
        GRAPHITE,
        3.0,
    );
    trace(canvas, &[(0.0, y - 32.0), (1600.0, y - 32.0)], FINE, GRAY);
    for board in 0..7 {
        let x = board as f32 * 300.0 - 100.0;
        trace(canvas, &[(x + 60.0, y), (x - 40.0, 1600.0)], FINE, GRAY);
    }
    // A stool.
    let x = 330.0;
    shade(
        canvas,
        polygon(&[
            (x - 20.0, 1566.0),
            (x + 250.0, 1566.0),
            (x + 330.0, 1540.0),
            (x + 60.0, 1540.0),
        ]),
    );
    for (top, foot) in [
        (x + 34.0, x - 8.0),
        (x + 196.0, x + 238.0),
        (x + 84.0, x + 66.0),
        (x + 146.0, x + 164.0),
    ] {
        trace(canvas, &[(top, 1270.0), (foot, 1562.0)], 15.0, GRAPHITE);
        trace(canvas, &[(top, 1272.0), (foot, 1558.0)], 8.0, GRAY);
    }
    trace(
        canvas,
        &[(x + 12.0, 1450.0), (x + 218.0, 1450.0)],
        13.0,
        GRAPHITE,
    );
    trace(
        canvas,
        &[(x + 12.0, 1450.0), (x + 218.0, 1450.0)],
        6.0,
        GRAY,
    );
    outlined(canvas, rounded(x, 1238.0, 230.0, 36.0, 16.0), SLATE);
    // A plant in a pot.
    let (px, py) = (1240.0, 1540.0);
    shade(
        canvas,
        polygon(&[
            (px - 70.0, py),
            (px + 80.0, py),
            (px + 180.0, py - 34.0),
            (px + 40.0, py - 34.0),
        ]),
    );
    for (dx, dy) in [
        (-150.0, -150.0),
        (-96.0, -232.0),
        (-20.0, -270.0),
        (66.0, -236.0),
        (134.0, -160.0),
    ] {
        let root = (px + dx * 0.12, py - 128.0);
        let leaf = [
            root,
            (
                root.0 + dx * 0.45 - dy * 0.14,
                root.1 + dy * 0.5 + dx * 0.14,
            ),
            (root.0 + dx, root.1 + dy),
            (
                root.0 + dx * 0.55 + dy * 0.14,
                root.1 + dy * 0.5 - dx * 0.14,
            ),
        ];
        outlined_in(canvas, blob(&leaf), GREEN.mix(GRAY, 0.45), GRAPHITE, 3.0);
        trace(
            canvas,
            &[root, (root.0 + dx * 0.9, root.1 + dy * 0.9)],
            FINE,
            GRAPHITE,
        );
    }
    outlined_in(
        canvas,
        polygon(&[
            (px - 84.0, py - 130.0),
            (px + 84.0, py - 130.0),
            (px + 62.0, py),
            (px - 62.0, py),
        ]),
        WHITE,
        GRAPHITE,
        BOLD,
    );
    trace(
        canvas,
        &[(px - 78.0, py - 98.0), (px + 78.0, py - 98.0)],
        FINE,
        SLATE,
    );
}
