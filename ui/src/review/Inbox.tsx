import clsx from "clsx";
import { ToggleGroup } from "radix-ui";
import { useTranslation } from "react-i18next";
import type { ReviewItem } from "@/bridge";
import { NetworkBadge } from "@/kit/NetworkBadge";
import { SEVERITIES, State, VERSION_STATES } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { useNow } from "@/kit/useNow";
import { FILTERS, type Filter, type Group } from "./groups";

type Props = {
  groups: readonly Group[];
  counts: Record<Filter, number>;
  filter: Filter | null;
  onFilter: (filter: Filter | null) => void;
  current: ReviewItem | undefined;
  picked: ReadonlySet<string>;
  onOpen: (item: ReviewItem) => void;
  onPick: (item: ReviewItem) => void;
  /** What is done with those that were picked. */
  foot: React.ReactNode;
};

/** What waits for whom, and what was decided. */
export function Inbox(props: Props) {
  const { t } = useTranslation("review");
  const { groups, counts, current } = props;
  const waiting = counts.mine + counts.waiting;
  return (
    <aside className="inbox" aria-label={t("inbox")} data-pane>
      <div className="hd">
        <h1>{t("title")}</h1>
        {waiting > 0 && <span className="count">{waiting}</span>}
      </div>
      <ToggleGroup.Root
        className="filters"
        type="single"
        aria-label={t("filter")}
        value={props.filter ?? ""}
        onValueChange={(value) => props.onFilter((value || null) as Filter | null)}
      >
        {FILTERS.map((filter) => (
          <ToggleGroup.Item key={filter} value={filter}>
            {t(`filter.${filter}`)} <span className="num">{counts[filter]}</span>
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: as below. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside. */}
      <div className="scroll flex-1" onKeyDown={(event) => steer(event, props)}>
        {groups.map(({ key, items }) => (
          <section key={key} aria-label={t(key)}>
            <h2 className="grp">{t(key)}</h2>
            {items.map((item) => (
              <Item
                key={item.candidate}
                item={item}
                on={item.candidate === current?.candidate}
                picked={props.picked.has(item.candidate)}
                onOpen={() => props.onOpen(item)}
                onPick={() => props.onPick(item)}
              />
            ))}
          </section>
        ))}
        {groups.length === 0 && props.filter && <p className="small faint p-4">{t("filter.none")}</p>}
      </div>
      {props.foot}
    </aside>
  );
}

/** Arrows move, with Shift they pick on the way; Space picks. */
function steer(event: React.KeyboardEvent<HTMLElement>, props: Props): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("button.item")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const items = props.groups.flatMap((group) => group.items);
  const here = items[at];
  if (event.key === " " && here) {
    event.preventDefault();
    props.onPick(here);
  }
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const to = by && at >= 0 ? rows[at + by] : undefined;
  const next = items[at + (by ?? 0)];
  if (!to || !next || !here) return;
  event.preventDefault();
  to.focus();
  if (!event.shiftKey) return;
  for (const item of [here, next]) if (!props.picked.has(item.candidate)) props.onPick(item);
}

function Item(props: {
  item: ReviewItem;
  on: boolean;
  picked: boolean;
  onOpen: () => void;
  onPick: () => void;
}) {
  const { t } = useTranslation(["review", "app"]);
  const formats = useFormats();
  const now = useNow();
  const { item, on, picked } = props;
  const by = item.by_former ? t("review:former", { name: item.by }) : item.by;
  return (
    <div className={clsx("itemrow", picked && "picked")}>
      {item.state === "awaiting-approval" && (
        <input
          type="checkbox"
          tabIndex={-1}
          className="pick"
          aria-label={t("review:select", { title: item.title })}
          checked={picked}
          onChange={props.onPick}
        />
      )}
      <button
        type="button"
        className={clsx("item", on && "on")}
        aria-current={on ? "true" : undefined}
        onClick={props.onOpen}
      >
        <span className="t" dir="auto">
          {item.title}
        </span>
        <span className="m">
          {item.networks.map((network) => (
            <NetworkBadge key={network} network={network} />
          ))}
          <span className="clip num" title={`${by}, ${formats.moment(item.at)}`}>
            <bdi>{by}</bdi>, {formats.since(item.at, now)}
          </span>
        </span>
        <span className="m wrap">
          <Standing item={item} />
          {item.open_comments > 0 && (
            <State tone="blue" icon="talk">
              {t("review:comments.open", { count: item.open_comments })}
            </State>
          )}
          {item.changed && (
            <State tone="amber" icon="refresh">
              {t("review:changed")}
            </State>
          )}
        </span>
      </button>
    </div>
  );
}

/** The gravest thing to know of an item. */
function Standing({ item }: { item: ReviewItem }) {
  const { t } = useTranslation(["review", "app"]);
  const { block, warn } = item.findings;
  if (item.state !== "awaiting-approval") {
    return (
      <State {...VERSION_STATES[item.state]}>
        {item.reason ? t(`review:reason.${item.reason}`) : t(`app:state.${item.state}`)}
      </State>
    );
  }
  return (
    <>
      {block > 0 ? (
        <State {...SEVERITIES.block}>{t("app:severity.block", { count: block })}</State>
      ) : warn > 0 ? (
        <State {...SEVERITIES.warn}>{t("app:severity.warn", { count: warn })}</State>
      ) : (
        <State tone="green" icon="check">
          {t("app:severity.none")}
        </State>
      )}
      {item.stamps > item.networks.length && (
        <span className="faint num">{t("review:stamps", { given: item.stamped, all: item.stamps })}</span>
      )}
    </>
  );
}
