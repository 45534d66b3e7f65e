//! A dependency graph: what has not changed is gray, three nodes are lit.

use super::iso::{Iso, sides};
use super::palette::{GRAPHITE, GRAY, GREEN, MIST, PINE, SLATE, WHITE};
use super::pen::{FINE, outlined_in, paper, trace};
use crate::draw::canvas::Canvas;
use crate::draw::letters::lettering;
use crate::draw::shapes::{At, polygon, rectangle};

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1200;
const ISO: Iso = Iso {
    origin: (800.0, 200.0),
    unit: 82.0,
};
/// How far apart nodes stand, and the size of one.
const PITCH: f32 = 1.62;
const SIZE: f32 = 0.66;

/// The rows in use of each column, from the sources to the result.
const COLUMNS: [&[i32]; 6] = [
    &[0, 1, 2, 3, 4, 5],
    &[0, 1, 2, 3, 4, 5],
    &[0, 1, 3, 4, 5],
    &[0, 1, 2, 3, 4, 5],
    &[0, 1, 2, 4, 5],
    &[1, 2, 4],
];
/// What a node is made from: column and row of the one, row in the column before of the other.
const EDGES: [(usize, i32, i32); 41] = [
    (1, 0, 0),
    (1, 0, 1),
    (1, 1, 1),
    (1, 2, 1),
    (1, 2, 2),
    (1, 3, 3),
    (1, 3, 2),
    (1, 4, 4),
    (1, 5, 5),
    (1, 5, 4),
    (2, 0, 0),
    (2, 1, 1),
    (2, 1, 0),
    (2, 3, 3),
    (2, 3, 2),
    (2, 4, 4),
    (2, 4, 3),
    (2, 5, 5),
    (3, 0, 0),
    (3, 1, 1),
    (3, 1, 0),
    (3, 2, 1),
    (3, 2, 3),
    (3, 3, 3),
    (3, 4, 4),
    (3, 4, 5),
    (3, 5, 5),
    (4, 0, 0),
    (4, 1, 1),
    (4, 1, 0),
    (4, 2, 2),
    (4, 2, 3),
    (4, 4, 4),
    (4, 4, 3),
    (4, 5, 5),
    (5, 1, 1),
    (5, 1, 0),
    (5, 2, 2),
    (5, 2, 1),
    (5, 4, 4),
    (5, 4, 5),
];
/// The one path that is built anew, as column and row.
const LIT: [(usize, i32); 3] = [(3, 2), (4, 2), (5, 2)];

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    paper(&mut canvas);
    let base = [
        (-0.9, -0.9),
        (5.0 * PITCH + 1.64, -0.9),
        (5.0 * PITCH + 1.64, 5.0 * PITCH + 1.64),
        (-0.9, 5.0 * PITCH + 1.64),
    ];
    outlined_in(&mut canvas, ISO.level(-0.16, &base), GRAY, GRAPHITE, 3.0);
    outlined_in(&mut canvas, ISO.level(0.0, &base), WHITE, GRAPHITE, 3.0);
    for step in 1..20 {
        let place = -0.9 + step as f32 * 0.54;
        let (low, high) = (base[0].0, base[1].0);
        if place < high {
            let across = [ISO.at((place, low, 0.0)), ISO.at((place, high, 0.0))];
            let along = [ISO.at((low, place, 0.0)), ISO.at((high, place, 0.0))];
            trace(&mut canvas, &across, 1.0, MIST);
            trace(&mut canvas, &along, 1.0, MIST);
        }
    }
    for (column, row, from) in EDGES {
        edge(&mut canvas, column, row, from);
    }
    for (column, row, from) in EDGES {
        if lit(column, row) && lit(column - 1, from) {
            edge(&mut canvas, column, row, from);
        }
    }
    let mut nodes: Vec<(usize, i32)> = COLUMNS
        .iter()
        .enumerate()
        .flat_map(|(column, rows)| rows.iter().map(move |&row| (column, row)))
        .collect();
    let reused = nodes.len() - LIT.len();
    nodes.sort_by_key(|&(column, row)| column as i32 + row);
    for (column, row) in nodes {
        node(&mut canvas, column, row);
    }
    legend(&mut canvas, reused);
    canvas
}

fn lit(column: usize, row: i32) -> bool {
    LIT.contains(&(column, row))
}

/// The middle of a node, to the right and to the left.
fn middle(column: usize, row: i32) -> At {
    (
        column as f32 * PITCH + SIZE / 2.0,
        row as f32 * PITCH + SIZE / 2.0,
    )
}

/// A line along the floor from what is used to what uses it, with one corner, and an arrow.
fn edge(canvas: &mut Canvas, column: usize, row: i32, from: i32) {
    let (x0, y0) = middle(column - 1, from);
    let (x1, y1) = middle(column, row);
    let bend = x0 + PITCH * 0.56;
    let on = |x: f32, y: f32| ISO.at((x, y, 0.0));
    let path = [on(x0, y0), on(bend, y0), on(bend, y1), on(x1, y1)];
    let new = lit(column, row) && lit(column - 1, from);
    let (width, ink) = if new { (9.0, GREEN) } else { (3.0, SLATE) };
    trace(canvas, &path, width, ink);
    let tip = x1 - SIZE / 2.0;
    let wide = if new { 0.15 } else { 0.085 };
    let head = [
        on(tip, y1),
        on(tip - wide * 2.2, y1 - wide),
        on(tip - wide * 2.2, y1 + wide),
    ];
    canvas.fill(polygon(&head), ink);
}

fn node(canvas: &mut Canvas, column: usize, row: i32) {
    let (x, y) = middle(column, row);
    let corner = (x - SIZE / 2.0, y - SIZE / 2.0, 0.0);
    let (height, color) = if lit(column, row) {
        (0.86, GREEN)
    } else {
        (0.34, GRAY)
    };
    let size = (SIZE, SIZE, height);
    ISO.cast(canvas, corner, size, height * 0.55);
    let mut tones = sides(color);
    if lit(column, row) {
        tones.right = PINE;
    }
    ISO.block(canvas, corner, size, tones);
    // What is known about it, as a line or a tick on the lid.
    let on = |right: f32, down: f32| {
        ISO.at((
            x + (right + down) * SIZE / 2.0,
            y + (down - right) * SIZE / 2.0,
            height,
        ))
    };
    if lit(column, row) {
        let tick = [on(-0.34, 0.02), on(-0.10, 0.30), on(0.38, -0.26)];
        trace(canvas, &tick, 6.0, GRAPHITE);
    } else {
        trace(canvas, &[on(-0.26, 0.0), on(0.26, 0.0)], FINE + 1.0, SLATE);
    }
}

/// What the colors say, and how many nodes have each.
fn legend(canvas: &mut Canvas, reused: usize) {
    for (row, (color, text)) in [
        (GRAY, format!("REUSED {reused}")),
        (GREEN, format!("BUILT {}", LIT.len())),
    ]
    .into_iter()
    .enumerate()
    {
        let y = 1040.0 + row as f32 * 52.0;
        outlined_in(canvas, rectangle(80.0, y, 30.0, 30.0), color, GRAPHITE, 3.0);
        let letters = lettering(&text, 3.4, |u, v| (132.0 + u * 17.0, y + 3.0 + v * 24.0));
        canvas.fill(letters, GRAPHITE);
    }
}
