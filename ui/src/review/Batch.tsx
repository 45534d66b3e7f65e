import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApprovedItem, type ReviewItem, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { useMessages } from "@/kit/Toasts";
import { useSay } from "@/text/say";

/** What is done with the items that were picked; what was refused is named with its reason. */
export function Batch(props: { items: readonly ReviewItem[]; onClear: () => void }) {
  const { t } = useTranslation("review");
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const approve = useWrite("review.approve_many");
  const [came, setCame] = useState<{ item: ReviewItem; refused: ApprovedItem["refused"] }[]>([]);
  const { items } = props;
  const run = () =>
    approve.mutate(
      { items: items.map(({ candidate, mine }) => ({ candidate, versions: mine })) },
      {
        onSuccess: (results) => {
          const all = items.flatMap((item) => {
            const result = results.find(({ candidate }) => candidate === item.candidate);
            return result ? [{ item, refused: result.refused }] : [];
          });
          props.onClear();
          if (all.every(({ refused }) => !refused)) {
            tell({ tone: "done", text: t("many.done", { count: all.length }) });
          } else {
            setCame(all);
          }
        },
        onError: ({ code, params, message }) =>
          tell({ tone: "failed", text: say.failure(code, params, message) }),
      },
    );
  const refused = came.filter((one) => one.refused);
  return (
    <>
      {items.length > 0 && (
        <div className="batch" role="toolbar" aria-label={t("selected", { count: items.length })}>
          <span className="num grow">{t("selected", { count: items.length })}</span>
          <Button size="small" look="primary" busy={approve.isPending && t("many.busy")} onClick={run}>
            {t("selected.approve")}
          </Button>
          <Button size="small" look="ghost" onClick={props.onClear}>
            {t("selected.clear")}
          </Button>
        </div>
      )}
      <Dialog
        open={came.length > 0}
        onOpenChange={(open) => !open && setCame([])}
        title={t("many.title", { done: came.length - refused.length, all: came.length })}
      >
        <h3 className="mt-3 mb-1">{t("many.refused")}</h3>
        <ul className="grid gap-2">
          {refused.map(({ item, refused: why }) => (
            <li key={item.candidate}>
              <p className="clip font-serif" dir="auto">
                {item.title}
              </p>
              <p className="small text-red">{why && say.failure(why.code, why.params, why.message)}</p>
            </li>
          ))}
        </ul>
        <div className="end">
          <Button onClick={() => setCame([])}>{t("many.close")}</Button>
        </div>
      </Dialog>
    </>
  );
}
