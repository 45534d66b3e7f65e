import clsx from "clsx";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AxisReading, QuotedPost, VoiceView } from "@/bridge";
import { Button } from "@/kit/Button";
import { useFormats } from "@/kit/useFormats";
import { useChange } from "./useChange";
import { poles, useWords } from "./words";

/** Where the brand stands between the poles, with the sentences that show it. */
export function Tone({ voice }: { voice: VoiceView }) {
  const { t } = useTranslation("brand");
  return (
    <section aria-label={t("tone")}>
      <div className="row flex-wrap">
        <h2>{t("tone")}</h2>
        <span className="small faint">{t("tone.key")}</span>
      </div>
      {voice.axes.map((reading) => (
        <AxisRow
          key={reading.axis}
          reading={reading}
          target={voice.edits.targets[reading.axis] ?? null}
          quoted={voice.quoted}
          language={voice.language}
        />
      ))}
    </section>
  );
}

function AxisRow(props: {
  reading: AxisReading;
  target: number | null;
  quoted: readonly QuotedPost[];
  language: string;
}) {
  const { t } = useTranslation("brand");
  const formats = useFormats();
  const words = useWords();
  const { change } = useChange();
  const { reading } = props;
  const [low, high] = poles(reading.axis).map(words.pole) as [string, string];
  // While it is dragged the place is here; what was set is kept by the application.
  const [dragged, setDragged] = useState<number | null>(null);
  const target = dragged ?? props.target;
  const keep = (value: number | null) => {
    setDragged(null);
    if (value !== props.target) change({ kind: "target", axis: reading.axis, value });
  };
  const place = Math.round(reading.value);
  const confidence = t("tone.interval", {
    low: formats.whole(reading.low),
    high: formats.whole(reading.high),
  });
  return (
    <>
      <div className="axis">
        <span className={clsx(place < 50 && "b")}>{low}</span>
        <div className="scale" title={confidence}>
          <i style={{ left: 0 }} />
          <i style={{ left: "50%" }} />
          <i style={{ left: "100%" }} />
          <u style={{ left: `${reading.band_low}%`, width: `${reading.band_high - reading.band_low}%` }} />
          <s style={{ left: `${reading.low}%`, width: `${reading.high - reading.low}%` }} />
          <b style={{ left: `${reading.value}%` }} />
          <em style={{ left: `${reading.value}%` }}>{formats.whole(place)}</em>
          {target !== null && <b className="target" style={{ left: `${target}%` }} />}
          <input
            type="range"
            min={0}
            max={100}
            step={1}
            value={Math.round(target ?? reading.value)}
            aria-label={t("tone.slider", { low, high })}
            aria-valuetext={
              target === null
                ? t("tone.measured", { value: formats.whole(place), interval: confidence })
                : t("tone.target", { value: formats.whole(target) })
            }
            onChange={(event) => setDragged(Number(event.target.value))}
            onPointerUp={() => keep(dragged ?? props.target)}
            onKeyUp={() => dragged !== null && keep(dragged)}
            onBlur={() => dragged !== null && keep(dragged)}
          />
        </div>
        <span className={clsx(place >= 50 && "b")}>{high}</span>
      </div>
      {props.target !== null && (
        <p className="small num flex items-center justify-center gap-2">
          {t("tone.target", { value: formats.whole(props.target) })}
          <Button look="ghost" size="tiny" onClick={() => keep(null)}>
            {t("tone.untarget")}
          </Button>
        </p>
      )}
      <div className="evidence" lang={props.language}>
        {reading.quotes.map((quote) => (
          <q key={`${quote.post}:${quote.span.start}`}>
            {quote.text}
            <Where quoted={props.quoted.find(({ post }) => post === quote.post)} />
          </q>
        ))}
        {reading.quotes.length === 0 && <span className="small faint">{t("tone.no-quotes")}</span>}
      </div>
    </>
  );
}

/** Where and when a quoted post was published, as far as it is known. */
export function Where({ quoted }: { quoted: QuotedPost | undefined }) {
  const { t } = useTranslation(["brand", "app"]);
  const formats = useFormats();
  const { i18n } = useTranslation();
  if (!quoted) return null;
  const network = quoted.network ? t(`brand:network.${quoted.network}`) : null;
  const date = quoted.date ? formats.date(quoted.date) : null;
  const where = [network, date].filter(Boolean).join(", ");
  return <cite lang={i18n.language}>{where || t("brand:posts.undated")}</cite>;
}
