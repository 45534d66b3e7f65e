import type { Range16 } from "@/bridge";

/** What stands in a copy without being the text: footnote numbers, and words that are gone. */
const BESIDE = "sup.fn, del.past";

/**
 * The range of a copy's text that is selected, in UTF-16 units; null if nothing of it is.
 *
 * The copy's elements hold the text in order; what else stands in it is not counted.
 */
export function selectedIn(copy: HTMLElement | null, selection = window.getSelection()): Range16 | null {
  if (!copy || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(copy)) return null;
  const start = copy.contains(range.startContainer)
    ? lengthBefore(copy, range.startContainer, range.startOffset)
    : 0;
  const end = copy.contains(range.endContainer)
    ? lengthBefore(copy, range.endContainer, range.endOffset)
    : lengthBefore(copy, copy, copy.childNodes.length);
  return end > start ? { start, end } : null;
}

/** Chooses words with the arrow keys: a step moves, with Shift it takes the words along. */
export function stepSelection(copy: HTMLElement, key: string, extend: boolean): boolean {
  const steps: Record<string, ["forward" | "backward", "word" | "line"]> = {
    ArrowRight: ["forward", "word"],
    ArrowLeft: ["backward", "word"],
    ArrowDown: ["forward", "line"],
    ArrowUp: ["backward", "line"],
  };
  const step = steps[key];
  const selection = window.getSelection();
  if (!step || !selection) return false;
  const inside = selection.rangeCount > 0 && copy.contains(selection.anchorNode);
  if (!inside) selection.collapse(copy, 0);
  selection.modify(extend ? "extend" : "move", ...step);
  return true;
}

function lengthBefore(copy: HTMLElement, container: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(copy, 0);
  before.setEnd(container, offset);
  const part = before.cloneContents();
  for (const beside of part.querySelectorAll(BESIDE)) beside.remove();
  return part.textContent?.length ?? 0;
}
