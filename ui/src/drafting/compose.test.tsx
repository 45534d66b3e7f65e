import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Advisory } from "@/bridge";
import { open, openPost } from "@/testing/mount";

const text = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Post text for LinkedIn" });

test("a brief becomes candidates, by keyboard alone", async () => {
  const { user } = open("#/compose");
  const brief = await screen.findByRole("textbox", { name: "What should the post say?" });
  expect(brief, "the brief is the one thing to do").toHaveFocus();
  await user.keyboard("Announce mesh cut to size{Control>}{Enter}{/Control}");
  const candidates = await screen.findByRole("radiogroup", { name: "Candidates" });
  expect(within(candidates).getAllByRole("radio")).toHaveLength(3);
  expect(text().value).toContain("Mesh that fits when it lands.");
});

test("an empty brief says what to do instead", async () => {
  const { user } = open("#/compose");
  await user.click(await screen.findByRole("button", { name: "Draft" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("The brief is empty");
  expect(screen.getByRole("textbox")).toBeInvalid();
});

test("an example fills the brief", async () => {
  const { user } = open("#/compose");
  await user.click(await screen.findByRole("button", { name: /Explain how to read a bar mark/ }));
  expect(screen.getByRole("textbox")).toHaveValue("Explain how to read a bar mark, for new starters on site");
});

test("keys 1, 2 and 3 choose a candidate, 0 compares them", async () => {
  const { user, post } = await openPost();
  await user.keyboard("2");
  await waitFor(() => expect(text().value).toContain("someone is looking for the grinder"));
  await waitFor(() => expect(post.chosen).toBe(post.candidates[1]?.id));
  await user.keyboard("0");
  expect(await screen.findAllByRole("article")).toHaveLength(3);
  await user.keyboard("0");
  await waitFor(() => expect(text()).toBeInTheDocument());
});

test("letters and digits are text while a text field has focus", async () => {
  const { user } = await openPost();
  await user.click(text());
  await user.keyboard("2");
  expect(text().value).toContain("2");
  expect(screen.getAllByRole("radio")[0]).toBeChecked();
});

test("typing is saved by itself, and undone through the application", async () => {
  const { user, post } = await openPost();
  const version = post.candidates[0]?.versions[0];
  await user.click(text());
  await user.keyboard(" More.");
  await screen.findByText(/^(Not saved yet|Saving)$/);
  await screen.findByText(/^Saved \d\d:\d\d$/, {}, { timeout: 2_000 });
  expect(version?.revisions.at(-1)?.content.text).toContain(" More.");
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() => expect(text().value).not.toContain(" More."));
  expect(version?.head, "the application's pointer moved").toBe(0);
  await user.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
  await waitFor(() => expect(text().value).toContain(" More."));
});

test("leaving the field saves at once", async () => {
  const { user, post } = await openPost();
  await user.click(text());
  await user.keyboard("!");
  await user.tab();
  await waitFor(() => expect(post.candidates[0]?.versions[0]?.revisions).toHaveLength(2));
});

test("an edit made elsewhere is said, and the words are kept", async () => {
  const { user, post, workspace } = await openPost();
  const version = post.candidates[0]?.versions[0];
  if (!version) throw new Error("no version");
  workspace.revise(version, "Theirs.", "edit");
  await user.click(text());
  await user.keyboard(" Mine.");
  expect(await screen.findByText("Changed elsewhere", {}, { timeout: 2_000 })).toBeInTheDocument();
  expect(text().value, "what was typed is still there").toContain(" Mine.");
});

test("a fix is shown in the line, applied, and the next note has focus", async () => {
  const { user, post } = await openPost();
  const notes = screen.getByRole("region", { name: "Margin notes" });
  const [first] = within(notes).getAllByRole("button");
  if (!first) throw new Error("no fix");
  await user.hover(first);
  expect(document.querySelector(".drawn del")).toHaveTextContent("less waste than any other supplier");
  expect(document.querySelector(".drawn ins")).toHaveTextContent("less waste on your site");
  await user.click(first);
  await waitFor(() => expect(text().value).toContain("less waste on your site"));
  expect(post.candidates[0]?.versions[0]?.revisions.at(-1)?.reason).toBe("fix");
  await waitFor(() => expect(within(notes).getAllByRole("button")[0]).toHaveFocus());
});

test("F fixes all that can be fixed, as one step after another", async () => {
  const { user } = await openPost();
  await user.keyboard("f");
  await waitFor(() => expect(text().value).toContain("Cut-to-size shapes"));
  expect(text().value).toContain("less waste on your site");
});

test("N walks through the notes and back", async () => {
  const { user } = await openPost();
  const buttons = within(screen.getByRole("region", { name: "Margin notes" })).getAllByRole("button");
  await user.keyboard("n");
  expect(buttons[0]).toHaveFocus();
  await user.keyboard("n");
  expect(buttons[1]).toHaveFocus();
  await user.keyboard("{Shift>}n{/Shift}");
  expect(buttons[0]).toHaveFocus();
});

test("a blocking finding keeps the candidate from review, and says so", async () => {
  const { user, post } = await openPost();
  expect(screen.getByText("1 finding blocks approval")).toBeInTheDocument();
  const request = screen.getByRole("button", { name: /Request approval/ });
  expect(request).toHaveAttribute("aria-disabled", "true");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(post.candidates[0]?.versions[0]?.state).toBe("draft");
});

test("without blocks Ctrl Enter asks for approval, saving first", async () => {
  const { user, post } = await openPost();
  await user.keyboard("f");
  await waitFor(() => expect(screen.queryByText(/blocks approval/)).not.toBeInTheDocument());
  await user.click(text());
  await user.keyboard(" Ring the yard.{Control>}{Enter}{/Control}");
  await screen.findByText("Sent to review");
  const version = post.candidates[0]?.versions[0];
  expect(version?.state).toBe("awaiting-approval");
  expect(version?.revisions.at(-1)?.content.text).toContain("Ring the yard.");
  expect(screen.getByText("Every version waits for approval.")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Open Review" })).toHaveClass("pri");
});

test("tabs show each network's version with its count", async () => {
  const { user } = await openPost();
  const tab = screen.getByRole("tab", { name: /^X 1\d\d \/ 280$/ });
  await user.click(tab);
  expect(await screen.findByRole("textbox", { name: "Post text for X" })).toBeInTheDocument();
  expect(screen.getByRole("article", { name: "X preview" })).toBeInTheDocument();
});

test("the preview follows the typing", async () => {
  const { user } = await openPost();
  await user.click(text());
  await user.keyboard(" Zebra.");
  expect(screen.getByRole("article", { name: "LinkedIn preview" })).toHaveTextContent("Zebra.");
});

test("the preview has the theme of the window, until another is asked for", async () => {
  const { user } = await openPost({ settings: { language: "en", theme: "dark" } });
  const surface = () => document.querySelector<HTMLElement>(".stage")?.dataset.surface;
  await waitFor(() => expect(surface()).toBe("dark"));
  await user.click(screen.getByRole("radio", { name: "Light" }));
  expect(surface()).toBe("light");
});

test("facts stand under the text with their documents", async () => {
  await openPost();
  const sources = screen.getByRole("region", { name: "Sources" });
  expect(within(sources).getAllByRole("listitem")).toHaveLength(3);
  expect(sources).toHaveTextContent("Each cut sheet carries a tag with its mark number.");
  expect(sources).toHaveTextContent("mesh-cut-to-size.md");
});

test("with too few posts there is no score, and it is said why", async () => {
  await openPost({ posts: 4 });
  expect(screen.getByText("Not enough posts")).toBeInTheDocument();
  expect(screen.getByText(/There are 4 past posts/)).toBeInTheDocument();
});

test("fewer candidates than asked for are explained", async () => {
  await openPost({ candidates: 2 });
  expect(screen.getAllByRole("radio").filter((radio) => radio.closest(".minis"))).toHaveLength(2);
  expect(screen.getByRole("note")).toBeInTheDocument();
});

const ADVISORY: Advisory = {
  code: "unknown-product",
  params: { name: "beams" },
  choices: [
    { code: "without-product", params: {}, brief: "Write about mesh", skill: "announcement" },
    { code: "general", params: {}, brief: "Write about the yard", skill: "general" },
    { code: "add-document", params: {}, brief: "Announce beams", skill: null },
  ],
};

test("a workspace that knows nothing asks for a folder first, and says why one is of no use", async () => {
  const { user } = open("#/compose", { empty: true });
  const folder = await screen.findByRole("textbox", { name: "Folder with your documents" });
  const read = screen.getByRole("button", { name: "Read folder" });
  await user.click(read);
  expect(screen.queryByRole("alert"), "without a path nothing is asked").not.toBeInTheDocument();
  await user.type(folder, "/empty{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("Nothing in the folder could be read");
  await user.clear(folder);
  await user.type(folder, "/yard{Enter}");
  expect(await screen.findByRole("textbox", { name: "What should the post say?" })).toBeInTheDocument();
});

test("a question is answered by its letter", async () => {
  const { user, workspace } = open("#/compose", { advisory: ADVISORY });
  await user.keyboard("Announce beams");
  await user.click(await screen.findByRole("textbox"));
  await user.keyboard("Announce beams{Control>}{Enter}{/Control}");
  await screen.findByText("Galley asks before it writes");
  await user.keyboard("b");
  await screen.findByRole("radiogroup", { name: "Candidates" });
  expect(workspace.posts[0]?.brief).toBe("Write about the yard");
});

test("the answer that a document is missing leads to where one is read", async () => {
  const { user, workspace } = open("#/compose", { advisory: ADVISORY });
  await user.click(await screen.findByRole("textbox"));
  await user.keyboard("Announce beams{Control>}{Enter}{/Control}");
  await user.click(await screen.findByRole("button", { name: /Add a document/ }));
  expect(await screen.findByRole("textbox", { name: "Folder with your documents" })).toBeInTheDocument();
  expect(workspace.runs.size, "nothing is drafted from the same brief again").toBe(1);
});

test("a run can be stopped, and the brief is kept", async () => {
  const { user } = open("#/compose", { stepMs: 60_000 });
  await user.click(await screen.findByRole("textbox"));
  await user.keyboard("Announce mesh{Control>}{Enter}{/Control}");
  await user.click(await screen.findByRole("button", { name: "Stop" }));
  expect(await screen.findByText("You stopped this run")).toBeInTheDocument();
  await user.click(screen.getAllByRole("button", { name: "Edit brief" })[0] as HTMLElement);
  expect(await screen.findByRole("textbox")).toHaveValue("Announce mesh");
});

test("a run that fails says at which step, and why", async () => {
  const { user } = open("#/compose", { failRun: true });
  await user.click(await screen.findByRole("textbox"));
  await user.keyboard("Announce mesh{Control>}{Enter}{/Control}");
  expect(await screen.findByRole("heading", { name: "The draft was not made" })).toBeInTheDocument();
  expect(screen.getByText(/The disk is full/)).toBeInTheDocument();
});
