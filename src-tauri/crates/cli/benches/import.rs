//! What importing a folder of 1,000 documents costs as a whole process, as a member would run it.
//!
//! The documents are the demo brand's Markdown pages again and again, each with numbers of its own, so that
//! no two are alike and each gives entries, chunks and index records of its own.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench that cannot be set up has nothing to measure, and its figures go to standard output"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const DOCUMENTS: usize = 1_000;
const ROUNDS: usize = 5;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let documents = folder.path().join("documents");
    let bytes = write(&documents);
    let mut took: Vec<Duration> = (0..ROUNDS)
        .map(|round| {
            import(
                &documents,
                &folder.path().join(format!("workspace-{round}")),
            )
        })
        .collect();
    took.sort_unstable();
    println!(
        "galley import of {DOCUMENTS} documents ({} KB): fastest {:.1} s, median {:.1} s, slowest {:.1} s of {ROUNDS}",
        bytes / 1_000,
        took[0].as_secs_f64(),
        took[ROUNDS / 2].as_secs_f64(),
        took[ROUNDS - 1].as_secs_f64(),
    );
}

/// One import into a new workspace, from the start of the process to its end.
fn import(documents: &Path, workspace: &Path) -> Duration {
    let started = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_galley"))
        .args(["import", "--new", "--workspace"])
        .args([workspace, documents])
        .stdout(Stdio::null())
        .status();
    let took = started.elapsed();
    assert!(status.unwrap().success(), "the import failed");
    took
}

/// Writes the documents, and says how many bytes they have.
fn write(folder: &Path) -> usize {
    std::fs::create_dir(folder).unwrap();
    let pages = pages();
    (0..DOCUMENTS)
        .map(|number| {
            let text = renumbered(&pages[number % pages.len()], number / pages.len());
            std::fs::write(folder.join(format!("page-{number:04}.md")), &text).unwrap();
            text.len()
        })
        .sum()
}

/// The demo brand's pages, but for the one on how it writes.
fn pages() -> Vec<String> {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/demo/nextdaysteel");
    let mut files: Vec<PathBuf> = std::fs::read_dir(demo)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .filter(|path| path.file_stem().is_some_and(|name| name != "how-we-write"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

/// A text in which each number has become another one.
fn renumbered(text: &str, by: usize) -> String {
    let mut said = String::with_capacity(text.len() + 64);
    let mut number = String::new();
    for c in text.chars().chain(['\n']) {
        if c.is_ascii_digit() && number.len() < 9 {
            number.push(c);
            continue;
        }
        if let Ok(value) = number.parse::<usize>() {
            said.push_str(&(value + by).to_string());
        }
        number.clear();
        said.push(c);
    }
    said
}
