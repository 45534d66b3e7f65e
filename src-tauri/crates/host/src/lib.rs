//! The process that owns a workspace: it opens and locks it, wires the adapters to the ports, works
//! through the job list, and calls operations for the window and the command line.

pub mod assets;
mod desk;
mod ports;
mod settings;
mod skills;
mod who;
mod work;

pub use desk::Desk;

use galley_app::error::{Code, Error, Result};
use galley_app::op::{Cx, Inside};
use galley_app::ports::{Act, Clock, Event, Ids, Ports, Seeds, SettingsFile, WorkspaceStore};
use galley_app::runs::RunView;
use galley_domain::brand::BrandProfile;
use galley_domain::channels::{Channel, ChannelState};
use galley_domain::ids::{ChannelId, DeviceId, MediaId, MemberId, RunId};
use galley_domain::members::{self, Member, Role};
use galley_domain::networks::NetworkId;
use galley_store::OpenError;
use ports::{ActingMember, Wiring};
use serde_json::{Value, json};
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::broadcast;
use who::Who;

/// The demo brand that is opened where nothing else is named.
pub const DEMO: &str = "nextdaysteel";

/// Events that a slow watcher may be behind before it misses some and has to read again.
const EVENTS_KEPT: usize = 1_024;

/// An open workspace.
pub struct Host {
    ports: Arc<Ports>,
    acting: Arc<ActingMember>,
    device: DeviceId,
    events: broadcast::Sender<Event>,
    runtime: tokio::runtime::Handle,
    _background: Background,
    // Stops with the last of the senders that `ports` holds, and is waited for: it comes after them.
    _work: work::Worker,
    /// Removed with the host: the workspace of `--brand FOLDER`.
    _temporary: Option<tempfile::TempDir>,
}

/// Which workspace to open.
#[derive(Debug, Clone)]
pub enum Place {
    /// A folder that is a workspace.
    Workspace(PathBuf),
    /// A demo brand's workspace, made on first use from `assets/demo/<name>`.
    Demo(String),
    /// A folder of documents: a workspace for it is made in a temporary folder.
    Brand(PathBuf),
}

/// What the machine gives: replaced in tests, where time and ids are set by hand.
#[derive(Clone)]
pub struct Machine {
    pub clock: Arc<dyn Clock>,
    pub ids: Arc<dyn Ids>,
    pub seeds: Arc<dyn Seeds>,
    pub settings: Arc<dyn SettingsFile>,
    /// The account's data folder, where demo brands' and new workspaces lie; `None`: it has none.
    pub data: Option<PathBuf>,
}

impl Machine {
    /// This machine.
    pub fn real() -> Self {
        Self {
            clock: Arc::new(ports::SystemClock::default()),
            ids: Arc::new(ports::SystemIds),
            seeds: Arc::new(ports::SystemSeeds),
            settings: Arc::new(settings::ConfigFile::of_account()),
            data: dirs::data_dir().map(|folder| folder.join("galley")),
        }
    }

    /// A folder in the account's data folder.
    fn data(&self, name: &str) -> Result<PathBuf> {
        let data = self.data.as_ref().ok_or_else(|| {
            Error::new(
                Code::Internal,
                "this account has no data folder: set XDG_DATA_HOME or HOME and try again",
            )
        })?;
        Ok(data.join(name))
    }

    /// The same machine, on which the first draft takes this seed and each later one the next.
    #[must_use]
    pub fn with_seed(mut self, seed: u64) -> Self {
        self.seeds = Arc::new(ports::SeedsFrom(seed.into()));
        self
    }
}

impl Host {
    /// Opens a workspace as the member called `member`, or as its only one.
    ///
    /// # Errors
    /// What [`galley_store::open`] says, and `Code::NotFound` naming the members if none is called that
    /// or several could be meant.
    pub fn open(place: &Place, member: Option<&str>, machine: &Machine) -> Result<Self> {
        Self::open_as(place, Who::named(member), machine)
    }

