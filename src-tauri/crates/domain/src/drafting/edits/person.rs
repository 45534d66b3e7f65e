//! Who speaks: "we", "I" or the brand's name, where that changes only pronouns and one verb's ending.

use super::{find_phrase, like_case};
use crate::brand::SpeaksAs;
use crate::text;

/// Lets the brand speak as it asks to, where that changes only pronouns and the ending of one verb.
/// What would need more than that stays as it is.
pub(super) fn spoken_by(sentence: &str, speaks_as: SpeaksAs, brand: &str) -> String {
    match speaks_as {
        SpeaksAs::I => as_one(sentence),
        SpeaksAs::We => name_to_we(sentence, brand).unwrap_or_else(|| sentence.to_owned()),
        SpeaksAs::Name => we_to_name(sentence, brand).unwrap_or_else(|| sentence.to_owned()),
    }
}

/// "We cut" -> "I cut", "our" -> "my".
fn as_one(sentence: &str) -> String {
    const ONE: &[(&str, &str)] = &[
        ("we are", "I am"),
        ("we're", "I'm"),
        ("we've", "I've"),
        ("we'll", "I'll"),
        ("we'd", "I'd"),
        ("we were", "I was"),
        ("are we", "am I"),
        ("were we", "was I"),
        ("ourselves", "myself"),
        ("we", "I"),
        ("us", "me"),
        ("ours", "mine"),
        ("our", "my"),
    ];
    let mut out = sentence.replace('\u{2019}', "'");
    for (from, to) in ONE {
        let mut at = 0;
        while let Some(span) = find_phrase(&out, from, at, false) {
            at = span.end as usize;
            let found = &out[span.range()];
            if found == "US" {
                continue;
            }
            let word = if to.starts_with("I") {
                (*to).to_owned()
            } else {
                like_case(found, to)
            };
            at = span.start as usize + word.len();
            out.replace_range(span.range(), &word);
        }
    }
    out
}

fn name_to_we(sentence: &str, brand: &str) -> Option<String> {
    let rest = sentence.strip_prefix(brand).filter(|_| !brand.is_empty())?;
    let rest = rest.strip_prefix(' ')?;
    let mut words = rest.split(' ');
    let mut kept = Vec::new();
    let mut verb = words.next()?;
    if matches!(verb, "also" | "only" | "now" | "still" | "then" | "always") {
        kept.push(verb);
        verb = words.next()?;
    }
    let tail: Vec<&str> = words.collect();
    let leans = |word: &&str| {
        let word = text::fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
        matches!(
            word.as_str(),
            "it" | "its" | "itself" | "they" | "their" | "them"
        )
    };
    // A second verb would need its ending changed too, and it cannot be told from a plural noun.
    let coordinated = verb.ends_with(',')
        || tail.windows(2).any(|pair| {
            (matches!(pair[0], "and" | "or" | "then" | "but") || pair[0].ends_with(','))
                && pair[1].trim_end_matches(['.', ',']).ends_with('s')
        })
        || matches!(tail.as_slice(), ["and" | "or", ..]);
    if coordinated || tail.iter().any(leans) {
        return None;
    }
    let verb = match verb {
        "is" => "are".to_owned(),
        "was" => "were".to_owned(),
        "has" => "have".to_owned(),
        "does" => "do".to_owned(),
        "doesn't" => "don't".to_owned(),
        "can" | "will" | "cannot" | "must" | "may" | "should" | "could" | "would" => {
            verb.to_owned()
        }
        regular => plural_verb(regular)?,
    };
    kept.push(&verb);
    kept.extend(tail);
    Some(format!("We {}", kept.join(" ")))
}

fn we_to_name(sentence: &str, brand: &str) -> Option<String> {
    let rest = sentence.strip_prefix("We ").filter(|_| !brand.is_empty())?;
    let (verb, tail) = rest.split_once(' ')?;
    let own = ["we", "us", "our", "ours", "ourselves"];
    if tail.split(' ').any(|word| {
        own.contains(&text::fold(word.trim_matches(|c: char| !c.is_alphanumeric())).as_str())
    }) || tail.starts_with("and ")
        || tail.contains(" and ")
    {
        return None;
    }
    let verb = match verb {
        "are" => "is",
        "were" => "was",
        "have" => "has",
        "do" => "does",
        "don't" => "doesn't",
        "can" | "will" | "cannot" | "must" | "may" | "should" | "could" | "would" => verb,
        regular if regular.chars().all(char::is_lowercase) && regular.ends_with("ly") => {
            return None;
        }
        regular if regular.chars().all(char::is_lowercase) => {
            return Some(format!("{brand} {} {tail}", singular_verb(regular)));
        }
        _ => return None,
    };
    Some(format!("{brand} {verb} {tail}"))
}

/// "delivers" -> "deliver"; `None` if the word has no such ending.
fn plural_verb(verb: &str) -> Option<String> {
    if !verb.chars().all(|c| c.is_ascii_lowercase()) || verb.ends_with("ss") {
        return None;
    }
    if let Some(stem) = verb.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = verb.strip_suffix("es")
        && ["s", "x", "z", "ch", "sh", "o"]
            .iter()
            .any(|end| stem.ends_with(end))
        && !stem.ends_with("os")
        && !["us", "as", "is", "ez", "iz"]
            .iter()
            .any(|end| stem.ends_with(end))
    {
        return Some(stem.to_owned());
    }
    verb.strip_suffix('s')
        .filter(|stem| stem.len() > 1)
        .map(str::to_owned)
}

fn singular_verb(verb: &str) -> String {
    if let Some(stem) = verb.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'o', 'u'])
    {
        format!("{stem}ies")
    } else if ["s", "x", "z", "ch", "sh", "o"]
        .iter()
        .any(|end| verb.ends_with(end))
    {
        format!("{verb}es")
    } else {
        format!("{verb}s")
    }
}
