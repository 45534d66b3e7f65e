import { Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Failure } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { Button } from "@/kit/Button";
import { HelpLink } from "@/kit/HelpLink";
import { useSay } from "@/text/say";

/** An address without a screen. */
export function Lost() {
  const { t } = useTranslation("app");
  return (
    <div className="main">
      <Blank title={t("lost.title")} step={<Link to="/library">{t("nav.library")}</Link>}>
        {t("lost.text")}
      </Blank>
    </div>
  );
}

/** A screen that failed, or could not read what it shows. What was typed is kept by the application. */
export function Broken({ error }: { error: unknown }) {
  const { t } = useTranslation("app");
  const say = useSay();
  const router = useRouter();
  const refused = error instanceof Failure;
  return (
    <div className="main">
      <Blank
        title={t(refused ? "failed.title" : "broken.title")}
        step={
          <>
            {refused && <HelpLink about={`error.${error.code}`} words="more" />}
            <Button look="primary" onClick={() => void router.invalidate()}>
              {t("again")}
            </Button>
            {!refused && (
              <code className="small faint">{error instanceof Error ? error.message : String(error)}</code>
            )}
          </>
        }
      >
        {refused ? say.failure(error.code, error.params, error.message) : t("broken.text")}
      </Blank>
    </div>
  );
}
