import { expect, test } from "vitest";
import { NOTE_GAP, notesHeight, placeNotes, placeTicks, type Wish } from "./placeNotes";

function check(wishes: Wish[], roof: number, expected: number[], from = 0) {
  const tops = placeNotes(wishes, roof, from);
  expect(tops).toEqual(expected);
  for (const [index, wish] of wishes.entries()) {
    const next = tops[index + 1];
    if (next !== undefined)
      expect(next, "notes stay apart").toBeGreaterThanOrEqual((tops[index] ?? 0) + wish.height + NOTE_GAP);
  }
}

test("notes with room stand beside their marks", () => {
  check(
    [
      { y: 20, height: 60 },
      { y: 120, height: 40 },
    ],
    300,
    [20, 120],
  );
});

test("a note over its neighbor is pushed down", () => {
  check(
    [
      { y: 20, height: 60 },
      { y: 40, height: 40 },
    ],
    300,
    [20, 90],
  );
});

test("notes below the copy's end are drawn up, and push those above them", () => {
  check(
    [
      { y: 100, height: 60 },
      { y: 180, height: 60 },
    ],
    200,
    [70, 140],
  );
});

test("more notes than the copy is high go on below it", () => {
  check(
    [
      { y: 0, height: 60 },
      { y: 0, height: 60 },
      { y: 0, height: 60 },
    ],
    100,
    [0, 70, 140],
  );
  expect(
    notesHeight(
      [
        { y: 0, height: 60 },
        { y: 0, height: 60 },
      ],
      [0, 70],
    ),
  ).toBe(130);
});

test("notes stand below what is above them in the margin", () => {
  check(
    [
      { y: 20, height: 60 },
      { y: 180, height: 60 },
    ],
    200,
    [80, 150],
    80,
  );
});

test("no notes need no room", () => {
  check([], 100, []);
  expect(notesHeight([], [])).toBe(0);
});

test("ticks below the fold stack at the foot", () => {
  expect(placeTicks([10, 20, 400], 76)).toEqual([10, 28, 60]);
});
