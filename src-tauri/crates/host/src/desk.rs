//! The desk: one workspace after another is opened on it, for as long as the window is there.

use crate::{Host, Machine, Place, absolute, assets, demo_home, make};
use galley_app::desk::{self, DemoBrand, DeskView, RecentWorkspace, Wanted, WantedPlace};
use galley_app::error::{Code, Error, Result};
use galley_app::knowledge::ImportView;
use galley_app::op::Cx;
use galley_app::ports::{Desk as DeskPort, Event, InTime, Recent};
use galley_domain::brand::BrandProfile;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, oneshot, watch};

/// Workspaces that are remembered.
const REMEMBERED: usize = 12;

/// Folder of new workspaces in the account's data folder.
const WORKSPACES: &str = "workspaces";

/// Events that the window may be behind before it has to read everything again.
const EVENTS_KEPT: usize = 1_024;

/// Opens one workspace after another and calls operations of the one that is open.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    machine: Machine,
    state: watch::Sender<State>,
    events: broadcast::Sender<Event>,
    /// One workspace is opened at a time.
    turn: Mutex<()>,
}

/// What is on the desk.
#[derive(Clone)]
enum State {
    /// The first workspace is being opened: calls wait for it.
    Opening,
    Empty,
    Open(Arc<Host>),
    Failed(Error),
}

impl Desk {
    /// Begins to open `first`, or what was open last on this machine. The desk is there at once.
    pub fn start(first: Option<Place>, member: Option<String>, machine: Machine) -> Self {
        let desk = Self(Arc::new(Inner {
            machine,
            state: watch::Sender::new(State::Opening),
            events: broadcast::Sender::new(EVENTS_KEPT),
            turn: Mutex::default(),
        }));
        let inner = Arc::clone(&desk.0);
        std::thread::spawn(move || {
            let turn = inner.turn();
            let place = first.or_else(|| inner.last_open());
            let state = match place {
                None => State::Empty,
                Some(place) => match inner.open(&place, member.as_deref()) {
                    Ok(host) => State::Open(host),
                    Err(error) => {
                        tracing::error!(%error, "the workspace was not opened");
                        State::Failed(error)
                    }
                },
            };
            inner.state.send_replace(state);
            drop(turn);
        });
        desk
    }

    /// What happens from now on, in whatever workspace is open.
    pub fn events(&self) -> broadcast::Receiver<Event> {
        self.0.events.subscribe()
    }

    /// Calls an operation of the desk, or of the open workspace once it is open.
    pub async fn call(&self, name: &str, input: Value) -> Result<Value> {
        match desk::find(name) {
            Some(op) => op.call(Cx::new(self as &dyn DeskPort), input).await,
            None => self.host().await?.call_async(name, input).await,
        }
    }

    /// The open workspace, or why there is none.
    pub async fn host(&self) -> Result<Arc<Host>> {
        let mut states = self.0.state.subscribe();
        let settled = states
            .wait_for(|state| !matches!(state, State::Opening))
            .await
            .map(|state| state.clone());
        match settled {
            Ok(State::Open(host)) => Ok(host),
            Ok(State::Failed(error)) => Err(error),
            Ok(State::Empty | State::Opening) | Err(_) => Err(Error::new(
                Code::NoWorkspace,
                "no workspace is open: open one, or make one from a folder of documents",
            )),
        }
    }
}

