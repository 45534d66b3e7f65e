//! Opening the workspace beside the window, so that the window is there at once.

use galley_app::error::{Code, Error, Result};
use galley_app::ports::Event;
use galley_host::{Host, Machine, Place};
use std::sync::{Arc, Mutex, PoisonError};
use tauri::{AppHandle, Emitter, Runtime};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, oneshot, watch};

/// A workspace that is open, failed to open, or is being opened.
pub(crate) struct Opening {
    opened: watch::Receiver<Option<Result<Arc<Host>>>>,
    /// Taken by whoever forwards the events.
    events: Mutex<Option<oneshot::Receiver<broadcast::Receiver<Event>>>>,
}

impl Opening {
    /// Begins to open.
    pub(crate) fn start(place: Place, member: Option<String>, machine: Machine) -> Self {
        let (open, opened) = watch::channel(None);
        let (listen, events) = oneshot::channel();
        std::thread::spawn(move || {
            let host = Host::open(&place, member.as_deref(), &machine).map(Arc::new);
            match &host {
                // Before the first operation can run, so that no event of it is missed.
                Ok(host) => {
                    let _ = listen.send(host.events());
                }
                Err(error) => tracing::error!(%error, "the workspace was not opened"),
            }
            // Nobody waiting any more means that the window is closed.
            let _ = open.send(Some(host));
        });
        Self {
            opened,
            events: Mutex::new(Some(events)),
        }
    }

    /// Sends what happens in the workspace to the window, as the event `galley`.
    pub(crate) fn forward<R: Runtime>(&self, app: AppHandle<R>) {
        let events = self
            .events
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        let Some(events) = events else { return };
        tauri::async_runtime::spawn(async move {
            let Ok(mut events) = events.await else { return };
            loop {
                let event = match events.recv().await {
                    Ok(event) => event,
                    Err(RecvError::Lagged(_)) => Event::all_stale(),
                    Err(RecvError::Closed) => return,
                };
                // A window that is gone needs no news.
                let _ = app.emit("galley", event);
            }
        });
    }

    /// The open workspace, or why there is none.
    pub(crate) async fn host(&self) -> Result<Arc<Host>> {
        let mut opening = self.opened.clone();
        let gone = |_| {
            Error::new(
                Code::Internal,
                "opening the workspace was cut off: start again",
            )
        };
        let opened = opening.wait_for(Option::is_some).await.map_err(gone)?;
        match opened.as_ref() {
            Some(host) => host.clone(),
            None => Err(Error::new(Code::Internal, "the workspace is not open")),
        }
    }
}
