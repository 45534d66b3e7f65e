import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type About, type CandidateView, Failure, type PostId, useWrite, type VersionView } from "@/bridge";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { Menu, type MenuItem } from "@/kit/Menu";
import { NETWORK_NAMES } from "@/kit/NetworkBadge";
import { useMessages } from "@/kit/Toasts";
import { useKeys } from "@/kit/useKeys";
import { useSay } from "@/text/say";
import { AskForChanges, OverrideDialog, RejectDialog } from "./TurnDown";

/** What can be decided on a candidate. The stamp lands only when the record is written. */
export function Decide(props: {
  post: PostId;
  candidate: CandidateView;
  version: VersionView;
  about: About;
}) {
  const { t } = useTranslation("review");
  const { candidate, version, about } = props;
  const [open, setOpen] = useState<"changes" | "reject" | "override" | null>(null);
  const { approve, busy } = useApprove(candidate);
  const waiting = candidate.versions.filter(({ state }) => state === "awaiting-approval");
  const mine = waiting.filter(({ approval }) => approval.refusal === null);
  const off = useOff(about, waiting, mine);
  const mayDecide = about.member.role !== "viewer";
  const turnable = candidate.versions.some(
    ({ state }) => state === "awaiting-approval" || state === "approved",
  );
  const noTurn = !mayDecide ? t("approve.role") : !turnable && t("approve.state");
  const ask = (dialog: "changes" | "reject") => {
    if (!noTurn) setOpen(dialog);
  };
  useKeys({
    a: () => {
      if (!off) void approve(mine);
    },
    c: () => ask("changes"),
    r: () => ask("reject"),
  });
  const several = mine.length > 1 && mine.includes(version) && !off;
  const dialog = (name: typeof open) => ({
    open: open === name,
    onOpenChange: (shown: boolean) => setOpen(shown ? name : null),
    candidate,
  });
  return (
    <footer className="decide" data-pane>
      <div className={several ? "split" : undefined}>
        <Button
          look="primary"
          size="large"
          icon="review"
          keys="A"
          off={off}
          busy={busy && t("approve.busy")}
          onClick={() => void approve(mine)}
        >
          {mine.length > 1 ? t("approve.all", { count: mine.length }) : t("approve")}
        </Button>
        {several && (
          <Menu
            side="top"
            trigger={
              <button type="button" className="btn pri lg" aria-label={t("approve.more")}>
                <Icon name="down" size={14} />
              </button>
            }
            items={[
              {
                id: "all",
                icon: "review",
                name: t("approve.all", { count: mine.length }),
                about: t("approve.all.help"),
                run: () => void approve(mine),
              },
              {
                id: "one",
                icon: "check",
                name: t("approve.one", { network: NETWORK_NAMES[version.network] }),
                about: t("approve.one.help"),
                run: () => void approve([version]),
              },
            ]}
          />
        )}
      </div>
      <Button size="large" keys="C" off={noTurn} onClick={() => ask("changes")}>
        {t("changes")}
      </Button>
      <Button size="large" look="danger" keys="R" off={noTurn} onClick={() => ask("reject")}>
        {t("reject")}
      </Button>
      <More candidate={candidate} about={about} onOverride={() => setOpen("override")} />
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
      <span className="small faint row hint ml-3 gap-1 whitespace-nowrap">
        <kbd>J</kbd>
        <kbd>K</kbd> {t("move")}
      </span>
      <AskForChanges {...dialog("changes")} />
      <RejectDialog {...dialog("reject")} />
      <OverrideDialog {...dialog("override")} />
    </footer>
  );
}

/** Approves versions as they are shown, and says which stamp landed. */
function useApprove(candidate: CandidateView) {
  const { t } = useTranslation("review");
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const write = useWrite("review.approve");
  const approve = async (versions: readonly VersionView[]) => {
    if (write.isPending || versions.length === 0) return;
    try {
      const post = await write.mutateAsync({
        candidate: candidate.id,
        versions: versions.map(({ id, content_hash }) => ({ version: id, content_hash })),
      });
      const after = post.candidates.find(({ id }) => id === candidate.id)?.versions ?? [];
      const waits = after.find(
        ({ id, state }) => state === "awaiting-approval" && versions.some((version) => version.id === id),
      );
      const level = waits?.decisions.at(-1)?.level;
      tell({
        tone: "done",
        text: level ? t("approve.stamped", { level }) : t("approve.done", { count: versions.length }),
      });
    } catch (thrown) {
      const failure = Failure.of(thrown);
      tell({
        tone: "failed",
        text: say.failure(failure.code, failure.params, failure.message),
        about: `error.${failure.code}`,
      });
    }
  };
  return { approve, busy: write.isPending };
}

/** Why nothing can be approved now. */
function useOff(about: About, waiting: readonly VersionView[], mine: readonly VersionView[]): string | false {
  const { t } = useTranslation("review");
  const say = useSay();
  if (about.member.role === "viewer") return t("approve.role");
  if (waiting.length === 0) return t("approve.state");
  const blocked = waiting.filter(({ findings }) => findings.some(({ severity }) => severity === "block"));
  if (blocked.length > 0) {
    return t("approve.blocked", {
      networks: blocked.map(({ network }) => NETWORK_NAMES[network]).join(", "),
    });
  }
  const [first] = waiting;
  if (mine.length > 0 || !first?.approval.refusal) return false;
  const level = first.approval.levels.find(({ met }) => !met)?.name ?? "";
  return say.failure(first.approval.refusal, { level }, first.approval.refusal);
}

/** What is done seldom: taking back, reopening, overriding. */
function More(props: { candidate: CandidateView; about: About; onOverride: () => void }) {
  const { t } = useTranslation("review");
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const withdraw = useWrite("review.withdraw");
  const reopen = useWrite("review.reopen");
  const { candidate, about } = props;
  const is = (...states: VersionView["state"][]) =>
    candidate.versions.some(({ state }) => states.includes(state));
  const may = about.member.role === "editor" || about.member.role === "admin";
  const then = (done: string) => ({
    onSuccess: () => tell({ tone: "done" as const, text: done }),
    onError: ({ code, params, message }: Failure) =>
      tell({ tone: "failed" as const, text: say.failure(code, params, message) }),
  });
  const items: MenuItem[] = [];
  if (is("awaiting-approval") && may) {
    items.push({
      id: "withdraw",
      icon: "undo",
      name: t("withdraw"),
      about: t("withdraw.help"),
      run: () => withdraw.mutate({ candidate: candidate.id }, then(t("withdraw.done"))),
    });
  }
  if (is("rejected", "changes-requested", "approval-void") && may) {
    items.push({
      id: "reopen",
      icon: "pencil",
      name: t("reopen"),
      about: t("reopen.help"),
      run: () => reopen.mutate({ candidate: candidate.id }, then(t("reopen.done"))),
    });
  }
  if (is("awaiting-approval")) {
    const admin = about.member.role === "admin";
    items.push({
      id: "override",
      icon: "warn",
      name: t("override"),
      about: admin ? t("override.help") : t("override.role"),
      off: !admin,
      run: props.onOverride,
    });
  }
  if (items.length === 0) return null;
  return (
    <Menu
      side="top"
      items={items}
      trigger={
        <button type="button" className="btn ghost ico lg" aria-label={t("more")}>
          <Icon name="more" />
        </button>
      }
    />
  );
}
