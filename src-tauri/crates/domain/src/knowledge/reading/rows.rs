//! A product file: one entry a row, and the sentences that its description cells have.

use super::blocks::{Blocks, Section};
use super::emit::{Proposal, Reader, Source};
use super::plain::Plain;
use super::sections::Purpose;
use super::{Reading, notice, products};
use crate::drafting::Notice;
use crate::knowledge::{Document, DocumentRole, EntryKind, chunking, delimited};
use crate::language::{self, Language};
use uuid::Uuid;

pub(super) fn read(
    document: &Document,
    known_products: &[&str],
    ids: &mut dyn FnMut() -> Uuid,
) -> Reading {
    let mut notes = Vec::new();
    let mut entries = Vec::new();
    if let Some(table) = delimited::read(&document.text) {
        for broken in &table.broken {
            notes.push(broken_row(document, broken));
        }
        let head: Vec<&str> = table.head.iter().map(|cell| cell.text.as_str()).collect();
        if let Some(columns) = products::product_columns(&head) {
            let blocks = Blocks {
                sections: vec![Section {
                    headings: vec![document.title.clone()],
                    ..Section::default()
                }],
                ..Blocks::default()
            };
            let purposes = [Purpose::Facts];
            let language = language_of(&table, &columns, document.language);
            let mut reader = Reader::new(document, known_products, &blocks, &purposes, ids);
            for record in &table.records {
                read_row(&mut reader, record, &head, &columns, language);
            }
            let (found, skipped) = reader.run();
            entries = found;
            notes.extend(
                skipped
                    .into_iter()
                    .map(|(code, count)| notice(&format!("skipped.{code}"), document, count)),
            );
        }
    }
    if entries.is_empty() {
        notes.push(notice("document.no-entries", document, 1));
    }
    Reading {
        role: DocumentRole::Facts,
        entries,
        chunks: chunking::chunks(document, &[], &[], ids),
        notes,
    }
}

fn read_row(
    reader: &mut Reader<'_>,
    record: &delimited::Record,
    head: &[&str],
    columns: &products::ProductColumns,
    language: Language,
) {
    let cells = products::texts(record);
    let Some(product) = products::facts(&cells, head, columns) else {
        return reader.skip("unfinished");
    };
    let name = product.name.clone();
    let source = Source {
        section: 0,
        kind: EntryKind::Product,
        subject: Some(name),
        lead: None,
        question: None,
        question_span: None,
        quoted: false,
        order: None,
        language,
        opens_section: false,
        product: Some(product.clone()),
    };
    if let Some((statement, form)) = products::statement(&product, language) {
        let proposal = Proposal {
            statement,
            span: record.span,
            form,
            quoted: false,
            confidence: 0.9,
        };
        // Between two commas without spaces, "100,40 mm" would be one number: the cells are held
        // apart for the check. The head may name the currency.
        let apart = format!(
            "{}\n{}",
            cells.join("\n"),
            columns.currency.unwrap_or_default()
        );
        reader.push_with(proposal, &source, &apart);
    }
    let Some(cell) = columns.description.and_then(|at| record.cells.get(at)) else {
        return;
    };
    let mut plain = Plain::default();
    let document: &Document = reader.document;
    plain.push(&cell.text, cell.span.range(), &document.text);
    let source = Source {
        kind: EntryKind::Statement,
        ..source
    };
    let judged = reader.judged(&plain, 0..plain.text.len(), &source, false);
    reader.propose_all(&judged, &source);
}

fn language_of(
    table: &delimited::Delimited,
    columns: &products::ProductColumns,
    otherwise: Language,
) -> Language {
    let said: Vec<&str> = table
        .records
        .iter()
        .take(50)
        .flat_map(|record| {
            let name = record.cells.get(columns.name);
            let description = columns.description.and_then(|at| record.cells.get(at));
            name.into_iter()
                .chain(description)
                .map(|cell| cell.text.as_str())
        })
        .collect();
    if said.is_empty() {
        return otherwise;
    }
    let head: Vec<&str> = table.head.iter().map(|cell| cell.text.as_str()).collect();
    language::detect(&format!("{} {}", head.join(" "), said.join(" ")))
}

fn broken_row(document: &Document, broken: &delimited::BrokenRow) -> Notice {
    let code = if broken.unclosed {
        "csv.row-unclosed"
    } else {
        "csv.row-broken"
    };
    let mut notice = notice(code, document, 1);
    notice
        .params
        .insert("row".to_owned(), broken.row.to_string());
    notice
        .params
        .insert("cells".to_owned(), broken.cells.to_string());
    notice
}
