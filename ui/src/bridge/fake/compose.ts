import { Failure } from "../failure";
import type {
  CandidateView,
  Content,
  DiffPiece,
  GlobalView,
  OpName,
  Ops,
  PostView,
  ThreadView,
  VersionView,
} from "../ops.gen";
import { about } from "./brand";
import { findingsIn } from "./checks";
import { written } from "./drafts";
import { type Candidate, cited, headOf, type Post, type Version, type Workspace } from "./engine";
import { pictures } from "./pictures";

type Handlers = { [K in OpName]?: (input: Ops[K]["in"]) => Ops[K]["out"] };
type Views = {
  shown: (post: Post) => PostView;
  version: (candidate: Candidate, version: Version) => VersionView;
};

/** Editing as the application does it: the global text, attaching, pictures, history. */
export function composing(workspace: Workspace, views: Views): Handlers {
  const told = (id: string): VersionView => {
    workspace.stale("posts", "review");
    const { candidate, version } = workspace.find(id);
    return views.version(candidate, version);
  };
  const candidateTold = (id: string): CandidateView => {
    workspace.stale("posts", "review");
    const shown = views.shown(workspace.candidate(id).post).candidates.find((other) => other.id === id);
    if (!shown) throw new Failure("not-found", "no such candidate", { what: "candidate", id });
    return shown;
  };
  const putGlobal = (candidate: Candidate, content: Content, reason: "edit" | "fix") => {
    const former = headOf(candidate.global);
    const attached = candidate.versions.filter((version) => headOf(version).global === former.id);
    workspace.put(candidate.global, content, reason, null);
    const now = headOf(candidate.global);
    if (now.id === former.id) return;
    for (const version of attached) {
      const own = headOf(version).content;
      // Line by line is near enough to the application's sentence by sentence.
      const text =
        own.text === former.content.text ? content.text : flowed(former.content.text, content.text, own.text);
      workspace.put(version, { ...content, text }, "global", now.id);
      workspace.void(version);
    }
  };
  const moveGlobal = (candidate: Candidate, by: number) => {
    const from = headOf(candidate.global);
    const to = candidate.global.revisions[candidate.global.head + by];
    if (!to) throw new Failure("nothing-to-undo", "nothing to undo");
    candidate.global.head += by;
    for (const version of candidate.versions) {
      const step = by < 0 ? headOf(version) : version.revisions[version.head + 1];
      if (step?.reason === "global" && step.global === (by < 0 ? from.id : to.id))
        workspace.move(version, by);
    }
  };
  const move = (id: string, by: number) => {
    const { candidate, version } = workspace.find(id);
    const step = by < 0 ? headOf(version) : version.revisions[version.head + 1];
    if (step?.reason === "global") moveGlobal(candidate, by);
    else workspace.move(version, by);
    return told(id);
  };
  return {
    "version.edit": ({ version: id, base, ...change }) => {
      const { version } = workspace.find(id);
      if (headOf(version).id !== base) throw new Failure("edit-conflict", "edited elsewhere");
      workspace.put(version, changed(headOf(version).content, change), "edit", null);
      workspace.void(version);
      return told(id);
    },
    "version.undo": ({ version: id }) => move(id, -1),
    "version.redo": ({ version: id }) => move(id, 1),
    "version.restore": ({ version: id, revision }) => {
      const { version } = workspace.find(id);
      const former = version.revisions.find((other) => other.id === revision);
      if (!former) throw new Failure("not-found", "no such revision", { what: "revision", id: revision });
      workspace.put(version, former.content, "restore", null);
      return told(id);
    },
    "version.preview_attach": ({ version: id }) => {
      const { candidate, version } = workspace.find(id);
      const [own, global] = [headOf(version).content, headOf(candidate.global).content];
      return {
        text: replaced(own.text, global.text),
        own: { network: version.network, ...own },
        global: { network: version.network, ...global },
      };
    },
    "version.attach": ({ version: id }) => {
      const { candidate, version } = workspace.find(id);
      const global = headOf(candidate.global);
      workspace.put(version, global.content, "attach", global.id);
      return told(id);
    },
    "version.detach": ({ version: id }) => {
      const { version } = workspace.find(id);
      workspace.put(version, headOf(version).content, "detach", null);
      return told(id);
    },
    "version.history": ({ version: id }) => {
      const { version } = workspace.find(id);
      return version.revisions
        .map((revision, index) => ({
          id: revision.id,
          number: revision.number,
          reason: revision.reason,
          author: about.member.name,
          at: revision.at,
          attached: revision.global !== null,
          current: index === version.head,
          changes: replaced(version.revisions[index - 1]?.content.text ?? "", revision.content.text),
          beside: false,
          decisions: [],
        }))
        .reverse();
    },
    "post.history": ({ post: id }) => {
      const post = workspace.posts.find((other) => other.id === id);
      if (!post) throw new Failure("not-found", "no such post", { what: "post", id });
      return post.candidates.flatMap((candidate, index) =>
        candidate.versions.flatMap((version) =>
          version.revisions.map((revision) => ({
            at: revision.at,
            member: about.member.name,
            candidate: candidate.id,
            ordinal: index + 1,
            version: version.id,
            network: version.network,
            what: {
              kind: "revised" as const,
              reason: revision.reason,
              number: revision.number,
              added: 3,
              removed: 1,
            },
          })),
        ),
      );
    },
    "global.edit": ({ candidate: id, base, ...change }) => {
      const { candidate } = workspace.candidate(id);
      if (headOf(candidate.global).id !== base) throw new Failure("edit-conflict", "edited elsewhere");
      putGlobal(candidate, changed(headOf(candidate.global).content, change), "edit");
      return candidateTold(id);
    },
    "global.fix_all": ({ candidate: id }) => ({ candidate: candidateTold(id), applied: [], left: 0 }),
    "global.undo": ({ candidate: id }) => {
      moveGlobal(workspace.candidate(id).candidate, -1);
      return candidateTold(id);
    },
    "global.redo": ({ candidate: id }) => {
      moveGlobal(workspace.candidate(id).candidate, 1);
      return candidateTold(id);
    },
    "candidate.pin": ({ candidate: id, pinned }) => {
      const { post, candidate } = workspace.candidate(id);
      candidate.pinned = pinned;
      workspace.stale("posts");
      return views.shown(post);
    },
    "post.tag": ({ post: id, tags }) => {
      const post = workspace.posts.find((other) => other.id === id);
      if (!post) throw new Failure("not-found", "no such post", { what: "post", id });
      post.tags = [...new Set(tags.map((tag) => tag.trim()))];
      workspace.stale("posts");
      return views.shown(post);
    },
    "post.duplicate": ({ post: id }) => {
      const post = workspace.posts.find((other) => other.id === id);
      return { run: workspace.start(post?.brief ?? "", undefined) };
    },
    "media.list": () =>
      pictures.map(({ id, alt }) => ({
        id,
        name: `${id}.jpg`,
        kind: "image/jpeg",
        width: 1200,
        height: 900,
        alt,
      })),
  };
}

