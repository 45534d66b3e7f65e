//! Invented pages of four brands, and pieces for arbitrary ones. The sentences that the pages give were
//! read by a person: each could be published as it stands.

use super::read_text;
use crate::knowledge::{DocumentKind, StatementForm};

/// Name and text of each page.
pub(super) const ALL: &[(&str, &str)] = &[
    ("bakery", include_str!("bakery.md")),
    ("changelog", include_str!("changelog.md")),
    ("plumber", include_str!("plumber.md")),
    ("museum", include_str!("museum.md")),
];

/// What the pages give: all sentences that may be stated as the brand's own.
const SENTENCES: &[&str] = &[
    include_str!("bakery.txt"),
    include_str!("changelog.txt"),
    include_str!("plumber.txt"),
    include_str!("museum.txt"),
];

/// Pieces of Markdown that meet in ways nobody writes.
pub(super) const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "# Seeded rolls\n",
    "## If it rains\n",
    "### Do you deliver?\n",
    "- ",
    "1. ",
    "> ",
    "**",
    "*",
    "`",
    "```\n",
    "| a | b |\n|---|---|\n",
    "| £4 | 12 May |\n",
    "It costs £4.60. ",
    "They come in bags of six. ",
    "We bake 400 loaves. ",
    "Yes, we do. ",
    "Q: Why?\n",
    "A: Because.\n",
    "Internal: margin\n",
    "<!-- x",
    "-->",
    "[link](/a",
    "](b)",
    "![",
    "---\n",
    "\u{200f}مرحبا ",
    "日本語。",
    "é\u{301}",
    "🎉",
    "\\",
    "&amp;",
    "&#38;",
    "\r\n",
    "\t",
    "    ",
    "~~",
    "[^1]",
    "[^1]: Note.\n",
    "“We loved it”",
    "\"",
    "z. B. am 3. Mai ",
    "Delivery: free\n",
    "**Price:** £65\n",
    "<br>",
    "draft: true\n",
    "Die Anfahrt kostet 39 €. ",
];

/// Cells and separators.
pub(super) const CELLS: &[&str] = &[
    ",",
    "\n",
    "\"",
    "\"\"",
    "Rye loaf",
    "£4.60",
    "4,60",
    "kg",
    "It keeps for five days.",
    "é",
    ";",
    "\r\n",
    "  ",
    "日本",
    "A142 mesh sheet",
    "from £5",
    "-",
];

#[test]
fn the_pages_give_sentences_that_can_be_published() {
    for ((name, text), expect) in ALL.iter().zip(SENTENCES) {
        let (_, reading) = read_text(text, DocumentKind::Markdown);
        let said: Vec<&str> = reading
            .entries
            .iter()
            .filter(|entry| entry.form == StatementForm::Sentence && !entry.quoted)
            .map(|entry| entry.statement.as_str())
            .collect();
        let expect: Vec<&str> = expect.lines().collect();
        assert_eq!(said, expect, "sentences of the {name}");
    }
}
