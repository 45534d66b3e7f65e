//! Words and phrases as a guide lists them, told apart from advice about writing.

use crate::text::fold;
use std::ops::Range;

/// A word or phrase that a guide names, with its place in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) text: String,
    pub(super) range: Range<usize>,
    pub(super) quoted: bool,
}

/// Things that guides talk about and that nobody types: a list that has them gives advice.
const NOT_TERMS: &str = "abbreviations|abkurzungen|acronyms|active|adjectives|adverbs|advice|aggressive|aktiv\
    |anglizismen|anything|apostrophes|arrogance|arrogant|articles|attachments|ausrufezeichen\
    |bold|brackets|bullets|buzzwords|capitals|capitalization|capitalisation|caps|captions|case\
    |chains|claims|clickbait|cliches|clauses|colons|commas|comma|comments|competitors\
    |competitor|complaints|contractions|criticism|dashes|dash|digits|discounts|ellipses\
    |ellipsis|emoji|emojis|emoticons|everything|examples|exaggeration|exclamation|exclamations\
    |fachjargon|fachchinesisch|features|filler|floskeln|fluff|fonts|formatting|fullworter\
    |gendern|gifs|gossip|grammar|greetings|hashtag|hashtags|headings|headlines|hobby|humor\
    |humour|hype|hyperbole|hyphens|idioms|images|imperative|initialisms|insults|ironie|irony\
    |italics|jargon|jokes|konjunktiv|language|lecturing|letters|lists|links|marks\
    |marketing-sprech|memes|metaphors|modalverben|names|negative|negativity|nominalstil\
    |nothing|nouns|numbers|numerals|ones|opinions|overpromising|paragraph|paragraphs|passiv\
    |passive|people|perfection|person|personal|phrase|phrases|phrasen|pictures|politics\
    |politik|promises|pronouns|punctuation|puns|question|questions|quotes|religion|sarcasm\
    |sarkasmus|satze|satz|sentence|sentences|semicolons|slang|slogans|smileys|something\
    |spelling|statistics|stereotypes|stories|subheadings|substantivierungen|superlative\
    |superlatives|swearing|symbols|synonyms|tense|terms|text|things|tone|topics|typos|verbs\
    |versalien|videos|voice|word|words|worte|worter|wortspiele|schachtelsatze|superlativen\
    |fremdworter|grossbuchstaben|doubt|pressure|urgency|fear|guilt|drama|prices|rivals\
    |gossiping|boasting|photo|photos|photographs|pictures|selfies|faces|surnames|screenshots\
    |diagrams|illustrations|charts|graphics|filters|reels|hashtagging|fotos|bilder|gesichter\
    |nachnamen|behordendeutsch|amtsdeutsch|beamtendeutsch|juristendeutsch|denglisch|dialekt\
    |umgangssprache|fachsprache|legalese|latin";

/// Verbs that begin a piece of advice ("Talk politics", "Make promises"). Verbs that guides ban as words
/// ("leverage", "unlock", "elevate") are deliberately absent.
const ADVICE_VERBS: &str = "act|add|answer|apologise|apologize|argue|ask|assume|attack|be|begin|blame|brag|break|call\
    |claim|close|compare|complain|copy|criticise|criticize|discuss|do|end|exaggerate|explain\
    |finish|follow|forget|get|give|go|guess|have|hide|ignore|imply|include|invent|joke|keep\
    |lecture|let|lie|link|list|make|mention|mix|mock|name|offer|open|overpromise|overstate\
    |patronise|patronize|post|preach|prefer|pretend|promise|promote|publish|push|put|quote\
    |rely|repeat|reply|rush|say|sell|send|share|shout|show|sign|sound|speak|speculate|spell\
    |start|state|swear|tag|take|talk|tell|trash|try|use|waffle|write|yell";

