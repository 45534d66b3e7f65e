//! Things that stand in several pictures: a dress, a spool, a button, a needle, a plant.

use super::brush::{bristle, cut, gouache, modeled, shadow, tones};
use super::palette::{BARK, CREAM, MIST, MOSS, WOOD};
use crate::draw::canvas::Canvas;
use crate::draw::color::{Rgb, smooth};
use crate::draw::noise;
use crate::draw::shapes::{At, arc, blob, circle, cord, ellipse, line};
use tiny_skia::Path;

/// A dress with short sleeves and a skirt in folds; `place` puts a place of -1 to 1 by 0 to 1 into the picture.
pub(super) fn dress(canvas: &mut Canvas, color: Rgb, seed: u32, place: impl Fn(f32, f32) -> At) {
    let through = |places: &[At]| -> Vec<At> { places.iter().map(|&(u, v)| place(u, v)).collect() };
    let [dark, plain, light] = tones(color);
    let (left, top) = place(-1.0, 0.0);
    let (right, bottom) = place(1.0, 1.0);
    let size = (right - left) / 624.0;
    let side = |x: f32| (x - left) / (right - left);
    let down = |y: f32| (y - top) / (bottom - top);
    for turn in [-1.0, 1.0] {
        let sleeve = through(&[
            (turn * 0.26, 0.022),
            (turn * 0.44, 0.035),
            (turn * 0.60, 0.15),
            (turn * 0.62, 0.21),
            (turn * 0.48, 0.235),
            (turn * 0.34, 0.20),
        ]);
        let shape = cut(&sleeve, seed + 3);
        modeled(canvas, shape, [dark, plain, light], seed + 4, |x, _| {
            if turn < 0.0 {
                0.72
            } else {
                0.36 + 0.1 * side(x)
            }
        });
    }
    let outline = through(&[
        (-0.15, 0.0),
        (-0.06, 0.045),
        (0.06, 0.045),
        (0.15, 0.0),
        (0.34, 0.03),
        (0.38, 0.19),
        (0.33, 0.30),
        (0.30, 0.40),
        (0.46, 0.58),
        (0.66, 0.82),
        (0.78, 0.985),
        (0.50, 1.012),
        (0.20, 0.992),
        (-0.12, 1.014),
        (-0.46, 0.99),
        (-0.78, 1.0),
        (-0.66, 0.82),
        (-0.46, 0.58),
        (-0.30, 0.40),
        (-0.33, 0.30),
        (-0.38, 0.19),
        (-0.34, 0.03),
    ]);
    let body = cut(&outline, seed);
    modeled(canvas, body.clone(), [dark, plain, light], seed, |x, y| {
        0.82 - 0.62 * side(x) + 0.1 * smooth(0.9, 0.2, down(y))
    });
    canvas.within(body, |canvas| {
        // Folds open from the waist to the hem.
        for fold in 0..9 {
            let at = -0.80 + fold as f32 * 0.2 + 0.05 * (noise::hash(fold, 1, seed) - 0.5);
            let wide = 0.045 + 0.05 * noise::hash(fold, 2, seed);
            let start = 0.42 + 0.10 * noise::hash(fold, 3, seed);
            let wedge = through(&[
                (at * 0.38, start),
                (at * 0.66 + wide * 0.4, 0.72),
                (at + wide, 1.03),
                (at - wide, 1.03),
                (at * 0.66 - wide * 0.3, 0.72),
            ]);
            let tone = if fold % 2 == 0 { dark } else { light };
            let share = if fold % 2 == 0 { 0.55 } else { 0.40 };
            canvas.paint(blob(&wedge), |x, y, under| {
                under.mix(tone, share + 0.2 * bristle(x, y, seed + 9))
            });
        }
        for fold in [-0.2, -0.06, 0.12, 0.24] {
            let crease = through(&[(fold, 0.40), (fold * 1.1, 0.34), (fold * 1.3, 0.25)]);
            canvas.wash(cord(&crease, 5.0 * size), dark, 0.6);
        }
        canvas.wash(
            cord(
                &through(&[(0.30, 0.10), (0.27, 0.2), (0.30, 0.3)]),
                9.0 * size,
            ),
            dark,
            0.6,
        );
        let hem = through(&[
            (-0.78, 0.965),
            (-0.4, 0.955),
            (0.0, 0.975),
            (0.4, 0.965),
            (0.78, 0.95),
        ]);
        canvas.wash(cord(&hem, 3.0 * size), dark, 0.7);
    });
    let tie = through(&[
        (-0.31, 0.392),
        (0.0, 0.405),
        (0.31, 0.392),
        (0.305, 0.425),
        (0.0, 0.44),
        (-0.305, 0.425),
    ]);
    gouache(canvas, cut(&tie, seed + 5), dark, seed + 5);
    for end in [
        [(-0.02, 0.43), (-0.05, 0.52), (-0.10, 0.60)],
        [(0.02, 0.43), (0.06, 0.50), (0.07, 0.62)],
    ] {
        canvas.fill(cord(&through(&end), 11.0 * size), dark);
    }
    let neck = through(&[
        (-0.15, 0.004),
        (-0.08, 0.042),
        (0.0, 0.052),
        (0.08, 0.042),
        (0.15, 0.004),
    ]);
    canvas.fill(cord(&neck, 6.0 * size), dark);
    for button in 0..5 {
        let (x, y) = place(0.0, 0.09 + button as f32 * 0.065);
        canvas.fill(circle(x + 2.0 * size, y + 2.0 * size, 6.5 * size), dark);
        canvas.fill(circle(x, y, 6.0 * size), WOOD);
    }
}

