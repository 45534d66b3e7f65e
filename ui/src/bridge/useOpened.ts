import { useEffect, useState } from "react";
import type { Transport } from "./transport";

/** Counts the workspaces that were opened in place of another: what is shown of the former is of no use. */
export function useOpened(transport: Transport | null): number {
  const [opened, setOpened] = useState(0);
  useEffect(
    () => transport?.listen((event) => event.kind === "opened" && setOpened((count) => count + 1)),
    [transport],
  );
  return opened;
}