impl DeskPort for Desk {
    fn look(&self) -> InTime<'_, DeskView> {
        Box::pin(async move {
            let open = match self.host().await {
                Ok(host) => Some(host.folder()?.display().to_string()),
                Err(_) => None,
            };
            let recent = self.0.machine.settings.recent().into_iter();
            Ok(DeskView {
                open,
                recent: recent.map(recent_workspace).collect(),
                demos: assets::demos().into_iter().filter_map(demo_brand).collect(),
                home: self.0.machine.data(WORKSPACES)?.display().to_string(),
            })
        })
    }

    fn open(&self, wanted: Wanted) -> InTime<'_, ()> {
        self.0.in_its_turn(move |inner| {
            let place = match wanted.place {
                WantedPlace::Folder(folder) => Place::Workspace(folder),
                WantedPlace::Demo(demo) => Place::Demo(demo),
            };
            if inner.is_open(&place)? {
                return Ok(());
            }
            let host = inner.open(&place, wanted.member.as_deref())?;
            inner.put(host);
            Ok(())
        })
    }

    fn create(&self, documents: PathBuf, wanted: Option<PathBuf>) -> InTime<'_, ImportView> {
        self.0.in_its_turn(move |inner| {
            let home = match wanted {
                Some(home) => home,
                None => free_home(&inner.machine.data(WORKSPACES)?, &documents),
            };
            let was_there = home.is_dir();
            make(&home, false, &inner.machine)?;
            let read = inner.read_into(&home, &documents);
            let (host, view) = read.inspect_err(|_| {
                // Only what was made here is removed: `make` refuses a folder with something in it.
                let removed = fs::remove_dir_all(&home);
                let left = match was_there {
                    true => removed.and_then(|()| fs::create_dir(&home)),
                    false => removed,
                };
                if let Err(error) = left {
                    tracing::warn!(%error, home = %home.display(), "an unfinished workspace is left");
                }
            })?;
            inner.put(host);
            Ok(view)
        })
    }

    fn reset(&self, demo: String) -> InTime<'_, ()> {
        self.0.in_its_turn(move |inner| {
            assets::demo(&demo)?;
            let home = demo_home(&demo, &inner.machine)?;
            // Moved aside, not removed: whatever goes wrong, the former one can come back.
            let aside = home.with_extension(format!("former-{}", inner.machine.ids.next()));
            let there = home.exists();
            if there {
                fs::rename(&home, &aside).map_err(|error| cannot("move aside", &home, &error))?;
            }
            match inner.open(&Place::Demo(demo), None) {
                Ok(host) => {
                    inner.put(host);
                    if there && let Err(error) = fs::remove_dir_all(&aside) {
                        tracing::warn!(%error, aside = %aside.display(), "a former demo is left");
                    }
                    Ok(())
                }
                Err(error) => {
                    if there {
                        let _ = fs::remove_dir_all(&home);
                        fs::rename(&aside, &home)
                            .map_err(|error| cannot("move back", &aside, &error))?;
                    }
                    Err(error)
                }
            }
        })
    }

    fn forget(&self, folder: &Path) -> Result<()> {
        let settings = &self.0.machine.settings;
        settings.change_recent(&|list| list.retain(|recent| recent.folder != folder))?;
        Ok(())
    }

    fn send(&self, event: Event) {
        // Nobody watching is no error.
        let _ = self.0.events.send(event);
    }
}

