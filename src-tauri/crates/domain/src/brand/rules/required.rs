//! Text that every post carries: "Every post ends with #CutToSize", "Always include: Capital at risk."

use super::lines::{Kind, Line};
use super::terms::{has, listed, normalize, quoted};
use super::{Reading, Section};
use crate::brand::Rule;
use crate::text::{Span, sentences};

/// Sections that list what every post carries.
const SECTIONS: &str = "required text|required|mandatory|legal line|legal lines|legal text|legal|every post\
    |all posts|each post|must appear|must include|must have|must haves|must|always include\
    |always add|disclaimer|disclaimers|pflicht|pflichtangaben|pflichttext|pflichthinweis|muss\
    |jeder post|jeder beitrag|immer dabei|rechtlicher hinweis|sign off|signoff\
    |required hashtags|brand hashtags|always|immer";

/// Sentences that say that every post carries something.
const EVERY: &str = "every post|each post|all posts|all our posts|every caption|each caption|every update\
    |always|must|never post without|never publish without|jeder post|jeder beitrag|jedem post\
    |jedem beitrag|jeden post|jeden beitrag|alle posts|alle beitrage|immer|muss|mussen\
    |are required|is required|is mandatory|we close with|we end with|we sign off with\
    |posts end with|posts close with";

const CARRIES: &str = "include|includes|including|end|ends|ending|carry|carries|close|closes|finish|finishes\
    |sign off|signs off|contain|contains|add|append|mention|mentions|without|bear|bears|show\
    |shows|state|states|have|has|required|mandatory|use|tag|endet|enden|enthalt|enthalten\
    |schliesst|schließt|schließen|schliessen|hinzufugen|tragt|tragen|steht|stehen|erganzen\
    |anhangen|start|starts|begin|begins|with|mit|hashtag|hashtags";

/// What makes a demand hold for some posts only.
const CONDITIONS: &str = "if|when|whenever|where|unless|usually|often|most posts|can|may|sometimes|where possible\
    |posts about|for posts|for product posts|on linkedin|on instagram|on facebook|on x\
    |on twitter|for linkedin|for instagram|for facebook|linkedin|instagram|facebook|twitter\
    |wenn|falls|meist|meistens|manchmal|konnen|kann|bei|try|ideally|one of|either|posts with\
    |posts that|any post that|any post|offers|promotions";

/// Reads what the line at `at` demands, and the quotation below it if it announces one.
pub(super) fn read(reading: &mut Reading<'_>, lines: &[Line<'_>], at: usize, section: &Section) {
    let line = &lines[at];
    if section.never || section.words && !has(&section.title, "hashtags|hashtag") {
        return;
    }
    let demanded = has(&section.title, SECTIONS) && !has(&section.title, CONDITIONS);
    for span in sentences(line.text) {
        let Some(sentence) = span.slice(line.text) else {
            continue;
        };
        let start = line.start + span.range().start;
        let normal = normalize(sentence);
        if has(&normal, CONDITIONS) || is_about_some(&normal) {
            continue;
        }
        let says_every = has(&normal, EVERY) && has(&normal, CARRIES);
        let negative = has(
            &normal,
            "never|not|dont|no|avoid|nie|nicht|kein|keine|niemals",
        ) && !has(
            &normal,
            "never post without|never publish without|nie ohne|niemals ohne",
        );
        if negative || !(says_every || demanded) {
            continue;
        }
        let found = carried(sentence, says_every, demanded && !is_broad(&section.title));
        for text in &found {
            push(reading, text, start, start + sentence.len());
        }
        if found.is_empty()
            && says_every
            && announces(&normal, sentence, line.kind == Kind::Heading)
        {
            below(reading, lines, at);
        }
    }
    // "Legal line" as a heading and the line itself below it.
    let named = has(
        &section.title,
        "required text|legal line|legal lines|legal text|disclaimer|disclaimers\
            |pflichttext|pflichthinweis|rechtlicher hinweis|must appear in every post\
            |required hashtags|text in every post|in every post|required in every post",
    );
    let normal = normalize(line.text);
    let talks = has(&normal, EVERY)
        || has(&normal, "post|posts|we|use|beitrag|add")
        || has(&normal, CONDITIONS);
    if named
        && !talks
        && quoted(line.text).is_empty()
        && hashtags(line.text).is_empty()
        && line.text.len() <= 200
        && line.text.contains(' ')
    {
        push(reading, line.text, line.start, line.start + line.text.len());
    }
}

/// "Every price says “ex VAT”" is about prices and not about every post.
fn is_about_some(normal: &str) -> bool {
    let mut words = normal.split(' ');
    let every = words
        .next()
        .is_some_and(|word| listed("every|each|any|a|an|all|jeder|jede|jedes|alle", word));
    let posts =
        "post|posts|our|caption|captions|update|updates|text|texts|of|beitrag|beitrage|unsere|text";
    every && !words.next().is_some_and(|word| listed(posts, word))
}

