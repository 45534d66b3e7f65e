//! The catalogs have a text for everything that crosses as a code.

use galley_app::error::Code;
use galley_domain::guards::GUARDS;
use galley_domain::networks::NetworkId;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

fn catalog(language: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../ui/src/text")
        .join(language);
    let mut texts = BTreeMap::new();
    for entry in std::fs::read_dir(folder)
        .expect("the catalogs are there")
        .flatten()
    {
        let path = entry.path();
        let space = path
            .file_stem()
            .expect("a catalog has a name")
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read_to_string(&path).expect("a catalog is text");
        let read: BTreeMap<String, Value> = serde_json::from_str(&text).expect("a catalog is JSON");
        let read = read
            .into_iter()
            .filter_map(|(key, text)| Some((format!("{space}:{key}"), text.as_str()?.to_owned())));
        texts.extend(read);
    }
    texts
}

#[test]
fn every_error_code_has_a_text_in_both_languages() {
    for language in ["en", "de"] {
        let texts = catalog(language);
        let missing: Vec<_> = Code::ALL
            .iter()
            .map(|code| serde_json::to_value(code).unwrap())
            .map(|code| format!("errors:{}", code.as_str().unwrap()))
            .filter(|key| !texts.contains_key(key))
            .collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
    }
}

#[test]
fn every_guard_says_in_both_languages_what_it_is_what_it_finds_and_what_its_fix_does() {
    for language in ["en", "de"] {
        let texts = catalog(language);
        for guard in GUARDS {
            let mut keys = vec![
                format!("guards:{}", guard.id),
                format!("guards:{}.about", guard.id),
                format!("guards:{}.fix", guard.id),
            ];
            keys.extend(guard.codes.iter().map(|code| format!("guards:{code}")));
            keys.retain(|key| !texts.contains_key(key));
            assert!(keys.is_empty(), "{language} lacks {keys:?}");
        }
    }
}

#[test]
fn every_network_and_every_error_code_has_an_entry_in_the_help_of_both_languages() {
    for language in ["en", "de"] {
        let texts = catalog(language);
        let code = |code: &Code| serde_json::to_value(code).expect("a word");
        let errors = Code::ALL.iter().map(code).flat_map(|code| {
            let key = format!("help:error.{}", code.as_str().unwrap_or_default());
            [format!("{key}.why"), key]
        });
        let networks = NetworkId::ALL.iter().map(|network| {
            let id = serde_json::to_value(network).expect("a word");
            format!("networks:counting.{}", id.as_str().unwrap_or_default())
        });
        let missing: Vec<_> = errors
            .chain(networks)
            .filter(|key| !texts.contains_key(key))
            .collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
    }
}

#[test]
fn both_languages_have_the_same_keys_and_the_same_values_in_them() {
    let (english, german) = (catalog("en"), catalog("de"));
    let only = |left: &BTreeMap<String, String>, right: &BTreeMap<String, String>| {
        left.keys()
            .filter(|key| !right.contains_key(*key))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(
        only(&english, &german),
        Vec::<String>::new(),
        "missing in German"
    );
    assert_eq!(
        only(&german, &english),
        Vec::<String>::new(),
        "missing in English"
    );
    for (key, text) in &english {
        assert_eq!(holes(text), holes(&german[key]), "{key} names other values");
    }
}

fn holes(text: &str) -> Vec<&str> {
    let mut holes: Vec<&str> = text
        .split("{{")
        .skip(1)
        .filter_map(|rest| rest.split_once("}}"))
        .map(|(hole, _)| hole.trim())
        .collect();
    holes.sort_unstable();
    holes.dedup();
    holes
}
