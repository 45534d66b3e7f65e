import { useEffect, useEffectEvent, useState } from "react";
import { useBridge } from "./BridgeProvider";

/** Files and folders that are dropped on the window, by their paths. Gives whether some are held over it. */
export function useDropped(take: (paths: readonly string[]) => void): boolean {
  const transport = useBridge();
  const [over, setOver] = useState(false);
  const taken = useEffectEvent(take);
  useEffect(
    () =>
      transport.dropped((drop) => {
        setOver(drop.kind === "over");
        if (drop.kind === "drop" && drop.paths.length > 0) taken(drop.paths);
      }),
    [transport],
  );
  return over;
}
