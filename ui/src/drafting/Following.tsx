import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CandidateView, Failure, useRead, useWrite, type VersionView } from "@/bridge";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { Differences } from "@/kit/Differences";
import { NETWORK_NAMES } from "@/kit/NetworkBadge";
import { useMessages } from "@/kit/Toasts";
import { useSay } from "@/text/say";
import type { Savers } from "./useSavers";

/** Where the global text goes. */
export function FlowsTo({ candidate }: { candidate: CandidateView }) {
  const { t, i18n } = useTranslation("compose");
  const list = (attached: boolean) =>
    new Intl.ListFormat(i18n.language === "en" ? "en-GB" : i18n.language, { type: "conjunction" }).format(
      candidate.versions
        .filter((version) => version.attached === attached)
        .map(({ network }) => NETWORK_NAMES[network]),
    );
  const apart = candidate.versions.filter((version) => !version.attached).length;
  return (
    <span className="small faint">
      {apart < candidate.versions.length ? t("global.flows", { networks: list(true) }) : t("global.nowhere")}
      {apart > 0 && apart < candidate.versions.length && (
        <> {t("global.passes", { count: apart, networks: list(false) })}</>
      )}
    </span>
  );
}

/** Whether a version follows the global text, and the way to the other. */
export function Following(props: { version: VersionView; savers: Savers; readOnly: boolean }) {
  const { t } = useTranslation("compose");
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const detach = useWrite("version.detach");
  const [asking, setAsking] = useState(false);
  const { version, savers } = props;
  const cut = async () => {
    try {
      await savers.flush();
      savers.adopt(version, await detach.mutateAsync({ version: version.id }));
    } catch (thrown) {
      const failure = Failure.of(thrown);
      tell({
        tone: "failed",
        text: say.failure(failure.code, failure.params, failure.message),
        about: `error.${failure.code}`,
      });
    }
  };
  return (
    <>
      <span className="small faint">{version.attached ? t("attached.slug") : t("detached.slug")}</span>
      {!props.readOnly && (
        <Button
          look="ghost"
          size="tiny"
          icon={version.attached ? "unlink" : "link"}
          onClick={() => (version.attached ? void cut() : setAsking(true))}
        >
          {version.attached ? t("detach") : t("attach")}
        </Button>
      )}
      {asking && <AskAttach {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

/** What a version would lose under the global text, asked before it is done. */
function AskAttach(props: { version: VersionView; savers: Savers; onClose: () => void }) {
  const { t } = useTranslation(["compose", "app"]);
  const say = useSay();
  const { version, savers, onClose } = props;
  const attach = useWrite("version.attach");
  const { data: shown, error } = useRead("version.preview_attach", { version: version.id });
  const failure = attach.error ?? error;
  const network = NETWORK_NAMES[version.network];
  const go = () =>
    attach.mutate(
      { version: version.id },
      {
        onSuccess: (after) => {
          savers.adopt(version, after);
          onClose();
        },
      },
    );
  const beside = shown && besideChanges(shown);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("compose:attach.title", { network })}
      about={t("compose:attach.about", { network })}
      wide
    >
      <div className="lost scroll">
        {shown ? <Differences pieces={shown.text} /> : <span className="sk" />}
        {beside && beside.length > 0 && (
          <p className="small mute mt-2">
            {t("compose:attach.beside", {
              parts: beside.map((part) => t(`compose:beside.${part}`)).join(", "),
            })}
          </p>
        )}
      </div>
      {failure && (
        <p className="help bad" role="alert">
          {say.failure(failure.code, failure.params, failure.message)}
        </p>
      )}
      <div className="end">
        <Button autoFocus onClick={onClose}>
          {t("compose:attach.keep")}
        </Button>
        <Button look="danger" busy={attach.isPending && t("compose:attach.busy")} onClick={go}>
          {t("compose:attach.do")}
        </Button>
      </div>
    </Dialog>
  );
}

function besideChanges(shown: {
  own: VersionView["payload"];
  global: VersionView["payload"];
}): ("link" | "comment" | "media")[] {
  const { own, global } = shown;
  const parts: ("link" | "comment" | "media")[] = [];
  if (own.link !== global.link) parts.push("link");
  if (own.first_comment !== global.first_comment) parts.push("comment");
  if (JSON.stringify(own.media) !== JSON.stringify(global.media)) parts.push("media");
  return parts;
}
