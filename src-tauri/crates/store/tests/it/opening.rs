//! Folders that are no workspace, or cannot be used as one now.

use crate::common::{
    allow, as_nobody, assert_helper_passed, at, helper_arguments, helper_folder, in_own_mounts,
    kind, new_workspace, not_tried, open, workspace,
};
use galley_app::ports::{WorkspaceFacts, WorkspaceStore};
use galley_store::{Key, OpenError};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Every file below a folder, but for the lock, which every opening writes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(contents(&path));
        } else if !path.ends_with("workspace.lock") {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

/// Opening fails for this reason, says where, and changes nothing.
fn check(path: &Path, expect: &str) -> OpenError {
    let before = contents(path);
    let error = galley_store::open(path, None).unwrap_err();
    assert_eq!(kind(&error), expect, "{error}");
    assert_eq!(error.params()["path"], path.display().to_string());
    let after = contents(path);
    for (file, bytes) in &before {
        assert_eq!(
            after.get(file),
            Some(bytes),
            "{} was changed",
            file.display()
        );
    }
    error
}

/// A closed workspace, changed by `change`.
fn changed(change: impl FnOnce(&Path)) -> (tempfile::TempDir, PathBuf) {
    let (folder, store) = workspace();
    let path = store.folder().to_owned();
    drop(store);
    change(&path);
    (folder, path)
}

fn sql(path: &Path, text: &str) {
    let database = rusqlite::Connection::open(path.join("galley.db")).unwrap();
    database.execute_batch(text).unwrap();
    database
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
}

#[test]
fn a_workspace_has_what_it_was_made_with_after_it_is_opened_again() {
    let (_folder, path) = changed(|_| ());
    let store = open(&path);
    let facts = WorkspaceFacts {
        folder: path.clone(),
        demo: false,
        device: new_workspace().device,
        created: at(0),
    };
    assert_eq!(store.facts().unwrap(), facts);
    assert_eq!(store.members().unwrap(), [new_workspace().member]);
    assert_eq!(store.channels().unwrap(), new_workspace().channels);
    for name in ["media", "index", "skills", "exports", "backups"] {
        assert!(path.join(name).is_dir(), "{name} is there");
    }
}

#[test]
fn what_is_missing_or_a_file_is_said_to_be_so() {
    let folder = tempfile::tempdir().unwrap();
    check(&folder.path().join("nothing"), "Missing");
    let file = folder.path().join("file");
    fs::write(&file, "text").unwrap();
    let error = galley_store::open(&file, None).unwrap_err();
    assert_eq!(kind(&error), "IsFile");
    let error = galley_store::open(&file.join("below"), None).unwrap_err();
    assert_eq!(kind(&error), "Missing");
    let error = galley_store::create(&file, None, &new_workspace()).unwrap_err();
    assert_eq!(kind(&error), "IsFile");
    assert_eq!(fs::read_to_string(&file).unwrap(), "text");
}

#[test]
fn a_folder_of_something_else_is_not_a_workspace_and_gets_no_files() {
    let folder = tempfile::tempdir().unwrap();
    check(folder.path(), "NotAWorkspace");
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        0,
        "not even a lock is made"
    );
    fs::create_dir(folder.path().join("galley.db")).unwrap();
    check(folder.path(), "NotAWorkspace");
    fs::remove_dir(folder.path().join("galley.db")).unwrap();
    sql(
        folder.path(),
        "CREATE TABLE notes (text TEXT); PRAGMA application_id = 7;",
    );
    check(folder.path(), "NotAWorkspace");
}

#[test]
fn a_newer_workspace_is_left_alone() {
    let (_folder, path) = changed(|path| sql(path, "PRAGMA user_version = 9000"));
    let error = check(&path, "Newer");
    assert_eq!(error.params()["found"], "9000");
    assert!(
        !path.join("galley.db-wal").exists(),
        "it was not even opened"
    );
}

#[test]
fn another_history_of_migrations_is_refused() {
    let change = "UPDATE migration SET sha256 = 'other' WHERE name = 'channels'";
    let (_folder, path) = changed(|path| sql(path, change));
    let error = check(&path, "OtherHistory");
    assert_eq!(error.params()["migration"], "channels");
}

#[test]
fn a_damaged_database_is_refused_and_kept_as_it_is() {
    let database = |path: &Path| path.join("galley.db");
    let cut = |length: u64| {
        changed(|path| {
            let file = fs::OpenOptions::new()
                .write(true)
                .open(database(path))
                .unwrap();
            file.set_len(length).unwrap();
        })
    };
    for length in [0, 50, 100, 4_096, 10_000] {
        let (_folder, path) = cut(length);
        check(&path, "Damaged");
    }
    let (_folder, path) = changed(|path| fs::write(database(path), [b'x'; 20_000]).unwrap());
    check(&path, "Damaged");
    let (_folder, path) = changed(|path| {
        let mut bytes = fs::read(database(path)).unwrap();
        bytes[4_096..8_192].fill(0xff);
        fs::write(database(path), bytes).unwrap();
    });
    let error = check(&path, "Damaged");
    assert!(!error.params()["detail"].is_empty());
}

#[test]
fn a_workspace_that_is_open_has_one_owner() {
    let (_folder, store) = workspace();
    let error = galley_store::open(store.folder(), None).unwrap_err();
    let OpenError::Owned { pid, program, .. } = &error else {
        panic!("{error}");
    };
    assert_eq!(*pid, Some(std::process::id()));
    assert!(
        program
            .as_deref()
            .is_some_and(|program| program.starts_with("it-")),
        "{error}"
    );
    let path = store.folder().to_owned();
    let clone = store.clone();
    drop(store);
    assert_eq!(kind(&galley_store::open(&path, None).unwrap_err()), "Owned");
    drop(clone);
    open(&path);
}

