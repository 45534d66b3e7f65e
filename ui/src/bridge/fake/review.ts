import { Failure } from "../failure";
import type {
  ApproveIn,
  DecisionKind,
  DecisionView,
  Finding,
  OpName,
  Ops,
  PostView,
  ReviewItem,
  VersionState,
} from "../ops.gen";
import { changesOf } from "./changes";
import { commentsOf, openThreads } from "./comments";
import type { Candidate, Post, Version, Workspace } from "./engine";

type Handlers = { [K in OpName]?: (input: Ops[K]["in"]) => Ops[K]["out"] };

/** A post is where its version is that needs most. */
export const GRAVEST: VersionState[] = [
  "approval-void",
  "rejected",
  "changes-requested",
  "awaiting-approval",
  "draft",
  "approved",
];

/** Review, as the application has it. */
export function reviewOf(workspace: Workspace, shown: (post: Post) => PostView): Handlers {
  const { team } = workspace;
  const findings = (candidate: Candidate, version: Version): Finding[] =>
    workspace.view(candidate, version).findings;
  const done = (operation: string, post: Post): PostView => {
    workspace.log(operation);
    workspace.stale("posts", "review", "workspace");
    return shown(post);
  };
  const decide = (version: Version, kind: DecisionKind, rest: Partial<DecisionView> = {}) =>
    version.decisions.push({
      kind,
      level: "",
      reason: null,
      member: team.me.name,
      at: workspace.at(),
      content_hash: workspace.hash(version),
      comment: null,
      voided_at: null,
      ...rest,
    });
  const move = (id: string, from: VersionState[], to: VersionState, operation: string) => {
    const { post, candidate } = workspace.candidate(id);
    const moved = candidate.versions.filter(({ state }) => from.includes(state));
    if (moved.length === 0) throw new Failure("wrong-state", "nothing to move");
    for (const version of moved) {
      version.state = to;
      workspace.voidStamps(version);
    }
    return done(operation, post);
  };
  const approve = ({ candidate: id, versions }: ApproveIn, reason?: string): Post => {
    const { post, candidate } = workspace.candidate(id);
    const found = versions.map((seen) => ({ seen, version: workspace.find(seen.version).version }));
    for (const { seen, version } of found) {
      if (workspace.hash(version) !== seen.content_hash) {
        throw new Failure("content-changed", "the content changed");
      }
      const { refusal } = team.approval(version, findings(candidate, version));
      const refused = reason === undefined ? refusal : version.state !== "awaiting-approval" && "wrong-state";
      if (refused) throw new Failure(refused, refused);
    }
    for (const { version } of found) {
      const { level, last } = team.next(version, findings(candidate, version));
      if (reason !== undefined) decide(version, "override", { comment: reason });
      else decide(version, "approve", { level });
      if (last || reason !== undefined) version.state = "approved";
    }
    return post;
  };
  return {
    ...commentsOf(workspace),
    ...changesOf(workspace),
    "review.request": ({ candidate: id }) => {
      const { post, candidate } = workspace.candidate(id);
      const wanting = candidate.versions.filter(
        (version) => team.demand(version.network, findings(candidate, version)).mode !== "none",
      );
      if (wanting.length === 0) throw new Failure("approval-not-needed", "not needed");
      if (wanting.some((version) => findings(candidate, version).some((f) => f.severity === "block"))) {
        throw new Failure("blocked-by-guard", "a finding blocks");
      }
      post.chosen = id;
      for (const version of wanting) {
        if (version.state === "approved" || version.state === "awaiting-approval") continue;
        if (version.state === "rejected") throw new Failure("wrong-state", "rejected");
        version.state = "awaiting-approval";
        version.requested = { at: workspace.at(), by: team.acting };
      }
      return done("review.request", post);
    },
    "review.withdraw": ({ candidate }) => move(candidate, ["awaiting-approval"], "draft", "review.withdraw"),
    "review.reopen": ({ candidate }) =>
      move(candidate, ["rejected", "changes-requested", "approval-void"], "draft", "review.reopen"),
    "review.inbox": () => inbox(workspace),
    "review.approve": (input) => done("review.approve", approve(input)),
    "review.approve_many": ({ items }) => {
      const came = items.map((item) => {
        try {
          approve(item);
          return { candidate: item.candidate, refused: null };
        } catch (thrown) {
          const { code, message, params } = Failure.of(thrown);
          return {
            candidate: item.candidate,
            refused: { code: code as "wrong-state", message, params, run: null },
          };
        }
      });
      workspace.log("review.approve_many");
      workspace.stale("posts", "review", "workspace");
      return came;
    },
    "review.override": ({ reason, ...input }) => {
      team.needs("admin");
      if (reason.trim() === "") throw new Failure("comment-required", "say why");
      return done("review.override", approve(input, reason));
    },
    "review.request_changes": ({ candidate: id, comment }) => {
      if (comment.trim() === "") throw new Failure("comment-required", "say what should change");
      const { post, candidate } = workspace.candidate(id);
      for (const version of candidate.versions) {
        workspace.voidStamps(version);
        version.state = "changes-requested";
        decide(version, "request-changes", { comment });
      }
      return done("review.request_changes", post);
    },
    "review.reject": ({ candidate: id, reason, comment }) => {
      if (reason === "other" && !comment?.trim()) throw new Failure("comment-required", "say why");
      const { post, candidate } = workspace.candidate(id);
      for (const version of candidate.versions) {
        workspace.voidStamps(version);
        version.state = "rejected";
        decide(version, "reject", { reason, comment: comment ?? null });
      }
      return done("review.reject", post);
    },
    "review.policy": () => team.policy,
    "review.set_policy": ({ base, policy }) => {
      team.needs("admin");
      if (base !== team.policy.revision) throw new Failure("edit-conflict", "changed meanwhile");
      const demands = [policy.usual, ...policy.exceptions.map(({ demand }) => demand)];
      for (const demand of demands) {
        if (demand.mode !== "levels") continue;
        if (demand.levels.length === 0) throw new Failure("policy-levels", "no levels");
        for (const level of demand.levels) {
          if (level.name.trim() === "") throw new Failure("policy-level-name", "no name", { name: "" });
          if (level.members.length + level.roles.length === 0) {
            throw new Failure("policy-nobody", "nobody", { name: level.name });
          }
        }
      }
      team.policy = { revision: base + 1, policy, by: team.me.name, at: workspace.at() };
      workspace.log("review.set_policy");
      workspace.stale("posts", "review", "workspace");
      return team.policy;
    },
  };
}

