import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { open } from "@/testing/mount";

test("a conversation drafts, and a request changes the draft", async () => {
  const { user } = open("#/talk");
  await user.keyboard("Announce mesh cut to size{Enter}");
  expect(await screen.findByText("A brief: drafted from your folder.")).toBeInTheDocument();
  await screen.findByRole("link", { name: "Open in Compose" });
  await user.click(screen.getByRole("button", { name: "Without the price" }));
  expect(await screen.findByText(/A change to the draft before/)).toBeInTheDocument();
  await waitFor(() => expect(screen.getAllByRole("link", { name: "Open in Compose" })).toHaveLength(2));
});

test("a request without a draft says what to do, and is found again by its words", async () => {
  const { user } = open("#/talk");
  await user.keyboard("shorter{Enter}");
  expect(await screen.findByText(/There is no draft to change yet/)).toBeInTheDocument();
  await user.type(screen.getByRole("searchbox", { name: "Search what was said" }), "zebra");
  expect(await screen.findByText("Nobody said that.")).toBeInTheDocument();
});
