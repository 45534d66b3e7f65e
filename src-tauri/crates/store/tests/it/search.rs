//! Search: what is found, what it is narrowed by, and that nothing a user types breaks it.

use crate::common::{act, document, open, workspace};
use galley_app::ports::{KnowledgeIndex, KnowledgeStore, ReadDocument, SearchFilter};
use galley_domain::knowledge::Category;
use galley_domain::language::Language;
use galley_store::{Agreement, Store};
use std::fs;

fn import(store: &Store, documents: &[ReadDocument]) {
    store
        .import(&act("knowledge.import", 1), documents)
        .unwrap();
    store.catch_up().unwrap();
}

/// The statements of the entries that are found.
fn found(store: &Store, text: &str, filter: &SearchFilter) -> Vec<String> {
    let hits = store.search_entries(text, filter, 10).unwrap();
    let ids: Vec<_> = hits.iter().map(|hit| hit.id).collect();
    let entries = store.entries(&ids).unwrap();
    entries
        .into_iter()
        .map(|(entry, _)| entry.statement)
        .collect()
}

fn yard() -> (tempfile::TempDir, Store) {
    let (folder, store) = workspace();
    let mut prices = document(2, "prices.md", "A142 mesh costs 32 pounds a sheet.");
    prices.entries[0].category = Category::Pricing;
    let mut german = document(3, "lieferung.md", "Lieferungen kommen am nächsten Tag.");
    german.document.language = Language::German;
    german.entries[0].language = Language::German;
    let delivery = "Orders placed by two arrive the next day. Mesh is cut to size.";
    import(
        &store,
        &[document(1, "delivery.md", delivery), prices, german],
    );
    (folder, store)
}

#[test]
fn words_are_found_in_other_forms_and_the_best_match_comes_first() {
    let (_folder, store) = yard();
    let all = SearchFilter::default();
    assert_eq!(
        found(&store, "when does my order arrive", &all)[0],
        "Orders placed by two arrive the next day."
    );
    assert_eq!(
        found(&store, "price of A142", &all)[0],
        "A142 mesh costs 32 pounds a sheet."
    );
    assert_eq!(
        found(&store, "LIEFERUNG", &all),
        ["Lieferungen kommen am nächsten Tag."]
    );
    assert_eq!(
        found(&store, "nachsten", &all),
        ["Lieferungen kommen am nächsten Tag."]
    );
    assert_eq!(found(&store, "zeppelin", &all), [""; 0]);
}

#[test]
fn filters_narrow_and_do_not_change_the_scores() {
    let (_folder, store) = yard();
    let only = |filter: SearchFilter| found(&store, "mesh", &filter);
    let pricing = SearchFilter {
        category: Some(Category::Pricing),
        ..Default::default()
    };
    assert_eq!(
        only(pricing.clone()),
        ["A142 mesh costs 32 pounds a sheet."]
    );
    let german = SearchFilter {
        language: Some(Language::German),
        ..Default::default()
    };
    assert_eq!(only(german), [""; 0]);
    let delivery = store.documents().unwrap()[0].id;
    let document = SearchFilter {
        document: Some(delivery),
        ..Default::default()
    };
    assert_eq!(only(document), ["Mesh is cut to size."]);
    let free = store
        .search_entries("mesh", &SearchFilter::default(), 10)
        .unwrap();
    let narrowed = store.search_entries("mesh", &pricing, 10).unwrap();
    let same = free.iter().find(|hit| hit.id == narrowed[0].id).unwrap();
    assert!((same.score - narrowed[0].score).abs() < 1e-6);
}

#[test]
fn chunks_are_found_with_their_own_text() {
    let (_folder, store) = yard();
    let hits = store
        .search_chunks("cut to size", &SearchFilter::default(), 1)
        .unwrap();
    let ids: Vec<_> = hits.iter().map(|hit| hit.id).collect();
    let chunks = store.chunks(&ids).unwrap();
    assert_eq!(chunks.len(), 1, "the limit holds");
    assert_eq!(chunks[0].1, "delivery.md");
    assert_eq!(chunks[0].2, "Mesh is cut to size.");
    assert!(hits[0].score > 0.0);
}

