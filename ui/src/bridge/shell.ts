import { convertFileSrc, invoke, isTauri } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { open } from "@tauri-apps/plugin-dialog";
import type { GalleyEvent, OpName, Ops } from "./ops.gen";
import type { Drop, Transport } from "./transport";

/** Whether this page runs in the application's window. */
export const inShell = isTauri;

const events = shared<GalleyEvent>((hear) => listen<GalleyEvent>("galley", ({ payload }) => hear(payload)));

const drops = shared<Drop>((hear) =>
  getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === "drop") hear({ kind: "drop", paths: payload.paths });
    else hear({ kind: payload.type === "leave" ? "gone" : "over" });
  }),
);

/** The application's window: one command, one event, the system's dialog for folders, and what is dropped. */
export const shell: Transport = {
  op<K extends OpName>(name: K, input: Ops[K]["in"]) {
    return invoke<Ops[K]["out"]>("op", { name, input });
  },
  media(id) {
    return convertFileSrc(`media/${id}`, "galley");
  },
  listen: events,
  pickFolder(title) {
    return open({ directory: true, title });
  },
  dropped: drops,
};

/**
 * One listening for as long as the page is there, for all who want to hear: what is on its way when somebody
 * stops would otherwise arrive at nobody, which the shell takes for a fault.
 */
function shared<T>(begin: (hear: (heard: T) => void) => Promise<unknown>) {
  const hearers = new Set<(heard: T) => void>();
  let begun = false;
  return (hear: (heard: T) => void) => {
    hearers.add(hear);
    if (!begun) {
      begun = true;
      void begin((heard) => {
        for (const each of hearers) each(heard);
      });
    }
    return () => {
      hearers.delete(hear);
    };
  };
}
