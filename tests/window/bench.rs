//! First paint and idle memory of the window, beside an empty Tauri window in the same run.
//!
//! First paint is WebKit's own `first-contentful-paint`, counted from the start of the process. Memory is
//! the proportional set size (PSS) of the process and of all that it started, ten seconds later. The demo
//! brand's workspace has been made before. Needs what the window's tests need:
//! `xvfb-run -a cargo bench --features window --bench window`.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench that cannot go on should stop; its figures go to standard output; it reads the clock \
              that the window's own first paint is told by, and what is idle has to be waited for"
)]

#[expect(dead_code, reason = "the tests of the window use the rest")]
mod driver;

use driver::Driver;
use fantoccini::Client;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const ROUNDS: usize = 7;
const IDLE: Duration = Duration::from_secs(10);

/// Makes this program the empty window.
const EMPTY: &str = "--empty-window";

/// First paint in milliseconds after the page began to be loaded, and when that was since 1970.
const PAINT: &str = "const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return paint ? [performance.timeOrigin, paint.startTime] : null;";

fn main() {
    if std::env::args().any(|argument| argument == EMPTY) {
        empty_window();
        return;
    }
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(measure());
}

/// A window with one word in it, from the same configuration.
fn empty_window() {
    let mut context = tauri::generate_context!();
    context.config_mut().app.windows.clear();
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            let page = b"<!doctype html><title>Empty</title><p>Empty</p>".to_vec();
            tauri::http::Response::builder()
                .header("content-type", "text/html")
                .body(page)
                .unwrap()
        })
        .setup(|app| {
            let page = tauri::WebviewUrl::CustomProtocol("empty://localhost/".parse()?);
            tauri::WebviewWindowBuilder::new(app, "main", page)
                .inner_size(1280.0, 800.0)
                .build()?;
            Ok(())
        })
        .run(context)
        .expect("the empty window cannot be opened");
}

async fn measure() {
    let driver = Driver::start().await;
    let ours = env!("CARGO_BIN_EXE_galley-desktop").to_owned();
    let this = std::env::current_exe().unwrap();
    let this = this.to_string_lossy().into_owned();
    // The demo brand's workspace is made on first use, and the pages of both programs are read once.
    once(&driver, &ours, &[]).await;
    once(&driver, &this, &[EMPTY]).await;
    let (mut galley, mut empty) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        galley.push(once(&driver, &ours, &[]).await);
        empty.push(once(&driver, &this, &[EMPTY]).await);
    }
    for (what, unit, of) in [
        (
            "first paint",
            "ms",
            (|one: &Figures| one.paint) as fn(&Figures) -> f64,
        ),
        ("idle memory", "MB PSS", |one: &Figures| one.memory),
    ] {
        let (galley, empty) = (spread(&galley, of), spread(&empty, of));
        println!(
            "{what}: Galley {:.0} {unit} ({:.0} to {:.0}), empty window {:.0} {unit} ({:.0} to {:.0}), ratio {:.2}; median of {ROUNDS} in turn",
            galley[1],
            galley[0],
            galley[2],
            empty[1],
            empty[0],
            empty[2],
            galley[1] / empty[1],
        );
    }
}

struct Figures {
    paint: f64,
    memory: f64,
}

/// Least, median and most.
fn spread(rounds: &[Figures], of: fn(&Figures) -> f64) -> [f64; 3] {
    let mut values: Vec<f64> = rounds.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    [
        values[0],
        values[values.len() / 2],
        values[values.len() - 1],
    ]
}

/// Opens a window once, and closes it again.
async fn once(driver: &Driver, program: &str, arguments: &[&str]) -> Figures {
    let client = driver.open_program(program, arguments).await;
    let painted = painted(&client).await;
    tokio::time::sleep(IDLE).await;
    let process = process_of(program);
    let figures = Figures {
        paint: painted - started(process),
        memory: memory(process),
    };
    client.close().await.unwrap();
    while Path::new("/proc").join(process.to_string()).exists() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    figures
}

/// When something was painted first, in milliseconds since 1970.
async fn painted(client: &Client) -> f64 {
    loop {
        let found = client.execute(PAINT, vec![]).await.unwrap();
        if let Some([origin, after]) = found.as_array().map(Vec::as_slice) {
            return origin.as_f64().unwrap() + after.as_f64().unwrap();
        }
        assert!(found == json!(null), "{found}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// The process that runs a program: the driver starts it, and nothing else does here.
fn process_of(program: &str) -> u32 {
    let running = std::fs::read_dir("/proc").unwrap().filter_map(|entry| {
        let process: u32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
        let exe = std::fs::read_link(format!("/proc/{process}/exe")).ok()?;
        (exe == Path::new(program) && process != std::process::id()).then_some(process)
    });
    running.max().expect("the program is not running")
}

/// When a process was started, in milliseconds since 1970, to the kernel's hundredth of a second (proc(5):
/// field 22 of `stat` in ticks since the machine was started).
fn started(process: u32) -> f64 {
    let ticks: f64 = stat(process)[19].parse().unwrap();
    let uptime = std::fs::read_to_string("/proc/uptime").unwrap();
    let uptime: f64 = uptime.split(' ').next().unwrap().parse().unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    now.as_secs_f64() * 1_000.0 - (uptime - ticks / 100.0) * 1_000.0
}

/// The fields of `/proc/<process>/stat` behind the program's name.
fn stat(process: u32) -> Vec<String> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let (_, rest) = stat.rsplit_once(") ").unwrap_or_default();
    rest.split(' ').map(str::to_owned).collect()
}

/// The PSS of a process and of all below it, in megabytes.
fn memory(process: u32) -> f64 {
    let mut below: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let Some(child) = entry
            .file_name()
            .to_str()
            .and_then(|name| name.parse().ok())
        else {
            continue;
        };
        if let Some(parent) = stat(child).get(1).and_then(|parent| parent.parse().ok()) {
            below.entry(parent).or_default().push(child);
        }
    }
    let mut waiting = vec![process];
    let mut kilobytes = 0.0;
    while let Some(process) = waiting.pop() {
        let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup"));
        let rollup = rollup.unwrap_or_default();
        let line = rollup.lines().find(|line| line.starts_with("Pss:"));
        let value = line.and_then(|line| line.split_whitespace().nth(1));
        kilobytes += value.and_then(|value| value.parse().ok()).unwrap_or(0.0);
        waiting.extend(below.get(&process).into_iter().flatten());
    }
    kilobytes / 1_000.0
}
