import { expect, test } from "vitest";
import { type Change, type Footnote, type Mark, segments, tagsOf } from "./segments";

const text = "Send the sizes by 2 pm. Bespoke shapes from £38.50. #RebarMesh";

function check(marks: Mark[], footnotes: Footnote[], changes: Change[] = []) {
  const parts = segments(text, marks, footnotes, changes);
  expect(parts.map((part) => part.text).join(""), "the stretches are the text").toBe(text);
  return parts;
}

test("a text without marks stays in one piece up to its hashtag", () => {
  const parts = check([], []);
  expect(parts.map((part) => [part.text, part.tag])).toEqual([
    ["Send the sizes by 2 pm. Bespoke shapes from £38.50. ", false],
    ["#RebarMesh", true],
  ]);
});

test("overlapping marks share the stretch between them, the gravest first", () => {
  const parts = check(
    [
      { id: "warn", severity: "warn", range: { start: 24, end: 38 } },
      { id: "block", severity: "block", range: { start: 32, end: 50 } },
    ],
    [],
  );
  const shared = parts.find((part) => part.marks.length === 2);
  expect(shared?.text).toBe("shapes");
  expect(shared?.marks[0]?.id).toBe("block");
});

test("a footnote stands after the full stop of its sentence", () => {
  const parts = check([], [{ at: 22, number: 1 }]);
  expect(parts[0]?.text).toBe("Send the sizes by 2 pm.");
  expect(parts[0]?.footnotes).toEqual([1]);
});

test("two facts at one place give both numbers, once each", () => {
  const parts = check(
    [],
    [
      { at: 23, number: 2 },
      { at: 22, number: 1 },
      { at: 23, number: 2 },
    ],
  );
  expect(parts[0]?.footnotes).toEqual([1, 2]);
});

test("a change is shown where it happens, also where nothing goes", () => {
  const parts = check(
    [],
    [],
    [
      { range: { start: 24, end: 31 }, text: "Cut-to-size" },
      { range: { start: 62, end: 62 }, text: " #Groundworks" },
    ],
  );
  expect(parts.filter((part) => part.change).map((part) => [part.text, part.change?.text])).toEqual([
    ["Bespoke", "Cut-to-size"],
    ["", " #Groundworks"],
  ]);
});

test("marks past the end of the text are cut to it", () => {
  check([{ id: "m", severity: "note", range: { start: 50, end: 900 } }], [{ at: 900, number: 1 }]);
});

test("numbers after a hash, addresses' ends and mail addresses are told apart", () => {
  const sample = "See #1, #Größe2, @site_team and https://example.org/a. Mail a@b.org";
  expect(tagsOf(sample).map((range) => sample.slice(range.start, range.end))).toEqual([
    "#Größe2",
    "@site_team",
    "https://example.org/a",
  ]);
});
