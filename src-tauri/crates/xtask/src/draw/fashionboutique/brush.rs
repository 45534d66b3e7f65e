//! Gouache: flat tones with dry brush marks, edges cut by hand, and cloth.

use super::palette::{BARK, CREAM, SHADE, WOOD};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, smooth};
use crate::draw::noise;
use crate::draw::shapes::{At, polygon};
use tiny_skia::Path;

/// A polygon as scissors cut it: its edges waver by a pixel or two.
pub(super) fn cut(corners: &[At], seed: u32) -> Option<Path> {
    let mut places = Vec::new();
    for (index, &from) in corners.iter().enumerate() {
        let to = corners[(index + 1) % corners.len()];
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let steps = ((dx * dx + dy * dy).sqrt() / 46.0).max(1.0) as i32;
        for step in 0..steps {
            let t = step as f32 / steps as f32;
            let off = |k: i32| (noise::hash(index as i32 * 97 + step, k, seed) - 0.5) * 3.4;
            places.push((from.0 + dx * t + off(1), from.1 + dy * t + off(2)));
        }
    }
    polygon(&places)
}

/// Marks of a dry brush that ran from side to side, around 0.
pub(super) fn bristle(x: f32, y: f32, seed: u32) -> f32 {
    let broad = noise::cloud(x / 210.0, y / 150.0, seed) - 0.5;
    let hair = noise::value(x / 96.0, y / 3.4, seed ^ 0xB5) - 0.5;
    broad * 0.8 + hair * 0.45
}

/// Paints a shape in one tone with brush marks.
pub(super) fn gouache(canvas: &mut Canvas, path: Option<Path>, color: Rgb, seed: u32) {
    canvas.paint(path, |x, y, _| color.lit(1.0 + 0.10 * bristle(x, y, seed)));
}

/// Paints a shape in three tones; the closure tells how much light a place has, 0 to 1.
pub(super) fn modeled(
    canvas: &mut Canvas,
    path: Option<Path>,
    tones: [Rgb; 3],
    seed: u32,
    light: impl Fn(f32, f32) -> f32,
) {
    canvas.paint(path, |x, y, _| {
        let mark = bristle(x, y, seed);
        let level = light(x, y) + 0.20 * mark;
        tones[0]
            .mix(tones[1], smooth(0.26, 0.36, level))
            .mix(tones[2], smooth(0.62, 0.72, level))
            .lit(1.0 + 0.06 * mark)
    });
}

/// A color's shade, itself, and its light.
pub(super) fn tones(color: Rgb) -> [Rgb; 3] {
    [
        color.times(Rgb(0.73, 0.65, 0.62)),
        color,
        color.mix(CREAM, 0.30),
    ]
}

/// The soft shadow of a shape on what lies below.
pub(super) fn shadow(canvas: &mut Canvas, path: Option<Path>, fall: At, blur: u32) {
    canvas.cast(path, fall, blur, SHADE);
}

/// Paints a shape as planks with grain along `x`.
pub(super) fn timber(canvas: &mut Canvas, path: Option<Path>, color: Rgb, seed: u32) {
    canvas.paint(path, |x, y, _| grain(color, x, y, seed));
}

/// Paints a shape as an upright of wood with grain along `y`.
pub(super) fn post(canvas: &mut Canvas, path: Option<Path>, color: Rgb, seed: u32) {
    canvas.paint(path, |x, y, _| grain(color, y, x, seed));
}

fn grain(color: Rgb, along: f32, across: f32, seed: u32) -> Rgb {
    let ring = noise::cloud(along / 340.0, across / 15.0, seed);
    let line = noise::value(along / 170.0, across / 3.0, seed ^ 0x77) - 0.5;
    color
        .mix(
            color.times(Rgb(0.72, 0.64, 0.60)),
            0.7 * smooth(0.42, 0.66, ring),
        )
        .lit(1.0 + 0.10 * line)
}

