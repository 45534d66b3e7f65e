//! What can go wrong, inside and out.

use galley_app::ports::StoreError;
use std::collections::BTreeMap;
use std::path::Path;

/// Why a workspace cannot be opened or made. Nothing was overwritten.
///
/// The host gives each its [`galley_app::error::Code`], which names the sentence in the catalogs;
/// [`OpenError::params`] fills it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// There is nothing at this path.
    #[error("there is no folder {path}")]
    Missing { path: String },
    /// A workspace is a folder.
    #[error("{path} is a file, not a folder")]
    IsFile { path: String },
    /// The folder has no workspace in it, or a database of another program.
    #[error("{path} is not a Galley workspace")]
    NotAWorkspace { path: String },
    /// A workspace is made in an empty folder only.
    #[error("{path} is not empty")]
    NotEmpty { path: String },
    /// Written by a newer Galley.
    #[error("{path} was written by a newer Galley (version {found}, this one knows {known})")]
    Newer {
        path: String,
        found: u32,
        known: u32,
    },
    /// Its migrations are not ours: written by a build that was never released.
    #[error("{path} has a schema that this Galley does not know (migration {migration})")]
    OtherHistory { path: String, migration: String },
    /// Folder or file cannot be written.
    #[error("{path} cannot be written")]
    ReadOnly { path: String },
    /// Folder or file cannot be read.
    #[error("{path} cannot be read")]
    NoAccess { path: String },
    /// SQLite says that the database is damaged, or it is not one any more.
    #[error("the database in {path} is damaged: {detail}")]
    Damaged { path: String, detail: String },
    /// Another process has it open. `pid` and `program` are `None` where it has not said.
    #[error("{path} is open in another process ({program:?}, {pid:?})")]
    Owned {
        path: String,
        pid: Option<u32>,
        program: Option<String>,
    },
    /// Locks and shared memory do not hold on network file systems.
    #[error("{path} is on a network file system ({kind})")]
    NetworkFileSystem { path: String, kind: String },
    /// No room.
    #[error("the disk that holds {path} is full")]
    DiskFull { path: String },
    /// Encrypted workspaces come with the trust capability.
    #[error("encrypted workspaces cannot be opened yet: {path}")]
    KeyNotSupported { path: String },
    /// Anything else that the system said.
    #[error("{path} cannot be opened: {detail}")]
    Other { path: String, detail: String },
}

impl OpenError {
    /// Values for the sentence. `path` is always there.
    pub fn params(&self) -> BTreeMap<String, String> {
        let mut params = BTreeMap::new();
        let mut put = |name: &str, value: &dyn ToString| {
            params.insert(name.to_owned(), value.to_string());
        };
        match self {
            Self::Missing { path }
            | Self::IsFile { path }
            | Self::NotAWorkspace { path }
            | Self::NotEmpty { path }
            | Self::ReadOnly { path }
            | Self::NoAccess { path }
            | Self::DiskFull { path }
            | Self::KeyNotSupported { path } => put("path", path),
            Self::Newer { path, found, known } => {
                put("path", path);
                put("found", found);
                put("known", known);
            }
            Self::OtherHistory { path, migration } => {
                put("path", path);
                put("migration", migration);
            }
            Self::Damaged { path, detail } | Self::Other { path, detail } => {
                put("path", path);
                put("detail", detail);
            }
            Self::Owned { path, pid, program } => {
                put("path", path);
                if let (Some(pid), Some(program)) = (pid, program) {
                    put("pid", pid);
                    put("program", program);
                }
            }
            Self::NetworkFileSystem { path, kind } => {
                put("path", path);
                put("kind", kind);
            }
        }
        params
    }
}

/// An error on its way up, before it is known which path it is about.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Index(#[from] tantivy::TantivyError),
}

/// What inner functions give.
pub(crate) type Inner<T> = Result<T, Fault>;

/// The kinds of failure that a caller can do something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    DiskFull,
    ReadOnly,
    NoAccess,
    Damaged,
    Other,
}

impl Fault {
    /// As the ports have it.
    pub(crate) fn stored(self, path: &Path) -> StoreError {
        if let Self::Store(error) = self {
            return error;
        }
        let detail = self.to_string();
        match self.kind() {
            Kind::DiskFull => StoreError::DiskFull { path: show(path) },
            Kind::ReadOnly | Kind::NoAccess => StoreError::ReadOnly { path: show(path) },
            Kind::Damaged => StoreError::Damaged { detail },
            Kind::Other => StoreError::Other { detail },
        }
    }

