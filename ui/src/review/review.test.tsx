import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { fake } from "@/bridge/fake";
import { open } from "@/testing/mount";

/** A candidate without findings that waits for approval. */
async function waiting() {
  const made = fake();
  const post = made.workspace.drafted("Announce the new mesh service");
  const candidate = post.candidates[0];
  if (!candidate) throw new Error("no candidate");
  for (const { id } of candidate.versions) await made.transport.op("version.fix_all", { version: id });
  await made.transport.op("review.request", { candidate: candidate.id });
  return { ...made, post, candidate };
}

test("A stamps every waiting version with name and hash", async () => {
  const made = await waiting();
  const { user } = open("#/review", {}, made);
  await screen.findByRole("button", { name: "Approve all 4" });
  await user.keyboard("a");
  expect(await screen.findByText("APPROVED")).toBeInTheDocument();
  const [version] = made.candidate.versions;
  if (!version) throw new Error("no version");
  const hash = made.workspace.hash(version);
  expect(screen.getByText(`proof ${hash.slice(0, 4)} ${hash.slice(4, 8)}`)).toBeInTheDocument();
  expect(made.candidate.versions.map(({ state }) => state)).toEqual(Array(4).fill("approved"));
});

test("one version can be approved alone", async () => {
  const made = await waiting();
  const { user } = open("#/review", {}, made);
  await user.click(await screen.findByRole("button", { name: "More ways to approve" }));
  await user.click(await screen.findByRole("menuitem", { name: /Approve LinkedIn only/ }));
  await waitFor(() => expect(made.candidate.versions[0]?.state).toBe("approved"));
  expect(made.candidate.versions[1]?.state).toBe("awaiting-approval");
});

test("what changed since it was read cannot be approved", async () => {
  const made = await waiting();
  const { user } = open("#/review", {}, made);
  await screen.findByRole("button", { name: "Approve all 4" });
  const [version] = made.candidate.versions;
  if (!version) throw new Error("no version");
  made.workspace.revise(version, "Something else.", "edit");
  await user.keyboard("a");
  expect(await screen.findByText(/The text changed since you read it/)).toBeInTheDocument();
  expect(screen.queryByText("APPROVED")).not.toBeInTheDocument();
});

test("asking for changes needs words, and carries them back", async () => {
  const made = await waiting();
  const { user } = open("#/review", {}, made);
  await screen.findByRole("button", { name: "Approve all 4" });
  await user.keyboard("c");
  const dialog = await screen.findByRole("dialog", { name: "What should change?" });
  await user.click(within(dialog).getByRole("button", { name: "Request changes" }));
  expect(await within(dialog).findByRole("alert")).toHaveTextContent("Write what should change");
  await user.type(within(dialog).getByRole("textbox"), "Say noon for Scotland.");
  await user.click(within(dialog).getByRole("button", { name: "Request changes" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(made.candidate.versions[0]?.state).toBe("changes-requested");
  expect(await screen.findByText("Say noon for Scotland.")).toBeInTheDocument();
});

test("in Compose the last decision stands at the head of the margin", async () => {
  const made = await waiting();
  await made.transport.op("review.request_changes", { candidate: made.candidate.id, comment: "Say noon." });
  open(`#/compose/${made.post.id}`, {}, made);
  const last = await screen.findByRole("region", { name: "Approvals" });
  expect(last).toHaveTextContent("Say noon.");
  expect(last.closest("[data-head]")).not.toBeNull();
});

test("an edit after approval voids the stamp", async () => {
  const made = await waiting();
  const [version] = made.candidate.versions;
  if (!version) throw new Error("no version");
  await made.transport.op("review.approve", {
    candidate: made.candidate.id,
    versions: [{ version: version.id, content_hash: made.workspace.hash(version) }],
  });
  await made.transport.op("version.edit", {
    version: version.id,
    text: "Another text.",
    base: version.revisions[version.head]?.id ?? "",
  });
  open(`#/review?candidate=${made.candidate.id}&network=linkedin`, {}, made);
  expect(await screen.findByText("VOID")).toBeInTheDocument();
  expect(screen.queryByText("APPROVED")).not.toBeInTheDocument();
});

test("a small preview shows its version, and the way to its text is open", async () => {
  const made = await waiting();
  const { user } = open("#/review", {}, made);
  await user.click(await screen.findByRole("button", { name: "Show Instagram" }));
  await waitFor(() => expect(screen.getByRole("radio", { name: "Instagram" })).toBeChecked());
  const links = screen.getAllByRole("link", { name: "Open in Compose" });
  await user.click(links.at(-1) as HTMLElement);
  expect(await screen.findByRole("textbox", { name: "Post text for Instagram" })).toBeInTheDocument();
});

test("J and K move through the inbox", async () => {
  const made = await waiting();
  const other = made.workspace.drafted("Explain the bar mark").candidates[1];
  if (!other) throw new Error("no candidate");
  await made.transport.op("review.request", { candidate: other.id });
  const { user } = open("#/review", {}, made);
  await screen.findByText("1 of 2");
  await user.keyboard("j");
  await screen.findByText("2 of 2");
  await user.keyboard("k");
  expect(await screen.findByText("1 of 2")).toBeInTheDocument();
});

test("an empty inbox says what will be here and offers a step", async () => {
  open("#/review");
  expect(await screen.findByText("No posts waiting for you")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Write a post" })).toBeInTheDocument();
});
