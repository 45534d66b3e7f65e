import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/kit/Button";
import { FolderField } from "@/kit/FolderField";
import { useSay } from "@/text/say";
import { useOpenBrand } from "./useOpenBrand";
import { WhichMember } from "./WhichMember";

/** A workspace that lies somewhere on this machine. */
export function OpenFolder() {
  const { t } = useTranslation("desk");
  const say = useSay();
  const [folder, setFolder] = useState("");
  const opening = useOpenBrand();
  const { failure } = opening;
  return (
    <section aria-labelledby="open-folder">
      <h2 id="open-folder" className="h3">
        {t("folder")}
      </h2>
      <form
        className="sheet openfolder"
        onSubmit={(event) => {
          event.preventDefault();
          opening.open({ folder: folder.trim() });
        }}
      >
        <FolderField
          label={t("folder.label")}
          help={t("folder.help")}
          placeholder={t("folder.placeholder")}
          error={failure ? say.failure(failure.code, failure.params, failure.message) : undefined}
          value={folder}
          onChange={(typed) => {
            setFolder(typed);
            if (failure) opening.reset();
          }}
        />
        {opening.members.length > 0 && <WhichMember opening={opening} />}
        <div>
          <Button
            type="submit"
            off={folder.trim() === "" && t("folder.missing")}
            busy={opening.busy && t("opening")}
          >
            {t("folder.open")}
          </Button>
        </div>
      </form>
    </section>
  );
}
