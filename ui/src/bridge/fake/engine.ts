import { Failure } from "../failure";
import type {
  Advisory,
  AuditRecordView,
  Content,
  DecisionView,
  GalleyEvent,
  NetworkId,
  RunView,
  Tag,
  VersionState,
  VersionView,
} from "../ops.gen";
import { about } from "./brand";
import { countOf, findingsIn } from "./checks";
import { type Script, written } from "./drafts";
import { pictures } from "./pictures";
import { Team } from "./team";

export type Revision = {
  id: string;
  number: number;
  content: Content;
  reason: VersionView["revision"]["reason"];
  /** The revision of the global text that it follows. */
  global: string | null;
  at: string;
};
/** Revisions in a row, and which of them is shown. */
export type Line = { revisions: Revision[]; head: number };
export type Version = Line & {
  id: string;
  network: NetworkId;
  state: VersionState;
  /** Who wrote what it says. */
  author: string;
  decisions: DecisionView[];
  requested: { at: string; by: string } | null;
};
export type Thread = {
  id: string;
  version: string;
  quote: string;
  resolved: { by: string; at: string } | null;
  comments: { id: string; by: string; text: string | null; at: string; edited: boolean }[];
};
export type Look = { member: string; version: string; text: string; before: string | null; at: string };
export type Candidate = { id: string; script: Script; global: Line; pinned: boolean; versions: Version[] };
export type Post = {
  id: string;
  brief: string;
  language: "en" | "de";
  created: string;
  run: string;
  chosen: string | null;
  tags: string[];
  former: string | null;
  candidates: Candidate[];
};
export type Choices = {
  posts: number | null;
  advisory: Advisory | null;
  stepMs: number;
  failRun: boolean;
  /** Nothing was imported yet. */
  empty: boolean;
  /** Somebody changed the audit chain. */
  tampered?: boolean;
};

const STEPS = ["brief", "intent", "skill", "context", "candidates", "checks", "ranking"];
const TOOK = [2, 4, 3, 9, 268, 84, 42];

/** A workspace in memory that behaves as the application does, for tests and for looking at screens. */
export class Workspace {
  posts: Post[] = [];
  runs = new Map<string, RunView>();
  listeners = new Set<(event: GalleyEvent) => void>();
  threads: Thread[] = [];
  looks: Look[] = [];
  /** Newest first. */
  records: AuditRecordView[] = [];
  readonly team = new Team(about.member);
  readonly scripts: Script[];
  readonly choices: Choices;
  private made = 0;
  private readonly now: () => Date;

  constructor(scripts: Script[], choices: Choices, now: () => Date = () => new Date()) {
    this.scripts = scripts;
    this.choices = choices;
    this.now = now;
  }

  id(kind: string): string {
    this.made += 1;
    return `${kind}-${this.made}`;
  }

  at(): string {
    return this.now().toISOString();
  }

  tell(event: GalleyEvent): void {
    for (const hear of this.listeners) hear(event);
  }

  stale(...tags: Tag[]): void {
    this.tell({ kind: "stale", tags });
  }

  /** A record of what the acting member does. */
  log(operation: string): void {
    const sequence = this.records.length + 1;
    this.records.unshift({
      sequence,
      device: "d1",
      at: this.at(),
      member: this.team.me.name,
      operation,
      object: `version ${sequence}`,
      before: null,
      after: JSON.stringify({ state: "draft" }),
      hash: sequence.toString(16).padStart(64, "0"),
    });
  }

  /** Starts a run that goes a step at a time. */
  start(brief: string, skill: string | undefined, former: string | null = null): string {
    if (brief.trim() === "") throw new Failure("brief-empty", "the brief is empty");
    if ([...brief].length > 4_000) {
      throw new Failure("brief-too-long", "too long", { chars: String([...brief].length), limit: "4000" });
    }
    const id = this.id("run");
    this.runs.set(id, {
      id,
      kind: "draft",
      state: "running",
      steps: STEPS.map((name) => ({ name, state: "pending", at: null, ms: null })),
      post: null,
      advisory: null,
      notice: null,
      error: null,
      created: this.at(),
      seconds: 0,
      brief,
    });
    void this.walk(id, brief, skill, former);
    return id;
  }

