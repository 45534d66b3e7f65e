import { expect, test } from "vitest";
import { byteLength, toUtf8, toUtf16 } from "./spans";

function check(text: string, part: string) {
  const encoder = new TextEncoder();
  const at = text.indexOf(part);
  const start = encoder.encode(text.slice(0, at)).length;
  const span = { start, end: start + encoder.encode(part).length };
  const [range] = toUtf16(text, [span]);
  expect(range && text.slice(range.start, range.end), "the range covers the part").toBe(part);
  expect(toUtf8(text, { start: at, end: at + part.length }), "and back").toEqual(span);
}

test("a span of plain text keeps its place", () => check("cut to size", "to"));
test("pound signs count two bytes and one unit", () => check("from £38.50 a cut, £4 less", "£4"));
test("umlauts and dashes before the span move it", () => check("Größen – ab Lager", "Lager"));
test("emoji count four bytes and two units", () => check("ready 🏗️ on site 🚚 today", "🚚"));
test("right-to-left text", () => check("שלום עולם 24 mm", "24 mm"));
test("combining marks are characters of their own", () => check("cafe\u0301 noir", "noir"));

test("several spans keep their order, whatever their places", () => {
  const text = "ä b ü d";
  expect(
    toUtf16(text, [
      { start: 8, end: 9 },
      { start: 0, end: 2 },
    ]),
  ).toEqual([
    { start: 6, end: 7 },
    { start: 0, end: 1 },
  ]);
});

test("a span that cuts a character is widened, never split", () => {
  const text = "a🚚b";
  const [range] = toUtf16(text, [{ start: 2, end: 4 }]);
  expect(range).toEqual({ start: 1, end: 3 });
});

test("a span past the end is cut to the text", () => {
  expect(toUtf16("abc", [{ start: 2, end: 99 }])).toEqual([{ start: 2, end: 3 }]);
});

test("an empty span stays empty", () => {
  expect(toUtf16("äb", [{ start: 2, end: 2 }])).toEqual([{ start: 1, end: 1 }]);
});

test("a lone surrogate counts as what it is sent as", () => {
  expect(byteLength("\ud83d")).toBe(new TextEncoder().encode("\ud83d").length);
});
