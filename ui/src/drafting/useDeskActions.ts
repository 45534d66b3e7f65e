import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failure, type Finding, useWrite, type VersionView } from "@/bridge";
import { useMessages } from "@/kit/Toasts";
import { useSay } from "@/text/say";
import { focusNote } from "./noteFocus";
import type { TextSaver } from "./TextSaver";
import type { Savers } from "./useSavers";

/** What can be done to a version's text besides typing. Each saves first what is typed. */
export function useDeskActions(version: VersionView, saver: TextSaver, savers: Savers) {
  const { t } = useTranslation("compose");
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const fixOne = useWrite("version.fix");
  const fixMany = useWrite("version.fix_all");
  const goBack = useWrite("version.undo");
  const goOn = useWrite("version.redo");
  const [busy, setBusy] = useState<"fix" | "fix-all" | "move" | null>(null);

  const refused = (thrown: unknown) => {
    const failure = Failure.of(thrown);
    tell({ tone: "failed", text: say.failure(failure.code, failure.params, failure.message) });
  };
  const carryOut = async (kind: typeof busy, work: (saved: VersionView) => Promise<VersionView>) => {
    if (busy) return false;
    setBusy(kind);
    try {
      savers.adopt(await work(await saver.flush()));
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
    save: () => {
      // What keeps it from being saved stands beside the text.
      void saver.flush().catch(() => undefined);
    },
    /** Applies a fix, and puts the focus on the note that is then in its place. */
    async fix(finding: Finding, fix: number, place: number) {
      const done = await carryOut("fix", (saved) => {
        const index = saved.findings.findIndex((other) => sameFinding(other, finding));
        if (index < 0) throw new Failure("fix-gone", "the finding is gone");
        return fixOne.mutateAsync({ version: saved.id, revision: saved.revision.id, finding: index, fix });
      });
      if (done) requestAnimationFrame(() => focusNote(place));
    },
    fixAll: () =>
      void carryOut("fix-all", async (saved) => {
        const { version: after, applied, left } = await fixMany.mutateAsync({ version: saved.id });
        if (applied === 0) tell({ tone: "failed", text: t("fix.none") });
        else if (left > 0) tell({ tone: "done", text: t("fix.left", { applied, count: left }) });
        // The note that had the focus may be gone; the next one has it then.
        requestAnimationFrame(() => document.activeElement === document.body && focusNote(0));
        return after;
      }),
    undo: () => {
      if (!version.can_undo && saver.snapshot().text === null) return;
      void carryOut("move", (saved) => goBack.mutateAsync({ version: saved.id }));
    },
    redo: () => {
      if (!version.can_redo) return;
      void carryOut("move", (saved) => goOn.mutateAsync({ version: saved.id }));
    },
  };
}

/** Whether two findings say the same, wherever they stand. */
function sameFinding(a: Finding, b: Finding): boolean {
  return a.code === b.code && JSON.stringify(a.params) === JSON.stringify(b.params);
}