/// A wooden spool with thread, by the middle of its foot.
pub(super) fn spool(canvas: &mut Canvas, (x, y): At, size: At, color: Rgb, seed: u32) {
    let (w, h) = size;
    let flange = h * 0.11;
    let rim = |canvas: &mut Canvas, path: Option<Path>, seed: u32| {
        modeled(canvas, path, tones(WOOD.mix(CREAM, 0.2)), seed, |px, _| {
            0.66 - 0.62 * (px - x) / w
        });
    };
    // The lower edge of a rim lies in its own shade.
    let fillet = |canvas: &mut Canvas, at: f32| {
        let edge = line(&[(x - w * 0.47, at), (x + w * 0.47, at)], flange * 0.4);
        canvas.wash(edge, BARK, 0.25);
    };
    let disc = |top: f32, wide: f32| {
        cut(
            &[
                (x - wide, top),
                (x + wide, top),
                (x + wide, top + flange),
                (x - wide, top + flange),
            ],
            seed,
        )
    };
    let all = cut(
        &[
            (x - w / 2.0, y - h),
            (x + w / 2.0, y - h),
            (x + w / 2.0, y),
            (x - w / 2.0, y),
        ],
        seed,
    );
    shadow(canvas, all, (22.0, 8.0), 10);
    rim(canvas, disc(y - flange, w * 0.5), seed);
    fillet(canvas, y - flange * 0.22);
    let bulge = w * 0.47;
    let body = [
        (x - w * 0.40, y - h + flange),
        (x + w * 0.40, y - h + flange),
        (x + bulge, y - h * 0.55),
        (x + w * 0.40, y - flange),
        (x - w * 0.40, y - flange),
        (x - bulge, y - h * 0.55),
    ];
    let [dark, plain, light] = tones(color);
    let tilt = 0.05 + 0.05 * noise::hash(seed as i32, 2, 3);
    canvas.paint(cut(&body, seed + 1), |px, py, _| {
        let u = (px - x) / bulge;
        let turn = (py + tilt * px) / 7.4;
        let thread = (turn - turn.floor() - 0.5).abs() * 2.0;
        let level = 0.5 - 0.55 * (u + 0.32).abs().powi(2)
            + 0.12 * (noise::value(px / 30.0, turn.floor(), seed) - 0.5);
        dark.mix(plain, smooth(-0.25, 0.05, level))
            .mix(light, smooth(0.34, 0.50, level))
            .lit(1.0 - 0.20 * smooth(0.55, 1.0, thread) + 0.06 * smooth(0.4, 0.0, thread))
    });
    rim(canvas, disc(y - h, w * 0.5), seed + 2);
    fillet(canvas, y - h + flange * 0.78);
}

