import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { FolderField } from "@/kit/FolderField";
import { useSay } from "@/text/say";
import { useWelcome } from "./useWelcome";

/** A brand of one's own, made from a folder of its documents. */
export function NewBrand() {
  const { t } = useTranslation("desk");
  const say = useSay();
  const [documents, setDocuments] = useState("");
  const create = useWrite("desk.create");
  const welcome = useWelcome((state) => state.show);
  const { error } = create;
  const make = async () => {
    // Kept outside of this page: the window begins anew on the brand that was made.
    welcome(await create.mutateAsync({ documents: documents.trim(), folder: null }));
  };
  return (
    <section className="sheet trim newbrand" aria-labelledby="new-brand">
      <div>
        <h2 id="new-brand">{t("new")}</h2>
        <p className="mute">{t("new.about")}</p>
      </div>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          // What went wrong stands below the field.
          make().catch(() => undefined);
        }}
      >
        <FolderField
          label={t("new.folder")}
          help={t("new.help")}
          placeholder={t("new.placeholder")}
          error={error ? say.failure(error.code, error.params, error.message) : undefined}
          value={documents}
          takesDrops
          onChange={(folder) => {
            setDocuments(folder);
            if (error) create.reset();
          }}
        />
        <div>
          <Button
            type="submit"
            look="primary"
            off={documents.trim() === "" && t("new.missing")}
            busy={create.isPending && t("new.busy")}
          >
            {t("new.make")}
          </Button>
        </div>
      </form>
    </section>
  );
}
