import { expect, test } from "vitest";
import { foldAt, type LaidWord } from "./fold";

const look = { lineHeight: 20, column: 100, marker: 40 };

/** Lays words of 10 px a letter out in lines, as given; an empty line is an empty string. */
function laid(...lines: string[]): { text: string; words: LaidWord[] } {
  const words: LaidWord[] = [];
  const text = lines.join("\n");
  let start = 0;
  for (const [index, line] of lines.entries()) {
    for (const match of line.matchAll(/\S+/g)) {
      const end = match.index + match[0].length;
      words.push({ end: start + end, top: index * 20, right: end * 10 });
    }
    start += line.length + 1;
  }
  return { text, words };
}

function check(lines: string[], limit: number | null, shown: string | null, breaks = 0) {
  const { text, words } = laid(...lines);
  const folding = foldAt(words, limit, look);
  expect(folding.cut === null ? null : text.slice(0, folding.cut)).toBe(shown);
  expect(folding.breaks).toBe(breaks);
}

test("a text of as many lines as are shown is whole", () => check(["aaa", "bbb", "ccc"], 3, null));
test("a text without a limit is whole", () => check(["a", "b", "c", "d", "e"], null, null));
test("one line more folds after the last shown one", () =>
  check(["aaa", "bbb", "ccc", "d"], 3, "aaa\nbbb\nccc"));
test("words give way to the marker", () => check(["aaa", "bbb", "cc ddd eee", "f"], 3, "aaa\nbbb\ncc ddd"));
test("a line that is one long word keeps it", () => check(["aaaaaaaaaa", "b"], 1, "aaaaaaaaaa"));
test("empty lines count as lines", () => check(["aaa", "", "bbb", "", "ccc"], 3, "aaa\n\nbbb"));
test("a fold on an empty line puts the marker there", () => check(["aaa", "", "bbb"], 2, "aaa", 1));
test("no words, no fold", () => expect(foldAt([], 3, look)).toEqual({ lines: 0, cut: null, breaks: 0 }));
