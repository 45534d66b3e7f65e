import clsx from "clsx";
import { type ReactNode, useRef } from "react";
import type { MarkKind } from "./segments";
import { useProofLayout } from "./useProofLayout";

export type MarginNote = { id: string; severity: MarkKind; content: ReactNode };

/** A proof: the copy, and in the margin the notes, each beside its mark. */
export function Proof(props: {
  copy: ReactNode;
  notes: readonly MarginNote[];
  notesName: string;
  /** What stands above the notes in the margin. */
  head?: ReactNode;
  lit: string | null;
  onLit: (id: string | null) => void;
  className?: string;
}) {
  const proof = useRef<HTMLDivElement>(null);
  const layout = useProofLayout(proof, props.notes);
  return (
    <div
      className={clsx("proof", props.notes.length === 0 && !props.head && "no-notes", props.className)}
      ref={proof}
    >
      {props.copy}
      <section className="margin" aria-label={props.notesName} style={{ minHeight: layout.height }}>
        {props.head && <div data-head>{props.head}</div>}
        {props.notes.map((note) => (
          // biome-ignore lint/a11y/noNoninteractiveElementInteractions: as below.
          // biome-ignore lint/a11y/noStaticElementInteractions: the note only lights its mark; what it offers are buttons inside.
          <div
            key={note.id}
            id={note.id}
            data-note={note.id}
            className={clsx("mnote", `is-${note.severity}`, props.lit === note.id && "lit")}
            style={{ top: layout.tops[note.id] ?? 0 }}
            onMouseEnter={() => props.onLit(note.id)}
            onMouseLeave={() => props.onLit(null)}
            onFocus={() => props.onLit(note.id)}
            onBlur={() => props.onLit(null)}
          >
            {note.content}
          </div>
        ))}
      </section>
      <svg className="leaders" aria-hidden="true">
        {layout.leaders.map((leader) => (
          <path
            key={leader.id}
            d={leader.path}
            className={clsx(`is-${leader.severity}`, props.lit === leader.id && "lit")}
          />
        ))}
      </svg>
    </div>
  );
}
