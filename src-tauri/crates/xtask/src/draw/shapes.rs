//! Shapes as paths, and a small alphabet of strokes for tags and tapes.

use tiny_skia::{LineCap, LineJoin, Path, PathBuilder, Rect, Stroke};

/// A place in the picture, in pixels.
pub(super) type At = (f32, f32);

/// A closed polygon; `None` for fewer than three corners.
pub(super) fn polygon(corners: &[At]) -> Option<Path> {
    let mut builder = PathBuilder::new();
    let (first, rest) = corners.split_first()?;
    builder.move_to(first.0, first.1);
    for corner in rest {
        builder.line_to(corner.0, corner.1);
    }
    builder.close();
    builder.finish()
}

/// A rectangle by its left, top, width and height.
pub(super) fn rectangle(x: f32, y: f32, w: f32, h: f32) -> Option<Path> {
    Rect::from_xywh(x, y, w, h).map(PathBuilder::from_rect)
}

/// A rectangle with round corners.
pub(super) fn rounded(x: f32, y: f32, w: f32, h: f32, r: f32) -> Option<Path> {
    let r = r.min(w / 2.0).min(h / 2.0);
    // The control points of a quarter circle lie at 0.5523 of its radius.
    let k = r * 0.447_7;
    let mut b = PathBuilder::new();
    b.move_to(x + r, y);
    b.line_to(x + w - r, y);
    b.cubic_to(x + w - k, y, x + w, y + k, x + w, y + r);
    b.line_to(x + w, y + h - r);
    b.cubic_to(x + w, y + h - k, x + w - k, y + h, x + w - r, y + h);
    b.line_to(x + r, y + h);
    b.cubic_to(x + k, y + h, x, y + h - k, x, y + h - r);
    b.line_to(x, y + r);
    b.cubic_to(x, y + k, x + k, y, x + r, y);
    b.close();
    b.finish()
}

/// A circle.
pub(super) fn circle(x: f32, y: f32, radius: f32) -> Option<Path> {
    PathBuilder::from_circle(x, y, radius)
}

/// An ellipse by its center and half axes.
pub(super) fn ellipse(x: f32, y: f32, rx: f32, ry: f32) -> Option<Path> {
    Rect::from_xywh(x - rx, y - ry, 2.0 * rx, 2.0 * ry).and_then(PathBuilder::from_oval)
}

/// A line of a width through places, with round ends.
pub(super) fn line(through: &[At], width: f32) -> Option<Path> {
    let mut builder = PathBuilder::new();
    let (first, rest) = through.split_first()?;
    builder.move_to(first.0, first.1);
    for place in rest {
        builder.line_to(place.0, place.1);
    }
    stroke(&builder.finish()?, width)
}

/// The outline of a path of a width, with round ends.
pub(super) fn stroke(path: &Path, width: f32) -> Option<Path> {
    let stroke = Stroke {
        width,
        line_cap: LineCap::Round,
        line_join: LineJoin::Round,
        ..Stroke::default()
    };
    path.stroke(&stroke, 1.0)
}

/// A bar seen from the side: `from` and `to` with its width at each.
pub(super) fn taper(from: At, from_width: f32, to: At, to_width: f32) -> Option<Path> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = (dx * dx + dy * dy).sqrt();
    if length <= f32::EPSILON {
        return None;
    }
    let (nx, ny) = (-dy / length * 0.5, dx / length * 0.5);
    polygon(&[
        (from.0 + nx * from_width, from.1 + ny * from_width),
        (to.0 + nx * to_width, to.1 + ny * to_width),
        (to.0 - nx * to_width, to.1 - ny * to_width),
        (from.0 - nx * from_width, from.1 - ny * from_width),
    ])
}

/// Several paths as one.
pub(super) fn together(paths: impl IntoIterator<Item = Option<Path>>) -> Option<Path> {
    let mut builder = PathBuilder::new();
    for path in paths.into_iter().flatten() {
        builder.push_path(&path);
    }
    builder.finish()
}

