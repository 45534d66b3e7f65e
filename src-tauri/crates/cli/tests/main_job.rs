//! The command line as a person uses it: exit statuses, files, and no network at all.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails here")]

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

const FOLDER: &[(&str, &str)] = &[
    (
        "about.md",
        "# Mill Lane Cycles\n\nMill Lane Cycles mends bicycles in York. The workshop opened in 2009. \
         Two mechanics work at four stands.\n",
    ),
    (
        "service.md",
        "# Full service\n\nA full service costs £85 and takes two working days. Every full service \
         includes new brake cables. The workshop checks each wheel for true. Bicycles left before 10 am \
         on Monday are ready on Wednesday.\n",
    ),
    (
        "collection.md",
        "# Collection\n\nThe workshop collects bicycles within 5 miles of York. Collection costs £12. \
         Collection runs on Tuesday and Thursday.\n",
    ),
];

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in FOLDER {
            fs::create_dir_all(folder.path().join("brand")).unwrap();
            fs::write(folder.path().join("brand").join(name), text).unwrap();
        }
        Self { folder }
    }

    fn brand(&self) -> PathBuf {
        self.folder.path().join("brand")
    }

    /// A command that keeps its data in this desk's folder.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("XDG_DATA_HOME", self.folder.path().join("data"));
        command.env("XDG_CONFIG_HOME", self.folder.path().join("config"));
        command
    }

    fn galley(&self, arguments: &[&str]) -> Output {
        self.command(env!("CARGO_BIN_EXE_galley"))
            .args(arguments)
            .output()
            .unwrap()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn check(output: &Output, status: i32) {
    assert_eq!(
        output.status.code(),
        Some(status),
        "stdout: {}\nstderr: {}",
        text(&output.stdout),
        text(&output.stderr)
    );
}

/// Every `post.json` below a folder.
fn records(out: &Path) -> Vec<Value> {
    let mut found = Vec::new();
    for candidate in fs::read_dir(out)
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().is_dir())
    {
        for network in fs::read_dir(candidate.path()).unwrap().flatten() {
            let text = fs::read_to_string(network.path().join("post.json")).unwrap();
            found.push(serde_json::from_str(&text).unwrap());
        }
    }
    found
}

#[test]
fn the_main_job_runs_in_a_namespace_without_any_network_interface() {
    let desk = Desk::new();
    let own = ["--net", "--map-root-user", "--mount"];
    let tried = desk.command("unshare").args(own).arg("true").output();
    if !tried.is_ok_and(|output| output.status.success()) {
        // `npm test` takes this off the count of what passed and names it.
        let what = "the main job without network interfaces";
        let _ = writeln!(std::io::stderr(), "not tried here: {what}");
        return;
    }
    let out = desk.folder.path().join("out");
    let inner =
        "test \"$(ls /sys/class/net 2>/dev/null | grep -vc '^lo$')\" = 0 || exit 99; exec \"$@\"";
    // A namespace of its own has only a loopback interface, and that one is down.
    let output = desk
        .command("unshare")
        .args(own)
        .args(["sh", "-c"])
        .arg(format!("mount -t sysfs sysfs /sys 2>/dev/null; {inner}"))
        .args([
            "sh",
            env!("CARGO_BIN_EXE_galley"),
            "draft",
            "Announce the full service to commuters",
        ])
        .args(["--seed", "7", "--brand"])
        .arg(desk.brand())
        .arg("--out")
        .arg(&out)
        .output()
        .expect("util-linux has unshare");
    check(&output, 0);
    let records = records(&out);
    assert!(
        records.len() >= 8,
        "two candidates for four networks at the least: {}",
        records.len()
    );
    assert!(out.join("preview.html").is_file());
}

#[test]
fn post_json_names_for_each_fact_the_bytes_that_state_it() {
    let desk = Desk::new();
    let out = desk.folder.path().join("out");
    let (brand, out_name) = (desk.brand(), out.display().to_string());
    let brand_name = brand.display().to_string();
    let output = desk.galley(&[
        "draft",
        "Tell commuters about the full service",
        "--brand",
        &brand_name,
        "--out",
        &out_name,
        "--seed",
        "3",
    ]);
    check(&output, 0);
    for record in records(&out) {
        let facts = record["facts"].as_array().unwrap();
        assert!(!facts.is_empty(), "{record}");
        for fact in facts {
            let source = fs::read(brand.join(fact["file"].as_str().unwrap())).unwrap();
            let at = |name: &str| usize::try_from(fact[name].as_u64().unwrap()).unwrap();
            let under = text(&source[at("start")..at("end")]);
            for figure in fact["text"]
                .as_str()
                .unwrap()
                .split(|c: char| !c.is_ascii_digit())
            {
                assert!(
                    under.contains(figure),
                    "{figure} of {fact} is not in {under:?}"
                );
            }
        }
        assert!(
            record["count"].as_u64() <= record["limit"].as_u64(),
            "{record}"
        );
        assert!(
            record["voice"]["score"].is_string(),
            "three documents and no posts give no score"
        );
    }
}

