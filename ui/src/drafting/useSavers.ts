import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { type PostView, useWrite, type VersionView } from "@/bridge";
import { type SaverState, TextSaver } from "./TextSaver";

/** The savers of a post's versions. */
export type Savers = {
  of: (version: VersionView) => TextSaver;
  /** Saves all that is typed. */
  flush: () => Promise<void>;
  /** Puts a version that a write gave back where the screen reads it. */
  adopt: (version: VersionView) => void;
};

/** A saver a version, for as long as the post is open; what is typed is saved when it closes. */
export function useSavers(post: string): Savers {
  const client = useQueryClient();
  const { mutateAsync: edit } = useWrite("version.edit");
  const savers = useMemo(() => {
    const list = new Map<string, TextSaver>();
    const show = (version: VersionView) =>
      client.setQueryData<PostView>(
        ["post.get", { post }],
        (former) => former && withVersion(former, version),
      );
    const write = async (id: string, text: string, base: string) => {
      const version = await edit({ version: id, text, base });
      show(version);
      return version;
    };
    return {
      of(version: VersionView) {
        const known = list.get(version.id);
        if (known) return known;
        const saver = new TextSaver(version, (text, base) => write(version.id, text, base));
        list.set(version.id, saver);
        return saver;
      },
      async flush() {
        await Promise.all([...list.values()].map((saver) => saver.flush()));
      },
      adopt(version: VersionView) {
        list.get(version.id)?.adopt(version);
        show(version);
      },
    };
  }, [client, edit, post]);
  useEffect(
    () => () => {
      // Closing the screen is no reason to lose words; what refuses is told where it is next seen.
      void savers.flush().catch(() => undefined);
    },
    [savers],
  );
  return savers;
}

/** What a saver has that is not saved, and the text to show. */
export function useSaver(saver: TextSaver, version: VersionView): SaverState & { shown: string } {
  const state = useSyncExternalStore(saver.subscribe, saver.snapshot);
  useEffect(() => saver.follow(version), [saver, version]);
  return { ...state, shown: state.text ?? state.saved };
}

function withVersion(post: PostView, version: VersionView): PostView {
  return {
    ...post,
    candidates: post.candidates.map((candidate) =>
      candidate.id === version.candidate
        ? {
            ...candidate,
            versions: candidate.versions.map((other) => (other.id === version.id ? version : other)),
          }
        : candidate,
    ),
  };
}
