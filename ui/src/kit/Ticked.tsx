import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { Copy } from "./Copy";
import { placeTicks } from "./placeNotes";
import { type Footnote, type Mark, segments } from "./segments";
import { watchLayout } from "./watchLayout";

/** A text on a narrow sheet: its marks have numbered ticks in a margin of 20 px. */
export function Ticked({
  text,
  marks,
  footnotes,
}: {
  text: string;
  marks: readonly Mark[];
  footnotes: readonly Footnote[];
}) {
  const box = useRef<HTMLSpanElement>(null);
  const parts = useMemo(() => segments(text, marks, footnotes), [text, marks, footnotes]);
  const places = useTicks(box, marks);
  return (
    <span className="mini-copy" ref={box}>
      <span className="copy-text">
        <Copy parts={parts} />
      </span>
      {marks.map((mark, index) => {
        const place = places[index];
        return (
          <span
            key={mark.id}
            className={`tick is-${mark.severity}`}
            aria-hidden="true"
            style={{ top: place?.top ?? 0, ["--len" as string]: `${place?.reach ?? 0}px` }}
          >
            {index + 1}
          </span>
        );
      })}
    </span>
  );
}

type Place = { top: number; reach: number };

/** Places the ticks beside their lines; a tick that stands there gets a hairline to its mark. */
function useTicks(box: React.RefObject<HTMLElement | null>, marks: readonly Mark[]): Place[] {
  const [places, setPlaces] = useState<Place[]>([]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const outer = element.getBoundingClientRect();
      const rects = marks.map(
        (mark) => element.querySelector(`mark[data-marks~="${mark.id}"]`)?.getClientRects()[0],
      );
      const wishes = rects.map((rect) => (rect ? rect.top - outer.top + (rect.height - 16) / 2 : 0));
      const tops = placeTicks(wishes, outer.height);
      const next = tops.map((top, index) => {
        const [rect, wish] = [rects[index], wishes[index] ?? 0];
        const near = rect !== undefined && Math.abs(top - wish) < 3;
        return { top, reach: near ? Math.max(0, outer.right - rect.right - 24) : 0 };
      });
      setPlaces((former) => (JSON.stringify(former) === JSON.stringify(next) ? former : next));
    };
    return watchLayout([element, element.querySelector(".copy-text")], measure);
  }, [box, marks]);
  return places;
}
