//! Guard: unsupported claim.
//!
//! A number, a price, a date, a name, a superlative or a comparison needs a source that says so. What no
//! fact of the folder states is marked, because a reader will ask for it.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, cuts};
use crate::brand::matching::fixed_ranges;
use crate::knowledge::{Entity, EntityKind, entities};
use crate::language::{self, Language};
use crate::text::{Span, fold, words};

mod boasts;
#[cfg(test)]
mod tests;

pub(super) const GUARD: Guard = Guard {
    id: "unsupported-claim",
    codes: &[
        "unsupported-claim.product",
        "unsupported-claim.contact",
        "unsupported-claim.name",
        "unsupported-claim.superlative",
        "unsupported-claim.comparison",
        "unsupported-claim.promise",
        "unsupported-claim.price",
        "unsupported-claim.quantity",
        "unsupported-claim.number",
        "unsupported-claim.date",
        "unsupported-claim.time",
    ],
    limits: &[],
    sources: &[],
    check,
    fix,
};

/// Nouns that a number counts without claiming anything: "three reasons", "two words".
const COUNTED_IN_TEXT: &str = "reasons|ways|things|tips|steps|ideas|words|questions|answers|rules|facts|options|choices|points|examples|mistakes|signs|lessons|thoughts|lines|numbers|letters|more|of|at|by|grunde|tipps|schritte|dinge|fragen|worte|worter|regeln|fehler|ideen|beispiele|antworten|von|mal";

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let text = draft.text;
    let mut found: Vec<(Span, Finding)> = Vec::new();
    let all = draft.sentences();
    let mut boasting: Vec<Span> = Vec::new();
    for sentence in all {
        let Some(body) = sentence.slice(text) else {
            continue;
        };
        for boast in boasts::find(body) {
            if is_stated(&boast, context) {
                continue;
            }
            let start = sentence.range().start;
            let span = Span::of(start + boast.range.start..start + boast.range.end);
            let params = [("text", span.slice(text).unwrap_or("").to_owned())];
            let severity = if boast.sure {
                Severity::Block
            } else {
                Severity::Warn
            };
            boasting.push(*sentence);
            found.push((
                span,
                Finding::new(
                    "unsupported-claim",
                    boast.kind.code(),
                    severity,
                    Some(span),
                    params,
                ),
            ));
        }
    }
    let fixed = fixed_ranges(text);
    for entity in unsupported(draft, context) {
        let sentence = covering(all, entity.span);
        let in_address = covering(&fixed, entity.span).is_some();
        if entity.kind != EntityKind::Contact && in_address || is_no_claim(text, &entity, sentence)
        {
            continue;
        }
        let (code, severity) = kind(entity.kind);
        // "The largest range in Europe": the place belongs to the boast.
        let boasts = sentence.is_some_and(|span| boasting.contains(&span));
        if code == "name" && boasts {
            continue;
        }
        let params = [("text", entity.text.clone())];
        found.push((
            entity.span,
            Finding::new(
                "unsupported-claim",
                code,
                severity,
                Some(entity.span),
                params,
            ),
        ));
    }
    // "No. 1" is a number and a superlative: the larger place is shown.
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

/// What the text states and no source does. In German all nouns look like names, so the text is read in
/// its own language even where the sources have another.
fn unsupported(draft: &Reading<'_>, context: &CheckContext<'_>) -> Vec<Entity> {
    if draft.language != Language::German {
        return context.support.unsupported(draft.text);
    }
    let mut found = entities::find(draft.text, &[]);
    found.retain(|entity| !context.support.supports(entity));
    // A short text does not show its language, and then each noun is a name.
    if language::detect(draft.text) != Language::German {
        found.retain(|entity| kind(entity.kind).0 != "name");
    }
    found
}

fn fix(draft: &Reading<'_>, _: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(span) = finding.span else {
        return Vec::new();
    };
    let mut fixes: Vec<Fix> = cuts::cut_clause(draft.text, span).into_iter().collect();
    fixes.extend(cuts::cut_sentence(draft.text, span));
    fixes
}

/// The one of some ascending spans, apart from each other, that shares a byte with a place.
fn covering(spans: &[Span], place: Span) -> Option<Span> {
    let at = spans.partition_point(|span| span.end <= place.start);
    spans.get(at).copied().filter(|span| span.overlaps(place))
}

/// The end of a text, long enough for its last word.
fn near(text: &str) -> &str {
    let mut from = text.len().saturating_sub(80);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    &text[from..]
}

/// Names are found by their look, which is less sure than a number: they warn.
fn kind(kind: EntityKind) -> (&'static str, Severity) {
    match kind {
        EntityKind::Price => ("price", Severity::Block),
        EntityKind::Quantity => ("quantity", Severity::Block),
        EntityKind::Number => ("number", Severity::Block),
        EntityKind::Date => ("date", Severity::Block),
        EntityKind::Time => ("time", Severity::Block),
        EntityKind::Contact => ("contact", Severity::Block),
        EntityKind::Product => ("product", Severity::Warn),
        EntityKind::Place | EntityKind::Person | EntityKind::Organization => {
            ("name", Severity::Warn)
        }
    }
}

/// What looks like a statement and is none: hashtags, list numbers, "three reasons", small words.
fn is_no_claim(text: &str, entity: &Entity, sentence: Option<Span>) -> bool {
    let range = entity.span.range();
    let (Some(before), Some(after)) = (text.get(..range.start), text.get(range.end..)) else {
        return true;
    };
    let open = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let joined = open.starts_with(['#', '@']) || text[range.clone()].starts_with(['#', '@']);
    if joined {
        return true;
    }
    let spelled = entity.text.chars().all(|c| c.is_alphabetic() || c == '-');
    match entity.kind {
        EntityKind::Number => {
            let next = words(after)
                .next()
                .map(|word| fold(word.text))
                .unwrap_or_default();
            let counts_text = COUNTED_IN_TEXT.split('|').any(|noun| noun == next);
            let line_start = before.rsplit('\n').next().unwrap_or("").trim().is_empty();
            let numbered =
                line_start && after.starts_with(['.', ')']) && after[1..].starts_with(' ');
            let body = sentence.and_then(|span| span.slice(text)).unwrap_or("");
            // "Take two", "Got one to spare?": an ask or a question states no number.
            let asks = spelled && (body.trim_end().ends_with('?') || boasts::is_ask(body));
            counts_text || numbered || asks
        }
        // "Monday is quiet" needs a source; "Happy Monday" and "see you Friday" are manners.
        EntityKind::Date => {
            let previous = words(near(before))
                .last()
                .map(|word| fold(word.text))
                .unwrap_or_default();
            matches!(
                previous.as_str(),
                "happy" | "merry" | "schonen" | "frohe" | "guten"
            )
        }
        EntityKind::Organization | EntityKind::Person | EntityKind::Place => {
            boasts::is_greeting(&entity.text)
        }
        _ => false,
    }
}

/// Whether a source uses the boast's own words: then it is the source's claim.
fn is_stated(boast: &boasts::Boast, context: &CheckContext<'_>) -> bool {
    boast.evidence.iter().all(|word| {
        context.stated.match_indices(word.as_str()).any(|(at, _)| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !letter(context.stated[..at].chars().next_back())
                && !letter(context.stated[at + word.len()..].chars().next())
        })
    })
}
