//! Whom a brief is for, in which tone, how urgent, in which language, and what the reader should do.

use super::Known;
use super::lexicon::{FUNCTION_WORDS, MONTHS, NETWORKS, TONES, WEEKDAYS, is_person};
use super::tokens::Token;
use crate::language::Language;
use crate::text::{Span, fold, words};

/// Whom it speaks to, as the brief says it: an audience of the brand that is named, or people after
/// "to", "for", "tell", "an", "für".
pub(super) fn audience(text: &str, tokens: &[Token<'_>], known: &Known<'_>) -> Option<String> {
    known_audience(tokens, known)
        .or_else(|| people_after(text, tokens, TARGETS))
        .or_else(|| people_after(text, tokens, TELLING))
        .or_else(|| whole_clause(text, tokens))
}

/// Longest clause that says whom a brief is for, in words.
const LONGEST_FOR: usize = 8;

/// What a clause of its own that begins with "for" names: ", for islanders and the county,". Times,
/// amounts, networks and occasions are no audience.
fn whole_clause(text: &str, tokens: &[Token<'_>]) -> Option<String> {
    const OCCASIONS: &[&str] = &[
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "christmas",
        "easter",
        "halloween",
        "weekend",
        "holidays",
        "free",
        "sale",
        "now",
        "once",
        "example",
        "more",
        "only",
        "just",
    ];
    (1..tokens.len()).find_map(|at| {
        let opens = tokens[at - 1].ends_clause && tokens[at].folded == "for";
        let rest = tokens.get(at + 1..)?;
        let length = rest
            .iter()
            .position(|token| token.ends_clause)
            .map_or(rest.len(), |last| last + 1);
        let told = rest.get(..length)?;
        let other = told.iter().any(|token| {
            let word = token.folded.as_str();
            NETWORKS.has(word)
                || WEEKDAYS.has(word)
                || MONTHS.has(word)
                || OCCASIONS.contains(&word)
                || token.is_sign()
                || token.folded.chars().any(char::is_numeric)
        });
        if !opens || other || !(1..=LONGEST_FOR).contains(&length) {
            return None;
        }
        let first = told.iter().position(|token| !is_article(&token.folded))?;
        let span = told[first].span.join(told.last()?.span);
        span.slice(text).map(str::to_owned)
    })
}

/// Words right before those who are spoken to.
const TARGETS: &[&str] = &["to", "for", "at", "targeting", "an", "fur"];

/// Verbs whose object is spoken to: "tell site managers", "remind parents".
const TELLING: &[&str] = &[
    "tell",
    "remind",
    "inform",
    "show",
    "teach",
    "help",
    "let",
    "invite",
    "ask",
    "give",
    "reassure",
    "convince",
    "walk",
    "warn",
    "thank",
    "encourage",
    "informiere",
    "zeig",
    "zeige",
    "sag",
    "erklare",
    "erinnere",
];

/// Groups that everybody writes to: they say nothing about whom.
const EVERYBODY: &[&str] = &[
    "people",
    "everyone",
    "everybody",
    "folks",
    "public",
    "audience",
    "leute",
    "alle",
    "followers",
    "us",
    "them",
    "team",
    "staff",
    "crew",
    "community",
    "kunden",
    "kundinnen",
    "kundschaft",
    "leser",
    "interessierte",
];

const LONGEST_AUDIENCE: usize = 6;

fn known_audience(tokens: &[Token<'_>], known: &Known<'_>) -> Option<String> {
    known.audiences.iter().find_map(|audience| {
        let wanted: Vec<String> = words(audience).map(|word| fold(word.text)).collect();
        let named = !wanted.is_empty()
            && tokens.windows(wanted.len()).any(|window| {
                window
                    .iter()
                    .zip(&wanted)
                    .all(|(token, word)| token.folded == *word)
            });
        named.then(|| (*audience).to_owned())
    })
}

fn people_after(text: &str, tokens: &[Token<'_>], leads: &[&str]) -> Option<String> {
    tokens.iter().enumerate().find_map(|(lead, token)| {
        if !leads.contains(&token.folded.as_str()) || token.ends_clause {
            return None;
        }
        let mut start = lead + 1;
        while tokens
            .get(start)
            .is_some_and(|token| is_article(&token.folded))
        {
            start += 1;
        }
        let mut end = start;
        let mut people_end = None;
        while let Some(token) = tokens.get(end) {
            let word = token.folded.as_str();
            // "Whole Shop and Several Shops customers" are one audience.
            let joins = matches!(word, "and" | "or" | "und" | "oder") && end > start;
            let stops = FUNCTION_WORDS.has(word) && !joins
                || NETWORKS.has(word)
                || WEEKDAYS.has(word)
                || MONTHS.has(word)
                || token.is_sign()
                || token.is_number();
            if end - start == LONGEST_AUDIENCE || (stops && !EVERYBODY.contains(&word)) {
                break;
            }
            end += 1;
            if is_person(word) {
                people_end = Some(end);
            }
            if token.ends_clause {
                break;
            }
        }
        let end = people_end?;
        let head = &tokens.get(end - 1)?.folded;
        if EVERYBODY.contains(&head.as_str()) && end - start == 1 {
            return None;
        }
        // "for our driver's licence": the person is not the head.
        let span = tokens.get(start)?.span.join(tokens.get(end - 1)?.span);
        span.slice(text).map(str::to_owned)
    })
}

fn is_article(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "our"
            | "all"
            | "a"
            | "an"
            | "my"
            | "your"
            | "any"
            | "every"
            | "die"
            | "der"
            | "den"
            | "das"
            | "dem"
            | "unsere"
            | "unseren"
            | "unserer"
            | "alle"
    )
}

/// The tones asked for, each once, in the order of the brief.
pub(super) fn tone(tokens: &[Token<'_>]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for token in tokens {
        let tone = TONES
            .iter()
            .find(|forms| forms.contains(&token.folded.as_str()))
            .and_then(|forms| forms.first());
        if let Some(tone) = tone.filter(|tone| !found.iter().any(|other| other == *tone)) {
            found.push((*tone).to_owned());
        }
    }
    found
}

const URGENT: &[&str] = &[
    "today",
    "tonight",
    "asap",
    "urgent",
    "urgently",
    "immediately",
    "now!",
    "dringend",
    "sofort",
    "eilig",
    "heute",
    "schnellstmoglich",
];

const URGENT_PAIRS: &[(&str, &str)] = &[
    ("last", "chance"),
    ("right", "away"),
    ("right", "now"),
    ("final", "hours"),
    ("within", "hours"),
    ("before", "noon"),
    ("letzte", "chance"),
    ("noch", "heute"),
    ("flash", "sale"),
];

pub(super) fn urgent(tokens: &[Token<'_>]) -> bool {
    tokens
        .iter()
        .any(|token| URGENT.contains(&token.folded.as_str()))
        || tokens.windows(2).any(|pair| {
            URGENT_PAIRS
                .iter()
                .any(|(first, second)| pair[0].folded == *first && pair[1].folded == *second)
        })
}

/// The language asked for in so many words: "in German", "auf Deutsch".
pub(super) fn language(tokens: &[Token<'_>]) -> Option<Language> {
    tokens.windows(2).find_map(
        |pair| match (pair[0].folded.as_str(), pair[1].folded.as_str()) {
            ("in" | "auf", "german" | "deutsch") => Some(Language::German),
            ("in" | "auf", "english" | "englisch") => Some(Language::English),
            _ => None,
        },
    )
}

/// Verbs by which a brief says what the reader should do.
const ACTIONS: &[&str] = &[
    "order",
    "call",
    "phone",
    "ring",
    "book",
    "reserve",
    "register",
    "visit",
    "download",
    "apply",
    "reply",
    "comment",
    "message",
    "email",
    "shop",
    "subscribe",
    "follow",
    "rsvp",
    "join",
    "dm",
    "click",
    "try",
    "pick",
    "come",
    "buy",
    "bestellen",
    "anrufen",
    "buchen",
    "anmelden",
    "besuchen",
    "bestellt",
    "ruft",
    "kommt",
    "meldet",
];

/// Two words that start one.
const ACTION_PAIRS: &[(&str, &str)] = &[
    ("sign", "up"),
    ("get", "in"),
    ("get", "a"),
    ("link", "in"),
    ("ask", "for"),
    ("send", "us"),
    ("drop", "us"),
    ("find", "out"),
    ("jetzt", "bestellen"),
    ("jetzt", "buchen"),
];

/// What the reader should do, as the brief says it: after "CTA:", after "ask them to", or a clause of
/// its own that starts with such a verb.
pub(super) fn call_to_action(text: &str, tokens: &[Token<'_>]) -> Option<String> {
    let labeled = tokens.iter().enumerate().find_map(|(at, token)| {
        let pair = |word: &str| tokens.get(at + 1).is_some_and(|next| next.folded == word);
        match token.folded.as_str() {
            "cta" => Some(at + 1),
            "call" if pair("to") && tokens.get(at + 2).is_some_and(|t| t.folded == "action") => {
                Some(at + 3)
            }
            "handlungsaufforderung" => Some(at + 1),
            _ => None,
        }
    });
    if let Some(start) = labeled {
        let skip = tokens
            .get(start)
            .is_some_and(|token| matches!(token.folded.as_str(), "is" | "should" | "to" | "ist"));
        return clause(text, tokens, start + usize::from(skip));
    }
    let asked = (0..tokens.len()).find(|at| {
        let word = |ahead: usize| {
            tokens
                .get(at + ahead)
                .map_or("", |token| token.folded.as_str())
        };
        let asks = matches!(
            word(0),
            "ask" | "get" | "invite" | "encourage" | "urge" | "want"
        );
        let whom = matches!(
            word(1),
            "them" | "people" | "readers" | "followers" | "customers" | "everyone"
        );
        asks && whom && word(2) == "to"
    });
    if let Some(at) = asked {
        return clause(text, tokens, at + 3);
    }
    (1..tokens.len())
        .find(|at| {
            let before = &tokens[at - 1];
            let opens = before.ends_clause
                || matches!(before.folded.as_str(), "and" | "und" | "bitte" | "please");
            let word = tokens[*at].folded.as_str();
            let next = tokens.get(at + 1).map_or("", |token| token.folded.as_str());
            let acts = ACTIONS.contains(&word) || ACTION_PAIRS.contains(&(word, next));
            // "and order confirmations", "and book lovers" are lists.
            let bidden = matches!(before.folded.as_str(), "bitte" | "please");
            let listed = !before.ends_clause && !bidden && !FUNCTION_WORDS.has(next);
            opens && acts && !listed
        })
        .and_then(|at| clause(text, tokens, at))
}

/// The rest of the clause from a token on, at most [`LONGEST_CLAUSE`] words.
fn clause(text: &str, tokens: &[Token<'_>], start: usize) -> Option<String> {
    let rest = tokens.get(start..)?;
    let length = rest
        .iter()
        .take(LONGEST_CLAUSE)
        .position(|token| token.ends_clause)
        .map_or(rest.len().min(LONGEST_CLAUSE), |last| last + 1);
    let span: Span = rest
        .first()?
        .span
        .join(rest.get(length.checked_sub(1)?)?.span);
    span.slice(text).map(str::to_owned)
}

const LONGEST_CLAUSE: usize = 12;
