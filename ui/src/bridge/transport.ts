import type { GalleyEvent, MediaId, OpName, Ops } from "./ops.gen";

/** A way to the application: the shell, or a fake that stands in for it. */
export interface Transport {
  /** Carries out an operation. Throws whatever the other side throws. */
  op<K extends OpName>(name: K, input: Ops[K]["in"]): Promise<Ops[K]["out"]>;
  /** The address under which a picture's bytes are found. */
  media(id: MediaId): string;
  /** Listens to the one event stream. Returns what ends the listening. */
  listen(hear: (event: GalleyEvent) => void): () => void;
  /** Asks for a folder in the system's own dialog; null: none was chosen. */
  pickFolder(title: string): Promise<string | null>;
  /** Listens to files and folders that are dragged over the window. Returns what ends the listening. */
  dropped(hear: (drop: Drop) => void): () => void;
}

/** Files and folders that are held over the window, let go there, or gone again. */
export type Drop = { kind: "over" | "gone" } | { kind: "drop"; paths: readonly string[] };
