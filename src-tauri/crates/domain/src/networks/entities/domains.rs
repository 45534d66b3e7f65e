//! Domains in running text, as twitter-text finds them.

use super::top_level_domains;

/// Longest part of a domain, encoded. Source: RFC 1035, section 2.3.4.
const MAX_LABEL: usize = 63;

/// Where domains end in a text, for any start, found in one pass from its end.
///
/// A domain is labels, each with a dot behind it, and a known top-level domain. Of several ends the
/// farthest counts.
pub(super) struct Domains {
    places: Vec<Place>,
}

#[derive(Clone, Copy, Default)]
struct Place {
    /// Where the run of label characters that this place is in ends.
    run_end: usize,
    /// The next underscore from here on, or the text's length.
    underscore: usize,
    /// Of a dot: the end of a top-level domain right behind it.
    top_level_end: Option<usize>,
    /// Of a dot: the end of a domain that has at least one more label behind it.
    deeper_end: Option<usize>,
}

impl Domains {
    pub(super) fn of(text: &[char]) -> Self {
        let mut places = vec![Place::default(); text.len()];
        let mut next = Place {
            run_end: text.len(),
            underscore: text.len(),
            ..Place::default()
        };
        for at in (0..text.len()).rev() {
            let in_label = is_domain(text[at]) || matches!(text[at], '-' | '_');
            let mut place = Place {
                run_end: if in_label { next.run_end } else { at },
                underscore: if text[at] == '_' { at } else { next.underscore },
                ..Place::default()
            };
            if text[at] == '.' {
                place.top_level_end = top_level_end(text, at + 1);
                place.deeper_end = label_end(text, &places, at + 1);
            }
            places[at] = place;
            next = place;
        }
        Self { places }
    }

    /// Where a domain that starts here ends.
    pub(super) fn end_from(&self, text: &[char], start: usize) -> Option<usize> {
        label_end(text, &self.places, start)
    }
}

/// The end of a domain whose first label starts here, from what is known of the places behind.
fn label_end(text: &[char], places: &[Place], start: usize) -> Option<usize> {
    let dot = places.get(start)?.run_end;
    if dot == start || text.get(dot) != Some(&'.') {
        return None;
    }
    if !is_domain(text[start]) || !is_domain(text[dot - 1]) {
        return None;
    }
    // Underscores may stand in a subdomain, not in the label before the top-level domain.
    let own = if places[start].underscore >= dot {
        places[dot].top_level_end
    } else {
        None
    };
    places[dot].deeper_end.or(own)
}

/// The parts of a run without protocol that are domains of ASCII and accented Latin letters.
pub(super) fn ascii_domains(
    text: &[char],
    from: usize,
) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut at = from;
    std::iter::from_fn(move || {
        while at < text.len() {
            let start = at;
            let mut end = None;
            let mut label = start;
            loop {
                let stop = label
                    + text[label..]
                        .iter()
                        .take_while(|&&c| c == '-' || is_ascii_domain(c))
                        .count();
                if stop == label || text.get(stop) != Some(&'.') {
                    at = at.max(stop).max(start + 1);
                    break;
                }
                end = top_level_end(text, stop + 1).or(end);
                label = stop + 1;
                at = label;
            }
            if let Some(end) = end {
                at = end;
                return Some((start, end));
            }
        }
        None
    })
}

/// Whether each label has 1 to 63 characters in its encoded form, and an encoded domain is ASCII.
pub(super) fn has_valid_labels(domain: &[char]) -> bool {
    let encoded = domain.starts_with(&['x', 'n', '-', '-']);
    if encoded && ascii_domains(domain, 0).next().is_none() {
        return false;
    }
    domain.split(|&c| c == '.').all(|label| {
        // Twice the limit cannot become shorter by being encoded, and encoding takes quadratic time.
        label.len() <= MAX_LABEL && (1..=MAX_LABEL).contains(&encoded_length(label))
    })
}

/// Length of a label in its ASCII form, its inner full stops counted.
fn encoded_length(label: &[char]) -> usize {
    let parts = label.split(|c| matches!(c, '\u{3002}' | '\u{ff0e}' | '\u{ff61}'));
    parts
        .map(|part| {
            if part.iter().all(|c| matches!(c, ' '..='~')) {
                part.len() + 1
            } else {
                "xn--".len() + punycode_length(part) + 1
            }
        })
        .sum::<usize>()
        - 1
}

