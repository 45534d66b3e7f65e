//! One process owns a workspace: the holder of the lock on `workspace.lock`.
//!
//! The operating system gives the lock back when the process ends, however it ends; what the file says is
//! only for whoever finds it held.

use crate::error::{Fault, OpenError, show};
use crate::layout::LOCK;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

/// Holds the workspace until it is dropped.
#[derive(Debug)]
pub(crate) struct Owner {
    lock: File,
}

/// What the lock file says of its holder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Holder {
    pid: u32,
    program: String,
    /// Where the owner takes calls from others; empty: it takes none.
    socket: String,
}

impl Owner {
    /// Takes the workspace, or tells who has it. The file is made if it is not there; what stands in it is
    /// changed only by whoever holds the lock.
    pub(crate) fn take(folder: &Path) -> Result<Self, OpenError> {
        let failed = |error: std::io::Error| cannot_write(error, folder);
        let mut lock = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(folder.join(LOCK))
            .map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(owned(&mut lock, folder)),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        let holder = Holder {
            pid: std::process::id(),
            program: program(),
            socket: String::new(),
        };
        write(&mut lock, &holder).map_err(failed)?;
        Ok(Self { lock })
    }
}

impl Drop for Owner {
    /// Closing the file is not enough: a process that is just being started from this one has it too,
    /// until it runs its own program.
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}

/// Not being allowed to write the lock file is the same as a workspace that cannot be written.
fn cannot_write(error: std::io::Error, folder: &Path) -> OpenError {
    match Fault::Io(error).opening(folder) {
        OpenError::NoAccess { path } => OpenError::ReadOnly { path },
        other => other,
    }
}

fn owned(lock: &mut File, folder: &Path) -> OpenError {
    let mut text = String::new();
    // On Windows a locked file cannot be read, and the holder may be about to write it.
    let read = lock.read_to_string(&mut text).is_ok();
    let holder: Option<Holder> = read.then(|| serde_json::from_str(&text).ok()).flatten();
    let (pid, program) = match holder {
        Some(holder) => (Some(holder.pid), Some(holder.program)),
        None => (None, None),
    };
    OpenError::Owned {
        path: show(folder),
        pid,
        program,
    }
}

fn write(lock: &mut File, holder: &Holder) -> std::io::Result<()> {
    let text = serde_json::to_string(holder)?;
    lock.set_len(0)?;
    lock.seek(SeekFrom::Start(0))?;
    lock.write_all(text.as_bytes())?;
    lock.sync_all()
}

fn program() -> String {
    std::env::current_exe()
        .ok()
        .and_then(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
        .unwrap_or_else(|| "galley".to_owned())
}
