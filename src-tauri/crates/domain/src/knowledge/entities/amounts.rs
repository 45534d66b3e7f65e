//! Prices, quantities and plain numbers.

use super::lexer::{Token, TokenKind};
use super::{Scan, units};
use crate::knowledge::EntityKind;

/// A number as one canonical decimal: no groups, no leading or trailing zeros.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) value: String,
    /// Tokens it takes.
    pub(super) first: usize,
    pub(super) end: usize,
}

/// What stands behind a number and says what it counts.
enum Measure {
    Price(&'static str, usize),
    Unit(&'static str, usize),
}

/// Longest list of numbers that share one unit: "200 x 100 x 6 mm".
const MAX_SHARED: usize = 6;

/// Signs behind which a dash is a minus though no space stands between: "(-18 °C)". Behind anything else
/// it joins: "3-4", "10 %-15 %", "12,-".
const OPENING: &[&str] = &[
    "(", "[", "{", "=", ":", ";", "|", "<", ">", "\"", "“", "„", "‘", "»", "«",
];

impl Scan<'_> {
    /// Reads a price, a quantity or a number at token `at`; returns the token after it.
    pub(super) fn read_amount(&mut self, at: usize) -> Option<usize> {
        if let Some(end) = self.read_leading_currency(at) {
            return Some(end);
        }
        let first = self.amount(at)?;
        let mut chain = vec![first];
        while chain.len() < MAX_SHARED {
            let last = &chain[chain.len() - 1];
            if self.measure(last).is_some() {
                break;
            }
            let Some(next) = self.linked_amount(last.end) else {
                break;
            };
            chain.push(next);
        }
        // "4.8 m x 2.4 m": each has its own. "3 to 5 days": the last one speaks for all.
        let measure = chain.last().and_then(|last| self.measure(last));
        let Some(measure) = measure else {
            return self.plain_number(&chain[0]);
        };
        for (place, amount) in chain.iter().enumerate() {
            let is_last = place + 1 == chain.len();
            let (kind, code, end) = match measure {
                Measure::Price(code, end) => (EntityKind::Price, code, end),
                Measure::Unit(code, end) => (EntityKind::Quantity, code, end),
            };
            let end = if is_last { end } else { amount.end };
            let key = format!("{} {code}", amount.value);
            self.push(kind, amount.first, end, key);
        }
        match measure {
            Measure::Price(_, end) | Measure::Unit(_, end) => Some(end),
        }
    }

    fn plain_number(&mut self, amount: &Amount) -> Option<usize> {
        let token = self.tokens[amount.first];
        let is_word = token.kind == TokenKind::Word;
        if is_word && amount.value == "1" || self.is_list_number(amount) {
            return Some(amount.end);
        }
        self.push(
            EntityKind::Number,
            amount.first,
            amount.end,
            amount.value.clone(),
        );
        Some(amount.end)
    }

    /// "1. Measure", "2) Cut", and the key cap emoji.
    fn is_list_number(&self, amount: &Amount) -> bool {
        let token = self.tokens[amount.first];
        let Some(next) = self.tokens.get(amount.end) else {
            return false;
        };
        let after = self.tokens.get(amount.end + 1);
        let marker = (next.is(".") || next.is(")")) && after.is_none_or(|t| t.spaced);
        next.text.starts_with('\u{fe0f}')
            || next.text.starts_with('\u{20e3}')
            || token.first_of_line && marker && after.is_some() && token.text.len() <= 2
    }

    fn read_leading_currency(&mut self, at: usize) -> Option<usize> {
        let token = self.tokens.get(at)?;
        // "US$ 5": the sign decides, the letters before it do not.
        let is_sign = token.kind == TokenKind::Sign;
        let is_code = token.text.len() == 3 && token.text.chars().all(|c| c.is_ascii_uppercase());
        if !is_sign && !is_code {
            return None;
        }
        let code = units::currency(token.text)?;
        let mut amount = self.amount(at + 1)?;
        if self.tokens[amount.first].kind != TokenKind::Number {
            return None;
        }
        self.price_value(&mut amount);
        self.push(
            EntityKind::Price,
            at,
            amount.end,
            format!("{} {code}", amount.value),
        );
        // "£10–15": the second number is a price as well, unless it has its own measure.
        let linked = self.linked_amount(amount.end).filter(|next| {
            self.tokens[next.first].kind == TokenKind::Number
                && !self.tokens[next.first - 1].is(",")
                && self.measure(next).is_none()
        });
        if let Some(mut next) = linked {
            self.price_value(&mut next);
            self.push(
                EntityKind::Price,
                next.first,
                next.end,
                format!("{} {code}", next.value),
            );
            return Some(next.end);
        }
        Some(amount.end)
    }

    /// Three digits after one separator are a group in prices, whatever the language.
    fn price_value(&self, amount: &mut Amount) {
        let token = self.tokens[amount.first];
        if amount.end == amount.first + 1
            && let Some(value) = decimal(token.text, Ambiguous::Group)
        {
            amount.value = value;
        }
        // "12,– €" and "12,-": the dash stands for no cents.
        if let (Some(a), Some(b)) = (self.tokens.get(amount.end), self.tokens.get(amount.end + 1))
            && a.is(",")
            && !a.spaced
            && matches!(b.text, "-" | "–" | "—")
            && !b.spaced
        {
            amount.end += 2;
        }
        if let Some(suffix) = self.tokens.get(amount.end).filter(|t| !t.spaced)
            && let Some(power) = units::price_suffix(suffix.text)
        {
            amount.value = shift(&amount.value, power);
            amount.end += 1;
        }
    }

    /// The amount behind "to", "-", "x", "and" or a comma.
    fn linked_amount(&self, at: usize) -> Option<Amount> {
        let link = self.tokens.get(at)?;
        let is_link = matches!(
            link.text,
            "-" | "–"
                | "—"
                | "to"
                | "bis"
                | "x"
                | "×"
                | "by"
                | "mal"
                | "and"
                | "or"
                | "und"
                | "oder"
                | ","
                | "/"
        );
        let next = self.tokens.get(at + 1)?;
        if !is_link || link.is(",") && (!next.spaced || next.text.len() > 3) {
            return None;
        }
        self.amount(at + 1)
    }

    /// A number at token `at`, with its sign and the magnitude behind it.
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        let token = self.tokens.get(at)?;
        let mut first = at;
        let mut end = at + 1;
        let mut value = match token.kind {
            TokenKind::Number => {
                let style = if self.decimal_comma() {
                    Ambiguous::GroupAtPoint
                } else {
                    Ambiguous::GroupAtComma
                };
                decimal(token.text, style)?
            }
            TokenKind::Word => {
                let mut value = self.number_word(token)?;
                // "twenty-five"
                if (20..100).contains(&value)
                    && let (Some(dash), Some(ones)) =
                        (self.tokens.get(end), self.tokens.get(end + 1))
                    && dash.is("-")
                    && let Some(ones) = units::number_word(ones.text).filter(|n| *n < 10)
                {
                    value += ones;
                    end += 2;
                }
                value.to_string()
            }
            _ => return None,
        };
        if let Some(power) = self.tokens.get(end).and_then(|t| units::magnitude(t.text)) {
            value = shift(&value, power);
            end += 1;
            if self.tokens.get(end).is_some_and(|t| t.is("."))
                && matches!(self.tokens[end - 1].text, "Mio" | "Mrd")
            {
                end += 1;
            }
        }
        if at > 0 && token.kind == TokenKind::Number && !token.spaced {
            let sign = self.tokens[at - 1];
            let before = at.checked_sub(2).map(|place| self.tokens[place].text);
            let stands_free = sign.spaced || before.is_none_or(|text| OPENING.contains(&text));
            if matches!(sign.text, "-" | "−" | "–") && stands_free && value != "0" {
                value.insert(0, '-');
                first = at - 1;
            }
        }
        Some(Amount { value, first, end })
    }

