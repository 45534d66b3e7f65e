//! Reinforcing mesh on a slab, the sun low behind it.

use super::palette::{EMBER, GLOW, HAZE, NIGHT, SLAB, STEEL, TAG, YARD};
use super::sky::Sky;
use crate::draw::camera::{Camera, Place};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, hex, smooth};
use crate::draw::letters::lettering;
use crate::draw::noise;
use crate::draw::shapes::{circle, ellipse, line, polygon, rectangle, taper, together};
use tiny_skia::Path;

const WIDTH: u32 = 1600;
const HEIGHT: u32 = 1200;
const CAMERA: Camera = Camera {
    eye: 1.0,
    focal: 1500.0,
    center: (800.0, 372.0),
};
const SKY: Sky = Sky {
    horizon: 372.0,
    sun: (1168.0, 262.0),
    radius: 62.0,
};
/// Shadows fall this far, right and ahead, a meter of height.
const SHADOW: (f32, f32) = (-1.45, -5.6);
/// The slab ends this far ahead, in meters.
const EDGE: f32 = 11.5;
const SQUARE: f32 = 0.2;
const WIRE: f32 = 0.015;
const LOWER: f32 = 0.055;
const UPPER: f32 = 0.070;

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    SKY.paint(&mut canvas);
    skyline(&mut canvas);
    ground(&mut canvas);
    starters(&mut canvas);
    let bars = bars();
    shadows(&mut canvas, &bars);
    spacers(&mut canvas);
    for bar in &bars {
        paint_bar(&mut canvas, bar);
    }
    tag(&mut canvas);
    canvas.shade(|x, y, under| {
        let far = ((x - SKY.sun.0).powi(2) + (y - SKY.sun.1).powi(2)).sqrt();
        let corner = smooth(620.0, 1500.0, y + (800.0 - x) * 0.35);
        under
            .times(Rgb(1.0, 1.0, 1.0).mix(Rgb(0.66, 0.72, 0.80), corner))
            .screen(GLOW, 0.22 * bell(far, 360.0))
            .screen(EMBER, 0.10 * bell(far, 800.0))
    });
    canvas
}

/// A frame, a crane and trees far behind, washed out by the light.
fn skyline(canvas: &mut Canvas) {
    let base = SKY.horizon + 4.0;
    let tint = |share: f32| {
        move |x: f32, y: f32, _: Rgb| YARD.mix(SKY.at(x, y.min(SKY.horizon - 4.0)), share)
    };
    let hills: Vec<(f32, f32)> = std::iter::once((0.0, base))
        .chain((0..=80).map(|i| {
            let x = i as f32 * 20.0;
            (x, base - 18.0 - 34.0 * noise::cloud(x / 260.0, 0.3, 3))
        }))
        .chain(std::iter::once((1600.0, base)))
        .collect();
    canvas.paint(polygon(&hills), tint(0.72));
    let mut frame = Vec::new();
    for column in 0..6 {
        frame.push(rectangle(
            118.0 + column as f32 * 64.0,
            172.0,
            11.0,
            base - 172.0,
        ));
    }
    for (floor, reach) in [(304.0, 350.0), (238.0, 350.0), (172.0, 290.0)] {
        frame.push(rectangle(100.0, floor, reach, 11.0));
    }
    for starter in 0..5 {
        frame.push(line(
            &[
                (122.0 + starter as f32 * 64.0, 172.0),
                (122.0 + starter as f32 * 64.0, 140.0),
            ],
            2.5,
        ));
    }
    canvas.paint(together(frame), tint(0.5));
    let mast = 560.0;
    let mut crane = vec![
        rectangle(mast - 5.0, 60.0, 3.0, base - 60.0),
        rectangle(mast + 5.0, 60.0, 3.0, base - 60.0),
        line(&[(mast - 120.0, 62.0), (mast + 330.0, 62.0)], 4.0),
        line(&[(mast - 60.0, 48.0), (mast + 300.0, 50.0)], 2.0),
        line(&[(mast, 22.0), (mast - 116.0, 60.0)], 2.0),
        line(&[(mast, 22.0), (mast + 230.0, 60.0)], 2.0),
        rectangle(mast - 118.0, 64.0, 42.0, 22.0),
        rectangle(mast - 8.0, 20.0, 16.0, 62.0),
        line(&[(mast + 232.0, 62.0), (mast + 232.0, 150.0)], 1.6),
        rectangle(mast + 214.0, 150.0, 36.0, 6.0),
    ];
    for step in 0..14 {
        let y = 84.0 + step as f32 * 21.0;
        crane.push(line(&[(mast - 4.0, y), (mast + 6.0, y + 21.0)], 1.6));
        let x = mast - 60.0 + step as f32 * 26.0;
        crane.push(line(&[(x, 62.0), (x + 13.0, 49.0), (x + 26.0, 62.0)], 1.4));
    }
    canvas.paint(together(crane), tint(0.44));
}

