import { screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { expect, test } from "vitest";
import { Failure } from "@/bridge";
import { fake } from "@/bridge/fake";
import { open } from "@/testing/mount";
import { useWelcome } from "./useWelcome";

test("the brand in the rail leads to the others", async () => {
  const { user } = open("#/library");
  await user.click(await screen.findByRole("button", { name: /NextDaySteel.*: change the brand/ }));
  const menu = await screen.findByRole("menu");
  expect(within(menu).getByRole("menuitem", { name: /Old Mill/ })).toHaveAttribute("aria-disabled", "true");
  await user.click(within(menu).getByRole("menuitem", { name: /All brands/ }));
  expect(await screen.findByRole("heading", { name: "Brands" })).toBeInTheDocument();
});

test("on another brand nothing of the former one is left on the screen", async () => {
  const made = fake();
  const post = made.workspace.drafted("Announce the holiday hours");
  const { user } = open(`#/compose/${post.id}`, {}, made);
  await screen.findByRole("textbox", { name: /Post text/ });
  window.location.hash = "#/start";
  await user.click(await screen.findByRole("button", { name: "Open the demo FashionBoutique" }));
  await waitFor(() => expect(window.location.hash).toBe("#/compose"));
  expect(screen.queryByRole("textbox", { name: /Post text/ })).not.toBeInTheDocument();
});

test("a workspace of several people asks as whom to open it", async () => {
  const { user } = open("#/start");
  await user.click(await screen.findByRole("button", { name: "Open Corner Bakery" }));
  const asked = await screen.findByRole("group", { name: /Several people/ });
  await user.click(within(asked).getByRole("button", { name: "Shop lead" }));
  await waitFor(() => expect(window.location.hash).toBe("#/compose"));
});

test("a folder that was chosen becomes a brand, and what was read is said", async () => {
  const { user } = open("#/start");
  const section = await screen.findByRole("region", { name: "A new brand" });
  const make = () => within(section).getByRole("button", { name: "Make the brand" });
  expect(make()).toHaveAttribute("aria-disabled", "true");
  await user.click(within(section).getByRole("button", { name: "Choose…" }));
  expect(within(section).getByRole("textbox")).toHaveValue("/home/yard/brand");
  await user.click(make());
  expect(await screen.findByRole("heading", { name: "NextDaySteel is ready" })).toBeInTheDocument();
  expect(screen.getByRole("status")).toHaveTextContent("14 documents");
  await user.click(screen.getByRole("button", { name: "Write the first post" }));
  await waitFor(() => expect(window.location.hash).toBe("#/compose"));
  expect(useWelcome.getState().outcome).toBeNull();
});

test("a folder that says nothing is said, and can be changed", async () => {
  const { user } = open("#/start");
  const section = await screen.findByRole("region", { name: "A new brand" });
  const field = within(section).getByRole("textbox");
  await user.type(field, "/home/yard/empty{Enter}");
  expect(await within(section).findByRole("alert")).toHaveTextContent("Nothing in the folder could be read");
  await user.type(field, "2");
  expect(within(section).queryByRole("alert")).not.toBeInTheDocument();
});

test("a workspace is taken off the list", async () => {
  const { user } = open("#/start");
  await user.click(await screen.findByRole("button", { name: /Take Old Mill off the list/ }));
  await waitFor(() => expect(screen.queryByText("Old Mill")).not.toBeInTheDocument());
});

test("a workspace that cannot be opened is no dead end", async () => {
  const made = fake();
  const transport = {
    ...made.transport,
    op: (async (name, input) => {
      if (name === "workspace.about") throw new Failure("workspace-missing", "gone", { path: "/gone" });
      return made.transport.op(name, input);
    }) as typeof made.transport.op,
  };
  open("#/compose", {}, { ...made, transport });
  expect(await screen.findByRole("alert")).toHaveTextContent("/gone");
  expect(await screen.findByRole("button", { name: "Open Corner Bakery" })).toBeInTheDocument();
});

test("a demo is reset only after it is said what is lost", async () => {
  const made = fake();
  made.workspace.drafted("Announce the holiday hours");
  const { user } = open("#/settings", {}, made);
  await user.click(await screen.findByRole("button", { name: "Reset the demo" }));
  const dialog = await screen.findByRole("dialog", { name: "Reset this demo?" });
  expect(within(dialog).getByRole("button", { name: "Cancel" })).toHaveFocus();
  await user.click(within(dialog).getByRole("button", { name: "Reset the demo" }));
  await waitFor(() => expect(window.location.hash).toBe("#/compose"));
});

test("the start page has no fault that a machine can find", async () => {
  open("#/start");
  await screen.findByRole("button", { name: "Open Corner Bakery" });
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
