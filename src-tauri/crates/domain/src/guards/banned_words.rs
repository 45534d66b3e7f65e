//! Guard: banned words.
//!
//! Words that the brand never uses, and words for which it has a better one. A better one is put in its
//! place; where there is none, the sentence can be cut.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, TextEdit, cuts};
use crate::brand::Preference;
use crate::brand::matching::{Form, Use};
use crate::language::Language;
use crate::text::{Span, fold, words};

pub(super) const GUARD: Guard = Guard {
    id: "banned-words",
    codes: &["banned-words.never", "banned-words.prefer"],
    limits: &[],
    sources: &[],
    check,
    fix,
};

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let text = draft.text;
    let rules = &context.brand.rules;
    if rules.never.is_empty() && rules.prefer.is_empty() {
        return Vec::new();
    }
    let cut = draft.words();
    let mut found: Vec<(Span, Finding)> = Vec::new();
    for rule in &rules.never {
        for hit in cut.uses(&rule.text) {
            let params = [
                ("word", hit.span.slice(text).unwrap_or("").to_owned()),
                ("rule", rule.text.clone()),
            ];
            let finding = Finding::new(
                "banned-words",
                "never",
                Severity::Block,
                Some(hit.span),
                params,
            );
            found.push((hit.span, finding.by_brand(rule.source.as_ref())));
        }
    }
    for preference in &rules.prefer {
        let kept: Vec<Span> = cut
            .uses(&preference.text)
            .iter()
            .map(|hit| hit.span)
            .collect();
        for bad in &preference.instead_of {
            for hit in cut.uses(bad) {
                // "cut-to-size mesh" may hold a word that it replaces.
                if kept.iter().any(|span| span.overlaps(hit.span)) {
                    continue;
                }
                let params = [
                    ("word", hit.span.slice(text).unwrap_or("").to_owned()),
                    ("instead", preference.text.clone()),
                    ("rule", bad.clone()),
                ];
                let finding = Finding::new(
                    "banned-words",
                    "prefer",
                    Severity::Warn,
                    Some(hit.span),
                    params,
                );
                found.push((hit.span, finding.by_brand(preference.source.as_ref())));
            }
        }
    }
    // Of findings on the same words the longest phrase counts, and of equals the ban.
    found.sort_by_key(|(span, finding)| {
        (span.start, std::cmp::Reverse((span.end, finding.severity)))
    });
    let mut kept: Vec<Finding> = Vec::new();
    let mut end = 0;
    for (span, finding) in found {
        if span.start >= end {
            end = span.end;
            kept.push(finding);
        }
    }
    kept
}

fn fix(draft: &Reading<'_>, context: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(span) = finding.span else {
        return Vec::new();
    };
    let text = draft.text;
    let cut = draft.words();
    let better = context.brand.rules.prefer.iter().find_map(|preference| {
        preference.instead_of.iter().find_map(|bad| {
            let hit = cut.uses(bad).into_iter().find(|hit| hit.span == span)?;
            replace(draft, preference, bad, hit)
        })
    });
    let mut fixes: Vec<Fix> = better.into_iter().collect();
    if finding.code == "banned-words.never" {
        fixes.extend(cuts::cut_sentence(text, span));
    }
    fixes
}

/// Puts the preferred word in the other's place, in its form and case, with the article that it needs.
fn replace(draft: &Reading<'_>, preference: &Preference, bad: &str, hit: Use) -> Option<Fix> {
    let text = draft.text;
    let range = hit.span.range();
    let before = &text[..range.start];
    if before.ends_with('#') {
        return None;
    }
    let near = line_end(before);
    let base = before.len() - near.len();
    let adjoining = words(near).last().filter(|word| {
        near[word.span.range().end..]
            .chars()
            .all(char::is_whitespace)
    });
    let article = adjoining.map(|word| fold(word.text)).unwrap_or_default();
    if draft.language == Language::German && (hit.form != Form::Same || is_german_article(&article))
    {
        // Its gender, and so the article's and the ending's form, is not known.
        return None;
    }
    let word = in_form(&preference.text, bad, hit.form, &article)?;
    let mut written = in_case(&word, hit.span.slice(text)?, &preference.text);
    let mut start = range.start;
    if let Some(previous) = adjoining {
        let place = base + previous.span.range().start;
        let first = fold(&word).split(' ').next().unwrap_or_default().to_owned();
        if (article == "a" || article == "an")
            && matches!(first.as_str(), "the" | "our" | "your" | "a" | "an")
        {
            return None;
        }
        if article == "a" || article == "an" {
            let right = if starts_with_vowel_sound(&word) {
                "an"
            } else {
                "a"
            };
            if right != article {
                let right = if previous.text.starts_with('A') {
                    right.replacen('a', "A", 1)
                } else {
                    right.to_owned()
                };
                written = format!("{right}{}{written}", &before[place + previous.text.len()..]);
                start = place;
            }
        } else if !first.is_empty() && first == article {
            // "the" before "the yard" would stand twice.
            start = place;
            written = in_case(&word, previous.text, &preference.text);
        }
    }
    let edit = TextEdit {
        span: Span::of(start..range.end),
        text: written,
    };
    Some(Fix::new("use-instead", [("text", word)], vec![edit]))
}

