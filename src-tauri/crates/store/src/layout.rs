//! The names in a workspace's folder.

use std::path::{Path, PathBuf};

/// The database.
pub(crate) const DATABASE: &str = "galley.db";
/// The database while it is made: it gets its name when it is complete.
pub(crate) const UNFINISHED: &str = "galley.db.making";
/// Held by the owner process.
pub(crate) const LOCK: &str = "workspace.lock";
/// Where the bytes of pictures lie, by their hash.
pub(crate) const MEDIA: &str = "media";
/// The search index: can be deleted at any time.
pub(crate) const INDEX: &str = "index";
pub(crate) const BACKUPS: &str = "backups";
/// Folders that every workspace has.
pub(crate) const FOLDERS: &[&str] = &[MEDIA, INDEX, "skills", "exports", BACKUPS];

/// "Gall" in ASCII, in the header of every workspace's database.
pub(crate) const APPLICATION_ID: u32 = 0x4761_6c6c;

pub(crate) fn database(folder: &Path) -> PathBuf {
    folder.join(DATABASE)
}

/// A new name lasts only when its folder is written. Windows cannot open folders, and needs it not.
pub(crate) fn sync(folder: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
