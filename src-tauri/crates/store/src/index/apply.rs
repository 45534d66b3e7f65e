//! Bringing the indexes up to what is stored.

use super::half::{Half, Item, commit};
use super::terms::Analyzers;
use super::{Halves, SearchIndex, queue};
use crate::error::{Fault, Inner};
use crate::knowledge::{Indexed, indexed};
use crate::layout;
use crate::store::Store;
use crate::values::{Columns, rows, word};
use galley_app::ports::{StoreError, Stored};
use galley_domain::knowledge::Entry;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use tantivy::{IndexWriter, TantivyError};

/// Rows of the queue between two commits.
const BATCH: u32 = 512;

/// A disk with less than this is full, as far as an index is concerned. Bytes.
const ROOM: usize = 4_000_000;

/// Writers of both indexes, with what they share.
struct Writers {
    entries: IndexWriter,
    chunks: IndexWriter,
    analyzers: Analyzers,
}

impl Store {
    /// Applies the queue's rows in order, or all documents where the index is new. Gives how many.
    pub(super) fn apply_queue(&self) -> Stored<u32> {
        let index = &self.0.index;
        let _applying = index.applying();
        let newest = self.read(queue::newest)?;
        match self.apply_behind(newest) {
            // An index that cannot be written is not mended: all that is in it is stored elsewhere.
            Err(error @ (StoreError::Other { .. } | StoreError::Damaged { .. })) => {
                tracing::warn!(%error, "the search index is made anew");
                self.on_index(|| index.make_anew())?;
                self.apply_all(&index.halves(), newest)
            }
            other => other,
        }
    }

    fn apply_behind(&self, newest: i64) -> Stored<u32> {
        let index = &self.0.index;
        let halves = index.halves();
        match self.on_index(|| halves.committed())? {
            Some(number) if number == newest => Ok(0),
            Some(number) if number < newest => self.apply_rows(&halves, number),
            // Never committed; or ahead of what is stored, because a backup was put back.
            None => self.apply_all(&halves, newest),
            Some(_) => {
                self.on_index(|| index.make_anew())?;
                self.apply_all(&index.halves(), newest)
            }
        }
    }

    fn apply_rows(&self, halves: &Halves, committed: i64) -> Stored<u32> {
        let mut writers = self.on_index(|| Writers::open(halves))?;
        let (mut last, mut applied) = (committed, 0);
        loop {
            let batch = self.read(|connection| queue::after(connection, last, BATCH))?;
            let Some(end) = batch.last() else {
                break;
            };
            last = end.number;
            applied += u32::try_from(batch.len()).unwrap_or(u32::MAX);
            // A document is put in as it is now, so once is enough for any number of rows.
            let documents: BTreeSet<_> = batch.into_iter().map(|row| row.document).collect();
            for document in documents {
                self.put(halves, &mut writers, &document)?;
            }
            self.on_index(|| writers.commit(last))?;
            self.on_index(|| halves.reload())?;
        }
        self.end(halves, writers, last)?;
        Ok(applied)
    }

    /// There is one commit at the end: what is cut off before begins anew.
    fn apply_all(&self, halves: &Halves, newest: i64) -> Stored<u32> {
        let documents = self.read(|connection| {
            let mut statement = connection.prepare("SELECT id FROM document ORDER BY rowid")?;
            rows(&mut statement, [], |row| row.text("id"))
        })?;
        let mut writers = self.on_index(|| Writers::open(halves))?;
        for document in &documents {
            self.put(halves, &mut writers, document)?;
        }
        self.on_index(|| writers.commit(newest))?;
        self.end(halves, writers, newest)?;
        Ok(u32::try_from(documents.len()).unwrap_or(u32::MAX))
    }

    fn put(&self, halves: &Halves, writers: &mut Writers, document: &str) -> Stored<()> {
        let stored = self.read(|connection| indexed(connection, document))?;
        self.on_index(|| writers.put(halves, document, stored.as_ref()))
    }

