import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { Icon } from "@/kit/Icon";
import { useSay } from "@/text/say";

/** Makes the open demo as it was at first. What is lost is said before. */
export function ResetDemo({ folder }: { folder: string }) {
  const { t } = useTranslation(["desk", "app"]);
  const say = useSay();
  const { data: desk } = useRead("desk.look", {});
  const [asking, ask] = useState(false);
  const reset = useWrite("desk.reset");
  const demo = desk?.recent.find((recent) => recent.folder === folder)?.demo;
  if (!demo) return null;
  return (
    <div className="mt-4">
      <Button look="danger" size="small" onClick={() => ask(true)}>
        {t("desk:reset")}
      </Button>
      <Dialog open={asking} onOpenChange={ask} title={t("desk:reset.title")} about={t("desk:reset.about")}>
        {reset.error && (
          <p className="help bad" role="alert">
            <Icon name="block" size={14} />
            {say.failure(reset.error.code, reset.error.params, reset.error.message)}
          </p>
        )}
        <div className="end">
          <Button autoFocus onClick={() => ask(false)}>
            {t("app:cancel")}
          </Button>
          <Button
            look="danger"
            className="fill"
            busy={reset.isPending && t("desk:reset.busy")}
            onClick={() => reset.mutate({ demo })}
          >
            {t("desk:reset.yes")}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
