//! Web addresses in running text, as twitter-text finds them.
//!
//! The rules are those of twitter-text's pattern for addresses, worked through once from left to right
//! instead of by backtracking, so that hostile text costs no more than plain text does. Source:
//! <https://github.com/twitter/twitter-text/tree/30e2430d90cff3b46393ea54caf511441983c260/js/src/regexp>,
//! read 2026-11-20.

use super::domains::{Domains, ascii_domains, has_valid_labels, is_latin_accent};

/// Longest address with its protocol. Source: `MAX_URL_LENGTH` of twitter-text.
const MAX_UNITS: usize = 4_096;
/// Longest last part of a `t.co` address. Source: `MAX_TCO_SLUG_LENGTH` of twitter-text.
const MAX_SLUG: usize = 40;

/// An address, in characters of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::networks) struct Url {
    pub(in crate::networks) start: usize,
    pub(in crate::networks) end: usize,
    /// Where counting goes on. It is before `end` if a path stands behind letters that are no part of
    /// the domain.
    pub(in crate::networks) counted_end: usize,
}

/// Addresses with or without protocol, ascending.
pub(in crate::networks) fn find(text: &[char]) -> Vec<Url> {
    let mut urls = Vec::new();
    if !text.contains(&'.') {
        return urls;
    }
    let domains = Domains::of(text);
    let mut at = 0;
    while at < text.len() {
        let Some((before, found)) = next_match(text, &domains, at) else {
            at += 1;
            continue;
        };
        at = found.end;
        accept(text, before, &found, &mut urls);
    }
    urls
}

/// The match that has the character at `at` before it, or starts with it where it is the text's first.
fn next_match(text: &[char], domains: &Domains, at: usize) -> Option<(Option<char>, Match)> {
    let first = text[at];
    if first.len_utf16() == 2 {
        // twitter-text reads UTF-16: half of such a character stands before, half in the domain.
        if let Some(found) = match_at(text, domains, at) {
            return Some((Some(first), found));
        }
    }
    if may_precede(first)
        && let Some(found) = match_at(text, domains, at + 1)
    {
        return Some((Some(first), found));
    }
    (at == 0)
        .then(|| match_at(text, domains, 0))
        .flatten()
        .map(|found| (None, found))
}

/// What the pattern matched, in characters of the text.
struct Match {
    start: usize,
    protocol: usize,
    domain_end: usize,
    path: bool,
    /// Where what follows the domain and the port begins.
    end: usize,
}

fn match_at(text: &[char], domains: &Domains, start: usize) -> Option<Match> {
    let protocol = protocol_length(text.get(start..)?);
    let domain_end = domains.end_from(text, start + protocol)?;
    let mut end = domain_end;
    if text.get(end) == Some(&':') {
        let port_end = run(text, end + 1, |c| c.is_ascii_digit());
        if port_end > end + 1 {
            end = port_end;
        }
    }
    let path = text.get(end) == Some(&'/');
    if path {
        end = path_end(text, end);
    }
    Some(Match {
        start,
        protocol,
        domain_end,
        path,
        end: query_end(text, end),
    })
}

fn accept(text: &[char], before: Option<char>, found: &Match, urls: &mut Vec<Url>) {
    let domain_start = found.start + found.protocol;
    let units: usize = text[found.start..found.end]
        .iter()
        .map(|c| c.len_utf16())
        .sum();
    // Without protocol, twitter-text adds that of `https://`; with one, it counts it twice.
    let protocol_units = if found.protocol == 0 {
        8
    } else {
        found.protocol
    };
    if units + protocol_units > MAX_UNITS
        || !has_valid_labels(&text[domain_start..found.domain_end])
    {
        return;
    }
    if found.protocol > 0 {
        if let Some(end) = short_link_end(text, domain_start, found) {
            urls.push(Url {
                start: found.start,
                end,
                counted_end: end,
            });
        }
        return;
    }
    if matches!(before, Some('-' | '_' | '.' | '/')) {
        return;
    }
    let first = urls.len();
    let within = &text[..found.domain_end];
    urls.extend(ascii_domains(within, domain_start).map(|(start, end)| Url {
        start,
        end,
        counted_end: end,
    }));
    // Only the last domain of a run takes the path; a port or a query alone stays text.
    if let (true, Some(last)) = (found.path, urls[first..].last_mut()) {
        last.counted_end = counted_end(text, last, found);
        last.end = found.end;
    }
}

