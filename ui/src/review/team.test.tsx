import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { fake } from "@/bridge/fake";
import type { Candidate } from "@/bridge/fake/engine";
import { open } from "@/testing/mount";

type Made = ReturnType<typeof fake>;

async function requested(made: Made, brief: string): Promise<Candidate> {
  const candidate = made.workspace.drafted(brief).candidates[0];
  if (!candidate) throw new Error("no candidate");
  for (const { id } of candidate.versions) await made.transport.op("version.fix_all", { version: id });
  await made.transport.op("review.request", { candidate: candidate.id });
  return candidate;
}

/** A candidate that waits, in a workspace with a second member who may approve. */
async function team() {
  const made = fake();
  await made.transport.op("member.add", { name: "Site reader", role: "reviewer" });
  const candidate = await requested(made, "Announce the new mesh service");
  return { ...made, candidate };
}

test("a second member approves what the writer may not", async () => {
  const made = await team();
  const { user } = open("#/review", {}, made);
  const approve = await screen.findByRole("button", { name: /^Approve$/ });
  expect(approve).toHaveAttribute("aria-disabled", "true");
  expect(screen.getByRole("region", { name: "Waiting for others" })).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: /You act as Marketing lead/ }));
  await user.click(await screen.findByRole("menuitemradio", { name: /Site reader/ }));
  await user.click(await screen.findByRole("button", { name: "Approve all 4" }));
  await waitFor(() => expect(made.candidate.versions[0]?.state).toBe("approved"));
  expect(made.candidate.versions[0]?.decisions[0]?.member).toBe("Site reader");
});

test("R rejects with a reason of the list, and the inbox says which", async () => {
  const made = await team();
  const { user } = open("#/review", {}, made);
  await screen.findByRole("button", { name: "Reject" });
  await user.keyboard("r");
  const dialog = await screen.findByRole("dialog", { name: "Why is it rejected?" });
  await user.click(within(dialog).getByRole("button", { name: "Reject" }));
  expect(await within(dialog).findByRole("alert")).toHaveTextContent("Choose a reason");
  await user.selectOptions(within(dialog).getByRole("combobox"), "A fact is wrong");
  await user.click(within(dialog).getByRole("button", { name: "Reject" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(made.candidate.versions[0]?.state).toBe("rejected");
  const inbox = screen.getByRole("complementary", { name: "Inbox" });
  expect(await within(inbox).findByText("A fact is wrong")).toBeInTheDocument();
});

test("M comments on the text, and the thread is answered and resolved", async () => {
  const made = await team();
  const { user } = open("#/review", {}, made);
  await screen.findByRole("group", { name: /Text of the post/ });
  await user.keyboard("m");
  await user.type(await screen.findByRole("textbox", { name: "Your comment" }), "Noon in <b>Scotland</b>?");
  await user.click(screen.getByRole("button", { name: "Comment" }));
  expect(await screen.findByText("Noon in <b>Scotland</b>?")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Reply" }));
  await user.type(screen.getByRole("textbox", { name: "Your answer" }), "No.");
  await user.click(screen.getByRole("button", { name: "Reply" }));
  expect(await screen.findByText("No.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Resolve" }));
  expect(await screen.findByText("1 resolved thread")).toBeInTheDocument();
});

test("a comment stays when an edit removes what it is on", async () => {
  const made = await team();
  const [version] = made.candidate.versions;
  if (!version) throw new Error("no version");
  await made.transport.op("comment.add", {
    version: version.id,
    revision: version.revisions[version.head]?.id ?? "",
    span: { start: 0, end: 4 },
    text: "Which mesh?",
  });
  made.workspace.revise(version, "Bars that fit.", "edit");
  open("#/review", {}, made);
  const foot = await screen.findByRole("region", { name: "Comments" });
  expect(foot).toHaveTextContent("On text that an edit removed: “Mesh”");
  expect(foot).toHaveTextContent("Which mesh?");
});

test("several are picked with the keys and approved; what changed is named", async () => {
  const made = fake();
  const first = await requested(made, "Announce the new mesh service");
  await requested(made, "Explain the bar mark");
  const { user } = open("#/review", {}, made);
  await screen.findByRole("button", { name: "Approve all 4" });
  const inbox = screen.getByRole("complementary", { name: "Inbox" });
  const rows = within(inbox).getAllByRole("button", { name: /Marketing lead/ });
  rows[0]?.focus();
  await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
  const bar = await within(inbox).findByRole("toolbar", { name: "2 selected" });
  const [version] = first.versions;
  if (!version) throw new Error("no version");
  made.workspace.revise(version, "Something else.", "edit");
  await user.click(within(bar).getByRole("button", { name: "Approve" }));
  const dialog = await screen.findByRole("dialog", { name: "Approved 1 of 2" });
  expect(dialog).toHaveTextContent(/The text changed since you read it/);
  expect(first.versions[0]?.state).toBe("awaiting-approval");
});

test("two levels show the stamp that landed and the place of the next", async () => {
  const made = fake();
  const { team: members } = made.workspace;
  const brand = members.add("Brand manager", "reviewer");
  const safety = members.add("Site safety", "reviewer");
  const level = (name: string, id: string) => ({ name, need: "any" as const, members: [id], roles: [] });
  await made.transport.op("review.set_policy", {
    base: 0,
    policy: {
      usual: { mode: "levels", levels: [level("Brand", brand.id), level("Site safety", safety.id)] },
      exceptions: [],
    },
  });
  await requested(made, "Announce the new mesh service");
  members.acting = brand.id;
  const { user } = open("#/review", {}, made);
  expect(await screen.findByText("Brand: you")).toBeInTheDocument();
  await screen.findByRole("button", { name: "Approve all 4" });
  await user.keyboard("a");
  expect(await screen.findByText("APPROVED")).toBeInTheDocument();
  const approvals = screen.getByRole("region", { name: "Approvals" });
  expect(approvals).toHaveTextContent(/Brand manager/);
  expect(within(approvals).getAllByText("Site safety").length).toBeGreaterThan(0);
});

test("what changed since one looked is shown word by word", async () => {
  const made = await team();
  const { team: members } = made.workspace;
  members.acting = "member-2";
  const { candidate } = made;
  await made.transport.op("review.look", {
    candidate: candidate.id,
    versions: candidate.versions.map((version) => ({
      version: version.id,
      content_hash: made.workspace.hash(version),
    })),
  });
  const [version] = candidate.versions;
  if (!version) throw new Error("no version");
  made.workspace.revise(version, `${made.workspace.text(version)} Ring us.`, "edit");
  open("#/review", {}, made);
  expect(await screen.findByText(/2 words changed since you looked/)).toBeInTheDocument();
  expect(screen.getByRole("radio", { name: "Since you looked" })).toBeChecked();
  expect(screen.getByText("Ring us.", { selector: "ins" })).toBeInTheDocument();
});
