import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Range16, toUtf8, useWrite, type VersionView } from "@/bridge";
import type { MarginNote } from "@/kit/Proof";
import type { Mark } from "@/kit/segments";
import { selectedIn } from "@/kit/selection";
import { short, ThreadNote, Words } from "./ThreadNote";
import { useThreads } from "./useThreads";

/** Id of the comment that is being written. */
export const NEW = "talk-new";

/** What is said of a version's text: notes and marks for the proof, and the comment that is being written. */
export function useTalk(version: VersionView, copy: RefObject<HTMLElement | null>, off: string | false) {
  const { t } = useTranslation("review");
  const { open, settled, marks } = useThreads(version);
  const [draft, setDraft] = useState<Range16 | null>(null);
  const add = useWrite("comment.add");
  const { text } = version.payload;
  /** On what is selected, else on the whole text. */
  const begin = () => {
    if (off || draft || text.trim() === "") return;
    add.reset();
    setDraft(trimmed(text, selectedIn(copy.current)) ?? { start: 0, end: text.length });
  };
  const leave = () => {
    setDraft(null);
    copy.current?.focus();
  };
  const notes: MarginNote[] = open
    .filter(({ range }) => range !== null)
    .map(({ id, thread }) => ({
      id,
      severity: "talk",
      content: <ThreadNote thread={thread} off={off} />,
    }));
  const all: Mark[] = [...marks];
  if (draft) {
    const whole = draft.start === 0 && draft.end === text.length;
    const quote = short(text.slice(draft.start, draft.end));
    all.push({ id: NEW, severity: "talk", range: draft });
    notes.push({
      id: NEW,
      severity: "talk",
      content: (
        <section className="thread" aria-label={t("talk.new")}>
          <p className="gone" dir="auto">
            {whole ? t("talk.new.whole") : t("talk.on", { quote })}
          </p>
          <Words
            label={t("talk.place")}
            send={t("talk.send")}
            busy={add.isPending}
            error={add.error}
            onCancel={leave}
            onSend={(words) =>
              add.mutate(
                {
                  version: version.id,
                  revision: version.revision.id,
                  span: toUtf8(text, draft),
                  text: words,
                },
                { onSuccess: leave },
              )
            }
          />
        </section>
      ),
    });
  }
  return { begin, draft, notes, marks: all, settled, gone: open.filter(({ range }) => range === null) };
}

/** A range without the blanks at its ends; null if there is nothing else. */
function trimmed(text: string, range: Range16 | null): Range16 | null {
  if (!range) return null;
  const words = text.slice(range.start, range.end);
  const start = range.start + words.length - words.trimStart().length;
  const end = start + words.trim().length;
  return end > start ? { start, end } : null;
}
