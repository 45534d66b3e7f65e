import type { StepView } from "@/bridge";

/** A step's place on a line that is as long as the run: both in hundredths of it. */
export type Bar = { name: string; left: number; width: number; ms: number; longest: boolean };

/** Least width of a bar, so that a step of no time is still seen. Hundredths. */
const LEAST = 0.6;

/** The steps that took time here. The one that took longest is what the run waited for: steps follow each other. */
export function timeline(steps: readonly StepView[]): Bar[] {
  const timed = steps.flatMap(({ name, at, ms }) => (at === null || ms === null ? [] : [{ name, at, ms }]));
  const end = Math.max(1, ...timed.map(({ at, ms }) => at + ms));
  const most = Math.max(0, ...timed.map(({ ms }) => ms));
  return timed.map(({ name, at, ms }) => {
    const width = Math.max(LEAST, (ms / end) * 100);
    return {
      name,
      left: Math.min((at / end) * 100, 100 - width),
      width,
      ms,
      longest: ms === most && most > 0 && timed.length > 1,
    };
  });
}
