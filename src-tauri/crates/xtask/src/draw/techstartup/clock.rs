//! A wall clock over job cards that hang in a line and wait.

use super::palette::{GRAPHITE, GRAY, GREEN, MIST, SLATE, WHITE};
use super::pen::{FINE, outlined, outlined_in, paper, shade, trace};
use crate::draw::canvas::Canvas;
use crate::draw::letters::lettering;
use crate::draw::shapes::{At, circle, cord, polygon, rounded};

const WIDTH: u32 = 1280;
const HEIGHT: u32 = 1600;
const CLOCK: At = (640.0, 486.0);
const RADIUS: f32 = 318.0;
/// The hands: 11 minutes to 4, in turns from the top.
const HOUR: f32 = 3.0 / 12.0 + 49.0 / 720.0;
const MINUTE: f32 = 49.0 / 60.0;
const SECOND: f32 = 21.0 / 60.0;
/// The first job, and how the cards hang: a place along the wire, and a lean.
const FIRST: usize = 117;
const CARDS: [(f32, f32); 6] = [
    (-24.0, 0.02),
    (246.0, -0.03),
    (516.0, 0.015),
    (786.0, 0.035),
    (1056.0, -0.02),
    (1326.0, 0.02),
];
const CARD: At = (224.0, 316.0);

pub(super) fn draw() -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    paper(&mut canvas);
    clock(&mut canvas);
    let wire: Vec<At> = (0..=32)
        .map(|step| (step as f32 * 50.0 - 160.0, wire(step as f32 * 50.0 - 160.0)))
        .collect();
    let below: Vec<At> = wire.iter().map(|&(x, y)| (x + 16.0, y + 16.0)).collect();
    shade(&mut canvas, cord(&below, 8.0));
    canvas.fill(cord(&wire, 6.0), GRAPHITE);
    for (index, (x, lean)) in CARDS.into_iter().enumerate() {
        card(&mut canvas, index, x, lean);
    }
    canvas
}

/// How low the wire hangs at a column.
fn wire(x: f32) -> f32 {
    1064.0 - 0.000_09 * (x - 640.0) * (x - 640.0)
}

fn clock(canvas: &mut Canvas) {
    let (x, y) = CLOCK;
    let on = |turn: f32, far: f32| {
        let (sin, cos) = (turn * std::f32::consts::TAU).sin_cos();
        (x + sin * far, y - cos * far)
    };
    shade(canvas, circle(x + 44.0, y + 44.0, RADIUS));
    outlined(canvas, circle(x, y, RADIUS), GRAPHITE);
    outlined_in(canvas, circle(x, y, RADIUS - 26.0), WHITE, SLATE, 3.0);
    for minute in 0..60 {
        let turn = minute as f32 / 60.0;
        let (long, width) = if minute % 5 == 0 {
            (38.0, 9.0)
        } else {
            (18.0, 3.0)
        };
        let far = RADIUS - 44.0;
        trace(
            canvas,
            &[on(turn, far), on(turn, far - long)],
            width,
            GRAPHITE,
        );
    }
    for (hour, text) in [(0, "12"), (3, "3"), (6, "6"), (9, "9")] {
        let (px, py) = on(hour as f32 / 12.0, RADIUS - 122.0);
        let wide = (text.len() as f32 * 1.35 - 0.35) * 30.0;
        let numeral = lettering(text, 8.0, |u, v| {
            (px - wide / 2.0 + u * 30.0, py - 24.0 + v * 48.0)
        });
        canvas.fill(numeral, GRAPHITE);
    }
    // What is left of the hour, in green.
    let mut wedge = vec![CLOCK];
    wedge.extend(
        (0..=24).map(|step| on(MINUTE + (1.0 - MINUTE) * step as f32 / 24.0, RADIUS - 92.0)),
    );
    canvas.wash(polygon(&wedge), GREEN, 0.28);
    let hand = |turn: f32, back: f32, far: f32, half: f32| {
        let side = turn + 0.25;
        let (sin, cos) = (side * std::f32::consts::TAU).sin_cos();
        let (tail, tip) = (on(turn, -back), on(turn, far));
        polygon(&[
            (tail.0 + sin * half, tail.1 - cos * half),
            (tip.0 + sin * half * 0.45, tip.1 - cos * half * 0.45),
            (tip.0 - sin * half * 0.45, tip.1 + cos * half * 0.45),
            (tail.0 - sin * half, tail.1 + cos * half),
        ])
    };
    canvas.fill(hand(HOUR, 44.0, 150.0, 14.0), GRAPHITE);
    canvas.fill(hand(MINUTE, 44.0, 226.0, 10.0), GRAPHITE);
    trace(canvas, &[on(SECOND, -64.0), on(SECOND, 240.0)], 5.0, GREEN);
    outlined_in(canvas, circle(x, y, 19.0), GREEN, GRAPHITE, 4.0);
}

/// A card under its clip: the job's number, what it will do as bars, and its state.
fn card(canvas: &mut Canvas, index: usize, x: f32, lean: f32) {
    let (w, h) = CARD;
    let top = wire(x);
    let at = |u: f32, v: f32| (x + u - v * lean, top + 8.0 + v + u * lean);
    let part = |left: f32, upper: f32, right: f32, lower: f32| {
        polygon(&[
            at(left, upper),
            at(right, upper),
            at(right, lower),
            at(left, lower),
        ])
    };
    let running = index == 1;
    shade(
        canvas,
        part(-w / 2.0 + 22.0, 22.0, w / 2.0 + 22.0, h + 22.0),
    );
    outlined(canvas, part(-w / 2.0, 0.0, w / 2.0, h), WHITE);
    let head = if running { GREEN } else { GRAY };
    outlined_in(
        canvas,
        part(-w / 2.0, 0.0, w / 2.0, 78.0),
        head,
        GRAPHITE,
        3.0,
    );
    let number = (FIRST + index).to_string();
    let letters = lettering(&number, 6.0, |u, v| at(-46.0 + u * 25.0, 30.0 + v * 34.0));
    canvas.fill(letters, GRAPHITE);
    for row in 0..4 {
        let upper = 108.0 + row as f32 * 34.0;
        let long = [150.0, 118.0, 164.0, 84.0, 136.0][(row + index) % 5];
        let done = running && row < 2;
        canvas.fill(
            part(-84.0, upper, -84.0 + long, upper + 14.0),
            if done { GREEN } else { MIST.mix(GRAY, 0.7) },
        );
    }
    trace(canvas, &[at(-84.0, 256.0), at(84.0, 256.0)], FINE, GRAY);
    let word = if running { "RUNNING" } else { "WAITING" };
    let state = lettering(word, 3.4, |u, v| at(-84.0 + u * 15.5, 272.0 + v * 20.0));
    canvas.fill(state, if running { GREEN } else { SLATE });
    // The clip.
    let (cx, cy) = at(0.0, -8.0);
    outlined_in(
        canvas,
        rounded(cx - 17.0, cy - 18.0, 34.0, 44.0, 8.0),
        if running { GREEN } else { SLATE },
        GRAPHITE,
        3.0,
    );
    trace(
        canvas,
        &[(cx - 9.0, cy + 4.0), (cx + 9.0, cy + 4.0)],
        FINE,
        GRAPHITE,
    );
}
