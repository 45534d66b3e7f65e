//! Weighted length by twitter-text, version 3.

use crate::text::Span;

pub(super) struct Weight {
    pub(super) weight: u32,
    pub(super) room: u32,
}

pub(super) fn weigh(text: &str, limit: u32) -> Weight {
    let mut weight = 0;
    let mut room = 0;
    for (start, character) in text.char_indices() {
        weight += character_weight(character);
        if weight <= limit {
            room = Span::of(start..start + character.len_utf8()).end;
        }
    }
    Weight { weight, room }
}

/// Characters that no post may have.
pub(super) fn refused(text: &str) -> Vec<Span> {
    text.char_indices()
        .filter(|(_, character)| matches!(character, '\u{fffe}' | '\u{feff}' | '\u{ffff}'))
        .map(|(start, character)| Span::of(start..start + character.len_utf8()))
        .collect()
}

fn character_weight(character: char) -> u32 {
    match u32::from(character) {
        0..=4351 | 8192..=8205 | 8208..=8223 | 8242..=8247 => 1,
        _ => 2,
    }
}
