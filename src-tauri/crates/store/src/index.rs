//! The search index: made from what is stored, and made anew whenever it is in doubt.
//!
//! SQLite is the truth. Each write to documents adds a row to `index_queue` in its transaction; the index
//! keeps the number of the last row that it holds in its commit. Opening compares the two and applies what
//! is missing. The folder can be deleted at any time.

use crate::error::Inner;
use crate::store::Store;
use crate::values::{Columns, rows};
use galley_app::ports::{Hit, KnowledgeIndex, SearchFilter, Stored};
use galley_domain::ids::{ChunkId, EntryId};
use half::Half;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Mutex, PoisonError, RwLock};
use tantivy::TantivyDocument;
use tantivy::schema::Value;

mod apply;
mod half;
pub(crate) mod queue;
mod search;
mod terms;

/// Changes whenever an index made before cannot be used any more: fields, stemming, what stands in them.
const FORMAT: u32 = 1;

/// More results than this are not given.
const MOST_HITS: usize = 1_000;

/// Asked for beyond the limit, for what is not stored any more and for equal scores.
const SPARE: usize = 16;

/// The index of a workspace.
pub(crate) struct SearchIndex {
    folder: PathBuf,
    /// What the version file must say.
    version: String,
    halves: RwLock<Halves>,
    applying: Mutex<()>,
}

/// Both indexes. Clones are the same ones.
#[derive(Clone)]
pub(crate) struct Halves {
    entries: Half,
    chunks: Half,
}

/// How store and index compare. Nothing in either list: they agree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Ids that are stored and not in the index.
    pub missing: Vec<String>,
    /// Ids that are in the index and not stored, or are there twice.
    pub extra: Vec<String>,
}

impl SearchIndex {
    /// Opens the index in `folder`, or makes an empty one where it is missing, damaged, of another format
    /// or of another workspace.
    pub(crate) fn open(folder: &Path, workspace: &str) -> Inner<Self> {
        let version = format!("{FORMAT} {workspace}\n");
        let current = fs::read_to_string(folder.join("version")).is_ok_and(|text| text == version);
        let opened = current.then(|| Halves::open(folder)).flatten();
        let halves = match opened {
            Some(halves) => halves,
            None => make(folder, &version)?,
        };
        Ok(Self {
            folder: folder.to_owned(),
            version,
            halves: RwLock::new(halves),
            applying: Mutex::new(()),
        })
    }

    fn halves(&self) -> Halves {
        self.halves
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Deletes the index and makes an empty one.
    fn make_anew(&self) -> Inner<()> {
        let mut halves = self.halves.write().unwrap_or_else(PoisonError::into_inner);
        *halves = make(&self.folder, &self.version)?;
        Ok(())
    }
}

/// The version file goes first and comes last, so that what is cut off is made anew.
fn make(folder: &Path, version: &str) -> Inner<Halves> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let halves = Halves {
        entries: Half::create(&folder.join("entries"))?,
        chunks: Half::create(&folder.join("chunks"))?,
    };
    fs::write(folder.join("version"), version)?;
    Ok(halves)
}

impl Halves {
    fn open(folder: &Path) -> Option<Self> {
        Some(Self {
            entries: Half::open(&folder.join("entries"))?,
            chunks: Half::open(&folder.join("chunks"))?,
        })
    }

    /// What both hold. A row that only one of them has is applied to both again: that changes nothing.
    fn committed(&self) -> Inner<Option<i64>> {
        let (entries, chunks) = (self.entries.committed()?, self.chunks.committed()?);
        Ok(entries
            .zip(chunks)
            .map(|(entries, chunks)| entries.min(chunks)))
    }

    fn reload(&self) -> Inner<()> {
        self.entries.reader.reload()?;
        self.chunks.reader.reload()?;
        Ok(())
    }
}

impl KnowledgeIndex for Store {
    fn search_entries(
        &self,
        text: &str,
        filter: &SearchFilter,
        limit: usize,
    ) -> Stored<Vec<Hit<EntryId>>> {
        let there = "SELECT EXISTS (SELECT 1 FROM entry WHERE id = ?)";
        self.search(&self.0.index.halves().entries, there, text, filter, limit)
    }

