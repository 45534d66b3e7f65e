import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failure, type Finding, useWrite } from "@/bridge";
import { useMessages } from "@/kit/Toasts";
import { useSay } from "@/text/say";
import { focusNote } from "./noteFocus";
import type { Sheet } from "./sheet";
import type { Savers } from "./useSavers";

/** What can be done to a sheet's text besides typing. Each saves first what is typed. */
export function useDeskActions(sheet: Sheet, savers: Savers) {
  const { t } = useTranslation("compose");
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const write = useSheetWrites();
  const [busy, setBusy] = useState<"fix" | "fix-all" | "move" | null>(null);
  const saver = savers.of(sheet);

  const refused = (thrown: unknown) => {
    const failure = Failure.of(thrown);
    tell({
      tone: "failed",
      text: say.failure(failure.code, failure.params, failure.message),
      about: `error.${failure.code}`,
    });
  };
  const carryOut = async (
    kind: typeof busy,
    work: (saved: Sheet) => Promise<Parameters<Savers["adopt"]>[1]>,
  ) => {
    if (busy) return false;
    setBusy(kind);
    try {
      savers.adopt(sheet, await work(await saver.flush()));
      return true;
    } catch (thrown) {
      refused(thrown);
      return false;
    } finally {
      setBusy(null);
    }
  };

  return {
    busy,
    refused,
    save: () => {
      // What keeps it from being saved stands beside the text.
      void saver.flush().catch(() => undefined);
    },
    /** Applies a fix, and puts the focus on the note that is then in its place. */
    async fix(finding: Finding, fix: number, place: number) {
      const done = await carryOut("fix", (saved) => {
        const index = saved.findings.findIndex((other) => sameFinding(other, finding));
        if (index < 0) throw new Failure("fix-gone", "the finding is gone");
        return write.fix(saved, index, fix);
      });
      if (done) requestAnimationFrame(() => focusNote(place));
    },
    fixAll: () =>
      void carryOut("fix-all", async (saved) => {
        const { after, applied, left } = await write.fixAll(saved);
        if (applied.length === 0) tell({ tone: "failed", text: t("fix.none") });
        else {
          const what = applied.map((fix) => say.fix(fix.code, fix.params)).join(", ");
          const done = t("fix.done", { count: applied.length, what });
          tell({ tone: "done", text: left > 0 ? `${done} ${t("fix.left", { count: left })}` : done });
        }
        // The note that had the focus may be gone; the next one has it then.
        requestAnimationFrame(() => document.activeElement === document.body && focusNote(0));
        return after;
      }),
    undo: () => {
      if (!sheet.can_undo && saver.snapshot().text === null) return;
      void carryOut("move", write.undo);
    },
    redo: () => {
      if (!sheet.can_redo) return;
      void carryOut("move", write.redo);
    },
  };
}

/** The same five writes, to a version or to the global text. */
function useSheetWrites() {
  const fixVersion = useWrite("version.fix");
  const fixGlobal = useWrite("global.fix");
  const fixAllVersion = useWrite("version.fix_all");
  const fixAllGlobal = useWrite("global.fix_all");
  const undoVersion = useWrite("version.undo");
  const undoGlobal = useWrite("global.undo");
  const redoVersion = useWrite("version.redo");
  const redoGlobal = useWrite("global.redo");
  return {
    fix: (sheet: Sheet, finding: number, fix: number) => {
      const shown = { revision: sheet.revision.id, finding, fix };
      return sheet.network === null
        ? fixGlobal.mutateAsync({ candidate: sheet.candidate, ...shown })
        : fixVersion.mutateAsync({ version: sheet.id, ...shown });
    },
    fixAll: async (sheet: Sheet) => {
      if (sheet.network === null) {
        const { candidate, ...done } = await fixAllGlobal.mutateAsync({ candidate: sheet.candidate });
        return { after: candidate, ...done };
      }
      const { version, ...done } = await fixAllVersion.mutateAsync({ version: sheet.id });
      return { after: version, ...done };
    },
    undo: (sheet: Sheet) =>
      sheet.network === null
        ? undoGlobal.mutateAsync({ candidate: sheet.candidate })
        : undoVersion.mutateAsync({ version: sheet.id }),
    redo: (sheet: Sheet) =>
      sheet.network === null
        ? redoGlobal.mutateAsync({ candidate: sheet.candidate })
        : redoVersion.mutateAsync({ version: sheet.id }),
  };
}

/** Whether two findings say the same, wherever they stand. */
function sameFinding(a: Finding, b: Finding): boolean {
  return a.code === b.code && JSON.stringify(a.params) === JSON.stringify(b.params);
}
