//! Where the files that Galley ships with lie: demo brands and skills.

use galley_app::error::{Code, Error, Result};
use std::path::{Path, PathBuf};

/// The folder of a demo brand's documents.
pub fn demo(name: &str) -> Result<PathBuf> {
    // The name comes from a command line: it is a folder's name, never a path.
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return Err(missing("demo brand", name));
    }
    find(&Path::new("assets").join("demo").join(name)).ok_or_else(|| missing("demo brand", name))
}

/// All demo brands, by name, with the folders of their documents.
pub fn demos() -> Vec<(String, PathBuf)> {
    let listed =
        find(&Path::new("assets").join("demo")).and_then(|all| std::fs::read_dir(all).ok());
    let mut demos: Vec<(String, PathBuf)> = listed
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            Some((
                entry.as_ref().ok()?.file_name().into_string().ok()?,
                entry.ok()?.path(),
            ))
        })
        .filter(|(_, path)| path.is_dir())
        .collect();
    demos.sort();
    demos
}

/// The folder of the shipped skills.
pub fn skills() -> Result<PathBuf> {
    find(Path::new("skills")).ok_or_else(|| missing("folder", "skills"))
}

/// Looks beside the program as it is installed, then in the repository it was built from.
fn find(path: &Path) -> Option<PathBuf> {
    let program = std::env::current_exe().ok();
    let beside = program.as_deref().and_then(Path::parent);
    let installed = beside.map(|folder| folder.join("../lib/Galley"));
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    installed
        .into_iter()
        .chain([repository])
        .map(|root| root.join(path))
        .find(|path| path.is_dir())
}

fn missing(what: &str, name: &str) -> Error {
    Error::new(
        Code::NotFound,
        format!("{what} {name} is not there: install Galley again, or run it from its repository"),
    )
    .with("what", what)
    .with("id", name)
}
