import { type RefObject, useLayoutEffect, useState } from "react";
import type { Fold } from "@/bridge";
import { watchLayout } from "@/kit/watchLayout";
import { type Folding, foldAt, type LaidWord } from "./fold";

const WHOLE: Folding = { lines: 0, cut: null, breaks: 0 };

/**
 * Folds a text by its laid-out lines. `box` holds the measured copy, `[data-measure]`, with the text in
 * `[data-text]`, and the marker in `[data-marker]`; it may be scaled.
 */
export function useFold(
  box: RefObject<HTMLElement | null>,
  text: string,
  fold: Fold,
  onFold?: (folding: Folding) => void,
): Folding {
  const [folding, setFolding] = useState(WHOLE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is measured where it is drawn.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const next = measured(element, fold);
      setFolding((former) => (JSON.stringify(former) === JSON.stringify(next) ? former : next));
      onFold?.(next);
    };
    return watchLayout([element, ...element.querySelectorAll("[data-measure],[data-marker]")], measure);
  }, [box, text, fold, onFold]);
  return folding;
}

function measured(box: HTMLElement, fold: Fold): Folding {
  const copy = box.querySelector<HTMLElement>("[data-measure]");
  const content = copy?.querySelector<HTMLElement>("[data-text]");
  if (!copy || !content || copy.offsetWidth === 0) return WHOLE;
  const outer = copy.getBoundingClientRect();
  const scale = outer.width / copy.offsetWidth;
  const marker = box.querySelector<HTMLElement>("[data-marker]")?.offsetWidth ?? 0;
  const words: LaidWord[] = [];
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const part = node.textContent ?? "";
    for (const match of part.matchAll(/\S+/g)) {
      const end = match.index + match[0].length;
      range.setStart(node, match.index);
      range.setEnd(node, end);
      const rects = range.getClientRects();
      const [first, last] = [rects[0], rects[rects.length - 1]];
      if (!first || !last) continue;
      words.push({
        end: before + end,
        top: (first.top - outer.top) / scale,
        right: (last.right - outer.left) / scale,
      });
    }
    before += part.length;
    // Three lines past the fold are enough to know that there is one.
    const last = words.at(-1);
    if (fold.lines !== null && last && last.top > (fold.lines + 3) * fold.line_px) break;
  }
  return foldAt(words, fold.lines, { lineHeight: fold.line_px, column: copy.offsetWidth, marker });
}
