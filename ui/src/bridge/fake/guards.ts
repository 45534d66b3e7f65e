import { Failure } from "../failure";
import type { GuardLevel, GuardView } from "../ops.gen";

const source = (name: string) => ({ name, date: "2026-11-21" });
const guard = (id: string, codes: string[], sources: GuardView["sources"] = []): GuardView => ({
  id,
  codes: codes.map((code) => `${id}.${code}`),
  limits: ["length", "mentions"].includes(id) ? [`${id}.${codes[0]}`] : [],
  sources,
  level: "full",
});

/** The guards, as far as the window shows them. */
const GUARDS: readonly GuardView[] = [
  guard("length", ["too-long"]),
  guard("placeholder", ["left"]),
  guard("unsupported-claim", ["price", "quantity", "number", "date", "name", "superlative", "comparison"]),
  guard("banned-words", ["never", "prefer"]),
  guard("required-text", ["missing"]),
  guard("house-style", ["emoji", "exclamation", "long-sentence"]),
  guard("hashtags", ["many", "doubled", "broken"], [source("https://example.org/hashtags")]),
  guard("links", ["malformed", "many"]),
  guard("mentions", ["too-many", "broken", "picked"]),
  guard("profanity", ["strong", "mild"], [source("https://example.org/words")]),
  guard("reading-level", ["hard", "harder"], [source("doi:10.1037/h0057532")]),
  guard("emoji", ["row", "many", "word"], [source("https://example.org/emoji")]),
];

/** What the fake answers of guards: their levels, kept for as long as it runs. */
export function guardHandlers(stale: () => void) {
  const levels = new Map<string, GuardLevel>();
  const shown = (guard: GuardView) => ({ ...guard, level: levels.get(guard.id) ?? guard.level });
  return {
    "guard.list": () => GUARDS.map(shown),
    "guard.set": ({ guard: id, level }: { guard: string; level: GuardLevel }) => {
      const found = GUARDS.find((guard) => guard.id === id);
      if (!found) throw new Failure("not-found", "no such guard", { what: "guard", id });
      levels.set(id, level);
      stale();
      return shown(found);
    },
  };
}
