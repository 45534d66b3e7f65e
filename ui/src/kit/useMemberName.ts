import { useTranslation } from "react-i18next";
import { useAbout } from "@/bridge";

/** Who acts, with the role; the role alone where the name says no more than that. */
export function useMemberName(): string {
  const { t } = useTranslation("app");
  const about = useAbout();
  if (!about) return "";
  const { name } = about.member;
  const role = t(`role.${about.member.role}`);
  return name.toLowerCase() === about.member.role ? role : t("member", { name, role });
}
