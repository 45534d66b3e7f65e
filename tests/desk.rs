//! The desk: opening, making, changing and forgetting workspaces.

use galley_app::error::{Code, Error};
use galley_app::ports::Event;
use galley_host::{Desk, Machine, Place};
use galley_tests::machine;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A desk over an account's data folder of its own.
struct Account {
    folder: TempDir,
    machine: Machine,
    desk: Desk,
}

impl Account {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (mut machine, _) = machine();
        machine.data = Some(folder.path().join("data"));
        let desk = Desk::start(None, None, machine.clone());
        Self {
            folder,
            machine,
            desk,
        }
    }

    /// The same account with the program started again.
    fn again(self, first: Option<Place>) -> Self {
        let Self {
            folder,
            machine,
            desk,
        } = self;
        drop(desk);
        let desk = Desk::start(first, None, machine.clone());
        Self {
            folder,
            machine,
            desk,
        }
    }

    fn ask(&self, name: &str, input: Value) -> Result<Value, Error> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        runtime.block_on(self.desk.call(name, input))
    }

    fn call(&self, name: &str, input: Value) -> Value {
        self.ask(name, input).unwrap()
    }

    fn refused(&self, name: &str, input: Value) -> Code {
        self.ask(name, input).unwrap_err().code
    }

    /// A folder of documents for a brand of that name.
    fn documents(&self, name: &str) -> PathBuf {
        let folder = self.folder.path().join("brands").join(name);
        fs::create_dir_all(&folder).unwrap();
        let about = format!(
            "# {name}\n\nAbout us: {name} repairs bicycles in York.\n\n{name} is open from 9 am to 5 pm.\n"
        );
        fs::write(folder.join(format!("{name}.md")), about).unwrap();
        folder
    }

    fn brand(&self) -> String {
        let about = self.call("workspace.about", json!({}));
        about["name"].as_str().unwrap().to_owned()
    }

    fn names(&self) -> Vec<String> {
        let view = self.call("desk.look", json!({}));
        let recent = view["recent"].as_array().unwrap().iter();
        recent
            .map(|recent| recent["name"].as_str().unwrap().to_owned())
            .collect()
    }

    fn workspaces(&self) -> Vec<String> {
        let home = self.folder.path().join("data/workspaces");
        let listed = fs::read_dir(home).into_iter().flatten();
        let mut names: Vec<String> = listed
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

#[test]
fn a_new_account_has_nothing_open_and_is_offered_the_demo_brands() {
    let account = Account::new();
    let view = account.call("desk.look", json!({}));
    assert_eq!(view["open"], Value::Null);
    assert_eq!(view["recent"], json!([]));
    let demos = view["demos"].as_array().unwrap();
    let steel = demos.iter().find(|demo| demo["id"] == "nextdaysteel");
    assert_eq!(steel.unwrap()["name"], "NextDaySteel");
    assert_eq!(
        account.refused("workspace.about", json!({})),
        Code::NoWorkspace
    );
}

#[test]
fn a_brand_is_made_from_a_folder_and_is_open_again_after_a_restart() {
    let account = Account::new();
    let documents = account.documents("Wheelwright");
    let mut events = account.desk.events();
    let read = account.call("desk.create", json!({ "documents": documents }));
    assert_eq!(read["documents"]["added"], 1);
    assert_eq!(account.brand(), "Wheelwright");
    let heard: Vec<Event> = std::iter::from_fn(|| events.try_recv().ok()).collect();
    assert!(heard.contains(&Event::Opened), "{heard:?}");
    let account = account.again(None);
    assert_eq!(account.brand(), "Wheelwright");
    assert_eq!(account.names(), ["Wheelwright"]);
}

#[test]
fn a_second_brand_of_the_same_name_gets_a_folder_of_its_own() {
    let account = Account::new();
    let documents = account.documents("Wheel & Wright!");
    account.call("desk.create", json!({ "documents": documents }));
    account.call("desk.create", json!({ "documents": documents }));
    assert_eq!(account.workspaces(), ["wheel-wright", "wheel-wright-2"]);
}

#[test]
fn a_folder_that_says_nothing_leaves_nothing_behind_and_the_open_brand_open() {
    let account = Account::new();
    let documents = account.documents("Wheelwright");
    account.call("desk.create", json!({ "documents": documents }));
    let empty = account.folder.path().join("brands/empty");
    fs::create_dir_all(&empty).unwrap();
    let gone = account.folder.path().join("brands/gone");
    for (documents, code) in [
        (&empty, Code::NothingUsable),
        (&gone, Code::FolderUnreadable),
        (&PathBuf::new(), Code::FolderUnreadable),
    ] {
        let input = json!({ "documents": documents });
        assert_eq!(account.refused("desk.create", input), code, "{documents:?}");
    }
    assert_eq!(account.workspaces(), ["wheelwright"]);
    assert_eq!(account.names(), ["Wheelwright"]);
    assert_eq!(account.brand(), "Wheelwright");
}

#[test]
fn a_chosen_empty_folder_is_empty_again_when_nothing_could_be_read() {
    let account = Account::new();
    let home = account.folder.path().join("mine");
    fs::create_dir(&home).unwrap();
    let empty = account.folder.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let input = json!({ "documents": empty, "folder": home });
    assert_eq!(account.refused("desk.create", input), Code::NothingUsable);
    assert_eq!(fs::read_dir(&home).unwrap().count(), 0);
    fs::write(home.join("letter.txt"), "Dear team").unwrap();
    let input = json!({ "documents": account.documents("Wheelwright"), "folder": home });
    assert_eq!(
        account.refused("desk.create", input),
        Code::WorkspaceNotEmpty
    );
    assert_eq!(
        fs::read_to_string(home.join("letter.txt")).unwrap(),
        "Dear team"
    );
}

#[test]
fn brands_are_changed_between_and_the_list_has_the_last_one_first() {
    let account = Account::new();
    for name in ["Wheelwright", "Bakehouse"] {
        let documents = account.documents(name);
        account.call("desk.create", json!({ "documents": documents }));
    }
    assert_eq!(account.names(), ["Bakehouse", "Wheelwright"]);
    let folder = account.folder.path().join("data/workspaces/wheelwright");
    let view = account.call("desk.open", json!({ "folder": folder }));
    assert_eq!(view["open"], json!(folder));
    assert_eq!(account.brand(), "Wheelwright");
    assert_eq!(account.names(), ["Wheelwright", "Bakehouse"]);
    // Opening what is open is nothing to complain of.
    account.call("desk.open", json!({ "folder": folder }));
    assert_eq!(account.brand(), "Wheelwright");
}

#[test]
fn what_cannot_be_opened_is_said_and_the_open_brand_stays() {
    let account = Account::new();
    let documents = account.documents("Wheelwright");
    account.call("desk.create", json!({ "documents": documents }));
    let gone = account.folder.path().join("gone");
    for (input, code) in [
        (json!({ "folder": gone }), Code::WorkspaceMissing),
        (json!({ "folder": documents }), Code::NotAWorkspace),
        (json!({ "demo": "../etc" }), Code::NotFound),
        (json!({}), Code::BadInput),
        (
            json!({ "folder": gone, "demo": "nextdaysteel" }),
            Code::BadInput,
        ),
    ] {
        assert_eq!(account.refused("desk.open", input.clone()), code, "{input}");
    }
    assert_eq!(account.brand(), "Wheelwright");
}

#[test]
fn a_first_workspace_that_cannot_be_opened_is_no_dead_end() {
    let account = Account::new();
    let documents = account.documents("Wheelwright");
    let gone = account.folder.path().join("gone");
    let account = account.again(Some(Place::Workspace(gone)));
    assert_eq!(
        account.refused("workspace.about", json!({})),
        Code::WorkspaceMissing
    );
    assert_eq!(account.call("desk.look", json!({}))["open"], Value::Null);
    account.call("desk.create", json!({ "documents": documents }));
    assert_eq!(account.brand(), "Wheelwright");
}

#[test]
fn a_forgotten_workspace_keeps_its_files() {
    let account = Account::new();
    let documents = account.documents("Wheelwright");
    account.call("desk.create", json!({ "documents": documents }));
    let folder = account.folder.path().join("data/workspaces/wheelwright");
    account.call("desk.forget", json!({ "folder": folder }));
    assert_eq!(account.names(), [] as [&str; 0]);
    assert!(folder.join("galley.db").is_file());
}

#[test]
fn a_workspace_that_was_removed_is_still_listed_and_said_to_be_gone() {
    let account = Account::new();
    let documents = account.documents("Wheelwright");
    account.call("desk.create", json!({ "documents": documents }));
    let folder = account.folder.path().join("data/workspaces/wheelwright");
    let account = {
        let Account {
            folder,
            machine,
            desk,
        } = account;
        drop(desk);
        fs::remove_dir_all(folder.path().join("data")).unwrap();
        let desk = Desk::start(None, None, machine.clone());
        Account {
            folder,
            machine,
            desk,
        }
    };
    let view = account.call("desk.look", json!({}));
    assert_eq!(view["recent"][0]["folder"], json!(folder));
    assert_eq!(view["recent"][0]["there"], false);
    assert_eq!(
        account.refused("workspace.about", json!({})),
        Code::NoWorkspace
    );
}

#[test]
fn a_demo_is_made_on_first_use_and_reset_to_how_it_was() {
    let account = Account::new();
    account.call("desk.open", json!({ "demo": "nextdaysteel" }));
    assert_eq!(account.brand(), "NextDaySteel");
    let another = account.documents("Wheelwright");
    account.call("knowledge.import", json!({ "folder": another }));
    let documents = |account: &Account| {
        let about = account.call("workspace.about", json!({}));
        about["counts"]["documents"].as_u64().unwrap()
    };
    let changed = documents(&account);
    account.call("desk.reset", json!({ "demo": "nextdaysteel" }));
    assert_eq!(documents(&account), changed - 1);
    assert_eq!(account.brand(), "NextDaySteel");
    let demo = account.folder.path().join("data/demo");
    let left: Vec<_> = fs::read_dir(&demo)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["nextdaysteel"], "the former one is not left");
}
