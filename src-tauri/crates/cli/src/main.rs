//! `galley`: the operations of Galley on the command line. It links no webview.

mod audit;
mod check;
mod draft;
mod exit;
mod page;
mod text;
mod verbs;

use clap::{Args, Parser, Subcommand};
use exit::Exit;
use galley_host::{DEMO, Host, Machine, Place};
use std::path::PathBuf;
use std::process::ExitCode;

/// Turns briefs into checked, previewed posts, on this machine.
#[derive(Debug, Parser)]
#[command(name = "galley", version)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Draft two or three candidates from a brief, each checked and fitted to every network.
    Draft(draft::Arguments),
    /// Read a folder of documents, products, past posts and pictures into the workspace.
    Import(verbs::ImportArguments),
    /// Search the knowledge base.
    Search(verbs::SearchArguments),
    /// Count a text as a network counts it.
    Count(verbs::CountArguments),
    /// Check a text against the brand and a network's rules.
    Check(check::Arguments),
    /// Verify, list or export the record of who did what.
    Audit(audit::Arguments),
    /// Call an operation with JSON, or list them all.
    Op(verbs::OpArguments),
}

/// Which workspace, and as whom.
#[derive(Debug, Clone, Args)]
struct Where {
    /// The workspace's folder; the demo brand NextDaySteel if neither is given.
    #[arg(long, value_name = "FOLDER", conflicts_with = "brand")]
    workspace: Option<PathBuf>,
    /// A folder of documents: a workspace is made for it and removed afterwards.
    #[arg(long, value_name = "FOLDER")]
    brand: Option<PathBuf>,
    /// The member to act as; needed where a workspace has several.
    #[arg(long = "as", value_name = "NAME")]
    member: Option<String>,
}

impl Where {
    fn open(&self) -> Result<Host, Exit> {
        let place = match (&self.workspace, &self.brand) {
            (Some(folder), _) => Place::Workspace(folder.clone()),
            (None, Some(folder)) => Place::Brand(folder.clone()),
            (None, None) => Place::Demo(DEMO.to_owned()),
        };
        Ok(Host::open(&place, self.member.as_deref(), &machine())?)
    }
}

/// This machine, as this program uses it.
fn machine() -> Machine {
    Machine::real()
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.verb {
        Verb::Draft(arguments) => draft::run(&arguments),
        Verb::Import(arguments) => verbs::import(&arguments),
        Verb::Search(arguments) => verbs::search(&arguments),
        Verb::Count(arguments) => verbs::count(&arguments),
        Verb::Check(arguments) => check::run(&arguments),
        Verb::Audit(arguments) => audit::run(&arguments),
        Verb::Op(arguments) => verbs::op(&arguments),
    };
    match done {
        Ok(code) => code,
        Err(exit) => {
            text::complain(&exit.message);
            exit.code()
        }
    }
}
