import type { Range16 } from "@/bridge";

/**
 * Where a range of `before` lies in `after`, a text that differs from it in one place: the typing that was
 * not checked yet. Null if the typing touched it.
 */
export function follow(before: string, after: string, range: Range16): Range16 | null {
  if (before === after) return range;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (range.end <= head) return range;
  if (range.start >= before.length - tail) {
    const shift = after.length - before.length;
    return { start: range.start + shift, end: range.end + shift };
  }
  return null;
}
