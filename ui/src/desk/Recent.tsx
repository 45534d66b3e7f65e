import { useTranslation } from "react-i18next";
import { type DeskView, type RecentWorkspace, useWrite } from "@/bridge";
import { BrandMark } from "@/kit/BrandMark";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { State } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import { useOpenBrand } from "./useOpenBrand";
import { WhichMember } from "./WhichMember";

/** The brands that were open on this machine, the last one first. */
export function Recent({ desk }: { desk: DeskView }) {
  const { t } = useTranslation("desk");
  const opening = useOpenBrand();
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="h3">
        {t("recent")}
      </h2>
      <ul className="sheet brands">
        {desk.recent.map((recent) => (
          <Row key={recent.folder} recent={recent} current={recent.folder === desk.open} opening={opening} />
        ))}
      </ul>
    </section>
  );
}

function Row(props: { recent: RecentWorkspace; current: boolean; opening: ReturnType<typeof useOpenBrand> }) {
  const { t } = useTranslation("desk");
  const say = useSay();
  const formats = useFormats();
  const forget = useWrite("desk.forget");
  const { recent, opening } = props;
  const mine = opening.asked === recent.folder;
  const failure = mine ? opening.failure : null;
  return (
    <li>
      <BrandMark
        name={recent.name}
        short={recent.name}
        logo={null}
        color={recent.color ?? undefined}
        className="tile"
      />
      <div className="what">
        <b className="clip">{recent.name}</b>
        <span className="small mute clip" title={recent.folder}>
          {recent.demo ? t("recent.demo") : recent.folder}
        </span>
        {failure && (
          <span className="help bad" role="alert">
            <Icon name="block" size={14} />
            {say.failure(failure.code, failure.params, failure.message)}
          </span>
        )}
        {mine && opening.members.length > 0 && <WhichMember opening={opening} />}
      </div>
      <span className="small mute num">{formats.date(recent.opened)}</span>
      {props.current ? (
        <State tone="green" icon="check">
          {t("recent.open")}
        </State>
      ) : (
        <Button
          size="small"
          aria-label={t("recent.take", { name: recent.name })}
          off={!recent.there && t("recent.gone")}
          busy={mine && opening.busy && t("opening")}
          onClick={() => opening.open({ folder: recent.folder })}
        >
          {t("open")}
        </Button>
      )}
      <Button
        look="ghost"
        size="small"
        icon="close"
        aria-label={t("recent.forget", { name: recent.name })}
        onClick={() => forget.mutate({ folder: recent.folder })}
      />
    </li>
  );
}
