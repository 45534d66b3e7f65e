//! Hashtags of several words in small letters, with the capitals that part them.

use crate::brand::BrandProfile;
use crate::guards::{CheckContext, Reading};
use crate::language::{self, Language};
use crate::text::{Span, fold};
use std::collections::BTreeSet;

/// Shorter hashtags are read as one word well enough; longer ones are no words.
const LETTERS: std::ops::RangeInclusive<usize> = 9..=40;

/// "#nextdaydelivery" as "#NextDayDelivery": the words must stand in the text, in the documents or in the
/// brand's own hashtags, or be function words. German writes compounds as one word, so there it is open.
pub(super) fn parted(
    reading: &Reading<'_>,
    context: &CheckContext<'_>,
    tags: &[Span],
) -> Vec<(Span, String)> {
    if reading.language != Language::English {
        return Vec::new();
    }
    let small = |span: &&Span| {
        let tag = span.slice(reading.text).unwrap_or_default();
        let body = tag.trim_start_matches(['#', '\u{ff03}']);
        LETTERS.contains(&body.len()) && body.bytes().all(|b| b.is_ascii_lowercase())
    };
    let mut candidates = tags.iter().filter(small).peekable();
    if candidates.peek().is_none() {
        return Vec::new();
    }
    let own: BTreeSet<&str> = reading
        .tokens()
        .iter()
        .filter(|token| !reading.text[..token.span.range().start].ends_with('#'))
        .map(|token| token.folded.as_str())
        .collect();
    let stands_here = |word: &str| own.contains(word);
    let is_word = |word: &str| own.contains(word) || context.support.has_word(word);
    candidates
        .filter_map(|span| {
            let body = &span.slice(reading.text)?[1..];
            let known = of_brand(context.brand, body).or_else(|| {
                // The address "nextday.example" makes no word of "nextday" where the text has both.
                let whole = is_word(body);
                let parts = || cut(body, &stands_here).or_else(|| cut(body, &is_word));
                (!whole).then(parts).flatten()
            })?;
            Some((*span, format!("#{known}")))
        })
        .collect()
}

/// How the brand writes it.
fn of_brand(brand: &BrandProfile, body: &str) -> Option<String> {
    let tags = brand.hashtags.iter().map(|tag| tag.trim_start_matches('#'));
    let written = tags.chain([brand.name.as_str()]);
    let capitals = |tag: &&str| tag.chars().filter(|c| c.is_uppercase()).count() > 1;
    written
        .filter(capitals)
        .find(|tag| fold(tag) == body)
        .map(str::to_owned)
}

/// The cut into the fewest words.
fn cut(body: &str, is_word: &dyn Fn(&str) -> bool) -> Option<String> {
    let mut best: Vec<Option<Vec<&str>>> = vec![None; body.len() + 1];
    if let Some(first) = best.first_mut() {
        *first = Some(Vec::new());
    }
    for end in 1..=body.len() {
        for start in 0..end {
            let word = &body[start..end];
            let fits = match word.len() {
                0 | 1 => false,
                2 | 3 => language::is_function_word(word) || word.len() == 3 && is_word(word),
                _ => is_word(word) || language::is_function_word(word),
            };
            let Some(before) = best[start].as_ref().filter(|_| fits) else {
                continue;
            };
            if best[end]
                .as_ref()
                .is_none_or(|other| before.len() + 1 < other.len())
            {
                let mut parts = before.clone();
                parts.push(word);
                best[end] = Some(parts);
            }
        }
    }
    let parts = best.pop().flatten().filter(|parts| parts.len() > 1)?;
    Some(
        parts
            .into_iter()
            .map(|part| part[..1].to_uppercase() + &part[1..])
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::super::super::tests::{brand, check_codes, fixed};
    use crate::networks::NetworkId;

    #[test]
    fn words_that_stand_in_the_text_are_parted() {
        let text = "Next day delivery of mesh.\n\n#nextdaydelivery";
        check_codes(&brand(), text, "hashtags", &["hashtags.joined-words"]);
        let fixed = fixed(&brand(), NetworkId::LinkedIn, text);
        assert_eq!(fixed.text, "Next day delivery of mesh.\n\n#NextDayDelivery");
    }

    #[test]
    fn one_word_and_unknown_words_are_left_alone() {
        let text = "Mesh for groundworks.\n\n#groundworks #mesh #qwertyuiop";
        check_codes(&brand(), text, "hashtags", &[]);
    }

    #[test]
    fn the_brands_own_hashtag_is_written_as_the_brand_writes_it() {
        let mut brand = brand();
        brand.hashtags = vec!["#CutToSize".to_owned()];
        let fixed = fixed(&brand, NetworkId::LinkedIn, "Mesh.\n\n#cuttosize");
        assert_eq!(fixed.text, "Mesh.\n\n#CutToSize");
    }
}
