//! Kill -9 at any moment: what was acknowledged is there, and store and index agree.

use crate::common::{act, document, helper_arguments, helper_folder, open, workspace};
use galley_app::ports::{KnowledgeIndex, KnowledgeStore, ReadDocument};
use galley_store::{Agreement, AuditState};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// How many, and where they begin to be drawn; a soak asks for more and for others.
fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |value| value.parse().unwrap())
}

/// Files that are imported again and again with new text, so that documents are added, changed and
/// unchanged.
const FILES: u128 = 60;

/// Round `round` of the import.
fn batch(round: u128) -> Vec<ReadDocument> {
    let file = |n: u128| {
        let number = (round * 5 + n) % FILES;
        let text: String = (0..12)
            .map(|line| format!("Order {line} of round {round} leaves the yard at two.\n\n"))
            .collect();
        document((round << 16) + n + 1, &format!("file-{number}.md"), &text)
    };
    (0..5).map(file).collect()
}

/// Spreads the kills over the work: the same every time.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        // Knuth's MMIX constants; the high bits are the good ones.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn nothing_acknowledged_is_lost_and_the_index_agrees_after_each_kill() {
    let (_folder, store) = workspace();
    let path = store.folder().to_owned();
    drop(store);
    let kills = setting("GALLEY_KILLS", 20);
    let mut draw = Draw(setting("GALLEY_KILL_SEED", 42));
    let mut next = 0;
    let mut stored = BTreeMap::new();
    for kill in 0..kills {
        let mut child = importer(&path, next);
        let acknowledged = watch_and_kill(&mut child, &mut draw);
        if let Some(last) = acknowledged {
            for round in next..=last {
                for read in batch(round) {
                    stored.insert(read.document.file, round);
                }
            }
            next = last + 1;
        }
        assert_whole(&path, &stored, kill);
    }
    assert!(
        u64::try_from(next).unwrap() > kills,
        "work was done between the kills: {next} rounds"
    );
}

/// Reads the child's progress up to a drawn line, and kills it a drawn while after. Gives the last round
/// that it said was stored.
fn watch_and_kill(child: &mut Child, draw: &mut Draw) -> Option<u128> {
    let lines = 1 + draw.below(8);
    let mut acknowledged = None;
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut seen = 0;
    while seen < lines {
        let line = output.next().expect("it works until it is killed").unwrap();
        if let Some(round) = line.strip_prefix("stored ") {
            acknowledged = Some(round.parse().unwrap());
        }
        seen += u64::from(line.starts_with("stored ") || line.starts_with("indexed "));
    }
    // A count of turns, not a time: it puts the kill somewhere into the next piece of work.
    let turns = draw.below(3_000_000);
    std::hint::black_box((0..turns).fold(0_u64, |sum, turn| std::hint::black_box(sum ^ turn)));
    child.kill().unwrap();
    child.wait().unwrap();
    // What it said before it died counts too.
    for line in output.map_while(Result::ok) {
        if let Some(round) = line.strip_prefix("stored ") {
            acknowledged = round.parse().ok().or(acknowledged);
        }
    }
    acknowledged
}

fn assert_whole(path: &Path, stored: &BTreeMap<String, u128>, kill: u64) {
    let store = open(path);
    let database = rusqlite::Connection::open(path.join("galley.db")).unwrap();
    let sound: String = database
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(sound, "ok", "kill {kill}");
    let files: BTreeMap<_, _> = store
        .documents()
        .unwrap()
        .into_iter()
        .map(|document| (document.file, document.id))
        .collect();
    for (file, round) in stored {
        let id = files
            .get(file)
            .unwrap_or_else(|| panic!("kill {kill}: {file} is lost"));
        let text = store.document(*id).unwrap().text;
        let (_, rest) = text.split_once("of round ").unwrap();
        let there: u128 = rest.split(' ').next().unwrap().parse().unwrap();
        assert!(
            there >= *round,
            "kill {kill}: {file} has round {there}, stored was {round}"
        );
    }
    store.catch_up().unwrap();
    assert_eq!(
        store.index_agreement().unwrap(),
        Agreement::default(),
        "kill {kill}"
    );
    let chains = store.audit_states().unwrap();
    let whole = |state: &AuditState| matches!(state, AuditState::Whole { .. });
    assert!(
        chains.iter().all(|(_, state)| whole(state)),
        "kill {kill}: {chains:?}"
    );
}

fn importer(path: &Path, first: u128) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(helper_arguments(
            "kill::helper_that_imports_until_it_is_killed",
        ))
        .env("GALLEY_TEST_FOLDER", path)
        .env("GALLEY_TEST_FIRST", first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
#[ignore = "a part that another test runs in a process of its own"]
fn helper_that_imports_until_it_is_killed() {
    let first: u128 = std::env::var("GALLEY_TEST_FIRST").unwrap().parse().unwrap();
    let store = open(&helper_folder());
    let mut output = std::io::stdout();
    // The end is there so that nothing is left running where the parent dies first.
    for round in first..first + 10_000 {
        store
            .import(&act("knowledge.import", 1), &batch(round))
            .unwrap();
        writeln!(output, "stored {round}").unwrap();
        output.flush().unwrap();
        store.catch_up().unwrap();
        writeln!(output, "indexed {round}").unwrap();
        output.flush().unwrap();
    }
}
