import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLive } from "@/bridge";
import type { Command } from "@/kit/useCommands";

/** Letters from which on posts and knowledge are searched. */
const LEAST = 2;

/** Posts that a few of suffice. */
const POSTS = 5;

/** Posts that hold the words, as commands that lead to them. */
export function useFound(query: string): { title: string; commands: readonly Command[] }[] {
  const { t } = useTranslation("app");
  const navigate = useNavigate();
  const asked = query.trim().length >= LEAST;
  const { data: posts } = useLive("post.list", { text: query.trim(), state: null }, asked);
  if (!asked || !posts || posts.length === 0) return [];
  const commands = posts.slice(0, POSTS).map(
    (post): Command => ({
      name: post.brief,
      icon: "compose",
      run: () => void navigate({ to: "/compose/$post", params: { post: post.id } }),
    }),
  );
  return [{ title: t("palette.posts"), commands }];
}
