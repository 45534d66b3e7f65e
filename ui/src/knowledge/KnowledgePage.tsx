import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDropped, useLive, useRead } from "@/bridge";
import { Blank } from "@/kit/Blank";
import { Button } from "@/kit/Button";
import { Dialog } from "@/kit/Dialog";
import { folderOf } from "@/kit/folderOf";
import { Icon } from "@/kit/Icon";
import { useFormats } from "@/kit/useFormats";
import { useKeys } from "@/kit/useKeys";
import { Documents } from "./Documents";
import { Hits } from "./Hits";
import { ImportForm } from "./ImportForm";
import { PassageDesk } from "./PassageDesk";
import type { Place } from "./place";
import { firstOf, stepBy } from "./steps";

/** What the brand knows: its documents, what was read from them, and the place where each thing stands. */
export function KnowledgePage() {
  const { t } = useTranslation("knowledge");
  const place = useSearch({ from: "/knowledge" });
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [reading, setReading] = useState<string | null>(null);
  const { data: documents, error } = useRead("knowledge.documents", {});
  if (error) throw error;
  const asked = query.trim();
  const { data: hits, error: unfound } = useLive(
    "knowledge.search",
    { text: asked, limit: HITS },
    asked !== "",
  );
  if (unfound) throw unfound;
  const over = useDropped(([path]) => {
    // Over the open dialog its field takes them.
    if (path && reading === null) setReading(folderOf(path));
  });
  useKeys({
    "/": () => {
      field.current?.focus();
      field.current?.select();
    },
    j: () => stepBy(1),
    k: () => stepBy(-1),
  });
  const [first] = documents ?? [];
  const shown: Place | undefined = place.document
    ? { ...place, document: place.document }
    : first && { document: first.id };
  const open = (to: Place) => void navigate({ to: "/knowledge", search: to, replace: true });
  const total = documents?.reduce((sum, document) => sum + document.entries, 0) ?? 0;
  return (
    <>
      <header className="bar" data-pane>
        <h1>{t("title")}</h1>
        {documents && documents.length > 0 && <Counts documents={documents.length} entries={total} />}
        <span className="grow" />
        <Button icon="plus" onClick={() => setReading("")}>
          {t("read")}
        </Button>
      </header>
      {documents?.length === 0 ? (
        <div className="p-4" data-pane>
          <div className="sheet max-w-[640px]">
            <Blank
              title={t("empty.title")}
              step={
                <Button look="primary" onClick={() => setReading("")}>
                  {t("read")}
                </Button>
              }
            >
              {t("empty.text")}
            </Blank>
          </div>
        </div>
      ) : (
        <div className="kn">
          <aside className="kn-list" aria-label={t("documents")} data-pane>
            <div className="kn-find">
              <span className="search">
                <Icon name="search" size={14} />
                <input
                  ref={field}
                  type="search"
                  className="in"
                  aria-label={t("search")}
                  aria-keyshortcuts="/"
                  placeholder={t("search")}
                  value={query}
                  onChange={(event) => setQuery(event.target.value)}
                  onKeyDown={(event) => {
                    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
                    event.preventDefault();
                    const item = firstOf("hits");
                    item?.focus();
                    if (event.key === "Enter") item?.click();
                  }}
                />
              </span>
            </div>
            {asked !== "" ? (
              <Hits hits={hits} documents={documents ?? []} query={asked} place={shown} onOpen={open} />
            ) : (
              <Documents documents={documents} current={shown?.document} onOpen={open} />
            )}
          </aside>
          {shown && (
            <PassageDesk
              key={shown.document}
              place={shown}
              onOpen={(to) => open({ ...to, document: shown.document })}
            />
          )}
        </div>
      )}
      {over && reading === null && (
        <div className="kn-drop" aria-hidden="true">
          <span className="h2">{t("drop")}</span>
        </div>
      )}
      <Dialog
        open={reading !== null}
        onOpenChange={(to) => !to && setReading(null)}
        title={t("read.title")}
        wide
      >
        <div className="mt-3">
          <ImportForm main folder={reading ?? ""} />
        </div>
      </Dialog>
    </>
  );
}

/** Hits of each kind that are shown. */
const HITS = 30;

function Counts({ documents, entries }: { documents: number; entries: number }) {
  const { t } = useTranslation("settings");
  const formats = useFormats();
  const some = (count: number) => ({ count, replace: { count: formats.whole(count) } });
  return (
    <span className="small faint num">
      {t("workspace.documents", some(documents))}, {t("workspace.entries", some(entries))}
    </span>
  );
}
