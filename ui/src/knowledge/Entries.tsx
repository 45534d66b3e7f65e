import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { Entry, Language, ProductFacts } from "@/bridge";
import { useFormats } from "@/kit/useFormats";

/** What was read from a passage, in the order of the text; the one that is chosen with all that is known of it. */
export function Entries(props: {
  entries: readonly Entry[];
  chosen: Entry | undefined;
  /** Of the document. */
  language: Language;
  onOpen: (entry: string) => void;
}) {
  const { t } = useTranslation("knowledge");
  if (props.entries.length === 0) return <p className="mute p-4">{t("entries.none")}</p>;
  return (
    <ol data-list="entries">
      {props.entries.map((entry) => {
        const on = entry.id === props.chosen?.id;
        return (
          <li key={entry.id} className={clsx("kn-entry", on && "on")}>
            <button
              type="button"
              data-item
              className="kn-item"
              aria-current={on ? "true" : undefined}
              onClick={() => props.onOpen(entry.id)}
            >
              <span className="s">{entry.statement}</span>
              <span className="m">
                <span>{t(`category.${entry.category}`)}</span>
                <span>{t(`kind.${entry.kind}`, { place: entry.order ?? "" })}</span>
              </span>
            </button>
            {on && <Details entry={entry} document={props.language} />}
          </li>
        );
      })}
    </ol>
  );
}

function Details({ entry, document }: { entry: Entry; document: Language }) {
  const { t } = useTranslation("knowledge");
  const formats = useFormats();
  const all: [string, string | null][] = [
    [t("entry.question"), entry.question],
    [t("entry.about"), entry.subject],
    [t("entry.headings"), entry.headings.join(" › ")],
    [t("entry.language"), entry.language === document ? null : t(`language.${entry.language}`)],
    [t("entry.confidence"), `${formats.whole(entry.confidence * 100)} %`],
    [t("entry.use"), t(entry.quoted ? "form.quoted" : `form.${entry.form}`)],
  ];
  const rows = all.filter(([, value]) => value);
  return (
    <div className="kn-details">
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {entry.product && <Product product={entry.product} />}
      {entry.entities.length > 0 && (
        <section aria-label={t("entry.entities")}>
          <h3 className="label mb-1">{t("entry.entities")}</h3>
          <ul className="row flex-wrap gap-1">
            {entry.entities.map((entity) => (
              <li key={`${entity.span.start}:${entity.kind}`} className="chip">
                {t(`entity.${entity.kind}`)} <b>{entity.text}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** A row of a catalog. */
function Product({ product }: { product: ProductFacts }) {
  const { t } = useTranslation("knowledge");
  const price = [product.price, product.unit].filter(Boolean).join(" / ");
  const all: [string, string | null][] = [
    [t("product.price"), price],
    [t("product.availability"), product.availability],
    [t("product.description"), product.description],
    ...product.details.map(({ name, value }): [string, string] => [name, value]),
  ];
  const rows = all.filter(([, value]) => value);
  return (
    <section aria-label={t("product")}>
      <h3 className="label mb-1">{product.name}</h3>
      <dl>
        {rows.map(([name, value], index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, and rows never move.
          <div key={index}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
