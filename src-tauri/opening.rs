//! Opening the workspace beside the window, so that the window is there at once.

use galley_app::error::{Code, Error, Result};
use galley_app::ports::Event;
use galley_host::{Host, Machine, Place};
use std::sync::Arc;
use tauri::{AppHandle, Emitter, Runtime};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;

/// A workspace that is open, failed to open, or is being opened.
pub(crate) struct Opening(watch::Receiver<Option<Result<Arc<Host>>>>);

impl Opening {
    /// Begins to open.
    pub(crate) fn start(place: Place, member: Option<String>, machine: Machine) -> Self {
        let (opened, opening) = watch::channel(None);
        std::thread::spawn(move || {
            let host = Host::open(&place, member.as_deref(), &machine).map(Arc::new);
            if let Err(error) = &host {
                tracing::error!(%error, "the workspace was not opened");
            }
            // Nobody waiting any more means that the window is closed.
            let _ = opened.send(Some(host));
        });
        Self(opening)
    }

    /// Sends what happens in the workspace to the window, as the event `galley`.
    pub(crate) fn forward<R: Runtime>(&self, app: AppHandle<R>) {
        let opening = Self(self.0.clone());
        tauri::async_runtime::spawn(async move {
            let Ok(mut events) = opening.host().await.map(|host| host.events()) else {
                return;
            };
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
        let mut opening = self.0.clone();
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
