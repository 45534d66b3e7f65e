import type { ReactNode } from "react";
import type { Severity, VersionState } from "@/bridge";
import { Icon } from "./Icon";
import type { IconName } from "./icons";

export type Tone = "red" | "amber" | "green" | "blue" | "plain";

/** A state: a word, a shape and a color, never a color alone. */
export function State({ tone, icon, children }: { tone: Tone; icon: IconName; children: ReactNode }) {
  return (
    <span className={`state ${tone}`}>
      <Icon name={icon} size={14} />
      {children}
    </span>
  );
}

export const SEVERITIES: Record<Severity, { tone: Tone; icon: IconName }> = {
  block: { tone: "red", icon: "block" },
  warn: { tone: "amber", icon: "warn" },
  note: { tone: "plain", icon: "note" },
};

export const VERSION_STATES: Record<VersionState, { tone: Tone; icon: IconName }> = {
  draft: { tone: "plain", icon: "pencil" },
  "awaiting-approval": { tone: "amber", icon: "review" },
  "changes-requested": { tone: "red", icon: "talk" },
  rejected: { tone: "red", icon: "close" },
  approved: { tone: "green", icon: "check" },
  "approval-void": { tone: "red", icon: "lock" },
};
