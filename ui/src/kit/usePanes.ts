import { useKeys } from "./useKeys";

const FOCUSABLE =
  ":is(a[href],button:not([disabled]),input:not([disabled]),textarea:not([disabled]),[tabindex]):not([tabindex='-1'])";

/** F6 and Shift F6 jump from pane to pane: the elements with `data-pane`, in reading order. */
export function usePanes(): void {
  useKeys({ F6: () => jump(1), "Shift+F6": () => jump(-1) });
}

function jump(step: number): void {
  const panes = [...document.querySelectorAll<HTMLElement>("[data-pane]")].filter(
    (pane) => stopOf(pane) !== null,
  );
  if (panes.length === 0) return;
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(here + step + panes.length) % panes.length] ?? panes[0];
  if (next) stopOf(next)?.focus();
}

/** Where Tab would stop first: a list that is one stop gives the focus to the item that is chosen in it. */
function stopOf(pane: HTMLElement): HTMLElement | null {
  return pane.matches(FOCUSABLE) ? pane : pane.querySelector<HTMLElement>(FOCUSABLE);
}
