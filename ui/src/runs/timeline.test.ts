import { expect, test } from "vitest";
import type { StepView } from "@/bridge";
import { timeline } from "./timeline";

const step = (name: string, at: number | null, ms: number | null): StepView => ({
  name,
  state: "completed",
  at,
  ms,
});

test("bars stand where their steps were, in hundredths of the run", () => {
  const bars = timeline([step("brief", 0, 10), step("candidates", 10, 80), step("ranking", 90, 10)]);
  expect(bars.map(({ left, width }) => [left, width])).toEqual([
    [0, 10],
    [10, 80],
    [90, 10],
  ]);
  expect(bars.filter(({ longest }) => longest).map(({ name }) => name)).toEqual(["candidates"]);
});

test("what was taken over or not reached has no bar", () => {
  expect(timeline([step("brief", null, null), step("intent", 5, null)])).toEqual([]);
});

test("a step of no time is seen, and stays inside of the line", () => {
  const [, last] = timeline([step("brief", 0, 100), step("ranking", 100, 0)]);
  expect(last?.width).toBeGreaterThan(0);
  expect((last?.left ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(100);
});

test("a run that took no measurable time divides by nothing", () => {
  for (const { left, width } of timeline([step("brief", 0, 0), step("intent", 0, 0)])) {
    expect(Number.isFinite(left) && Number.isFinite(width)).toBe(true);
  }
});
