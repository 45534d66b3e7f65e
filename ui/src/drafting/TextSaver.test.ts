import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Failure, type VersionView } from "@/bridge";
import { REST_MS, TextSaver } from "./TextSaver";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function versionWith(text: string, revision: string): VersionView {
  return {
    id: "v",
    payload: { text },
    revision: { id: revision, number: 1, reason: "edit", at: "" },
  } as VersionView;
}

function saverOf(write: (text: string, base: string) => Promise<VersionView>) {
  const saver = new TextSaver<VersionView>(versionWith("as drafted", "r0"), write);
  return saver;
}

test("typing is saved once it rests, on the revision its writer saw", async () => {
  const write = vi.fn((text: string) => Promise.resolve(versionWith(text, "r1")));
  const saver = saverOf(write);
  saver.type("a");
  await vi.advanceTimersByTimeAsync(REST_MS - 1);
  saver.type("ab");
  await vi.advanceTimersByTimeAsync(REST_MS - 1);
  expect(write, "it waits for the last key").not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(write.mock.calls).toEqual([["ab", "r0"]]);
  expect(saver.snapshot().phase).toBe("saved");
});

test("what is typed while a save runs is saved after it, on top of it", async () => {
  let done: (version: VersionView) => void = () => {};
  const write = vi.fn((text: string, _base: string) =>
    text === "a"
      ? new Promise<VersionView>((resolve) => (done = resolve))
      : Promise.resolve(versionWith(text, "r2")),
  );
  const saver = saverOf(write);
  saver.type("a");
  await vi.advanceTimersByTimeAsync(REST_MS);
  saver.type("ab");
  done(versionWith("a", "r1"));
  await vi.advanceTimersByTimeAsync(0);
  expect(write.mock.calls).toEqual([
    ["a", "r0"],
    ["ab", "r1"],
  ]);
  expect(saver.snapshot()).toEqual({ text: null, saved: "ab", phase: "saved", failure: null });
});

test("a refused save keeps the words and says why", async () => {
  const saver = saverOf(() => Promise.reject(new Failure("edit-conflict", "elsewhere")));
  saver.type("mine");
  await vi.advanceTimersByTimeAsync(REST_MS);
  expect(saver.snapshot()).toMatchObject({
    text: "mine",
    phase: "failed",
    failure: { code: "edit-conflict" },
  });
  await expect(saver.flush()).rejects.toMatchObject({ code: "edit-conflict" });
  expect(saver.snapshot().text, "also after another try").toBe("mine");
});

test("flush saves at once and gives the version as saved", async () => {
  const saver = saverOf((text) => Promise.resolve(versionWith(text, "r1")));
  saver.type("now");
  expect((await saver.flush()).revision.id).toBe("r1");
});

test("typing back to what is saved needs no save", async () => {
  const write = vi.fn((text: string) => Promise.resolve(versionWith(text, "r1")));
  const saver = saverOf(write);
  saver.type("x");
  saver.type("as drafted");
  await vi.advanceTimersByTimeAsync(REST_MS * 2);
  expect(write).not.toHaveBeenCalled();
  expect(saver.snapshot().phase).toBe("saved");
});

test("a newer version from elsewhere does not move the base of unsaved typing", async () => {
  const write = vi.fn((text: string) => Promise.resolve(versionWith(text, "r9")));
  const saver = saverOf(write);
  saver.type("mine");
  saver.follow(versionWith("theirs", "r5"));
  await saver.flush();
  expect(write.mock.calls[0]?.slice(1)).toEqual(["r0"]);
});

test("what was saved is shown from the moment that it is no longer typed text", async () => {
  const saver = saverOf((text) => Promise.resolve(versionWith(text, "r1")));
  const shown: string[] = [];
  saver.subscribe(() => {
    const { text, saved } = saver.snapshot();
    shown.push(text ?? saved);
  });
  saver.type("typed");
  await saver.flush();
  expect(new Set(shown), "the text as drafted never comes back").toEqual(new Set(["typed"]));
});

test("a text from elsewhere is shown where nothing is typed", () => {
  const saver = saverOf((text) => Promise.resolve(versionWith(text, "r1")));
  saver.follow(versionWith("undone", "r2"));
  expect(saver.snapshot().saved).toBe("undone");
});
