// `npm start`: sets up, builds, and opens the window on the NextDaySteel demo workspace. Without a display
// it runs the same main job on the command line and ends with the path of a page of previews.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { attempt, needNode, needPackages, root, run, say, steps } from "./machine.mjs";

const BRIEF =
  "Announce the new mesh cut-to-size service to site managers, friendly, LinkedIn and Instagram";

needNode();
const step = steps(4);

step.begin("Looking at what this machine has");
await needPackages({ test: false });

step.begin("Installing the window's packages");
run("npm", ["ci", "--no-audit", "--no-fund"]);

step.begin("Building (the first time takes some minutes)");
run("npm", ["run", "--silent", "ui:build"]);
run("cargo", ["build", "--release", "--locked", "--package", "galley-cli"]);
const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (display) {
  run("cargo", ["build", "--release", "--locked", "--package", "galley-desktop", "--features", "custom-protocol"]);
}

if (display) {
  step.begin("Opening the window on the demo brand NextDaySteel");
  const asked = process.argv.slice(2);
  const arguments_ = asked.length > 0 ? asked : ["--demo", "nextdaysteel"];
  process.exit(attempt(join(root, "target/release/galley-desktop"), arguments_));
}
step.begin("There is no display, so the main job runs here");
const out = join(root, "out");
say(`Brief: ${BRIEF}\n`);
const status = attempt(join(root, "target/release/galley"), ["draft", BRIEF, "--seed", "1", "--out", out]);
if (existsSync(join(out, "preview.html"))) {
  say(`\nDone after ${step.elapsed()}. Open this page of previews in a browser:`);
  say(join(out, "preview.html"));
}
process.exit(status);
