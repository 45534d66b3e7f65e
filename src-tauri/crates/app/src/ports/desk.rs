//! The desk: which workspace is open, and the others that could be.

use super::Event;
use crate::desk::{DeskView, Wanted};
use crate::error::Result;
use crate::knowledge::ImportView;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;

/// What opening takes time for.
pub type InTime<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// Opens one workspace after another. At most one is open.
pub trait Desk: Send + Sync {
    /// Waits for the first workspace to be open, or not to be.
    fn look(&self) -> InTime<'_, DeskView>;
    /// Opens a workspace in place of the open one. If that fails the open one stays.
    fn open(&self, wanted: Wanted) -> InTime<'_, ()>;
    /// Makes a workspace for a folder of documents and opens it. Nothing is left behind if that fails.
    /// `home` is where it should lie; `None`: in the account's data folder, named like the documents.
    fn create(&self, documents: PathBuf, home: Option<PathBuf>) -> InTime<'_, ImportView>;
    /// Makes a demo brand's workspace anew and opens it.
    fn reset(&self, demo: String) -> InTime<'_, ()>;
    /// Takes a workspace off the list; its files stay.
    fn forget(&self, folder: &Path) -> Result<()>;
    /// Tells whoever watches.
    fn send(&self, event: Event);
}
