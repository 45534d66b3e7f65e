//! The lorry itself.

use super::{DECK, ROAD, SKY};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, hex, smooth};
use crate::draw::nextdaysteel::logo;
use crate::draw::nextdaysteel::palette::{EMBER, GLOW, HAZE, NIGHT, SLAB, STEEL, TAG, YARD};
use crate::draw::shapes::{At, circle, line, polygon, rectangle, rounded, together};

/// The deck, what hangs below it, and the wheels.
pub(super) fn chassis(canvas: &mut Canvas) {
    canvas.paint(rounded(168.0, DECK, 914.0, 34.0, 5.0), |x, y, _| {
        YARD.mix(NIGHT, 0.55 * smooth(DECK + 6.0, DECK + 34.0, y))
            .lit(1.0 + 0.15 * bell(x - 520.0, 500.0))
    });
    canvas.paint(rectangle(168.0, DECK - 1.0, 914.0, 3.5), |x, _, _| {
        TAG.mix(GLOW, 0.35 + 0.65 * bell(x - SKY.sun.0, 380.0))
    });
    let under = together([
        rectangle(190.0, DECK + 34.0, 900.0, 26.0),
        rounded(560.0, DECK + 44.0, 250.0, 84.0, 10.0),
        rectangle(176.0, DECK + 34.0, 14.0, 80.0),
    ]);
    canvas.fill(under, NIGHT);
    // Side guard, reflectors and lamps.
    for index in 0..9 {
        canvas.fill(
            rounded(196.0 + index as f32 * 98.0, DECK + 13.0, 44.0, 9.0, 3.0),
            if index % 2 == 0 { TAG } else { SLAB.lit(0.82) },
        );
    }
    canvas.fill(
        rounded(166.0, DECK + 8.0, 10.0, 24.0, 3.0),
        hex(0x00D0_4A2E),
    );
    for x in [298.0, 434.0, 946.0, 1254.0] {
        wheel(canvas, x);
    }
}

fn wheel(canvas: &mut Canvas, x: f32) {
    let y = ROAD - 66.0;
    for (radius, color) in [
        (68.0, NIGHT.lit(0.62)),
        (60.0, NIGHT.lit(0.9)),
        (38.0, STEEL.mix(HAZE, 0.35)),
        (32.0, STEEL.mix(NIGHT, 0.3)),
        (13.0, HAZE.mix(SLAB, 0.3)),
        (8.0, STEEL),
    ] {
        canvas.paint(circle(x, y, radius), |px, py, _| {
            let toward = ((SKY.sun.0 - x).signum() * (px - x) - (py - y)) / radius;
            color.lit(1.0 + 0.22 * toward)
        });
    }
    for bolt in 0..8 {
        let (sin, cos) = (bolt as f32 * std::f32::consts::FRAC_PI_4 + 0.2).sin_cos();
        canvas.fill(circle(x + cos * 22.0, y + sin * 22.0, 3.2), HAZE);
    }
}

/// The cab, with the crane folded behind it.
pub(super) fn cab(canvas: &mut Canvas) {
    // The crane lies folded behind the cab.
    let crane = together([
        line(&[(1092.0, DECK + 20.0), (1092.0, 420.0)], 26.0),
        line(&[(1092.0, 428.0), (1050.0, 640.0)], 20.0),
        line(&[(1052.0, 640.0), (1066.0, 470.0)], 14.0),
        circle(1092.0, 424.0, 19.0),
    ]);
    canvas.paint(crane, |x, y, _| {
        TAG.mix(EMBER, 0.35)
            .lit(0.74 + 0.36 * smooth(1105.0, 1044.0, x))
            .mix(YARD, 0.25 * smooth(420.0, 720.0, y))
    });
    let joints = together([
        circle(1092.0, 424.0, 8.0),
        circle(1052.0, 636.0, 7.0),
        line(&[(1107.0, 700.0), (1106.0, 500.0)], 5.0),
        line(&[(1078.0, 500.0), (1064.0, 590.0)], 4.0),
        rectangle(1074.0, 690.0, 38.0, 46.0),
    ]);
    canvas.fill(joints, NIGHT.mix(STEEL, 0.2));
    let outline: [At; 10] = [
        (1122.0, 800.0),
        (1122.0, 470.0),
        (1136.0, 446.0),
        (1276.0, 440.0),
        (1306.0, 462.0),
        (1340.0, 610.0),
        (1350.0, 650.0),
        (1352.0, 800.0),
        (1330.0, 836.0),
        (1122.0, 836.0),
    ];
    canvas.paint(polygon(&outline), |x, y, _| {
        let light = smooth(1220.0, 1122.0, x);
        YARD.lit(1.12)
            .mix(STEEL, 0.5 * smooth(620.0, 440.0, y))
            .mix(EMBER, 0.30 * light * smooth(800.0, 460.0, y))
            .mix(NIGHT, 0.6 * smooth(640.0, 836.0, y))
    });
    canvas.paint(
        polygon(&[
            (1122.0, 640.0),
            (1349.0, 640.0),
            (1352.0, 668.0),
            (1122.0, 668.0),
        ]),
        |x, _, _| TAG.lit(1.02 - 0.22 * smooth(1122.0, 1352.0, x)),
    );
    let window = polygon(&[
        (1186.0, 484.0),
        (1272.0, 480.0),
        (1304.0, 606.0),
        (1186.0, 612.0),
    ]);
    canvas.paint(window, |x, y, _| {
        let slant = x - 1186.0 + (y - 480.0) * 0.55;
        let gleam = smooth(18.0, 24.0, slant) * smooth(62.0, 56.0, slant)
            + 0.6 * smooth(74.0, 78.0, slant) * smooth(94.0, 90.0, slant);
        HAZE.mix(SKY.at(x, y), 0.45)
            .mix(YARD, 0.35)
            .mix(GLOW, 0.55 * gleam)
    });
    // The driver, a shape behind the glass.
    let driver = together([
        circle(1234.0, 552.0, 19.0),
        rounded(1206.0, 574.0, 58.0, 36.0, 18.0),
    ]);
    canvas.wash(driver, NIGHT, 0.72);
    for edge in [
        line(&[(1176.0, 476.0), (1176.0, 800.0)], 2.4),
        line(&[(1190.0, 690.0), (1222.0, 690.0)], 6.0),
    ] {
        canvas.wash(edge, NIGHT, 0.65);
    }
    canvas.paint(
        line(
            &[
                (1124.0, 792.0),
                (1124.0, 472.0),
                (1138.0, 448.0),
                (1274.0, 442.0),
            ],
            3.6,
        ),
        |x, _, under| under.mix(GLOW, 0.9 - 0.6 * smooth(1124.0, 1280.0, x)),
    );
    let details = together([
        rounded(1316.0, 520.0, 13.0, 58.0, 5.0),
        line(&[(1300.0, 516.0), (1322.0, 524.0)], 4.0),
    ]);
    canvas.fill(details, NIGHT);
    canvas.fill(
        rounded(1334.0, 742.0, 18.0, 30.0, 6.0),
        Rgb(1.0, 0.95, 0.80),
    );
    // The arch over the front wheel, and the brand's mark on the door.
    canvas.fill(circle(1254.0, ROAD - 76.0, 77.0), NIGHT);
    wheel(canvas, 1254.0);
    logo::mark(canvas, (1206.0, 688.0), 46.0);
}
