//! The yard at five in the morning: the shed is lit, the crane stands before the sun.

use super::palette::{EMBER, GLOW, HAZE, NIGHT, SLAB, STEEL, TAG, YARD};
use super::sky::Sky;
use super::tag::Tag;
use super::water;
use crate::draw::camera::{Camera, Place};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, bell, hex, smooth};
use crate::draw::noise;
use crate::draw::shapes::{At, circle, line, polygon, rectangle, rounded, together};

const WIDTH: u32 = 1920;
const HEIGHT: u32 = 1080;
const HORIZON: f32 = 640.0;
const CAMERA: Camera = Camera {
    eye: 2.0,
    focal: 1300.0,
    center: (1000.0, HORIZON),
};
const SKY: Sky = Sky {
    horizon: HORIZON,
    sun: (1330.0, 548.0),
    radius: 76.0,
};
/// The shed's wall is this far to the left, in meters.
const WALL: f32 = -8.6;
/// The shed's doors: where each begins and ends, in meters ahead.
const DOORS: [(f32, f32); 3] = [(12.4, 16.6), (20.0, 25.0), (30.0, 37.0)];

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    SKY.paint(&mut canvas);
    distance(&mut canvas);
    ground(&mut canvas);
    lorries(&mut canvas);
    shed(&mut canvas);
    stack(&mut canvas, 7.6, 33.0, 1.0);
    stack(&mut canvas, -1.6, 29.0, 1.3);
    crane(&mut canvas);
    stack(&mut canvas, -3.4, 17.0, 0.7);
    stack(&mut canvas, 5.4, 15.0, 1.25);
    water::puddles(&mut canvas, 742.0, 1.25);
    stack(&mut canvas, 0.55, 8.6, 0.86);
    let tag = Tag {
        hole: (1330.0, 846.0),
        width: 156.0,
        tilt: 0.07,
        text: "M12",
    };
    tag.hang(&mut canvas, (1336.0, 806.0));
    canvas.shade(|x, y, under| {
        let far = ((x - SKY.sun.0).powi(2) + (y - SKY.sun.1).powi(2)).sqrt();
        under
            .screen(GLOW, 0.22 * bell(far, 300.0))
            .screen(EMBER, 0.12 * bell(far, 760.0))
    });
    canvas
}

/// Dark shapes before the sky, paler the greater the share of haze.
fn tint(share: f32) -> impl Fn(f32, f32, Rgb) -> Rgb {
    move |x, y, _| YARD.mix(SKY.at(x, y.min(HORIZON - 6.0)), share)
}

/// Hills, roofs and a row of trees behind the fence.
fn distance(canvas: &mut Canvas) {
    for (height, stretch, seed, share) in [(96.0, 420.0, 3, 0.80), (58.0, 210.0, 5, 0.66)] {
        let mut ridge = vec![(WIDTH as f32, HORIZON + 6.0), (0.0, HORIZON + 6.0)];
        ridge.extend((0..=96).map(|step| {
            let x = step as f32 * 20.0;
            let up = height * (0.3 + 0.7 * noise::cloud(x / stretch, 0.4, seed));
            (x, HORIZON - up)
        }));
        canvas.paint(polygon(&ridge), tint(share));
    }
    let mut fence = Vec::new();
    for post in 0..34 {
        let x = 700.0 + post as f32 * 38.0;
        fence.push(rectangle(x, HORIZON - 26.0, 2.4, 30.0));
    }
    for rail in [24.0, 14.0, 4.0] {
        fence.push(rectangle(700.0, HORIZON - rail, 1260.0, 1.6));
    }
    canvas.paint(together(fence), tint(0.45));
    // A mast with floodlights, still on.
    for (right, ahead) in [(18.4, 34.0), (2.4, 60.0)] {
        let foot = CAMERA.see(Place(right, ahead, 0.0));
        let top = CAMERA.see(Place(right, ahead, 10.5));
        let scale = CAMERA.scale(Place(right, ahead, 0.0));
        let mast = together([
            line(&[foot, top], 0.16 * scale),
            line(
                &[(top.0 - scale, top.1), (top.0 + scale, top.1)],
                0.14 * scale,
            ),
        ]);
        canvas.paint(mast, tint(0.34));
        for side in [-0.8, 0.0, 0.8] {
            let lamp = circle(top.0 + side * scale, top.1, 0.26 * scale);
            canvas.soft(lamp.clone(), 9, |_, _, under| under.screen(GLOW, 0.8));
            canvas.fill(lamp, Rgb(1.0, 0.97, 0.87));
        }
    }
}