/// Threads over and under each other, `pitch` pixels apart, around 0.
pub(super) fn weave(x: f32, y: f32, pitch: f32, seed: u32) -> f32 {
    let (u, v) = (x / pitch, y / pitch);
    let over = (u.floor() + v.floor()).rem_euclid(2.0) < 1.0;
    let (across, along, thread) = if over {
        (u.fract(), v, u.floor())
    } else {
        (v.fract(), u, v.floor())
    };
    let round = 1.0 - (across.rem_euclid(1.0) - 0.5).abs() * 2.0;
    let slub = noise::value(along / 17.0, thread, seed ^ u32::from(over)) - 0.5;
    (round - 0.5) * 0.9 + slub * 0.9
}

/// A cloth laid flat over the whole picture, with a few soft folds.
pub(super) fn cloth(canvas: &mut Canvas, color: Rgb, seed: u32) {
    canvas.shade(|x, y, _| {
        let fold = noise::cloud((x + 0.6 * y) / 900.0, (y - 0.5 * x) / 420.0, seed) - 0.5;
        color
            .mix(color.times(SHADE), 0.50 * smooth(0.04, -0.30, fold))
            .mix(CREAM, 0.5 * smooth(0.04, 0.26, fold))
            .lit(1.0 + 0.05 * weave(x, y, 5.0, seed) + 0.04 * bristle(x, y, seed))
    });
}

/// Plaster or paper behind things, lighter toward a place.
pub(super) fn wall(canvas: &mut Canvas, color: Rgb, bright: At, seed: u32) {
    canvas.shade(|x, y, _| {
        let far = ((x - bright.0).powi(2) + (y - bright.1).powi(2)).sqrt();
        let mark = noise::cloud(x / 150.0 + y / 420.0, y / 90.0, seed) - 0.5;
        color
            .mix(CREAM, 0.55 * smooth(1100.0, 100.0, far + 260.0 * mark))
            .mix(
                color.times(SHADE),
                0.4 * smooth(900.0, 1900.0, far + 200.0 * mark),
            )
            .lit(1.0 + 0.05 * mark + 0.04 * bristle(x, y, seed))
    });
}

/// The panes of a window as light on a wall: where the first lies, how far apart they are, and how many
/// there are, across and down. Leaves before the window break it.
pub(super) fn sunlight(canvas: &mut Canvas, corner: At, pitch: At, panes: (i32, i32)) {
    let (w, h) = (pitch.0 * 0.907, pitch.1 * 0.9);
    let slant = 0.29 * w;
    for column in 0..panes.0 {
        for row in 0..panes.1 {
            let (x, y) = (
                corner.0 + column as f32 * pitch.0,
                corner.1 + row as f32 * pitch.1 + column as f32 * slant * 1.1,
            );
            let pane = [
                (x, y),
                (x + w, y + slant),
                (x + w, y + slant + h),
                (x, y + h),
            ];
            canvas.soft(cut(&pane, 60 + row as u32), 6, |px, py, under| {
                let leaf = smooth(0.56, 0.66, noise::cloud(px / 95.0, py / 112.0, 8));
                under.mix(CREAM, 0.60 - 0.33 * leaf)
            });
        }
    }
}

/// A board from the front: a light upper edge over a darker face.
pub(super) fn shelf(canvas: &mut Canvas, (x, y): At, wide: f32, thick: f32, seed: u32) {
    let face = cut(
        &[(x, y), (x + wide, y), (x + wide, y + thick), (x, y + thick)],
        seed,
    );
    shadow(canvas, face.clone(), (0.0, 16.0), 12);
    timber(canvas, face, WOOD, seed);
    let low = [
        (x, y + thick * 0.62),
        (x + wide, y + thick * 0.62),
        (x + wide, y + thick),
        (x, y + thick),
    ];
    canvas.wash(cut(&low, seed + 1), BARK, 0.32);
    let edge = [
        (x, y),
        (x + wide, y),
        (x + wide, y + thick * 0.2),
        (x, y + thick * 0.2),
    ];
    canvas.wash(cut(&edge, seed + 2), CREAM, 0.34);
}
