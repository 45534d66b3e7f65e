import type { DiffPiece, DiffView, OpName, Ops } from "../ops.gen";
import type { Workspace } from "./engine";

type Handlers = { [K in OpName]?: (input: Ops[K]["in"]) => Ops[K]["out"] };

/** What changed, and what was seen, as the application has it. */
export function changesOf(workspace: Workspace): Handlers {
  return {
    "review.changes": ({ version: id }) => {
      const { version } = workspace.find(id);
      const now = workspace.text(version);
      const former = version.revisions[version.head - 1]?.content.text;
      const look = workspace.looks.find(
        (other) => other.version === id && other.member === workspace.team.acting,
      );
      const seen = look?.text === now ? look.before : look?.text;
      return {
        former: former === undefined || former === now ? null : diff(former, now),
        look: seen === undefined || seen === null || seen === now ? null : diff(seen, now),
        looked: look?.at ?? null,
      };
    },
    "review.look": ({ versions }) => {
      let looked = 0;
      for (const seen of versions) {
        const { version } = workspace.find(seen.version);
        if (workspace.hash(version) !== seen.content_hash) continue;
        looked += 1;
        const text = workspace.text(version);
        const mine = workspace.looks.find(
          (other) => other.version === version.id && other.member === workspace.team.acting,
        );
        if (mine?.text === text) continue;
        workspace.looks = workspace.looks.filter((other) => other !== mine);
        workspace.looks.push({
          member: workspace.team.acting,
          version: version.id,
          text,
          before: mine?.text ?? null,
          at: workspace.at(),
        });
        workspace.stale("review");
      }
      return { versions: looked };
    },
  };
}

/** Words that both begin and end with stay; what is between is replaced. */
function diff(before: string, after: string): DiffView {
  const [old, now] = [before.split(/(\s+)/), after.split(/(\s+)/)];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const piece = (change: DiffPiece["change"], words: string[]) => ({ change, text: words.join("") });
  const parts = [
    piece("same", now.slice(0, head)),
    piece("removed", old.slice(head, old.length - tail)),
    piece("added", now.slice(head, now.length - tail)),
    piece("same", now.slice(now.length - tail)),
  ].filter(({ text }) => text !== "");
  const count = (change: string) =>
    parts
      .filter((part) => part.change === change)
      .reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  return { parts, words: Math.max(count("removed"), count("added")) };
}
