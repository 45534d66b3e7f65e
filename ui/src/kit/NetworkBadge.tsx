import clsx from "clsx";
import type { NetworkId } from "@/bridge";
import { marks } from "./icons";

/** Names are the networks' own and the same in every language. */
export const NETWORK_NAMES: Record<NetworkId, string> = {
  linkedin: "LinkedIn",
  x: "X",
  facebook: "Facebook",
  instagram: "Instagram",
};

/** A network's mark on its color: the only place where that color appears outside of previews. */
export function NetworkBadge({ network, silent = false }: { network: NetworkId; silent?: boolean }) {
  const drawing = (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <path d={marks[network]} />
    </svg>
  );
  const look = clsx("nb sm", network);
  if (silent) return <span className={look}>{drawing}</span>;
  return (
    <span className={look} role="img" aria-label={NETWORK_NAMES[network]}>
      {drawing}
    </span>
  );
}
