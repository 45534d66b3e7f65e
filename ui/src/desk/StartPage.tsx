import { useTranslation } from "react-i18next";
import { type Failure, useRead } from "@/bridge";
import { Icon } from "@/kit/Icon";
import { ImportOutcome } from "@/knowledge/ImportOutcome";
import { useSay } from "@/text/say";
import { Demos } from "./Demos";
import { NewBrand } from "./NewBrand";
import { OpenFolder } from "./OpenFolder";
import { Recent } from "./Recent";
import { useWelcome } from "./useWelcome";
import { Welcome } from "./Welcome";

/** Which brand to work on: those that were open, the demos, one of one's own. */
export function StartPage({ failure }: { failure?: Failure | undefined }) {
  const { t } = useTranslation("desk");
  const { data: desk } = useRead("desk.look", {});
  const outcome = useWelcome((state) => state.outcome);
  if (outcome) {
    return (
      <Welcome outcome={outcome}>
        <ImportOutcome outcome={outcome} />
      </Welcome>
    );
  }
  return (
    <>
      <header className="bar">
        <h1>{t("title")}</h1>
      </header>
      <div className="scroll flex-1" data-pane>
        <div className="brandpage">
          {failure && failure.code !== "no-workspace" && <NotOpened failure={failure} />}
          <div className="known">
            {desk && desk.recent.length > 0 && <Recent desk={desk} />}
            {desk && <Demos desk={desk} />}
          </div>
          <div className="others">
            <NewBrand />
            <OpenFolder />
          </div>
        </div>
      </div>
    </>
  );
}

/** The workspace that should have been open could not be. */
function NotOpened({ failure }: { failure: Failure }) {
  const { t } = useTranslation("desk");
  const say = useSay();
  return (
    <section className="sheet notopened" role="alert">
      <h2>
        <Icon name="block" /> {t("failed.title")}
      </h2>
      <p>{say.failure(failure.code, failure.params, failure.message)}</p>
      <p className="mute">{t("failed.step")}</p>
    </section>
  );
}
