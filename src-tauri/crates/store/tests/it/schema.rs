//! The whole schema, as a file that is read in reviews.

use crate::common::workspace;
use std::fmt::Write;
use std::path::Path;

fn tables(database: &rusqlite::Connection) -> Vec<(String, bool)> {
    let mut statement = database
        .prepare(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
        )
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    rows.map(Result::unwrap)
        .filter(|(name, _): &(String, bool)| !name.starts_with("sqlite_"))
        .collect()
}

#[test]
fn the_schema_is_the_one_in_the_snapshot() {
    let (_folder, store) = workspace();
    let database = rusqlite::Connection::open(store.folder().join("galley.db")).unwrap();
    let mut statement = database
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name")
        .unwrap();
    let mut schema = String::new();
    let rows = statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    for sql in rows {
        writeln!(schema, "{};\n", sql.unwrap()).unwrap();
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schema.sql");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &schema).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        schema, expected,
        "run with UPDATE_SNAPSHOTS=1 and read the difference"
    );
}

#[test]
fn every_table_is_strict_and_has_a_primary_key() {
    let (_folder, store) = workspace();
    let database = rusqlite::Connection::open(store.folder().join("galley.db")).unwrap();
    let tables = tables(&database);
    assert!(tables.len() > 20, "{tables:?}");
    for (name, strict) in tables {
        assert!(strict, "{name} is STRICT");
        let keys: u32 = database
            .query_row(
                "SELECT count(*) FROM pragma_table_info(?) WHERE pk > 0",
                [&name],
                |row| row.get(0),
            )
            .unwrap();
        assert!(keys > 0, "{name} has a primary key");
    }
}

#[test]
fn the_database_has_the_settings_that_the_design_asks_for() {
    let (_folder, store) = workspace();
    let database = rusqlite::Connection::open(store.folder().join("galley.db")).unwrap();
    let mode: String = database
        .query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "wal");
    let number = |name| {
        database
            .query_row(name, [], |row| row.get::<_, u32>(0))
            .unwrap()
    };
    assert_eq!(
        number("PRAGMA application_id"),
        u32::from_be_bytes(*b"Gall")
    );
    assert_eq!(
        number("PRAGMA user_version"),
        number("SELECT count(*) FROM migration")
    );
}
