import { Link } from "@tanstack/react-router";
import { DropdownMenu } from "radix-ui";
import { useTranslation } from "react-i18next";
import { Failure, useAbout, useWrite } from "@/bridge";
import { Icon } from "@/kit/Icon";
import { initials } from "@/kit/initials";
import { useMessages } from "@/kit/Toasts";
import { useMemberName } from "@/kit/useMemberName";
import { useSay } from "@/text/say";

/** Who acts in this window, and who else could. */
export function ActAs() {
  const { t } = useTranslation("app");
  const about = useAbout();
  const member = useMemberName();
  const say = useSay();
  const tell = useMessages((state) => state.say);
  const act = useWrite("member.act");
  if (!about) return <span className="av my-1" />;
  const choose = (id: string) => {
    const chosen = about.members.find((other) => other.id === id);
    if (!chosen || id === about.member.id) return;
    act.mutate(
      { member: id },
      {
        onSuccess: () => tell({ tone: "done", text: t("act.done", { name: chosen.name }) }),
        onError: (thrown) => {
          const failure = Failure.of(thrown);
          tell({
            tone: "failed",
            text: say.failure(failure.code, failure.params, failure.message),
            about: `error.${failure.code}`,
          });
        },
      },
    );
  };
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="me" aria-label={t("act.menu", { member })} title={member}>
          <span className="av" aria-hidden="true">
            {initials(about.member.name)}
          </span>
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu who z-50" side="right" align="end" sideOffset={6}>
          <DropdownMenu.Label className="label px-2 pt-1 pb-1">{t("act.as")}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={about.member.id} onValueChange={choose}>
            {about.members.map((other) => (
              <DropdownMenu.RadioItem key={other.id} value={other.id} className="mi">
                {other.id === about.member.id ? <Icon name="check" /> : <span />}
                <span className="min-w-0">
                  <bdi className="clip block">{other.name}</bdi>
                  <small>{t(`role.${other.role}`)}</small>
                </span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <hr />
          <DropdownMenu.Item asChild>
            <Link className="mi" to="/members">
              <Icon name="users" />
              <span>{t("act.team")}</span>
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item asChild>
            <Link className="mi" to="/audit">
              <Icon name="library" />
              <span>{t("act.audit")}</span>
            </Link>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
