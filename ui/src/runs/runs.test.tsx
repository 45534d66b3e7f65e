import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { expect, test } from "vitest";
import { fake } from "@/bridge/fake";
import { open } from "@/testing/mount";

/** The screen over two runs of long ago. */
async function runs() {
  const made = fake();
  made.workspace.drafted("Explain how to read a bar mark");
  made.workspace.drafted("Announce the holiday hours");
  const opened = open("#/runs", {}, made);
  const list = await screen.findByRole("navigation", { name: /newest first/ });
  return { ...opened, list };
}

test("the newest run is open, with its steps and their time", async () => {
  await runs();
  expect(await screen.findByRole("heading", { name: "Announce the holiday hours" })).toBeInTheDocument();
  const timeline = screen.getByRole("group", { name: "How long each step took" });
  expect(within(timeline).getByText("Candidates")).toBeInTheDocument();
  expect(within(timeline).getAllByText("longest")).toHaveLength(1);
});

test("a run is found by its words, and J and K go through the list", async () => {
  const { user, list } = await runs();
  await user.keyboard("j");
  expect(await screen.findByRole("heading", { name: "Explain how to read a bar mark" })).toBeInTheDocument();
  await user.keyboard("k");
  expect(await screen.findByRole("heading", { name: "Announce the holiday hours" })).toBeInTheDocument();
  await user.type(screen.getByRole("searchbox"), "bar mark");
  await waitFor(() => expect(within(list).getAllByRole("button")).toHaveLength(1));
});

test("a step shows what it gave", async () => {
  const { user } = await runs();
  await user.click(await screen.findByRole("button", { name: /^Skill/ }));
  expect(await screen.findByLabelText("What it gave")).toHaveTextContent("confidence");
});

test("a run is taken up again from a step, and the new one is open", async () => {
  const { user, list } = await runs();
  const before = within(list).getAllByRole("button").length;
  await user.click(await screen.findByRole("button", { name: "Run again from here" }));
  await waitFor(() => expect(within(list).getAllByRole("button")).toHaveLength(before + 1));
  await waitFor(() => expect(window.location.hash).toContain("run="));
});

test("a run that failed says at which step, and why", async () => {
  const made = fake({ failRun: true });
  made.workspace.start("Announce the holiday hours", undefined);
  open("#/runs", {}, made);
  expect(await screen.findByRole("alert")).toHaveTextContent("Why it failed:");
  expect(await screen.findByText("It failed and gave nothing.")).toBeInTheDocument();
});

test("nothing has run: the one step leads to Compose", async () => {
  open("#/runs");
  expect(await screen.findByRole("link", { name: "Write a brief" })).toBeInTheDocument();
});

test("the screen has no fault that a machine can find", async () => {
  await runs();
  await screen.findByLabelText("What it gave");
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