/// Wet concrete with joints, the sky and the sun in it.
fn ground(canvas: &mut Canvas) {
    canvas.shade(|x, y, under| {
        if y < HORIZON {
            return under;
        }
        let (right, ahead) = CAMERA.ground(x, y);
        let depth = (y - HORIZON) / (HEIGHT as f32 - HORIZON);
        let grit = noise::cloud(right * 1.9, ahead * 0.8, 15);
        let mirrored = SKY.at(x + (grit - 0.5) * 50.0, HORIZON - (y - HORIZON) * 0.5);
        let across = ((ahead / 5.0).fract() - 0.5).abs() * 5.0 / ahead;
        let along = ((right / 5.0 + 0.3).rem_euclid(1.0) - 0.5).abs() * 5.0 / ahead;
        let joint = smooth(0.0022, 0.0, across.min(along) - 0.0006);
        hex(0x0058_564F)
            .mix(STEEL, 0.42)
            .lit(0.78 + 0.42 * grit)
            .mix(mirrored, 0.44 * (1.0 - 0.55 * depth))
            .mix(
                GLOW.mix(TAG, 0.5),
                0.55 * bell(x - SKY.sun.0, 150.0 + 190.0 * depth) * (1.0 - 0.6 * depth),
            )
            .mix(SLAB.mix(TAG, 0.5), 0.5 * smooth(0.12, 0.0, depth))
            .lit(1.0 - 0.35 * joint * smooth(40.0, 14.0, ahead))
    });
}

/// A place on the shed's wall.
fn wall(ahead: f32, up: f32) -> At {
    CAMERA.see(Place(WALL, ahead, up))
}

/// The long wall of the shed, its doors up and the light on inside.
fn shed(canvas: &mut Canvas) {
    let side = polygon(&[
        wall(6.0, 0.0),
        wall(6.0, 7.6),
        wall(44.0, 7.6),
        wall(44.0, 0.0),
    ]);
    canvas.paint(side, |x, y, _| {
        let ahead = WALL * CAMERA.focal / (x - CAMERA.center.0).min(-1.0);
        let rib = ((ahead * 2.2).fract() - 0.5).abs() * 2.0;
        let up = CAMERA.eye - (y - HORIZON) * ahead / CAMERA.focal;
        NIGHT
            .mix(YARD, 0.85)
            .lit(0.92 + 0.16 * smooth(0.3, 0.7, rib) * smooth(34.0, 12.0, ahead))
            .mix(HAZE, 0.28 * smooth(10.0, 44.0, ahead))
            .mix(EMBER, 0.24 * smooth(12.0, 44.0, ahead))
            .mix(NIGHT, 0.45 * smooth(2.0, 0.0, up))
    });
    let band = polygon(&[
        wall(6.0, 6.1),
        wall(6.0, 6.7),
        wall(44.0, 6.7),
        wall(44.0, 6.1),
    ]);
    canvas.paint(band, |x, _, _| {
        TAG.mix(EMBER, 0.35)
            .lit(0.62 + 0.4 * smooth(100.0, 800.0, x))
    });
    let edge = line(&[wall(6.0, 7.62), wall(44.0, 7.62)], 4.0);
    canvas.paint(edge, |x, _, under| {
        under.mix(GLOW, 0.35 + 0.5 * smooth(0.0, 760.0, x))
    });
    for (from, to) in DOORS {
        let door = polygon(&[
            wall(from, 0.0),
            wall(from, 4.9),
            wall(to, 4.9),
            wall(to, 0.0),
        ]);
        let (left, right) = (wall(from, 0.0).0, wall(to, 0.0).0);
        let glow: Vec<At> = [(0.0, -0.6), (0.0, 2.2), (6.4, 3.6), (6.4, -2.4)]
            .into_iter()
            .map(|(out, along)| {
                let ahead = if along > 0.0 {
                    to + along - 1.6
                } else {
                    from + along
                };
                CAMERA.see(Place(WALL + out, ahead, 0.0))
            })
            .collect();
        canvas.soft(polygon(&glow), 12, |x, _, under| {
            under.screen(TAG.mix(GLOW, 0.5), 0.62 * smooth(right + 420.0, left, x))
        });
        canvas.soft(door.clone(), 14, |_, _, under| under.screen(TAG, 0.35));
        canvas.paint(door.clone(), |x, y, _| {
            let ahead = WALL * CAMERA.focal / (x - CAMERA.center.0).min(-1.0);
            let up = CAMERA.eye - (y - HORIZON) * ahead / CAMERA.focal;
            TAG.mix(GLOW, 0.55)
                .mix(EMBER, 0.55 * smooth(2.6, 4.9, up))
                .mix(EMBER.lit(0.8), 0.45 * smooth(0.9, 0.0, up))
        });
        canvas.within(door, |canvas| inside(canvas, from, to));
        for rung in 0..4 {
            let up = 4.9 - rung as f32 * 0.16;
            let slat = line(&[wall(from, up), wall(to, up)], 5.0 - 0.06 * from);
            canvas.wash(slat, NIGHT.mix(STEEL, 0.4), 0.8);
        }
    }
}

