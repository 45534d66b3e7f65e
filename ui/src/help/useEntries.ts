import { useTranslation } from "react-i18next";
import { CODES, type GuardView, type NetworkRules, useRead } from "@/bridge";
import { lookUp, useSay } from "@/text/say";

/** One thing that the help explains. */
export type Entry = {
  /** `guard.length`, `network.x`, `error.disk-full`, `keys`, `word.skill`. */
  id: string;
  group: Group;
  title: string;
  text: string;
  guard?: GuardView;
  network?: NetworkRules;
};

export const GROUPS = ["guards", "networks", "errors", "keys", "words"] as const;
export type Group = (typeof GROUPS)[number];

/** All entries, in the window's language; null until guards and networks are read. */
export function useEntries(): readonly Entry[] | null {
  const { i18n, t } = useTranslation("help");
  const say = useSay();
  const guards = useRead("guard.list", {});
  const networks = useRead("network.list", {});
  if (guards.error) throw guards.error;
  if (networks.error) throw networks.error;
  if (!guards.data || !networks.data) return null;
  const help = (key: string) => lookUp(i18n, ["help"], key) ?? key;
  return [
    ...guards.data.map(
      (guard): Entry => ({
        id: `guard.${guard.id}`,
        group: "guards",
        title: say.guard(guard.id),
        text: say.guardAbout(guard.id),
        guard,
      }),
    ),
    ...networks.data.map(
      (network): Entry => ({
        id: `network.${network.id}`,
        group: "networks",
        title: network.name,
        text: lookUp(i18n, ["networks"], `counting.${network.id}`) ?? "",
        network,
      }),
    ),
    ...CODES.map(
      (code): Entry => ({
        id: `error.${code}`,
        group: "errors",
        title: help(`error.${code}`),
        text: help(`error.${code}.why`),
      }),
    ),
    { id: "keys", group: "keys", title: t("group.keys"), text: t("keys.text") },
    ...words(i18n.getResourceBundle("en", "help") as Record<string, string>).map(
      (word): Entry => ({
        id: `word.${word}`,
        group: "words",
        title: help(`word.${word}`),
        text: help(`word.${word}.text`),
      }),
    ),
  ];
}

/** The entries that hold every word that was typed, in their title, text, codes or id. */
export function matching(entries: readonly Entry[], typed: string): readonly Entry[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return entries;
  const held = entries.filter((entry) => {
    const codes = entry.guard?.codes.join(" ") ?? "";
    const all = fold(`${entry.title} ${entry.text} ${entry.id} ${codes}`);
    return wanted.every((word) => all.includes(word));
  });
  // What is called so comes before what only speaks of it.
  const named = (entry: Entry) => (wanted.some((word) => fold(entry.title).includes(word)) ? 0 : 1);
  return [...held].sort((left, right) => named(left) - named(right));
}

function words(catalog: Record<string, string>): string[] {
  const keys = Object.keys(catalog).map((key) => /^word\.([\w-]+)$/.exec(key)?.[1]);
  return keys.filter((word) => word !== undefined);
}

function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
