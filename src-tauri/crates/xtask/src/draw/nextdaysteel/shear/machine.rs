//! The shear: its frame and its two blades.

use super::{AXIS, CUT};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, smooth};
use crate::draw::nextdaysteel::palette::{EMBER, GLOW, HAZE, NIGHT, SLAB, STEEL, TAG, YARD};
use crate::draw::noise;
use crate::draw::shapes::{circle, line, polygon, rectangle, rounded, together};

/// The machine's body: two columns and a head, in the brand's yellow.
pub(super) fn frame(canvas: &mut Canvas) {
    let body = together([
        rounded(820.0, -40.0, 560.0, 330.0, 26.0),
        rectangle(820.0, 200.0, 84.0, 640.0),
        rectangle(1296.0, 200.0, 84.0, 640.0),
    ]);
    canvas.paint(body, |x, y, _| {
        let wear = noise::cloud(x / 70.0, y / 60.0, 81);
        let chip =
            smooth(0.70, 0.76, noise::cloud(x / 26.0, y / 26.0, 82)) * smooth(150.0, 300.0, y);
        TAG.mix(EMBER, 0.10 + 0.25 * smooth(900.0, 1380.0, x))
            .lit(1.02 - 0.36 * smooth(860.0, 1390.0, x) - 0.20 * smooth(260.0, -20.0, y))
            .lit(0.95 + 0.10 * wear)
            .mix(STEEL, 0.7 * chip)
    });
    // The light side of each column, and a groove along the head.
    for x in [820.0, 1296.0] {
        canvas.wash(rectangle(x, 290.0, 7.0, 520.0), GLOW, 0.75);
    }
    canvas.fill(rectangle(904.0, 288.0, 392.0, 14.0), NIGHT);
    canvas.wash(rectangle(820.0, 232.0, 560.0, 8.0), NIGHT, 0.35);
    // Warning stripes.
    for index in 0..16 {
        let x = 826.0 + index as f32 * 36.0;
        let stripe = polygon(&[
            (x, 276.0),
            (x + 18.0, 276.0),
            (x + 36.0, 246.0),
            (x + 18.0, 246.0),
        ]);
        if x + 36.0 < 1378.0 {
            canvas.wash(stripe, YARD, 0.92);
        }
    }
    for (x, y) in [
        (862.0, 60.0),
        (862.0, 190.0),
        (1338.0, 60.0),
        (1338.0, 190.0),
        (862.0, 360.0),
        (1338.0, 360.0),
    ] {
        canvas.paint(circle(x, y, 17.0), |px, _, _| {
            STEEL.mix(HAZE, 0.7 * smooth(x + 14.0, x - 16.0, px))
        });
        canvas.fill(circle(x, y, 8.0), NIGHT.mix(STEEL, 0.4));
    }
    // Behind the blade it is dark.
    canvas.paint(rectangle(904.0, 302.0, 392.0, 470.0), |x, y, _| {
        NIGHT.lit(0.75).mix(
            YARD,
            0.45 * smooth(1296.0, 904.0, x) * smooth(300.0, 700.0, y),
        )
    });
}

/// The lower blade in its block.
pub(super) fn anvil(canvas: &mut Canvas) {
    let block = polygon(&[
        (690.0, 850.0),
        (690.0, 724.0),
        (740.0, AXIS + 36.0),
        (CUT - 2.0, AXIS + 36.0),
        (CUT - 2.0, 850.0),
    ]);
    if let Some(path) = block {
        canvas.cast(path.clone(), (46.0, 26.0), 12, Rgb(0.42, 0.48, 0.56));
        canvas.paint(path, |x, y, _| {
            let brushed = noise::value(x / 2.2, y / 190.0, 95) - 0.5;
            STEEL
                .lit(0.92 + 0.14 * brushed)
                .mix(HAZE, 0.40 * smooth(CUT, 690.0, x))
                .mix(NIGHT, 0.4 * smooth(700.0, 850.0, y))
        });
    }
    canvas.paint(
        rectangle(CUT - 46.0, AXIS + 36.0, 44.0, 170.0),
        |x, y, _| {
            HAZE.mix(SLAB, 0.55 * smooth(CUT, CUT - 46.0, x))
                .mix(STEEL, 0.5 * smooth(700.0, 846.0, y))
        },
    );
    canvas.wash(
        line(&[(742.0, AXIS + 37.0), (CUT - 4.0, AXIS + 37.0)], 4.0),
        GLOW,
        0.85,
    );
    for x in [780.0, 880.0] {
        canvas.fill(circle(x, 776.0, 15.0), NIGHT);
        canvas.fill(circle(x - 1.5, 774.5, 11.0), STEEL.mix(HAZE, 0.35));
    }
}

/// The upper blade, just through the bar.
pub(super) fn blade(canvas: &mut Canvas) {
    let ram = rectangle(930.0, 296.0, 340.0, 150.0);
    canvas.paint(ram, |x, y, _| {
        let brushed = noise::value(x / 140.0, y / 2.0, 105) - 0.5;
        STEEL
            .lit(0.86 + 0.14 * brushed)
            .mix(HAZE, 0.5 * smooth(1200.0, 930.0, x))
    });
    for x in [986.0, 1100.0, 1214.0] {
        canvas.fill(circle(x, 388.0, 20.0), NIGHT.mix(STEEL, 0.25));
        canvas.fill(circle(x - 2.0, 386.0, 14.0), HAZE.mix(STEEL, 0.4));
        canvas.fill(line(&[(x - 8.0, 386.0), (x + 5.0, 386.0)], 4.0), NIGHT);
    }
    let steel = polygon(&[
        (CUT + 2.0, 440.0),
        (1256.0, 440.0),
        (1256.0, 560.0),
        (1090.0, AXIS + 26.0),
        (CUT + 2.0, AXIS + 44.0),
    ]);
    if let Some(path) = steel {
        canvas.cast(path.clone(), (22.0, 24.0), 8, Rgb(0.5, 0.55, 0.62));
        canvas.paint(path, |x, y, _| {
            let brushed = noise::value(x / 2.0, y / 170.0, 107) - 0.5;
            let bevel = smooth(
                -4.0,
                4.0,
                y - (AXIS - 38.0 - (x - 1090.0) * 0.52).max(480.0),
            );
            HAZE.mix(SLAB, 0.35 * smooth(1200.0, CUT, x))
                .lit(0.86 + 0.16 * brushed)
                .mix(STEEL, 0.35 * smooth(1060.0, 1256.0, x))
                .mix(SLAB.mix(GLOW, 0.5), 0.55 * bevel)
        });
    }
    canvas.wash(
        line(&[(CUT + 3.0, 446.0), (CUT + 3.0, AXIS + 42.0)], 4.0),
        Rgb(1.0, 0.96, 0.86),
        0.95,
    );
    canvas.wash(
        line(
            &[
                (CUT + 3.0, AXIS + 43.0),
                (1090.0, AXIS + 25.0),
                (1254.0, 560.0),
            ],
            3.0,
        ),
        Rgb(1.0, 0.94, 0.80),
        0.9,
    );
}
