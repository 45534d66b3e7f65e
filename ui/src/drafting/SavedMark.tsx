import { useTranslation } from "react-i18next";
import type { RevisionView } from "@/bridge";
import { Button } from "@/kit/Button";
import { State } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import type { SaverState } from "./TextSaver";

/** Whether the text is saved, in place. */
export function SavedMark(props: { state: SaverState; revision: RevisionView; onTake: () => void }) {
  const { t } = useTranslation("compose");
  const formats = useFormats();
  const say = useSay();
  const { phase, failure } = props.state;
  if (phase === "failed" && failure) {
    return (
      <span className="row" role="alert" title={say.failure(failure.code, failure.params, failure.message)}>
        <State tone="red" icon="block">
          {failure.code === "edit-conflict" ? t("conflict") : t("unsaved.failed")}
          <span className="vh">{say.failure(failure.code, failure.params, failure.message)}</span>
        </State>
        {failure.code === "edit-conflict" && (
          <Button size="tiny" onClick={props.onTake}>
            {t("conflict.take")}
          </Button>
        )}
      </span>
    );
  }
  return (
    <span className="small faint num mr-1.5" role="status">
      {phase === "saved"
        ? t("saved", { time: formats.time(props.revision.at) })
        : phase === "saving"
          ? t("saving")
          : t("unsaved")}
    </span>
  );
}
