import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { type PassageView, useLive } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { Button } from "@/kit/Button";
import { State } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { useShown } from "@/kit/useShown";
import { useSay } from "@/text/say";
import { Entries } from "./Entries";
import { MarkedText } from "./MarkedText";
import type { Place } from "./place";

type At = Omit<Place, "document">;

/** A document's text with what was read from it, and beside it the entries. */
export function PassageDesk({ place, onOpen }: { place: Place; onOpen: (at: At) => void }) {
  const { t } = useTranslation(["knowledge", "app"]);
  const say = useSay();
  const text = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLElement>(null);
  const { data: passage, error } = useLive("knowledge.passage", place);
  const entry = passage?.entries.find(({ id }) => id === place.entry);
  // Once the passage is the one that was asked for.
  const key = `${passage?.span.start}:${entry?.id ?? place.at ?? ""}`;
  useShown(text, entry ? `mark[data-marks~="${entry.id}"]` : "[data-at]", key, "center");
  useShown(list, "[aria-current=true]", key, "nearest");
  if (error) {
    return (
      <section className="p-4" data-pane>
        <div className="sheet max-w-[520px]">
          <Blank
            title={t("app:failed.title")}
            step={<Button onClick={() => onOpen({})}>{t("app:again")}</Button>}
          >
            {say.failure(error.code, error.params, error.message)}
          </Blank>
        </div>
      </section>
    );
  }
  if (!passage) return <Skeleton />;
  return (
    <>
      <section className="kn-text" aria-label={passage.title} ref={text} data-pane>
        <Head passage={passage} onOpen={onOpen} />
        {place.entry && !entry && (
          <div className="mb-3" role="status">
            <State tone="amber" icon="warn">
              {t("knowledge:gone")}
            </State>
          </div>
        )}
        <MarkedText
          passage={passage}
          lit={entry?.id ?? null}
          at={entry ? undefined : place.at}
          onPick={(id) => onOpen({ entry: id })}
        />
      </section>
      <aside className="kn-entries" aria-label={t("knowledge:entries")} ref={list} data-pane>
        <Entries
          entries={passage.entries}
          chosen={entry}
          language={passage.language}
          onOpen={(id) => onOpen({ entry: id })}
        />
      </aside>
    </>
  );
}

function Head({ passage, onOpen }: { passage: PassageView; onOpen: (at: At) => void }) {
  const { t } = useTranslation("knowledge");
  const formats = useFormats();
  return (
    <header className="kn-head">
      <h2>{passage.title}</h2>
      <p className="row small faint flex-wrap">
        <span>{passage.file}</span>
        <span>{t(`kind-of.${passage.kind}`)}</span>
        <span>{t(`language.${passage.language}`)}</span>
        {passage.parts > 1 && (
          <span className="row ml-auto">
            <Button
              size="tiny"
              look="ghost"
              icon="left"
              aria-label={t("part.before")}
              off={passage.part === 1 && t("part.first")}
              onClick={() => onOpen({ at: passage.span.start - 1 })}
            />
            <span className="num">
              {t("part", { part: formats.whole(passage.part), parts: formats.whole(passage.parts) })}
            </span>
            <Button
              size="tiny"
              look="ghost"
              icon="right"
              aria-label={t("part.after")}
              off={passage.part === passage.parts && t("part.last")}
              onClick={() => onOpen({ at: passage.span.end })}
            />
          </span>
        )}
      </p>
    </header>
  );
}

/** The text that is to come. */
function Skeleton() {
  const { t } = useTranslation("app");
  return (
    <output className="late kn-text grid content-start gap-4" aria-label={t("loading")}>
      {[40, 92, 86, 57].map((width) => (
        <span key={width} className="sk" style={{ width: `${width}%` }} />
      ))}
    </output>
  );
}
