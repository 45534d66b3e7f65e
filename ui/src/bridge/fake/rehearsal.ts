import type { Transport } from "../transport";
import type { Candidate, Workspace } from "./engine";

/** A review by a team: two levels, a thread, and an edit since the member looked. */
export async function rehearse(
  transport: Transport,
  workspace: Workspace,
  candidate: Candidate,
): Promise<void> {
  const { team } = workspace;
  const writer = team.acting;
  const brand = team.add("Brand manager", "reviewer");
  const safety = team.add("Site safety", "reviewer");
  team.add("Yard office", "viewer");
  const level = (name: string, id: string) => ({
    name,
    need: "any" as const,
    members: [id],
    roles: [],
  });
  await transport.op("review.set_policy", {
    base: 0,
    policy: {
      usual: { mode: "levels", levels: [level("Brand", brand.id), level("Site safety", safety.id)] },
      exceptions: [{ networks: ["x"], severity: null, demand: { mode: "required" } }],
    },
  });
  const seen = () =>
    candidate.versions.map((version) => ({ version: version.id, content_hash: workspace.hash(version) }));
  const [version] = candidate.versions;
  if (!version) return;
  team.acting = safety.id;
  await transport.op("review.look", { candidate: candidate.id, versions: seen() });
  const text = workspace.text(version);
  const words = text.split(" ").slice(3, 7).join(" ");
  const start = new TextEncoder().encode(text.slice(0, text.indexOf(words))).length;
  const thread = await transport.op("comment.add", {
    version: version.id,
    revision: version.revisions[version.head]?.id ?? "",
    span: { start, end: start + new TextEncoder().encode(words).length },
    text: "Is this right for Scotland too?",
  });
  team.acting = writer;
  await transport.op("comment.reply", {
    thread: thread.comment,
    text: "No, noon. It is in the first comment.",
  });
  const base = version.revisions[version.head]?.id ?? "";
  await transport.op("version.edit", {
    version: version.id,
    base,
    text: text.replace(/\s(\S+)$/, " before noon, $1"),
  });
  team.acting = brand.id;
  await transport.op("review.approve", { candidate: candidate.id, versions: seen() });
  team.acting = safety.id;
  workspace.stale("members", "workspace", "review", "posts");
}
