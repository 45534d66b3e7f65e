//! Guard: stale fact.
//!
//! An offer that ended, an event that is over and a price of last year are true in the document and wrong in
//! a post. What the text or its facts date is held against the day on which the post goes out.

use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, cuts};
use crate::drafting::cite;
use crate::knowledge::entities::ProductNames;
use crate::knowledge::{Category, Entity, EntityKind, Fact, entities};
use crate::language::Language;
use crate::text::{fold, words};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

pub(super) const GUARD: Guard = Guard {
    id: "stale-fact",
    codes: &["stale-fact.past", "stale-fact.over", "stale-fact.old-price"],
    limits: &[],
    sources: &[],
    check,
    fix,
};

/// A price that is dated is trusted for this many months.
const PRICE_MONTHS: i32 = 12;

/// A day without a year that passed at most this many days ago is meant as past; otherwise the next one is.
const PASSED_DAYS: i32 = 120;

/// Words by which a sentence sets an end that is still to come, folded.
const ENDS: &str = "until|till|by|through|ends|closes|expires|deadline|runs|bis|endet|spatestens|lauft|schliesst|schließt|verfallt";

/// How many words before a date may hold one of them.
const NEAR: usize = 4;

/// Words of a sentence that tells of the past: there a past date is right.
const TOLD: &str = "was|were|had|ended|closed|opened|ran|did|came|war|waren|hatte|hatten|wurde|wurden|endete|lief|kamen";

/// Words that say since when a price holds, folded.
const DATED: &str = "valid|from|since|prices|price|list|stand|gultig|ab|seit|preise|preisliste|effective|of|updated";

/// A fact that time has passed by.
#[derive(Debug, Clone)]
pub(super) struct Stale {
    fact: Fact,
    /// The date as its document writes it.
    date: String,
    code: &'static str,
}

impl Stale {
    /// Those among the facts, by the dates that they and the headings above them carry.
    pub(super) fn among(facts: &[Fact], today: Date) -> Vec<Self> {
        let stale = |fact: &Fact| {
            let (date, code) = over(fact, today)
                .map(|date| (date, "over"))
                .or_else(|| old_price(fact, today).map(|date| (date, "old-price")))?;
            Some(Self {
                fact: fact.clone(),
                date,
                code,
            })
        };
        facts.iter().filter_map(stale).collect()
    }
}

fn check(draft: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    let mut found = from_facts(draft, &context.stale);
    let known: BTreeSet<_> = found.iter().filter_map(|finding| finding.span).collect();
    let dated = past_ends(draft, context.circumstances.today);
    found.extend(dated.into_iter().filter(|finding| {
        let place = finding.span;
        !known
            .iter()
            .any(|span| place.is_some_and(|place| span.overlaps(place)))
    }));
    found.sort_by_key(|finding| finding.span);
    found
}

fn fix(draft: &Reading<'_>, _: &CheckContext<'_>, finding: &Finding) -> Vec<Fix> {
    let cut = finding
        .span
        .and_then(|span| cuts::cut_sentence(draft.text, span));
    cut.into_iter().collect()
}

/// Sentences that state a stale fact.
fn from_facts(draft: &Reading<'_>, stale: &[Stale]) -> Vec<Finding> {
    if stale.is_empty() {
        return Vec::new();
    }
    let facts: Vec<Fact> = stale.iter().map(|stale| stale.fact.clone()).collect();
    let mut found: Vec<Finding> = Vec::new();
    for citation in cite::cite(draft.text, &facts) {
        let Some(stale) = stale.get(citation.fact as usize) else {
            continue;
        };
        let sentence = citation.span.slice(draft.text).unwrap_or_default();
        let priced = || {
            let keys = prices(&stale.fact);
            let stated = entities::find(sentence, &[]);
            stated.iter().any(|entity| keys.contains(&entity.key))
        };
        let taken = found
            .iter()
            .any(|finding| finding.span == Some(citation.span));
        if taken || stale.code == "old-price" && !priced() {
            continue;
        }
        let params = [
            ("date", stale.date.clone()),
            ("file", stale.fact.file.clone()),
        ];
        found.push(Finding::new(
            "stale-fact",
            stale.code,
            Severity::Warn,
            Some(citation.span),
            params,
        ));
    }
    found
}