/// "Always" and "Must" head lists of all kinds of advice; only what carries text counts there.
fn is_broad(title: &str) -> bool {
    has(title, "always|immer") && !has(title, "include|add")
}

/// The texts that a sentence demands: quoted ones, hashtags, a web address, or what follows its colon.
fn carried(sentence: &str, says_every: bool, demanded: bool) -> Vec<String> {
    let verb = has(&normalize(sentence), CARRIES);
    // "Always say “cut to size”" is about words, not about every post.
    let about_words = has(
        &normalize(sentence),
        "say|write|written|call|sagen|schreiben|geschrieben|spell|spelled|typed|refer",
    );
    if about_words || !(verb || demanded) {
        return Vec::new();
    }
    // A quotation in brackets is an example: "with a period ("in Q2")".
    let in_brackets = |at: usize| {
        let before = &sentence[..at];
        before.matches('(').count() > before.matches(')').count()
    };
    let (examples, quotes): (Vec<_>, Vec<_>) = quoted(sentence)
        .into_iter()
        .partition(|range| in_brackets(range.start));
    if !examples.is_empty() && quotes.is_empty() {
        return Vec::new();
    }
    let quotes: Vec<_> = quotes
        .into_iter()
        .map(|range| {
            sentence[range]
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        })
        .filter(|text| text.len() >= 3)
        .collect();
    if !quotes.is_empty() {
        return quotes;
    }
    let tags = hashtags(sentence);
    if !tags.is_empty() {
        return tags;
    }
    if let Some(address) = address(sentence) {
        return vec![address];
    }
    // "Every post ends with: Steel tomorrow."
    let after = sentence.split_once(": ").map(|(_, after)| after.trim());
    match after {
        Some(after)
            if says_every
                && after.chars().next().is_some_and(char::is_uppercase)
                && after.len() <= 200 =>
        {
            vec![after.to_owned()]
        }
        _ => Vec::new(),
    }
}

/// Whether a sentence announces what stands below it: "Every post ends with this line:"
fn announces(normal: &str, sentence: &str, label: bool) -> bool {
    label
        || sentence.trim_end().ends_with(':')
        || has(
            normal,
            "this line|the line below|the following|these hashtags|folgenden|folgendem\
                |diesem satz|dieser zeile",
        )
}

/// Takes the quotation, hashtags or quoted items below a line that announces them.
fn below(reading: &mut Reading<'_>, lines: &[Line<'_>], at: usize) {
    for line in lines[at + 1..].iter().take(6) {
        let (start, end) = (line.start, line.start + line.text.len());
        let tags = hashtags(line.text);
        let only_tags = !tags.is_empty()
            && line
                .text
                .split_whitespace()
                .all(|word| word.starts_with('#'));
        match line.kind {
            Kind::Quote => {
                let inner = line.text.trim_matches(['"', '“', '”', '„', '*', '_']);
                push(reading, inner, start, end);
            }
            Kind::Item | Kind::Prose if only_tags => {
                for tag in tags {
                    push(reading, &tag, start, end);
                }
            }
            Kind::Item | Kind::Prose => {
                let quotes = quoted(line.text);
                if quotes.is_empty() {
                    return;
                }
                for range in quotes {
                    push(reading, &line.text[range], start, end);
                }
            }
            Kind::Heading | Kind::Cell { .. } | Kind::Header { .. } => return,
        }
    }
}

fn push(reading: &mut Reading<'_>, text: &str, start: usize, end: usize) {
    reading.rules.required.push(Rule {
        text: text.to_owned(),
        source: Some(crate::brand::RuleSource {
            file: reading.file.to_owned(),
            span: Span::of(start..end),
        }),
    });
}

/// Hashtags as written, with their mark.
fn hashtags(text: &str) -> Vec<String> {
    text.split(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '"' | '“' | '”' | '`' | '*')
    })
    .map(|word| word.trim_end_matches(['.', ':', '!', '?']))
    .filter(|word| word.starts_with('#') && word.chars().skip(1).any(char::is_alphabetic))
    .map(str::to_owned)
    .collect()
}

fn address(text: &str) -> Option<String> {
    text.split_whitespace()
        .map(|word| {
            word.trim_matches(|c: char| matches!(c, '(' | ')' | '"' | '“' | '”' | '<' | '>' | ','))
                .trim_end_matches('.')
        })
        .find(|word| {
            word.starts_with("https://") || word.starts_with("http://") || word.starts_with("www.")
        })
        .map(str::to_owned)
}