/// The earth, the board that holds the slab, and the slab with its brush marks and the sun's glare.
fn ground(canvas: &mut Canvas) {
    let edge_y = CAMERA.see(Place(0.0, EDGE, 0.0)).1;
    let board_y = CAMERA.see(Place(0.0, EDGE, 0.12)).1;
    canvas.shade(|x, y, under| {
        if y < SKY.horizon {
            return under;
        }
        let (right, ahead) = CAMERA.ground(x, y);
        let glare = bell(
            x - SKY.sun.0 - (y - SKY.horizon) * -0.12,
            150.0 + (y - SKY.horizon) * 0.62,
        );
        if y < board_y {
            let clod = noise::cloud(right * 0.7, ahead * 0.5, 5);
            let earth = STEEL.mix(hex(0x0079_5D4E), 0.40).lit(0.82 + 0.4 * clod);
            let haze = smooth(board_y + 20.0, SKY.horizon, y);
            return earth.mix(SLAB.mix(TAG, 0.62), (0.62 * glare + 0.42 * haze).min(0.85));
        }
        if y < edge_y {
            return hex(0x003A_3A37).mix(EMBER, 0.25 * glare).mix(HAZE, 0.18);
        }
        let brush = noise::value(right * 7.0, ahead * 90.0, 21) - 0.5;
        let stain = noise::cloud(right * 1.3 + 9.0, ahead * 0.9, 31);
        let pit = smooth(0.78, 0.9, noise::value(right * 60.0, ahead * 60.0, 41));
        let near = smooth(9.0, 1.6, ahead);
        let cool = hex(0x00D9_CDB8).mix(hex(0x00B4_B6B0), near * 0.6);
        let lit = cool.mix(
            hex(0x00FA_D391),
            (0.24 + 0.76 * glare).min(1.0) * (1.0 - 0.25 * near),
        );
        lit.lit(0.97 + 0.20 * (stain - 0.5) + 0.05 * brush * near - 0.025 * pit * near)
            .screen(GLOW, 0.5 * glare * smooth(1.8, 9.0, ahead))
    });
    // Light catches the top of the board.
    canvas.paint(rectangle(0.0, board_y - 1.0, 1600.0, 2.0), |x, _, under| {
        under.mix(GLOW, 0.25 + 0.7 * bell(x - SKY.sun.0, 420.0))
    });
}

/// Starter bars behind the slab, with yellow caps.
fn starters(canvas: &mut Canvas) {
    let mut stems = Vec::new();
    let mut caps = Vec::new();
    for index in 0..17 {
        let right = -6.1 + index as f32 * 0.36;
        let foot = Place(right, EDGE + 0.4, 0.0);
        let lean = (noise::hash(index, 1, 7) - 0.5) * 0.05;
        let top = Place(
            right + lean,
            EDGE + 0.4,
            0.62 + 0.05 * noise::hash(index, 2, 7),
        );
        stems.push(line(&[CAMERA.see(foot), CAMERA.see(top)], 3.0));
        let (x, y) = CAMERA.see(top);
        caps.push(ellipse(x, y + 1.5, 6.5, 3.6));
        caps.push(rectangle(x - 2.6, y, 5.2, 9.0));
    }
    canvas.paint(together(stems), |_, _, under| under.mix(YARD, 0.86));
    canvas.fill(together(caps), TAG.mix(EMBER, 0.12));
}

/// A bar of the mesh.
struct Bar {
    from: Place,
    to: Place,
    /// How much of the sun its upper edge catches, 0 to 1.
    rim: f32,
}

/// A place of the sheet: along its long bars, along its cross bars, up.
fn sheet(along: f32, across: f32, up: f32) -> Place {
    let (sin, cos) = (0.40_f32, 0.9165_f32);
    Place(
        0.46 + along * sin - across * cos,
        2.10 + along * cos + across * sin,
        up,
    )
}

