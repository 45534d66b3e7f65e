//! `galley audit`: who did what, and whether anybody changed the record of it.

use crate::Where;
use crate::exit::Exit;
use crate::text::print;
use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};
use std::process::ExitCode;

/// What to do with the audit chain.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Check every record from the first one on. Exit status 65 names the first that does not hold.
    Verify {
        #[command(flatten)]
        place: Where,
    },
    /// List records, newest first.
    List {
        #[command(flatten)]
        place: Where,
        /// Only records with these words, in any case.
        #[arg(long)]
        text: Option<String>,
        /// At most this many.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Write all records into a file of the workspace's folder, oldest first.
    Export {
        #[command(flatten)]
        place: Where,
        #[arg(long, value_enum, default_value_t = Format::Csv)]
        format: Format,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Jsonl,
}

/// Verifies, lists or exports.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Exit> {
    match &arguments.verb {
        Verb::Verify { place } => {
            let held = place.open()?.call("audit.verify", json!({}))?;
            print(&format!("{} records hold", held["records"]));
        }
        Verb::List { place, text, limit } => {
            let input = json!({ "text": text, "limit": limit });
            let found = place.open()?.call("audit.list", input)?;
            for record in found["records"].as_array().into_iter().flatten() {
                print(&format!(
                    "{:>6}  {}  {:<20}  {:<24}  {}",
                    record["sequence"],
                    word(&record["at"]),
                    word(&record["member"]),
                    word(&record["operation"]),
                    word(&record["object"]),
                ));
            }
        }
        Verb::Export { place, format } => {
            let format = match format {
                Format::Csv => "csv",
                Format::Jsonl => "jsonl",
            };
            let input = json!({ "format": format });
            let written = place.open()?.call("audit.export", input)?;
            print(&format!(
                "{} records written to {}",
                written["records"],
                word(&written["path"])
            ));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
