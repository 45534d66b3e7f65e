import { useTranslation } from "react-i18next";
import type { BrandIdentity, Language } from "@/bridge";
import { BrandFrame } from "./BrandPage";
import { Line, Lines, Pick } from "./Fields";
import { SaveBar } from "./SaveBar";
import { useDraft } from "./useDraft";

const NOBODY: BrandIdentity = { products: [], values: [], markets: [], languages: [], links: [] };
const LANGUAGES: readonly Language[] = ["en", "de", "other"];

/** Who the brand is: name, audiences, products, values, markets, languages, links and hashtags. */
export function ProfilePage() {
  const { t } = useTranslation("brand");
  const form = useDraft();
  const { draft, set, wrong } = form;
  const identity = draft?.identity ?? NOBODY;
  const also = (change: Partial<BrandIdentity>) => set({ identity: { ...identity, ...change } });
  const languages = LANGUAGES.map((code) => [code, t(`value.${code}`)] as const);
  return (
    <BrandFrame room="profile" about={form.base > 0 && t("profile.about", { revision: form.base })}>
      <div className="mid scroll" data-pane>
        {draft && (
          <form
            className="formgrid"
            aria-label={t("room.profile")}
            onSubmit={(event) => {
              event.preventDefault();
              if (form.dirty) form.save();
            }}
          >
            <h2>{t("profile.identity")}</h2>
            <div className="two">
              <Line
                name={t("field.name")}
                value={draft.name}
                wrong={wrong("name")}
                onChange={(name) => set({ name })}
              />
              <Pick
                name={t("field.language")}
                help={t("profile.language.help")}
                value={draft.language}
                options={languages}
                onChange={(language) => set({ language: language as Language })}
              />
            </div>
            <Line
              name={t("field.one_liner")}
              help={t("profile.one_liner.help")}
              value={draft.one_liner}
              wrong={wrong("one_liner")}
              onChange={(one_liner) => set({ one_liner })}
            />
            <div className="two">
              <Lines
                name={t("field.audiences")}
                help={t("profile.audiences.help")}
                value={draft.audiences}
                wrong={wrong("audiences")}
                onChange={(audiences) => set({ audiences })}
              />
              <Lines
                name={t("field.values")}
                help={t("profile.values.help")}
                value={identity.values}
                wrong={wrong("values")}
                onChange={(values) => also({ values })}
              />
              <Lines
                name={t("field.products")}
                help={t("profile.lines.help")}
                value={identity.products}
                wrong={wrong("products")}
                onChange={(products) => also({ products })}
              />
              <Lines
                name={t("field.markets")}
                help={t("profile.lines.help")}
                value={identity.markets}
                wrong={wrong("markets")}
                onChange={(markets) => also({ markets })}
              />
            </div>
            <fieldset className="field">
              <legend className="label">{t("field.languages")}</legend>
              <div className="row flex-wrap">
                {languages
                  .filter(([code]) => code !== draft.language && code !== "other")
                  .map(([code, words]) => (
                    <label key={code} className="row">
                      <input
                        type="checkbox"
                        checked={identity.languages.includes(code)}
                        onChange={(event) =>
                          also({
                            languages: event.target.checked
                              ? [...identity.languages, code]
                              : identity.languages.filter((other) => other !== code),
                          })
                        }
                      />
                      {words}
                    </label>
                  ))}
              </div>
            </fieldset>
            <h2>{t("profile.links")}</h2>
            <div className="two">
              <Line
                name={t("field.website")}
                value={draft.website ?? ""}
                placeholder="https://"
                wrong={wrong("website")}
                onChange={(website) => set({ website: website || null })}
              />
              <Lines
                name={t("field.hashtags")}
                help={t("profile.lines.help")}
                value={draft.hashtags}
                wrong={wrong("hashtags")}
                onChange={(hashtags) => set({ hashtags })}
              />
            </div>
            <Lines
              name={t("field.links")}
              help={t("profile.lines.help")}
              value={identity.links}
              wrong={wrong("links")}
              onChange={(links) => also({ links })}
            />
            <SaveBar form={form} />
          </form>
        )}
      </div>
    </BrandFrame>
  );
}
