//! Files that are written for somebody to take along: `exports/` in the workspace's folder.

use crate::error::{Inner, show};
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Folder of exported files.
const EXPORTS: &str = "exports";

/// Writes a file and gives its path. What is there already is kept: `audit.csv`, then `audit-2.csv`.
pub(crate) fn write(workspace: &Path, name: &str, text: &str) -> Inner<String> {
    let folder = workspace.join(EXPORTS);
    fs::create_dir_all(&folder)?;
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "txt"));
    let mut number = 1_u32;
    loop {
        let path = folder.join(match number {
            1 => name.to_owned(),
            _ => format!("{stem}-{number}.{ending}"),
        });
        match File::create_new(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                file.sync_all()?;
                return Ok(show(&path));
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            Err(error) => return Err(error.into()),
        }
    }
}
