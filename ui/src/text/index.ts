import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import type app from "./en/app.json";
import type audit from "./en/audit.json";
import type brand from "./en/brand.json";
import type compose from "./en/compose.json";
import type desk from "./en/desk.json";
import type errors from "./en/errors.json";
import type guards from "./en/guards.json";
import type help from "./en/help.json";
import type knowledge from "./en/knowledge.json";
import type members from "./en/members.json";
import type policy from "./en/policy.json";
import type posts from "./en/posts.json";
import type preview from "./en/preview.json";
import type review from "./en/review.json";
import type runs from "./en/runs.json";
import type settings from "./en/settings.json";
import type talk from "./en/talk.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "app";
    keySeparator: false;
    nsSeparator: ":";
    resources: {
      app: typeof app;
      audit: typeof audit;
      brand: typeof brand;
      compose: typeof compose;
      desk: typeof desk;
      errors: typeof errors;
      guards: typeof guards;
      help: typeof help;
      knowledge: typeof knowledge;
      members: typeof members;
      policy: typeof policy;
      posts: typeof posts;
      preview: typeof preview;
      review: typeof review;
      runs: typeof runs;
      settings: typeof settings;
      talk: typeof talk;
    };
  }
}

export const LANGUAGES = ["en", "de"] as const;
export type WindowLanguage = (typeof LANGUAGES)[number];

type Catalog = Record<string, string>;

const files = import.meta.glob<Catalog>("./{en,de}/*.json", { eager: true, import: "default" });

/** All catalogs: language, then capability. */
export const catalogs: Record<WindowLanguage, Record<string, Catalog>> = { en: {}, de: {} };
for (const [path, catalog] of Object.entries(files)) {
  const [, language, capability] = /^\.\/(en|de)\/(.+)\.json$/.exec(path) ?? [];
  if (language && capability) catalogs[language as WindowLanguage][capability] = catalog;
}

/** The language of the system, as far as Galley speaks it. */
export function systemLanguage(): WindowLanguage {
  return navigator.language.toLowerCase().startsWith("de") ? "de" : "en";
}

/** Starts the texts in a language. Everything is in memory, so it is ready when it returns. */
export function startTexts(language: WindowLanguage): i18n {
  const texts = i18next.createInstance();
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    defaultNS: "app",
    ns: Object.keys(catalogs.en),
    resources: catalogs,
    keySeparator: false,
    nsSeparator: ":",
    initAsync: false,
    // React escapes by itself.
    interpolation: { escapeValue: false },
    // A value that did not come is a gap, not the name of a hole.
    missingInterpolationHandler: () => "…",
  });
  return texts;
}
