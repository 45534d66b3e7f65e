//! Shapes as paths.

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

/// A smooth open curve through places.
pub(super) fn curve(through: &[At]) -> Option<Path> {
    let last = through.len().checked_sub(1)?;
    bend(through, last, |index| {
        through[index.clamp(0, last as i32) as usize]
    })
}

/// A smooth closed shape through places.
pub(super) fn blob(through: &[At]) -> Option<Path> {
    let count = through.len() as i32;
    bend(through, through.len(), |index| {
        through[index.rem_euclid(count) as usize]
    })
}

/// A smooth line of a width through places, with round ends.
pub(super) fn cord(through: &[At], width: f32) -> Option<Path> {
    stroke(&curve(through)?, width)
}

/// Cubic pieces between neighbors, each leaving along the line through the neighbors on both sides
/// (Catmull and Rom's spline).
fn bend(through: &[At], pieces: usize, place: impl Fn(i32) -> At) -> Option<Path> {
    let first = through.first()?;
    let mut builder = PathBuilder::new();
    builder.move_to(first.0, first.1);
    for index in 0..pieces as i32 {
        let (a, b, c, d) = (
            place(index - 1),
            place(index),
            place(index + 1),
            place(index + 2),
        );
        builder.cubic_to(
            b.0 + (c.0 - a.0) / 6.0,
            b.1 + (c.1 - a.1) / 6.0,
            c.0 - (d.0 - b.0) / 6.0,
            c.1 - (d.1 - b.1) / 6.0,
            c.0,
            c.1,
        );
    }
    if pieces == through.len() {
        builder.close();
    }
    builder.finish()
}

/// Places on an ellipse's arc between two angles, clockwise from the right as the picture lies.
pub(super) fn arc(center: At, radii: At, from: f32, to: f32) -> Vec<At> {
    let steps = (((to - from).abs() * radii.0.max(radii.1) / 9.0) as i32).clamp(8, 96);
    (0..=steps)
        .map(|step| {
            let (sin, cos) = (from + (to - from) * step as f32 / steps as f32).sin_cos();
            (center.0 + cos * radii.0, center.1 + sin * radii.1)
        })
        .collect()
}
