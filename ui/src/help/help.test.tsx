import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { CODES } from "@/bridge";
import { open, openPost } from "@/testing/mount";
import { catalogs } from "@/text";

test("an address opens its entry, with what the guard finds and where its rules come from", async () => {
  open("#/help?about=guard.profanity");
  const entry = await screen.findByRole("article", { name: "Profanity" });
  expect(within(entry).getByText(/Scunthorpe/)).toBeInTheDocument();
  expect(within(entry).getByText("Strong word: “…”")).toBeInTheDocument();
  expect(within(entry).getByText(/read on 2026-11-21/)).toBeInTheDocument();
});

test("typing narrows the list to what holds every word, and leads to the first", async () => {
  const { user } = open("#/help");
  await user.type(await screen.findByRole("searchbox", { name: "Search help" }), "disk full");
  expect(await screen.findByRole("article", { name: "The disk is full" })).toBeInTheDocument();
  expect(screen.getByText("1 entry")).toBeInTheDocument();
  await user.type(screen.getByRole("searchbox"), " zebra");
  expect(screen.getByText("Nothing about “disk full zebra”")).toBeInTheDocument();
});

test("a network's entry gives its limits with how sure each is", async () => {
  open("#/help?about=network.x");
  const entry = await screen.findByRole("article", { name: "X" });
  expect(within(entry).getByText("Length").nextElementSibling).toHaveTextContent("280 characters at most");
  expect(within(entry).getAllByText("Stated by X itself").length).toBeGreaterThan(0);
});

test("a finding leads to its guard's entry", async () => {
  const { user } = await openPost();
  const [why] = await screen.findAllByRole("link", { name: "Why?" });
  if (!why) throw new Error("no finding");
  await user.click(why);
  expect(await screen.findByRole("article", { name: "Unsupported claim" })).toBeInTheDocument();
});

test.each(["en", "de"] as const)("%s: every message has a title and says why", (language) => {
  const help = catalogs[language].help ?? {};
  const missing = CODES.flatMap((code) => [`error.${code}`, `error.${code}.why`]).filter((key) => !help[key]);
  expect(missing).toEqual([]);
});
