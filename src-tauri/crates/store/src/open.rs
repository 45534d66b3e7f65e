//! The two ways into a workspace.

use crate::error::{Fault, Inner, OpenError, damaged, show};
use crate::index::SearchIndex;
use crate::key::Key;
use crate::layout::{self, APPLICATION_ID, FOLDERS, LOCK, UNFINISHED};
use crate::owner::Owner;
use crate::store::Store;
use crate::workspace::{self, NewWorkspace};
use crate::{connection, file_system, migrations};
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, DirBuilder, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

/// Opens the workspace in a folder: checks it, migrates it after a backup, and brings the search index up
/// to what is stored. What is refused is left as it was.
pub fn open(path: &Path, key: Option<Key>) -> Result<Store, OpenError> {
    refuse_key(path, key)?;
    refuse_what_is_no_folder(path)?;
    refuse_network(path)?;
    check_header(path)?;
    let owner = Owner::take(path)?;
    open_owned(path, owner)
}

/// Makes a workspace in a folder that is empty or not there yet, and opens it. A folder in which this was
/// cut off before counts as empty.
pub fn create(path: &Path, key: Option<Key>, new: &NewWorkspace) -> Result<Store, OpenError> {
    refuse_key(path, key)?;
    let made = make_folder(path)?;
    let done = refuse_network(path)
        .and_then(|()| Owner::take(path))
        .and_then(|owner| match make_database(path, new) {
            Ok(()) => Ok(owner),
            Err(fault) => Err(fault.opening(path)),
        });
    match done {
        Ok(owner) => open_owned(path, owner),
        Err(error) => {
            remove_unfinished(path);
            if made {
                // Only what this call made; a folder that got something else in it stays.
                let _ = fs::remove_file(path.join(LOCK));
                let _ = fs::remove_dir(path);
            }
            Err(error)
        }
    }
}

fn refuse_key(path: &Path, key: Option<Key>) -> Result<(), OpenError> {
    match key {
        None => Ok(()),
        Some(_) => Err(OpenError::KeyNotSupported { path: show(path) }),
    }
}

fn refuse_what_is_no_folder(path: &Path) -> Result<(), OpenError> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Ok(()),
        Ok(_) => Err(OpenError::IsFile { path: show(path) }),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(OpenError::Missing { path: show(path) })
        }
        // A part of the path is a file.
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            Err(OpenError::Missing { path: show(path) })
        }
        Err(error) => Err(Fault::Io(error).opening(path)),
    }
}

fn refuse_network(path: &Path) -> Result<(), OpenError> {
    match file_system::network_kind(path) {
        None => Ok(()),
        Some(kind) => Err(OpenError::NetworkFileSystem {
            path: show(path),
            kind,
        }),
    }
}

/// Reads the first 100 bytes of the database (<https://www.sqlite.org/fileformat.html>, section 1.3),
/// before anything is locked or written: user version at 60, application id at 68, both big-endian.
fn check_header(folder: &Path) -> Result<(), OpenError> {
    let path = show(folder);
    let mut header = Vec::new();
    match File::open(layout::database(folder)) {
        Ok(file) => file
            .take(100)
            .read_to_end(&mut header)
            .map_err(|error| not_a_file(error, folder))?,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(OpenError::NotAWorkspace { path });
        }
        Err(error) => return Err(Fault::Io(error).opening(folder)),
    };
    let number = |at: usize| {
        let bytes = header.get(at..at + 4)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    };
    let (Some(version), Some(application)) = (number(60), number(68)) else {
        let detail = format!("its file has {} bytes", header.len());
        return Err(OpenError::Damaged { path, detail });
    };
    if !header.starts_with(b"SQLite format 3\0") {
        let detail = "its first bytes are not those of a database".to_owned();
        return Err(OpenError::Damaged { path, detail });
    }
    refuse_other(folder, application, version)
}

/// A folder by the database's name.
fn not_a_file(error: std::io::Error, folder: &Path) -> OpenError {
    match error.kind() {
        ErrorKind::IsADirectory => OpenError::NotAWorkspace { path: show(folder) },
        _ => Fault::Io(error).opening(folder),
    }
}

fn refuse_other(folder: &Path, application: u32, version: u32) -> Result<(), OpenError> {
    let path = show(folder);
    let known = migrations::known_version();
    if application != APPLICATION_ID {
        return Err(OpenError::NotAWorkspace { path });
    }
    if version > known {
        return Err(OpenError::Newer {
            path,
            found: version,
            known,
        });
    }
    Ok(())
}

