import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { ReviewItem } from "@/bridge";
import { NetworkBadge } from "@/kit/NetworkBadge";
import { SEVERITIES, State, VERSION_STATES } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { useNow } from "@/kit/useNow";

/** What waits, then what was decided. */
export function Inbox(props: {
  inbox: { waiting: readonly ReviewItem[]; decided: readonly ReviewItem[] };
  current: ReviewItem | undefined;
  onOpen: (item: ReviewItem) => void;
}) {
  const { t } = useTranslation("review");
  const { waiting, decided } = props.inbox;
  const groups = [
    { name: t("waiting"), items: waiting },
    { name: t("decided"), items: decided },
  ].filter(({ items }) => items.length > 0);
  return (
    <aside className="inbox" aria-label={t("inbox")} data-pane>
      <div className="hd">
        <h1>{t("title")}</h1>
        {waiting.length > 0 && <span className="count">{waiting.length}</span>}
      </div>
      <div className="scroll flex-1">
        {groups.map(({ name, items }) => (
          <section key={name} aria-label={name}>
            <h2 className="grp">{name}</h2>
            {items.map((item) => (
              <Item
                key={item.candidate}
                item={item}
                on={item.candidate === props.current?.candidate}
                onOpen={() => props.onOpen(item)}
              />
            ))}
          </section>
        ))}
      </div>
    </aside>
  );
}

function Item({ item, on, onOpen }: { item: ReviewItem; on: boolean; onOpen: () => void }) {
  const { t } = useTranslation("app");
  const formats = useFormats();
  const now = useNow();
  const { block, warn } = item.findings;
  return (
    <button
      type="button"
      className={clsx("item", on && "on")}
      aria-current={on ? "true" : undefined}
      onClick={onOpen}
    >
      <span className="t">{item.title}</span>
      <span className="m">
        {item.networks.map((network) => (
          <NetworkBadge key={network} network={network} />
        ))}
        <span className="clip num" title={`${item.by}, ${formats.moment(item.at)}`}>
          {item.by}, {formats.since(item.at, now)}
        </span>
      </span>
      <span className="m">
        {item.state === "awaiting-approval" ? (
          block > 0 ? (
            <State {...SEVERITIES.block}>{t("severity.block", { count: block })}</State>
          ) : warn > 0 ? (
            <State {...SEVERITIES.warn}>{t("severity.warn", { count: warn })}</State>
          ) : (
            <State tone="green" icon="check">
              {t("severity.none")}
            </State>
          )
        ) : (
          <State {...VERSION_STATES[item.state]}>{t(`state.${item.state}`)}</State>
        )}
      </span>
    </button>
  );
}
