import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { expect, test } from "vitest";
import { fake } from "@/bridge/fake";
import { open } from "@/testing/mount";

/** The palette, opened by its key. */
async function palette(address: string, made = fake()) {
  const opened = open(address, {}, made);
  await screen.findByRole("heading", { level: 1 });
  await opened.user.keyboard("{Control>}k{/Control}");
  return { ...opened, dialog: await screen.findByRole("dialog", { name: "What can be done here" }) };
}

test("a command is found by its name, and done", async () => {
  const { user, dialog } = await palette("#/library");
  await user.keyboard("rev");
  const hits = within(dialog).getAllByRole("option");
  expect(hits).toHaveLength(1);
  await user.keyboard("{Enter}");
  expect(await screen.findByRole("heading", { name: "Review" })).toBeInTheDocument();
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

test("the arrows move through the commands, around the end", async () => {
  const { user, dialog } = await palette("#/library");
  const chosen = () => within(dialog).getByRole("option", { selected: true }).textContent;
  const first = chosen();
  await user.keyboard("{ArrowUp}");
  expect(chosen()).not.toBe(first);
  await user.keyboard("{ArrowDown}");
  expect(chosen()).toBe(first);
  const field = within(dialog).getByRole("combobox");
  expect(field.getAttribute("aria-activedescendant")).toBe(
    within(dialog).getByRole("option", { selected: true }).id,
  );
});

test("a post is found by its words, and opened", async () => {
  const made = fake();
  const post = made.workspace.drafted("Announce the holiday hours");
  const { user, dialog } = await palette("#/settings", made);
  await user.keyboard("holid");
  await user.click(await within(dialog).findByRole("option", { name: "Announce the holiday hours" }));
  await waitFor(() => expect(window.location.hash).toContain(post.id));
});

test("what has no name here is said", async () => {
  const { user, dialog } = await palette("#/settings");
  await user.keyboard("zzzz");
  expect(await within(dialog).findByText(/Nothing here has that name/)).toBeInTheDocument();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

test("the palette has no fault that a machine can find", async () => {
  await palette("#/library");
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