/// Ends that the text itself sets in the past: "until 30 April" in May.
fn past_ends(draft: &Reading<'_>, today: Date) -> Vec<Finding> {
    let tokens = draft.tokens();
    let digits = draft.text.bytes().any(|b| b.is_ascii_digit());
    if !digits || !tokens.iter().any(|token| listed(ENDS, &token.folded)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let all = entities::find_in(draft.text, &ProductNames::default(), draft.language);
    for entity in all.iter().filter(|entity| entity.kind == EntityKind::Date) {
        let Some(sentence) = cuts::sentence_at(draft.text, entity.span) else {
            continue;
        };
        let inside = || tokens.iter().filter(|token| sentence.overlaps(token.span));
        let before: Vec<_> = inside()
            .filter(|token| token.span.end <= entity.span.start)
            .collect();
        // "By hand since 2020" sets no end: what stands between would have to be part of the date.
        let near = before.iter().rev().take(NEAR);
        let ends = near
            .take_while(|token| !listed(DATED, &token.folded))
            .any(|token| listed(ENDS, &token.folded));
        let told = inside().any(|token| listed(TOLD, &token.folded));
        let passed = last_day(&entity.key, today).is_some_and(|day| day < today);
        if ends && !told && passed {
            let params = [("date", entity.text.clone()), ("today", today.to_string())];
            found.push(Finding::new(
                "stale-fact",
                "past",
                Severity::Warn,
                Some(entity.span),
                params,
            ));
        }
    }
    found
}

/// The date on which an offer or an event of the documents ended, if all its dates are past.
fn over(fact: &Fact, today: Date) -> Option<String> {
    let dates = || {
        fact.entities.iter().filter(|entity| {
            let whole = entity.key.len() >= "2026-05".len();
            entity.kind == EntityKind::Date && whole && has_year(entity)
        })
    };
    dates().next()?;
    let dated = matches!(fact.category, Category::Offer | Category::Event);
    let ends = || words(&fact.text).any(|word| listed(ENDS, &fold(word.text)));
    if !dated && !ends() {
        return None;
    }
    let mut latest: Option<(Date, &Entity)> = None;
    for entity in dates() {
        let day = last_day(&entity.key, today)?;
        if latest.is_none_or(|(other, _)| day > other) {
            latest = Some((day, entity));
        }
    }
    let (day, entity) = latest?;
    (day < today).then(|| entity.text.clone())
}

/// Since when a price of the documents holds, if that is long ago.
fn old_price(fact: &Fact, today: Date) -> Option<String> {
    let says = |text: &str| words(text).any(|word| listed(DATED, &fold(word.text)));
    let is_dated = |entity: &&Entity| entity.kind == EntityKind::Date && has_year(entity);
    let here = fact.entities.iter().find(is_dated);
    let here = here.filter(|_| says(&fact.text)).cloned();
    let above = || {
        let dated = |text: &&String| text.contains("20") && says(text);
        let headings = fact.headings.iter().rev().filter(dated);
        let mut found = headings.flat_map(|text| entities::find(text, &[]));
        found.find(|entity| is_dated(&entity) || is_year(entity))
    };
    let entity = here.or_else(above)?;
    if prices(fact).is_empty() {
        return None;
    }
    let day = last_day(&entity.key, today)?;
    // "Prices 2025" hold in 2025.
    let holds = match entity.key.len() {
        4 => day,
        _ => day.checked_add(PRICE_MONTHS.months()).ok()?,
    };
    (holds < today).then_some(entity.text)
}

fn listed(list: &str, word: &str) -> bool {
    list.split('|').any(|item| item == word)
}

fn prices(fact: &Fact) -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = fact
        .entities
        .iter()
        .filter(|entity| entity.kind == EntityKind::Price)
        .map(|entity| entity.key.clone())
        .collect();
    let cell = fact
        .product
        .as_ref()
        .and_then(|product| product.price.as_deref());
    let found =
        cell.map(|price| entities::find_in(price, &ProductNames::default(), Language::English));
    keys.extend(found.into_iter().flatten().map(|entity| entity.key));
    keys
}

/// "Prices 2025": a number that can only be a year.
fn is_year(entity: &Entity) -> bool {
    entity.kind == EntityKind::Number
        && entity.key.len() == 4
        && entity.key.starts_with("20")
        && entity.key.bytes().all(|b| b.is_ascii_digit())
}

