import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Role, useWrite } from "@/bridge";
import { Button } from "@/kit/Button";
import { useSay } from "@/text/say";

/** Adds somebody to the team. */
export function AddMember({ off, roles }: { off: string | false; roles: readonly Role[] }) {
  const { t } = useTranslation(["members", "app"]);
  const id = useId();
  const say = useSay();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("reviewer");
  const add = useWrite("member.add");
  const { error } = add;
  return (
    <form
      className="member add"
      aria-label={t("members:add.title")}
      onSubmit={(event) => {
        event.preventDefault();
        if (!off) add.mutate({ name, role }, { onSuccess: () => setName("") });
      }}
    >
      <div className="field min-w-0 grow">
        <label htmlFor={`${id}-name`}>{t("members:add.name")}</label>
        <input
          id={`${id}-name`}
          className={error ? "in bad" : "in"}
          value={name}
          disabled={off !== false}
          aria-invalid={error !== null}
          aria-describedby={`${id}-help`}
          onChange={(event) => {
            setName(event.target.value);
            if (error) add.reset();
          }}
        />
        <p id={`${id}-help`} className={error ? "help bad" : "help"} role={error ? "alert" : undefined}>
          {error ? say.failure(error.code, error.params, error.message) : off || t("members:add.help")}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-role`}>{t("members:add.role")}</label>
        <select
          id={`${id}-role`}
          className="in pickrole"
          value={role}
          disabled={off !== false}
          onChange={(event) => setRole(event.target.value as Role)}
        >
          {roles.map((other) => (
            <option key={other} value={other}>
              {t(`app:role.${other}`)}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit" icon="plus" className="mt-5 self-start" off={off}>
        {t("members:add")}
      </Button>
    </form>
  );
}
