import { useTranslation } from "react-i18next";
import { type Member, type Role, type TeamView, useRead, useWrite } from "@/bridge";
import { initials } from "@/kit/initials";
import { PolicyForm } from "@/review/PolicyForm";
import { AddMember } from "./AddMember";
import { MemberRow } from "./MemberRow";

/** From the least to the most. */
const ROLES: readonly Role[] = ["viewer", "reviewer", "editor", "admin"];

/** Who works in this workspace, with which role. */
export function MembersPage() {
  const { t } = useTranslation("members");
  const { data: team, error } = useRead("member.list", {});
  if (error) throw error;
  return (
    <>
      <header className="bar" data-pane>
        <h1>{t("title")}</h1>
        {team && <span className="small faint num">{t("count", { count: team.members.length })}</span>}
      </header>
      <div className="scroll flex-1 p-4" data-pane>
        {team && <Team team={team} />}
      </div>
    </>
  );
}

function Team({ team }: { team: TeamView }) {
  const { t } = useTranslation(["members", "app"]);
  const me = team.members.find(({ id }) => id === team.acting);
  const off = me?.role !== "admin" && t("members:admin.only");
  const { mutate: act } = useWrite("member.act");
  return (
    <div className="grid max-w-[860px] gap-4">
      <section className="sheet overflow-hidden" aria-label={t("members:title")}>
        <ul>
          {team.members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              acting={member.id === team.acting}
              off={off}
              roles={ROLES}
              onAct={() => act({ member: member.id })}
            />
          ))}
        </ul>
        <AddMember off={off} roles={ROLES} />
      </section>
      <section className="sheet p-5">
        <h2 className="mb-2">{t("members:roles")}</h2>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
          {ROLES.map((role) => (
            <div key={role} className="contents">
              <dt className="b">{t(`app:role.${role}`)}</dt>
              <dd className="mute">{t(`members:role.${role}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="small faint mt-3 max-w-[66ch]">{t("members:guard")}</p>
      </section>
      <section className="sheet p-5">
        <PolicyForm />
      </section>
      {team.former.length > 0 && <Former members={team.former} />}
    </div>
  );
}

/** Who left: their names stay on what they did. */
function Former({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation("members");
  return (
    <section className="sheet p-5" aria-label={t("former")}>
      <h2 className="mb-2">{t("former")}</h2>
      <p className="small faint mb-2">{t("former.text")}</p>
      <ul className="flex flex-wrap gap-2">
        {members.map(({ id, name }) => (
          <li key={id} className="chip min-w-0 max-w-full">
            <span className="av xs" aria-hidden="true">
              {initials(name)}
            </span>
            <bdi className="clip">{name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
