import { useTranslation } from "react-i18next";
import { ImportForm } from "@/knowledge/ImportForm";

/** A workspace that knows nothing yet: the one step is to give it something to write from. */
export function FirstFolder({ documents }: { documents: number }) {
  const { t } = useTranslation("compose");
  return (
    <>
      <h1 className="vh">{t("post.title")}</h1>
      <div className="start" data-pane>
        <section className="sheet trim" aria-labelledby="first">
          <div>
            <h2 id="first" className="h1">
              {t("first.title")}
            </h2>
            <p className="mute mt-1">{t("first.text", { count: documents })}</p>
          </div>
          <ImportForm main />
        </section>
      </div>
    </>
  );
}
