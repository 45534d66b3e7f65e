import { RadioGroup } from "radix-ui";
import { useTranslation } from "react-i18next";
import { type Demand, type Level, type Mode, type Need, type Role, useAbout } from "@/bridge";
import { Button } from "@/kit/Button";

const MODES: readonly Mode[] = ["none", "optional", "required", "levels"];
const APPROVERS = ["reviewer", "editor", "admin"] as const satisfies readonly Role[];
/** Levels that an approval may have at the most. */
const MOST = 5;

/** What an approval takes. */
export function DemandFields(props: {
  name: string;
  value: Demand;
  off: boolean;
  onChange: (demand: Demand) => void;
}) {
  const { t } = useTranslation("policy");
  const { value, off } = props;
  const levels = value.mode === "levels" ? value.levels : [];
  const choose = (mode: Mode) => {
    const one: Level = { name: t("level.first"), need: "any", members: [], roles: ["reviewer"] };
    props.onChange(mode === "levels" ? { mode, levels: [one] } : { mode });
  };
  const put = (next: Level[]) => props.onChange({ mode: "levels", levels: next });
  return (
    <div className="grid gap-2">
      <RadioGroup.Root
        className="flex flex-wrap gap-2"
        aria-label={props.name}
        disabled={off}
        value={value.mode}
        onValueChange={(mode) => choose(mode as Mode)}
      >
        {MODES.map((mode) => (
          <RadioGroup.Item key={mode} value={mode} className="btn pick">
            <span className="dot" aria-hidden="true" />
            {t(`mode.${mode}`)}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      <p className="help">{t(`mode.${value.mode}.help`)}</p>
      {levels.length > 0 && (
        <ol className="grid gap-3">
          {levels.map((level, index) => (
            <LevelFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place in the order.
              key={index}
              number={index + 1}
              value={level}
              off={off}
              onChange={(changed) => put(levels.map((other, at) => (at === index ? changed : other)))}
              onRemove={levels.length > 1 ? () => put(levels.filter((_, at) => at !== index)) : null}
            />
          ))}
        </ol>
      )}
      {value.mode === "levels" && levels.length < MOST && (
        <Button
          size="tiny"
          icon="plus"
          className="justify-self-start"
          off={off && t("admin.only")}
          onClick={() => put([...levels, { name: "", need: "any", members: [], roles: ["admin"] }])}
        >
          {t("level.add")}
        </Button>
      )}
    </div>
  );
}

/** One step: its name, and who stamps it. */
function LevelFields(props: {
  number: number;
  value: Level;
  off: boolean;
  onChange: (level: Level) => void;
  onRemove: (() => void) | null;
}) {
  const { t } = useTranslation(["policy", "app"]);
  const about = useAbout();
  const { value, off, number } = props;
  const members = (about?.members ?? []).filter(({ role }) => role !== "viewer");
  const toggle = <T,>(list: readonly T[], item: T, on: boolean): T[] =>
    on ? [...list, item] : list.filter((other) => other !== item);
  return (
    <li className="rule grid gap-2">
      <div className="row flex-wrap">
        <span className="num b">{number}</span>
        <input
          className="in w-[200px]"
          aria-label={t("policy:level.name", { number })}
          placeholder={t("policy:level.name", { number })}
          value={value.name}
          disabled={off}
          maxLength={80}
          onChange={(event) => props.onChange({ ...value, name: event.target.value })}
        />
        <select
          className="in pickstate"
          aria-label={t("policy:level.need", { number })}
          value={value.need}
          disabled={off}
          onChange={(event) => props.onChange({ ...value, need: event.target.value as Need })}
        >
          <option value="any">{t("policy:need.any")}</option>
          <option value="all">{t("policy:need.all")}</option>
        </select>
        {props.onRemove && (
          <Button
            size="small"
            look="ghost"
            icon="trash"
            aria-label={t("policy:level.remove", { number })}
            off={off && t("policy:admin.only")}
            onClick={props.onRemove}
          />
        )}
      </div>
      <fieldset className="row flex-wrap gap-x-4">
        <legend className="vh">{t("policy:level.who", { number })}</legend>
        {APPROVERS.map((role) => (
          <Check
            key={role}
            name={t(`policy:every.${role}`)}
            checked={value.roles.includes(role)}
            off={off}
            onChange={(on) => props.onChange({ ...value, roles: toggle<Role>(value.roles, role, on) })}
          />
        ))}
        {members.map(({ id, name }) => (
          <Check
            key={id}
            name={name}
            checked={value.members.includes(id)}
            off={off}
            onChange={(on) => props.onChange({ ...value, members: toggle(value.members, id, on) })}
          />
        ))}
      </fieldset>
    </li>
  );
}

export function Check(props: {
  name: string;
  checked: boolean;
  off: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="row min-h-6 min-w-0 gap-1.5">
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.off}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <bdi className="clip">{props.name}</bdi>
    </label>
  );
}