fn bars() -> Vec<Bar> {
    let mut bars = Vec::new();
    for index in 0..=27 {
        let across = index as f32 * SQUARE;
        let bar = CAMERA.clip(sheet(-0.09, across, LOWER), sheet(7.3, across, LOWER));
        bars.extend(bar.map(|(from, to)| Bar {
            from,
            to,
            rim: 0.34,
        }));
    }
    for index in (0..=36).rev() {
        let along = index as f32 * SQUARE;
        let bar = CAMERA.clip(sheet(along, -0.09, UPPER), sheet(along, 5.5, UPPER));
        bars.extend(bar.map(|(from, to)| Bar { from, to, rim: 1.0 }));
    }
    bars
}

fn shadows(canvas: &mut Canvas, bars: &[Bar]) {
    let fall = |p: Place| Place(p.0 + SHADOW.0 * p.2, p.1 + SHADOW.1 * p.2, 0.0);
    let mut paths: Vec<Path> = Vec::new();
    for bar in bars {
        let Some((from, to)) = CAMERA.clip(fall(bar.from), fall(bar.to)) else {
            continue;
        };
        let width = |p: Place| (CAMERA.scale(p) * WIRE * 0.95).max(0.6);
        paths.extend(taper(
            CAMERA.see(from),
            width(from),
            CAMERA.see(to),
            width(to),
        ));
    }
    let glare = |x: f32| bell(x - SKY.sun.0, 420.0);
    canvas.soft(paths, 1, |x, y, under| {
        let depth = smooth(SKY.horizon + 60.0, SKY.horizon + 320.0, y);
        let shade = Rgb(0.31, 0.42, 0.53).mix(Rgb(0.68, 0.70, 0.66), 1.0 - depth);
        under.times(shade.mix(Rgb(0.66, 0.58, 0.54), 0.5 * glare(x)))
    });
}

/// Concrete blocks that carry the mesh.
fn spacers(canvas: &mut Canvas) {
    for row in (0..8).rev() {
        for column in 0..6 {
            let place = sheet(0.3 + row as f32 * 0.8, 0.3 + column as f32 * 0.8, 0.0);
            let scale = CAMERA.scale(place);
            if place.1 < 1.4 || scale < 120.0 {
                continue;
            }
            let (x, y) = CAMERA.see(place);
            let (foot, head, up) = (0.034 * scale, 0.024 * scale, LOWER * scale);
            let drop = (SHADOW.0 * 0.05 * scale, SHADOW.1 * 0.05);
            let far = CAMERA.see(Place(place.0, place.1 + drop.1, 0.0));
            let shadow = polygon(&[
                (x - foot, y),
                (x + foot, y),
                (far.0 + drop.0 + head * 1.1, far.1),
                (far.0 + drop.0 - head * 1.1, far.1),
            ]);
            canvas.soft(shadow, 2, |_, _, under| under.times(Rgb(0.55, 0.63, 0.70)));
            let body = together([
                polygon(&[
                    (x - foot, y),
                    (x - head, y - up),
                    (x + head, y - up),
                    (x + foot, y),
                ]),
                ellipse(x, y, foot, foot * 0.36),
            ]);
            canvas.paint(body, |px, _, _| {
                hex(0x0074_8288).mix(hex(0x00E9_C690), smooth(x, x + foot, px) * 0.8)
            });
            canvas.fill(ellipse(x, y - up, head, head * 0.4), hex(0x00F2_DDB4));
        }
    }
}

fn paint_bar(canvas: &mut Canvas, bar: &Bar) {
    let (from, to) = (CAMERA.see(bar.from), CAMERA.see(bar.to));
    let (from_width, to_width) = (
        CAMERA.scale(bar.from) * WIRE,
        (CAMERA.scale(bar.to) * WIRE).max(0.9),
    );
    let far = |y: f32| smooth(SKY.horizon + 420.0, SKY.horizon + 70.0, y);
    let glare = |x: f32| bell(x - SKY.sun.0, 460.0);
    canvas.paint(taper(from, from_width, to, to_width), |x, y, _| {
        NIGHT
            .mix(STEEL, 0.35)
            .mix(hex(0x005C_4A3A), 0.25 + 0.35 * far(y) * glare(x))
            .mix(HAZE, 0.25 * far(y))
    });
    ribs(canvas, bar);
    // The upper edge against the sun.
    let up = |place: (f32, f32), width: f32| (place.0, place.1 - width * 0.30);
    let rim = taper(
        up(from, from_width),
        from_width * 0.26,
        up(to, to_width),
        to_width * 0.42,
    );
    canvas.paint(rim, |x, y, under| {
        let share = bar.rim * (0.34 + 0.66 * glare(x)) * (0.6 + 0.4 * far(y));
        under.mix(GLOW.mix(TAG, 0.25), share)
    });
    // The cut end, where it is near enough to be seen.
    if from_width > 7.0 {
        canvas.fill(
            circle(from.0, from.1, from_width * 0.5),
            hex(0x0086_8F8E).mix(SLAB, 0.35),
        );
    }
}

