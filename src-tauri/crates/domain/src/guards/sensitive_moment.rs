//! Guard: sensitive moment.
//!
//! On days of mourning and remembrance a cheerful or selling post strikes a wrong note. Galley knows the
//! days of your market and says so on the day; the post can wait until the next.

use super::context::Market;
use super::{CheckContext, Finding, Fix, Guard, Measured, Reading, Severity, Source};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

pub(super) const GUARD: Guard = Guard {
    id: "sensitive-moment",
    codes: &["sensitive-moment.day"],
    limits: &[],
    sources: &[
        UNITED_NATIONS,
        BAVARIA,
        BANK_HOLIDAYS,
        REMEMBRANCE,
        PATRIOT_DAY,
        PEARL_HARBOR,
    ],
    check,
    fix,
};

const READ: &str = "2026-11-21";
const UNITED_NATIONS: Source = Source {
    address: "https://docs.un.org/en/A/RES/60/7",
    date: READ,
};
/// Its law on holidays lists the quiet days; Good Friday, Volkstrauertag and Totensonntag are kept in all
/// of Germany.
const BAVARIA: Source = Source {
    address: "https://www.gesetze-bayern.de/Content/Document/BayFTG-3",
    date: READ,
};
const BANK_HOLIDAYS: Source = Source {
    address: "https://www.gov.uk/bank-holidays",
    date: READ,
};
const REMEMBRANCE: Source = Source {
    address: "https://www.britishlegion.org.uk/get-involved/remembrance",
    date: READ,
};
const PATRIOT_DAY: Source = Source {
    address: "https://www.law.cornell.edu/uscode/text/36/144",
    date: READ,
};
const PEARL_HARBOR: Source = Source {
    address: "https://www.law.cornell.edu/uscode/text/36/129",
    date: READ,
};

/// A day to be quiet on.
struct QuietDay {
    /// As it is called where it is kept.
    name: &'static str,
    when: When,
    /// Empty: everywhere.
    markets: &'static [Market],
    source: &'static Source,
}

/// How a day is found in a year.
#[derive(Clone, Copy)]
enum When {
    Fixed {
        month: i8,
        day: i8,
    },
    /// Days from Easter Sunday.
    Easter(i32),
    /// Days from the first Sunday of Advent.
    Advent(i32),
    /// The nth weekday of a month, from 1.
    Nth {
        month: i8,
        weekday: Weekday,
        nth: i8,
    },
}

const DAYS: &[QuietDay] = &[
    QuietDay {
        name: "Tag des Gedenkens an die Opfer des Nationalsozialismus",
        when: When::Fixed { month: 1, day: 27 },
        markets: &[Market::Germany, Market::Austria],
        source: &UNITED_NATIONS,
    },
    QuietDay {
        name: "International Holocaust Remembrance Day",
        when: When::Fixed { month: 1, day: 27 },
        markets: &[],
        source: &UNITED_NATIONS,
    },
    QuietDay {
        name: "Karfreitag",
        when: When::Easter(-2),
        markets: &[Market::Germany, Market::Austria, Market::Switzerland],
        source: &BAVARIA,
    },
    QuietDay {
        name: "Good Friday",
        when: When::Easter(-2),
        markets: &[Market::Britain],
        source: &BANK_HOLIDAYS,
    },
    QuietDay {
        name: "Volkstrauertag",
        when: When::Advent(-14),
        markets: &[Market::Germany],
        source: &BAVARIA,
    },
    QuietDay {
        name: "Totensonntag",
        when: When::Advent(-7),
        markets: &[Market::Germany],
        source: &BAVARIA,
    },
    QuietDay {
        name: "Remembrance Sunday",
        when: When::Nth {
            month: 11,
            weekday: Weekday::Sunday,
            nth: 2,
        },
        markets: &[Market::Britain],
        source: &REMEMBRANCE,
    },
    QuietDay {
        name: "Armistice Day",
        when: When::Fixed { month: 11, day: 11 },
        markets: &[Market::Britain],
        source: &REMEMBRANCE,
    },
    QuietDay {
        name: "Patriot Day",
        when: When::Fixed { month: 9, day: 11 },
        markets: &[Market::America],
        source: &PATRIOT_DAY,
    },
    QuietDay {
        name: "Pearl Harbor Remembrance Day",
        when: When::Fixed { month: 12, day: 7 },
        markets: &[Market::America],
        source: &PEARL_HARBOR,
    },
];