/// Length of a text in Punycode. Source: RFC 3492, sections 6.1 and 6.3.
fn punycode_length(text: &[char]) -> usize {
    let basic = text.iter().filter(|c| c.is_ascii()).count();
    let mut length = basic + usize::from(basic > 0);
    let mut handled = basic;
    let (mut code, mut delta, mut bias) = (128_u32, 0_u32, 72_u32);
    while handled < text.len() {
        let Some(next) = text
            .iter()
            .map(|&c| u32::from(c))
            .filter(|&c| c >= code)
            .min()
        else {
            break;
        };
        delta += (next - code) * (handled as u32 + 1);
        code = next;
        for &character in text {
            let character = u32::from(character);
            if character < code {
                delta += 1;
            }
            if character == code {
                length += digits(delta, bias);
                bias = adapt(delta, handled as u32 + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta += 1;
        code += 1;
    }
    length
}

fn digits(delta: u32, bias: u32) -> usize {
    let mut rest = delta;
    let mut count = 1;
    let mut base = 36;
    loop {
        let threshold = if base <= bias {
            1
        } else {
            (base - bias).min(26)
        };
        if rest < threshold {
            return count;
        }
        rest = (rest - threshold) / (36 - threshold);
        count += 1;
        base += 36;
    }
}

fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / points;
    let mut steps = 0;
    while delta > 455 {
        delta /= 35;
        steps += 36;
    }
    steps + 36 * delta / (delta + 38)
}

/// The end of a top-level domain that starts here.
fn top_level_end(text: &[char], start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let first = *rest.first()?;
    if first.is_ascii_alphabetic() {
        let letters: String = rest
            .iter()
            .take_while(|c| c.is_ascii_alphabetic())
            .take(MAX_LABEL)
            .map(char::to_ascii_lowercase)
            .collect();
        if ends_domain(rest.get(letters.len())) && top_level_domains::is_ascii(&letters) {
            return Some(start + letters.len());
        }
        if letters == "xn" && rest[2..].starts_with(&['-', '-']) {
            let behind = rest[4..]
                .iter()
                .take_while(|c| c.is_ascii_alphanumeric() || **c == '-')
                .count();
            return (behind > 0).then_some(start + 4 + behind);
        }
    }
    if first.is_ascii() && !first.eq_ignore_ascii_case(&'v') {
        return None;
    }
    top_level_domains::other_scripts().find_map(|name| {
        let length = name.chars().count();
        let same = rest.len() >= length && name.chars().zip(rest).all(|(a, &b)| a == lower(b));
        (same && ends_domain(rest.get(length))).then_some(start + length)
    })
}

/// Whether a top-level domain may have this character, or the end of the text, behind it.
fn ends_domain(next: Option<&char>) -> bool {
    next.is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '@' | '+' | '-'))
}

fn lower(character: char) -> char {
    let mut lower = character.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(only), None) => only,
        _ => character,
    }
}

/// Whether a domain's label may begin and end with this character.
fn is_domain(character: char) -> bool {
    !matches!(
        character,
        '!' | '\'' | '#' | '%' | '&' | '(' | ')' | '*' | '+' | ',' | '\\' | '-' | '.' | '/' | ':' | ';'
            | '<' | '=' | '>' | '?' | '@' | '[' | ']' | '^' | '_' | '{' | '|' | '}' | '~' | '$'
            | '\u{9}'..='\u{d}' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{180e}'
            | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
            | '\u{fffe}' | '\u{feff}' | '\u{ffff}'
            | '\u{202a}'..='\u{202e}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}'
    )
}

fn is_ascii_domain(character: char) -> bool {
    character.is_ascii_alphanumeric() || is_latin_accent(character)
}

/// Accented Latin letters and combining marks, whatever their case.
pub(super) fn is_latin_accent(character: char) -> bool {
    let listed = |c| {
        matches!(c,
            '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{24f}' | '\u{253}' | '\u{254}'
            | '\u{256}' | '\u{257}' | '\u{259}' | '\u{25b}' | '\u{263}' | '\u{268}' | '\u{26f}'
            | '\u{272}' | '\u{289}' | '\u{28b}' | '\u{2bb}' | '\u{300}'..='\u{36f}'
            | '\u{1e00}'..='\u{1eff}')
    };
    let upper = || {
        let mut upper = character.to_uppercase();
        match (upper.next(), upper.next()) {
            (Some(only), None) if !only.is_ascii() => only,
            _ => character,
        }
    };
    !character.is_ascii() && (listed(character) || listed(lower(character)) || listed(upper()))
}
