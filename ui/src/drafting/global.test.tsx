import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { headOf } from "@/bridge/fake/engine";
import { openPost } from "@/testing/mount";

const field = (name: string) => screen.getByRole<HTMLTextAreaElement>("textbox", { name });
const globalText = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Global post text" });

test("typing in the global text reaches every channel, and one undo takes it back", async () => {
  const { user, post } = await openPost();
  await user.click(screen.getByRole("tab", { name: "Global" }));
  const start = { initialSelectionStart: 0, initialSelectionEnd: 0 };
  await user.type(await globalText(), "!", start);
  await user.tab();
  const texts = () => post.candidates[0]?.versions.map((version) => headOf(version).content.text) ?? [];
  await waitFor(() => expect(texts().every((text) => text.startsWith("!"))).toBe(true));
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(texts().some((text) => text.startsWith("!"))).toBe(false));
});

test("words of its own detach a channel, which is told with the way back", async () => {
  const { user, post } = await openPost();
  await user.type(field("Post text for LinkedIn"), "!");
  await user.tab();
  const told = (await screen.findByText(/LinkedIn has words of its own now/)).closest("li");
  expect(screen.getByText("Has words of its own")).toBeInTheDocument();
  if (!told) throw new Error("nothing is told");
  await user.click(within(told).getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(post.candidates[0]?.versions[0]?.head).toBe(0));
  expect(await screen.findByText("Follows the global text")).toBeInTheDocument();
});

test("attaching again shows what would be lost before it is done", async () => {
  const { user, post } = await openPost();
  await user.click(screen.getByRole("button", { name: "Detach" }));
  await user.click(await screen.findByRole("button", { name: "Attach again" }));
  const dialog = await screen.findByRole("dialog", { name: "Attach LinkedIn to the global text?" });
  expect(within(dialog).getByRole("button", { name: "Keep its own words" })).toHaveFocus();
  await user.click(within(dialog).getByRole("button", { name: "Attach" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  const version = post.candidates[0]?.versions[0];
  expect(version && headOf(version).reason).toBe("attach");
});

test("pictures are added, described, moved by keys and taken out", async () => {
  const { user, post } = await openPost();
  const media = () => {
    const version = post.candidates[0]?.versions[0];
    return version ? headOf(version).content.media : [];
  };
  await user.click(screen.getByRole("button", { name: "Add a picture" }));
  await user.click(await screen.findByRole("button", { name: /Tagged sheets/ }));
  await waitFor(() => expect(media().map((picture) => picture.media)).toEqual(["m1", "m2"]));
  const second = await screen.findByRole("button", { name: /^Picture 2 of 2/ });
  second.focus();
  await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  await waitFor(() => expect(media().map((picture) => picture.media)).toEqual(["m2", "m1"]));
  const alt = field("Alt text of picture 1");
  await user.clear(alt);
  await user.type(alt, "Sheets");
  await user.tab();
  await waitFor(() => expect(media()[0]?.alt).toBe("Sheets"));
  screen.getByRole("button", { name: /^Picture 1 of 2/ }).focus();
  await user.keyboard("{Delete}");
  await waitFor(() => expect(media().map((picture) => picture.media)).toEqual(["m1"]));
});

test("a link that is none is refused where it is typed, and kept", async () => {
  const { user } = await openPost();
  await user.type(field("Link"), "nextdaysteel");
  await user.tab();
  expect(await screen.findByText(/This is no web address/)).toBeInTheDocument();
  expect(field("Link")).toHaveValue("nextdaysteel");
  expect(field("Link")).toBeInvalid();
});

test("the menu names every way to finish, and why one is off", async () => {
  const { user } = await openPost();
  await user.click(screen.getByRole("button", { name: "More ways to finish" }));
  const item = await screen.findByRole("menuitem", { name: /Publish now/ });
  expect(item).toHaveAttribute("aria-disabled", "true");
  expect(item).toHaveTextContent("No account is connected yet.");
  await user.click(screen.getByRole("menuitem", { name: /Save draft/ }));
  expect(await screen.findByText("Saved as a draft")).toBeInTheDocument();
});

test("a former text is put back from the history", async () => {
  const { user, post } = await openPost();
  await user.type(field("Post text for LinkedIn"), "!");
  await user.tab();
  await waitFor(() => expect(post.candidates[0]?.versions[0]?.head).toBe(1));
  await user.click(screen.getByRole("button", { name: "History" }));
  const dialog = await screen.findByRole("dialog", { name: "History" });
  await user.click(await within(dialog).findByRole("button", { name: "Put this back" }));
  const version = post.candidates[0]?.versions[0];
  await waitFor(() => expect(version && headOf(version).reason).toBe("restore"));
});
