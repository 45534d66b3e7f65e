import { useSyncExternalStore } from "react";

let now = Date.now();

/** The time, to the minute: "5 min. ago" grows old by itself. */
export function useNow(): number {
  return useSyncExternalStore(
    (changed) => {
      const timer = setInterval(() => {
        now = Date.now();
        changed();
      }, 30_000);
      return () => clearInterval(timer);
    },
    () => now,
  );
}
