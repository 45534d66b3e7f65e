import { expect, test } from "vitest";
import { CODES } from "@/bridge";
import { catalogs, startTexts } from "./index";
import { sentence, skillName } from "./say";

const sources = import.meta.glob<string>("../**/*.{ts,tsx}", {
  eager: true,
  query: "?raw",
  import: "default",
});
const PLURAL = /_(zero|one|two|few|many|other)$/;

function keysOf(catalog: Record<string, string> | undefined): string[] {
  return Object.keys(catalog ?? {}).sort();
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([\w.-]+)/g)].map((match) => match[1] ?? "").sort();
}

test("both languages have the same catalogs", () => {
  expect(Object.keys(catalogs.de).sort()).toEqual(Object.keys(catalogs.en).sort());
});

test.each(Object.keys(catalogs.en))("%s: both languages have the same keys", (name) => {
  expect(keysOf(catalogs.de[name])).toEqual(keysOf(catalogs.en[name]));
});

test.each(Object.keys(catalogs.en))("%s: both languages use the same values", (name) => {
  for (const [key, text] of Object.entries(catalogs.en[name] ?? {})) {
    expect(placeholders(catalogs.de[name]?.[key] ?? ""), key).toEqual(placeholders(text));
  }
});

test.each(["en", "de"] as const)("%s: no text is empty", (language) => {
  for (const [name, catalog] of Object.entries(catalogs[language])) {
    for (const [key, text] of Object.entries(catalog)) expect(text.trim(), `${name}:${key}`).not.toBe("");
  }
});

test("every key that the window asks for exists", () => {
  const missing: string[] = [];
  for (const [file, source] of Object.entries(sources)) {
    if (file.endsWith(".test.ts") || file.endsWith(".test.tsx")) continue;
    const spaces = [...source.matchAll(/useTranslation\(\[?"(\w+)"/g)].map((match) => match[1] ?? "app");
    for (const match of source.matchAll(/\bt\(\s*"([^"]+)"/g)) {
      const [space, key] = match[1]?.includes(":")
        ? (match[1].split(":") as [string, string])
        : [null, match[1] ?? ""];
      const places = space ? [space] : spaces.length > 0 ? spaces : ["app"];
      const known = places.some((place) =>
        Object.keys(catalogs.en[place] ?? {}).some(
          (other) => other === key || other.replace(PLURAL, "") === key,
        ),
      );
      if (!known) missing.push(`${file}: ${match[1]}`);
    }
  }
  expect(missing).toEqual([]);
});

test("every error code has a text", () => {
  const missing = CODES.filter((code) => !catalogs.en.errors?.[code]);
  expect(missing).toEqual([]);
});

test("a code that no catalog knows is shown with its values", () => {
  const texts = startTexts("en");
  expect(sentence(texts, ["errors"], "some-guard.new", { word: "x" })).toBe("some guard new (word: x)");
});

test("a known code is said in the window's language", () => {
  expect(sentence(startTexts("de"), ["errors"], "brief-empty")).toContain("Der Auftrag ist leer");
});

test("a skill of ours has the window's word, and a team's own is written out", () => {
  expect(skillName(startTexts("de"), "offer")).toBe("Angebot");
  expect(skillName(startTexts("de"), "open-days")).toBe("Open days");
});
