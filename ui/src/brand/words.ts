import { useTranslation } from "react-i18next";
import type { Axis } from "@/bridge";
import { lookUp } from "@/text/say";

/** The poles of an axis, the low one first, as the catalogs name them. */
export const poles = (axis: Axis) => axis.split("-") as [string, string];

/** Words for fields and values that cross as codes. */
export function useWords() {
  const { i18n } = useTranslation("brand");
  const of = (code: string) => lookUp(i18n, ["brand"], code);
  return {
    pole: (code: string) => of(`pole.${code}`) ?? code,
    field: (field: string) => of(`field.${field}`) ?? field.replace(/^rules\./, "").replaceAll("_", " "),
    /** Values that are codes have words ("true", "formal-casual 66"); others stand for themselves. */
    item: (field: string, item: string) => {
      if (field === "axes" || field === "targets") {
        const [axis = "", value = ""] = item.split(" ");
        const [low, high] = poles(axis as Axis);
        return `${of(`pole.${low}`) ?? low}–${of(`pole.${high}`) ?? high} ${value}`;
      }
      return field.startsWith("rules.") || field === "language" || field === "languages"
        ? (of(`value.${item}`) ?? item)
        : item;
    },
    problem: (problem: string) => of(`problem.${problem}`) ?? problem,
    move: (move: string) => of(`move.${move}`) ?? move,
    split: (split: string) => of(`split.${split}`) ?? split,
    edit: (code: string) => of(`edit.${code}`) ?? code,
  };
}
