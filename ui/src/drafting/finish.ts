import type { About, CandidateView } from "@/bridge";

/** Ways to finish with a candidate, in the order of the menu. */
export const FINISHES = ["save", "request", "queue", "schedule", "publish"] as const;
export type Finish = (typeof FINISHES)[number];

/** Why a way cannot be gone now: names a sentence of the catalogs. */
export type Reason = "role" | "blocked" | "approved" | "waiting" | "account";

/** What each way is kept from by, null: nothing. The one place that knows. */
export function finishes(candidate: CandidateView, about: About): Record<Finish, Reason | null> {
  const { role } = about.member;
  const reads = role === "viewer" || role === "reviewer";
  // Nothing is sent before an account is connected.
  const sends = reads ? "role" : "account";
  return {
    save: reads ? "role" : null,
    request: reads ? "role" : requestOff(candidate),
    queue: sends,
    schedule: sends,
    publish: sends,
  };
}

function requestOff(candidate: CandidateView): Reason | null {
  const open = candidate.versions.filter(
    ({ state }) => state !== "approved" && state !== "awaiting-approval",
  );
  if (open.length === 0) {
    return candidate.versions.every(({ state }) => state === "approved") ? "approved" : "waiting";
  }
  return open.some((version) => version.findings.some(({ severity }) => severity === "block"))
    ? "blocked"
    : null;
}
