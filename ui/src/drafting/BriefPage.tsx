import { Navigate, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failure, type RunView, useAbout, useRead, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { State } from "@/kit/State";
import { useKeys } from "@/kit/useKeys";
import { useSay } from "@/text/say";
import { AdvisorySheet } from "./AdvisorySheet";
import { BriefForm } from "./BriefForm";
import { FirstFolder } from "./FirstFolder";
import { RunStrip, useStepName } from "./RunStrip";
import { WorkSkeleton } from "./WorkSkeleton";

/** A brief being written; or, while one is drafted from, its run. */
export function BriefPage() {
  const { brief, run, former } = useSearch({ from: "/compose" });
  const about = useAbout();
  if (run) return <Running run={run} brief={brief ?? ""} former={former} />;
  if (about?.counts.entries === 0) return <FirstFolder documents={about.counts.documents} />;
  return <BriefForm key={brief ?? ""} brief={brief ?? ""} former={former} />;
}

function Running(props: { run: string; brief: string; former: string | undefined }) {
  const { run: id, brief, former } = props;
  const { t } = useTranslation("compose");
  const nameOf = useStepName();
  const { data: run, error } = useRead("run.get", { run: id });
  if (error) return <Stopped brief={brief} title={t("run.failed")} failure={error} />;
  if (!run) {
    return (
      <>
        <Head brief={brief} />
        <div className="patches" />
        <WorkSkeleton name={t("run.working")} />
      </>
    );
  }
  if (run.post) return <Navigate to="/compose/$post" params={{ post: run.post }} replace />;
  if (run.advisory) {
    return (
      <>
        <Head run={run} brief={brief} />
        <RunStrip run={run} />
        <AdvisorySheet advisory={run.advisory} brief={brief} former={former} />
      </>
    );
  }
  if (run.state === "failed") {
    const failure = new Failure(
      run.error?.code ?? "internal",
      run.error?.message ?? "",
      run.error?.params ?? {},
    );
    const broken = run.steps.find((step) => step.state === "failed");
    return (
      <>
        <Head run={run} brief={brief} />
        <RunStrip run={run} />
        <Stopped
          brief={brief}
          title={t("run.failed")}
          failure={failure}
          {...(broken && { where: nameOf(broken.name) })}
        />
      </>
    );
  }
  if (run.state === "cancelled") {
    return (
      <>
        <Head run={run} brief={brief} />
        <RunStrip run={run} />
        <Stopped brief={brief} title={t("run.stopped")} failure={null} />
      </>
    );
  }
  return <Working run={run} brief={brief} />;
}

function Head({ run, brief }: { run?: RunView; brief: string }) {
  const { t } = useTranslation("compose");
  const navigate = useNavigate();
  return (
    <header className="bar brief">
      <h1 className="vh">{t("post.title")}</h1>
      <span className="label">{t("brief")}</span>
      <p className="t clip grow">{brief}</p>
      {run && run.state !== "running" && run.state !== "pending" && (
        <Button
          size="small"
          icon="pencil"
          onClick={() => void navigate({ to: "/compose", search: { brief } })}
        >
          {t("brief.edit")}
        </Button>
      )}
    </header>
  );
}

/** The run at work: its strip, and after 200 ms the sheets that are to come. */
function Working({ run, brief }: { run: RunView; brief: string }) {
  const { t } = useTranslation("compose");
  const cancel = useWrite("run.cancel");
  const stop = () => cancel.mutate({ run: run.id });
  useKeys({ Escape: stop });
  return (
    <>
      <Head run={run} brief={brief} />
      <RunStrip run={run}>
        <Button size="tiny" keys="Esc" busy={cancel.isPending && t("run.stopping")} onClick={stop}>
          {t("run.stop")}
        </Button>
      </RunStrip>
      <WorkSkeleton name={t("run.working")} />
    </>
  );
}

/** A run that gave nothing: what happened, why, and the way on. */
function Stopped(props: { brief: string; title: string; failure: Failure | null; where?: string }) {
  const { brief, title, failure, where } = props;
  const { t } = useTranslation("compose");
  const say = useSay();
  const navigate = useNavigate();
  const start = useWrite("draft.start");
  const [again, setAgain] = useState<Failure | null>(null);
  const shown = again ?? failure;
  return (
    <div className="start">
      <section className="sheet">
        {where && (
          <State tone="red" icon="block">
            {where}
          </State>
        )}
        <h2>{title}</h2>
        <p className="mute">
          {shown ? say.failure(shown.code, shown.params, shown.message) : t("run.stopped.text")}
        </p>
        <div className="row">
          <Button
            look="primary"
            onClick={() => void navigate({ to: "/compose", search: brief ? { brief } : {} })}
          >
            {t("brief.edit")}
          </Button>
          {brief && (
            <Button
              icon="refresh"
              busy={start.isPending && t("brief.drafting")}
              onClick={() =>
                start.mutate(
                  { brief },
                  {
                    onSuccess: ({ run }) => void navigate({ to: "/compose", search: { run, brief } }),
                    onError: setAgain,
                  },
                )
              }
            >
              {t("brief.again")}
            </Button>
          )}
        </div>
      </section>
    </div>
  );
}
