import { create } from "zustand";

/** Whether the sheet with all keys is open; any screen may open it. */
export const useKeysSheet = create<{ open: boolean; set: (open: boolean) => void }>((set) => ({
  open: false,
  set: (open) => set({ open }),
}));
