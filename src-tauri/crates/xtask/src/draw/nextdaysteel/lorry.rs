//! A flatbed with tagged sheets of mesh at a site gate, the sun behind the load.

use super::palette::{EMBER, GLOW, NIGHT, STEEL, TAG, YARD};
use super::sky::Sky;
use super::water;
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, smooth};
use crate::draw::letters::lettering;
use crate::draw::noise;
use crate::draw::shapes::{At, line, polygon, together};

mod site;
mod vehicle;

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
    site::paint(&mut canvas);
    site::road(&mut canvas);
    site::gate(&mut canvas);
    shadow(&mut canvas);
    sheets(&mut canvas);
    vehicle::chassis(&mut canvas);
    vehicle::cab(&mut canvas);
    tags(&mut canvas);
    water::puddles(&mut canvas, ROAD, 1.45);
    canvas.shade(|x, y, under| {
        let far = ((x - SKY.sun.0).powi(2) + (y - SKY.sun.1).powi(2)).sqrt();
        under
            .screen(GLOW, 0.24 * bell(far, 300.0))
            .screen(EMBER, 0.13 * bell(far, 620.0))
    });
    canvas
}

/// The lorry's shadow on the road, toward the viewer.
fn shadow(canvas: &mut Canvas) {
    let path = polygon(&[
        (150.0, ROAD - 8.0),
        (1350.0, ROAD - 8.0),
        (1560.0, 1120.0),
        (60.0, 1120.0),
    ]);
    canvas.soft(path, 14, |_, y, under| {
        under.times(Rgb(0.34, 0.41, 0.48).mix(Rgb(0.9, 0.91, 0.92), smooth(ROAD, 1090.0, y)))
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
            canvas.cast(path.clone(), (5.0, 6.0), 2, Rgb(0.5, 0.55, 0.62));
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