fn open_owned(folder: &Path, owner: Owner) -> Result<Store, OpenError> {
    let failed = |fault: Fault| fault.opening(folder);
    let mut writer = connection::writer(&layout::database(folder)).map_err(failed)?;
    if writer
        .is_readonly(rusqlite::MAIN_DB)
        .map_err(|e| failed(e.into()))?
    {
        return Err(OpenError::ReadOnly { path: show(folder) });
    }
    // The header may be older than the log: only now the numbers are the true ones.
    let (application, version) = numbers(&writer).map_err(failed)?;
    refuse_other(folder, application, version)?;
    check_sound(&writer).map_err(failed)?;
    if let Some(migration) = migrations::foreign(&writer).map_err(failed)? {
        return Err(OpenError::OtherHistory {
            path: show(folder),
            migration,
        });
    }
    connection::begin_writing(&writer).map_err(failed)?;
    migrations::migrate(&mut writer, version, &folder.join(layout::BACKUPS)).map_err(failed)?;
    for name in FOLDERS {
        fs::create_dir_all(folder.join(name)).map_err(|error| failed(error.into()))?;
    }
    let id = workspace::id(&writer).map_err(failed)?;
    let index = SearchIndex::open(&folder.join(layout::INDEX), &id).map_err(failed)?;
    let store = Store::new(folder.to_owned(), writer, index, owner);
    if let Err(error) = store.settle_index() {
        // The index is made from what is stored, so nothing is lost; search finds less until it is made.
        tracing::warn!(%error, "the search index is not complete");
    }
    Ok(store)
}

fn numbers(connection: &Connection) -> Inner<(u32, u32)> {
    let number = |name| connection.query_row(name, [], |row| row.get::<_, i64>(0));
    let as_u32 = |number: i64| u32::try_from(number & 0xffff_ffff).map_err(damaged);
    let application = as_u32(number("PRAGMA application_id")?)?;
    let version = as_u32(number("PRAGMA user_version")?)?;
    Ok((application, version))
}

fn check_sound(connection: &Connection) -> Inner<()> {
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" {
        Ok(())
    } else {
        Err(damaged(found))
    }
}

/// Gives whether the folder was made.
fn make_folder(path: &Path) -> Result<bool, OpenError> {
    match refuse_what_is_no_folder(path) {
        Ok(()) => {}
        Err(OpenError::Missing { .. }) => {
            let parent = path.ancestors().skip(1).find(|ancestor| ancestor.exists());
            parent.map_or(Ok(()), refuse_network)?;
            let mut builder = DirBuilder::new();
            builder.recursive(true);
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder
                .create(path)
                .map_err(|error| unwritable(error, path))?;
            return Ok(true);
        }
        Err(other) => return Err(other),
    }
    let failed = |error: std::io::Error| Fault::Io(error).opening(path);
    for entry in fs::read_dir(path).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        let name = name.to_string_lossy();
        if name != LOCK && !name.starts_with(UNFINISHED) {
            return Err(OpenError::NotEmpty { path: show(path) });
        }
    }
    Ok(false)
}

fn unwritable(error: std::io::Error, path: &Path) -> OpenError {
    match Fault::Io(error).opening(path) {
        OpenError::NoAccess { path } => OpenError::ReadOnly { path },
        other => other,
    }
}

/// Makes the database under another name and gives it its own when it is complete, so that a cut leaves
/// either no workspace or a whole one.
fn make_database(folder: &Path, new: &NewWorkspace) -> Inner<()> {
    let database = layout::database(folder);
    if database.exists() {
        // Somebody else made one between the look into the folder and the lock.
        return Err(Fault::Io(ErrorKind::AlreadyExists.into()));
    }
    remove_unfinished(folder);
    let unfinished = folder.join(UNFINISHED);
    let mut connection = Connection::open_with_flags(
        &unfinished,
        OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection::settle(&connection)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrations::apply(&mut connection, 0, migrations::MIGRATIONS)?;
    workspace::fill(&mut connection, new)?;
    connection.close().map_err(|(_, error)| error)?;
    fs::rename(&unfinished, &database)?;
    layout::sync(folder)?;
    Ok(())
}

fn remove_unfinished(folder: &Path) {
    for ending in ["", "-journal", "-wal", "-shm"] {
        let _ = fs::remove_file(folder.join(format!("{UNFINISHED}{ending}")));
    }
}
