//! The small ports, and the wiring of all.

use crate::Machine;
use crate::skills::SkillFolders;
use galley_app::ports::{Acting, Clock, Event, Events, Ids, Jobs, Ports, Seeds};
use galley_domain::ids::MemberId;
use galley_store::Store;
use jiff::Timestamp;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use tokio::sync::broadcast;
use uuid::Uuid;

/// What the host keeps the other end of.
pub(crate) struct Wiring {
    pub(crate) events: broadcast::Sender<Event>,
    pub(crate) wake: Sender<()>,
    pub(crate) acting: Arc<ActingMember>,
}

/// Wires a store and the system to the ports.
pub(crate) fn wire(store: Store, folder: &Path, machine: &Machine, wiring: Wiring) -> Ports {
    Ports {
        store: Arc::new(store.clone()),
        index: Arc::new(store),
        folders: Box::new(galley_sources::FolderReader::default()),
        skills: Box::new(SkillFolders::new(folder)),
        settings: Arc::clone(&machine.settings),
        clock: Arc::clone(&machine.clock),
        ids: Arc::clone(&machine.ids),
        seeds: Arc::clone(&machine.seeds),
        events: Box::new(Watchers(wiring.events)),
        jobs: Box::new(Bell(wiring.wake)),
        acting: wiring.acting,
    }
}

/// The machine's clock.
pub(crate) struct SystemClock {
    started: Instant,
}

impl Default for SystemClock {
    fn default() -> Self {
        Self {
            started: Instant::now(),
        }
    }
}

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the clock port's own adapter"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn ticks(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

/// UUIDv7 from the machine's clock, ascending within the process.
pub(crate) struct SystemIds;

impl Ids for SystemIds {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the ids port's own adapter"
    )]
    fn next(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// Seeds from the operating system.
pub(crate) struct SystemSeeds;

impl Seeds for SystemSeeds {
    fn next(&self) -> u64 {
        Uuid::new_v4().as_u64_pair().1
    }
}

/// A named seed, and from there on the ones that follow it.
pub(crate) struct SeedsFrom(pub(crate) AtomicU64);

impl Seeds for SeedsFrom {
    fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
}

/// As whom the workspace is worked in.
pub(crate) struct ActingMember(Mutex<MemberId>);

impl ActingMember {
    pub(crate) fn new(member: MemberId) -> Self {
        Self(Mutex::new(member))
    }

    pub(crate) fn now(&self) -> MemberId {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Acting for ActingMember {
    fn act_as(&self, member: MemberId) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = member;
    }
}

struct Watchers(broadcast::Sender<Event>);

impl Events for Watchers {
    fn send(&self, event: Event) {
        // Nobody watching is no error.
        let _ = self.0.send(event);
    }
}

struct Bell(Sender<()>);

impl Jobs for Bell {
    fn wake(&self) {
        // The worker is gone only while the process ends.
        let _ = self.0.send(());
    }
}
