//! What a file is, by its content.

use crate::decode::{self, Encoding, NotText};
use crate::walk::Found;
use crate::{Limits, notice, pictures, posts};
use galley_app::ports::{Media, ReadPicture, SkillFile};
use galley_domain::brand::{BrandProfile, PastPost};
use galley_domain::drafting::Notice;
use galley_domain::ids::MediaId;
use galley_domain::knowledge::reading::product_columns;
use galley_domain::knowledge::{DocumentKind, delimited};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// What was found in a file.
pub(crate) enum Content {
    Text {
        text: String,
        kind: DocumentKind,
        notes: Vec<Notice>,
    },
    Posts {
        posts: Vec<PastPost>,
        notes: Vec<Notice>,
    },
    Picture(Box<ReadPicture>),
    /// The files of a skill folder, read when they are used.
    Skill(Box<SkillFile>),
    /// What pictures show: file name and description.
    AltTexts(Vec<(String, String)>),
    Profile(Box<BrandProfile>),
    Unusable(Box<Notice>),
}

/// Makes the refusal of a file from a code and its values.
type Refuse<'a> = dyn Fn(&str, &[(&str, &str)]) -> Content + 'a;

/// Bytes at the start of a file that tell a picture from a text.
const HEAD_BYTES: u64 = 4096;

/// Reads a file as what it is. `picture_bytes` are those of the pictures read before.
pub(crate) fn recognize(
    file: &Found,
    limits: &Limits,
    today: Timestamp,
    picture_bytes: u64,
) -> Content {
    if file.is_skill {
        return Content::Skill(Box::new(skill(file)));
    }
    let refuse = |code: &str, params: &[(&str, &str)]| {
        let mut note = notice(code, params);
        note.params.insert("file".to_owned(), file.name.clone());
        Content::Unusable(Box::new(note))
    };
    let unreadable =
        |error: &std::io::Error| refuse("file.unreadable", &[("detail", &error.to_string())]);
    if file.bytes == 0 {
        return refuse("file.empty", &[]);
    }
    let head = match read(file, HEAD_BYTES) {
        Ok(head) => head,
        Err(error) => return unreadable(&error),
    };
    let looks_like_picture = is_picture(&head);
    let limit = if looks_like_picture {
        limits.picture_bytes
    } else {
        limits.text_bytes
    };
    let too_large = |limit: u64| {
        let (size, limit) = (file.bytes.to_string(), limit.to_string());
        refuse("file.too-large", &[("bytes", &size), ("limit", &limit)])
    };
    if file.bytes > limit {
        return too_large(limit);
    }
    // A file may grow while it is read: never more than the limit.
    let bytes = match read(file, limit + 1) {
        Ok(bytes) if bytes.len() as u64 > limit => return too_large(limit),
        Ok(bytes) => bytes,
        Err(error) => return unreadable(&error),
    };
    if looks_like_picture {
        if picture_bytes + bytes.len() as u64 > limits.all_pictures_bytes {
            let limit = limits.all_pictures_bytes.to_string();
            return refuse("folder.too-many-pictures", &[("limit", &limit)]);
        }
        return match picture(file, bytes) {
            Some(picture) => Content::Picture(Box::new(picture)),
            None => refuse("picture.damaged", &[]),
        };
    }
    match decode::decode(&bytes) {
        Ok((text, encoding)) => {
            let mut notes = Vec::new();
            if encoding != Encoding::Utf8 {
                notes.push(notice(
                    "file.encoding",
                    &[("file", &file.name), ("encoding", encoding.name())],
                ));
            }
            recognize_text(file, text, notes, today, &refuse)
        }
        Err(NotText::Binary { offset }) => {
            refuse("file.binary", &[("offset", &offset.to_string())])
        }
        Err(NotText::Invalid { offset }) => {
            refuse("file.not-utf8", &[("offset", &offset.to_string())])
        }
    }
}

