//! Documents as they are imported, changed and removed.

use crate::common::{DEVICE, act, at, document, open, workspace};
use galley_app::ports::{Imported, KnowledgeStore, ReadDocument, StoreError};
use galley_domain::knowledge::{EntryKind, ProductFacts, StatementForm};
use galley_store::Store;

const TEXT: &str = "Wir liefern für 5 € – am nächsten Tag. Bestellen Sie bis 14 Uhr.";

fn import(store: &Store, time: i64, documents: &[ReadDocument]) -> (u32, u32, u32) {
    let Imported {
        added,
        changed,
        unchanged,
    } = store
        .import(&act("knowledge.import", time), documents)
        .unwrap();
    (added, changed, unchanged)
}

#[test]
fn a_document_comes_back_as_it_was_read_after_a_restart() {
    let (_folder, store) = workspace();
    let mut read = document(1, "hilfe/lieferung.md", TEXT);
    read.entries[1].kind = EntryKind::Answer;
    read.entries[1].question = Some("Bis wann?".to_owned());
    read.entries[1].form = StatementForm::Reply;
    read.entries[1].order = Some(2);
    read.entries[1].quoted = true;
    read.entries[1].product = Some(ProductFacts {
        name: "A142".to_owned(),
        price: Some("5 €".to_owned()),
        ..ProductFacts::default()
    });
    assert_eq!(import(&store, 1, std::slice::from_ref(&read)), (1, 0, 0));
    let path = store.folder().to_owned();
    drop(store);
    let store = open(&path);
    assert_eq!(store.document(read.document.id).unwrap(), read.document);
    let ids: Vec<_> = read.entries.iter().rev().map(|entry| entry.id).collect();
    let entries: Vec<_> = store
        .entries(&ids)
        .unwrap()
        .into_iter()
        .map(|(entry, _)| entry)
        .collect();
    assert_eq!(
        entries,
        read.entries.iter().rev().cloned().collect::<Vec<_>>()
    );
    let chunks = store
        .chunks(&[read.chunks[1].id, read.chunks[0].id])
        .unwrap();
    assert_eq!(chunks[0].0, read.chunks[1]);
    assert_eq!(
        chunks[1].2, "Wir liefern für 5 € – am nächsten Tag.",
        "spans count bytes"
    );
    let answers = store.entries_of(EntryKind::Answer).unwrap();
    assert_eq!(
        answers,
        [(read.entries[1].clone(), "hilfe/lieferung.md".to_owned())]
    );
    assert_eq!(store.subjects().unwrap(), ["Delivery"]);
    let summary = &store.documents().unwrap()[0];
    assert_eq!((summary.entries, summary.chunks), (2, 2));
}

#[test]
fn the_same_files_again_change_nothing() {
    let (_folder, store) = workspace();
    assert_eq!(import(&store, 1, &[document(1, "a.md", TEXT)]), (1, 0, 0));
    let records = store.audit_records(DEVICE).unwrap().len();
    assert_eq!(import(&store, 2, &[document(2, "a.md", TEXT)]), (0, 0, 1));
    assert_eq!(store.audit_records(DEVICE).unwrap().len(), records);
}

#[test]
fn a_changed_file_keeps_its_document_and_gets_new_entries() {
    let (_folder, store) = workspace();
    let first = document(1, "a.md", TEXT);
    import(&store, 1, std::slice::from_ref(&first));
    let second = document(2, "a.md", "Wir liefern. Immer. Gern.");
    assert_eq!(
        import(&store, 2_000, std::slice::from_ref(&second)),
        (0, 1, 0)
    );
    let id = first.document.id;
    assert_eq!(store.document(id).unwrap().text, second.document.text);
    assert_eq!(store.entries(&[first.entries[0].id]).unwrap(), []);
    let (entry, _) = store.entries(&[second.entries[2].id]).unwrap().remove(0);
    assert_eq!(
        entry.document, id,
        "entries point to the document that is there"
    );
    let missing = store.document(second.document.id).unwrap_err();
    assert!(matches!(missing, StoreError::NotFound { .. }));
    let old = store.document_text(id, at(1_000)).unwrap();
    assert_eq!(
        old, TEXT,
        "facts drafted before point into the text of that time"
    );
    assert_eq!(
        store.document_text(id, at(3_000)).unwrap(),
        second.document.text
    );
}

#[test]
fn a_better_reading_of_the_same_text_is_stored() {
    let (_folder, store) = workspace();
    import(&store, 1, &[document(1, "a.md", TEXT)]);
    let mut better = document(2, "a.md", TEXT);
    "Lieferung".clone_into(&mut better.entries[0].subject);
    assert_eq!(import(&store, 2, &[better]), (0, 1, 0));
    assert_eq!(store.subjects().unwrap(), ["Delivery", "Lieferung"]);
}

#[test]
fn a_removed_document_leaves_its_text_to_those_who_cite_it() {
    let (_folder, store) = workspace();
    let read = document(1, "a.md", TEXT);
    import(&store, 1, std::slice::from_ref(&read));
    store
        .remove_document(&act("knowledge.remove", 2), read.document.id)
        .unwrap();
    assert_eq!(store.documents().unwrap(), []);
    assert_eq!(store.entries(&[read.entries[0].id]).unwrap(), []);
    assert_eq!(store.document_text(read.document.id, at(5)).unwrap(), TEXT);
    let again = store.remove_document(&act("knowledge.remove", 3), read.document.id);
    assert!(matches!(again.unwrap_err(), StoreError::NotFound { .. }));
    assert_eq!(import(&store, 4, &[document(2, "a.md", TEXT)]), (1, 0, 0));
}

#[test]
fn an_import_that_fails_stores_nothing_of_it() {
    let (_folder, store) = workspace();
    let mut twice = document(2, "b.md", TEXT);
    twice.entries[1].id = twice.entries[0].id;
    let documents = [document(1, "a.md", TEXT), twice];
    store
        .import(&act("knowledge.import", 1), &documents)
        .unwrap_err();
    assert_eq!(store.documents().unwrap(), []);
}
