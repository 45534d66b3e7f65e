import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { type CandidateView, type PostView, useWrite, type VersionView } from "@/bridge";
import { type Beside, globalSheet, type Sheet } from "./sheet";
import { type Saved, type SaverState, TextSaver } from "./TextSaver";

/** What besides the text is typed, and saved as it is typed. */
export type FieldName = "link" | "first_comment" | `alt ${number}`;

/** The savers of a post's sheets. */
export type Savers = {
  of: (sheet: Sheet) => TextSaver;
  /** The saver of a field beside the text. */
  field: (sheet: Sheet, name: FieldName) => TextSaver;
  /** Changes what is beside the text, after saving what is typed. */
  change: (sheet: Sheet, beside: Beside) => Promise<Sheet>;
  /** Saves all that is typed. */
  flush: () => Promise<void>;
  /** Puts what a write gave back where the screen reads it, and gives the sheet. */
  adopt: (sheet: Sheet, written: VersionView | CandidateView) => Sheet;
};

/** A saver a sheet, for as long as the post is open; what is typed is saved when it or the window closes. */
export function useSavers(post: string, onDetached: (version: VersionView) => void): Savers {
  const client = useQueryClient();
  const { mutateAsync: editVersion } = useWrite("version.edit");
  const { mutateAsync: editGlobal } = useWrite("global.edit");
  const told = useRef(onDetached);
  useEffect(() => {
    told.current = onDetached;
  });
  const savers = useMemo((): Savers => {
    const texts = new Map<string, TextSaver>();
    const fields = new Map<string, TextSaver>();
    const here = () => client.getQueryData<PostView>(["post.get", { post }]);
    const adopt = (sheet: Sheet, written: VersionView | CandidateView): Sheet => {
      const former = here();
      const candidate = withWritten(former, written);
      client.setQueryData<PostView>(
        ["post.get", { post }],
        former && candidate && withCandidate(former, candidate),
      );
      const after = "global" in written ? globalSheet(written) : written;
      texts.get(sheet.id)?.adopt(after);
      // What flowed from the global text is news for the savers of the versions.
      for (const version of "global" in written ? written.versions : [])
        texts.get(version.id)?.follow(version);
      return after;
    };
    const write = async (sheet: Sheet, base: string, change: Beside & { text?: string }): Promise<Sheet> => {
      const input = { base, ...change };
      if (sheet.network === null) {
        return adopt(sheet, await editGlobal({ candidate: sheet.candidate, ...input }));
      }
      const followed = here()
        ?.candidates.flatMap(({ versions }) => versions)
        .find(({ id }) => id === sheet.id)?.attached;
      const version = await editVersion({ version: sheet.id, ...input });
      if (followed && !version.attached) told.current(version);
      return adopt(sheet, version);
    };
    const of = (sheet: Sheet) =>
      known(texts, sheet.id, () => new TextSaver(sheet, (text, base) => write(sheet, base, { text })));
    const change = async (sheet: Sheet, beside: Beside) => {
      const saved = await of(sheet).flush();
      return write(saved, saved.revision.id, beside);
    };
    return {
      of,
      change,
      adopt,
      field: (sheet, name) =>
        known(
          fields,
          `${sheet.id} ${name}`,
          () =>
            new TextSaver(
              sheet,
              async (text) => change(sheet, changeOf(await of(sheet).flush(), name, text)),
              (saved) => fieldOf(saved, name),
            ),
        ),
      async flush() {
        await Promise.all([...fields.values(), ...texts.values()].map((saver) => saver.flush()));
      },
    };
  }, [client, editGlobal, editVersion, post]);
  useEffect(() => {
    // Closing the screen or the window is no reason to lose words; what refuses is told where it is next seen.
    const save = () => void savers.flush().catch(() => undefined);
    window.addEventListener("pagehide", save);
    window.addEventListener("blur", save);
    return () => {
      window.removeEventListener("pagehide", save);
      window.removeEventListener("blur", save);
      save();
    };
  }, [savers]);
  return savers;
}

/** What a saver has that is not saved, and the text to show. */
export function useSaver(saver: TextSaver, sheet: Sheet): SaverState & { shown: string } {
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  useEffect(() => saver.follow(sheet), [saver, sheet]);
  return { ...state, shown: state.text ?? state.saved };
}

function known(list: Map<string, TextSaver>, key: string, make: () => TextSaver): TextSaver {
  const saver = list.get(key) ?? make();
  list.set(key, saver);
  return saver;
}

function fieldOf({ payload }: Saved, name: FieldName): string {
  if (name === "link") return payload.link ?? "";
  if (name === "first_comment") return payload.first_comment ?? "";
  return payload.media[Number(name.slice(4))]?.alt ?? "";
}

function changeOf({ payload }: Saved, name: FieldName, text: string): Beside {
  if (name === "link") return { link: text };
  if (name === "first_comment") return { first_comment: text };
  const place = Number(name.slice(4));
  return {
    media: payload.media.map(({ media, alt }, index) => ({ media, alt: index === place ? text : alt })),
  };
}

function withWritten(
  post: PostView | undefined,
  written: VersionView | CandidateView,
): CandidateView | undefined {
  if ("global" in written) return written;
  const candidate = post?.candidates.find(({ id }) => id === written.candidate);
  return (
    candidate && {
      ...candidate,
      versions: candidate.versions.map((other) => (other.id === written.id ? written : other)),
    }
  );
}

function withCandidate(post: PostView, candidate: CandidateView): PostView {
  return {
    ...post,
    candidates: post.candidates.map((other) => (other.id === candidate.id ? candidate : other)),
  };
}
