//! The schema, as numbered steps that are applied once, in order, and never changed.

use crate::error::Inner;
use crate::{audit, backup, brand, channels, conversations, guards, index, knowledge};
use crate::{media, members, posts, review, runs, workspace};
use galley_domain::canonical;
use rusqlite::{Connection, TransactionBehavior};
use sha2::{Digest, Sha256};
use std::path::Path;

/// One step of the schema. Its number is its place in [`MIGRATIONS`], from 1.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    pub(crate) name: &'static str,
    pub(crate) sql: &'static str,
}

impl Migration {
    fn sha256(&self) -> String {
        canonical::hex(&Sha256::digest(self.sql.as_bytes()))
    }
}

/// All steps. New ones are added at the end; a released one never changes.
pub(crate) const MIGRATIONS: &[Migration] = &[
    members::MIGRATION,
    workspace::MIGRATION,
    audit::MIGRATION,
    channels::MIGRATION,
    brand::MIGRATION,
    knowledge::MIGRATION,
    index::queue::MIGRATION,
    media::MIGRATION,
    runs::MIGRATION,
    posts::MIGRATION,
    review::MIGRATION,
    posts::global::MIGRATION,
    members::TEAM,
    review::LEVELS,
    review::policy::MIGRATION,
    review::comments::MIGRATION,
    review::looks::MIGRATION,
    conversations::MIGRATION,
    guards::MIGRATION,
];

/// Where applied steps are kept.
const APPLIED: &str = "CREATE TABLE IF NOT EXISTS migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT";

/// The version that this program reads and writes.
pub(crate) fn known_version() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// The first applied step that is not ours, by name. A database that passes can be migrated.
pub(crate) fn foreign(connection: &Connection) -> Inner<Option<String>> {
    let mut statement = connection.prepare("SELECT name, sha256 FROM migration ORDER BY number")?;
    let mut rows = statement.query([])?;
    let mut ours = MIGRATIONS.iter();
    while let Some(row) = rows.next()? {
        let (name, sha256): (String, String) = (row.get(0)?, row.get(1)?);
        match ours.next() {
            Some(known) if known.name == name && known.sha256() == sha256 => {}
            _ => return Ok(Some(name)),
        }
    }
    Ok(None)
}

/// Brings a database from version `from` to ours, in one transaction, after a backup into `backups`.
pub(crate) fn migrate(connection: &mut Connection, from: u32, backups: &Path) -> Inner<()> {
    if from >= known_version() {
        return Ok(());
    }
    backup::copy(connection, backups, &format!("version-{from}"))?;
    apply(connection, from, MIGRATIONS)
}

/// Applies the steps behind `from` and sets the version, all or nothing.
pub(crate) fn apply(connection: &mut Connection, from: u32, steps: &[Migration]) -> Inner<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch(APPLIED)?;
    for (number, step) in (1_u32..).zip(steps).filter(|(number, _)| *number > from) {
        transaction.execute_batch(step.sql)?;
        transaction.execute(
            "INSERT INTO migration (number, name, sha256) VALUES (?, ?, ?)",
            (number, step.name, step.sha256()),
        )?;
        transaction.pragma_update(None, "user_version", number)?;
    }
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{APPLICATION_ID, BACKUPS, database};
    use std::fs;

    const DEVICE: &str = "00000000-0000-0000-0000-0000000000d1";

    /// A workspace as a Galley wrote it that knew only the first `version` steps.
    fn written_by(version: usize) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let mut connection = Connection::open(database(folder.path())).unwrap();
        connection
            .pragma_update(None, "application_id", APPLICATION_ID)
            .unwrap();
        apply(&mut connection, 0, &MIGRATIONS[..version]).unwrap();
        let rows = format!(
            "BEGIN;
             INSERT INTO member VALUES ('a', 'Site manager', 'admin', 'a', '{DEVICE}', 0);
             INSERT INTO device VALUES ('{DEVICE}', 'desk', 'a', 0);
             INSERT INTO workspace VALUES ('w', 1, 'plain', 0, '{DEVICE}', 0, 'a', '{DEVICE}');
             COMMIT;"
        );
        connection.execute_batch(&rows).unwrap();
        folder
    }

    fn version(path: &Path) -> u32 {
        let connection = Connection::open(path).unwrap();
        connection
            .query_row("PRAGMA user_version", [], |row| row.get(0))
            .unwrap()
    }

    #[test]
    fn an_older_workspace_is_backed_up_and_brought_up_to_date() {
        use galley_app::ports::WorkspaceStore;
        let folder = written_by(4);
        let store = crate::open(folder.path(), None).unwrap();
        assert_eq!(
            store.facts().unwrap().device.to_string(),
            DEVICE,
            "it keeps what it had"
        );
        assert_eq!(store.counts().unwrap().posts, 0, "it has the newer tables");
        drop(store);
        assert_eq!(version(&database(folder.path())), known_version());
        let backup = folder.path().join(BACKUPS).join("galley-version-4.db");
        assert_eq!(version(&backup), 4);
    }

    #[test]
    fn a_step_that_fails_leaves_the_version_before_it() {
        let folder = written_by(4);
        let mut connection = Connection::open(database(folder.path())).unwrap();
        let broken = Migration {
            name: "broken",
            sql: "CREATE TABLE half (id TEXT); NONSENSE",
        };
        let steps: Vec<_> = MIGRATIONS[..5].iter().copied().chain([broken]).collect();
        apply(&mut connection, 4, &steps).unwrap_err();
        drop(connection);
        assert_eq!(
            version(&database(folder.path())),
            4,
            "not even the sound step stays"
        );
        assert_eq!(
            foreign(&Connection::open(database(folder.path())).unwrap()).unwrap(),
            None
        );
    }

    #[test]
    fn an_older_backup_is_never_written_over() {
        let folder = written_by(4);
        let backups = folder.path().join(BACKUPS);
        fs::create_dir(&backups).unwrap();
        fs::write(backups.join("galley-version-4.db"), "kept").unwrap();
        crate::open(folder.path(), None).unwrap();
        assert_eq!(
            fs::read_to_string(backups.join("galley-version-4.db")).unwrap(),
            "kept"
        );
        assert_eq!(version(&backups.join("galley-version-4-2.db")), 4);
    }
}