    fn search_chunks(
        &self,
        text: &str,
        filter: &SearchFilter,
        limit: usize,
    ) -> Stored<Vec<Hit<ChunkId>>> {
        let there = "SELECT EXISTS (SELECT 1 FROM chunk WHERE id = ?)";
        self.search(&self.0.index.halves().chunks, there, text, filter, limit)
    }

    fn catch_up(&self) -> Stored<u32> {
        self.apply_queue()
    }
}

impl Store {
    /// Searches, and leaves out what the store does not have any more.
    fn search<Id: FromStr>(
        &self,
        half: &Half,
        there: &str,
        text: &str,
        filter: &SearchFilter,
        limit: usize,
    ) -> Stored<Vec<Hit<Id>>> {
        let limit = limit.min(MOST_HITS);
        let mut ask = limit + SPARE;
        loop {
            let found = self.on_index(|| search::search(half, text, filter, ask))?;
            let exhausted = found.len() < ask;
            let mut hits = self.read(|connection| existing(connection, there, found))?;
            if hits.len() >= limit || exhausted {
                hits.truncate(limit);
                return Ok(hits);
            }
            ask *= 2;
        }
    }

    /// Compares every id of the store with every id of the index.
    pub fn index_agreement(&self) -> Stored<Agreement> {
        let halves = self.0.index.halves();
        let mut agreement = Agreement::default();
        for (half, sql) in [
            (&halves.entries, "SELECT id FROM entry"),
            (&halves.chunks, "SELECT id FROM chunk"),
        ] {
            let stored = self
                .read(|connection| rows(&mut connection.prepare(sql)?, [], |row| row.text("id")))?;
            let mut missing: BTreeSet<String> = stored.into_iter().collect();
            for id in self.on_index(|| all_ids(half))? {
                if !missing.remove(&id) {
                    agreement.extra.push(id);
                }
            }
            agreement.missing.extend(missing);
        }
        Ok(agreement)
    }

    /// After opening: applies what is missing, and makes the index anew where the counts still differ.
    pub(crate) fn settle_index(&self) -> Stored<()> {
        self.apply_queue()?;
        if self.counts_agree()? {
            return Ok(());
        }
        self.on_index(|| self.0.index.make_anew())?;
        self.apply_queue()?;
        Ok(())
    }

    fn counts_agree(&self) -> Stored<bool> {
        let count = |sql: &'static str| {
            self.read(|connection| Ok(connection.query_row(sql, [], |row| row.get::<_, i64>(0))?))
        };
        let halves = self.0.index.halves();
        let held = |half: &Half| i64::try_from(half.reader.searcher().num_docs());
        Ok(
            held(&halves.entries) == Ok(count("SELECT count(*) FROM entry")?)
                && held(&halves.chunks) == Ok(count("SELECT count(*) FROM chunk")?),
        )
    }
}

fn existing<Id: FromStr>(
    connection: &Connection,
    there: &str,
    found: Vec<(String, f32)>,
) -> Inner<Vec<Hit<Id>>> {
    let mut statement = connection.prepare_cached(there)?;
    let mut hits = Vec::with_capacity(found.len());
    for (id, score) in found {
        if statement.query_row([&id], |row| row.get(0))? {
            hits.extend(id.parse().ok().map(|id| Hit { id, score }));
        }
    }
    Ok(hits)
}

fn all_ids(half: &Half) -> Inner<Vec<String>> {
    let searcher = half.reader.searcher();
    let mut ids = Vec::new();
    for segment in searcher.segment_readers() {
        let rows = segment.get_store_reader(1)?;
        for row in rows.iter::<TantivyDocument>(segment.alive_bitset()) {
            let row = row?;
            let id = row.get_first(half.fields.id).and_then(|id| id.as_str());
            ids.extend(id.map(str::to_owned));
        }
    }
    Ok(ids)
}
