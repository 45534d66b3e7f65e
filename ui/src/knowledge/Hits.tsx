import clsx from "clsx";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentSummary, SearchView } from "@/bridge";
import { matches } from "@/kit/matches";
import { DocumentItem } from "./Documents";
import type { Place } from "./place";

/** Documents by their names, then what is stated, then where the words stand. */
export function Hits(props: {
  hits: SearchView | undefined;
  documents: readonly DocumentSummary[];
  query: string;
  place: Place | undefined;
  onOpen: (place: Place) => void;
}) {
  const { t } = useTranslation("knowledge");
  const { hits, place, query, onOpen } = props;
  const documents = props.documents.filter(({ title, file }) => matches(`${title} ${file}`, query));
  if (hits && documents.length + hits.entries.length + hits.chunks.length === 0) {
    return (
      <p className="mute p-4" role="status">
        {t("nothing", { query })}
      </p>
    );
  }
  return (
    <div className="scroll flex-1" data-list="hits">
      <Group title={t("hits.entries")} count={hits?.entries.length ?? 0}>
        {hits?.entries.map((hit) => (
          <Hit
            key={hit.entry}
            text={hit.statement}
            query={query}
            file={hit.file}
            about={t(`category.${hit.category}`)}
            on={hit.entry === place?.entry}
            onOpen={() => onOpen({ document: hit.document, entry: hit.entry })}
          />
        ))}
      </Group>
      <Group title={t("hits.documents")} count={documents.length}>
        {documents.map((document) => (
          <DocumentItem
            key={document.id}
            document={document}
            on={document.id === place?.document && !place.entry && place.at === undefined}
            onOpen={() => onOpen({ document: document.id })}
          />
        ))}
      </Group>
      <Group title={t("hits.passages")} count={hits?.chunks.length ?? 0}>
        {hits?.chunks.map((hit) => (
          <Hit
            key={hit.chunk}
            text={around(hit.text, query)}
            query={query}
            file={hit.file}
            about={hit.headings.at(-1) ?? ""}
            on={!place?.entry && hit.document === place?.document && hit.span.start === place.at}
            onOpen={() => onOpen({ document: hit.document, at: hit.span.start })}
          />
        ))}
      </Group>
    </div>
  );
}

function Group({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="grp">{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function Hit(props: {
  text: string;
  query: string;
  file: string;
  about: string;
  on: boolean;
  onOpen: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        data-item
        className={clsx("kn-item", props.on && "on")}
        aria-current={props.on ? "true" : undefined}
        onClick={props.onOpen}
      >
        <span className="s">
          <Found text={props.text} query={props.query} />
        </span>
        <span className="m">
          <span className="clip" title={props.file}>
            {props.file}
          </span>
          {props.about && <span className="clip">{props.about}</span>}
        </span>
      </button>
    </li>
  );
}

/** A text with the words that were asked for. */
function Found({ text, query }: { text: string; query: string }) {
  // Search finds other forms of a word too; those are not marked.
  const places = query
    .split(/\s+/)
    .flatMap((word) => matches(text, word) ?? [])
    .sort(([a], [b]) => a - b);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of places) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <b key={start}>{text.slice(start, end)}</b>);
    at = end;
  }
  return [...parts, text.slice(at)];
}

/** Letters of a passage that a list has room for. */
const ROOM = 160;

/** The stretch of a passage in which the first of the words stands. */
function around(text: string, query: string): string {
  const first = query
    .split(/\s+/)
    .flatMap((word) => matches(text, word)?.map(([start]) => start) ?? [])
    .reduce((least, start) => Math.min(least, start), text.length);
  const from = first === text.length ? 0 : Math.max(0, text.lastIndexOf("\n", first) + 1, first - ROOM / 2);
  const stretch = text.slice(from, from + ROOM).replaceAll(/\s+/g, " ");
  return `${from > 0 ? "… " : ""}${stretch}${from + ROOM < text.length ? " …" : ""}`;
}
