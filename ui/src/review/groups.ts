import type { ReviewItem } from "@/bridge";

/** What the inbox can be cut down to. */
export type Filter = "mine" | "waiting" | "changes" | "decided";
export const FILTERS: readonly Filter[] = ["mine", "waiting", "changes", "decided"];

/** Items that belong together, by the key of their name. */
export type Group = {
  filter: Filter;
  key: "waiting.me" | "waiting.others" | "changes.asked" | "decided";
  items: ReviewItem[];
};

/** The inbox by whose turn it is. Groups without items are left out. */
export function groupsOf(inbox: { waiting: readonly ReviewItem[]; decided: readonly ReviewItem[] }): Group[] {
  const asked = (item: ReviewItem) => item.state === "changes-requested";
  const groups: Group[] = [
    { filter: "mine", key: "waiting.me", items: inbox.waiting.filter(({ mine }) => mine.length > 0) },
    {
      filter: "waiting",
      key: "waiting.others",
      items: inbox.waiting.filter(({ mine }) => mine.length === 0),
    },
    { filter: "changes", key: "changes.asked", items: inbox.decided.filter(asked) },
    { filter: "decided", key: "decided", items: inbox.decided.filter((item) => !asked(item)) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** How many items each filter leaves. */
export function countsOf(groups: readonly Group[]): Record<Filter, number> {
  const count = (filter: Filter) =>
    groups.filter((group) => group.filter === filter).reduce((sum, { items }) => sum + items.length, 0);
  return {
    mine: count("mine"),
    waiting: count("waiting"),
    changes: count("changes"),
    decided: count("decided"),
  };
}
