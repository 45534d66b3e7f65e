import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLive } from "@/bridge";
import type { Command } from "@/kit/useCommands";

/** Letters from which on posts and knowledge are searched. */
const LEAST = 2;

/** Posts that a few of suffice. */
const POSTS = 5;

/** Entries that a few of suffice. */
const ENTRIES = 5;

/** Posts and knowledge that hold the words, as commands that lead to them. */
export function useFound(query: string): { title: string; commands: readonly Command[] }[] {
  const { t } = useTranslation("app");
  const navigate = useNavigate();
  const asked = query.trim().length >= LEAST;
  const { data: posts } = useLive("post.list", { text: query.trim(), state: null }, asked);
  const { data: known } = useLive("knowledge.search", { text: query.trim(), limit: ENTRIES }, asked);
  if (!asked) return [];
  const written = (posts ?? []).slice(0, POSTS).map(
    (post): Command => ({
      name: post.brief,
      icon: "compose",
      run: () => void navigate({ to: "/compose/$post", params: { post: post.id } }),
    }),
  );
  const stated = (known?.entries ?? []).map(
    ({ statement, document, entry }): Command => ({
      name: statement,
      icon: "knowledge",
      run: () => void navigate({ to: "/knowledge", search: { document, entry } }),
    }),
  );
  return [
    { title: t("palette.posts"), commands: written },
    { title: t("nav.knowledge"), commands: stated },
  ].filter(({ commands }) => commands.length > 0);
}
