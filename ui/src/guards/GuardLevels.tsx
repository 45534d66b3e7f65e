import { useTranslation } from "react-i18next";
import { type GuardLevel, type GuardView, useRead, useWrite } from "@/bridge";
import { Segmented } from "@/kit/Segmented";
import { useSay } from "@/text/say";

const LEVELS: readonly GuardLevel[] = ["off", "note", "warn", "full"];

/** How much of each guard the brand wants to hear. */
export function GuardLevels({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation("guards");
  const { data: guards } = useRead("guard.list", {});
  if (!guards) return null;
  return (
    <section className="sheet p-5" aria-labelledby="guard-levels">
      <h2 id="guard-levels">{t("levels")}</h2>
      <p className="mute mt-1 mb-4 max-w-[66ch]">{t("levels.help")}</p>
      <ul className="grid gap-3">
        {guards.map((guard) => (
          <GuardRow key={guard.id} guard={guard} readOnly={readOnly} />
        ))}
      </ul>
    </section>
  );
}

function GuardRow({ guard, readOnly }: { guard: GuardView; readOnly: boolean }) {
  const { t } = useTranslation("guards");
  const say = useSay();
  const { mutate, isPending, variables } = useWrite("guard.set");
  const level = isPending ? variables.level : guard.level;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-6 gap-y-1 max-[720px]:grid-cols-1">
      <div>
        <h3>{say.guard(guard.id)}</h3>
        <p className="small mute">{say.guardAbout(guard.id)}</p>
        {guard.limits.length > 0 && guard.level !== "full" && <p className="small">{t("levels.limits")}</p>}
      </div>
      {readOnly ? (
        <span className="mute">{t(`level.${level}`)}</span>
      ) : (
        <Segmented
          name={t("levels.of", { guard: say.guard(guard.id) })}
          value={level}
          options={LEVELS.map((value) => ({ value, name: t(`level.${value}`), face: t(`level.${value}`) }))}
          onChange={(chosen) => mutate({ guard: guard.id, level: chosen })}
        />
      )}
    </li>
  );
}