/// A button with two or four holes, from above.
pub(super) fn button(canvas: &mut Canvas, (x, y): At, radius: f32, color: Rgb, seed: u32) {
    let [dark, plain, light] = tones(color);
    let round = circle(x, y, radius);
    shadow(
        canvas,
        round.clone(),
        (radius * 0.16, radius * 0.22),
        (radius * 0.10) as u32 + 2,
    );
    let vein = |px: f32, py: f32| {
        noise::cloud(
            px / radius * 1.7 + py / radius * 0.9,
            (py - px * 0.4) / radius * 4.2,
            seed,
        ) - 0.5
    };
    canvas.paint(round, |px, py, _| {
        plain.mix(dark, 0.55 * smooth(0.02, 0.2, vein(px, py))).mix(
            light,
            0.6 * smooth(radius * 0.2, -radius, (px - x) + (py - y)),
        )
    });
    canvas.wash(
        cord(
            &arc((x, y), (radius * 0.9, radius * 0.9), 2.7, 5.2),
            radius * 0.07,
        ),
        CREAM,
        0.6,
    );
    canvas.paint(circle(x, y, radius * 0.72), |px, py, under| {
        let level = ((px - x) + (py - y)) / radius;
        under
            .mix(dark, 0.34 * smooth(0.1, -0.9, level))
            .mix(light, 0.35 * smooth(0.0, 0.9, level))
    });
    let four = noise::hash(seed as i32, 5, 9) > 0.35;
    let turn = noise::hash(seed as i32, 6, 9) * 3.0;
    for hole in 0..if four { 4 } else { 2 } {
        let step = if four {
            std::f32::consts::FRAC_PI_2
        } else {
            std::f32::consts::PI
        };
        let (sin, cos) = (turn + hole as f32 * step).sin_cos();
        let (hx, hy) = (x + cos * radius * 0.24, y + sin * radius * 0.24);
        canvas.fill(circle(hx, hy, radius * 0.10), BARK.mix(dark, 0.4));
        canvas.wash(
            circle(hx + radius * 0.03, hy + radius * 0.035, radius * 0.07),
            CREAM,
            0.22,
        );
    }
}

/// A steel needle from its eye to its tip.
pub(super) fn needle(canvas: &mut Canvas, eye: At, tip: At) {
    let (dx, dy) = (tip.0 - eye.0, tip.1 - eye.1);
    let long = (dx * dx + dy * dy).sqrt();
    let (nx, ny) = (-dy / long, dx / long);
    let at = |t: f32, off: f32| (eye.0 + dx * t + nx * off, eye.1 + dy * t + ny * off);
    let body = [
        at(-0.05, 0.0),
        at(-0.02, 6.0),
        at(0.08, 7.5),
        at(0.5, 5.5),
        at(1.0, 0.0),
        at(0.5, -5.5),
        at(0.08, -7.5),
        at(-0.02, -6.0),
    ];
    let shape = blob(&body);
    shadow(canvas, shape.clone(), (9.0, 12.0), 4);
    canvas.fill(shape, MIST.lit(0.72));
    canvas.fill(line(&[at(0.0, -2.0), at(0.94, -0.5)], 3.0), CREAM);
    canvas.fill(line(&[at(0.01, 0.0), at(0.07, 0.0)], 5.0), BARK);
}

/// Leaves on stems that come out of one place.
pub(super) fn plant(canvas: &mut Canvas, (x, y): At, size: f32, seed: u32) {
    for stem in 0..7 {
        let way = noise::hash(stem, 1, seed);
        let lean = (stem as f32 - 3.0) * 0.17 + 0.12 * (way - 0.5);
        let high = size * (0.72 + 0.4 * way);
        let at = |t: f32| (x + lean * size * t * (0.5 + 0.6 * t), y - high * t);
        canvas.fill(
            cord(&[at(0.0), at(0.35), at(0.7), at(1.0)], size * 0.016),
            MOSS.lit(0.72),
        );
        for leaf in 0..7 {
            let t = 0.25 + leaf as f32 * 0.115;
            let (lx, ly) = at(t.min(1.0));
            let side = if leaf % 2 == 0 { 1.0 } else { -1.0 };
            let long = size * 0.15 * (1.1 - 0.5 * t);
            let (ex, ey) = (lx + side * long * 0.9 + lean * long, ly - long * 0.55);
            let tone = [MOSS, MOSS.lit(0.80), MOSS.mix(CREAM, 0.22)][((stem + leaf) % 3) as usize];
            let (mx, my) = ((lx + ex) / 2.0, (ly + ey) / 2.0);
            let shape = blob(&[
                (lx, ly),
                (mx - side * long * 0.08, my - long * 0.26),
                (ex, ey),
                (mx + side * long * 0.10, my + long * 0.22),
            ]);
            gouache(canvas, shape, tone, seed + leaf as u32);
        }
    }
}

/// A glazed pot from the front, by the middle of its foot.
pub(super) fn pot(canvas: &mut Canvas, (x, y): At, size: At, color: Rgb, seed: u32) {
    let (w, h) = size;
    let body = [
        (x - w * 0.42, y - h),
        (x + w * 0.42, y - h),
        (x + w * 0.5, y - h * 0.6),
        (x + w * 0.34, y),
        (x - w * 0.34, y),
        (x - w * 0.5, y - h * 0.6),
    ];
    let shape = cut(&body, seed);
    shadow(canvas, shape.clone(), (26.0, 8.0), 12);
    modeled(canvas, shape, tones(color), seed, |px, _| {
        0.62 - 0.6 * (px - x) / w
    });
    canvas.fill(
        ellipse(x, y - h, w * 0.42, h * 0.06),
        color.times(Rgb(0.5, 0.45, 0.48)),
    );
}
