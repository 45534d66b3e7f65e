import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type RunView, type StepView, useRead, useWrite } from "@/bridge";
import { useStepName } from "@/drafting/RunStrip";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { State } from "@/kit/State";
import { useMessages } from "@/kit/Toasts";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import { StepInspector } from "./StepInspector";
import { LOOKS } from "./states";
import { timeline } from "./timeline";

/** One run: what was asked, its steps as a line of boxes and over time, and what each of them gave. */
export function RunDesk({ id, by, onOpen }: { id: string; by: string; onOpen: (run: string) => void }) {
  const { t } = useTranslation("runs");
  const { data: run } = useRead("run.get", { run: id });
  const [asked, ask] = useState<string | null>(null);
  if (!run) return <section className="scroll desk-of-run" aria-busy="true" data-pane />;
  const failed = run.steps.find((step) => step.state === "failed");
  const shown =
    run.steps.find((step) => step.name === asked) ??
    failed ??
    run.steps.findLast((step) => step.state === "completed") ??
    run.steps[0];
  return (
    <section className="scroll desk-of-run" aria-label={t("run")} data-pane>
      <Head run={run} by={by} />
      {run.error && <Failed run={run} />}
      <div className="sheet part">
        <h3>{t("steps")}</h3>
        <ol className="boxes">
          {run.steps.map((step) => (
            <Box key={step.name} step={step} on={step === shown} onPick={() => ask(step.name)} />
          ))}
        </ol>
        <Gantt run={run} />
      </div>
      {shown && <StepInspector run={run} step={shown} onOpen={onOpen} />}
    </section>
  );
}

function Head({ run, by }: { run: RunView; by: string }) {
  const { t } = useTranslation("runs");
  const formats = useFormats();
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const cancel = useWrite("run.cancel");
  const over = ["completed", "failed", "cancelled"].includes(run.state);
  const look = LOOKS[run.state];
  return (
    <div className="head">
      <h2 className="serif">{run.brief || t(`kind.${run.kind}` as "kind.draft")}</h2>
      <p className="row small mute">
        <State tone={look.tone} icon={look.icon}>
          {t(`state.${run.state}`)}
        </State>
        <span>{t("asked", { by, at: formats.moment(run.created) })}</span>
        <span className="num">{t("took", { seconds: formats.hundredths(run.seconds) })}</span>
        <span className="grow" />
        {run.post && (
          <Link className="btn sm" to="/compose/$post" params={{ post: run.post }}>
            <Icon name="compose" size={14} />
            {t("post")}
          </Link>
        )}
        {!over && (
          <Button
            size="small"
            busy={cancel.isPending && t("cancelling")}
            onClick={() =>
              cancel.mutate(
                { run: run.id },
                {
                  onError: (failure) =>
                    tell({
                      tone: "failed",
                      text: say.failure(failure.code, failure.params, failure.message),
                    }),
                },
              )
            }
          >
            {t("cancel")}
          </Button>
        )}
      </p>
    </div>
  );
}

function Failed({ run }: { run: RunView }) {
  const { t } = useTranslation("runs");
  const say = useSay();
  if (!run.error) return null;
  return (
    <div className="strip red" role="alert">
      <Icon name="block" />
      <span className="grow">
        <b>{t("failure")}</b> {say.failure(run.error.code, run.error.params, run.error.message)}
      </span>
    </div>
  );
}

function Box({ step, on, onPick }: { step: StepView; on: boolean; onPick: () => void }) {
  const { t } = useTranslation("runs");
  const nameOf = useStepName();
  const look = LOOKS[step.state];
  const taken = step.state === "completed" && step.at === null;
  return (
    <li>
      <button type="button" className={clsx("box-of-step", on && "on")} aria-pressed={on} onClick={onPick}>
        <b>{nameOf(step.name)}</b>
        <State tone={look.tone} icon={look.icon}>
          {t(taken ? "state.taken" : `state.${step.state}`)}
        </State>
      </button>
    </li>
  );
}

function Gantt({ run }: { run: RunView }) {
  const { t } = useTranslation("runs");
  const formats = useFormats();
  const nameOf = useStepName();
  const bars = timeline(run.steps);
  if (bars.length === 0) return <p className="mute small">{t("timeline.none")}</p>;
  return (
    <fieldset className="gantt">
      <legend className="vh">{t("timeline")}</legend>
      {bars.map((bar) => (
        <div key={bar.name} className="line">
          <span className="small">{nameOf(bar.name)}</span>
          <span className="track" aria-hidden="true">
            <span
              className={clsx("bar-of-step", bar.longest && "longest")}
              style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
            />
          </span>
          <span className="small num">
            {t("ms", { ms: formats.whole(bar.ms) })}
            {bar.longest && <em> {t("longest")}</em>}
          </span>
        </div>
      ))}
    </fieldset>
  );
}
