import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatsOf } from "./formats";

/** Numbers and times in the window's language. */
export function useFormats() {
  const { i18n } = useTranslation();
  return useMemo(() => formatsOf(i18n.language), [i18n.language]);
}
