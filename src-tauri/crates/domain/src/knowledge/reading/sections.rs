//! What a section or a whole document is there for.

use super::blocks::{Block, BlockKind, Blocks, Section};
use super::judge;
use crate::brand::rules::is_style_guide;
use crate::knowledge::{Document, DocumentRole};
use crate::text::phrases::Phrases;
use std::sync::LazyLock;

/// Words that guides on writing have in their headings, and words that they have anywhere.
static STYLE_TITLES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    style_cues(
        "voice*, tone, style*, word, words, wording, write*, writing*, never, avoid*, prefer*, say, do, don, dos, must, rules, language, \
        guide*, schreib*, tonalität, ton, stil, wörter, wortwahl, sprache, stimme, nie, niemals, vermeid*, regeln, marke",
    )
});
static STYLE_CUES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    style_cues(
        "tone of voice, style guide, house style, our voice, brand voice, we write, never say, never use, never write, do not use, avoid words, avoid the, \
        avoid jargon, emoji*, exclamation*, hashtag*, contraction*, spelling, short sentences, sentences short, ausrufezeichen, kurze sätze, wir schreiben, \
        duzen, siezen, anrede, tonalität",
    )
});

fn style_cues(cues: &'static str) -> Phrases<()> {
    Phrases::new(cues.split(',').map(|cue| (cue.trim(), ())))
}

/// What is done with a section's sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Facts,
    /// Customers speak.
    Voices,
    /// Not for the public.
    Internal,
    /// A table of contents, a footer.
    Navigation,
}

/// Words that may follow "internal" where it does not name a thing ("Internal doors").
const INTERNAL_WHAT: &[&str] = &[
    "note",
    "notes",
    "only",
    "use",
    "memo",
    "pricing",
    "prices",
    "margin",
    "margins",
    "document",
    "information",
    "info",
    "guidance",
    "process",
    "processes",
    "faq",
    "policy",
    "reminder",
    "comment",
    "comments",
    "notiz",
    "notizen",
    "hinweis",
    "hinweise",
    "kalkulation",
    "preise",
    "information",
    "informationen",
    "vermerk",
];