    fn number_word(&self, token: &Token<'_>) -> Option<u32> {
        if let Some(value) = units::number_word(token.text) {
            return Some(value);
        }
        // "a year" supports "1 year" but does not have to be supported itself.
        let articles = ["a", "an", "ein", "eine", "einen", "einem", "einer", "eines"];
        let is_article = self.generous && articles.iter().any(|article| token.is(article));
        is_article.then_some(1)
    }

    fn measure(&self, amount: &Amount) -> Option<Measure> {
        let mut at = amount.end;
        let next = *self.tokens.get(at)?;
        // "24-hour" and "30-Tage"
        if next.is("-") && !next.spaced {
            let unit = self.tokens.get(at + 1).filter(|t| !t.spaced)?;
            let canonical = units::unit(unit.text).filter(|c| *c != "x")?;
            return Some(Measure::Unit(canonical, at + 2));
        }
        let is_number = self.tokens[amount.first].kind == TokenKind::Number
            || self.tokens[amount.first].kind == TokenKind::Sign;
        // "12,- €"
        if next.is(",")
            && let (Some(dash), Some(sign)) = (self.tokens.get(at + 1), self.tokens.get(at + 2))
            && matches!(dash.text, "-" | "–" | "—")
            && let Some(code) = units::currency(sign.text)
        {
            return Some(Measure::Price(code, at + 3));
        }
        if let Some(code) = units::currency(next.text) {
            // "5 £" stands before the next price: "1 £5" is not one.
            let sign_of_next = next.kind == TokenKind::Sign
                && next.spaced
                && self
                    .tokens
                    .get(at + 1)
                    .is_some_and(|t| !t.spaced && t.kind == TokenKind::Number);
            if !sign_of_next {
                return Some(Measure::Price(code, at + 1));
            }
        }
        if is_number && (!next.spaced && next.text == "p" || next.is("pence")) {
            return Some(Measure::Unit("pence", at + 1));
        }
        if next.is("cent") || next.is("cents") {
            return Some(Measure::Unit("cent", at + 1));
        }
        if let Some(second) = self.tokens.get(at + 1) {
            let pair = format!("{} {}", next.text, second.text);
            if let Some(canonical) = units::unit(&pair) {
                return Some(Measure::Unit(canonical, at + 2));
            }
            let tight = |a: &Token<'_>| !a.spaced;
            if next.text == "°" && tight(second) {
                let pair = format!("°{}", second.text);
                if let Some(canonical) = units::unit(&pair) {
                    return Some(Measure::Unit(canonical, at + 2));
                }
            }
            if second.is("/")
                && tight(second)
                && let Some(third) = self.tokens.get(at + 2).filter(|t| tight(t))
            {
                let ratio = format!("{}/{}", next.text, third.text);
                if let Some(canonical) = units::unit(&ratio) {
                    return Some(Measure::Unit(canonical, at + 3));
                }
            }
        }
        // "3 full days", "two whole weeks"
        if matches!(
            next.text,
            "full" | "whole" | "volle" | "ganze" | "calendar" | "consecutive"
        ) {
            at += 1;
        }
        let unit = self.tokens.get(at)?;
        let canonical = units::unit(unit.text)?;
        // "4.8 m x 2.4 m": a lone x between numbers multiplies; it counts only when it is attached.
        if canonical == "x"
            && (unit.spaced && !unit.is("times") && !unit.is("mal")
                || self.amount(at + 1).is_some())
        {
            return None;
        }
        // One-letter units need a digit before them: "one a day" has none.
        if unit.text.chars().count() == 1 && unit.kind == TokenKind::Word && !is_number {
            return None;
        }
        Some(Measure::Unit(canonical, at + 1))
    }
}

