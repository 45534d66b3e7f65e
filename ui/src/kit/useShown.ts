import { type RefObject, useLayoutEffect } from "react";

/** Scrolls the first element that `selector` names inside of `box` into view, each time `key` changes. */
export function useShown(
  box: RefObject<HTMLElement | null>,
  selector: string,
  key: string,
  block: ScrollLogicalPosition,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when there is something new to show.
  useLayoutEffect(() => {
    box.current?.querySelector(selector)?.scrollIntoView({ block });
  }, [box, selector, block, key]);
}
