//! Tampering with the audit chain is found, whichever byte it is.

use crate::common::{DEVICE, act, document, workspace};
use galley_app::ports::{KnowledgeStore, WorkspaceStore};
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
    }
}
