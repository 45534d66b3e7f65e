//! What stands around the lorry: the building site, the wet road, the gate.

use super::{HEIGHT, HORIZON, SKY};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, hex, smooth};
use crate::draw::nextdaysteel::palette::{EMBER, GLOW, NIGHT, SLAB, STEEL, TAG, YARD};
use crate::draw::noise;
use crate::draw::shapes::{At, line, polygon, rectangle, rounded, together};

/// What is being built behind the gate: a frame, a crane, roofs.
pub(super) fn paint(canvas: &mut Canvas) {
    let roofs: Vec<At> = [
        (0.0, 690.0),
        (70.0, 650.0),
        (150.0, 690.0),
        (150.0, 720.0),
        (240.0, 676.0),
        (330.0, 720.0),
        (330.0, 742.0),
        (700.0, 742.0),
        (780.0, 700.0),
        (860.0, 742.0),
        (1600.0, 730.0),
        (1600.0, HORIZON + 4.0),
        (0.0, HORIZON + 4.0),
    ]
    .to_vec();
    canvas.paint(polygon(&roofs), tint(0.76));
    let mut frame = Vec::new();
    for column in 0..5 {
        let x = 1178.0 + column as f32 * 92.0;
        frame.push(rectangle(x, 300.0, 15.0, 500.0));
        frame.push(line(&[(x + 4.0, 300.0), (x + 4.0, 262.0)], 2.5));
        frame.push(line(&[(x + 11.0, 300.0), (x + 11.0, 266.0)], 2.5));
    }
    for floor in 0..4 {
        frame.push(rectangle(1156.0, 300.0 + floor as f32 * 128.0, 460.0, 16.0));
    }
    frame.push(line(&[(1193.0, 572.0), (1270.0, 444.0)], 5.0));
    canvas.paint(together(frame), tint(0.56));
    let mast = 1040.0;
    let mut crane = vec![
        rectangle(mast - 9.0, 96.0, 4.0, 704.0),
        rectangle(mast + 9.0, 96.0, 4.0, 704.0),
        line(&[(mast - 470.0, 118.0), (mast + 190.0, 118.0)], 5.0),
        line(&[(mast - 430.0, 98.0), (mast + 60.0, 98.0)], 2.5),
        line(&[(mast + 2.0, 44.0), (mast - 330.0, 98.0)], 2.5),
        line(&[(mast + 2.0, 44.0), (mast + 180.0, 116.0)], 2.5),
        rectangle(mast + 120.0, 120.0, 62.0, 34.0),
        rectangle(mast - 10.0, 42.0, 24.0, 98.0),
        rectangle(mast - 40.0, 122.0, 28.0, 34.0),
        line(&[(mast - 330.0, 118.0), (mast - 330.0, 250.0)], 2.0),
        rectangle(mast - 372.0, 250.0, 84.0, 9.0),
    ];
    for step in 0..25 {
        let y = 140.0 + step as f32 * 26.0;
        let (a, b) = if step % 2 == 0 {
            (-7.0, 11.0)
        } else {
            (11.0, -7.0)
        };
        crane.push(line(&[(mast + a, y), (mast + b, y + 26.0)], 2.2));
    }
    for step in 0..17 {
        let x = mast - 430.0 + step as f32 * 28.0;
        crane.push(line(
            &[(x, 118.0), (x + 14.0, 98.0), (x + 28.0, 118.0)],
            1.8,
        ));
    }
    canvas.paint(together(crane), tint(0.42));
}

/// A wet road that the sky lies in.
pub(super) fn road(canvas: &mut Canvas) {
    canvas.shade(|x, y, under| {
        if y < HORIZON {
            return under;
        }
        let depth = (y - HORIZON) / (HEIGHT as f32 - HORIZON);
        let grit = noise::cloud(x / 60.0, (y - HORIZON) / 5.0, 15);
        let mirrored = SKY.at(x + (grit - 0.5) * 40.0, HORIZON - (y - HORIZON) * 0.34);
        let dirt = hex(0x0062_5B50).mix(STEEL, 0.40).lit(0.80 + 0.45 * grit);
        let puddle = smooth(
            0.46,
            0.60,
            noise::cloud(x / 420.0 + 3.0, (y - HORIZON) / 62.0, 16),
        );
        dirt.mix(mirrored, (0.34 + 0.10 * puddle) * (1.0 - 0.45 * depth))
            .mix(
                GLOW.mix(TAG, 0.5),
                0.45 * bell(x - SKY.sun.0, 170.0 + 150.0 * depth) * (1.0 - 0.55 * depth),
            )
            .mix(SLAB.mix(TAG, 0.5), 0.5 * smooth(0.10, 0.0, depth))
    });
}

/// Hoarding with the gate standing open.
pub(super) fn gate(canvas: &mut Canvas) {
    for panel in 0..2 {
        let x = -70.0 + panel as f32 * 118.0;
        let board = rectangle(x, 560.0, 112.0, 292.0);
        canvas.paint(board, |px, py, _| {
            YARD.lit(0.92 + 0.3 * smooth(x, x + 112.0, px))
                .mix(NIGHT, 0.3 * smooth(560.0, 852.0, py))
        });
        canvas.paint(rectangle(x, 588.0, 112.0, 26.0), |px, _, _| {
            TAG.mix(EMBER, 0.35)
                .lit(0.78 + 0.25 * smooth(0.0, 200.0, px))
        });
        canvas.wash(rectangle(x, 558.0, 112.0, 4.0), GLOW, 0.9);
    }
    // Mesh panels of the gate, folded back to the right.
    for (left, right, drop) in [(1372.0, 1478.0, 20.0), (1484.0, 1640.0, 64.0)] {
        let mut wires = Vec::new();
        let at = |u: f32, v: f32| {
            (
                left + (right - left) * u,
                520.0 - drop * u * 0.5 + v * (362.0 + drop * 1.3 * u),
            )
        };
        let count = ((right - left) / 8.0) as i32;
        for index in 0..=count {
            let u = index as f32 / count as f32;
            wires.push(line(&[at(u, 0.0), at(u, 1.0)], 1.5));
        }
        for v in [0.0, 0.34, 0.66, 1.0] {
            wires.push(line(&[at(0.0, v), at(1.0, v)], 1.8));
        }
        for (a, b) in [
            (at(0.0, 0.0), at(0.0, 1.0)),
            (at(1.0, 0.0), at(1.0, 1.0)),
            (at(0.0, 0.0), at(1.0, 0.0)),
            (at(0.0, 1.0), at(1.0, 1.0)),
        ] {
            wires.push(line(&[a, b], 7.0));
        }
        canvas.paint(together(wires), |x, _, under| {
            under.mix(
                NIGHT.mix(STEEL, 0.55),
                0.62 + 0.2 * smooth(1300.0, 1600.0, x),
            )
        });
        let (fx, fy) = at(0.0, 1.0);
        canvas.fill(
            rounded(fx - 40.0, fy - 4.0, 84.0, 26.0, 6.0),
            NIGHT.mix(STEEL, 0.4),
        );
    }
}

/// Dark shapes before the sky, paler the greater the share of haze.
fn tint(share: f32) -> impl Fn(f32, f32, Rgb) -> Rgb {
    move |x, y, _| YARD.mix(SKY.at(x, y.min(HORIZON - 6.0)), share)
}
