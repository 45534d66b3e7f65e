import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Blank } from "@/kit/Blank";
import { Icon } from "@/kit/Icon";
import { useKeys } from "@/kit/useKeys";
import { EntrySheet } from "./EntrySheet";
import { type Entry, GROUPS, matching, useEntries } from "./useEntries";
import "./help.css";

/** What guards, networks, messages, keys and words mean: a list to search, and the entry beside it. */
export function HelpPage() {
  const { t } = useTranslation("help");
  const { about } = useSearch({ strict: false });
  const [typed, setTyped] = useState("");
  const entries = useEntries();
  const shown = entries ? matching(entries, typed) : [];
  // What was asked for stays while it is in the list; typing leads to the first that fits.
  const current = shown.find((entry) => entry.id === about) ?? shown[0];
  useKeys({ "/": () => document.querySelector<HTMLInputElement>(".helpdesk input[type=search]")?.focus() });
  return (
    <div className="helpdesk">
      <aside className="toc" data-pane>
        <div className="hd">
          <h1>{t("title")}</h1>
          {entries && (
            <span className="small faint num" aria-live="polite">
              {t("search.count", { count: shown.length })}
            </span>
          )}
        </div>
        <div className="find">
          <span className="search">
            <Icon name="search" size={14} />
            <input
              type="search"
              className="in"
              aria-label={t("search")}
              placeholder={t("search")}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </span>
        </div>
        <nav aria-label={t("contents")} className="scroll" aria-busy={!entries}>
          {GROUPS.map((group) => (
            <EntryList
              key={group}
              name={t(`group.${group}`)}
              entries={shown.filter((entry) => entry.group === group)}
              current={current}
            />
          ))}
        </nav>
      </aside>
      <div className="scroll p-4" data-pane>
        {current ? (
          <EntrySheet entry={current} />
        ) : (
          entries && (
            <div className="sheet max-w-[640px]">
              <Blank title={t("search.none", { text: typed })}>{t("search.none.text")}</Blank>
            </div>
          )
        )}
      </div>
    </div>
  );
}

function EntryList(props: { name: string; entries: readonly Entry[]; current: Entry | undefined }) {
  if (props.entries.length === 0) return null;
  return (
    <section aria-label={props.name}>
      <h2 className="slug">{props.name}</h2>
      <ul>
        {props.entries.map((entry) => (
          <li key={entry.id}>
            <Link
              to="/help"
              search={{ about: entry.id }}
              replace
              {...(entry.id === props.current?.id && { "aria-current": "true" as const })}
            >
              {entry.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
