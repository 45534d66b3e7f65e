//! Past posts: tables with a date and a text, and texts with many short posts.

use galley_domain::brand::{PastMetric, PastPost};
use galley_domain::ids::PastPostId;
use galley_domain::knowledge::EntityKind;
use galley_domain::knowledge::delimited::{Cell, Delimited};
use galley_domain::knowledge::entities;
use galley_domain::networks::NetworkId;
use galley_domain::text::fold;
use jiff::{Timestamp, ToSpan, tz::TimeZone};

mod paste;

pub(crate) use paste::of_paste;

/// Longest post in characters: more is an article.
const MAX_POST_CHARS: usize = 3_500;

/// Fewest posts in a text without a table: fewer parts are a document with rules between them.
const MIN_PARTS: usize = 4;

const DATES: &[&str] = &[
    "date",
    "datum",
    "published",
    "posted",
    "created",
    "created at",
    "published at",
    "post date",
    "time",
    "day",
    "tag",
];
const TEXTS: &[&str] = &[
    "text",
    "post",
    "content",
    "message",
    "caption",
    "copy",
    "body",
    "tweet",
    "post text",
    "posttext",
    "beitrag",
    "beitragstext",
    "inhalt",
    "nachricht",
];
const NETWORKS: &[&str] = &[
    "network",
    "platform",
    "channel",
    "netzwerk",
    "plattform",
    "kanal",
    "site",
];

/// The posts of a table; `None` if it has no column of dates or none of texts.
pub(crate) fn of_table(table: &Delimited, today: Timestamp) -> Option<Vec<PastPost>> {
    let heads: Vec<String> = table.head.iter().map(|cell| head(&cell.text)).collect();
    let column = |names: &[&str]| heads.iter().position(|head| names.contains(&head.as_str()));
    let (date, text) = (column(DATES)?, column(TEXTS)?);
    let network = column(NETWORKS);
    let metrics: Vec<usize> = (0..heads.len())
        .filter(|at| ![Some(date), Some(text), network].contains(&Some(*at)))
        .filter(|at| is_numeric(table, *at))
        .collect();
    let posts = table
        .records
        .iter()
        .filter_map(|record| {
            let cell = |at: usize| record.cells.get(at).map(|cell: &Cell| cell.text.as_str());
            let text = cell(text).filter(|text| !text.is_empty())?;
            Some(PastPost {
                id: unset(),
                date: cell(date).and_then(|written| day(written, today)),
                network: network.and_then(cell).and_then(network_of),
                text: text.to_owned(),
                metrics: metrics
                    .iter()
                    .filter_map(|at| {
                        Some(PastMetric {
                            name: table.head.get(*at)?.text.clone(),
                            value: number(cell(*at)?)?,
                        })
                    })
                    .collect(),
            })
        })
        .collect();
    Some(posts)
}

/// The posts of a text that has many short ones between lines of dashes or of dates; `None` if it is
/// a document.
pub(crate) fn of_text(text: &str, today: Timestamp) -> Option<Vec<PastPost>> {
    of_dates(text, today).or_else(|| by_rules(text, today))
}

/// `YYYY-MM-DD` of a date as people and exports write it. A whole number up to zero counts days back
/// from today: demo material is dated so.
pub(crate) fn day(written: &str, today: Timestamp) -> Option<String> {
    let written = written.trim();
    if let Ok(offset) = written.parse::<i64>() {
        let back = (-3_650..=0).contains(&offset).then_some(offset)?;
        let date = today
            .to_zoned(TimeZone::UTC)
            .date()
            .checked_add(back.days())
            .ok()?;
        return Some(date.to_string());
    }
    let found = entities::find(written.get(..written.len().min(40)).unwrap_or(written), &[]);
    let start = written.get(..10).unwrap_or_default();
    found
        .into_iter()
        .filter(|entity| entity.kind == EntityKind::Date)
        .map(|entity| entity.key)
        .chain([start.to_owned()])
        .find(|key| {
            key.parse::<jiff::civil::Date>()
                .is_ok_and(|_| key.len() == 10)
        })
}

/// A table that only has texts.
fn column_posts(table: &Delimited) -> Option<Vec<PastPost>> {
    let text = table
        .head
        .iter()
        .position(|cell| TEXTS.contains(&head(&cell.text).as_str()))?;
    let texts = table.records.iter().filter_map(|record| {
        let text = &record.cells.get(text)?.text;
        (!text.is_empty()).then(|| PastPost {
            id: unset(),
            date: None,
            network: None,
            text: text.clone(),
            metrics: Vec::new(),
        })
    });
    Some(texts.collect())
}

