import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { DocumentSummary } from "@/bridge";
import { useFormats } from "@/kit/useFormats";
import type { Place } from "./place";

/** All documents by file. */
export function Documents(props: {
  documents: readonly DocumentSummary[] | undefined;
  current: string | undefined;
  onOpen: (place: Place) => void;
}) {
  const { t } = useTranslation("app");
  if (!props.documents) {
    return (
      <output className="late grid gap-5 p-4" aria-label={t("loading")}>
        {[70, 84, 62, 76].map((width) => (
          <span key={width} className="sk" style={{ width: `${width}%` }} />
        ))}
      </output>
    );
  }
  return (
    <ul className="scroll flex-1" data-list="documents">
      {props.documents.map((document) => (
        <DocumentItem
          key={document.id}
          document={document}
          on={document.id === props.current}
          onOpen={() => props.onOpen({ document: document.id })}
        />
      ))}
    </ul>
  );
}

/** A document in a list. */
export function DocumentItem(props: { document: DocumentSummary; on: boolean; onOpen: () => void }) {
  const { t } = useTranslation(["settings", "knowledge"]);
  const formats = useFormats();
  const { title, file, language, entries } = props.document;
  const count = t("settings:workspace.entries", {
    count: entries,
    replace: { count: formats.whole(entries) },
  });
  return (
    <li>
      <button
        type="button"
        data-item
        className={clsx("kn-item", props.on && "on")}
        aria-current={props.on ? "true" : undefined}
        onClick={props.onOpen}
      >
        <span className="t">{title}</span>
        <span className="m">
          <span className="clip" title={file}>
            {file}
          </span>
          <span className="num">{count}</span>
          {language !== "other" && <abbr title={t(`knowledge:language.${language}`)}>{language}</abbr>}
        </span>
      </button>
    </li>
  );
}