fn recognize_text(
    file: &Found,
    text: String,
    mut notes: Vec<Notice>,
    today: Timestamp,
    refuse: &Refuse<'_>,
) -> Content {
    let trimmed = text.trim_start();
    if trimmed.is_empty() {
        return refuse("file.empty", &[]);
    }
    if trimmed.starts_with(['{', '['])
        && let Ok(value) = serde_json::from_str::<serde_json::Value>(&text)
    {
        return match serde_json::from_value::<BrandProfile>(value) {
            Ok(profile) => Content::Profile(Box::new(profile)),
            Err(_) => refuse("file.data", &[]),
        };
    }
    let start = trimmed
        .get(..trimmed.len().min(256))
        .unwrap_or(trimmed)
        .to_lowercase();
    if ["<!doctype", "<html", "<?xml"]
        .iter()
        .any(|mark| start.starts_with(mark))
    {
        return refuse("file.markup", &[]);
    }
    if is_license(&text) {
        return refuse("file.license", &[]);
    }
    if let Some(table) = delimited::read(&text).filter(|table| is_table(&text, table)) {
        let head: Vec<&str> = table.head.iter().map(|cell| cell.text.as_str()).collect();
        if let Some(posts) = posts::of_table(&table, today) {
            notes.extend(
                table
                    .broken
                    .iter()
                    .map(|broken| broken_row(&file.name, broken)),
            );
            let notes = crate::few_rows(&file.name, notes);
            return Content::Posts { posts, notes };
        }
        if product_columns(&head).is_some() {
            return Content::Text {
                text,
                kind: DocumentKind::Products,
                notes,
            };
        }
        if let Some(found) = alt_texts(&table, &head) {
            return Content::AltTexts(found);
        }
        // A page whose title has a comma is no table that nobody knows; a table is one in most of its rows.
        if !is_markdown(&text) && table.broken.len() * 2 <= table.records.len() {
            let columns = head.join(", ");
            return refuse("table.unknown", &[("columns", &columns)]);
        }
    }
    if let Some(posts) = posts::of_text(&text, today) {
        return Content::Posts { posts, notes };
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let signs = text.chars().filter(|c| !c.is_whitespace()).count();
    if letters * 2 < signs {
        return refuse("file.not-prose", &[]);
    }
    let kind = if is_markdown(&text) {
        DocumentKind::Markdown
    } else {
        DocumentKind::Text
    };
    Content::Text { text, kind, notes }
}

/// A table with a column of file names and one of descriptions.
fn alt_texts(table: &delimited::Delimited, head: &[&str]) -> Option<Vec<(String, String)>> {
    let find = |names: &[&str]| {
        head.iter()
            .position(|head| names.contains(&head.to_lowercase().as_str()))
    };
    let alt = find(&[
        "alt",
        "alt text",
        "alt_text",
        "alternativtext",
        "bildbeschreibung",
    ])?;
    let file = find(&[
        "file", "picture", "image", "datei", "bild", "filename", "name",
    ])?;
    let rows = table.records.iter().filter_map(|record| {
        let text = |at: usize| record.cells.get(at).map(|cell| cell.text.clone());
        Some((text(file)?, text(alt)?))
    });
    Some(rows.collect())
}

/// A delimited text is a table if its head is short and has a name for each column; prose with a comma
/// in each line is not.
fn is_table(text: &str, table: &delimited::Delimited) -> bool {
    let first = text
        .trim_start_matches('\u{feff}')
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let named = table.head.iter().all(|cell| {
        !cell.text.is_empty()
            && cell.text.split_whitespace().count() <= 5
            && cell.text.chars().count() <= 40
    });
    let bars = table.delimiter == '|' && first.trim_start().starts_with('|');
    let heading = first.starts_with("# ");
    named
        && !bars
        && !heading
        && !first.trim_end().ends_with(['.', '!', '?'])
        && !table.records.is_empty()
}

fn is_markdown(text: &str) -> bool {
    let mut signs = 0;
    for line in text.lines() {
        let line = line.trim_start();
        let heading = line.starts_with('#') && line.trim_start_matches('#').starts_with(' ');
        if heading {
            return true;
        }
        signs += usize::from(
            line.starts_with("- ")
                || line.starts_with("* ")
                || line.starts_with("> ")
                || line.starts_with("|"),
        );
        signs += usize::from(line.contains("](") || line.contains("**"));
    }
    signs >= 2
}

/// Texts that thousands of folders share and that say nothing about a brand.
fn is_license(text: &str) -> bool {
    let start = text
        .get(..text.len().min(1500))
        .unwrap_or(text)
        .to_lowercase();
    [
        "permission is hereby granted, free of charge",
        "gnu general public license",
        "gnu lesser general public",
        "apache license\n",
        "redistribution and use in source and binary",
        "sil open font license",
        "mozilla public license",
    ]
    .iter()
    .any(|mark| start.contains(mark))
}

fn is_picture(head: &[u8]) -> bool {
    let magic: [&[u8]; 5] = [
        b"\x89PNG",
        &[0xff, 0xd8, 0xff],
        b"GIF87a",
        b"GIF89a",
        b"RIFF",
    ];
    if magic.iter().any(|magic| head.starts_with(magic)) {
        return !head.starts_with(b"RIFF") || head.get(8..12) == Some(b"WEBP");
    }
    pictures::probe(head).is_some()
}

fn picture(file: &Found, bytes: Vec<u8>) -> Option<ReadPicture> {
    let (kind, width, height) = pictures::probe(&bytes)?;
    if width == 0 || height == 0 {
        return None;
    }
    let sha256 = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let media = Media {
        id: MediaId(uuid::Uuid::nil()),
        name: file.name.clone(),
        sha256,
        kind: kind.to_owned(),
        width,
        height,
        alt: String::new(),
    };
    Some(ReadPicture { media, bytes })
}

fn broken_row(file: &str, broken: &delimited::BrokenRow) -> Notice {
    let code = if broken.unclosed {
        "csv.row-unclosed"
    } else {
        "csv.row-broken"
    };
    let (row, cells) = (broken.row.to_string(), broken.cells.to_string());
    notice(code, &[("file", file), ("row", &row), ("cells", &cells)])
}

fn read(file: &Found, limit: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(&file.path)?
        .take(limit)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A skill folder's two files as they are. Whether they make a skill is said where skills are listed.
fn skill(file: &Found) -> SkillFile {
    let folder = file
        .path
        .parent()
        .map(Path::to_path_buf)
        .unwrap_or_default();
    let name = folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    SkillFile {
        path: format!("skills/{}", name.unwrap_or_default()),
        skill_md: std::fs::read_to_string(&file.path).map_err(|error| error.to_string()),
        galley_yaml: std::fs::read_to_string(folder.join("galley.yaml")).ok(),
    }
}
