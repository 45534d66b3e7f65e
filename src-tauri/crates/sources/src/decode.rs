//! From bytes to text.

/// The encoding that a text was read in, where it was not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Utf16,
    Windows1252,
}

impl Encoding {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotText {
    /// A byte that no text has stands at this place.
    Binary { offset: usize },
    /// The bytes are neither UTF-8 nor plausible Windows-1252; the first that is not UTF-8.
    Invalid { offset: usize },
}

/// Share of bytes above ASCII up to which Western prose is plausible: one in this many.
const ONE_IN: usize = 4;

/// Reads bytes as UTF-8, as UTF-16 if a byte order mark says so, or as Windows-1252 where they can
/// hardly be anything else. A byte order mark is not part of the text.
///
/// # Errors
/// If the bytes are no text, with the place of the first byte that shows it.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, Encoding), NotText> {
    if let Some(rest) = bytes.strip_prefix(&[0xff, 0xfe]) {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xfe, 0xff]) {
        return utf16(rest, u16::from_be_bytes);
    }
    let mark = if bytes.starts_with(&[0xef, 0xbb, 0xbf]) {
        3
    } else {
        0
    };
    let body = &bytes[mark..];
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c);
    if let Some(offset) = body.iter().position(control) {
        return Err(NotText::Binary {
            offset: mark + offset,
        });
    }
    match std::str::from_utf8(body) {
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
        Err(error) => windows_1252(body).ok_or(NotText::Invalid {
            offset: mark + error.valid_up_to(),
        }),
    }
}

fn utf16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> Result<(String, Encoding), NotText> {
    let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len() / 2);
    for (at, unit) in char::decode_utf16(units).enumerate() {
        let offset = 2 + at * 2;
        match unit {
            Ok('\0') => return Err(NotText::Binary { offset }),
            Ok(c) => text.push(c),
            Err(_) => return Err(NotText::Invalid { offset }),
        }
    }
    if bytes.len() % 2 == 1 {
        return Err(NotText::Invalid {
            offset: bytes.len() + 1,
        });
    }
    Ok((text, Encoding::Utf16))
}

/// Windows-1252, where no byte is undefined, high bytes are few and none of them form UTF-8: a file that
/// is UTF-8 but for one broken place is damaged, not Western.
fn windows_1252(bytes: &[u8]) -> Option<(String, Encoding)> {
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let undefined = bytes
        .iter()
        .any(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d | 0x7f));
    if undefined || high * ONE_IN > bytes.len() || has_utf8_sequence(bytes) {
        return None;
    }
    let text = bytes.iter().map(|byte| character(*byte)).collect();
    Some((text, Encoding::Windows1252))
}

fn has_utf8_sequence(bytes: &[u8]) -> bool {
    bytes
        .windows(2)
        .any(|pair| (0xc2..=0xf4).contains(&pair[0]) && (0x80..=0xbf).contains(&pair[1]))
}

/// The upper rows of Windows-1252; all other bytes are the code points of Latin-1.
fn character(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expect: Result<(&str, Encoding), NotText>) {
        let found = decode(bytes);
        let found = found
            .as_ref()
            .map(|(text, encoding)| (text.as_str(), *encoding));
        assert_eq!(found.map_err(|error| *error), expect, "{bytes:?}");
    }

    #[test]
    fn byte_order_marks_say_the_encoding_and_go() {
        check("\u{feff}Brot".as_bytes(), Ok(("Brot", Encoding::Utf8)));
        check(&[0xff, 0xfe, b'B', 0, 0xe4, 0], Ok(("Bä", Encoding::Utf16)));
        check(&[0xfe, 0xff, 0, b'B', 0, 0xe4], Ok(("Bä", Encoding::Utf16)));
    }

    #[test]
    fn western_bytes_are_read_where_nothing_speaks_for_utf8() {
        check(
            b"Gr\xfc\xdfe aus der B\xe4ckerei",
            Ok(("Grüße aus der Bäckerei", Encoding::Windows1252)),
        );
        check(b"It\x92s \x8038", Ok(("It’s €38", Encoding::Windows1252)));
    }

    #[test]
    fn what_is_no_text_is_refused_with_the_place() {
        check(b"ab\0c", Err(NotText::Binary { offset: 2 }));
        check(
            "Gr\u{fc}\u{df}e \u{fc}".as_bytes(),
            Ok(("Grüße ü", Encoding::Utf8)),
        );
        let mut broken = "Größe ".as_bytes().to_vec();
        broken.push(0xff);
        check(&broken, Err(NotText::Invalid { offset: 8 }));
        check(&[0xff, 0xfe, 0x41], Err(NotText::Invalid { offset: 2 }));
        check(b"", Ok(("", Encoding::Utf8)));
    }
}
