import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { fake } from "@/bridge/fake";
import { open } from "@/testing/mount";

function recorded(choices: Parameters<typeof fake>[0] = {}) {
  const made = fake(choices);
  for (const operation of ["version.edit", "review.request", "review.approve"]) made.workspace.log(operation);
  return made;
}

test("the log names what was done, can be searched, and opens to what was before and after", async () => {
  const { user } = open("#/audit", {}, recorded());
  const row = await screen.findByRole("row", { name: /Approved/ });
  await user.click(within(row).getByRole("button", { name: "Details of record 3" }));
  expect(screen.getByText(/"state": "draft"/)).toBeInTheDocument();
  await user.type(screen.getByRole("searchbox", { name: "Search the log" }), "request");
  expect(await screen.findByText("1 record")).toBeInTheDocument();
  await user.type(screen.getByRole("searchbox", { name: "Search the log" }), "nothing has this");
  expect(await screen.findByText("No record fits")).toBeInTheDocument();
});

test("a whole chain says so, and a broken one names the record", async () => {
  const { user, unmount } = open("#/audit", {}, recorded());
  await user.click(await screen.findByRole("button", { name: "Verify" }));
  expect(await screen.findByText("All 3 records hold")).toBeInTheDocument();
  unmount();
  open("#/audit", {}, recorded({ tampered: true }));
  await user.click(await screen.findByRole("button", { name: "Verify" }));
  expect(await screen.findByText("Broken at record 2")).toBeInTheDocument();
});

test("an export says where the file is", async () => {
  const { user } = open("#/audit", {}, recorded());
  await user.click(await screen.findByRole("button", { name: "Export CSV" }));
  expect(await screen.findByText(/3 records written to .*audit-2026-03-25\.csv/)).toBeInTheDocument();
});
