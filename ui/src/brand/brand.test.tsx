import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { open } from "@/testing/mount";

test("the voice shows each axis with the sentences that show it", async () => {
  open("#/brand");
  const tone = await screen.findByRole("region", { name: "Tone" });
  expect(within(tone).getAllByRole("slider")).toHaveLength(5);
  expect(within(tone).getAllByText(/Sizes by 2/).length).toBeGreaterThan(0);
  expect(screen.getByText(/Learned from 60 posts/)).toBeTruthy();
});

test("a text that is tried has a score with reasons, and an edit that is applied raises it", async () => {
  const { user } = open("#/brand/voice");
  const field = await screen.findByRole("textbox", { name: "Text to try" });
  await user.type(field, "We are excited to cut mesh, on site tomorrow.");
  const result = await screen.findByRole("region", { name: "Voice score" });
  await waitFor(() => expect(within(result).getByText(/is a never word/)).toBeTruthy());
  await user.click(await screen.findByRole("button", { name: "Apply, 7.0 to 8.6" }));
  expect(field).toHaveProperty("value", "We are about to cut mesh, on site tomorrow.");
  await waitFor(() => expect(within(result).queryByText(/is a never word/)).toBeNull());
});

test("too few posts give no score and say how many it takes", async () => {
  const { user } = open("#/brand/voice", { posts: 3 });
  await screen.findByText(/Learned from 3 posts. A score needs 10/);
  await user.type(await screen.findByRole("textbox", { name: "Text to try" }), "Steel.");
  expect(await screen.findByText("3 posts so far; a score needs 10.")).toBeTruthy();
});

test("a word is put on the never list and taken off again", async () => {
  const { user } = open("#/brand/voice");
  const words = await screen.findByRole("region", { name: "Words" });
  await user.type(within(words).getByRole("textbox", { name: "Word never to use" }), "seamless{Enter}");
  await user.click(await within(words).findByRole("button", { name: "Take out seamless" }));
  await waitFor(() => expect(within(words).queryByText("seamless")).toBeNull());
});

test("pasted posts are shown before they are added, and the voice is learned from them", async () => {
  const { user } = open("#/brand/posts", { posts: 0 });
  const field = await screen.findByRole("textbox", { name: "Paste past posts" });
  await user.click(field);
  await user.paste("Rye is back. Come early.\n\nNew oven. Same jar.");
  expect(await screen.findByRole("heading", { name: "2 posts" })).toBeTruthy();
  await user.click(await screen.findByRole("button", { name: "Add 2 posts" }));
  await screen.findByText("2 past posts");
  await user.click(screen.getByRole("link", { name: "Voice" }));
  await screen.findByText(/^Voice, revision \d+\. Learned from 2 posts/);
});

test("a wrong value is told beside its field and nothing is lost", async () => {
  const { user } = open("#/brand/profile");
  const website = await screen.findByRole("textbox", { name: "Website" });
  await user.clear(website);
  await user.type(website, "nextdaysteel");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(/Write a whole address/)).toBeTruthy();
  expect(website).toHaveProperty("value", "nextdaysteel");
  await user.clear(website);
  await user.type(website, "https://nextdaysteel.example");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Saved.");
});

test("the kit shows the contrast of each pair of colors", async () => {
  open("#/brand/kit");
  const pairs = await screen.findByRole("region", { name: "Pairs" });
  // Yard blue on tag yellow, by the WCAG formula.
  expect(within(pairs).getByText(/on Tag yellow: 7\.\d to 1/)).toBeTruthy();
  expect(within(pairs).getByText("Readable")).toBeTruthy();
});

test("the history shows what changed and goes back", async () => {
  const { user } = open("#/brand/rules");
  await user.click(await screen.findByRole("button", { name: "History" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByText("groundworkers")).toBeTruthy();
  await user.click(await within(dialog).findByRole("button", { name: "Go back to this" }));
  await screen.findByText("Revision 3 is in force again");
});

test("a preferred word is written line by line as it is typed", async () => {
  const { user } = open("#/brand/rules");
  const field = await screen.findByRole("textbox", { name: "Preferred words" });
  await user.type(field, "{Enter}site < jobsite, building site");
  expect(field).toHaveProperty("value", "cut to size < bespoke\nsite < jobsite, building site");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("Saved.");
  await user.click(screen.getByRole("link", { name: "Voice" }));
  expect(await screen.findByText("jobsite, building site")).toBeTruthy();
});
