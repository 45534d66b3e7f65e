//! Entailment: whether sources state what a claim states.
//!
//! Checked is what can be checked without understanding: numbers, prices, quantities, dates, times,
//! names, products and contacts. A claim may say less than its sources, never more.

use crate::knowledge::entities::{find_as, name_key};
use crate::knowledge::{Entity, EntityKind};
use crate::language::{self, Language};
use std::collections::HashSet;

/// What was found in the sources once, so that many claims can be held against it.
#[derive(Debug, Clone)]
pub struct Support {
    language: Language,
    /// Keys of all entities but names, with their kind.
    stated: HashSet<(EntityKind, String)>,
    /// Dates for comparison part by part.
    dates: Vec<String>,
    /// Numeric parts of all keys: "5" is supported by "5 mm".
    numbers: HashSet<String>,
    /// Folded words, for names.
    words: HashSet<String>,
    /// Currencies that are named anywhere, also in a table's head, apart from any number.
    currencies: HashSet<&'static str>,
}

impl Support {
    /// Reads the sources.
    pub fn of(sources: &[&str]) -> Self {
        let is_german = |source: &&str| language::detect(source) == Language::German;
        let language = if sources.iter().any(is_german) {
            Language::German
        } else {
            Language::English
        };
        Self::in_language(sources, language)
    }

    /// Reads sources whose language is known: it says what a comma in a number is and which capitals
    /// make a name.
    pub fn in_language(sources: &[&str], language: Language) -> Self {
        let mut support = Self {
            language,
            stated: HashSet::new(),
            dates: Vec::new(),
            numbers: HashSet::new(),
            words: HashSet::new(),
            currencies: HashSet::new(),
        };
        for source in sources {
            support.read(source);
        }
        support
    }

    /// The entities of `claim` that no source states, in the claim's order.
    pub fn unsupported(&self, claim: &str) -> Vec<Entity> {
        let mut found = find_as(claim, self.language, false);
        found.retain(|entity| !self.supports(entity));
        found
    }

    /// Whether a source has a word, folded.
    pub(crate) fn has_word(&self, folded: &str) -> bool {
        self.words.contains(folded)
    }

    /// Whether a source states the entity.
    pub fn supports(&self, entity: &Entity) -> bool {
        let key = &entity.key;
        match entity.kind {
            EntityKind::Product
            | EntityKind::Place
            | EntityKind::Person
            | EntityKind::Organization => self.has_name(key),
            EntityKind::Date => {
                self.dates.iter().any(|date| date_covers(date, key)) || self.is_number(key)
            }
            EntityKind::Number => self.numbers.contains(key.as_str()),
            EntityKind::Price => {
                self.has(EntityKind::Price, key)
                    || key.split_once(' ').is_some_and(|(value, code)| {
                        // A table's head names the currency once for all its rows.
                        self.currencies.contains(code) && self.has(EntityKind::Number, value)
                    })
            }
            EntityKind::Quantity | EntityKind::Time | EntityKind::Contact => {
                self.has(entity.kind, key)
            }
        }
    }

    fn read(&mut self, source: &str) {
        for entity in find_as(source, self.language, true) {
            if entity.kind == EntityKind::Date {
                self.dates.push(entity.key.clone());
            }
            if matches!(
                entity.kind,
                EntityKind::Number | EntityKind::Quantity | EntityKind::Price
            ) {
                let number = entity.key.split(' ').next().unwrap_or_default();
                self.numbers.insert(number.to_owned());
            }
            self.stated.insert((entity.kind, entity.key));
        }
        for (code, marks) in [
            ("GBP", ["£", "GBP"]),
            ("EUR", ["€", "EUR"]),
            ("USD", ["$", "USD"]),
            ("CHF", ["CHF", "Fr."]),
        ] {
            let named =
                |mark: &str| source.contains(mark) || source.contains(mark.to_lowercase().as_str());
            if marks.iter().any(|mark| named(mark)) {
                self.currencies.insert(code);
            }
        }
        for word in name_key(source).split(' ') {
            let bare = bare_plural(word);
            if bare != word {
                self.words.insert(bare.to_owned());
            }
            self.words.insert(word.to_owned());
            // "rock'n'roll": a claim may name a part.
            if word.contains('\'') {
                let parts = word.split('\'').filter(|part| !part.is_empty());
                self.words.extend(parts.map(str::to_owned));
            }
        }
    }

    fn has(&self, kind: EntityKind, key: &str) -> bool {
        self.stated.contains(&(kind, key.to_owned()))
    }

