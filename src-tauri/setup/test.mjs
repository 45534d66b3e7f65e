// `npm test`: installs what the tests need and runs all of them, quick ones first. The last line counts.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { needNode, needPackages, output, root, run, say, steps } from "./machine.mjs";

needNode();
const STAGES = 7;
const step = steps(STAGES);
const total = { passed: 0, failed: 0 };
const broken = [];
const unchecked = [];

step.begin("Looking at what this machine has");
await needPackages({ test: true });
run("npm", ["ci", "--no-audit", "--no-fund"]);

step.begin("Formatting, lints, licences");
if (output("cargo", ["fmt", "--version"])) await check("cargo", ["fmt", "--all", "--check"]);
else unchecked.push("Rust formatting (no rustfmt here)");
await check("npm", ["run", "--silent", "ui:lint"]);
await licences();

step.begin("Building the window");
await check("npm", ["run", "--silent", "ui:build"]);

// Always the whole workspace and the same features: another selection would build the dependencies anew.
const WORKSPACE = ["--locked", "--workspace", "--features", "galley-desktop/custom-protocol"];

step.begin("Unit and operation tests");
await test("cargo", ["test", ...WORKSPACE, "--no-fail-fast"]);

step.begin("Tests of the window's parts");
await test("npm", ["run", "--silent", "ui:test"]);

step.begin("Clippy");
if (output("cargo", ["clippy", "--version"])) {
  await check("cargo", ["clippy", ...WORKSPACE, "--all-targets", "--", "-D", "warnings"]);
} else unchecked.push("Clippy (not installed here)");

step.begin("The real window");
const driver = await tool("tauri-driver", "2.1.0");
if (driver) {
  process.env.TAURI_DRIVER = driver;
  await test("dbus-run-session", [
    "--", "xvfb-run", "-a", "-s", "-screen 0 1280x800x24",
    "cargo", "test", "--locked", "--workspace", "--features", "galley-desktop/window", "--test", "window",
  ]);
}

say("");
for (const what of unchecked) say(`Not checked here: ${what}`);
for (const what of broken) say(`Failed: ${what}`);
say(`Took ${step.elapsed()} on ${availableParallelism()} cores.`);
say(`${total.passed} passed, ${total.failed + broken.length} failed`);
process.exit(total.failed + broken.length > 0 ? 1 : 0);

/** A command that passes or fails as a whole: counted as one test. */
async function check(command, args) {
  const { status } = await show(command, args);
  if (status === 0) total.passed += 1;
  else broken.push([command, ...args].join(" "));
}

/** A test runner: its own counts are added. One that fails without a failed test failed as a whole. */
async function test(command, args) {
  const { status, text, errors } = await show(command, args);
  // Rust's runner knows "passed" and "failed" only: a test that this machine keeps from its subject (mounts
  // and networks of its own, another user) says so and is taken off.
  for (const [, what] of errors.matchAll(/^not tried here: (.+)$/gm)) {
    unchecked.push(`${what} (this machine does not let a test do that)`);
    total.passed -= 1;
  }
  let failed = 0;
  for (const [, passed, lost] of text.matchAll(/test result: \w+\. (\d+) passed; (\d+) failed/g)) {
    total.passed += Number(passed);
    failed += Number(lost);
  }
  const vitest = /Tests\s+(?:(\d+) failed \| )?(\d+) passed/.exec(text);
  if (vitest) {
    failed += Number(vitest[1] ?? 0);
    total.passed += Number(vitest[2]);
  }
  total.failed += failed;
  if (status !== 0 && failed === 0) broken.push([command, ...args].join(" "));
}

/** Runs a command, shows its output as it comes, and keeps it. */
function show(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      // Property tests try the same cases each time here: a new counterexample is found while working, not in CI.
      env: { ...process.env, PROPTEST_RNG_SEED: "20261120", NO_COLOR: "1" },
    });
    let text = "";
    let errors = "";
    child.stdout.on("data", (part) => {
      text += part;
      process.stdout.write(part);
    });
    child.stderr.on("data", (part) => {
      errors += part;
      process.stderr.write(part);
    });
    child.on("error", (error) => {
      say(`${command}: ${error.message}`);
      resolve({ status: 70, text, errors });
    });
    child.on("close", (status) => resolve({ status: status ?? 70, text, errors }));
  });
}

/** `cargo deny`. Advisories need a database that is not always reachable. */
async function licences() {
  const deny = await tool("cargo-deny", "0.20.2");
  if (deny) await check(deny, ["check", "licenses", "bans", "sources"]);
  unchecked.push("security advisories (their database is not looked up by the tests)");
}

/** A program of a crate, built once into target/tools; null if that fails, which counts as a failure. */
async function tool(name, version) {
  const tools = join(root, "target/tools");
  const program = join(tools, "bin", name);
  if (existsSync(program)) return program;
  const args = ["install", name, "--version", version, "--locked", "--debug", "--root", tools];
  const { status } = await show("cargo", args);
  if (status === 0) return program;
  broken.push(`cargo install ${name}`);
  return null;
}
