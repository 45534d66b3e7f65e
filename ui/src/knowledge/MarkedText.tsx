import { useMemo } from "react";
import { type PassageView, toUtf16 } from "@/bridge";
import { Copy } from "@/kit/Copy";
import { type Mark, segments } from "@/kit/segments";

/** A passage as it is written, with a mark under what was read as an entry. */
export function MarkedText(props: {
  passage: PassageView;
  lit: string | null;
  /** A byte of the document where reading begins, instead of an entry. */
  at: number | undefined;
  onPick: (entry: string) => void;
}) {
  const { passage, lit, at, onPick } = props;
  const { text, entries, span } = passage;
  const parts = useMemo(() => {
    const ranges = toUtf16(
      text,
      entries.map((entry) => ({ start: entry.span.start - span.start, end: entry.span.end - span.start })),
    );
    const marks = entries.flatMap((entry, index): Mark[] => {
      const range = ranges[index];
      return range ? [{ id: entry.id, severity: "note", range }] : [];
    });
    return segments(text, marks, []);
  }, [text, entries, span]);
  const begin =
    at === undefined ? 0 : (toUtf16(text, [{ start: at - span.start, end: at - span.start }])[0]?.start ?? 0);
  const cut = parts.findIndex((part) => part.start >= begin);
  const before = begin > 0 && cut > 0 ? cut : 0;
  const pick = (target: EventTarget) => {
    const ids = (target as Element).closest("mark")?.dataset.marks?.split(" ") ?? [];
    // Where several lie over each other, one click after the other reaches all.
    const next = ids[(ids.indexOf(lit ?? "") + 1) % ids.length];
    if (next) onPick(next);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: a way beside the list of entries, which are buttons.
    // biome-ignore lint/a11y/noStaticElementInteractions: as above.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above; the keys are the list's.
    <div className={`copy read kn-copy is-${passage.kind}`} onClick={(event) => pick(event.target)}>
      <Copy parts={parts.slice(0, before)} lit={lit} />
      {before > 0 && <span data-at />}
      <Copy parts={parts.slice(before)} lit={lit} />
    </div>
  );
}
