//! A flatbed with tagged sheets of mesh at a site gate, the sun behind the load.

use super::canvas::Canvas;
use super::color::{EMBER, GLOW, HAZE, NIGHT, Rgb, SLAB, STEEL, TAG, YARD, bell, hex, smooth};
use super::shapes::{At, circle, ellipse, lettering, line, polygon, rectangle, rounded, together};
use super::sky::Sky;
use super::{logo, noise};
use tiny_skia::{Path, Transform};

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1200;
/// Where ground and sky meet.
const HORIZON: f32 = 800.0;
/// Where the wheels stand.
const ROAD: f32 = 898.0;
const DECK: f32 = 716.0;
const SKY: Sky = Sky {
    horizon: HORIZON,
    sun: (520.0, 520.0),
    radius: 128.0,
};

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    SKY.paint(&mut canvas);
    site(&mut canvas);
    road(&mut canvas);
    gate(&mut canvas);
    shadow(&mut canvas);
    sheets(&mut canvas);
    chassis(&mut canvas);
    cab(&mut canvas);
    tags(&mut canvas);
    wet(&mut canvas);
    canvas.shade(|x, y, under| {
        let far = ((x - SKY.sun.0).powi(2) + (y - SKY.sun.1).powi(2)).sqrt();
        under
            .screen(GLOW, 0.24 * bell(far, 300.0))
            .screen(EMBER, 0.13 * bell(far, 620.0))
    });
    canvas
}

fn tint(share: f32) -> impl Fn(f32, f32, Rgb) -> Rgb {
    move |x, y, _| YARD.mix(SKY.at(x, y.min(HORIZON - 6.0)), share)
}

