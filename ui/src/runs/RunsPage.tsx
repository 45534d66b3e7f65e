import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import clsx from "clsx";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type RunState, type RunSummary, useLive } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { Segmented } from "@/kit/Segmented";
import { State } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { useKeys } from "@/kit/useKeys";
import { useSay } from "@/text/say";
import { RunDesk } from "./RunDesk";
import { LOOKS } from "./states";

const FILTERS = ["all", "running", "completed", "failed", "cancelled"] as const;
type Filter = (typeof FILTERS)[number];

/** Everything that took time: what was asked, each step, what it gave, and a way to take it up again. */
export function RunsPage() {
  const { t } = useTranslation("runs");
  const say = useSay();
  const [filter, setFilter] = useState<Filter>("all");
  const [text, setText] = useState("");
  const { run: chosen } = useSearch({ from: "/runs" });
  const navigate = useNavigate();
  const state: RunState | null = filter === "all" ? null : filter;
  const { data: runs, error } = useLive("run.list", { state, text });
  const current = runs?.find((run) => run.id === chosen) ?? runs?.[0];
  const open = (run: string) => void navigate({ to: "/runs", search: { run }, replace: true });
  const step = (by: number) => {
    const at = runs?.findIndex((run) => run.id === current?.id) ?? -1;
    const next = runs?.[at + by];
    if (next) open(next.id);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <>
      <header className="bar" data-pane>
        <h1>{t("title")}</h1>
        <span className="grow" />
        <input
          type="search"
          className="in"
          aria-label={t("search")}
          placeholder={t("search")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Segmented
          name={t("filter")}
          value={filter}
          options={FILTERS.map((value) => ({
            value,
            name: t(`filter.${value}`),
            face: t(`filter.${value}`),
          }))}
          onChange={setFilter}
        />
      </header>
      {error && <Blank title={t("failed")}>{say.failure(error.code, error.params, error.message)}</Blank>}
      {runs && runs.length === 0 && <None filtered={filter !== "all" || text !== ""} />}
      {runs && current && (
        <div className="runs">
          <nav className="scroll list" aria-label={t("list")} data-pane>
            {runs.map((run) => (
              <Row key={run.id} run={run} current={run.id === current.id} onOpen={() => open(run.id)} />
            ))}
          </nav>
          <RunDesk key={current.id} id={current.id} by={current.by} onOpen={open} />
        </div>
      )}
    </>
  );
}

function None({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation("runs");
  return (
    <Blank
      title={t(filtered ? "none.filtered" : "none")}
      step={
        <Link to="/compose" search={{}}>
          {t("none.step")}
        </Link>
      }
    >
      {t(filtered ? "none.filtered.text" : "none.text")}
    </Blank>
  );
}

function Row({ run, current, onOpen }: { run: RunSummary; current: boolean; onOpen: () => void }) {
  const { t } = useTranslation("runs");
  const formats = useFormats();
  const look = LOOKS[run.state];
  return (
    <button
      type="button"
      className={clsx("item", current && "on")}
      aria-current={current ? "true" : undefined}
      onClick={onOpen}
    >
      <b className="clip serif">{run.brief || t(`kind.${run.kind}` as "kind.draft")}</b>
      <span className="row small mute">
        <State tone={look.tone} icon={look.icon}>
          {t(`state.${run.state}`)}
        </State>
        <span className="grow" />
        <span className="num">{formats.moment(run.created)}</span>
      </span>
    </button>
  );
}
