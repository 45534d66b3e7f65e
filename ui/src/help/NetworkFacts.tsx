import { useTranslation } from "react-i18next";
import type { NetworkRules, Sourced } from "@/bridge";
import { useFormats } from "@/kit/useFormats";
import { lookUp } from "@/text/say";
import { Part, Source } from "./EntrySheet";

/** A network's rules, each with how sure it is, and the pages that state them. */
export function NetworkFacts({ network }: { network: NetworkRules }) {
  const { t, i18n } = useTranslation("help");
  const formats = useFormats();
  const { text, hashtags, mentions, links, fold, images } = network;
  const whole = (limit: number) => ({ limit: formats.whole(limit) });
  const lines = fold.phone.value.lines;
  const rows: [string, (Row | null)[]][] = [
    [
      t("network.length"),
      [
        row(t("network.length.value", whole(text.limit.value)), text.limit),
        text.paid_limit && row(t("network.paid", whole(text.paid_limit.value)), text.paid_limit),
      ],
    ],
    [
      t("network.hashtags"),
      [
        hashtags.max && row(t("network.hashtags.max", whole(hashtags.max.value)), hashtags.max),
        row(t("network.hashtags.advised", whole(hashtags.advised_max.value)), hashtags.advised_max),
      ],
    ],
    [
      t("network.mentions"),
      [
        mentions.form.value.kind === "picked"
          ? row(t("network.mentions.picked"), mentions.form)
          : row(t("network.mentions.handle", whole(mentions.form.value.max_chars)), mentions.form),
        mentions.max && row(t("network.mentions.max", whole(mentions.max.value)), mentions.max),
      ],
    ],
    [
      t("network.links"),
      [
        row(t(links.clickable.value ? "network.links.open" : "network.links.plain"), links.clickable),
        links.counted && row(t("network.links.counted", whole(links.counted.value)), links.counted),
        row(t("network.links.advised", whole(links.advised_max.value)), links.advised_max),
      ],
    ],
    [
      t("network.fold"),
      [
        row(
          lines === null
            ? t("network.fold.none")
            : t("network.fold.lines", { phone: lines, desktop: fold.desktop.value.lines ?? lines }),
          fold.phone,
        ),
      ],
    ],
    [
      t("network.images"),
      [
        row(t("network.images.max", whole(images.max.value)), images.max),
        images.required ? row(t("network.images.required"), images.max) : null,
        row(
          t("network.images.formats", { formats: images.formats.value.join(", ").toUpperCase() }),
          images.formats,
        ),
      ],
    ],
    [
      t("network.alt"),
      [images.alt_max && row(t("network.alt.max", whole(images.alt_max.value)), images.alt_max)],
    ],
    [
      t("network.comment"),
      [row(t("network.comment.max", whole(network.first_comment.value)), network.first_comment)],
    ],
  ];
  const kept = rows.map(([name, list]) => [name, list.filter((one) => one !== null)] as const);
  const pages = new Map(
    kept.flatMap(([, list]) => list.filter((one) => one.source !== "").map((one) => [one.source, one.date])),
  );
  return (
    <>
      <dl className="facts">
        {kept
          .filter(([, list]) => list.length > 0)
          .map(([name, list]) => (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd>
                <ul>
                  {list.map((one) => (
                    <li key={one.text}>
                      {one.text}
                      <span className="small faint">
                        {lookUp(i18n, ["networks"], `certainty.${one.certainty}`, { network: network.name })}
                      </span>
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
      </dl>
      <Part name={t("sources")}>
        <ul>
          {[...pages].map(([address, date]) => (
            <Source key={address} address={address} date={date} />
          ))}
        </ul>
      </Part>
    </>
  );
}

type Row = { text: string; source: string; date: string; certainty: string };

function row(text: string, rule: Sourced<unknown>): Row {
  return { text, source: rule.source, date: rule.date, certainty: rule.certainty };
}
