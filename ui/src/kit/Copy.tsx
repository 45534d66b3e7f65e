import clsx from "clsx";
import type { Segment } from "./segments";

/** A text with its marks, tags, footnote numbers and shown changes. */
export function Copy({
  parts,
  lit,
  quiet = false,
}: {
  parts: readonly Segment[];
  lit?: string | null;
  quiet?: boolean;
}) {
  return parts.map((part) => (
    <Stretch key={`${part.start}:${part.text.length}`} part={part} lit={lit ?? null} quiet={quiet} />
  ));
}

function Stretch({ part, lit, quiet }: { part: Segment; lit: string | null; quiet: boolean }) {
  const { change } = part;
  const plain = part.tag ? <span className="tag">{part.text}</span> : part.text;
  const words = part.added ? <ins>{plain}</ins> : plain;
  // The new words come once, after the first stretch of what goes.
  const first = change !== null && change.range.start === part.start;
  const changed = change ? (
    <>
      {part.text && <del>{part.text}</del>}
      {first && change.text && <ins>{change.text}</ins>}
    </>
  ) : (
    words
  );
  const [gravest] = part.marks;
  return (
    <>
      {part.removed && <del className="past">{part.removed}</del>}
      {gravest && !quiet ? (
        <mark
          className={clsx(
            `is-${gravest.severity}`,
            part.marks.some(({ severity }) => severity === "talk") && "is-talk",
            lit && part.marks.some((mark) => mark.id === lit) && "lit",
          )}
          data-marks={part.marks.map((mark) => mark.id).join(" ")}
        >
          {changed}
        </mark>
      ) : (
        changed
      )}
      {part.footnotes.length > 0 && <sup className="fn">{part.footnotes.join(" ")}</sup>}
    </>
  );
}