/// What stands in a lit door: racks of bar, a girder, the frame of a shear.
fn inside(canvas: &mut Canvas, from: f32, to: f32) {
    let place = |u: f32, up: f32| wall(from + (to - from) * u, up);
    let scale = CAMERA.focal / (from + to) * 2.0;
    let mut dark = vec![
        line(&[place(0.0, 3.9), place(1.0, 3.9)], 0.16 * scale),
        line(&[place(0.16, 0.0), place(0.16, 2.5)], 0.12 * scale),
        line(&[place(0.44, 0.0), place(0.44, 2.5)], 0.12 * scale),
    ];
    for shelf in 0..4 {
        let up = 0.35 + shelf as f32 * 0.6;
        dark.push(line(&[place(0.16, up), place(0.44, up)], 0.07 * scale));
        for bar in 0..4 {
            let (x, y) = place(0.2 + bar as f32 * 0.065, up + 0.16);
            dark.push(circle(x, y, 0.13 * scale));
        }
    }
    canvas.wash(together(dark), EMBER.mix(NIGHT, 0.75), 0.85);
    let shear = together([
        polygon(&[
            place(0.62, 1.5),
            place(0.62, 3.2),
            place(0.94, 3.2),
            place(0.94, 1.5),
        ]),
        polygon(&[
            place(0.62, 0.0),
            place(0.62, 3.2),
            place(0.70, 3.2),
            place(0.70, 0.0),
        ]),
        polygon(&[
            place(0.86, 0.0),
            place(0.86, 3.2),
            place(0.94, 3.2),
            place(0.94, 0.0),
        ]),
        line(&[place(0.5, 0.95), place(1.0, 0.95)], 0.12 * scale),
    ]);
    canvas.wash(shear, EMBER.mix(NIGHT, 0.62), 0.9);
}

