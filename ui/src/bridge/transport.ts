import type { GalleyEvent, MediaId, OpName, Ops } from "./ops.gen";

/** A way to the application: the shell, or a fake that stands in for it. */
export interface Transport {
  /** Carries out an operation. Throws whatever the other side throws. */
  op<K extends OpName>(name: K, input: Ops[K]["in"]): Promise<Ops[K]["out"]>;
  /** The address under which a picture's bytes are found. */
  media(id: MediaId): string;
  /** Listens to the one event stream. Returns what ends the listening. */
  listen(hear: (event: GalleyEvent) => void): () => void;
}
