//! Connections to the database: one that writes, and a few that only read.

use crate::error::{Inner, damaged};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How long one connection waits for another. Only a checkpoint can make it wait: there is one writer.
const BUSY: Duration = Duration::from_secs(5);

/// The write-ahead log is cut back to this after a large import. Bytes.
const LOG: i64 = 16_000_000;

/// Readers that are kept open. More are opened when more read at once, and closed after.
const KEPT_READERS: usize = 4;

/// The writing connection, with nothing changed yet, not even by closing it again.
pub(crate) fn writer(database: &Path) -> Inner<Connection> {
    let connection = Connection::open_with_flags(
        database,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    keep_log(&connection, true)?;
    settle(&connection)?;
    Ok(connection)
}

/// Whether closing the connection leaves the write-ahead log as it is. What is refused is left alone.
pub(crate) fn keep_log(connection: &Connection, keep: bool) -> Inner<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep)?;
    Ok(())
}

/// Turns on what only a database that was found sound may have.
pub(crate) fn begin_writing(connection: &Connection) -> Inner<()> {
    keep_log(connection, false)?;
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(damaged(format!(
            "the write-ahead log cannot be used here, only {mode}"
        )));
    }
    connection.pragma_update(None, "journal_size_limit", LOG)?;
    Ok(())
}

/// What every connection has.
pub(crate) fn settle(connection: &Connection) -> Inner<()> {
    connection.busy_timeout(BUSY)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}

/// Connections that only read.
pub(crate) struct Readers {
    database: PathBuf,
    idle: Mutex<Vec<Connection>>,
}

impl Readers {
    pub(crate) fn new(database: PathBuf) -> Self {
        Self {
            database,
            idle: Mutex::new(Vec::new()),
        }
    }

    /// Reads from one state of the database, whatever is written meanwhile.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&Connection) -> Inner<T>) -> Inner<T> {
        let kept = self.idle().pop();
        let mut connection = match kept {
            Some(connection) => connection,
            None => self.open()?,
        };
        let result = {
            let transaction = connection.transaction()?;
            let result = read(&transaction);
            transaction.finish()?;
            result
        };
        let mut idle = self.idle();
        if idle.len() < KEPT_READERS {
            idle.push(connection);
        }
        result
    }

    fn open(&self) -> Inner<Connection> {
        let connection = Connection::open_with_flags(
            &self.database,
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        settle(&connection)?;
        connection.pragma_update(None, "query_only", true)?;
        Ok(connection)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
