//! Reads a folder of a brand's material.
//!
//! Files are recognized by what is in them, not by their names, and each is reported as what it was
//! read. One bad file never keeps the others from being read: it is named, with the reason.

use galley_app::ports::{
    FileOutcome, FolderError, FolderReading, Folders, Ids, ReadDocument, ReadPosts, Split,
};
use galley_domain::brand::PastPost;
use galley_domain::brand::rules::{self, is_style_guide};
use galley_domain::drafting::Notice;
use galley_domain::ids::DocumentId;
use galley_domain::knowledge::reading::{product_columns, read};
use galley_domain::knowledge::{Document, DocumentKind, DocumentRole, delimited};
use galley_domain::language;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::path::Path;

mod decode;
mod pictures;
mod posts;
mod profile;
mod recognize;
mod walk;

use recognize::Content;

/// What is read at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a text file. Larger ones are named and not opened.
    pub text_bytes: u64,
    /// Bytes of a picture.
    pub picture_bytes: u64,
    /// Bytes of all pictures together: they are held in memory until they are stored.
    pub all_pictures_bytes: u64,
    /// Files below the folder.
    pub files: usize,
    /// Folders inside each other.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            text_bytes: 10 * 1024 * 1024,
            picture_bytes: 20 * 1024 * 1024,
            all_pictures_bytes: 256 * 1024 * 1024,
            files: 10_000,
            depth: 16,
        }
    }
}

/// Reads folders within limits.
#[derive(Debug, Clone, Copy, Default)]
pub struct FolderReader {
    pub limits: Limits,
}

/// Broken rows that are named one by one; of more, only the number is given.
const NAMED_ROWS: usize = 20;

impl Folders for FolderReader {
    fn posts(&self, text: &str, split: Split, today: Timestamp) -> ReadPosts {
        posts::of_paste(text, split, today)
    }

    fn read(
        &self,
        path: &Path,
        ids: &dyn Ids,
        today: Timestamp,
    ) -> Result<FolderReading, FolderError> {
        let (found, mut outcomes) = walk::files(path, &self.limits)?;
        let mut reading = FolderReading::default();
        let mut documents = Vec::new();
        let mut stated = None;
        let mut picture_bytes = 0;
        let mut alt_texts: Vec<(String, String)> = Vec::new();
        for file in found {
            let content = recognize::recognize(&file, &self.limits, today, picture_bytes);
            match content {
                Content::Text { text, kind, notes } => {
                    let document = document(&file.name, text, kind, ids);
                    documents.push((document, notes));
                }
                Content::Posts { posts, notes } => {
                    let made = posts.into_iter().map(|post| PastPost {
                        id: ids.next().into(),
                        ..post
                    });
                    reading.past_posts.extend(made);
                    outcomes.push(outcome(&file.name, "past-posts", notes));
                }
                Content::Picture(mut picture) => {
                    picture.media.id = ids.next().into();
                    picture_bytes += picture.bytes.len() as u64;
                    reading.pictures.push(*picture);
                    outcomes.push(outcome(&file.name, "picture", Vec::new()));
                }
                Content::Skill(skill) => {
                    reading.skills.push(*skill);
                    outcomes.push(outcome(&file.name, "skill", Vec::new()));
                }
                Content::AltTexts(found) => {
                    let folder = file.name.rsplit_once('/').map_or("", |(folder, _)| folder);
                    alt_texts.extend(
                        found
                            .into_iter()
                            .map(|(name, alt)| (walk::join(folder, &name), alt)),
                    );
                    outcomes.push(outcome(&file.name, "alt-texts", Vec::new()));
                }
                Content::Profile(profile) => {
                    outcomes.push(outcome(&file.name, "profile", Vec::new()));
                    stated = stated.or(Some(*profile));
                }
                Content::Unusable(notice) => {
                    outcomes.push(outcome(&file.name, "skipped", vec![*notice]));
                }
            }
        }
        for picture in &mut reading.pictures {
            if let Some((_, alt)) = alt_texts
                .iter()
                .find(|(name, _)| *name == picture.media.name)
            {
                picture.media.alt.clone_from(alt);
            }
        }
        let products = product_names(&documents);
        let known: Vec<&str> = products.iter().map(String::as_str).collect();
        for (document, notes) in documents {
            let (document, outcome) = read_document(document, notes, &known, ids);
            outcomes.push(outcome);
            reading.documents.push(document);
        }
        reading.profile = profile::propose(stated, &reading, path);
        outcomes.sort_by(|a, b| a.file.cmp(&b.file));
        reading.outcomes = outcomes;
        Ok(reading)
    }
}

