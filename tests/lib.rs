//! A workspace under test: real store, index and files in a temporary folder; time and ids set by hand.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot be set up fails here, with the reason"
)]

use galley_app::error::Error;
use galley_host::{Host, Machine, Place};
use galley_testkit::machine::{Counting, HandClock, MemorySettings};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

/// A workspace with its folder of documents beside it.
pub struct Desk {
    pub host: Host,
    pub clock: Arc<HandClock>,
    pub folder: TempDir,
}

/// A machine whose clock stands at noon on 25 March 2026, with the clock to move.
pub fn machine() -> (Machine, Arc<HandClock>) {
    let clock = Arc::new(HandClock::at("2026-03-25T12:00:00Z"));
    let machine = Machine {
        clock: Arc::clone(&clock) as _,
        ids: Arc::new(Counting::default()),
        seeds: Arc::new(Counting::default()),
        settings: Arc::new(MemorySettings::default()),
        data: None,
    };
    (machine, clock)
}

/// An empty workspace.
pub fn empty() -> Desk {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (machine, clock) = machine();
    let home = folder.path().join("workspace");
    galley_host::make(&home, false, &machine).expect("the workspace is made");
    let host = Host::open(&Place::Workspace(home), None, &machine).expect("the workspace opens");
    Desk {
        host,
        clock,
        folder,
    }
}

/// A workspace that has read these files.
pub fn with(files: &[(&str, &str)]) -> Desk {
    let desk = empty();
    let documents = desk.write(files);
    desk.call("knowledge.import", json!({ "folder": documents }));
    desk
}

/// A workspace that has read the demo brand NextDaySteel: a copy of one that is made once, since reading
/// it is most of what such a test would do.
pub fn demo() -> Desk {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let Desk { host, folder, .. } = empty();
        let documents = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/demo/nextdaysteel");
        host.call("knowledge.import", json!({ "folder": documents }))
            .expect("the demo brand is read");
        drop(host);
        folder
    });
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(made.path(), folder.path());
    let (mut machine, clock) = machine();
    // What was made with the first ids is in the copy.
    machine.ids = Arc::new(Counting::from(1_000_000));
    let home = folder.path().join("workspace");
    let host = Host::open(&Place::Workspace(home), None, &machine).expect("the copy opens");
    Desk {
        host,
        clock,
        folder,
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            fs::create_dir_all(&target).expect("a folder");
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file is copied");
        }
    }
}

impl Desk {
    /// Calls an operation that must succeed.
    pub fn call(&self, name: &str, input: Value) -> Value {
        match self.host.call(name, input.clone()) {
            Ok(output) => output,
            Err(error) => panic!("{name} with {input} failed: {error}"),
        }
    }

    /// Calls an operation that must fail.
    pub fn refuse(&self, name: &str, input: Value) -> Error {
        match self.host.call(name, input.clone()) {
            Ok(output) => panic!("{name} with {input} did not fail but gave {output}"),
            Err(error) => error,
        }
    }

    /// Drafts from a brief and gives the finished run.
    pub fn draft(&self, input: Value) -> Value {
        let started = self.call("draft.start", input);
        let run = serde_json::from_value(started["run"].clone()).expect("a run's id");
        let view = self.host.wait(run).expect("the run ends");
        serde_json::to_value(view).expect("a run can be written")
    }

    /// Drafts from a brief that must lead to a post, and gives the post.
    pub fn post(&self, brief: &str) -> Value {
        let run = self.draft(json!({ "brief": brief, "seed": "0000000000000001" }));
        assert!(run["post"].is_string(), "no post came of {brief:?}: {run}");
        self.call("post.get", json!({ "post": run["post"] }))
    }

    /// Writes files into a folder beside the workspace and gives the folder.
    pub fn write(&self, files: &[(&str, &str)]) -> PathBuf {
        let documents = self.folder.path().join("documents");
        for (name, text) in files {
            let path = documents.join(name);
            fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
            fs::write(path, text).expect("a file is written");
        }
        documents
    }
}
