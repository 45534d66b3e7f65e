import type { Finding, Fix, NetworkId, Severity } from "../ops.gen";
import { toUtf8 } from "../spans";
import { LIMITS } from "./networks";

type Check = {
  pattern: RegExp;
  guard: string;
  code: string;
  severity: Severity;
  params: (found: string) => Record<string, string>;
  fix: (found: string) => { code: string; text: string } | null;
};

const CHECKS: Check[] = [
  {
    pattern: /less waste than any other supplier/,
    guard: "unsupported-claim",
    code: "unsupported-claim.comparison",
    severity: "block",
    params: (text) => ({ text }),
    fix: () => ({ code: "use-instead", text: "less waste on your site" }),
  },
  {
    pattern: /\b[Bb]espoke\b/,
    guard: "banned-words",
    code: "banned-words.prefer",
    severity: "warn",
    params: (found) => ({ word: found, instead: "cut-to-size" }),
    fix: (found) => ({ code: "use-instead", text: found[0] === "B" ? "Cut-to-size" : "cut-to-size" }),
  },
  {
    pattern: /Game-changing for tight programmes\.\n?/,
    guard: "banned-words",
    code: "banned-words.never",
    severity: "block",
    params: () => ({ word: "game-changing" }),
    fix: () => ({ code: "cut-words", text: "" }),
  },
  {
    pattern: /walk straight past the saw and start laying before the kettle has boiled/,
    guard: "house-style",
    code: "house-style.long-sentence",
    severity: "warn",
    params: () => ({ count: "27", limit: "18" }),
    fix: () => null,
  },
  {
    pattern: /#SiteLife/,
    guard: "hashtags",
    code: "hashtags.many",
    severity: "note",
    params: () => ({ count: "4", limit: "3" }),
    fix: () => ({ code: "cut-words", text: "" }),
  },
];

/** What the fake's guards find in a text. */
export function findingsIn(text: string, network: NetworkId): Finding[] {
  const findings: Finding[] = [];
  for (const check of CHECKS) {
    const match = check.pattern.exec(text);
    if (!match) continue;
    const span = toUtf8(text, { start: match.index, end: match.index + match[0].trimEnd().length });
    const fix = check.fix(match[0]);
    const fixes: Fix[] = fix
      ? [{ code: fix.code, params: { text: fix.text || match[0].trim() }, edits: [{ span, text: fix.text }] }]
      : [];
    findings.push({
      guard: check.guard,
      code: check.code,
      severity: check.severity,
      span,
      params: check.params(match[0]),
      fixes,
      source: null,
    });
  }
  const [value, limit] = [countOf(text, network), LIMITS[network]];
  if (value > limit) {
    findings.push({
      guard: "length",
      code: "length.too-long",
      severity: "block",
      span: null,
      params: { value: String(value), limit: String(limit), count: String(value - limit), network },
      fixes: [],
      source: { name: "https://example.org/", date: "2026-11-20" },
    });
  }
  return findings;
}

/** About how a network counts: addresses on X have one length. */
export function countOf(text: string, network: NetworkId): number {
  return network === "x" ? text.replaceAll(/https?:\/\/\S+/g, "x".repeat(23)).length : text.length;
}
