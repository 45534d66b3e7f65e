import type { RunState, StepState } from "@/bridge";
import type { IconName } from "@/kit/icons";
import type { Tone } from "@/kit/State";

/** A state as a shape and a color, beside its word. */
export const LOOKS: Record<RunState | StepState, { tone: Tone; icon: IconName }> = {
  pending: { tone: "plain", icon: "clock" },
  running: { tone: "blue", icon: "refresh" },
  completed: { tone: "green", icon: "check" },
  failed: { tone: "red", icon: "block" },
  cancelled: { tone: "plain", icon: "close" },
  skipped: { tone: "plain", icon: "right" },
};