#[test]
fn nothing_that_a_user_types_is_an_error() {
    let (_folder, store) = yard();
    let long = "mesh order ".repeat(20_000);
    for text in [
        "",
        " ",
        "*",
        "\"",
        "mesh AND",
        "(mesh",
        "title:mesh^9~",
        "+-mesh",
        "mesh\0",
        "😀😀",
        "مرحبا بالعالم",
        "\u{202e}hsem",
        "[a TO",
        "AND OR NOT",
        "..",
        &long,
    ] {
        store
            .search_entries(text, &SearchFilter::default(), 5)
            .unwrap();
        store
            .search_chunks(text, &SearchFilter::default(), 5)
            .unwrap();
    }
    assert_eq!(
        store
            .search_entries("mesh", &SearchFilter::default(), 0)
            .unwrap(),
        []
    );
    assert_eq!(
        found(&store, "title:mesh^9~ AND", &SearchFilter::default()).len(),
        2
    );
}

#[test]
fn what_is_not_stored_any_more_is_not_found_even_before_the_index_knows() {
    let (_folder, store) = yard();
    let id = store.documents().unwrap()[0].id;
    store
        .remove_document(&act("knowledge.remove", 2), id)
        .unwrap();
    assert_eq!(
        found(&store, "order arrive", &SearchFilter::default()),
        [""; 0]
    );
    assert_ne!(store.index_agreement().unwrap(), Agreement::default());
    assert_eq!(store.catch_up().unwrap(), 1);
    assert_eq!(store.index_agreement().unwrap(), Agreement::default());
    assert_eq!(
        store.catch_up().unwrap(),
        0,
        "there is nothing left to apply"
    );
}

#[test]
fn an_index_that_is_gone_damaged_old_or_of_another_workspace_is_made_anew() {
    let (_folder, store) = yard();
    let path = store.folder().to_owned();
    drop(store);
    let index = path.join("index");
    let damage: [&dyn Fn(); 5] = [
        &|| fs::remove_dir_all(&index).unwrap(),
        &|| fs::write(index.join("version"), "0 old\n").unwrap(),
        &|| fs::write(index.join("entries/meta.json"), "{").unwrap(),
        &|| fs::remove_dir_all(index.join("chunks")).unwrap(),
        &|| {
            for file in fs::read_dir(index.join("entries")).unwrap() {
                let file = file.unwrap().path();
                if file.extension().is_some_and(|ending| ending == "term") {
                    let mut bytes = fs::read(&file).unwrap();
                    bytes[0] ^= 0xff;
                    fs::write(&file, bytes).unwrap();
                }
            }
        },
    ];
    for (number, harm) in damage.iter().enumerate() {
        harm();
        let store = open(&path);
        assert_eq!(
            store.index_agreement().unwrap(),
            Agreement::default(),
            "damage {number}"
        );
        assert_eq!(
            found(&store, "price of A142", &SearchFilter::default()).len(),
            1
        );
    }
}

#[test]
fn a_database_put_back_from_a_backup_gets_an_index_of_its_own_age() {
    let (_folder, store) = yard();
    let copy = store.back_up("before").unwrap();
    import(
        &store,
        &[document(9, "later.md", "Rebar is bent to order.")],
    );
    let path = store.folder().to_owned();
    drop(store);
    fs::remove_file(path.join("galley.db-wal")).ok();
    fs::remove_file(path.join("galley.db-shm")).ok();
    fs::copy(copy, path.join("galley.db")).unwrap();
    let store = open(&path);
    assert_eq!(store.index_agreement().unwrap(), Agreement::default());
    assert_eq!(found(&store, "rebar", &SearchFilter::default()), [""; 0]);
}

#[test]
fn search_goes_on_while_documents_are_imported() {
    let (_folder, store) = yard();
    std::thread::scope(|scope| {
        let importing = scope.spawn(|| {
            for round in 0..20_u128 {
                let text = format!("Mesh of round {round} is cut to size.");
                let file = format!("round-{}.md", round % 3);
                import(&store, &[document(100 + round, &file, &text)]);
            }
        });
        while !importing.is_finished() {
            let hits = store
                .search_entries("mesh", &SearchFilter::default(), 10)
                .unwrap();
            assert!(!hits.is_empty(), "what was there before stays found");
        }
    });
    assert_eq!(store.index_agreement().unwrap(), Agreement::default());
}
