import { Navigate, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type NetworkId, type ReviewItem, useRead } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { Button } from "@/kit/Button";
import { useKeys } from "@/kit/useKeys";
import { Batch } from "./Batch";
import { countsOf, type Filter, groupsOf } from "./groups";
import { Inbox } from "./Inbox";
import { ProofDesk } from "./ProofDesk";

/** What waits for approval, and what was decided. */
export function ReviewPage() {
  const { t } = useTranslation("review");
  const search = useSearch({ from: "/review" });
  const navigate = useNavigate();
  const { data: inbox, error } = useRead("review.inbox", {});
  const [filter, setFilter] = useState<Filter | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  if (error) throw error;
  const all = groupsOf(inbox ?? { waiting: [], decided: [] });
  const groups = filter ? all.filter((group) => group.filter === filter) : all;
  const items = groups.flatMap((group) => group.items);
  const everything = all.flatMap((group) => group.items);
  const current = everything.find((item) => item.candidate === search.candidate);
  const open = (item: ReviewItem | undefined, network?: NetworkId) => {
    if (!item) return;
    void navigate({
      to: "/review",
      search: { candidate: item.candidate, ...(network && { network }) },
      replace: true,
    });
  };
  const pick = ({ candidate }: ReviewItem) =>
    setPicked((former) => {
      const next = new Set(former);
      if (!next.delete(candidate)) next.add(candidate);
      return next;
    });
  const pickable = everything.filter(
    ({ candidate, state }) => picked.has(candidate) && state === "awaiting-approval",
  );
  const list = (
    <Inbox
      groups={groups}
      counts={countsOf(all)}
      filter={filter}
      onFilter={setFilter}
      current={current}
      picked={new Set(pickable.map(({ candidate }) => candidate))}
      onOpen={open}
      onPick={(item) => item.state === "awaiting-approval" && pick(item)}
      foot={<Batch items={pickable} onClear={() => setPicked(new Set())} />}
    />
  );
  if (!inbox) {
    return (
      <div className="cols">
        {list}
        <Skeleton />
      </div>
    );
  }
  const [first] = [...inbox.waiting].sort((a, b) => b.mine.length - a.mine.length);
  if (!current && first) {
    // The address holds the choice, so that what is decided stays in view with its stamp.
    return <Navigate to="/review" search={{ candidate: first.candidate }} replace />;
  }
  const at = current ? items.findIndex(({ candidate }) => candidate === current.candidate) : -1;
  const move = (by: number) => open(items[Math.min(Math.max(at + by, 0), items.length - 1)]);
  return (
    <div className="cols">
      {list}
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
