//! The files below a folder.

use crate::{Limits, notice, outcome};
use galley_app::ports::{FileOutcome, FolderError};
use std::fs;
use std::path::{Path, PathBuf};

/// A file to be read.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    /// Path below the folder, with `/` between its parts.
    pub(crate) name: String,
    pub(crate) bytes: u64,
    /// It is the SKILL.md of a skill folder.
    pub(crate) is_skill: bool,
}

/// Folders of tools that hold nobody's own words.
const PASSED_OVER: &[&str] = &["node_modules", "target", "__MACOSX"];

/// The regular files below `root`, by name. Links are not followed: a link may lead out of the folder or
/// around in a circle. Files and folders whose name begins with a dot are passed over.
///
/// # Errors
/// If `root` is not there, is not a folder or cannot be listed.
pub(crate) fn files(
    root: &Path,
    limits: &Limits,
) -> Result<(Vec<Found>, Vec<FileOutcome>), FolderError> {
    let unreadable = |error: &std::io::Error| FolderError::Unreadable {
        path: root.display().to_string(),
        detail: error.to_string(),
    };
    let metadata = fs::metadata(root).map_err(|error| unreadable(&error))?;
    if !metadata.is_dir() {
        return Err(FolderError::NotAFolder {
            path: root.display().to_string(),
        });
    }
    fs::read_dir(root).map_err(|error| unreadable(&error))?;
    let mut walk = Walk {
        limits,
        found: Vec::new(),
        outcomes: Vec::new(),
        left_out: 0,
    };
    walk.folder(root, "", 0);
    if walk.left_out > 0 {
        let (limit, count) = (limits.files.to_string(), walk.left_out.to_string());
        let note = notice(
            "folder.too-many-files",
            &[("limit", &limit), ("count", &count)],
        );
        walk.outcomes.push(outcome("", "skipped", vec![note]));
    }
    Ok((walk.found, walk.outcomes))
}

struct Walk<'a> {
    limits: &'a Limits,
    found: Vec<Found>,
    outcomes: Vec<FileOutcome>,
    left_out: usize,
}

impl Walk<'_> {
    fn folder(&mut self, path: &Path, name: &str, depth: usize) {
        if depth > self.limits.depth {
            let limit = self.limits.depth.to_string();
            return self.skip(name, "folder.too-deep", &[("limit", &limit)]);
        }
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => {
                return self.skip(name, "folder.unreadable", &[("detail", &error.to_string())]);
            }
        };
        let mut entries: Vec<fs::DirEntry> = entries.filter_map(Result::ok).collect();
        // The order of a folder differs between file systems; a draft must not.
        entries.sort_by_key(fs::DirEntry::file_name);
        if let Some(skill) = entries.iter().find(|entry| entry.file_name() == "SKILL.md")
            && depth > 0
        {
            let bytes = skill.metadata().map_or(0, |metadata| metadata.len());
            self.found.push(Found {
                path: skill.path(),
                name: join(name, "SKILL.md"),
                bytes,
                is_skill: true,
            });
            return;
        }
        for entry in entries {
            let own = entry.file_name().to_string_lossy().into_owned();
            if own.starts_with('.') || PASSED_OVER.contains(&own.as_str()) {
                continue;
            }
            self.entry(&entry, &join(name, &own), depth);
        }
    }

    fn entry(&mut self, entry: &fs::DirEntry, name: &str, depth: usize) {
        // The metadata of an entry is that of a link itself, not of where it leads.
        let metadata = match entry.metadata() {
            Ok(metadata) => metadata,
            Err(error) => {
                return self.skip(name, "file.unreadable", &[("detail", &error.to_string())]);
            }
        };
        if metadata.is_dir() {
            self.folder(&entry.path(), name, depth + 1);
        } else if metadata.is_symlink() {
            self.skip(name, "file.link", &[]);
        } else if !metadata.is_file() {
            self.skip(name, "file.not-regular", &[]);
        } else if self.found.len() >= self.limits.files {
            self.left_out += 1;
        } else {
            self.found.push(Found {
                path: entry.path(),
                name: name.to_owned(),
                bytes: metadata.len(),
                is_skill: false,
            });
        }
    }

    fn skip(&mut self, name: &str, code: &str, params: &[(&str, &str)]) {
        let mut note = notice(code, params);
        note.params.insert("file".to_owned(), name.to_owned());
        self.outcomes.push(outcome(name, "skipped", vec![note]));
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}