/** A candidate's global text as the application shows it. */
export function globalView(workspace: Workspace, candidate: Candidate): GlobalView {
  const head = headOf(candidate.global);
  const first = candidate.versions[0];
  if (!first) throw new Failure("internal", "a candidate without versions");
  const original = written(candidate.script, "linkedin");
  return {
    revision: {
      id: head.id,
      number: head.number,
      reason: head.reason,
      author: about.member.name,
      at: head.at,
    },
    content: head.content,
    citations: cited(original.text, original.citations, head.content.text),
    findings: findingsIn(head.content.text, "linkedin"),
    voice: workspace.view(candidate, first).voice,
    can_undo: candidate.global.head > 0,
    can_redo: candidate.global.head < candidate.global.revisions.length - 1,
  };
}

/** The drafts of a post's thread, oldest first. */
export function threadOf(workspace: Workspace, post: Post): ThreadView[] {
  let first: Post = post;
  for (;;) {
    const former = workspace.posts.find(({ id }) => id === first.former);
    if (!former) break;
    first = former;
  }
  const thread: Post[] = [first];
  for (const one of thread) thread.push(...workspace.posts.filter(({ former }) => former === one.id));
  return thread.map(({ id, brief, created }) => ({ post: id, brief, created }));
}

type Change = {
  text?: string | null;
  link?: string | null;
  first_comment?: string | null;
  media?: { media: string; alt?: string | null }[] | null;
};

function changed(content: Content, { text, link, first_comment, media }: Change): Content {
  if (link && !/^https?:\/\/\S+$/.test(link)) throw new Failure("bad-link", "no address");
  const alt = (id: string) =>
    content.media.find((other) => other.media === id)?.alt ??
    pictures.find((other) => other.id === id)?.alt ??
    "";
  return {
    text: text ?? content.text,
    link: link == null ? content.link : link || null,
    first_comment: first_comment == null ? content.first_comment : first_comment || null,
    media: media
      ? media.map((use) => ({ media: use.media, sha256: "0".repeat(64), alt: use.alt ?? alt(use.media) }))
      : content.media,
  };
}

function flowed(former: string, now: string, own: string): string {
  const [before, after] = [former.split("\n"), now.split("\n")];
  if (before.length !== after.length) return now;
  return before.reduce((text, line, index) => text.replace(line, after[index] ?? line), own);
}

function replaced(before: string, after: string): DiffPiece[] {
  if (before === after) return [{ change: "same", text: before }];
  const pieces: DiffPiece[] = [
    { change: "removed", text: before },
    { change: "added", text: after },
  ];
  return pieces.filter(({ text }) => text !== "");
}
