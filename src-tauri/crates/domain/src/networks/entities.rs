//! Hashtags, mentions and web addresses in a text.
//!
//! X's rules are those of twitter-text; the other networks publish none, and differ in which characters
//! may follow the sign.

use super::rules::{HashtagCharacters, MentionForm};
use crate::text::Span;
use unicode_normalization::char::is_combining_mark;

mod domains;
mod top_level_domains;
pub(super) mod urls;

/// A text's characters with their places in bytes.
struct Characters {
    characters: Vec<char>,
    bytes: Vec<usize>,
}

impl Characters {
    fn of(text: &str) -> Self {
        let (mut bytes, characters): (Vec<_>, Vec<_>) = text.char_indices().unzip();
        bytes.push(text.len());
        Self { characters, bytes }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::of(self.bytes[start]..self.bytes[end])
    }
}

pub(super) fn links(text: &str) -> Vec<Span> {
    if !text.contains('.') {
        return Vec::new();
    }
    let text = Characters::of(text);
    urls::find(&text.characters)
        .into_iter()
        .map(|url| text.span(url.start, url.end))
        .collect()
}

pub(super) fn hashtags(allowed: HashtagCharacters, text: &str) -> Vec<Span> {
    if !text.contains(['#', '\u{ff03}']) {
        return Vec::new();
    }
    let text = Characters::of(text);
    let characters = &text.characters;
    let inside = |c: char| is_letter(c) || is_digit(c) || allowed.extra.contains(c);
    let mut urls = urls::find(characters).into_iter().peekable();
    let mut found = Vec::new();
    // A tag's sign needs a character before it that no tag has taken, or the text's start.
    let mut free_from = 0;
    for start in 0..characters.len() {
        if !is_hash(characters[start]) {
            continue;
        }
        let begins = match start.checked_sub(1) {
            None => true,
            Some(before) => {
                let character = characters[before];
                let is_selector = matches!(character, '\u{fe0e}' | '\u{fe0f}');
                before >= free_from && (is_selector || !(inside(character) || character == '&'))
            }
        };
        let length = characters[start + 1..]
            .iter()
            .take_while(|&&c| inside(c))
            .count();
        let end = start + 1 + length;
        let keycap = matches!(characters.get(start + 1), Some('\u{fe0f}' | '\u{20e3}'));
        if !begins || keycap || !characters[start + 1..end].iter().any(|&c| is_letter(c)) {
            continue;
        }
        free_from = end;
        let behind = &characters[end..];
        let goes_on =
            behind.first().is_some_and(|&c| is_hash(c)) || behind.starts_with(&[':', '/', '/']);
        let too_long = allowed.max_chars.is_some_and(|max| length > max as usize);
        while urls.next_if(|url| url.end <= start).is_some() {}
        let in_url = urls.peek().is_some_and(|url| url.start <= start);
        if !goes_on && !too_long && !in_url {
            found.push(text.span(start, end));
        }
    }
    found
}

pub(super) fn mentions(form: MentionForm, text: &str) -> Vec<Span> {
    if !text.contains(['@', '\u{ff20}']) {
        return Vec::new();
    }
    let (extra, max) = match form {
        MentionForm::Handle { extra, max_chars } => (extra, max_chars as usize),
        MentionForm::Picked => PICKED,
    };
    let text = Characters::of(text);
    let characters = &text.characters;
    let inside = |c: char| c.is_ascii_alphanumeric() || extra.contains(c);
    let mut found = Vec::new();
    let mut free_from = 0;
    for start in 0..characters.len() {
        if !is_at(characters[start])
            || !may_mention_after(&characters[free_from.min(start)..start], free_from == 0)
        {
            continue;
        }
        let mut length = characters[start + 1..]
            .iter()
            .take(max)
            .take_while(|&&c| inside(c))
            .count();
        // A full stop behind a name ends the sentence, not the name.
        while length > 0 && characters[start + length] == '.' {
            length -= 1;
        }
        if length == 0 {
            continue;
        }
        let end = start + 1 + length;
        let list_end = list_end(characters, end);
        free_from = list_end;
        let behind = &characters[list_end..];
        let goes_on = behind
            .first()
            .is_some_and(|&c| is_at(c) || domains::is_latin_accent(c))
            || behind.starts_with(&[':', '/', '/']);
        if !goes_on && list_end == end {
            found.push(text.span(start, end));
        }
    }
    found
}

