import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Advisory, type AdvisoryChoice, useWrite } from "@/bridge";
import { Icon } from "@/kit/Icon";
import { State } from "@/kit/State";
import { useMessages } from "@/kit/Toasts";
import { useKeys } from "@/kit/useKeys";
import { useSay } from "@/text/say";

const LETTERS = ["A", "B", "C"] as const;

/** Galley is not sure and asks: two or three ways on, each a key. */
export function AdvisorySheet(props: { advisory: Advisory; brief: string; former: string | undefined }) {
  const { advisory, brief, former } = props;
  const { t } = useTranslation("compose");
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const navigate = useNavigate();
  const start = useWrite("draft.start");
  const choose = (choice: AdvisoryChoice | undefined) => {
    if (!choice || start.isPending) return;
    // Two ways on are the person's own to go: drafting again would only ask again.
    if (choice.code === "change-brief") return void navigate({ to: "/compose", search: { brief } });
    if (choice.code === "add-document") return void navigate({ to: "/settings" });
    start.mutate(
      {
        brief: choice.brief || brief,
        ...(choice.skill && { skill: choice.skill }),
        settled: choice.settled ?? [],
        without: choice.without ?? [],
        ...(former && { former }),
      },
      {
        onSuccess: ({ run }) =>
          void navigate({ to: "/compose", search: { run, brief: choice.brief || brief } }),
        onError: (failure) =>
          tell({
            tone: "failed",
            text: say.failure(failure.code, failure.params, failure.message),
            about: `error.${failure.code}`,
          }),
      },
    );
  };
  useKeys({
    a: () => choose(advisory.choices[0]),
    b: () => choose(advisory.choices[1]),
    c: () => choose(advisory.choices[2]),
  });
  return (
    <div className="start" data-pane>
      <section className="sheet trim" aria-labelledby="advisory">
        <State tone="amber" icon="note">
          {t("advisory")}
        </State>
        <h2 id="advisory">{say.drafting(advisory.code, advisory.params)}</h2>
        <div className="grid gap-2">
          {advisory.choices.slice(0, 3).map((choice, index) => (
            <button
              key={`${choice.code} ${JSON.stringify(choice.params)}`}
              type="button"
              className="choice"
              onClick={() => choose(choice)}
            >
              <kbd>{LETTERS[index]}</kbd>
              <span>
                <b className="font-semibold">{say.drafting(choice.code, choice.params)}</b>
                {choice.brief && choice.brief !== brief && (
                  <small>{t("fix.use", { text: choice.brief })}</small>
                )}
              </span>
              <Icon name="right" />
            </button>
          ))}
        </div>
      </section>
    </div>
  );
}
