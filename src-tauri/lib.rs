//! The desktop shell: one window, one command, one event, one protocol for bytes. No logic.

mod protocol;

use clap::Parser;
use galley_app::error::Error;
use galley_app::ports::Event;
use galley_host::{Desk, Machine, Place};
use serde_json::Value;
use std::path::PathBuf;
use std::process::ExitCode;
use tauri::{AppHandle, Emitter, Runtime, State};
use tokio::sync::broadcast::{Receiver, error::RecvError};

/// Exit status for a fault of ours (sysexits: EX_SOFTWARE).
const FAULT: u8 = 70;

/// Galley's window.
#[derive(Debug, Clone, Parser)]
#[command(name = "galley-desktop", version)]
pub struct Arguments {
    /// Open the workspace in this folder; what was open last if neither is given.
    #[arg(long, conflicts_with = "demo")]
    pub workspace: Option<PathBuf>,
    /// Open the workspace of this demo brand.
    #[arg(long)]
    pub demo: Option<String>,
    /// The member to act as; needed where a workspace has several.
    #[arg(long = "as", value_name = "NAME")]
    pub member: Option<String>,
    /// Seed of the first draft, each later one taking the next: the same seeds over the same workspace
    /// give the same drafts. Chance decides if left out.
    #[arg(long)]
    pub seed: Option<u64>,
}

/// Opens the window and stays until it is closed.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let ran = build(tauri::Builder::default(), arguments).run(tauri::generate_context!());
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            ExitCode::from(FAULT)
        }
    }
}

/// The shell for a runtime: the real one, or the tests' without a window.
pub fn build<R: Runtime>(builder: tauri::Builder<R>, arguments: Arguments) -> tauri::Builder<R> {
    let first = match (arguments.workspace, arguments.demo) {
        (Some(folder), _) => Some(Place::Workspace(folder)),
        (None, demo) => demo.map(Place::Demo),
    };
    let machine = match arguments.seed {
        Some(seed) => Machine::real().with_seed(seed),
        None => Machine::real(),
    };
    let desk = Desk::start(first, arguments.member, machine);
    let events = desk.events();
    builder
        // The system's own dialog for choosing a folder.
        .plugin(tauri_plugin_dialog::init())
        // The window is where it was and as large as it was.
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .manage(desk)
        .register_asynchronous_uri_scheme_protocol("galley", protocol::answer)
        .invoke_handler(tauri::generate_handler![op])
        .setup(|app| {
            forward(events, app.handle().clone());
            Ok(())
        })
}

/// The one command: calls an operation of the desk, or of the open workspace once it is open.
#[tauri::command]
async fn op(desk: State<'_, Desk>, name: String, input: Value) -> Result<Value, Error> {
    desk.call(&name, input).await
}

/// Sends what happens to the window, as the event `galley`.
fn forward<R: Runtime>(mut events: Receiver<Event>, app: AppHandle<R>) {
    tauri::async_runtime::spawn(async move {
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
