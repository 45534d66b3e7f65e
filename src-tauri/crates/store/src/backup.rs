//! Consistent copies of the database, made while it is in use.

use crate::error::{Inner, damaged};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};

/// Copies the database into `folder` as `galley-<label>.db`, and checks the copy. A copy that is there
/// already is kept: the new one gets a number.
pub(crate) fn copy(from: &Connection, folder: &Path, label: &str) -> Inner<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let path = free_name(folder, label);
    let unfinished = path.with_extension("db.making");
    // Left by a copy that was cut off.
    if unfinished.exists() {
        std::fs::remove_file(&unfinished)?;
    }
    let copied = copy_to(from, &unfinished);
    if copied.is_err() {
        // What could not be completed is of no use to anybody, and may be why the disk is full.
        let _ = std::fs::remove_file(&unfinished);
    }
    copied?;
    std::fs::rename(&unfinished, &path)?;
    Ok(path)
}

fn copy_to(from: &Connection, path: &Path) -> Inner<()> {
    let mut to = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    )?;
    {
        let backup = Backup::new(from, &mut to)?;
        // All pages at once: the writer is ours, so nobody waits for it.
        if backup.step(-1)? != StepResult::Done {
            return Err(damaged("the backup did not complete"));
        }
    }
    // A copy in write-ahead mode would need its log beside it.
    to.pragma_update(None, "journal_mode", "DELETE")?;
    let sound: String = to.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(damaged(format!("the backup is not sound: {sound}")));
    }
    Ok(())
}

fn free_name(folder: &Path, label: &str) -> PathBuf {
    let first = folder.join(format!("galley-{label}.db"));
    if !first.exists() {
        return first;
    }
    (2_u32..)
        .map(|number| folder.join(format!("galley-{label}-{number}.db")))
        .find(|path| !path.exists())
        .unwrap_or(first)
}