/// The last 200 bytes or fewer, whole characters: enough for the word before.
fn line_end(before: &str) -> &str {
    let mut from = before.len().saturating_sub(200);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    &before[from..]
}

/// The preferred word in the form that the other had; `None` where the form is not sure.
fn in_form(good: &str, bad: &str, form: Form, article: &str) -> Option<String> {
    let determined = matches!(
        article,
        "a" | "an"
            | "the"
            | "your"
            | "our"
            | "my"
            | "their"
            | "his"
            | "her"
            | "its"
            | "this"
            | "each"
            | "every"
            | "per"
            | "no"
            | "any"
    );
    let single = !good.contains(' ');
    if single && determined && is_verb_only(good) {
        return None;
    }
    match form {
        Form::Same => Some(good.to_owned()),
        Form::S => {
            if good.ends_with('s') || !good.ends_with(char::is_alphabetic) {
                return None;
            }
            // A phrase whose first word is a verb ("ask us") takes no ending.
            if !single && is_verb_only(good.split(' ').next()?) {
                return None;
            }
            Some(plural(good))
        }
        Form::WithoutS => {
            let stem = good
                .strip_suffix('s')
                .filter(|stem| stem.len() >= 3 && !stem.ends_with('s'))?;
            Some(
                stem.strip_suffix("ie")
                    .map_or_else(|| stem.to_owned(), |stem| format!("{stem}y")),
            )
        }
        Form::Ed | Form::Ing if !single || bad.contains(' ') || doubles(good) => None,
        Form::Ed => (!is_irregular(good)).then(|| {
            if good.ends_with('e') {
                format!("{good}d")
            } else {
                format!("{good}ed")
            }
        }),
        Form::Ing => Some(match good.strip_suffix('e') {
            Some(stem) if !stem.ends_with(['e', 'o', 'y']) => format!("{stem}ing"),
            _ => format!("{good}ing"),
        }),
        Form::Other => None,
    }
}

fn plural(word: &str) -> String {
    if let Some(stem) = word.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'o', 'u'])
    {
        return format!("{stem}ies");
    }
    if word.ends_with("ch") || word.ends_with("sh") || word.ends_with(['x', 'z', 's']) {
        return format!("{word}es");
    }
    format!("{word}s")
}

/// "cut" becomes "cutting": short words that double their last letter are left to the writer.
fn doubles(word: &str) -> bool {
    let letters: Vec<char> = word.chars().rev().take(3).collect();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    matches!(letters.as_slice(), [last, middle, first] if !vowel(*last) && !matches!(last, 'w' | 'x' | 'y') && vowel(*middle) && !vowel(*first))
        && word.len() <= 4
}

fn is_irregular(word: &str) -> bool {
    "be|become|begin|bring|build|buy|choose|come|do|draw|drive|find|get|give|go|grow|have|hold|keep|know|lead|leave|lend|let|lose|make|mean|meet|pay|put|read|ring|rise|run|say|see|sell|send|set|show|sit|speak|spend|stand|take|teach|tell|think|understand|win|write"
        .split('|')
        .any(|verb| verb == word)
}

fn is_verb_only(word: &str) -> bool {
    let word = fold(word);
    "ask|become|begin|bring|buy|choose|come|do|find|get|give|go|grow|have|keep|know|let|lose|make|meet|put|say|see|sell|send|speak|take|teach|tell|think|understand|write"
        .split('|')
        .any(|verb| verb == word)
}

fn is_german_article(word: &str) -> bool {
    "der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|kein|keine|keinen|keinem|keiner|unser|unsere|unseren|unserem|unserer|ihr|ihre|ihren|ihrem|ihrer|dein|deine|deinen|deinem|deiner|mein|meine|dieser|diese|dieses|diesen|diesem|jeder|jede|jedes|jeden|jedem|zum|zur|im|am|beim|vom"
        .split('|')
        .any(|article| article == word)
}