    /// Opens a workspace for a window: as the member called `member`, else as its only one, else as
    /// whoever the window acted as last on this machine. That is remembered.
    fn open_window(place: &Place, member: Option<&str>, machine: &Machine) -> Result<Self> {
        let who = member.map_or(Who::AsBefore, Who::Named);
        let host = Self::open_as(place, who, machine)?;
        let member = host.acting()?;
        let act = Act {
            member: member.id,
            device: host.device,
            at: machine.clock.now(),
            operation: "workspace.open",
        };
        let several = members::active(&host.ports.store.members()?).count() > 1;
        if several {
            host.ports.store.act_as(&act, member.id)?;
        }
        Ok(host)
    }

    fn open_as(place: &Place, who: Who<'_>, machine: &Machine) -> Result<Self> {
        match place {
            Place::Workspace(folder) => Self::open_folder(folder, who, machine, None),
            Place::Demo(name) => Self::open_demo(name, who, machine),
            Place::Brand(folder) => {
                let temporary = tempfile::tempdir()
                    .map_err(|error| cannot_make("a temporary folder", &error))?;
                let home = temporary.path().join("workspace");
                make(&home, false, machine)?;
                let host = Self::open_folder(&home, who, machine, Some(temporary))?;
                host.call("knowledge.import", json!({ "folder": absolute(folder) }))?;
                Ok(host)
            }
        }
    }

    /// Calls an operation and waits for its answer. Not for use inside of an async runtime.
    pub fn call(&self, name: &str, input: Value) -> Result<Value> {
        self.runtime.block_on(self.call_async(name, input))
    }

    /// Calls an operation.
    pub async fn call_async(&self, name: &str, input: Value) -> Result<Value> {
        let op = galley_app::find(name).ok_or_else(|| {
            Error::new(
                Code::UnknownOperation,
                format!("no operation is called {name}: `galley op --list` names them"),
            )
            .with("operation", name)
        })?;
        let member = self.acting()?;
        let cx = Cx::new(Inside {
            member: &member,
            device: self.device,
            now: self.ports.clock.now(),
            ports: &self.ports,
        });
        op.call(cx, input).await
    }

    /// Who acts, as they are now: another role holds from the next call on.
    fn acting(&self) -> Result<Member> {
        let id = self.acting.now();
        let members = self.ports.store.members()?;
        let acting = members::active(&members).find(|member| member.id == id);
        acting.cloned().ok_or_else(|| {
            let names = who::names(&members);
            who::unclear("the member left the team".to_owned(), &names)
        })
    }