/// The same as activities ("Being pushy"): phrases of several words that begin with one are advice.
const ADVICE_ACTIVITIES: &str = "being|bashing|blaming|bragging|claiming|copying|doing|giving|having|making\
    |mentioning|mocking|naming|overselling|posting|preaching|promising|pushing|putting|quoting\
    |saying|selling|sharing|shouting|sounding|speaking|starting|swearing|tagging|talking\
    |telling|trying|using|writing|schimpfen|prahlen|belehren|ubertreiben";

/// Words that a term does not begin or end with, or that make it a clause.
const CLAUSE_WORDS: &str = "what|that|which|who|when|where|why|how|if|because|unless|than|too|more|less|fewer|any\
    |every|each|all|both|about|cannot|cant|dont|should|must|will|would|could|was|wenn|dass\
    |weil|mehr|weniger|als|jede|jeder|alle|zu|muss|soll|sollte|like|such|etc|usw|long|short\
    |lange|kurze|per|pro|with|without|ohne|mit";

/// Words that begin a part of a sentence, not a term.
const NOT_FIRST: &str = "a|an|the|for|to|in|on|at|by|from|of|as|is|are|it|its|we|you|they|he|she|i|our|your|their\
    |my|this|these|those|there|so|just|only|not|no|never|always|and|or|but|ein|eine|einen|der\
    |die|das|den|dem|fur|auf|im|von|bei|wir|sie|es|ist|sind|unser|unsere|ihr|ihre|nicht|kein\
    |keine|nur|und|oder|aber";

/// Words that guides ban although they begin sentences: in a list of words they are meant.
const FILLERS: &str = "just|only|always|never";

/// What makes a ban a condition: "green, sustainable without proof" bans neither word.
const CONDITIONS: &str = "unless|without|except|if|when|only|ausser|wenn|ohne|nur|sofern|falls";

/// Longest unquoted term, in words.
const MAX_WORDS: usize = 4;
/// Longest quoted term, in words: guides quote whole openings ("We are excited to announce").
const MAX_QUOTED_WORDS: usize = 7;

/// How sure the place is that it lists words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub(super) enum Place {
    /// Advice: only what stands in quotation marks is a term.
    Advice,
    /// "Never", "Avoid": short entries are terms unless they read like advice.
    Mixed,
    /// "Words we don't use": every short entry is a term.
    Words,
}

/// Lower case, without accents, apostrophes and punctuation, single spaces: for comparing phrases.
pub(super) fn normalize(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if c != '\'' && !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a list of the form "a|b|c" has a word.
pub(super) fn listed(list: &str, word: &str) -> bool {
    list.split('|').any(|item| item == word)
}

/// Whether a [`normalize`]d text has one of the phrases as whole words.
pub(super) fn has(normalized: &str, phrases: &str) -> bool {
    phrases
        .split('|')
        .any(|phrase| find_phrase(normalized, phrase).is_some())
}

/// Where a phrase stands as whole words in a [`normalize`]d text.
pub(super) fn find_phrase(normalized: &str, phrase: &str) -> Option<usize> {
    normalized
        .match_indices(phrase)
        .map(|(at, _)| at)
        .find(|at| {
            let before = normalized[..*at]
                .chars()
                .next_back()
                .is_none_or(|c| c == ' ');
            let after = normalized[at + phrase.len()..]
                .chars()
                .next()
                .is_none_or(|c| c == ' ');
            before && after
        })
}

/// The quoted pieces of a line: the ranges inside the marks, ascending.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let inside = at + c.len_utf8();
        let closes: &[char] = match c {
            '"' => &['"', '”', '“'],
            '“' => &['”', '“', '"'],
            '„' => &['“', '”', '"'],
            '‚' => &['‘', '’', '\''],
            '»' => &['«'],
            '«' => &['»'],
            '‘' => &['’', '\''],
            '\'' => &['\''],
            '`' => &['`'],
            '*' => &['*'],
            '_' => &['_'],
            _ => &[],
        };
        let opens = !closes.is_empty()
            && !text[..at]
                .chars()
                .next_back()
                .is_some_and(char::is_alphanumeric);
        match opens.then(|| closing(text, inside, closes)).flatten() {
            Some(end) => {
                let body = &text[inside..end];
                let trimmed = body.trim_matches(['*', '_', '"', '“', '”', '„', '`', ' ']);
                let start = inside + (trimmed.as_ptr() as usize - body.as_ptr() as usize);
                if !trimmed.is_empty() {
                    found.push(start..start + trimmed.len());
                }
                at = text[end..]
                    .chars()
                    .next()
                    .map_or(text.len(), |c| end + c.len_utf8());
            }
            None => at = inside,
        }
    }
    // A bold label ("**Never:** …") is no quotation.
    let marked = found
        .iter()
        .any(|range| !text[..range.start].ends_with(['*', '_', '`']));
    found.retain(|range| {
        let emphasized = text[..range.start].ends_with(['*', '_']);
        let after = text[range.end..]
            .trim_start_matches(['*', '_'])
            .trim_start();
        // Where a line has quotation marks, its emphasis is only emphasis.
        !(emphasized
            && (marked || text[range.clone()].ends_with(':') || after.starts_with([':', '–', '—'])))
    });
    found
}

