import { Link } from "@tanstack/react-router";
import { DropdownMenu } from "radix-ui";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type About, type CandidateView, Failure, type PostId, useWrite, type VersionView } from "@/bridge";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { Icon } from "@/kit/Icon";
import { NETWORK_NAMES } from "@/kit/NetworkBadge";
import { useMessages } from "@/kit/Toasts";
import { useKeys } from "@/kit/useKeys";
import { useSay } from "@/text/say";

/** Approve, or ask for changes. The stamp lands only when the record is written. */
export function Decide(props: {
  post: PostId;
  candidate: CandidateView;
  version: VersionView;
  about: About;
}) {
  const { t } = useTranslation("review");
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const [asking, setAsking] = useState(false);
  const write = useWrite("review.approve");
  const { candidate, version, about } = props;
  const waiting = candidate.versions.filter(({ state }) => state === "awaiting-approval");
  const blocked = waiting.filter(({ findings }) => findings.some(({ severity }) => severity === "block"));
  const mayApprove = about.member.role !== "viewer";
  const off = !mayApprove
    ? t("approve.role")
    : waiting.length === 0
      ? t("approve.state")
      : blocked.length > 0
        ? t("approve.blocked", { networks: blocked.map(({ network }) => NETWORK_NAMES[network]).join(", ") })
        : false;
  const changeable = candidate.versions.filter(
    ({ state }) => state === "awaiting-approval" || state === "approved",
  );
  const busy = write.isPending;

  const approve = async (versions: readonly VersionView[]) => {
    if (off || busy || versions.length === 0) return;
    try {
      await write.mutateAsync({
        candidate: candidate.id,
        versions: versions.map(({ id, content_hash }) => ({ version: id, content_hash })),
      });
      tell({ tone: "done", text: t("approve.done", { count: versions.length }) });
    } catch (thrown) {
      const failure = Failure.of(thrown);
      tell({ tone: "failed", text: say.failure(failure.code, failure.params, failure.message) });
    }
  };
  const ask = () => {
    if (mayApprove && changeable.length > 0) setAsking(true);
  };
  useKeys({ a: () => void approve(waiting), c: ask });
  const both = waiting.length > 1 && waiting.includes(version) && !off;
  return (
    <footer className="decide" data-pane>
      <div className={both ? "split" : undefined}>
        <Button
          look="primary"
          size="large"
          icon="review"
          keys="A"
          off={off}
          busy={busy && t("approve.busy")}
          onClick={() => void approve(waiting)}
        >
          {waiting.length > 1 ? t("approve.all", { count: waiting.length }) : t("approve")}
        </Button>
        {both && (
          <DropdownMenu.Root>
            <DropdownMenu.Trigger asChild>
              <button type="button" className="btn pri lg" aria-label={t("approve.more")}>
                <Icon name="down" size={14} />
              </button>
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content className="menu z-50" side="top" align="start" sideOffset={6}>
                <DropdownMenu.Item className="mi" onSelect={() => void approve(waiting)}>
                  <Icon name="review" />
                  <span>
                    {t("approve.all", { count: waiting.length })}
                    <small>{t("approve.all.help")}</small>
                  </span>
                </DropdownMenu.Item>
                <DropdownMenu.Item className="mi" onSelect={() => void approve([version])}>
                  <Icon name="check" />
                  <span>
                    {t("approve.one", { network: NETWORK_NAMES[version.network] })}
                    <small>{t("approve.one.help")}</small>
                  </span>
                </DropdownMenu.Item>
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        )}
      </div>
      <Button
        size="large"
        keys="C"
        off={!mayApprove ? t("approve.role") : changeable.length === 0 && t("approve.state")}
        onClick={ask}
      >
        {t("changes")}
      </Button>
      <Link
        className="btn lg ghost"
        to="/compose/$post"
        params={{ post: props.post }}
        search={{ candidate: candidate.ordinal, network: version.network }}
      >
        {t("other.read")}
      </Link>
      <span className="grow" />
      <span className="small faint binds">{t("binds")}</span>
      <span className="small faint row ml-3 gap-1 whitespace-nowrap">
        <kbd>J</kbd>
        <kbd>K</kbd> {t("move")}
      </span>
      <AskForChanges open={asking} onOpenChange={setAsking} candidate={candidate} />
    </footer>
  );
}

/** Changes are asked for with words, or the writer could not act on it. */
function AskForChanges(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  candidate: CandidateView;
}) {
  const { t } = useTranslation(["review", "app"]);
  const say = useSay();
  const id = useId();
  const tell = useMessages((state) => state.say);
  const request = useWrite("review.request_changes");
  const [comment, setComment] = useState("");
  const send = () =>
    request.mutate(
      { candidate: props.candidate.id, comment },
      {
        onSuccess: () => {
          setComment("");
          props.onOpenChange(false);
          tell({ tone: "done", text: t("review:changes.done") });
        },
      },
    );
  const { error } = request;
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange} title={t("review:changes.title")}>
      <form
        className="mt-3"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className="field">
          <label htmlFor={id}>{t("review:changes.label")}</label>
          <textarea
            id={id}
            className={error ? "in bad" : "in"}
            rows={4}
            value={comment}
            aria-invalid={error !== null}
            aria-describedby={`${id}-help`}
            onChange={(event) => {
              setComment(event.target.value);
              if (error) request.reset();
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              send();
            }}
          />
          <p id={`${id}-help`} className={error ? "help bad" : "help"} role={error ? "alert" : undefined}>
            {error ? say.failure(error.code, error.params, error.message) : t("review:changes.help")}
          </p>
        </div>
        <div className="end">
          <Button onClick={() => props.onOpenChange(false)}>{t("app:cancel")}</Button>
          <Button type="submit" look="primary" busy={request.isPending && t("review:changes.busy")}>
            {t("review:changes.send")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
