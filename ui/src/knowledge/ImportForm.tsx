import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ImportView, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { Icon } from "@/kit/Icon";
import { State } from "@/kit/State";
import { useFormats } from "@/kit/useFormats";
import { useSay } from "@/text/say";

/** Most files of which it is listed what there is to say about them. */
const LISTED = 8;

/** Reads a folder of documents, past posts and pictures into the workspace, and says what came of it. */
export function ImportForm({ main = false }: { main?: boolean }) {
  const { t } = useTranslation("knowledge");
  const say = useSay();
  const id = useId();
  const [folder, setFolder] = useState("");
  const read = useWrite("knowledge.import");
  const { error, data } = read;
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        read.mutate({ folder: folder.trim() });
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t("import.folder")}</label>
        <div className="row">
          <input
            id={id}
            className={error ? "in grow bad" : "in grow"}
            // biome-ignore lint/a11y/noAutofocus: where it is the one thing to do.
            autoFocus={main}
            spellCheck={false}
            autoComplete="off"
            placeholder={t("import.placeholder")}
            aria-invalid={error !== null}
            aria-describedby={`${id}-help`}
            value={folder}
            onChange={(event) => {
              setFolder(event.target.value);
              if (error) read.reset();
            }}
          />
          <Button
            type="submit"
            look={main ? "primary" : "plain"}
            off={folder.trim() === "" && t("import.missing")}
            busy={read.isPending && t("import.busy")}
          >
            {t("import.read")}
          </Button>
        </div>
        <p id={`${id}-help`} className={error ? "help bad" : "help"} role={error ? "alert" : undefined}>
          {error && <Icon name="block" size={14} />}
          {error ? say.failure(error.code, error.params, error.message) : t("import.help")}
        </p>
      </div>
      {data && <Outcome outcome={data} />}
    </form>
  );
}

function Outcome({ outcome }: { outcome: ImportView }) {
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
