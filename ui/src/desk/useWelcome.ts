import { create } from "zustand";
import type { ImportView } from "@/bridge";

/** What was read for the brand that was just made, until its first step is taken. */
export const useWelcome = create<{
  outcome: ImportView | null;
  /** Shows what was read; the window may have begun anew on the brand before or after this is known. */
  show: (outcome: ImportView) => void;
  done: () => void;
}>((set) => ({
  outcome: null,
  show: (outcome) => {
    set({ outcome });
    window.location.hash = "#/start";
  },
  done: () => set({ outcome: null }),
}));
