//! Buttons in a dish, some beside it.

use super::brush::{cloth, shadow};
use super::palette::{BARK, CLAY, CREAM, INDIGO, LINEN, MIST, OAT, OCHRE, ROSE, SAND, SHADE, WOOD};
use super::things::{button, needle};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, smooth};
use crate::draw::noise;
use crate::draw::shapes::{At, arc, circle, cord};

const SIDE: u32 = 1600;
const DISH: At = (770.0, 780.0);
const RADIUS: f32 = 560.0;
/// The colors of horn, shell, wood and dyed nut.
const COLORS: [Rgb; 9] = [BARK, SAND, CREAM, WOOD, OAT, BARK, CLAY, WOOD, SAND];

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(SIDE, SIDE);
    cloth(&mut canvas, ROSE.mix(LINEN, 0.48), 3);
    stripes(&mut canvas);
    dish(&mut canvas);
    heap(&mut canvas);
    for (at, radius, color, seed) in [
        ((1412.0, 1130.0), 74.0, BARK, 301),
        ((1478.0, 1296.0), 52.0, SAND, 302),
        ((1330.0, 1370.0), 62.0, CLAY, 303),
        ((170.0, 1420.0), 66.0, WOOD, 304),
    ] {
        button(&mut canvas, at, radius, color, seed);
    }
    thread(&mut canvas);
    canvas.shade(|x, y, under| {
        let far = ((x - 220.0).powi(2) + (y - 120.0).powi(2)).sqrt();
        under
            .screen(CREAM, 0.14 * bell(far, 800.0))
            .times(Rgb(1.0, 1.0, 1.0).mix(SHADE, 0.5 * smooth(1100.0, 2200.0, far)))
    });
    canvas
}

/// Woven stripes near the right edge of the cloth.
fn stripes(canvas: &mut Canvas) {
    canvas.shade(|x, y, under| {
        let place = x + 3.0 * (y / 210.0).sin();
        let band = |from: f32, to: f32| {
            smooth(from - 1.5, from + 1.5, place) * smooth(to + 1.5, to - 1.5, place)
        };
        under
            .mix(
                CLAY.mix(under, 0.3),
                0.8 * (band(1396.0, 1420.0) + band(1520.0, 1544.0)),
            )
            .mix(INDIGO.mix(under, 0.25), 0.75 * band(1440.0, 1500.0))
    });
}

/// A thrown dish with a speckled glaze.
fn dish(canvas: &mut Canvas) {
    let (x, y) = DISH;
    let outer = circle(x, y, RADIUS);
    canvas.cast(outer.clone(), (60.0, 70.0), 36, Rgb(0.54, 0.46, 0.46));
    canvas.cast(outer.clone(), (16.0, 20.0), 10, SHADE);
    let speck = |px: f32, py: f32| {
        let cell = ((px / 15.0).floor() as i32, (py / 15.0).floor() as i32);
        let at = |k: u32| noise::hash(cell.0, cell.1, k);
        let center = (
            (cell.0 as f32 + 0.2 + 0.6 * at(1)) * 15.0,
            (cell.1 as f32 + 0.2 + 0.6 * at(2)) * 15.0,
        );
        let far = ((px - center.0).powi(2) + (py - center.1).powi(2)).sqrt();
        if at(3) > 0.86 {
            smooth(3.4, 1.8, far * (0.8 + at(4)))
        } else {
            0.0
        }
    };
    canvas.paint(outer, |px, py, _| {
        let (dx, dy) = ((px - x) / RADIUS, (py - y) / RADIUS);
        let far = (dx * dx + dy * dy).sqrt();
        let away = (dx + dy) / (far.max(0.01) * 1.414);
        let ring = noise::value(far * 60.0, 0.5, 12) - 0.5;
        // The wall rises from the well to the rim: its near side is dark, its far side lit.
        let slope = smooth(0.70, 0.80, far) * smooth(0.97, 0.90, far);
        let rim = smooth(0.925, 0.955, far);
        CREAM
            .mix(MIST, 0.26)
            .lit(0.97 + 0.03 * ring)
            .mix(MIST.lit(0.72), 0.62 * slope * smooth(0.55, -1.0, away))
            .mix(CREAM, 0.7 * slope * smooth(0.1, 1.0, away))
            .mix(CREAM, 0.8 * rim)
            .mix(OCHRE.mix(BARK, 0.35), 0.75 * smooth(0.975, 0.99, far))
            .mix(BARK, 0.55 * speck(px, py))
            .times(Rgb(1.0, 1.0, 1.0).mix(
                Rgb(0.78, 0.74, 0.76),
                smooth(0.74, 0.62, far) * smooth(-0.1, -0.9, away),
            ))
    });
    canvas.wash(
        cord(&arc(DISH, (RADIUS * 0.955, RADIUS * 0.955), 3.3, 4.6), 12.0),
        CREAM,
        0.85,
    );
}

/// Buttons in rings, the outer ones first, so that they lie over each other toward the middle.
fn heap(canvas: &mut Canvas) {
    let mut seed = 100;
    for (far, count, size) in [
        (330.0, 15, 72.0),
        (206.0, 10, 80.0),
        (92.0, 6, 86.0),
        (0.0, 1, 96.0),
    ] {
        for index in 0..count {
            seed += 1;
            let at = |k: i32| noise::hash(seed, k, 21);
            let turn = (index as f32 + 0.5 * at(1)) / count as f32 * std::f32::consts::TAU;
            let reach = far + 30.0 * (at(2) - 0.5);
            let radius = size * (0.70 + 0.42 * at(3));
            let color = COLORS[(seed * 5 + (7.0 * at(4)) as i32) as usize % COLORS.len()];
            let center = (DISH.0 + turn.cos() * reach, DISH.1 + turn.sin() * reach);
            button(canvas, center, radius, color, seed as u32);
        }
    }
}

/// A needle with indigo thread on the cloth.
fn thread(canvas: &mut Canvas) {
    let way = [
        (1404.0, 300.0),
        (1330.0, 196.0),
        (1190.0, 150.0),
        (1120.0, 70.0),
        (1210.0, 20.0),
        (1296.0, 96.0),
        (1230.0, 230.0),
        (1350.0, 260.0),
        (1620.0, 120.0),
    ];
    let path = cord(&way, 6.0);
    shadow(canvas, path.clone(), (7.0, 10.0), 4);
    canvas.fill(path, INDIGO);
    canvas.wash(cord(&way, 1.8), MIST, 0.6);
    needle(canvas, (1404.0, 302.0), (1500.0, 560.0));
}
