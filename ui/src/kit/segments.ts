import type { DiffPiece, Range16, Severity } from "@/bridge";

/** What marks a stretch of text: a finding, or a remark of a member. */
export type MarkKind = Severity | "talk";
/** A stretch of text that a finding or a remark is about. */
export type Mark = { id: string; severity: MarkKind; range: Range16 };
/** A footnote number at the end of what it stands for. */
export type Footnote = { at: number; number: number };
/** Words that were put in, or that stood there before. */
export type Past = { at: number; added: number; removed: string };
/** A replacement that is shown before it is done. */
export type Change = { range: Range16; text: string };

/** A stretch of text in which nothing begins or ends. */
export type Segment = {
  start: number;
  text: string;
  /** The marks over it, the gravest first. */
  marks: Mark[];
  /** Whether it is a hashtag, a mention or an address. */
  tag: boolean;
  /** Numbers that stand after it. */
  footnotes: number[];
  /** It goes, and this comes; an empty text with a change is where something is put in. */
  change: Change | null;
  /** It was put in since. */
  added: boolean;
  /** This stood before it and is gone. */
  removed: string;
};

const GRAVITY: Record<MarkKind, number> = { block: 3, warn: 2, note: 1, talk: 0 };
const EMPTY: Segment = {
  start: 0,
  text: "",
  marks: [],
  tag: false,
  footnotes: [],
  change: null,
  added: false,
  removed: "",
};
const TAGS =
  /(?<![\p{L}\p{N}_&/])[#@][\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*|\bhttps?:\/\/[^\s<>"')\]]+|\bwww\.[^\s<>"')\]]+/gu;

/** Where hashtags, mentions and addresses stand in a text. */
export function tagsOf(text: string): Range16[] {
  return [...text.matchAll(TAGS)].map((match) => {
    const tag = match[0].replace(/[.,;:!?]+$/, "");
    return { start: match.index, end: match.index + tag.length };
  });
}

/**
 * Cuts a text into stretches in which no mark, tag, footnote or change begins or ends. The stretches
 * put together are the text.
 */
export function segments(
  text: string,
  marks: readonly Mark[],
  footnotes: readonly Footnote[],
  changes: readonly Change[] = [],
  past: readonly Past[] = [],
): Segment[] {
  const length = text.length;
  const tags = tagsOf(text);
  const notes = footnotes.map((note) => ({ ...note, at: afterPunctuation(text, note.at) }));
  const cuts = new Set([0, length]);
  for (const { start, end } of [
    ...marks.map((mark) => mark.range),
    ...tags,
    ...changes.map((c) => c.range),
  ]) {
    cuts.add(Math.min(start, length));
    cuts.add(Math.min(end, length));
  }
  for (const note of notes) cuts.add(note.at);
  for (const { at, added } of past) {
    cuts.add(Math.min(at, length));
    cuts.add(Math.min(at + added, length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const result: Segment[] = [];
  for (const [index, start] of places.entries()) {
    const end = places[index + 1] ?? start;
    const inserted = changes.find((c) => c.range.start === start && c.range.end === start);
    if (inserted) {
      result.push({ ...EMPTY, start, change: inserted });
    }
    const gone = past.find((other) => other.at === start)?.removed ?? "";
    if (end === start) {
      if (gone) result.push({ ...EMPTY, start, removed: gone });
      continue;
    }
    const over = (range: Range16) => range.start <= start && end <= range.end;
    result.push({
      start,
      text: text.slice(start, end),
      marks: marks
        .filter((mark) => over(mark.range))
        .sort((a, b) => GRAVITY[b.severity] - GRAVITY[a.severity]),
      tag: tags.some(over),
      footnotes: [...new Set(notes.filter((note) => note.at === end).map((note) => note.number))].sort(
        (a, b) => a - b,
      ),
      change: changes.find((c) => over(c.range)) ?? null,
      added: past.some(({ at, added }) => over({ start: at, end: at + added })),
      removed: gone,
    });
  }
  return result;
}

/** The past of a text from what a word diff tells of it. */
export function pastOf(pieces: readonly DiffPiece[]): Past[] {
  const past: Past[] = [];
  let at = 0;
  for (const { change, text } of pieces) {
    const last = past.at(-1);
    if (change === "removed") past.push({ at, added: 0, removed: text });
    else {
      if (change === "added") {
        if (last && last.at === at && last.added === 0) last.added = text.length;
        else past.push({ at, added: text.length, removed: "" });
      }
      at += text.length;
    }
  }
  return past;
}

/** A footnote number stands after the full stop, not before it. */
function afterPunctuation(text: string, at: number): number {
  let place = Math.min(at, text.length);
  while (place < text.length && /[.,;:!?…”’")\]]/.test(text[place] ?? "")) place += 1;
  return place;
}
