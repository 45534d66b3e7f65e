//! Dates, weekdays and times of day.
//!
//! A date's key is ISO 8601 with what is missing left out: `2026-05-12`, `2026-05`, `--05-12`, `--05`,
//! `2026`; a weekday's is its English name. A time's key is `HH:MM`.

use super::Scan;
use super::lexer::TokenKind;
use crate::knowledge::EntityKind;
use crate::text::lists;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The month's number, then its names, without case.
static MONTHS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    lists::spellings(
        "1: january, jan, januar, jänner
         2: february, feb, februar
         3: march, mar, märz
         4: april, apr
         5: may, mai
         6: june, jun, juni
         7: july, jul, juli
         8: august, aug
         9: september, sep, sept
         10: october, oct, oktober, okt
         11: november, nov
         12: december, dec, dezember, dez",
    )
});

static DAYS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    lists::spellings(
        "monday: monday, montag
         tuesday: tuesday, dienstag
         wednesday: wednesday, mittwoch
         thursday: thursday, donnerstag
         friday: friday, freitag
         saturday: saturday, samstag, sonnabend
         sunday: sunday, sonntag",
    )
});

/// Short forms, as written: they count only beside another one, a dash or a number.
static SHORT_DAYS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    lists::spellings(
        "monday: Mon, Mo
         tuesday: Tue, Tues, Di
         wednesday: Wed, Mi
         thursday: Thu, Thur, Thurs, Do
         friday: Fri, Fr
         saturday: Sat, Sa
         sunday: Sun, So",
    )
});

