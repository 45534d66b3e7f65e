import { Failure } from "../failure";
import type { DeskView, ImportView, Ops } from "../ops.gen";
import { about } from "./brand";
import type { Workspace } from "./engine";

/** What reading any folder comes to here. */
export const READ: ImportView = {
  documents: { added: 14, changed: 0, unchanged: 0 },
  entries: 236,
  past_posts: 60,
  pictures: 4,
  skills: 0,
  name: about.name,
  name_from: "heading",
  files: [{ file: "old.md", read_as: "skipped", notes: [{ code: "file.empty", params: {} }] }],
};

/** The desk with the open demo, a brand that is gone, and one that several people work in. */
export function deskOf(workspace: Workspace) {
  const opened = "2026-03-20T09:30:00Z";
  const desk: DeskView = {
    open: about.folder,
    recent: [
      { folder: about.folder, name: about.name, color: "#1E3440", demo: "nextdaysteel", opened, there: true },
      {
        folder: "/home/yard/brands/bakery",
        name: "Corner Bakery",
        color: "#7A4B2A",
        demo: null,
        opened,
        there: true,
      },
      { folder: "/mnt/stick/old", name: "Old Mill", color: null, demo: null, opened, there: false },
    ],
    demos: [
      {
        id: "nextdaysteel",
        name: about.name,
        one_liner: about.brand.one_liner,
        language: "en",
        color: "#1E3440",
      },
      {
        id: "fashionboutique",
        name: "FashionBoutique",
        one_liner: "FashionBoutique makes linen and wool clothes in small runs and mends them.",
        language: "en",
        color: "#B5654A",
      },
    ],
    home: "/home/yard/galley/workspaces",
  };
  const put = (folder: string) => {
    desk.open = folder;
    for (const hear of workspace.listeners) hear({ kind: "opened" });
    return desk;
  };
  return {
    "desk.look": () => desk,
    "desk.open": ({ folder, demo, member }) => {
      if (folder?.includes("gone")) throw new Failure("workspace-missing", "not there", { path: folder });
      if (folder?.includes("bakery") && !member)
        throw new Failure("which-member", "say as whom", { members: "Baker\nShop lead" });
      return put(folder ?? `/home/yard/galley/demo/${demo}`);
    },
    "desk.create": ({ documents }) => {
      if (documents.includes("empty"))
        throw new Failure("nothing-usable", "nothing usable", { folder: documents });
      put("/home/yard/galley/workspaces/new");
      return READ;
    },
    "desk.reset": () => put(about.folder),
    "desk.forget": ({ folder }) => {
      desk.recent = desk.recent.filter((recent) => recent.folder !== folder);
      workspace.stale("desk");
      return desk;
    },
  } satisfies {
    [K in keyof Ops as K extends `desk.${string}` ? K : never]: (input: Ops[K]["in"]) => Ops[K]["out"];
  };
}