fn has_year(entity: &Entity) -> bool {
    entity.key.starts_with(|c: char| c.is_ascii_digit())
}

/// The last day that a date's key covers. Without a year it is the one near today.
fn last_day(key: &str, today: Date) -> Option<Date> {
    if let Some(day) = key.strip_prefix("--") {
        let (month, day) = day.split_once('-')?;
        let this_year = Date::new(today.year(), month.parse().ok()?, day.parse().ok()?).ok()?;
        let passed = today.checked_sub(PASSED_DAYS.days()).ok()?;
        return match this_year < passed {
            true => this_year.checked_add(1.year()).ok(),
            false => Some(this_year),
        };
    }
    let mut parts = key.split('-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month: i8 = parts.next().map_or(Some(12), |month| month.parse().ok())?;
    match parts.next() {
        Some(day) => Date::new(year, month, day.parse().ok()?).ok(),
        None => Some(Date::new(year, month, 1).ok()?.last_of_month()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{brand, draft, fact};
    use super::super::{CheckContext, Circumstances, Measured, check, fix_all};
    use super::*;
    use crate::networks::NetworkId;
    use jiff::civil::date;

    fn dated(category: Category, text: &str) -> Fact {
        Fact {
            category,
            entities: entities::find(text, &[]),
            ..fact(text)
        }
    }

    fn check_on(today: Date, facts: &[Fact], text: &str, expect: &[&str]) {
        let brand = brand();
        let circumstances = Circumstances::on(today);
        let context = CheckContext::new(&brand, facts, &circumstances);
        let found: Vec<_> = check(
            &draft(NetworkId::LinkedIn, text),
            &Measured::default(),
            &context,
        )
        .into_iter()
        .filter(|finding| finding.guard == "stale-fact")
        .map(|finding| finding.code)
        .collect();
        assert_eq!(found, expect, "{text:?} on {today}");
    }

    #[test]
    fn an_end_in_the_past_is_found_and_one_to_come_is_not() {
        let may = date(2026, 5, 10);
        check_on(
            may,
            &[],
            "Free cuts until 30 April 2026.",
            &["stale-fact.past"],
        );
        check_on(may, &[], "Free cuts until 30 April.", &["stale-fact.past"]);
        check_on(may, &[], "Free cuts until 30 June.", &[]);
        check_on(date(2026, 11, 10), &[], "Free cuts until 30 January.", &[]);
        check_on(
            may,
            &[],
            "By 30 April 2026 we had cut ten thousand sheets.",
            &[],
        );
        check_on(may, &[], "Open since 12 March 2019.", &[]);
    }

    #[test]
    fn an_offer_of_the_documents_that_ended_is_stale_where_it_is_stated() {
        let facts = [dated(
            Category::Offer,
            "The first ten cuts of every order are free until 31 March 2026.",
        )];
        let text = "The first ten cuts of every order are free. Send us the drawing.";
        check_on(date(2026, 5, 10), &facts, text, &["stale-fact.over"]);
        check_on(date(2026, 3, 10), &facts, text, &[]);
    }

    #[test]
    fn a_price_of_last_year_is_old() {
        let mut price = dated(Category::Pricing, "A sheet of mesh costs £52.");
        price.headings = vec!["Prices 2025".to_owned()];
        let facts = [price];
        let text = "A sheet of mesh costs £52. Send us the drawing.";
        check_on(date(2026, 5, 10), &facts, text, &["stale-fact.old-price"]);
        check_on(date(2025, 5, 10), &facts, text, &[]);
    }

    #[test]
    fn the_sentence_goes() {
        let brand = brand();
        let circumstances = Circumstances::on(date(2026, 5, 10));
        let facts = [fact("Free cuts until 30 April 2026.")];
        let context = CheckContext::new(&brand, &facts, &circumstances);
        let text = "We cut your mesh to size. Free cuts until 30 April 2026. Send us the drawing.";
        let fixed = fix_all(
            &draft(NetworkId::LinkedIn, text),
            &Measured::default(),
            &context,
        );
        assert_eq!(fixed.text, "We cut your mesh to size. Send us the drawing.");
    }
}
