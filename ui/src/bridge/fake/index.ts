import { Failure } from "../failure";
import type {
  Fix,
  OpName,
  Ops,
  PostSummary,
  PostView,
  SetSettingsIn,
  Settings,
  VersionState,
} from "../ops.gen";
import type { Transport } from "../transport";
import { auditOf } from "./audit";
import { about } from "./brand";
import { composing, globalView, threadOf } from "./compose";
import { deskOf } from "./desk";
import { ADVISORY, factsOf, scripts } from "./drafts";
import { type Candidate, type Choices, type Post, type Version, Workspace } from "./engine";
import { guardHandlers } from "./guards";
import { knowing } from "./knowledge";
import { membersOf } from "./members";
import { LIMITS, networks } from "./networks";
import { addressOf } from "./pictures";
import { rehearse } from "./rehearsal";
import { GRAVEST, inbox, reviewOf } from "./review";
import { runsOf } from "./runs";
import { talking } from "./talk";
import { voiceHandlers } from "./voice";

/** What the window asks of the application; it offers more. */
type Handlers = { [K in OpName]?: (input: Ops[K]["in"]) => Ops[K]["out"] };

/** A workspace in memory, behind the same two calls as the application. */
export function fake(
  choices: Partial<Choices & { settings: Settings; candidates: number; fresh: boolean }> = {},
) {
  const workspace = new Workspace(scripts.slice(0, choices.candidates ?? 3), {
    posts: null,
    advisory: null,
    stepMs: 0,
    failRun: false,
    empty: false,
    ...choices,
  });
  let settings: Settings = choices.settings ?? { language: "en", theme: "light" };
  const handlers = handlersOf(workspace, {
    get: () => settings,
    set: (change) => {
      settings = { language: change.language ?? settings.language, theme: change.theme ?? settings.theme };
    },
  });
  const transport: Transport = {
    async op(name, input) {
      // One turn later, as over any wire; answers are copies, as over any wire.
      await Promise.resolve();
      const handler = handlers[name];
      if (!handler) throw new Failure("unknown-operation", name);
      return structuredClone(handler(input));
    },
    media: addressOf,
    pickFolder: async () => "/home/yard/brand",
    dropped: () => () => undefined,
    listen(hear) {
      workspace.listeners.add(hear);
      return () => workspace.listeners.delete(hear);
    },
  };
  return { transport, workspace };
}

function handlersOf(
  workspace: Workspace,
  settings: { get: () => Settings; set: (change: SetSettingsIn) => void },
): Handlers {
  const view = (candidate: Candidate, version: Version) => {
    const shown = workspace.view(candidate, version);
    return { ...shown, count: { ...shown.count, limit: LIMITS[version.network] } };
  };
  const shown = (post: Post): PostView => {
    const notice =
      post.candidates.length < 3
        ? { code: "fewer-angles", params: { given: String(post.candidates.length), wanted: "3", facts: "4" } }
        : null;
    return {
      id: post.id,
      brief: post.brief,
      language: post.language,
      created: post.created,
      run: post.run,
      skill: { name: "announcement", confidence: 0.86 },
      notice,
      chosen: post.chosen,
      state: stateOf(post),
      tags: post.tags,
      thread: threadOf(workspace, post),
      candidates: post.candidates.map((candidate, index) => ({
        id: candidate.id,
        ordinal: index + 1,
        angle: candidate.script.angle,
        skill: "announcement",
        seed: "2a",
        facts: factsOf(candidate.script),
        ranking: {
          total: 0.9 - index * 0.05,
          parts: [
            { code: "voice", value: 0.9, weight: 0.35 },
            { code: "findings", value: 0.7, weight: 0.25 },
          ],
        },
        pinned: candidate.pinned,
        global: globalView(workspace, candidate),
        versions: candidate.versions.map((version) => view(candidate, version)),
      })),
    };
  };
  const written = (id: string) => {
    workspace.stale("posts", "review");
    const { candidate, version } = workspace.find(id);
    return view(candidate, version);
  };
  return {
    ...composing(workspace, { shown, version: view }),
    ...talking(workspace),
    ...deskOf(workspace),
    ...voiceHandlers(workspace.choices, (...tags) => workspace.stale(...tags)),
    ...knowing(workspace),
    ...runsOf(workspace),
    "workspace.about": () => ({
      ...about,
      member: workspace.team.me,
      members: workspace.team.view().members,
      counts: {
        ...about.counts,
        ...(workspace.choices.empty && { documents: 0, entries: 0 }),
        past_posts: workspace.choices.posts ?? about.counts.past_posts,
        posts: workspace.posts.length,
        waiting: inbox(workspace).waiting.length,
      },
    }),
    "settings.get": () => settings.get(),
    "settings.set": (change) => {
      settings.set(change);
      workspace.stale("settings");
      return settings.get();
    },
    "network.list": () => networks,
    "draft.start": ({ brief, skill, former }) => ({
      run: workspace.start(brief, skill ?? undefined, former ?? null),
    }),
    "run.get": ({ run }) => {
      const found = workspace.runs.get(run);
      if (!found) throw new Failure("not-found", "no such run", { what: "run", id: run });
      return found;
    },
    "run.cancel": ({ run }) => {
      return workspace.end(run, { state: "cancelled" });
    },
    "post.list": ({ text, state }) =>
      workspace.posts
        .map((post) => summary(workspace, post))
        .filter((row) => !state || row.state === state)
        .filter(
          (row) =>
            !text ||
            `${row.brief} ${row.title} ${row.tags.join(" ")}`.toLowerCase().includes(text.toLowerCase()),
        ),
    "post.get": ({ post: id }) => {
      const post = workspace.posts.find((other) => other.id === id);
      if (!post) throw new Failure("not-found", "no such post", { what: "post", id });
      return shown(post);
    },
    "version.fix": ({ version: id, revision, finding, fix }) => {
      const { candidate, version } = workspace.find(id);
      const chosen = workspace.view(candidate, version).findings[finding]?.fixes[fix];
      if (!chosen || version.revisions[version.head]?.id !== revision) throw new Failure("fix-gone", "gone");
      workspace.revise(version, applied(workspace.text(version), chosen.edits), "fix");
      return written(id);
    },
    "version.fix_all": ({ version: id }) => {
      const { candidate, version } = workspace.find(id);
      const fixes: Fix[] = [];
      let text = workspace.text(version);
      for (;;) {
        const fix = workspace.view(candidate, version).findings.find((finding) => finding.fixes.length > 0)
          ?.fixes[0];
        if (!fix) break;
        text = applied(text, fix.edits);
        workspace.revise(version, text, "fix");
        fixes.push(fix);
      }
      const after = written(id);
      return { version: after, applied: fixes, left: after.findings.length };
    },
    ...guardHandlers(() => workspace.stale("brand", "posts", "review")),
    "candidate.choose": ({ candidate: id }) => {
      const { post } = workspace.candidate(id);
      post.chosen = id;
      workspace.stale("posts");
      return shown(post);
    },
    ...reviewOf(workspace, shown),
    ...membersOf(workspace),
    ...auditOf(workspace),
  };
}