impl Scan<'_> {
    /// Reads a date or a weekday at token `at`; returns the token after it.
    pub(super) fn read_date(&mut self, at: usize) -> Option<usize> {
        let (key, end) = self
            .iso_date(at)
            .or_else(|| self.dotted_date(at))
            .or_else(|| self.slashed_date(at))
            .or_else(|| self.day_month(at))
            .or_else(|| self.month_first(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.year(at))?;
        self.push(EntityKind::Date, at, end, key);
        Some(end)
    }

    /// Reads a time of day at token `at`; returns the token after it.
    pub(super) fn read_time(&mut self, at: usize) -> Option<usize> {
        let token = *self.tokens.get(at)?;
        if matches!(token.text, "noon" | "midday" | "Noon" | "Midday") {
            self.push(EntityKind::Time, at, at + 1, "12:00".to_owned());
            return Some(at + 1);
        }
        if token.is("midnight") || token.is("mitternacht") {
            self.push(EntityKind::Time, at, at + 1, "00:00".to_owned());
            return Some(at + 1);
        }
        let (hour, minute) = self.clock(at)?;
        if let Some((half, end)) = self.half_of_day(at + 1) {
            self.push(EntityKind::Time, at, end, time_key(hour, minute, half)?);
            return Some(end);
        }
        // "9–11 am", "8 bis 17 Uhr": the second one says what the first one is.
        let link = self.tokens.get(at + 1);
        if link.is_some_and(|t| matches!(t.text, "-" | "–" | "—" | "to" | "bis" | "and" | "und"))
            && let Some((other_hour, other_minute)) = self.clock(at + 2)
            && let Some((half, end)) = self.half_of_day(at + 3)
        {
            // "9–5 pm" starts in the morning, "2–5 pm" does not.
            let first_half = if half == Half::Evening && hour > other_hour && hour < 12 {
                Half::Morning
            } else {
                half
            };
            self.push(
                EntityKind::Time,
                at,
                at + 1,
                time_key(hour, minute, first_half)?,
            );
            let key = time_key(other_hour, other_minute, half)?;
            self.push(EntityKind::Time, at + 2, end, key);
            return Some(end);
        }
        if token.kind == TokenKind::Clock {
            let key = time_key(hour, minute, Half::Unsaid)?;
            self.push(EntityKind::Time, at, at + 1, key);
            return Some(at + 1);
        }
        None
    }

    fn clock(&self, at: usize) -> Option<(u32, u32)> {
        let token = self.tokens.get(at)?;
        let (hour, minute) = match token.kind {
            TokenKind::Clock => token.text.split_once(':')?,
            TokenKind::Number => token.text.split_once('.').unwrap_or((token.text, "00")),
            _ => return None,
        };
        if minute.len() != 2 {
            return None;
        }
        let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour <= 24 && minute < 60).then_some((hour, minute))
    }

    /// "am", "pm", "a.m.", "p.m.", "Uhr" at token `at`, and the token behind it.
    fn half_of_day(&self, at: usize) -> Option<(Half, usize)> {
        let token = self.tokens.get(at)?;
        if token.is("uhr") {
            return Some((Half::Unsaid, at + 1));
        }
        // "I am": only behind a number, which the caller has seen.
        // In German "am" is "on the".
        if token.is("am") && !self.decimal_comma() || token.is("pm") {
            let half = if token.is("am") {
                Half::Morning
            } else {
                Half::Evening
            };
            return Some((half, at + 1));
        }
        let dotted = (token.is("a") || token.is("p"))
            && self.tokens.get(at + 1).is_some_and(|t| t.is("."))
            && self
                .tokens
                .get(at + 2)
                .is_some_and(|t| t.is("m") && !t.spaced);
        if !dotted {
            return None;
        }
        let half = if token.is("a") {
            Half::Morning
        } else {
            Half::Evening
        };
        let dot = self
            .tokens
            .get(at + 3)
            .is_some_and(|t| t.is(".") && !t.spaced);
        Some((half, at + 3 + usize::from(dot)))
    }

    fn iso_date(&self, at: usize) -> Option<(String, usize)> {
        let part = |place: usize, digits: usize| {
            let token = self.tokens.get(place)?;
            (token.kind == TokenKind::Number
                && token.text.len() == digits
                && (place == at || !token.spaced))
                .then(|| token.text.parse::<u32>().ok())?
        };
        let dash = |place: usize| {
            self.tokens
                .get(place)
                .is_some_and(|t| t.is("-") && !t.spaced)
        };
        let year = part(at, 4)?;
        if !dash(at + 1) {
            return None;
        }
        let month = part(at + 2, 2).filter(|m| (1..=12).contains(m))?;
        if dash(at + 3)
            && let Some(day) = part(at + 4, 2).filter(|d| (1..=31).contains(d))
        {
            return Some((date_key(Some(year), month, Some(day)), at + 5));
        }
        None
    }

    /// "12.05.2026", "12.5." and "12.05.26"
    fn dotted_date(&self, at: usize) -> Option<(String, usize)> {
        let token = self.tokens.get(at)?;
        if token.kind != TokenKind::Number {
            return None;
        }
        let parts: Vec<&str> = token.text.split('.').collect();
        let number = |part: &str| part.parse::<u32>().ok();
        match parts.as_slice() {
            [day, month, year]
                if day.len() <= 2 && month.len() <= 2 && matches!(year.len(), 2 | 4) =>
            {
                let year = number(year).map(|y| if year.len() == 2 { 2000 + y } else { y })?;
                let (day, month) = (number(day)?, number(month)?);
                valid(day, month).then(|| (date_key(Some(year), month, Some(day)), at + 1))
            }
            [day, month] if day.len() <= 2 && month.len() <= 2 => {
                // A full stop right behind it: otherwise it is a decimal.
                let dot = self.tokens.get(at + 1).filter(|t| t.is(".") && !t.spaced)?;
                let goes_on = self.tokens.get(at + 2).is_some_and(|t| {
                    t.text.chars().next().is_some_and(char::is_lowercase)
                        || matches!(t.text, "," | "-" | "–")
                });
                let (day, month) = (number(day)?, number(month)?);
                let _ = dot;
                (goes_on && valid(day, month)).then(|| (date_key(None, month, Some(day)), at + 2))
            }
            _ => None,
        }
    }

    /// "12/05/2026": the day first, as the brands' countries write it, unless only the month can be.
    fn slashed_date(&self, at: usize) -> Option<(String, usize)> {
        let part = |place: usize| {
            let token = self.tokens.get(place)?;
            (token.kind == TokenKind::Number && (place == at || !token.spaced))
                .then(|| token.text.parse::<u32>().ok())?
        };
        let slash = |place: usize| {
            self.tokens
                .get(place)
                .is_some_and(|t| t.is("/") && !t.spaced)
        };
        let (first, second, year) = (part(at)?, part(at + 2)?, part(at + 4)?);
        if !slash(at + 1) || !slash(at + 3) || !(1900..2200).contains(&year) {
            return None;
        }
        let (day, month) = if second > 12 {
            (second, first)
        } else {
            (first, second)
        };
        valid(day, month).then(|| (date_key(Some(year), month, Some(day)), at + 5))
    }

    /// "12 May 2026", "12th of May", "12. Mai 2026", "1st May"
    fn day_month(&self, at: usize) -> Option<(String, usize)> {
        let day: u32 = self
            .tokens
            .get(at)?
            .text
            .parse()
            .ok()
            .filter(|d| (1..=31).contains(d))?;
        let mut next = at + 1;
        let token = self.tokens.get(next)?;
        if token.is(".") && !token.spaced || self.is_ordinal_suffix(next) {
            next += 1;
        }
        if self.tokens.get(next)?.is("of") {
            next += 1;
        }
        let month = self.month(next)?;
        let mut end = self.after_month(next);
        let year = self.year_number(end);
        if year.is_some() {
            end += 1;
        }
        Some((date_key(year, month, Some(day)), end))
    }

    /// "May 12, 2026", "May 2026", "in May"
    fn month_first(&self, at: usize) -> Option<(String, usize)> {
        let month = self.month(at)?;
        let mut end = self.after_month(at);
        if let Some(year) = self.year_number(end) {
            return Some((date_key(Some(year), month, None), end + 1));
        }
        let token = self.tokens.get(end);
        if let Some(day) = token
            .filter(|t| t.kind == TokenKind::Number && t.text.len() <= 2)
            .and_then(|t| t.text.parse::<u32>().ok())
            .filter(|d| (1..=31).contains(d))
        {
            end += 1;
            if self.is_ordinal_suffix(end) {
                end += 1;
            }
            let comma = self.tokens.get(end).is_some_and(|t| t.is(","));
            let year = self.year_number(end + usize::from(comma));
            if year.is_some() {
                end += 1 + usize::from(comma);
            }
            return Some((date_key(year, month, Some(day)), end));
        }
        // "May" and "March" are also verbs, "Mar" and "Jan" names: alone they need a sign of time.
        let text = self.tokens[at].text;
        let doubtful = matches!(text, "May" | "March")
            || text.len() <= 4 && !matches!(text, "June" | "July" | "Juni" | "Juli" | "März");
        let before = at.checked_sub(1).map(|place| self.tokens[place].text);
        let in_time = before.is_some_and(|word| {
            [
                "in", "since", "until", "from", "by", "this", "next", "last", "early", "late",
                "mid", "of", "im", "seit", "bis", "ab", "anfang", "ende", "mitte", "every", "each",
                "through", "to",
            ]
            .iter()
            .any(|cue| word.eq_ignore_ascii_case(cue))
        });
        (!doubtful || in_time).then(|| (date_key(None, month, None), end))
    }

    fn month(&self, at: usize) -> Option<u32> {
        let token = self.tokens.get(at)?;
        if !token.is_capitalized() || token.kind != TokenKind::Word || token.text.len() > 10 {
            return None;
        }
        let lower = token.text.to_lowercase();
        MONTHS.get(lower.as_str())?.parse().ok()
    }

    /// The token after a month's name: a short form takes its full stop.
    fn after_month(&self, at: usize) -> usize {
        let short = self.tokens[at].text.chars().count() <= 4;
        let dot = self
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.is(".") && !t.spaced);
        let goes_on = self
            .tokens
            .get(at + 2)
            .is_some_and(|t| t.kind == TokenKind::Number || t.text.starts_with(char::is_lowercase));
        at + 1 + usize::from(short && dot && goes_on)
    }

    fn year_number(&self, at: usize) -> Option<u32> {
        let token = self.tokens.get(at)?;
        if token.kind != TokenKind::Number || token.text.len() != 4 {
            return None;
        }
        token
            .text
            .parse()
            .ok()
            .filter(|year| (1500..2200).contains(year))
    }

    /// A year on its own: the sentence says when, or it stands like one ("in 2019", "(2019)").
    fn year(&self, at: usize) -> Option<(String, usize)> {
        let year = self.year_number(at)?;
        let before = at.checked_sub(1).map(|place| self.tokens[place].text)?;
        let cue = [
            "in",
            "since",
            "from",
            "until",
            "by",
            "of",
            "before",
            "after",
            "seit",
            "bis",
            "ab",
            "jahr",
            "jahre",
            "im",
            "anno",
            "summer",
            "spring",
            "autumn",
            "winter",
            "fall",
            "sommer",
            "herbst",
            "frühjahr",
            "est",
            "established",
            "founded",
            "(",
            "©",
        ]
        .iter()
        .any(|cue| before.to_lowercase() == *cue);
        // "since 2000 customers" is not English; "by 2000 mm" is a size.
        let next = self.tokens.get(at + 1);
        let measured = next.is_some_and(|t| {
            super::units::unit(t.text).is_some()
                || super::units::currency(t.text).is_some()
                || matches!(t.text, "x" | "×")
        });
        (cue && !measured).then(|| (year.to_string(), at + 1))
    }

    fn weekday(&self, at: usize) -> Option<(String, usize)> {
        let token = self.tokens.get(at)?;
        if token.kind != TokenKind::Word
            || token.text.len() > 12
            || !token.is_capitalized() && !token.text.ends_with('s')
        {
            return None;
        }
        let lower = token.text.to_lowercase();
        let singular = lower.strip_suffix('s').unwrap_or(&lower);
        if let Some(key) = DAYS.get(lower.as_str()).or_else(|| DAYS.get(singular)) {
            return Some(((*key).to_owned(), at + 1));
        }
        let key = SHORT_DAYS.get(token.text)?;
        let beside = |place: Option<usize>| {
            place
                .and_then(|place| self.tokens.get(place))
                .is_some_and(|t| {
                    matches!(t.text, "-" | "–" | "—")
                        || t.kind == TokenKind::Number
                        || t.kind == TokenKind::Clock
                })
        };
        let dot = self
            .tokens
            .get(at + 1)
            .is_some_and(|t| matches!(t.text, "." | "," | ":"));
        let joined =
            beside(at.checked_sub(1)) || beside(Some(at + 1)) || dot && beside(Some(at + 2));
        joined.then(|| ((*key).to_owned(), at + 1))
    }

    fn is_ordinal_suffix(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| !t.spaced && matches!(t.text, "st" | "nd" | "rd" | "th"))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Evening,
    Unsaid,
}

fn time_key(hour: u32, minute: u32, half: Half) -> Option<String> {
    let hour = match half {
        Half::Unsaid => hour,
        _ if hour == 0 || hour > 12 => return None,
        Half::Morning => hour % 12,
        Half::Evening => hour % 12 + 12,
    };
    Some(format!("{hour:02}:{minute:02}"))
}

fn valid(day: u32, month: u32) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}

fn date_key(year: Option<u32>, month: u32, day: Option<u32>) -> String {
    match (year, day) {
        (Some(year), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (Some(year), None) => format!("{year:04}-{month:02}"),
        (None, Some(day)) => format!("--{month:02}-{day:02}"),
        (None, None) => format!("--{month:02}"),
    }
}
