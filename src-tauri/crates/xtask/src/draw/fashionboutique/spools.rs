//! Spools of thread on three shelves.

use super::brush::{cut, shadow, shelf, wall};
use super::palette::{BARK, CLAY, CREAM, INDIGO, LINEN, MIST, MOSS, OCHRE, ROSE, SAND, SHADE};
use super::things::{needle, spool};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, smooth};
use crate::draw::noise;
use crate::draw::shapes::{At, circle, cord, line};

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1200;
/// The upper edges of the shelves.
const SHELVES: [f32; 3] = [392.0, 734.0, 1076.0];
/// The colors of a shelf from the left; nothing stands at `None`.
const ROWS: [[Option<Rgb>; 8]; 3] = [
    [
        Some(CLAY),
        Some(ROSE),
        Some(OCHRE),
        Some(SAND),
        Some(LINEN),
        Some(MIST),
        Some(INDIGO),
        Some(MOSS),
    ],
    [
        Some(INDIGO),
        Some(MIST),
        Some(LINEN),
        None,
        Some(MOSS),
        Some(OCHRE),
        Some(CLAY),
        Some(ROSE),
    ],
    [
        Some(MOSS),
        Some(SAND),
        Some(CLAY),
        Some(INDIGO),
        Some(ROSE),
        Some(LINEN),
        Some(OCHRE),
        Some(MIST),
    ],
];

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    wall(&mut canvas, SAND.mix(LINEN, 0.5), (260.0, 120.0), 3);
    boards(&mut canvas);
    for (row, y) in SHELVES.into_iter().enumerate() {
        shelf(&mut canvas, (40.0, y), 1520.0, 44.0, 11 + row as u32);
        for (column, color) in ROWS[row].into_iter().enumerate() {
            let seed = (row * 8 + column) as u32 + 40;
            let size = noise::hash(seed as i32, 1, 5);
            let x = 158.0 + column as f32 * 184.0 + 12.0 * (size - 0.5);
            if let Some(color) = color {
                spool(
                    &mut canvas,
                    (x, y),
                    (132.0 + 14.0 * size, 214.0 + 46.0 * size),
                    color,
                    seed,
                );
            } else {
                taken(&mut canvas, (x, y));
            }
        }
    }
    thread(&mut canvas);
    canvas.shade(|x, y, under| {
        let far = ((x - 200.0).powi(2) + (y - 60.0).powi(2)).sqrt();
        under.times(Rgb(1.0, 1.0, 1.0).mix(SHADE, 0.55 * smooth(900.0, 1900.0, far)))
    });
    canvas
}

/// The back of the cupboard in boards.
fn boards(canvas: &mut Canvas) {
    for board in 0..9 {
        let x = 30.0 + board as f32 * 192.0;
        canvas.wash(line(&[(x, -10.0), (x + 2.0, 1210.0)], 4.0), BARK, 0.16);
        canvas.wash(
            line(&[(x + 5.0, -10.0), (x + 7.0, 1210.0)], 3.0),
            CREAM,
            0.5,
        );
    }
}

/// Where a spool is missing, a pair of small ones lies instead.
fn taken(canvas: &mut Canvas, (x, y): At) {
    for (dx, color, seed) in [(-36.0, CLAY, 71), (38.0, OCHRE, 72)] {
        spool(canvas, (x + dx, y), (62.0, 88.0), color, seed);
    }
}

/// A thread runs off an indigo spool, over the shelf's edge, into a needle.
fn thread(canvas: &mut Canvas) {
    let way = [
        (1246.0, 250.0),
        (1204.0, 330.0),
        (1188.0, 400.0),
        (1196.0, 470.0),
        (1160.0, 540.0),
        (1090.0, 566.0),
        (1020.0, 520.0),
        (960.0, 540.0),
        (914.0, 600.0),
    ];
    let path = cord(&way, 5.0);
    shadow(canvas, path.clone(), (14.0, 14.0), 4);
    canvas.fill(path, INDIGO);
    let light: Vec<At> = way.iter().map(|&(x, y)| (x - 1.0, y - 1.2)).collect();
    canvas.wash(cord(&light, 1.6), MIST, 0.7);
    needle(canvas, (912.0, 602.0), (820.0, 690.0));
    let label = cut(
        &[
            (642.0, 1084.0),
            (958.0, 1084.0),
            (958.0, 1112.0),
            (642.0, 1112.0),
        ],
        81,
    );
    canvas.wash(label, CREAM, 0.55);
    for dot in [662.0, 938.0] {
        canvas.wash(circle(dot, 1098.0, 5.0), BARK, 0.7);
    }
}
