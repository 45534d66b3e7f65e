/** A word as it was laid out: its place in the text, and in the column, in unscaled px. */
export type LaidWord = { end: number; top: number; right: number };

export type Folding = {
  /** Lines that the whole text takes. */
  lines: number;
  /** Where the shown text ends; null: all of it is shown. */
  cut: number | null;
  /** Line breaks to add, so that the marker stands on the last line that is shown. */
  breaks: number;
};

/**
 * Where a network folds a text: after so many laid-out lines, with room for its marker on the last of
 * them. Empty lines count, as they take room.
 *
 * `limit` null: the network never folds.
 */
export function foldAt(
  words: readonly LaidWord[],
  limit: number | null,
  { lineHeight, column, marker }: { lineHeight: number; column: number; marker: number },
): Folding {
  const [first] = words;
  if (!first) return { lines: 0, cut: null, breaks: 0 };
  const lineOf = (word: LaidWord) => Math.round((word.top - first.top) / lineHeight);
  const lines = words.reduce((most, word) => Math.max(most, lineOf(word) + 1), 1);
  if (limit === null || lines <= limit) return { lines, cut: null, breaks: 0 };
  const shown = words.filter((word) => lineOf(word) < limit);
  while (shown.length > 1) {
    const last = shown.at(-1);
    if (!last || lineOf(last) < limit - 1 || last.right + marker <= column) break;
    shown.pop();
  }
  const last = shown.at(-1) ?? first;
  return { lines, cut: last.end, breaks: Math.max(0, limit - 1 - lineOf(last)) };
}
