import { expect, test } from "vitest";
import { matches } from "./matches";

test.each([
  ["Go to Review", "rev", ["Rev"]],
  ["Go to Review", "review go", ["Go", "Review"]],
  ["Request approval", "xyz", null],
  ["Overview of reviews", "rev", ["rev"]],
  ["Prüfen", "PRÜ", ["Prü"]],
  ["İstanbul trip", "trip", ["trip"]],
  ["Fix all", "", []],
  ["Compose", "compo com", ["Compo"]],
])("in %s the words of %s are found where they begin", (name, query, found) => {
  expect(matches(name, query)?.map(([start, end]) => name.slice(start, end)) ?? null).toEqual(found);
});

test("a word that begins so is marked before one that only has it inside", () => {
  expect(matches("Overview of reviews", "view")).toEqual([[4, 8]]);
  expect(matches("Overview of viewers", "view")).toEqual([[12, 16]]);
});
