//! `draw`: the demo brand's pictures and the app's icons, the same on every run.

use canvas::Canvas;
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use std::path::{Path, PathBuf};
use std::time::Instant;

mod bundle;
mod camera;
mod canvas;
mod color;
mod icon;
mod logo;
mod lorry;
mod noise;
mod shapes;
mod shear;
mod sky;
mod slab;

const PICTURES: &str = "assets/demo/nextdaysteel/pictures";
const ICONS: &str = "assets/icons";
/// JPEG quality at which the grain stays and a picture is below 400 kB.
const QUALITY: u8 = 80;
/// How strong the grain is, of the whole range from black to white.
const GRAIN: f32 = 0.022;
/// A picture drawn on another machine may differ by this much a channel, on this share of its values:
/// sines and exponentials come from the platform's own library.
const LEVELS: u8 = 2;
const SHARE: f64 = 0.001;

/// A picture's file name, what draws it, and the seed of its grain.
type Scene = (&'static str, fn() -> Canvas, u32);

/// A file as it should be, with its path below the project's root.
struct Drawn {
    path: PathBuf,
    bytes: Vec<u8>,
}

/// Draws everything and writes it where it belongs.
pub(crate) fn write() -> Result<String, String> {
    let started = Instant::now();
    let drawn = draw_all()?;
    for file in &drawn {
        let path = root().join(&file.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| about(folder, &error))?;
        }
        std::fs::write(&path, &file.bytes).map_err(|error| about(&path, &error))?;
    }
    Ok(format!(
        "{} files drawn in {:.1} s",
        drawn.len(),
        started.elapsed().as_secs_f32()
    ))
}

/// Draws everything in memory and compares it with the files.
pub(crate) fn check() -> Result<String, String> {
    let drawn = draw_all()?;
    let mut wrong = Vec::new();
    for file in &drawn {
        let path = root().join(&file.path);
        let there = std::fs::read(&path).map_err(|error| about(&path, &error))?;
        if there != file.bytes && !alike(&there, &file.bytes) {
            wrong.push(format!(
                "{} is not what the program draws",
                file.path.display()
            ));
        }
    }
    if wrong.is_empty() {
        Ok(format!("{} drawn files are as they should be", drawn.len()))
    } else {
        wrong.push("run `cargo xtask draw` and commit the result".to_owned());
        Err(wrong.join("\n"))
    }
}

/// The project's root: this crate lies three folders below it.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn about(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

/// One thread a picture; the icons are drawn meanwhile.
fn draw_all() -> Result<Vec<Drawn>, String> {
    let scenes: [Scene; 4] = [
        ("mesh-on-slab.jpg", slab::draw, 7),
        ("bars-end-on.jpg", bundle::draw, 8),
        ("lorry-at-the-gate.jpg", lorry::draw, 9),
        ("shear-and-tape.jpg", shear::draw, 10),
    ];
    std::thread::scope(|scope| {
        let pictures: Vec<_> = scenes
            .into_iter()
            .map(|(name, scene, seed)| {
                scope.spawn(move || {
                    jpeg(&scene(), seed).map(|bytes| Drawn {
                        path: Path::new(PICTURES).join(name),
                        bytes,
                    })
                })
            })
            .collect();
        let mut drawn: Vec<Drawn> = icon::files()?
            .into_iter()
            .map(|file| Drawn {
                path: Path::new(ICONS).join(file.name),
                bytes: file.bytes,
            })
            .collect();
        for picture in pictures {
            let picture = picture.join().map_err(|_| "a picture could not be drawn")?;
            drawn.push(picture?);
        }
        Ok(drawn)
    })
}

fn jpeg(canvas: &Canvas, seed: u32) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY)
        .write_image(
            &canvas.finish(GRAIN, seed),
            canvas.width,
            canvas.height,
            ExtendedColorType::Rgb8,
        )
        .map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// Whether two picture files show the same, but for the last bits of a sine.
fn alike(a: &[u8], b: &[u8]) -> bool {
    let (Ok(a), Ok(b)) = (image::load_from_memory(a), image::load_from_memory(b)) else {
        return false;
    };
    let (a, b) = (a.to_rgba8(), b.to_rgba8());
    if a.dimensions() != b.dimensions() {
        return false;
    }
    let apart = std::iter::zip(a.as_raw(), b.as_raw())
        .filter(|(x, y)| x.abs_diff(**y) > LEVELS)
        .count();
    apart as f64 <= a.as_raw().len() as f64 * SHARE
}

#[cfg(test)]
mod tests {
    use super::canvas::Canvas;
    use super::color::{TAG, YARD};
    use super::{alike, jpeg};

    #[test]
    fn the_committed_pictures_and_icons_are_what_the_program_draws() {
        assert_eq!(
            super::check(),
            Ok("11 drawn files are as they should be".into())
        );
    }

    #[test]
    fn a_picture_with_a_painted_edge_is_not_alike() {
        let drawn = |painted: f32| {
            let mut canvas = Canvas::new(64, 64);
            canvas.shade(|_, y, _| if y < painted { TAG } else { YARD });
            jpeg(&canvas, 1).unwrap_or_default()
        };
        assert!(alike(&drawn(0.0), &drawn(0.0)));
        assert!(!alike(&drawn(0.0), &drawn(8.0)));
        assert!(!alike(&drawn(0.0), b"no picture"));
    }
}
