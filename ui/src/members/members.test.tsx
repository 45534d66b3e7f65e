import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { open } from "@/testing/mount";

test("a member is added, given another role, renamed and removed", async () => {
  const { user, workspace } = open("#/members");
  await user.type(await screen.findByRole("textbox", { name: "Name of the new member" }), "Site reader");
  await user.click(screen.getByRole("button", { name: "Add" }));
  const row = await screen.findByRole("listitem", { name: "Site reader" });
  await user.selectOptions(within(row).getByRole("combobox"), "Editor");
  expect(workspace.team.members[1]?.role).toBe("editor");
  await user.click(within(row).getByRole("button", { name: "Rename Site reader" }));
  const field = within(row).getByRole("textbox", { name: "Rename Site reader" });
  await user.clear(field);
  await user.type(field, "Site safety{Enter}");
  const renamed = await screen.findByRole("listitem", { name: "Site safety" });
  await user.click(within(renamed).getByRole("button", { name: "Remove Site safety" }));
  const dialog = await screen.findByRole("dialog", { name: "Remove Site safety?" });
  await user.click(within(dialog).getByRole("button", { name: "Remove" }));
  expect(await screen.findByRole("region", { name: "Left the team" })).toHaveTextContent("Site safety");
});

test("a name that is taken is refused in place", async () => {
  const { user } = open("#/members");
  await user.type(await screen.findByRole("textbox", { name: "Name of the new member" }), "marketing LEAD");
  await user.click(screen.getByRole("button", { name: "Add" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Another member has that name");
});

test("who is no admin reads why nothing can be changed", async () => {
  const { user, workspace } = open("#/members");
  workspace.team.add("Site reader", "reviewer");
  workspace.stale("members", "workspace");
  const row = await screen.findByRole("listitem", { name: "Site reader" });
  await user.click(within(row).getByRole("button", { name: "Act as" }));
  expect(await screen.findByText("Only an admin changes the team.")).toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: "Name of the new member" })).toBeDisabled();
});