fn closing(text: &str, from: usize, closes: &[char]) -> Option<usize> {
    // Bold opens with two marks.
    let doubled = text[from..].starts_with(['*', '_']);
    let from = if doubled { from + 1 } else { from };
    let window = text[from..].char_indices().take(120);
    for (offset, c) in window {
        let at = from + offset;
        if c == '\n'
            && text[at + 1..]
                .trim_start_matches([' ', '\t'])
                .starts_with('\n')
        {
            return None;
        }
        if closes.contains(&c) && offset > 0 {
            let after = text[at + c.len_utf8()..].chars().next();
            // An apostrophe inside a word closes nothing.
            if !after.is_some_and(char::is_alphanumeric) {
                return Some(at);
            }
        }
    }
    None
}

/// The terms of a piece of text that lists them, quoted or not: its parts between commas, slashes and "or".
/// A sentence lists only what it quotes. Nothing where a condition closes the list.
pub(super) fn terms(text: &str, place: Place) -> Vec<Term> {
    let plain = without_brackets(text);
    let head = without_remark(&plain, place);
    let quotes = quoted(head);
    let parts = split(head, 0..head.len(), &quotes);
    let last = parts.last().map_or("", |part| &head[part.clone()]);
    let ending = quotes
        .last()
        .filter(|quote| parts.last().is_some_and(|part| part.contains(&quote.start)))
        .map_or(last, |quote| &head[quote.end..]);
    if parts.len() + quotes.len() > 1 && has(&normalize(ending), CONDITIONS) {
        return Vec::new();
    }
    let in_quotes: Vec<Term> = quotes
        .iter()
        .flat_map(|range| split(head, range.clone(), &[]))
        .filter_map(|range| term(head, range, Place::Words, true))
        .collect();
    let bare: Vec<_> = parts
        .iter()
        .filter(|part| {
            let next = quotes.partition_point(|quote| quote.start < part.start);
            quotes.get(next).is_none_or(|quote| quote.start >= part.end)
        })
        .cloned()
        .collect();
    if place == Place::Advice || !quotes.is_empty() && (parts.len() < 3 || bare.is_empty()) {
        return in_quotes;
    }
    let mut found: Vec<_> = bare
        .iter()
        .filter_map(|range| term(head, range.clone(), place, false))
        .collect();
    // A sentence with commas is no list: one part that is no term spoils the others, unless the place
    // says that words are listed here.
    let mostly = bare.len() >= 3 && found.len() * 2 > bare.len();
    if found.len() < bare.len() && (place != Place::Words || !quotes.is_empty()) && !mostly {
        return in_quotes;
    }
    found.extend(in_quotes);
    found.sort_by_key(|term| term.range.start);
    found
}

