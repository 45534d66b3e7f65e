import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { FolderField } from "@/kit/FolderField";
import { useSay } from "@/text/say";
import { ImportOutcome } from "./ImportOutcome";

/** Reads a folder of documents, past posts and pictures into the workspace, and says what came of it. */
export function ImportForm({ main = false, folder: first = "" }: { main?: boolean; folder?: string }) {
  const { t } = useTranslation("knowledge");
  const say = useSay();
  const [folder, setFolder] = useState(first);
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
      <FolderField
        label={t("import.folder")}
        help={t("import.help")}
        placeholder={t("import.placeholder")}
        error={error ? say.failure(error.code, error.params, error.message) : undefined}
        autoFocus={main}
        takesDrops
        value={folder}
        onChange={(typed) => {
          setFolder(typed);
          if (error) read.reset();
        }}
      />
      <div>
        <Button
          type="submit"
          look={main ? "primary" : "plain"}
          off={folder.trim() === "" && t("import.missing")}
          busy={read.isPending && t("import.busy")}
        >
          {t("import.read")}
        </Button>
      </div>
      {data && <ImportOutcome outcome={data} />}
    </form>
  );
}