function applied(text: string, edits: { span: { start: number; end: number }; text: string }[]): string {
  const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
  let bytes = encoder.encode(text);
  for (const edit of [...edits].reverse()) {
    const [before, after] = [
      decoder.decode(bytes.slice(0, edit.span.start)),
      decoder.decode(bytes.slice(edit.span.end)),
    ];
    // What is cut takes the space before it along.
    bytes = encoder.encode(edit.text === "" ? before.replace(/ $/, "") + after : before + edit.text + after);
  }
  return decoder.decode(bytes);
}

function stateOf(post: Post): VersionState {
  const chosen = post.candidates.find(({ id }) => id === post.chosen) ?? post.candidates[0];
  const states = chosen?.versions.map((version) => version.state) ?? [];
  return GRAVEST.find((state) => states.includes(state)) ?? "draft";
}

function summary(workspace: Workspace, post: Post): PostSummary {
  const chosen = post.candidates.find(({ id }) => id === post.chosen) ?? post.candidates[0];
  const first = chosen?.versions[0];
  return {
    id: post.id,
    brief: post.brief,
    title: first ? (workspace.text(first).split("\n")[0] ?? "") : "",
    created: post.created,
    state: stateOf(post),
    networks: about.channels.map(({ network }) => network),
    candidates: post.candidates.length,
    tags: post.tags,
    voice: chosen && first ? workspace.view(chosen, first).voice.score : null,
  };
}

/** The fake for the development server; the address says in which state it begins. */
export function fakeFromAddress(search: URLSearchParams): Transport {
  const count = search.get("posts");
  const { transport, workspace } = fake({
    settings: {
      language: search.get("lang") === "de" ? "de" : "en",
      theme: search.get("theme") === "dark" ? "dark" : "light",
    },
    stepMs: Number(search.get("step") ?? 60),
    posts: count === null ? null : Number(count),
    advisory: search.has("advisory") ? ADVISORY : null,
    failRun: search.has("fail"),
    empty: search.has("empty"),
    candidates: Number(search.get("candidates") ?? 3),
    tampered: search.has("tampered"),
  });
  if (search.has("fresh")) return transport;
  const briefs = [
    "Say when the yard is closed over the holidays, to all customers",
    "Explain how to read a bar mark, for new starters on site",
    "Announce the new mesh cut-to-size service to site managers, friendly, LinkedIn and Instagram",
  ];
  const posts = briefs.map((brief) => workspace.drafted(brief));
  const prepare = async () => {
    const fixAll = async (candidate: Candidate | undefined) => {
      for (const version of candidate?.versions ?? [])
        await transport.op("version.fix_all", { version: version.id });
      return candidate;
    };
    const first = await fixAll(posts[0]?.candidates[0]);
    const second = await fixAll(posts[1]?.candidates[1]);
    if (first) await transport.op("review.request", { candidate: first.id });
    if (second) await transport.op("review.request", { candidate: second.id });
    const stage = search.get("stage");
    if (stage === "team" && first) return rehearse(transport, workspace, first);
    if ((stage === "approved" || stage === "void") && first) {
      for (const version of first.versions.slice(0, stage === "void" ? 4 : 2)) {
        await transport.op("review.approve", {
          candidate: first.id,
          versions: [{ version: version.id, content_hash: workspace.hash(version) }],
        });
      }
      const edited = first.versions[0];
      if (stage === "void" && edited) {
        const base = edited.revisions[edited.head]?.id ?? "";
        await transport.op("version.edit", {
          version: edited.id,
          base,
          text: workspace.text(edited).replace("fits", "fits first time"),
        });
      }
    }
  };
  void prepare();
  return transport;
}
