import { useEffect, useRef } from "react";
import { useBridge } from "./BridgeProvider";
import type { OpName, Ops } from "./ops.gen";

/**
 * Tells the application something once it is shown, and again when `key` changes: that a text was seen.
 * Nobody waits for the answer, and a refusal leaves the screen as it is.
 */
export function useTell<K extends OpName>(name: K, key: string | null, input: Ops[K]["in"]): void {
  const transport = useBridge();
  const current = useRef(input);
  useEffect(() => {
    current.current = input;
  });
  useEffect(() => {
    if (key !== null) transport.op(name, current.current).catch(() => undefined);
  }, [transport, name, key]);
}
