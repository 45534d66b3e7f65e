//! Bundles of bar in the rack, each size with its tag.

use super::bars::Bar;
use super::palette::{EMBER, GLOW, HAZE, NIGHT, SLAB, STEEL, TAG, YARD};
use super::tag::Tag;
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, smooth};
use crate::draw::noise;
use crate::draw::shapes::{At, circle, polygon, rectangle};

const WIDTH: u32 = 1280;
const HEIGHT: u32 = 1600;
const VANISH: At = (640.0, 660.0);
/// How much of its size is left of a bar at its far end.
const FAR: f32 = 0.62;
/// The columns of the rack, by their left edges, and their width.
const COLUMNS: [f32; 3] = [64.0, 598.0, 1132.0];
const COLUMN: f32 = 84.0;
/// The upper edges of the arms that carry the bundles.
const ARMS: [f32; 4] = [372.0, 706.0, 1066.0, 1496.0];

struct Bundle {
    text: &'static str,
    radius: f32,
    /// Bars in the lowest row, and rows.
    wide: i32,
    rows: i32,
    paint: Option<Rgb>,
    arm: usize,
    bay: usize,
}

const fn bundle(
    text: &'static str,
    radius: f32,
    wide: i32,
    rows: i32,
    place: (usize, usize),
) -> Bundle {
    Bundle {
        text,
        radius,
        wide,
        rows,
        paint: None,
        arm: place.0,
        bay: place.1,
    }
}

const BUNDLES: [Bundle; 8] = [
    bundle("H8", 15.0, 13, 8, (0, 0)),
    bundle("H10", 18.0, 11, 6, (0, 1)),
    bundle("H12", 22.0, 9, 6, (1, 0)),
    Bundle {
        paint: Some(TAG),
        ..bundle("H16", 27.0, 7, 5, (1, 1))
    },
    Bundle {
        paint: Some(HAZE),
        ..bundle("H20", 31.0, 6, 5, (2, 0))
    },
    bundle("H20", 31.0, 6, 3, (2, 1)),
    bundle("H25", 38.0, 5, 4, (3, 0)),
    Bundle {
        paint: Some(EMBER),
        ..bundle("H32", 47.0, 4, 4, (3, 1))
    },
];

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    shed(&mut canvas);
    for depth in [0.70, 0.84] {
        frame(&mut canvas, depth);
    }
    // What is level with the eye stands before what is above and below it.
    let from_eye = |bundle: &&Bundle| (ARMS[bundle.arm] - VANISH.1).abs();
    let mut bundles: Vec<&Bundle> = BUNDLES.iter().collect();
    bundles.sort_by(|a, b| from_eye(b).total_cmp(&from_eye(a)));
    for bundle in bundles {
        let bars = bundle.bars();
        for bar in &bars {
            bar.body(&mut canvas, VANISH, FAR);
        }
        gloom(&mut canvas, &bars);
        for bar in &bars {
            bar.face(&mut canvas, &bars);
        }
    }
    frame(&mut canvas, 1.0);
    for bundle in &BUNDLES {
        let (x, top) = bundle.top();
        let lean = noise::hash(bundle.wide, bundle.rows, 5) - 0.5;
        let tag = Tag {
            hole: (x + 26.0 * lean, top + 52.0 + bundle.radius),
            width: 148.0,
            tilt: 0.22 * lean,
            text: bundle.text,
        };
        tag.hang(&mut canvas, (x + 4.0, top + 2.0));
    }
    light(&mut canvas);
    canvas
}

impl Bundle {
    /// The middle of its highest row, at the upper edge.
    fn top(&self) -> At {
        let pitch = self.radius * 1.745;
        (
            COLUMNS[self.bay] + COLUMN + (COLUMNS[1] - COLUMNS[0] - COLUMN) / 2.0,
            ARMS[self.arm] - self.radius * 2.0 - (self.rows - 1) as f32 * pitch,
        )
    }

    fn bars(&self) -> Vec<Bar> {
        let (middle, _) = self.top();
        let mut bars = Vec::new();
        for row in 0..self.rows {
            // Piled as they roll: every row has one bar less.
            let count = self.wide - row.min(self.wide - 1);
            for column in 0..count {
                let seed = row * 31 + column + 400 * self.arm as i32 + 173 * self.bay as i32;
                let jitter = |k: i32| (noise::hash(seed, k, 27) - 0.5) * self.radius * 0.05;
                let out = noise::hash(seed, 3, 27);
                let x = middle + (column as f32 - (count - 1) as f32 / 2.0) * self.radius * 2.02;
                let y = ARMS[self.arm] - self.radius * (1.0 + 1.745 * row as f32);
                let grow = 1.0 + 0.014 * out;
                bars.push(Bar {
                    center: (
                        VANISH.0 + (x + jitter(1) - VANISH.0) * grow,
                        VANISH.1 + (y + jitter(2) - VANISH.1) * grow,
                    ),
                    radius: self.radius * 0.985 * grow,
                    out,
                    paint: self.paint,
                    seed,
                });
            }
        }
        let from_eye = |bar: &Bar| {
            let (dx, dy) = (bar.center.0 - VANISH.0, bar.center.1 - VANISH.1);
            dx * dx + dy * dy
        };
        bars.sort_by(|a, b| from_eye(b).total_cmp(&from_eye(a)));
        bars
    }
}