    /// Waits for merges, so that search reads few files, and shortens the queue.
    fn end(&self, halves: &Halves, writers: Writers, applied: i64) -> Stored<()> {
        self.on_index(|| {
            writers.entries.wait_merging_threads()?;
            writers.chunks.wait_merging_threads()?;
            halves.reload()
        })?;
        self.keep_books(|connection| queue::forget(connection, applied))
    }

    /// Work on the index, with its errors as the ports have them.
    pub(super) fn on_index<T>(&self, work: impl FnOnce() -> Inner<T>) -> Stored<T> {
        work().map_err(|fault| {
            let cause = match &fault {
                Fault::Index(TantivyError::ErrorInThread(_)) => no_room(self.folder()),
                _ => None,
            };
            cause.unwrap_or(fault).stored(self.folder())
        })
    }
}

/// Tantivy's threads keep to themselves why they ended; nearly always it is a full disk. This tries.
fn no_room(folder: &Path) -> Option<Fault> {
    let path = folder.join(layout::INDEX).join("room");
    let tried = File::create(&path).and_then(|mut file| {
        file.write_all(&vec![0; ROOM])?;
        file.sync_all()
    });
    let _ = std::fs::remove_file(&path);
    tried.err().map(Fault::from)
}

impl Writers {
    fn open(halves: &Halves) -> Inner<Self> {
        Ok(Self {
            entries: halves.entries.writer()?,
            chunks: halves.chunks.writer()?,
            analyzers: Analyzers::new(),
        })
    }

    fn commit(&mut self, number: i64) -> Inner<()> {
        commit(&mut self.entries, number)?;
        commit(&mut self.chunks, number)
    }

    /// Replaces what the indexes have of a document by what is stored of it.
    fn put(&mut self, halves: &Halves, id: &str, stored: Option<&Indexed>) -> Inner<()> {
        halves.entries.drop_document(&self.entries, id);
        halves.chunks.drop_document(&self.chunks, id);
        let Some(stored) = stored else {
            return Ok(());
        };
        self.add_entries(&halves.entries, id, stored)?;
        self.add_chunks(&halves.chunks, id, stored)
    }

    fn add_entries(&mut self, half: &Half, document: &str, stored: &Indexed) -> Inner<()> {
        for entry in &stored.entries {
            let body = body(entry);
            let headings = with_headings(&entry.headings, &entry.subject);
            let item = Item {
                id: entry.id.to_string(),
                document,
                category: Some(word(&entry.category)?),
                language: entry.language,
                title: &stored.document.title,
                headings: &headings,
                body: &body,
            };
            half.add(&self.entries, &mut self.analyzers, &item)?;
        }
        Ok(())
    }

    fn add_chunks(&mut self, half: &Half, document: &str, stored: &Indexed) -> Inner<()> {
        for chunk in &stored.chunks {
            let item = Item {
                id: chunk.id.to_string(),
                document,
                category: None,
                language: stored.document.language,
                title: &stored.document.title,
                headings: &chunk.headings.join("\n"),
                // A span that does not fit its text finds nothing rather than breaking search.
                body: chunk.span.slice(&stored.document.text).unwrap_or_default(),
            };
            half.add(&self.chunks, &mut self.analyzers, &item)?;
        }
        Ok(())
    }
}

/// What an entry says: its question and statement, and of a product all that its row has.
fn body(entry: &Entry) -> String {
    let mut parts: Vec<&str> = entry.question.iter().map(String::as_str).collect();
    parts.push(&entry.statement);
    if let Some(product) = &entry.product {
        parts.extend(product.description.as_deref());
        parts.extend(product.availability.as_deref());
        for detail in &product.details {
            parts.extend([detail.name.as_str(), &detail.value]);
        }
    }
    parts.join("\n")
}

/// The subject too, unless a heading already says it.
fn with_headings(headings: &[String], subject: &str) -> String {
    let mut joined = headings.join("\n");
    if !headings.iter().any(|heading| heading == subject) {
        joined.push('\n');
        joined.push_str(subject);
    }
    joined
}

impl SearchIndex {
    /// Only one at a time brings the index up to date.
    fn applying(&self) -> std::sync::MutexGuard<'_, ()> {
        self.applying
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
