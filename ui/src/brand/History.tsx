import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type DocumentRevision, useRead, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { useMessages } from "@/kit/Toasts";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import { useWords } from "./words";

/** The revisions of the profile or the voice, with what changed and a way back. */
export function History({ of }: { of: "brand" | "voice" }) {
  const { t } = useTranslation("brand");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="ghost" size="small" icon="undo" onClick={() => setOpen(true)}>
        {t("history")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t(of === "brand" ? "history.brand" : "history.voice")}
        about={t("history.about")}
        wide
      >
        {open && <Revisions of={of} />}
      </Dialog>
    </>
  );
}

function Revisions({ of }: { of: "brand" | "voice" }) {
  const { t } = useTranslation("brand");
  const { data, error } = useRead(of === "brand" ? "brand.revisions" : "voice.revisions", {});
  const brand = useWrite("brand.restore");
  const voice = useWrite("voice.restore");
  const say = useSay();
  const tell = useMessages((messages) => messages.say);
  const restore = (revision: number) =>
    (of === "brand" ? brand : voice).mutate(
      { revision },
      {
        onSuccess: () => tell({ tone: "done", text: t("history.restored", { revision }) }),
        onError: (failure) =>
          tell({
            tone: "failed",
            text: say.failure(failure.code, failure.params, failure.message),
            about: `error.${failure.code}`,
          }),
      },
    );
  if (error) return <p role="alert">{say.failure(error.code, error.params, error.message)}</p>;
  if (!data) return <p className="faint mt-3">{t("loading")}</p>;
  if (data.length === 0) return <p className="faint mt-3">{t("history.none")}</p>;
  return (
    <ol className="changes scroll mt-3 max-h-[420px]">
      {data.map((revision, index) => (
        <Revision
          key={revision.revision}
          revision={revision}
          newest={index === 0}
          busy={brand.isPending || voice.isPending}
          onRestore={() => restore(revision.revision)}
        />
      ))}
    </ol>
  );
}

function Revision(props: {
  revision: DocumentRevision;
  newest: boolean;
  busy: boolean;
  onRestore: () => void;
}) {
  const { t } = useTranslation("brand");
  const formats = useFormats();
  const words = useWords();
  const { revision } = props;
  return (
    <li>
      <div className="row">
        <b className="num">{t("history.revision", { revision: revision.revision })}</b>
        <span className="small faint num">
          {formats.moment(revision.at)}, {revision.member}
        </span>
        <span className="grow" />
        {props.newest ? (
          <span className="small faint">{t("history.now")}</span>
        ) : (
          <Button size="tiny" busy={props.busy && t("saving")} onClick={props.onRestore}>
            {t("history.restore")}
          </Button>
        )}
      </div>
      {revision.changes.length === 0 ? (
        <p className="small faint">{t("history.first")}</p>
      ) : (
        <dl className="fields small mt-1">
          {revision.changes.map((change) => (
            <div key={change.field}>
              <dt className="label">{words.field(change.field)}</dt>
              <dd>
                {change.removed.map((item) => (
                  <span key={`-${item}`}>
                    <del>{words.item(change.field, item)}</del>{" "}
                  </span>
                ))}
                {change.added.map((item) => (
                  <span key={`+${item}`}>
                    <ins>{words.item(change.field, item)}</ins>{" "}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
