//! What headings say about the sentences below them.

use super::grammar;
use crate::language::Language;

/// Words in a heading or before a list that turn its items around.
pub(super) const NEGATIONS: &[&str] = &[
    "not",
    "never",
    "don't",
    "dont",
    "doesn't",
    "won't",
    "can't",
    "cannot",
    "avoid",
    "exclude",
    "excluded",
    "excludes",
    "except",
    "without",
    "no",
    "mistake",
    "mistakes",
    "myths",
    "wrong",
    "nicht",
    "kein",
    "keine",
    "keinen",
    "nie",
    "niemals",
    "ohne",
    "außer",
    "vermeiden",
    "ausgeschlossen",
    "ausgenommen",
    "fehler",
    "never,",
];

/// Whether a heading names what stands below it, so that it can be a subject.
pub(super) fn names_a_thing(title: &str) -> bool {
    let first = title
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let asks = "what how why when if who where which our before after while about added fixed changed removed deprecated security improved new visiting getting for was wie warum wann wenn wer wo unsere unser über";
    !title.is_empty()
        && !title.ends_with('?')
        && !asks.split(' ').any(|word| word == first)
        && title.split_whitespace().count() <= 6
}

/// Whether a heading is a condition for all that stands below it.
pub(super) fn is_conditional(title: &str) -> bool {
    let first = title
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    matches!(
        first.as_str(),
        "if" | "when" | "unless" | "wenn" | "falls" | "sobald"
    ) && !title.ends_with('?')
}

/// Whether a heading announces an example.
pub(super) fn is_example(title: &str) -> bool {
    let lower = title.to_lowercase();
    ["example", "beispiel", "for instance", "sample"]
        .iter()
        .any(|word| lower.contains(word))
}

/// Whether a sentence says itself when it holds.
pub(super) fn states_condition(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    ["if ", "when ", "once ", "wenn ", "falls ", "sobald "]
        .iter()
        .any(|word| lower.starts_with(word) || lower.contains(&format!(" {word}")))
}

/// The text with a capital first letter; quotation marks and brackets before it stay.
pub(super) fn capitalized(text: &str) -> String {
    let Some((at, first)) = text.char_indices().find(|(_, c)| c.is_alphanumeric()) else {
        return text.to_owned();
    };
    // "iPhone" keeps its small letter.
    let word: String = text[at..]
        .chars()
        .skip(1)
        .take_while(|c| c.is_alphanumeric())
        .collect();
    if !first.is_lowercase() || word.chars().any(char::is_uppercase) {
        return text.to_owned();
    }
    let mut capitalized = text[..at].to_owned();
    capitalized.extend(first.to_uppercase());
    capitalized.push_str(&text[at + first.len_utf8()..]);
    capitalized
}

/// "It ships next day." with the heading "Mesh sheet" in the pronoun's place, where number and article
/// are sure.
pub(super) fn with_subject(sentence: &str, heading: &str) -> Option<String> {
    let (pronoun, rest) = sentence.split_once(' ')?;
    let heading = heading.trim();
    let words: Vec<&str> = heading.split_whitespace().collect();
    let last = words.last()?.to_lowercase();
    let plain = (1..=5).contains(&words.len())
        && heading
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '&' | '’' | '\''))
        && !heading.chars().all(|c| c.is_numeric())
        && !grammar::has_finite_verb(heading, Language::English, true)
        && !words.iter().any(|word| {
            grammar::names_nothing(&word.to_lowercase())
                && !matches!(
                    word.to_lowercase().as_str(),
                    "the" | "and" | "of" | "for" | "with"
                )
        })
        && !last.ends_with("ing");
    if !plain {
        return None;
    }
    let is_plural = last.ends_with('s')
        && !last.ends_with("ss")
        && !last.ends_with("us")
        && !last.ends_with("is")
        || heading.contains(" and ");
    let (is_plural_pronoun, verb) = match pronoun.to_lowercase().replace('’', "'").as_str() {
        "it" => (false, ""),
        "it's" => (false, " is"),
        "they" => (true, ""),
        "they're" => (true, " are"),
        _ => return None,
    };
    if is_plural != is_plural_pronoun {
        return None;
    }
    let subject = if is_plural || words[0].eq_ignore_ascii_case("the") {
        capitalized(heading)
    } else if words.len() >= 2 && words[words.len() - 1].starts_with(char::is_lowercase) {
        // "Mesh sheet" is a thing and needs its article; a name of one word may not.
        format!("The {}", lowered_first(&words))
    } else {
        return None;
    };
    Some(format!("{subject}{verb} {rest}"))
}

/// The words with a small first letter unless the first is a code or an abbreviation.
fn lowered_first(words: &[&str]) -> String {
    let first = words[0];
    let is_word = first.chars().skip(1).all(char::is_lowercase) && first.chars().count() > 1;
    let mut text = if is_word {
        first.to_lowercase()
    } else {
        first.to_owned()
    };
    for word in &words[1..] {
        text.push(' ');
        text.push_str(word);
    }
    text
}
