import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type About, type DeskView, type RecentWorkspace, useRead } from "@/bridge";
import { BrandMark } from "@/kit/BrandMark";
import { Menu, type MenuItem } from "@/kit/Menu";
import { useMessages } from "@/kit/Toasts";
import { useSay } from "@/text/say";
import { useOpenBrand } from "./useOpenBrand";

/** Brands that the menu shows; the others are on the start page. */
const SHOWN = 6;

/** The open brand in the rail, and the way to another. */
export function Switcher({ about }: { about: About }) {
  const { t } = useTranslation(["desk", "app"]);
  const { data: desk } = useRead("desk.look", {});
  const navigate = useNavigate();
  const toStart = () => void navigate({ to: "/start" });
  const items = useBrands(desk, toStart);
  const name = about.demo ? t("app:workspace.demo", { name: about.look.name }) : about.look.name;
  return (
    <Menu
      side="right"
      items={[
        ...items,
        { id: "all", icon: "library", name: t("desk:switch.all"), apart: items.length > 0, run: toStart },
      ]}
      trigger={
        <button type="button" className="ws" aria-label={t("desk:switch.from", { name })}>
          <BrandMark
            name={name}
            short={about.look.name}
            logo={about.look.logo}
            color={about.look.color}
            className="tile"
          />
        </button>
      }
    />
  );
}

function useBrands(desk: DeskView | undefined, toStart: () => void): MenuItem[] {
  const { t } = useTranslation("desk");
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const { open } = useOpenBrand((failure) => {
    // There is more room there to say what is wrong and to choose a member.
    toStart();
    tell({
      tone: "failed",
      text: say.failure(failure.code, failure.params, failure.message),
      about: `error.${failure.code}`,
    });
  });
  const about = (recent: RecentWorkspace) => (recent.demo ? t("recent.demo") : recent.folder);
  return (desk?.recent ?? []).slice(0, SHOWN).map((recent) => {
    const current = recent.folder === desk?.open;
    return {
      id: recent.folder,
      icon: "check",
      ...(current ? {} : { mark: <Dot recent={recent} /> }),
      name: recent.name,
      about: recent.there ? about(recent) : t("recent.gone"),
      off: !recent.there,
      run: () => !current && open({ folder: recent.folder }),
    };
  });
}

function Dot({ recent }: { recent: RecentWorkspace }) {
  const color = recent.color ?? undefined;
  return <BrandMark name="" short={recent.name} logo={null} color={color} className="dot" />;
}
