import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import {
  type About,
  type CandidateView,
  Failure,
  type NetworkId,
  type PostView,
  useWrite,
  type VersionView,
} from "@/bridge";
import { Button } from "@/kit/Button";
import type { IconName } from "@/kit/icons";
import { Menu } from "@/kit/Menu";
import { NETWORK_NAMES } from "@/kit/NetworkBadge";
import { State, VERSION_STATES } from "@/kit/State";
import { useMessages } from "@/kit/Toasts";
import { MOD, useKeys } from "@/kit/useKeys";
import { useSay } from "@/text/say";
import { FINISHES, type Finish, finishes } from "./finish";
import { focusNote } from "./noteFocus";
import { Tags } from "./Tags";
import type { Savers } from "./useSavers";

/** What keeps the candidate from review, and the way there. */
export function Foot(props: {
  post: PostView;
  candidate: CandidateView;
  version: VersionView;
  savers: Savers;
  about: About;
  onShow: (network: NetworkId) => void;
}) {
  const { t } = useTranslation("compose");
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const request = useWrite("review.request");
  const { candidate, version } = props;
  const off = finishes(candidate, props.about);
  const waiting = candidate.versions.some((other) => other.state === "awaiting-approval");

  const refused = (thrown: unknown) => {
    const failure = Failure.of(thrown);
    tell({
      tone: "failed",
      text: say.failure(failure.code, failure.params, failure.message),
      about: `error.${failure.code}`,
    });
  };
  const save = async () => {
    try {
      await props.savers.flush();
      tell({ tone: "done", text: t("finish.save.done") });
    } catch (thrown) {
      refused(thrown);
    }
  };
  const ask = async () => {
    if (off.request || request.isPending) return;
    try {
      await props.savers.flush();
      await request.mutateAsync({ candidate: candidate.id });
      tell({ tone: "done", text: t("request.done") });
    } catch (thrown) {
      refused(thrown);
    }
  };
  useKeys({ "Mod+Enter": () => void ask() });

  return (
    <footer className="foot" data-pane>
      {off.request === "approved" || off.request === "waiting" ? (
        <State {...VERSION_STATES[off.request === "approved" ? "approved" : "awaiting-approval"]}>
          {t(`request.${off.request}`)}
        </State>
      ) : (
        <Standing candidate={candidate} version={version} onShow={props.onShow} />
      )}
      <span className="grow" />
      {waiting && (
        <Link
          to="/review"
          search={{ candidate: candidate.id }}
          className={off.request === "waiting" ? "btn pri lg" : "btn lg"}
        >
          {t("request.open")}
        </Link>
      )}
      <Tags post={props.post} readOnly={off.save !== null} />
      <span className="split">
        <Button
          look="primary"
          size="large"
          keys={`${MOD} ↵`}
          off={off.request !== null && t(`request.${off.request}`)}
          busy={request.isPending && t("request.busy")}
          onClick={() => void ask()}
        >
          {t("request")}
        </Button>
        <Menu
          side="top"
          trigger={<Button look="primary" size="large" icon="down" aria-label={t("finish.more")} />}
          items={FINISHES.map((way) => ({
            id: way,
            icon: ICONS[way],
            name: t(`finish.${way}`),
            about: off[way] === null ? t(`finish.${way}.about`) : t(`request.${off[way]}`),
            off: off[way] !== null,
            apart: way === "queue",
            // The others wait for an account.
            run: () => void (way === "save" ? save() : way === "request" ? ask() : undefined),
          }))}
        />
      </span>
    </footer>
  );
}

const ICONS: Record<Finish, IconName> = {
  save: "save",
  request: "review",
  queue: "plus",
  schedule: "clock",
  publish: "send",
};

/** Blocking findings over all versions of the candidate, and the way to the first. */
function Standing(props: {
  candidate: CandidateView;
  version: VersionView;
  onShow: (network: NetworkId) => void;
}) {
  const { t } = useTranslation("compose");
  const { candidate, version } = props;
  const found = candidate.versions.map((other) => ({
    network: other.network,
    block: other.findings.filter(({ severity }) => severity === "block").length,
    warn: other.findings.filter(({ severity }) => severity === "warn").length,
  }));
  const block = found.reduce((sum, other) => sum + other.block, 0);
  const warn = found.reduce((sum, other) => sum + other.warn, 0);
  const kind = block > 0 ? "block" : "warn";
  const where = found.filter((other) => other[kind] > 0).map(({ network }) => network);
  const [first] = where;
  const elsewhere = t("foot.elsewhere", {
    networks: where.map((network) => NETWORK_NAMES[network]).join(", "),
  });
  const show = () => {
    if (where.includes(version.network)) {
      const index = version.findings.findIndex(({ severity }) => severity === kind);
      focusNote(Math.max(0, index));
    } else if (first) props.onShow(first);
  };
  if (!first) {
    return (
      <State tone="green" icon="check">
        {t("foot.clean")}
      </State>
    );
  }
  return (
    <>
      <State tone={kind === "block" ? "red" : "amber"} icon={kind}>
        {t(`foot.${kind}`, { count: kind === "block" ? block : warn })}
      </State>
      <span className="small faint clip" title={elsewhere}>
        {elsewhere}
      </span>
      <Button look="ghost" size="tiny" keys="N" onClick={show}>
        {t("foot.show")}
      </Button>
    </>
  );
}
