import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Improvement, type ScoredText, toUtf16, useLive, type VoiceView } from "@/bridge";
import { Button } from "@/kit/Button";
import { Editor } from "@/kit/Editor";
import { Reasons } from "@/kit/Score";
import { State } from "@/kit/State";
import { segments } from "@/kit/segments";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import { useWords } from "./words";

/** A text to try: its score while it is written, the reasons, and the smallest edits that help. */
export function TryText({ voice }: { voice: VoiceView }) {
  const { t } = useTranslation("brand");
  const say = useSay();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text);
  const { data, error } = useLive("voice.score", { text: asked });
  const empty = text.trim() === "";
  const current = data && asked === text ? data : undefined;
  return (
    <aside className="try scroll" aria-label={t("try")} data-pane>
      <h2>{t("try")}</h2>
      <div className="sheet on">
        <Editor
          name={t("try.field")}
          value={text}
          onChange={setText}
          parts={segments(text, current ? marksOf(text, current) : [], [])}
          lit={null}
          showing={false}
          language={voice.language}
        />
      </div>
      {error && (
        <p className="small" role="alert">
          {say.failure(error.code, error.params, error.message)}
        </p>
      )}
      {empty && !error && <p className="small faint">{t("try.empty")}</p>}
      {!empty && data && <Result voice={voice} scored={data} />}
      {!empty && current && current.improvements.length > 0 && (
        <Edits text={text} scored={current} onApply={setText} />
      )}
    </aside>
  );
}

function Result({ voice, scored }: { voice: VoiceView; scored: ScoredText }) {
  const { t } = useTranslation("brand");
  const formats = useFormats();
  const say = useSay();
  const { score, posts, reasons } = scored.voice;
  return (
    <section className="sheet" aria-label={t("try.score")} aria-live="polite">
      {score === null ? (
        <>
          <State tone="plain" icon="note">
            {t("try.none")}
          </State>
          <p className="small faint mt-1">
            {t("try.none.text", { count: posts, needed: voice.posts_needed })}
          </p>
        </>
      ) : (
        <div className="row items-end gap-3">
          <span className="score big">
            <b>{formats.tenths(score)}</b>
          </span>
          <div className="grow pb-1">
            <div className="meter" aria-hidden="true">
              <i style={{ width: `${score * 10}%` }} />
            </div>
            <p className="small faint num mt-1">
              {t("try.range", {
                low: formats.tenths(voice.own_scores.low),
                high: formats.tenths(voice.own_scores.high),
              })}
            </p>
          </div>
        </div>
      )}
      {reasons.length > 0 && (
        <div className="mt-2">
          <Reasons
            reasons={reasons.map((reason, index) => ({
              key: `${reason.code}-${index}`,
              points: reason.points,
              text: say.voice(reason.code, reason.params),
            }))}
          />
        </div>
      )}
    </section>
  );
}

function Edits(props: { text: string; scored: ScoredText; onApply: (text: string) => void }) {
  const { t } = useTranslation("brand");
  const formats = useFormats();
  const words = useWords();
  const [all, setAll] = useState(false);
  const { improvements, voice } = props.scored;
  const shown = all ? improvements : improvements.slice(0, 1);
  return (
    <section className="sheet" aria-label={t("try.edits")}>
      <h3>{t("try.edits")}</h3>
      {shown.map((edit, index) => {
        const { before, gone, after } = cut(props.text, edit);
        return (
          <div key={`${edit.code}:${edit.span.start}:${edit.replacement}`}>
            <p className="small faint mt-1">{words.edit(edit.code)}</p>
            <p className="edit">
              {before.length > 40 ? `…${before.slice(-36)}` : before}
              {gone && <del>{gone}</del>}
              {edit.replacement && <ins>{edit.replacement}</ins>}
              {after.length > 40 ? `${after.slice(0, 36)}…` : after}
            </p>
            <div className="row">
              <Button
                look={index === 0 ? "primary" : "plain"}
                size="small"
                onClick={() => props.onApply(before + edit.replacement + after)}
              >
                {t("try.apply", {
                  from: formats.tenths(voice.score ?? 0),
                  to: formats.tenths(edit.score),
                })}
              </Button>
              {index === 0 && improvements.length > 1 && (
                <Button look="ghost" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
                  {t(all ? "try.fewer" : "try.others")}
                </Button>
              )}
            </div>
          </div>
        );
      })}
    </section>
  );
}

function cut(text: string, edit: Improvement) {
  const [range = { start: 0, end: 0 }] = toUtf16(text, [edit.span]);
  return {
    before: text.slice(0, range.start),
    gone: text.slice(range.start, range.end),
    after: text.slice(range.end),
  };
}

/** The words and sentences that cost points. */
function marksOf(text: string, scored: ScoredText) {
  const costly = scored.voice.reasons.flatMap((reason, index) =>
    reason.span && reason.points < 0 ? [{ span: reason.span, code: reason.code, index }] : [],
  );
  const ranges = toUtf16(
    text,
    costly.map(({ span }) => span),
  );
  return costly.flatMap(({ code, index }, at) => {
    const range = ranges[at];
    const severity = code === "never-word" ? ("block" as const) : ("note" as const);
    return range && range.end > range.start ? [{ id: String(index), severity, range }] : [];
  });
}