/// How one separator with three digits behind it is read.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Ambiguous {
    /// English: "1,250" is a group, "1.250" a fraction.
    GroupAtComma,
    /// German: "1.250" is a group, "1,250" a fraction.
    GroupAtPoint,
    /// Prices: always a group.
    Group,
}

/// The canonical decimal of a number as written; `None` for version numbers and dates.
pub(super) fn decimal(written: &str, ambiguous: Ambiguous) -> Option<String> {
    let mut digits = String::with_capacity(written.len());
    let mut marks = Vec::new();
    let mut quarter = None;
    for c in written.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '.' | ',' => marks.push((c, digits.len())),
            '½' => quarter = Some("5"),
            '¼' => quarter = Some("25"),
            '¾' => quarter = Some("75"),
            _ => {}
        }
    }
    let tail = |place: usize| digits.len() - place;
    let point = match marks.as_slice() {
        [] => None,
        [(mark, place)] => {
            let three = tail(*place) == 3 && (1..=3).contains(place) && !digits.starts_with('0');
            let group = three
                && match ambiguous {
                    Ambiguous::GroupAtComma => *mark == ',',
                    Ambiguous::GroupAtPoint => *mark == '.',
                    Ambiguous::Group => true,
                };
            (!group).then_some(*place)
        }
        [first @ .., (last, place)] => {
            let same = first.iter().all(|(mark, _)| mark == last);
            let grouped = first.windows(2).all(|pair| pair[1].1 - pair[0].1 == 3);
            if same {
                let all = grouped && place - first[first.len() - 1].1 == 3 && tail(*place) == 3;
                if !all {
                    return None;
                }
                None
            } else {
                Some(*place)
            }
        }
    };
    let (whole, fraction) = digits.split_at(point.unwrap_or(digits.len()));
    let whole = whole.trim_start_matches('0');
    let fraction = quarter.unwrap_or(fraction).trim_end_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if fraction.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{fraction}")
    })
}

/// Moves the decimal point to the right.
fn shift(value: &str, power: u32) -> String {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let power = power as usize;
    let mut digits = fraction.to_owned();
    while digits.len() < power {
        digits.push('0');
    }
    let (moved, rest) = digits.split_at(power);
    let joined = format!("{whole}{moved}");
    let whole = joined.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{rest}")
    }
}
