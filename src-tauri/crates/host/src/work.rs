//! The worker: one thread that works through the job list whenever it is woken.

use galley_app::error::{Code, Error};
use galley_app::ports::Ports;
use galley_app::runs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender};
use std::sync::{Arc, Weak};

/// The thread. It ends when all wakers are gone.
pub(crate) struct Worker {
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Drop for Worker {
    /// The thread may hold the workspace for a moment longer: whoever closes it can open it again at once.
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What wakes the worker, and its end of the line.
pub(crate) fn channel() -> (Receiver<()>, Sender<()>) {
    let (wake, woken) = std::sync::mpsc::channel();
    (woken, wake)
}

/// Starts the thread. It holds the ports only while it works, so that dropping the host ends it.
pub(crate) fn start(
    ports: &Arc<Ports>,
    woken: Receiver<()>,
    runtime: tokio::runtime::Handle,
) -> Worker {
    let ports = Arc::downgrade(ports);
    let body = move || {
        while woken.recv().is_ok() {
            work(&ports, &runtime);
        }
    };
    let thread = std::thread::Builder::new()
        .name("jobs".to_owned())
        .spawn(body);
    Worker {
        thread: thread
            .inspect_err(|error| tracing::error!(%error, "no job thread"))
            .ok(),
    }
}

fn work(ports: &Weak<Ports>, runtime: &tokio::runtime::Handle) {
    while let Some(ports) = ports.upgrade() {
        let run = match ports.store.lease() {
            Ok(Some(run)) => run,
            Ok(None) => return,
            Err(error) => {
                tracing::error!(%error, "the job list cannot be read");
                return;
            }
        };
        let driven = catch_unwind(AssertUnwindSafe(|| {
            runtime.block_on(runs::drive(&ports, run))
        }));
        let failed = match driven {
            Ok(Ok(())) => continue,
            Ok(Err(error)) => error,
            Err(_) => Error::new(
                Code::Internal,
                "the run met a defect of Galley and was stopped",
            ),
        };
        tracing::error!(%run, error = %failed, "the run failed");
        if let Err(error) = runs::fail(&ports, run, failed) {
            tracing::error!(%run, %error, "the failure could not be stored");
        }
    }
}