/// The wall of the shed far behind, the morning in its open door.
fn shed(canvas: &mut Canvas) {
    canvas.shade(|x, y, _| {
        let sheet = ((x / 26.0).fract() - 0.5).abs() * 2.0;
        NIGHT
            .mix(YARD, 0.8)
            .lit(0.94 + 0.10 * smooth(0.2, 0.8, sheet))
            .mix(STEEL, 0.5 * bell(x - 250.0, 480.0))
            .mix(NIGHT, 0.55 * smooth(900.0, 1500.0, y))
    });
    let door = rectangle(236.0, 330.0, 320.0, 470.0);
    canvas.soft(door, 12, |x, y, _| {
        let far = ((x - 420.0).powi(2) + (y - 640.0).powi(2)).sqrt();
        SLAB.mix(TAG, 0.35)
            .mix(HAZE.mix(SLAB, 0.5), smooth(640.0, 330.0, y))
            .mix(GLOW, 0.8 * bell(far, 220.0))
            .mix(Rgb(1.0, 0.97, 0.87), smooth(58.0, 42.0, far))
    });
    canvas.soft(rectangle(-40.0, 800.0, 1400.0, 900.0), 5, |x, y, _| {
        let stain = noise::cloud(x / 200.0, y / 60.0, 51) - 0.5;
        STEEL
            .mix(HAZE, 0.25)
            .lit(0.66 + 0.2 * stain)
            .mix(
                GLOW,
                0.5 * bell(x - 400.0, 260.0) * smooth(1200.0, 800.0, y),
            )
            .mix(NIGHT, 0.6 * smooth(850.0, 1600.0, y))
    });
}

/// Columns and arms, at a share of their size as they stand further away.
fn frame(canvas: &mut Canvas, share: f32) {
    let at = |x: f32, y: f32| {
        (
            VANISH.0 + (x - VANISH.0) * share,
            VANISH.1 + (y - VANISH.1) * share,
        )
    };
    let far = 1.0 - share;
    let dim = |color: Rgb| color.lit(1.0 - 1.6 * far).mix(NIGHT, far * 1.2);
    for arm in ARMS {
        let (left, top) = at(COLUMNS[0] - 40.0, arm);
        let (right, bottom) = at(COLUMNS[2] + COLUMN + 40.0, arm + 40.0);
        let beam = rectangle(left, top, right - left, bottom - top);
        canvas.cast(beam.clone(), (0.0, 20.0 * share), 9, Rgb(0.5, 0.55, 0.62));
        canvas.paint(beam, |x, y, _| {
            let wear = noise::cloud(x / 60.0, y / 40.0, 81);
            let chip = smooth(0.68, 0.75, noise::cloud(x / 22.0, y / 14.0, 82));
            dim(TAG
                .mix(EMBER, 0.12 + 0.22 * smooth(300.0, 1280.0, x))
                .lit(0.96 + 0.12 * wear - 0.28 * smooth(top, bottom, y))
                .mix(STEEL, 0.6 * chip))
        });
        canvas.wash(rectangle(left, top, right - left, 3.0), GLOW, 0.75 - far);
    }
    for x in COLUMNS {
        let (left, _) = at(x, 0.0);
        let width = COLUMN * share;
        let column = rectangle(left, -50.0, width, 1700.0);
        canvas.cast(column.clone(), (16.0, 0.0), 9, Rgb(0.55, 0.60, 0.66));
        canvas.paint(column, |px, y, _| {
            let u = (px - left) / width;
            // A rolled section: two flanges and the web between them.
            let web = smooth(0.16, 0.20, u) * smooth(0.84, 0.80, u);
            let rust = smooth(0.62, 0.8, noise::cloud(px / 30.0, y / 60.0, 83));
            dim(YARD
                .lit(1.25 - 0.25 * u)
                .mix(HAZE, 0.30 * smooth(0.3, 0.0, u))
                .mix(NIGHT, 0.38 * web)
                .mix(EMBER.lit(0.6), 0.25 * rust))
        });
        canvas.wash(rectangle(left, -50.0, 3.0 * share, 1700.0), GLOW, 0.5 - far);
        for arm in ARMS {
            let (_, y) = at(0.0, arm + 20.0);
            for side in [0.3, 0.7] {
                let x = left + width * side;
                canvas.fill(circle(x, y, 8.5 * share), dim(NIGHT));
                canvas.fill(
                    circle(x - 1.5 * share, y - 1.5 * share, 6.0 * share),
                    dim(HAZE),
                );
            }
        }
    }
}

/// The lengths behind the cut ends lie in the dark of the rack.
fn gloom(canvas: &mut Canvas, bars: &[Bar]) {
    let dark = bars
        .iter()
        .filter_map(|bar| circle(bar.center.0, bar.center.1, bar.radius * 1.12));
    canvas.soft(dark, 5, |_, _, under| under.times(Rgb(0.34, 0.40, 0.47)));
}

/// The sun comes in from the left.
fn light(canvas: &mut Canvas) {
    let shaft = polygon(&[
        (-60.0, 120.0),
        (-60.0, 620.0),
        (1400.0, 1500.0),
        (1400.0, 900.0),
    ]);
    canvas.soft(shaft, 60, |x, y, under| {
        let dust = noise::cloud(x / 190.0, y / 150.0, 111);
        under.screen(
            GLOW.mix(TAG, 0.3),
            (0.10 + 0.12 * dust) * smooth(1500.0, -100.0, x),
        )
    });
    for index in 0..90 {
        let t = noise::hash(index, 1, 113);
        let spot = circle(
            1280.0 * t,
            160.0 + 620.0 * t + 520.0 * noise::hash(index, 2, 113),
            0.8 + 2.4 * noise::hash(index, 3, 113).powi(3),
        );
        canvas.wash(spot, GLOW, 0.2 + 0.35 * noise::hash(index, 4, 113));
    }
    canvas.shade(|x, y, under| {
        let far = (x * x + (y - 300.0).powi(2)).sqrt();
        under
            .screen(GLOW, 0.16 * bell(far, 620.0))
            .mix(NIGHT, 0.28 * smooth(900.0, 1900.0, far))
    });
}