/// The parts between lines of dashes.
fn parts_by_rules(text: &str) -> Vec<String> {
    let is_rule = |line: &str| {
        let line = line.trim();
        line.len() >= 3
            && ["-", "*", "=", "_"]
                .iter()
                .any(|sign| line.replace(sign, "").is_empty())
    };
    let mut parts = vec![String::new()];
    for line in text.lines() {
        if is_rule(line) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

fn by_rules(text: &str, today: Timestamp) -> Option<Vec<PastPost>> {
    if text
        .lines()
        .any(|line| line.starts_with('#') && line.trim_start_matches('#').starts_with(' '))
    {
        return None;
    }
    let parts = parts_by_rules(text);
    let parts: Vec<&str> = parts.iter().map(|part| part.trim()).collect();
    let short = parts
        .iter()
        .all(|part| part.chars().count() <= MAX_POST_CHARS / 2);
    let posts: Vec<PastPost> = parts.iter().filter_map(|part| dated(part, today)).collect();
    // Dashes also stand between the chapters of a document: dates and hashtags do not.
    let signs = posts
        .iter()
        .filter(|post| {
            post.date.is_some() || post.text.contains('#') || post.text.chars().any(is_emoji)
        })
        .count();
    (parts.len() >= MIN_PARTS && short && signs * 3 >= parts.len()).then_some(posts)
}

fn of_dates(text: &str, today: Timestamp) -> Option<Vec<PastPost>> {
    let (posts, preamble) = by_dates(text, today);
    let fits = posts.len() >= MIN_PARTS
        && preamble * 4 <= text.len()
        && posts
            .iter()
            .all(|post| !post.text.is_empty() && post.text.chars().count() <= MAX_POST_CHARS);
    fits.then_some(posts)
}

/// The posts under lines with a date, some perhaps without a text, and how many bytes stand before the
/// first.
fn by_dates(text: &str, today: Timestamp) -> (Vec<PastPost>, usize) {
    let date_line = |line: &str| {
        let bare = line
            .trim()
            .trim_start_matches('#')
            .trim()
            .trim_matches(['*', ':', '_'])
            .trim();
        let short = bare.len() <= 32
            && bare.contains(|c: char| c.is_ascii_digit())
            && bare.parse::<i64>().is_err();
        let rest_is_network = || {
            let entities = entities::find(bare, &[]);
            let date = entities
                .iter()
                .find(|entity| entity.kind == EntityKind::Date)?;
            let rest = bare.replace(&date.text, "");
            let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
            (rest.is_empty() || network_of(rest).is_some())
                .then(|| (day(bare, today), network_of(rest)))
        };
        short
            .then(rest_is_network)
            .flatten()
            .filter(|(day, _)| day.is_some())
    };
    let mut posts: Vec<PastPost> = Vec::new();
    let mut preamble = 0;
    for line in text.lines() {
        if let Some((date, network)) = date_line(line) {
            posts.push(PastPost {
                id: unset(),
                date,
                network,
                text: String::new(),
                metrics: Vec::new(),
            });
        } else if let Some(post) = posts.last_mut() {
            post.text.push_str(line);
            post.text.push('\n');
        } else {
            preamble += line.len();
        }
    }
    for post in &mut posts {
        let trimmed = post
            .text
            .trim()
            .trim_matches(['-', '*', '='])
            .trim()
            .to_owned();
        post.text = trimmed;
    }
    (posts, preamble)
}

/// A part whose first line may be its date.
fn dated(part: &str, today: Timestamp) -> Option<PastPost> {
    let (first, rest) = part.split_once('\n').unwrap_or((part, ""));
    let date = (first.len() <= 32).then(|| day(first, today)).flatten();
    let text = if date.is_some() && !rest.trim().is_empty() {
        rest.trim()
    } else {
        part
    };
    (!text.is_empty()).then(|| PastPost {
        id: unset(),
        date,
        network: None,
        text: text.to_owned(),
        metrics: Vec::new(),
    })
}

fn network_of(written: &str) -> Option<NetworkId> {
    let folded = fold(written);
    match folded
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
    {
        "linkedin" | "li" => Some(NetworkId::LinkedIn),
        "x" | "twitter" => Some(NetworkId::X),
        "facebook" | "fb" => Some(NetworkId::Facebook),
        "instagram" | "ig" | "insta" => Some(NetworkId::Instagram),
        _ => None,
    }
}

/// Whether more than half of a column's filled cells are numbers.
fn is_numeric(table: &Delimited, column: usize) -> bool {
    let cells = || {
        table
            .records
            .iter()
            .filter_map(|record| record.cells.get(column))
    };
    let filled = cells().filter(|cell| !cell.text.is_empty()).count();
    let numbers = cells().filter(|cell| number(&cell.text).is_some()).count();
    numbers > 0 && numbers * 2 > filled
}

/// A count or a rate: "1,250", "4.5%".
fn number(written: &str) -> Option<f64> {
    let bare = written.trim().trim_end_matches('%').trim();
    let group = |part: &str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let plain = match bare.split_once(',') {
        Some((_, rest))
            if rest
                .split(',')
                .all(|part| group(part.split('.').next().unwrap_or(part))) =>
        {
            bare.replace(',', "")
        }
        _ => bare.replace(',', "."),
    };
    plain.parse::<f64>().ok().filter(|value| value.is_finite())
}

fn head(written: &str) -> String {
    fold(written.trim()).replace(['_', '-'], " ")
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}')
}

/// Ids are given by the caller, who has the port for them.
fn unset() -> PastPostId {
    PastPostId(uuid::Uuid::nil())
}

#[cfg(test)]
mod tests {
    use super::*;
    use galley_domain::knowledge::delimited;

    fn today() -> Timestamp {
        "2026-05-20T12:00:00Z".parse().expect("an instant")
    }

    #[test]
    fn dates_are_read_as_people_and_exports_write_them() {
        let check = |written: &str, expect: Option<&str>| {
            assert_eq!(day(written, today()).as_deref(), expect, "{written:?}");
        };
        check("2026-05-12", Some("2026-05-12"));
        check("2026-05-12T08:30:00Z", Some("2026-05-12"));
        check("12.05.2026", Some("2026-05-12"));
        check("12/05/2026 08:30", Some("2026-05-12"));
        check("May 12, 2026", Some("2026-05-12"));
        check("-2", Some("2026-05-18"));
        check("in May", None);
        check("2026-99-99", None);
        check("", None);
    }

    #[test]
    fn a_table_with_date_and_text_has_posts_with_metrics() {
        let table = delimited::read("Date,Platform,Post text,Likes,Note\n2026-05-12,Twitter,\"Fresh, today\nand warm\",\"1,250\",good\n,ig,No date,x,\n").expect("a table");
        let posts = of_table(&table, today()).expect("posts");
        assert_eq!(posts.len(), 2);
        assert_eq!(posts[0].date.as_deref(), Some("2026-05-12"));
        assert_eq!(posts[0].network, Some(NetworkId::X));
        assert_eq!(posts[0].text, "Fresh, today\nand warm");
        assert_eq!(
            posts[0].metrics.len(),
            0,
            "one of two likes is a number: not more than half"
        );
        assert_eq!(posts[1].network, Some(NetworkId::Instagram));
        let prices = delimited::read("name,price\nRye,4\n").expect("a table");
        assert_eq!(of_table(&prices, today()), None);
    }

    #[test]
    fn a_text_of_many_short_parts_has_posts_and_a_document_has_none() {
        let posts = "2026-05-01\nFresh rye.\n---\n2026-05-02\nNew oven.\n---\n2026-05-03\nClosed.\n---\n2026-05-04\nOpen.";
        assert_eq!(of_text(posts, today()).map(|posts| posts.len()), Some(4));
        let dated = "12 May 2026\nOne.\n\n13 May 2026 LinkedIn\nTwo.\n\n14 May 2026\nThree.\n\n15 May 2026\nFour.";
        let found = of_text(dated, today()).expect("posts");
        assert_eq!(found[1].network, Some(NetworkId::LinkedIn));
        assert_eq!(found[1].text, "Two.");
        assert_eq!(
            of_text(
                "# Bread\n\nA.\n\n---\n\nB.\n\n---\n\nC.\n\n---\n\nD.",
                today()
            ),
            None
        );
        assert_eq!(
            of_text("One.\n---\nTwo.\n---\nThree.\n---\nFour.", today()),
            None
        );
    }
}
