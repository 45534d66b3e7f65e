//! The desktop shell: one window, one command, one event, one protocol for bytes. No logic.

mod opening;
mod protocol;

use clap::Parser;
use galley_app::error::Error;
use galley_host::{DEMO, Machine, Place};
use opening::Opening;
use serde_json::Value;
use std::path::PathBuf;
use std::process::ExitCode;
use tauri::{Manager, Runtime, State};

/// Exit status for a fault of ours (sysexits: EX_SOFTWARE).
const FAULT: u8 = 70;

/// Galley's window.
#[derive(Debug, Clone, Parser)]
#[command(name = "galley-desktop", version)]
pub struct Arguments {
    /// Open the workspace in this folder; the demo brand NextDaySteel if neither is given.
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
    let place = match (arguments.workspace, arguments.demo) {
        (Some(folder), _) => Place::Workspace(folder),
        (None, demo) => Place::Demo(demo.unwrap_or_else(|| DEMO.to_owned())),
    };
    let machine = match arguments.seed {
        Some(seed) => Machine::real().with_seed(seed),
        None => Machine::real(),
    };
    builder
        .manage(Opening::start(place, arguments.member, machine))
        .register_asynchronous_uri_scheme_protocol("galley", protocol::answer)
        .invoke_handler(tauri::generate_handler![op])
        .setup(|app| {
            app.state::<Opening>().forward(app.handle().clone());
            Ok(())
        })
}

/// The one command: calls an operation of the open workspace, waiting for it to be open.
#[tauri::command]
async fn op(opening: State<'_, Opening>, name: String, input: Value) -> Result<Value, Error> {
    let host = opening.host().await?;
    host.call_async(&name, input).await
}
