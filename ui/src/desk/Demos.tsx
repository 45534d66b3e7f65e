import { useTranslation } from "react-i18next";
import type { DeskView } from "@/bridge";
import { BrandMark } from "@/kit/BrandMark";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { useSay } from "@/text/say";
import { useOpenBrand } from "./useOpenBrand";
import { WhichMember } from "./WhichMember";

/** The brands that Galley comes with, to try it on. */
export function Demos({ desk }: { desk: DeskView }) {
  const { t } = useTranslation("desk");
  const say = useSay();
  const opening = useOpenBrand();
  const current = desk.recent.find((recent) => recent.folder === desk.open)?.demo;
  return (
    <section aria-labelledby="demos">
      <h2 id="demos" className="h3">
        {t("demos")}
      </h2>
      <p className="mute small">{t("demos.about")}</p>
      <ul className="demos">
        {desk.demos.map((demo) => (
          <li key={demo.id} className="sheet" lang={demo.language}>
            <div className="row">
              <BrandMark
                name={demo.name}
                short={demo.name}
                logo={null}
                color={demo.color ?? undefined}
                className="tile"
              />
              <b>{demo.name}</b>
            </div>
            <p className="serif">{demo.one_liner}</p>
            <Button
              size="small"
              aria-label={t("demos.take", { name: demo.name })}
              off={demo.id === current && t("demos.current")}
              busy={opening.asked === demo.id && opening.busy && t("demos.making")}
              onClick={() => opening.open({ demo: demo.id })}
            >
              {t("open")}
            </Button>
          </li>
        ))}
      </ul>
      {opening.failure && (
        <p className="help bad" role="alert">
          <Icon name="block" size={14} />
          {say.failure(opening.failure.code, opening.failure.params, opening.failure.message)}
        </p>
      )}
      {opening.members.length > 0 && <WhichMember opening={opening} />}
    </section>
  );
}
