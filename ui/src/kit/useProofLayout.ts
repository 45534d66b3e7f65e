import { type RefObject, useCallback, useLayoutEffect, useState } from "react";
import { notesHeight, placeNotes } from "./placeNotes";
import type { MarkKind } from "./segments";
import { watchLayout } from "./watchLayout";

export type Leader = { id: string; severity: MarkKind; path: string };
export type ProofLayout = { tops: Record<string, number>; leaders: Leader[]; height: number };

type Note = { id: string; severity: MarkKind };

const NOTHING: ProofLayout = { tops: {}, leaders: [], height: 0 };

/**
 * Measures a proof and places its notes: each beside its mark, joined by a hairline that runs along the
 * foot of the marked line to the gutter and then to the note, never across text.
 *
 * The proof holds `.copy` with `mark[data-marks]`, and `.margin` with `[data-note]` and, above the notes,
 * maybe `[data-head]`.
 */
export function useProofLayout(proof: RefObject<HTMLElement | null>, notes: readonly Note[]): ProofLayout {
  const [layout, setLayout] = useState(NOTHING);
  const measure = useCallback(() => {
    if (!proof.current) return;
    const next = layOut(proof.current, notes);
    setLayout((former) => (same(former, next) ? former : next));
  }, [proof, notes]);

  // Every render may have moved a mark; the comparison above ends the circle.
  useLayoutEffect(measure);

  useLayoutEffect(() => {
    const observed = proof.current;
    if (!observed) return;
    return watchLayout([observed, observed.querySelector(".copy")], measure);
  }, [proof, measure]);

  return layout;
}

function layOut(proof: HTMLElement, notes: readonly Note[]): ProofLayout {
  const margin = proof.querySelector<HTMLElement>(".margin");
  const copy = proof.querySelector<HTMLElement>(".copy");
  if (!margin || !copy) return NOTHING;
  const box = proof.getBoundingClientRect();
  const edge = margin.getBoundingClientRect().left - box.left;
  const gutter = edge - 20;
  const items = notes.flatMap((note) => {
    const element = margin.querySelector<HTMLElement>(`[data-note="${note.id}"]`);
    if (!element) return [];
    const rect = firstLine(copy, note.id);
    const y = rect ? rect.top - box.top : 0;
    return [{ ...note, y, height: element.offsetHeight, rect }];
  });
  items.sort((a, b) => a.y - b.y || (a.rect?.right ?? 0) - (b.rect?.right ?? 0));
  const head = margin.querySelector<HTMLElement>("[data-head]")?.offsetHeight ?? 0;
  const places = placeNotes(items, copy.offsetHeight + 8, head);
  const tops: Record<string, number> = {};
  const leaders: Leader[] = [];
  for (const [index, item] of items.entries()) {
    const top = places[index] ?? 0;
    tops[item.id] = top;
    if (!item.rect) continue;
    const foot = item.rect.bottom - box.top - 1;
    const below = items[index + 1]?.rect;
    // Two marks on one line: their hairlines lie 3 px apart.
    const shift = below && Math.abs(below.bottom - item.rect.bottom) < 4 ? 3 : 0;
    const from = Math.round(foot) + 0.5 + shift;
    const to = Math.round(top + 8) + 0.5;
    const start = Math.round(item.rect.right - box.left);
    leaders.push({
      id: item.id,
      severity: item.severity,
      path: `M${start} ${from}H${gutter + (index % 2 ? 4 : 0)}L${edge} ${to}`,
    });
  }
  return { tops, leaders, height: notesHeight(items, places) };
}

/** The box of the first line of a mark. Its stretches on that line are taken together. */
function firstLine(copy: HTMLElement, id: string): { top: number; right: number; bottom: number } | null {
  const rects = [...copy.querySelectorAll<HTMLElement>(`mark[data-marks~="${id}"]`)].flatMap((mark) => [
    ...mark.getClientRects(),
  ]);
  const [first] = rects;
  if (!first) return null;
  const line = rects.filter((rect) => Math.abs(rect.top - first.top) < 8);
  return { top: first.top, bottom: first.bottom, right: Math.max(...line.map((rect) => rect.right)) };
}

function same(a: ProofLayout, b: ProofLayout): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
