import type { i18n } from "i18next";
import { useTranslation } from "react-i18next";
import type { Params } from "@/bridge";

/**
 * The sentence for a code of the application, out of the first catalog that has it.
 *
 * A code that no catalog knows is shown readably, with its values, rather than not at all.
 */
export function sentence(
  texts: i18n,
  catalogs: readonly string[],
  code: string,
  params: Params = {},
): string {
  const found = lookUp(texts, catalogs, code, params);
  if (found !== null) return found;
  const values = Object.entries(params).map(([name, value]) => `${name}: ${value}`);
  const words = code.replaceAll(/[.-]/g, " ");
  return values.length > 0 ? `${words} (${values.join(", ")})` : words;
}

/** Like `sentence`, but null if no catalog knows the code. */
export function lookUp(
  texts: i18n,
  catalogs: readonly string[],
  code: string,
  params: Params = {},
): string | null {
  // "count" picks the plural form, and has to be a number for that.
  const count = Number(params.count);
  const values = Number.isFinite(count) && params.count !== "" ? { ...params, count } : params;
  const say = texts.t as unknown as (key: string, values: object) => string;
  for (const catalog of catalogs) {
    const key = `${catalog}:${code}`;
    if (texts.exists(key, values)) return say(key, values);
  }
  return null;
}

/** A skill by its name: ours have words in the catalogs, a team's own is written out ("open-days"). */
export function skillName(texts: i18n, name: string): string {
  const words = name.replaceAll("-", " ");
  return lookUp(texts, ["skills"], `name.${name}`) ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** Sentences for codes, in the window's language. */
export function useSay() {
  const { i18n } = useTranslation();
  return {
    finding: (code: string, params: Params) => sentence(i18n, ["guards", "networks"], code, params),
    findingHelp: (code: string, params: Params) =>
      lookUp(i18n, ["guards", "networks"], `${code}.help`, params),
    guard: (id: string) => sentence(i18n, ["guards"], id),
    guardAbout: (id: string) => sentence(i18n, ["guards"], `${id}.about`),
    guardFix: (id: string) => sentence(i18n, ["guards"], `${id}.fix`),
    fix: (code: string, params: Params) => sentence(i18n, ["guards"], code, params),
    voice: (code: string, params: Params) => sentence(i18n, ["brand"], code, params),
    drafting: (code: string, params: Params) => {
      const named = params.skill ? { ...params, skill: skillName(i18n, params.skill) } : params;
      return sentence(i18n, ["drafting", "knowledge", "skills"], code, named);
    },
    skill: (name: string) => skillName(i18n, name),
    failure: (code: string, params: Params, message: string) =>
      lookUp(i18n, ["errors", "drafting"], code, { detail: message, ...params }) ?? message,
  };
}
