import { convertFileSrc, invoke, isTauri } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { GalleyEvent, OpName, Ops } from "./ops.gen";
import type { Transport } from "./transport";

/** Whether this page runs in the application's window. */
export const inShell = isTauri;

/** The application's window: one command, one event. */
export const shell: Transport = {
  op<K extends OpName>(name: K, input: Ops[K]["in"]) {
    return invoke<Ops[K]["out"]>("op", { name, input });
  },
  media(id) {
    return convertFileSrc(`media/${id}`, "galley");
  },
  listen(hear) {
    const stopping = listen<GalleyEvent>("galley", (event) => hear(event.payload));
    return () => {
      void stopping.then((stop) => stop());
    };
  },
};