/// The word that a better side names, with up to seven words: nothing bans it. `None` where it explains
/// ("say what it is", "leave it out") instead.
pub(super) fn preferred(text: &str) -> Option<String> {
    let plain = without_brackets(text);
    let head = without_remark(&plain, Place::Words);
    let quotes = quoted(head);
    let range = match quotes.into_iter().next() {
        Some(quote) => quote,
        None => split(head, 0..head.len(), &[]).into_iter().next()?,
    };
    if explains(&head[range.clone()]) {
        return None;
    }
    term(head, range, Place::Words, true).map(|term| term.text)
}

/// Whether what stands in a better word's place is an explanation: "say what it is", "how it feels".
pub(super) fn explains(text: &str) -> bool {
    let folded = normalize(text);
    let (first, more) = folded.split_once(' ').unwrap_or((&folded, ""));
    listed("nothing|omit|delete|nichts|weglassen|streichen", first)
        || !more.is_empty()
            && listed(
                "say|describe|explain|leave|name|tell|show|write|just|be|what|how|why|who|where\
                    |whatever|sag|sage|sagen|nenn|nenne|was|wie|wer|wo|einfach",
                first,
            )
}

/// One term, if what stands in `range` can be one.
pub(super) fn term(text: &str, range: Range<usize>, place: Place, in_quotes: bool) -> Option<Term> {
    let body = text.get(range.clone())?;
    let trimmed = body.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | ','
                    | ';'
                    | ':'
                    | '!'
                    | '?'
                    | '…'
                    | '"'
                    | '“'
                    | '”'
                    | '„'
                    | '»'
                    | '«'
                    | '‘'
                    | '*'
                    | '_'
                    | '`'
                    | '('
                    | ')'
                    | '–'
                    | '—'
                    | '-'
            )
    });
    if trimmed.is_empty()
        || trimmed.chars().count() > 60
        || !trimmed.chars().any(char::is_alphabetic)
    {
        return None;
    }
    let folded = normalize(trimmed);
    let words: Vec<_> = folded.split(' ').collect();
    let count = trimmed.split_whitespace().count();
    if in_quotes {
        if count > MAX_QUOTED_WORDS {
            return None;
        }
    } else {
        let (first, last) = (*words.first()?, *words.last()?);
        // "must-have" is no clause and "guilt-free" not about guilt: what a hyphen joins is one word, and
        // its last part says what it names.
        let joined = count == 1 && words.len() > 1;
        let about_writing = if joined {
            listed(NOT_TERMS, last)
        } else {
            words.iter().any(|word| listed(NOT_TERMS, word))
        };
        let activity = count > 1 && listed(ADVICE_ACTIVITIES, first);
        if count > MAX_WORDS || about_writing || activity || place == Place::Advice {
            return None;
        }
        let clause = words[..words.len() - 1]
            .iter()
            .any(|word| listed(CLAUSE_WORDS, word));
        let filler = place == Place::Words && listed(FILLERS, first);
        let bare =
            count == 1 && !filler && (listed(NOT_FIRST, first) || listed(CLAUSE_WORDS, first));
        // "no excuses" is a slogan, "no prices below cost" is advice.
        let slogan = count == 2 && first == "no";
        let sentence = clause
            || listed(NOT_FIRST, first) && !slogan
            || listed(ADVICE_VERBS, first)
            || listed(ADVICE_ACTIVITIES, first);
        if !joined && (bare || place == Place::Mixed && sentence) {
            return None;
        }
    }
    let start = range.start + (trimmed.as_ptr() as usize - body.as_ptr() as usize);
    Some(Term {
        text: trimmed.split_whitespace().collect::<Vec<_>>().join(" "),
        range: start..start + trimmed.len(),
        quoted: in_quotes,
    })
}

/// What stands before a remark: "solutions – say what it is", "cheap; we are not". Behind a semicolon the
/// list may go on.
fn without_remark(text: &str, place: Place) -> &str {
    let mark = " – | — | - |: | (|; | because | weil |. "
        .split('|')
        .filter_map(|mark| {
            text.find(mark)
                .filter(|at| *at > 0 && !inside_quotes(text, *at))
                .map(|at| (at, mark))
        })
        .min();
    let Some((at, mark)) = mark else {
        return text;
    };
    let rest = &text[at + mark.len()..];
    let goes_on = mark == "; "
        && place != Place::Advice
        && split(rest, 0..rest.len(), &[])
            .into_iter()
            .all(|part| term(rest, part, Place::Mixed, false).is_some());
    if goes_on { text } else { &text[..at] }
}

