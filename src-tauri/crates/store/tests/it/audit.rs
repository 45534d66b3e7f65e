//! Tampering with the audit chain is found, whichever byte it is.

use crate::common::{DEVICE, act, document, workspace};
use galley_app::ports::{AuditStore, KnowledgeStore, WorkspaceStore};
use galley_domain::audit::AuditRecord;
use galley_domain::members::{Member, Role};
use galley_store::{AuditState, Store};
use uuid::Uuid;

const COLUMNS: [&str; 10] = [
    "device",
    "sequence",
    "at",
    "member",
    "operation",
    "object",
    "before",
    "after",
    "previous",
    "hash",
];

fn chain() -> (tempfile::TempDir, Store) {
    let (folder, store) = workspace();
    let text = "We deliver in a day.";
    store
        .import(&act("knowledge.import", 1), &[document(1, "a.md", text)])
        .unwrap();
    store
        .import(
            &act("knowledge.import", 2),
            &[document(2, "a.md", "We deliver.")],
        )
        .unwrap();
    let member = Member {
        id: Uuid::from_u128(0xb1).into(),
        name: "Yard manager".to_owned(),
        role: Role::Editor,
        removed: false,
    };
    store.add_member(&act("member.add", 3), &member).unwrap();
    (folder, store)
}

fn whole(store: &Store) -> bool {
    let states = store.audit_states().unwrap();
    states
        .iter()
        .all(|(_, state)| matches!(state, AuditState::Whole { .. }))
}

/// An open workspace whose records are changed behind its back and put back.
struct Tampering {
    store: Store,
    database: rusqlite::Connection,
}

impl Tampering {
    fn with(store: Store) -> Self {
        let database = rusqlite::Connection::open(store.folder().join("galley.db")).unwrap();
        database
            .execute_batch(
                "CREATE TABLE kept AS SELECT * FROM audit;
                 CREATE TABLE kept_head AS SELECT * FROM audit_head;",
            )
            .unwrap();
        Self { store, database }
    }

    /// Does `sql`, which must change something, and verifies.
    fn check(&self, sql: &str) {
        assert!(
            self.database.execute(sql, []).unwrap() > 0,
            "{sql} changes a row"
        );
        assert!(!whole(&self.store), "{sql} is found");
        self.database
            .execute_batch(
                "DELETE FROM audit; INSERT INTO audit SELECT * FROM kept;
                 DELETE FROM audit_head; INSERT INTO audit_head SELECT * FROM kept_head;",
            )
            .unwrap();
        assert!(whole(&self.store), "put back, it is whole again");
    }
}

#[test]
fn a_change_in_any_column_of_any_record_is_found() {
    let (_folder, store) = chain();
    assert!(whole(&store));
    let records = store.audit_records(DEVICE).unwrap();
    assert_eq!(
        records.len(),
        8,
        "a workspace, four channels, two imports, a member"
    );
    let tampering = Tampering::with(store);
    for record in &records {
        for column in COLUMNS {
            let value = match column {
                "sequence" => "sequence + 100".to_owned(),
                "at" => "at + 1".to_owned(),
                // The last character becomes another hex digit, so that ids stay ids.
                _ => format!(
                    "substr({column}, 1, length({column}) - 1)
                     || CASE substr({column}, -1) WHEN '0' THEN '1' ELSE '0' END"
                ),
            };
            let empty = match column {
                "before" => record.before.is_none(),
                "previous" => record.previous.is_empty(),
                _ => false,
            };
            let value = if empty { "'0'".to_owned() } else { value };
            let number = record.sequence;
            tampering.check(&format!(
                "UPDATE audit SET {column} = {value} WHERE sequence = {number}"
            ));
        }
        tampering.check(&format!(
            "DELETE FROM audit WHERE sequence = {}",
            record.sequence
        ));
    }
}

/// Every byte of every column of every record, one after the other, is another byte of the same kind.
#[test]
fn every_byte_that_is_changed_is_found_and_its_record_named() {
    let (_folder, store) = chain();
    let records = store.audit_records(DEVICE).unwrap();
    let database = rusqlite::Connection::open(store.folder().join("galley.db")).unwrap();
    let mut changed = 0;
    for record in &records {
        for column in COLUMNS
            .iter()
            .filter(|column| !["sequence", "at"].contains(column))
        {
            let read = format!("SELECT {column} FROM audit WHERE sequence = ?");
            let text: Option<String> = database
                .query_row(&read, [record.sequence], |row| row.get(0))
                .unwrap();
            let text = text.unwrap_or_default();
            for (at, byte) in text.bytes().enumerate() {
                let mut bytes = text.clone().into_bytes();
                bytes[at] = flipped(byte);
                let other = String::from_utf8(bytes).unwrap();
                set(&database, column, record, &other);
                assert_eq!(first_broken(&store), Some(record.sequence), "{column} {at}");
                // Put back by the sequence, which is not changed: a device is part of the key.
                set(&database, column, record, &text);
                changed += 1;
            }
        }
    }
    assert!(changed > 2_000, "{changed} bytes");
    assert!(whole(&store), "put back, it is whole again");
}