/// The case of what stood there: a sentence's start stays one, capitals stay capitals.
fn in_case(word: &str, stood: &str, listed: &str) -> String {
    let letters = stood.chars().filter(|c| c.is_alphabetic()).count();
    let has_lower = stood.chars().any(char::is_lowercase);
    if letters >= 3 && !has_lower {
        return word.to_uppercase();
    }
    let starts_upper = stood
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_uppercase);
    let listed_lower = listed
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_lowercase);
    if starts_upper && listed_lower {
        let mut letters = word.chars();
        return letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(letters)
            .collect();
    }
    word.to_owned()
}

/// Whether "an" stands before a word. By its letters, with the usual exceptions.
fn starts_with_vowel_sound(word: &str) -> bool {
    let first = fold(word);
    let first = first.split([' ', '-']).next().unwrap_or_default();
    if ["uni", "use", "usu", "util", "eu", "one", "once", "ubiq"]
        .iter()
        .any(|start| first.starts_with(start))
        && !first.starts_with("unin")
        && !first.starts_with("unim")
    {
        return false;
    }
    if ["hour", "honest", "honor", "honour", "heir"]
        .iter()
        .any(|start| first.starts_with(start))
    {
        return true;
    }
    first.starts_with(['a', 'e', 'i', 'o', 'u', '8'])
        || first.starts_with("11")
        || first.starts_with("18")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, fixed, found};
    use crate::brand::{BrandProfile, Preference, Rule};
    use crate::networks::NetworkId;

    fn brand_with(never: &[&str], prefer: &[(&str, &str)]) -> BrandProfile {
        let mut brand = brand();
        brand.rules.never = never
            .iter()
            .map(|text| Rule {
                text: (*text).to_owned(),
                source: None,
            })
            .collect();
        brand.rules.prefer = prefer
            .iter()
            .map(|(good, bad)| Preference {
                text: (*good).to_owned(),
                instead_of: vec![(*bad).to_owned()],
                source: None,
            })
            .collect();
        brand
    }

    fn check_fix(good: &str, bad: &str, before: &str, after: &str) {
        let fixed = fixed(
            &brand_with(&[], &[(good, bad)]),
            NetworkId::LinkedIn,
            before,
        );
        assert_eq!(fixed.text, after, "{good:?} for {bad:?} in {before:?}");
    }

    #[test]
    fn the_preferred_word_takes_form_case_and_article() {
        check_fix(
            "use",
            "utilise",
            "We utilise bars, utilising and utilised.",
            "We use bars, using and used.",
        );
        check_fix(
            "fixers",
            "installation teams",
            "Installation teams know. An installation team knows.",
            "Fixers know. A fixer knows.",
        );
        check_fix(
            "cut to size",
            "bespoke",
            "BESPOKE mesh and bespoke bars.",
            "CUT TO SIZE mesh and cut to size bars.",
        );
        check_fix(
            "offcut",
            "scrap piece",
            "It left a scrap piece.",
            "It left an offcut.",
        );
        check_fix(
            "the yard",
            "facility",
            "Come to the facility.",
            "Come to the yard.",
        );
        check_fix(
            "lorry",
            "truck",
            "Two trucks, one truck.",
            "Two lorries, one lorry.",
        );
    }

    #[test]
    fn where_the_form_is_not_sure_nothing_is_replaced() {
        check_fix(
            "buy",
            "purchase",
            "Your purchase counts. We purchased it.",
            "Your purchase counts. We purchased it.",
        );
        check_fix(
            "ask us",
            "reach out",
            "Reach out by noon.",
            "Ask us by noon.",
        );
    }

    #[test]
    fn a_sentence_with_a_never_word_goes_where_others_stay() {
        let brand = brand_with(&["seamless", "excited to"], &[]);
        let fixed = fixed(
            &brand,
            NetworkId::LinkedIn,
            "We are excited to say it. Mesh comes cut and tagged. Send the sizes.",
        );
        assert_eq!(fixed.text, "Mesh comes cut and tagged. Send the sizes.");
        let only = found(&brand, NetworkId::LinkedIn, "A seamless day.");
        let finding = only
            .iter()
            .find(|finding| finding.code == "banned-words.never")
            .expect("it is banned");
        assert!(finding.fixes.is_empty(), "nothing would be left");
    }

    #[test]
    fn a_ban_with_a_better_word_is_mended_by_it() {
        let brand = brand_with(&["leverage"], &[("use", "leverage")]);
        let fixed = fixed(&brand, NetworkId::LinkedIn, "We leverage mesh.");
        assert_eq!(fixed.text, "We use mesh.");
    }
}
