//! What the project does to itself: `cargo xtask VERB`. One module a verb.

use std::process::ExitCode;

mod bare;
mod bindings;
mod demo;
mod draw;
mod voice;

const USAGE: &str = "\
cargo xtask bare             runs both README commands on a bare Debian 12 (needs root and debootstrap)
cargo xtask bindings         writes the window's types of all operations
cargo xtask draw [PART]      draws the demo brands' pictures and the app's icons, or only those with PART in their path
cargo xtask draw --check     compares them with the files
cargo xtask demo             checks that the folder of every demo brand is whole
cargo xtask voice PATH…     measures the voice score over corpora of texts by many authors";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["bare"] => bare::prove(),
        ["bindings"] => bindings::write(),
        ["draw"] => draw::write(""),
        ["draw", "--check"] => draw::check(),
        ["draw", part] => draw::write(part),
        ["demo"] => demo::check(),
        ["voice", rest @ ..] => voice::evaluate(rest),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(lines) => {
            say(&mut std::io::stdout(), &lines);
            ExitCode::SUCCESS
        }
        Err(problem) => {
            say(&mut std::io::stderr(), &problem);
            ExitCode::FAILURE
        }
    }
}

/// Writes a text and a line break. Nobody is left to tell if the terminal is gone.
fn say(out: &mut dyn std::io::Write, text: &str) {
    let _ = writeln!(out, "{text}");
}
