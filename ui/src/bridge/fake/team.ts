import { Failure } from "../failure";
import type {
  ApprovalView,
  Code,
  DecisionView,
  Demand,
  Finding,
  Level,
  Member,
  NetworkId,
  PolicyView,
  Role,
  TeamView,
  VersionState,
} from "../ops.gen";

const RANK: Record<Role, number> = { viewer: 0, reviewer: 1, editor: 2, admin: 3 };
const SEVERITY = { note: 0, warn: 1, block: 2 };
const ONE: Level = { name: "", need: "any", members: [], roles: ["reviewer", "editor", "admin"] };

/** What the rule looks at. */
export type Reviewed = {
  network: NetworkId;
  state: VersionState;
  author: string;
  decisions: DecisionView[];
};

/** The members of the workspace in memory, and what they ask of an approval. */
export class Team {
  members: Member[];
  acting: string;
  policy: PolicyView = {
    revision: 0,
    policy: { usual: { mode: "required" }, exceptions: [] },
    by: null,
    at: null,
  };
  private made = 1;

  constructor(first: Member) {
    this.members = [first];
    this.acting = first.id;
  }

  get active(): Member[] {
    return this.members.filter((member) => !member.removed);
  }

  get me(): Member {
    return this.find(this.acting);
  }

  find(id: string): Member {
    const found = this.members.find((member) => member.id === id);
    if (!found) throw new Failure("not-found", "no such member", { what: "member", id });
    return found;
  }

  needs(role: Role): void {
    if (RANK[this.me.role] < RANK[role]) {
      throw new Failure("not-allowed", "not allowed", { needed: role, has: this.me.role });
    }
  }

  view(): TeamView {
    const byName = (a: Member, b: Member) => a.name.localeCompare(b.name);
    return {
      acting: this.acting,
      members: this.active.sort(byName),
      former: this.members.filter((member) => member.removed).sort(byName),
    };
  }

  add(given: string, role: Role): Member {
    this.needs("admin");
    const name = this.named(given, null);
    this.made += 1;
    const member = { id: `member-${this.made}`, name, role, removed: false };
    this.members.push(member);
    return member;
  }

  change(id: string, change: Partial<Member>): void {
    this.needs("admin");
    const former = this.find(id);
    const changed = { ...former, ...change };
    if (change.name !== undefined) changed.name = this.named(change.name, id);
    const after = this.members.map((member) => (member.id === id ? changed : member));
    if (!after.some((member) => member.role === "admin" && !member.removed)) {
      throw new Failure("last-admin", "a workspace needs an admin");
    }
    if (changed.removed && id === this.acting) throw new Failure("acting-member", "you act as this member");
    this.members = after;
  }

  private named(given: string, but: string | null): string {
    const name = given.trim();
    if (name === "" || name.length > 80) throw new Failure("member-name", "no name");
    const same = this.active.find(
      (member) => member.id !== but && member.name.toLowerCase() === name.toLowerCase(),
    );
    if (same) throw new Failure("member-taken", "taken");
    return name;
  }

  demand(network: NetworkId, findings: readonly Finding[]): Demand {
    const gravest = Math.max(-1, ...findings.map(({ severity }) => SEVERITY[severity]));
    const { usual, exceptions } = this.policy.policy;
    const fitting = exceptions.find(
      ({ networks, severity }) =>
        (networks.length === 0 || networks.includes(network)) &&
        (severity === null || gravest >= SEVERITY[severity]),
    );
    return fitting?.demand ?? usual;
  }

  approval(version: Reviewed, findings: readonly Finding[]): ApprovalView {
    const demand = this.demand(version.network, findings);
    const alone = this.active.length === 1;
    const blocked = findings.some(({ severity }) => severity === "block");
    const stands = version.decisions.filter(({ kind, voided_at }) => kind === "approve" && !voided_at);
    const levels = (demand.mode === "levels" ? demand.levels : [ONE]).map((level) => {
      const named = this.active
        .filter((member) => alone || level.members.includes(member.id) || level.roles.includes(member.role))
        .filter((member) => RANK[member.role] >= RANK.reviewer && (alone || member.id !== version.author))
        .map(({ name }) => name);
      const stamped = stands.filter((stamp) => stamp.level === level.name).map(({ member }) => member);
      const met =
        level.need === "any"
          ? stamped.length > 0
          : named.length > 0 && named.every((name) => stamped.includes(name));
      return { name: level.name, need: level.need, named, stamped, met };
    });
    const next = levels.find(({ met }) => !met) ?? levels.at(-1);
    const refusal = (): Code | null => {
      if (RANK[this.me.role] < RANK.reviewer) return "not-allowed";
      if (version.state !== "awaiting-approval") return "wrong-state";
      if (blocked) return "blocked-by-guard";
      if (!alone && version.author === this.acting) return "own-work";
      if (next?.stamped.includes(this.me.name)) return "already-stamped";
      if (!next?.named.includes(this.me.name)) return "not-your-level";
      if (!alone && stands.some(({ member }) => member === this.me.name)) return "already-stamped";
      return null;
    };
    const ready = {
      none: ["draft", "approved", "approval-void"],
      optional: ["draft", "approved"],
      required: ["approved"],
      levels: ["approved"],
    }[demand.mode].includes(version.state);
    return { mode: demand.mode, ready: ready && !blocked, levels, refusal: refusal() };
  }

  /** The level that the acting member would stamp, and whether that is the last one. */
  next(version: Reviewed, findings: readonly Finding[]): { level: string; last: boolean } {
    const { levels } = this.approval(version, findings);
    const level = levels.find(({ met }) => !met) ?? levels.at(-1);
    const stamped = [...(level?.stamped ?? []), this.me.name];
    const met = level?.need === "any" || (level?.named ?? []).every((name) => stamped.includes(name));
    const others = levels.filter((other) => other !== level).every((other) => other.met);
    return { level: level?.name ?? "", last: met && others };
  }
}