impl Inner {
    /// Does something that takes time, after whatever was begun before it.
    fn in_its_turn<T: Send + 'static>(
        self: &Arc<Self>,
        body: impl FnOnce(&Arc<Self>) -> Result<T> + Send + 'static,
    ) -> InTime<'static, T> {
        let inner = Arc::clone(self);
        let (done, waiting) = oneshot::channel();
        std::thread::spawn(move || {
            let turn = inner.turn();
            let result = body(&inner);
            drop(turn);
            // Nobody waiting any more means that the window is closed.
            let _ = done.send(result);
        });
        Box::pin(async move {
            waiting.await.unwrap_or_else(|_| {
                Err(Error::new(
                    Code::Internal,
                    "opening the workspace was cut off: try again",
                ))
            })
        })
    }

    fn turn(&self) -> MutexGuard<'_, ()> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a workspace, passes its events on and remembers it.
    fn open(&self, place: &Place, member: Option<&str>) -> Result<Arc<Host>> {
        let host = Arc::new(Host::open_window(place, member, &self.machine)?);
        self.watch(&host);
        self.remember(&host, place)?;
        Ok(host)
    }

    /// A new workspace with what the documents say.
    fn read_into(&self, home: &Path, documents: &Path) -> Result<(Arc<Host>, ImportView)> {
        let place = Place::Workspace(home.to_path_buf());
        let host = Arc::new(Host::open(&place, None, &self.machine)?);
        let folder = absolute(documents);
        let view = host.call("knowledge.import", json!({ "folder": folder }))?;
        let view = serde_json::from_value(view).map_err(|error| {
            Error::new(
                Code::Internal,
                format!("the import cannot be shown: {error}"),
            )
        })?;
        self.watch(&host);
        self.remember(&host, &place)?;
        Ok((host, view))
    }

    /// Puts a workspace on the desk; the one before it is closed.
    fn put(&self, host: Arc<Host>) {
        self.state.send_replace(State::Open(host));
        let _ = self.events.send(Event::Opened);
    }

    fn watch(&self, host: &Host) {
        let (mut heard, events) = (host.events(), self.events.clone());
        host.spawn(async move {
            loop {
                let event = match heard.recv().await {
                    Ok(event) => event,
                    Err(RecvError::Lagged(_)) => Event::all_stale(),
                    Err(RecvError::Closed) => return,
                };
                let _ = events.send(event);
            }
        });
    }

    fn remember(&self, host: &Host, place: &Place) -> Result<()> {
        let folder = host.folder()?;
        let brand = host.brand()?;
        let named = folder.file_name().map(|name| name.to_string_lossy());
        let recent = Recent {
            name: brand.as_ref().map_or_else(
                || named.unwrap_or_default().into_owned(),
                |brand| brand.name.clone(),
            ),
            color: brand.as_ref().and_then(first_color),
            demo: match place {
                Place::Demo(name) => Some(name.clone()),
                _ => None,
            },
            opened: self.machine.clock.now(),
            folder,
        };
        let remembered = self.machine.settings.change_recent(&|list| {
            let former = list.iter().find(|other| other.folder == recent.folder);
            let mut recent = recent.clone();
            recent.demo = recent
                .demo
                .or_else(|| former.and_then(|other| other.demo.clone()));
            list.retain(|other| other.folder != recent.folder);
            list.insert(0, recent);
            list.truncate(REMEMBERED);
        });
        // A configuration that cannot be written is no reason not to work.
        if let Err(error) = remembered {
            tracing::warn!(%error, "the workspace is not remembered");
        }
        Ok(())
    }

    /// What was open last, if it is still there.
    fn last_open(&self) -> Option<Place> {
        let last = self.machine.settings.recent().into_iter().next()?;
        galley_store::is_workspace(&last.folder).then_some(match last.demo {
            Some(demo) => Place::Demo(demo),
            None => Place::Workspace(last.folder),
        })
    }

    fn is_open(&self, place: &Place) -> Result<bool> {
        let wanted = match place {
            Place::Workspace(folder) => folder.clone(),
            Place::Demo(demo) => demo_home(demo, &self.machine)?,
            Place::Brand(_) => return Ok(false),
        };
        let state = self.state.borrow().clone();
        let State::Open(host) = state else {
            return Ok(false);
        };
        let real = |path: &Path| fs::canonicalize(path).ok();
        Ok(real(&wanted)
            .is_some_and(|wanted| real(&wanted) == host.folder().ok().as_deref().and_then(real)))
    }
}

fn recent_workspace(recent: Recent) -> RecentWorkspace {
    RecentWorkspace {
        there: galley_store::is_workspace(&recent.folder),
        folder: recent.folder.display().to_string(),
        name: recent.name,
        color: recent.color,
        demo: recent.demo,
        opened: recent.opened,
    }
}

/// What is said of a demo brand before it is opened. A folder without a profile is none.
fn demo_brand((id, folder): (String, PathBuf)) -> Option<DemoBrand> {
    let text = fs::read_to_string(folder.join("brand.json")).ok()?;
    let brand: BrandProfile = serde_json::from_str(&text)
        .inspect_err(|error| tracing::warn!(%error, id, "a demo brand's profile cannot be read"))
        .ok()?;
    Some(DemoBrand {
        id,
        color: first_color(&brand),
        name: brand.name,
        one_liner: brand.one_liner,
        language: brand.language,
    })
}

fn first_color(brand: &BrandProfile) -> Option<String> {
    brand.kit.palette.first().map(|color| color.hex.clone())
}

/// A folder in `home` that is not there yet, named like the folder of documents.
fn free_home(home: &Path, documents: &Path) -> PathBuf {
    let name = documents.file_name().map(|name| name.to_string_lossy());
    let mut words: Vec<String> = Vec::new();
    for word in name
        .unwrap_or_default()
        .split(|c: char| !c.is_alphanumeric())
    {
        if !word.is_empty() {
            words.push(word.to_lowercase());
        }
    }
    let name = match words.join("-") {
        name if name.is_empty() => "brand".to_owned(),
        name => name,
    };
    let mut folder = home.join(&name);
    let mut number = 2;
    while folder.exists() {
        folder = home.join(format!("{name}-{number}"));
        number += 1;
    }
    folder
}

fn cannot(what: &str, path: &Path, error: &std::io::Error) -> Error {
    let path = path.display();
    Error::new(Code::Internal, format!("could not {what} {path}: {error}"))
}
