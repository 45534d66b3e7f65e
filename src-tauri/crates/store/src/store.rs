//! The open workspace.

use crate::connection::Readers;
use crate::error::{Inner, show};
use crate::index::SearchIndex;
use crate::layout;
use crate::owner::Owner;
use galley_app::ports::{Act, Stored};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// An open workspace. Clones are the same workspace; it is given back when the last one is dropped.
#[derive(Clone)]
pub struct Store(pub(crate) Arc<Open>);

/// Fields are dropped in this order: the lock is given back last.
pub(crate) struct Open {
    pub(crate) index: SearchIndex,
    readers: Readers,
    writer: Mutex<Connection>,
    pub(crate) folder: PathBuf,
    _owner: Owner,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({})", show(&self.0.folder))
    }
}

/// A write under way: what is done in it happens as a whole or not at all.
pub(crate) struct Writing<'a> {
    transaction: Transaction<'a>,
    pub(crate) act: &'a Act,
}

impl std::ops::Deref for Writing<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.transaction
    }
}

impl<'a> Writing<'a> {
    pub(crate) fn over(transaction: Transaction<'a>, act: &'a Act) -> Self {
        Self { transaction, act }
    }

    pub(crate) fn commit(self) -> Inner<()> {
        Ok(self.transaction.commit()?)
    }

    /// The time of the act in milliseconds.
    pub(crate) fn at(&self) -> i64 {
        self.act.at.as_millisecond()
    }

    pub(crate) fn member(&self) -> String {
        self.act.member.to_string()
    }

    pub(crate) fn device(&self) -> String {
        self.act.device.to_string()
    }
}

impl Store {
    pub(crate) fn new(
        folder: PathBuf,
        writer: Connection,
        index: SearchIndex,
        owner: Owner,
    ) -> Self {
        Self(Arc::new(Open {
            index,
            readers: Readers::new(layout::database(&folder)),
            writer: Mutex::new(writer),
            folder,
            _owner: owner,
        }))
    }

    /// The workspace's folder.
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// Makes a consistent copy of the database in `backups/`, named `galley-<label>.db`, checks it, and
    /// gives its path.
    pub fn back_up(&self, label: &str) -> Stored<PathBuf> {
        let folder = self.0.folder.join(layout::BACKUPS);
        self.read(|connection| crate::backup::copy(connection, &folder, label))
    }

    /// Reads from one state of the database.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&Connection) -> Inner<T>) -> Stored<T> {
        self.0
            .readers
            .read(read)
            .map_err(|fault| fault.stored(&self.0.folder))
    }

    /// Writes in one transaction.
    pub(crate) fn write<T>(
        &self,
        act: &Act,
        write: impl FnOnce(&Writing<'_>) -> Inner<T>,
    ) -> Stored<T> {
        self.exclusively(|connection| {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let writing = Writing::over(transaction, act);
            let result = write(&writing)?;
            writing.commit()?;
            Ok(result)
        })
    }

    /// Writes what no member does: leases, progress of runs, and the queue's bookkeeping.
    pub(crate) fn keep_books<T>(&self, write: impl FnOnce(&Connection) -> Inner<T>) -> Stored<T> {
        self.exclusively(|connection| {
            let transaction =
                connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let result = write(&transaction)?;
            transaction.commit()?;
            Ok(result)
        })
    }

    fn exclusively<T>(&self, work: impl FnOnce(&mut Connection) -> Inner<T>) -> Stored<T> {
        let mut writer = self.0.writer.lock().unwrap_or_else(PoisonError::into_inner);
        work(&mut writer).map_err(|fault| fault.stored(&self.0.folder))
    }
}
