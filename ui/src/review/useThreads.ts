import { type CommentThread, type Range16, toUtf16, useRead, type VersionView } from "@/bridge";
import type { Mark } from "@/kit/segments";

/** A thread with the place of its words in the text that is shown; null: an edit removed them. */
export type PlacedThread = { id: string; thread: CommentThread; range: Range16 | null };

/** The threads on a version and their marks; those that are settled are apart. */
export function useThreads(
  version: VersionView,
  scope = "talk",
): { open: PlacedThread[]; settled: CommentThread[]; marks: Mark[] } {
  const { data } = useRead("comment.list", { candidate: version.candidate });
  const own = (data ?? []).filter((thread) => thread.version === version.id);
  const unsettled = own.filter(({ resolved }) => !resolved);
  const ranges = toUtf16(
    version.payload.text,
    unsettled.map(({ span }) => span ?? { start: 0, end: 0 }),
  );
  const open = unsettled.map((thread, index) => ({
    id: `${scope}-${thread.id}`,
    thread,
    range: thread.span && ranges[index] ? ranges[index] : null,
  }));
  const marks = open.flatMap(({ id, range }): Mark[] => (range ? [{ id, severity: "talk", range }] : []));
  return { open, settled: own.filter(({ resolved }) => resolved), marks };
}
