//! The verbs that are one operation each.

use crate::Where;
use crate::exit::Exit;
use crate::text::{print, sentence};
use clap::Args;
use serde_json::{Value, json};
use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;

/// What to import, and where to.
#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// The folder to read.
    folder: PathBuf,
    /// The workspace to import into; the demo brand's if left out.
    #[arg(long, value_name = "FOLDER")]
    workspace: Option<PathBuf>,
    /// The member to act as.
    #[arg(long = "as", value_name = "NAME")]
    member: Option<String>,
    /// Make the workspace first; its folder must be empty or not there yet.
    #[arg(long, requires = "workspace")]
    new: bool,
}

/// Imports a folder and says of each file what it was read as.
pub(crate) fn import(arguments: &ImportArguments) -> Result<ExitCode, Exit> {
    if let (true, Some(folder)) = (arguments.new, &arguments.workspace) {
        galley_host::make(folder, false, &crate::machine())?;
    }
    let place = Where {
        workspace: arguments.workspace.clone(),
        brand: None,
        member: arguments.member.clone(),
    };
    let host = place.open()?;
    let folder = std::path::absolute(&arguments.folder)
        .map_err(|error| Exit::bad_input(format!("{}: {error}", arguments.folder.display())))?;
    let read = host.call("knowledge.import", json!({ "folder": folder }))?;
    for file in read["files"].as_array().into_iter().flatten() {
        print(&format!(
            "{:<14} {}",
            text(&file["read_as"]),
            text(&file["file"])
        ));
        for note in file["notes"].as_array().into_iter().flatten() {
            let params = serde_json::from_value(note["params"].clone()).unwrap_or_default();
            print(&format!(
                "{:<14}   {}",
                "",
                sentence(text(&note["code"]), &params)
            ));
        }
    }
    let documents = &read["documents"];
    print(&format!(
        "{} documents added, {} changed, {} unchanged; {} entries, {} past posts, {} pictures, {} skills",
        documents["added"],
        documents["changed"],
        documents["unchanged"],
        read["entries"],
        read["past_posts"],
        read["pictures"],
        read["skills"],
    ));
    print(&format!(
        "Brand: {} ({})",
        text(&read["name"]),
        text(&read["name_from"])
    ));
    Ok(ExitCode::SUCCESS)
}

/// What to search for.
#[derive(Debug, Args)]
pub(crate) struct SearchArguments {
    /// Words; there is no query syntax.
    words: Vec<String>,
    #[command(flatten)]
    place: Where,
    /// Only this category, such as delivery or pricing.
    #[arg(long)]
    category: Option<String>,
    /// At most this many.
    #[arg(long, default_value_t = 10)]
    limit: u32,
}

/// Searches and prints each entry with its place.
pub(crate) fn search(arguments: &SearchArguments) -> Result<ExitCode, Exit> {
    let host = arguments.place.open()?;
    let input = json!({
        "text": arguments.words.join(" "),
        "category": arguments.category,
        "limit": arguments.limit,
    });
    let found = host.call("knowledge.search", input)?;
    for hit in found["entries"].as_array().into_iter().flatten() {
        let span = &hit["span"];
        print(&format!(
            "{:>6.2}  {}",
            hit["score"].as_f64().unwrap_or_default(),
            text(&hit["statement"])
        ));
        print(&format!(
            "        {} {}-{}",
            text(&hit["file"]),
            span["start"],
            span["end"]
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// What to count.
#[derive(Debug, Args)]
pub(crate) struct CountArguments {
    /// linkedin, x, facebook or instagram.
    #[arg(long)]
    network: String,
    /// The text; read from standard input if left out.
    text: Option<String>,
}

/// Counts a text. Exit status 1 if it is over the limit.
pub(crate) fn count(arguments: &CountArguments) -> Result<ExitCode, Exit> {
    let network = serde_json::from_value(json!(arguments.network)).map_err(|_| {
        Exit::usage(format!(
            "there is no network {}: use linkedin, x, facebook or instagram",
            arguments.network
        ))
    })?;
    let count = galley_domain::networks::rules(network).count(&given(arguments.text.as_deref())?);
    print(&format!("{} of {}", count.value, count.limit));
    Ok(if count.value > count.limit {
        ExitCode::from(crate::exit::BLOCKED)
    } else {
        ExitCode::SUCCESS
    })
}

/// Which operation to call.
#[derive(Debug, Args)]
pub(crate) struct OpArguments {
    /// The operation, such as post.list.
    #[arg(required_unless_present = "list")]
    name: Option<String>,
    /// Its input as JSON; {} if left out, standard input if it is -.
    input: Option<String>,
    #[command(flatten)]
    place: Where,
    /// List the operations with the role they need.
    #[arg(long)]
    list: bool,
}

/// Calls an operation and prints its answer as JSON, or lists them all.
pub(crate) fn op(arguments: &OpArguments) -> Result<ExitCode, Exit> {
    if arguments.list {
        for op in galley_app::OPS.iter().copied().flatten() {
            print(&format!("{:<26} {:?}", op.name(), op.role()));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let input = match arguments.input.as_deref() {
        Some("-") => given(None)?,
        Some(input) => input.to_owned(),
        None => "{}".to_owned(),
    };
    let input: Value = serde_json::from_str(&input)
        .map_err(|error| Exit::bad_input(format!("the input is not JSON: {error}")))?;
    let name = arguments.name.as_deref().unwrap_or_default();
    let answer = arguments.place.open()?.call(name, input)?;
    let pretty = serde_json::to_string_pretty(&answer);
    print(&pretty.map_err(|error| Exit::fault(error.to_string()))?);
    Ok(ExitCode::SUCCESS)
}

/// The text that was given, or standard input.
pub(crate) fn given(text: Option<&str>) -> Result<String, Exit> {
    if let Some(text) = text {
        return Ok(text.to_owned());
    }
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| {
            Exit::bad_input(format!("standard input cannot be read as text: {error}"))
        })?;
    Ok(text.trim_end_matches('\n').to_owned())
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