fn check(_: &Reading<'_>, _: &Measured, context: &CheckContext<'_>) -> Vec<Finding> {
    quiet_day(context.circumstances.today, context.market)
        .map(|day| {
            let params = [
                ("day", day.name.to_owned()),
                ("date", context.circumstances.today.to_string()),
            ];
            Finding::new("sensitive-moment", "day", Severity::Warn, None, params)
                .by_page(day.source)
        })
        .into_iter()
        .collect()
}

/// Another day mends it, not another text.
fn fix(_: &Reading<'_>, _: &CheckContext<'_>, _: &Finding) -> Vec<Fix> {
    Vec::new()
}

fn quiet_day(today: Date, market: Market) -> Option<&'static QuietDay> {
    DAYS.iter().find(|day| {
        (day.markets.is_empty() || day.markets.contains(&market))
            && day.when.in_year(today.year()) == Some(today)
    })
}

impl When {
    fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed { month, day } => Date::new(year, month, day).ok(),
            Self::Easter(days) => easter(year)?.checked_add(days.days()).ok(),
            Self::Advent(days) => {
                // The fourth Sunday before Christmas Day.
                let eve = Date::new(year, 12, 24).ok()?;
                let back = i32::from(eve.weekday().to_sunday_zero_offset()) + 21;
                let first = eve.checked_sub(back.days()).ok()?;
                first.checked_add(days.days()).ok()
            }
            Self::Nth {
                month,
                weekday,
                nth,
            } => {
                let first = Date::new(year, month, 1).ok()?;
                first.nth_weekday_of_month(nth, weekday).ok()
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the rule of Oudin (1940): see
/// <https://aa.usno.navy.mil/faq/easter>.
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let century = year_number / 100;
    let golden = year_number % 19;
    let correction = (century - 17) / 25;
    let mut moon = (century - century / 4 - (century - correction) / 3 + 19 * golden + 15) % 30;
    moon -= (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11));
    let weekday = (year_number + year_number / 4 + moon + 2 - century + century / 4) % 7;
    let offset = moon - weekday;
    let month = 3 + (offset + 40) / 44;
    let day = offset + 28 - 31 * (month / 4);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(market: Market, day: &str, expect: Option<&str>) {
        let day: Date = day.parse().expect("a date");
        let found = quiet_day(day, market).map(|day| day.name);
        assert_eq!(found, expect, "{day} in {market:?}");
    }

    #[test]
    fn easter_is_where_the_church_has_it() {
        for (year, expect) in [
            (1961, "1961-04-02"),
            (2000, "2000-04-23"),
            (2024, "2024-03-31"),
            (2026, "2026-04-05"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year), expect.parse().ok(), "Easter of {year}");
        }
    }

    #[test]
    fn computed_days_fall_on_their_dates() {
        check(Market::Germany, "2026-11-15", Some("Volkstrauertag"));
        check(Market::Germany, "2026-11-22", Some("Totensonntag"));
        check(Market::Germany, "2022-11-13", Some("Volkstrauertag"));
        check(Market::Germany, "2026-04-03", Some("Karfreitag"));
        check(Market::Britain, "2026-11-08", Some("Remembrance Sunday"));
        check(Market::Britain, "2026-11-11", Some("Armistice Day"));
        check(Market::America, "2026-09-11", Some("Patriot Day"));
    }

    #[test]
    fn a_day_counts_in_its_own_market_only() {
        check(Market::Germany, "2026-11-11", None);
        check(Market::Britain, "2026-11-15", None);
        check(Market::Unknown, "2026-04-03", None);
        check(
            Market::Unknown,
            "2026-01-27",
            Some("International Holocaust Remembrance Day"),
        );
        check(Market::Germany, "2026-11-21", None);
    }
}
