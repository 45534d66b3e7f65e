import clsx from "clsx";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RunView, StepState } from "@/bridge";
import { Icon } from "@/kit/Icon";
import { useFormats } from "@/kit/useFormats";

const LOOKS: Record<StepState, string> = {
  completed: "",
  running: "now",
  pending: "todo",
  skipped: "todo",
  failed: "bad",
  cancelled: "todo",
};

/** A patch a step, like a printer's color bar: filled is done, half is running, hollow is to come. */
export function RunStrip({ run, children }: { run: RunView; children?: ReactNode }) {
  const { t } = useTranslation("compose");
  const formats = useFormats();
  const nameOf = useStepName();
  const over = run.state === "completed";
  const seconds = formats.hundredths(run.seconds);
  return (
    <div className="patches">
      <ol className="flex gap-3.5" aria-label={over ? t("run.done", { seconds }) : t("run")}>
        {run.steps.map((step) => (
          <li key={step.name} className={clsx("patch", LOOKS[step.state])}>
            {nameOf(step.name)}
            {step.ms !== null ? (
              <em>{t("run.ms", { ms: formats.whole(step.ms) })}</em>
            ) : (
              <span className="vh">{t(`state.${step.state}`)}</span>
            )}
          </li>
        ))}
      </ol>
      <span className="row local gap-[5px]" title={t("run.local")}>
        <Icon name="lock" size={14} />
        <span>{t("run.local")}</span>
      </span>
      {children}
      {over && <span className="num total">{t("run.time", { seconds })}</span>}
    </div>
  );
}

const STEPS = ["brief", "intent", "skill", "context", "candidates", "checks", "ranking"] as const;

/** What a step is called. A step that the window does not know keeps its own name. */
export function useStepName(): (name: string) => string {
  const { t } = useTranslation("compose");
  return (name) => {
    const known = STEPS.find((step) => step === name);
    return known ? t(`run.step.${known}`) : name;
  };
}
