import { useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "@/bridge";
import { useMedia } from "@/kit/useMedia";
import { systemLanguage } from "@/text";

/** Puts the language and the theme of the settings onto the document. */
export function useAppearance(): void {
  const { data } = useRead("settings.get", {});
  const { i18n } = useTranslation();
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const chosen = data?.theme ?? "system";
  const theme = chosen === "system" ? (systemDark ? "dark" : "light") : chosen;
  const language = data?.language ?? systemLanguage();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    if (i18n.language !== language) void i18n.changeLanguage(language);
  }, [language, i18n]);
}
