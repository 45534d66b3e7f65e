import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { fake } from "@/bridge/fake";
import { open, openPost } from "@/testing/mount";

/** What is marked in the text as the chosen entry. */
const lit = () =>
  [...document.querySelectorAll(".kn-copy mark.lit")].map((mark) => mark.textContent).join("");

const CUTOFF = "An order that reaches us by 2 pm is cut that afternoon and loaded that evening.";
const PRICE = "Shape cutting starts at £38.50 a cut, ex VAT.";

test("the first document is open, with what was read from it beside its text", async () => {
  open("#/knowledge");
  const text = await screen.findByRole("region", { name: "About NextDaySteel" });
  expect(within(text).getByText(CUTOFF).tagName).toBe("MARK");
  const entries = screen.getByRole("complementary", { name: "What was read from it" });
  await within(entries).findByRole("button", { name: new RegExp(CUTOFF) });
});

test("an address opens a document at an entry", async () => {
  open("#/knowledge?document=document-mesh-cut-to-size.md&entry=entry-price");
  await waitFor(() => expect(lit()).toBe(PRICE));
  const entries = screen.getByRole("complementary", { name: "What was read from it" });
  expect(within(entries).getByText("Stated as it is")).toBeInTheDocument();
  expect(within(entries).getByText("Price")).toHaveTextContent("Price £38.50");
});

test("an entry that is gone is said to be, and its document is shown", async () => {
  open("#/knowledge?document=document-about.md&entry=entry-of-old");
  expect(await screen.findByText(/This entry is no longer there/)).toBeInTheDocument();
  expect(screen.getByText(CUTOFF, { selector: "mark" })).toBeInTheDocument();
});

test("a document that is gone is said to be", async () => {
  open("#/knowledge?document=document-of-old");
  expect(await screen.findByText("This could not be read")).toBeInTheDocument();
});

test("search as you type finds statements, and a hit opens its document at its place", async () => {
  const { user } = open("#/knowledge");
  await screen.findByText(CUTOFF, { selector: "mark" });
  await user.keyboard("/");
  await user.keyboard("shape");
  const found = await screen.findByRole("region", { name: "Stated" });
  await user.click(within(found).getByRole("button", { name: new RegExp(PRICE) }));
  await waitFor(() => expect(lit()).toBe(PRICE));
});

test("from the search field Enter opens the first hit, and J the next", async () => {
  const { user } = open("#/knowledge");
  await screen.findByText(CUTOFF, { selector: "mark" });
  await user.keyboard("/cut");
  await screen.findByRole("region", { name: "Stated" });
  await user.keyboard("{Enter}");
  await waitFor(() => expect(lit()).toBe(CUTOFF));
  await user.keyboard("j");
  await waitFor(() => expect(lit()).toContain("A142, A193"));
});

test("words that nothing speaks of are told so", async () => {
  const { user } = open("#/knowledge");
  await user.type(await screen.findByRole("searchbox"), "zebra");
  expect(await screen.findByText(/Nothing that was read speaks of/)).toBeInTheDocument();
});

test("J and K move through the entries of a passage", async () => {
  const { user } = open("#/knowledge?document=document-mesh-cut-to-size.md");
  await screen.findByText(PRICE, { selector: "mark" });
  await user.keyboard("j");
  await waitFor(() => expect(lit()).toContain("A142, A193"));
  await user.keyboard("j");
  await waitFor(() => expect(lit()).toBe(PRICE));
  await user.keyboard("k");
  await waitFor(() => expect(lit()).toContain("A142, A193"));
});

test("a click on a marked sentence chooses its entry", async () => {
  const { user } = open("#/knowledge?document=document-mesh-cut-to-size.md");
  await user.click(await screen.findByText(PRICE, { selector: "mark" }));
  await waitFor(() => expect(lit()).toBe(PRICE));
});

test("a row of a catalog shows its parts", async () => {
  open("#/knowledge?document=document-prices.csv&entry=entry-row-2");
  const row = await screen.findByRole("region", { name: "Catalog row" });
  expect(row).toHaveTextContent("Price£49.20 / sheet");
  expect(row).toHaveTextContent("Availabilityin stock");
});

test("nothing read yet leads to reading a folder, and what came of it stays to be read", async () => {
  const { user } = open("#/knowledge", { empty: true });
  expect(await screen.findByText("Nothing read yet")).toBeInTheDocument();
  const [, step] = screen.getAllByRole("button", { name: "Read a folder" });
  await user.click(step as HTMLElement);
  const dialog = await screen.findByRole("dialog", { name: "Read a folder" });
  await user.type(within(dialog).getByRole("textbox"), "/home/yard/brand");
  await user.click(within(dialog).getByRole("button", { name: "Read folder" }));
  expect(await within(dialog).findByText(/^Read: /)).toBeInTheDocument();
  await user.keyboard("{Escape}");
  expect(await screen.findByText(CUTOFF, { selector: "mark" })).toBeInTheDocument();
});

test("a folder that is dropped anywhere is named before it is read", async () => {
  const made = fake();
  let drop: Parameters<typeof made.transport.dropped>[0] = () => undefined;
  const { dropped } = made.transport;
  made.transport.dropped = (take) => {
    drop = take;
    return dropped(take);
  };
  open("#/knowledge", {}, made);
  await screen.findByText(CUTOFF, { selector: "mark" });
  drop({ kind: "drop", paths: ["/home/yard/brand/prices.csv"] });
  const dialog = await screen.findByRole("dialog", { name: "Read a folder" });
  expect(within(dialog).getByRole("textbox")).toHaveValue("/home/yard/brand");
});

test("a source in Compose leads to the place it stands in", async () => {
  const { user } = await openPost();
  const [source] = await screen.findAllByRole("link", { name: /about\.md/ });
  await user.click(source as HTMLElement);
  await waitFor(() => expect(lit()).toBe(CUTOFF));
});

test("the palette finds what is known", async () => {
  const { user } = open("#/library");
  await screen.findByRole("heading", { name: "Library" });
  await user.keyboard("{Control>}k{/Control}");
  await user.keyboard("shape cutting");
  await user.click(await screen.findByRole("option", { name: new RegExp(PRICE) }));
  await waitFor(() => expect(lit()).toBe(PRICE));
});

test("in German everything has a name", async () => {
  open("#/knowledge?document=document-about.md&entry=entry-cutoff", {
    settings: { language: "de", theme: "light" },
  });
  expect(await screen.findByRole("heading", { name: "Wissen" })).toBeInTheDocument();
  expect(await screen.findByText("Wörtlich")).toBeInTheDocument();
});