/// Sheets of mesh on timbers: 4.8 m to the right, 2.4 m ahead, `up` high.
fn stack(canvas: &mut Canvas, right: f32, ahead: f32, up: f32) {
    let scale = CAMERA.scale(Place(0.0, ahead, 0.0));
    let at = |u: f32, v: f32, w: f32| {
        CAMERA.see(Place(
            right + u * 4.8,
            ahead + v * 2.4,
            0.10 + w * (up - 0.10),
        ))
    };
    let foot = |u: f32, v: f32| CAMERA.see(Place(right + u * 4.8, ahead + v * 2.4, 0.0));
    let shadow = polygon(&[
        foot(0.0, 0.6),
        foot(1.0, 0.6),
        CAMERA.see(Place(right + 4.3, (ahead - 3.4 * up).max(3.0), 0.0)),
        CAMERA.see(Place(right - 1.0, (ahead - 3.4 * up).max(3.0), 0.0)),
    ]);
    canvas.soft(shadow, (0.05 * scale) as u32 + 2, |_, _, under| {
        under.times(Rgb(0.36, 0.42, 0.49))
    });
    let glare = |x: f32| bell(x - SKY.sun.0, 420.0);
    for u in [0.08, 0.5, 0.92] {
        let (x, y) = at(u, 0.0, 0.0);
        canvas.fill(
            rounded(
                x - 0.11 * scale,
                y - 2.0,
                0.22 * scale,
                0.10 * scale + 2.0,
                1.0,
            ),
            hex(0x006B_4A2C).mix(NIGHT, 0.45),
        );
    }
    // The top, a grid against the light.
    let top = polygon(&[
        at(0.0, 0.0, 1.0),
        at(0.0, 1.0, 1.0),
        at(1.0, 1.0, 1.0),
        at(1.0, 0.0, 1.0),
    ]);
    canvas.paint(top, |x, _, _| {
        NIGHT.mix(STEEL, 0.5).mix(EMBER, 0.35 * glare(x))
    });
    let mut wires = Vec::new();
    for index in 0..=24 {
        let u = index as f32 / 24.0;
        wires.push(line(
            &[at(u, 0.0, 1.0), at(u, 1.0, 1.0)],
            (0.010 * scale).max(0.8),
        ));
    }
    for index in 0..=12 {
        let v = index as f32 / 12.0;
        wires.push(line(
            &[at(0.0, v, 1.0), at(1.0, v, 1.0)],
            (0.012 * scale).max(0.8),
        ));
    }
    canvas.paint(together(wires), |x, _, under| {
        under.mix(GLOW.mix(TAG, 0.25), 0.30 + 0.6 * glare(x))
    });
    // The edges of the sheets: long bars with the ends of the cross bars between.
    let front = polygon(&[
        at(0.0, 0.0, 0.0),
        at(0.0, 0.0, 1.0),
        at(1.0, 0.0, 1.0),
        at(1.0, 0.0, 0.0),
    ]);
    canvas.fill(front, NIGHT.lit(0.8));
    let layers = ((up - 0.10) / 0.045) as i32;
    let mut bars = Vec::new();
    let mut ends = Vec::new();
    for layer in 0..layers {
        let w = (layer as f32 + 0.5) / layers as f32;
        let slip = (noise::hash(layer, right as i32, 9) - 0.5) * 0.016;
        bars.push(line(
            &[at(slip, 0.0, w), at(1.0 + slip, 0.0, w)],
            (0.013 * scale).max(0.7),
        ));
        for index in 0..=24 {
            let (x, y) = at(index as f32 / 24.0 + slip * 0.9, 0.0, w);
            ends.push(circle(x, y - 0.014 * scale, (0.010 * scale).max(0.5)));
        }
    }
    canvas.paint(together(bars), |x, _, _| STEEL.mix(EMBER, 0.25 * glare(x)));
    canvas.paint(together(ends), |x, _, _| {
        HAZE.mix(GLOW, 0.25 + 0.4 * glare(x)).lit(0.8)
    });
    let rim = line(
        &[at(0.0, 0.0, 1.0), at(1.0, 0.0, 1.0)],
        (0.016 * scale).max(1.2),
    );
    canvas.paint(rim, |x, _, under| under.mix(GLOW, 0.35 + 0.6 * glare(x)));
}