    /// What happens from now on.
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }

    /// Where the workspace lies.
    pub fn folder(&self) -> Result<PathBuf> {
        Ok(self.ports.store.facts()?.folder)
    }

    /// The brand profile, if there is one yet.
    pub fn brand(&self) -> Result<Option<BrandProfile>> {
        Ok(self.ports.store.profile()?)
    }

    /// Runs something beside the calls, until the workspace is closed.
    fn spawn(&self, body: impl Future<Output = ()> + Send + 'static) {
        self.runtime.spawn(body);
    }

    /// Waits until a run is over.
    pub fn wait(&self, run: RunId) -> Result<RunView> {
        let mut events = self.events();
        loop {
            let view = galley_app::runs::look(&self.ports, run)?;
            if view.state.is_over() {
                return Ok(view);
            }
            self.runtime.block_on(async {
                // A lagging or closed channel is no reason to wait on: look again.
                while let Ok(event) = events.recv().await {
                    if event == (Event::Run { run }) {
                        break;
                    }
                }
            });
        }
    }

    /// The bytes of a picture with its media type, for `galley://media/<id>`.
    pub fn media(&self, id: MediaId) -> Result<(String, Vec<u8>)> {
        let media = self
            .ports
            .store
            .media()?
            .into_iter()
            .find(|media| media.id == id);
        let media = media.ok_or_else(|| {
            Error::new(Code::NotFound, format!("picture {id} is not there"))
                .with("what", "picture")
                .with("id", id)
        })?;
        Ok((media.kind, self.ports.store.media_bytes(id)?))
    }

    fn open_demo(name: &str, who: Who<'_>, machine: &Machine) -> Result<Self> {
        let documents = assets::demo(name)?;
        let home = demo_home(name, machine)?;
        let made = galley_store::is_workspace(&home);
        if !made {
            make(&home, true, machine)?;
        }
        let host = Self::open_folder(&home, who, machine, None)?;
        // The import is repeatable: a first one that was cut off goes on here.
        if !made || host.ports.store.profile()?.is_none() {
            host.call(
                "knowledge.import",
                json!({ "folder": absolute(&documents) }),
            )?;
        }
        Ok(host)
    }

    fn open_folder(
        folder: &Path,
        who: Who<'_>,
        machine: &Machine,
        temporary: Option<tempfile::TempDir>,
    ) -> Result<Self> {
        let store = galley_store::open(folder, None).map_err(refused)?;
        let (events, _) = broadcast::channel(EVENTS_KEPT);
        let (work, wake) = work::channel();
        let facts = store.facts()?;
        let acting = Arc::new(ActingMember::new(who.choose(&store, &facts.folder)?.id));
        let wiring = Wiring {
            events: events.clone(),
            wake,
            acting: Arc::clone(&acting),
        };
        let ports = Arc::new(ports::wire(store, folder, machine, wiring));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .build()
            .map_err(|error| cannot_make("the runtime", &error))?;
        ports.store.release_leases()?;
        ports.index.catch_up()?;
        let (handle, background) = (runtime.handle().clone(), Background(Some(runtime)));
        let worker = work::start(&ports, work, handle.clone());
        ports.jobs.wake();
        Ok(Self {
            ports,
            acting,
            device: facts.device,
            events,
            runtime: handle,
            _background: background,
            _work: worker,
            _temporary: temporary,
        })
    }
}

/// The threads behind the calls. A workspace may be closed from within an async call, where waiting for
/// them is not allowed.
struct Background(Option<tokio::runtime::Runtime>);

impl Drop for Background {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// Where a demo brand's workspace lies.
fn demo_home(name: &str, machine: &Machine) -> Result<PathBuf> {
    Ok(machine.data("demo")?.join(name))
}

/// Makes a workspace in an empty folder, with the account's name as its one admin.
pub fn make(folder: &Path, demo: bool, machine: &Machine) -> Result<()> {
    let channel = |network| Channel {
        id: ChannelId(machine.ids.next()),
        network,
        name: String::new(),
        handle: None,
        state: ChannelState::Planned,
    };
    let new = galley_store::NewWorkspace {
        id: machine.ids.next(),
        demo,
        member: Member {
            id: MemberId(machine.ids.next()),
            name: account_name(),
            role: Role::Admin,
            removed: false,
        },
        device: DeviceId(machine.ids.next()),
        device_name: machine_name(),
        channels: NetworkId::ALL.into_iter().map(channel).collect(),
        at: machine.clock.now(),
    };
    galley_store::create(folder, None, &new)
        .map(|_| ())
        .map_err(refused)
}

/// This machine's name, for the list of devices.
fn machine_name() -> String {
    let name = std::fs::read_to_string("/etc/hostname")
        .ok()
        .or_else(|| std::env::var("COMPUTERNAME").ok());
    name.map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "this machine".to_owned())
}

/// The name of the operating system's account, for the first member. It can be edited later.
fn account_name() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .map(|name| name.trim().to_owned())
        .find(|name| !name.is_empty())
        .unwrap_or_else(|| "Admin".to_owned())
}

fn absolute(path: &Path) -> String {
    std::path::absolute(path)
        .unwrap_or_else(|_| path.to_path_buf())
        .display()
        .to_string()
}

fn cannot_make(what: &str, error: &std::io::Error) -> Error {
    Error::new(Code::Internal, format!("{what} cannot be made: {error}"))
}

