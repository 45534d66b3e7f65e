import { create } from "zustand";

/** Whether the palette is open. */
export const usePalette = create<{ open: boolean; set: (open: boolean) => void }>((set) => ({
  open: false,
  set: (open) => set({ open }),
}));