    /// A year that one text writes as a date and the other as a plain number.
    fn is_number(&self, key: &str) -> bool {
        key.len() == 4 && self.numbers.contains(key)
    }

    fn has_name(&self, key: &str) -> bool {
        key.split(' ')
            .filter(|word| !matches!(*word, "of" | "the" | "and" | "&" | "und" | "von" | "for"))
            .all(|word| self.words.contains(word) || self.words.contains(bare_plural(word)))
    }
}

/// The entities of `claim` that no source states, in the claim's order; empty: all are stated.
/// "38.50" is "38.5", "24 hours" is "24-hour", "2pm" is "14:00"; names compare by their folded words.
///
/// ```
/// use galley_domain::knowledge::entailment::unsupported;
/// let source = "Sheets cost £38.50 and ship within 24 hours.";
/// assert!(unsupported("24-hour shipping for £38.5", &[source]).is_empty());
/// assert_eq!(unsupported("Only £37!", &[source])[0].text, "£37");
/// ```
pub fn unsupported(claim: &str, sources: &[&str]) -> Vec<Entity> {
    Support::of(sources).unsupported(claim)
}

fn bare_plural(word: &str) -> &str {
    if word.len() > 3 && !word.ends_with("ss") {
        word.strip_suffix('s').unwrap_or(word)
    } else {
        word
    }
}

/// Whether a date says all that another one says: "2026-05-12" covers "--05-12", "2026-05" and "2026".
fn date_covers(source: &str, claim: &str) -> bool {
    if source == claim {
        return true;
    }
    let (Some(source), Some(claim)) = (date_parts(source), date_parts(claim)) else {
        return false;
    };
    claim
        .iter()
        .zip(source)
        .all(|(claimed, stated)| claimed.is_none() || *claimed == stated)
}

fn date_parts(key: &str) -> Option<[Option<&str>; 3]> {
    if let Some(rest) = key.strip_prefix("--") {
        let mut parts = rest.split('-');
        return Some([None, parts.next(), parts.next()]);
    }
    if !key.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut parts = key.split('-');
    Some([parts.next(), parts.next(), parts.next()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(claim: &str, source: &str, expect: &[&str]) {
        let found = unsupported(claim, &[source]);
        let found: Vec<_> = found.iter().map(|entity| entity.text.as_str()).collect();
        assert_eq!(found, expect, "{claim:?} against {source:?}");
    }

    #[test]
    fn spellings_do_not_matter_but_values_do() {
        check("It is £38.5", "It is £38.50", &[]);
        check("It is £38.60", "It is £38.50", &["£38.60"]);
        check("24-hour service", "within 24 hours", &[]);
        check("24-hour service", "within 24 days", &["24-hour"]);
        check("by 2 p.m.", "by 14:00", &[]);
        check("by 3 p.m.", "by 14:00", &["3 p.m."]);
        check("1,250 shops", "1250 shops", &[]);
        check("zwölf Jahre", "12 Jahre", &[]);
        check("six ovens", "6 ovens", &[]);
        check("seven ovens", "6 ovens", &["seven"]);
        check("1 year of warranty", "a year of warranty", &[]);
    }

    #[test]
    fn a_unit_that_the_source_does_not_give_is_not_supported() {
        check("25 kg", "25 m", &["25 kg"]);
        check("£25", "25 sheets", &["£25"]);
        check("£25", "price_gbp 25", &[]);
    }

    #[test]
    fn a_claim_may_say_less_of_a_date_but_not_more() {
        check("in May 2026", "on 12 May 2026", &[]);
        check("on 12 May", "on 12 May 2026", &[]);
        check("on 13 May", "on 12 May 2026", &["13 May"]);
        check("on 12 May 2026", "in May", &["12 May 2026"]);
        check("since 2019", "founded in 2019", &[]);
        check("on Tuesday", "on Monday", &["Tuesday"]);
    }

    #[test]
    fn names_compare_by_their_words() {
        check(
            "We cut for the Museum of Leeds.",
            "The Leeds museum is a customer",
            &[],
        );
        check("We cut for Acme in Leeds.", "We cut in Leeds", &["Acme"]);
        check("The A193 is here.", "the A142 is here", &["A193"]);
        check("Wir liefern nach Köln.", "Lieferung in Bonn", &["Köln"]);
    }

    #[test]
    fn an_empty_claim_claims_nothing() {
        check("", "anything", &[]);
        check("Fresh bread every morning.", "", &[]);
    }
}
