//! Sentences and labels that ban words: "Never say cheap", "Banned: synergy, leverage".

use super::sections::{EXAMPLES, NEVER};
use super::terms::{self, Place, has, normalize};

/// "Never:" and what follows, in one line. A label has no quotation and at most six words; before a dash
/// only a ban is one ("Please do not use - warrior, tribe").
pub(super) fn label(text: &str) -> Option<(&str, &str)> {
    let at = text
        .find(": ")
        .or_else(|| text.find(":** ").map(|at| at + 2))
        .or_else(|| text.find(":*"))
        .map(|at| (at, 0));
    let dash = || {
        [" - ", " – ", " — "]
            .into_iter()
            .filter_map(|dash| text.find(dash).map(|at| (at, dash.len())))
            .min()
            .filter(|(at, dash)| {
                let name = normalize(&text[..*at]);
                has(&name, NEVER) && announces(&name) && text[at + dash..].contains(',')
            })
    };
    let (at, dash) = at.or_else(dash)?;
    let name = text[..at].trim_matches(['*', '_', ' ', ':']);
    let rest = text[at + dash..].trim_start_matches([':', '*', '_', ' ']);
    let plain = !name.contains(['"', '“', '„', '»', '.', '`', '→']);
    (plain && !rest.is_empty() && name.split_whitespace().count() <= 6).then_some((name, rest))
}

/// Whether a label, normalized, ends as one that a list follows: "Words we never use". "We never rush" is a
/// sentence, and what follows it is the reason.
pub(super) fn announces(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    terms::listed(
        "use|say|write|never|avoid|banned|forbidden|prohibited|taboo|dont|words|phrases|limits\
            |verwenden|benutzen|sagen|schreiben|vermeiden|verboten|tabu|nie|niemals|worte|worter",
        last,
    )
}

/// Whether a label or a column's head, normalized, is about deeds: what it lists is no list of words.
pub(super) fn is_conduct(name: &str) -> bool {
    let plain = name.strip_prefix("please ").unwrap_or(name);
    matches!(
        plain,
        "do" | "dos"
            | "dont"
            | "donts"
            | "do not"
            | "yes"
            | "no"
            | "right"
            | "wrong"
            | "ja"
            | "nein"
            | "richtig"
            | "falsch"
            | "nicht"
            | "bitte nicht"
            | "no gos"
            | "no go"
    )
}

/// A word or a short phrase that begins like one inside a sentence, or is quoted; deeds and sentences begin
/// with a capital.
pub(super) fn bare_word(text: &str) -> Option<String> {
    let quotes = terms::quoted(text);
    if let [only] = quotes.as_slice() {
        return terms::term(text, only.clone(), Place::Words, true).map(|term| term.text);
    }
    let text = text.trim();
    let small = text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    let short = text.split_whitespace().count() <= 3 && !text.ends_with(['.', '!', '?', ':']);
    (small && short && quotes.is_empty()).then(|| text.to_owned())
}

pub(super) fn is_example(text: &str) -> bool {
    let start = text.trim_start_matches(['*', '_', ' ']);
    let head = normalize(start.split([':', '–', '—']).next().unwrap_or(start));
    let labeled = start.contains(':') || start.contains('–') || start.contains('—');
    labeled && head.split(' ').count() <= 3 && has(&head, EXAMPLES) && !has(&head, NEVER)
        || start.starts_with(['✅', '❌', '✓', '✗', '✘', '👍', '👎'])
}

/// "Do use the product's name" inside a list of what not to do.
pub(super) fn starts_positive(text: &str) -> bool {
    let text = normalize(text);
    text.starts_with("do ") && !text.starts_with("do not")
        || text.starts_with("always ")
        || text.starts_with("immer ")
}

/// An item under "Don't" often repeats the verb: "Don't say cheap", "Use the word 'cheap'".
pub(super) fn without_negative_verb(text: &str) -> &str {
    let lower = text.to_lowercase();
    // Lower-casing may move bytes; only texts where it does not are cut.
    if lower.len() != text.len() {
        return text;
    }
    for verb in "don't say |don’t say |do not say |never say |don't use |don’t use |do not use \
        |never use |avoid |no |say |the word |the words |the phrase |the phrases |words like \
        |phrases like |kein |keine |nie |niemals |das wort |die wörter "
        .split('|')
    {
        if lower.starts_with(verb) {
            return text.get(verb.len()..).unwrap_or(text);
        }
    }
    text
}