  private async walk(
    id: string,
    brief: string,
    skill: string | undefined,
    former: string | null,
  ): Promise<void> {
    for (const [index, name] of STEPS.entries()) {
      if (!this.step(id, index, "running")) return;
      await new Promise((done) => setTimeout(done, this.choices.stepMs));
      if (!this.step(id, index, this.choices.failRun && name === "context" ? "failed" : "completed")) return;
      const run = this.runs.get(id);
      if (run?.state !== "running") return;
      if (this.choices.failRun && name === "context") {
        this.end(id, {
          state: "failed",
          error: { code: "disk-full", message: "no space left", params: { path: "/" } },
        });
        return;
      }
      if (this.choices.advisory && name === "skill" && !skill) {
        this.end(id, { state: "completed", advisory: this.choices.advisory });
        return;
      }
    }
    const post = this.draft(brief, id, former);
    this.end(id, { state: "completed", post: post.id, seconds: 0.41 });
    this.stale("posts", "workspace");
  }

  private step(id: string, index: number, state: "running" | "completed" | "failed"): boolean {
    const run = this.runs.get(id);
    if (run?.state !== "running") return false;
    const ms = state === "completed" ? (TOOK[index] ?? 0) : null;
    const at = begun(index);
    const steps = run.steps.map((step, place) => (place === index ? { ...step, state, at, ms } : step));
    this.runs.set(id, { ...run, steps });
    this.tell({ kind: "run", run: id });
    return true;
  }

  end(id: string, change: Partial<RunView>): RunView {
    const run = this.runs.get(id);
    if (!run) throw new Failure("not-found", "no such run", { what: "run", id });
    const steps = run.steps.map((step) =>
      step.state === "pending" ? { ...step, state: "skipped" as const } : step,
    );
    const ended = { ...run, steps, ...change };
    this.runs.set(id, ended);
    this.tell({ kind: "run", run: id });
    return ended;
  }

  /** A post from a run that is long done. */
  drafted(brief: string): Post {
    const id = this.id("run");
    const steps = STEPS.map((name, index) => ({
      name,
      state: "completed" as const,
      at: begun(index),
      ms: TOOK[index] ?? 0,
    }));
    const post = this.draft(brief, id);
    this.runs.set(id, {
      id,
      kind: "draft",
      state: "completed",
      steps,
      post: post.id,
      advisory: null,
      notice: null,
      error: null,
      created: this.at(),
      seconds: 0.41,
      brief,
    });
    return post;
  }

  draft(brief: string, run: string, former: string | null = null): Post {
    const post: Post = {
      id: this.id("post"),
      brief,
      language: "en",
      created: this.at(),
      run,
      chosen: null,
      tags: [],
      former,
      candidates: this.scripts.map((script) => this.candidateOf(script)),
    };
    this.posts.unshift(post);
    return post;
  }

  private candidateOf(script: Script): Candidate {
    const contents = about.channels.map(({ network }) => ({ network, content: contentOf(script, network) }));
    const fullest = contents.reduce((best, other) =>
      other.content.text.length > best.content.text.length ? other : best,
    );
    const global = this.revision(1, fullest.content, "draft", null);
    return {
      id: this.id("candidate"),
      script,
      pinned: false,
      global: { revisions: [global], head: 0 },
      versions: contents.map(({ network, content }) => ({
        id: this.id("version"),
        network,
        revisions: [this.revision(1, content, "draft", global.id)],
        head: 0,
        state: "draft",
        author: this.team.acting,
        decisions: [],
        requested: null,
      })),
    };
  }

  private revision(
    number: number,
    content: Content,
    reason: Revision["reason"],
    global: string | null,
  ): Revision {
    return { id: this.id("revision"), number, content, reason, global, at: this.at() };
  }

  find(version: string): { post: Post; candidate: Candidate; version: Version } {
    for (const post of this.posts) {
      for (const candidate of post.candidates) {
        const found = candidate.versions.find(({ id }) => id === version);
        if (found) return { post, candidate, version: found };
      }
    }
    throw new Failure("not-found", "no such version", { what: "version", id: version });
  }

  candidate(id: string): { post: Post; candidate: Candidate } {
    for (const post of this.posts) {
      const candidate = post.candidates.find((other) => other.id === id);
      if (candidate) return { post, candidate };
    }
    throw new Failure("not-found", "no such candidate", { what: "candidate", id });
  }

