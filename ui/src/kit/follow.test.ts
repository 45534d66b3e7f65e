import { expect, test } from "vitest";
import { endOfChange } from "./Editor";
import { follow } from "./follow";

function check(before: string, after: string, part: string, expected: string | null) {
  const start = before.indexOf(part);
  const range = follow(before, after, { start, end: start + part.length });
  expect(range && after.slice(range.start, range.end)).toBe(expected);
}

test("a range before the typing stays", () =>
  check("less waste, cut", "less waste, cut now", "less waste", "less waste"));
test("a range after the typing moves along", () =>
  check("from £38.50 a cut", "all from £38.50 a cut", "£38.50", "£38.50"));
test("a range that the typing touched is gone", () =>
  check("Bespoke shapes", "Bespok shapes", "Bespoke", null));
test("typing right behind a range leaves it", () => check("abc", "abc!", "abc", "abc"));
test("a doubled letter moves what follows it", () => check("cut steel", "cutt steel", "steel", "steel"));

test("the caret lands behind what came", () => {
  expect(endOfChange("Custom shapes", "Cut-to-size shapes")).toBe("Cut-to-size".length);
  expect(endOfChange("a b c", "a c")).toBe(2);
});
