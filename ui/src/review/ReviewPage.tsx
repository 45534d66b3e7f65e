import { Navigate, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type NetworkId, type ReviewItem, useRead } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { Button } from "@/kit/Button";
import { useKeys } from "@/kit/useKeys";
import { Inbox } from "./Inbox";
import { ProofDesk } from "./ProofDesk";

/** What waits for approval, and what was decided. */
export function ReviewPage() {
  const { t } = useTranslation("review");
  const search = useSearch({ from: "/review" });
  const navigate = useNavigate();
  const { data: inbox, error } = useRead("review.inbox", {});
  if (error) throw error;
  if (!inbox) {
    return (
      <div className="cols">
        <Inbox inbox={{ waiting: [], decided: [] }} current={undefined} onOpen={() => undefined} />
        <Skeleton />
      </div>
    );
  }
  const items = [...inbox.waiting, ...inbox.decided];
  const current = items.find((item) => item.candidate === search.candidate);
  const [first] = inbox.waiting;
  if (!current && first) {
    // The address holds the choice, so that what is decided stays in view with its stamp.
    return <Navigate to="/review" search={{ candidate: first.candidate }} replace />;
  }
  const open = (item: ReviewItem | undefined, network?: NetworkId) => {
    if (!item) return;
    void navigate({
      to: "/review",
      search: { candidate: item.candidate, ...(network && { network }) },
      replace: true,
    });
  };
  const at = current ? items.indexOf(current) : -1;
  const move = (by: number) => open(items[Math.min(Math.max(at + by, 0), items.length - 1)]);
  return (
    <div className="cols">
      <Inbox inbox={inbox} current={current} onOpen={open} />
      <MoveKeys onMove={move} />
      {current ? (
        <ProofDesk
          key={current.candidate}
          item={current}
          network={search.network}
          index={at + 1}
          count={items.length}
          onNetwork={(network) => open(current, network)}
          onMove={move}
        />
      ) : (
        <section className="grid content-start p-4">
          <div className="sheet max-w-[520px]">
            <Blank
              title={t("none.title")}
              step={
                inbox.decided.length > 0 ? (
                  <Button onClick={() => open(inbox.decided[0])}>{t("decided.step")}</Button>
                ) : (
                  <Button onClick={() => void navigate({ to: "/compose", search: {} })}>
                    {t("none.step")}
                  </Button>
                )
              }
            >
              {t("none.text")}
            </Blank>
          </div>
        </section>
      )}
    </div>
  );
}

/** The sheet that is to come. */
function Skeleton() {
  const { t } = useTranslation("app");
  return (
    <output className="late p-4" aria-label={t("loading")}>
      <span className="sheet grid max-w-[600px] gap-4 p-6">
        {[40, 92, 86, 57].map((width) => (
          <span key={width} className="sk" style={{ width: `${width}%` }} />
        ))}
      </span>
    </output>
  );
}

function MoveKeys({ onMove }: { onMove: (by: number) => void }) {
  useKeys({ j: () => onMove(1), k: () => onMove(-1) });
  return null;
}
