import { useTranslation } from "react-i18next";
import type { BrandRules, Preference, Rule } from "@/bridge";
import { BrandFrame } from "./BrandPage";
import { Line, Lines, Pick } from "./Fields";
import { SaveBar } from "./SaveBar";
import { useDraft } from "./useDraft";

/** What posts must and must not do, as documents state it and members set it. */
export function RulesPage() {
  const { t } = useTranslation("brand");
  const form = useDraft();
  const rules = form.draft?.rules;
  return (
    <BrandFrame room="rules" about={form.base > 0 && t("profile.about", { revision: form.base })}>
      <div className="mid scroll" data-pane>
        {rules && (
          <form
            className="formgrid"
            aria-label={t("room.rules")}
            onSubmit={(event) => {
              event.preventDefault();
              if (form.dirty) form.save();
            }}
          >
            <Fields
              rules={rules}
              set={(change) => form.set({ rules: { ...rules, ...change } })}
              form={form}
            />
            <SaveBar form={form} />
          </form>
        )}
      </div>
    </BrandFrame>
  );
}

function Fields(props: {
  rules: BrandRules;
  set: (change: Partial<BrandRules>) => void;
  form: ReturnType<typeof useDraft>;
}) {
  const { t } = useTranslation("brand");
  const { rules, set } = props;
  const answers = [
    ["", t("rules.unsaid")],
    ["true", t("value.true")],
    ["false", t("value.false")],
  ] as const;
  const yesNo = (field: "emoji" | "exclamation_marks" | "use_hashtags" | "contractions") => (
    <Pick
      name={t(`field.rules.${field}`)}
      value={String(rules[field] ?? "")}
      options={answers}
      onChange={(value) => set({ [field]: value === "" ? null : value === "true" })}
      help={statedBy(rules, field, t("rules.stated"))}
    />
  );
  const number = (field: "max_hashtags" | "max_sentence_words") => (
    <Line
      name={t(`field.rules.${field}`)}
      value={String(rules[field] ?? "")}
      onChange={(value) => {
        const most = Number.parseInt(value, 10);
        set({ [field]: most > 0 && most < 1_000 ? most : null });
      }}
      help={statedBy(rules, field, t("rules.stated"))}
    />
  );
  return (
    <>
      <h2>{t("rules.words")}</h2>
      <div className="two">
        <Lines
          name={t("field.rules.required")}
          help={t("rules.required.help")}
          value={rules.required.map(({ text }) => text)}
          onChange={(texts) => set({ required: ruled(texts, rules.required) })}
        />
        <Lines
          name={t("field.rules.never")}
          help={t("profile.lines.help")}
          value={rules.never.map(({ text }) => text)}
          wrong={props.form.wrong("rules.never")}
          onChange={(texts) => set({ never: ruled(texts, rules.never) })}
          rows={6}
        />
      </div>
      <Lines
        name={t("field.rules.prefer")}
        help={t("rules.prefer.help")}
        value={rules.prefer.map(({ text, instead_of }) => `${text} < ${instead_of.join(", ")}`)}
        onChange={(lines) => set({ prefer: lines.map((line) => preferred(line, rules.prefer)) })}
        rows={5}
      />
      <h2>{t("rules.style")}</h2>
      <div className="two">
        {yesNo("emoji")}
        {yesNo("exclamation_marks")}
        {yesNo("use_hashtags")}
        {yesNo("contractions")}
        {number("max_hashtags")}
        {number("max_sentence_words")}
        <Pick
          name={t("field.rules.speaks_as")}
          value={rules.speaks_as ?? ""}
          options={[
            ["", t("rules.unsaid")],
            ["we", t("value.we")],
            ["name", t("value.name")],
            ["i", t("value.i")],
          ]}
          onChange={(value) => set({ speaks_as: (value || null) as BrandRules["speaks_as"] })}
        />
        <Pick
          name={t("field.rules.spelling")}
          value={rules.spelling ?? ""}
          options={[
            ["", t("rules.unsaid")],
            ["british", t("value.british")],
            ["american", t("value.american")],
          ]}
          onChange={(value) => set({ spelling: (value || null) as BrandRules["spelling"] })}
        />
      </div>
    </>
  );
}

function statedBy(rules: BrandRules, field: string, words: string): string {
  const source = rules.stated?.[field];
  return source ? `${words} ${source.file}` : "";
}

/** Rules for texts: those that stood there keep the place that states them. */
function ruled(texts: readonly string[], before: readonly Rule[]): Rule[] {
  return texts.map((text) => before.find((rule) => rule.text === text) ?? { text, source: null });
}

/** "cut to size < bespoke length, made to measure" */
function preferred(line: string, before: readonly Preference[]): Preference {
  const [text = "", others = ""] = line.split("<").map((part) => part.trim());
  const instead_of = others
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
  const same = before.find((rule) => rule.text === text && rule.instead_of.join() === instead_of.join());
  return same ?? { text, instead_of, source: null };
}
