import { Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Blank } from "@/kit/Blank";
import { Button } from "@/kit/Button";

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

/** A screen that failed. What was typed is kept by the application. */
export function Broken({ error }: { error: unknown }) {
  const { t } = useTranslation("app");
  const router = useRouter();
  return (
    <div className="main">
      <Blank
        title={t("broken.title")}
        step={
          <>
            <Button look="primary" onClick={() => void router.invalidate()}>
              {t("again")}
            </Button>
            <code className="small faint">{error instanceof Error ? error.message : String(error)}</code>
          </>
        }
      >
        {t("broken.text")}
      </Blank>
    </div>
  );
}
