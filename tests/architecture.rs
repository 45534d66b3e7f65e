//! The invariants of ARCHITECTURE.md, held over the manifests and the sources.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What each crate of the house may depend on within the house. Rings point inwards only.
const MAY_USE: &[(&str, &[&str])] = &[
    ("galley-domain", &[]),
    ("galley-app", &["galley-domain"]),
    ("galley-store", &["galley-domain", "galley-app"]),
    ("galley-sources", &["galley-domain", "galley-app"]),
    (
        "galley-host",
        &[
            "galley-domain",
            "galley-app",
            "galley-store",
            "galley-sources",
        ],
    ),
    (
        "galley-cli",
        &["galley-domain", "galley-app", "galley-host"],
    ),
    (
        "galley-desktop",
        &["galley-domain", "galley-app", "galley-host"],
    ),
    ("galley-testkit", &["galley-domain", "galley-app"]),
    (
        "galley-tests",
        &[
            "galley-domain",
            "galley-app",
            "galley-host",
            "galley-testkit",
        ],
    ),
    (
        "xtask",
        &[
            "galley-domain",
            "galley-app",
            "galley-sources",
            "galley-testkit",
        ],
    ),
];

/// What may not be in a crate's tree at any depth, dev-dependencies aside.
const NEVER: &[(&str, &[&str])] = &[
    (
        "galley-domain",
        &[
            "tokio", "rusqlite", "tantivy", "tauri", "reqwest", "rand", "keyring",
        ],
    ),
    (
        "galley-app",
        &[
            "tokio", "rusqlite", "tantivy", "tauri", "reqwest", "keyring",
        ],
    ),
    ("galley-store", &["tauri", "reqwest"]),
    ("galley-cli", &["tauri", "wry"]),
    ("galley-tests", &["tauri"]),
];

/// Lines that a source file may have at the most, generated ones aside.
const LONGEST: usize = 600;

#[test]
fn rings_point_inwards_only() {
    let packages = packages();
    for (name, package) in house(&packages) {
        let allowed = MAY_USE
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, may)| *may);
        let Some(allowed) = allowed else {
            panic!("{name} has no line in MAY_USE: which ring is it in?")
        };
        for dependency in direct(package) {
            let inside = dependency.starts_with("galley-") || dependency == "xtask";
            assert!(
                !inside || allowed.contains(&dependency.as_str()),
                "{name} depends on {dependency}, which its ring does not allow"
            );
        }
    }
}

#[test]
fn each_ring_stays_free_of_what_belongs_further_out() {
    let metadata = metadata();
    let graph = graph(&metadata);
    for (name, banned) in NEVER {
        let reached = reach(&graph, name);
        for dependency in *banned {
            assert!(
                !reached.contains(*dependency),
                "{name} reaches {dependency}"
            );
        }
    }
}

#[test]
fn every_operation_is_called_by_a_test() {
    let tests = sources("tests", "rs");
    let inside = galley_app::OPS.iter().copied().flatten();
    let names = inside.map(|op| op.name());
    for name in names.chain(galley_app::desk::OPS.iter().map(|op| op.name())) {
        let called = format!("\"{name}\"");
        assert!(
            tests.iter().any(|(_, text)| text.contains(&called)),
            "no test calls {called}"
        );
    }
}

#[test]
fn networks_are_told_apart_in_their_own_module_only() {
    for (path, text) in sources("src-tauri", "rs") {
        let at_home = path.to_string_lossy().contains("domain/src/networks");
        let lines = text.lines().filter(|line| {
            let line = line.trim_start();
            line.starts_with("NetworkId::") && line.contains("=>")
        });
        let matched = lines.count();
        assert!(
            at_home || matched == 0,
            "{} matches on NetworkId: ask the rules instead",
            path.display()
        );
    }
}

#[test]
fn no_source_file_is_too_long() {
    let mut sizes = Vec::new();
    for (folder, ending) in [
        ("src-tauri", "rs"),
        ("tests", "rs"),
        ("ui/src", "ts"),
        ("ui/src", "tsx"),
        ("ui/src", "css"),
    ] {
        for (path, text) in sources(folder, ending) {
            let generated = path.to_string_lossy().contains(".gen.");
            let lines = text.lines().count();
            if !generated && lines > LONGEST {
                sizes.push(format!("{} has {lines} lines", path.display()));
            }
        }
    }
    assert!(
        sizes.is_empty(),
        "cut these along a seam of the domain: {sizes:#?}"
    );
}

