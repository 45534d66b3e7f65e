import { expect, test } from "vitest";

const sources = import.meta.glob<string>("../**/*.{ts,tsx,css}", {
  eager: true,
  query: "?raw",
  import: "default",
});
const files = Object.entries(sources).map(([path, text]) => ({
  path: path.replace(/^\.\.\//, "").replace(/^\.\//, "app/"),
  text,
}));
const code = files.filter(
  ({ path }) => /\.tsx?$/.test(path) && !path.includes(".test.") && !path.startsWith("testing/"),
);

/** Hooks outside of bridge and kit that may have effects. The list may only shrink. */
const EFFECTS = ["app/useAppearance.ts", "drafting/useSavers.ts", "networks/useFold.ts"];

/** Capabilities whose small parts another capability may show. */
const CHIPS: Record<string, string[]> = {
  desk: ["knowledge"],
  drafting: ["knowledge", "networks"],
  members: ["review"],
  review: ["drafting", "networks"],
  runs: ["drafting"],
  settings: ["desk", "guards", "knowledge"],
};

test("component files have at most 300 lines", () => {
  const long = code.filter(({ path, text }) => path.endsWith(".tsx") && text.split("\n").length > 301);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test("effects live in bridge, kit and the listed hooks", () => {
  const found = code
    .filter(({ text }) => /\buse(Layout|Insertion)?Effect\(/.test(text))
    .map(({ path }) => path);
  const stray = found.filter((path) => !/^(bridge|kit)\//.test(path) && !EFFECTS.includes(path));
  expect(stray).toEqual([]);
  expect(
    EFFECTS.filter((path) => !found.includes(path)),
    "no hook is listed that has no effect",
  ).toEqual([]);
});

test("only the bridge speaks to the shell", () => {
  const stray = code.filter(({ path, text }) => text.includes("@tauri-apps") && !path.startsWith("bridge/"));
  expect(stray.map(({ path }) => path)).toEqual([]);
});

test("a capability imports kit, bridge, text, itself, and the listed chips of others", () => {
  const stray: string[] = [];
  for (const { path, text } of code) {
    const [home = ""] = path.split("/");
    if (["app", "main.tsx"].includes(home)) continue;
    for (const match of text.matchAll(/from "@\/([\w-]+)/g)) {
      const target = match[1] ?? "";
      const allowed =
        home === "bridge"
          ? ["bridge"]
          : home === "kit"
            ? ["bridge", "kit", "text"]
            : ["bridge", "kit", "text", home];
      if (![...allowed, ...(CHIPS[home] ?? [])].includes(target)) stray.push(`${path} imports ${target}`);
    }
  }
  expect(stray).toEqual([]);
});

test("the stand-in for the application is asked for in the development server only", () => {
  const users = code.filter(
    ({ path, text }) => /bridge\/fake"/.test(text) && !path.startsWith("bridge/fake/"),
  );
  expect(users.map(({ path }) => path)).toEqual(["main.tsx"]);
  expect(users[0]?.text).toMatch(
    /import\.meta\.env\.DEV && [^\n]+\{\n\s+const \{ fakeFromAddress \} = await import/,
  );
});

test("colors come from the tokens; previews have the networks' own", () => {
  const stray: string[] = [];
  for (const { path, text } of files) {
    if (/tokens\.css$|networks\/|bridge\/fake\/|\.test\./.test(path)) continue;
    const plain = text.replaceAll(/\/\*[\s\S]*?\*\//g, "");
    for (const match of plain.matchAll(/#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(/g)) {
      if (path.endsWith(".css") || /style|color/i.test(plain.slice(match.index - 60, match.index))) {
        stray.push(`${path}: ${match[0]}`);
      }
    }
  }
  // The letter on a brand's own color has to stand out from that color, whatever the theme; the mark of X is black.
  expect(
    stray.filter((found) => !/^kit\/(editor|shell)\.css: (#fff|#111|#ffffff40|#ffffff)$/.test(found)),
  ).toEqual([]);
});