fn document(file: &str, text: String, kind: DocumentKind, ids: &dyn Ids) -> Document {
    let sha256 = Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Document {
        id: DocumentId(ids.next()),
        file: file.to_owned(),
        kind,
        title: profile::title(&text, kind, file),
        language: language::detect(&text),
        text,
        sha256,
    }
}

fn read_document(
    document: Document,
    mut notes: Vec<Notice>,
    products: &[&str],
    ids: &dyn Ids,
) -> (ReadDocument, FileOutcome) {
    let found = read(&document, products, &mut || ids.next());
    let read_as = match (found.role, document.kind) {
        (DocumentRole::StyleGuide, _) => "style-guide",
        (DocumentRole::Internal, _) => "internal",
        (DocumentRole::Facts, DocumentKind::Products) => "products",
        (DocumentRole::Facts, _) => "document",
    };
    notes.extend(found.notes);
    let outcome = outcome(&document.file, read_as, few_rows(&document.file, notes));
    let read = ReadDocument {
        document,
        no_facts: found.role != DocumentRole::Facts,
        entries: found.entries,
        chunks: found.chunks,
    };
    (read, outcome)
}

/// Names of all products in product files: they count as names in every other document.
fn product_names(documents: &[(Document, Vec<Notice>)]) -> Vec<String> {
    let mut names = Vec::new();
    for (document, _) in documents {
        if document.kind != DocumentKind::Products {
            continue;
        }
        let Some(table) = delimited::read(&document.text) else {
            continue;
        };
        let head: Vec<&str> = table.head.iter().map(|cell| cell.text.as_str()).collect();
        let Some(columns) = product_columns(&head) else {
            continue;
        };
        let cells = table
            .records
            .iter()
            .filter_map(|record| record.cells.get(columns.name));
        names.extend(
            cells
                .map(|cell| cell.text.clone())
                .filter(|name| !name.is_empty()),
        );
    }
    names.sort_unstable();
    names.dedup();
    names
}

/// The style rules of all guides among the documents, merged in the order of their files.
fn style_rules(reading: &FolderReading) -> galley_domain::brand::BrandRules {
    reading
        .documents
        .iter()
        .filter(|read| is_style_guide(&read.document.text))
        .map(|read| rules::read(&read.document.file, &read.document.text))
        .reduce(galley_domain::brand::BrandRules::merge)
        .unwrap_or_default()
}

fn outcome(file: &str, read_as: &str, notes: Vec<Notice>) -> FileOutcome {
    FileOutcome {
        file: file.to_owned(),
        read_as: read_as.to_owned(),
        notes,
    }
}

fn notice(code: &str, params: &[(&str, &str)]) -> Notice {
    Notice {
        code: code.to_owned(),
        params: params
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    }
}

/// Names the first broken rows and counts the others.
fn few_rows(file: &str, notes: Vec<Notice>) -> Vec<Notice> {
    let is_row = |note: &Notice| note.code.starts_with("csv.row-");
    let rows = notes.iter().filter(|note| is_row(note)).count();
    let mut named = 0;
    let mut kept: Vec<Notice> = notes
        .into_iter()
        .filter(|note| {
            named += usize::from(is_row(note));
            !is_row(note) || named <= NAMED_ROWS
        })
        .collect();
    if rows > NAMED_ROWS {
        let more = (rows - NAMED_ROWS).to_string();
        kept.push(notice(
            "csv.more-rows-broken",
            &[("file", file), ("count", &more)],
        ));
    }
    kept
}

#[cfg(test)]
mod tests;
