import type { Span } from "./ops.gen";

/** A half-open range of UTF-16 units: what the DOM and JavaScript strings count in. */
export type Range16 = { start: number; end: number };

/**
 * Turns UTF-8 byte spans of `text` into UTF-16 ranges, in the order given.
 *
 * A span that runs past the text is cut to it; one that cuts a character is widened to the whole
 * character, so that a mark can never split a surrogate pair.
 */
export function toUtf16(text: string, spans: readonly Span[]): Range16[] {
  const places = spans.flatMap((span, index) => [
    { byte: span.start, index, end: false },
    { byte: span.end, index, end: true },
  ]);
  places.sort((a, b) => a.byte - b.byte);
  const ranges: Range16[] = spans.map(() => ({ start: 0, end: 0 }));
  let byte = 0;
  let unit = 0;
  for (const place of places) {
    let before = unit;
    while (unit < text.length && byte < place.byte) {
      before = unit;
      const point = text.codePointAt(unit) ?? 0;
      byte += bytesOf(point);
      unit += point > 0xffff ? 2 : 1;
    }
    const inside = byte > place.byte;
    const range = ranges[place.index];
    if (!range) continue;
    if (place.end) range.end = unit;
    else range.start = inside ? before : unit;
  }
  return ranges;
}

/** The UTF-8 length of `text`. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character.codePointAt(0) ?? 0);
  return bytes;
}

/** The UTF-8 byte span of a UTF-16 range of `text`. */
export function toUtf8(text: string, range: Range16): Span {
  const start = byteLength(text.slice(0, range.start));
  return { start, end: start + byteLength(text.slice(range.start, range.end)) };
}

/** UTF-8 bytes of a code point. A lone surrogate becomes U+FFFD on its way out, which has three. */
function bytesOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
