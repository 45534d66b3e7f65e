import { useTranslation } from "react-i18next";
import { Button } from "@/kit/Button";
import type { useOpenBrand } from "./useOpenBrand";

/** A workspace with several members: as whom to open it. */
export function WhichMember({ opening }: { opening: ReturnType<typeof useOpenBrand> }) {
  const { t } = useTranslation("desk");
  return (
    <fieldset className="which">
      <legend className="mute">{t("member.which")}</legend>
      <div className="row">
        {opening.members.map((member) => (
          <Button key={member} size="small" onClick={() => opening.as(member)}>
            {member}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
