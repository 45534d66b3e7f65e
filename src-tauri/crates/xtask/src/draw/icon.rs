//! The app's icon: a galley proof with its trim marks and one stroke of the red pencil.

use super::shapes::{line, rectangle, rounded, stroke};
use image::codecs::ico::{IcoEncoder, IcoFrame};
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};
use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Shader, Transform};

/// The drawing's own size; every size is drawn from it anew, not scaled.
const BOX: f32 = 1024.0;
/// Below this size, in pixels, small parts are left out and the sheet fills the tile.
const SMALL: u32 = 64;

/// A file of the icon set and its bytes.
pub(super) struct IconFile {
    pub(super) name: &'static str,
    pub(super) bytes: Vec<u8>,
}

/// All files that the bundler wants.
pub(super) fn files() -> Result<Vec<IconFile>, String> {
    let mut files = Vec::new();
    for (name, size) in [
        ("source.png", 1024),
        ("icon.png", 512),
        ("128x128@2x.png", 256),
        ("128x128.png", 128),
        ("32x32.png", 32),
    ] {
        files.push(IconFile {
            name,
            bytes: png(size)?,
        });
    }
    files.push(IconFile {
        name: "icon.ico",
        bytes: ico()?,
    });
    files.push(IconFile {
        name: "icon.icns",
        bytes: icns()?,
    });
    Ok(files)
}

fn png(size: u32) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes)
        .write_image(&pixels(size)?, size, size, ExtendedColorType::Rgba8)
        .map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn ico() -> Result<Vec<u8>, String> {
    let frames = [16, 24, 32, 48, 64, 256]
        .into_iter()
        .map(|size| {
            IcoFrame::as_png(&pixels(size)?, size, size, ExtendedColorType::Rgba8)
                .map_err(|error| error.to_string())
        })
        .collect::<Result<Vec<_>, _>>()?;
    let mut bytes = Vec::new();
    IcoEncoder::new(&mut bytes)
        .encode_images(&frames)
        .map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// The container of macOS: a magic word, the length, then blocks of a kind, a length and a PNG.
fn icns() -> Result<Vec<u8>, String> {
    let mut body = Vec::new();
    for (kind, size) in [
        (b"icp4", 16),
        (b"icp5", 32),
        (b"ic11", 32),
        (b"ic12", 64),
        (b"ic07", 128),
        (b"ic13", 256),
        (b"ic08", 256),
        (b"ic14", 512),
        (b"ic09", 512),
        (b"ic10", 1024),
    ] {
        let block = png(size)?;
        body.extend_from_slice(kind);
        body.extend_from_slice(&length(block.len())?);
        body.extend_from_slice(&block);
    }
    let mut bytes = b"icns".to_vec();
    bytes.extend_from_slice(&length(body.len())?);
    bytes.extend_from_slice(&body);
    Ok(bytes)
}

/// A block's length with its eight bytes of head, as the container writes it.
fn length(content: usize) -> Result<[u8; 4], String> {
    u32::try_from(content + 8)
        .map(u32::to_be_bytes)
        .map_err(|error| error.to_string())
}

/// The icon as RGBA without premultiplied alpha.
fn pixels(size: u32) -> Result<Vec<u8>, String> {
    let mut pixmap = Pixmap::new(size, size).ok_or("an icon needs a size")?;
    let scale = Transform::from_scale(size as f32 / BOX, size as f32 / BOX);
    let mut put = |path: Option<Path>, color: u32, alpha: u8| {
        if let Some(path) = path {
            let (r, g, b) = ((color >> 16) as u8, (color >> 8) as u8, color as u8);
            let paint = Paint {
                shader: Shader::SolidColor(Color::from_rgba8(r, g, b, alpha)),
                ..Paint::default()
            };
            pixmap.fill_path(&path, &paint, FillRule::Winding, scale, None);
        }
    };
    if size < SMALL {
        put(rounded(32.0, 32.0, 960.0, 960.0, 210.0), 0x001B_1916, 255);
        put(rounded(224.0, 160.0, 512.0, 704.0, 24.0), 0x00FC_FBF9, 255);
        for y in [304.0, 656.0] {
            put(rectangle(320.0, y, 320.0, 64.0), 0x0088_827A, 255);
        }
        put(pencil(84.0), 0x00D6_3220, 255);
    } else {
        put(rounded(64.0, 64.0, 896.0, 896.0, 200.0), 0x001B_1916, 255);
        for (x, y, dx, dy) in [
            (272.0, 190.0, -1.0, -1.0),
            (716.0, 190.0, 1.0, -1.0),
            (272.0, 834.0, -1.0, 1.0),
            (716.0, 834.0, 1.0, 1.0),
        ] {
            put(
                line(&[(x + dx * 22.0, y), (x + dx * 82.0, y)], 9.0),
                0x00BD_B6AB,
                255,
            );
            put(
                line(&[(x, y + dy * 22.0), (x, y + dy * 66.0)], 9.0),
                0x00BD_B6AB,
                255,
            );
        }
        put(rounded(284.0, 214.0, 444.0, 616.0, 10.0), 0x0000_0000, 90);
        put(rounded(272.0, 190.0, 444.0, 644.0, 10.0), 0x00FC_FBF9, 255);
        put(rectangle(336.0, 268.0, 210.0, 38.0), 0x001B_1916, 255);
        for (index, long) in [316.0, 292.0, 316.0, 260.0, 316.0, 306.0, 180.0]
            .into_iter()
            .enumerate()
        {
            let y = 362.0 + index as f32 * 60.0;
            put(rectangle(336.0, y, long, 20.0), 0x00B3_ACA1, 255);
        }
        put(pencil(58.0), 0x00D6_3220, 255);
    }
    Ok(pixmap
        .pixels()
        .iter()
        .flat_map(|pixel| {
            let plain = pixel.demultiply();
            [plain.red(), plain.green(), plain.blue(), plain.alpha()]
        })
        .collect())
}

/// The proofreader's "take it out": a line through a word that ends in a loop in the margin.
fn pencil(width: f32) -> Option<Path> {
    let mut builder = PathBuilder::new();
    builder.move_to(318.0, 560.0);
    builder.cubic_to(430.0, 534.0, 560.0, 520.0, 664.0, 504.0);
    builder.cubic_to(790.0, 484.0, 850.0, 420.0, 806.0, 366.0);
    builder.cubic_to(760.0, 310.0, 650.0, 372.0, 672.0, 500.0);
    builder.cubic_to(686.0, 584.0, 760.0, 640.0, 842.0, 640.0);
    stroke(&builder.finish()?, width)
}
