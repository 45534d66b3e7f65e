//! tauri-driver, and under it WebKitWebDriver and the window itself.

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// How long the driver may take to listen.
const START: Duration = Duration::from_secs(20);

/// Each window drafts the same posts every time it is tested.
const SEED: &str = "1";

/// A running driver. Its windows keep their data in one folder, which outlives each of them.
pub(crate) struct Driver {
    child: Child,
    port: u16,
    /// Holds the data of the windows; removed with the driver.
    folder: tempfile::TempDir,
}

impl Driver {
    pub(crate) async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (port, native) = (free_port(), free_port());
        let program = program();
        let child = Command::new(&program)
            // One group for the driver, WebKitWebDriver, the window and its WebKit children.
            .process_group(0)
            .args(["--port", &port.to_string()])
            .args(["--native-port", &native.to_string()])
            .args(["--native-driver", "/usr/bin/WebKitWebDriver"])
            .env("XDG_DATA_HOME", folder.path().join("data"))
            .env("XDG_CONFIG_HOME", folder.path().join("config"))
            .env("XDG_CACHE_HOME", folder.path().join("cache"))
            .env("LC_ALL", "C.UTF-8")
            .spawn()
            .unwrap_or_else(|error| panic!("{} was not started: {error}", program.display()));
        let driver = Self {
            child,
            port,
            folder,
        };
        let since = Instant::now();
        while [port, native]
            .iter()
            .any(|port| TcpStream::connect(("127.0.0.1", *port)).is_err())
        {
            assert!(since.elapsed() < START, "tauri-driver does not listen");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        driver
    }

    /// Opens the window on the demo brand, with what was left there by the window before it.
    pub(crate) async fn open(&self) -> Client {
        self.wait_for_workspaces().await;
        self.open_on(&["--demo", "nextdaysteel"]).await
    }

    /// Opens the window with arguments.
    pub(crate) async fn open_on(&self, arguments: &[&str]) -> Client {
        let arguments = [&["--seed", SEED], arguments].concat();
        self.open_program(env!("CARGO_BIN_EXE_galley-desktop"), &arguments)
            .await
    }

    /// Opens the window of a program.
    pub(crate) async fn open_program(&self, program: &str, arguments: &[&str]) -> Client {
        let options = json!({ "application": program, "args": arguments });
        let wanted = json!({ "browserName": "wry", "tauri:options": options });
        ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .expect("the window does not open")
    }
}

impl Driver {
    /// A folder that is removed with the driver.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The window before this one is closed before its process has ended: until then it owns its workspace.
    pub(crate) async fn wait_for_workspaces(&self) {
        let since = Instant::now();
        while self.locks().iter().any(|lock| {
            // The lock that is taken here for the test is given back with the file.
            std::fs::File::open(lock).is_ok_and(|file| file.try_lock().is_err())
        }) {
            assert!(
                since.elapsed() < START,
                "the former window's process does not end"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn locks(&self) -> Vec<PathBuf> {
        let data = self.folder.path().join("data/galley");
        let homes = ["demo", "workspaces"].into_iter().flat_map(|kind| {
            let listed = std::fs::read_dir(data.join(kind));
            listed.into_iter().flatten().flatten()
        });
        homes
            .map(|home| home.path().join("workspace.lock"))
            .filter(|lock| lock.exists())
            .collect()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // After a panic no session was closed, and ending the driver alone would leave the window behind.
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        let _ = self.child.wait();
    }
}

/// The driver named by the environment, or the one `npm test` builds, or the one on the path.
fn program() -> PathBuf {
    if let Some(named) = std::env::var_os("TAURI_DRIVER") {
        return named.into();
    }
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin/tauri-driver");
    if built.exists() {
        return built;
    }
    "tauri-driver".into()
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
