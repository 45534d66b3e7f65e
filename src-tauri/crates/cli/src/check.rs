//! `galley check`: a text against the brand's rules and a network's.

use crate::Where;
use crate::exit::{BLOCKED, Exit};
use crate::text::{print, sentence};
use crate::verbs::given;
use clap::Args;
use serde_json::{Value, json};
use std::process::ExitCode;

/// What to check.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// linkedin, x, facebook or instagram.
    #[arg(long)]
    network: String,
    /// The text; read from standard input if left out.
    text: Option<String>,
    #[command(flatten)]
    place: Where,
    /// Print the text with every honest fix applied.
    #[arg(long)]
    fix: bool,
}

/// Prints each finding with its place. Exit status 1 if one blocks.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Exit> {
    let host = arguments.place.open()?;
    let text = given(arguments.text.as_deref())?;
    let input = json!({ "network": arguments.network, "text": text });
    let checked = host.call("guard.check", input)?;
    let mut blocked = false;
    for finding in checked["findings"].as_array().into_iter().flatten() {
        let params = serde_json::from_value(finding["params"].clone()).unwrap_or_default();
        let said = sentence(finding["code"].as_str().unwrap_or_default(), &params);
        let severity = finding["severity"].as_str().unwrap_or_default();
        blocked |= severity == "block";
        print(&format!(
            "{severity:<5} {}  {said}",
            place(&finding["span"], &text)
        ));
    }
    let count = &checked["count"];
    print(&format!("{} of {}", count["value"], count["limit"]));
    match checked["voice"]["score"].as_f64() {
        Some(score) => print(&format!("voice {score:.1}")),
        None => print(&sentence(
            "voice.not-enough-posts",
            &std::collections::BTreeMap::new(),
        )),
    }
    if arguments.fix {
        print(&format!(
            "\n{}",
            checked["fixed"].as_str().unwrap_or_default()
        ));
    }
    Ok(if blocked {
        ExitCode::from(BLOCKED)
    } else {
        ExitCode::SUCCESS
    })
}

/// The marked words, or the whole.
fn place(span: &Value, text: &str) -> String {
    let at = |name: &str| span[name].as_u64().and_then(|at| usize::try_from(at).ok());
    let marked = at("start")
        .zip(at("end"))
        .and_then(|(start, end)| text.get(start..end));
    marked.map_or_else(|| "(whole text)".to_owned(), |marked| format!("“{marked}”"))
}