/// Where counting goes on behind an address that took the path: as many UTF-16 units on as its domain and
/// its path have, though other letters may stand between them.
fn counted_end(text: &[char], url: &Url, found: &Match) -> usize {
    let units = |part: &[char]| part.iter().map(|c| c.len_utf16()).sum::<usize>();
    let length =
        units(&text[url.start..url.counted_end]) + units(&text[found.domain_end..found.end]);
    let mut covered = 0;
    url.start
        + text[url.start..]
            .iter()
            .take_while(|c| {
                covered += c.len_utf16();
                covered <= length
            })
            .count()
}

/// The end of an address with protocol: a `t.co` address ends behind its last part and its query, and is
/// none at all if that part is too long.
fn short_link_end(text: &[char], domain_start: usize, found: &Match) -> Option<usize> {
    let whole = &text[..found.end];
    let is_short = found.domain_end - domain_start == 4
        && starts_with_ignoring_case(&whole[domain_start..], "t.co/");
    if !is_short {
        return Some(found.end);
    }
    let slug_start = domain_start + 5;
    let slug_end = run(whole, slug_start, |c| c.is_ascii_alphanumeric());
    match slug_end - slug_start {
        0 => Some(found.end),
        1..=MAX_SLUG => Some(query_end(whole, slug_end)),
        _ => None,
    }
}

/// Whether an address may follow this character.
fn may_precede(character: char) -> bool {
    !character.is_ascii_alphanumeric()
        && !matches!(
            character,
            '@' | '\u{ff20}' | '$' | '#' | '\u{ff03}' | '\u{fffe}' | '\u{feff}' | '\u{ffff}'
        )
}

fn protocol_length(text: &[char]) -> usize {
    ["https://", "http://"]
        .into_iter()
        .find(|protocol| starts_with_ignoring_case(text, protocol))
        .map_or(0, str::len)
}

fn starts_with_ignoring_case(text: &[char], start: &str) -> bool {
    text.len() >= start.len()
        && text
            .iter()
            .zip(start.chars())
            .all(|(a, b)| a.eq_ignore_ascii_case(&b))
}

/// The end of a path that begins with the slash at `slash`: it goes on over path characters and balanced
/// parentheses, and ends behind the last of them that may end it.
fn path_end(text: &[char], slash: usize) -> usize {
    let mut at = slash + 1;
    let mut end = at;
    while let Some(&character) = text.get(at) {
        if is_path(character) {
            at += 1;
            if ends_path(character) {
                end = at;
            }
        } else if let Some(behind) = parentheses_end(text, at) {
            // Parentheses end a path only right behind what may end it.
            if end == at {
                end = behind;
            }
            at = behind;
        } else {
            break;
        }
    }
    end
}

/// The end of parentheses that open at `open`, with at most one pair inside.
fn parentheses_end(text: &[char], open: usize) -> Option<usize> {
    if text.get(open) != Some(&'(') {
        return None;
    }
    let first = run(text, open + 1, is_path);
    match text.get(first)? {
        ')' => (first > open + 1).then_some(first + 1),
        '(' => {
            let inner = run(text, first + 1, is_path);
            if inner == first + 1 || text.get(inner) != Some(&')') {
                return None;
            }
            let last = run(text, inner + 1, is_path);
            (text.get(last) == Some(&')')).then_some(last + 1)
        }
        _ => None,
    }
}

/// The end of a query that begins at `mark`; `mark` itself if there is none.
fn query_end(text: &[char], mark: usize) -> usize {
    if text.get(mark) != Some(&'?') {
        return mark;
    }
    let run_end = run(text, mark + 1, is_query);
    text[mark + 1..run_end]
        .iter()
        .rposition(|&c| c.is_ascii_alphanumeric() || "-_&=#/".contains(c))
        .map_or(mark, |last| mark + 1 + last + 1)
}

fn run(text: &[char], from: usize, inside: impl Fn(char) -> bool) -> usize {
    from + text.iter().skip(from).take_while(|&&c| inside(c)).count()
}

fn is_path(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || "!*';:=+,.$/%#[]-\u{2013}_~@|&".contains(character)
        || is_letter_beyond_ascii(character)
}

fn ends_path(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || "+-=_#/".contains(character)
        || is_letter_beyond_ascii(character)
}

fn is_letter_beyond_ascii(character: char) -> bool {
    matches!(character, '\u{400}'..='\u{4ff}') || is_latin_accent(character)
}

fn is_query(character: char) -> bool {
    character.is_ascii_alphanumeric() || "!?*'@();:&=+$/%#[]-_.,~|".contains(character)
}