#[test]
fn only_the_bridge_talks_to_tauri() {
    for ending in ["ts", "tsx"] {
        for (path, text) in sources("ui/src", ending) {
            let path_text = path.to_string_lossy();
            let bridge = path_text.contains("ui/src/bridge/") || path_text.contains(".test.");
            assert!(
                bridge || !text.contains("@tauri-apps"),
                "{} imports Tauri",
                path.display()
            );
        }
    }
}

#[test]
fn the_shell_has_no_logic_to_hide() {
    let folder = root().join("src-tauri");
    let lines: usize = ["main.rs", "lib.rs", "protocol.rs", "build.rs"]
        .iter()
        .map(|file| {
            std::fs::read_to_string(folder.join(file))
                .unwrap()
                .lines()
                .count()
        })
        .sum();
    assert!(lines <= 600, "the shell has {lines} lines");
    let shell = sources_in(&folder).len();
    assert_eq!(shell, 4, "a new file of the shell is not counted above");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn metadata() -> Value {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--locked", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON")
}

fn packages() -> Vec<Value> {
    metadata()["packages"]
        .as_array()
        .cloned()
        .unwrap_or_default()
}

fn house(packages: &[Value]) -> impl Iterator<Item = (&str, &Value)> {
    packages
        .iter()
        .filter(|package| package["source"].is_null())
        .filter_map(|package| Some((package["name"].as_str()?, package)))
}

/// Direct dependencies that are not for tests only.
fn direct(package: &Value) -> Vec<String> {
    let all = package["dependencies"].as_array().into_iter().flatten();
    all.filter(|dependency| dependency["kind"] != "dev")
        .filter_map(|dependency| dependency["name"].as_str().map(str::to_owned))
        .collect()
}

/// Package id to the ids that it depends on, dev-dependencies aside.
fn graph(metadata: &Value) -> BTreeMap<String, Vec<String>> {
    let nodes = metadata["resolve"]["nodes"]
        .as_array()
        .into_iter()
        .flatten();
    nodes
        .map(|node| {
            let normal = node["deps"]
                .as_array()
                .into_iter()
                .flatten()
                .filter(|dependency| {
                    let kinds = dependency["dep_kinds"].as_array();
                    kinds
                        .into_iter()
                        .flatten()
                        .any(|kind| kind["kind"] != "dev")
                });
            let to = normal
                .filter_map(|dependency| dependency["pkg"].as_str().map(name_of))
                .collect();
            (name_of(node["id"].as_str().unwrap_or_default()), to)
        })
        .collect()
}

fn reach(graph: &BTreeMap<String, Vec<String>>, from: &str) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from.to_owned()];
    while let Some(name) = open.pop() {
        for next in graph.get(&name).into_iter().flatten() {
            if reached.insert(next.clone()) {
                open.push(next.clone());
            }
        }
    }
    reached
}

/// `registry+…#serde@1.0.0` and `path+file:///…/domain#galley-domain@0.1.0` name their package last;
/// `path+file:///…/xtask#0.1.0` by its folder.
fn name_of(id: &str) -> String {
    let (place, tail) = id.rsplit_once('#').unwrap_or(("", id));
    match tail.split_once('@') {
        Some((name, _)) => name.to_owned(),
        None => place.rsplit('/').next().unwrap_or_default().to_owned(),
    }
}

fn sources(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder)
            .expect("the folder is there")
            .flatten()
        {
            let path = entry.path();
            if path.is_dir() {
                if path.file_name().is_none_or(|name| name != "dist") {
                    open.push(path);
                }
            } else if path.extension().is_some_and(|found| found == ending) {
                let text = std::fs::read_to_string(&path).expect("sources are text");
                found.push((path, text));
            }
        }
    }
    assert!(
        !found.is_empty(),
        "no .{ending} below {folder}: is the test run in the repository?"
    );
    found
}

fn sources_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder)
        .expect("the folder is there")
        .flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect()
}
