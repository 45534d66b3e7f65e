import { expect, test } from "vitest";
import { folderOf } from "./folderOf";

const check = (path: string, folder: string) => expect(folderOf(path)).toBe(folder);

test("a folder stays what it is", () => {
  check("/home/yard/brand", "/home/yard/brand");
  check("/home/yard/.brand", "/home/yard/.brand");
  check("C:\\brand 2026", "C:\\brand 2026");
});

test("of a file it is the folder that the file lies in", () => {
  check("/home/yard/brand/about.md", "/home/yard/brand");
  check("C:\\Users\\yard\\brand\\prices.csv", "C:\\Users\\yard\\brand");
});

test("a file at the root has no folder to name", () => {
  check("/about.md", "/about.md");
});