/// What is being built behind the gate: a frame, a crane, roofs.
fn site(canvas: &mut Canvas) {
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
fn road(canvas: &mut Canvas) {
    canvas.shade(|x, y, under| {
        if y < HORIZON {
            return under;
        }
        let depth = (y - HORIZON) / (HEIGHT as f32 - HORIZON);
        let grit = noise::cloud(x / 60.0, (y - HORIZON) / 5.0, 15);
        let mirrored = SKY.at(x + (grit - 0.5) * 40.0, HORIZON - (y - HORIZON) * 0.34);
        let dirt = hex(0x004A_4A46).mix(STEEL, 0.45).lit(0.75 + 0.5 * grit);
        let puddle = smooth(
            0.46,
            0.60,
            noise::cloud(x / 420.0 + 3.0, (y - HORIZON) / 62.0, 16),
        );
        dirt.mix(mirrored, (0.30 + 0.42 * puddle) * (1.0 - 0.45 * depth))
            .mix(
                GLOW.mix(TAG, 0.5),
                0.45 * bell(x - SKY.sun.0, 170.0 + 150.0 * depth) * (1.0 - 0.55 * depth),
            )
            .mix(SLAB.mix(TAG, 0.5), 0.5 * smooth(0.10, 0.0, depth))
    });
}

/// Hoarding with the gate standing open.
fn gate(canvas: &mut Canvas) {
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

/// The lorry's shadow on the road, toward the viewer.
fn shadow(canvas: &mut Canvas) {
    let path = polygon(&[
        (150.0, ROAD - 8.0),
        (1350.0, ROAD - 8.0),
        (1560.0, 1120.0),
        (60.0, 1120.0),
    ]);
    let path: Vec<Path> = path.into_iter().collect();
    canvas.soft(&path, 14, |_, y, under| {
        under.times(Rgb(0.30, 0.36, 0.43).mix(Rgb(0.8, 0.82, 0.84), smooth(ROAD, 1130.0, y)))
    });
}

/// A sheet on the rack: its corners, from the lower left on.
struct Sheet {
    left: f32,
    right: f32,
    top: f32,
    lean: f32,
    long: i32,
    cross: i32,
    depth: f32,
}

const SHEETS: [Sheet; 3] = [
    Sheet {
        left: 236.0,
        right: 964.0,
        top: 318.0,
        lean: 44.0,
        long: 9,
        cross: 17,
        depth: 0.62,
    },
    Sheet {
        left: 222.0,
        right: 836.0,
        top: 392.0,
        lean: 34.0,
        long: 7,
        cross: 15,
        depth: 0.30,
    },
    Sheet {
        left: 210.0,
        right: 640.0,
        top: 482.0,
        lean: 24.0,
        long: 5,
        cross: 11,
        depth: 0.0,
    },
];

impl Sheet {
    fn at(&self, u: f32, v: f32) -> At {
        let bottom = DECK - 14.0;
        (
            self.left + (self.right - self.left) * u + self.lean * v,
            bottom + (self.top - bottom) * v,
        )
    }
}

/// Cut sheets of mesh leaning on a rack, the small ones in front.
fn sheets(canvas: &mut Canvas) {
    let rack = together([
        line(&[(268.0, DECK), (330.0, 300.0)], 13.0),
        line(&[(420.0, DECK), (336.0, 300.0)], 9.0),
        line(&[(880.0, DECK), (942.0, 300.0)], 13.0),
        line(&[(1028.0, DECK), (948.0, 300.0)], 9.0),
        line(&[(322.0, 302.0), (958.0, 302.0)], 11.0),
    ]);
    canvas.fill(rack, YARD.mix(NIGHT, 0.4));
    for sheet in &SHEETS {
        let mut wires = Vec::new();
        let mut lights = Vec::new();
        let (over, reach) = (0.35 / sheet.long as f32, 0.35 / sheet.cross as f32);
        for index in 0..=sheet.long {
            let v = index as f32 / sheet.long as f32;
            let (from, to) = (sheet.at(-reach, v), sheet.at(1.0 + reach, v));
            wires.push(line(&[from, to], 6.4));
            lights.push(line(&[(from.0, from.1 - 2.2), (to.0, to.1 - 2.2)], 1.5));
        }
        for index in 0..=sheet.cross {
            let u = index as f32 / sheet.cross as f32;
            wires.push(line(&[sheet.at(u, -over), sheet.at(u, 1.0 + over)], 6.4));
        }
        canvas.paint(together(wires), |x, y, under| {
            let far = ((x - SKY.sun.0).powi(2) + (y - SKY.sun.1).powi(2)).sqrt();
            NIGHT
                .mix(STEEL, 0.15 + 0.5 * sheet.depth)
                .mix(EMBER, 0.62 * bell(far, 175.0))
                .mix(under, 0.10 * sheet.depth)
        });
        canvas.paint(together(lights), |x, _, under| {
            under.mix(GLOW, 0.22 + 0.6 * bell(x - SKY.sun.0, 360.0))
        });
    }
    // More sheets lie flat on the deck, their edges to us.
    for layer in 0..3 {
        let y = DECK - 8.0 - layer as f32 * 9.0;
        canvas.fill(
            line(&[(690.0 - layer as f32 * 8.0, y), (1046.0, y)], 4.6),
            NIGHT.mix(STEEL, 0.3),
        );
        canvas.wash(
            line(
                &[(690.0 - layer as f32 * 8.0, y - 2.2), (1046.0, y - 2.2)],
                1.3,
            ),
            GLOW,
            0.4,
        );
    }
}

fn chassis(canvas: &mut Canvas) {
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

fn cab(canvas: &mut Canvas) {
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

fn tags(canvas: &mut Canvas) {
    let places = [
        (0, 0.90, 0.30, "M06"),
        (1, 0.80, 0.36, "M05"),
        (2, 0.30, 0.42, "M04"),
        (2, 0.84, 0.2, "M03"),
    ];
    for (sheet, u, v, text) in places {
        let (x, y) = SHEETS[sheet].at(u, v);
        let (w, h) = (92.0, 56.0);
        let tilt = (noise::hash(sheet as i32, (u * 100.0) as i32, 3) - 0.5) * 0.22;
        let place = |a: f32, b: f32| {
            let (px, py) = ((a - 0.5) * w, 8.0 + b * h);
            (x + px - py * tilt, y + py + px * tilt)
        };
        let outline = polygon(&[
            place(0.0, 0.0),
            place(1.0, 0.0),
            place(1.0, 1.0),
            place(0.0, 1.0),
        ]);
        if let Some(path) = outline {
            let cast: Vec<Path> = path
                .clone()
                .transform(Transform::from_translate(5.0, 6.0))
                .into_iter()
                .collect();
            canvas.soft(&cast, 2, |_, _, under| under.times(Rgb(0.5, 0.55, 0.62)));
            canvas.paint(path, |_, py, _| {
                TAG.mix(EMBER, 0.12).lit(1.05 - 0.12 * (py - y) / h)
            });
        }
        canvas.fill(line(&[place(0.5, 0.12), (x, y)], 2.2), NIGHT);
        canvas.fill(
            lettering(text, 5.0, |a, b| place(0.18 + a * 0.175, 0.30 + b * 0.46)),
            YARD,
        );
    }
}

/// Light on the puddles in front of the wheels.
fn wet(canvas: &mut Canvas) {
    for (x, y, rx, ry) in [
        (470.0, 1040.0, 260.0, 20.0),
        (960.0, 1100.0, 300.0, 24.0),
        (1420.0, 990.0, 150.0, 11.0),
        (120.0, 1130.0, 170.0, 15.0),
    ] {
        let path: Vec<Path> = ellipse(x, y, rx, ry).into_iter().collect();
        canvas.soft(&path, 3, |px, py, under| {
            let ripple = noise::cloud(px / 90.0, py / 3.0, 77);
            under
                .mix(
                    SKY.at(
                        px + (ripple - 0.5) * 60.0,
                        HORIZON - 20.0 - (py - HORIZON) * 0.3,
                    ),
                    0.42,
                )
                .mix(GLOW, 0.30 * bell(px - SKY.sun.0, 220.0))
        });
    }
}