fn set(database: &rusqlite::Connection, column: &str, record: &AuditRecord, value: &str) {
    let sql = format!("UPDATE audit SET {column} = ? WHERE sequence = ?");
    let done = database.execute(&sql, (value, record.sequence)).unwrap();
    assert_eq!(done, 1, "{column} of record {}", record.sequence);
}

/// Another byte: hex stays hex, letters and signs stay ASCII.
fn flipped(byte: u8) -> u8 {
    match byte {
        b'9' => b'8',
        b'0'..=b'8' => byte + 1,
        b'f' => b'e',
        b'a'..=b'e' => byte + 1,
        b'-' => b'_',
        b'x' => b'y',
        _ => b'x',
    }
}

/// The first record that does not hold. A record under another device leaves a gap in its own chain.
fn first_broken(store: &Store) -> Option<u32> {
    let checked = store.verify_audit().unwrap();
    let own = checked
        .iter()
        .find(|chain| chain.device == DEVICE.to_string());
    own.and_then(|chain| chain.broken.as_ref())
        .map(|broken| broken.record)
}

#[test]
fn a_record_that_was_put_in_removed_or_exchanged_is_found_and_named() {
    let (_folder, store) = chain();
    let database = rusqlite::Connection::open(store.folder().join("galley.db")).unwrap();
    let check = |sql: &str, undo: &str, expect: u32| {
        database.execute_batch(sql).unwrap();
        assert_eq!(first_broken(&store), Some(expect), "{sql}");
        database.execute_batch(undo).unwrap();
        assert!(whole(&store), "{undo}");
    };
    check(
        "CREATE TABLE kept AS SELECT * FROM audit WHERE sequence = 8; DELETE FROM audit WHERE sequence = 8",
        "INSERT INTO audit SELECT * FROM kept; DROP TABLE kept",
        8,
    );
    check(
        "CREATE TABLE kept AS SELECT * FROM audit WHERE sequence = 3; DELETE FROM audit WHERE sequence = 3",
        "INSERT INTO audit SELECT * FROM kept; DROP TABLE kept",
        3,
    );
    let copy = "INSERT INTO audit SELECT device, 9, at, member, operation, object, before, after,
         previous, hash FROM audit WHERE sequence = 8";
    check(copy, "DELETE FROM audit WHERE sequence = 9", 9);
    let swap = "UPDATE audit SET sequence = 90 WHERE sequence = 4;
         UPDATE audit SET sequence = 4 WHERE sequence = 5; UPDATE audit SET sequence = 5 WHERE sequence = 90";
    check(swap, swap, 4);
}

#[test]
fn a_blank_or_the_case_of_a_letter_is_a_changed_byte_too() {
    let (_folder, store) = chain();
    let tampering = Tampering::with(store);
    tampering.check("UPDATE audit SET after = after || ' ' WHERE sequence = 7");
    tampering.check("UPDATE audit SET member = upper(member) WHERE sequence = 7");
    tampering.check("UPDATE audit SET hash = upper(hash) WHERE sequence = 7");
    tampering.check("UPDATE audit_head SET sequence = 7");
    tampering.check("DELETE FROM audit_head");
    tampering.check("DELETE FROM audit");
}

#[test]
fn a_write_that_fails_leaves_no_record() {
    let (_folder, store) = chain();
    let again = new_member();
    store.add_member(&act("member.add", 4), &again).unwrap();
    let before = store.audit_records(DEVICE).unwrap();
    store.add_member(&act("member.add", 5), &again).unwrap_err();
    assert_eq!(store.audit_records(DEVICE).unwrap(), before);
    assert!(whole(&store));
}

fn new_member() -> Member {
    Member {
        id: Uuid::from_u128(0xb2).into(),
        name: "Driver".to_owned(),
        role: Role::Viewer,
        removed: false,
    }
}