  /** Another text for a version: words of its own. */
  revise(version: Version, text: string, reason: Revision["reason"]): void {
    this.put(version, { ...headOf(version).content, text }, reason, null);
    version.author = this.team.acting;
    this.log("version.edit");
    this.void(version);
  }

  /** Another content for a version or a global text. */
  put(line: Line, content: Content, reason: Revision["reason"], global: string | null): void {
    const head = headOf(line);
    if (JSON.stringify(head.content) === JSON.stringify(content) && head.global === global) return;
    line.revisions = line.revisions.slice(0, line.head + 1);
    line.revisions.push(this.revision(line.head + 2, content, reason, global));
    line.head += 1;
  }

  move(version: Version, by: number): void {
    if (!version.revisions[version.head + by]) throw new Failure("nothing-to-undo", "nothing to undo");
    version.head += by;
    this.void(version);
  }

  void(version: Version): void {
    if (version.state === "approved") version.state = "approval-void";
    if (version.state === "rejected") version.state = "draft";
    this.voidStamps(version);
  }

  voidStamps(version: Version): void {
    version.decisions = version.decisions.map((decision) =>
      ["approve", "override"].includes(decision.kind) && !decision.voided_at
        ? { ...decision, voided_at: this.at() }
        : decision,
    );
  }

  text(version: Version): string {
    return headOf(version).content.text;
  }

  hash(version: Version): string {
    let value = 0x811c9dc5;
    for (const character of `${version.network}${this.text(version)}`) {
      value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    }
    return value.toString(16).padStart(8, "0").repeat(8);
  }

  view(candidate: Candidate, version: Version): VersionView {
    const { script } = candidate;
    const { post } = this.candidate(candidate.id);
    const text = this.text(version);
    const head = version.revisions[version.head];
    const findings = findingsIn(text, version.network);
    const original = written(script, version.network);
    const measured = this.choices.posts === null;
    const channel = about.channels.find(({ network }) => network === version.network) ?? about.channels[0];
    if (!head || !channel) throw new Failure("internal", "a version without head or channel");
    const points = script.voice.reduce((sum, reason) => sum + reason.points, 0);
    return {
      id: version.id,
      post: post.id,
      candidate: candidate.id,
      channel,
      network: version.network,
      revision: {
        id: head.id,
        number: head.number,
        reason: head.reason,
        author: this.team.find(version.author).name,
        at: head.at,
      },
      payload: {
        network: version.network,
        ...headOf(version).content,
      },
      count: { value: countOf(text, version.network), limit: 0 },
      citations: cited(original.text, original.citations, text),
      findings,
      voice: measured
        ? { score: Math.min(9.8, 7.6 + points - findings.length * 0.3), posts: 60, reasons: script.voice }
        : { score: null, posts: this.choices.posts ?? 0, reasons: [] },
      state: version.state,
      attached: headOf(version).global === headOf(candidate.global).id,
      approval: this.team.approval(version, findings),
      content_hash: this.hash(version),
      decisions: version.decisions,
      can_undo: version.head > 0,
      can_redo: version.head < version.revisions.length - 1,
    };
  }
}

/** The revision that is shown. */
export function headOf(line: Line): Revision {
  const head = line.revisions[line.head];
  if (!head) throw new Failure("internal", "no revision is shown");
  return head;
}

function contentOf(script: Script, network: NetworkId): Content {
  const media = script.media[network].flatMap((id) => {
    const picture = pictures.find((other) => other.id === id);
    return picture ? [{ media: id, sha256: "0".repeat(64), alt: picture.alt }] : [];
  });
  return { text: written(script, network).text, link: script.link, media, first_comment: null };
}

/** Which citations still stand, found by the words they covered. */
export function cited(
  original: string,
  citations: VersionView["citations"],
  text: string,
): VersionView["citations"] {
  const encoder = new TextEncoder();
  const bytes = encoder.encode(original);
  return citations.flatMap(({ span, fact }) => {
    const words = new TextDecoder().decode(bytes.slice(span.start, span.end));
    const at = text.indexOf(words);
    if (at < 0) return [];
    const start = encoder.encode(text.slice(0, at)).length;
    return [{ span: { start, end: start + encoder.encode(words).length }, fact }];
  });
}

/** When a step began, in ms from the run's begin. */
function begun(index: number): number {
  return TOOK.slice(0, index).reduce((sum, ms) => sum + ms, 0);
}
