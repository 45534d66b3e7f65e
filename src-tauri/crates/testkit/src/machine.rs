//! Time, ids, seeds and settings that a test sets by hand.

use galley_app::ports::{Clock, Ids, Recent, Seeds, Settings, SettingsFile, Stored, Theme};
use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// A clock that stands until it is moved.
pub struct HandClock(Mutex<Timestamp>);

impl HandClock {
    /// A clock that stands at an instant, as `2026-03-25T11:42:00Z`.
    ///
    /// # Panics
    /// If the text is no instant.
    #[expect(
        clippy::expect_used,
        reason = "only tests make one, from a text that they write"
    )]
    pub fn at(instant: &str) -> Self {
        Self(Mutex::new(instant.parse().expect("an instant in RFC 3339")))
    }

    /// Moves the clock on.
    pub fn advance(&self, by: SignedDuration) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now = now.saturating_add(by).unwrap_or(*now);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ticks(&self) -> u64 {
        u64::try_from(self.now().as_millisecond()).unwrap_or(0)
    }
}

/// Ids and seeds that count: the same test makes the same ones each time.
#[derive(Default)]
pub struct Counting(AtomicU64);

impl Counting {
    /// Counts on from a number: for a workspace in which ids before it are taken.
    pub fn from(number: u64) -> Self {
        Self(AtomicU64::new(number))
    }
}

impl Ids for Counting {
    fn next(&self) -> Uuid {
        let n = self.0.fetch_add(1, Ordering::Relaxed);
        Uuid::from_u64_pair(0x0199_0000_0000_7000, 0x8000_0000_0000_0000 | n)
    }
}

impl Seeds for Counting {
    fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
}

/// Settings that no file keeps.
pub struct MemorySettings(Mutex<(Settings, Vec<Recent>)>);

impl MemorySettings {
    fn kept(&self) -> MutexGuard<'_, (Settings, Vec<Recent>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for MemorySettings {
    fn default() -> Self {
        let settings = Settings {
            language: None,
            theme: Theme::System,
        };
        Self(Mutex::new((settings, Vec::new())))
    }
}

impl SettingsFile for MemorySettings {
    fn settings(&self) -> Settings {
        self.kept().0
    }

    fn change_settings(&self, change: &dyn Fn(&mut Settings)) -> Stored<Settings> {
        let mut kept = self.kept();
        change(&mut kept.0);
        Ok(kept.0)
    }

    fn recent(&self) -> Vec<Recent> {
        self.kept().1.clone()
    }

    fn change_recent(&self, change: &dyn Fn(&mut Vec<Recent>)) -> Stored<()> {
        change(&mut self.kept().1);
        Ok(())
    }
}
