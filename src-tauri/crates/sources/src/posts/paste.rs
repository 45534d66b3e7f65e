//! Posts that a person pasted, one after the other.

use super::{MAX_POST_CHARS, by_dates, column_posts, dated, of_table, parts_by_rules};
use galley_app::ports::{ReadPosts, Split};
use galley_domain::brand::PastPost;
use galley_domain::knowledge::delimited;
use jiff::Timestamp;

/// The posts of a pasted text, parted as asked or as the text shows.
pub(crate) fn of_paste(text: &str, split: Split, today: Timestamp) -> ReadPosts {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    if split != Split::Auto {
        return part(&text, split, today);
    }
    let ways = [Split::Table, Split::Dates, Split::Rules, Split::WideGaps];
    let several = |way: &Split| {
        let read = part(&text, *way, today);
        (read.posts.len() >= 2 && fit(&read.posts)).then_some(read)
    };
    if let Some(read) = ways.iter().find_map(several) {
        return read;
    }
    let paragraphs = part(&text, Split::BlankLines, today);
    if paragraphs.posts.len() >= 2 {
        return paragraphs;
    }
    // Lines under each other without a blank one: a list of short posts, or one post.
    let lines = part(&text, Split::Lines, today);
    let whole_lines = lines
        .posts
        .iter()
        .filter(|post| post.text.split_whitespace().count() >= 4)
        .count();
    if lines.posts.len() >= 3 && whole_lines * 10 >= lines.posts.len() * 8 {
        return lines;
    }
    part(&text, Split::Whole, today)
}

fn part(text: &str, split: Split, today: Timestamp) -> ReadPosts {
    let mut broken_rows = Vec::new();
    let blocks = |gap: usize| -> Vec<PastPost> {
        by_gaps(text, gap)
            .iter()
            .filter_map(|block| dated(block, today))
            .collect()
    };
    let mut posts: Vec<PastPost> = match split {
        Split::Auto | Split::Whole => dated(text.trim(), today).into_iter().collect(),
        Split::Table => delimited::read(text).map_or_else(Vec::new, |table| {
            broken_rows = table.broken.iter().map(|row| row.row).collect();
            of_table(&table, today)
                .or_else(|| column_posts(&table))
                .unwrap_or_default()
        }),
        Split::Dates => {
            let (mut posts, _) = by_dates(text, today);
            posts.retain(|post| !post.text.is_empty());
            posts
        }
        Split::Rules => parts_by_rules(text)
            .iter()
            .filter_map(|block| dated(block.trim(), today))
            .collect(),
        Split::BlankLines => blocks(1),
        Split::WideGaps => blocks(2),
        Split::Lines => text
            .lines()
            .map(unlisted)
            .filter(|line| line.chars().any(char::is_alphanumeric))
            .filter_map(|line| dated(line, today))
            .collect(),
    };
    // Signs alone are no post.
    posts.retain(|post| post.text.chars().any(char::is_alphanumeric));
    ReadPosts {
        split: if split == Split::Auto {
            Split::Whole
        } else {
            split
        },
        posts,
        broken_rows,
    }
}

fn fit(posts: &[PastPost]) -> bool {
    posts
        .iter()
        .all(|post| !post.text.is_empty() && post.text.chars().count() <= MAX_POST_CHARS)
}

/// The blocks between `gap` blank lines or more.
fn by_gaps(text: &str, gap: usize) -> Vec<String> {
    let mut blocks = vec![String::new()];
    let mut blank = 0;
    for line in text.lines() {
        if line.trim().is_empty() {
            blank += 1;
            continue;
        }
        if blank >= gap && blocks.last().is_some_and(|block| !block.is_empty()) {
            blocks.push(String::new());
        }
        if let Some(block) = blocks.last_mut() {
            if !block.is_empty() {
                block.push_str(if blank > 0 { "\n\n" } else { "\n" });
            }
            block.push_str(line.trim_end());
        }
        blank = 0;
    }
    blocks.retain(|block| block.chars().any(char::is_alphanumeric));
    blocks
}

/// A line without the bullet or number before it.
fn unlisted(line: &str) -> &str {
    let line = line.trim();
    let bare = line.trim_start_matches(['-', '*', '•', '–']).trim_start();
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &bare[digits..];
    let numbered = (1..=3).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "));
    if numbered {
        rest[2..].trim_start()
    } else {
        bare
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Timestamp {
        "2026-05-20T12:00:00Z".parse().expect("an instant")
    }

    #[test]
    fn a_pasted_text_is_parted_as_it_shows() {
        let check = |text: &str, split: Split, expect: &[&str]| {
            let read = of_paste(text, Split::Auto, today());
            let texts: Vec<&str> = read.posts.iter().map(|post| post.text.as_str()).collect();
            assert_eq!((read.split, texts.as_slice()), (split, expect), "{text:?}");
        };
        check(
            "date,text\n2026-05-01,Rye is back.\n2026-05-02,\"New oven,\nsame jar.\"\n",
            Split::Table,
            &["Rye is back.", "New oven,\nsame jar."],
        );
        check(
            "text;likes\nRye is back.;4\nNew oven.;5\n",
            Split::Table,
            &["Rye is back.", "New oven."],
        );
        check(
            "12 May 2026\nRye is back.\n\nCome early.\n\n13 May 2026 LinkedIn\nNew oven.",
            Split::Dates,
            &["Rye is back.\n\nCome early.", "New oven."],
        );
        check(
            "Rye is back.\n\nCome early.\n---\nNew oven.",
            Split::Rules,
            &["Rye is back.\n\nCome early.", "New oven."],
        );
        check(
            "Rye is back.\n\nCome early.\n\n\nNew oven.\r\n",
            Split::WideGaps,
            &["Rye is back.\n\nCome early.", "New oven."],
        );
        check(
            "Rye is back.\n\nNew oven.",
            Split::BlankLines,
            &["Rye is back.", "New oven."],
        );
        check(
            "1. Rye is back this week.\n2. The new oven is hot.\n3. We are closed on Monday.",
            Split::Lines,
            &[
                "Rye is back this week.",
                "The new oven is hot.",
                "We are closed on Monday.",
            ],
        );
        check("Rye is back.", Split::Whole, &["Rye is back."]);
        check(" \n\n", Split::Whole, &[]);
    }

    #[test]
    fn a_person_can_say_where_posts_end() {
        let text = "Rye is back.\n\nCome early.";
        assert_eq!(of_paste(text, Split::Whole, today()).posts.len(), 1);
        assert_eq!(of_paste(text, Split::BlankLines, today()).posts.len(), 2);
        assert_eq!(of_paste(text, Split::Table, today()).posts.len(), 0);
    }

    #[test]
    fn hostile_pastes_are_read_without_a_panic() {
        for text in [
            "---\n---\n",
            "\u{feff}",
            "🙂\n\n🙂",
            "1.\n2.\n3.",
            ",,,\n,,,\n",
            "\0\n\n\0",
        ] {
            for split in [Split::Auto, Split::Lines, Split::Dates, Split::Rules] {
                of_paste(text, split, today());
            }
        }
    }
}
