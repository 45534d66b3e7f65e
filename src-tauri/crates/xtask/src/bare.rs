//! `cargo xtask bare`: both README commands on a bare Debian 12.
//!
//! debootstrap makes the system in a temporary folder; it gets `git` and `npm`, which a reader of the README
//! has to have, nothing else, and how this machine reaches its package registries. The repository's HEAD is cloned into it, so that what is
//! not committed, or was installed here by hand, is missing there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Settings of this machine that say how registries are reached. What is not there is left out.
const REGISTRY_FILES: &[&str] = &[
    "etc/apt/sources.list.d/debian.sources",
    "etc/apt/apt.conf.d/99artifact-registry",
    "etc/apt/apt.conf.d/proxy.conf",
    "etc/pip.conf",
    "etc/resolv.conf",
    "etc/hosts",
    "etc/ssl/certs/ca-certificates.crt",
    "root/.npmrc",
    "root/.cargo/config.toml",
];

/// Makes the system, runs both commands in it, and says what they ended with.
pub(crate) fn prove() -> Result<String, String> {
    let folder = tempfile::Builder::new()
        .prefix("galley-bare-")
        .tempdir()
        .map_err(|error| format!("no temporary folder: {error}"))?;
    let system = folder.path();
    run(Command::new("debootstrap").args([
        "--variant=minbase",
        "--include=ca-certificates",
        "bookworm",
        &system.display().to_string(),
        &mirror()?,
    ]))
    .map_err(|problem| format!("{problem}\ndebootstrap needs root: apt-get install debootstrap"))?;
    for file in REGISTRY_FILES {
        let (from, to) = (Path::new("/").join(file), system.join(file));
        if from.is_file() {
            let parent = to.parent().unwrap_or(system);
            let copied = fs::create_dir_all(parent).and_then(|()| fs::copy(&from, &to).map(|_| ()));
            copied.map_err(|error| format!("{}: {error}", to.display()))?;
        }
    }
    let source = system.join("galley");
    run(Command::new("git")
        .args(["clone", "--quiet", "--no-hardlinks"])
        .arg(root())
        .arg(&source))?;

    let mounts = Mounts::make(system)?;
    // By apt: debootstrap cannot configure packages that need each other, as npm's do.
    inside(
        system,
        "apt-get update -q && DEBIAN_FRONTEND=noninteractive \
         apt-get install -y -q --no-install-recommends git npm",
    )?;
    let tested = inside(system, "npm test");
    let started = inside(system, "npm start");
    drop(mounts);
    tested?;
    started?;
    Ok("Both commands passed on a bare Debian 12.".to_owned())
}

/// Runs a command in the system, without a display and without what this shell has set.
fn inside(system: &Path, command: &str) -> Result<(), String> {
    let mut chroot = Command::new("chroot");
    chroot
        .arg(system)
        .args(["/usr/bin/env", "-i", "CI=true", "HOME=/root", "USER=root"]);
    chroot.arg("PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    for (name, value) in std::env::vars() {
        let lower = name.to_lowercase();
        if lower.ends_with("_proxy") || name == "NODE_EXTRA_CA_CERTS" || name == "SSL_CERT_FILE" {
            chroot.arg(format!("{name}={value}"));
        }
    }
    run(chroot.args(["sh", "-c", &format!("cd /galley && {command}")]))
        .map_err(|problem| format!("{command} failed on the bare system: {problem}"))
}

/// The address from which this machine gets Debian's packages.
fn mirror() -> Result<String, String> {
    let places = [
        "/etc/apt/sources.list.d/debian.sources",
        "/etc/apt/sources.list",
    ];
    let text: String = places
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect();
    text.split_whitespace()
        .find(|word| word.starts_with("http") && word.trim_end_matches('/').ends_with("/debian"))
        .map(str::to_owned)
        .ok_or_else(|| format!("none of {places:?} names a mirror of Debian"))
}

/// What a system needs from the kernel; taken away again when dropped.
struct Mounts(Vec<PathBuf>);

impl Mounts {
    fn make(system: &Path) -> Result<Self, String> {
        let mut mounts = Self(Vec::new());
        for (kind, name) in [("proc", "proc"), ("sysfs", "sys"), ("tmpfs", "dev/shm")] {
            let at = system.join(name);
            fs::create_dir_all(&at).map_err(|error| format!("{}: {error}", at.display()))?;
            run(Command::new("mount").args(["-t", kind, kind]).arg(&at))?;
            mounts.0.push(at);
        }
        Ok(mounts)
    }
}

impl Drop for Mounts {
    fn drop(&mut self) {
        for at in self.0.iter().rev() {
            // What cannot be taken away now goes with the machine; the folder is only not removed.
            let _ = Command::new("umount").arg("--lazy").arg(at).status();
        }
    }
}

fn run(command: &mut Command) -> Result<(), String> {
    let status = command
        .status()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{command:?}: {status}"))
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}
