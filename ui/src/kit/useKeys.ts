import { useEffect, useRef } from "react";

/** What keys do: `"j"`, `"Shift+n"`, `"Mod+Enter"`, or two in a row as in `"g c"`. */
export type KeyMap = Record<string, ((event: KeyboardEvent) => void) | undefined>;

/** How long the second key of two may take, ms. */
const CHORD_MS = 1_200;

/**
 * Listens to keys for as long as the component is there.
 *
 * Letters and digits sleep while a text field has focus, and all keys while a dialog or menu is open
 * that is not inside of the listening part. Combinations with Ctrl (Cmd on macOS) always work.
 */
export function useKeys(map: KeyMap, { inDialogs = false }: { inDialogs?: boolean } = {}): void {
  const current = useRef(map);
  useEffect(() => {
    current.current = map;
  });
  useEffect(() => {
    let chord: { key: string; at: number } | null = null;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const modified = event.ctrlKey || event.metaKey;
      if (event.altKey || (!modified && typing(event.target))) return;
      if (!inDialogs && document.querySelector("[role=dialog],[role=alertdialog],[role=menu]")) return;
      const name = nameOf(event);
      const pair = chord && event.timeStamp - chord.at < CHORD_MS ? `${chord.key} ${name}` : null;
      chord = null;
      const action = (pair && current.current[pair]) || current.current[name];
      if (action) {
        event.preventDefault();
        action(event);
      } else if (Object.keys(current.current).some((key) => key.startsWith(`${name} `))) {
        chord = { key: name, at: event.timeStamp };
      }
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [inDialogs]);
}

/** The name of a key press, as a `KeyMap` has it. */
export function nameOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">): string {
  const letter = /^\p{L}$/u.test(event.key);
  const key = letter ? event.key.toLowerCase() : event.key;
  const mod = event.ctrlKey || event.metaKey ? "Mod+" : "";
  // Shift is part of signs such as "?", and said of letters and named keys only.
  const shift = event.shiftKey && (letter || key.length > 1) ? "Shift+" : "";
  return `${mod}${shift}${key}`;
}

/** Whether letters that are pressed there are text. */
export function typing(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type);
}

/** "Ctrl" or, on macOS, the sign on its key. */
export const MOD = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";
