import { Tabs } from "radix-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  Failure,
  type PastRevisionView,
  type PostEvent,
  type PostView,
  useRead,
  useWrite,
  type VersionView,
} from "@/bridge";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { Differences } from "@/kit/Differences";
import { Icon } from "@/kit/Icon";
import type { IconName } from "@/kit/icons";
import { NETWORK_NAMES, NetworkBadge } from "@/kit/NetworkBadge";
import { useMessages } from "@/kit/Toasts";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import type { Savers } from "./useSavers";

const REASONS: Record<PastRevisionView["reason"], IconName> = {
  draft: "compose",
  edit: "pencil",
  fix: "check",
  restore: "undo",
  global: "globe",
  attach: "link",
  detach: "unlink",
};

/** What became of the post, and what a version said before. */
export function HistorySheet(props: {
  post: PostView;
  version: VersionView;
  savers: Savers;
  readOnly: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("compose");
  const [tab, setTab] = useState("version");
  const network = NETWORK_NAMES[props.version.network];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t("history")}
      about={t("history.about")}
      wide
    >
      <Tabs.Root value={tab} onValueChange={setTab} className="past">
        <Tabs.List className="tabs" aria-label={t("history")}>
          <Tabs.Trigger value="version" className="tab">
            <NetworkBadge network={props.version.network} silent />
            {t("history.version", { network })}
          </Tabs.Trigger>
          <Tabs.Trigger value="post" className="tab">
            <Icon name="clock" size={14} />
            {t("history.post")}
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="version" className="scroll">
          <Revisions {...props} />
        </Tabs.Content>
        <Tabs.Content value="post" className="scroll">
          <Timeline post={props.post} />
        </Tabs.Content>
      </Tabs.Root>
    </Dialog>
  );
}

function Revisions(props: { version: VersionView; savers: Savers; readOnly: boolean; onClose: () => void }) {
  const { t } = useTranslation("compose");
  const formats = useFormats();
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const restore = useWrite("version.restore");
  const { version, savers } = props;
  const { data: revisions, error } = useRead("version.history", { version: version.id });
  if (error) return <p className="help bad">{say.failure(error.code, error.params, error.message)}</p>;
  if (!revisions) return <span className="late sk block" />;
  const putBack = async (revision: PastRevisionView) => {
    try {
      await savers.flush();
      const after = await restore.mutateAsync({ version: version.id, revision: revision.id });
      savers.adopt(version, after);
      tell({ tone: "done", text: t("history.restored", { number: revision.number }) });
      props.onClose();
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
    <ol className="events">
      {revisions.map((revision) => (
        <li key={revision.id}>
          <Icon name={REASONS[revision.reason]} size={14} />
          <div>
            <p className="row">
              <b className="font-semibold">{t(`history.reason.${revision.reason}`)}</b>
              <span className="small faint num">
                {t("history.by", {
                  number: revision.number,
                  author: revision.author,
                  time: formats.moment(revision.at),
                })}
              </span>
              <span className="grow" />
              {revision.current ? (
                <span className="small faint">{t("history.current")}</span>
              ) : (
                !props.readOnly && (
                  <Button size="tiny" onClick={() => void putBack(revision)}>
                    {t("history.restore")}
                  </Button>
                )
              )}
            </p>
            {revision.reason !== "draft" && <Differences pieces={revision.changes} />}
            {revision.beside && <p className="small mute">{t("history.beside")}</p>}
            {revision.decisions.map((decision) => (
              <p key={decision.at} className="small mute">
                {t(`history.decided.${decision.kind}`, { member: decision.member })}
                {decision.comment && <q>{decision.comment}</q>}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Timeline({ post }: { post: PostView }) {
  const { t } = useTranslation("compose");
  const formats = useFormats();
  const { data: events } = useRead("post.history", { post: post.id });
  if (!events) return <span className="late sk block" />;
  return (
    <ol className="events">
      {events.map((event) => (
        <li key={keyOf(event)}>
          <Icon name={iconOf(event)} size={14} />
          <div>
            <p className="row">
              <b className="font-semibold">{what(event, t)}</b>
              {event.network && <NetworkBadge network={event.network} />}
              <span className="small faint num">
                {t("history.event", {
                  candidate: event.ordinal,
                  author: event.member,
                  time: formats.moment(event.at),
                })}
              </span>
            </p>
            {event.what.kind === "revised" && event.what.reason !== "draft" && (
              <p className="small mute num">
                {t("history.words", { added: event.what.added, removed: event.what.removed })}
              </p>
            )}
            {event.what.kind === "decided" && event.what.decision.comment && (
              <p className="small mute">
                <q>{event.what.decision.comment}</q>
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function keyOf({ at, version, candidate, what: happened }: PostEvent): string {
  return `${at} ${version ?? candidate} ${happened.kind} ${happened.kind === "revised" ? happened.number : ""}`;
}

function iconOf({ what: happened }: PostEvent): IconName {
  if (happened.kind === "revised") return REASONS[happened.reason];
  if (happened.kind === "requested") return "review";
  return happened.decision.kind === "approve" ? "check" : "talk";
}

function what({ what: happened, network }: PostEvent, t: ReturnType<typeof useTranslation<"compose">>["t"]) {
  if (happened.kind === "requested") return t("history.requested");
  if (happened.kind === "decided") return t(`history.decision.${happened.decision.kind}`);
  if (!network && happened.reason === "edit") return t("history.reason.global");
  return t(`history.reason.${happened.reason}`);
}
