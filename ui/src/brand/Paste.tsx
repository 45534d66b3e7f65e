import { useDeferredValue, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Split, useRead, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { useMessages } from "@/kit/Toasts";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";
import { Pick } from "./Fields";
import { useWords } from "./words";

const SPLITS: readonly Split[] = [
  "auto",
  "table",
  "dates",
  "rules",
  "wide-gaps",
  "blank-lines",
  "lines",
  "whole",
];

/** A box for past posts, with what would be read from it before anything is kept. */
export function Paste({ open }: { open: boolean }) {
  const { t } = useTranslation("brand");
  const formats = useFormats();
  const id = useId();
  const [asked, setAsked] = useState(false);
  const [text, setText] = useState("");
  const [split, setSplit] = useState<Split>("auto");
  const pasted = useDeferredValue(text);
  const preview = useRead("past-posts.preview", { text: pasted, split }, pasted.trim() !== "");
  const add = useWrite("past-posts.add");
  const say = useSay();
  const words = useWords();
  const tell = useMessages((messages) => messages.say);
  if (!open && !asked)
    return (
      <Button icon="plus" onClick={() => setAsked(true)}>
        {t("paste.open")}
      </Button>
    );
  const shown = text.trim() === "" ? undefined : preview.data;
  const fresh = shown ? shown.total - shown.known : 0;
  const failed = add.error ?? (text.trim() === "" ? null : preview.error);
  return (
    <section className="sheet formgrid p-5" aria-label={t("paste")}>
      <div className="field">
        <label htmlFor={id}>{t("paste")}</label>
        <textarea
          id={id}
          className="in"
          rows={8}
          value={text}
          aria-describedby={`${id}-help`}
          onChange={(event) => {
            add.reset();
            setText(event.target.value);
          }}
        />
        <p id={`${id}-help`} className="help">
          {t("paste.help")}
        </p>
      </div>
      {failed && (
        <p className="help err" role="alert">
          {say.failure(failed.code, failed.params, failed.message)}
        </p>
      )}
      {text.trim() !== "" && (
        <Pick
          name={t("paste.split")}
          help={shown && split === "auto" ? t("paste.found", { split: words.split(shown.split) }) : ""}
          value={split}
          options={SPLITS.map((way) => [way, words.split(way)] as const)}
          onChange={(way) => setSplit(way as Split)}
        />
      )}
      {shown && (
        <div aria-live="polite">
          <h3 className="num">
            {t("paste.total", { count: shown.total, replace: { count: formats.whole(shown.total) } })}
          </h3>
          {shown.known > 0 && <p className="small faint num">{t("paste.known", { count: shown.known })}</p>}
          {shown.broken_rows.length > 0 && (
            <p className="small faint num">
              {t("paste.broken", {
                count: shown.broken_rows.length,
                rows: shown.broken_rows.slice(0, 8).join(", "),
              })}
            </p>
          )}
          <ol className="pasted max-h-[280px] overflow-auto">
            {shown.posts.slice(0, 10).map((post, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a previewed post is its place in the text
              <li key={index}>
                <p className="said">{post.text}</p>
                <span className="small faint num">{post.date ? formats.date(post.date) : ""}</span>
              </li>
            ))}
          </ol>
          {shown.total > 10 && (
            <p className="small faint num">{t("paste.more", { count: shown.total - 10 })}</p>
          )}
        </div>
      )}
      <div className="row">
        <Button
          look="primary"
          busy={add.isPending && t("paste.adding")}
          off={fresh === 0 && t("paste.off")}
          onClick={() =>
            add.mutate(
              { text, split },
              {
                onSuccess: ({ added, total }) => {
                  setText("");
                  setAsked(false);
                  tell({ tone: "done", text: t("paste.added", { count: added, total }) });
                },
              },
            )
          }
        >
          {t("paste.add", { count: fresh, replace: { count: formats.whole(fresh) } })}
        </Button>
        {asked && (
          <Button look="ghost" onClick={() => setAsked(false)}>
            {t("paste.close")}
          </Button>
        )}
      </div>
    </section>
  );
}
