import { create } from "zustand";

/** The post that was worked on last: Compose in the rail goes back to it. */
export const useLastPost = create<{ post: string | null; remember: (post: string | null) => void }>(
  (set) => ({
    post: null,
    remember: (post) => set({ post }),
  }),
);