/** What waits and what was decided. */
export function inbox(workspace: Workspace): { waiting: ReviewItem[]; decided: ReviewItem[] } {
  const { team } = workspace;
  const items = workspace.posts.flatMap((post) =>
    post.candidates.flatMap((candidate) => {
      const reviewed = candidate.versions.filter((version) => version.requested);
      const [first] = reviewed;
      if (!first?.requested) return [];
      const found = { block: 0, warn: 0, note: 0 };
      const views = reviewed.map((version) => workspace.view(candidate, version));
      for (const { severity } of views.flatMap(({ findings }) => findings)) found[severity] += 1;
      const waiting = views.filter(({ state }) => state === "awaiting-approval");
      const levels = waiting.flatMap(({ approval }) => approval.levels);
      const by = team.find(first.requested.by);
      const looks = workspace.looks.filter((look) => look.member === team.acting);
      const last = reviewed.flatMap(({ decisions }) => decisions).at(-1);
      const item: ReviewItem = {
        post: post.id,
        candidate: candidate.id,
        title: workspace.text(first).split("\n")[0] ?? "",
        networks: reviewed.map(({ network }) => network),
        by: by.name,
        by_former: by.removed,
        at: (waiting.length === 0 && last?.at) || first.requested.at,
        findings: found,
        mine: waiting
          .filter(({ approval }) => approval.refusal === null)
          .map(({ id, content_hash }) => ({ version: id, content_hash })),
        stamped: levels.filter(({ met }) => met).length,
        stamps: levels.length,
        open_comments: openThreads(workspace, candidate),
        changed: reviewed.some((version) =>
          looks.some((look) => look.version === version.id && look.text !== workspace.text(version)),
        ),
        reason: waiting.length === 0 ? (last?.reason ?? null) : null,
        state:
          waiting.length > 0
            ? "awaiting-approval"
            : (GRAVEST.find((state) => reviewed.some((v) => v.state === state)) ?? "draft"),
      };
      return [{ waiting: waiting.length > 0, item }];
    }),
  );
  return {
    waiting: items.filter(({ waiting }) => waiting).map(({ item }) => item),
    decided: items.filter(({ waiting, item }) => !waiting && item.state !== "draft").map(({ item }) => item),
  };
}
