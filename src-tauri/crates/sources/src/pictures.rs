//! Pictures: their kind by their first bytes, and their size.

/// Kind and size of a picture in pixels; `None` if the bytes are none that can be used.
pub(crate) fn probe(bytes: &[u8]) -> Option<(&'static str, u32, u32)> {
    png(bytes)
        .or_else(|| jpeg(bytes))
        .or_else(|| gif(bytes))
        .or_else(|| webp(bytes))
        .or_else(|| svg(bytes))
}

fn be16(bytes: &[u8], at: usize) -> Option<u32> {
    let pair = bytes.get(at..at + 2)?;
    Some(u32::from(u16::from_be_bytes([pair[0], pair[1]])))
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes([four[0], four[1], four[2], four[3]]))
}

fn le16(bytes: &[u8], at: usize) -> Option<u32> {
    let pair = bytes.get(at..at + 2)?;
    Some(u32::from(u16::from_le_bytes([pair[0], pair[1]])))
}

fn png(bytes: &[u8]) -> Option<(&'static str, u32, u32)> {
    bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    Some(("image/png", be32(bytes, 16)?, be32(bytes, 20)?))
}

fn gif(bytes: &[u8]) -> Option<(&'static str, u32, u32)> {
    let known = bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a");
    known.then_some(())?;
    Some(("image/gif", le16(bytes, 6)?, le16(bytes, 8)?))
}

/// The size stands in the first frame header; segments before it are passed over.
fn jpeg(bytes: &[u8]) -> Option<(&'static str, u32, u32)> {
    bytes.strip_prefix(&[0xff, 0xd8, 0xff])?;
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xff => at += 1,
            0xd8 | 0x01 | 0xd0..=0xd7 => at += 2,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some(("image/jpeg", be16(bytes, at + 7)?, be16(bytes, at + 5)?));
            }
            0xd9 | 0xda => return None,
            _ => at += 2 + be16(bytes, at + 2)?.max(2) as usize,
        }
    }
}

fn webp(bytes: &[u8]) -> Option<(&'static str, u32, u32)> {
    let known = bytes.starts_with(b"RIFF") && bytes.get(8..12)? == b"WEBP";
    known.then_some(())?;
    let le24 = |at: usize| {
        let three = bytes.get(at..at + 3)?;
        Some(u32::from_le_bytes([three[0], three[1], three[2], 0]))
    };
    let (width, height) = match bytes.get(12..16)? {
        b"VP8X" => (le24(24)? + 1, le24(27)? + 1),
        b"VP8 " => (le16(bytes, 26)? & 0x3fff, le16(bytes, 28)? & 0x3fff),
        b"VP8L" => {
            let four = bytes.get(21..25)?;
            let bits = u32::from_le_bytes([four[0], four[1], four[2], four[3]]);
            ((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1)
        }
        _ => return None,
    };
    Some(("image/webp", width, height))
}

/// A drawing's size is its `width` and `height` in pixels, else its view box.
fn svg(bytes: &[u8]) -> Option<(&'static str, u32, u32)> {
    let start = bytes.get(..bytes.len().min(2048))?;
    let text = String::from_utf8_lossy(start);
    let open = text.find("<svg")?;
    let before = text[..open].trim_start_matches('\u{feff}').trim_start();
    if !before.is_empty() && !before.starts_with('<') {
        return None;
    }
    let tag = text[open..].split('>').next()?;
    let attribute = |name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}="))?;
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest[1..].split(quote).next()
    };
    let pixels = |value: &str| {
        let number: f64 = value.trim().trim_end_matches("px").parse().ok()?;
        (number.is_finite() && (1.0..=65_535.0).contains(&number)).then_some(number as u32)
    };
    let own = attribute("width")
        .and_then(pixels)
        .zip(attribute("height").and_then(pixels));
    let view = || {
        let sizes: Vec<u32> = attribute("viewBox")?
            .split([' ', ','])
            .filter(|part| !part.is_empty())
            .skip(2)
            .filter_map(pixels)
            .collect();
        sizes.first().copied().zip(sizes.get(1).copied())
    };
    let (width, height) = own.or_else(view)?;
    Some(("image/svg+xml", width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expect: Option<(&str, u32, u32)>) {
        assert_eq!(probe(bytes), expect);
    }

    #[test]
    fn kinds_and_sizes_are_read_from_the_first_bytes() {
        check(
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0\0\0\x01\0",
            Some(("image/png", 512, 256)),
        );
        check(b"GIF89a\x10\0\x20\0", Some(("image/gif", 16, 32)));
        check(
            &[
                0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 100, 0, 200, 3,
            ],
            Some(("image/jpeg", 200, 100)),
        );
        check(
            b"<?xml version='1.0'?><svg viewBox='0 0 24 12'>",
            Some(("image/svg+xml", 24, 12)),
        );
        check(
            b"<svg width=\"40\" height=\"20px\">",
            Some(("image/svg+xml", 40, 20)),
        );
    }

    #[test]
    fn cut_off_and_foreign_bytes_are_no_pictures() {
        check(b"\x89PNG\r\n\x1a\n", None);
        check(&[0xff, 0xd8, 0xff, 0xe0, 0, 4], None);
        check(b"RIFF....WEBPVP8X", None);
        check(b"We write <svg> by hand.", None);
        check(b"", None);
    }
}
