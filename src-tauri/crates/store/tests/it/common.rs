//! What the tests begin with.

use galley_app::ports::{Act, ReadDocument};
use galley_domain::canonical::hex;
use galley_domain::channels::{Channel, ChannelState};
use galley_domain::ids::{ChannelId, DeviceId, MemberId};
use galley_domain::knowledge::{
    Category, Chunk, Document, DocumentKind, Entry, EntryKind, StatementForm,
};
use galley_domain::language::Language;
use galley_domain::members::{Member, Role};
use galley_domain::networks::NetworkId;
use galley_domain::text::{Span, sentences};
use galley_store::{NewWorkspace, OpenError, Store};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::path::Path;
use std::process::{Command, Output};
use uuid::Uuid;

pub(crate) const MEMBER: MemberId = MemberId(Uuid::from_u128(0xa1));
pub(crate) const DEVICE: DeviceId = DeviceId(Uuid::from_u128(0xd1));

/// The moment at which tests take place. Milliseconds.
pub(crate) const NOON: i64 = 1_795_000_000_000;

pub(crate) fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(NOON + milliseconds).unwrap()
}

pub(crate) fn act(operation: &'static str, milliseconds: i64) -> Act {
    Act {
        member: MEMBER,
        device: DEVICE,
        at: at(milliseconds),
        operation,
    }
}

pub(crate) fn new_workspace() -> NewWorkspace {
    NewWorkspace {
        id: Uuid::from_u128(1),
        demo: false,
        member: Member {
            id: MEMBER,
            name: "Site manager".to_owned(),
            role: Role::Admin,
            removed: false,
        },
        device: DEVICE,
        device_name: "desk".to_owned(),
        channels: NetworkId::ALL
            .iter()
            .map(|network| channel(*network))
            .collect(),
        at: at(0),
    }
}

pub(crate) fn channel(network: NetworkId) -> Channel {
    Channel {
        id: ChannelId(Uuid::from_u128(0xc0 + network as u128)),
        network,
        name: "NextDaySteel".to_owned(),
        handle: None,
        state: ChannelState::Planned,
    }
}

/// A workspace in a folder that goes with the returned guard.
pub(crate) fn workspace() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = galley_store::create(&folder.path().join("w"), None, &new_workspace()).unwrap();
    (folder, store)
}

pub(crate) fn open(path: &Path) -> Store {
    galley_store::open(path, None).unwrap()
}

/// A Markdown document with an entry and a chunk for each sentence. `seed` tells its ids from others.
pub(crate) fn document(seed: u128, file: &str, text: &str) -> ReadDocument {
    let id = |n: usize| Uuid::from_u128((seed << 32) + 1 + n as u128);
    let document = id(0).into();
    let spans = sentences(text);
    let entry = |(at, span): (usize, &Span)| Entry {
        id: id(1 + at).into(),
        document,
        kind: EntryKind::Statement,
        category: Category::Delivery,
        question: None,
        subject: "Delivery".to_owned(),
        statement: span.slice(text).unwrap().to_owned(),
        form: StatementForm::Sentence,
        quoted: false,
        order: None,
        product: None,
        span: *span,
        headings: vec!["Delivery".to_owned()],
        entities: Vec::new(),
        confidence: 0.8,
        language: Language::English,
    };
    let chunk = |(at, span): (usize, &Span)| Chunk {
        id: id(10_000 + at).into(),
        document,
        ordinal: u32::try_from(at).unwrap(),
        span: *span,
        headings: vec!["Delivery".to_owned()],
        tokens: 10,
    };
    ReadDocument {
        document: Document {
            id: document,
            file: file.to_owned(),
            kind: DocumentKind::Markdown,
            title: "Handbook".to_owned(),
            language: Language::English,
            text: text.to_owned(),
            sha256: hex(&Sha256::digest(text.as_bytes())),
        },
        no_facts: false,
        entries: spans.iter().enumerate().map(entry).collect(),
        chunks: spans.iter().enumerate().map(chunk).collect(),
    }
}

/// Runs one of this binary's ignored tests, a helper's part, in another process. `shell` may prepare what
/// it runs in and must end in `exec "$@"`; it runs with mounts of its own. `None`: this machine does not
/// let tests have their own mounts.
pub(crate) fn in_own_mounts(shell: &str, part: &str, folder: &Path) -> Option<Output> {
    // In a chroot there are no user namespaces, but its root may mount.
    let ways: [&[&str]; 2] = [&["-rm"], &["-m", "--propagation", "unchanged"]];
    let way = ways.into_iter().find(|way| {
        let tried = Command::new("unshare").args(*way).arg("true").output();
        tried.is_ok_and(|output| output.status.success())
    })?;
    let mut command = Command::new("unshare");
    command.args(way).args(["sh", "-ec", shell, "sh"]);
    command.arg(std::env::current_exe().unwrap());
    command
        .args(helper_arguments(part))
        .env("GALLEY_TEST_FOLDER", folder);
    Some(command.output().unwrap())
}

/// Runs a part as somebody who may do only what the files' modes allow, which root is not.
pub(crate) fn as_nobody(part: &str, folder: &Path) -> Option<Output> {
    let binary = std::env::current_exe().unwrap();
    let locked = folder.parent().unwrap().join("locked");
    std::fs::write(&locked, "").unwrap();
    allow(&locked, 0o000);
    let mut command = if std::fs::read(&locked).is_err() {
        Command::new(binary)
    } else {
        let mut command = Command::new("setpriv");
        command
            .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
            .arg(binary);
        command
    };
    command
        .args(helper_arguments(part))
        .env("GALLEY_TEST_FOLDER", folder);
    let output = command.output().ok()?;
    // Nobody may not be able to reach this program: then nothing was tried.
    let ran = String::from_utf8_lossy(&output.stdout).contains("running 1 test");
    ran.then_some(output)
}

/// The reason's name: `Missing`, `ReadOnly`, …
pub(crate) fn kind(error: &OpenError) -> String {
    let whole = format!("{error:?}");
    let name = whole.split([' ', '{']).next().unwrap_or_default();
    name.to_owned()
}

/// Sets a file's or folder's mode.
pub(crate) fn allow(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// Arguments that make this binary play a helper's part.
pub(crate) fn helper_arguments(part: &str) -> [&str; 5] {
    [
        "--exact",
        part,
        "--ignored",
        "--nocapture",
        "--test-threads=1",
    ]
}

/// The folder that a helper's part works on.
pub(crate) fn helper_folder() -> std::path::PathBuf {
    std::env::var_os("GALLEY_TEST_FOLDER").unwrap().into()
}

/// Says that this machine did not let a test try what it is for. The test runner has no third outcome, so
/// the test counts as passed there; `npm test` reads the line, takes it off that count and names it. Once a
/// test, on the real error output: that of a test that passes is not shown.
pub(crate) fn not_tried(what: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "not tried here: {what}");
}

pub(crate) fn assert_helper_passed(output: &Output) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success() && text(&output.stdout).contains("1 passed"),
        "{}\n{}",
        text(&output.stdout),
        text(&output.stderr)
    );
}