#[test]
fn the_same_seed_writes_the_same_posts() {
    let desk = Desk::new();
    let brand = desk.brand().display().to_string();
    let draft = |name: &str| {
        let out = desk.folder.path().join(name);
        let out_name = out.display().to_string();
        let brief = "Announce the full service";
        check(
            &desk.galley(&[
                "draft", brief, "--brand", &brand, "--out", &out_name, "--seed", "5",
            ]),
            0,
        );
        let mut texts: Vec<String> = records(&out)
            .iter()
            .map(|record| format!("{}{}", record["candidate"], record["text"]))
            .collect();
        texts.sort();
        texts
    };
    assert_eq!(draft("first"), draft("second"));
}

#[test]
fn bad_input_ends_with_65_and_says_what_to_do() {
    let desk = Desk::new();
    let brand = desk.brand().display().to_string();
    let out = desk.folder.path().join("out").display().to_string();
    for (brief, word) in [("", "empty"), ("🚀🚀", "words")] {
        let output = desk.galley(&["draft", brief, "--brand", &brand, "--out", &out]);
        check(&output, 65);
        assert!(
            text(&output.stderr).contains(word),
            "{}",
            text(&output.stderr)
        );
    }
    let gone = desk.folder.path().join("gone").display().to_string();
    check(
        &desk.galley(&["draft", "Announce it", "--brand", &gone, "--out", &out]),
        65,
    );
    check(&desk.galley(&["op", "post.get", "{not json"]), 65);
}

#[test]
fn wrong_usage_ends_with_2() {
    let desk = Desk::new();
    check(&desk.galley(&["draft"]), 2);
    check(&desk.galley(&["count", "--network", "myspace", "hello"]), 2);
    check(&desk.galley(&["frobnicate"]), 2);
}

#[test]
fn a_result_that_cannot_be_written_ends_with_73() {
    let desk = Desk::new();
    let brand = desk.brand().display().to_string();
    let file = desk.folder.path().join("file");
    fs::write(&file, "in the way").unwrap();
    let out = file.join("out").display().to_string();
    check(
        &desk.galley(&[
            "draft",
            "Announce the full service",
            "--brand",
            &brand,
            "--out",
            &out,
        ]),
        73,
    );
}

#[test]
fn count_counts_as_the_network_does_and_ends_with_1_over_the_limit() {
    let desk = Desk::new();
    let output = desk.galley(&["count", "--network", "x", "Hi 👩‍👩‍👧‍👧"]);
    check(&output, 0);
    assert_eq!(text(&output.stdout).trim(), "5 of 280");
    check(
        &desk.galley(&["count", "--network", "x", &"a".repeat(281)]),
        1,
    );
}

#[test]
fn operations_are_listed_and_called_with_json() {
    let desk = Desk::new();
    let list = desk.galley(&["op", "--list"]);
    check(&list, 0);
    assert!(text(&list.stdout).contains("draft.start"));
    let brand = desk.brand().display().to_string();
    let about = desk.galley(&["op", "workspace.about", "{}", "--brand", &brand]);
    check(&about, 0);
    let about: Value = serde_json::from_slice(&about.stdout).unwrap();
    assert_eq!(about["name"], "Mill Lane Cycles");
}

#[test]
fn a_folder_is_imported_into_a_new_workspace_and_searched() {
    let desk = Desk::new();
    let (brand, home) = (
        desk.brand().display().to_string(),
        desk.folder.path().join("home"),
    );
    let home = home.display().to_string();
    let imported = desk.galley(&["import", &brand, "--workspace", &home, "--new"]);
    check(&imported, 0);
    assert!(
        text(&imported.stdout).contains("3 documents added"),
        "{}",
        text(&imported.stdout)
    );
    let found = desk.galley(&["search", "what does collection cost", "--workspace", &home]);
    check(&found, 0);
    assert!(
        text(&found.stdout).contains("£12"),
        "{}",
        text(&found.stdout)
    );
    check(
        &desk.galley(&["import", &brand, "--workspace", &home, "--new"]),
        65,
    );
}

#[test]
fn check_names_what_is_wrong_and_fix_mends_it() {
    let desk = Desk::new();
    let brand = desk.brand().display().to_string();
    let output = desk.galley(&[
        "check",
        "--network",
        "linkedin",
        "--fix",
        "--brand",
        &brand,
        "A full service costs £85. Ask [Name] for a quote.",
    ]);
    let said = text(&output.stdout);
    assert!(said.contains("[Name]"), "{said}");
    let fixed = said.rsplit("\n\n").next().unwrap_or_default();
    assert!(fixed.contains("£85") && !fixed.contains("[Name]"), "{said}");
}
