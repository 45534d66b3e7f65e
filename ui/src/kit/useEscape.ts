import { useEffect } from "react";
import { typing } from "./useKeys";

/** Esc leaves a text field, so that letters are keys again. In a dialog it closes the dialog instead. */
export function useEscape(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== "Escape" || event.defaultPrevented || !typing(target)) return;
      if (!target.closest("[role=dialog]")) target.blur();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}