    /// As opening has it.
    pub(crate) fn opening(self, path: &Path) -> OpenError {
        let detail = self.to_string();
        let path = show(path);
        match self.kind() {
            Kind::DiskFull => OpenError::DiskFull { path },
            Kind::ReadOnly => OpenError::ReadOnly { path },
            Kind::NoAccess => OpenError::NoAccess { path },
            Kind::Damaged => OpenError::Damaged { path, detail },
            Kind::Other => OpenError::Other { path, detail },
        }
    }

    fn kind(&self) -> Kind {
        match self {
            Self::Store(StoreError::DiskFull { .. }) => Kind::DiskFull,
            Self::Store(StoreError::ReadOnly { .. }) => Kind::ReadOnly,
            Self::Store(StoreError::Damaged { .. }) | Self::Json(_) => Kind::Damaged,
            Self::Store(_) => Kind::Other,
            Self::Sql(error) => sql_kind(error),
            Self::Io(error) => io_kind(error),
            Self::Index(error) => index_kind(error),
        }
    }
}

/// A path for messages.
pub(crate) fn show(path: &Path) -> String {
    path.display().to_string()
}

/// What a stored value that cannot be read is.
pub(crate) fn damaged(detail: impl ToString) -> Fault {
    Fault::Store(StoreError::Damaged {
        detail: detail.to_string(),
    })
}

pub(crate) fn not_found(what: &'static str, id: impl ToString) -> Fault {
    Fault::Store(StoreError::NotFound {
        what,
        id: id.to_string(),
    })
}

pub(crate) fn conflict(what: &'static str, id: impl ToString) -> Fault {
    Fault::Store(StoreError::Conflict {
        what,
        id: id.to_string(),
    })
}

fn sql_kind(error: &rusqlite::Error) -> Kind {
    use rusqlite::ErrorCode as Code;
    use rusqlite::ffi;
    // Shared memory is grown before it is used, and says so only by this code when there is no room.
    if error.sqlite_extended_error_code() == Some(ffi::SQLITE_IOERR_SHMSIZE) {
        return Kind::DiskFull;
    }
    match error.sqlite_error_code() {
        Some(Code::DiskFull) => Kind::DiskFull,
        Some(Code::ReadOnly) => Kind::ReadOnly,
        Some(Code::PermissionDenied | Code::CannotOpen) => Kind::NoAccess,
        Some(Code::DatabaseCorrupt | Code::NotADatabase) => Kind::Damaged,
        None if matches!(
            error,
            rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::Utf8Error(..)
        ) =>
        {
            Kind::Damaged
        }
        _ => Kind::Other,
    }
}

fn io_kind(error: &std::io::Error) -> Kind {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Kind::DiskFull,
        ErrorKind::ReadOnlyFilesystem => Kind::ReadOnly,
        ErrorKind::PermissionDenied => Kind::NoAccess,
        _ => Kind::Other,
    }
}

fn index_kind(error: &tantivy::TantivyError) -> Kind {
    use tantivy::TantivyError as Error;
    use tantivy::directory::error::{OpenDirectoryError, OpenReadError, OpenWriteError};
    match error {
        Error::IoError(error) => io_kind(error),
        Error::OpenWriteError(OpenWriteError::IoError { io_error, .. })
        | Error::OpenReadError(OpenReadError::IoError { io_error, .. })
        | Error::OpenDirectoryError(OpenDirectoryError::IoError { io_error, .. }) => {
            io_kind(io_error)
        }
        Error::DataCorruption(_) => Kind::Damaged,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Error, ErrorKind};

    fn check(fault: Fault, expect: &StoreError) {
        assert_eq!(&fault.stored(Path::new("/w")), expect);
    }

    #[test]
    fn a_full_disk_is_told_as_such_whoever_meets_it() {
        let full = StoreError::DiskFull {
            path: "/w".to_owned(),
        };
        let sqlite = |code| rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
        check(sqlite(rusqlite::ffi::SQLITE_FULL).into(), &full);
        check(sqlite(rusqlite::ffi::SQLITE_IOERR_SHMSIZE).into(), &full);
        check(Error::from(ErrorKind::StorageFull).into(), &full);
        check(Error::from(ErrorKind::QuotaExceeded).into(), &full);
        let index = tantivy::TantivyError::from(Error::from(ErrorKind::StorageFull));
        check(index.into(), &full);
    }

    #[test]
    fn an_error_that_says_more_already_is_passed_on_as_it_is() {
        let conflict_error = StoreError::Conflict {
            what: "version",
            id: "1".to_owned(),
        };
        check(conflict("version", 1), &conflict_error);
    }
}
