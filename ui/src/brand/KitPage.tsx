import { useTranslation } from "react-i18next";
import { type BrandKit, useAbout } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { BrandMark } from "@/kit/BrandMark";
import { Button } from "@/kit/Button";
import { State } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { BrandFrame } from "./BrandPage";
import { contrast, isHex } from "./contrast";
import { Lines } from "./Fields";
import { SaveBar } from "./SaveBar";
import { useDraft } from "./useDraft";

/** Logo, palette with the contrast of its pairs, and fonts. */
export function KitPage() {
  const { t } = useTranslation("brand");
  const form = useDraft();
  const about = useAbout();
  const kit = form.draft?.kit;
  return (
    <BrandFrame room="kit" about={form.base > 0 && t("profile.about", { revision: form.base })}>
      <div className="mid scroll" data-pane>
        {kit && (
          <form
            className="formgrid"
            aria-label={t("room.kit")}
            onSubmit={(event) => {
              event.preventDefault();
              if (form.dirty) form.save();
            }}
          >
            <h2>{t("kit.logo")}</h2>
            <div className="row">
              {about && (
                <BrandMark
                  name={about.look.name}
                  short={about.look.name}
                  logo={about.look.logo}
                  color={about.look.color}
                  className="tile"
                />
              )}
              <span className="small mute">{kit.logo ?? t("kit.no-logo")}</span>
            </div>
            <Palette kit={kit} set={(change) => form.set({ kit: { ...kit, ...change } })} form={form} />
            <h2>{t("kit.fonts")}</h2>
            <Lines
              name={t("field.fonts")}
              help={t("kit.fonts.help")}
              value={kit.fonts}
              onChange={(fonts) => form.set({ kit: { ...kit, fonts } })}
            />
            <SaveBar form={form} />
          </form>
        )}
      </div>
    </BrandFrame>
  );
}

function Palette(props: {
  kit: BrandKit;
  set: (change: Partial<BrandKit>) => void;
  form: ReturnType<typeof useDraft>;
}) {
  const { t } = useTranslation("brand");
  const { palette } = props.kit;
  const change = (at: number, color: { name?: string; hex?: string }) =>
    props.set({ palette: palette.map((other, index) => (index === at ? { ...other, ...color } : other)) });
  const wrong = props.form.wrong("palette");
  return (
    <>
      <h2>{t("kit.palette")}</h2>
      {palette.length === 0 && <Blank title={t("kit.no-colors")}>{t("kit.no-colors.text")}</Blank>}
      <ul className="swatches">
        {palette.map((color, index) => (
          // Two colors may have the same name while one is written.
          // biome-ignore lint/suspicious/noArrayIndexKey: a color is its place in the list
          <li key={index}>
            <span
              className="swatch"
              style={isHex(color.hex) ? { background: color.hex } : undefined}
              aria-hidden="true"
            />
            <input
              className="in"
              aria-label={t("kit.color.name", { number: index + 1 })}
              value={color.name}
              onChange={(event) => change(index, { name: event.target.value })}
            />
            <input
              className="in num"
              aria-label={t("kit.color.hex", { number: index + 1 })}
              aria-invalid={isHex(color.hex) ? undefined : true}
              value={color.hex}
              onChange={(event) => change(index, { hex: event.target.value })}
            />
            <Button
              look="ghost"
              size="small"
              icon="close"
              aria-label={t("kit.color.remove", { name: color.name || color.hex })}
              onClick={() => props.set({ palette: palette.filter((_, at) => at !== index) })}
            />
          </li>
        ))}
      </ul>
      {wrong && (
        <p className="help err" role="alert">
          {wrong}
        </p>
      )}
      <div>
        <Button
          size="small"
          icon="plus"
          onClick={() => props.set({ palette: [...palette, { name: t("kit.color.new"), hex: "#" }] })}
        >
          {t("kit.color.add")}
        </Button>
      </div>
      <Pairs colors={palette.filter(({ hex }) => isHex(hex))} />
    </>
  );
}

/** Letters of this size and weight need less: 18.7 px bold or 24 px, WCAG 2.2, 1.4.3. */
const ENOUGH = 4.5;
const ENOUGH_LARGE = 3;

function Pairs({ colors }: { colors: readonly { name: string; hex: string }[] }) {
  const { t } = useTranslation("brand");
  const formats = useFormats();
  if (colors.length < 2) return null;
  const pairs = colors.flatMap((ink, at) =>
    colors.slice(at + 1).map((ground) => ({ ink, ground, value: contrast(ink.hex, ground.hex) })),
  );
  return (
    <section aria-label={t("kit.pairs")}>
      <h3 className="mb-2">{t("kit.pairs")}</h3>
      <div className="pairs">
        {pairs.map(({ ink, ground, value }) => (
          <div key={`${ink.hex}${ink.name}-${ground.hex}${ground.name}`}>
            <div className="pair" style={{ color: ink.hex, background: ground.hex }}>
              {ink.name}
            </div>
            <p className="small num mt-1">
              {t("kit.contrast", { on: ground.name, value: formats.tenths(value) })}
            </p>
            {value >= ENOUGH ? (
              <State tone="green" icon="check">
                {t("kit.enough")}
              </State>
            ) : value >= ENOUGH_LARGE ? (
              <State tone="amber" icon="warn">
                {t("kit.large")}
              </State>
            ) : (
              <State tone="red" icon="block">
                {t("kit.little")}
              </State>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