/// The words that a sentence bans: "Never say cheap", "Avoid words like synergy or leverage",
/// "We don't use the phrase 'best in class'".
///
/// `character`: the place describes how the brand is, so that a quoted word there is no word of a post.
pub(super) fn banned_in(sentence: &str, character: bool) -> Option<Vec<String>> {
    let normal = normalize(sentence);
    let negative = "dont start|dont begin|dont open|never start|never begin|never open|never end|dont end|never say|never write|never use|dont say|do not say|dont write|do not write|dont use\
        |do not use|avoid|never call|dont call|do not call|we never say|we never use|not say\
        |stay away from|steer clear of|never describe|is banned|are banned|off limits\
        |is forbidden|are forbidden|are out|is out|no one says|sagen nie|sagen niemals|nie sagen|sagen nicht\
        |nicht sagen|niemals|nie|vermeiden|vermeide|verzichten|verwenden wir nicht\
        |verwenden nicht|nicht verwenden|benutzen wir nicht|benutzen nicht|schreiben nie\
        |schreiben nicht|nicht schreiben|schreiben wir nicht|sagen wir nie|sagen wir nicht\
        |ist tabu|sind tabu|never the word|never the words";
    let quotes = terms::quoted(sentence);
    // "We sail; we don't “cruise”": the negation stands right before the word.
    let denied: Vec<_> = quotes
        .iter()
        .filter(|range| {
            let words = sentence[..range.start].split_whitespace().rev().take(4);
            let last: Vec<_> = words.collect::<Vec<_>>().into_iter().rev().collect();
            let before = normalize(&last.join(" "));
            !character && (before.ends_with("we dont") || before.ends_with("we do not"))
        })
        .cloned()
        .collect();
    let banned = has(&normal, negative);
    if !banned && denied.is_empty() {
        return None;
    }
    // "Never say X without Y" and "avoid X unless Y" are conditions.
    if has(
        &normal,
        "unless|without|except|if|when|ausser|wenn|ohne|until|before|nur",
    ) {
        return None;
    }
    let introduced = "the word |the words |the phrase |the phrases |the term |the terms |words like \
        |words such as |phrases like |phrases such as |terms like |terms such as |das wort \
        |die wörter |die worte |den begriff |die begriffe |wörter wie |worte wie \
        |begriffe wie |floskeln wie |buzzwords like |buzzwords such as |clichés like \
        |jargon like |jargon such as ";
    let said = "never say |never write |don't say |don’t say |do not say |don't write |don’t write \
        |do not write |we never say |sagen nie |sagen niemals |schreiben nie |don't call them \
        |don’t call them |do not call them |never call them |don't call it |don’t call it \
        |do not call it |never call it ";
    let mut quotes = if banned { quotes } else { denied };
    // "We call it “Tenon” and never call it a platform": what stands before the ban is what to write.
    if let Some(object) = called(sentence) {
        quotes.retain(|range| range.start >= object);
    }
    if !quotes.is_empty() {
        let found: Vec<_> = quotes
            .into_iter()
            .filter_map(|range| terms::term(sentence, range, Place::Words, true))
            .map(|term| term.text)
            .collect();
        return Some(found);
    }
    let lower = sentence.to_lowercase();
    if lower.len() != sentence.len() {
        return None;
    }
    for (phrase, place) in introduced
        .split('|')
        .map(|phrase| (phrase, Place::Words))
        .chain(said.split('|').map(|phrase| (phrase, Place::Mixed)))
    {
        if let Some(at) = lower.find(phrase) {
            let rest = sentence
                .get(at + phrase.len()..)?
                .trim_end_matches(['.', '!']);
            // "The words journey and adventure are off limits."
            let verb = " are | is | sind | ist | vermeiden wir| verwenden wir| benutzen wir"
                .split('|')
                .filter_map(|verb| rest.find(verb))
                .min();
            let rest = &rest[..verb.unwrap_or(rest.len())];
            let found = terms::terms(rest, place);
            return Some(found.into_iter().map(|term| term.text).collect());
        }
    }
    None
}

/// Where what something is never called begins: "never call it a platform". `None` for "never call it that",
/// which points back.
fn called(sentence: &str) -> Option<usize> {
    let lower = sentence.to_lowercase();
    if lower.len() != sentence.len() {
        return None;
    }
    let denials = "never call it |never call them |don't call it |don’t call it |don't call them \
        |don’t call them |do not call it |do not call them ";
    let at = denials
        .split('|')
        .find_map(|denial| Some(lower.find(denial)? + denial.len()))?;
    let back = ["that", "this", "so", "these", "those"];
    let first = lower[at..].split(|c: char| !c.is_alphanumeric()).next();
    (!first.is_some_and(|word| back.contains(&word))).then_some(at)
}