/// A gantry crane over the stacks, a sheet on its hook.
fn crane(canvas: &mut Canvas) {
    let at = |right: f32, up: f32| CAMERA.see(Place(right, 25.0, up));
    let leg = |right: f32, ahead: f32, to: f32| {
        let scale = CAMERA.scale(Place(0.0, ahead, 0.0));
        line(
            &[CAMERA.see(Place(right, ahead, 0.0)), at(to, 7.2)],
            0.36 * scale,
        )
    };
    let mut parts = vec![
        leg(-1.6, 22.4, -1.1),
        leg(-1.6, 27.6, -1.1),
        leg(11.9, 22.4, 11.4),
        leg(11.9, 27.6, 11.4),
        line(&[at(-3.2, 7.3), at(13.6, 7.3)], 20.0),
        line(&[at(-3.2, 8.3), at(13.6, 8.3)], 9.0),
        line(
            &[
                CAMERA.see(Place(-1.5, 22.9, 1.6)),
                CAMERA.see(Place(-1.5, 27.1, 1.6)),
            ],
            9.0,
        ),
        line(
            &[
                CAMERA.see(Place(11.8, 22.9, 1.6)),
                CAMERA.see(Place(11.8, 27.1, 1.6)),
            ],
            9.0,
        ),
    ];
    for step in 0..21 {
        let right = -3.2 + step as f32 * 0.8;
        parts.push(line(
            &[at(right, 7.3), at(right + 0.4, 8.3), at(right + 0.8, 7.3)],
            4.0,
        ));
    }
    for (right, ahead) in [(-1.6, 22.4), (-1.6, 27.6), (11.9, 22.4), (11.9, 27.6)] {
        let (x, y) = CAMERA.see(Place(right, ahead, 0.0));
        parts.push(rounded(x - 26.0, y - 16.0, 52.0, 18.0, 6.0));
    }
    canvas.paint(together(parts), |x, y, _| {
        let far = ((x - SKY.sun.0).powi(2) + (y - SKY.sun.1).powi(2)).sqrt();
        NIGHT
            .mix(YARD, 0.75)
            .mix(EMBER, 0.5 * bell(far, 240.0))
            .mix(SKY.at(x, y.min(HORIZON - 8.0)), 0.10)
    });
    let lights = line(&[at(-3.2, 7.52), at(13.6, 7.52)], 2.5);
    canvas.paint(lights, |x, _, under| {
        under.mix(GLOW, 0.3 + 0.5 * bell(x - SKY.sun.0, 400.0))
    });
    let sign = polygon(&[at(-0.6, 7.05), at(1.4, 7.05), at(1.4, 7.55), at(-0.6, 7.55)]);
    canvas.fill(sign, TAG.mix(EMBER, 0.2));
    // The trolley, its ropes, and the sheet edge on.
    let hook = 5.0;
    let load = together([
        rectangle(at(hook, 0.0).0 - 44.0, at(hook, 7.2).1, 88.0, 26.0),
        line(&[at(hook - 0.3, 7.0), at(hook - 0.3, 5.1)], 2.4),
        line(&[at(hook + 0.3, 7.0), at(hook + 0.3, 5.1)], 2.4),
        rounded(at(hook, 0.0).0 - 22.0, at(hook, 5.2).1, 44.0, 22.0, 6.0),
        line(&[at(hook, 4.9), at(hook - 2.1, 3.9)], 2.4),
        line(&[at(hook, 4.9), at(hook + 2.1, 3.9)], 2.4),
        line(&[at(hook - 2.6, 3.82), at(hook + 2.6, 3.82)], 9.0),
        line(&[at(hook - 2.5, 3.62), at(hook + 2.5, 3.62)], 3.0),
    ]);
    canvas.paint(load, |x, y, _| {
        let far = ((x - SKY.sun.0).powi(2) + (y - SKY.sun.1).powi(2)).sqrt();
        NIGHT.mix(EMBER, 0.45 * bell(far, 200.0))
    });
}

/// The lorries, parked in a row, their lamps on.
fn lorries(canvas: &mut Canvas) {
    for (index, right) in [19.0, 15.2, 11.4].into_iter().enumerate() {
        let ahead = 46.0 - index as f32 * 3.0;
        let at = |x: f32, up: f32| CAMERA.see(Place(right + x, ahead, up));
        let scale = CAMERA.scale(Place(0.0, ahead, 0.0));
        let body = together([
            polygon(&[
                at(0.0, 0.5),
                at(0.0, 3.0),
                at(0.25, 3.3),
                at(2.25, 3.3),
                at(2.5, 3.0),
                at(2.5, 0.5),
            ]),
            rectangle(at(0.15, 0.0).0, at(0.0, 0.55).1, 0.5 * scale, 0.58 * scale),
            rectangle(at(1.85, 0.0).0, at(0.0, 0.55).1, 0.5 * scale, 0.58 * scale),
        ]);
        canvas.paint(body, |x, y, _| {
            NIGHT
                .mix(YARD, 0.7)
                .mix(SKY.at(x, y.min(HORIZON - 8.0)), 0.16)
        });
        let glass = polygon(&[at(0.25, 1.9), at(0.3, 2.9), at(2.2, 2.9), at(2.25, 1.9)]);
        canvas.wash(glass, HAZE.mix(GLOW, 0.3), 0.5);
        canvas.wash(
            polygon(&[at(0.0, 1.45), at(0.0, 1.7), at(2.5, 1.7), at(2.5, 1.45)]),
            TAG,
            0.8,
        );
        for lamp in [0.35, 2.15] {
            let (x, y) = at(lamp, 0.95);
            canvas.soft(circle(x, y, 7.0), 5, |_, _, under| under.screen(GLOW, 0.9));
            canvas.fill(circle(x, y, 3.6), Rgb(1.0, 0.97, 0.88));
        }
    }
}
