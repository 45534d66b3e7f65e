//! Reading: a document becomes chunks for search and entries that state facts.
//!
//! An entry's statement is what the composer writes posts from, so the rule is to give too few: a
//! sentence that leans on its neighbors is repaired, kept behind its neighbor, or left out and counted,
//! and a statement whose numbers, names and dates do not stand under its span is dropped.

use crate::drafting::Notice;
use crate::knowledge::chunking::{self, Heading};
use crate::knowledge::{Chunk, Document, DocumentKind, DocumentRole, Entry};
use crate::language::Language;
use crate::text::Span;
use sections::Purpose;
use std::collections::BTreeMap;
use uuid::Uuid;

mod blocks;
mod emit;
mod grammar;
mod items;
mod judge;
mod paragraphs;
mod plain;
mod products;
mod proposals;
mod rows;
mod sections;
mod tables;
mod titles;

pub use products::{ProductColumns, product_columns};

/// Whether a heading is put as a sentence: "The old launch will not be scrapped", and not "Gift vouchers".
pub fn is_sentence(heading: &str, language: Language) -> bool {
    grammar::has_finite_verb(heading, language, true)
}

/// Whether a German sentence needs the one before it.
pub fn leans_in_german(sentence: &str) -> bool {
    judge::leans_in_german(sentence)
}

/// What a document gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub role: DocumentRole,
    /// In the order of the document. Spans of two entries may overlap: a sentence stands on its own in
    /// one and behind its neighbor in the other. A post states only one of them.
    pub entries: Vec<Entry>,
    pub chunks: Vec<Chunk>,
    /// What was left out and why: code, `count`, and values of the code's sentence.
    pub notes: Vec<Notice>,
}

/// Reads a document. `known_products` are the names that count as products wherever they stand; `ids`
/// makes a fresh id each time. Never fails: what cannot be read is noted.
///
/// Entries come only from documents that state facts: a guide on how the brand writes is searched but
/// not quoted, and an internal document is neither.
pub fn read(
    document: &Document,
    known_products: &[&str],
    ids: &mut dyn FnMut() -> Uuid,
) -> Reading {
    if document.kind == DocumentKind::Products {
        return rows::read(document, known_products, ids);
    }
    let blocks = blocks::blocks(&document.text, document.kind);
    let role = sections::role(document, &blocks);
    let purposes = sections::purposes(&blocks);
    let mut entries = Vec::new();
    let mut skipped = BTreeMap::new();
    if role == DocumentRole::Facts {
        let reader = emit::Reader::new(document, known_products, &blocks, &purposes, ids);
        (entries, skipped) = reader.run();
    }
    let mut notes: Vec<Notice> = skipped
        .into_iter()
        .map(|(code, count)| notice(&format!("skipped.{code}"), document, count))
        .collect();
    let chunks = match role {
        DocumentRole::Internal => {
            notes.push(notice("document.internal", document, 1));
            Vec::new()
        }
        DocumentRole::Facts | DocumentRole::StyleGuide => {
            let headings = headings(&blocks);
            let left_out = internal_spans(document, &blocks, &purposes);
            let counted = notes.iter().any(|note| note.code == "skipped.internal");
            if !left_out.is_empty() && !counted {
                let count = u32::try_from(left_out.len()).unwrap_or(u32::MAX);
                notes.push(notice("skipped.internal", document, count));
            }
            chunking::chunks(document, &headings, &left_out, ids)
        }
    };
    if role == DocumentRole::StyleGuide {
        notes.push(notice("document.style-guide", document, 1));
    } else if role == DocumentRole::Facts && entries.is_empty() {
        notes.push(notice("document.no-entries", document, 1));
    }
    Reading {
        role,
        entries,
        chunks,
        notes,
    }
}

fn notice(code: &str, document: &Document, count: u32) -> Notice {
    Notice {
        code: code.to_owned(),
        params: BTreeMap::from([
            ("file".to_owned(), document.file.clone()),
            ("count".to_owned(), count.to_string()),
        ]),
    }
}

fn headings(blocks: &blocks::Blocks) -> Vec<Heading> {
    let mut headings: Vec<Heading> = blocks
        .sections
        .iter()
        .filter_map(|section| {
            Some(Heading {
                start: section.span?.start,
                path: section.headings.clone(),
            })
        })
        .collect();
    headings.sort_by_key(|heading| heading.start);
    headings.dedup_by_key(|heading| heading.start);
    headings
}

/// What nobody may find: sections and paragraphs that are marked as internal.
fn internal_spans(document: &Document, blocks: &blocks::Blocks, purposes: &[Purpose]) -> Vec<Span> {
    let end = Span::of(0..document.text.len()).end;
    let mut spans: Vec<Span> = Vec::new();
    for (at, section) in blocks.sections.iter().enumerate() {
        if purposes.get(at) != Some(&Purpose::Internal) {
            continue;
        }
        let start = section.span.map_or(0, |span| span.start);
        let next = blocks.sections[at + 1..]
            .iter()
            .find_map(|section| section.span);
        spans.push(Span {
            start,
            end: next.map_or(end, |span| span.start),
        });
    }
    let paragraphs = blocks
        .blocks
        .iter()
        .filter(|block| sections::is_internal_block(block));
    spans.extend(paragraphs.map(|block| block.plain.raw_all()));
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::new();
    for span in spans.into_iter().filter(|span| span.start < span.end) {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => *last = last.join(span),
            _ => merged.push(span),
        }
    }
    merged
}

#[cfg(test)]
mod tests;