/// What a name is made of besides ASCII letters and digits, and how long it is, where accounts are picked.
const PICKED: (&str, usize) = ("_-", 50);

/// Whether a mention may stand behind `before`, which is what earlier mentions left; `whole` says that it
/// reaches to the text's start.
fn may_mention_after(before: &[char], whole: bool) -> bool {
    let Some((&last, rest)) = before.split_last() else {
        return whole;
    };
    if !(last.is_ascii_alphanumeric() || "_!#$%&*@\u{ff20}".contains(last)) {
        return true;
    }
    // "RT@name" is a mention: "RT" is the word for a repeated post.
    let Some((&first, rest)) = rest.split_last() else {
        return false;
    };
    last.eq_ignore_ascii_case(&'t')
        && first.eq_ignore_ascii_case(&'r')
        && rest.last().map_or(whole, |c| {
            !(c.is_ascii_alphanumeric() || "_+~.-".contains(*c))
        })
}

/// The end of a list's name ("/list") behind an account's; `end` if there is none.
fn list_end(text: &[char], end: usize) -> usize {
    let begins =
        text.get(end) == Some(&'/') && text.get(end + 1).is_some_and(char::is_ascii_alphabetic);
    if !begins {
        return end;
    }
    let rest = text[end + 2..]
        .iter()
        .take(24)
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
        .count();
    end + 2 + rest
}

fn is_hash(character: char) -> bool {
    matches!(character, '#' | '\u{ff03}')
}

fn is_at(character: char) -> bool {
    matches!(character, '@' | '\u{ff20}')
}

/// A letter or a mark: general categories L and M. `char::is_alphabetic` also holds for numerals with a
/// letter's form and for letters in circles and squares, which are taken out again.
fn is_letter(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic();
    }
    let encircled = matches!(character,
        '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f149}' | '\u{1f150}'..='\u{1f169}'
        | '\u{1f170}'..='\u{1f189}');
    is_combining_mark(character)
        || character.is_alphabetic() && !character.is_numeric() && !encircled
}

/// A decimal digit: general category Nd.
fn is_digit(character: char) -> bool {
    let code = u32::from(character);
    character.is_ascii_digit()
        || !character.is_ascii()
            && (DIGIT_ZEROS
                .iter()
                .any(|zero| (*zero..*zero + 10).contains(&code))
                || (0x1d7ce..=0x1d7ff).contains(&code))
}

