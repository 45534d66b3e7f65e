import { useTranslation } from "react-i18next";
import { type Json, type RunView, type StepView, useRead, useWrite } from "@/bridge";
import { useStepName } from "@/drafting/RunStrip";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";

/** What a step was given and gave, and a way to take the run up again from it. */
export function StepInspector(props: { run: RunView; step: StepView; onOpen: (run: string) => void }) {
  const { t } = useTranslation("runs");
  const say = useSay();
  const nameOf = useStepName();
  const { run, step } = props;
  const { data: detail } = useRead("run.step", { run: run.id, step: step.name });
  const retry = useWrite("run.retry");
  const over = ["completed", "failed", "cancelled"].includes(run.state);
  const before = run.steps.slice(0, run.steps.indexOf(step));
  const ready = before.every(({ state }) => state === "completed");
  return (
    <div className="sheet part">
      <div className="row">
        <h3 className="grow">{nameOf(step.name)}</h3>
        <Button
          size="small"
          icon="refresh"
          off={(!over && t("retry.running")) || (!ready && t("retry.unready"))}
          busy={retry.isPending && t("retry.busy")}
          onClick={() =>
            retry.mutate(
              { run: run.id, step: step.name },
              { onSuccess: (started) => props.onOpen(started.id) },
            )
          }
        >
          {t("retry")}
        </Button>
      </div>
      <p className="small mute">{t(run.state === "completed" ? "retry.anew" : "retry.same")}</p>
      {retry.error && (
        <p className="help bad" role="alert">
          <Icon name="block" size={14} />
          {say.failure(retry.error.code, retry.error.params, retry.error.message)}
        </p>
      )}
      {detail?.output ? (
        <Text name={t("output")} json={detail.output} />
      ) : (
        <p className="mute">{t(`output.${step.state}` as "output.pending")}</p>
      )}
      {detail && <Text name={t("input")} json={detail.input} />}
    </div>
  );
}

function Text({ name, json }: { name: string; json: Json }) {
  const { t } = useTranslation("runs");
  const formats = useFormats();
  return (
    <details className="json" open={name === t("output")}>
      <summary>{name}</summary>
      <section aria-label={name}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long texts are scrolled with the keyboard too. */}
        <pre tabIndex={0}>{json.text}</pre>
      </section>
      {json.left_off > 0 && (
        <p className="small mute">
          {t("left-off", { count: json.left_off, replace: { count: formats.whole(json.left_off) } })}
        </p>
      )}
    </details>
  );
}
