import { useTranslation } from "react-i18next";
import type { VoiceView } from "@/bridge";
import { useFormats } from "@/kit/useFormats";
import { useWords } from "./words";

/** What the posts do, measured. */
export function Measures({ voice }: { voice: VoiceView }) {
  const { t } = useTranslation("brand");
  const formats = useFormats();
  const words = useWords();
  const share = (value: number | undefined) =>
    value === undefined || value < 0.005
      ? t("measured.none")
      : t("measured.share", { value: formats.whole(value * 100) });
  const spread = (value: { low: number; middle: number; high: number }) =>
    t("measured.spread", {
      middle: formats.whole(value.middle),
      low: formats.whole(value.low),
      high: formats.whole(value.high),
    });
  const usual = (moves: Record<string, number>) => {
    const [top] = Object.entries(moves).sort((a, b) => b[1] - a[1]);
    return top ? `${words.move(top[0])}, ${share(top[1])}` : t("measured.none");
  };
  const habit = (name: string) => share(voice.habits[name]);
  const rows: [string, string][] = [
    [t("measured.sentence"), spread(voice.sentence_words)],
    [t("measured.paragraph"), spread(voice.paragraph_words)],
    [t("measured.we"), habit("we")],
    [t("measured.you"), habit("you")],
    [t("measured.questions"), habit("questions")],
    [t("measured.imperatives"), habit("imperatives")],
    [t("measured.exclamations"), habit("exclamations")],
    [t("measured.emoji"), habit("emoji")],
    [t("measured.hashtags"), spread(voice.hashtags)],
    [t("measured.capitals"), habit("capitals")],
    [t("measured.contractions"), habit("contractions")],
    [t("measured.dashes"), habit("dashes")],
    [t("measured.opens"), usual(voice.openings)],
    [t("measured.ends"), usual(voice.closings)],
    [t("measured.asks"), voice.calls_to_action.slice(0, 4).join(", ") || t("measured.none")],
  ];
  return (
    <section className="mt-5" aria-label={t("measured")}>
      <div className="row">
        <h2>{t("measured")}</h2>
        <span className="small faint num">{t("measured.from", { count: voice.posts })}</span>
      </div>
      <dl className="measures num">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
