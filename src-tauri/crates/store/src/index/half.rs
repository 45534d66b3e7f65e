//! One of the two indexes on disk: of entries, or of chunks. They are apart because BM25 weighs a text
//! against the length of the others, and an entry is a sentence where a chunk is a page.

use super::terms::Analyzers;
use crate::error::Inner;
use galley_domain::language::Language;
use std::path::Path;
use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

/// Memory of a writer before it writes a segment. Bytes.
const BUDGET: usize = 32_000_000;

/// The fields, in the order in which they are made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    pub(super) id: Field,
    pub(super) document: Field,
    pub(super) category: Field,
    pub(super) language: Field,
    pub(super) title: Field,
    pub(super) headings: Field,
    pub(super) body: Field,
}

/// An open index. Clones are the same one.
#[derive(Clone)]
pub(super) struct Half {
    pub(super) index: Index,
    pub(super) reader: IndexReader,
    pub(super) fields: Fields,
}

/// What is put into an index.
pub(super) struct Item<'a> {
    pub(super) id: String,
    pub(super) document: &'a str,
    /// Chunks have none.
    pub(super) category: Option<String>,
    pub(super) language: Language,
    pub(super) title: &'a str,
    pub(super) headings: &'a str,
    pub(super) body: &'a str,
}

impl Half {
    /// Opens an index that is whole and ours; `None`: it has to be made anew.
    pub(super) fn open(folder: &Path) -> Option<Self> {
        let (schema, fields) = schema();
        let index = Index::open_in_dir(folder).ok()?;
        if index.schema() != schema || !index.validate_checksum().ok()?.is_empty() {
            return None;
        }
        Self::with(index, fields).ok()
    }

    pub(super) fn create(folder: &Path) -> Inner<Self> {
        std::fs::create_dir_all(folder)?;
        let (schema, fields) = schema();
        Self::with(Index::create_in_dir(folder, schema)?, fields)
    }

    fn with(index: Index, fields: Fields) -> Inner<Self> {
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        Ok(Self {
            index,
            reader,
            fields,
        })
    }

    /// The last row of the queue that is in it; `None`: nothing was ever committed.
    pub(super) fn committed(&self) -> Inner<Option<i64>> {
        let payload = self.index.load_metas()?.payload;
        Ok(payload.and_then(|number| number.parse().ok()))
    }

    /// One thread: what is read in the same order gives the same index. Files that a killed process wrote
    /// and did not commit go first: the names that they have are used again.
    pub(super) fn writer(&self) -> Inner<IndexWriter> {
        let writer = self.index.writer_with_num_threads(1, BUDGET)?;
        writer.garbage_collect_files().wait()?;
        Ok(writer)
    }

    /// Takes out all that came from a document.
    pub(super) fn drop_document(&self, writer: &IndexWriter, document: &str) {
        writer.delete_term(Term::from_field_text(self.fields.document, document));
    }

    pub(super) fn add(
        &self,
        writer: &IndexWriter,
        analyzers: &mut Analyzers,
        item: &Item<'_>,
    ) -> Inner<()> {
        let fields = self.fields;
        let mut row = TantivyDocument::default();
        row.add_text(fields.id, &item.id);
        row.add_text(fields.document, item.document);
        if let Some(category) = &item.category {
            row.add_text(fields.category, category);
        }
        row.add_text(fields.language, crate::values::word(&item.language)?);
        for (field, text) in [
            (fields.title, item.title),
            (fields.headings, item.headings),
            (fields.body, item.body),
        ] {
            row.add_pre_tokenized_text(field, analyzers.tokens(text, item.language));
        }
        writer.add_document(row)?;
        Ok(())
    }
}

/// Makes what was added searchable. `number` is the last row of the queue that is in it.
pub(super) fn commit(writer: &mut IndexWriter, number: i64) -> Inner<()> {
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&number.to_string());
    prepared.commit()?;
    Ok(())
}

fn schema() -> (Schema, Fields) {
    let text = TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_fieldnorms(true)
            .set_index_option(IndexRecordOption::WithFreqs),
    );
    let mut builder = Schema::builder();
    let fields = Fields {
        id: builder.add_text_field("id", STRING | STORED),
        document: builder.add_text_field("document", STRING),
        category: builder.add_text_field("category", STRING),
        language: builder.add_text_field("language", STRING),
        title: builder.add_text_field("title", text.clone()),
        headings: builder.add_text_field("headings", text.clone()),
        body: builder.add_text_field("body", text),
    };
    (builder.build(), fields)
}
