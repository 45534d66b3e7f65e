import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAbout, useRead } from "@/bridge";
import { StartPage } from "@/desk/StartPage";
import { Switcher } from "@/desk/Switcher";
import { Icon } from "@/kit/Icon";
import { useCommands } from "@/kit/useCommands";
import { useEscape } from "@/kit/useEscape";
import { useKeys } from "@/kit/useKeys";
import { useKeysSheet } from "@/kit/useKeysSheet";
import { useLastPost } from "@/kit/useLastPost";
import { usePanes } from "@/kit/usePanes";
import { ActAs } from "@/members/ActAs";
import { KeysSheet } from "./KeysSheet";
import { Palette } from "./Palette";
import { usePalette } from "./usePalette";

/** The rail with the screens there are, and the keys that work everywhere. */
export function Shell() {
  const { t } = useTranslation("app");
  const about = useAbout();
  const { error } = useRead("workspace.about", {});
  const openKeys = useKeysSheet((sheet) => sheet.set);
  const openPalette = usePalette((palette) => palette.set);
  const navigate = useNavigate();
  const lastPost = useLastPost((state) => state.post);
  const goCompose = () =>
    void (lastPost
      ? navigate({ to: "/compose/$post", params: { post: lastPost } })
      : navigate({ to: "/compose" }));
  usePanes();
  useEscape();
  useKeys({ "Mod+k": () => openPalette(true) });
  useCommands(t("palette.go"), [
    {
      name: t("keys.new"),
      icon: "plus",
      keys: "Mod+n",
      run: () => void navigate({ to: "/compose", search: {} }),
    },
    { name: t("keys.go-compose"), icon: "compose", keys: "g c", run: goCompose },
    {
      name: t("keys.go-review"),
      icon: "review",
      keys: "g r",
      run: () => void navigate({ to: "/review" }),
    },
    {
      name: t("keys.go-knowledge"),
      icon: "knowledge",
      keys: "g w",
      run: () => void navigate({ to: "/knowledge", search: {} }),
    },
    {
      name: t("keys.go-library"),
      icon: "library",
      keys: "g l",
      run: () => void navigate({ to: "/library" }),
    },
    {
      name: t("keys.go-brand"),
      icon: "brand",
      keys: "g b",
      run: () => void navigate({ to: "/brand/$room", params: { room: "voice" } }),
    },
    {
      name: t("keys.go-runs"),
      icon: "runs",
      keys: "g u",
      run: () => void navigate({ to: "/runs", search: {} }),
    },
    {
      name: t("keys.go-settings"),
      icon: "settings",
      keys: "g s",
      run: () => void navigate({ to: "/settings" }),
    },
    { name: t("act.team"), icon: "users", run: () => void navigate({ to: "/members" }) },
    { name: t("act.audit"), icon: "lock", run: () => void navigate({ to: "/audit" }) },
    { name: t("keys.go-help"), icon: "help", keys: "g h", run: () => void navigate({ to: "/help" }) },
    { name: t("keys.brands"), icon: "globe", run: () => void navigate({ to: "/start" }) },
    { name: t("keys.sheet-all"), icon: "keyboard", keys: "?", run: () => openKeys(true) },
  ]);
  const waiting = about?.counts.waiting ?? 0;
  const current = { activeProps: { "aria-current": "page" } } as const;
  // Nothing in the rail leads anywhere then.
  if (error) {
    return (
      <main className="main h-screen">
        <StartPage failure={error} />
      </main>
    );
  }
  return (
    <div className="app">
      <nav className="rail" aria-label={t("nav")} data-pane>
        {about ? <Switcher about={about} /> : <span className="brandmark tile wanting" />}
        {lastPost ? (
          <Link to="/compose/$post" params={{ post: lastPost }} {...current}>
            <Icon name="compose" size={20} />
            <span>{t("nav.compose")}</span>
          </Link>
        ) : (
          <Link to="/compose" search={{}} activeOptions={{ includeSearch: false }} {...current}>
            <Icon name="compose" size={20} />
            <span>{t("nav.compose")}</span>
          </Link>
        )}
        <Link to="/review" activeOptions={{ includeSearch: false }} {...current}>
          <Icon name="review" size={20} />
          <span>{t("nav.review")}</span>
          {waiting > 0 && (
            <span className="count">
              {waiting}
              <span className="vh"> {t("nav.waiting", { count: waiting })}</span>
            </span>
          )}
        </Link>
        <Link to="/knowledge" search={{}} activeOptions={{ includeSearch: false }} {...current}>
          <Icon name="knowledge" size={20} />
          <span>{t("nav.knowledge")}</span>
        </Link>
        <Link to="/library" {...current}>
          <Icon name="library" size={20} />
          <span>{t("nav.library")}</span>
        </Link>
        <Link to="/brand" {...current}>
          <Icon name="brand" size={20} />
          <span>{t("nav.brand")}</span>
        </Link>
        <Link to="/runs" search={{}} activeOptions={{ includeSearch: false }} {...current}>
          <Icon name="runs" size={20} />
          <span>{t("nav.runs")}</span>
        </Link>
        <span className="sp" />
        <button type="button" onClick={() => openKeys(true)}>
          <Icon name="keyboard" size={20} />
          <span>{t("nav.keys")}</span>
        </button>
        <Link to="/help" activeOptions={{ includeSearch: false }} {...current}>
          <Icon name="help" size={20} />
          <span>{t("nav.help")}</span>
        </Link>
        <Link to="/settings" {...current}>
          <Icon name="settings" size={20} />
          <span>{t("nav.settings")}</span>
        </Link>
        <ActAs />
      </nav>
      <main className="main">
        <Outlet />
      </main>
      <KeysSheet />
      <Palette />
    </div>
  );
}
