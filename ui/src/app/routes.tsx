import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from "@tanstack/react-router";
import { AuditPage } from "@/audit/AuditPage";
import { KitPage } from "@/brand/KitPage";
import { PostsPage } from "@/brand/PostsPage";
import { ProfilePage } from "@/brand/ProfilePage";
import { RulesPage } from "@/brand/RulesPage";
import { VoicePage } from "@/brand/VoicePage";
import type { NetworkId } from "@/bridge";
import { StartPage } from "@/desk/StartPage";
import { BriefPage } from "@/drafting/BriefPage";
import { PostPage } from "@/drafting/PostPage";
import { TalkPage } from "@/drafting/TalkPage";
import { HelpPage } from "@/help/HelpPage";
import { useLastPost } from "@/kit/useLastPost";
import { KnowledgePage } from "@/knowledge/KnowledgePage";
import { MembersPage } from "@/members/MembersPage";
import { LibraryPage } from "@/posts/LibraryPage";
import { ReviewPage } from "@/review/ReviewPage";
import { RunsPage } from "@/runs/RunsPage";
import { SettingsPage } from "@/settings/SettingsPage";
import { Broken, Lost } from "./Fallbacks";
import { Shell } from "./Shell";

const NETWORKS: readonly string[] = ["linkedin", "x", "facebook", "instagram"];
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const network = (value: unknown) =>
  typeof value === "string" && NETWORKS.includes(value) ? (value as NetworkId) : undefined;

const root = createRootRoute({ component: Shell, notFoundComponent: Lost, errorComponent: Broken });

const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/compose" });
  },
});

/** The brands to choose from. */
const desk = createRoute({ getParentRoute: () => root, path: "/start", component: () => <StartPage /> });

/** A brief being written, or the run that drafts from it. */
const brief = createRoute({
  getParentRoute: () => root,
  path: "/compose",
  validateSearch: (search: Record<string, unknown>): { brief?: string; run?: string; former?: string } => {
    const [words, run, former] = [text(search.brief), text(search.run), text(search.former)];
    return { ...(words && { brief: words }), ...(run && { run }), ...(former && { former }) };
  },
  component: BriefPage,
});

/** A post with its candidates. */
const post = createRoute({
  getParentRoute: () => root,
  path: "/compose/$post",
  validateSearch: (
    search: Record<string, unknown>,
  ): { candidate?: number; network?: NetworkId; global?: true; compare?: true } => {
    const candidate = Number(search.candidate);
    const shown = network(search.network);
    return {
      ...(candidate > 0 && { candidate }),
      ...(shown && { network: shown }),
      ...(search.global === true && { global: true as const }),
      ...(search.compare === true && { compare: true as const }),
    };
  },
  beforeLoad: ({ params }) => useLastPost.getState().remember(params.post),
  component: PostPage,
});

/** Drafting by asking. */
const talk = createRoute({
  getParentRoute: () => root,
  path: "/talk",
  validateSearch: (search: Record<string, unknown>): { conversation?: string } => {
    const conversation = text(search.conversation);
    return conversation ? { conversation } : {};
  },
  component: TalkPage,
});

const review = createRoute({
  getParentRoute: () => root,
  path: "/review",
  validateSearch: (search: Record<string, unknown>): { candidate?: string; network?: NetworkId } => {
    const [candidate, shown] = [text(search.candidate), network(search.network)];
    return { ...(candidate && { candidate }), ...(shown && { network: shown }) };
  },
  component: ReviewPage,
});

/** A document with what was read from it; the entry, or the byte of the text, that is shown. */
const knowledge = createRoute({
  getParentRoute: () => root,
  path: "/knowledge",
  validateSearch: (search: Record<string, unknown>): { document?: string; entry?: string; at?: number } => {
    const [document, entry, at] = [text(search.document), text(search.entry), Number(search.at)];
    return {
      ...(document && { document }),
      ...(entry && { entry }),
      ...(Number.isSafeInteger(at) && at > 0 && { at }),
    };
  },
  component: KnowledgePage,
});

const library = createRoute({ getParentRoute: () => root, path: "/library", component: LibraryPage });
/** An entry of the help, by its id. */
const help = createRoute({
  getParentRoute: () => root,
  path: "/help",
  validateSearch: (search: Record<string, unknown>): { about?: string } => {
    const about = text(search.about);
    return about ? { about } : {};
  },
  component: HelpPage,
});

const runs = createRoute({
  getParentRoute: () => root,
  path: "/runs",
  validateSearch: (search: Record<string, unknown>): { run?: string } => {
    const run = text(search.run);
    return run ? { run } : {};
  },
  component: RunsPage,
});

const settings = createRoute({ getParentRoute: () => root, path: "/settings", component: SettingsPage });

const members = createRoute({ getParentRoute: () => root, path: "/members", component: MembersPage });
const audit = createRoute({ getParentRoute: () => root, path: "/audit", component: AuditPage });
const brandStart = createRoute({
  getParentRoute: () => root,
  path: "/brand",
  beforeLoad: () => {
    throw redirect({ to: "/brand/$room", params: { room: "voice" } });
  },
});

const BRAND_ROOMS = {
  profile: ProfilePage,
  voice: VoicePage,
  kit: KitPage,
  rules: RulesPage,
  posts: PostsPage,
};

/** What the brand is and how it writes. */
const brand = createRoute({
  getParentRoute: () => root,
  path: "/brand/$room",
  component: function BrandRoom() {
    const { room } = brand.useParams();
    const Page = BRAND_ROOMS[room as keyof typeof BRAND_ROOMS];
    return Page ? <Page key={room} /> : <Lost />;
  },
});

/** The window's screens. The address is kept behind the hash, as the window has no server. */
export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren([
      start,
      desk,
      brief,
      post,
      talk,
      review,
      knowledge,
      library,
      help,
      brandStart,
      brand,
      settings,
      members,
      audit,
      runs,
    ]),
    history: createHashHistory(),
    defaultPendingMinMs: 0,
    // Beside the rail, so that the other screens stay in reach.
    defaultErrorComponent: Broken,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