/// Why a workspace was not opened, as an error that says what to do.
fn refused(error: OpenError) -> Error {
    let (code, advice) = match &error {
        OpenError::Missing { .. } => (Code::WorkspaceMissing, "check the path"),
        OpenError::IsFile { .. } => (Code::WorkspaceIsFile, "name a folder"),
        OpenError::NotAWorkspace { .. } => (
            Code::NotAWorkspace,
            "name a workspace, or make one with `galley import --new`",
        ),
        OpenError::NotEmpty { .. } => (Code::WorkspaceNotEmpty, "name an empty folder"),
        OpenError::Newer { .. } => (
            Code::WorkspaceNewer,
            "install the newer Galley; nothing was changed",
        ),
        OpenError::OtherHistory { .. } => (
            Code::WorkspaceForeign,
            "open it with the Galley that wrote it; nothing was changed",
        ),
        OpenError::ReadOnly { .. } => (Code::ReadOnly, "give yourself the right to write there"),
        OpenError::NoAccess { .. } => (
            Code::WorkspaceUnreadable,
            "give yourself the right to read it",
        ),
        OpenError::Damaged { .. } => (
            Code::Damaged,
            "copy a file of its backups folder over galley.db; nothing was changed",
        ),
        OpenError::Owned { .. } => (Code::WorkspaceOwned, "close it there first"),
        OpenError::NetworkFileSystem { .. } => (
            Code::NetworkFileSystem,
            "move it to a local disk: locks do not hold there",
        ),
        OpenError::DiskFull { .. } => (Code::DiskFull, "make room and try again"),
        OpenError::KeyNotSupported { .. } => (Code::EncryptedWorkspace, "make a plain workspace"),
        OpenError::Other { .. } => (Code::Internal, "see what the system says"),
    };
    let mut refused = Error::new(code, format!("{error}: {advice}"));
    refused.params = error.params();
    refused
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn reasons() -> Vec<OpenError> {
        let path = || "/home/team/brand".to_owned();
        let detail = || "malformed".to_owned();
        vec![
            OpenError::Missing { path: path() },
            OpenError::IsFile { path: path() },
            OpenError::NotAWorkspace { path: path() },
            OpenError::NotEmpty { path: path() },
            OpenError::Newer {
                path: path(),
                found: 9,
                known: 8,
            },
            OpenError::OtherHistory {
                path: path(),
                migration: "members".to_owned(),
            },
            OpenError::ReadOnly { path: path() },
            OpenError::NoAccess { path: path() },
            OpenError::Damaged {
                path: path(),
                detail: detail(),
            },
            OpenError::Owned {
                path: path(),
                pid: None,
                program: None,
            },
            OpenError::NetworkFileSystem {
                path: path(),
                kind: "nfs".to_owned(),
            },
            OpenError::DiskFull { path: path() },
            OpenError::KeyNotSupported { path: path() },
            OpenError::Other {
                path: path(),
                detail: detail(),
            },
        ]
    }

    #[test]
    fn every_reason_has_a_sentence_and_the_values_for_it() {
        let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/text");
        for language in ["en", "de"] {
            let file = texts.join(language).join("errors.json");
            let text = std::fs::read_to_string(file).unwrap();
            let catalog: BTreeMap<String, String> = serde_json::from_str(&text).unwrap();
            for reason in reasons() {
                let error = refused(reason);
                let code = serde_json::to_value(error.code).unwrap();
                let sentence = &catalog[code.as_str().unwrap()];
                for hole in sentence.split("{{").skip(1) {
                    let name = hole.split("}}").next().unwrap();
                    // The window fills "detail" with the message where it has no better one.
                    let filled = error.params.contains_key(name) || name == "detail";
                    assert!(filled, "{language}: {sentence:?} with {:?}", error.params);
                }
            }
        }
    }

    #[test]
    fn only_what_cannot_be_helped_is_internal() {
        for reason in reasons() {
            let other = matches!(reason, OpenError::Other { .. });
            assert_eq!(refused(reason).code == Code::Internal, other);
        }
    }
}
