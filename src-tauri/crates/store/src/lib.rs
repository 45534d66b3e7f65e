//! A workspace on disk: SQLite, the search index, pictures, and the lock that one process holds.
//!
//! [`open`] and [`create`] are the only ways in. A [`Store`] implements the ports of `galley_app` that
//! keep and find things. One file below here is one group of tables: its migration, its rows, its reads
//! and its writes.

mod audit;
mod backup;
mod brand;
mod channels;
mod connection;
mod conversations;
mod error;
mod exports;
mod file_system;
mod guards;
mod index;
mod key;
mod knowledge;
mod layout;
mod media;
mod members;
mod migrations;
mod open;
mod owner;
mod posts;
mod review;
mod runs;
mod store;
mod values;
mod workspace;

pub use audit::AuditState;
pub use error::OpenError;
pub use index::Agreement;
pub use key::Key;
pub use open::{create, open};
pub use store::Store;
pub use workspace::NewWorkspace;

/// Whether a folder holds a workspace's database. Says nothing about whether it can be opened.
pub fn is_workspace(folder: &std::path::Path) -> bool {
    layout::database(folder).is_file()
}
