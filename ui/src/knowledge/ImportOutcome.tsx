import { useTranslation } from "react-i18next";
import type { ImportView } from "@/bridge";
import { State } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";

/** Most files of which it is listed what there is to say about them. */
const LISTED = 8;

/** What was read from a folder, and what there is to say about its files. */
export function ImportOutcome({ outcome }: { outcome: ImportView }) {
  const { t } = useTranslation(["knowledge", "settings", "compose"]);
  const formats = useFormats();
  const say = useSay();
  const { added, changed, unchanged } = outcome.documents;
  const some = (count: number) => ({ count, replace: { count: formats.whole(count) } });
  const what = [
    t("settings:workspace.documents", some(added + changed + unchanged)),
    t("settings:workspace.entries", some(outcome.entries)),
    t("settings:workspace.past", some(outcome.past_posts)),
    t("compose:media.count", some(outcome.pictures)),
  ].join(", ");
  const notes = outcome.files.flatMap(({ file, notes }) =>
    notes.map((note) => ({ file, said: say.drafting(note.code, { file, ...note.params }) })),
  );
  return (
    <div className="grid gap-2" role="status">
      <State tone={outcome.entries > 0 ? "green" : "amber"} icon={outcome.entries > 0 ? "check" : "warn"}>
        {t("knowledge:import.done", { what })}
      </State>
      {notes.length > 0 && (
        <ul className="small mute grid list-disc gap-1 pl-4">
          {notes.slice(0, LISTED).map(({ file, said }) => (
            <li key={file + said}>{said}</li>
          ))}
          {notes.length > LISTED && <li>{t("knowledge:import.more", { count: notes.length - LISTED })}</li>}
        </ul>
      )}
    </div>
  );
}
