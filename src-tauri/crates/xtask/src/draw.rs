//! `draw`: the demo brands' pictures and the app's icons, the same on every run.

use canvas::Canvas;
use print::Print;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Instant;

mod camera;
mod canvas;
mod color;
mod fashionboutique;
mod icon;
mod letters;
mod nextdaysteel;
mod noise;
mod plane;
mod print;
mod shapes;
mod techstartup;

const BRANDS: [&Brand; 3] = [
    &nextdaysteel::BRAND,
    &techstartup::BRAND,
    &fashionboutique::BRAND,
];
const DEMO: &str = "assets/demo";
const ICONS: &str = "assets/icons";
/// A picture drawn on another machine may differ by this much a channel, on this share of its values:
/// sines and exponentials come from the platform's own library.
const LEVELS: u8 = 2;
const SHARE: f64 = 0.001;

/// A demo brand's folder, how its pictures are printed, and what they show.
struct Brand {
    folder: &'static str,
    print: Print,
    scenes: &'static [Scene],
}

/// A picture's file name, what draws it, and the seed of its grain.
struct Scene(&'static str, fn() -> Canvas, u32);

/// A file as it should be, with its path below the project's root.
struct Drawn {
    path: PathBuf,
    bytes: Vec<u8>,
}

/// Draws what has the given text in its path, everything for an empty one, and writes it where it belongs.
pub(crate) fn write(part: &str) -> Result<String, String> {
    let started = Instant::now();
    let drawn = draw_all(part)?;
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
    let drawn = draw_all("")?;
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

/// Threads take one picture after the other, as many as there are processors; the icons are drawn meanwhile.
fn draw_all(part: &str) -> Result<Vec<Drawn>, String> {
    let wanted = |path: &Path| path.to_string_lossy().contains(part);
    let pictures: Vec<(&Brand, &Scene, PathBuf)> = BRANDS
        .into_iter()
        .flat_map(|brand| {
            brand.scenes.iter().map(move |scene| {
                let folder = Path::new(DEMO).join(brand.folder).join("pictures");
                (brand, scene, folder.join(scene.0))
            })
        })
        .filter(|(_, _, path)| wanted(path))
        .collect();
    let waiting = Mutex::new(pictures.into_iter());
    let next = || waiting.lock().ok().and_then(|mut waiting| waiting.next());
    let work = || {
        let mut drawn = Vec::new();
        while let Some((brand, Scene(_, scene, seed), path)) = next() {
            let bytes = brand.print.jpeg(&scene(), *seed)?;
            drawn.push(Drawn { path, bytes });
        }
        Ok::<_, String>(drawn)
    };
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let mut drawn: Vec<Drawn> = icon::files()?
            .into_iter()
            .map(|file| Drawn {
                path: Path::new(ICONS).join(file.name),
                bytes: file.bytes,
            })
            .filter(|file| wanted(&file.path))
            .collect();
        for worker in workers {
            drawn.extend(
                worker
                    .join()
                    .map_err(|_| "a picture could not be drawn")??,
            );
        }
        Ok(drawn)
    })
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
    use super::color::hex;
    use super::{alike, nextdaysteel};

    #[test]
    fn the_committed_pictures_and_icons_are_what_the_program_draws() {
        assert_eq!(
            super::check(),
            Ok("31 drawn files are as they should be".into())
        );
    }

    #[test]
    fn a_picture_with_a_painted_edge_is_not_alike() {
        let drawn = |painted: f32| {
            let mut canvas = Canvas::new(64, 64);
            canvas.shade(|_, y, _| {
                hex(if y < painted {
                    0x00F2_B33D
                } else {
                    0x001E_3440
                })
            });
            let print = &nextdaysteel::BRAND.print;
            print.jpeg(&canvas, 1).unwrap_or_default()
        };
        assert!(alike(&drawn(0.0), &drawn(0.0)));
        assert!(!alike(&drawn(0.0), &drawn(8.0)));
        assert!(!alike(&drawn(0.0), b"no picture"));
    }
}
