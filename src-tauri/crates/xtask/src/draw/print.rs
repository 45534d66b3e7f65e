//! How a brand's pictures are printed: what lies over every pixel, and the file.

use super::canvas::Canvas;
use super::noise;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};

/// A brand's print.
pub(super) struct Print {
    /// How strong the grain is, of the whole range from black to white.
    pub(super) grain: f32,
    /// How much darker darks and lighter lights become, 0 to 1.
    pub(super) punch: f32,
    /// How much darker the corners are; 0.34 takes off a sixth.
    pub(super) corner: f32,
    /// How strong the threads of a woven ground are, of the whole range.
    pub(super) weave: f32,
    /// Of the JPEG, so that the grain stays and a picture is below 400 kB.
    pub(super) quality: u8,
}

impl Print {
    /// The finished picture as a JPEG.
    pub(super) fn jpeg(&self, canvas: &Canvas, seed: u32) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, self.quality)
            .write_image(
                &self.finish(canvas, seed),
                canvas.width,
                canvas.height,
                ExtendedColorType::Rgb8,
            )
            .map_err(|error| error.to_string())?;
        Ok(bytes)
    }

    fn finish(&self, canvas: &Canvas, seed: u32) -> Vec<u8> {
        let (width, height) = (canvas.width as f32, canvas.height as f32);
        let mut bytes = Vec::with_capacity((canvas.width * canvas.height * 3) as usize);
        for (index, pixel) in canvas.pixels().enumerate() {
            let x = (index % canvas.width as usize) as i32;
            let y = (index / canvas.width as usize) as i32;
            let (dx, dy) = (x as f32 / width - 0.5, y as f32 / height - 0.5);
            let corner = 1.0 - self.corner * (dx * dx + dy * dy);
            let mut over = self.grain * speck(x, y, seed);
            if self.weave > 0.0 {
                over += self.weave * thread(x, y, seed);
            }
            for channel in [pixel.0, pixel.1, pixel.2] {
                let value = self.punched(channel) * corner + over;
                bytes.push((value.clamp(0.0, 1.0) * 255.0 + 0.5) as u8);
            }
        }
        bytes
    }

    fn punched(&self, value: f32) -> f32 {
        let v = value.clamp(0.0, 1.0);
        v + (v * v * (3.0 - 2.0 * v) - v) * self.punch
    }
}

/// Two pixels by two and one pixel of noise together look like paper, not like a sensor.
fn speck(x: i32, y: i32, seed: u32) -> f32 {
    let fine = noise::hash(x, y, seed) - 0.5;
    let coarse = noise::hash(x / 2, y / 2, seed ^ 0x5EED) - 0.5;
    fine * 0.45 + coarse
}

/// Threads of uneven thickness, over and under each other, four pixels apart.
fn thread(x: i32, y: i32, seed: u32) -> f32 {
    let (column, row) = (x / 4, y / 4);
    let over = (column + row) % 2 == 0;
    let along = if over { y } else { x };
    let round = [0.0, 0.55, 0.75, 0.2][(if over { x } else { y } % 4) as usize];
    let slub = noise::value(
        along as f32 / 70.0,
        if over { column as f32 } else { row as f32 },
        seed ^ u32::from(over),
    );
    (round - 0.4) * (0.4 + 0.9 * slub) + (slub - 0.5) * 0.5
}
