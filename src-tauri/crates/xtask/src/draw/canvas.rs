//! A picture in the making: floating-point colors, painted through coverage that tiny-skia rasterizes.
//!
//! Colors are mixed here rather than in an 8-bit pixmap so that wide, soft gradients do not band.

use super::color::Rgb;
use super::shapes::At;
use tiny_skia::{FillRule, Mask, Path, Transform};

/// The picture.
#[derive(Clone)]
pub(super) struct Canvas {
    pub(super) width: u32,
    pub(super) height: u32,
    pixels: Vec<Rgb>,
}

/// How much of each pixel a shape covers, 0 to 1, within a rectangle of the picture.
struct Coverage {
    left: u32,
    top: u32,
    width: u32,
    height: u32,
    values: Vec<f32>,
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32) -> Self {
        Self {
            width,
            height,
            pixels: vec![Rgb(0.0, 0.0, 0.0); (width * height) as usize],
        }
    }

    /// The color of the pixel at a place; beyond the edge it goes on as at the edge.
    pub(super) fn color(&self, x: f32, y: f32) -> Rgb {
        let column = (x.max(0.0) as u32).min(self.width - 1);
        let row = (y.max(0.0) as u32).min(self.height - 1);
        self.pixels[(row * self.width + column) as usize]
    }

    /// The pixels by rows, from the upper left one.
    pub(super) fn pixels(&self) -> impl Iterator<Item = Rgb> + '_ {
        self.pixels.iter().copied()
    }

    /// Replaces every pixel; the closure gets the pixel's center and its color so far.
    pub(super) fn shade(&mut self, shader: impl Fn(f32, f32, Rgb) -> Rgb) {
        let width = self.width as usize;
        for (index, pixel) in self.pixels.iter_mut().enumerate() {
            let (x, y) = (index % width, index / width);
            *pixel = shader(x as f32 + 0.5, y as f32 + 0.5, *pixel);
        }
    }

    /// Paints a shape in one color.
    pub(super) fn fill(&mut self, path: impl Into<Option<Path>>, color: Rgb) {
        self.paint(path, |_, _, _| color);
    }

    /// Paints a shape with a share of one color.
    pub(super) fn wash(&mut self, path: impl Into<Option<Path>>, color: Rgb, share: f32) {
        self.paint(path, |_, _, under| under.mix(color, share));
    }

    /// Paints a shape, if there is one; the closure gets the pixel's center and its color so far.
    pub(super) fn paint(
        &mut self,
        path: impl Into<Option<Path>>,
        shader: impl Fn(f32, f32, Rgb) -> Rgb,
    ) {
        self.soft(path.into(), 0, shader);
    }

    /// Paints several shapes as one, blurred by about `blur` pixels.
    pub(super) fn soft(
        &mut self,
        paths: impl IntoIterator<Item = Path>,
        blur: u32,
        shader: impl Fn(f32, f32, Rgb) -> Rgb,
    ) {
        let paths: Vec<Path> = paths.into_iter().collect();
        if let Some(coverage) = self.coverage(&paths, blur) {
            self.through(&coverage, shader);
        }
    }

    /// Darkens what lies below a shape that floats over it: its shadow, moved, blurred and tinted.
    pub(super) fn cast(
        &mut self,
        path: impl Into<Option<Path>>,
        (dx, dy): At,
        blur: u32,
        tint: Rgb,
    ) {
        let moved = Transform::from_translate(dx, dy);
        let shadow = path.into().and_then(|path| path.transform(moved));
        self.soft(shadow, blur, |_, _, under| under.times(tint));
    }

    /// Draws with the closure, but only what falls within a shape stays.
    pub(super) fn within(&mut self, path: impl Into<Option<Path>>, draw: impl FnOnce(&mut Self)) {
        let Some(coverage) = self.coverage(path.into().as_slice(), 0) else {
            return;
        };
        let mut inner = self.clone();
        draw(&mut inner);
        self.through(&coverage, |x, y, _| inner.color(x, y));
    }

    /// Paints through a coverage.
    fn through(&mut self, coverage: &Coverage, shader: impl Fn(f32, f32, Rgb) -> Rgb) {
        for row in 0..coverage.height {
            for column in 0..coverage.width {
                let share = coverage.values[(row * coverage.width + column) as usize];
                if share <= 0.0 {
                    continue;
                }
                let (x, y) = (coverage.left + column, coverage.top + row);
                let pixel = &mut self.pixels[(y * self.width + x) as usize];
                let over = shader(x as f32 + 0.5, y as f32 + 0.5, *pixel);
                *pixel = pixel.mix(over, share);
            }
        }
    }

    /// The coverage of shapes taken together; `None` if they lie outside the picture.
    fn coverage(&self, paths: &[Path], blur: u32) -> Option<Coverage> {
        let mut bounds: Option<(f32, f32, f32, f32)> = None;
        for path in paths {
            let b = path.bounds();
            let (l, t, r, d) = bounds.unwrap_or((b.left(), b.top(), b.right(), b.bottom()));
            bounds = Some((
                l.min(b.left()),
                t.min(b.top()),
                r.max(b.right()),
                d.max(b.bottom()),
            ));
        }
        let (left, top, right, bottom) = bounds?;
        let room = (3 * blur + 2) as f32;
        let (width, height) = (self.width as f32, self.height as f32);
        let left = (left - room).clamp(0.0, width).floor();
        let top = (top - room).clamp(0.0, height).floor();
        let right = (right + room).clamp(0.0, width).ceil();
        let bottom = (bottom + room).clamp(0.0, height).ceil();
        let (w, h) = ((right - left) as u32, (bottom - top) as u32);
        let mut mask = Mask::new(w, h)?;
        let moved = Transform::from_translate(-left, -top);
        for path in paths {
            mask.fill_path(path, FillRule::Winding, true, moved);
        }
        let mut values: Vec<f32> = mask.data().iter().map(|&v| f32::from(v) / 255.0).collect();
        if blur > 0 {
            for _ in 0..3 {
                values = blurred_rows(&values, w as usize, blur as usize);
                values = turned(&values, w as usize);
                values = blurred_rows(&values, h as usize, blur as usize);
                values = turned(&values, h as usize);
            }
        }
        Some(Coverage {
            left: left as u32,
            top: top as u32,
            width: w,
            height: h,
            values,
        })
    }
}

/// A running mean over `2 * radius + 1` values of each row.
fn blurred_rows(values: &[f32], width: usize, radius: usize) -> Vec<f32> {
    let mut out = Vec::with_capacity(values.len());
    let share = 1.0 / (2 * radius + 1) as f32;
    for row in values.chunks_exact(width.max(1)) {
        // A shape that runs out of the picture goes on outside as it left.
        let (first, last) = (row[0], row[width - 1]);
        let at = |index: usize| row.get(index).copied().unwrap_or(last);
        let mut sum: f32 = first * radius as f32 + (0..radius).map(at).sum::<f32>();
        for index in 0..width {
            sum += at(index + radius);
            out.push((sum * share).clamp(0.0, 1.0));
            sum -= index.checked_sub(radius).map_or(first, at);
        }
    }
    out
}

/// Rows become columns.
fn turned(values: &[f32], width: usize) -> Vec<f32> {
    let height = values.len() / width.max(1);
    (0..width)
        .flat_map(|x| (0..height).map(move |y| (x, y)))
        .map(|(x, y)| values[y * width + x])
        .collect()
}
