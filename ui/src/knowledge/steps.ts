/** The lists of the screen, the one that J and K move in first: what is searched for goes before all. */
const LISTS = ["hits", "entries", "documents"] as const;

type ListName = (typeof LISTS)[number];

/** The first item of a list on the screen. */
export function firstOf(list: ListName): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-list="${list}"] [data-item]`);
}

/** Moves to the next or the previous item of the list that has the focus, and opens it. */
export function stepBy(by: 1 | -1): void {
  const focused = document.activeElement?.closest<HTMLElement>("[data-list]");
  const list = focused ?? LISTS.map(listOf).find((element) => element !== null);
  if (!list) return;
  const items = [...list.querySelectorAll<HTMLElement>("[data-item]")];
  const focusedAt = items.indexOf(document.activeElement as HTMLElement);
  const here = focusedAt >= 0 ? focusedAt : items.findIndex((item) => item.ariaCurrent === "true");
  const next = items[Math.min(Math.max(here + by, 0), items.length - 1)];
  next?.focus();
  next?.click();
}

function listOf(name: ListName): HTMLElement | null {
  const list = document.querySelector<HTMLElement>(`[data-list="${name}"]`);
  return list?.querySelector("[data-item]") ? list : null;
}
