import { useTranslation } from "react-i18next";

/** Leads to an entry of the help: `guard.length`, `network.x`, `error.disk-full`, `word.skill`. */
export function HelpLink({ about, words }: { about: string; words: "why" | "more" }) {
  const { t } = useTranslation("help");
  return (
    <a className="small" href={helpAddress(about)}>
      {words === "why" ? t("why") : t("more")}
    </a>
  );
}

/** Where an entry is shown: behind the hash, as all screens. Works outside of the screens too. */
export function helpAddress(about: string): string {
  return `#/help?about=${encodeURIComponent(about)}`;
}
