//! Opening the workspace beside the window, so that the window is there at once.

use galley_app::error::{Code, Error, Result};
use galley_host::{Host, Machine, Place};
use std::sync::Arc;
use tauri::{AppHandle, Emitter, Runtime};
use tokio::sync::watch;

/// A workspace that is open, failed to open, or is being opened.
pub(crate) struct Opening(watch::Receiver<Option<Result<Arc<Host>>>>);

impl Opening {
    /// Begins to open; what happens in the workspace goes to the window as the event `galley`.
    pub(crate) fn start<R: Runtime>(
        app: AppHandle<R>,
        place: Place,
        member: Option<String>,
        machine: Machine,
    ) -> Self {
        let (opened, opening) = watch::channel(None);
        std::thread::spawn(move || {
            let host = Host::open(&place, member.as_deref(), &machine).map(Arc::new);
            if let Err(error) = &host {
                tracing::error!(%error, "the workspace was not opened");
            }
            let events = host.as_ref().ok().map(|host| host.events());
            // Nobody waiting any more means that the window is closed.
            let _ = opened.send(Some(host));
            let Some(mut events) = events else { return };
            loop {
                match events.blocking_recv() {
                    Ok(event) => {
                        let _ = app.emit("galley", event);
                    }
                    Err(tokio::sync::broadcast::error::RecvError::Lagged(_)) => {
                        let _ = app.emit("galley", galley_app::ports::Event::all_stale());
                    }
                    Err(tokio::sync::broadcast::error::RecvError::Closed) => return,
                }
            }
        });
        Self(opening)
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