/// The strokes of a text, each a line through places in a box of `0..1` by `0..1` a letter and a pitch
/// of 1.35 letters. `place` puts a place of that box into the picture.
pub(super) fn lettering(text: &str, width: f32, place: impl Fn(f32, f32) -> At) -> Option<Path> {
    let strokes = text.chars().enumerate().flat_map(|(index, letter)| {
        glyph(letter)
            .iter()
            .map(move |stroke| (index as f32 * 1.35, *stroke))
    });
    together(strokes.map(|(shift, stroke)| {
        let places: Vec<At> = stroke.iter().map(|&(x, y)| place(x + shift, y)).collect();
        line(&places, width)
    }))
}

type Strokes = &'static [&'static [At]];

fn glyph(letter: char) -> Strokes {
    match letter {
        'A' => &[
            &[(0.0, 1.0), (0.5, 0.0), (1.0, 1.0)],
            &[(0.22, 0.62), (0.78, 0.62)],
        ],
        'H' => &[
            &[(0.0, 0.0), (0.0, 1.0)],
            &[(1.0, 0.0), (1.0, 1.0)],
            &[(0.0, 0.5), (1.0, 0.5)],
        ],
        'M' => &[&[(0.0, 1.0), (0.0, 0.0), (0.5, 0.62), (1.0, 0.0), (1.0, 1.0)]],
        '0' => &[&[
            (0.28, 0.0),
            (0.72, 0.0),
            (1.0, 0.24),
            (1.0, 0.76),
            (0.72, 1.0),
            (0.28, 1.0),
            (0.0, 0.76),
            (0.0, 0.24),
            (0.28, 0.0),
        ]],
        '1' => &[&[(0.2, 0.22), (0.55, 0.0), (0.55, 1.0)]],
        '2' => &[&[
            (0.0, 0.22),
            (0.26, 0.0),
            (0.74, 0.0),
            (1.0, 0.24),
            (0.94, 0.46),
            (0.0, 1.0),
            (1.0, 1.0),
        ]],
        '3' => &[
            &[
                (0.0, 0.0),
                (1.0, 0.0),
                (0.48, 0.4),
                (0.76, 0.42),
                (1.0, 0.66),
                (0.94, 0.84),
            ],
            &[(0.94, 0.84), (0.7, 1.0), (0.28, 1.0), (0.0, 0.82)],
        ],
        '4' => &[&[(0.76, 1.0), (0.76, 0.0), (0.0, 0.7), (1.0, 0.7)]],
        '5' => &[&[
            (0.94, 0.0),
            (0.1, 0.0),
            (0.04, 0.44),
            (0.66, 0.38),
            (1.0, 0.62),
            (0.94, 0.84),
            (0.66, 1.0),
            (0.22, 1.0),
            (0.0, 0.84),
        ]],
        '6' => &[&[
            (0.86, 0.0),
            (0.3, 0.22),
            (0.0, 0.62),
            (0.08, 0.86),
            (0.34, 1.0),
            (0.7, 1.0),
            (1.0, 0.8),
            (0.94, 0.54),
            (0.62, 0.42),
            (0.1, 0.56),
        ]],
        '7' => &[&[(0.0, 0.0), (1.0, 0.0), (0.36, 1.0)]],
        '8' => &[
            &[
                (0.3, 0.46),
                (0.06, 0.26),
                (0.28, 0.0),
                (0.72, 0.0),
                (0.94, 0.26),
                (0.7, 0.46),
                (0.3, 0.46),
            ],
            &[
                (0.3, 0.46),
                (0.0, 0.74),
                (0.28, 1.0),
                (0.72, 1.0),
                (1.0, 0.74),
                (0.7, 0.46),
            ],
        ],
        '9' => &[&[
            (0.9, 0.44),
            (0.38, 0.58),
            (0.06, 0.46),
            (0.0, 0.2),
            (0.3, 0.0),
            (0.66, 0.0),
            (0.92, 0.14),
            (1.0, 0.38),
            (0.7, 0.78),
            (0.14, 1.0),
        ]],
        _ => &[],
    }
}
