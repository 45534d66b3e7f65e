//! A disk that fills up is an error that can be acted on, and costs nothing that was stored.

use crate::common::{
    act, assert_helper_passed, document, helper_folder, in_own_mounts, kind, new_workspace,
    not_tried, open,
};
use galley_app::ports::{KnowledgeIndex, KnowledgeStore, Media, MediaStore, StoreError, Stored};
use galley_domain::canonical::hex;
use galley_store::Store;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::Path;
use uuid::Uuid;

const SMALL_DISK: &str = r#"mount -t tmpfs -o size=4m none "$GALLEY_TEST_FOLDER"; exec "$@""#;

fn on_a_small_disk(part: &str) {
    let folder = tempfile::tempdir().unwrap();
    match in_own_mounts(SMALL_DISK, part, folder.path()) {
        Some(output) => assert_helper_passed(&output),
        None => not_tried("a full disk"),
    }
}

/// Fills what is left of the disk.
fn fill(folder: &Path) {
    let mut ballast = fs::File::create(folder.join("ballast")).unwrap();
    for size in [65_536, 512, 1] {
        while ballast.write_all(&vec![0; size]).is_ok() {}
    }
}

/// A document of about `kilobytes`, with entries and chunks.
fn big(seed: u128, kilobytes: usize) -> galley_app::ports::ReadDocument {
    let text: String = (0..kilobytes * 20)
        .map(|number| format!("Mesh number {number} of set {seed} is cut to your size.\n\n"))
        .collect();
    document(seed, &format!("{seed}.md"), &text)
}

fn full<T: std::fmt::Debug>(result: Stored<T>) -> bool {
    match result {
        Ok(_) => false,
        Err(StoreError::DiskFull { .. }) => true,
        Err(other) => panic!("not told as a full disk: {other:?}"),
    }
}

fn picture(bytes: &[u8]) -> Media {
    Media {
        id: Uuid::from_u128(0xf1).into(),
        name: "mesh.png".to_owned(),
        sha256: hex(&Sha256::digest(bytes)),
        kind: "image/png".to_owned(),
        width: 10,
        height: 10,
        alt: "Mesh".to_owned(),
    }
}

fn assert_sound(store: &Store) {
    let database = rusqlite::Connection::open(store.folder().join("galley.db")).unwrap();
    let found: String = database
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(found, "ok");
}

#[test]
fn a_disk_that_fills_while_importing_costs_nothing_that_was_stored() {
    on_a_small_disk("disk::helper_that_fills_the_disk_by_importing");
}

#[test]
#[ignore = "a part that another test runs in a process of its own"]
fn helper_that_fills_the_disk_by_importing() {
    let path = helper_folder().join("w");
    let store = galley_store::create(&path, None, &new_workspace()).unwrap();
    let mut stored = 0;
    while !full(store.import(&act("knowledge.import", 1), &[big(stored + 1, 40)])) {
        stored += 1;
        assert!(stored < 100, "the disk must fill");
    }
    assert!(stored > 1, "some fitted");
    assert_eq!(
        store.documents().unwrap().len(),
        usize::try_from(stored).unwrap()
    );
    assert_sound(&store);
}

#[test]
fn every_other_write_tells_of_a_full_disk_and_goes_on_when_there_is_room() {
    on_a_small_disk("disk::helper_that_writes_on_a_full_disk");
}

#[test]
#[ignore = "a part that another test runs in a process of its own"]
fn helper_that_writes_on_a_full_disk() {
    let folder = helper_folder();
    let path = folder.join("w");
    let store = galley_store::create(&path, None, &new_workspace()).unwrap();
    store
        .import(&act("knowledge.import", 1), &[big(1, 10)])
        .unwrap();
    fill(&folder);
    let bytes = vec![7; 50_000];
    assert!(full(store.add_media(
        &act("media.add", 2),
        &picture(&bytes),
        &bytes
    )));
    assert!(full(store.catch_up()), "the index needs room");
    assert!(full(store.back_up("now")));
    fs::remove_file(folder.join("ballast")).unwrap();
    store
        .add_media(&act("media.add", 3), &picture(&bytes), &bytes)
        .unwrap();
    assert_eq!(store.media_bytes(picture(&bytes).id).unwrap(), bytes);
    store.catch_up().unwrap();
    let agreement = store.index_agreement().unwrap();
    assert_eq!(agreement, galley_store::Agreement::default());
    assert_sound(&store);
    drop(store);
    assert_eq!(open(&path).documents().unwrap().len(), 1);
}

#[test]
fn a_workspace_that_does_not_fit_is_not_left_in_halves() {
    on_a_small_disk("disk::helper_that_creates_on_a_full_disk");
}

#[test]
#[ignore = "a part that another test runs in a process of its own"]
fn helper_that_creates_on_a_full_disk() {
    let folder = helper_folder();
    fill(&folder);
    let path = folder.join("w");
    let error = galley_store::create(&path, None, &new_workspace()).unwrap_err();
    assert_eq!(kind(&error), "DiskFull", "{error}");
    assert!(!path.exists(), "what was begun is gone");
    fs::remove_file(folder.join("ballast")).unwrap();
    galley_store::create(&path, None, &new_workspace()).unwrap();
}

#[test]
fn a_workspace_on_a_full_disk_opens_as_far_as_it_can_or_says_why_not() {
    on_a_small_disk("disk::helper_that_opens_on_a_full_disk");
}

#[test]
#[ignore = "a part that another test runs in a process of its own"]
fn helper_that_opens_on_a_full_disk() {
    let folder = helper_folder();
    let path = folder.join("w");
    drop(galley_store::create(&path, None, &new_workspace()).unwrap());
    fill(&folder);
    let error = galley_store::open(&path, None).map(drop).unwrap_err();
    assert_eq!(kind(&error), "DiskFull", "{error}");
    fs::remove_file(folder.join("ballast")).unwrap();
    open(&path);
}
