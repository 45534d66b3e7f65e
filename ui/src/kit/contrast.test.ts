import { describe, expect, test } from "vitest";
import tokens from "./tokens.css?raw";

type Theme = Record<string, string>;

function themeOf(selector: RegExp): Theme {
  const body = selector.exec(tokens)?.[1] ?? "";
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map((match) => [match[1], match[2]]),
  );
}

const themes: Record<string, Theme> = {
  light: themeOf(/:root,\s*\[data-theme="?light"?\]\s*\{([\s\S]*?)\n\}/),
  dark: themeOf(/\n\[data-theme="?dark"?\]\s*\{([\s\S]*?)\n\}/),
};

const SURFACES = ["desk", "rail", "paper", "tray", "raise", "hover", "press"];
const INKS = ["ink", "ink-2", "ink-3", "red", "amber", "green", "blue"];

/** Contrast as WCAG 2.2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string | undefined, b: string | undefined): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex = "#000000"): number {
  const value = Number.parseInt(hex.slice(1), 16);
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each(Object.entries(themes))("%s", (_name, theme) => {
  test("the theme was read", () => {
    for (const name of [...SURFACES, ...INKS]) expect(theme[name], name).toMatch(/^#/);
  });

  test.each(INKS.flatMap((ink) => SURFACES.map((surface) => [ink, surface])))("%s on %s", (ink, surface) => {
    expect(contrast(theme[ink], theme[surface])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(
    ["red", "amber", "green", "blue"].flatMap((wash) =>
      [wash, "ink", "ink-2", "ink-3"].map((ink) => [ink, `${wash}-wash`]),
    ),
  )("%s on %s", (ink, wash) => {
    expect(contrast(theme[ink], theme[wash])).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ["on-act", "act", 4.5],
    ["on-act", "act-hover", 4.5],
    ["on-red", "red", 4.5],
    ["paper", "ink-2", 4.5],
    ["edge", "paper", 3],
    ["edge", "tray", 3],
    ["edge", "raise", 3],
    ["edge", "desk", 3],
    ["edge", "hover", 3],
    ["focus", "paper", 3],
    ["focus", "desk", 3],
    ["focus", "rail", 3],
    ["focus", "press", 3],
    ["focus", "raise", 3],
  ] as const)("%s on %s", (ink, surface, least) => {
    expect(contrast(theme[ink], theme[surface])).toBeGreaterThanOrEqual(least);
  });
});

test("white stands out on the networks' badges", () => {
  for (const name of ["li", "x", "fb", "ig"]) {
    const color = new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`, "i").exec(tokens)?.[1];
    expect(contrast("#ffffff", color), name).toBeGreaterThanOrEqual(4.5);
  }
});
