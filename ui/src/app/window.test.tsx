import { render, screen, waitFor, within } from "@testing-library/react";
import axe from "axe-core";
import { expect, test } from "vitest";
import { fake } from "@/bridge/fake";
import { open, openPost } from "@/testing/mount";
import { App } from "./App";

/** What axe finds, but for colors: jsdom has none, and the tokens have a test of their own. */
async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

test("the rail leads to every screen, and shows where one is", async () => {
  const { user } = open("#/compose");
  const rail = await screen.findByRole("navigation", { name: "Main" });
  for (const name of ["Review", "Library", "Settings", "Compose"]) {
    const link = within(rail).getByRole("link", { name: new RegExp(`^${name}`) });
    await user.click(link);
    await waitFor(() => expect(link).toHaveAttribute("aria-current", "page"));
  }
});

test("G and a letter go to a screen", async () => {
  const { user } = open("#/settings");
  await screen.findByRole("heading", { name: "Settings" });
  await user.keyboard("gl");
  expect(await screen.findByRole("heading", { name: "Library" })).toBeInTheDocument();
  await user.keyboard("gr");
  expect(await screen.findByRole("heading", { name: "Review" })).toBeInTheDocument();
});

test("Esc leaves a text field, so that letters are keys again", async () => {
  const { user } = open("#/compose");
  await user.type(await screen.findByRole("textbox"), "gr");
  await user.keyboard("{Escape}gr");
  expect(await screen.findByRole("heading", { name: "Review" })).toBeInTheDocument();
});

test("? opens the keys, and Esc closes them", async () => {
  const { user } = open("#/library");
  await screen.findByRole("heading", { name: "Library" });
  await user.keyboard("?");
  const sheet = await screen.findByRole("dialog", { name: "Keys" });
  expect(within(sheet).getByText("Compare candidates")).toBeInTheDocument();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

test("the language changes at once, and with it the document's", async () => {
  const { user } = open("#/settings");
  await user.click(await screen.findByRole("radio", { name: "Deutsch" }));
  expect(await screen.findByRole("heading", { name: "Optionen" })).toBeInTheDocument();
  await waitFor(() => expect(document.documentElement).toHaveAttribute("lang", "de"));
});

test("the theme changes at once", async () => {
  const { user } = open("#/settings");
  await user.click(await screen.findByRole("radio", { name: "Dark" }));
  await waitFor(() => expect(document.documentElement).toHaveAttribute("data-theme", "dark"));
});

test("the library lists posts, and finds them by their words", async () => {
  const made = fake();
  made.workspace.drafted("Explain how to read a bar mark");
  made.workspace.drafted("Announce the holiday hours");
  const { user } = open("#/library", {}, made);
  const table = await screen.findByRole("table");
  expect(within(table).getAllByRole("link")).toHaveLength(2);
  await user.type(screen.getByRole("searchbox", { name: "Search posts" }), "holiday");
  await waitFor(() => expect(within(screen.getByRole("table")).getAllByRole("link")).toHaveLength(1));
  await user.type(screen.getByRole("searchbox"), "xyz");
  await user.click(await screen.findByRole("button", { name: "Show all posts" }));
  await waitFor(() => expect(within(screen.getByRole("table")).getAllByRole("link")).toHaveLength(2));
});

test("a post from the library opens in Compose, and Compose goes back to it", async () => {
  const made = fake();
  made.workspace.drafted("Explain how to read a bar mark");
  const { user } = open("#/library", {}, made);
  await user.click(within(await screen.findByRole("table")).getByRole("link"));
  await screen.findByRole("radiogroup", { name: "Candidates" });
  await user.click(screen.getByRole("link", { name: "Settings" }));
  await screen.findByRole("heading", { name: "Settings" });
  await user.click(screen.getByRole("link", { name: "Compose" }));
  expect(await screen.findByRole("radiogroup", { name: "Candidates" })).toBeInTheDocument();
});

test("F6 jumps from pane to pane", async () => {
  const { user } = await openPost();
  const panes = [...document.querySelectorAll("[data-pane]")];
  const visited = new Set<number>();
  for (let press = 0; press < panes.length; press += 1) {
    await user.keyboard("{F6}");
    visited.add(panes.findIndex((pane) => pane.contains(document.activeElement)));
  }
  expect(visited.size).toBeGreaterThanOrEqual(5);
  expect(visited.has(-1)).toBe(false);
});

test("a post that is not there leads to the library", async () => {
  open("#/compose/post-gone");
  expect(await screen.findByText("There is nothing here")).toBeInTheDocument();
  expect(screen.getAllByRole("link", { name: "Library" }).length).toBeGreaterThan(0);
});

test("while the workspace is being opened every place is held", async () => {
  const made = fake();
  let answer = () => {};
  const opened = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const op: typeof made.transport.op = async (name, input) => {
    await opened;
    return made.transport.op(name, input);
  };
  const { user } = open("#/compose", {}, { ...made, transport: { ...made.transport, op } });
  const brief = await screen.findByRole("textbox", { name: "What should the post say?" });
  const rail = screen.getByRole("navigation", { name: "Main" });
  const places = rail.childElementCount;
  await user.type(brief, "Announce mesh");
  answer();
  await screen.findByRole("img", { name: "NextDaySteel, demo workspace" });
  expect(rail.childElementCount, "nothing in the rail has moved").toBe(places);
  expect(brief, "what was typed meanwhile is kept").toHaveValue("Announce mesh");
});

test("a workspace that cannot be opened says why and what to do", async () => {
  const made = fake();
  const op: typeof made.transport.op = (name, input) =>
    name === "workspace.about"
      ? Promise.reject({ code: "workspace-owned", message: "owned", params: { path: "/yard" } })
      : made.transport.op(name, input);
  open("#/compose", {}, { ...made, transport: { ...made.transport, op } });
  expect(await screen.findByRole("alert")).toHaveTextContent("/yard is open in another program");
});

test("outside of its window Galley says where it runs", () => {
  render(<App transport={null} />);
  expect(screen.getByRole("heading")).toBeInTheDocument();
});

test("screens have no fault that a machine can find", async () => {
  const post = await openPost();
  expect(await faults(), "Compose").toEqual([]);
  await post.user.keyboard("0");
  await screen.findByRole("button", { name: "Working on this" });
  expect(await faults(), "the comparison").toEqual([]);
  await post.user.keyboard("{Escape}f");
  await waitFor(() => expect(screen.queryByText(/blocks approval/)).not.toBeInTheDocument());
  await post.user.keyboard("{Control>}{Enter}{/Control}");
  await post.user.click(await screen.findByRole("link", { name: "Open Review" }));
  await screen.findByText("Press A to stamp this proof");
  expect(await faults(), "Review").toEqual([]);
  post.unmount();
  const brief = open("#/compose");
  await screen.findByRole("button", { name: /Explain how to read/ });
  expect(await faults(), "the brief").toEqual([]);
  brief.unmount();
  const first = open("#/compose", { empty: true });
  await screen.findByRole("button", { name: "Read folder" });
  expect(await faults(), "the first folder").toEqual([]);
  first.unmount();
  const library = open("#/library");
  await screen.findByText("No posts yet");
  expect(await faults(), "Library").toEqual([]);
  library.unmount();
  open("#/settings");
  await screen.findByRole("heading", { name: "Settings" });
  expect(await faults(), "Settings").toEqual([]);
}, 30_000);