/// The ribs of the wire, only where they are wide enough to be seen.
fn ribs(canvas: &mut Canvas, bar: &Bar) {
    let (dx, dy) = (bar.to.0 - bar.from.0, bar.to.1 - bar.from.1);
    let length = (dx * dx + dy * dy).sqrt();
    let mut dark = Vec::new();
    let count = (length / 0.017) as usize;
    for index in 0..count {
        let t = index as f32 * 0.017 / length;
        let place = Place(bar.from.0 + dx * t, bar.from.1 + dy * t, bar.from.2);
        let scale = CAMERA.scale(place);
        if scale < 300.0 {
            break;
        }
        let half = scale * WIRE * 0.5;
        let ahead = Place(
            place.0 + dx / length * 0.008,
            place.1 + dy / length * 0.008,
            place.2,
        );
        let ((x, y), (hx, hy)) = (CAMERA.see(place), CAMERA.see(ahead));
        dark.push(taper(
            (x, y - half * 0.9),
            half * 0.36,
            (hx, hy + half * 0.9),
            half * 0.36,
        ));
    }
    canvas.paint(together(dark), |_, _, under| {
        under.mix(hex(0x0094_8C7C), 0.5)
    });
}

/// The yellow tag with its mark number: wired to the front bar, its lower edge on the slab.
fn tag(canvas: &mut Canvas) {
    let place = |u: f32, v: f32| {
        let top = sheet(-0.012, 0.66 - 0.30 * u, UPPER - 0.012);
        let low = 0.185 + 0.03 * u;
        CAMERA.see(Place(
            top.0 - 0.02 * v,
            top.1 - low * v,
            top.2 * (1.0 - v) + 0.006 * v,
        ))
    };
    let quad = |a: f32, b: f32, c: f32, d: f32| {
        polygon(&[place(a, b), place(c, b), place(c, d), place(a, d)])
    };
    let (left, top) = place(0.0, 0.0);
    let (right, bottom) = place(1.0, 1.0);
    let shadow = polygon(&[
        place(0.02, 0.3),
        place(0.98, 0.3),
        (right - 8.0, bottom + 15.0),
        (place(0.0, 1.0).0 - 22.0, place(0.0, 1.0).1 + 15.0),
    ]);
    canvas.soft(shadow, 5, |_, _, under| under.times(Rgb(0.42, 0.50, 0.60)));
    canvas.paint(quad(0.0, 0.0, 1.0, 1.0), |px, py, _| {
        let (u, v) = ((px - left) / (right - left), (py - top) / (bottom - top));
        TAG.lit(0.93 + 0.12 * u)
            .mix(EMBER, 0.20 * (1.0 - v))
            .screen(GLOW, 0.22 * smooth(0.2, 1.0, v))
    });
    canvas.wash(quad(0.0, 0.965, 1.0, 1.0), GLOW.mix(SLAB, 0.5), 0.9);
    let hole = place(0.5, 0.14);
    canvas.fill(ellipse(hole.0, hole.1, 8.0, 4.5), NIGHT.mix(STEEL, 0.3));
    let bar = CAMERA.see(sheet(0.0, 0.51, UPPER));
    let wire = line(
        &[
            (hole.0 + 1.0, hole.1),
            (bar.0 - 4.0, bar.1 - 8.0),
            (bar.0 + 5.0, bar.1 - 8.0),
            (hole.0 + 2.0, hole.1),
        ],
        2.2,
    );
    canvas.fill(wire, hex(0x004A_5A60));
    let letters = lettering("M04", 9.5, |u, v| place(0.19 + u * 0.170, 0.30 + v * 0.42));
    canvas.fill(letters, YARD);
    canvas.wash(
        line(&[place(0.19, 0.86), place(0.81, 0.86)], 3.6),
        YARD,
        0.8,
    );
}
