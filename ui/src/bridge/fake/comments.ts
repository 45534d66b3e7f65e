import { Failure } from "../failure";
import type { OpName, Ops, Span } from "../ops.gen";
import type { Candidate, Thread, Workspace } from "./engine";

type Handlers = { [K in OpName]?: (input: Ops[K]["in"]) => Ops[K]["out"] };

/** Comments, as the application has them; their words are found again by how they are written. */
export function commentsOf(workspace: Workspace): Handlers {
  const thread = (id: string): Thread => {
    const found = workspace.threads.find(
      (other) => other.id === id || other.comments.some((comment) => comment.id === id),
    );
    if (!found) throw new Failure("not-found", "no such comment", { what: "comment", id });
    return found;
  };
  const own = (id: string) => {
    const comment = thread(id).comments.find((other) => other.id === id);
    if (!comment || comment.by !== workspace.team.acting || comment.text === null) {
      throw new Failure("not-your-comment", "not yours");
    }
    return comment;
  };
  const words = (text: string): string => {
    if (text.trim() === "") throw new Failure("comment-required", "write something");
    return text.trim();
  };
  const write = (text: string) => ({
    id: workspace.id("comment"),
    by: workspace.team.acting,
    text: words(text),
    at: workspace.at(),
    edited: false,
  });
  const done = (comment: string) => {
    workspace.log("comment");
    workspace.stale("review");
    return { comment };
  };
  return {
    "comment.list": ({ candidate: id }) => {
      const { candidate } = workspace.candidate(id);
      return workspace.threads
        .filter((other) => candidate.versions.some((version) => version.id === other.version))
        .map((other) => ({
          id: other.id,
          version: other.version,
          quote: other.quote,
          span: spanOf(workspace.text(workspace.find(other.version).version), other.quote),
          resolved: other.resolved,
          comments: other.comments.map(({ by, ...comment }) => ({
            ...comment,
            by: workspace.team.find(by).name,
            own: by === workspace.team.acting && comment.text !== null,
          })),
        }));
    },
    "comment.add": ({ version: id, span, text }) => {
      workspace.team.needs("reviewer");
      const bytes = new TextEncoder().encode(workspace.text(workspace.find(id).version));
      const quote = new TextDecoder().decode(bytes.slice(span.start, span.end));
      if (quote.trim() === "") throw new Failure("comment-range", "mark a word");
      const comment = write(text);
      workspace.threads.push({ id: comment.id, version: id, quote, resolved: null, comments: [comment] });
      return done(comment.id);
    },
    "comment.reply": ({ thread: id, text }) => {
      workspace.team.needs("reviewer");
      const [found, comment] = [thread(id), write(text)];
      found.comments.push(comment);
      found.resolved = null;
      return done(comment.id);
    },
    "comment.edit": ({ comment: id, text }) => {
      const comment = own(id);
      comment.text = words(text);
      comment.edited = true;
      return done(id);
    },
    "comment.delete": ({ comment: id }) => {
      const found = thread(id);
      own(id).text = null;
      const [opening, ...answers] = found.comments;
      found.comments = [...(opening ? [opening] : []), ...answers.filter(({ text }) => text !== null)];
      if (found.comments.every(({ text }) => text === null)) {
        workspace.threads = workspace.threads.filter((other) => other !== found);
      }
      return done(id);
    },
    "comment.resolve": ({ thread: id, resolved }) => {
      const found = thread(id);
      found.resolved = resolved ? { by: workspace.team.me.name, at: workspace.at() } : null;
      return done(id);
    },
  };
}

/** Threads of a candidate that are not settled. */
export function openThreads(workspace: Workspace, candidate: Candidate): number {
  const ids = candidate.versions.map(({ id }) => id);
  return workspace.threads.filter(({ version, resolved }) => ids.includes(version) && !resolved).length;
}

function spanOf(text: string, quote: string): Span | null {
  const at = text.indexOf(quote);
  if (at < 0) return null;
  const start = new TextEncoder().encode(text.slice(0, at)).length;
  return { start, end: start + new TextEncoder().encode(quote).length };
}
