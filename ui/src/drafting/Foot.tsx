import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import {
  type About,
  type CandidateView,
  Failure,
  type NetworkId,
  useWrite,
  type VersionView,
} from "@/bridge";
import { Button } from "@/kit/Button";
import { NETWORK_NAMES } from "@/kit/NetworkBadge";
import { State, VERSION_STATES } from "@/kit/State";
import { useMessages } from "@/kit/Toasts";
import { MOD, useKeys } from "@/kit/useKeys";
import { useSay } from "@/text/say";
import { focusNote } from "./noteFocus";
import type { Savers } from "./useSavers";

/** What keeps the candidate from review, and the way there. */
export function Foot(props: {
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
  const off = reasonAgainst(candidate, props.about);
  const waiting = candidate.versions.some((other) => other.state === "awaiting-approval");

  const ask = async () => {
    if (off || request.isPending) return;
    try {
      await props.savers.flush();
      await request.mutateAsync({ candidate: candidate.id });
      tell({ tone: "done", text: t("request.done") });
    } catch (thrown) {
      const failure = Failure.of(thrown);
      tell({ tone: "failed", text: say.failure(failure.code, failure.params, failure.message) });
    }
  };
  useKeys({ "Mod+Enter": () => void ask() });

  return (
    <footer className="foot" data-pane>
      {off === "approved" || off === "waiting" ? (
        <State {...VERSION_STATES[off === "approved" ? "approved" : "awaiting-approval"]}>
          {t(`request.${off}`)}
        </State>
      ) : (
        <Standing candidate={candidate} version={version} onShow={props.onShow} />
      )}
      <span className="grow" />
      {waiting && (
        <Link
          to="/review"
          search={{ candidate: candidate.id }}
          className={off === "waiting" ? "btn pri lg" : "btn lg"}
        >
          {t("request.open")}
        </Link>
      )}
      <Button
        look="primary"
        size="large"
        keys={`${MOD} ↵`}
        off={off !== null && t(`request.${off}`)}
        busy={request.isPending && t("request.busy")}
        onClick={() => void ask()}
      >
        {t("request")}
      </Button>
    </footer>
  );
}

function reasonAgainst(
  candidate: CandidateView,
  about: About,
): "role" | "blocked" | "approved" | "waiting" | null {
  const { role } = about.member;
  if (role === "viewer" || role === "reviewer") return "role";
  const open = candidate.versions.filter(
    ({ state }) => state !== "approved" && state !== "awaiting-approval",
  );
  if (open.length === 0) {
    return candidate.versions.every(({ state }) => state === "approved") ? "approved" : "waiting";
  }
  return open.some((version) => version.findings.some(({ severity }) => severity === "block"))
    ? "blocked"
    : null;
}

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
