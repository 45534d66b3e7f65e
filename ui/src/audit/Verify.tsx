import { useTranslation } from "react-i18next";
import { useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { State } from "@/kit/State";
import { useSay } from "@/text/say";

/** Checks the chain from its first record. */
export function Verify() {
  const { t } = useTranslation("audit");
  const say = useSay();
  const verify = useWrite("audit.verify");
  const { data, error } = verify;
  return (
    <section
      className="sheet flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3"
      aria-label={t("verify.title")}
    >
      <p className="mute min-w-0 grow">{t("verify.text")}</p>
      <output className="min-w-0">
        {data && !error && (
          <State tone="green" icon="check">
            {t("verify.whole", { count: data.records })}
          </State>
        )}
        {error && (
          <span role="alert" className="grid gap-1">
            <State tone="red" icon="block">
              {t("verify.broken", { record: error.params.record ?? "?" })}
            </State>
            <span className="small">{say.failure(error.code, error.params, error.message)}</span>
          </span>
        )}
      </output>
      <Button icon="lock" busy={verify.isPending && t("verify.busy")} onClick={() => verify.mutate({})}>
        {t("verify")}
      </Button>
    </section>
  );
}
