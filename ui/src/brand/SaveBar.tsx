import { useTranslation } from "react-i18next";
import { Button } from "@/kit/Button";
import { useKeys } from "@/kit/useKeys";
import type { useDraft } from "./useDraft";

/** Keeps or drops what was changed. */
export function SaveBar({ form }: { form: ReturnType<typeof useDraft> }) {
  const { t } = useTranslation("brand");
  useKeys({ "Mod+s": form.dirty ? form.save : undefined });
  return (
    <div className="row mt-4">
      <Button
        look="primary"
        busy={form.pending && t("saving")}
        off={!form.dirty && t("profile.unchanged")}
        onClick={form.save}
      >
        {t("profile.save")}
      </Button>
      {form.dirty && (
        <Button look="ghost" onClick={form.drop}>
          {t("profile.drop")}
        </Button>
      )}
      <span className="small faint">{t(form.dirty ? "profile.dirty" : "profile.kept")}</span>
    </div>
  );
}