/// The zero of each script's ten digits. Source: Unicode 17, general category Nd.
#[rustfmt::skip]
const DIGIT_ZEROS: [u32; 71] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0,
    0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50,
    0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70, 0x1ccf0, 0x1e140,
    0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::{NetworkId, rules};

    fn check(found: &[Span], text: &str, expect: &[&str]) {
        let found: Vec<_> = found.iter().filter_map(|span| span.slice(text)).collect();
        assert_eq!(found, expect, "{text:?}");
    }

    fn check_links(text: &str, expect: &[&str]) {
        check(&links(text), text, expect);
    }

    fn check_hashtags(network: NetworkId, text: &str, expect: &[&str]) {
        check(&rules(network).hashtags(text), text, expect);
    }

    fn check_mentions(network: NetworkId, text: &str, expect: &[&str]) {
        check(&rules(network).mentions(text), text, expect);
    }

    #[test]
    fn links_are_found_with_and_without_protocol() {
        check_links(
            "at https://a.example.org/b, and c.de",
            &["https://a.example.org/b", "c.de"],
        );
        check_links("mail us: hello@example.com", &[]);
        check_links("the price is 4.50.Steel", &[]);
        // A missing space makes a domain of Norway; X links it too.
        check_links("the price is 4.50.No more", &["4.50.No"]);
        check_links("at über.example.com/straße", &["über.example.com/straße"]);
        check_links("日本語example.comです", &["example.com"]);
        check_links("a_b.example.com", &["b.example.com"]);
        check_links("https://a_b.example.com", &["https://a_b.example.com"]);
        check_links("https://a_b.com", &[]);
        check_links("-example.com", &[]);
        check_links(
            "https://xn--bcher-kva.example.com",
            &["https://xn--bcher-kva.example.com"],
        );
        check_links("https://bücher.みんな", &["https://bücher.みんな"]);
        check_links("https://t.co/Ab1x-y", &["https://t.co/Ab1x"]);
        check_links(&format!("https://t.co/{}", "a".repeat(41)), &[]);
        check_links("HTTP://EXAMPLE.COM", &["HTTP://EXAMPLE.COM"]);
    }

    #[test]
    fn a_link_ends_before_punctuation_and_holds_balanced_parentheses() {
        check_links("(see example.com/a)", &["example.com/a"]);
        check_links("example.com/a_(b).", &["example.com/a_(b)"]);
        check_links("example.com/a_(b(c))", &["example.com/a_(b(c))"]);
        check_links("example.com/a_(b", &["example.com/a_"]);
        check_links("example.com/a?b=c&d=%20!", &["example.com/a?b=c&d=%20"]);
        check_links("example.com/a?!", &["example.com/a"]);
    }

    #[test]
    fn labels_longer_than_63_characters_are_no_domain() {
        let long = format!("https://{}.com", "a".repeat(63));
        check_links(&long, &[&long]);
        check_links(&format!("https://{}.com", "a".repeat(64)), &[]);
        // "xn--" and what each letter of another script takes count as well.
        check_links(&format!("https://{}.com", "ü".repeat(60)), &[]);
        let short = format!("https://{}.com", "ü".repeat(20));
        check_links(&short, &[&short]);
    }

    #[test]
    fn hashtags_have_a_letter_and_stand_apart() {
        for network in NetworkId::ALL {
            check_hashtags(network, "#steel and #CutToSize.", &["#steel", "#CutToSize"]);
            check_hashtags(network, "#2026 #q4_2026", &["#q4_2026"]);
            check_hashtags(network, "a#b &#39; ##", &[]);
            check_hashtags(network, "(#a) #b-c", &["#a", "#b"]);
            check_hashtags(
                network,
                "#größe #鋼材 #сталь",
                &["#größe", "#鋼材", "#сталь"],
            );
            check_hashtags(network, "#a#b", &[]);
            check_hashtags(network, "#\u{fe0f}\u{20e3} #1", &[]);
            check_hashtags(network, "https://example.com/#a", &[]);
        }
    }

    #[test]
    fn mentions_follow_each_networks_names() {
        check_mentions(
            NetworkId::X,
            "@next_day, (@steel)",
            &["@next_day", "@steel"],
        );
        check_mentions(NetworkId::X, "RT@steel a@b.com @@c", &["@steel"]);
        check_mentions(NetworkId::X, "@next.day", &["@next"]);
        check_mentions(NetworkId::X, "@a/list", &[]);
        check_mentions(
            NetworkId::X,
            "@abcdefghijklmnopqrstuvwxyz",
            &["@abcdefghijklmnopqrst"],
        );
        check_mentions(
            NetworkId::Instagram,
            "@next.day. And @b",
            &["@next.day", "@b"],
        );
        check_mentions(NetworkId::LinkedIn, "@next-day", &["@next-day"]);
    }

    #[test]
    fn hostile_text_is_walked_through_once() {
        for text in [
            "a.".repeat(30_000),
            "日".repeat(30_000),
            "a_a.com.".repeat(8_000),
            format!("example.com/{}", "(".repeat(30_000)),
            "example.com/(a(b)".repeat(4_000),
            "#a@b".repeat(15_000),
        ] {
            for network in NetworkId::ALL {
                let rules = rules(network);
                let found = [
                    rules.links(&text),
                    rules.hashtags(&text),
                    rules.mentions(&text),
                ];
                for span in found.iter().flatten() {
                    assert!(span.slice(&text).is_some(), "{span:?} cuts a character");
                }
            }
        }
    }
}