/// The text with what stands in brackets blanked, so that places stay. A part whose bracket has a condition
/// ("spectacles (only on the sign)") is blanked as a whole.
fn without_brackets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('(')
        && let Some(close) = rest[open..].find(')').map(|at| open + at)
    {
        let conditional = has(&normalize(&rest[open..close]), CONDITIONS);
        let part = rest[..open].rfind([',', ';', '/']).map_or(0, |at| at + 1);
        let from = if conditional { part } else { open };
        out.push_str(&rest[..from]);
        out.extend(std::iter::repeat_n(' ', close + 1 - from));
        rest = &rest[close + 1..];
    }
    out.push_str(rest);
    out
}

fn inside_quotes(text: &str, at: usize) -> bool {
    within(&quoted(text), at)
}

/// Whether a place lies in one of the ranges, which ascend.
fn within(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= at);
    ranges.get(next).is_some_and(|range| range.contains(&at))
}

/// The parts of a list inside `range`; what `whole` holds is not divided.
fn split(text: &str, range: Range<usize>, whole: &[Range<usize>]) -> Vec<Range<usize>> {
    let body = &text[range.clone()];
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(c) = body[at..].chars().next() {
        let rest = &body[at..];
        let mark = [
            ", or ", ", and ", " or ", " and ", " oder ", " und ", " / ", "/", ",", ";", "|", " · ",
        ]
        .iter()
        .find(|mark| {
            rest.get(..mark.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(mark))
        });
        // "24/7" is one term.
        let undivided = mark.is_some() && within(whole, range.start + at);
        let number = mark.is_some_and(|mark| {
            *mark == "/"
                && body[..at]
                    .chars()
                    .next_back()
                    .is_some_and(|c| c.is_ascii_digit())
        });
        match mark {
            Some(mark) if !number && !undivided => {
                found.push(range.start + start..range.start + at);
                at += mark.len();
                start = at;
            }
            _ => at += c.len_utf8(),
        }
    }
    found.push(range.start + start..range.end);
    found.retain(|part| !text[part.clone()].trim().is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, place: Place, expect: &[&str]) {
        let found: Vec<_> = terms(text, place)
            .into_iter()
            .map(|term| term.text)
            .collect();
        assert_eq!(found, expect, "terms of {text:?}");
    }

    #[test]
    fn quoted_words_are_terms_wherever_they_stand() {
        check("the word “solutions”", Place::Advice, &["solutions"]);
        check(
            "»günstig« oder „billig“",
            Place::Advice,
            &["günstig", "billig"],
        );
        check("Don't say 'cheap'.", Place::Advice, &["cheap"]);
        check(
            "*leverage* and `synergy`",
            Place::Advice,
            &["leverage", "synergy"],
        );
    }

    #[test]
    fn comma_lists_are_terms_where_words_are_listed() {
        check(
            "synergy, leverage or world-class",
            Place::Mixed,
            &["synergy", "leverage", "world-class"],
        );
        check("cheap / cheapest", Place::Words, &["cheap", "cheapest"]);
        check("solutions – say what it is", Place::Mixed, &["solutions"]);
    }

    #[test]
    fn advice_is_no_term() {
        for advice in [
            "Jargon",
            "Being pushy",
            "Talk politics",
            "Exclamation marks",
            "Long sentences",
            "Anything we can't prove",
            "Make promises",
            "ALL CAPS",
            "Fachjargon",
            "passive voice",
        ] {
            check(advice, Place::Mixed, &[]);
        }
    }

    #[test]
    fn apostrophes_close_no_quotation() {
        check(
            "we don't say what's cheap, and it's fine",
            Place::Advice,
            &[],
        );
    }
}
