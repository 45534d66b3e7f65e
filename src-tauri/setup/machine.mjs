// What this machine has and lacks, and how to get it. Plain Node 18 without dependencies: this runs before
// anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";

/** The repository's root. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Exit status for "something is missing on the machine" (sysexits: EX_UNAVAILABLE). */
export const MISSING = 69;

const BUILD = [
  "build-essential",
  "pkg-config",
  "libwebkit2gtk-4.1-dev",
  "librsvg2-dev",
  "ca-certificates",
  "git",
];
const TEST = [
  "xvfb",
  "xauth",
  "dbus",
  "webkit2gtk-driver",
  "fonts-dejavu-core",
  "iproute2",
  "util-linux",
];

/** Begins a numbered step and says how long the whole has taken. */
export function steps(total) {
  const began = Date.now();
  let n = 0;
  return {
    begin: (what) => say(`\n[${++n}/${total}] ${what} (${elapsed(began)} so far)`),
    elapsed: () => elapsed(began),
  };
}

/** Runs a command with its output shown; ends this process if it fails. */
export function run(command, args, options = {}) {
  const status = attempt(command, args, options);
  if (status !== 0) {
    fail(`This failed with status ${status}: ${[command, ...args].join(" ")}`, status);
  }
}

/** Runs a command with its output shown and gives its exit status. */
export function attempt(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (done.error) say(`${command}: ${done.error.message}`);
  return done.status ?? 70;
}

/** What a command prints, or null if it cannot be run or fails. */
export function output(command, args) {
  const done = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  return done.status === 0 ? done.stdout.trim() : null;
}

export function say(text) {
  process.stdout.write(`${text}\n`);
}

export function fail(text, status) {
  process.stderr.write(`\n${text}\n`);
  process.exit(status);
}

/** Goes on under a newer Node where this one is too old for the window's tools. */
export function needNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Node ${process.versions.node} is older than 20.19: going on under the npm package node@22.`);
  const args = ["exec", "--yes", "--package=node@22", "--", "node", ...process.argv.slice(1)];
  process.exit(attempt("npm", args));
}

/** Installs the system packages and the Rust compiler that are missing, or says how to. */
export async function needPackages({ test }) {
  if (process.platform !== "linux" || !existsSync("/usr/bin/dpkg")) {
    say("This is not Debian or a system made from it: make sure that Tauri's prerequisites");
    say("(https://v2.tauri.app/start/prerequisites/) and Rust 1.90 or newer are installed.");
    if (!cargoIsNewEnough()) fail("There is no cargo of version 1.90 or newer.", MISSING);
    return;
  }
  const wanted = test ? [...BUILD, ...TEST] : [...BUILD];
  if (!cargoIsNewEnough()) wanted.push("rustc-web", "cargo-web");
  const missing = wanted.filter((name) => !isInstalled(name));
  if (missing.length > 0) await install(missing);
  if (!cargoIsNewEnough()) {
    fail("The installed Rust is older than 1.90: install a newer one from https://rustup.rs", MISSING);
  }
}

async function install(missing) {
  const line = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const args = line.split(" ").slice(1);
  if (process.getuid() === 0) {
    say(`Installing what is missing: ${missing.join(" ")}`);
    run("apt-get", ["update", "-q"], { env });
    run("apt-get", args, { env });
    return;
  }
  const ask = process.stdin.isTTY && process.stdout.isTTY && output("which", ["sudo"]) !== null;
  if (ask) {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await lines.question(`Galley needs: sudo ${line}\nRun it now? [y/N] `);
    lines.close();
    if (/^y(es)?$/i.test(answer.trim())) {
      run("sudo", ["apt-get", "update", "-q"]);
      run("sudo", ["apt-get", ...args]);
      return;
    }
  }
  fail(`These packages are missing. Install them, then run this again:\n\n  apt-get install ${missing.join(" ")}`, MISSING);
}

function isInstalled(name) {
  const status = output("dpkg-query", ["-W", "-f=${db:Status-Abbrev}", name]);
  return status?.startsWith("ii") ?? false;
}

function cargoIsNewEnough() {
  const version = /cargo (\d+)\.(\d+)/.exec(output("cargo", ["--version"]) ?? "");
  if (!version) return false;
  const [major, minor] = version.slice(1).map(Number);
  return major > 1 || minor >= 90;
}

function elapsed(began) {
  const seconds = Math.round((Date.now() - began) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
