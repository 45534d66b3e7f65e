import { type Range16, toUtf16, type VersionView } from "@/bridge";
import { follow } from "./follow";
import type { Footnote, Mark } from "./segments";

/** What stands in and beside a version's text, in the DOM's units. */
export type ProofParts = {
  marks: Mark[];
  footnotes: Footnote[];
  /** Findings in the order of their marks; those about the whole text first. */
  notes: { id: string; index: number }[];
};

/**
 * The marks and footnotes of a version, moved along with typing that was not checked yet.
 *
 * `scope` makes ids unique where a version is shown twice.
 */
export function proofOf(
  version: Pick<VersionView, "id" | "findings" | "citations"> & { payload: { text: string } },
  text: string = version.payload.text,
  scope = "note",
): ProofParts {
  const spans = version.findings.map((finding) => finding.span ?? { start: 0, end: 0 });
  const ranges = toUtf16(version.payload.text, [
    ...spans,
    ...version.citations.map((citation) => citation.span),
  ]);
  const moved = ranges.map((range) => follow(version.payload.text, text, range));
  const notes: { id: string; index: number; at: number }[] = [];
  const marks: Mark[] = [];
  for (const [index, finding] of version.findings.entries()) {
    const id = `${scope}-${version.id}-${index}`;
    const range: Range16 | null | undefined = moved[index];
    if (finding.span === null) {
      notes.push({ id, index, at: -1 });
    } else if (range && range.end > range.start) {
      notes.push({ id, index, at: range.start });
      marks.push({ id, severity: finding.severity, range });
    }
  }
  notes.sort((a, b) => a.at - b.at);
  marks.sort((a, b) => a.range.start - b.range.start);
  const footnotes = version.citations.flatMap((citation, index) => {
    const range = moved[version.findings.length + index];
    return range ? [{ at: range.end, number: citation.fact + 1 }] : [];
  });
  return { marks, footnotes, notes };
}
