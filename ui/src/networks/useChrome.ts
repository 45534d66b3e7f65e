import { useTranslation } from "react-i18next";
import type { Language } from "@/bridge";
import type preview from "@/text/en/preview.json";

/** The network's own words around a post, in the language that the post is read in. */
export function useChrome(language: Language) {
  const { i18n } = useTranslation();
  const say = i18n.getFixedT(language === "de" ? "de" : "en", "preview");
  return (key: Extract<keyof typeof preview, `chrome.${string}`>) => say(key);
}