#[test]
fn an_owner_that_says_nothing_is_an_owner_all_the_same() {
    let (_folder, store) = workspace();
    fs::write(store.folder().join("workspace.lock"), "").unwrap();
    let error = galley_store::open(store.folder(), None).unwrap_err();
    assert!(
        matches!(
            error,
            OpenError::Owned {
                pid: None,
                program: None,
                ..
            }
        ),
        "{error}"
    );
}

#[test]
fn another_process_owns_a_workspace_until_it_ends_however_it_ends() {
    let (_folder, path) = changed(|_| ());
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(helper_arguments("opening::helper_that_holds_a_workspace"))
        .env("GALLEY_TEST_FOLDER", &path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let said = lines
        .map(Result::unwrap)
        .find(|line| line.contains("holding"));
    assert!(said.is_some());
    let error = check(&path, "Owned");
    assert_eq!(error.params()["pid"], child.id().to_string());
    child.kill().unwrap();
    child.wait().unwrap();
    open(&path);
}

#[test]
#[ignore = "a part that another test runs in a process of its own"]
fn helper_that_holds_a_workspace() {
    let _store = open(&helper_folder());
    writeln!(std::io::stdout(), "holding").unwrap();
    std::io::stdin().lines().for_each(drop);
}

#[test]
fn a_workspace_is_made_in_an_empty_folder_only() {
    let folder = tempfile::tempdir().unwrap();
    let create = || galley_store::create(folder.path(), None, &new_workspace());
    fs::write(folder.path().join("brief.md"), "text").unwrap();
    assert_eq!(kind(&create().unwrap_err()), "NotEmpty");
    assert_eq!(contents(folder.path()).len(), 1, "nothing was added");
    fs::remove_file(folder.path().join("brief.md")).unwrap();
    drop(create().unwrap());
    assert_eq!(kind(&create().unwrap_err()), "NotEmpty");
    open(folder.path());
}

#[test]
fn making_a_workspace_that_was_cut_off_can_be_done_again() {
    let folder = tempfile::tempdir().unwrap();
    for name in [
        "workspace.lock",
        "galley.db.making",
        "galley.db.making-journal",
    ] {
        fs::write(folder.path().join(name), "half").unwrap();
    }
    check(folder.path(), "NotAWorkspace");
    galley_store::create(folder.path(), None, &new_workspace()).unwrap();
    assert!(!folder.path().join("galley.db.making").exists());
}

#[test]
fn a_key_is_refused_with_its_own_error() {
    let (_folder, path) = changed(|_| ());
    let error = galley_store::open(&path, Some(Key::new([7; 32]))).unwrap_err();
    assert_eq!(kind(&error), "KeyNotSupported");
    let new = path.join("new");
    let error = galley_store::create(&new, Some(Key::new([7; 32])), &new_workspace());
    assert_eq!(kind(&error.unwrap_err()), "KeyNotSupported");
    assert!(!new.exists());
}

#[test]
fn a_read_only_folder_is_refused() {
    let (_folder, path) = changed(|_| ());
    let shell = r#"mount --bind "$GALLEY_TEST_FOLDER" "$GALLEY_TEST_FOLDER"
        mount -o remount,bind,ro "$GALLEY_TEST_FOLDER"; exec "$@""#;
    match in_own_mounts(shell, "opening::helper_that_finds_it_read_only", &path) {
        Some(output) => assert_helper_passed(&output),
        None => not_tried("a read-only folder"),
    }
}

#[test]
fn a_read_only_database_in_a_folder_that_can_be_written_is_refused() {
    let (_folder, path) = changed(|_| ());
    let shell = r#"file="$GALLEY_TEST_FOLDER/galley.db"; mount --bind "$file" "$file"
        mount -o remount,bind,ro "$file"; exec "$@""#;
    match in_own_mounts(shell, "opening::helper_that_finds_it_read_only", &path) {
        Some(output) => assert_helper_passed(&output),
        None => not_tried("a read-only database"),
    }
}

#[test]
#[ignore = "a part that other tests run in a process of its own"]
fn helper_that_finds_it_read_only() {
    check(&helper_folder(), "ReadOnly");
    let error = galley_store::create(&helper_folder().join("new"), None, &new_workspace());
    let code = error.err().map(|error| kind(&error));
    assert!(
        code.as_deref().is_none_or(|code| code == "ReadOnly"),
        "{code:?}"
    );
}

#[test]
fn what_the_modes_of_files_do_not_allow_is_told_apart() {
    let (folder, path) = changed(|_| ());
    allow(folder.path(), 0o755);
    for (mode, part) in [
        (0o555, "opening::helper_that_may_not_write_it"),
        (0o000, "opening::helper_that_cannot_read_it"),
    ] {
        allow(&path, mode);
        let output = as_nobody(part, &path);
        allow(&path, 0o755);
        match output {
            Some(output) => assert_helper_passed(&output),
            None => return not_tried("files of somebody else"),
        }
    }
}

#[test]
#[ignore = "a part that another test runs in a process of its own"]
fn helper_that_may_not_write_it() {
    let error = galley_store::open(&helper_folder(), None).unwrap_err();
    assert_eq!(kind(&error), "ReadOnly", "{error}");
}

#[test]
#[ignore = "a part that another test runs in a process of its own"]
fn helper_that_cannot_read_it() {
    let error = galley_store::open(&helper_folder(), None).unwrap_err();
    assert_eq!(kind(&error), "NoAccess", "{error}");
}