/// The role of a document, by its path, its front matter, its title and its first lines.
pub(super) fn role(document: &Document, blocks: &Blocks) -> DocumentRole {
    let in_path = document.file.split(['/', '\\']).any(|part| {
        let name = part.split('.').next().unwrap_or(part).to_lowercase();
        [
            "internal",
            "intern",
            "confidential",
            "vertraulich",
            "private",
            "drafts",
            "entwürfe",
        ]
        .contains(&name.as_str())
            || name.starts_with("internal-")
            || name.ends_with("-internal")
            || name.starts_with("internal_")
    });
    let marked = blocks.front_matter.lines().any(|line| {
        let line = line.to_lowercase();
        let (key, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.trim().trim_matches(['"', '\'']);
        match key.trim() {
            "draft" | "internal" | "confidential" | "private" | "intern" => {
                matches!(value, "true" | "yes")
            }
            "status" | "visibility" | "audience" | "classification" => {
                matches!(
                    value,
                    "draft"
                        | "internal"
                        | "confidential"
                        | "private"
                        | "entwurf"
                        | "intern"
                        | "staff"
                )
            }
            "publish" | "published" | "public" => matches!(value, "false" | "no"),
            _ => false,
        }
    });
    let titled = blocks
        .sections
        .iter()
        .find(|section| section.level > 0)
        .is_some_and(|section| is_internal_title(section.title()));
    // A mark above or right below the title is about the whole document.
    let opening = blocks
        .blocks
        .iter()
        .take(2)
        .filter(|block| block.section <= 1)
        .any(|block| is_internal_block(block) && block.plain.text.len() < 200);
    if in_path || marked || titled || opening {
        return DocumentRole::Internal;
    }
    if may_be_style_guide(&document.text, blocks) && is_style_guide(&document.text) {
        return DocumentRole::StyleGuide;
    }
    DocumentRole::Facts
}

/// Whether a text has any word that guides on writing have. Telling for sure reads the whole text for
/// rules, which most documents need not pay for.
fn may_be_style_guide(text: &str, blocks: &Blocks) -> bool {
    let mut found = false;
    let first_line = text.trim_start().lines().next().unwrap_or_default();
    let titles = blocks.sections.iter().map(Section::title);
    for title in titles.chain([first_line]) {
        STYLE_TITLES.each(&title.to_lowercase(), &mut |()| found = true);
    }
    if !found {
        STYLE_CUES.each(&text.to_lowercase(), &mut |()| found = true);
    }
    found
}

/// The purpose of each section; sections below an internal one are internal.
pub(super) fn purposes(blocks: &Blocks) -> Vec<Purpose> {
    let mut purposes = Vec::with_capacity(blocks.sections.len());
    let mut open: Vec<(u8, Purpose)> = Vec::new();
    for section in &blocks.sections {
        while open
            .last()
            .is_some_and(|(level, _)| *level >= section.level)
        {
            open.pop();
        }
        let own = purpose(section);
        let above = open.last().map_or(Purpose::Facts, |(_, purpose)| *purpose);
        let purpose = if above == Purpose::Internal || own == Purpose::Facts {
            above
        } else {
            own
        };
        open.push((section.level, purpose));
        purposes.push(purpose);
    }
    purposes
}

/// Whether a paragraph or an item is marked as not for the public.
pub(super) fn is_internal_block(block: &Block) -> bool {
    if matches!(block.kind, BlockKind::Table { .. }) {
        return false;
    }
    let text = block
        .plain
        .text
        .trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = text.to_lowercase();
    let marked = [
        "todo",
        "fixme",
        "internal:",
        "intern:",
        "draft:",
        "entwurf:",
        "confidential",
        "vertraulich",
        "note to self",
        "internal note",
        "interner hinweis",
        "for staff",
        "staff:",
        "draft –",
        "draft -",
        "draft,",
    ]
    .iter()
    .any(|mark| lower.starts_with(mark));
    marked
        || matches!(lower.trim(), "draft" | "internal" | "entwurf" | "intern")
        || judge::is_internal(text)
}

fn purpose(section: &Section) -> Purpose {
    let title = section.title();
    if is_internal_title(title) {
        return Purpose::Internal;
    }
    let lower = title.to_lowercase();
    let is = |names: &[&str]| names.contains(&lower.trim_matches(|c: char| !c.is_alphanumeric()));
    if is(&[
        "contents",
        "table of contents",
        "toc",
        "on this page",
        "inhalt",
        "inhaltsverzeichnis",
        "navigation",
        "links",
        "see also",
        "related",
        "related pages",
        "further reading",
        "siehe auch",
        "references",
        "changelog of this page",
        "impressum",
        "imprint",
        "about this demo",
        "about this document",
        "about this page",
    ]) {
        return Purpose::Navigation;
    }
    let voices = [
        "testimonial",
        "reviews",
        "what our customers say",
        "what customers say",
        "what people say",
        "what our clients say",
        "kundenstimmen",
        "bewertungen",
        "das sagen unsere",
        "in their words",
    ];
    if voices.iter().any(|voice| lower.contains(voice)) {
        return Purpose::Voices;
    }
    Purpose::Facts
}

fn is_internal_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let lower = lower.trim();
    let mut words = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let second = words.next();
    let named = matches!(
        first,
        "internal" | "intern" | "interne" | "interner" | "internes"
    ) && second.is_none_or(|word| INTERNAL_WHAT.contains(&word));
    let draft = matches!(first, "draft" | "entwurf")
        && (second.is_none() || lower.starts_with("draft:") || lower.starts_with("entwurf:"));
    let ends = [
        "(internal)",
        "(intern)",
        "– internal",
        "- internal",
        "(draft)",
        "(entwurf)",
        "(confidential)",
        "(vertraulich)",
    ];
    named
        || draft
        || first == "todo"
        || ends.iter().any(|end| lower.ends_with(end))
        || matches!(
            lower,
            "for staff"
                | "staff notes"
                | "notes to self"
                | "notes for staff"
                | "confidential"
                | "vertraulich"
        )
        || judge::is_internal(lower)
}
